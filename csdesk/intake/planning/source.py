"""What the planning of one table works with: the shared book, the table's own view of it, and one row at a time."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, cached_property

from csdesk.intake.fields import PRICES, SKIP, ValueType, base_of, field_of, with_month
from csdesk.intake.lookalikes import SameAs
from csdesk.intake.matching.fields.price_parts import TOTAL
from csdesk.intake.packed import Made
from csdesk.intake.planning.accounts import Accounts
from csdesk.intake.planning.cells import Cells
from csdesk.intake.planning.deal_keys import DealKeys
from csdesk.intake.planning.facts import MONEY_COLUMNS, Headings, field_of_column
from csdesk.intake.planning.keys import Keyed
from csdesk.intake.planning.known_lines import Lines
from csdesk.intake.planning.leaving import tells_only_ends
from csdesk.intake.planning.ledger import Ledger, Outcome
from csdesk.intake.planning.marks import Marks
from csdesk.intake.planning.meaning import Meaning
from csdesk.intake.planning.people import Contacts, Named
from csdesk.intake.planning.sames import Sames
from csdesk.intake.planning.touch_days import TouchDays
from csdesk.intake.shapes import Choice, Clean, MatchedTable, Record, TableKind, Verdict, shown
from csdesk.models.drafts import DraftBlock, Value
from csdesk.models.kinds import Kind
from csdesk.models.money import MOST_MONEY, Currency
from csdesk.models.problems import Place, Problem, Reason
from csdesk.models.uses import GRAINS, UseColumns

MAIN = {
    TableKind.ACCOUNTS: Kind.ACCOUNT,
    TableKind.CONTACTS: Kind.CONTACT,
    TableKind.CONTRACTS: Kind.CONTRACT,
    TableKind.MATRIX: Kind.CONTRACT,
    TableKind.MOVEMENTS: Kind.CONTRACT,
    TableKind.TOUCHES: Kind.TOUCH,
    TableKind.USE: Kind.USE,
    TableKind.TICKETS: Kind.TICKET,
    TableKind.ANSWERS: Kind.ANSWER,
    TableKind.INVOICES: Kind.INVOICE,
    TableKind.COSTS: Kind.COST,
    TableKind.TASKS: Kind.TASK,
    TableKind.GOALS: Kind.GOAL,
    TableKind.MILESTONES: Kind.MILESTONE,
    TableKind.FEEDBACK: Kind.FEEDBACK,
    TableKind.INTERVIEWS: Kind.INTERVIEW,
    TableKind.MAILINGS: Kind.MAILING,
    TableKind.MARKERS: Kind.MARKER,
    TableKind.INVITATIONS: Kind.INVITATION,
    TableKind.FIGURES: Kind.PERIOD_FIGURE,
    TableKind.HEALTH: Kind.HEALTH_VALUE,
    TableKind.RATES: Kind.EXCHANGE_RATE,
    TableKind.UNKNOWN: Kind.ACCOUNT,
}
"""What a row of each kind of table is, first of all."""

_REFERS = {
    "owner_id": Kind.PERSON,
    "person_id": Kind.PERSON,
    "account_id": Kind.ACCOUNT,
    "product_id": Kind.PRODUCT,
    "measure_id": Kind.MEASURE,
    "contact_id": Kind.CONTACT,
}
CURRENCIES = ("contract.currency", "invoice.currency")
"""Fields by which a row tells its own currency."""
_NOTHING: Mapping[str, str] = {}


@cache
def _most_of(currency: str) -> Decimal:
    return Decimal(MOST_MONEY).scaleb(-Currency(currency).digits)


class _KeyedByKind(dict[Kind, Keyed]):
    """Finders by kind, made when they are wanted: a book may have millions of rows that no table speaks of."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self._ledger = ledger

    def __missing__(self, kind: Kind) -> Keyed:
        self[kind] = Keyed(self._ledger, kind)
        return self[kind]


class Shared:
    """Everything the tables of one plan share: the ledger, the finders on it, and what has been said and claimed."""

    def __init__(self, ledger: Ledger, currency: str, as_of: date, same: SameAs) -> None:
        self.ledger, self.currency, self.as_of = ledger, currency, as_of
        self.accounts = Accounts(ledger)
        self.sames = Sames(same, ledger)
        self.contacts = Contacts(ledger)
        self.people = Named(ledger, Kind.PERSON)
        self.products = Named(ledger, Kind.PRODUCT)
        self.measures = Named(ledger, Kind.MEASURE, "code")
        self.lines = Lines(ledger)
        self.deals = DealKeys(ledger)
        self._touch_days: TouchDays | None = None
        self._marks: Marks | None = None
        self.keyed = _KeyedByKind(ledger)
        self.uses = UseColumns()
        """New rows of use that are no drafts of their own."""
        self.use_lines: list[UseLines] = []
        """Where these came from, table by table."""
        self.lists: list[DraftBlock] = []
        """New rows of long lists that are no drafts of their own either."""
        self.uses_claimed = array("q")
        """Rows of use that a long list of the plan has told of."""
        self.said: set[tuple[int | None, object]] = set()
        self._scores: dict[Value, list[tuple[str, Value]]] | None = None
        self.claimed: dict[int, dict[str, Value]] = {}
        """Columns that a row of the plan has given to an account or contract, by its id."""

    @property
    def touch_days(self) -> TouchDays:
        """Touches by account and day, gathered when they are wanted."""
        if self._touch_days is None:
            self._touch_days = TouchDays(self.ledger)
        return self._touch_days

    @property
    def marks(self) -> Marks:
        """How customers did last, gathered when it is wanted."""
        if self._marks is None:
            self._marks = Marks(self.ledger)
        return self._marks

    def health_then(self, account: int | None, on: Value) -> float | None:
        """The health score that an account had on a day: the last one kept by then."""
        if self._scores is None:
            self._scores = {}
            for _, row in self.ledger.rows(Kind.HEALTH_DAY):
                self._scores.setdefault(row["account_id"], []).append((str(row["on_date"]), row["score"]))
        known = [(day, score) for day, score in self._scores.get(account, ()) if on is not None and day <= str(on)]
        score = max(known, key=lambda one: one[0])[1] if known else None
        return float(score) if isinstance(score, int | float) else None

    def blocks(self) -> tuple[DraftBlock, ...]:
        """The new rows that are no drafts of their own, as the book takes them."""
        found, start = list(self.lists), 0
        for told in self.use_lines:
            found.append(self._of_uses(start, told))
            start += len(told.counts)
        return tuple(found)

    def _of_uses(self, start: int, told: "UseLines") -> DraftBlock:
        uses, count = self.uses, len(told.counts)
        part = slice(start, start + count)
        columns: dict[str, Sequence[Value]] = {
            "account_id": uses.accounts[part],
            "contact_id": Made(count, lambda at: uses.contacts[start + at] or None),
            "measure_id": uses.measures[part],
            "on_date": Made(count, lambda at: date.fromordinal(uses.days[start + at])),
            "grain": Made(count, lambda at: GRAINS[uses.grains[start + at]].value),
            "amount": uses.amounts[part],
        }
        return DraftBlock(Kind.USE, columns, place=told.place, lines=told.lines, counts=told.counts)


@dataclass(frozen=True, slots=True)
class UseLines:
    """Of how many lines each new row of use of a table is the sum, and these lines, row by row."""

    place: Place
    counts: Sequence[int]
    lines: Sequence[int]


@dataclass(slots=True)
class SourceRow:
    """One row of the table while it is planned."""

    record: Record
    place: Place
    title: str
    outcomes: list[tuple[Kind, Outcome]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def values(self) -> Mapping[str, Clean]:
        """The row's cleaned values."""
        return self.record.values

    @property
    def is_refused(self) -> bool:
        """Whether planning has found that the row cannot be taken."""
        return bool(self.problems) and any(problem.refuses for problem in self.problems)


class TableView:
    """One table as planning sees it."""

    def __init__(self, matched: MatchedTable, shared: Shared) -> None:
        self.matched, self.shared = matched, shared
        self.kind, self.main = matched.kind, MAIN[matched.kind]
        self.headings = Headings(matched)
        choices = {finding.choice: finding.answer for finding in matched.findings}
        self.fields = frozenset(match.field for match in matched.columns) - {"", SKIP}
        meant = frozenset(base if (base := base_of(field)) in {*PRICES, TOTAL} else field for field in self.fields)
        self.meaning = Meaning(choices, meant, shared.currency, shared.as_of)
        self.currency = choices.get(Choice.CURRENCY, shared.currency)
        self._currencies = [field for field in CURRENCIES if field in self.fields]
        self.amounts = [field for field in self.fields if field_of(field).type is ValueType.MONEY]
        if self.kind is TableKind.MATRIX:
            self.amounts.append("matrix.amount")
        if self.kind is TableKind.FIGURES:
            self.amounts.append("cost.amount")

    @cached_property
    def cells(self) -> Cells:
        """The table's records by column."""
        return Cells(self.matched.records, self.fields)

    def currency_of(self, row: SourceRow) -> str:
        """The currency of a row: its own, or the table's."""
        for field_id in self._currencies:
            if own := row.values.get(field_id):
                return str(own).upper()
        return self.currency.upper()

    def amounts_beyond(self, column: Iterable[Clean], currencies: Iterable[str]) -> set[Clean]:
        """Of the amounts in a column, those that may be more than a book holds."""
        most = min((_most_of(currency) for currency in currencies), default=Decimal("Infinity"))
        return {value for value in set(column) if isinstance(value, Decimal) and abs(value) > most}

    def is_beyond(self, row: SourceRow, records: Sequence[Record]) -> bool:
        """Whether a row is refused, cell by cell, for amounts that are more than a book holds."""
        most = _most_of(self.currency_of(row))
        for record in records:
            for field_id in self.amounts:
                value = record.values.get(field_id)
                if isinstance(value, Decimal) and abs(value) > most:
                    month = str(record.values.get("matrix.month", ""))
                    cell = with_month("matrix", month) if month else field_id
                    self.say(row, cell, Reason.TOO_LARGE, seen=value, refuses=True)
        return row.is_refused

    def own(self, row: SourceRow, kind: Kind, loose: Sequence[str] = ()) -> Mapping[str, str]:
        """The row's own columns, where rows of that kind are what the table is of, with the values of fields that
        the book has no column for."""
        found = self.headings.own(row.values, loose) if loose else _NOTHING
        if kind is not self.main:
            return found
        return {**found, **row.record.custom} if found else row.record.custom

    def say(self, row: SourceRow, field_id: str, reason: Reason, *, seen: Clean = None, refuses: bool = False) -> None:
        """Add a word on one field of a row; `seen` stands where the row's own value is not what is spoken of."""
        what = row.values.get(field_id) if seen is None else seen
        place = self.matched.table.place(row.record.line, self.headings.letters.get(field_id, ""))
        text = "" if what is None or what is False else str(shown(what))
        row.problems.append(Problem(place, field_id, text, reason, refuses))

    def claimed_twice(self, row: SourceRow, kind: Kind, number: int, columns: dict[str, Value], done: Outcome) -> None:
        """Say so of a further row for what the plan has had already: a duplicate where it says nothing else. The first
        row claims it."""
        if self.shared.claimed.setdefault(number, columns) is columns:
            return
        if done.conflicts:
            column, _, value = done.conflicts[0]
            self.contradict(row, kind, column, value)
        elif done.verdict is Verdict.SAME and self.main is kind and not tells_only_ends(self.fields):
            self.say(row, "", Reason.DUPLICATE, seen=row.title)

    def contradict(self, row: SourceRow, kind: Kind, column: str, value: Value) -> None:
        """Say that a row contradicts one above."""
        field = field_of_column(kind.value, column)
        if field == "contract.amount":
            field = next((price for price in PRICES if price in self.fields), field)
        self.say(row, field, Reason.CONFLICT, seen=self.named(column, value, self.currency_of(row)))

    def named(self, column: str, value: Value, currency: str = "") -> Value:
        """A value as a person reads it: names for references, money in main units of its currency or the table's."""
        kind = _REFERS.get(column)
        if kind is not None and isinstance(value, int):
            return self.shared.ledger.value(kind, value, "name")
        if column in MONEY_COLUMNS and isinstance(value, int):
            main = Currency(currency or self.currency).main_units(value)
            return int(main) if main.denominator == 1 else float(main)
        return value
