"""What goes out comes back: every row, every figure, whatever was in it, and nothing twice."""

import csv
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.intake.own.layouts import OWN_TABLES
from csdesk.intake.own.references import label, label_parts, reference, row_of
from csdesk.intake.shapes import Cancelled, Choice, TableKind, Verdict
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.problems import Reason
from csdesk.models.tables import metadata
from csdesk.usecases import books
from csdesk.usecases.cohorts import asked_for, cohort_triangles
from csdesk.usecases.export import export_content
from csdesk.usecases.figures import figures_between
from csdesk.usecases.health import health_page
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_files, read_pasted
from csdesk.usecases.settings import book_settings
from csdesk.wording.fields import FIELDS
from csdesk.wording.kinds import key_for
from tests.thorough import rarely, thorough

from .round_trips import content, counts, exported, imported, new_book, planned, silent

NOT_EXPORTED = {
    # what the book notes of its own doings
    "batch", "source", "step", "change", "tally", "merge",
    # own columns: in the tables of their rows
    "custom_field", "custom_value",
}  # fmt: skip


@pytest.fixture
def other(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Book]:
    made = new_book(tmp_path / "other.csdesk", clock)
    yield made
    made.close()


def added(book: Book, kind: Kind, /, **values: Any) -> int:
    with book.step(StepName.ADD_ACCOUNT) as step:
        return step.insert(kind, values)


def figures(book: Book) -> list[object]:
    today = date(2026, 3, 18)
    found: list[object] = [
        (one.metric, one.period, one.group, one.value, one.part, one.whole, one.n, one.low, one.high, one.why)
        for one in figures_between(book, today)
    ]
    for kind in ("logo", "revenue"):
        for triangle in cohort_triangles(book, today, asked_for(kind, "quarter")):
            found += [
                (one.start, one.size, [(c.value, c.part, c.whole) for c in one.cells]) for one in triangle.cohorts
            ]
    found += [(row.name, row.health) for row in health_page(book, today).rows]
    return found


def test_every_column_of_every_table_goes_out_and_comes_back() -> None:
    layouts = {layout.kind.value: layout for layout in OWN_TABLES}
    assert metadata.tables.keys() == layouts.keys() | NOT_EXPORTED
    for name, layout in layouts.items():
        columns = {column.column for column in layout.columns}
        assert columns | {"id"} == {column.name for column in metadata.tables[name].columns} | {"id"}, name
        assert layout.key in layout.by_field


@pytest.mark.parametrize("language", list(Language))
def test_headings_and_words_of_a_table_differ(language: Language) -> None:
    keys = [FIELDS[layout.key].say(language) for layout in OWN_TABLES]
    assert len(set(keys)) == len(keys)
    for layout in OWN_TABLES:
        headings = [FIELDS[column.field].say(language) for column in layout.columns]
        assert len({heading.casefold() for heading in headings}) == len(headings)
        for column in layout.columns:
            for key, words in (column.words or {}).items():
                assert key_for(column.words or {}, words.say(language)) == key


@pytest.mark.parametrize(
    ("ending", "language"),
    [(".xlsx", Language.JA), (".csv", Language.EN), rarely((".xlsx", Language.EN)), rarely((".csv", Language.JA))],
)
def test_the_demo_book_comes_back_whole(
    tmp_path: Path, clock: Callable[[], datetime], other: Book, language: Language, ending: str
) -> None:
    demo = books.demo_book(tmp_path / "demo.csdesk", who="sample", clock=clock, language=language)
    files = exported(demo, tmp_path / f"out{ending}", language)
    plan = imported(other, files)
    assert set(counts(plan)) <= {Verdict.NEW, Verdict.CHANGED, Verdict.SAME}
    assert content(other) == content(demo)
    if ending == ".xlsx":
        assert figures(other) == figures(demo)
    assert books.check_book(other) == ()
    for book in (other, demo):
        before = dump(book)
        assert set(counts(imported(book, files))) == {Verdict.SAME}
        assert dump(book) == before
    assert exported(other, tmp_path / f"again{ending}", language)
    demo.close()


def test_an_import_of_everything_is_one_step_back_and_forth(demo: Book, tmp_path: Path, other: Book) -> None:
    before = dump(other)
    imported(other, exported(demo, tmp_path / "out.xlsx", Language.JA))
    after = dump(other)
    assert other.undo() is not None
    assert dump(other) == before
    assert other.redo() is not None
    assert dump(other) == after
    (batch,) = rows(other, Kind.BATCH)
    assert batch["file"] == "out.xlsx"


@thorough
def test_the_order_of_sheets_does_not_matter(demo: Book, tmp_path: Path, other: Book) -> None:
    (path,) = exported(demo, tmp_path / "out.xlsx", Language.JA)
    book = openpyxl.load_workbook(path)
    book._sheets.reverse()
    book.save(path)
    imported(other, [path])
    assert content(other) == content(demo)


def test_equal_names_are_never_mixed(book: Book, other: Book, tmp_path: Path) -> None:
    people = [added(book, Kind.PERSON, name="Sample Aoi", role=role) for role in ("CSM", "Sales")]
    products = [added(book, Kind.PRODUCT, name="Base", family=family) for family in ("old", "new [x]")]
    accounts = [added(book, Kind.ACCOUNT, name="Sample Works", owner_id=one) for one in people]
    day = date(2024, 4, 1)
    for account in accounts:
        twins = [added(book, Kind.CONTACT, name="Contact A", account_id=account) for _ in range(2)]
        for product, contact in zip(products, twins, strict=True):
            for amount in (100, 200):
                added(book, Kind.CONTRACT, account_id=account, product_id=product, starts_on=day, amount=amount)
            added(book, Kind.TICKET, account_id=account, contact_id=contact, subject="Same subject")
            added(book, Kind.ANSWER, account_id=account, contact_id=contact, survey="nps", score=9.0)
            touch = added(book, Kind.TOUCH, account_id=account, contact_id=contact, on_date=day, note="same")
            added(book, Kind.TASK, account_id=account, touch_id=touch, title="same", owner_id=people[1])
    measure = added(book, Kind.MEASURE, code="logins", name="Logins")
    added(book, Kind.MEASURE, code="logins_2", name="Logins")
    for amount in (1.0, 2.0, 1.0):
        added(book, Kind.USE, account_id=accounts[1], measure_id=measure, on_date=day, amount=amount)
    for ending in (".xlsx", ".csv"):
        files = exported(book, tmp_path / f"out{ending}")
        imported(other, files)
        assert content(other) == content(book)
        assert set(counts(planned(other, files))) == {Verdict.SAME}


TEXTS = [
    "=1+1", "+81 3", "-", "- x", "@x", "'=x", "''", "007", "1e5", "TRUE", "2024-01-01", "N/A", "なし", "未定", "Total",
    "合計", "#1", " spaces ", "line\nbreak", "\ttab", "a,b;c\"d'", "😀", "\u202eltr", "e\u0301", "<r>x</r>", "_x0041_",
    "x [y]", "#REF!",
]  # fmt: skip


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_text_stays_text(book: Book, other: Book, tmp_path: Path, ending: str) -> None:
    for text in TEXTS:
        person = added(book, Kind.PERSON, name=text)
        account = added(book, Kind.ACCOUNT, name=text, external_id=text, notes=text, owner_id=person, domain=text)
        field = rows(book, Kind.CUSTOM_FIELD) or [{"id": added(book, Kind.CUSTOM_FIELD, kind="account", name="=Own")}]
        added(book, Kind.CUSTOM_VALUE, field_id=field[0]["id"], row_id=account, value=text)
        added(book, Kind.CONTACT, account_id=account, name=text, email=text)
    imported(other, exported(book, tmp_path / f"out{ending}"))
    assert content(other) == content(book)


def test_what_a_cell_cannot_hold_is_said(book: Book, other: Book, tmp_path: Path) -> None:
    added(book, Kind.ACCOUNT, name="Sample Works", notes="x" * 40_000, tags="bell\x07 and \r\nlines \uffff")
    from csdesk.usecases.export import write_export

    problems = write_export(export_content(book, Language.EN), tmp_path / "out.xlsx", silent)
    assert [problem.reason for problem in problems] == [Reason.UNWRITABLE, Reason.TOO_LONG]
    imported(other, [tmp_path / "out.xlsx"])
    (account,) = rows(other, Kind.ACCOUNT)
    assert (account["notes"], account["tags"]) == ("x" * 32_767, "bell<U+0007> and \nlines ")


def test_days_moments_and_sums_at_their_ends(book: Book, other: Book, tmp_path: Path) -> None:
    account = added(book, Kind.ACCOUNT, name="Sample Works", created_on=date(1900, 1, 1), employees=2**62 + 1)
    largest = 10**13
    for day, amount, currency in (
        (date(1900, 2, 28), -largest, None),
        (date(2999, 12, 31), largest - 1, "USD"),
        (date(2024, 2, 29), 1, "BHD"),
    ):
        added(
            book, Kind.CONTRACT, account_id=account, starts_on=day, amount=amount, currency=currency,
            interval_months=120, start_known=False, auto_renew=False,
        )  # fmt: skip
    for parts in ((1900, 1, 1), (2024, 2, 29, 23, 59, 59), (2026, 11, 28, 13, 37, 11)):
        added(book, Kind.TICKET, account_id=account, opened_at=datetime(*parts, tzinfo=UTC))
    measure = added(book, Kind.MEASURE, code="m", name="M", least=1e-9)
    for amount in (0.1 + 0.2, 1e300, -1e-300, 123456789012345.0):
        added(book, Kind.USE, account_id=account, measure_id=measure, on_date=date(2024, 1, 1), amount=amount)
    for ending in (".xlsx", ".csv"):
        files = exported(book, tmp_path / f"out{ending}")
        imported(other, files)
        assert content(other) == content(book)


def test_rows_changed_by_hand_are_told_and_taken(book: Book, tmp_path: Path) -> None:
    """A changed name, a damaged reference, a row added, a row copied, an account that nobody knows."""
    account = added(book, Kind.ACCOUNT, name="Sample Works")
    added(book, Kind.CONTRACT, account_id=account, starts_on=date(2024, 4, 1), amount=100)
    (path,) = exported(book, tmp_path / "out.xlsx")
    workbook = openpyxl.load_workbook(path)
    accounts, lines = workbook["Accounts"], workbook["Contract lines"]
    at = {str(cell.value): cell.column for cell in lines[1]}
    accounts["A2"] = "Sample Works Ltd."
    accounts["A3"] = "Sample Mills"
    for row, (name, start, key) in enumerate(
        [
            ("Sample Mills", "2024/5/1", None),
            (None, None, None),
            ("Nobody", "2024-05-01", None),
            ("Sample Mills", "soon", None),
            ("Sample Mills", "2024-07-01", "cs-wrong"),
        ],
        3,
    ):
        if name is None:
            for column in range(1, lines.max_column + 1):
                lines.cell(row, column, lines.cell(2, column).value)
            continue
        lines.cell(row, at["Account"], name)
        lines.cell(row, at["Start"], start)
        lines.cell(row, at["Contract: csdesk ID"], key)
    workbook.save(path)
    plan = planned(book, [path])
    told = {table.matched.table.sheet: [row.verdict for row in table.rows] for table in plan.tables}
    assert told["Accounts"] == [Verdict.CHANGED, Verdict.NEW]
    same, new, refused = Verdict.SAME, Verdict.NEW, Verdict.REFUSED
    assert told["Contract lines"] == [same, new, same, refused, refused, refused]
    (table,) = [table for table in plan.tables if table.matched.table.sheet == "Contract lines"]
    assert [(str(p.place), p.reason, p.refuses) for p in table.problems] == [
        ("Contract lines!I6", Reason.NOT_A_DATE, True),
        ("Contract lines!4", Reason.DUPLICATE, False),
        ("Contract lines!5", Reason.UNKNOWN_ACCOUNT, True),
        ("Contract lines!7", Reason.NOT_UNDERSTOOD, True),
    ]
    apply_plan(book, plan)
    assert [row["name"] for row in rows(book, Kind.ACCOUNT)] == ["Sample Works Ltd.", "Sample Mills"]
    assert [row["starts_on"] for row in rows(book, Kind.CONTRACT)] == [date(2024, 4, 1), date(2024, 5, 1)]


def test_another_books_export_joins_what_is_there(book: Book, other: Book, tmp_path: Path) -> None:
    """By name where the references are not known; in its own currency; without touching the book's own."""
    account = added(book, Kind.ACCOUNT, name="Sample Works")
    added(book, Kind.CONTRACT, account_id=account, starts_on=date(2024, 4, 1), amount=100)
    added(book, Kind.COST, month="2024-04", amount=5)
    mine = added(other, Kind.ACCOUNT, name="Sample Works")
    plan = imported(other, exported(book, tmp_path / "out.xlsx"))
    assert [row["id"] for row in rows(other, Kind.ACCOUNT)] == [mine]
    (line,) = rows(other, Kind.CONTRACT)
    assert (line["account_id"], line["amount"], line["currency"]) == (mine, 100, "JPY")
    assert rows(other, Kind.COST) == []
    assert book_settings(other).currency == "USD"
    refused = [problem for table in plan.tables for problem in table.problems if problem.refuses]
    assert {(problem.field, problem.reason) for problem in refused} == {
        ("cost.amount", Reason.OTHER_CURRENCY),
        ("setting.value", Reason.OTHER_CURRENCY),
    }
    assert Verdict.NEW not in counts(planned(other, [tmp_path / "out.xlsx"]))


HOSTILE = [
    ("currency", "JPY"), ("currency", "5"), ("currency", '"yen"'), ("fiscal_start", "13"), ("fiscal_start", "true"),
    ("language", '"fr"'), ("rules", '"nonsense=1"'), ("company", "[]"), ("health_profile", "{}"), ("later", "{"),
    ("maturity", "4"), ("maturity", '"expert"'),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value"), HOSTILE)
def test_settings_that_no_book_can_live_with_are_refused(book: Book, key: str, value: str, today: date) -> None:
    before = book_settings(book)
    found = read_pasted(f"Setting of csdesk\tValue of the setting\n{key}\t{value}\n", "pasted")
    plan = plan_import(book, match_tables(found, (), before), today)
    assert counts(plan) == {Verdict.REFUSED: 1}
    apply_plan(book, plan)
    assert book_settings(book) == before


def test_layouts_that_mean_nothing_are_refused(book: Book, today: date) -> None:
    heads = "\t".join(FIELDS[f"matching.{name}"].en for name in ("shape", "kind", "columns", "choices"))
    lines = ("a\tcontracts\t{}\t{}", "b\tnothing\t{}\t{}", "c\tcontracts\t[]\t{}", "d\tcontracts\t{}\tx")
    found = read_pasted("\n".join((heads, *lines)), "pasted")
    plan = plan_import(book, match_tables(found, (), book_settings(book)), today)
    refused = Verdict.REFUSED
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW, refused, refused, refused]


@pytest.mark.parametrize(
    ("kind", "values", "column", "bad"),
    [
        (Kind.DEAL, {"name": "More seats", "probability": 0.6}, "Deal: probability", "7"),
        (Kind.DEAL, {"name": "More seats", "interval_months": 12}, "Deal: months an amount is for", "0"),
        (Kind.MAILING, {"name": "News", "opened": 3}, "Mailing: opened", "-1"),
        (
            Kind.EXCHANGE_RATE,
            {"month": "2026-01", "currency": "USD", "base": "JPY", "rate": 150.5},
            FIELDS["rate.value"].en,
            "0",
        ),
    ],
)
def test_a_figure_that_a_hand_has_made_impossible_is_refused(
    book: Book, other: Book, tmp_path: Path, kind: Kind, values: dict[str, Any], column: str, bad: str
) -> None:
    added(book, kind, **values)
    files = exported(book, tmp_path / "out.csv")
    (path,) = (file for file in files if column in file.read_text("utf-8-sig").splitlines()[0])
    lines = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    lines[1][lines[0].index(column)] = bad
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(lines)
    plan = planned(other, [path])
    assert counts(plan) == {Verdict.REFUSED: 1}
    assert [problem.reason for problem in plan.tables[0].problems if problem.refuses] == [Reason.OUT_OF_RANGE]


def test_a_plain_list_of_tasks_is_taken(book: Book, today: date) -> None:
    account = added(book, Kind.ACCOUNT, name="Sample Works")
    found = read_pasted("タスク\t顧客名\t期限日\nCall\tSample Works\t2026-04-01\nWrite\t\t\n", "pasted")
    matched = match_tables(found, (), book_settings(book))
    assert [table.kind for table in matched] == [TableKind.TASKS]
    plan = plan_import(book, matched, today)
    assert counts(plan) == {Verdict.NEW: 2}
    apply_plan(book, plan)
    assert [(row["title"], row["account_id"], row["due_on"]) for row in rows(book, Kind.TASK)] == [
        ("Call", account, date(2026, 4, 1)),
        ("Write", None, None),
    ]


WIDE = (
    "月額,お客様,契約開始,業種,従業員数,利用端末",
    "12000,見本商店,2024-04-01,食品,30,=own",
    "24000,見本工業,2024-05-01,機械,9,",
)
LONG = (
    "月額,お客様,契約開始,業種,利用端末",
    *(f"{n}000,見本商店{n % 3},2024-0{n}-01,食品,own {n}" for n in range(1, 8)),
)


@pytest.mark.parametrize(("sheet", "lines"), [("アカウント", WIDE), ("契約明細", LONG)])
def test_columns_go_out_as_they_came_in(
    book: Book, other: Book, tmp_path: Path, sheet: str, lines: tuple[str, ...]
) -> None:
    """In the order and under the headings of the spreadsheet; what it told in its own way is told again."""
    heads = lines[0].split(",")
    path = tmp_path / f"{sheet}.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    imported(book, [path])
    (out,) = exported(book, tmp_path / "out.xlsx", Language.JA)
    (table,) = [one for one in read_files([out], silent) if one.sheet == sheet]
    assert [column.heading for column in table.columns][: len(heads)] == heads
    told = [",".join(str(cell or "") for cell in row[: len(heads)]) for row in table.rows]
    assert [text.replace(" 00:00:00", "") for text in told] == list(lines[1:])
    plan = imported(other, [out])
    assert Verdict.REFUSED not in counts(plan)
    assert content(other) == content(book)
    (again,) = exported(other, tmp_path / "again.xlsx", Language.JA)
    (second,) = [one for one in read_files([again], silent) if one.sheet == sheet]
    assert [column.heading for column in second.columns] == [column.heading for column in table.columns]
    assert second.rows == table.rows


def test_a_wide_sheet_goes_out_as_it_came_in_as_text_files_too(book: Book, other: Book, tmp_path: Path) -> None:
    path = tmp_path / "顧客.csv"
    path.write_text("\n".join(WIDE), encoding="cp932")
    imported(book, [path])
    files = exported(book, tmp_path / "out.csv", Language.JA)
    (accounts,) = [file for file in files if "アカウント" in file.name]
    with accounts.open(encoding="utf-8-sig", newline="") as lines:
        heads, *told = csv.reader(lines)
    width = len(WIDE[0].split(","))
    assert heads[:width] == WIDE[0].split(",")
    assert [",".join(line[:width]).replace(" 00:00:00", "") for line in told] == [
        WIDE[1].replace("=own", "'=own"),  # no program takes it for a formula
        WIDE[2],
    ]
    plan = imported(other, files)
    assert Verdict.REFUSED not in counts(plan)
    assert content(other) == content(book)
    assert set(counts(planned(book, files))) == {Verdict.SAME}


def test_a_row_keeps_its_id_unless_another_has_it(book: Book, other: Book, tmp_path: Path) -> None:
    account = added(book, Kind.ACCOUNT, name="Sample Works")
    added(book, Kind.TOUCH, account_id=account, on_date=date(2024, 4, 1))
    files = exported(book, tmp_path / "out.xlsx")
    imported(other, files)
    assert [row["id"] for row in rows(other, Kind.ACCOUNT)] == [account]
    other.undo()
    with other.step(StepName.ADD_PERSON) as step:
        step.insert_many(Kind.PERSON, [{"name": "Somebody"}], ids=[account])
    imported(other, files)
    (row,) = rows(other, Kind.ACCOUNT)
    assert row["id"] != account
    assert [touch["account_id"] for touch in rows(other, Kind.TOUCH)] == [row["id"]]
    assert set(counts(planned(other, files))) <= {Verdict.SAME, Verdict.REFUSED}
    assert books.check_book(other) == ()


@pytest.mark.parametrize("row", [1, 2**32 + 7, 2**62 - 1])
def test_references_are_letters_and_tell_a_slip(row: int) -> None:
    text = reference(row)
    assert row_of(text) == row
    assert row_of(f" {text.upper()} ") == row
    assert row_of(text[:-1]) is None
    assert row_of(text[:-2] + ("0" if text[-2] != "0" else "1") + text[-1]) is None


def test_a_label_gives_its_parts_back() -> None:
    assert label("Sample Aoi", "k", alone=True) == "Sample Aoi"
    for name in ("Sample Aoi", "x [y]", "a\nb"):
        assert label_parts(label(name, "k", alone=False)) == (name, "k")
    assert label_parts(label("x [y]", "k", alone=True)) == ("x [y]", "k")


def test_choices_of_the_own_tables_are_none(demo: Book, tmp_path: Path) -> None:
    matched = match_tables(
        read_files(exported(demo, tmp_path / "out.xlsx", Language.JA), silent), (), book_settings(demo)
    )
    assert all(table.own and not table.findings for table in matched)
    assert Choice.END_DATE not in {finding.choice for table in matched for finding in table.findings}


def test_reading_and_planning_tell_how_far_they_are_and_stop(demo: Book, tmp_path: Path, other: Book) -> None:
    files = exported(demo, tmp_path / "out.xlsx", Language.JA)
    found = read_files(files, silent)
    told: list[tuple[int, int]] = []
    matched = match_tables(found, (), book_settings(other), lambda *step: told.append(step))
    plan_import(other, matched, date(2026, 3, 18), lambda *step: told.append(step))
    whole = sum(len(table.rows) for table in found)
    assert {in_all for _, in_all in told} <= {whole, sum(len(table.records) for table in matched)}
    assert len(told) > 20

    def stop(done: int, _whole: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        match_tables(found, (), book_settings(other), stop)
    with pytest.raises(Cancelled):
        plan_import(other, matched, date(2026, 3, 18), stop)
