"""What the book holds and what a plan would add or change, kept together so that each row is drafted once."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from csdesk.intake.shapes import Known, Verdict
from csdesk.models.drafts import Draft, Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place
from csdesk.models.rows import RowColumns, RowsById, by_column
from csdesk.models.uses import UseColumns, columns_of

Row = Mapping[str, Value]
_ORDER = (
    Kind.PERSON, Kind.PRODUCT, Kind.MEASURE, Kind.ACCOUNT, Kind.CONTACT, Kind.CONTRACT, Kind.INVOICE, Kind.COST,
    Kind.RISK, Kind.PLAY, Kind.PLAY_STEP, Kind.PLAY_RUN,
    Kind.TOUCH, Kind.TASK, Kind.USE, Kind.TICKET, Kind.ANSWER, Kind.GOAL, Kind.MILESTONE, Kind.DEAL, Kind.FEEDBACK,
    Kind.INTERVIEW, Kind.MAILING, Kind.PERIOD_FIGURE, Kind.EXCHANGE_RATE,
    Kind.INVITATION, Kind.MARKER, Kind.HEALTH_VALUE, Kind.HEALTH_DAY, Kind.HEALTH_OVERRIDE,
    Kind.TARGET, Kind.PACK, Kind.WIN,
    Kind.SETTING, Kind.DEFINITION, Kind.SAVED_VIEW, Kind.MATCHING, Kind.CUSTOM_FIELD,
)  # fmt: skip
_NOTHING: dict[str, Value] = {}
_HOME = frozenset({"currency"})
Stays = Callable[[Place | None, Kind, str, Value], bool]


def _nothing_stays(_place: Place | None, _kind: Kind, _column: str, _stored: Value) -> bool:
    return False


@dataclass(slots=True)
class Outcome:
    """What one offer of values came to: the verdict, the columns that change (old, new), the columns that contradict
    what the same plan has said already."""

    id: int
    verdict: Verdict
    changes: list[tuple[str, Value, Value]] = field(default_factory=list)
    conflicts: list[tuple[str, Value, Value]] = field(default_factory=list)


class Ledger:
    """Rows of the book by kind and id, and the drafts that come on top."""

    def __init__(self, known: Known, stays: Stays = _nothing_stays) -> None:
        """`stays` tells of which values the book's own are kept: by place, kind, column and the value stored."""
        self._stays = stays
        self._rows: dict[Kind, Mapping[int, Row]] = {kind: _by_id(rows) for kind, rows in known.items()}
        self._pending: dict[tuple[Kind, int], Draft] = {}
        self._said: dict[tuple[Kind, int], tuple[Mapping[str, Value], Mapping[str, str]]] = {}
        """What rows of the plan have said so far beyond the drafts of new rows, also where the book holds the same:
        columns, own columns."""
        self._mentioned: set[int] = set()
        self._next = -1
        self._custom = _known_custom(known)

    def rows(self, kind: Kind) -> Iterable[tuple[int, Row]]:
        """The book's own rows of a kind, then those that the plan has added so far."""
        held = self._rows.get(kind, {})
        yield from held.in_order() if isinstance(held, RowsById) else held.items()
        yield from self.added(kind)

    def holds(self, kind: Kind, row: int) -> bool:
        """Whether the book has the row."""
        return row in self._rows.get(kind, {})

    def value(self, kind: Kind, row: int, column: str) -> Value:
        """A column as it will be."""
        pending = self._pending.get((kind, row))
        if pending is not None and column in pending.values:
            return pending.values[column]
        return self._rows.get(kind, {}).get(row, _NOTHING).get(column)

    @property
    def uses(self) -> UseColumns:
        """The book's rows of use."""
        rows = self._rows.get(Kind.USE, {})
        if isinstance(rows, RowsById) and isinstance(rows.rows, UseColumns):
            return rows.rows
        return columns_of(rows.values())

    def held(self, kind: Kind) -> RowColumns:
        """The book's own rows of a kind, by column."""
        rows = self._rows.get(kind, {})
        if isinstance(rows, RowsById) and isinstance(rows.rows, RowColumns):
            return rows.rows
        return by_column(list(rows.values()))

    def added(self, kind: Kind) -> list[tuple[int, Row]]:
        """The rows of a kind that the plan has drafted so far."""
        return [(one.id, one.values) for one in self._pending.values() if one.kind is kind and one.id < 0]

    def said(self, kind: Kind) -> set[int]:
        """The rows of a kind of which the plan has spoken."""
        return {row for of, row in self._said if of is kind}

    def own_columns(self, kind: Kind, row: int) -> Mapping[str, str]:
        """The values of the team's own columns that the book has for a row."""
        return (self._custom or {}).get((kind, row), {})

    @property
    def knows_own_columns(self) -> bool:
        """Whether the book's own columns were given."""
        return self._custom is not None

    def pending_uses(self) -> UseColumns:
        """The rows of use that the plan has drafted so far."""
        return columns_of(
            {**one.values, "id": one.id} for one in self._pending.values() if one.kind is Kind.USE and one.id < 0
        )

    def own_values(self, kind: Kind) -> Iterable[tuple[int, str, str]]:
        """The book's own columns of rows of a kind: row, name, value."""
        for (of, row), values in (self._custom or {}).items():
            if of is kind:
                yield from ((row, name, value) for name, value in values.items())

    def is_referred_to(self, row: int) -> None:
        """Keep a row that was only mentioned: others than drafts refer to it."""
        self._mentioned.discard(row)

    def numbers(self, count: int) -> range:
        """Ids for new rows that are no drafts of their own; they fall."""
        first = self._next
        self._next -= count
        return range(first, self._next, -1)

    def is_new(self, row: int) -> bool:
        """Whether the plan itself adds the row."""
        return row < 0

    def add(
        self, kind: Kind, values: Mapping[str, Value], custom: Mapping[str, str], place: Place | None,
        keeps: int | None = None, *, assumed: Collection[str] = (),
    ) -> Outcome:  # fmt: skip
        """Draft a new row; columns without a value are left out. `keeps` is the id it had in another book; columns that
        are only `assumed` contradict nothing."""
        number = self._next
        self._next -= 1
        held = {column: value for column, value in values.items() if value is not None}
        self._pending[kind, number] = Draft(kind, number, held, custom, place, keeps)
        if assumed:
            self._said[kind, number] = ({name: value for name, value in held.items() if name not in assumed}, custom)
        return Outcome(number, Verdict.NEW)

    def amend(self, kind: Kind, row: int, values: Mapping[str, Value]) -> Outcome:
        """Say more of a new row of the plan, of which little was known when it was drafted."""
        pending = self._pending[kind, row]
        told = {column: value for column, value in values.items() if value is not None}
        self._pending[kind, row] = replace(pending, values={**pending.values, **told})
        return Outcome(row, Verdict.NEW)

    def mention(self, kind: Kind, values: Mapping[str, Value], place: Place | None) -> int:
        """Draft a new row that others only name: it is left out where in the end none of them refers to it."""
        number = self.add(kind, values, {}, place).id
        self._mentioned.add(number)
        return number

    def offer(
        self, kind: Kind, row: int, values: Mapping[str, Value], custom: Mapping[str, str], place: Place | None,
        erases: frozenset[str] = frozenset(), *, in_parts: bool = False,
    ) -> Outcome:  # fmt: skip
        """Hold values against a row: what differs becomes a change, what this plan has said otherwise a conflict.

        Of values in conflict none is taken, unless they may be taken `in_parts`: then those that contradict nothing
        are. Empty values say nothing, except in the columns of `erases`, where they mean 'none', and except that an
        amount without a currency is in the book's, whatever the one that it replaces was in.
        """
        said, said_custom = self._said_of(kind, row)
        stored = self._rows.get(kind, {}).get(row, _NOTHING)
        done = Outcome(row, Verdict.SAME)
        empty = erases | _HOME if _tells_money(values) else erases
        told = {column: value for column, value in values.items() if value is not None or column in empty}
        for column, value in told.items():
            in_home = column in _HOME and said.get("amount") is not None
            if column in said or in_home:
                before = said.get(column)
                if before != value and (value is not None or in_home) and not same(before, value):
                    done.conflicts.append((column, before, value))
            elif not same(stored.get(column), value) and not self._stays(place, kind, column, stored.get(column)):
                done.changes.append((column, stored.get(column), value))
        new = self._new_custom(kind, row, custom, said_custom)
        extra = {name: one for name, one in new.items() if not self._stays(place, kind, f"custom:{name}", one[0])}
        if custom and said_custom:
            contradicted = [(name, value) for name, value in custom.items() if said_custom.get(name, value) != value]
            done.conflicts += [(f"custom:{name}", said_custom[name], value) for name, value in contradicted]
        if done.conflicts:
            done.verdict = Verdict.CONFLICT
            if not in_parts:
                done.changes = []
                return done
        self._said[kind, row] = ({**told, **said}, {**custom, **said_custom})
        if done.changes or extra:
            done.verdict = Verdict.CONFLICT if done.conflicts else Verdict.CHANGED
            self._take(kind, row, {column: new for column, _, new in done.changes}, extra, place)
        done.changes += [(f"custom:{name}", old, new) for name, (old, new) in extra.items()]
        return done

    def _take(
        self, kind: Kind, row: int, values: dict[str, Value], custom: dict[str, tuple[Value, str]], place: Place | None
    ) -> None:
        pending = self._pending.get((kind, row)) or Draft(kind, row, {}, {}, place)
        news = {name: new for name, (_, new) in custom.items()}
        self._pending[kind, row] = replace(
            pending, values={**pending.values, **values}, custom={**pending.custom, **news}
        )

    def _said_of(self, kind: Kind, row: int) -> tuple[Mapping[str, Value], Mapping[str, str]]:
        """What the plan has said of a row; of one that it adds itself, at first what its draft holds."""
        said = self._said.get((kind, row))
        if said is None:
            pending = self._pending.get((kind, row)) if row < 0 else None
            said = (pending.values, pending.custom) if pending else ({}, {})
        return said

    def _new_custom(
        self, kind: Kind, row: int, custom: Mapping[str, str], said: Mapping[str, str]
    ) -> dict[str, tuple[Value, str]]:
        """Own columns that differ. Where the book's own columns were not given, those of its rows are left alone."""
        if not custom or (self._custom is None and not self.is_new(row)):
            return {}
        stored = (self._custom or {}).get((kind, row), {})
        return {
            name: (stored.get(name), value)
            for name, value in custom.items()
            if name not in said and stored.get(name) != value
        }

    def is_sum_of(self, kind: Kind, row: int, others: Iterable[int]) -> None:
        """Other lines tell of a row as well, where it is one of this plan's."""
        if pending := self._pending.get((kind, row)):
            self._pending[kind, row] = replace(pending, others=(*pending.others, *others))

    def drafts(self) -> tuple[Draft, ...]:
        """Every draft, so ordered that references point backwards."""
        rank = {kind: at for at, kind in enumerate(_ORDER)}
        nameless = _never_referred_to(self._mentioned, self._pending.values())
        return tuple(
            sorted((one for one in self._pending.values() if one.id not in nameless), key=lambda one: rank[one.kind])
        )


def _by_id(rows: Sequence[Row]) -> Mapping[int, Row]:
    if isinstance(rows, UseColumns | RowColumns):
        return RowsById(rows)
    return {int(str(row["id"])): row for row in rows}


def same(old: Value, new: Value) -> bool:
    """Whether two values are one, whatever form a book keeps them in (a day as text, yes as 1, no text as none)."""
    return old == new or iso(old) == iso(new)


def _tells_money(values: Row) -> bool:
    """Whether a row has an amount where its currency is written down too, if it is not the book's."""
    return "currency" in values and values.get("amount") is not None


def iso(value: Value) -> Value:
    """A value in the form in which it compares: days and moments as text, '' as none."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value


def _known_custom(known: Known) -> dict[tuple[Kind, int], dict[str, str]] | None:
    if Kind.CUSTOM_VALUE not in known or Kind.CUSTOM_FIELD not in known:
        return None
    fields = {row["id"]: (Kind(str(row["kind"])), str(row["name"])) for row in known[Kind.CUSTOM_FIELD]}
    found: dict[tuple[Kind, int], dict[str, str]] = {}
    for row in known[Kind.CUSTOM_VALUE]:
        kind, name = fields[row["field_id"]]
        found.setdefault((kind, int(str(row["row_id"]))), {})[name] = str(row["value"])
    return found


def _never_referred_to(mentioned: Iterable[int], drafts: Iterable[Draft]) -> set[Value]:
    """Of the rows that were only named, those that in the end no other refers to."""
    left: set[Value] = set(mentioned)
    for one in drafts:
        if not left:
            break
        left.difference_update(value for column, value in one.values.items() if column.endswith("_id"))
    return left
