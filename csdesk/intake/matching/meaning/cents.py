"""Amounts in hundredths of their currency, as billing tools hand them to programs: whole numbers beside Unix times."""

# ruff: noqa: PLR2004 - shares and limits are the evidence itself, told where they are weighed

import re
from collections.abc import Mapping, Sequence

from csdesk.intake.fields import field_of
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.vocabulary.entry import ValueType
from csdesk.models.money import Currency

_CURRENCIES = ("contract.currency", "invoice.currency")
_WHOLE = re.compile(r"-?\d+")
_EPOCH = 1e9
"""Seconds since 1970 of any day of this century."""


def are_cents(known: Recognised, texts: Mapping[int, Sequence[str]]) -> bool:
    """Whether amounts may well be hundredths: all are whole, days are Unix times, and a column names currencies
    that all have cents. Billing tools write main units into the tables they make for people."""
    told = [known.positions[field] for field in _CURRENCIES if field in known.positions]
    codes = {text.strip().upper() for at in told for text in texts[at]}
    if not codes or any(Currency(code).digits != 2 for code in codes):
        return False
    amounts = [text for field, at in known.positions.items() if _is_money(field) for text in texts[at]]
    whole = bool(amounts) and all(_WHOLE.fullmatch(text.strip()) for text in amounts if text.strip())
    return whole and any(_is_epoch(known, field, at) for field, at in known.positions.items())


def _is_money(field: str) -> bool:
    return field_of(field).type is ValueType.MONEY


def _is_epoch(known: Recognised, field: str, at: int) -> bool:
    seen = known.profiles[at]
    return field_of(field).type.is_date and seen.number > 0.9 and seen.low > _EPOCH
