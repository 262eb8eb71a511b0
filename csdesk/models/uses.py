"""Rows of use by column: a book may have millions of them, and each as a record of its own would fill memory."""

from array import array
from collections.abc import Iterable, Mapping
from datetime import date

from csdesk.models.drafts import Value
from csdesk.models.kinds import UseGrain
from csdesk.models.lazily import Lazily

GRAINS = tuple(UseGrain)
Use = Mapping[str, Value]


class UseColumns(Lazily[Use]):
    """Rows in order of their ids. `contacts` has 0 where there is none, `days` are ordinals, and
    `grains` places among GRAINS."""

    def __init__(self) -> None:
        self.ids, self.accounts, self.contacts, self.measures = (array("q") for _ in range(4))
        self.days, self.grains, self.amounts = array("i"), array("B"), array("d")

    def add(self, **columns: Iterable[float] | bytes) -> None:
        """Add rows by column; bytes are numbers as the column itself has them."""
        for name, values in columns.items():
            column: array[float] = getattr(self, name)
            if isinstance(values, bytes):
                column.frombytes(values)
            else:
                column.extend(values)

    def __len__(self) -> int:
        return len(self.ids)

    def _one(self, at: int) -> Use:
        return {
            "id": self.ids[at],
            "account_id": self.accounts[at],
            "contact_id": self.contacts[at] or None,
            "measure_id": self.measures[at],
            "on_date": date.fromordinal(self.days[at]),
            "grain": GRAINS[self.grains[at]].value,
            "amount": self.amounts[at],
        }


def columns_of(rows: Iterable[Use]) -> UseColumns:
    """Rows of use, each given by itself, by column."""
    found = UseColumns()
    for row in rows:
        on, grain = row["on_date"], GRAINS.index(UseGrain(str(row["grain"])))
        day = on if isinstance(on, date) else date.fromisoformat(str(on))
        for name, column in (
            ("ids", "id"),
            ("accounts", "account_id"),
            ("contacts", "contact_id"),
            ("measures", "measure_id"),
        ):
            found.add(**{name: [int(str(row.get(column) or 0))]})
        found.add(days=[day.toordinal()], grains=[grain], amounts=[float(str(row["amount"]))])
    return found
