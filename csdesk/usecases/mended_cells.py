"""Cells of a found table that a person mends: another text in their place, the file itself stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from csdesk.intake.shapes import Cell, FoundTable


def mended(table: FoundTable, cells: Collection[tuple[int, int]], text: str) -> FoundTable:
    """The table with that text in some cells, each told by its line and the place of its column."""
    from csdesk.intake.packed import PackedRows

    texts = {(table.position(line), column): text for line, column in cells}
    rows = table.rows
    return replace(table, rows=rows.with_texts(texts) if isinstance(rows, PackedRows) else _with_texts(rows, texts))


def _with_texts(rows: Sequence[tuple[Cell, ...]], texts: Mapping[tuple[int, int], str]) -> tuple[tuple[Cell, ...], ...]:
    changed = list(rows)
    for (at, column), text in texts.items():
        row = list(changed[at])
        row += [None] * (column + 1 - len(row))
        row[column] = text
        changed[at] = tuple(row)
    return tuple(changed)
