"""Rows as contract lines in the plan: from rows of contracts, and from the runs of a logo x month matrix."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.matching.words.span_amounts import PERIODS
from csdesk.intake.planning import signals
from csdesk.intake.planning.cells import Cells
from csdesk.intake.planning.contracts import Line, LineReader
from csdesk.intake.planning.known_lines import MEANS_NOTHING_WITHOUT
from csdesk.intake.planning.leaving import Several, line_left
from csdesk.intake.planning.ledger import Ledger, Outcome, iso
from csdesk.intake.planning.line_columns import LineColumns
from csdesk.intake.planning.matrix import ERASES, columns_of, runs_of
from csdesk.intake.planning.price_parts import PartReader
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.shapes import Choice, Clean, Record, TableKind, Verdict
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.months import Month
from csdesk.models.problems import Reason

_PRICE = ("amount", "interval_months")
_SAME_RUN = ("product_id", "plan", "amount", "interval_months")
_HELD = (*_SAME_RUN, "starts_on", "ended_on")
_NOT_OF_A_GRID = ("external_id", "name", "term_ends_on")
"""Columns that lines from a matrix never hold."""
_SEVERAL = re.compile(r"[,、，;；\n]\s*\S")
_NONE: frozenset[str] = frozenset()


class ContractLines:
    """Contract lines of one table's rows."""

    def __init__(self, view: TableView) -> None:
        self._view, self._shared = view, view.shared
        self._plain = LineReader(view.meaning)
        self._reader = PartReader(self._plain, [match.field for match in view.matched.columns])
        kinds = {TableKind.ACCOUNTS, TableKind.CONTRACTS}
        self._told_not_over = False
        self._holds = view.kind in kinds and view.meaning.holds_contracts

    @property
    def loose(self) -> Sequence[str]:
        """The fields that a plain line has no column for."""
        return self._plain.loose

    def by_column(self, cells: Cells, progress: Callable[[float], object]) -> LineColumns:
        """All rows of the table as contract lines; `progress` is told the share that is done."""
        return LineColumns(self._plain, self._view.meaning, cells, progress)

    def read(self, row: SourceRow) -> Line | None:
        """The row as a contract line; a row of a table of contracts that is none is refused."""
        if not self._holds:
            return None
        line = self._reader.read(row.values)
        if isinstance(line, Line):
            return line
        refuses = self._view.main is Kind.CONTRACT
        if refuses or line.reason:
            self._view.say(row, line.field, line.reason or Reason.MISSING, refuses=refuses)
        return None

    def take(self, row: SourceRow, account: int | None, line: Line) -> None:
        """Draft the row's lines, or hold them against those that the book has."""
        told = [one for one in (line, *line.beside) if not one.is_nothing or self._is_known(one, account)]
        for one in told or [line]:
            self._take(row, account, one)

    def _is_known(self, line: Line, account: int | None) -> bool:
        """Whether the book has the line of a product for which nothing is paid any more."""
        return self._shared.lines.find({**line.columns, "account_id": account}, line.product) is not None

    def _take(self, row: SourceRow, account: int | None, line: Line) -> None:
        product = line.product or one_product(row.values)
        columns = {**line.columns, "account_id": account, "product_id": self.product(product, row)}
        for field, reason in line.remarks:
            self._view.say(row, field, reason)
        listed = ("contract.product",) if not product else ()
        custom = self._view.own(row, Kind.CONTRACT, (*line.unplaced, *listed))
        # A line within a record is of its plan as another would be of its product.
        further = product or (str(columns.get("plan") or "") if row.record.head else "")
        number = self._shared.lines.find(columns, further, self._shared.claimed)
        if number is None:
            number = self._only_left(row, columns, product)
        if number is None and columns["start_known"] is False and columns["ended_on"] and account is not None:
            left = line_left(self._shared.ledger, self._shared.lines.of_account(account), columns)
            if isinstance(left, Several):
                self._view.say(row, "contract.end", Reason.SEVERAL_LINES, refuses=True)
                return
            number, columns = left, columns if left is None else _of_leaver(columns)
        elif number is None and columns["start_known"] is False:
            running = self._shared.lines.running(columns, product, self._shared.as_of)
            if len(running) > 1 or (line.is_known and not running):
                reason = Reason.SEVERAL_LINES if running else Reason.NO_CONTRACT
                self._view.say(row, "account.name", reason, refuses=self._view.main is Kind.CONTRACT)
                return
            number = running[0] if running else None
        self.put(row, columns, custom, product, number)

    def _only_left(self, row: SourceRow, columns: dict[str, Value], product: str) -> int | None:
        """The line that a list of leavers has begun; a second row that may be meant is told."""
        number = self._shared.lines.only_left(columns, product)
        if number in self._shared.claimed:
            self._view.say(row, "contract.end", Reason.SEVERAL_LINES)
            return None
        amount = self._shared.ledger.value(Kind.CONTRACT, number, "amount") if number is not None else None
        return number if amount in {None, columns["amount"]} else None

    def take_runs(self, row: SourceRow, account: int | None, months: Sequence[Record]) -> None:
        """The lines of one logo of a matrix."""
        product = signals.text(row.values.get("contract.product")) or ""
        texts: dict[str, Value] = {
            "account_id": account,
            "product_id": self.product(product, row),
            "plan": signals.text(row.values.get("contract.plan")),
        }
        custom = self._view.own(row, Kind.CONTRACT)
        taken: set[int] = set()
        since = day_of(row.values.get("contract.start"))
        covers = PERIODS.get(self._view.meaning.choices.get(Choice.PERIOD, "month"))
        for run in runs_of(self._over(row, months)):
            if run.amount is not None and covers is None:
                self._view.say(row, "matrix.amount", Reason.PERIOD_UNKNOWN, seen=run.amount)
            columns = columns_of(run, self._view.currency, self._shared.currency, texts, covers)
            if run.opens and since is not None and since <= run.first.last_day:
                columns |= {"starts_on": since, "start_known": True}
            number = self._shared.lines.find(columns, product)
            if number is None or number in taken:
                number = self._moved(columns, account, taken)
            if number is not None:
                taken.add(number)
            self.put(row, columns, custom, product, number, ERASES)

    def _over(self, row: SourceRow, months: Sequence[Record]) -> Sequence[Record]:
        """The months of a logo without those of a quarter or year that is not over: what it is going to pay in all of
        it is not known yet."""
        now = str(Month.of(self._shared.as_of))
        over = [one for one in months if str(one.values.get("matrix.until", "")) < now]
        if len(over) == len(months) or "matrix.amount" not in months[0].values:
            return months
        if not self._told_not_over:
            self._view.say(row, "matrix.amount", Reason.PERIOD_NOT_OVER, seen=months[len(over)].values["matrix.month"])
            self._told_not_over = True
        return over

    def product(self, name: str, row: SourceRow) -> int | None:
        """The product of a name; None for no name."""
        return self._shared.products.get(name, row.place) if name else None

    def put(
        self,
        row: SourceRow,
        columns: dict[str, Value],
        custom: Mapping[str, str],
        product: str,
        number: int | None,
        erases: frozenset[str] = _NONE,
    ) -> Outcome:
        """Draft a line, or hold it against the one it is."""
        shared = self._shared
        if number is None:
            assumed = _meaningless(columns)
            done = shared.ledger.add(Kind.CONTRACT, columns, custom, row.place, assumed=assumed)
            shared.lines.note(done.id, columns, product)
            shared.claimed[done.id] = columns
        elif _ends_too_early(shared.ledger, number, told := self._told(columns, number), erases):
            self._view.say(row, "contract.end", Reason.ENDS_BEFORE_START, seen=told.get("ended_on"), refuses=True)
            return Outcome(number, Verdict.CONFLICT)
        else:
            again = number in shared.claimed and not self._ends(columns, number)
            done = shared.ledger.offer(Kind.CONTRACT, number, told, custom, row.place, erases)
            if any(column == "external_id" for column, _, _ in done.changes):
                shared.lines.note_id(number)
            if again:
                self._view.claimed_twice(row, Kind.CONTRACT, number, told, done)
            if not done.conflicts:
                given = {column: value for column, value in told.items() if value is not None}
                shared.claimed[number] = {**shared.claimed.get(number, told), **given}
        row.outcomes.append((Kind.CONTRACT, done))
        return done

    def _ends(self, columns: dict[str, Value], number: int) -> bool:
        """Whether a row of leavers ends a line that another table of the same plan has told of as running."""
        is_end = columns.get("ended_on") is not None and columns.get("start_known") is False
        return is_end and self._shared.claimed[number].get("ended_on") is None

    def _told(self, columns: dict[str, Value], number: int) -> dict[str, Value]:
        """What a row tells of a line that the book has: a start that it does not know stays as it is, and so does how
        an end or an amount is meant where there is none."""
        told = dict(columns)
        if told.get("start_known") is False and self._view.kind is not TableKind.MATRIX:
            del told["start_known"], told["starts_on"]
            if self._is_same_price(told, number):
                told |= {column: self._shared.ledger.value(Kind.CONTRACT, number, column) for column in _PRICE}
        return {column: value for column, value in told.items() if column not in _meaningless(told)}

    def _is_same_price(self, told: dict[str, Value], number: int) -> bool:
        """Whether a price is the one that the line has, told for other months: 6,000 a year for 500 a month."""
        held = [self._shared.ledger.value(Kind.CONTRACT, number, column) for column in _PRICE]
        given = [told.get(column) for column in _PRICE]
        if self._shared.ledger.value(Kind.CONTRACT, number, "currency") != told.get("currency"):
            return False
        if not all(isinstance(figure, int) for figure in (*held, *given)):
            return False
        amount, months, other, others = (int(str(figure)) for figure in (*held, *given))
        return amount * others == other * months

    def _moved(self, columns: dict[str, Value], account: int | None, taken: set[int]) -> int | None:
        """The line of the book that a run is under another start: the same product, plan and amount, with days that
        both share."""
        for number in () if account is None else self._shared.lines.of_account(account):
            if number < 0 or number in taken or number in self._shared.claimed:
                continue
            held = {column: self._shared.ledger.value(Kind.CONTRACT, number, column) for column in _HELD}
            if any(held[column] != columns.get(column) for column in _SAME_RUN) or self._is_of_a_list(number):
                continue
            if _touches(held, columns) and _touches(columns, held):
                return number
        return None

    def _is_of_a_list(self, number: int) -> bool:
        """Whether a line of the book has come from a list of contracts rather than from a matrix."""
        return any(self._shared.ledger.value(Kind.CONTRACT, number, column) for column in _NOT_OF_A_GRID)


def one_product(values: Mapping[str, Clean]) -> str:
    """The product that a row names; '' where it lists several, none of which the amount is of alone."""
    named = signals.text(values.get("contract.product")) or ""
    return "" if _SEVERAL.search(named) else named


def lists_products(view: TableView) -> bool:
    """Whether any row lists several products in one cell."""
    named = set(view.cells.of("contract.product")) if "contract.product" in view.fields else set()
    return any(isinstance(name, str) and _SEVERAL.search(name) for name in named)


def _meaningless(columns: Mapping[str, Value]) -> list[str]:
    """How an end or an amount is meant, where there is none."""
    return [column for column, of in MEANS_NOTHING_WITHOUT.items() if columns.get(of) is None]


def _ends_too_early(ledger: Ledger, number: int, told: Mapping[str, Value], erases: frozenset[str]) -> bool:
    """Whether a line of the book would be over before it begins, by what a row tells and what it leaves as it is.
    It may end the day before it starts: it was called off, and its source named the day after."""

    def day(column: str) -> date | None:
        given = told.get(column)
        if given is None and column not in erases:
            given = ledger.value(Kind.CONTRACT, number, column)
        return None if given is None else date.fromisoformat(str(iso(given)))

    start, end = day("starts_on"), day("ended_on")
    return start is not None and end is not None and end < start - timedelta(days=1)


def _of_leaver(columns: dict[str, Value]) -> dict[str, Value]:
    """What a list of those who left tells of a line that the book has: nothing of how it stood until then."""
    return {column: value for column, value in columns.items() if column not in {"status", "charge"}}


def _touches(one: dict[str, Value], other: dict[str, Value]) -> bool:
    """Whether one line starts before the other has ended."""
    return str(one["starts_on"]) <= str(other["ended_on"] or "9")
