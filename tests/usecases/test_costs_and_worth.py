"""Costs typed in and pasted, and what unit economics make of them."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.metrics.rules import LtvFormula, Rules
from csdesk.models.kinds import CostPurpose, Kind, Language, StepName
from csdesk.models.money import MOST_MONEY
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.problems import Reason
from csdesk.usecases import books
from csdesk.usecases.books import Refused
from csdesk.usecases.costs import CostEdit, CostTexts, add_costs, cost_rows, delete_costs, edit_costs, pasted_costs
from csdesk.usecases.explain import explain
from csdesk.usecases.figures import figures_between
from csdesk.usecases.growth import POINTS, growth_page, points_of
from csdesk.usecases.scope import Scope
from csdesk.usecases.sentences import error_sentence
from csdesk.usecases.settings import book_settings, change_rules


def test_costs_are_read_as_people_write_them(book: Book) -> None:
    add_costs(
        book,
        [CostTexts("2026年2月", "Web検索", "広告費", "獲得", "12万円"), CostTexts("2026/02/28", amount="３,０００")],
    )
    plain, ad = cost_rows(book)
    assert (ad.month, ad.channel, ad.purpose, ad.amount) == ("2026-02", "Web検索", CostPurpose.ACQUISITION, 120_000)
    assert (plain.month, plain.channel, plain.purpose, plain.amount) == ("2026-02", "", CostPurpose.ACQUISITION, 3000)


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (CostTexts("2026-13", amount="1"), Reason.NOT_A_MONTH),
        (CostTexts("", amount="1"), Reason.MISSING),
        (CostTexts("2026-01"), Reason.MISSING),
        (CostTexts("2026-01", amount="much"), Reason.NOT_MONEY),
        (CostTexts("2026-01", amount="-5"), Reason.NEGATIVE),
        (CostTexts("2026-01", amount=f"{MOST_MONEY + 1}"), Reason.TOO_LARGE),
        (CostTexts("2026-01", amount="5", purpose="fun"), Reason.UNKNOWN_WORD),
    ],
)
def test_a_cost_that_cannot_be_taken_says_why_and_none_is_added(book: Book, texts: CostTexts, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        add_costs(book, [CostTexts("2026-01", amount="1"), texts])
    assert refused.value.problem.reason is reason
    assert "cost." not in error_sentence(refused.value, Language.EN)
    assert cost_rows(book) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-01\t500\n", CostTexts("2026-01", amount="500")),
        ("2026-01\tWeb\t500\n\n", CostTexts("2026-01", "Web", amount="500")),
        ("2026-01\tWeb\tAds\t500", CostTexts("2026-01", "Web", "Ads", amount="500")),
        ("2026-01\tWeb\tAds\tRetention\t500\tnote", CostTexts("2026-01", "Web", "Ads", "Retention", "500", "note")),
        ("金額\t対象月\t媒体\t?\n500\t2026-01\tWeb\tx", CostTexts("2026-01", "Web", amount="500")),
        ("Cost\tMonth\n500\t2026-01", CostTexts("2026-01", amount="500")),
    ],
)
def test_rows_of_a_spreadsheet_are_understood(text: str, found: CostTexts) -> None:
    assert pasted_costs(text) == (found,)


def test_pasting_nothing_is_refused() -> None:
    with pytest.raises(Refused):
        pasted_costs(" \n\t\n")


def test_edits_and_deletions_are_one_step_each(book: Book) -> None:
    add_costs(book, [CostTexts("2026-01", amount="1"), CostTexts("2026-02", amount="2")])
    first, second = cost_rows(book)
    edit_costs(book, [CostEdit(first.id, "channel", "Web"), CostEdit(second.id, "purpose", "維持")])
    assert [(row.channel, row.purpose) for row in cost_rows(book)] == [
        ("Web", CostPurpose.ACQUISITION),
        ("", CostPurpose.RETENTION),
    ]
    books.undo(book)
    assert {row.channel for row in cost_rows(book)} == {""}
    delete_costs(book, [first.id, second.id])
    books.undo(book)
    assert cost_rows(book) == (first, second)


def test_the_growth_page_adds_up(demo: Book, today: date) -> None:
    page = growth_page(demo, Scope.at(today, PeriodKind.MONTH, 4))
    assert page.period == Period(Month.parse("2025-10"), PeriodKind.QUARTER, 4), "the last quarter that is over"
    whole = page.periods[0]
    assert sum(row.cac.part or 0 for row in page.groups) == whole.cac.part
    assert sum(row.new.value for row in page.groups) == whole.new.value
    assert [tile.measure.metric for tile in page.tiles][:3] == ["ltv", "cac", "ltv_to_cac"]
    assert whole.verdict is not None
    yearly = growth_page(demo, Scope.at(today, PeriodKind.YEAR, 4))
    assert yearly.period.kind is PeriodKind.YEAR


@pytest.mark.parametrize(("kept", "points"), [(None, 5), ("12", 12), ("0", 5), ("51", 5), ('"many"', 5), ("oops", 5)])
def test_points_of_what_if_are_the_books_and_never_beyond_reason(book: Book, kept: str | None, points: int) -> None:
    if kept is not None:
        with book.step(StepName.CHANGE_SETTINGS) as step:
            step.insert(Kind.SETTING, {"key": POINTS, "value": kept})
    assert points_of(book) == points


def test_a_figure_of_costs_opens_into_them(demo: Book, today: date) -> None:
    scope = Scope.at(today, PeriodKind.QUARTER, 4)
    cac = growth_page(demo, scope).periods[0].cac
    opened = explain(demo, cac, scope)
    assert sum(row.part for row in opened.rows) == cac.part
    assert all(row.name.startswith("2025-1") for row in opened.rows)
    assert opened.left_out == ()


def test_rules_hold_for_every_figure_from_then_on(demo: Book, today: date) -> None:
    rules = Rules(ltv=LtvFormula.YEARS, ltv_years=Rules.parse("ltv_years=3").ltv_years)
    change_rules(demo, rules)
    assert book_settings(demo).rules == "house,ltv=years,ltv_years=3"
    (ltv, arpa) = figures_between(demo, today, first=Month.of(today), kind=PeriodKind.MONTH, ids=("ltv", "arpa"))
    assert ltv.value == arpa.value * 36
    books.undo(demo)
    assert book_settings(demo).rules == "house"
