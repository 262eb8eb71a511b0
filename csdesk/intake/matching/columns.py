"""Giving each column its field: words and values weighed, no field twice."""

# ruff: noqa: PLR2004 - shares and weights are the evidence itself, told where they are weighed

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from csdesk.intake.fields import FIELDS
from csdesk.intake.matching.evidence import Profile, agreement
from csdesk.intake.matching.headings import Hit, How, fold_heading, hits
from csdesk.intake.matching.kinds import ROLES
from csdesk.intake.matching.phrases import is_by_unit
from csdesk.intake.shapes import TableKind

ASK_BELOW = 0.6
"""Confidence under which a column stays the team's own until the person says what it is."""
_WORTH = 0.3
_WITHOUT_TAX = frozenset({"contract.mrr", "contract.arr", "contract.amount", "contract.unit_amount"})
_TAX_INCLUDED = re.compile(r"税込|内税|incl(uding|usive|\b).{0,4}(tax|vat)|gross of tax")


@dataclass(frozen=True, slots=True)
class Taken:
    """A column's field with its confidence, and what else it might be."""

    position: int
    hit: Hit
    confidence: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a column before it is matched."""

    heading: str
    profile: Profile


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
    role = ROLES[kind]
    found = []
    for hit in (*hits(seen.heading), *_by_values(seen)):
        share = role.share(hit.field)
        if not share or (share < 1.0 and _too_vague(hit, kind, seen.profile)):
            continue
        hit = _second_end(hit, seen, columns)  # noqa: PLW2901 - the same column under its other name
        if seen.profile.is_empty and hit.how is not How.SAYS:
            continue
        confidence = hit.clarity * share * agreement(hit.field, seen.profile) * _setting(hit, seen, kind, columns)
        if confidence >= _WORTH:
            found.append(Taken(position, hit, min(confidence, 0.99)))
    return sorted(found, key=lambda offer: -offer.confidence)


def _too_vague(hit: Hit, kind: TableKind, values: Profile) -> bool:
    """Whether words that fit a table of the field's own owner are too little in a table of another."""
    if hit.how is How.BARE:
        return not (hit.field.id == "contract.status" and values.billing_words)
    if hit.how in {How.HINT, How.PART} and kind is TableKind.ACCOUNTS:
        return hit.field.entity in {"touch", "usage", "nps", "csat", "ces"}
    return False


def _by_values(seen: Seen) -> list[Hit]:
    """What values tell without any words: addresses of people, company numbers."""
    if seen.profile.email > 0.9:
        return [Hit(FIELDS["contact.email"], How.HINT, 0.7)]
    if seen.profile.standing > 0.8 and is_state(seen.heading):
        return [Hit(FIELDS[field], How.HINT, 0.7) for field in ("contract.status", "account.status")]
    return []


def _setting(  # noqa: PLR0911, C901 - one plain rule for each heading that its neighbours decide
    hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]
) -> float:
    """What the neighbours and the words of the values add or take away."""
    field, values = hit.field.id, seen.profile
    if field == "invoice.number" and values.sequence and is_row_number(seen.heading):
        return 0.0
    if field in {"account.external_id", "contract.external_id", "contact.external_id", "ticket.external_id"}:
        if values.sequence and is_row_number(seen.heading):
            return 0.0
        if hit.how is How.HINT and not (values.identifier > 0.8 and values.distinct > 0.5):
            return 0.0
        if max(values.identifier, values.number) < 0.3 and values.distinct < 0.5 and values.filled > 5:
            # 'Subscription' over Basic and Pro says which, not which one.
            return 0.5
        return 1.0
    if field == "account.name" and hit.how is How.SAYS and _has(columns, "account.name", but=seen):
        # 'Customer' beside 'Customer name' is its id.
        return 0.85 if values.identifier > 0.8 and "name" not in seen.heading.casefold() else 1.0
    if field == "account.status" and values.billing_words:
        return 0.7
    if field == "account.created_at" and kind is TableKind.ACCOUNTS and _is_contracted(columns, seen):
        # 'Customer since' beside a price or an end, with no other start, is the start.
        return 0.59
    if field in {"contract.mrr", "contract.arr"} and is_by_unit(seen.heading.casefold()):
        return 0.59 if _is_counted(columns) else 1.0
    if field in _WITHOUT_TAX and _TAX_INCLUDED.search(fold_heading(seen.heading).full):
        return 0.55
    if field == "nps.kind":
        return 1.4 if values.promoters and hit.how is not How.SAYS else 1.0
    if field == "account.segment" and values.promoters:
        return 0.5
    if field == "contract.interval" and values.number > 0.8 and _words_elsewhere(columns, seen):
        return 0.5
    if field == "contract.amount" and kind is TableKind.CONTRACTS and _priced_by_unit(columns):
        return 0.7
    if field == "contract.unit_amount" and is_by_unit(seen.heading.casefold()):
        return 1.0 if _is_counted(columns) else 0.9
    if field == "contract.unit_amount" and hit.how in {How.HINT, How.BARE}:
        return 1.0 if _priced_by_unit(columns) else 0.0
    if field == "contract.close_date" and any(other.profile.date > 0.6 for other in columns if other is not seen):
        # Deals close; what has started is closed when it ends.
        return 1.0 if {"contract.stage", "contract.name"} & _all_named(columns) else 0.5
    return 1.0


def left_out(columns: Sequence[Seen], taken: Sequence[Taken], skip: frozenset[int] = frozenset()) -> int:
    """How many columns plainly name some field and yet got none in this kind of table."""
    given = {one.position for one in taken} | skip
    return sum(
        any(
            hit.how in {How.SAYS, How.OWNED} and agreement(hit.field, seen.profile) >= 0.8 for hit in hits(seen.heading)
        )
        for at, seen in enumerate(columns)
        if at not in given and not seen.profile.is_empty
    )


def _has(columns: Sequence[Seen], field: str, *, but: Seen) -> bool:
    """Whether another column's heading plainly names the field."""
    named = {How.SAYS, How.OWNED}
    return any(
        hit.field.id == field and hit.how in named and not other.profile.is_empty
        for other in columns
        if other is not but
        for hit in hits(other.heading)
    )


def _words_elsewhere(columns: Sequence[Seen], seen: Seen) -> bool:
    """Whether another column holds the interval in words."""
    return any(other.profile.interval > 0.5 for other in columns if other is not seen)


_LEAVING = re.compile(r"解約|退会|離脱|チャーン|解除|脱退|churn|cancel|terminat|lost|left|end of service|deactivat")


def is_leaving(heading: str) -> bool:
    """Whether an end's heading speaks of leaving (解約日, churned at) rather than of an end as such (終了日, end)."""
    return bool(_LEAVING.search(fold_heading(heading).full))


def _second_end(hit: Hit, seen: Seen, columns: Sequence[Seen]) -> Hit:
    """A plain end beside a column of leaving is the end of the term, its renewal."""
    if hit.field.id != "contract.end" or is_leaving(seen.heading) or hit.how in {How.HINT, How.PART, How.TYPO}:
        return hit
    for other in columns:
        leaving = other is not seen and not other.profile.is_empty and is_leaving(other.heading)
        if leaving and any(h.field.id == "contract.end" for h in hits(other.heading)):
            return Hit(FIELDS["contract.renewal"], How.HINT, 0.78)
    return hit


def is_state(heading: str) -> bool:
    """Whether a heading may speak of a standing where its values do ('State' is a place as well)."""
    return heading.strip().casefold() in {"state", "standing", "flag", "current", "フラグ", "現在", "継続", "継続状況"}


def is_row_number(heading: str) -> bool:
    """Whether a heading may only count the rows: 'No.', '#', '連番'."""
    return heading.strip().casefold().rstrip(".") in {
        "no",
        "#",
        "番号",
        "連番",
        "通番",
        "項番",
        "行",
        "№",
        "id",
        "nr",
    }


def _all_named(columns: Sequence[Seen]) -> set[str]:
    """Every field that a heading of the table plainly names."""
    return {hit.field.id for seen in columns for hit in hits(seen.heading) if hit.how in {How.SAYS, How.OWNED}}


def _is_counted(columns: Sequence[Seen]) -> bool:
    """Whether a column may hold the number of pieces that a price is multiplied by."""
    return any(
        hit.field.id == "contract.quantity" and seen.profile.number > 0.8
        for seen in columns
        for hit in hits(seen.heading)
    )


def _is_contracted(columns: Sequence[Seen], seen: Seen) -> bool:
    """Whether a contract stands in the table, whose start no other column is."""
    others = _all_named([other for other in columns if other is not seen])
    return bool(others & {"contract.mrr", "contract.arr", "contract.end"}) and "contract.start" not in others


def _priced_by_unit(columns: Sequence[Seen]) -> bool:
    """Whether a quantity and an interval in words stand beside the amount, as billing tools write prices."""
    spans = any(
        hit.field.id == "contract.interval" and seen.profile.interval > 0.5
        for seen in columns
        for hit in hits(seen.heading)
    )
    return spans and _is_counted(columns)


def refit(taken: Taken, field_id: str, confidence: float) -> Taken:
    """The same column as another field."""
    return replace(taken, hit=Hit(FIELDS[field_id], How.HINT, confidence), confidence=confidence)
