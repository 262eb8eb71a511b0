"""A small table of three editable columns, shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from csdesk.ui.rows import Column, Look, RowsModel
from csdesk.ui.widgets.sheet import SheetView


@dataclass(frozen=True)
class Item:
    id: int
    name: str
    tier: str
    size: int
    note: str


@dataclass
class Spread:
    """A table and what was typed into it, a list of (id, column, text) a step."""

    sheet: SheetView
    model: RowsModel[Item]
    steps: list[list[tuple[int, str, str]]]

    def go(self, row: int, column: int) -> None:
        self.sheet.setCurrentIndex(self.model.index(row, column))

    @property
    def place(self) -> tuple[int, int]:
        index = self.sheet.currentIndex()
        return index.row(), index.column()

    def text(self, row: int, column: int) -> str:
        return str(self.model.index(row, column).data())


NAME, TIER, SIZE, NOTE = range(4)


@pytest.fixture
def spread(qtbot: QtBot, qapp: QApplication) -> Iterator[Spread]:
    """Five rows: a name that opens, a tier, a figure that is not typed, a note."""
    columns = (
        Column("name", "Name", lambda r: r.name, lambda r: r.name, Look.NAME, typed=lambda r: r.name),
        Column("tier", "Tier", lambda r: r.tier, lambda r: r.tier, typed=lambda r: r.tier, choices=("high", "low")),
        Column("size", "Size", lambda r: r.size, lambda r: str(r.size), Look.NUMBER),
        Column("note", "Note", lambda r: r.note, lambda r: r.note, typed=lambda r: r.note),
    )
    model: RowsModel[Item] = RowsModel(columns)
    model.show_rows(Item(2**61 + n, f"name {n}", f"tier {n}", n, f"note {n}") for n in range(5))
    sheet = SheetView(model, "Items")
    qtbot.addWidget(sheet)
    steps: list[list[tuple[int, str, str]]] = []
    model.edited.connect(lambda cells: steps.append([(cell.row.id - 2**61, cell.key, cell.text) for cell in cells]))
    sheet.resize(700, 300)
    sheet.show()
    sheet.activateWindow()
    sheet.setFocus()
    qapp.processEvents()
    yield Spread(sheet, model, steps)
    qapp.processEvents()


@pytest.fixture
def item() -> Callable[[int, str], Item]:
    """One row as the table holds them, with another name."""
    return lambda n, name: Item(2**61 + n, name, f"tier {n}", n, f"note {n}")
