"""Columns of a table within each record, as databases of forms export them: 契約明細_数量 is the 数量 of a line."""

import re
from collections import Counter
from collections.abc import Sequence

from csdesk.intake.matching.words.headings import plain_hits

_WITHIN = re.compile(r"(?P<table>[^_]*[぀-ヿ㐀-鿿][^_]*)_(?P<own>[^_]+)")
_OF_LINES = frozenset({"contract", "invoice"})
_SEVERAL = 2


def own_headings(headings: Sequence[str]) -> list[str]:
    """The headings, those of an inner table without its name where that hides what of a line they tell: a name that
    stands before several of them, and says nothing with the rest."""
    found = [_WITHIN.fullmatch(heading.strip()) for heading in headings]
    tables = Counter(one["table"] for one in found if one)
    return [
        one["own"] if one and tables[one["table"]] >= _SEVERAL and _is_hidden(heading, one["own"]) else heading
        for heading, one in zip(headings, found, strict=True)
    ]


def _is_hidden(heading: str, own: str) -> bool:
    told = plain_hits(own)
    return not plain_hits(heading) and bool(told) and all(hit.field.entity in _OF_LINES for hit in told)
