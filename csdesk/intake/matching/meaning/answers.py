"""Which answers a choice takes, for those that people write down themselves."""

import re
from collections.abc import Container

from csdesk.intake.matching.meaning.endings import RENEWAL, SERVICE
from csdesk.intake.matching.meaning.net import AFTER, BEFORE, UNKNOWN
from csdesk.intake.shapes import Choice
from csdesk.intake.values.dates import DateOrder
from csdesk.intake.values.units import UNITS
from csdesk.models.kinds import EndReading, Survey

_CURRENCY = re.compile(r"[A-Z]{3}")
_ANSWERS: dict[Choice, Container[object]] = {
    Choice.END_DATE: {SERVICE, RENEWAL},
    Choice.END_DAY: set(EndReading),
    Choice.DATE_ORDER: set(DateOrder),
    Choice.UNIT: set(UNITS),
    Choice.SURVEY: set(Survey),
    Choice.DISCOUNT: {UNKNOWN, BEFORE, AFTER},
}
"""Of the choices that have no other; any word may name a period or a rate of tax, and is told where it does not."""


def may_answer(choice: Choice, answer: object) -> bool:
    """Whether a choice can be settled so."""
    if not isinstance(answer, str) or not answer:
        return False
    if choice is Choice.CURRENCY:
        return _CURRENCY.fullmatch(answer) is not None
    return choice not in _ANSWERS or answer in _ANSWERS[choice]
