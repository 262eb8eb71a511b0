"""A large import is logged in bundles, and nobody can tell: all is as if each of its rows had its own entry."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.book import bundles, steps
from csdesk.book.bin import contents, put_back
from csdesk.book.check import check
from csdesk.book.columns import layout
from csdesk.book.draft_places import FileBatch
from csdesk.book.drafts import write_drafts
from csdesk.book.dump import dump
from csdesk.book.erasing import erase
from csdesk.book.errors import BookDamaged, BookError
from csdesk.book.file import Book
from csdesk.book.history import HistoryItem, history
from csdesk.book.merging.merge import merge, plan_merge
from csdesk.book.names import last_title
from csdesk.book.read import LastStep, last_steps, rows
from csdesk.book.row_texts import row_texts
from csdesk.book.searching import Search, Sought
from csdesk.book.searching import steps as found_steps
from csdesk.models.deletions import DELETIONS
from csdesk.models.drafts import Draft, DraftBlock
from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place
from tests.thorough import examples

DAY = date(2025, 3, 1)
FILE = "many.xlsx"


def place(line: int) -> Place:
    return Place(FILE, "S", line)


def import_many(book: Book, accounts: int, lines: int, *, name: str = "A") -> None:
    """Accounts with contacts, tickets and contract lines, the last by column; some with values of own columns."""
    drafts = [
        Draft(Kind.ACCOUNT, -at - 1, {"name": f'{name} {at} "見本"'}, {"地区": f"東 {at}"} if at % 2 else {}, place(at))
        for at in range(accounts)
    ]
    drafts += [
        Draft(Kind.CONTACT, -1000 - at, {"account_id": -at - 1, "name": f"Kei {at}"}, place=place(at))
        for at in range(0, accounts, 2)
    ]
    drafts += [
        Draft(
            Kind.ANSWER,
            -2000 - at,
            {"account_id": -at - 1 if at % 5 else None, "contact_id": -1000 - at, "survey": "csat", "score": at / 3},
            {"Where": "by phone"},
            place(at),
        )
        for at in range(0, accounts, 2)
    ]
    block = DraftBlock(
        Kind.CONTRACT,
        {
            "account_id": [-(at % accounts) - 1 for at in range(lines)],
            "amount": [None if at % 7 == 3 else 1000 * at for at in range(lines)],
            "plan": [f"Plan {at % 3}" for at in range(lines)],
            "starts_on": [DAY + timedelta(at) for at in range(lines)],
        },
        first_id=-5000,
        place=Place(FILE, "S"),
        lines=range(2, lines + 2),
        custom={"Note": [f"line {at}" if at % 4 else None for at in range(lines)], "Nothing": [None] * lines},
    )
    touches = DraftBlock(Kind.DEAL, {"account_id": [-1] * 5, "name": ["x"] * 5, "product_id": [None] * 5})
    with book.step(StepName.IMPORT, FILE) as step:
        ids = write_drafts(step, drafts, blocks=[block, touches], batches=[FileBatch(FILE, "0" * 64, "[]", "{}")])
        assert [ids[-5000 - at] for at in range(lines)] == _ids(book, Kind.CONTRACT)[-lines:]


def _ids(book: Book, kind: Kind) -> list[int]:
    return sorted(row["id"] for row in rows(book, kind))  # type: ignore[type-var, misc]


@contextmanager
def logging(*, bundled: bool) -> Iterator[None]:
    """Few rows make a bundle and none a long one; or there are no bundles at all."""
    with (
        patch.object(bundles, "MOST", 4),
        patch.object(steps, "_MANY", 3 if bundled else 10**9),
        patch.object(steps, "_FEW", 2),
    ):
        yield


def entries(book: Book) -> list[Any]:
    with book.reading() as connection:
        numbers = connection.exec_driver_sql("SELECT id FROM step ORDER BY id").scalars().all()
        return [list(bundles.entries(connection, number)) for number in numbers]


def seen(book: Book) -> dict[str, Any]:
    """All that a person can come to see of a book."""
    whole = history(book, limit=-1)
    accounts = sorted({item.owner for item in whole if item.owner is not None})
    return {
        "dump": dump(book),
        "entries": entries(book),
        "history": whole,
        "paged": paged(book),
        "accounts": {account: history(book, account=account) for account in accounts},
        "pages": [history(book, account=account, limit=2, older_than=whole[-1].change + 20) for account in accounts],
        "steps": [history(book, step=number) for number in {item.step for item in whole}],
        "found": [sought(book, word) for word in ("line 3", "東 1", "Plan 2", "A 2", "gone")],
        "bin": contents(book),
        "undo": book.undo_state(),
        "last": last_steps(book, Kind.CONTRACT),
        "check": check(book),
    }


def paged(book: Book) -> list[HistoryItem]:
    """The history as it is turned over page by page."""
    found: list[HistoryItem] = []
    while page := history(book, limit=3, older_than=found[-1].change if found else None):
        if page[-1].change == 0:
            break
        found += page
    return found


def sought(book: Book, word: str) -> list[int]:
    search = Search(
        fold=lambda text: text,
        step_words=lambda item: item.subject,
        change_words=lambda item: item.name,
        words=[Sought(word, word)],
    )
    return [item.step for item in found_steps(book, search)]


Deed = Callable[[Book, int], object]


def _edit(book: Book, at: int) -> None:
    ids = _ids(book, Kind.CONTRACT)
    if ids:
        with book.step(StepName.EDIT_CONTRACT) as step:
            step.update(Kind.CONTRACT, ids[at % len(ids)], {"plan": f"edited {at}", "product_id": None})


def _move(book: Book, at: int) -> None:
    ids, accounts = _ids(book, Kind.CONTRACT), _ids(book, Kind.ACCOUNT)
    if ids and accounts:
        with book.step(StepName.EDIT_CONTRACT) as step:
            step.update(Kind.CONTRACT, ids[at % len(ids)], {"account_id": accounts[at % len(accounts)]})


def _delete(kind: Kind) -> Deed:
    def delete(book: Book, at: int) -> None:
        ids = _ids(book, kind)
        if ids:
            with book.step(DELETIONS[kind]) as step:
                step.delete(kind, ids[at % len(ids)])

    return delete


def _take_back(book: Book, at: int) -> object:
    with book.reading() as connection:
        numbers = connection.exec_driver_sql("SELECT id FROM step WHERE state = 'done' AND name = 'import'")
        there = numbers.scalars().all()
    return (book.take_back_plan(there[at % len(there)]), book.take_back(there[at % len(there)])) if there else None


def _put_back(book: Book, at: int) -> object:
    there = contents(book)
    return put_back(book, [there[at % len(there)].number]) if there else None


def _erase(book: Book, at: int) -> object:
    there = contents(book)
    return erase(book, [there[at % len(there)].number]) if there else None


DEEDS: Mapping[str, Deed] = {
    "import": lambda book, at: import_many(book, 5 + at % 3, 11, name=f"B{at}"),
    "edit": _edit,
    "move": _move,
    "delete a contract": _delete(Kind.CONTRACT),
    "delete a contact": _delete(Kind.CONTACT),
    "delete an account": _delete(Kind.ACCOUNT),
    "undo": lambda book, _at: book.undo(),
    "redo": lambda book, _at: book.redo(),
    "take back": _take_back,
    "put back": _put_back,
    "erase": _erase,
}


def done(book: Book, deed: str, at: int) -> Any:
    """What a deed gives, or how it is refused."""
    try:
        return DEEDS[deed](book, at)
    except BookError as refused:
        return type(refused)


@settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 20)), max_size=8))
def test_whatever_is_done_since_all_is_as_if_each_row_had_its_own_entry(
    clock: Any, deeds: list[tuple[str, int]]
) -> None:
    with TemporaryDirectory() as folder, ExitStack() as until:
        both = [
            until.enter_context(Book.create(Path(folder) / f"{name}.csdesk", who="sample", clock=clock, base=5))
            for name in ("bundled", "single")
        ]
        for deed, at in [("import", 1), *deeds]:
            told = []
            for book, bundled in zip(both, (True, False), strict=True):
                with logging(bundled=bundled):
                    told.append((done(book, deed, at), dump(book), entries(book)))
            assert told[0] == told[1]
        with logging(bundled=True):
            told_all = [seen(book) for book in both]
        assert told_all[0] == told_all[1]
        assert told_all[0]["check"] == ()


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("since", ["nothing", "edit", "move", "delete a contract", "delete an account", "undo"])
def test_a_copy_in_which_much_was_imported_is_brought_in_alike(
    tmp_path: Path, clock: Any, since: str, *, known: bool
) -> None:
    """The copy was made after the import or before; in it more was done since, and here as well."""
    told, start = [], clock.moment
    for bundled in (True, False):
        clock.moment = start
        mine, theirs = (tmp_path / f"{name} {bundled}.csdesk" for name in ("mine", "theirs"))
        with logging(bundled=bundled), Book.create(mine, who="sample", clock=clock, base=5) as book:
            with book.step(StepName.NEW_BOOK) as step:
                step.insert(Kind.SETTING, {"key": "a", "value": "1"})
            if known:
                import_many(book, 6, 13)
            copyfile(mine, theirs)
            with opened_copy(theirs, clock) as copy:
                if not known:
                    import_many(copy, 6, 13)
                clock.advance(minutes=1)
                if since in DEEDS:
                    DEEDS[since](copy, 3)
                clock.advance(minutes=1)
                if known:
                    _edit(book, 5)
                plan = plan_merge(book, copy, {})
                merge(book, copy, {one.key: one.answer for one in plan.questions}, "theirs")
                told.append((plan, seen(book)))
    assert told[0] == told[1]
    assert told[0][1]["check"] == ()


@contextmanager
def opened_copy(path: Path, clock: Any) -> Iterator[Book]:
    """A copy whose ids can be foretold."""
    with Book.open(path, who="other", clock=clock) as book:
        book._base = 6
        yield book


def _stored(kind: Kind, data: st.DataObject, count: int) -> dict[str, Any]:
    of = layout(kind)
    texts = st.one_of(st.text(), st.sampled_from(['say "x"', "100%", "%s", "back\\slash", "two\nlines", "é見"]))
    values = {int: st.integers(-(2**62), 2**62), str: texts, float: st.floats(-1e300, 1e300).filter(bool)}
    columns: dict[str, Any] = {"id": range(7, 7 + count)}
    for name in of.names[1:]:
        one = data.draw(st.sampled_from([int, str, float]))
        each = values[one] if data.draw(st.booleans()) else st.none() | values[one]
        column = data.draw(st.lists(each, min_size=count, max_size=count))
        if one is float:
            column = [held if held is None else float(f"{held:.15g}") for held in column]
        columns[name] = column[:1] * count if data.draw(st.booleans()) else column
    return columns


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([Kind.PRODUCT, Kind.USE, Kind.MARKER, Kind.SOURCE]), st.data(), st.integers(1, 4))
def test_rows_read_letter_by_letter_as_sqlite_writes_them(
    book: Book, kind: Kind, data: st.DataObject, count: int
) -> None:
    of = layout(kind)
    with book.reading() as connection:
        columns = _stored(kind, data, count)
        named = ", ".join(f'? AS "{name}"' for name in of.names)
        whole = f"SELECT {of.json()} FROM (SELECT {named})"
        each = zip(*(columns[name] for name in of.names), strict=True)
        written = [connection.exec_driver_sql(whole, row).scalar_one() for row in each]
        assert row_texts(connection, of, columns) == written


@pytest.fixture
def imported(book: Book) -> Book:
    """A book after an import that is large enough as it is."""
    import_many(book, 120, 1100)
    return book


def bundle_of(book: Book, kind: Kind, name: str = "*") -> Any:
    wanted = f"SELECT {name} FROM change WHERE packed IS NOT NULL AND kind = ? ORDER BY id DESC LIMIT 1"
    return book.driver.execute(wanted, (str(kind),)).fetchone()


def test_what_comes_by_the_hundred_is_in_bundles(imported: Book) -> None:
    count = (
        "SELECT kind, count(*), sum(last_id - row_id + 1) FROM change WHERE packed IS NOT NULL GROUP BY kind ORDER BY 1"
    )
    assert imported.driver.execute(count).fetchall() == [
        ("account", 1, 120),
        ("contract", 3, 1100),
        ("custom_value", 3, 945),
    ]
    assert check(imported) == ()
    whole = dump(imported)
    for _ in range(2):
        imported.undo()
        assert (dump(imported), check(imported)) == ("", ())
        imported.redo()
        assert (dump(imported), check(imported)) == (whole, ())


class _Stopped(Exception):
    pass


@pytest.mark.parametrize("stops", [None, (2000, 1), (4002, 1), (4002, 2), (4002, 4)])
def test_a_long_list_leaves_indexes_and_logging_as_they_were(book: Book, stops: tuple[int, int] | None) -> None:
    """Also when it is stopped half way, with all rows written or between its indexes, and when its last part is of a
    row alone. `stops`: after so many rows, at the n-th word."""

    def schema() -> set[Any]:
        return {*book.driver.execute("SELECT type, name, sql FROM sqlite_schema UNION ALL "
                                     "SELECT type, name, sql FROM sqlite_temp_schema")}  # fmt: skip

    def progress(done: int, _whole: int) -> None:
        told[done] += 1
        if stops is not None and done >= stops[0] and told[done] == stops[1]:
            missing.append(len(before - schema()))
            raise _Stopped

    told, missing = Counter[int](), list[int]()
    before, count = schema(), 4001
    columns = {"account_id": [-1] * count, "starts_on": [DAY] * count, "external_id": [str(at) for at in range(count)]}
    block = DraftBlock(Kind.CONTRACT, columns, place=place(0), lines=range(count))
    account = Draft(Kind.ACCOUNT, -1, {"name": "A"})
    with suppress(_Stopped), book.step(StepName.IMPORT, FILE) as step:
        write_drafts(step, [account], blocks=[block], batches=[FileBatch(FILE, "", "[]", "{}")], progress=progress)
    assert schema() == before
    assert missing == {None: [], (4002, 4): [2]}.get(stops, [4])
    assert len(rows(book, Kind.CONTRACT)) == (0 if stops else count)
    with book.step(StepName.ADD_ACCOUNT) as later:
        number = later.insert(Kind.ACCOUNT, {"name": "B"})
        later.insert(Kind.CONTRACT, {"account_id": number, "starts_on": DAY})
    assert later.changes.kinds == {Kind.ACCOUNT, Kind.CONTRACT}
    assert check(book) == ()
    book.undo()
    assert stops or book.undo() is not None
    assert dump(book) == ""


def test_a_row_changed_later_in_its_step_is_counted_once(book: Book) -> None:
    with book.step(StepName.IMPORT) as step:
        accounts = step.new_ids(150)
        step.insert_fresh(Kind.ACCOUNT, {"name": ["A"] * 150}, accounts)
        step.update(Kind.ACCOUNT, accounts[7], {"name": "B"})
        single = step.insert(Kind.ACCOUNT, {"name": "C"})
        step.update(Kind.ACCOUNT, single, {"name": "D"})
        step.insert_fresh(Kind.ACCOUNT, {"name": []}, step.new_ids(0))
    assert step.changes.rows == 151
    assert step.changes.accounts == {*accounts, single}
    assert check(book) == ()


HARMS = {
    "no text": "packed = '7'",
    "no letters of the right kind": """packed = '"ä"'""",
    "nothing packed": """packed = '"AAAA"'""",
    "cut short": """packed = substr(packed, 1, 100) || '"'""",
    "another's": "packed = (SELECT packed FROM change WHERE kind = 'account' AND packed IS NOT NULL)",
    "too few": "row_id = row_id - 1",
    "other rows": "row_id = row_id + 1, last_id = last_id + 1",
    "other sums": "after = json_set(after, '$.digest', 1)",
    "other accounts": "after = json_set(after, '$.accounts', json('[7]'))",
    "no accounts": "after = json_remove(after, '$.accounts')",
    "a former side": "before = after",
    "entries among its own": "id = id + 1",
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_bundle_that_is_not_as_it_was_written_is_found(imported: Book, harm: str) -> None:
    last = "(SELECT min(id) FROM change WHERE packed IS NOT NULL AND kind = 'contract')"
    imported.driver.execute(f"UPDATE change SET {harm} WHERE id = {last}")
    assert check(imported)


@pytest.mark.parametrize("name", ["no text", "no letters of the right kind", "nothing packed", "cut short", "too few"])
def test_a_bundle_that_cannot_be_read_is_told_as_damage(imported: Book, name: str) -> None:
    last = "(SELECT max(id) FROM change WHERE packed IS NOT NULL AND kind = 'contract')"
    imported.driver.execute(f"UPDATE change SET {HARMS[name]} WHERE id = {last}")
    for way in (lambda book: history(book, limit=-1), Book.undo, lambda book: book.take_back(1)):
        with pytest.raises(BookDamaged):
            way(imported)


def test_a_bundle_that_would_fill_the_memory_is_damage(imported: Book) -> None:
    with patch.object(bundles, "_LONGEST", 1000), pytest.raises(BookDamaged):
        history(imported)


def test_what_went_with_its_import_keeps_its_name(imported: Book) -> None:
    account, contract = _ids(imported, Kind.ACCOUNT)[3], _ids(imported, Kind.CONTRACT)[-1]
    imported.undo()
    with imported.reading() as connection:
        assert last_title(connection, Kind.ACCOUNT, account) == 'A 3 "見本"'
        assert last_title(connection, Kind.CONTRACT, contract) == "Plan 1"
        assert last_title(connection, Kind.CONTRACT, contract + 1) == ""
        assert last_title(connection, Kind.CONTACT, contract) == ""


def test_no_byte_of_what_is_deleted_for_good_stays_in_a_bundle(imported: Book, path: Path) -> None:
    account = _ids(imported, Kind.ACCOUNT)[8]
    with imported.step(DELETIONS[Kind.ACCOUNT]) as step:
        step.delete(Kind.ACCOUNT, account)
    erase(imported, [one.number for one in contents(imported)])
    assert check(imported) == ()
    imported.close()
    driver = sqlite3.connect(path)
    told = [text for sides in driver.execute("SELECT after, before FROM change") for text in sides if text]
    packed = [
        bundles.unpacked(text) for (text,) in driver.execute("SELECT packed FROM change WHERE packed IS NOT NULL")
    ]
    driver.close()
    assert packed
    assert not [text for text in (*told, *packed) if 'A 8 \\"' in text or f'"account_id":{account},' in text]


def test_the_last_step_of_each_row_is_known(imported: Book) -> None:
    known = last_steps(imported, Kind.CONTRACT)
    assert list(known) == _ids(imported, Kind.CONTRACT)
    assert {*known.values()} == {LastStep(imported.clock(), "sample", FILE)}


def test_numbers_without_a_fraction_add_up(filled: Any) -> None:
    values = [-0.0, 0.0, 1.0, 1e14, 1e15, 1e300, 0.1, -2.5]
    with filled.book.step(StepName.IMPORT) as step:
        columns = {"name": ["x"] * 8, "starts_on": [DAY] * 8, "ends_on": [DAY] * 8, "value": values}
        step.insert_fresh(Kind.PERIOD_FIGURE, {name: held * 20 for name, held in columns.items()}, step.new_ids(160))
        use = {"account_id": [filled.account] * 8, "measure_id": [filled.measure] * 8, "on_date": [DAY] * 8}
        step.insert_fresh(Kind.USE, {**use, "amount": values}, step.new_ids(8))
    assert check(filled.book) == ()


def test_long_rows_are_parted_among_bundles(book: Book) -> None:
    """No bundle is longer than what is read again."""
    with book.step(StepName.IMPORT) as step:
        step.insert_fresh(Kind.ACCOUNT, {"name": ["A"] * 120, "notes": ["見" * 30_000] * 120}, step.new_ids(120))
    found = book.driver.execute("SELECT last_id - row_id + 1 FROM change WHERE packed IS NOT NULL").fetchall()
    assert [count for (count,) in found] == [30] * 4
    assert len(history(book, limit=-1)) == 120
    assert check(book) == ()
