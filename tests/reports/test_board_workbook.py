"""The board workbook: figures as live formulas with their values, text as text, in one language."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from statistics import fmean
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from csdesk.intake.shapes import Cancelled, Progress
from csdesk.metrics.health.by_hand import Hand
from csdesk.metrics.health.scores import FactorState
from csdesk.metrics.measure import Measure, Unit, Why
from csdesk.metrics.triangles import Cohort, CohortKind, Triangle
from csdesk.models.kinds import Band, Language
from csdesk.models.months import Month
from csdesk.reports.board import SHEETS, BoardContent, sheets_of, write_board
from csdesk.reports.content import Figure
from csdesk.reports.delivery import Hindrance, ReportRefused
from csdesk.wording.charts import BANDS, LEGEND
from csdesk.wording.reports import CHECKS, HEADINGS, PHRASES, TITLES, WHY
from csdesk.wording.reports import SHEETS as SHEET_WORDS

Make = Callable[..., BoardContent]
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
NAMES_ALIKE_IN_BOTH = {"MRR", "ARR", "NRR", "GRR", "ARPA", "CMRR", "LTV", "CAC", "JPY", "No", "pt", "xlsx", "A", "B"}


def written(content: BoardContent, path: Path, progress: Progress) -> tuple[Any, Any]:
    """The workbook as formulas, and as stored values."""
    write_board(content, path, progress)
    return openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)


def cells(book: Any) -> Iterator[Any]:
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


def named(book: Any, name: str) -> Any:
    ((sheet, place),) = book.defined_names[name].destinations
    return book[sheet][place.replace("$", "")]


def sheet(book: Any, key: str, language: Language = Language.EN) -> Any:
    return book[SHEET_WORDS[key].say(language)]


def column(page: Any, heading: str) -> list[Any]:
    """The values under a heading, down to the first empty cell."""
    (head,) = [cell for row in page.iter_rows() for cell in row if cell.value == heading]
    found = []
    for row in range(head.row + 1, page.max_row + 1):
        value = page.cell(row, head.column).value
        if value is None:
            break
        found.append(value)
    return found


@pytest.mark.parametrize("language", Language)
def test_every_formula_has_its_value_stored(make: Make, silent: Progress, tmp_path: Path, language: Language) -> None:
    live, stored = written(make(language), tmp_path / "board.xlsx", silent)
    formulas = [cell for cell in cells(live) if cell.data_type == "f"]
    assert len(formulas) > 300
    for cell in formulas:
        value = stored[cell.parent.title][cell.coordinate].value
        assert value is not None, (cell.parent.title, cell.coordinate)
        assert not str(value).startswith("#")


def test_sheets_stand_in_order_and_print_on_a4_across(make: Make, silent: Progress, tmp_path: Path) -> None:
    content = make(Language.EN)
    live, _ = written(content, tmp_path / "board.xlsx", silent)
    assert live.sheetnames == [SHEET_WORDS[key].en for key in sheets_of(content)]
    assert set(SHEETS) - set(sheets_of(content)) == {"restatement"}
    for page in live:
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
        assert page.page_setup.fitToWidth in {None, 1}
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert "Blue Sky && Sons" in page.oddHeader.left.text
        assert "31 Mar 2025" in page.oddFooter.left.text


@pytest.mark.parametrize(("currency", "unit"), [("JPY", 1), ("USD", 100)])
def test_headline_names_hold_the_measures(
    make: Make, silent: Progress, tmp_path: Path, currency: str, unit: int
) -> None:
    content = make(Language.EN, currency)
    live, stored = written(content, tmp_path / "board.xlsx", silent)
    for figure in content.headline:
        value = figure.now.value
        seen = named(stored, figure.now.metric).value
        if value is None:
            assert seen is None
            continue
        scale = unit if figure.now.unit == "money" else 1
        assert seen == pytest.approx(float(Fraction(value) / scale), rel=1e-12)
        if figure.before is not None:
            before = float(Fraction(figure.before.value or 0) / scale)
            assert named(stored, f"{figure.now.metric}_before").value == pytest.approx(before, rel=1e-12)
    divided = ("arpa", "net_revenue_retention", "gross_revenue_retention", "logo_churn")
    assert all(re.fullmatch(r"=I\d+/J\d+", named(live, name).value) for name in divided)
    assert "Movements" in named(live, "mrr").value
    assert named(live, "arr").value.startswith("=12*")


def test_figures_that_do_not_compare_show_no_change(make: Make, silent: Progress, tmp_path: Path) -> None:
    few = Measure("nps", None, Unit.POINTS, 40, n=9, low=-10.0, high=90.0)
    enough = replace(few, value=30, n=10)
    content = replace(make(Language.EN), headline=(Figure(few, enough), Figure(replace(enough, metric="csat"), enough)))
    _, stored = written(content, tmp_path / "board.xlsx", silent)
    rows = list(sheet(stored, "figures").iter_rows(values_only=True))
    (heads,) = [row for row in rows if "Change" in row]
    changes = {row[heads.index("Cell name")]: row[heads.index("Change")] for row in rows}
    assert (changes["nps"], changes["csat"]) == (None, 0)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, "2 accounts lack what this rests on"),
        (Language.JA, "この数値に必要なデータが2件のアカウントで不足"),
    ],
)
def test_what_a_figure_rests_on_that_is_incomplete_stands_in_its_note(
    make: Make, silent: Progress, tmp_path: Path, language: Language, said: str
) -> None:
    content = make(language)
    first, *others = content.headline
    lacking = replace(first, now=replace(first.now, incomplete=2))
    _, values = written(replace(content, headline=(lacking, *others)), tmp_path / "board.xlsx", silent)
    notes = [cell.value for cell in cells(values) if cell.value and said in str(cell.value)]
    assert len(notes) == 1


def test_movements_add_up_and_agree_with_the_contracts(make: Make, silent: Progress, tmp_path: Path) -> None:
    content = make(Language.EN)
    live, stored = written(content, tmp_path / "board.xlsx", silent)
    page = sheet(stored, "movements")
    ends = column(page, "MRR at end")[: len(content.movements)]
    assert ends == pytest.approx([float(Fraction(line.end.value or 0)) for line in content.movements])
    assert set(column(page, "Difference")) == {0}
    formulas = column(sheet(live, "movements"), "MRR at end")
    assert re.fullmatch(r"=B(\d+)\+C\1\+D\1\+E\1-F\1-G\1", formulas[0])
    reported = next(row for row in page.iter_rows(values_only=True) if str(row[0]).startswith("Reported period"))
    last = content.movements[-3:]
    assert reported[2] == pytest.approx(float(sum(Fraction(line.new.value or 0) for line in last)))
    assert reported[7] == pytest.approx(ends[-1])


def test_reconciliation_is_all_zero(make: Make, silent: Progress, tmp_path: Path) -> None:
    _, stored = written(make(Language.EN), tmp_path / "board.xlsx", silent)
    page = sheet(stored, "reconciliation")
    assert column(page, "Difference") == [0] * len(column(page, "Compared")) == [0] * 12
    assert set(column(page, "Result")) == {"✔ agrees"}
    assert PHRASES["all_agree"].en in {cell.value for cell in cells(stored)}


def test_a_contract_line_left_out_shows_as_a_difference(make: Make, silent: Progress, tmp_path: Path) -> None:
    content = make(Language.EN)
    lost = content.sources[0].mrr
    _, stored = written(replace(content, sources=content.sources[1:]), tmp_path / "board.xlsx", silent)
    page = sheet(stored, "reconciliation")
    rows = dict(zip(column(page, "Compared"), column(page, "Difference"), strict=True))
    assert rows[CHECKS["sources"].en] == pytest.approx(float(lost), abs=1e-3)
    assert rows[CHECKS["each_account"].en] == pytest.approx(float(lost), abs=1e-3)
    assert rows[CHECKS["accounts"].en] == 0
    assert PHRASES["some_differ"].en in {cell.value for cell in cells(stored)}


def test_a_book_without_history_is_reconciled_all_the_same(make: Make, silent: Progress, tmp_path: Path) -> None:
    young = replace(make(Language.EN), movements=(), moves=(), health=(), bridge=(), groups=(), reasons=())
    _, stored = written(young, tmp_path / "board.xlsx", silent)
    wanted = [CHECKS[key].en for key in ("accounts", "sources", "concentration", "each_account")]
    assert column(sheet(stored, "reconciliation"), "Compared") == wanted
    assert column(sheet(stored, "reconciliation"), "Difference") == [0] * 4


def test_a_month_that_does_not_add_up_shows_as_a_difference(make: Make, silent: Progress, tmp_path: Path) -> None:
    content = make(Language.EN)
    line = content.movements[3]
    wrong = replace(line, new=replace(line.new, value=Fraction(line.new.value or 0) + 7))
    movements = (*content.movements[:3], wrong, *content.movements[4:])
    _, stored = written(replace(content, movements=movements), tmp_path / "board.xlsx", silent)
    assert sorted(set(column(sheet(stored, "movements"), "Difference"))) == [0, 7]
    assert 7 in column(sheet(stored, "reconciliation"), "Difference")


def test_cohort_cells_not_yet_observed_are_empty(make: Make, silent: Progress, tmp_path: Path) -> None:
    content = make(Language.EN)
    live, stored = written(content, tmp_path / "board.xlsx", silent)
    page, shares = sheet(live, "cohorts"), sheet(stored, "cohorts")
    (first, *_) = [cell.row for row in page.iter_rows() for cell in row if cell.value == "Started"]
    for offset, cohort in enumerate(content.logos.cohorts, 1):
        seen = [shares.cell(first + offset, 3 + age).value for age in range(8)]
        wanted = {cell.age: float(cell.value or 0) for cell in cohort.cells}
        assert {age: value for age, value in enumerate(seen) if value is not None} == pytest.approx(wanted)
        assert "Cohort data" in page.cell(first + offset, 3).value


def test_retention_shows_parts_intervals_and_too_few(make: Make, silent: Progress, tmp_path: Path) -> None:
    content = make(Language.EN)
    live, stored = written(content, tmp_path / "board.xlsx", silent)
    page = sheet(stored, "retention")
    assert column(page, "Logo churn") == pytest.approx([float(line.logo_churn.value or 0) for line in content.rates])
    assert column(page, "95% to") == pytest.approx([line.logo_churn.high or 0.0 for line in content.rates])
    assert column(page, "Net MRR churn") == pytest.approx(
        [float(line.net_mrr_churn.value or 0) for line in content.rates]
    )
    assert all(str(formula).startswith("=1-") for formula in column(sheet(live, "retention"), "Gross MRR churn"))
    assert [n < 10 for n in column(page, "Accounts at start")] == [
        "too few" in str(page.cell(row, 15).value) for row in range(22, 22 + len(content.rates))
    ]


def test_health_scores_are_weighted_means_of_what_is_shown(make: Make, silent: Progress, tmp_path: Path) -> None:
    content = make(Language.EN)
    live, stored = written(content, tmp_path / "board.xlsx", silent)
    scores = {line.name: line.health.score for line in content.health}
    pairs = [
        (row[0].value, row[3].value, sheet(stored, "health").cell(row[0].row, 4).value)
        for row in sheet(live, "health").iter_rows()
        if row[0].value in scores
    ]
    assert len(pairs) == len(scores)
    for name, formula, value in pairs:
        assert value == (pytest.approx(scores[name]) if scores[name] is not None else None)
        assert formula is None or formula.startswith("=SUMPRODUCT(")


def test_each_health_profile_has_its_row_of_weights(make: Make, silent: Progress, tmp_path: Path) -> None:
    """One account by a profile in which every factor weighs the same: its formula reads that profile's weights."""
    content = make(Language.EN)
    at = next(n for n, line in enumerate(content.health) if sum(f.value is not None for f in line.health.factors) > 1)
    line, others = content.health[at], (*content.health[:at], *content.health[at + 1 :])
    mean = fmean(f.value for f in line.health.factors if f.value is not None)
    factors = tuple(f._replace(weight=2.0) for f in line.health.factors)
    health = replace(line.health, profile="Key", score=mean, factors=factors)
    several = replace(content, health=(replace(line, health=health), *others))
    live, stored = written(several, tmp_path / "board.xlsx", silent)
    rows = [row for row in sheet(live, "health").iter_rows() if str(row[3].value).startswith("=SUMPRODUCT(")]
    read = {row[0].value: str(row[3].value).split(",", 1)[0] for row in rows}
    assert len(set(read.values())) == 2
    weights = int(read.pop(line.name).rsplit("$", 1)[1])
    assert {cell.value for cell in sheet(live, "health")[weights][7:10]} == {2}
    cells = next(row for row in sheet(stored, "health").iter_rows(values_only=True) if row[0] == line.name)
    assert (cells[3], cells[10]) == (pytest.approx(mean), "Key")


def test_a_score_said_by_hand_stands_beside_the_computed_one(make: Make, silent: Progress, tmp_path: Path) -> None:
    content = make(Language.EN)
    line, *others = content.health
    hand = Hand(20, content.as_of, None, "Frozen", "sample")
    said = replace(line.health, score=20.0, band=Band.RED, hand=hand, computed=line.health)
    _, stored = written(replace(content, health=(replace(line, health=said), *others)), tmp_path / "b.xlsx", silent)
    rows = {row[0]: row for row in sheet(stored, "health").iter_rows(values_only=True)}
    assert (rows[line.name][3], rows[line.name][10]) == (20, pytest.approx(line.health.score))
    assert rows[others[0].name][10] is None


NASTY = (
    "=1+1", "+SUM(A1)", "-2", "@now", "\tTab", '=HYPERLINK("x","y")', "http:" + "//nowhere.invalid", "0012", "1e6",
    "<r>raw & markup</r>", "bell\x07 and nul\x00", "R&D\r\nsecond line", "&Lheader", "😀 full　width", "\ud800lone",
    "x" * 300,
)  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_text_stays_text(make: Make, silent: Progress, tmp_path: Path, text: str) -> None:
    content = make(Language.EN)
    account = replace(content.accounts[0], name=text, owner=text, segment=text)
    source = replace(content.sources[0], product=text, file=text)
    content = replace(
        content, company=text, accounts=(account, *content.accounts[1:]), sources=(source, *content.sources[1:])
    )
    live, _ = written(content, tmp_path / "board.xlsx", silent)
    kept = re.sub("[\x00-\x08\x0b-\x1f\ud800]", "", text.replace("\r\n", "\n"))
    found = [cell for cell in cells(live) if cell.value == kept]
    assert len(found) >= 5
    assert {cell.data_type for cell in found} == {"s"}
    assert not any(cell.hyperlink for cell in found)


def test_a_japanese_workbook_is_japanese_throughout(make: Make, silent: Progress, tmp_path: Path) -> None:
    content = make(Language.JA)
    live, stored = written(content, tmp_path / "board.xlsx", silent)
    ids = {figure.now.metric for figure in content.headline}
    words = [cell.value for cell in cells(stored) if isinstance(cell.value, str) and cell.value not in ids]
    words += [*live.sheetnames, *chart_words(tmp_path / "board.xlsx")]
    latin = {part for word in words for part in re.findall("[A-Za-z]+", word)}
    assert latin <= NAMES_ALIKE_IN_BOTH | {"Q", "n"}
    assert {page.cell(1, 1).font.name for page in live} == {"Yu Gothic"}
    assert named(live, "mrr").number_format == "¥#,##0;-¥#,##0"
    dates = {cell.number_format for cell in cells(live) if cell.is_date}
    assert dates == {"yyyy/mm/dd"}


def test_an_english_workbook_holds_no_japanese(make: Make, silent: Progress, tmp_path: Path) -> None:
    live, stored = written(make(Language.EN, "USD"), tmp_path / "board.xlsx", silent)
    words = [str(cell.value) for book in (live, stored) for cell in cells(book)]
    words += [*live.sheetnames, *chart_words(tmp_path / "board.xlsx"), *(cell.number_format for cell in cells(live))]
    assert not [word for word in words if JAPANESE.search(word)]
    assert named(live, "mrr").number_format == "$#,##0.00;-$#,##0.00"


def chart_words(path: Path) -> list[str]:
    with ZipFile(path) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 14
    return [word for chart in charts for word in re.findall(r"<(?:a:t|c:v)>([^<]*)</", chart)]


def test_every_phrase_is_in_both_languages() -> None:
    for table in (SHEET_WORDS, TITLES, HEADINGS, CHECKS, PHRASES, WHY, LEGEND, BANDS):
        for words in table.values():
            assert words.en
            assert words.ja
            assert set(re.findall(r"{\w+}", words.en)) == set(re.findall(r"{\w+}", words.ja))
            assert not JAPANESE.search(words.en)
    for words in SHEET_WORDS.values():
        assert max(len(words.en), len(words.ja)) <= 31


def test_the_same_content_gives_the_same_bytes(make: Make, silent: Progress, tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_board(make(Language.JA), tmp_path / name, silent)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@pytest.mark.parametrize("language", Language)
def test_a_book_without_anything_makes_a_workbook(
    make: Make, silent: Progress, tmp_path: Path, language: Language
) -> None:
    full = make(language)
    bare = replace(
        full, company="", headline=(), movements=(), rates=(), logos=Triangle(CohortKind.LOGO, ()),
        revenue=Triangle(CohortKind.REVENUE, ()), health=(), renewals=(), accounts=(), sources=(), definitions=(),
        factors={},
    )  # fmt: skip
    _, stored = written(bare, tmp_path / "board.xlsx", silent)
    assert PHRASES["empty"].say(language) in {cell.value for cell in cells(stored)}
    assert PHRASES["no_renewals"].say(language, days=90) in {cell.value for cell in cells(stored)}


def test_progress_counts_up_and_a_stop_leaves_nothing(make: Make, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    content = make(Language.EN)
    write_board(content, tmp_path / "board.xlsx", lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1] == (len(sheets_of(content)), len(sheets_of(content)))

    def stop(done: int, _total: int) -> None:
        if done > 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_board(make(Language.EN), tmp_path / "other.xlsx", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["board.xlsx"]


def test_what_cannot_be_divided_is_written_as_it_is(make: Make, silent: Progress, tmp_path: Path) -> None:
    """No base, rates under other rules, a score of another profile, a cohort without a cell, a figure all its own."""
    content = make(Language.EN)
    none = [
        replace(m, value=None, part=0, whole=0, low=None, high=None, why=Why.NO_BASE)
        for m in (
            content.rates[0].logo_churn,
            content.rates[0].grr,
            content.rates[0].nrr,
            content.rates[0].net_mrr_churn,
        )
    ]
    no_base = replace(
        content.rates[0], logo_churn=none[0], grr=none[1], gross_mrr_churn=none[3], nrr=none[2], net_mrr_churn=none[3],
        complete=False,
    )  # fmt: skip
    other = replace(content.rates[1], net_mrr_churn=replace(content.rates[1].net_mrr_churn, value=Fraction(-1, 4)))
    stated = replace(
        content.rates[2], grr=replace(content.rates[2].grr, part=None), nrr=none[2],
        net_mrr_churn=replace(content.rates[2].net_mrr_churn, value=0.125, why=Why.NEGATIVE_CHURN),
    )  # fmt: skip
    first, *rest = content.health
    factors = tuple(factor._replace(weight=9.0, state=FactorState.OFF) for factor in first.health.factors)
    own = replace(first, name="Own profile", health=replace(first.health, score=12.5, factors=factors))
    nps = Measure("nps", content.period, Unit.POINTS, Fraction(30), part=6, whole=20, n=20, low=-4.0, high=64.0)
    headline = (Figure(nps, nps, Unit.COUNT, Unit.COUNT, rising_is_good=None), *content.headline)
    empty = Triangle(CohortKind.LOGO, (Cohort(content.period, 0, ()),))
    odd = replace(
        content, rates=(no_base, other, stated, *content.rates[3:]), health=(own, *rest), headline=headline, logos=empty
    )
    live, stored = written(odd, tmp_path / "board.xlsx", silent)
    rates = {row[0]: row for row in sheet(stored, "retention").iter_rows(values_only=True)}
    note = "not complete yet; nothing to divide by"
    assert rates["Q3 2023"][1:15] == (0, 0, *[None] * 4, 0, 0, None, None, 0, None, None, note)
    assert rates["Q4 2023"][13] == -0.25
    assert rates["Q1 2024"][9] == pytest.approx(float(content.rates[2].grr.value or 0))
    assert rates["Q1 2024"][12:15] == (None, 0.125, "nothing to divide by; negative churn")
    assert (named(live, "nps").value, named(live, "nps").number_format) == (30, "+0;-0;0")
    assert next(r for r in sheet(live, "health").iter_rows(values_only=True) if r[0] == "Own profile")[3] == 12.5


def test_periods_before_the_first_month_are_not_reported(make: Make, silent: Progress, tmp_path: Path) -> None:
    content = make(Language.EN)
    early = replace(content, period=replace(content.period, first=Month.of(date(2020, 1, 1))))
    _, stored = written(early, tmp_path / "board.xlsx", silent)
    assert not [cell for cell in cells(stored) if str(cell.value).startswith("Reported period")]


def test_a_disk_that_fills_up_keeps_the_older_file(
    make: Make, silent: Progress, tmp_path: Path, full_disk: Callable[[], AbstractContextManager[None]]
) -> None:
    (tmp_path / "board.xlsx").write_bytes(b"old")
    with pytest.raises(ReportRefused) as caught, full_disk():
        write_board(make(Language.EN), tmp_path / "board.xlsx", silent)
    assert caught.value.reason is Hindrance.DISK_FULL
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("board.xlsx", b"old")]
