"""Columns whose cells hold two things, a company and a person or its domain, parted into two columns."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from csdesk.intake.reading.labels import meanings
from csdesk.intake.shapes import Column, FoundTable

_Split = Callable[[str], tuple[str, str] | None]
_MOST: Final = 0.8
_MANY: Final = 20_000
"""Rows above which no list is one that a person keeps by hand."""
_SEPARATORS: Final = ("/", "／", "|", "｜", " - ", "・")
_NAME: Final = (
    r"(?:company|customer|client|account|organi[sz]ation|name|会社|企業|顧客|取引先|得意先|法人|社|お?客様|名称)"
    r"(?: ?name|名)?"
)
_PERSON: Final = r"(?:primary |main |key )?(?:contact(?: person| name)?|person|poc)|ご?担当者?名?様?|窓口|先方担当者?"
_DOMAIN: Final = r"domain|url|website|ドメイン"
_HEADING: Final = re.compile(
    rf"({_NAME})\s*(?:[/／&＆|｜・(（\[-]|\band\b)\s*({_PERSON}|{_DOMAIN})\s*[)）\]]?", re.IGNORECASE
)
_ONE: Final = re.compile(_NAME, re.IGNORECASE)
_BRACKETED: Final = re.compile(r"(.+?)\s*[(（\[]\s*(.+?)\s*[)）\]]", re.DOTALL)
_CLOSING: Final = (")", "）", "]")
_CUSTOMERS: Final = "先方担当者名"
_LABEL: Final = re.compile(r"(?:ご?担当者?|窓口|contact|attn\.?|poc)\s*[:：]\s*", re.IGNORECASE)
_MAILED: Final = re.compile(
    r"([^<>(（@,;]+?)\s*[(（<]\s*([^\s@<>()（）,;]+@[^\s@<>()（）,;]+\.[^\s@<>()（）,;]+)\s*[)）>]"
)
_OURS: Final = frozenset({"account.owner", "touch.by", "ticket.assignee", "task.owner"})
_HOST: Final = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/?", re.IGNORECASE)


def parted(table: FoundTable) -> FoundTable:
    """The table with such columns as two each: where the heading names both, or the cells of a column of names label
    the second ('(担当: 鈴木)') or it is a domain; as it is where not nearly all cells can be parted so."""
    if len(table.rows) > _MANY:
        return table
    for at in reversed(range(len(table.columns))):
        heading = " ".join(unicodedata.normalize("NFKC", table.columns[at].heading).split())
        if found := _HEADING.fullmatch(heading):
            # A 担当者 beside the company in its cell is the customer's own.
            person = _CUSTOMERS if "担当" in found[2] else found[2]
            table = _parted_by(table, at, (found[1], person), _in_two)
        elif _ONE.fullmatch(heading):
            person = "Contact person" if heading.isascii() else _CUSTOMERS
            table = _parted_by(table, at, (table.columns[at].heading, "Domain"), _with_host)
            table = _parted_by(table, at, (table.columns[at].heading, person), _labelled, nearly_all=False)
        elif _names_person(heading):
            mail = "Email" if heading.isascii() else "メールアドレス"
            table = _parted_by(table, at, (table.columns[at].heading, f"{heading} {mail}"), _with_mail)
    return table


def _parted_by(
    table: FoundTable, at: int, names: tuple[str, str], split: _Split, *, nearly_all: bool = True
) -> FoundTable:
    """The table with a column in two, if nearly all of its cells part so (else, where they say it themselves, any)."""
    cells = [row[at] for row in table.rows]
    parts = [split(cell) if isinstance(cell, str) else None for cell in cells]
    told = sum(cell not in {None, ""} for cell in cells)
    count = sum(part is not None for part in parts)
    if not count or (nearly_all and count < _MOST * told):
        return table
    column = table.columns[at]
    columns = [replace(column, heading=names[0]), Column(names[1], column.cell, column.letter)]
    rows = [
        (*row[:at], *(part or (row[at], None)), *row[at + 1 :]) for row, part in zip(table.rows, parts, strict=True)
    ]
    formats = {place + (place > at): form for place, form in table.formats.items()}
    return replace(
        table, columns=(*table.columns[:at], *columns, *table.columns[at + 1 :]), rows=tuple(rows), formats=formats
    )


def _bracketed(cell: str) -> re.Match[str] | None:
    """What stands before brackets at the end of a cell, and in them."""
    text = cell.strip()
    return _BRACKETED.fullmatch(text) if text.endswith(_CLOSING) else None


def _in_two(cell: str) -> tuple[str, str] | None:
    """A cell parted at its one separator, or at its brackets."""
    if found := _bracketed(cell):
        return found[1], _LABEL.sub("", found[2])
    for separator in _SEPARATORS:
        first, found_at, second = cell.partition(separator)
        if found_at and separator not in second and first.strip() and second.strip():
            return first.strip(), _LABEL.sub("", second.strip())
    return None


def _labelled(cell: str) -> tuple[str, str] | None:
    found = _bracketed(cell)
    return (found[1], _LABEL.sub("", found[2])) if found and _LABEL.match(found[2]) else None


def _names_person(heading: str) -> bool:
    """Whether a heading names the customer's person and nobody of the team."""
    meant = meanings(heading)
    return "contact.name" in meant and not meant & _OURS


def _with_mail(cell: str) -> tuple[str, str] | None:
    found = _MAILED.fullmatch(cell.strip())
    return (found[1].strip(), found[2]) if found else None


def _with_host(cell: str) -> tuple[str, str] | None:
    found = _bracketed(cell)
    return (found[1], found[2]) if found and _HOST.fullmatch(found[2]) else None
