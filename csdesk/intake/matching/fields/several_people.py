"""Columns whose cells each list several people."""

import re
from collections.abc import Sequence

from csdesk.intake.matching.fields.columns import Taken, refit
from csdesk.intake.matching.words.evidence import sample_of
from csdesk.intake.shapes import Cell

_BETWEEN = re.compile(r"[,、;；\n]")
_SOME = 0.2


def with_several(taken: list[Taken], cells: Sequence[Sequence[Cell]]) -> list[Taken]:
    """The columns, a person's as one of people where some cells list several: those who were at a meeting. Beside an
    address it is the one person's whose that is."""
    fields = {one.hit.field.id for one in taken}
    if fields & {"contact.names", "contact.email"}:
        return taken
    return [
        refit(one, "contact.names", one.confidence)
        if one.hit.field.id == "contact.name" and _lists_people(cells[one.position])
        else one
        for one in taken
    ]


def _lists_people(cells: Sequence[Cell]) -> bool:
    some = [cell for cell in sample_of(cells) if isinstance(cell, str)]
    return sum(map(_are_people, some)) > _SOME * len(some)


def _are_people(text: str) -> bool:
    """Whether a text lists several names; 'Doe, Jane' is one."""
    names = [name.strip() for name in _BETWEEN.split(text) if name.strip()]
    return len(names) > 1 and all(" " in name or not name.isascii() for name in names)
