"""Each owner's accounts on the Health page: the gap, what makes it, and where to start."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from csdesk.models.kinds import Band, Language


def test_the_gap_opens_down_to_the_accounts(
    open_demo: Callable[..., Any], language: Language, settle: Callable[[], None]
) -> None:
    window = open_demo(language)
    page = window.open_page("health")
    settle()
    page._tabs.setCurrentIndex(4)
    settle()
    part = page._owners
    rows = part._answer.rows
    assert len(rows) == 3
    shown = [row for row in page._answer.rows if row.owner]
    assert sum(row.accounts for row in rows) == len(shown)
    for band in Band:
        assert sum(row.bands[band][0] for row in rows) == sum(row.health.band is band for row in shown)
        assert sum((row.bands[band][1] for row in rows), Fraction(0)) == sum(
            (row.mrr for row in shown if row.health.band is band), Fraction(0)
        )
    assert all(sum(part.tenths for part in row.gap.parts) == row.gap.tenths for row in rows)
    behind = min(rows, key=lambda row: row.gap.tenths)
    assert behind.owner in part.said.text()
    lowest = part._answer.names[behind.gap.own[0].account]
    assert lowest in part.said.text()
    assert part.verdict.isVisible()
    assert part.parts.model().rowCount() == len(behind.gap.parts)
    listed = [part.owners.row(part.owners.model().index(at, 0)) for at in range(3)]
    part.owners.selectRow(next(at for at in range(3) if listed[at] is not behind))
    settle()
    ahead = part._row
    assert ahead is not behind
    assert ahead.owner in part.said.text()
    part.parts.selectRow(1)
    settle()
    chosen = part.parts.row(part.parts.model().index(1, 0))
    assert part.accounts.model().rowCount() == len(ahead.gap.own)
    assert ahead.gap.own[0].factors[part._place].factor == chosen.factor
    first = part.accounts.row(part.accounts.model().index(0, 0))
    part.accounts.opened.emit(first)
    settle()
    assert window._stack.currentWidget().account == first.account


def test_work_of_the_period_is_counted(window: Any, settle: Callable[[], None]) -> None:
    page = window.open_page("health")
    page._tabs.setCurrentIndex(4)
    settle()
    part = page._owners
    before = {row.owner: sum(row.touches.values()) for row in part._answer.rows}
    assert sum(before.values()) > 0
    busy = max(part._answer.rows, key=lambda row: sum(row.touches.values()))
    assert str(max(busy.touches.values())) in next(c for c in part._owner_columns() if c.key == "touches").tip(busy)
