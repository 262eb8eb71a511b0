"""Prices told as what was lost: 減少MRR ▲30,000 is a price of 30,000 that is paid no more."""

import re
from collections.abc import Sequence

from csdesk.intake.fields import ValueType, field_of
from csdesk.intake.values.numbers import NumberStyle, read_number
from csdesk.models.problems import Reason

_LOST = re.compile(r"\b(?:lost|loss|churn(?:ed)?|cancel(?:l?ed)?)\b|減少|喪失|失った|失注|解約|チャーン|ロス")


def may_be_loss(field: str, heading: str) -> bool:
    """Whether a column is a contract's price under a heading that says it was lost."""
    is_price = field.startswith("contract.") and field_of(field).type is ValueType.MONEY
    return is_price and bool(_LOST.search(heading.casefold()))


def are_below_zero(texts: Sequence[str], style: NumberStyle) -> bool:
    """Whether amounts are written below zero throughout."""
    amounts = [read_number(text, style) for text in texts if text]
    return bool(amounts) and all(not isinstance(amount, Reason) and amount < 0 for amount in amounts)
