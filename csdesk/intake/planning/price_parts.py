"""Rows that price several products in columns of their own: a contract line for each that has an amount."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from csdesk.intake.fields import PRICES, base_of, is_month_field, month_of
from csdesk.intake.planning.contracts import Line, LineReader, NoLine, Values

if TYPE_CHECKING:
    from csdesk.intake.shapes import Clean


class PartReader:
    """Reads rows as contract lines, one or several."""

    def __init__(self, reader: LineReader, fields: Sequence[str]) -> None:
        self._reader = reader
        self._parts = [field for field in fields if is_month_field(field) and base_of(field) in PRICES]

    def read(self, values: Values) -> Line | NoLine:
        """The first line of a row with the others beside it, those that are paid for before those that are not; or why
        it has none."""
        told = [field for field in self._parts if isinstance(values.get(field), Decimal)]
        if not told:
            return self._reader.read(values)
        plain = {field: value for field, value in values.items() if field not in self._parts}
        first, *others = [
            *([self._reader.read(plain)] if _is_priced(plain) else []),
            *(self._part(values[field], field, plain) for field in sorted(told, key=lambda field: not values[field])),
        ]
        if isinstance(first, NoLine):
            return first
        return replace(first, beside=tuple(_alone(line) for line in others if isinstance(line, Line)))

    def _part(self, price: "Clean", field: str, plain: Values) -> Line | NoLine:
        line = self._reader.read({**plain, **dict.fromkeys(PRICES), base_of(field): price})
        return replace(line, product=month_of(field)) if isinstance(line, Line) else line


def _alone(line: Line) -> Line:
    """A further line without what a row tells once: seats would count again with every line, an id is of one line."""
    return replace(line, columns={**line.columns, "seats": None, "external_id": None})


def _is_priced(values: Values) -> bool:
    """Whether a row has a price beside those of single products."""
    return any(isinstance(price := values.get(field), Decimal) and price for field in PRICES)
