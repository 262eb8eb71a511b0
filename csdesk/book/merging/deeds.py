"""Working out what has to be done to this book so that it holds what was done in the copy as well."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from csdesk.book.columns import Stored, layout
from csdesk.book.log import BULK
from csdesk.book.merging.asking import Asking
from csdesk.book.merging.pairs import Pairs
from csdesk.book.merging.questions import Answer, Asked, Question, QuestionKey
from csdesk.book.merging.side import EXISTENCE, Key, Side, Values, referring
from csdesk.book.relations import GOES_WITH, ORDER
from csdesk.models.kinds import Kind

_NOT_ASKED = BULK | {Kind.BATCH, Kind.MERGE, Kind.MATCHING, Kind.HEALTH_DAY}
"""Kinds that say nothing to people: what is in this book stays."""

_AT_A_TIME = 5000


@dataclass(slots=True)
class Deeds:
    """Rows to write as the file holds them, rows to delete, and what was asked on the way."""

    inserts: dict[Kind, list[tuple[Stored, ...]]] = field(default_factory=dict)
    updates: defaultdict[Key, dict[str, Stored]] = field(default_factory=lambda: defaultdict(dict))
    deletes: dict[Kind, list[int]] = field(default_factory=dict)
    both_added: Counter[Kind] = field(default_factory=Counter)
    left_out: Counter[Kind] = field(default_factory=Counter)
    unasked: Counter[Kind] = field(default_factory=Counter)
    questions: list[Question] = field(default_factory=list)
    same: list[tuple[int, int]] = field(default_factory=list)


def work_out(mine: Side, theirs: Side, answers: Mapping[QuestionKey, Answer]) -> Deeds:
    """Compare two sides on which is marked what was touched. What is not answered is taken as what loses nothing."""
    working = _Working(mine, theirs, answers)
    for kind in ORDER:
        working.work_through(kind)
    working.lead_back()
    return working.deeds


class _Working:
    """What is decided from one kind to the next. Ids are never given twice, so that sets of them need no kinds."""

    def __init__(self, mine: Side, theirs: Side, answers: Mapping[QuestionKey, Answer]) -> None:
        self.mine, self.theirs = mine, theirs
        self.pairs = Pairs(mine, theirs)
        self.deeds = Deeds()
        self.asking = Asking(mine, theirs, answers, self.deeds.questions)
        self.there: set[int] = set()
        """Rows that there will be."""
        self.kept: set[int] = set()
        """Deleted in the copy, and kept."""
        self.brought_back: set[int] = set()
        """Deleted here, and brought back."""
        self.stay_deleted: set[int] = set()

    def work_through(self, kind: Kind) -> None:
        """Decide on every row of a kind."""
        self.pairs.recall(kind)
        mine, theirs = self.mine.ids(kind), self.theirs.ids(kind)
        new = {row for row in theirs - mine if self.pairs.mine_of(row) not in mine}
        gone = {row for row in mine - theirs if self.pairs.theirs_of(row) not in theirs}
        joined = self._join(kind, new, gone)
        inserts = [layout(kind).row(values) for values in self._additions(kind, sorted(new - joined.keys()))]
        deletes = list(self._deletions(kind, sorted(gone - {*joined.values()})))
        self.there |= mine - {*deletes}
        self.there |= {int(str(row[0])) for row in inserts}
        self.deeds.inserts[kind], self.deeds.deletes[kind] = inserts, deletes
        self._compare(kind, joined)

    def lead_back(self) -> None:
        """What referred to a row that was deleted here, and now is brought back, refers to it again."""
        for (kind, row), fields in self.mine.marks.items():
            for column in layout(kind).references:
                mark = fields.get(column)
                if mark is not None and mark.before in self.brought_back and row in self.there:
                    values = self.mine.fetch(kind, [row]).get(row)
                    if values is not None and column not in values:
                        self.deeds.updates[kind, row][column] = mark.before

    def _join(self, kind: Kind, new: Collection[int], gone: Collection[int]) -> dict[int, int]:
        """Rows that both sides added and that are one: ids of the copy and of this book."""
        added = [row for row in new if self.theirs.existence(kind, row)]
        if not added:
            return {}
        own = [row for row in gone if self.mine.existence(kind, row)]
        found = self.pairs.find(kind, added, own)
        for row, here in self.pairs.namesakes(kind, added, own, found):
            if self.asking.ask(Asked.SAME_NAME, kind, row=here, there=row, known_as=row) is Answer.ONE:
                found[row] = here
        self.pairs.join(found)
        self.deeds.same += found.items()
        self.deeds.both_added[kind] += len(found)
        return found

    def _additions(self, kind: Kind, rows: Sequence[int]) -> Iterator[Values]:
        for start in range(0, len(rows), _AT_A_TIME):
            yield from self._some_additions(kind, rows[start : start + _AT_A_TIME])

    def _some_additions(self, kind: Kind, rows: Sequence[int]) -> Iterator[Values]:
        fetched = self.theirs.fetch(kind, rows)
        knowingly = self.mine.were_here(kind, [self.pairs.mine_of(row) for row in rows])
        for row in rows:
            here = self.pairs.mine_of(row)
            values = self.pairs.translated(kind, fetched[row]) | {"id": here}
            if here in knowingly and self.mine.existence(kind, here) is None:
                self.brought_back.add(here)  # they know that it was deleted here, and have chosen to keep it
            elif self.theirs.existence(kind, row) is None and not self._comes_back(kind, row, here, values):
                continue
            if self._fits(kind, values):
                yield values

    def _comes_back(self, kind: Kind, row: int, here: int, values: Values) -> bool:
        """Whether a row that the copy still has, and that was deleted here or left out with what was, comes back."""
        goes_with = self._goes_with(kind, values)
        if goes_with & self.brought_back:
            return True
        touched = (kind, row) in self.theirs.marks or row in self.theirs.leaned_on
        if not touched or goes_with & self.stay_deleted:
            return False
        if self.mine.existence(kind, here) is None:
            self.brought_back.add(here)  # a third copy has deleted it, and nobody here ever saw it
            return True
        if kind in _NOT_ASKED:
            self._stays(kind)
            return False
        back = self.asking.ask(Asked.DELETED_HERE, kind, row=here, there=row) is Answer.THEIRS
        (self.brought_back if back else self.stay_deleted).add(here)
        return back

    def _goes_with(self, kind: Kind, values: Values) -> set[int]:
        return {to for column in GOES_WITH[kind] if isinstance(to := values.get(column), int)}

    def _fits(self, kind: Kind, values: Values) -> bool:
        """Take away references to rows that there will not be; False where a row cannot be without."""
        lacking = self._goes_with(kind, values) - self.there
        if lacking:
            self.deeds.left_out[kind] += not lacking & self.stay_deleted
            return False
        for column in layout(kind).references:
            if column in values and values[column] not in self.there:
                del values[column]
        return True

    def _deletions(self, kind: Kind, rows: Iterable[int]) -> Iterator[int]:
        fetched = self.mine.fetch(kind, rows)
        for row in rows:
            there = self.pairs.theirs_of(row)
            goes_with = self._goes_with(kind, fetched[row])
            if self.theirs.existence(kind, there) is None or goes_with & self.kept:
                continue
            touched = (kind, row) in self.mine.marks or row in self.mine.leaned_on
            if touched and goes_with <= self.there and self._is_kept(kind, row, there):
                continue
            yield row

    def _is_kept(self, kind: Kind, row: int, there: int) -> bool:
        """Whether a row that was deleted in the copy, and worked on here, stays."""
        kept = kind in _NOT_ASKED
        kept = kept or self.asking.ask(Asked.DELETED_THERE, kind, row=row, there=there) is Answer.MINE
        if kept:
            self.kept.add(row)
        return kept

    def _compare(self, kind: Kind, joined: Mapping[int, int]) -> None:
        """Rows that both have: field by field."""
        touched = [row for of, row in self.theirs.marks if of is kind and row in self.theirs.ids(kind)]
        rows = {row: self.pairs.mine_of(row) for row in touched}
        rows.update(joined)
        there = self.theirs.fetch(kind, rows)
        here = self.mine.fetch(kind, [row for row in rows.values() if row in self.there])
        for row, own in rows.items():
            if own in here:
                self._compare_row(kind, self.pairs.translated(kind, there[row]), here[own], row, joined=row in joined)

    def _compare_row(self, kind: Kind, theirs: Values, mine: Values, row: int, *, joined: bool) -> None:
        own = int(str(mine["id"]))
        for column in layout(kind).names[1:]:
            new, old = theirs.get(column), mine.get(column)
            if new == old or not (joined or self._touched(self.theirs, kind, row, column)):
                continue
            refers = column in referring(kind)
            if refers and (old in self.kept if new is None else new not in self.there):
                continue
            if joined and old is None:
                pass
            elif joined and new is None:
                continue
            elif joined or self._touched(self.mine, kind, own, column):
                if kind in _NOT_ASKED:
                    self._stays(kind)
                    continue
                if self.asking.ask(Asked.FIELD, kind, row=own, there=row, column=column) is Answer.MINE:
                    continue
            self.deeds.updates[kind, own][column] = new

    def _stays(self, kind: Kind) -> None:
        """Both have changed what nobody is asked about; of what came by import it is told."""
        self.deeds.unasked[kind] += kind in BULK

    @staticmethod
    def _touched(side: Side, kind: Kind, row: int, column: str) -> bool:
        fields = side.marks.get((kind, row), {})
        return column in fields or EXISTENCE in fields
