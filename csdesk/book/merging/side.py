"""One of two copies of a book: which steps it knows, what was touched here and is not known there, and its rows.

A step has one number in every copy (`uid`). What a copy knows are its own steps and those that came to it by merging. A
row or field is *touched* on a side by a step that the other side does not know, or knows in another state that was
turned earlier there.
"""

import json
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any, NamedTuple, Self, TypeAlias

from sqlalchemy import Connection

from csdesk.book import bundles, tally
from csdesk.book.columns import Stored, layout
from csdesk.book.log import Entry
from csdesk.book.relations import ORDER, REFER_TO_ANY, held
from csdesk.models.kinds import Kind, StepName

Values: TypeAlias = dict[str, Stored]
"""A row by column name, as the log's JSON has it: without its NULLs."""
Key: TypeAlias = tuple[Kind, int]

MADE_BY = (StepName.NEW_BOOK, StepName.DEMO)
"""Steps in which a book comes to be, once each."""
EXISTENCE = ""
"""Stands for a field where a row was added or deleted."""


class StepKnown(NamedTuple):
    """A step as a copy knows it. `turned_at` is '' unless it was undone or redone."""

    uid: int
    at: str
    who: str
    name: str
    subject: str
    rows: int
    state: str
    turned_at: str

    @property
    def stands(self) -> bool:
        """Whether its rows are as it left them, or as later steps did."""
        return self.state == "done"


@dataclass(frozen=True, slots=True)
class Mark:
    """Who touched a field last, and what it held before anyone did."""

    step: StepKnown
    before: Stored


def uid_of(given: int | None, *told: object) -> int:
    """The number of a step in every copy; steps of earlier schemas are told apart by all that is known of them."""
    if given is not None:
        return given
    digest = blake2b("\n".join(map(str, told)).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") & (2**62 - 1)


class Side:
    """One copy. It belongs to the thread that opened its connection, and to one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.marks: dict[Key, dict[str, Mark]] = {}
        self.spans: dict[Kind, list[tuple[int, int, Mark]]] = {}
        self.leaned_on: set[int] = set()
        """Rows that something touched here refers to, and those that these refer to."""
        self._ids: dict[Kind, frozenset[int]] = {}

    @cached_property
    def steps(self) -> dict[int, tuple[int, StepKnown]]:
        """Its own steps in order by `uid`, each with its number here."""
        wanted = "id, uid, at, who, name, subject, rows, state, ifnull(turned_at, '')"
        found = {}
        for number, uid, *told in self.connection.exec_driver_sql(f"SELECT {wanted} FROM step ORDER BY id"):
            known = StepKnown(uid_of(uid, number, *told[:4]), *told)
            found[known.uid] = number, known
        return found

    @cached_property
    def merges(self) -> list[Values]:
        """What was brought in here before."""
        return list(self.fetch(Kind.MERGE, self.ids(Kind.MERGE)).values())

    @cached_property
    def known(self) -> dict[int, StepKnown]:
        """Every step it knows, its own and others', as it was turned last."""
        found = {uid: step for uid, (_, step) in self.steps.items()}
        for merge in self.merges:
            for step in brought(merge):
                own = found.get(step.uid)
                if own is None or step.turned_at > own.turned_at:
                    found[step.uid] = step
        return found

    @cached_property
    def same(self) -> dict[int, int]:
        """Pairs of ids that stand for one row, both ways."""
        pairs = [pair for merge in self.merges for pair in json.loads(str(merge["same"]))]
        return {**dict(pairs), **{two: one for one, two in pairs}}

    @property
    def origin(self) -> list[tuple[object, ...]]:
        """The steps that made the book, by whom and when: the same in all copies of one book alone. Demo books give
        their steps the same numbers, whoever makes them; subjects go when rows are deleted for good."""
        steps = [step for _, step in self.steps.values()]
        made = [step for step in steps if step is steps[0] or step.name in MADE_BY]
        return [(step.uid, step.at, step.who, step.name) for step in made]

    def unknown_to(self, other: Self) -> list[StepKnown]:
        """Steps known here that the other does not know, or not as they were turned here last."""
        return [step for step in self.known.values() if _is_news(step, other.known.get(step.uid))]

    def mark_touched(self, other: Self) -> None:
        """Find out what was touched here, against another copy."""
        for uid, (_, step) in self.steps.items():
            there = other.known.get(uid)
            if _is_news(step, there) and (step.stands or there is not None) and not self._only_brings(step, other):
                for entry in self._entries(uid, other):
                    self._mark(step, entry)
        for spans in self.spans.values():
            spans.sort(key=lambda span: span[0])
        for kind in reversed(ORDER):
            touched = {row for of, row in self.marks if of is kind}
            for values in self.fetch(kind, self.ids(kind) & (touched | self.leaned_on)).values():
                self.leaned_on.update(to for column in referring(kind) if isinstance(to := values.get(column), int))

    def _only_brings(self, step: StepKnown, other: Self) -> bool:
        """Whether a merge brought nothing but what the other copy knows: then nobody here has touched it."""
        if step.name != StepName.MERGE:
            return False
        number, _ = self.steps[step.uid]
        written = "SELECT after FROM change WHERE step_id = ? AND kind = ? AND after IS NOT NULL"
        records = self.connection.exec_driver_sql(written, (number, str(Kind.MERGE))).scalars()
        return all(came.uid in other.known for record in records for came in brought(json.loads(record)))

    def _entries(self, uid: int, other: Self) -> Iterator[Entry]:
        """What a step changed; of one that was undone for good the other copy may still know."""
        number, _ = self.steps[uid]
        found = list(bundles.entries(self.connection, number))
        if not found and uid in other.steps:
            found = list(bundles.entries(other.connection, other.steps[uid][0]))
        return iter(found)

    def _mark(self, step: StepKnown, entry: Entry) -> None:
        kind = Kind(entry.kind)
        if entry.last_id is not None:
            self.spans.setdefault(kind, []).append((entry.row_id, entry.last_id, Mark(step, None)))
            self.leaned_on.update(entry.block["accounts"])
            return
        fields = self.marks.setdefault((kind, entry.row_id), {})
        for field, before in _changed(entry):
            first = fields.get(field)
            fields[field] = Mark(step, first.before if first else before)

    def existence(self, kind: Kind, row: int) -> Mark | None:
        """By whom the row was added or deleted here, where that is a touch."""
        mark = self.marks.get((kind, row), {}).get(EXISTENCE)
        if mark is not None:
            return mark
        spans = self.spans.get(kind, [])
        at = bisect_right(spans, row, key=lambda span: span[0]) - 1
        return spans[at][2] if at >= 0 and row <= spans[at][1] else None

    def last_touch(self, key: Key) -> Mark | None:
        """The latest touch of any of a row's fields."""
        return max(self.marks.get(key, {}).values(), key=lambda mark: mark.step.at, default=None)

    def ids(self, kind: Kind) -> frozenset[int]:
        """The ids of every row of a kind."""
        if kind not in self._ids:
            found = tally.driver_rows(self.connection.exec_driver_sql(f'SELECT id FROM "{kind}"'))
            self._ids[kind] = frozenset(row for (row,) in found)
        return self._ids[kind]

    def fetch(self, kind: Kind, wanted: Iterable[int]) -> dict[int, Values]:
        """Rows by id."""
        return held(self.connection, kind, wanted)

    def were_here(self, kind: Kind, wanted: Collection[int]) -> frozenset[int]:
        """Those of these rows that the log knows as deleted, or as added by a step that was undone."""
        sql = (
            "SELECT row_id, ifnull(last_id, row_id) FROM change JOIN step ON step.id = step_id WHERE kind = ? "
            "AND (state = 'done' AND after IS NULL OR state <> 'done' AND before IS NULL) "
            "AND (last_id IS NOT NULL OR row_id IN (SELECT value FROM json_each(?)))"
        )
        spans = self.connection.exec_driver_sql(sql, (str(kind), json.dumps(list(wanted)))).all()
        single = {first for first, last in spans if first == last}
        wide = [(first, last) for first, last in spans if first != last]
        return frozenset(row for row in wanted if row in single or any(first <= row <= last for first, last in wide))


def brought(merge: Mapping[str, Any]) -> list[StepKnown]:
    """The steps that a merge has made known."""
    return [StepKnown(*step) for step in json.loads(merge["steps"])]


def referring(kind: Kind) -> tuple[str, ...]:
    """The columns of a kind that hold ids of other rows."""
    return (*layout(kind).references, *(("row_id",) if kind in REFER_TO_ANY else ()))


def _is_news(step: StepKnown, there: StepKnown | None) -> bool:
    if there is None:
        return True
    return step.stands != there.stands and step.turned_at > there.turned_at


def _changed(entry: Entry) -> Iterator[tuple[str, Stored]]:
    """The fields an entry changed, each with what it held before."""
    if entry.before is None or entry.after is None:
        yield EXISTENCE, None
        return
    before, after = json.loads(entry.before), json.loads(entry.after)
    for field in {*before, *after}:
        if before.get(field) != after.get(field):
            yield field, before.get(field)
