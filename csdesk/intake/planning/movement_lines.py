"""The spans of a log of MRR changes as contract lines, and the lines that the book has of the same account already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from csdesk.intake.planning import signals
from csdesk.intake.planning.facts import Headings
from csdesk.intake.planning.ledger import iso
from csdesk.intake.planning.money import price_for
from csdesk.intake.planning.movements import Chain, Span
from csdesk.intake.planning.source import Shared
from csdesk.intake.values.changes import change_of
from csdesk.models.drafts import Value
from csdesk.models.kinds import ChangeKind, Charge, EndReading, Kind, LineStatus
from csdesk.models.money import Currency

_FOREVER = "9"


@dataclass(slots=True)
class Run:
    """The chain of one account: what it is of, and the line of the book that it goes on from."""

    account: int
    product: str
    product_id: int | None
    currency: str
    plan: str
    """The plan it is of alone, where the account's plans are kept apart."""
    chain: Chain
    goes_on: int | None = None


class MovementLines:
    """Lines for one log, whose amounts are for so many `months`."""

    def __init__(self, shared: Shared, months: int) -> None:
        self._shared, self._months = shared, months

    def running(self, run: Run, on: date) -> int | None:
        """The one line of what the run is of that the book has running on a day."""
        running = [number for number in self._like(run) if self._is_paid(number, on.isoformat(), on.isoformat())]
        return running[0] if len(running) == 1 else None

    def balance(self, number: int | None) -> Decimal | None:
        """What a line of the book is paid for the log's months, in main units."""
        amount = self._held(number, "amount") if number is not None else None
        if number is None or not isinstance(amount, int):
            return None
        currency = Currency(str(self._held(number, "currency") or self._shared.currency))
        return Decimal(amount).scaleb(-currency.digits) * self._months / int(str(self._held(number, "interval_months")))

    def overlaps(self, runs: Sequence[Run]) -> bool:
        """Whether the book has other lines for what an account's runs tell of: amounts would count twice."""
        ours = {run.goes_on for run in runs} | {self.find(run, span) for run in runs for span in run.chain.spans}
        return any(
            number not in ours and self._is_paid(number, *_reach(run.chain))
            for run in runs
            if run.chain.spans
            for number in self._like(run)
        )

    def find(self, run: Run, span: Span) -> int | None:
        """The line of the book that a span is."""
        if not span.known and run.goes_on is not None:
            return run.goes_on
        return self._shared.lines.find(self.columns(run, span), run.product)

    def columns(self, run: Run, span: Span) -> dict[str, Value]:
        """A span as the columns of a contract line."""
        price = price_for(span.amount, Currency(run.currency), self._months)
        columns: dict[str, Value] = {
            "account_id": run.account,
            "product_id": run.product_id,
            "plan": next((one.plan for one in span.told if one.plan), None),
            "amount": price.amount,
            "interval_months": price.months,
            "currency": None if run.currency == self._shared.currency else run.currency,
            "starts_on": span.starts_on,
            "start_known": span.known,
            "ended_on": span.ends_on,
            # The day of a change is the first on which the amount before is not paid any more.
            "end_reading": (EndReading.DAY_AFTER if span.ends_on else EndReading.LAST_DAY).value,
            "end_reason": _reason(span),
            "charge": Charge.RECURRING.value,
            "status": LineStatus.ACTIVE.value,
        }
        change = _change(span.entries[0].row.values) if span.follows else None
        return columns | ({"change": change.value} if change else {})

    def has_ended(self, number: int, span: Span) -> bool:
        """Whether the book has the span's line with the same end."""
        return self._held(number, "ended_on") is not None or span.ends_on is None

    def _like(self, run: Run) -> list[int]:
        """Recurring lines of the account, of the run's product or plan where it is of one."""
        return [number for number in self._shared.lines.of_account(run.account) if self._is_like(run, number)]

    def _is_like(self, run: Run, number: int) -> bool:
        product, plan = self._held(number, "product_id"), self._held(number, "plan")
        if self._held(number, "charge") != Charge.RECURRING.value:
            return False
        return not (run.product_id and product and product != run.product_id) and not (
            run.plan and plan and plan != run.plan
        )

    def _is_paid(self, number: int, since: str, until: str) -> bool:
        """Whether a line runs on any of the days."""
        starts, ended = iso(self._held(number, "starts_on")), iso(self._held(number, "ended_on"))
        return str(starts) <= until and str(ended or _FOREVER) >= since

    def _held(self, number: int, column: str) -> Value:
        return self._shared.ledger.value(Kind.CONTRACT, number, column)


def _reach(chain: Chain) -> tuple[str, str]:
    """The days that a chain's spans reach over."""
    ends_on = chain.spans[-1].ends_on
    return chain.spans[0].starts_on.isoformat(), ends_on.isoformat() if ends_on else _FOREVER


def _change(values: signals.Values) -> ChangeKind | None:
    """Why the amount changed, by a word for it, else by that for the movement ('upgrade')."""
    words = (signals.text(values.get(name)) for name in ("contract.change", "movement.type"))
    return next((known for word in words if word and (known := change_of(word))), None)


def _reason(span: Span) -> Value:
    """Why a span ended, as the rows say that ended it."""
    words = (signals.text(one.row.values.get("contract.churn_reason")) for one in span.closing)
    return next(filter(None, words), None)


def own_columns(span: Span, headings: Headings) -> dict[str, str]:
    """The team's own columns of all rows that tell of a span, with the words that no line has a place for; what rows
    say differently stands one behind the other."""
    found: dict[str, list[str]] = {}
    for entry in span.told:
        loose = [] if _change(entry.row.values) else ["contract.change"]
        if not span.follows and entry not in span.closing:
            loose.append("contract.churn_reason")
        for name, text in {**headings.own(entry.row.values, loose), **entry.row.record.custom}.items():
            said = found.setdefault(name, [])
            if text not in said:
                said.append(text)
    return {name: " / ".join(said) for name, said in found.items()}
