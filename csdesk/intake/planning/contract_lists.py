"""Planning a long list of contracts by column: accounts are found once each, plain lines written and compared together;
rows that are not plain, or not alone, are planned one by one."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from csdesk.intake.planning.deals import Deals
from csdesk.intake.planning.how_they_are import HowTheyAre
from csdesk.intake.planning.ledger import Outcome
from csdesk.intake.planning.line_columns import LineColumns
from csdesk.intake.planning.line_keys import LineKeys, differing, picked
from csdesk.intake.planning.lines import ContractLines
from csdesk.intake.planning.long_preview import LongPreview
from csdesk.intake.planning.long_rows import LongRows, accounts_of
from csdesk.intake.planning.previews import Preview, by_line, other_currencies
from csdesk.intake.planning.signals import text
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.planning.use_figures import Bools, Ints
from csdesk.intake.planning.verdict_lines import VERDICTS, Marks
from csdesk.intake.planning.who import Who
from csdesk.intake.records import have_own, lines_of
from csdesk.intake.shapes import TOLD_EVERY, PlannedTable, Verdict
from csdesk.models.drafts import DraftBlock, Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place

if TYPE_CHECKING:
    from csdesk.intake.planning.contracts import Line

_READ, _FOUND, _KEYED, _HELD, _COMPARED = 0.25, 0.65, 0.75, 0.85, 0.95
"""How far the work has come by about when lines are read, accounts found, lines told apart, found and compared."""
_NEW, _SAME, _REFUSED = map(VERDICTS.index, (Verdict.NEW, Verdict.SAME, Verdict.REFUSED))


class ContractList:
    """Plans one long list of contracts."""

    def __init__(self, view: TableView, how: HowTheyAre, *, is_last: bool) -> None:
        """`is_last`: no other table of the plan looks for contracts after this one."""
        self._view, self._shared, self._is_last = view, view.shared, is_last
        self._who, self._lines, self._rows = Who(view, how), ContractLines(view), LongRows(view)
        self._deals = Deals(view, self._who)
        self._cells = view.cells
        self._odd: Bools = np.zeros(len(self._cells), np.bool_)
        self._has_own = bool(self._lines.loose) or have_own(view.matched.records)
        self._single: dict[int, Line | None] = {}

    def plan(self, progress: Callable[[int], object]) -> PlannedTable:
        """The table's preview; its plain new lines are a block of the shared ones, all else is in the ledger."""
        matched, view, whole = self._view.matched, self._view, len(self._cells)

        def tell(share: float) -> None:
            progress(int(share * whole))

        tell(0)
        read = self._lines.by_column(self._cells, lambda share: tell(share * _READ))
        self._odd = read.odd | self._beyond() | self._are_deals()
        tell(_READ)
        by_lines = by_line(matched.problems)
        refusing = {line for line, told in by_lines.items() if any(problem.refuses for problem in told)}
        refused = np.zeros(whole, np.bool_)
        if refusing:
            refused |= np.array([line in refusing for line in lines_of(matched.records)], np.bool_)
        self._odd &= ~refused
        plain = ~refused & ~self._odd

        def found(at: int) -> None:
            tell(_READ + (_FOUND - _READ) * at / whole)

        alike = self._cells.numbers(self._who.tells)
        accounts = accounts_of(self._who, self._rows, alike, self._begin, found, odd=self._odd, plain=plain)
        verdicts = self._take(read, accounts, tell)
        verdicts[refused] = _REFUSED
        self._deals.settle()
        self._who.settle()
        preview = Preview(view)
        for at, row in self._rows.seen.items():
            told = (*by_lines.get(row.record.line, ()), *row.problems)
            verdicts[at] = VERDICTS.index(preview.verdict(row, told))
        rows = LongPreview(view, verdicts, self._rows, by_lines)
        said = [problem for at in sorted(self._rows.seen) for problem in self._rows.seen[at].problems]
        tell(1)
        problems = (*matched.problems, *other_currencies(view), *said)
        return PlannedTable(matched, rows, problems, tuple(self._who.lookalikes))

    def _beyond(self) -> Bools:
        """Rows with amounts that may be more than a book holds."""
        view, cells = self._view, self._cells
        currencies = {str(own).upper() for own in cells.of("contract.currency") if own} | {view.currency.upper()}
        found = np.zeros(len(cells), np.bool_)
        for field in view.amounts:
            if beyond := view.amounts_beyond(cells.of(field), currencies):
                found |= np.array([value in beyond for value in cells.of(field)], np.bool_)
        return found

    def _are_deals(self) -> Bools:
        return np.array(self._deals.are_deals(self._cells.of("contract.status")), np.bool_)

    def _begin(self, at: int) -> tuple[SourceRow, int | None]:
        """A row up to its account and its person, and the account."""
        row = self._rows.row(at)
        if self._odd[at]:
            if self._view.is_beyond(row, [row.record]) or self._deals.take(row):
                return row, None
            self._single[at] = self._lines.read(row)
        account = None if row.is_refused else self._who.account(row, None)
        if row.is_refused:
            return row, None
        self._who.contact(row, account)
        return row, account

    # -- lines -------------------------------------------------------------------------------------------------------

    def _take(self, read: LineColumns, accounts: Ints, tell: Callable[[float], object]) -> Marks:
        """Take the line of every row that has an account; gives verdicts, which hold for plain rows."""
        tell(_FOUND)
        reached = np.flatnonzero(accounts)
        names = self._cells.once(lambda values: text(values.get("contract.product")) or "", ["contract.product"])
        products = self._products(reached, names)
        columns: dict[str, Sequence[Value]] = {
            **read.columns,
            "account_id": accounts.tolist(),
            "product_id": list(map(products.get, names)),
        }
        keys = LineKeys(self._cells, columns, reached)
        tell(_KEYED)
        numbers, plain = keys.numbers(self._shared), np.zeros(len(names), np.bool_)
        plain[reached] = keys.alone(self._shared, numbers) & ~self._odd[reached] & self._is_last
        plain[reached] &= ~self._beside_others(accounts[reached], self._odd[reached])
        tell(_HELD)
        held = reached[plain[reached] & (numbers != 0)]
        at_numbers = numbers[plain[reached] & (numbers != 0)]
        plain[held[self._differ(columns, held, at_numbers)]] = False
        verdicts = np.full(len(names), _NEW, np.uint8)
        verdicts[held] = _SAME
        tell(_COMPARED)
        self._take_singly(reached[~plain[reached]], accounts, tell)
        for at in self._rows.seen:
            if plain[at]:
                self._rows.seen[at].outcomes.append((Kind.CONTRACT, Outcome(0, VERDICTS[verdicts[at]])))
        self._add(columns, np.flatnonzero(plain & (verdicts == _NEW)))
        return verdicts

    def _beside_others(self, accounts: Ints, odd: Bools) -> Bools:
        """Rows of accounts of which rows that are not plain, or a list of leavers, tell as well."""
        left = self._shared.lines.accounts_only_left()
        told = {account for account in set(accounts.tolist()) if account in left} | set(accounts[odd].tolist())
        return np.isin(accounts, list(told))

    def _products(self, reached: Ints, names: Sequence[str]) -> dict[str, int]:
        """The products by name, each of the first row that tells it."""
        firsts = dict[str, int]()
        for at in reached.tolist() if "contract.product" in self._view.fields else ():
            firsts.setdefault(names[at], at)
        table, records = self._view.matched.table, self._view.matched.records
        return {
            name: self._shared.products.get(name, table.place(records[at].line)) for name, at in firsts.items() if name
        }

    def _differ(self, columns: Mapping[str, Sequence[Value]], held: Ints, numbers: Ints) -> Bools:
        """Of rows whose lines the book has, those that tell something else, in their own columns too."""
        ledger = self._shared.ledger
        differ = differing(self._shared.lines.book, columns, held, numbers)
        if not self._has_own or not ledger.knows_own_columns:
            return differ
        for nth, (at, number) in enumerate(zip(held.tolist(), numbers.tolist(), strict=True)):
            known = ledger.own_columns(Kind.CONTRACT, number)
            differ[nth] |= any(known.get(name) != value for name, value in self._own(at).items())
        return differ

    def _own(self, at: int) -> Mapping[str, str]:
        """The team's own columns of a plain row."""
        record = self._view.matched.records[at]
        loose = self._lines.loose
        return {**self._view.headings.own(record.values, loose), **record.custom} if loose else record.custom

    def _take_singly(self, places: Ints, accounts: Ints, tell: Callable[[float], object]) -> None:
        for nth, at in enumerate(places.tolist()):
            if nth % TOLD_EVERY == 0:
                tell(_COMPARED + (1 - _COMPARED) * nth / len(places))
            row = self._rows.row(at)
            line = self._single[at] if at in self._single else self._lines.read(row)
            if line is not None:
                self._lines.take(row, int(accounts[at]), line)

    def _add(self, columns: Mapping[str, Sequence[Value]], new: Ints) -> None:
        """Add plain new lines as a block."""
        if not len(new):
            return
        at, matched = new.tolist(), self._view.matched
        held = {name: picked(column, at) for name, column in columns.items()}
        held = {name: column for name, column in held.items() if column[0] is not None or set(column) != {None}}
        for product in set(held.get("product_id", ())):
            if isinstance(product, int):
                self._shared.ledger.is_referred_to(product)
        own = list(map(self._own, at)) if self._has_own else []
        custom = {name: [one.get(name) for one in own] for name in dict.fromkeys(name for one in own for name in one)}
        place, lines = Place(matched.table.file, matched.table.sheet), picked(lines_of(matched.records), at)
        self._shared.lists.append(DraftBlock(Kind.CONTRACT, held, None, place, lines, custom=custom))
