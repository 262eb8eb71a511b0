"""Deleting for good: what lies in the bin leaves the change log too, and no byte of it stays in the file."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from sqlalchemy import Connection

from csdesk.book import bundles, tally
from csdesk.book.bin import Deleted, chosen
from csdesk.book.columns import layout, written_moment
from csdesk.book.log import BOOKKEEPING, BULK, ERASED
from csdesk.book.merging.side import StepKnown, uid_of
from csdesk.book.relations import PARTS, REFER_TO_ANY, present
from csdesk.book.removed import unpacked
from csdesk.book.returning import Row
from csdesk.book.steps import drop_redoable
from csdesk.book.store import Store
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, StepName


def erase(book: Store, numbers: Iterable[int]) -> Changes:
    """Delete what lies in the bin under these numbers for good, with all that went with it and all that was ever
    written of it. Nothing brings it back, and no step that changed it can be undone or taken back any more; copies of
    the book saved earlier still hold it. Raises RowGone for what is in the bin no more.

    The file is written anew before: where there is no room for that, nothing is deleted, and when the log lets go of
    the rows they are nowhere else. It is written again after that, for what SQLite itself may have left.
    """
    wanted = chosen(book, numbers)
    book.rewrite()
    book.driver.execute("PRAGMA secure_delete = ON")
    with book.writing() as connection:
        drop_redoable(connection)
        changes = _erased(book, connection, wanted)
    book.rewrite()
    return changes


def _erased(book: Store, connection: Connection, wanted: Sequence[Deleted]) -> Changes:
    rows = _all_of(connection, wanted)
    steps, texts = _empty_entries(connection, rows)
    steps |= _empty_blocks(connection, rows, {root.row for root in wanted if root.kind is Kind.ACCOUNT})
    _forget_subjects(connection, steps, texts)
    _forget_in_merges(connection, {row for _, row in rows}, texts)
    counted = sum(kind not in {*BOOKKEEPING, *REFER_TO_ANY} for kind, _ in rows)
    number = connection.exec_driver_sql("SELECT max(id) + 1 FROM step").scalar_one()
    connection.exec_driver_sql(
        # Dropped from the start: neither undo nor redo ever meets it.
        "INSERT INTO step (id, at, who, name, subject, rows, state, uid) VALUES (?, ?, ?, ?, '', ?, 'dropped', ?)",
        (number, written_moment(book.clock()), book.who, str(StepName.ERASE), counted, *book.new_ids(1)),
    )
    accounts = frozenset(root.account for root in wanted if root.account is not None)
    return Changes(number, StepName.ERASE, frozenset(root.kind for root in wanted), accounts, counted)


def _all_of(connection: Connection, wanted: Iterable[Deleted]) -> set[Row]:
    """The rows themselves and their parts; of an account all that ever belonged to it and is neither in the book nor
    went elsewhere; and what stood beside any of them."""
    found = {(root.kind, root.row) for root in wanted}
    for kind, account in tuple(found):
        if kind is Kind.ACCOUNT:
            found |= _belonging(connection, account)
    naming = (
        "SELECT DISTINCT kind, row_id FROM change WHERE kind = ? AND last_id IS NULL "
        "AND ifnull(after, before) ->> ? IN (SELECT value FROM json_each(?))"
    )

    def named(kind: Kind, column: str, of: Iterable[int]) -> set[Row]:
        told = (str(kind), column, json.dumps(list(of)))
        return {(Kind(name), row) for name, row in connection.exec_driver_sql(naming, told)}

    for part, (whole, column) in PARTS.items():
        found |= named(part, column, [row for kind, row in found if kind is whole])
    for kind in REFER_TO_ANY:
        found |= named(kind, "row_id", [row for _, row in found])
    return found


def _belonging(connection: Connection, account: int) -> set[Row]:
    last = (
        "SELECT l.account_id FROM change l JOIN step s ON s.id = l.step_id WHERE l.row_id = c.row_id "
        "AND l.kind = c.kind AND l.last_id IS NULL ORDER BY s.state = 'done' DESC, l.id DESC LIMIT 1"
    )
    wanted = f"SELECT DISTINCT kind, row_id FROM change c WHERE account_id = ? AND last_id IS NULL AND ({last}) = ?"
    found: defaultdict[Kind, set[int]] = defaultdict(set)
    for kind, row in connection.exec_driver_sql(wanted, (account, account)):
        found[Kind(kind)].add(row)
    return {(kind, row) for kind, rows in found.items() for row in rows - present(connection, kind, rows)}


def _empty_entries(connection: Connection, rows: Collection[Row]) -> tuple[set[int], set[str]]:
    """Take the content out of every entry of these rows; gives the steps they stand in, and the texts that were in
    them."""
    bundles.undo_bundles(connection, [row for _, row in rows])
    wanted = (
        "SELECT id, step_id, kind, row_id, before, after FROM change "
        "WHERE last_id IS NULL AND row_id IN (SELECT value FROM json_each(?))"
    )
    steps: set[int] = set()
    texts: set[str] = set()
    emptied = []
    for entry, step, name, row, *sides in connection.exec_driver_sql(wanted, (json.dumps([row for _, row in rows]),)):
        if (kind := Kind(name), row) in rows:
            steps.add(step)
            emptied.append((*(_emptied(kind, side) for side in sides), entry))
            texts.update(text for side in sides if side for text in json.loads(side).values() if isinstance(text, str))
    connection.exec_driver_sql("UPDATE change SET last_id = row_id, before = ?, after = ? WHERE id = ?", emptied)
    return steps, texts


def _emptied(kind: Kind, side: str | None) -> str | None:
    """What the sums of the log need: that there was a row. Its digest would let a guess be proved, and adds up to
    nothing over all its entries anyway; only rows that came in a block have none for their coming."""
    if side is None:
        return None
    total = tally.digest(side.encode()) if kind in BULK else 0
    return _compact({"rows": 1, "digest": total, "accounts": [], ERASED: True})


def _empty_blocks(connection: Connection, rows: Collection[Row], accounts: Collection[int]) -> set[int]:
    """Take away the packed rows of every block that holds some of these; gives the steps they stand in."""
    wanted = (
        "SELECT id, step_id, kind, before, after, packed FROM change "
        f"WHERE packed IS NOT NULL AND NOT ({bundles.IS_BUNDLE})"
    )
    ids = {row for _, row in rows}
    steps: set[int] = set()
    for entry, step, kind, before, after, packed in connection.exec_driver_sql(wanted).all():
        held = unpacked(Kind(kind), packed)
        if any(one.account in accounts or one.row in ids or one.values.get("row_id") in ids for one in held):
            sides = (_marked(before), _marked(after), entry)
            connection.exec_driver_sql("UPDATE change SET before = ?, after = ?, packed = NULL WHERE id = ?", sides)
            steps.add(step)
    return steps


def _marked(side: str | None) -> str | None:
    if side is None:
        return None
    content: dict[str, Any] = json.loads(side)
    return _compact(content | {ERASED: True})


def _forget_subjects(connection: Connection, steps: Collection[int], texts: Collection[str]) -> None:
    """The names that steps show: where they have changed the rows, or where nothing but the name is left. An import
    goes by its file."""
    named = "SELECT value FROM json_each(?)"
    wanted = (
        f"SELECT id, uid, at, who, name, subject FROM step WHERE subject <> '' AND (id IN ({named}) "
        f"OR subject IN ({named}) AND NOT EXISTS (SELECT 1 FROM change WHERE step_id = step.id)) "
        "AND name <> 'import' AND ifnull(abs(takes_back), 0) NOT IN (SELECT id FROM step WHERE name = 'import')"
    )
    found = connection.exec_driver_sql(wanted, (json.dumps(sorted(steps)), json.dumps(sorted(texts)))).all()
    nameless = [(uid_of(uid, number, *told), number) for number, uid, *told in found]
    if nameless:
        connection.exec_driver_sql("UPDATE step SET subject = '', uid = ? WHERE id = ?", nameless)


def _forget_in_merges(connection: Connection, ids: AbstractSet[int], texts: AbstractSet[str]) -> None:
    """What was asked about the rows when copies were merged, and the names of the steps that came with these."""
    of = layout(Kind.MERGE)
    wanted = f'SELECT id, steps, answers, same, {of.json()} FROM "{Kind.MERGE}"'
    for row, steps, answers, same, before in connection.exec_driver_sql(wanted).all():
        either = {one for pair in json.loads(same) if ids & {*pair} for one in pair} | ids
        told = json.loads(answers)
        secret = [one for one in told if one["row"] in either or texts & _named_in(one)]
        names = set(texts).union(*map(_named_in, secret))
        brought = (StepKnown(*step) for step in json.loads(steps))
        nameless = [step._replace(subject="") if step.subject in names else step for step in brought]
        told = [one for one in told if one not in secret]
        changed = (_compact(nameless), _compact(told), row)
        connection.exec_driver_sql(f'UPDATE "{Kind.MERGE}" SET steps = ?, answers = ? WHERE id = ?', changed)
        this = f'SELECT {of.json()} FROM "{Kind.MERGE}" WHERE id = ?'
        after = connection.exec_driver_sql(this, (row,)).scalar_one()
        tally.add(connection, {Kind.MERGE: (0, tally.digest(after.encode()) - tally.digest(before.encode()))})
        for side in ("before", "after"):
            logged = f"UPDATE change SET {side} = ? WHERE kind = ? AND row_id = ? AND {side} = ?"
            connection.exec_driver_sql(logged, (after, str(Kind.MERGE), row, before))


_TELLING = ("name", "account", "mine", "theirs")
"""What of an answer may name a row."""


def _named_in(answer: dict[str, Any]) -> set[str]:
    return {text for part in _TELLING if isinstance(text := answer.get(part), str) and text}


def _compact(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
