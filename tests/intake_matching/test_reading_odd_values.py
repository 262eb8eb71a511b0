"""Odd cells read as what they mean, or refused: one at a time, without what their column would add."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from csdesk.intake.fields import ValueType
from csdesk.intake.values.dates import OpenEnd, Yearless, read_date
from csdesk.intake.values.reading import ColumnReading, Noted
from csdesk.models.problems import Reason
from tests.intake_matching import odd_values

TABLES = {
    ValueType.MONEY: odd_values.MONEY,
    ValueType.NUMBER: odd_values.NUMBERS,
    ValueType.DATE: odd_values.DATES,
    ValueType.YES_NO: odd_values.FLAGS,
    ValueType.MINUTES: odd_values.DURATIONS,
    ValueType.PERIOD: odd_values.PERIODS,
    ValueType.CURRENCY: odd_values.CURRENCIES,
}
CASES = [
    (kind, *cell.rsplit(" = ", 1))
    for kind, table in TABLES.items()
    for line in table.strip().splitlines()
    for cell in line.split(" | ")
]


def told(kind: ValueType, cell: str) -> str:  # noqa: PLR0911 - one for each kind of value
    """What a cell gives, in the words of the table."""
    if kind is ValueType.DATE and isinstance(read_date(cell), OpenEnd):
        return "open"
    value = ColumnReading(kind).read(cell)
    value = value.value if isinstance(value, Noted) else value
    match value:
        case Reason():
            return "!"
        case None:
            return "none"
        case Yearless():
            return "yearless"
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return format(value.normalize(), "f")
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}".removesuffix(":00").removesuffix(" 00:00")
        case date():
            return value.isoformat()
        case (first, last):
            return f"{first}..{last}"
    return str(value)


@pytest.mark.parametrize(("kind", "cell", "meaning"), CASES)
def test_an_odd_cell(kind: ValueType, cell: str, meaning: str) -> None:
    assert told(kind, cell) == meaning
