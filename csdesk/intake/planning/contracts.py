"""Contract rows as contract lines: dates by how the table means them, amounts, standing; found again by id or by
account, product and start."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from csdesk.intake.fields import PRICES
from csdesk.intake.matching.endings import ENDS, RENEWAL, day_of, standing_of
from csdesk.intake.planning.money import Price, discounts_of, price_of
from csdesk.intake.shapes import Choice, Clean
from csdesk.intake.values.changes import change_of
from csdesk.intake.values.words import Standing
from csdesk.intake.values.work_words import deal_outcome, is_negotiating
from csdesk.models.drafts import Value
from csdesk.models.kinds import ChangeKind, DealOutcome, EndReading, LineStatus
from csdesk.models.money import MOST_MONEY, Currency
from csdesk.models.months import Month
from csdesk.models.problems import Reason

Values = Mapping[str, Clean]
_STATUS: Mapping[Standing | None, str] = {
    Standing.TRIAL: LineStatus.TRIAL.value,
    Standing.PAST_DUE: LineStatus.PAST_DUE.value,
    Standing.PAUSED: LineStatus.PAUSED.value,
}
_ACTIVE = LineStatus.ACTIVE.value
_STANDING_FIELDS = frozenset(
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
     "contract.paused", *PRICES}
)  # fmt: skip
_DISCOUNTED = frozenset(
    {"contract.list_amount", "contract.discount_amount", "contract.discount_rate", "contract.discount_end"}
)
_STARTS = frozenset({"contract.start", "contract.period", "contract.close_date"})
_RENEWALS = frozenset({"renewal.status", "renewal.likelihood"})
_TEN_YEARS = 3660
_PRICE_FIELDS = (*PRICES, "contract.quantity", "contract.interval", "contract.interval_count", "contract.charge")
_TEXTS = {
    "contract.name": "name", "contract.plan": "plan", "contract.churn_reason": "end_reason",
    "account.sales_rep": "sales_rep", "account.channel": "channel",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """How a table means its contracts: its settled choices, its columns, the book's currency and today."""

    choices: Mapping[Choice, str]
    fields: frozenset[str]
    currency: str
    as_of: date

    @property
    def holds_contracts(self) -> bool:
        """Whether rows can be contract lines: they have a start, an end or an amount, or deals that were closed."""
        told = {*PRICES, *ENDS, "contract.start", "contract.period", "contract.close_date"}
        return bool(self.fields & told) or self.tracks_renewals

    @property
    def tracks_renewals(self) -> bool:
        """Whether rows tell how the renewal of a contract that runs stands, rather than of deals."""
        if self.fields & {"contract.stage", "contract.close_date"} or not self.fields & {
            "contract.renewal",
            "contract.end",
        }:
            return False
        due = "contract.renewal" in self.fields and not self.fields & {"contract.start", "contract.period"}
        return due or bool(self.fields & _RENEWALS)

    @property
    def tells_only_of_known(self) -> bool:
        """Whether rows say too little to make a line of: a tracker of renewals without amounts."""
        return self.tracks_renewals and not self.fields & {*PRICES, *_STARTS}


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
        self._texts = [(field, column) for field, column in _TEXTS.items() if field in fields]
        self._loose = sorted(f for f in fields if f.startswith(("contract.", "renewal.")) and f not in _PLACED)
        if "task.due" in fields and "touch.next" not in fields:
            self._loose.append("task.due")
        self._of_deals = sorted(f for f in fields if f.startswith("deal."))
        self._priced = [field for field in _PRICE_FIELDS if field in fields]
        self._stands = bool(fields & _STANDING_FIELDS)
        self._noticed = bool(fields & {"contract.notice_days", "contract.notice_by"})
        self._own_currency = "contract.currency" in fields
        self._period = meaning.choices.get(Choice.PERIOD, "")
        self._currency = meaning.choices.get(Choice.CURRENCY, meaning.currency)
        self._end_reading = meaning.choices.get(Choice.END_DAY, EndReading.LAST_DAY.value)
        self._discounted = bool(fields & _DISCOUNTED)
        self._tells_only = meaning.tells_only_of_known
        self._prices: dict[tuple[object, ...], Price] = {}

    def read(self, values: Values) -> Line | NoLine:
        """A row as a contract line, or why it is none."""
        meaning, state = self._meaning, self._state(values)
        if none := _is_none(values, state, meaning):
            return none
        start, known = _start(values, state, meaning)
        if start is None:
            return NoLine("contract.start", None if meaning.fields & _STARTS or not _tells(values) else Reason.MISSING)
        term_end, ended = _ends(values, state, start, meaning)
        if state is Standing.ENDED and ended is None:
            return NoLine("contract.end", Reason.MISSING)
        currency = (self._own_currency and _currency(values)) or self._currency
        price = self._price(values, currency, start, term_end or ended)
        if not known and price.amount is None and ended is None and not self._tells_only:
            return NoLine(_amount_field(values), Reason.PERIOD_UNKNOWN)
        if price.amount is not None and abs(price.amount) > MOST_MONEY:
            return NoLine(_amount_field(values), Reason.TOO_LARGE)
        columns: dict[str, Value] = {
            "external_id": _text(values.get("contract.external_id")),
            "amount": price.amount,
            "interval_months": price.months,
            "currency": None if currency == meaning.currency else currency,
            "starts_on": start,
            "start_known": known,
            "term_ends_on": term_end,
            "notice_by": _notice(values, term_end) if self._noticed else None,
            "auto_renew": _flag(values.get("contract.auto_renew")),
            "ended_on": ended,
            "end_reading": self._end_reading,
            "charge": price.charge.value,
            "status": _STATUS.get(state, _ACTIVE),
            "seats": _whole(values.get("contract.quantity")),
        }
        if (change := _change(values)) is not None:
            columns["change"] = change
        columns |= {column: _text(values.get(field)) for field, column in self._texts}
        if self._discounted:
            columns |= discounts_of(values, Currency(currency), price)
        unplaced = self._unplaced(values, state, price)
        return Line(columns, _remarks(values, state, price, start), unplaced, self._tells_only)

    def _state(self, values: Values) -> Standing | None:
        state = standing_of(values) if self._stands else None
        return _of_renewal(values, state, self._meaning) if self._meaning.tracks_renewals else state

    def price(self, values: Values) -> tuple[Price, str]:
        """The price of a row that is no contract yet, and its currency."""
        currency = (self._own_currency and _currency(values)) or self._currency
        return price_of(values, Currency(currency), self._period, None), currency

    def _price(self, values: Values, currency: str, start: date, end: date | None) -> Price:
        """The price of a row; rows of one price are reckoned once."""
        term = _length(start, end) if self._period == "term" else None
        key = (currency, term, *map(values.get, self._priced))
        price = self._prices.get(key)
        if price is None:
            price = self._prices[key] = price_of(values, Currency(currency), self._period, term)
        return price

    def _unplaced(self, values: Values, state: Standing | None, price: Price) -> tuple[str, ...]:
        """Contract fields of the row that the line's columns do not hold: kept as the team's own."""
        fields = [*self._loose, *(() if state is Standing.WON else self._of_deals)]
        if price.unclear:
            fields += [field for field in self._priced if field in PRICES]
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


def _is_none(values: Values, state: Standing | None, meaning: Meaning) -> NoLine | None:
    """Deals that were not won are no contracts; where a column tells which still run, an empty cell leaves it open."""
    if state is Standing.NOT_WON:
        return NoLine(_status_field(values), Reason.NOT_WON)
    return (
        NoLine("contract.running", Reason.MISSING) if state is None and "contract.running" in meaning.fields else None
    )


def _tells(values: Values) -> bool:
    """Whether a row tells of a contract at all, what it pays or when it ended."""
    return any(values.get(field) is not None for field in (*PRICES, *ENDS))


def _change(values: Values) -> ChangeKind | None:
    """Why MRR changed with the row, where its words are known; the type of a deal may tell as well."""
    return _told(values, "contract.change") or _told(values, "contract.type")


def _told(values: Values, field: str) -> ChangeKind | None:
    word = _text(values.get(field))
    return change_of(word) if word else None


def _start(values: Values, state: Standing | None, meaning: Meaning) -> tuple[date | None, bool]:
    """First day of service, and whether it is known. A deal that was won starts when it was closed; where a table has
    no starts at all but amounts, its lines run already: from this month on, the true start not known. What is over by
    then has no start."""
    period = values.get("contract.period")
    start = day_of(values.get("contract.start")) or (period[0] if isinstance(period, tuple) else None)
    if start is None and state is Standing.WON:
        start = day_of(values.get("contract.close_date"))
    start = start or day_of(values.get("contract.created_at"))
    if start is not None:
        return start, True
    starts = meaning.fields & _STARTS
    priced = any(values.get(field) is not None for field in PRICES)
    first = Month.of(meaning.as_of).first_day
    if meaning.tells_only_of_known:
        return first, False
    ends = () if meaning.choices.get(Choice.END_DATE) == RENEWAL else ENDS
    over = [day for field in ends if (day := day_of(values.get(field))) is not None and day < first]
    if starts or not (over or priced):
        return None, False
    return ((Month.of(min(over)) + -1).first_day if over else first), False


def _ends(values: Values, state: Standing | None, start: date, meaning: Meaning) -> tuple[date | None, date | None]:
    """Renewal date and last day of service."""
    end, canceled = day_of(values.get("contract.end")), day_of(values.get("contract.canceled_at"))
    term = day_of(values.get("contract.renewal")) or _term(values, start)
    gone = state in {Standing.ENDED, Standing.ENDING}
    day_after = meaning.choices.get(Choice.END_DAY) == EndReading.DAY_AFTER
    if meaning.choices.get(Choice.END_DATE) == RENEWAL:
        term, end = term or end, end if gone else None
    elif end is not None and day_after:
        end -= timedelta(days=1)
    if canceled is not None and day_after and "contract.end" not in meaning.fields:
        canceled -= timedelta(days=1)
    if end is None and canceled is not None:
        # With an end column still empty, a cancellation takes effect when the paid term is over.
        waits = "contract.end" in meaning.fields and state is not Standing.ENDED and term is not None
        end = term if waits else canceled
    if end is None and gone and term is not None and (state is Standing.ENDING or term <= meaning.as_of):
        end = term
    return term, end


def _term(values: Values, start: date) -> date | None:
    """Last day of the term from a range, or from a length in months."""
    period = values.get("contract.period")
    if isinstance(period, tuple):
        return period[1]
    if isinstance(period, int) and not isinstance(period, bool):
        month = Month.of(start) + period
        return date(month.year, month.number, min(start.day, month.last_day.day)) - timedelta(days=1)
    return None


def _length(start: date, end: date | None) -> int | None:
    """Whole months from start to end, the last day counted or not."""
    if end is None:
        return None
    months = Month.of(end + timedelta(days=1)) - Month.of(start)
    return months if months > 0 else None


def _notice(values: Values, term_end: date | None) -> date | None:
    days = _whole(values.get("contract.notice_days"))
    by = day_of(values.get("contract.notice_by"))
    return by or (term_end - timedelta(days=days) if term_end and days is not None and 0 <= days < _TEN_YEARS else None)


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


def _text(value: Clean) -> str | None:
    return value if isinstance(value, str) and value else None


def _whole(value: Clean) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _flag(value: Clean) -> bool | None:
    return value if isinstance(value, bool) else None
