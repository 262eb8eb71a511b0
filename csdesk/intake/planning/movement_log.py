"""The rows of a log of MRR changes in the plan: gathered by account, then held against the book as contract lines."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.matching.tables.movements import AMOUNTS
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.planning import signals
from csdesk.intake.planning.ledger import Outcome
from csdesk.intake.planning.lines import ContractLines
from csdesk.intake.planning.movement_lines import MovementLines, Run, own_columns
from csdesk.intake.planning.movements import Chain, Entry, Fault, Span, by_plan, entry_of, in_order
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.planning.who import NAMES
from csdesk.intake.shapes import Clean, Verdict
from csdesk.models.kinds import Kind
from csdesk.models.months import Month
from csdesk.models.problems import Reason

_YEAR = 12
_OF_A_YEAR = re.compile(r"\b(?:arr|annual|yearly)\b|年額|年間")
_WHO = (*NAMES, "account.external_id", "account.domain", "account.corporate_number")
Who = tuple[Clean, ...]


class MovementLog:
    """The log of one table."""

    def __init__(self, view: TableView, lines: ContractLines) -> None:
        self._view, self._lines = view, lines
        headings = " ".join(fold_words(view.headings.of(name)) for name in AMOUNTS & view.fields)
        self._book = MovementLines(view.shared, _YEAR if _OF_A_YEAR.search(headings) else 1)
        self._entries: defaultdict[tuple[int, str, int | None, str], list[Entry]] = defaultdict(list)
        self._refused: dict[Who, date | None] = {}
        amounts = (record.values.get("movement.amount") for record in view.matched.records)
        self._signed = any(isinstance(value, Decimal) and value < 0 for value in amounts)

    def note_refused(self, row: SourceRow) -> None:
        """Remember that a row of an account could not be read: what stands behind it has no balance."""
        who, on = _who(row), day_of(row.values.get("movement.date"))
        before = self._refused.get(who, on)
        self._refused[who] = min(before, on) if before and on else None

    def take(self, row: SourceRow, account: int) -> None:
        """Keep a row until all of its account's are known."""
        product = signals.text(row.values.get("contract.product")) or ""
        key = (account, product, self._lines.product(product, row), self._view.currency_of(row))
        if (on := day_of(row.values.get("movement.date"))) is not None:  # else refused before
            self._entries[key].append(entry_of(row, on, self._view.meaning.choices, signed=self._signed))

    def settle(self) -> None:
        """Draft the lines of every account."""
        first = min((one.on for entries in self._entries.values() for one in entries), default=date.max)
        runs: defaultdict[int, list[Run]] = defaultdict(list)
        for run in self._runs():
            self._run(run, first)
            runs[run.account].append(run)
        for of_account in runs.values():
            if self._book.overlaps(of_account):
                for run in of_account:
                    run.chain.refuse(run.chain.entries[0], Fault("movement.date", Reason.OVERLAPS))
                    run.chain.spans.clear()
            for run in of_account:
                self._draft(run)

    def _runs(self) -> Iterator[Run]:
        for (account, product, product_id, currency), entries in self._entries.items():
            chains = list(by_plan(in_order(entries)))
            for chain in chains:
                plan = chain[0].plan if len(chains) > 1 else ""
                yield Run(account, product, product_id, currency, plan, Chain(chain))

    def _run(self, run: Run, first: date) -> None:
        """Make the spans of one chain, up to where a row of it could not be read."""
        chain, entry = run.chain, run.chain.entries[0]
        run.goes_on = None if chain.begins else self._book.running(run, entry.on - timedelta(days=1))
        opening = chain.opening(self._book.balance(run.goes_on), first)
        broken = next((one for one in chain.entries if self._is_behind_refused(one)), None)
        if isinstance(opening, Fault):
            chain.refuse(entry, opening)
            return
        if broken is not None:
            chain.refuse(broken, Fault("movement.date", Reason.BEHIND_REFUSED))
            chain.entries = chain.entries[: chain.entries.index(broken)]
        chain.run(opening, (Month.of(first) + -1).first_day)

    def _is_behind_refused(self, entry: Entry) -> bool:
        who = _who(entry.row)
        since = self._refused.get(who)
        return who in self._refused and (since is None or entry.on >= since)

    def _draft(self, run: Run) -> None:
        for entry, fault, refuses in run.chain.said:
            self._view.say(entry.row, fault.field, fault.reason, refuses=refuses)
        for span in run.chain.spans:
            self._put(run, span)

    def _put(self, run: Run, span: Span) -> None:
        """Draft the line of a span, or hold it against the book's: told of the row that began it, or of the one that
        ends a line which the book has running."""
        entries, number = [*span.entries, *span.closing], self._book.find(run, span)
        if not entries:
            return
        ends = number is not None and not self._book.has_ended(number, span)
        lead = (span.closing[-1] if ends else entries[0]).row
        columns = self._book.columns(run, span)
        if number is not None and number == run.goes_on and not span.known:
            columns = {"ended_on": columns["ended_on"], "end_reading": columns["end_reading"]}
        done = self._lines.put(lead, columns, own_columns(span, self._view.headings), run.product, number)
        for entry in span.told:
            if entry.row is not lead and done.verdict is Verdict.NEW:
                entry.row.outcomes.append((Kind.CONTRACT, Outcome(done.id, Verdict.NEW)))


def _who(row: SourceRow) -> Who:
    return tuple(row.values.get(name) for name in _WHO)
