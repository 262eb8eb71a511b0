"""Figures of periods and exchange rates as they are listed and deleted."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.models.kinds import Kind, Language
from csdesk.models.reporting import FigureKind
from csdesk.usecases import books
from csdesk.usecases.importing import Matching, apply_plan, match_tables, plan_import, read_pasted, remembered
from csdesk.usecases.kept_figures import delete_figures, kept_figures
from csdesk.usecases.rates import delete_rates
from csdesk.usecases.row_details import row_details
from csdesk.usecases.settings import book_settings
from csdesk.wording.kept import period_text, rate_text, value_text


def imported(book: Book, text: str, today: date) -> None:
    matched = match_tables(read_pasted(text, "kpi.csv"), (), book_settings(book))
    plan = plan_import(book, matched, today)
    apply_plan(book, plan, [Matching(kind=table.matched.kind) for table in plan.tables])


def test_what_came_in_is_listed_with_its_place_and_deleted_as_one_step(book: Book, today: date) -> None:
    imported(book, "KPI\t単位\t2025年4月\t2025年5月\nMRR\t千円\t1000\t1030\n解約率\t%\t2.0\t1.5", today)
    imported(book, "Month\tUSD/JPY\tEUR/JPY\n2025-04\t149.5\t161\n2025-05\t150\t", today)
    kept = kept_figures(book)
    assert [(one.first, one.name, one.metric, one.unit, one.kind, one.value, one.source) for one in kept.figures] == [
        (date(2025, 5, 1), "MRR", "mrr", "JPY", FigureKind.ACTUAL, 1_030_000.0, "kpi.csv, 2"),
        (date(2025, 5, 1), "解約率", "logo_churn", "%", FigureKind.ACTUAL, 0.015, "kpi.csv, 3"),
        (date(2025, 4, 1), "MRR", "mrr", "JPY", FigureKind.ACTUAL, 1_000_000.0, "kpi.csv, 2"),
        (date(2025, 4, 1), "解約率", "logo_churn", "%", FigureKind.ACTUAL, 0.02, "kpi.csv, 3"),
    ]
    assert [(one.month, one.currency, one.base, one.rate, one.source) for one in kept.rates] == [
        ("2025-05", "USD", "JPY", 150.0, "kpi.csv, 3"),
        ("2025-04", "EUR", "JPY", 161.0, "kpi.csv, 2"),
        ("2025-04", "USD", "JPY", 149.5, "kpi.csv, 2"),
    ]
    texts = "KPI\t単位\t2025年4月\t2025年5月\nMRR\t千円\t1000\t1030\n解約率\t%\t2.0\t1.5"
    found = read_pasted(texts, "kpi.csv")
    matched = match_tables(found, remembered(book, found), book_settings(book))
    assert not plan_import(book, matched, today).drafts, "also where the shape is remembered"
    details = row_details(book, Kind.PERIOD_FIGURE, kept.figures[0].id, book_settings(book).money, Language.EN)
    assert ("Value", "1030000") in details.facts
    delete_figures(book, [one.id for one in kept.figures])
    delete_rates(book, [one.id for one in kept.rates])
    assert kept_figures(book) == type(kept)((), (), {})
    books.undo(book)
    books.undo(book)
    assert kept_figures(book) == kept


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.025, "%", "2.5%"), (1030000.0, "JPY", "¥1,030,000"), (12.5, "USD", "$12.50"), (5.0, "社", "5社"),
        (5.0, "logos", "5 logos"), (1.25, "", "1.3"),
    ],
)  # fmt: skip
def test_figures_in_their_unit(value: float, unit: str, text: str) -> None:
    assert value_text(value, unit, Language.EN) == text


def test_periods_and_rates_in_words() -> None:
    assert period_text(date(2025, 4, 1), date(2025, 4, 30), Language.JA) == "2025年4月"
    assert period_text(date(2025, 4, 1), date(2026, 3, 31), Language.EN) == "1 Apr 2025 – 31 Mar 2026"
    assert (rate_text(149.5), rate_text(0.0067), rate_text(1100.0)) == ("149.5", "0.0067", "1,100")
