"""Rows of pipelines as deals: open and lost ones, which are no contracts, and those that were won beside theirs."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from csdesk.intake.folding import own_id
from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.planning.contracts import LineReader
from csdesk.intake.planning.facts import fit_of
from csdesk.intake.planning.signals import text
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.planning.who import Who
from csdesk.intake.shapes import Clean, TableKind, Verdict
from csdesk.intake.values.work_words import deal_outcome
from csdesk.models.drafts import Value
from csdesk.models.kinds import DealOutcome, Kind
from csdesk.models.money import Currency
from csdesk.models.problems import Reason

Values = Mapping[str, Clean]
_OF_PIPELINES = frozenset(
    {"contract.stage", "contract.close_date", "deal.probability", "deal.won", "deal.closed", "deal.opened_on",
     "deal.amount"}
)  # fmt: skip
_STANDINGS = frozenset({"contract.stage", "contract.status", "deal.won"})
_STAGES = ("contract.stage", "contract.status")
_OF_CONTRACTS = frozenset({"contract.start", "contract.period"})
_TEXTS = {
    "contract.external_id": "external_id", "contract.name": "name", "contract.plan": "plan",
    "account.industry": "industry", "account.use_case": "use_case", "account.channel": "channel",
    "account.sales_rep": "sales_rep", "account.fit_reason": "fit_reason",
}  # fmt: skip
_NAMES = frozenset(
    {"account.name", "account.owner", "account.fit", "contract.product", "contract.status", "contract.stage"}
)
_PLACED = frozenset(
    {*_TEXTS, *_NAMES, *_OF_PIPELINES, "contract.start", "contract.currency", "contract.created_at",
     "contract.churn_reason", "contract.list_amount"}
)  # fmt: skip
_PRICES = frozenset(
    {"contract.mrr", "contract.arr", "contract.amount", "contract.unit_amount", "contract.unit_amount_cents",
     "contract.quantity", "contract.interval", "contract.interval_count", "contract.charge"}
)  # fmt: skip
_ALL = 100
_PRICE = frozenset({"amount", "interval_months", "list_amount", "currency"})
_PROSPECT = frozenset({"prospect"})
_Row = tuple[SourceRow, DealOutcome, int | None]
"""A row with what became of its deal, and its account where it is known already."""


class Deals:
    """The deals in one table's rows."""

    def __init__(self, view: TableView, who: Who) -> None:
        self._view, self._who = view, who
        self._reader = LineReader(view.meaning)
        self._is_pipeline = self.is_pipeline(view)
        stands = bool(view.fields & _STANDINGS)
        self._may_hold = view.kind is TableKind.CONTRACTS and stands and not view.meaning.tracks_renewals
        self._rows: list[_Row] = []

    @staticmethod
    def is_pipeline(view: TableView) -> bool:
        """Whether a table is a pipeline, of which deals are kept that were won as well."""
        return view.kind is TableKind.CONTRACTS and bool(view.fields & _OF_PIPELINES)

    def are_deals(self, words: Sequence[Clean]) -> list[bool]:
        """For statuses of rows in a table that is no pipeline, whether each makes its row a deal and nothing else."""
        known = {word: deal_outcome(word) for word in set(words) if isinstance(word, str) and word}
        deals = {word for word, outcome in known.items() if outcome not in {None, DealOutcome.WON}}
        return [self._may_hold and word in deals for word in words]

    def take(self, row: SourceRow) -> bool:
        """Whether the row is a deal and nothing else; it is drafted when all accounts of the table are known."""
        outcome = self._outcome(row) if self._may_hold else None
        if outcome is None or outcome is DealOutcome.WON:
            return False
        self._rows.append((row, outcome, None))
        if not self._is_pipeline:
            self._view.say(row, "contract.status", Reason.IS_DEAL)
        return True

    def note_won(self, row: SourceRow, account: int | None) -> None:
        """A row that has become a contract, or may when its price is known: in a pipeline, a deal that was won."""
        if self._is_pipeline and not row.record.head and self._outcome(row) is DealOutcome.WON:
            self._rows.append((row, DealOutcome.WON, account))

    def _outcome(self, row: SourceRow) -> DealOutcome | None:
        values = row.values
        won, closed = values.get("deal.won"), values.get("deal.closed")
        if won is True:
            return DealOutcome.WON
        word = _stage(values)
        known = deal_outcome(word) if word else None
        if won is False:
            return DealOutcome.LOST if closed is True or known is DealOutcome.LOST else DealOutcome.OPEN
        if known is None and self._is_stage(word, values):
            self._view.say(row, "contract.stage", Reason.UNKNOWN_WORD)
            return DealOutcome.OPEN
        return known

    def _is_stage(self, word: str | None, values: Values) -> bool:
        """Whether a word that is not known is the stage of a deal: nothing in the row is of a contract that runs."""
        told = "contract.close_date" in self._view.fields and "contract.stage" in self._view.fields
        return bool(word) and told and not any(values.get(field) is not None for field in _OF_CONTRACTS)

    def settle(self) -> None:
        """Draft the deals. Rows of one id, each for another product, are the parts of one."""
        parts = defaultdict[Hashable, list[_Row]](list)
        for at, one in enumerate(self._rows):
            parts[own_id(text(one[0].values.get("contract.external_id"))) or at].append(one)
        for rows in parts.values():
            products = [text(row.values.get("contract.product")) for row, _, _ in rows]
            are_parts = None not in products and len(set(products)) == len(products)
            for some in [rows] if are_parts else [[one] for one in rows]:
                self._draft(some)

    def _draft(self, rows: Sequence[_Row]) -> None:
        shared = self._view.shared
        row, outcome, account = rows[0]
        if account is None:
            account = self._who.known(row)
        columns = self._columns(row, outcome, account)
        if len(rows) > 1:
            columns = self._together(columns, [self._price(part, outcome) for part, outcome, _ in rows[1:]])
        number = shared.deals.find(columns)
        custom = self._own(row, outcome, priced="amount" in columns)
        if number is None:
            done = shared.ledger.add(Kind.DEAL, columns, custom, row.place)
            shared.deals.note(done.id, columns)
        else:
            erases = _PROSPECT if account is not None else frozenset[str]()
            done = shared.ledger.offer(Kind.DEAL, number, columns, custom, row.place, erases)
            if done.verdict is Verdict.CONFLICT:
                self._view.contradict(row, Kind.DEAL, done.conflicts[0][0], done.conflicts[0][2])
        for part, _, _ in rows:
            part.outcomes.append((Kind.DEAL, done))

    @staticmethod
    def _together(columns: dict[str, Value], others: Sequence[dict[str, Value]]) -> dict[str, Value]:
        """A deal with what its other parts are paid; without any amount where they are not paid for the same months in
        the same currency."""
        whole = {**columns, "product_id": None, "list_amount": None}
        amounts = [amount for price in (columns, *others) if isinstance(amount := price.get("amount"), int)]
        ways = {(price.get("interval_months"), price.get("currency")) for price in (columns, *others)}
        if len(ways) == 1 and len(amounts) == 1 + len(others):
            return {**whole, "amount": sum(amounts)}
        return {name: value for name, value in whole.items() if name not in _PRICE}

    def _columns(self, row: SourceRow, outcome: DealOutcome, account: int | None) -> dict[str, Value]:
        values, shared = row.values, self._view.shared
        owner, product = text(values.get("account.owner")), text(values.get("contract.product"))
        lost = outcome is DealOutcome.LOST
        return {
            "account_id": account,
            "prospect": row.title if account is None else None,
            **{column: text(values.get(field)) for field, column in _TEXTS.items()},
            "owner_id": shared.people.get(owner, row.place) if owner else None,
            "product_id": shared.products.get(product, row.place) if product else None,
            **self._price(row, outcome),
            "fit": fit_of(values.get("account.fit")),
            "stage": _stage(values),
            "outcome": outcome.value,
            "probability": _share(values.get("deal.probability")),
            "opened_on": day_of(values.get("deal.opened_on")) or day_of(values.get("contract.created_at")),
            "close_on": day_of(values.get("contract.close_date")),
            "starts_on": day_of(values.get("contract.start")),
            "lost_reason": text(values.get("contract.churn_reason")) if lost else None,
        }

    def _price(self, row: SourceRow, outcome: DealOutcome) -> dict[str, Value]:
        """What the deal would be paid, where it is known for how long an amount is."""
        values, hoped = row.values, row.values.get("deal.amount")
        alone = isinstance(hoped, Decimal) and all(values.get(field) is None for field in _PRICES)
        if alone:
            values = {**values, "contract.amount": hoped}
        price, currency = self._reader.price(values)
        if price.unclear and (alone or outcome is not DealOutcome.WON):
            self._view.say(row, "deal.amount" if alone else "contract.amount", Reason.PERIOD_UNKNOWN)
        if price.amount is None:
            return {}
        whole = values.get("contract.list_amount")
        return {
            "amount": price.amount,
            "interval_months": price.months,
            "list_amount": Currency(currency).minor_units(Fraction(whole)) if isinstance(whole, Decimal) else None,
            "currency": None if currency == self._view.shared.currency else currency,
        }

    def _own(self, row: SourceRow, outcome: DealOutcome, *, priced: bool) -> dict[str, str]:
        """What the row tells beside: its own columns, and the fields that a deal has no column for. Of one that was
        won the contract keeps them, all but what was hoped for."""
        if outcome is DealOutcome.WON:
            return {} if priced else self._view.headings.own(row.values, ["deal.amount"])
        other = [field for field in _STAGES if text(row.values.get(field)) not in {None, _stage(row.values)}]
        loose = other + [
            field
            for field in sorted(self._view.fields)
            if field not in _PLACED - {"deal.amount"} and not (priced and field in {*_PRICES, "deal.amount"})
        ]
        return {**self._view.headings.own(row.values, loose), **row.record.custom}


def _stage(values: Values) -> str | None:
    """The word for how a deal stands: of its stage and its status the one by which it is closed, else the first that is
    known (a pipeline may grade its deals A to C beside it), else the first that is there."""
    words = [word for field in _STAGES if (word := text(values.get(field)))]
    known = [word for word in words if deal_outcome(word)]
    closed = [word for word in known if deal_outcome(word) is not DealOutcome.OPEN]
    return next(iter((*closed, *known, *words)), None)


def _share(value: Clean) -> float | None:
    """A probability as a share of one: '60%', 60 and 0.6 alike."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= _ALL:
        return None
    return float(value) if value <= 1 else value / _ALL
