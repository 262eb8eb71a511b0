"""Amounts in hundredths of their currency, as billing tools hand them to programs: whole numbers beside times that no
person writes."""

# ruff: noqa: PLR2004 - shares and limits are the evidence itself, told where they are weighed

import re
from collections.abc import Mapping, Sequence

from csdesk.intake.fields import field_of
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.vocabulary.entry import ValueType
from csdesk.models.money import Currency

_CURRENCIES = ("contract.currency", "invoice.currency")
_WHOLE = re.compile(r"-?\d+")
_KEY, _MOMENT = re.compile(r"[a-z0-9_.$]+|[A-Z0-9_.$]+"), re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_CENTS = 100
_EPOCH = 1e9
"""Seconds since 1970 of any day of this century."""


def are_cents(known: Recognised, texts: Mapping[int, Sequence[str]]) -> bool:
    """Whether amounts may well be hundredths: all are whole, days are Unix times or the moments of a program under a
    program's headings, and a column names currencies that all have cents. Billing tools write main units into the
    tables they make for people."""
    told = [known.positions[field] for field in _CURRENCIES if field in known.positions]
    codes = {text.strip().upper() for at in told for text in texts[at]}
    if not codes or any(Currency(code).digits != 2 for code in codes):
        return False
    amounts = [text for field, at in known.positions.items() if _is_money(field) for text in texts[at]]
    whole = bool(amounts) and all(_WHOLE.fullmatch(text.strip()) for text in amounts if text.strip())
    if not whole:
        return False
    return any(_is_epoch(known, field, at) for field, at in known.positions.items()) or (
        _is_of_program(known, texts) and _may_be_prices(amounts)
    )


def _is_of_program(known: Recognised, texts: Mapping[int, Sequence[str]]) -> bool:
    """Whether a table was made by a program for programs: headings such as `current_term_end`, moments with 'T'."""
    headings = [match.column.heading.strip() for match in known.columns]
    moments = [text for field, at in known.positions.items() if field_of(field).type.is_date for text in texts[at]]
    named = all(map(_KEY.fullmatch, headings)) and any("_" in heading for heading in headings)
    return named and bool(moments) and all(_MOMENT.match(text.strip()) for text in moments if text.strip())


def _may_be_prices(amounts: Sequence[str]) -> bool:
    """Whether whole amounts are prices when a hundredth of them is taken: none is less than one."""
    figures = [abs(int(text)) for text in amounts if text.strip()]
    return all(figure == 0 or figure >= _CENTS for figure in figures) and any(figures)


def _is_money(field: str) -> bool:
    return field_of(field).type is ValueType.MONEY


def _is_epoch(known: Recognised, field: str, at: int) -> bool:
    seen = known.profiles[at]
    return field_of(field).type.is_date and seen.number > 0.9 and seen.low > _EPOCH
