"""Files of one name, as exports of two tools often are, told apart: rows are traced to their file by its name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from pathlib import PurePath

from csdesk.intake.shapes import FoundTable


def told_apart(found: Iterable[FoundTable], here: Sequence[FoundTable] = ()) -> tuple[FoundTable, ...]:
    """The tables, those of a file that is called like another one, here or among them, by a name of its own:
    `tickets (2).csv`."""
    tables = tuple(found)
    taken = {table.file for table in here}
    names: dict[tuple[str, str], str] = {}
    for table in tables:
        if (table.file, table.sha256) not in names:
            name = _free(table.file, taken)
            names[table.file, table.sha256] = name
            taken.add(name)
    return tuple(_called(table, names[table.file, table.sha256]) for table in tables)


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    path = PurePath(name)
    numbered = (f"{path.stem} ({n}){path.suffix}" for n in count(2))
    return next(one for one in numbered if one not in taken)


def _called(table: FoundTable, name: str) -> FoundTable:
    if table.file == name:
        return table
    problems = (replace(one, place=replace(one.place, file=name)) for one in table.problems)
    return replace(table, file=name, problems=tuple(problems))
