"""Planning a long list of use by column: people are found once each, events of a day summed up, figures compared."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from csdesk.intake.matching.meaning.styles import span_days
from csdesk.intake.planning import signals
from csdesk.intake.planning.how_they_are import HowTheyAre
from csdesk.intake.planning.rows import title_in, titles_of
from csdesk.intake.planning.source import Shared, SourceRow, TableView, UseLines
from csdesk.intake.planning.use_figures import Bools, Entries, Figures, Floats, Ints, Keys, figures, found_in
from csdesk.intake.planning.use_gathered import Gathered, gather
from csdesk.intake.planning.use_preview import Planned, UsePreview
from csdesk.intake.planning.verdict_lines import VERDICTS
from csdesk.intake.planning.who import Who
from csdesk.intake.shapes import Choice, MatchedTable, PlannedTable, Record, Verdict
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place

Marks = NDArray[np.uint8]
_NEW, _CHANGED, _CONFLICT, _REFUSED, _OTHER_NEW, _OTHER, _MAIN = (1 << bit for bit in range(7))


class UseList:
    """Plans one long list of use."""

    def __init__(self, matched: MatchedTable, shared: Shared) -> None:
        self._matched, self._shared = matched, shared
        self._view = TableView(matched, shared)
        self._titles = titles_of(self._view)

    def plan(self, progress: Callable[[int], object]) -> PlannedTable:
        """The table's preview; what is new is among the shared uses, what changes in the ledger."""
        lines, refused = self._said_so_far()
        answers = {finding.choice: finding.answer for finding in self._matched.findings}
        found = gather(self._view, span_days(answers.get(Choice.PERIOD, "")), refused, progress)
        people, accounts, contacts = self._people(found.firsts, progress)
        pause = partial(progress, len(self._matched.records))
        entries = self._entries(found, accounts, contacts)
        pause()
        planned = self._planned(found, people, entries, pause)
        pause()
        preview = UsePreview(self._view, planned, self._titles, lines)
        return PlannedTable(self._matched, preview, preview.problems)

    def _said_so_far(self) -> tuple[Ints, set[int]]:
        """The line of each problem that matching has found, and the lines it has refused."""
        lines, refused = [], set[int]()
        for problem in self._matched.problems:
            lines.append(problem.place.row)
            if problem.refuses:
                refused.add(problem.place.row)
        return np.array(lines, np.int64), refused

    def _people(
        self, firsts: Sequence[tuple[int, Record]], progress: Callable[[int], object]
    ) -> tuple[list[SourceRow], list[int], list[int]]:
        """Of whom the records speak, once each: what came of it, and the ids of account and person; an account of 0 is
        refused, a person of 0 nobody."""
        table = self._matched.table
        view = TableView(replace(self._matched, records=tuple(record for _, record in firsts)), self._shared)
        who, rows, accounts, contacts = Who(view, HowTheyAre(view)), list[SourceRow](), list[int](), list[int]()
        for nth, (_, record) in enumerate(firsts):
            if nth % 500 == 0:
                progress(len(self._matched.records))
            row = SourceRow(record, Place(table.file, table.sheet, record.line), title_in(record.values, self._titles))
            account = None if view.is_beyond(row, [record]) else who.account(row, None)
            taken = account if account is not None and not row.is_refused else 0
            rows.append(row)
            accounts.append(taken)
            contacts.append((who.contact(row, account) or 0) if taken else 0)
        who.settle()
        return rows, accounts, contacts

    def _entries(self, found: Gathered, accounts: Sequence[int], contacts: Sequence[int]) -> Entries:
        """The entries of those who are taken, with the ids of people and measures."""
        places: dict[tuple[int, int], int] = {}
        both = zip(accounts, contacts, strict=True)
        pair_of = np.array([places.setdefault(pair, len(places)) for pair in both], np.int64)
        whose, rows = np.array(found.whose, np.int64), np.array(found.rows, np.int64)
        taken = np.flatnonzero(np.array(accounts, np.int64)[whose[rows]] != 0) if len(rows) else rows
        rows, words = rows[taken], np.array(found.measures, np.int64)[taken]
        ids = self._measures(found, words, rows)
        numbers = {number: at for at, number in enumerate(dict.fromkeys(ids.values()))}
        measure_of = np.array([numbers[ids[at]] if at in ids else -1 for at in range(len(found.words))], np.int64)
        return Entries(
            rows,
            pair_of[whose[rows]] if len(rows) else rows,
            measure_of[words] if len(words) else words,
            np.array(found.days, np.int64)[taken],
            np.array(found.grains, np.int64)[taken],
            np.array(found.amounts, np.float64)[taken],
            list(places),
            list(numbers),
        )

    def _measures(self, found: Gathered, words: Ints, rows: Ints) -> dict[int, int]:
        """The measures that entries are of, by the place of their word."""
        table, ids = self._matched.table, dict[int, int]()
        said, first = np.unique(words, return_index=True)
        for at, entry in sorted(zip(said.tolist(), first.tolist(), strict=True), key=lambda pair: pair[1]):
            word, field = found.words[at], f"usage.{found.words[at]}"
            name = self._view.headings.of(field) if field in self._view.fields else word
            place = Place(table.file, table.sheet, found.lines[int(rows[entry])])
            ids[at] = self._shared.measures.get(signals.measure_code(word), place, name=name)
            self._shared.ledger.is_referred_to(ids[at])
        return ids

    def _planned(
        self, found: Gathered, people: Sequence[SourceRow], entries: Entries, pause: Callable[[], object]
    ) -> Planned:
        keys = Keys(entries)
        figured = figures(entries, keys)
        pause()
        held, claimed = self._held(keys, figured)
        differs = ~np.isnan(held) & (held != figured.amount)
        changed = differs & ~claimed
        pause()
        self._write(entries, figured, np.flatnonzero(np.isnan(held)), np.flatnonzero(changed), found)
        of, again = figured.of, figured.again
        speaks = again.copy()
        speaks[figured.first] = True
        against = np.where(again, np.where(claimed, held, figured.amount)[of], held[of])
        new = np.where(again, entries.amount, figured.amount[of])
        twice = again | claimed[of]
        contradicts = twice & (new != against)
        bits = np.full(len(of), _MAIN, np.uint8)
        bits[np.isnan(held)[of] & ~again] |= _NEW
        bits[changed[of] & ~again] |= _CHANGED
        bits[contradicts] |= _CONFLICT
        marks = np.zeros(len(found.lines), np.uint8)
        np.bitwise_or.at(marks, entries.rows, bits)
        whose = np.array(found.whose, np.int64)
        refused = _mark_people(marks, found, people, whose)
        return Planned(
            lines=np.array(found.lines, np.int64),
            verdicts=_BY_MARKS[marks],
            whose=whose,
            people=people,
            first=np.array([at for at, _ in found.firsts], np.int64),
            rows=entries.rows,
            new=new,
            old=against,
            changes=changed[of] & speaks & ~again,
            repeats=twice & ~contradicts & speaks,
            contradicts=contradicts & speaks,
            refused=refused,
        )

    def _held(self, keys: Keys, figured: Figures) -> tuple[Floats, Bools]:
        """What book and plan hold for each figure, and where a row of this plan has said so; no number for nothing."""
        shared, ledger = self._shared, self._shared.ledger
        held, claimed = np.full(len(figured.key), np.nan), np.zeros(len(figured.key), np.bool_)
        self._ids = np.zeros(len(figured.key), np.int64)
        for rows in (ledger.uses, ledger.pending_uses(), shared.uses):
            at = found_in(figured, keys, rows)
            here = np.flatnonzero((at >= 0) & np.isnan(held))
            held[here] = np.array(rows.amounts, np.float64)[at[here]]
            self._ids[here] = np.array(rows.ids, np.int64)[at[here]]
        by_row = list(shared.keyed[Kind.USE].claimed) if Kind.USE in shared.keyed else []
        before = np.concatenate([np.array(shared.uses_claimed, np.int64), np.array(by_row, np.int64)])
        for one in np.flatnonzero(~np.isnan(held) & np.isin(self._ids, before)).tolist() if len(before) else ():
            claimed[one] = True
            held[one] = float(str(ledger.value(Kind.USE, int(self._ids[one]), "amount") or held[one]))
        claimed |= self._ids < 0
        shared.uses_claimed.frombytes(self._ids[~np.isnan(held)].tobytes())
        return held, claimed

    def _write(self, entries: Entries, figured: Figures, new: Ints, changed: Ints, found: Gathered) -> None:
        """Note the figures that are new, in the order of the file, and those that change."""
        new = new[np.argsort(figured.first[new], kind="stable")]
        at = figured.first[new]
        ids = self._shared.ledger.numbers(len(new))
        pairs = np.array(entries.pairs, np.int64).reshape(-1, 2)
        columns = {
            "ids": np.arange(ids.start, ids.stop, -1),
            "accounts": pairs[entries.pair[at], 0],
            "contacts": pairs[entries.pair[at], 1],
            "measures": np.array(entries.measures, np.int64)[entries.measure[at]] if len(at) else at,
            "days": entries.day[at],
            "grains": figured.grain[new],
            "amounts": figured.amount[new],
        }
        for name, values in columns.items():
            code = getattr(self._shared.uses, name).typecode
            self._shared.uses.add(**{name: np.asarray(values, code).tobytes()})
        table = self._matched.table
        if len(new):
            self._shared.use_lines.append(
                UseLines(Place(table.file, table.sheet), *_told(entries, figured, new, found))
            )
        for one in changed.tolist():
            place = Place(table.file, table.sheet, found.lines[int(entries.rows[figured.first[one]])])
            amount = {"amount": float(figured.amount[one])}
            self._shared.ledger.offer(Kind.USE, int(self._ids[one]), amount, {}, place)


def _told(entries: Entries, figured: Figures, new: Ints, found: Gathered) -> tuple["array[int]", "array[int]"]:
    """Of how many lines each new figure is the sum, and these lines."""
    rank = np.full(len(figured.first), -1, np.int64)
    rank[new] = np.arange(len(new))
    of = rank[figured.of]
    tells = np.flatnonzero((of >= 0) & ~figured.again)
    ordered = tells[np.argsort(of[tells], kind="stable")]
    lines = np.array(found.lines, np.uint32)[entries.rows[ordered]]
    counts = np.bincount(of[tells], minlength=len(new)).astype(np.uint32)
    return array("I", counts.tobytes()), array("I", lines.tobytes())


def _mark_people(marks: Marks, found: Gathered, people: Sequence[SourceRow], whose: Ints) -> Ints:
    """Add what came of the people whom records speak of; gives the records refused for them, but for the first."""
    refused = np.array([row.is_refused for row in people], np.bool_)
    conflicts = np.array([_has(row, Verdict.CONFLICT) for row in people], np.bool_)
    for (at, _), row in zip(found.firsts, people, strict=True):
        marks[at] |= (_OTHER_NEW if _has(row, Verdict.NEW) else 0) | (_OTHER if _has(row, Verdict.CHANGED) else 0)
    by_matching = np.frombuffer(bytes(found.refused), np.uint8).astype(np.bool_)
    marks[by_matching] |= _REFUSED
    if not people:
        return np.zeros(0, np.int64)
    marks[conflicts[whose] & ~by_matching] |= _CONFLICT
    for_them = refused[whose] & ~by_matching
    marks[for_them] |= _REFUSED
    for_them[[at for at, _ in found.firsts]] = False
    return np.flatnonzero(for_them)


def _has(row: SourceRow, verdict: Verdict) -> bool:
    return any(done.verdict is verdict for _, done in row.outcomes)


def _verdict(marks: int) -> Verdict:
    """One verdict for everything that a row does."""
    if marks & (_REFUSED | _CONFLICT):
        return Verdict.REFUSED if marks & _REFUSED else Verdict.CONFLICT
    if marks & _NEW or (marks & _OTHER_NEW and not marks & _MAIN):
        return Verdict.NEW
    return Verdict.CHANGED if marks & (_CHANGED | _OTHER_NEW | _OTHER) else Verdict.SAME


_BY_MARKS = np.array([VERDICTS.index(_verdict(marks)) for marks in range(1 << 7)], np.uint8)
