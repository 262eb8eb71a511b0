"""Giving each column its field: words and values weighed, no field twice."""

# ruff: noqa: PLR2004 - shares and weights are the evidence itself, told where they are weighed

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from csdesk.intake.fields import FIELDS
from csdesk.intake.matching.fields.kinds import ROLES
from csdesk.intake.matching.words.agreement import agreement
from csdesk.intake.matching.words.customers import of_customers
from csdesk.intake.matching.words.evidence import Profile
from csdesk.intake.matching.words.exported import of_exports
from csdesk.intake.matching.words.folds import fold_heading
from csdesk.intake.matching.words.headings import Hit, How, hits, plain_hits
from csdesk.intake.matching.words.neighbours import Seen, is_of_payment, is_state, setting
from csdesk.intake.matching.words.rivals import of_rivals
from csdesk.intake.matching.words.whose import whose_person
from csdesk.intake.shapes import TableKind

ASK_BELOW = 0.6
"""Confidence under which a column stays the team's own until the person says what it is."""
_WORTH = 0.3
_MANY = 10_000
_COUNTED = 0.85
_STANDINGS = ("contract.status", "account.status", "ticket.status", "invoice.status")


@dataclass(frozen=True, slots=True)
class Taken:
    """A column's field with its confidence, and what else it might be."""

    position: int
    hit: Hit
    confidence: float


def assign(columns: Sequence[Seen], kind: TableKind, skip: frozenset[int] = frozenset()) -> list[Taken]:
    """The best field of each column in a table of that kind, clearest first; a field is given once."""
    offers = [offer for at, seen in enumerate(columns) if at not in skip for offer in offered(at, seen, kind, columns)]
    offers.sort(key=lambda offer: (-round(offer.confidence, 3), offer.position))
    given: dict[int, Taken] = {}
    fields: set[str] = set()
    for offer in offers:
        if offer.position in given or offer.hit.field.id in fields or offer.confidence < ASK_BELOW:
            continue
        given[offer.position] = offer
        fields.add(offer.hit.field.id)
    return list(given.values())


def offered(position: int, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> list[Taken]:
    """Everything a column might be in a table of that kind, clearest first."""
    if is_of_payment(seen, columns):
        return []
    role = ROLES[kind]
    found = []
    for named in (*hits(seen.heading), *_by_values(seen)):
        hit = whose_person(named, position, seen, kind, columns)
        share = role.share(hit.field)
        if not share or (share < 1.0 and _too_vague(hit, kind, seen.heading, seen.profile)):
            continue
        hit = _counted(_second_end(hit, seen, columns), seen, columns)
        if seen.profile.is_empty and hit.how is not How.SAYS:
            continue
        beside = setting(hit, seen, kind, columns) * of_customers(hit, seen, kind, columns)
        beside *= of_exports(hit, seen, kind, columns) * of_rivals(hit, seen, kind, columns)
        confidence = hit.clarity * share * agreement(hit.field, seen.profile) * beside
        if confidence >= _WORTH:
            found.append(Taken(position, hit, min(confidence, 0.99)))
    return sorted(found, key=lambda offer: -offer.confidence)


_SURVEY = re.compile(r"\b(?:nps|csat|ces|survey)\b|アンケート|nps")


def _too_vague(hit: Hit, kind: TableKind, heading: str, values: Profile) -> bool:
    """Whether words that fit a table of the field's own owner are too little in a table of another."""
    if hit.how is How.BARE:
        if hit.field.id == "account.external_id" and (
            kind is TableKind.MATRIX or (kind is TableKind.MOVEMENTS and values.again > 0)
        ):
            return False
        return not (hit.field.id == "contract.status" and values.billing_words)
    if hit.field.id == "nps.responded_at" and kind is TableKind.ACCOUNTS:
        return not _SURVEY.search(fold_heading(heading).full)
    if hit.how in {How.HINT, How.PART} and kind is TableKind.ACCOUNTS:
        return hit.field.entity in {"touch", "usage", "nps", "csat", "ces"}
    return False


def _by_values(seen: Seen) -> list[Hit]:
    """What values tell without any words: addresses of people, movements of MRR, standings."""
    if seen.profile.email > 0.9:
        return [Hit(FIELDS["contact.email"], How.HINT, 0.7)]
    if seen.profile.moves > 0.8 and seen.profile.loses:
        return [Hit(FIELDS["movement.type"], How.OWNED, 0.97)]
    if seen.profile.standing > 0.8 and is_state(seen.heading):
        return [Hit(FIELDS[field], How.HINT, 0.7) for field in _STANDINGS]
    return []


def left_out(columns: Sequence[Seen], taken: Sequence[Taken], skip: frozenset[int] = frozenset()) -> int:
    """How many columns plainly name some field and yet got none in this kind of table."""
    given = {one.position for one in taken} | skip
    return sum(
        any(agreement(hit.field, seen.profile) >= 0.8 for hit in plain_hits(seen.heading))
        for at, seen in enumerate(columns)
        if at not in given and not seen.profile.is_empty
    )


_TERM = re.compile(r"\b(?:contract|term|agreement)\b|契約")
_OF_SERVICE = re.compile(r"(?:サービス|利用)(?:終了|最終)")
_EXPIRES = re.compile(r"^(?:subscription )?(?:expires|expired|expiration)\b")
_PERIOD_END = re.compile(r"\bcurrent (?:period|term) ends?\b")
_CANCELLED = re.compile(r"cancell?ed(?: on| at| date)?|cancell?ation(?: date)?|date cancell?ed|キャンセル日?")
_LEAVING = re.compile(
    r"解約|退会|離脱|チャーン|解除|脱退|キャンセル|churn|cancel|terminat|lost|left|end of service|deactivat|\bended\b|"
    r"\blast (?:service |active )?day\b|最終(?:利用|契約)?日"
)


def is_leaving(heading: str) -> bool:
    """Whether an end's heading speaks of leaving (解約日, churned at) rather than of an end as such (終了日, end)."""
    return bool(_LEAVING.search(fold_heading(heading).full))


def _second_end(hit: Hit, seen: Seen, columns: Sequence[Seen]) -> Hit:
    """A plain end beside a column of leaving is the end of the term, its renewal; so is a contract's end beside the day
    it was cancelled on. What expires beside the end of the current period ends for good."""
    if hit.field.id == "contract.renewal" and _EXPIRES.search(fold_heading(seen.heading).full):
        periods = (other for other in columns if other is not seen and not other.profile.is_empty)
        if any(_PERIOD_END.search(fold_heading(other.heading).full) for other in periods):
            return Hit(FIELDS["contract.end"], How.HINT, 0.78)
    if hit.field.id != "contract.end" or is_leaving(seen.heading) or hit.how in {How.HINT, How.PART, How.TYPO}:
        return hit
    for other in columns:
        if _OF_SERVICE.search(seen.heading) and other.heading.strip().endswith("月"):
            # The month somebody left in, told beside the day.
            continue
        leaving = other is not seen and other.profile.is_dated and is_leaving(other.heading)
        # The day somebody would like to leave on (解約希望日) is not the one he left on.
        named = {h.field.id for h in plain_hits(other.heading)} if leaving else set()
        if "contract.end" in named or (named and _ends_with_term(seen.heading, other.heading)):
            return Hit(FIELDS["contract.renewal"], How.HINT, 0.78)
    return hit


def _counted(hit: Hit, seen: Seen, columns: Sequence[Seen]) -> Hit:
    """Small figures that come again under a contract's 'ID', beside the price of one, are how many of them are paid
    for."""
    values = seen.profile
    few = values.number > 0.9 and values.again > 0.2 and values.high < _MANY
    if hit.field.id != "contract.external_id" or not few or values.identifier > values.number:
        return hit
    priced = any(named.field.id == "contract.unit_amount" for other in columns for named in hits(other.heading))
    return Hit(FIELDS["contract.quantity"], How.HINT, _COUNTED) if priced else hit


def _ends_with_term(end: str, leaving: str) -> bool:
    """Whether 'Contract end' stands beside 'Cancelled on'; a request to cancel (解約申込日) takes effect at the end."""
    full = fold_heading(end).full
    return bool(_TERM.search(full) and _CANCELLED.fullmatch(fold_heading(leaving).full))


def refit(taken: Taken, field_id: str, confidence: float) -> Taken:
    """The same column as another field."""
    return replace(taken, hit=Hit(FIELDS[field_id], How.HINT, confidence), confidence=confidence)
