"""Contract rows as contract lines: dates by how the table means them, amounts, standing; found again by id or by
account, product and start."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from csdesk.intake.fields import PRICES
from csdesk.intake.matching.meaning.endings import ENDS, day_of, standing_of
from csdesk.intake.planning.line_days import ends_of, months_between, notice_of, start_of, whole
from csdesk.intake.planning.meaning import STARTS, Meaning
from csdesk.intake.planning.money import Price, discounts_of, price_of
from csdesk.intake.shapes import Choice, Clean
from csdesk.intake.values.changes import change_of
from csdesk.intake.values.words import Standing
from csdesk.intake.values.work_words import deal_outcome, is_negotiating
from csdesk.models.drafts import Value
from csdesk.models.kinds import ChangeKind, DealOutcome, EndReading, LineStatus
from csdesk.models.money import MOST_MONEY, Currency
from csdesk.models.problems import Reason

Values = Mapping[str, Clean]
_STATUS: Mapping[Standing | None, str] = {
    Standing.TRIAL: LineStatus.TRIAL.value,
    Standing.PAST_DUE: LineStatus.PAST_DUE.value,
    Standing.PAUSED: LineStatus.PAUSED.value,
}
_ACTIVE = LineStatus.ACTIVE.value
STANDING_FIELDS = frozenset(
    {"contract.churned", "contract.running", "contract.paused", "renewal.status", "deal.won", "contract.status",
     "contract.stage", "account.status"}
)  # fmt: skip
_PLACED = frozenset(
    {"contract.external_id", "contract.name", "contract.product", "contract.plan", "contract.status", "contract.stage",
     "contract.quantity", "contract.currency", "contract.interval", "contract.interval_count", "contract.start",
     "contract.end", "contract.renewal", "contract.period", "contract.canceled_at", "contract.auto_renew",
     "contract.notice_days", "contract.notice_by", "contract.churn_reason", "contract.change", "contract.charge",
     "contract.list_amount", "contract.total",
     "contract.discount_amount", "contract.discount_end", "contract.churned", "contract.running",
     "contract.paused", "contract.notes", "contract.channel", "contract.sales_rep",
     *PRICES}
)  # fmt: skip
DISCOUNTED = frozenset(
    {"contract.list_amount", "contract.discount_amount", "contract.discount_rate", "contract.discount_end"}
)
_PRICE_FIELDS = (*PRICES, "contract.quantity", "contract.interval", "contract.interval_count", "contract.charge")
_TEXTS = {
    "contract.name": "name", "contract.plan": "plan", "contract.churn_reason": "end_reason",
    "account.sales_rep": "sales_rep", "account.channel": "channel",
    "contract.sales_rep": "sales_rep", "contract.channel": "channel", "contract.notes": "notes",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A row as a contract line: its columns, what to say of it, and the fields that found no place in it."""

    columns: dict[str, Value]
    remarks: tuple[tuple[str, Reason], ...] = ()
    unplaced: tuple[str, ...] = ()
    is_known: bool = False
    """Whether the row only tells of a line that the book has: it says too little to make one."""
    product: str = ""
    beside: tuple["Line", ...] = ()
    """Further lines of the row, of other products."""

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is paid for the product of the line: it is only told of where the book has such a line."""
        return bool(self.product) and self.columns["amount"] == 0


@dataclass(frozen=True, slots=True)
class NoLine:
    """Why a row is no contract line: the field and the reason; no reason where nothing is wrong with that."""

    field: str = ""
    reason: Reason | None = None


class LineReader:
    """Reads the rows of one table as contract lines, before their account and product are known."""

    def __init__(self, meaning: Meaning) -> None:
        self._meaning = meaning
        fields = meaning.fields
        self.texts = [(field, column) for field, column in _TEXTS.items() if field in fields]
        self.loose = sorted(f for f in fields if f.startswith(("contract.", "renewal.")) and f not in _PLACED)
        if "task.due" in fields and "touch.next" not in fields:
            self.loose.append("task.due")
        self.of_deals = sorted(f for f in fields if f.startswith("deal."))
        self.priced = [field for field in _PRICE_FIELDS if field in fields]
        self.stands = bool(fields & STANDING_FIELDS)
        self.noticed = bool(fields & {"contract.notice_days", "contract.notice_by"})
        # Where a table has no end of service, its day of cancelling is taken for that.
        self.cancels = {"contract.canceled_at", "contract.end"} <= fields
        self.own_currency = "contract.currency" in fields
        self.period = meaning.choices.get(Choice.PERIOD, "")
        self._currency = meaning.choices.get(Choice.CURRENCY, meaning.currency)
        self.end_reading = meaning.choices.get(Choice.END_DAY, EndReading.LAST_DAY.value)
        self.discounted = bool(fields & DISCOUNTED)
        self._tells_only = meaning.tells_only_of_known
        self._prices: dict[tuple[object, ...], Price] = {}

    def read(self, values: Values) -> Line | NoLine:
        """A row as a contract line, or why it is none."""
        meaning, state = self._meaning, self.state(values)
        if none := none_of(values, state, meaning):
            return none
        start, known = start_of(values, state, meaning)
        if start is None:
            return NoLine("contract.start", None if meaning.fields & STARTS or not _tells(values) else Reason.MISSING)
        term_end, ended = ends_of(values, state, start, meaning)
        if state is Standing.ENDED and ended is None:
            return NoLine("contract.end", Reason.MISSING)
        currency = self.currency(values)
        price = self._price(values, currency, start, term_end or ended)
        if not known and price.amount is None and ended is None and not self._tells_only:
            return NoLine(_amount_field(values), Reason.PERIOD_UNKNOWN)
        if price.amount is not None and abs(price.amount) > MOST_MONEY:
            return NoLine(_amount_field(values), Reason.TOO_LARGE)
        columns: dict[str, Value] = {
            "external_id": text_in(values.get("contract.external_id")),
            "amount": price.amount,
            "interval_months": price.months,
            "currency": None if currency == meaning.currency else currency,
            "starts_on": start,
            "start_known": known,
            "term_ends_on": term_end,
            "notice_by": notice_of(values, term_end) if self.noticed else None,
            "auto_renew": flag_in(values.get("contract.auto_renew")),
            "ended_on": ended,
            "end_reading": self.end_reading,
            "charge": price.charge.value,
            "status": status_of(state),
            "seats": whole(values.get("contract.quantity")),
        }
        if (change := change_in(values)) is not None:
            columns["change"] = change
        columns |= self.cancelled(values) | {column: text_in(values.get(field)) for field, column in self.texts}
        if self.discounted:
            columns |= discounts_of(values, Currency(currency), price)
        unplaced = self._unplaced(values, state, price)
        return Line(columns, _remarks(values, state, price, start), unplaced, self._tells_only)

    def cancelled(self, values: Values) -> dict[str, Value]:
        """The day of cancelling, where the table tells it beside the end of service."""
        return {"cancelled_on": day_of(values.get("contract.canceled_at"))} if self.cancels else {}

    def state(self, values: Values) -> Standing | None:
        """How a row says its contract stands."""
        state = standing_of(values) if self.stands else None
        return _of_renewal(values, state, self._meaning) if self._meaning.tracks_renewals else state

    def currency(self, values: Values) -> str:
        """The currency of a row: its own, or the table's."""
        return (self.own_currency and _currency(values)) or self._currency

    def price(self, values: Values) -> tuple[Price, str]:
        """The price of a row that is no contract yet, and its currency."""
        currency = self.currency(values)
        return price_of(values, Currency(currency), self.period, None), currency

    def _price(self, values: Values, currency: str, start: date, end: date | None) -> Price:
        """The price of a row; rows of one price are reckoned once."""
        term = months_between(start, end) if self.period == "term" else None
        key = (currency, term, *map(values.get, self.priced))
        price = self._prices.get(key)
        if price is None:
            price = self._prices[key] = price_of(values, Currency(currency), self.period, term)
        return price

    def _unplaced(self, values: Values, state: Standing | None, price: Price) -> tuple[str, ...]:
        """Contract fields of the row that the line's columns do not hold: kept as the team's own."""
        fields = [*self.loose, *(() if state is Standing.WON else self.of_deals)]
        if price.unclear:
            fields += [field for field in self.priced if field in PRICES]
        if (state is None or self._meaning.tracks_renewals) and values.get("contract.status"):
            fields.append("contract.status")
        if _told(values, "contract.change") is None:
            fields.append("contract.change")
        return tuple([field for field in fields if values.get(field) is not None])


def _of_renewal(values: Values, state: Standing | None, meaning: Meaning) -> Standing | None:
    """How a contract stands whose renewal is talked about: it runs; what is lost ends when its term does."""
    if state is Standing.NOT_WON:
        word = next(str(values[f]) for f in ("renewal.status", "contract.status", "account.status") if values.get(f))
        if deal_outcome(word) is DealOutcome.LOST:
            return Standing.ENDING
        return Standing.ACTIVE if is_negotiating(word) else state
    term = day_of(values.get("contract.renewal")) or day_of(values.get("contract.end"))
    waits = state is Standing.ENDED and term is not None and term > meaning.as_of
    return Standing.ENDING if waits else state


def status_of(state: Standing | None) -> str:
    """How a line stands, as the book has it."""
    return _STATUS.get(state, _ACTIVE)


def none_of(values: Values, state: Standing | None, meaning: Meaning) -> NoLine | None:
    """Deals that were not won are no contracts; where a column tells which still run, an empty cell leaves it open."""
    if state is Standing.NOT_WON:
        return NoLine(_status_field(values), Reason.NOT_WON)
    return (
        NoLine("contract.running", Reason.MISSING) if state is None and "contract.running" in meaning.fields else None
    )


def _tells(values: Values) -> bool:
    """Whether a row tells of a contract at all, what it pays or when it ended."""
    return any(values.get(field) is not None for field in (*PRICES, *ENDS))


def change_in(values: Values) -> ChangeKind | None:
    """Why MRR changed with the row, where its words are known; the type of a deal may tell as well."""
    return _told(values, "contract.change") or _told(values, "contract.type")


def _told(values: Values, field: str) -> ChangeKind | None:
    word = text_in(values.get(field))
    return change_of(word) if word else None


def _currency(values: Values) -> str:
    own = values.get("contract.currency")
    return own.upper() if isinstance(own, str) else ""


def _amount_field(values: Values) -> str:
    return next((field for field in PRICES if values.get(field) is not None), "contract.amount")


def _status_field(values: Values) -> str:
    return next(
        (f for f in ("renewal.status", "contract.status", "contract.stage", "account.status") if values.get(f)),
        "contract.status",
    )


def _remarks(values: Values, state: Standing | None, price: Price, start: date) -> tuple[tuple[str, Reason], ...]:
    found = []
    if price.unclear:
        found.append((_amount_field(values), Reason.PERIOD_UNKNOWN))
    closed = values.get("contract.close_date")
    if state is Standing.WON and values.get("contract.start") is None and start == day_of(closed):
        found.append(("contract.close_date", Reason.START_TAKEN))
    if state is None and values.get("contract.status"):
        found.append(("contract.status", Reason.UNKNOWN_WORD))
    return tuple(found)


def text_in(value: Clean) -> str | None:
    """Text that says something, None for anything else."""
    return value if isinstance(value, str) and value else None


def flag_in(value: Clean) -> bool | None:
    """Yes or no, None for anything else."""
    return value if isinstance(value, bool) else None
