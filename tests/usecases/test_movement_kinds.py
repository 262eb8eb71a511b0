"""What movements, growth and renewals are made of, on the demo book."""

from dataclasses import replace
from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.models.months import PeriodKind
from csdesk.usecases.movement_kinds import KindView, movement_kinds
from csdesk.usecases.scope import Scope


@pytest.mark.parametrize("kind", PeriodKind)
@pytest.mark.parametrize("view", KindView)
def test_parts_sum_to_the_whole_in_every_period(demo: Book, today: date, view: KindView, kind: PeriodKind) -> None:
    found = movement_kinds(demo, Scope.at(today, kind), view)
    assert found.rows
    assert len(found.whole) == len(found.periods) <= 12
    assert not found.complete
    for at, whole in enumerate(found.whole):
        assert sum(row.trend[at].value or 0 for row in found.rows) == whole.value
        assert all(row.trend[at].period == found.periods[at] for row in (*found.rows, *found.beside))
    assert all(row.now is row.trend[-1] and row.before is row.trend[-2] for row in found.rows)
    if found.whole[-1].value > 0:
        assert sum(row.share or 0 for row in found.rows) == pytest.approx(1)
    else:
        assert {row.share for row in found.rows} == {None}


@pytest.mark.parametrize("view", KindView)
def test_groups_share_out_what_there_is(demo: Book, today: date, view: KindView) -> None:
    scope = replace(Scope.at(today, PeriodKind.QUARTER), by="tier")
    whole = movement_kinds(demo, scope, view)
    assert (whole.by, whole.groups, whole.group) == ("tier", ("high", "low", "tech"), None)
    parts = [movement_kinds(demo, scope, view, group) for group in whole.groups]
    assert [part.group for part in parts] == ["high", "low", "tech"]
    for at, measure in enumerate(whole.whole):
        assert sum(part.whole[at].value or 0 for part in parts) == measure.value
    assert movement_kinds(demo, scope, view, "no longer there").group is None
    assert movement_kinds(demo, replace(scope, by=""), view, "high").groups == ()


@pytest.mark.parametrize("view", KindView)
def test_an_empty_book_has_no_parts(book: Book, today: date, view: KindView) -> None:
    found = movement_kinds(book, Scope.at(today, PeriodKind.MONTH), view)
    assert (found.rows, found.beside, found.periods) == ((), (), ())
