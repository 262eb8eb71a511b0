"""Exchange rates typed and pasted; and a book of three currencies from a sheet to the board workbook."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.engine.lacks import Lack
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.months import Month, Period
from csdesk.models.problems import Reason
from csdesk.usecases import books
from csdesk.usecases.account import account_page
from csdesk.usecases.books import Refused
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.explain import explain
from csdesk.usecases.hygiene import hygiene_page
from csdesk.usecases.kept_figures import kept_figures
from csdesk.usecases.rates import (
    RateEdit,
    RateTexts,
    add_rates,
    delete_rates,
    edit_rates,
    other_currencies,
    pasted_rates,
)
from csdesk.usecases.reports import board_content, write_board
from csdesk.usecases.revenue import revenue_page
from csdesk.usecases.scope import Scope
from csdesk.usecases.sentences import error_sentence
from csdesk.usecases.settings import book_settings, change_settings
from tests.usecases.round_trips import content, exported, imported, new_book, silent

SHEET = """顧客,製品,通貨,月額,契約開始日,解約日
アルファ,Desk,JPY,"10,000",2026-01-01,
ベータ,Desk,USD,100,2026-01-01,
ガンマ,Desk,USD,50,2026-01-01,2026-02-10
デルタ,Desk,EUR,20,2026-01-01,
"""
RATES = "月\t通貨\tレート\n2026-01\tUSD\t150\n2026-02\tUSD\t160\n2026-03\t米ドル\t155.5\n"
MARCH, FEBRUARY = Period(Month.parse("2026-03")), Period(Month.parse("2026-02"))


def seen(book: Book) -> list[tuple[str, str, str, float, str]]:
    return [(one.month, one.currency, one.base, one.rate, one.kind) for one in kept_figures(book).rates]


def test_rates_are_read_as_people_write_them(book: Book) -> None:
    add_rates(
        book, [RateTexts("2026年2月", "米ドル", "", "150.25", "TTM"), RateTexts("2026/02/28", "eur", "USD", "1.08")]
    )
    assert seen(book) == [("2026-02", "EUR", "USD", 1.08, ""), ("2026-02", "USD", "JPY", 150.25, "TTM")]
    add_rates(book, [RateTexts("2026-02", "$", "円", "151"), RateTexts("2026-02", "USD", rate="152")])
    assert seen(book)[1] == ("2026-02", "USD", "JPY", 152.0, "")
    books.undo(book)
    assert seen(book)[1] == ("2026-02", "USD", "JPY", 150.25, "TTM")


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (RateTexts("2026-13", "USD", rate="1"), Reason.NOT_A_MONTH),
        (RateTexts("", "USD", rate="1"), Reason.MISSING),
        (RateTexts("2026-01", "", rate="1"), Reason.MISSING),
        (RateTexts("2026-01", "USD"), Reason.MISSING),
        (RateTexts("2026-01", "USD", rate="much"), Reason.NOT_A_NUMBER),
        (RateTexts("2026-01", "USD", rate="-5"), Reason.NEGATIVE),
        (RateTexts("2026-01", "USD", rate="0"), Reason.OUT_OF_RANGE),
        (RateTexts("2026-01", "gold", rate="5"), Reason.UNKNOWN_WORD),
        (RateTexts("2026-01", "USD/JPY", rate="5"), Reason.UNKNOWN_WORD),
        (RateTexts("2026-01", "JPY", rate="5"), Reason.UNKNOWN_WORD),
    ],
)
def test_a_rate_that_cannot_be_taken_says_why_and_none_is_added(book: Book, texts: RateTexts, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        add_rates(book, [RateTexts("2026-01", "EUR", rate="1"), texts])
    assert refused.value.problem.reason is reason
    for language in Language:
        assert "rate." not in error_sentence(refused.value, language)
    assert seen(book) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-01\tUSD\t150", RateTexts("2026-01", "USD", rate="150")),
        ("Month\tCurrency\tRate\n2026-01\tUSD\t150", RateTexts("2026-01", "USD", rate="150")),
        ("2026-01\tEUR\tUSD\t1.1", RateTexts("2026-01", "EUR", "USD", "1.1")),
        ("2026-01\tEUR\tUSD\t1.1\tTTM", RateTexts("2026-01", "EUR", "USD", "1.1", "TTM")),
    ],
)
def test_rows_of_a_spreadsheet_are_understood(text: str, found: RateTexts) -> None:
    assert pasted_rates(text) == (found,)


def test_pasting_nothing_is_refused() -> None:
    with pytest.raises(Refused):
        pasted_rates(" \n\t\n")


def test_edits_and_deletions_are_one_step_each(book: Book) -> None:
    add_rates(book, pasted_rates("2026-01\tUSD\t150\n2026-02\tUSD\t151"))
    later, earlier = kept_figures(book).rates
    edit_rates(book, [RateEdit(earlier.id, "rate", "149"), RateEdit(earlier.id, "source", "TTM")])
    assert seen(book) == [("2026-02", "USD", "JPY", 151.0, ""), ("2026-01", "USD", "JPY", 149.0, "TTM")]
    for column, text, reason in (
        ("month", "2026-02", Reason.DUPLICATE), ("currency", "JPY", Reason.UNKNOWN_WORD), ("rate", "", Reason.MISSING),
    ):  # fmt: skip
        before = dump(book)
        with pytest.raises(Refused) as refused:
            edit_rates(book, [RateEdit(earlier.id, column, text)])
        assert refused.value.problem.reason is reason
        assert dump(book) == before
    delete_rates(book, [later.id, earlier.id])
    assert seen(book) == []
    books.undo(book)
    books.undo(book)
    assert [rate for *_, rate, _ in seen(book)] == [151.0, 150.0]


# -- a book of three currencies --------------------------------------------------------------------------------------


@pytest.fixture
def abroad(book: Book, tmp_path: Path) -> Book:
    sheet = tmp_path / "contracts.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    imported(book, [sheet])
    return book


def figures(book: Book, today: date, period: Period) -> dict[str, object]:
    (row,) = (row for row in revenue_page(book, Scope(today, period)).movements if row.period == period)
    names = ("start", "new", "reactivation", "expansion", "contraction", "churn", "fx", "end")
    return {name: getattr(row, name).value for name in names if getattr(row, name) is not None}


def test_from_a_sheet_to_figures_and_after_a_restart(abroad: Book, today: date, clock: Callable[[], datetime]) -> None:
    held = {row["currency"]: row["amount"] for row in rows(abroad, Kind.CONTRACT)}
    assert held == {None: 10_000, "USD": 5_000, "EUR": 2_000}
    assert other_currencies(abroad) == {"EUR": False, "USD": False}
    assert {finding.account_name for finding in hygiene_page(abroad, today).findings if finding.lack is Lack.RATE} == {
        "ベータ", "ガンマ", "デルタ",
    }  # fmt: skip
    assert figures(abroad, today, FEBRUARY)["end"] == 10_000
    add_rates(abroad, pasted_rates(RATES))
    expected = {
        "start": 32_500, "new": 0, "reactivation": 0, "expansion": 0, "contraction": 0, "churn": 7_500, "fx": 1_000,
        "end": 26_000,
    }  # fmt: skip
    assert figures(abroad, today, FEBRUARY) == expected
    assert other_currencies(abroad) == {"EUR": False, "USD": True}
    path = abroad.path
    abroad.close()
    with books.open_book(path, who="sample", clock=clock) as again:
        assert figures(again, today, FEBRUARY) == expected
        assert [f.account_name for f in hygiene_page(again, today).findings if f.lack is Lack.RATE] == ["デルタ"]


def test_an_effect_opens_to_its_accounts_and_their_lines(abroad: Book, today: date) -> None:
    add_rates(abroad, pasted_rates(RATES))
    (row,) = (r for r in revenue_page(abroad, Scope(today, FEBRUARY)).movements if r.period == FEBRUARY)
    assert row.fx is not None
    assert row.fx.metric == MetricId.FX_EFFECT
    (account,) = explain(abroad, row.fx, Scope(today, FEBRUARY)).rows
    assert (account.name, account.part) == ("ベータ", 1_000)
    assert [line.mrr for line in account.lines] == [16_000]


def test_an_account_shows_its_own_currency_and_the_books(abroad: Book, today: date) -> None:
    add_rates(abroad, pasted_rates(RATES))
    names = {row["name"]: int(str(row["id"])) for row in rows(abroad, Kind.ACCOUNT)}
    (line,) = account_page(abroad, names["ベータ"], today).contracts
    assert (line.currency, line.amount, line.own_mrr, line.mrr) == ("USD", 10_000, 10_000, 15_550)
    (line,) = account_page(abroad, names["ベータ"], date(2026, 2, 28)).contracts
    assert line.mrr == 16_000
    (line,) = account_page(abroad, names["デルタ"], today).contracts
    assert (line.currency, line.own_mrr, line.mrr) == ("EUR", 2_000, 0)
    (line,) = account_page(abroad, names["アルファ"], today).contracts
    assert (line.currency, line.own_mrr, line.mrr) == ("", 10_000, 10_000)


def test_a_book_of_one_currency_has_no_effect_of_rates(book: Book, today: date) -> None:
    with book.step(StepName.ADD_ACCOUNT) as step:
        account = step.insert(Kind.ACCOUNT, {"name": "Alone"})
    save_contract(book, ContractDraft(account, date(2026, 1, 1), 100, currency="JPY"))
    add_rates(book, pasted_rates(RATES))
    (row,) = (r for r in revenue_page(book, Scope(today, MARCH)).movements if r.period == MARCH)
    assert row.fx is None
    assert [line["currency"] for line in rows(book, Kind.CONTRACT)] == [None]
    (line,) = rows(book, Kind.CONTRACT)
    draft = ContractDraft(account, date(2026, 1, 1), 100, currency="USD", id=int(str(line["id"])))
    save_contract(book, draft)
    assert figures(book, today, MARCH)["end"] == Fraction(311, 2)
    books.undo(book)
    assert figures(book, today, MARCH)["end"] == 100


def test_what_is_in_another_currency_goes_out_and_comes_back(
    abroad: Book, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    add_rates(abroad, pasted_rates(RATES))
    with new_book(tmp_path / "other.csdesk", clock) as other:
        imported(other, exported(abroad, tmp_path / "all.xlsx"))
        assert content(other)[Kind.EXCHANGE_RATE] == content(abroad)[Kind.EXCHANGE_RATE]
        assert content(other)[Kind.CONTRACT] == content(abroad)[Kind.CONTRACT]


def test_amounts_in_another_currency_stay_when_the_books_is_changed(abroad: Book) -> None:
    change_settings(abroad, replace(book_settings(abroad), currency="KWD"))
    held = {row["currency"]: row["amount"] for row in rows(abroad, Kind.CONTRACT)}
    assert held == {None: 10_000_000, "USD": 5_000, "EUR": 2_000}


@pytest.mark.parametrize("language", Language)
def test_the_board_workbook_has_a_column_for_it_and_reconciles(
    abroad: Book, today: date, tmp_path: Path, language: Language
) -> None:
    add_rates(abroad, pasted_rates(RATES))
    made = board_content(abroad, Scope(today, MARCH), language)
    write_board(made, tmp_path / "board.xlsx", silent)
    sheets = load_workbook(tmp_path / "board.xlsx", data_only=True)
    texts = [[cell.value for cell in row] for sheet in sheets for row in sheet.iter_rows()]
    heads = next(row for row in texts if len(row) > 8 and row[7] in {"FX", "為替"})
    march = next(row for row in texts if len(row) > 8 and row[7] == -450)
    assert heads[1:10] == [
        {Language.EN: en, Language.JA: ja}[language]
        for en, ja in (
            ("MRR at start", "期首MRR"), ("New", "新規"), ("Reactivation", "再開"), ("Expansion", "拡大"),
            ("Contraction", "縮小"), ("Churn", "解約"), ("FX", "為替"), ("MRR at end", "期末MRR"),
            ("Net change", "純増減"),
        )
    ]  # fmt: skip
    assert march[1:10] == [26_000, 0, 0, 0, 0, 0, -450, 25_550, -450]
    assert not {"✖ differs", "✖ 不一致"} & {cell for row in texts for cell in row}
