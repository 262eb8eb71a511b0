"""How far the values of a column bear out that it is some field."""

# ruff: noqa: PLR2004 - shares and limits are the evidence itself, told where they are weighed

from csdesk.intake.matching.words.evidence import Profile, are_serials
from csdesk.intake.vocabulary.entry import Field, ValueType

_REFUTED = 0.15
_PROSE = frozenset({"account.notes", "contact.notes", "nps.comment", "touch.note", "touch.purpose"})
_MAY_BE_PERCENT = frozenset(
    {"usage.engagement_rate", "health.score", "deal.probability", "goal.baseline", "goal.target", "goal.current"}
)
_OR_ITS_DAY = frozenset(
    {"touch.next", "mailing.delivered", "mailing.opened", "mailing.clicked", "mailing.downloaded", "mailing.replied",
     "mailing.bounced", "mailing.unsubscribed"}
)  # fmt: skip
"""Text for which the day of it may stand: 'Opened' over the time of the opening."""
_KINDS = frozenset(
    {"movement.type", "touch.type", "ticket.type", "contract.type", "feedback.kind", "account.segment", "touch.next"}
)
_RATES = frozenset({"contract.discount_rate", "contract.tax_rate"})


def agreement(field: Field, seen: Profile) -> float:  # noqa: PLR0911, PLR0912, C901 - one plain rule for each kind of value
    """How far values bear out that a column is that field: 1 fully, near 0 not at all."""
    if seen.is_empty:
        return 0.9 if field.may_be_empty else 0.0
    match field.type:
        case ValueType.DATE | ValueType.DATETIME:
            epochs = seen.number >= 0.9 and seen.low > 1e9
            return _graded(1.0 if are_serials(seen) or epochs else seen.date)
        case ValueType.MONTH:
            packed = seen.number if seen.low > 190_000 and seen.high < 210_000 else 0.0
            return _graded(1.0 if are_serials(seen) else max(seen.date, packed))
        case ValueType.PERIOD:
            return _graded(max(seen.period, seen.interval, seen.number if seen.high <= 120 else 0.0))
        case ValueType.MONEY | ValueType.CENTS | ValueType.NUMBER | ValueType.COUNT:
            return _graded_number(field, seen)
        case ValueType.HOURS:
            return _graded(max(seen.clock, seen.duration, seen.number))
        case ValueType.DAYS:
            return _graded(max(float(seen.days), seen.number))
        case ValueType.MINUTES:
            return _graded(max(seen.duration, seen.number))
        case ValueType.EMAIL:
            return _graded(seen.email)
        case ValueType.DOMAIN:
            return _graded(seen.host)
        case ValueType.CURRENCY:
            return _graded(max(seen.currency, 1.0 if seen.length <= 3 else 0.0))
        case ValueType.YES_NO:
            auto = float(field.id == "contract.auto_renew" and seen.renews)
            return _graded(max(seen.yes_no, seen.mark, auto))
        case _:
            return 0.4 if field.id in _PROSE and seen.number > 0.8 else _graded_text(field, seen)


def _graded(share: float) -> float:
    if share >= 0.5:
        return 1.0
    return 0.8 if share >= 0.3 else _REFUTED


def _graded_number(field: Field, seen: Profile) -> float:
    if field.id in _RATES:
        figures = 0.9 if seen.high <= 100 else _REFUTED
        return 1.0 if seen.percent >= 0.5 else figures if seen.number > 0.5 else 0.7
    if field.id == "contract.discount_amount" and (seen.percent > 0.5 or 0 < seen.high < 1):
        return _REFUTED
    points = field.id == "usage.engagement_rate" and seen.percent < 0.5 and 1 < seen.high <= 10
    if points or (seen.percent > 0.5 and field.id not in _MAY_BE_PERCENT):
        return _REFUTED
    dates_only = seen.date > 0.9 and seen.number < 0.5
    grade = _REFUTED if dates_only else _graded(seen.number)
    if field.id == "nps.score" and (seen.low < 0 or seen.high > 12) and seen.high > 100:
        return _REFUTED
    if field.id in {"csat.score", "ces.score"} and seen.high > 10:
        return _REFUTED
    return grade


def _graded_text(field: Field, seen: Profile) -> float:  # noqa: PLR0911, C901 - one plain rule for each kind of text
    """Text may hold anything; what is plainly a date, an amount or an address is not a name."""
    if field.id == "account.corporate_number":
        return 1.0 if seen.thirteen >= 0.5 or seen.identifier + seen.number >= 0.5 else 0.5
    if field.id in {"account.region", "account.prefecture"} and seen.flat_area:
        return _REFUTED
    if field.type is ValueType.IDENTIFIER:
        if seen.date > 0.8 and seen.number < 0.5:
            return _REFUTED
        return 1.0 if seen.distinct > 0.05 or seen.filled < 20 else 0.7
    if field.id in {"account.phone", "contact.phone"}:
        return 1.0 if seen.phone + seen.number >= 0.5 else 0.6
    if field.id == "contract.interval":
        return 1.0 if seen.interval >= 0.3 else 0.9 if seen.number < 0.5 or seen.high <= 36 else 0.5
    if field.type is ValueType.WORD and seen.percent > 0.5:
        # How likely or how far something is, not how it stands.
        return _REFUTED
    if field.id in _KINDS and seen.number > 0.8:
        # A kind in figures is an amount or a code that the tool alone knows, a 'To do' of 1 and 0 a tick.
        return _REFUTED
    if field.type in {ValueType.NAME, ValueType.NAMES}:
        if (
            seen.posts
            or seen.date > 0.8
            or seen.email > 0.8
            or (max(seen.yes_no, seen.mark) > 0.9 and seen.number < 0.5)
        ):
            return 0.3
        if seen.number > 0.8:
            # How many people, not who.
            return _REFUTED if field.type is ValueType.NAMES else 0.75
        return 1.0
    if seen.date > 0.8 and seen.number < 0.5:
        return 1.0 if field.id in _OR_ITS_DAY else 0.4
    return 1.0
