"""Whether what a reader made of a file is what a person sees in it."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from tests.intake_pollution.polluted import Polluted, Rows

Plain: TypeAlias = list[tuple[str, ...]]


def plain(rows: Iterable[Sequence[object]]) -> Plain:
    """Cells as text without outer spaces, any line end as LF, none as empty; without blank rows and columns."""
    texts = [[_text(cell) for cell in row] for row in rows]
    width = max(map(len, texts), default=0)
    full = [row + [""] * (width - len(row)) for row in texts if any(row)]
    used = [at for at in range(width) if any(row[at] for row in full)]
    return [tuple(row[at] for at in used) for row in full]


def _text(cell: object) -> str:
    text = "" if cell is None or cell != cell else str(cell)  # noqa: PLR0124 - what is unlike itself is no number
    return text.strip(" \t\r\n\u3000\xa0\0\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def is_right(tables: Sequence[Rows], file: Polluted) -> bool:
    """All tables as they are seen, headings included (over several lines or one), and nothing else."""
    return [_one_line(plain(table)) for table in tables] == [_one_line(plain(table)) for table in file.tables]


def _one_line(rows: Plain) -> Plain:
    return [tuple(" ".join(cell.split()) for cell in rows[0]), *rows[1:]] if rows else []


def is_forgiven(tables: Sequence[Rows], file: Polluted) -> bool:
    """The rows of all tables in their order, with nothing among them but lines that are of no table."""
    beside = {_squeezed(text) for text in file.beside}
    got = (row for table in tables for row in plain(table) if _squeezed("".join(row)) not in beside)
    wanted = (row for table in file.tables for row in plain(table))
    return list(map(_trimmed, got)) == list(map(_trimmed, wanted))


def _squeezed(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _trimmed(row: Sequence[str]) -> tuple[str, ...]:
    """Without the empty cells at the end: a row of one table is filled up to the width of another."""
    end = max((at + 1 for at, cell in enumerate(row) if cell), default=0)
    return tuple(" ".join(cell.split()) for cell in row[:end])
