"""A logo x month matrix as contract lines: each run of active months of one amount is a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from csdesk.intake.planning.money import Price, price_for
from csdesk.intake.shapes import Record
from csdesk.models.drafts import Value
from csdesk.models.kinds import Charge, EndReading, LineStatus
from csdesk.models.money import Currency
from csdesk.models.months import Month

ERASES = frozenset({"ended_on", "known_until"})
"""Columns that a matrix settles even where they stay empty: a logo active in the last month has not ended."""


@dataclass(frozen=True, slots=True)
class Run:
    """Months next to each other in which a logo was active at one price; `amount` None where the sheet has marks."""

    first: Month
    last: Month
    amount: Decimal | None
    opens: bool
    closes: bool
    known_until: Month | None = None
    """The last month of the sheet, on the last run of a logo: what comes after it is not known, ended or not."""


def runs_of(months: Sequence[Record]) -> list[Run]:
    """The runs of one logo. `opens`: active in the first column of the sheet, so that its start is not known;
    `closes`: it ended before the last column."""
    runs: list[Run] = []
    cells = [(Month.parse(str(one.values["matrix.month"])), one.values) for one in months]
    for at, (month, values) in enumerate(cells):
        if not values["matrix.active"]:
            continue
        amount = values.get("matrix.amount")
        price = amount if isinstance(amount, Decimal) else None
        follows = at > 0 and runs and runs[-1].last == cells[at - 1][0] and runs[-1].amount == price
        closes = at < len(cells) - 1
        if follows:
            runs[-1] = Run(runs[-1].first, month, price, runs[-1].opens, closes)
        else:
            runs.append(Run(month, month, price, at == 0, closes))
    return [*runs[:-1], replace(runs[-1], known_until=cells[-1][0])] if runs else []


def columns_of(run: Run, currency: str, home: str, texts: Mapping[str, Value], covers: int | None) -> dict[str, Value]:
    """A run as the columns of a contract line, its amount one for as many months as it `covers`: None where nobody
    knows, then it has none."""
    price = Price(None)
    if run.amount is not None and covers is not None:
        price = price_for(run.amount, Currency(currency), covers)
    return {
        **texts,
        "amount": price.amount,
        "interval_months": price.months,
        "currency": None if currency == home else currency,
        "starts_on": run.first.first_day,
        "start_known": not run.opens,
        "ended_on": run.last.last_day if run.closes else None,
        "known_until": run.known_until.last_day if run.known_until else None,
        "end_reading": EndReading.LAST_DAY.value,
        "charge": Charge.RECURRING.value,
        "status": LineStatus.ACTIVE.value,
    }
