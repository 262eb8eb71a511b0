"""What amounts under quarters, halves and years are for: all of the period, or a month of it."""

import re
from collections.abc import Collection

from csdesk.intake.fields import month_of
from csdesk.intake.shapes import Choice, Finding
from csdesk.intake.values.periods import months_of_span

PERIODS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_A_MONTHS = re.compile(r"(?<![a-z])mrr(?![a-z])|月額|月次|月々|\bmonthly\b|(?:/|per )\s*(?:month|mo)\b|/\s*月")
_WHOLE = re.compile(
    r"\b(?:revenue|sales|billings?|billed|invoiced?|paid|payments?|income|turnover)\b|売上|請求|入金|支払|収益|計上|四半期額|年額"
)
"""What is told of sums over all of a period."""


def is_span(field: str) -> bool:
    """Whether a column of a matrix covers more than a month."""
    first, last = months_of_span(month_of(field), 1)
    return first != last


def period_of_spans(fields: Collection[str], words: str) -> Finding | None:
    """How many months an amount covers, where columns are longer than a month; to be looked at where no word tells."""
    spans = [months_of_span(month_of(field), 1) for field in fields if is_span(field)]
    if not spans:
        return None
    months = spans[0][1] - spans[0][0] + 1
    whole = next(name for name, length in PERIODS.items() if length == months)
    told = words.casefold()
    if _A_MONTHS.search(told):
        return Finding(Choice.PERIOD, "month", tuple(PERIODS), certain=True, evidence="heading")
    return Finding(Choice.PERIOD, whole, tuple(PERIODS), certain=bool(_WHOLE.search(told)))
