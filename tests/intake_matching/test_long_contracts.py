"""A long list of contracts is planned by column, and comes to the same as one that is planned row by row."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.intake.matching import match_tables
from csdesk.intake.planning import plan
from csdesk.intake.reading import read_text
from csdesk.intake.shapes import Choice, Known, MatchedTable, Matching, Plan, TableKind, Verdict
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language
from csdesk.models.rows import by_column
from tests.thorough import examples

AS_OF = date(2026, 6, 30)
FIELDS = {
    "Id": "contract.external_id", "Account": "account.name", "Account id": "account.external_id",
    "Industry": "account.industry", "Owner": "account.owner", "Mail": "contact.email", "Product": "contract.product",
    "Plan": "contract.plan", "MRR": "contract.mrr", "Amount": "contract.amount", "Every": "contract.interval",
    "Currency": "contract.currency", "Seats": "contract.quantity", "From": "contract.start", "Until": "contract.end",
    "Renews": "contract.renewal", "Notice": "contract.notice_days", "Status": "contract.status",
    "Auto": "contract.auto_renew", "List": "contract.list_amount", "Change": "contract.change",
    "Remark": "contract.notes", "Term": "contract.period", "Gone": "contract.canceled_at",
    "Made": "contract.created_at", "Person": "contact.name", "Kind": "contract.type", "Colour": "",
}  # fmt: skip
ALWAYS = ("Account", "From")
BASE = date(2025, 1, 1)


def days(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low, high).map(lambda day: (BASE + timedelta(days=30 * day)).isoformat())


CELLS: dict[str, st.SearchStrategy[str]] = {
    "Id": st.sampled_from(["", *(f"C-{nth}" for nth in range(12))]),
    "Account": st.sampled_from(["Anvil", "Bellows", "Crucible", "crucible", "Dross Ltd", "Dross", "", "Twin"]),
    "Account id": st.sampled_from(["", "A1", "A2", "A3", "A9"]),
    "Industry": st.sampled_from(["", "Retail", "Mining"]),
    "Owner": st.sampled_from(["", "Ilse Varga", "Bo Lind"]),
    "Mail": st.sampled_from(["", "a@anvil.example", "b@bellows.example"]),
    "Product": st.sampled_from(["", "Base", "Extra", "base"]),
    "Plan": st.sampled_from(["", "Gold", "Silver"]),
    "MRR": st.sampled_from(["", "100", "250.50", "8333.33", "99999999999999999", "much", "-20"]),
    "Amount": st.sampled_from(["", "1200", "0", "600"]),
    "Every": st.sampled_from(["", "yearly", "monthly", "sometimes"]),
    "Currency": st.sampled_from(["", "USD", "EUR"]),
    "Seats": st.sampled_from(["", "3", "10"]),
    "From": st.one_of(days(0, 6), st.sampled_from(["", "soon"])),
    "Until": st.one_of(st.just(""), days(-1, 24)),
    "Renews": st.one_of(st.just(""), days(10, 24)),
    "Notice": st.sampled_from(["", "30", "90"]),
    "Status": st.sampled_from(["", "Active", "Trial", "Cancelled", "Paused", "Lost", "Purple", "Past due"]),
    "Auto": st.sampled_from(["", "yes", "no"]),
    "List": st.sampled_from(["", "150", "1500"]),
    "Change": st.sampled_from(["", "Expansion", "New", "Whim"]),
    "Remark": st.sampled_from(["", "first", "second"]),
    "Term": st.one_of(st.sampled_from(["", "12", "6"]), st.just("2025-01-01 - 2025-12-31")),
    "Gone": st.one_of(st.just(""), days(5, 24)),
    "Made": st.one_of(st.just(""), days(0, 3)),
    "Person": st.sampled_from(["", "Ada Roe", "Kim Poe"]),
    "Kind": st.sampled_from(["", "Renewal", "Odd"]),
    "Colour": st.sampled_from(["", "red", "blue"]),
}


CHOICES = st.fixed_dictionaries(
    {},
    optional={
        Choice.PERIOD: st.sampled_from(["term", "month", "year"]),
        Choice.END_DATE: st.sampled_from(["service", "renewal"]),
        Choice.END_DAY: st.sampled_from(["last_day", "day_after"]),
    },
)
TWINS: Known = {Kind.ACCOUNT: [{"id": 1, "name": "Twin"}, {"id": 2, "name": "Twin"}]}


@st.composite
def sheets(draw: st.DrawFn) -> str:
    """A list of contracts, its rows told much alike."""
    further = draw(st.lists(st.sampled_from([name for name in CELLS if name not in ALWAYS]), unique=True, min_size=1))
    headings = [*ALWAYS, *further]
    rows = draw(st.lists(st.tuples(*(CELLS[name] for name in headings)).filter(any), min_size=1, max_size=25))
    again = draw(st.lists(st.sampled_from(rows), max_size=4))
    return "\n".join(map(",".join, (headings, *rows, *again))) + "\n"


def matched(
    text: str, name: str = "lines.csv", choices: Mapping[Choice, str] | None = None, currency: str = "USD"
) -> tuple[MatchedTable, ...]:
    found = read_text(text, name)
    fields = {column.heading: FIELDS[column.heading] for table in found for column in table.columns}
    wishes = [Matching(TableKind.CONTRACTS, fields, choices or {})] * len(found)
    return match_tables(found, wishes, language=Language.EN, currency=currency)


@contextmanager
def long_from(rows: int) -> Iterator[None]:
    """Lists of that many rows are long."""
    with pytest.MonkeyPatch.context() as small:
        small.setattr("csdesk.intake.planning.long_lists.MANY", rows)
        yield


def planned(tables: Sequence[MatchedTable], known: Known, *, by_column: bool, currency: str = "USD") -> Plan:
    with long_from(1 if by_column else 10**9):
        return plan(tables, known, currency=currency, as_of=AS_OF)


def drafts(made: Plan) -> Iterator[tuple[Kind, int | None, dict[str, Value], dict[str, str], str]]:
    """Everything that a plan writes, one row at a time."""
    for one in made.drafts:
        yield one.kind, one.id, dict(one.values), dict(one.custom), str(one.place) if one.kind is not Kind.USE else ""
    for block in made.blocks:
        assert block.place is not None
        for at in range(len(block)):
            values = {name: column[at] for name, column in block.columns.items() if column[at] is not None}
            custom = {name: text for name, column in block.custom.items() if (text := column[at]) is not None}
            yield (
                block.kind,
                None,
                values,
                custom,
                str(type(block.place)(block.place.file, block.place.sheet, block.lines[at])),
            )


def written(made: Plan, known: Known) -> Counter[object]:
    """What a plan writes, references by name."""
    names: dict[tuple[str, Value], Value] = {}
    for kind, column in ((Kind.ACCOUNT, "account_id"), (Kind.PRODUCT, "product_id"), (Kind.PERSON, "owner_id")):
        names |= {(column, row["id"]): row["name"] for row in known.get(kind, ())}
        names |= {(column, one.id): one.values["name"] for one in made.drafts if one.kind is kind and one.id < 0}
    return Counter(
        (
            kind,
            number if number is not None and number > 0 else "new",
            frozenset((name, names.get((name, value), value)) for name, value in values.items()),
            frozenset(custom.items()),
            place,
        )
        for kind, number, values, custom, place in drafts(made)
    )


def told(made: Plan) -> list[object]:
    """The whole preview, and all that is said, in order."""
    return [
        *(
            [(row.line, row.verdict, row.kind, row.title, row.changes, row.problems) for row in table.rows]
            for table in made.tables
        ),
        *([table.count(verdict) for verdict in Verdict] for table in made.tables),
        *([[row.line for row in table.rows_of(verdict)] for verdict in Verdict] for table in made.tables),
        *(list(table.problems) for table in made.tables),
        *([(one.line, one.row.of, len(one.others)) for one in table.lookalikes] for table in made.tables),
    ]


def book_after(made: Plan, known: Known) -> dict[Kind, Sequence[dict[str, Value]]]:
    """What the book holds once a plan is written, contracts by column."""
    rows: dict[Kind, dict[int, dict[str, Value]]] = {
        kind: {int(str(row["id"])): dict(row) for row in held} for kind, held in known.items()
    }
    free = max((number for held in rows.values() for number in held), default=0) + 1
    ids: dict[int, int] = {}
    fields = {
        (Kind(str(row["kind"])), str(row["name"])): number for number, row in rows.get(Kind.CUSTOM_FIELD, {}).items()
    }
    present = {(row["field_id"], row["row_id"]): number for number, row in rows.get(Kind.CUSTOM_VALUE, {}).items()}
    for kind, draft, values, custom, _ in drafts(made):
        if draft is None or draft < 0:
            at, free = free, free + 1
            if draft is not None:
                ids[draft] = at
            held: dict[str, Value] = {"id": at}
        else:
            at, held = draft, rows[kind][draft]
        turned = {
            name: ids[value] if name.endswith("_id") and isinstance(value, int) and value < 0 else value
            for name, value in values.items()
        }
        rows.setdefault(kind, {})[at] = {**held, **turned}
        for name, text in custom.items():
            field = fields.setdefault((kind, name), len(fields) + 1)
            value = {"id": (number := present.get((field, at), free)), "field_id": field, "row_id": at, "value": text}
            rows.setdefault(Kind.CUSTOM_VALUE, {})[number] = value
            free += 1
    rows[Kind.CUSTOM_FIELD] = {
        number: {"id": number, "kind": kind.value, "name": name} for (kind, name), number in fields.items()
    }
    found = {kind: list(held.values()) for kind, held in rows.items()}
    found.setdefault(Kind.CUSTOM_VALUE, [])
    return found


@given(sheets(), sheets(), CHOICES)
@settings(deadline=None, max_examples=examples(80), suppress_health_check=[HealthCheck.too_slow])
def test_both_roads_come_to_the_same(first: str, second: str, choices: dict[Choice, str]) -> None:
    known = TWINS
    for text in (first, first, second):
        tables = matched(text, choices=choices)
        singly, together = (planned(tables, known, by_column=by) for by in (False, True))
        assert told(together) == told(singly)
        assert written(together, known) == written(singly, known)
        after = book_after(together, known)
        known = {**after, Kind.CONTRACT: by_column(after.get(Kind.CONTRACT, ()))}


@given(sheets(), sheets())
@settings(deadline=None, max_examples=examples(30), suppress_health_check=[HealthCheck.too_slow])
def test_lists_of_one_import_know_of_each_other(first: str, second: str) -> None:
    tables = (*matched(first, "first.csv"), *matched(second, "second.csv"))
    singly, together = (planned(tables, {}, by_column=by) for by in (False, True))
    assert told(together) == told(singly)
    assert written(together, {}) == written(singly, {})


def lines_of(rows: int) -> str:
    """Plain lines of some accounts, in two products."""
    head = "Id,Account,Product,MRR,From,Until,Colour"
    return "\n".join(
        [
            head,
            *(f"C-{n},Account {n % 7},P{n % 2},{n}.50,2025-01-0{1 + n % 9},2025-12-31,c{n % 3}" for n in range(rows)),
        ]
    )


def test_plain_lines_leave_as_one_block() -> None:
    made = planned(matched(lines_of(40)), {}, by_column=True)
    (block,) = made.blocks
    assert block.kind is Kind.CONTRACT
    assert len(block) == 40
    assert list(block.lines) == list(range(2, 42))
    assert block.custom["Colour"][:3] == ["c0", "c1", "c2"]
    assert {one.kind for one in made.drafts} == {Kind.ACCOUNT, Kind.PRODUCT}


def test_again_changes_nothing_and_looks_at_no_row() -> None:
    tables = matched(lines_of(40))
    after = book_after(planned(tables, {}, by_column=True), {})
    known = {**after, Kind.CONTRACT: by_column(after[Kind.CONTRACT])}
    made = planned(tables, known, by_column=True)
    assert (made.drafts, made.blocks) == ((), ())
    assert made.tables[0].count(Verdict.SAME) == 40


def test_one_line_that_differs_is_changed_alone() -> None:
    after = book_after(planned(matched(lines_of(40)), {}, by_column=True), {})
    known = {**after, Kind.CONTRACT: by_column(after[Kind.CONTRACT])}
    made = planned(matched(lines_of(40).replace("3.50,", "4.25,", 1).replace("c2", "c9", 1)), known, by_column=True)
    assert made.tables[0].count(Verdict.CHANGED) == 2
    assert [row.changes for row in made.tables[0].rows_of(Verdict.CHANGED)] == [
        (("custom:Colour", "c2", "c9"),),
        (("contract.amount", 3.5, 4.25),),
    ]


def test_an_amount_in_the_books_currency_is_not_one_of_as_many_cents_in_another() -> None:
    """9,050 yen are not 90.50 euros; a row without an amount tells no currency unless it names one."""
    rows = "".join(f"C-{n},{name},90.50,2025-01-01,EUR\n" for n, name in enumerate(("Anvil", "Bellows", "Crucible")))
    euros = matched(f"Id,Account,MRR,From,Currency\n{rows}", currency="JPY")
    known = book_after(planned(euros, {}, by_column=True, currency="JPY"), {})
    rows = "C-0,Anvil,9050,2025-01-01,\nC-1,Bellows,,2025-01-01,\nC-2,Crucible,,2025-01-01,USD\n"
    later = matched(f"Id,Account,MRR,From,Currency\n{rows}", currency="JPY")
    singly, together = (planned(later, known, by_column=by, currency="JPY") for by in (False, True))
    assert told(together) == told(singly)
    changes = [row.changes for row in together.tables[0].rows]
    assert changes == [(("contract.currency", "EUR", "JPY"),), (), (("contract.currency", "EUR", "USD"),)]


def test_leavers_end_the_lines_of_a_long_list_on_both_roads() -> None:
    leavers = "Account,Until\n" + "\n".join(f"Account {n},2025-06-30" for n in range(3))
    first = matched(leavers, "left.csv")
    assert planned(first, {}, by_column=True).drafts
    after = book_after(planned(first, {}, by_column=False), {})
    known = {**after, Kind.CONTRACT: by_column(after[Kind.CONTRACT])}
    rows = (f"Account {n},Base,{n + 1}00,2024-0{1 + n}-01" for n in range(9))
    tables = matched("Account,Product,MRR,From\n" + "\n".join(rows))
    singly, together = (planned(tables, known, by_column=by) for by in (False, True))
    assert told(together) == told(singly)
    assert written(together, known) == written(singly, known)
    assert together.tables[0].count(Verdict.CHANGED) == 3


@pytest.mark.parametrize("choices", [{}, {Choice.PERIOD: "term"}])
def test_what_is_paid_for_a_whole_term_is_spread_over_its_months(choices: dict[Choice, str]) -> None:
    rows = "".join(f"Account {n},{1200 + n},2025-01-01,202{5 + n % 2}-12-31\n" for n in range(8))
    tables = matched(f"Account,Amount,From,Until\n{rows}", choices=choices)
    singly, together = (planned(tables, {}, by_column=by) for by in (False, True))
    assert written(together, {}) == written(singly, {})
    months = {month for block in together.blocks for month in block.columns["interval_months"]}
    assert months == ({12, 24} if choices else set())


@pytest.mark.parametrize(
    "text",
    [
        "Account,MRR,Until\nAnvil,100,2026-12-31\nBellows,200,2026-12-31\n",
        "Account,MRR,From,Next step\nAnvil,100,2025-01-01,Call\nBellows,200,2025-01-01,Write\n",
    ],
    ids=["no start", "next action"],
)
def test_lists_of_more_than_plain_lines_are_planned_row_by_row(text: str) -> None:
    found = read_text(text, "lines.csv")
    fields = {**FIELDS, "Next step": "touch.next"}
    named = {column.heading: fields[column.heading] for column in found[0].columns}
    tables = match_tables(found, [Matching(TableKind.CONTRACTS, named)], language=Language.EN, currency="USD")
    assert not planned(tables, {}, by_column=True).blocks
