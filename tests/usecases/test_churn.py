"""Who leaves and why: lengths of time, kinds, reasons, groups; and how much hangs on one account."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from csdesk.book.file import Book
from csdesk.metrics.comparison import Verdict
from csdesk.metrics.measure import Measure
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.rules import Denominator
from csdesk.models.kinds import Language, ReasonFamily
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.usecases.accounts import CellEdit, add_account, edit_accounts
from csdesk.usecases.churn import Leaving, leaving
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.explain import explain
from csdesk.usecases.figures import figures_between
from csdesk.usecases.retention import retention_page
from csdesk.usecases.scope import Scope
from csdesk.usecases.weighing import Heaviest
from csdesk.wording.few import heaviest_text

AS_OF = date(2025, 7, 20)
QUARTER = Scope.at(AS_OF, PeriodKind.QUARTER)


def account(
    book: Book,
    name: str,
    start: date,
    amount: int,
    ended: date | None = None,
    why: ReasonFamily | None = None,
    region: str = "",
) -> None:
    """One of a yearly contract."""
    (made,) = add_account(book, name).accounts
    term = (Month.of(start) + 11).last_day
    save_contract(
        book, ContractDraft(made, start, amount, term_ends_on=term, ended_on=ended, reason_family=why, auto_renew=True)
    )
    edit_accounts(book, (CellEdit(made, "region", region),))


@pytest.fixture
def sales(book: Book) -> Book:
    """Twelve of the East whose first renewal came due in the second quarter, ten of them lost; eleven of the West, all
    kept; and one of the North that is lost, which is too few."""
    start = date(2024, 5, 1)
    for at in range(12):
        ended = date(2025, 4, 30) if at < 10 else None
        why = ReasonFamily.PRICE if at < 6 else ReasonFamily.RIVAL if at < 9 else None
        account(book, f"S{at:02}", start, 1000, ended, why, "East")
    for at in range(11):
        account(book, f"M{at:02}", start, 50_000 if at == 0 else 1000, region="West")
    account(book, "A00", start, 1000, date(2025, 4, 30), region="North")
    account(book, "N00", date(2025, 5, 1), 1000, region="West")
    return book


@pytest.fixture
def answer(sales: Book) -> Leaving:
    return leaving(sales, replace(QUARTER, by="region"))


def test_logo_churn_over_a_month_a_quarter_and_a_year(answer: Leaving) -> None:
    assert [str(row.period) for row in answer.lengths] == ["2025-06", "FY2025-Q1", "FY2024"]
    month, quarter, year = answer.lengths
    assert month.churn.value == 0
    assert (quarter.churn.part, quarter.churn.whole) == (11, 24)
    assert quarter.annualised.value == 1 - (1 - Fraction(11, 24)) ** 4
    assert (quarter.start_and_new.part, quarter.start_and_new.whole) == (11, 25)
    assert quarter.start_and_new.base is Denominator.START_AND_NEW
    assert (quarter.renewal.part, quarter.renewal.whole) == (11, 24)
    assert quarter.first_renewal.value == quarter.renewal.value
    assert year.churn.value is None, "nobody was there when that year began"


def test_kinds_by_accounts_and_by_mrr(answer: Leaving) -> None:
    assert [row.accounts.metric for row in answer.kinds] == [
        MetricId.LOGO_CHURN,
        MetricId.AVOIDABLE_LOGO_CHURN,
        MetricId.REGRETTABLE_LOGO_CHURN,
        MetricId.SILENT_LOGO_CHURN,
    ]
    assert answer.kinds[0].mrr.value == Fraction(11_000, 73_000)
    assert (answer.kinds[3].accounts.part, answer.kinds[2].accounts.value) == (2, None)


def test_reasons_of_the_quarter_and_of_its_year(answer: Leaving) -> None:
    assert str(answer.year) == "FY2025"
    assert [(row.family, row.accounts.part, row.year_accounts.part) for row in answer.reasons] == [
        ("price", 6, 6), ("rival", 3, 3), ("", 2, 2),
    ]  # fmt: skip
    assert sum(row.mrr.part for row in answer.reasons) == 11_000


def test_a_reason_opens_to_its_accounts_down_to_their_lines(sales: Book, answer: Leaving) -> None:
    opened = explain(sales, answer.reasons[1].accounts, QUARTER)
    assert [(row.name, len(row.lines)) for row in opened.rows if row.part] == [("S06", 1), ("S07", 1), ("S08", 1)]


def test_first_renewals_by_group_and_those_of_few_last(answer: Leaving) -> None:
    told = [(row.name, row.first_renewal.part, row.first_renewal.whole) for row in answer.groups]
    assert told == [("East", 2, 12), ("West", 11, 11), ("North", 0, 1)], "lowest first, and too few never first"
    verdicts = [row.against.verdict for row in answer.groups if row.against]
    assert verdicts == [Verdict.LOWER, Verdict.HIGHER, Verdict.TOO_FEW]


def test_the_highest_churn_is_never_that_of_few(sales: Book) -> None:
    groups = retention_page(sales, replace(QUARTER, by="region")).groups
    assert [row.name for row in groups] == ["East", "West", "North"]
    assert groups[2].logo_churn.value == 1


def test_accounts_of_several_products_are_not_compared(sales: Book) -> None:
    assert [row.against for row in leaving(sales, replace(QUARTER, by="plan")).groups] == [None]
    assert leaving(sales, QUARTER).groups == ()


def test_how_much_of_a_rate_hangs_on_one_account(sales: Book) -> None:
    def opened(metric: MetricId) -> Heaviest | None:
        (figure,) = figures_between(
            sales,
            AS_OF,
            first=Month.parse("2025-04"),
            last=Month.parse("2025-06"),
            kind=PeriodKind.QUARTER,
            ids=(metric,),
        )
        return explain(sales, figure, QUARTER).heaviest

    heavy = opened(MetricId.GROSS_REVENUE_RETENTION)
    assert heavy is not None
    assert (heavy.name, heavy.share, heavy.without) == ("M00", Fraction(50_000, 73_000), Fraction(12_000, 23_000))
    said = heaviest_text(heavy.name, heavy.share, heavy.without, Language.EN)
    assert said == "A sum of money has no interval of its own. M00 alone is 68.5% of the base; without it: 52.2%."
    assert opened(MetricId.LOGO_CHURN) is None, "which has an interval"
    assert opened(MetricId.MRR) is None


def quarterly(book: Book, metric: MetricId, first: str) -> Measure:
    period = Period.holding(Month.parse(first), PeriodKind.QUARTER)
    (figure,) = figures_between(
        book, AS_OF, first=period.first, last=period.last, kind=PeriodKind.QUARTER, ids=(metric,)
    )
    return figure


def test_one_account_alone_has_no_rate_without_it(book: Book) -> None:
    account(book, "Only", date(2024, 1, 1), 1000)
    figure = quarterly(book, MetricId.NET_REVENUE_RETENTION, "2024-04")
    assert figure.value == 1
    assert explain(book, figure, QUARTER).heaviest is None
