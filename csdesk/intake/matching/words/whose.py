"""Whose person a bare 担当者 is: the team's own, who looks after the customer, or the customer's."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
from collections.abc import Sequence
from dataclasses import replace

from csdesk.intake.fields import FIELDS
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import Hit, How, hits, plain_hits
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.shapes import TableKind

_OF_TEAM = frozenset({"account.owner", "touch.by", "ticket.assignee"})
_EITHER = re.compile(r"ご?担当者?(?:様|氏名|名)?")
_OURS = re.compile(r"\bcs\b|csm?担当|担当csm?|\bcsm\b|カスタマーサクセス|customer success|自社|弊社|当社|社内|フォロー")
_LOOKED_UP = re.compile(r"\s*[(（]from .+[)）]$", re.IGNORECASE)
_HOST, _GUEST = re.compile(r"^(?:user|host)\b|主催者"), re.compile(r"\b(?:invitee|attendee|guest)\b|予約者|招待者")
_KINDS = frozenset({TableKind.ACCOUNTS, TableKind.CONTACTS, TableKind.CONTRACTS, TableKind.INVOICES, TableKind.USE})
_CLARITY = 0.85
_OF_DEEDS = frozenset({TableKind.CONTRACTS, TableKind.TOUCHES, TableKind.TICKETS})
OF_PERSON = frozenset({"contact.department", "contact.title"})
_ANY_TEAM = re.compile(r"\b(?:team|section|division|unit)\b|チーム|^(?:担当|対応|主管|自社|弊社|当社)")
_THEIRS = re.compile(r"先方|客先|相手方")
_PERSON = frozenset({"contact.name", "contact.first_name", "contact.last_name"})


def whose_person(hit: Hit, position: int, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> Hit:
    """The same column as the customer's person, where another column is plainly the team's own, or where nobody comes
    twice and an e-mail address stands beside, or where his post stands before him: a team's own people each have many
    customers, and no post in such a list."""
    if kind is TableKind.TOUCHES and _HOST.search(fold_words(seen.heading)) and _has_guest(columns):
        # Who is booked, beside who has booked.
        return replace(hit, field=FIELDS["touch.by"]) if hit.field.id == "contact.name" else replace(hit, clarity=0.0)
    if hit.field.id in OF_PERSON and kind in _OF_DEEDS and not _is_persons(position, columns):
        return replace(hit, clarity=0.0)
    if hit.field.id not in _OF_TEAM or kind not in _KINDS or not _is_either(seen.heading):
        return hit
    ours = any(other is not seen and is_ours(other.heading) for other in columns)
    if ours or _has_post_before(position, columns) or (_nobody_twice(seen) and _has_address_beside(position, columns)):
        return replace(hit, field=FIELDS["contact.name"], how=How.HINT, clarity=_CLARITY)
    return hit


def _is_either(heading: str) -> bool:
    """Whether a heading is a bare 担当者, or one looked up in another table: '担当者 (from 顧客)'."""
    return _EITHER.fullmatch(fold_words(_LOOKED_UP.sub("", heading))) is not None


def _is_persons(position: int, columns: Sequence[Seen]) -> bool:
    """Whether the customer's person is named beside: a 部署 or 'Title' elsewhere in lists of deeds is not
    his, nor is a 'Team' anywhere."""
    beside = (_first_beyond(columns[:position][::-1]), _first_beyond(columns[position + 1 :]))
    near = columns[max(0, position - 1) : position + 2]
    theirs = any(_THEIRS.match(fold_words(one.heading)) for one in near)
    return (theirs or bool(_PERSON & set().union(*beside))) and not _ANY_TEAM.search(
        fold_words(columns[position].heading)
    )


def _first_beyond(columns: Sequence[Seen]) -> set[str]:
    """The fields that the first column plainly names beyond those of a person's place: 部署, 役職, 氏名."""
    named = ({hit.field.id for hit in plain_hits(one.heading)} for one in columns)
    return next((fields for fields in named if not fields & OF_PERSON), set())


def _has_guest(columns: Sequence[Seen]) -> bool:
    return any(_GUEST.search(fold_words(column.heading)) for column in columns)


def is_ours(heading: str) -> bool:
    """Whether a heading plainly names the team's own person: CSM, CS担当, 弊社担当."""
    words = fold_words(heading)
    return bool(_OURS.search(words)) and any(hit.field.id == "account.owner" for hit in hits(heading))


def _nobody_twice(seen: Seen) -> bool:
    return seen.profile.filled > 1 and seen.profile.distinct > 0.9


def _has_post_before(position: int, columns: Sequence[Seen]) -> bool:
    """Whether the column before plainly tells what somebody is in his company: 役職."""
    before = columns[position - 1] if position else None
    return before is not None and any(hit.field.id == "contact.title" for hit in plain_hits(before.heading))


def _has_address_beside(position: int, columns: Sequence[Seen]) -> bool:
    """Whether an e-mail address follows, with at most one column between (a kana, a department)."""
    return any(
        other.profile.email > 0.8 or any(hit.field.id == "contact.email" for hit in plain_hits(other.heading))
        for other in columns[position + 1 : position + 3]
    )
