"""The bin: rows that a person deleted, known from the change log alone, and putting them back as they were."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from csdesk.book.columns import layout, read_moment
from csdesk.book.errors import NameTaken, OwnerGone, RowGone, damage_told
from csdesk.book.names import last_title, title
from csdesk.book.relations import REFER_TO_ANY, present
from csdesk.book.removed import deletions, unpacked
from csdesk.book.returning import Return
from csdesk.book.steps import step
from csdesk.book.store import Store
from csdesk.models.deletions import DELETIONS
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, StepName


@dataclass(frozen=True, slots=True)
class Deleted:
    """A row that a person deleted, and how many rows of each kind went with it. `number` names it as long as it lies
    in the bin; `on` is the day or month it is about, as the book writes it, '' where it names none; `account` is whose
    it is, `account_name` what that is or was called, '' for an account itself."""

    number: int
    step: int
    kind: Kind
    row: int
    title: str
    on: str
    account: int | None
    account_name: str
    at: datetime
    who: str
    goes_with: Mapping[Kind, int]


@dataclass(frozen=True, slots=True)
class PutBack(Changes):
    """What putting back has touched. `accounts_too` are the names of accounts that had to come along, `unlinked` how
    many references lead to rows that are there no more, `left_out` how many rows could not be without such a one."""

    accounts_too: tuple[str, ...] = ()
    unlinked: int = 0
    left_out: int = 0


_DAYS = ("on_date", "answered_on", "starts_on", "due_on", "month")
"""Columns of the day or month by which people know a row."""
_LAST = (
    "SELECT max(l.id) FROM change l JOIN step t ON t.id = l.step_id "
    "WHERE l.row_id = d.row_id AND l.kind = d.kind AND t.state = 'done'"
)
"""The last change of a row that stands."""


def contents(book: Store) -> list[Deleted]:
    """What lies in the bin, latest first: rows whose last change that stands is that a person deleted them. What went
    with an account is told with it."""
    with book.reading() as connection, damage_told(book.path):
        steps = deletions(connection)
        found = [root for kind in DELETIONS for root in _roots(connection, kind) if root.step in steps]
        whole = {(root.step, root.row) for root in found if root.kind is Kind.ACCOUNT}
        own = [root for root in found if root.kind is Kind.ACCOUNT or (root.step, root.account) not in whole]
        counts = _counts(connection, whole)
        own.sort(key=lambda root: root.number, reverse=True)
        return [_told(connection, root, counts) for root in own]


@dataclass(frozen=True, slots=True)
class _Root:
    number: int
    step: int
    kind: Kind
    row: int
    account: int | None
    before: str
    at: str
    who: str


def _roots(connection: Connection, kind: Kind) -> Iterator[_Root]:
    """Rows of a kind that a person once deleted and that are not there, by the change that removed them last."""
    once = (
        "SELECT DISTINCT c.kind, c.row_id FROM step s JOIN change c ON c.step_id = s.id "
        "WHERE s.state = 'done' AND s.name IN (?, ?) AND c.kind = ? AND c.after IS NULL AND c.last_id IS NULL "
        f'AND NOT EXISTS (SELECT 1 FROM "{kind}" AS r WHERE r.id = c.row_id)'
    )
    wanted = (
        "SELECT c.id, c.step_id, c.row_id, c.account_id, c.before, s.at, s.who FROM change c "
        f"JOIN step s ON s.id = c.step_id WHERE c.id IN (SELECT ({_LAST}) FROM ({once}) d)"
    )
    names = str(DELETIONS[kind]), str(StepName.MERGE)
    for number, at_step, row, *rest in connection.exec_driver_sql(wanted, (*names, str(kind))):
        yield _Root(number, at_step, kind, row, *rest)


def _counts(connection: Connection, accounts: Collection[tuple[int, int]]) -> Mapping[tuple[int, int], Counter[Kind]]:
    """By step and account, what went with it that a person would count."""
    found: defaultdict[tuple[int, int], Counter[Kind]] = defaultdict(Counter)
    gone = "FROM change WHERE step_id IN (SELECT value FROM json_each(?)) AND after IS NULL"
    single = f"SELECT step_id, account_id, kind, count(*) {gone} AND last_id IS NULL GROUP BY step_id, account_id, kind"
    steps = json.dumps(sorted({step for step, _ in accounts}))
    for number, account, kind, rows in connection.exec_driver_sql(single, (steps,)):
        if (number, account) in accounts and kind not in {Kind.ACCOUNT, *REFER_TO_ANY}:
            found[number, account][Kind(kind)] += rows
    packed = f"SELECT step_id, packed {gone} AND packed IS NOT NULL AND kind = ?"
    for number, held in connection.exec_driver_sql(packed, (steps, str(Kind.USE))):
        for one in unpacked(Kind.USE, held):
            assert one.account is not None
            found[number, one.account][Kind.USE] += 1
    return found


def _told(connection: Connection, root: _Root, counts: Mapping[tuple[int, int], Counter[Kind]]) -> Deleted:
    is_account, held = root.kind is Kind.ACCOUNT, json.loads(root.before)
    return Deleted(
        number=root.number,
        step=root.step,
        kind=root.kind,
        row=root.row,
        title=title(root.kind, held),
        on=next((held[name] for name in _DAYS if name in held), ""),
        account=root.account,
        account_name="" if is_account or root.account is None else last_title(connection, Kind.ACCOUNT, root.account),
        at=read_moment(root.at),
        who=root.who,
        goes_with=dict(counts.get((root.step, root.row), {})) if is_account else {},
    )


def chosen(book: Store, numbers: Iterable[int]) -> list[Deleted]:
    """What lies in the bin under these numbers. Raises RowGone where one is there no more."""
    there = {root.number: root for root in contents(book)}
    wanted = dict.fromkeys(numbers)
    if not wanted.keys() <= there.keys():
        raise RowGone(book.path)
    return [there[number] for number in wanted]


def put_back(book: Store, numbers: Iterable[int]) -> PutBack:
    """Put rows back just as they were, with all that went with them, as one step.

    Where a row's account lies in the bin as well it comes back first. What refers to a row that is gone for good lets
    go of it, or stays out where it cannot be without. Raises RowGone for what is in the bin no more, OwnerGone where a
    row cannot be without an account that is gone for good, NameTaken where another row has its name by now.
    """
    with step(book, StepName.PUT_BACK, "") as opened:
        wanted = chosen(book, numbers)
        opened.subject = wanted[0].title if len(wanted) == 1 else ""
        owners = _owners(book, opened.connection, wanted)
        back = Return(opened.connection, steps_of([*owners, *wanted]))
        if any((root.kind, root.row) not in back.rows for root in wanted):
            raise OwnerGone(book.path)
        try:
            for kind in sorted(Kind, key=lambda kind: kind in REFER_TO_ANY):
                opened.insert_stored(
                    kind, [layout(of).row(values) for (of, _), values in back.rows.items() if of is kind]
                )
        except IntegrityError as taken:
            raise NameTaken(book.path) from taken
        for kind, row, name, target in back.links():
            opened.update(kind, row, {name: target})
    done = opened.changes
    return PutBack(
        done.step,
        done.name,
        done.kinds,
        done.accounts,
        done.rows,
        done.subject,
        tuple(owner.title for owner in owners),
        back.unlinked,
        back.left_out,
    )


def steps_of(roots: Iterable[Deleted]) -> dict[int, list[tuple[Kind, int]]]:
    """The rows by the step in which they went."""
    found: defaultdict[int, list[tuple[Kind, int]]] = defaultdict(list)
    for root in roots:
        found[root.step].append((root.kind, root.row))
    return found


def _owners(book: Store, connection: Connection, wanted: Iterable[Deleted]) -> list[Deleted]:
    """The accounts in the bin that rows to be put back belong to, but for those that are to be put back anyway."""
    needed = {root.account for root in wanted if root.account is not None} - {root.row for root in wanted}
    needed -= present(connection, Kind.ACCOUNT, needed)
    return [root for root in contents(book) if root.kind is Kind.ACCOUNT and root.row in needed] if needed else []
