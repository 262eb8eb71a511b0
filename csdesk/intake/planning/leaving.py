"""The line of the book that ends where a list of those who left tells when, and not since when they were there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from csdesk.intake.planning.ledger import Ledger, iso
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind

_WHAT = ("product_id", "plan", "name")
_PRICE = ("amount", "interval_months")


@dataclass(frozen=True, slots=True)
class Several:
    """More than one line may be meant."""


def tells_only_ends(fields: Collection[str]) -> bool:
    """Whether a table of these fields tells when customers left, and not since when they were there."""
    return "contract.end" in fields and not {"contract.start", "contract.period"} & set(fields)


def line_left(ledger: Ledger, lines: Sequence[int], row: Mapping[str, Value]) -> int | Several | None:
    """The one of an account's lines that ends as the row says: one that ends so already, the only running one, or of
    several the only one of that price; where none runs, the last that ended. None where the account has none."""

    def held(line: int, column: str) -> Value:
        return ledger.value(Kind.CONTRACT, line, column)

    end = str(iso(row["ended_on"]))
    told = [column for column in _WHAT if row.get(column) is not None]
    fits = [
        line
        for line in lines
        if str(iso(held(line, "starts_on"))) <= end
        and all(held(line, column) in {None, row[column]} for column in told)
    ]
    ended = {line: str(iso(held(line, "ended_on"))) for line in fits if held(line, "ended_on") is not None}
    if same := [line for line in ended if ended[line] == end]:
        return same[0]
    running = [line for line in fits if line not in ended]
    if len(running) > 1:
        running = [line for line in running if all(held(line, column) == row.get(column) for column in _PRICE)]
        return running[0] if len(running) == 1 else Several()
    return running[0] if running else max(ended, key=ended.__getitem__, default=None)
