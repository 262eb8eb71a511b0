"""Words that head a column or label a value, known from the field dictionary before any table is found."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from csdesk.intake.fields import FIELDS
from csdesk.intake.vocabulary.entry import Field
from csdesk.models.text import fold_case

NAMES: Final = frozenset({"account.name", "account.legal_name"})

_ASIDE: Final = re.compile(r"[(\[【].*?[)\]】]|[\s:*※■●・]")
_DAY: Final = re.compile(r"(?:年月日|日時|日付|日|date)$")


def named(text: str) -> Field | None:
    """The field that a heading of those words plainly names; days are known by their stem."""
    word = folded_label(text)
    day = _known().get(_DAY.sub("", word))
    return _known().get(word) or (day if day and day.type.is_date else None)


def meanings(text: str) -> frozenset[str]:
    """Every field that such a heading may be, plainly or among others; days are known by their stem."""
    word = folded_label(text)
    stem = _DAY.sub("", word)
    days = frozenset(one for one in _meant().get(stem, ()) if FIELDS[one].type.is_date) if stem != word else frozenset()
    return _meant().get(word, frozenset()) | days


def folded_label(text: str) -> str:
    """Width and case folded, without what stands in brackets, colons and marks."""
    return _ASIDE.sub("", fold_case(text).replace("_", ""))


@lru_cache(maxsize=1)
def _known() -> Mapping[str, Field]:
    return {folded_label(word): field for field in FIELDS.values() for word in field.says if folded_label(word)}


@lru_cache(maxsize=1)
def _meant() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for field in FIELDS.values():
        for word in (*field.says, *field.hints, *field.bare):
            found.setdefault(folded_label(word), set()).add(field.id)
    return {word: frozenset(ids) for word, ids in found.items() if word}
