"""Forecasts and choices of accounts on the demo book: figures that open, and choices that are kept and undone."""

from dataclasses import replace
from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.ahead.what_if import Choice
from csdesk.metrics.metric_ids import AheadId
from csdesk.models.kinds import Kind, StepName
from csdesk.models.months import PeriodKind
from csdesk.usecases.ahead import TILES_AHEAD, ahead_page
from csdesk.usecases.explain import explain
from csdesk.usecases.scope import Scope
from csdesk.usecases.stopped import Refused
from csdesk.usecases.what_if import (
    Standing,
    candidates,
    compared,
    forget_scenario,
    keep_scenario,
    scenarios,
)


@pytest.fixture
def scope(today: date) -> Scope:
    return Scope.at(today, PeriodKind.QUARTER)


def test_every_figure_ahead_opens_into_accounts(demo: Book, scope: Scope) -> None:
    page = ahead_page(demo, scope)
    assert page.found is not None
    months = [row.forecast for row in page.months if row.forecast]
    assert len(months) == len(page.months) == 12
    figures = [*months, *(row.signed for row in page.months), *(row.accounts for row in page.leaving)]
    figures += [figure for row in page.renewals if row.lines for figure in (row.due, row.kept)]
    for measure in figures:
        told = explain(demo, measure, scope)
        assert told.rows, measure.metric
        assert all(row.name for row in told.rows)
    assert {measure.metric for measure in figures} == set(AheadId) - {AheadId.PAYMENTS}
    assert sum(row.part for row in explain(demo, months[0], scope).rows) == page.past[-1].value


def test_what_comes_next_follows_what_was(demo: Book, scope: Scope) -> None:
    page = ahead_page(demo, scope)
    first = page.months[0].signed.period
    assert first is not None
    assert page.past[-1].period == first.previous
    assert all(row.low is not None and row.high is not None and row.low <= row.high for row in page.months)
    assert [row.months for row in page.leaving] == [3, 6, 12]
    assert sum(row.lines for row in page.renewals) > 0


def test_each_group_has_a_forecast_of_its_own(demo: Book, scope: Scope) -> None:
    assert ahead_page(demo, scope).groups == ()
    page = ahead_page(demo, replace(scope, by="tier"))
    assert {row.name for row in page.groups} >= {"high", "low"}
    assert sum(row.now.value or 0 for row in page.groups) == page.past[-1].value
    assert all(len(row.ahead) == len(TILES_AHEAD) for row in page.groups)
    high = next(measure for row in page.groups for measure in row.ahead if row.name == "high" and measure)
    assert (high.dimension, high.group) == ("tier", "high")
    assert explain(demo, high, scope).left_out, "accounts of other groups are told"


def test_an_empty_book_forecasts_nothing(book: Book, scope: Scope) -> None:
    page = ahead_page(book, scope)
    assert (page.past, page.found, page.leaving, page.groups) == ((), None, (), ())
    assert candidates(book, scope).rows == ()
    assert all(one.now.value == one.then.value for one in compared(book, scope, Choice()))


def test_who_can_be_lost_or_saved(demo: Book, today: date) -> None:
    year = Scope.at(today, PeriodKind.YEAR)
    found = candidates(demo, year).rows
    standings = {row.standing for row in found}
    assert {Standing.PAYING, Standing.LEFT} <= standings
    assert all(row.may_be_lost for row in found if row.standing is not Standing.LEFT)
    left = next(row for row in found if row.standing is Standing.LEFT)
    assert (left.may_be_lost, left.may_be_saved) == (False, True)
    assert left.on is not None
    figures = {str(one.now.metric): one for one in compared(demo, year, Choice(saved=frozenset({left.account})))}
    assert figures["mrr"].then.value - figures["mrr"].now.value == left.mrr


def test_a_choice_is_kept_renamed_over_forgotten_and_each_is_undone(demo: Book, scope: Scope) -> None:
    one, other = (row.account for row in candidates(demo, scope).rows[:2])
    keep_scenario(demo, " Worst case ", Choice(lost=frozenset({one, other})))
    (kept,) = scenarios(demo)
    assert (kept.name, kept.choice.lost, kept.choice.saved) == ("Worst case", {one, other}, frozenset())
    keep_scenario(demo, "Worst case", Choice(lost=frozenset({one})))
    assert [scenario.choice.lost for scenario in scenarios(demo)] == [{one}]
    demo.undo()
    assert [scenario.choice.lost for scenario in scenarios(demo)] == [{one, other}]
    forget_scenario(demo, kept.id)
    assert scenarios(demo) == ()
    demo.undo()
    assert [scenario.name for scenario in scenarios(demo)] == ["Worst case"]
    with pytest.raises(Refused):
        keep_scenario(demo, "  ", Choice())


@pytest.mark.parametrize("definition", ["{", "[]", '{"lost": 7}', '{"lost": ["x", [1], 5], "saved": null}'])
def test_what_another_program_kept_is_no_choice(demo: Book, definition: str) -> None:
    with demo.step(StepName.SAVE_VIEW) as step:
        step.insert(Kind.SAVED_VIEW, {"page": "forecast", "name": "odd", "definition": definition})
    (kept,) = scenarios(demo)
    assert kept.choice == Choice()
    assert len(rows(demo, Kind.SAVED_VIEW, where={"page": "forecast"})) == 1
