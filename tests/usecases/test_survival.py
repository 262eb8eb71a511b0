"""Curves of a whole book and of its groups, and what opens behind them."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from csdesk.book.file import Book
from csdesk.metrics.retention.log_rank import CurveVerdict
from csdesk.models.kinds import Language
from csdesk.models.months import Month, Period
from csdesk.usecases.accounts import CellEdit, add_account, edit_accounts
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.explain import explain
from csdesk.usecases.figures import figures_between
from csdesk.usecases.left_out import WhyOut
from csdesk.usecases.scope import Scope
from csdesk.usecases.stopped import UnknownWord
from csdesk.usecases.survival import survival_of, survival_page
from csdesk.wording.survival import against_text, verdict_sentence

AS_OF = date(2025, 12, 31)


@pytest.fixture
def regions(book: Book) -> Book:
    """Fourteen in the East that leave after 1 to 14 months, twelve in the West that stay, one nowhere."""
    for at in range(27):
        (account,) = add_account(book, f"Account {at:02}").accounts
        months = at + 1 if at < 14 else 0
        begins = Month.parse("2024-01") if at < 14 else Month.parse("2025-12") + -(at - 10)
        ended = (begins + (months - 1)).last_day if months else None
        save_contract(book, replace(ContractDraft(0, begins.first_day, 1000, ended_on=ended), account=account))
        region = "East" if at < 14 else "West" if at < 26 else ""
        edit_accounts(book, (CellEdit(account, "region", region),))
    return book


def test_one_curve_of_all(regions: Book) -> None:
    found = survival_of(regions, AS_OF)
    (only,) = found.curves
    assert (only.group, only.curve.n, only.curve.events, found.test, found.unknown) == (None, 27, 14, None, 0)
    assert only.steps[0].time == 1, "nobody left or was seen last at 0"
    assert only.mean is not None
    assert found.within == only.curve.last


def test_groups_and_the_test_of_them(regions: Book) -> None:
    scope = replace(Scope(AS_OF, Period(Month.of(AS_OF))), by="region")
    found = survival_page(regions, scope)
    assert [(of.group, of.curve.n) for of in found.curves] == [("East", 14), ("West", 12), ("", 1)]
    assert found.test is not None
    assert (found.test.verdict, found.test.groups) == (CurveVerdict.DIFFER, 2)
    assert verdict_sentence(found.test, Language.EN).startswith(
        "The curves differ (log-rank test of 2 groups, p < 0.001)"
    )
    assert found.within == 14
    east, west, nowhere = found.curves
    assert (east.median.value, west.median.value) == (7, None)
    assert east.mean == Fraction(sum(range(1, 15)), 14)
    assert nowhere.mean is not None
    said = [against_text(of.against, Language.EN) for of in found.curves if of.against]
    assert said == ["leave sooner (p < 0.001)", "stay longer (p < 0.001)", "too few to compare"]


def test_nothing_is_tested_where_an_account_is_in_two_groups(regions: Book) -> None:
    assert survival_of(regions, AS_OF, by="plan").test is not None
    account = int(survival_of(regions, AS_OF).curves[0].curve.lifetimes.account[0])
    save_contract(regions, ContractDraft(account, date(2025, 1, 1), 500, plan="Pro"))
    found = survival_of(regions, AS_OF, by="plan")
    assert (found.test, found.shared, {of.against for of in found.curves}) == (None, True, {None})
    assert not survival_of(regions, AS_OF).shared
    with pytest.raises(UnknownWord):
        survival_of(regions, AS_OF, by="nonsense")


def test_a_step_opens_to_its_accounts_and_says_who_is_out(regions: Book) -> None:
    east = survival_of(regions, AS_OF, by="region").curves[0]
    opened = explain(regions, east.measure(12), Scope(AS_OF, east.period))
    assert [(row.name, row.part) for row in opened.rows] == [("Account 11", 1), ("Account 12", 0), ("Account 13", 0)]
    assert all(len(row.lines) == 1 for row in opened.rows), "also of those who left long before the day"
    out = {left.why: len(left.accounts) for left in opened.left_out}
    assert out == {WhyOut.OTHER_GROUP: 13, WhyOut.SHORTER: 11}


def test_the_median_is_a_figure_like_any_other(regions: Book) -> None:
    (median,) = figures_between(regions, AS_OF, first=Month.parse("2025-12"), ids=("median_lifetime",))
    assert (median.value, median.n) == (survival_of(regions, AS_OF).curves[0].median.value, 27)
    opened = explain(regions, median, Scope(AS_OF, Period(Month.of(AS_OF))))
    assert len(opened.rows) == 27
    (earlier,) = figures_between(
        regions, AS_OF, first=Month.parse("2024-06"), last=Month.parse("2024-06"), ids=("median_lifetime",)
    )
    assert earlier.n == 14, "as was known then"


def test_who_was_there_before_the_records_is_left_out_and_said(regions: Book) -> None:
    from csdesk.metrics.shapes import Spans
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(regions)
    spans = snapshot.frames.spans.copy()
    spans.loc[spans["account"] == spans["account"].iloc[0], "opening"] = True
    snapshot.frames = replace(snapshot.frames, spans=Spans(spans))
    found = survival_of(regions, AS_OF)
    assert (found.unknown, found.curves[0].curve.n) == (1, 26)
    opened = explain(regions, found.curves[0].measure(20), Scope(AS_OF, found.curves[0].period))
    assert {left.why: len(left.accounts) for left in opened.left_out}[WhyOut.START_UNKNOWN] == 1


def test_an_empty_book_has_no_curve(book: Book) -> None:
    found = survival_of(book, AS_OF, by="region")
    assert (found.curves, found.within) == ((), 0)
    assert verdict_sentence(found.test, Language.JA).startswith("件数が少なく") if found.test else False
