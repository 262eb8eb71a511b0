"""Of two columns that might be one field, which is meant: the day of closing beside that of solving, a type beside a
reason, the kind of a survey beside its name."""

import re
from collections.abc import Callable, Sequence

from csdesk.intake.matching.words.customers import others_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import Hit, How, plain_hits
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.shapes import TableKind

_LESS = 0.7
"""What leaves a plain heading below another, and still taken where that is something else."""
_TOO_LITTLE = 0.5
_SOLVED = re.compile(r"解決|\b(?:resolved|resolution|solved)\b")
_CLOSED = re.compile(r"クローズ|\bclosed?\b")
_WHY = re.compile(r"理由|\breason\b")
_SORT = re.compile(
    r"(?:case |ticket |ケース|チケット|問い?合わ?せ)?(?:type|種別|タイプ|種類|区分|分類|category|カテゴリー?)"
)
_CALLED = re.compile(r"\bname\b|名$|タイトル|\btitle\b")
_USERS = re.compile(r"(?:会社の)?ユーザー数|(?:number of )?(?:users|people)|user count|people count")
_EFFECTIVE = re.compile(r"\beffective\b|適用")
_CHANGED = re.compile(
    r"\b(?:new|revised|proposed|after)\b.*\b(?:[am]rr|price|fee|amount|rate)\b|"
    r"\b(?:uplift|price (?:increase|change))\b|"
    r"^新(?:月額|年額|料金|価格|単価)|(?:改定|値上げ?)(?:後|率|額|幅)"
)


def of_rivals(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """A factor for how sure a hit is beside other columns: 1 where none has the better claim."""
    if (rule := _RULES.get(hit.field.id)) is None:
        return 1.0
    return rule(hit, seen, kind, others_of(seen, columns))


def _of_closing(hit: Hit, seen: Seen, _kind: TableKind, others: Sequence[Seen]) -> float:
    """What is solved is closed later, where another column says when."""
    words = fold_words(seen.heading)
    if not _SOLVED.search(words) or _CLOSED.search(words):
        return 1.0
    return _LESS if any(_CLOSED.search(fold_words(one.heading)) and _names(one, hit) for one in others) else 1.0


def _of_sort(_hit: Hit, seen: Seen, _kind: TableKind, others: Sequence[Seen]) -> float:
    """Why somebody wrote tells of what type his ticket is where no column has the type itself."""
    if not _WHY.search(fold_words(seen.heading)):
        return 1.0
    return _LESS if any(_SORT.fullmatch(fold_words(one.heading)) for one in others) else 1.0


def _of_survey(hit: Hit, seen: Seen, _kind: TableKind, others: Sequence[Seen]) -> float:
    """What a survey is called tells less than of which kind it is."""
    if not _CALLED.search(fold_words(seen.heading)):
        return 1.0
    told = any(
        one.profile.surveys and _names(one, hit) and not _CALLED.search(fold_words(one.heading)) for one in others
    )
    return _LESS if told else 1.0


def _of_hope(hit: Hit, _seen: Seen, _kind: TableKind, others: Sequence[Seen]) -> float:
    """When a deal is hoped for (見込み時期) is the day it closes on where no contract has come of it yet."""
    named = {one.field.id for other in others for one in plain_hits(other.heading)}
    return _TOO_LITTLE if hit.how is How.HINT and named & {"contract.start", "contract.end"} else 1.0


def _of_seats(_hit: Hit, seen: Seen, _kind: TableKind, others: Sequence[Seen]) -> float:
    """A bare number of users beside sessions or events is of those who came, or of those known: nobody's seats."""
    if not _USERS.fullmatch(fold_words(seen.heading)):
        return 1.0
    named = {one.field.id for other in others for one in plain_hits(other.heading)}
    return _TOO_LITTLE if named & {"usage.sessions", "usage.events"} else 1.0


def _of_start(_hit: Hit, seen: Seen, _kind: TableKind, others: Sequence[Seen]) -> float:
    """The day from which a new price holds starts no contract."""
    if not _EFFECTIVE.search(fold_words(seen.heading)):
        return 1.0
    return _TOO_LITTLE if any(_CHANGED.search(fold_words(one.heading)) for one in others) else 1.0


def _names(column: Seen, hit: Hit) -> bool:
    """Whether a column's heading plainly names the field."""
    return any(named.field.id == hit.field.id for named in plain_hits(column.heading))


_RULES: dict[str, Callable[[Hit, Seen, TableKind, Sequence[Seen]], float]] = {
    "ticket.closed_at": _of_closing,
    "ticket.type": _of_sort,
    "nps.kind": _of_survey,
    "contract.close_date": _of_hope,
    "contract.quantity": _of_seats,
    "contract.start": _of_start,
}
