"""Telling the book's own tables by the heading of their references, and their columns by heading or description."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from csdesk.intake.fields import SKIP
from csdesk.intake.own.columns import OwnTable
from csdesk.intake.own.layouts import BY_TABLE, DESCRIPTION, OWN_TABLES
from csdesk.intake.shapes import Cell, FoundTable, Matching, TableKind
from csdesk.models.kinds import Language
from csdesk.wording.fields import FIELDS

_KEYS = {table.key: table for table in OWN_TABLES}
_DESCRIBES = "column.field"


@dataclass(frozen=True, slots=True)
class OwnFound:
    """A table of the book's own: its layout (None: it describes the columns of the others), the field of each column
    ('' for the team's own, `skip` for what is told a second time)."""

    layout: OwnTable | None
    fields: tuple[str, ...]

    @property
    def kind(self) -> TableKind:
        """What the table is."""
        return self.layout.table if self.layout else TableKind.COLUMNS


def is_own(headings: Iterable[Cell]) -> bool:
    """Whether a row of cells heads a table of the book's own."""
    keys = _all_keys()
    return any(isinstance(heading, str) and _folded(heading) in keys for heading in headings)


def own_tables(found: Sequence[FoundTable], chosen: Sequence[Matching]) -> tuple[OwnFound | None, ...]:
    """The book's own among tables, None for the others. A person's choice of another kind makes a table another's."""
    described = _described(found)
    return tuple(
        _own(table, described.get(_name(table), {}), matching) for table, matching in zip(found, chosen, strict=True)
    )


def _own(table: FoundTable, described: Mapping[tuple[str, str], str], chosen: Matching) -> OwnFound | None:
    if chosen.kind is TableKind.COLUMNS:
        return OwnFound(None, _with_chosen(table, ("",) * len(table.columns), chosen))
    headings = [_folded(column.heading) for column in table.columns]
    language, key = _key_in(headings)
    layout = BY_TABLE.get(chosen.kind) if chosen.kind else _KEYS.get(key)
    if chosen.kind and (layout is None or (key != layout.key and chosen.kind in _FOREIGN)):
        return None
    if language and key == _DESCRIBES and not chosen.kind:
        return OwnFound(None, _fields(headings, DESCRIPTION, [language]))
    if layout is None:
        return None
    fields = list(_fields(headings, layout.by_field, [language] if language else list(Language)))
    for at, column in enumerate(table.columns):
        told = described.get((column.letter, headings[at]))
        if told is not None:
            fields[at] = told if told in layout.by_field or told == "" else SKIP
    return OwnFound(layout, _with_chosen(table, _each_once(fields), chosen))


def _with_chosen(table: FoundTable, fields: tuple[str, ...], chosen: Matching) -> tuple[str, ...]:
    """The fields a person chose, each given once."""
    names = [column.heading for column in table.columns]
    picked: dict[int, str] = {}
    for heading, field in chosen.fields.items():
        if heading in names:
            picked[names.index(heading)] = "" if field in picked.values() and field != SKIP else field
    taken = set(picked.values()) - {"", SKIP}
    return tuple(picked.get(at, "" if field in taken else field) for at, field in enumerate(fields))


def _key_in(headings: Sequence[str]) -> tuple[Language | None, str]:
    """The field that tells what a table is, and the language in which it is headed."""
    for language in Language:
        for field in (*_KEYS, _DESCRIBES):
            if _heading(field, language) in headings:
                return language, field
    return None, ""


def _described(found: Sequence[FoundTable]) -> dict[tuple[str, str], dict[tuple[str, str], str]]:
    """Fields by column letter and heading, for each table by its file and sheet, as descriptions tell them. A file of
    text is described by one beside it, under its name."""
    told: dict[tuple[str, str], dict[tuple[str, str], str]] = {}
    for table in found:
        headings = [_folded(column.heading) for column in table.columns]
        language = next((tongue for tongue in Language if _heading(_DESCRIBES, tongue) in headings), None)
        if language is None:
            continue
        fields = _fields(headings, DESCRIPTION, [language])
        if set(DESCRIPTION[:4]) <= set(fields):
            at = [fields.index(field) for field in DESCRIPTION[:4]]
            for row in table.rows:
                sheet, letter, heading, field = (str(row[place] or "") for place in at)
                where = (table.sha256, sheet) if table.sheet else ("", sheet)
                told.setdefault(where, {})[letter, _folded(heading)] = field
    return told


def _name(table: FoundTable) -> tuple[str, str]:
    return (table.sha256, table.sheet) if table.sheet else ("", PurePath(table.file).stem)


def _fields(headings: Sequence[str], fields: Iterable[str], languages: Iterable[Language]) -> tuple[str, ...]:
    known: dict[str, str] = {}
    for language in languages:
        for field in fields:
            known.setdefault(_heading(field, language), field)
    return _each_once([known.get(heading, "") for heading in headings])


def _each_once(fields: Sequence[str]) -> tuple[str, ...]:
    """The first column of a field is meant; a further one is the team's own."""
    met: set[str] = set()
    kept = []
    for field in fields:
        kept.append("" if field in met and field != SKIP else field)
        met.add(field)
    return tuple(kept)


@cache
def _all_keys() -> frozenset[str]:
    return frozenset(_heading(field, language) for language in Language for field in (*_KEYS, _DESCRIBES))


@cache
def _heading(field: str, language: Language) -> str:
    return _folded(FIELDS[field].say(language))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()


_FOREIGN = frozenset(
    {TableKind.ACCOUNTS, TableKind.CONTACTS, TableKind.CONTRACTS, TableKind.INVOICES, TableKind.COSTS,
     TableKind.TOUCHES, TableKind.USE, TableKind.TICKETS, TableKind.ANSWERS, TableKind.TASKS, TableKind.GOALS,
     TableKind.MILESTONES, TableKind.DEALS, TableKind.FEEDBACK, TableKind.INTERVIEWS, TableKind.MAILINGS,
     TableKind.FIGURES, TableKind.RATES, TableKind.HEALTH}
)  # fmt: skip
"""Kinds that other people's spreadsheets have too, for which evidence decides."""
