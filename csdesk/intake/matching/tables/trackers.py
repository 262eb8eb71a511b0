"""Trackers: lists that tell how the next renewal of each contract stands, or each deal."""

import re
from collections.abc import Sequence

from csdesk.intake.matching.words.evidence import sample_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import hits, plain_hits
from csdesk.intake.matching.words.neighbours import Seen, all_named, is_seldom_signed
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.intake.values.work_words import tells_renewal

_TITLE = re.compile(r"renewals?\b|更新管理|更新一覧|更新予定|更新対象|契約更新")
_TELLING = frozenset({"renewal.status", "renewal.likelihood"})
_OF_DEALS = frozenset({"contract.close_date", "contract.stage"})
_DEAL = re.compile(r"\b(?:deal|opportunity)\b|商談|案件")
_OF_DEAL = frozenset({"contract.external_id", "contract.name"})
_MOST = 0.5


def tracks_renewals(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table is one: a renewal date beside how it stands, by headings, by its title, or by the words of a
    column. A list of contracts that start, or of deals that close, is none."""
    named = all_named([one for one in seen if not is_seldom_signed(one, seen)])
    if not named & {"contract.renewal", "contract.end"} or named & {"contract.start", *_OF_DEALS}:
        return False
    titled = "contract.renewal" in named and _TITLE.search(fold_words(f"{table.context} {table.sheet} {table.file}"))
    outcome = any(one.profile.renewals for one in seen)
    return bool(named & _TELLING or titled or outcome or any(map(_are_of_renewals, cells)))


def lists_deals(seen: Sequence[Seen]) -> bool:
    """Whether a table is a list of deals by its headings: the name or number of a deal, and the stage it is in, beside
    whatever else is told of the customer."""
    named = any(
        _DEAL.search(fold_words(one.heading)) and hit.field.id in _OF_DEAL
        for one in seen
        for hit in plain_hits(one.heading)
    )
    staged = any(hit.field.id == "contract.stage" for one in seen for hit in hits(one.heading))
    return named and staged


def _are_of_renewals(cells: Sequence[Cell]) -> bool:
    words = [cell for cell in sample_of(cells) if isinstance(cell, str)]
    return sum(map(tells_renewal, words)) > _MOST * len(words) > 0
