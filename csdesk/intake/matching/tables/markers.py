"""Lists of dated events of the team's own: releases, changes of price and of positioning."""

import re
from collections.abc import Sequence

from csdesk.intake.matching.words.evidence import sample_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import hits
from csdesk.intake.matching.words.neighbours import Seen, all_named
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.intake.values.work_words import marker_kind

_MOST = 0.5
_WHOSE = frozenset(
    {"account.name", "account.external_id", "account.domain", "contact.name", "contact.email", "contact.external_id",
     "ticket.external_id", "ticket.priority", "ticket.assignee", "task.title", "task.due", "usage.measure",
     "invoice.number", "contract.mrr", "contract.start", "feedback.votes"}
)  # fmt: skip
"""Fields of what happens with customers, which no event of the team's own has."""
_RELEASE = re.compile(r"(?:release|version)(?: name| title| no| number)?|リリース名?|バージョン名?")
_TITLE = re.compile(r"\b(?:releases?|changelog|release notes|markers?)\b|リリース(?:履歴|一覧|ノート)|更新履歴|出来事")


def lists_markers(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether days stand beside what was released or changed then, and nothing tells of customers: by the words of a
    column (Release, Price change), or by a heading that names releases."""
    if not any(one.profile.is_dated for one in seen) or all_named(seen) & _WHOSE:
        return False
    titled = [one for one in seen if any(hit.field.id == "marker.title" for hit in hits(one.heading))]
    released = any(_RELEASE.fullmatch(fold_words(one.heading)) for one in titled)
    if not titled or all(one.profile.is_dated for one in seen):
        return False
    about = _TITLE.search(fold_words(f"{table.context} {table.sheet} {table.file}"))
    return any(map(_are_kinds, cells)) or (released and len(seen) <= _FEW) or (bool(about) and len(seen) <= _FEW)


_FEW = 4
"""Columns up to which a list of releases tells of nothing else."""


def _are_kinds(cells: Sequence[Cell]) -> bool:
    words = [cell for cell in sample_of(cells) if isinstance(cell, str)]
    return sum(marker_kind(word) is not None for word in words) > _MOST * len(words) > 0
