"""Trackers of renewals: lists that tell how the next renewal of each contract stands."""

import re
from collections.abc import Sequence

from csdesk.intake.matching.words.evidence import sample_of
from csdesk.intake.matching.words.headings import fold_words
from csdesk.intake.matching.words.neighbours import Seen, all_named
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.intake.values.text import folded

_TITLE = re.compile(r"renewals?\b|更新管理|更新一覧|更新予定|更新対象|契約更新")
_STATUS = re.compile(
    r"renewed|renewing|will renew|in negotiation|negotiating|will churn|not renewing|up for renewal|"
    r"更新済み?|更新予定|更新確定|更新見込み?|更新しない|更新なし|交渉中|解約予定|更新交渉中|更新合意|継続予定|継続確定"
)
_TELLING = frozenset({"renewal.status", "renewal.likelihood"})
_OF_DEALS = frozenset({"contract.close_date", "contract.stage"})
_MOST = 0.5


def tracks_renewals(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table is one: a renewal date beside how it stands, by headings, by its title, or by the words of a
    column. A list of contracts that start, or of deals that close, is none."""
    named = all_named(seen)
    if not named & {"contract.renewal", "contract.end"} or named & {"contract.start", *_OF_DEALS}:
        return False
    titled = "contract.renewal" in named and _TITLE.search(fold_words(f"{table.context} {table.sheet} {table.file}"))
    return bool(named & _TELLING or titled or any(map(_are_of_renewals, cells)))


def _are_of_renewals(cells: Sequence[Cell]) -> bool:
    words = [folded(cell) for cell in sample_of(cells) if isinstance(cell, str)]
    return sum(bool(_STATUS.fullmatch(word)) for word in words) > _MOST * len(words) > 0
