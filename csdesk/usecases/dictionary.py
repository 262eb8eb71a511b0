"""The field dictionary: what a column of a spreadsheet may be taken for, and by which headings it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Language
from csdesk.wording.dictionary import COLUMNS, GROUPS, KIND_COLUMNS, TEXTS, VALUE_TYPES
from csdesk.wording.intake import field_words, kind_words
from csdesk.wording.speech import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from csdesk.wording.speech import Words


@dataclass(frozen=True, slots=True)
class DictionaryField:
    """One field. `group` is the part of the id before the dot; `headings` name it by themselves, in any width and
    case."""

    id: str
    group: str
    holds: str
    example: str
    headings: tuple[str, ...]


def field_dictionary() -> tuple[DictionaryField, ...]:
    """Every field that a column of somebody's spreadsheet may feed, by groups in the order of the dictionary. Fields of
    the book's own export that no spreadsheet has are not among them."""
    from csdesk.intake.fields import FIELDS

    return tuple(
        DictionaryField(field.id, field.entity, field.type, field.example, field.says)
        for field in FIELDS.values()
        if field.entity in GROUPS
    )


def as_table(language: Language) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings and rows in one language, for a terminal."""
    rows: list[tuple[str, ...]] = [
        (one.id, field_words(one.id, language), _holds(one, language), one.example) for one in field_dictionary()
    ]
    return tuple(COLUMNS[key].say(language) for key in ("id", "name", "holds", "example")), rows


def as_markdown() -> str:
    """The whole dictionary as a page of documentation, each field in both languages."""
    return "\n".join([*_heading(1, TEXTS["title"]), *_text("about"), *_kinds(), *_groups(), ""])


def _kinds() -> Iterable[str]:
    from csdesk.usecases.importing import TableKind

    yield from _heading(2, TEXTS["kinds"])
    yield from _text("about_kinds")
    names = [(f"`{kind}`", *_both_kinds(kind)) for kind in TableKind if kind is not TableKind.UNKNOWN]
    yield from _table(KIND_COLUMNS, names)


def _groups() -> Iterable[str]:
    found = field_dictionary()
    for group, words in GROUPS.items():
        yield from _heading(2, words)
        rows = [_row(one) for one in found if one.group == group]
        yield from _table(tuple(words.en for words in COLUMNS.values()), rows)


def _row(one: DictionaryField) -> tuple[str, ...]:
    names = [field_words(one.id, language) for language in Language]
    return f"`{one.id}`", *names, _holds(one, Language.EN), one.example, " · ".join(one.headings)


def _both_kinds(kind: str) -> tuple[str, ...]:
    return tuple(kind_words(kind, language) for language in Language)


def _holds(one: DictionaryField, language: Language) -> str:
    return look_up(VALUE_TYPES, one.holds, language)


def _heading(depth: int, words: Words) -> tuple[str, str]:
    return f"{'#' * depth} {words.en} / {words.ja}", ""


def _text(key: str) -> tuple[str, ...]:
    return TEXTS[key].en, "", TEXTS[key].ja, ""


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    yield _line(headings)
    yield _line(["---"] * len(headings))
    yield from map(_line, rows)
    yield ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.translate(_PLAIN) for cell in cells)} |"


_PLAIN: Mapping[int, str] = str.maketrans({"|": "\\|", "<": "&lt;"})
