"""What the columns beside a column, and its own values, add to what its heading says or take away from it."""

# ruff: noqa: PLR2004 - shares and weights are the evidence itself, told where they are weighed

import re
from collections.abc import Sequence
from dataclasses import dataclass

from csdesk.intake.matching.words.evidence import Profile
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import Hit, How, hits, plain_hits
from csdesk.intake.matching.words.phrases import begins_or_ends, fits_scale
from csdesk.intake.matching.words.prices import is_by_unit, is_with_tax
from csdesk.intake.shapes import TableKind

_IDS = frozenset({"account.external_id", "contract.external_id", "contact.external_id", "ticket.external_id"})
_ID_WORD = re.compile(r"\b(?:o?id|no|num|number|code|key|ref|reference)\b|id$|番号|コード|キー|ナンバー")
_KEPT_BY = re.compile(r"管理(?:番号|no|id|コード)")
_PRICES = frozenset({"contract.mrr", "contract.arr", "contract.amount", "contract.unit_amount"})
_RECURRING = ("contract.mrr", "contract.arr")
_SCORES = frozenset({"nps.score", "csat.score", "ces.score"})
_VAGUE = frozenset({How.HINT, How.PART, How.TYPO})
_WORDS = frozenset({"contract.product", "contract.plan", "contract.name", "invoice.item"})
_IN_USE = re.compile(r"利用|稼働|使用|\b(?:active|used|in use)\b")
_WHOLE = re.compile(r"合計|総額|\btotal\b")
_MONTHS, _YEARS = re.compile(r"月|\b(?:months?|mos?)\b"), re.compile(r"年|\b(?:years?|yrs?)\b")
_WHOLE_TERM = re.compile(r"total contract (?:value|amount)|tcv|(?:契約総額|総契約額|契約総金額)")
_AMOUNT = re.compile(r"(?:deal |opportunity )?amount|(?:商談|案件|取引)?金額")
_TERMS = frozenset({"contract.start", "contract.end", "contract.renewal"})
_OF_MONTH = re.compile(r"月$|\bmonth$")
_OF_PEOPLE = frozenset({"contact.external_id", "contact.first_name", "contact.last_name", "contact.title"})
_SPAN = re.compile(r"(?:billing )?interval(?: value)?|周期|間隔")
_SINCE = re.compile(r"became a customer|customer since|client since|顧客化|取引開始")
_CARD = re.compile(r"card\b")
_PAYS = re.compile(r"card (?:last ?4|brand|funding|exp\w*)\b")
_TOP_SCORE = 12
"""Beyond this no answer is, even of scales with a step more."""
_SINCE_WHEN = re.compile(r"\bsince\b")
_TOO_LITTLE = 0.59
"""What leaves the plainest heading just too unsure to be taken."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a column before it is matched."""

    heading: str
    profile: Profile


def setting(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """A factor for how sure a hit is: 1 where nothing speaks for or against it."""
    field = hit.field.id
    if field in _IDS or field == "invoice.number":
        return _of_id(hit, seen, columns)
    if field in _PRICES:
        return _of_price(hit, seen, kind, columns)
    if (hit.how in _VAGUE and _is_figure(hit, seen.profile)) or _is_in_use(hit, seen):
        return 0.5
    if field in _SCORES and (not fits_scale(hit.field.entity, seen.heading) or _is_off(hit, seen.profile)):
        return 0.3
    if field.startswith("contract."):
        return _of_contract(field, seen, columns)
    return _of_other(hit, seen, kind, columns)


def _is_figure(hit: Hit, values: Profile) -> bool:
    """Whether values are figures, which by a plain heading alone are the names of products, or days where they are
    round (33,000)."""
    round_ = values.date < 0.3 and values.low % 100 == 0 and values.high % 100 == 0
    return values.number > 0.8 and (hit.field.id in _WORDS or (hit.field.type.is_date and round_))


def _is_off(hit: Hit, values: Profile) -> bool:
    """Whether figures under a bare 'Score' are on no scale of an answer's."""
    return hit.how in {How.BARE, How.HINT} and values.high > _TOP_SCORE


def _is_in_use(hit: Hit, seen: Seen) -> bool:
    """Whether a number of seats is of those in use rather than of those paid for."""
    return (
        hit.field.id == "contract.quantity"
        and hit.how is not How.SAYS
        and bool(_IN_USE.search(seen.heading.casefold()))
    )


def _of_id(hit: Hit, seen: Seen, columns: Sequence[Seen]) -> float:
    values = seen.profile
    if values.sequence and is_row_number(seen.heading):
        return 0.0
    if hit.field.id == "invoice.number":
        # A 管理番号 of many bills is the customer's or the contract's.
        kept = hit.how is How.BARE and _KEPT_BY.fullmatch(fold_words(seen.heading))
        return 0.5 if kept and values.again > 0.2 else 1.0
    if hit.how is How.BARE and _is_of_other(hit, seen, columns):
        return 0.5
    if hit.how is How.BARE and seen.heading.startswith("_"):
        # What a database calls a row, beside what the team calls it.
        return 0.9
    if hit.how is How.HINT and not (values.identifier > 0.8 and values.distinct > 0.5):
        return 0.0
    # 'Subscription' over Basic and Pro says which, not which one.
    repeats = values.distinct < 0.5 and values.filled > 5
    bare = not is_key(seen.heading)
    says_which = max(values.identifier, values.number) < 0.3 and (bare or repeats)
    return 0.5 if says_which else 1.0


def _is_of_other(hit: Hit, seen: Seen, columns: Sequence[Seen]) -> bool:
    """Whether a bare id is a person's, or the number by which a sheet is kept (管理番号), which is no contract's."""
    if hit.field.id == "contract.external_id":
        return bool(_KEPT_BY.fullmatch(fold_words(seen.heading)))
    return hit.field.id == "account.external_id" and _is_of_person(columns)


def _is_of_person(columns: Sequence[Seen]) -> bool:
    """Whether a bare 'ID' is a person's: people are named before their company is."""
    for column in columns:
        if any(hit.field.id == "account.name" for hit in plain_hits(column.heading)):
            return False
        if _names(column, "contact.name") and not _names(column, "account.name"):
            return True
    return False


def _of_price(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    field, by_unit = hit.field.id, is_by_unit(seen.heading.casefold())
    if field in {"contract.mrr", "contract.arr"} and by_unit:
        return _TOO_LITTLE if _is_counted(columns) else 1.0
    if is_with_tax(seen.heading):
        net = [other for other in columns if not is_with_tax(other.heading)]
        return 0.55 if any(_has(net, price, but=seen) for price in _PRICES) else 1.0
    if field == "contract.amount":
        return _of_amount(seen, kind, columns)
    if field == "contract.unit_amount" and by_unit:
        return 1.0 if _is_counted(columns) else 0.9
    if field == "contract.unit_amount" and hit.how in {How.HINT, How.BARE}:
        return 1.0 if _priced_by_unit(columns) else 0.0
    # A part of the price beside the whole of it.
    whole = [other for other in columns if _WHOLE.search(other.heading.casefold())]
    return 1.0 if seen in whole or not _has(whole, field, but=seen) else 0.9


def _of_amount(seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    """What a deal comes to in all years gives way to its amount and to its price a month or year, an amount to what one
    unit costs."""
    priced = any(map(_is_amount, columns)) or any(_has(columns, price, but=seen) for price in _RECURRING)
    if is_of_all_years(seen.heading) and priced:
        return _TOO_LITTLE
    whole = _WHOLE.search(seen.heading.casefold())
    return 0.7 if kind is TableKind.CONTRACTS and not whole and _priced_by_unit(columns) else 1.0


def is_of_all_years(heading: str) -> bool:
    """Whether a heading speaks of all that a contract comes to: TCV, 契約総額."""
    return bool(_WHOLE_TERM.fullmatch(fold_words(heading)))


def _is_amount(column: Seen) -> bool:
    """Whether a column is plainly a deal's amount."""
    return not column.profile.is_empty and bool(_AMOUNT.fullmatch(fold_words(column.heading)))


def _of_contract(field: str, seen: Seen, columns: Sequence[Seen]) -> float:
    others = [other for other in columns if other is not seen]
    if field in {"contract.interval", "contract.interval_count"}:
        return _of_interval(field, seen, others)
    if field == "contract.period" and seen.profile.number > 0.8 and seen.profile.interval < 0.5:
        return 0.5 if _may_be_years(seen) else 1.0
    if field == "contract.close_date" and any(other.profile.is_dated for other in others):
        # Deals close; what has started is closed when it ends.
        deals = {"contract.stage", "contract.name"} & all_named(columns) or any(one.profile.deals for one in others)
        return 1.0 if deals else 0.5
    if field in _TERMS and any(
        _is_fuller(other, seen, field) or _is_to_the_day(other, seen, field) for other in others
    ):
        return 0.9
    if field == "contract.start" and _SINCE.search(fold_words(seen.heading)) and _has(columns, field, but=seen):
        # Since when somebody is a customer, beside the start of what runs now.
        return 0.9
    return _of_signing(seen, columns) if field == "contract.start" and _is_signing(seen.heading) else 1.0


def _of_interval(field: str, seen: Seen, others: Sequence[Seen]) -> float:
    """An 'interval' over 3 beside one over 'month' is how many of them; alone it may be anything."""
    beside = any(other.profile.interval > 0.5 for other in others)
    if field == "contract.interval":
        return 0.5 if beside and seen.profile.number > 0.8 else 1.0
    return 0.0 if not beside and _SPAN.fullmatch(fold_words(seen.heading)) else 1.0


def _of_signing(seen: Seen, columns: Sequence[Seen]) -> float:
    """What is signed, ordered or won starts later where another column says when; what seldom is, is no contract."""
    since = any(_SINCE_WHEN.search(fold_words(other.heading)) and other.profile.is_dated for other in columns)
    if is_seldom_signed(seen, columns) or since:
        return _TOO_LITTLE
    return 0.9 if _has(columns, "contract.start", but=seen) else 1.0


def _is_fuller(other: Seen, seen: Seen, field: str) -> bool:
    """Whether another column that plainly names a field has values where this one seldom has: the 'start_date' of
    subscriptions yet to begin beside 'started_at'."""
    return other.profile.filled > 2 * seen.profile.filled and any(
        hit.field.id == field for hit in plain_hits(other.heading)
    )


def _is_to_the_day(other: Seen, seen: Seen, field: str) -> bool:
    """Whether another column plainly names the day of what this one tells by its month: 満了日 beside 更新月."""
    return (
        bool(_OF_MONTH.search(fold_words(seen.heading)))
        and not _OF_MONTH.search(fold_words(other.heading))
        and other.profile.is_dated
        and any(hit.field.id == field for hit in plain_hits(other.heading))
    )


def _may_be_years(seen: Seen) -> bool:
    """Whether lengths are years, or so short that without a word they may be."""
    words = fold_words(seen.heading)
    return not _MONTHS.search(words) and (bool(_YEARS.search(words)) or seen.profile.high <= 6)


def _of_other(hit: Hit, seen: Seen, kind: TableKind, columns: Sequence[Seen]) -> float:
    field, values = hit.field.id, seen.profile
    if field == "account.name" and hit.how is How.SAYS and _has(columns, "account.name", but=seen):
        # 'Customer' beside 'Customer name' is its id.
        return 0.85 if values.identifier > 0.8 and "name" not in seen.heading.casefold() else 1.0
    if field == "touch.by" and _names(seen, "account.owner") and _has(columns, field, but=seen):
        # Who the account is with, beside who did it.
        return 0.9
    if field == "touch.by" and kind is TableKind.ACCOUNTS and "touch.date" not in all_named(columns):
        return 0.5
    if field == "account.status" and values.billing_words:
        return 0.7
    maybe_start = field == "account.created_at" and _names(seen, "contract.start")
    if maybe_start and kind is TableKind.ACCOUNTS and _is_contracted(columns, seen):
        # 'Customer since' beside a price or an end, with no other start, is the start.
        return _TOO_LITTLE
    return _of_values(hit, values)


def is_of_payment(seen: Seen, columns: Sequence[Seen]) -> bool:
    """Whether a card is what a customer pays with, by its brand or last digits beside, and none of a board."""
    card = _CARD.match(fold_words(seen.heading))
    return bool(card) and any(_PAYS.match(fold_words(other.heading)) for other in columns)


def _of_values(hit: Hit, values: Profile) -> float:
    """What a column's own values say of a heading that may mean two things."""
    field = hit.field.id
    if field == "feedback.topic" and values.distinct * values.filled == 1 and values.filled > 3:
        # What is the same in every row is the board or the product, not what a wish is about.
        return 0.5
    if field == "health.band" and max(values.yes_no, values.mark) > 0.8:
        return 0.5
    if field in {"cost.purpose", "cost.item"} and hit.how in {How.HINT, How.BARE}:
        # 'Type' over Acquisition and Retention is what the money was for.
        return 1.0 if (values.purpose > 0.8) is (field == "cost.purpose") else 0.8
    if field == "nps.kind":
        return 1.4 if values.promoters and hit.how is not How.SAYS else 1.0
    return 0.5 if field == "account.segment" and (values.promoters or values.moves > 0.5) else 1.0


def _has(columns: Sequence[Seen], field: str, *, but: Seen) -> bool:
    """Whether another column's heading plainly names the field."""
    return any(
        hit.field.id == field and not other.profile.is_empty
        for other in columns
        if other is not but
        for hit in plain_hits(other.heading)
    )


def _names(column: Seen, field: str) -> bool:
    return any(hit.field.id == field for hit in hits(column.heading))


def is_state(heading: str) -> bool:
    """Whether a heading may speak of a standing where its values do ('State' is a place as well)."""
    return heading.strip().casefold() in {"state", "standing", "flag", "current", "フラグ", "現在", "継続", "継続状況"}


_SIGNING = re.compile(r"契約日|締結|申込|受注|成約|\b(?:signed|booking|booked|won|ordered|order|contract date)\b")


def _is_signing(heading: str) -> bool:
    """Whether a heading speaks of the agreement (契約締結日, signed) rather than of its start (利用開始日, go-live)."""
    return bool(_SIGNING.search(fold_words(heading))) and not begins_or_ends(fold_words(heading))


def is_seldom_signed(seen: Seen, columns: Sequence[Seen]) -> bool:
    """Whether a column tells of fewer than half of the rows that they were signed: of renewals, not of what runs."""
    rows = max(column.profile.filled for column in columns)
    return _is_signing(seen.heading) and 0 < 2 * seen.profile.filled < rows


def is_key(heading: str) -> bool:
    """Whether a heading speaks of a number or key by which something is told."""
    return bool(_ID_WORD.search(fold_words(heading)))


def is_row_number(heading: str) -> bool:
    """Whether a heading may only count the rows: 'No.', '#', '連番'."""
    return heading.strip().casefold().rstrip(".") in {"no", "#", "番号", "連番", "通番", "項番", "行", "№", "id", "nr"}


def is_kept_on(heading: str) -> bool:
    """Whether a heading may be the day a row was last written on as well as that of a renewal."""
    return fold_words(heading) in {"更新", "更新日"}


def all_named(columns: Sequence[Seen]) -> set[str]:
    """Every field that a heading of the table plainly names. A bare 更新日 beside what is told of persons, or of the
    day a row was made, is no renewal where nothing else is told of contracts."""
    named = {hit.field.id for seen in columns for hit in plain_hits(seen.heading)}
    others = named - {"contract.renewal"}
    if others == named or any(field.startswith("contract.") for field in others):
        return named
    renews = [one.heading for one in columns if any(h.field.id == "contract.renewal" for h in plain_hits(one.heading))]
    of_rows = others & _OF_PEOPLE or any(_names(one, "account.created_at") for one in columns)
    return others if of_rows and all(map(is_kept_on, renews)) else named


def _is_counted(columns: Sequence[Seen]) -> bool:
    """Whether a column may hold the number of pieces that a price is multiplied by."""
    return any(
        hit.field.id == "contract.quantity" and seen.profile.number > 0.8
        for seen in columns
        for hit in hits(seen.heading)
    )


def _is_contracted(columns: Sequence[Seen], seen: Seen) -> bool:
    """Whether a contract stands in the table, whose start no other column is."""
    others = all_named([other for other in columns if other is not seen and not _is_signing(other.heading)])
    return bool(others & {"contract.mrr", "contract.arr", "contract.end"}) and "contract.start" not in others


def _priced_by_unit(columns: Sequence[Seen]) -> bool:
    """Whether a quantity and an interval in words stand beside the amount, as billing tools write prices."""
    spans = any(
        hit.field.id == "contract.interval" and seen.profile.interval > 0.5
        for seen in columns
        for hit in hits(seen.heading)
    )
    return spans and _is_counted(columns)
