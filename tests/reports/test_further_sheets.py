"""Sheets beyond the figures: the cover's words, targets, CMRR, survival, concentration, reasons, risks, actions."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from csdesk.models.kinds import Language
from csdesk.reports.board import BoardContent, sheets_of, write_board
from csdesk.reports.redacting import redacted
from csdesk.reports.sheets.reasons import themes_of
from csdesk.wording.reports import PHRASES
from csdesk.wording.reports import SHEETS as SHEET_WORDS

Books = tuple[BoardContent, Any, Any]


def silent(_done: int, _all: int) -> None:
    pass


@pytest.fixture(scope="module")
def books(make: Callable[..., BoardContent], tmp_path_factory: pytest.TempPathFactory) -> Books:
    """The content, its workbook as formulas and as stored values."""
    content, path = make(Language.EN), tmp_path_factory.mktemp("board") / "board.xlsx"
    write_board(content, path, silent)
    return content, openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)


def page(book: Any, key: str) -> Any:
    return book[SHEET_WORDS[key].en]


def named(book: Any, name: str) -> Any:
    ((sheet, place),) = book.defined_names[name].destinations
    return book[sheet][place.replace("$", "")]


def texts(sheet: Any) -> list[str]:
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def test_the_cover_names_who_came_and_left_and_takes_amounts_from_the_list(books: Books) -> None:
    content, live, stored = books
    said = texts(page(stored, "cover"))
    biggest = max(content.moves, key=lambda move: abs(move.mrr))
    assert any(text.startswith("MRR ") for text in said)
    assert sum(biggest.name in text for text in said) >= 2  # in a sentence, and among the largest
    linked = [
        (cell, page(stored, "cover")[cell.coordinate].value)
        for row in page(live, "cover").iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("='Movement list'!")
    ]
    assert len(linked) == min(len(content.moves), 10) > 0
    for cell, value in linked:
        assert page(stored, "moves")[cell.value.rpartition("!")[2].replace("$", "")].value == value
    assert PHRASES["all_agree"].en in said


def test_nobody_having_left_is_said(books: Books, tmp_path: Path) -> None:
    content = books[0]
    calm = replace(content, moves=tuple(move for move in content.moves if move.mrr > 0))
    write_board(calm, tmp_path / "calm.xlsx", silent)
    said = texts(page(openpyxl.load_workbook(tmp_path / "calm.xlsx"), "cover"))
    assert PHRASES["nobody_left"].en in said


def test_figures_stand_against_their_targets(books: Books) -> None:
    content, live, stored = books
    nrr = next(figure.now for figure in content.headline if figure.now.metric == "net_revenue_retention")
    assert named(stored, "net_revenue_retention_target").value == pytest.approx(1.05)
    gap = (float(nrr.value or 0) - 1.05) * 100
    assert named(stored, "net_revenue_retention_to_target").value == pytest.approx(gap)
    assert named(live, "mrr_to_target").value == "=B6/G6-1"
    assert named(stored, "arr_target").value is None
    assert not page(live, "figures").column_dimensions["G"].hidden
    assert PHRASES["of_target"].en in str([cell.number_format for row in page(live, "cover").rows for cell in row])


def test_without_targets_their_columns_are_folded_away(books: Books, tmp_path: Path) -> None:
    write_board(replace(books[0], targets=()), tmp_path / "plain.xlsx", silent)
    dimensions = page(openpyxl.load_workbook(tmp_path / "plain.xlsx"), "figures").column_dimensions
    assert dimensions["G"].hidden
    assert not dimensions["F"].hidden


def test_committed_mrr_is_mrr_and_what_the_accounts_below_change(books: Books) -> None:
    content, live, stored = books
    rows = [[cell.value for cell in row] for row in page(stored, "committed")["A6:C11"]]
    amounts = [row[1] for row in rows]
    assert amounts[-1] == pytest.approx(sum(amounts[:-1]))
    assert amounts[-1] == pytest.approx(float(content.bridge[-1].value or 0))
    assert amounts[3] == pytest.approx(-float(content.bridge[3].value or 0))
    assert all(str(page(live, "committed")[f"B{row}"].value).startswith("=SUMIF(") for row in range(7, 11))


def test_the_survival_curve_is_the_product_of_its_steps(books: Books) -> None:
    content, live, stored = books
    rows = [row for row in page(stored, "survival").iter_rows(min_row=22, max_col=7, values_only=True) if row[1]]
    share = 1.0
    for row, line in zip(rows, content.survival, strict=True):
        share *= 1 - row[2] / row[1]
        assert row[4] == pytest.approx(share) == pytest.approx(float(line.share))
        assert row[5:] == (line.low, line.high)
    assert page(live, "survival")["E23"].value == "=E22*(1-C23/B23)"
    assert any("14" in text for text in texts(page(stored, "survival")))  # the median


def test_cumulative_shares_reach_the_whole(books: Books) -> None:
    content, _, stored = books
    rows = [row for row in page(stored, "concentration").iter_rows(min_row=22, max_col=5, values_only=True) if row[1]]
    paying = sorted((line.mrr for line in content.accounts if line.mrr), reverse=True)
    assert [row[2] for row in rows] == pytest.approx([float(mrr) for mrr in paying])
    assert rows[-1][4] == pytest.approx(1)
    top = float(sum(paying[:5], Fraction(0)) / sum(paying, Fraction(0)))
    assert named(stored, "top_5_share").value == pytest.approx(top)


def test_beyond_a_hundred_accounts_the_others_are_one_row(make: Callable[..., BoardContent], tmp_path: Path) -> None:
    content = make(Language.EN)
    many = tuple(replace(content.accounts[0], account=n, name=f"A{n}", mrr=Fraction(1000)) for n in range(130))
    write_board(replace(content, accounts=many, sources=()), tmp_path / "many.xlsx", silent)
    sheet = page(openpyxl.load_workbook(tmp_path / "many.xlsx", data_only=True), "concentration")
    assert [cell.value for cell in sheet[122]][1:5] == ["30 others", 30_000, pytest.approx(30 / 130), pytest.approx(1)]


def test_reasons_share_out_all_who_left_and_interviews_stand_below(books: Books) -> None:
    content, _, stored = books
    sheet = page(stored, "reasons")
    rows = [row for row in sheet.iter_rows(min_row=22, max_col=9, values_only=True) if row[0]]
    assert [row[0] for row in rows[:3]] == ["Price", "Unknown", "Total"]
    assert rows[2][5] == sum(int(line.year_accounts.part or 0) for line in content.reasons)
    assert rows[0][6] + rows[1][6] == pytest.approx(1)
    said = texts(sheet)
    assert {line.stated for line in content.interviews} <= set(said)
    themes = {sheet.cell(cell.row, 1).value: sheet.cell(cell.row, 2).value for cell in sheet["A"] if cell.value}
    assert (themes["training"], themes["price"]) == (2, 1)


@pytest.mark.parametrize(
    ("text", "themes"),
    [("", set()), ("price", {"price"}), ("価格、研修；研修", {"価格", "研修"}), (" a ;b/ c ,, ", {"a", "b", "c"})],
)
def test_themes_are_told_apart(text: str, themes: set[str]) -> None:
    assert themes_of(text) == themes


def test_mrr_at_risk_counts_an_account_once(books: Books) -> None:
    content, live, stored = books
    assert len(content.risks) == 2
    assert named(stored, "risk_mrr").value == pytest.approx(float(content.risks[0].mrr))
    assert str(named(live, "risk_mrr").value).startswith("=SUMPRODUCT(")
    assert any(
        text.startswith("Open risks: 2,") and text.endswith("without a plan: 1.")
        for text in texts(page(stored, "risks"))
    )


def test_what_there_is_nothing_to_say_of_has_no_sheet(books: Books) -> None:
    content = books[0]
    assert "wins" in sheets_of(content)
    bare = replace(content, wins=(), actions=(), risks=(), bridge=(), survival=(), worth=(), groups=(), reasons=())
    assert set(sheets_of(content)) - set(sheets_of(bare)) == {
        "wins", "actions", "risks", "committed", "survival", "economics", "segments", "reasons",
    }  # fmt: skip


def test_redacted_no_typed_word_is_left_and_amounts_stay(books: Books) -> None:
    content, hidden = books[0], redacted(books[0])
    assert (hidden.wins, hidden.actions) == ((), ())
    assert [line.mrr for line in hidden.committed] == [line.mrr for line in content.committed]
    assert [line.group for line in hidden.groups] == ["G-1", "G-2", "G-1", "G-2"]
    assert all(
        line.name.startswith("A-") for lines in (hidden.committed, hidden.risks, hidden.interviews) for line in lines
    )
    assert not any((line.stated, line.root_cause, line.themes) != ("", "", "") for line in hidden.interviews)
    assert not any((line.owner, line.plan) != ("", "") for line in hidden.risks)


def test_redacted_health_profiles_are_numbers(books: Books) -> None:
    content = books[0]
    first, second, *others = content.health
    health = (
        replace(first, health=replace(first.health, profile="The bank")),
        replace(second, health=replace(second.health, profile="A bank")),
        *others,
    )
    hidden = redacted(replace(content, health=health))
    profiles = {line.account: line.health.profile for line in hidden.health}
    assert (profiles[first.account], profiles[second.account]) == ("P-2", "P-1")
    assert set(profiles.values()) == {"", "P-1", "P-2"}
