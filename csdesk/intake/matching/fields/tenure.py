"""Lengths in months that tell how long a contract has run rather than how long its term is."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from csdesk.intake.matching.fields.columns import Taken, is_leaving
from csdesk.intake.matching.words.evidence import number_in
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.shapes import Cell
from csdesk.intake.values.dates import Dated, read_date
from csdesk.models.months import Month

_TERMS = frozenset({1, 2, 3, 4, 6, 9, 12, 18, 24, 30, 36, 48, 60, 72, 84, 120})
"""Months that contracts are made for."""
_FEWEST = 4
_MOST = 0.6


def without_tenure(taken: list[Taken], seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> list[Taken]:
    """The columns without a length of the contract whose figures no contracts are made for: 12, 13, 14, 15 are months
    since it began. Where customers have left, it is so whenever it is the time from their start to that day."""
    length = next((one for one in taken if one.hit.field.id == "contract.period"), None)
    if length is None:
        return taken
    figures = [number for cell in cells[length.position] if (number := number_in(cell)) is not None]
    if figures and _is_until_leaving({one.hit.field.id: one.position for one in taken}, seen, cells):
        return [one for one in taken if one is not length]
    odd = sum(number not in _TERMS for number in figures)
    runs = len(figures) >= _FEWEST and odd > len(figures) / 2
    return [one for one in taken if one is not length] if runs else taken


def _is_until_leaving(at: Mapping[str, int], seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether most lengths are the months from the start to the day on which somebody left."""
    start, end = at.get("contract.start"), at.get("contract.end")
    if start is None or end is None or not is_leaving(seen[end].heading):
        return False
    rows = zip(cells[at["contract.period"]], cells[start], cells[end], strict=True)
    told = [
        abs(Month.of(left).ordinal - Month.of(began).ordinal + 1 - length)
        for cell, first, last in rows
        if (length := number_in(cell)) and (began := _day(first)) and (left := _day(last))
    ]
    return len(told) >= _FEWEST and sum(off <= 1 for off in told) > len(told) * _MOST


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    seen = read_date(cell) if isinstance(cell, str) else None
    return seen.day if isinstance(seen, Dated) else None
