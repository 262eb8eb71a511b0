"""What a pass over the cells of a sheet notes, whatever the format they are written in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from csdesk.intake.reading.grid import Facts, Merge, Spot
from csdesk.intake.reading.sheetxml import STYLED_CELLS, SheetLook

_LEAP_DAY: Final = 60
ERRORS: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
"""Error values by the code they have in binary workbooks ([MS-XLS] BErr)."""


@dataclass(slots=True)
class Gathered:
    """Notes of one sheet, cell by cell."""

    merges: list[Merge] = field(default_factory=list)
    errors: dict[Spot, str] = field(default_factory=dict)
    aggregates: dict[Spot, tuple[int, int]] = field(default_factory=dict)
    formula_cells: Counter[int] = field(default_factory=Counter)
    hidden_lines: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    formats: dict[Spot, str] = field(default_factory=dict)
    leap_days: list[Spot] = field(default_factory=list)
    last: Spot = (0, -1)
    """Last line and last column that hold anything."""

    def value(self, spot: Spot, style: str, number: float | None = None) -> None:
        """A cell that holds something: its number format, and its number where it has one."""
        self.last = max(self.last[0], spot[0]), max(self.last[1], spot[1])
        if len(self.formats) < STYLED_CELLS:
            self.formats[spot] = style
        if number == _LEAP_DAY:
            self.leap_days.append(spot)

    def error(self, spot: Spot, code: int) -> None:
        """A cell that holds an error, by its code."""
        self.errors[spot] = ERRORS.get(code, "#N/A")

    def formula(self, spot: Spot, sums: tuple[int, int] | None = None) -> None:
        """A cell that is calculated; `sums` are the lines of the vertical range that it is a figure of."""
        self.formula_cells[spot[0]] += 1
        if sums is not None:
            self.aggregates[spot] = sums

    def hide_columns(self, columns: Iterable[int]) -> None:
        """Columns nobody sees."""
        self.hidden_columns += columns

    def look(self) -> SheetLook:
        """The notes as a look at the sheet."""
        facts = Facts(
            merges=tuple(self.merges),
            errors=self.errors,
            aggregates=self.aggregates,
            formula_cells=dict(self.formula_cells),
            hidden_lines=tuple(line for line in self.hidden_lines if line <= self.last[0]),
            hidden_columns=tuple(column for column in self.hidden_columns if column <= self.last[1]),
            formats=self.formats,
        )
        return SheetLook(facts, 0, tuple(self.leap_days))
