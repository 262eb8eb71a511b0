"""Prices told as what was lost: 減少MRR ▲30,000 is a price of 30,000 that is paid no more."""

import re
from collections.abc import Sequence

from csdesk.intake.fields import ValueType, field_of
from csdesk.intake.values.numbers import NumberStyle, read_number
from csdesk.models.problems import Reason

_LOST = re.compile(r"\b(?:lost|loss|churn(?:ed)?|cancel(?:l?ed)?)\b|減少|喪失|失った|失注|解約|チャーン|ロス")


def is_told_as_loss(field: str, heading: str, texts: Sequence[str], style: NumberStyle) -> bool:
    """Whether a contract's price is written below zero throughout, under a heading that says it was lost."""
    if not field.startswith("contract.") or field_of(field).type is not ValueType.MONEY:
        return False
    amounts = [read_number(text, style) for text in texts if text]
    return (
        bool(amounts)
        and all(not isinstance(amount, Reason) and amount < 0 for amount in amounts)
        and bool(_LOST.search(heading.casefold()))
    )
