"""Lengths in months that tell how long a contract has run rather than how long its term is."""

from collections.abc import Sequence

from csdesk.intake.matching.fields.columns import Taken
from csdesk.intake.matching.words.evidence import number_in
from csdesk.intake.shapes import Cell

_TERMS = frozenset({1, 2, 3, 4, 6, 9, 12, 18, 24, 30, 36, 48, 60, 72, 84, 120})
"""Months that contracts are made for."""
_FEWEST = 4


def without_tenure(taken: list[Taken], cells: Sequence[Sequence[Cell]]) -> list[Taken]:
    """The columns without a length of the contract whose figures no contracts are made for: 12, 13, 14, 15 are months
    since it began."""
    length = next((one for one in taken if one.hit.field.id == "contract.period"), None)
    if length is None:
        return taken
    figures = [number for cell in cells[length.position] if (number := number_in(cell)) is not None]
    odd = sum(number not in _TERMS for number in figures)
    runs = len(figures) >= _FEWEST and odd > len(figures) / 2
    return [one for one in taken if one is not length] if runs else taken
