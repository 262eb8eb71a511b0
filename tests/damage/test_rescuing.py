"""A rescue makes a sound book of all that can be read, tells what is missing, and never makes anything up."""

import random
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from csdesk.book.columns import layout
from csdesk.book.dump import dump
from csdesk.book.errors import BookDamaged, BookExists, BookMissing, BookTooNew, NotABook
from csdesk.book.file import Book
from csdesk.book.patient import Loss, LossKind
from csdesk.book.rescue import Rescue
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.usecases.history import history
from csdesk.usecases.rescue import rescue_book
from csdesk.usecases.sentences import loss_lines, rescue_sentence
from csdesk.usecases.stopped import Stopped
from csdesk.wording.rescuing import LOSSES
from tests.damage.conftest import PAGE, by_sql, checked, clock, overwrite, root_of
from tests.damage.test_flips import FLIPS, HARMS
from tests.damage.test_planted_damage import first

Rescuing = Callable[[], Rescue]
BOOKS = Path(__file__).parents[1] / "data" / "books"
_L = LossKind


def rows_of(path: Path) -> dict[tuple[str, str], str]:
    """Every row as text, by kind and id."""
    with Book.open(path, who="w", clock=clock, read_only=True) as book:
        lines = [line.partition("\t") for line in dump(book).split("\n")]
    return {(kind, text.partition('"id":')[2].partition(",")[0]): text for kind, _, text in lines}


@pytest.fixture(scope="module")
def rows_before(whole: Path) -> dict[tuple[str, str], str]:
    """The rows of the book before any harm."""
    return rows_of(whole)


@pytest.fixture
def compared(
    rows_before: dict[tuple[str, str], str], rescued: Rescuing, new: Path
) -> Callable[[], tuple[Rescue, set[object], set[object]]]:
    """Rescues; gives the rows that are missing, and those that are not as they were."""

    def compare() -> tuple[Rescue, set[object], set[object]]:
        done, before, after = rescued(), rows_before, rows_of(new)
        assert checked(new) == ()
        assert after.keys() <= before.keys()
        return done, before.keys() - after.keys(), {key for key, text in after.items() if text != before[key]}

    return compare


Compared = Callable[[], tuple[Rescue, set[object], set[object]]]


def test_of_a_sound_book_all_is_there_with_its_history(
    rows_before: dict[tuple[str, str], str], compared: Compared, new: Path
) -> None:
    done, missing, altered = compared()
    assert (missing, altered, done.losses, done.history_kept) == (set(), set(), (), True)
    assert sum(done.rows.values()) == len(rows_before)
    with Book.open(new, who="w", clock=clock) as book:
        assert book.redo() is not None, "even what was undone can be done again"
        assert len(history(book, limit=-1)) > 1


@pytest.mark.parametrize("name", ["v1.csdesk", "v2.csdesk", "v3.csdesk", "v4.csdesk"])
def test_books_of_every_version_are_rescued_whole(name: str, damaged: Path, rescued: Rescuing, new: Path) -> None:
    shutil.copy(BOOKS / name, damaged)
    damaged.chmod(0o600)
    overwrite(damaged, 1)
    done = rescued()
    with Book.open_copy(BOOKS / name, who="w", clock=clock) as before:
        there = dump(before)
    with Book.open(new, who="w", clock=clock, read_only=True) as after:
        assert dump(after) == there
    assert (done.losses, done.history_kept) == ((), True)


LOGGED = [kind for kind in Kind if kind not in {Kind.USE, Kind.SOURCE}]


@pytest.mark.parametrize("kind", LOGGED)
def test_rows_beyond_reading_come_back_from_the_history(damaged: Path, compared: Compared, kind: Kind) -> None:
    overwrite(damaged, root_of(damaged, kind))
    done, missing, altered = compared()
    assert (missing, altered, done.losses, done.history_kept) == (set(), set(), (), True)


@pytest.mark.parametrize("what", ["head", "first page", "tally", "indexes", "journal left", "header numbers"])
def test_what_is_around_the_rows_costs_none(damaged: Path, compared: Compared, what: str) -> None:
    content = damaged.read_bytes()
    if what == "head":
        damaged.write_bytes(bytes(100) + content[100:])
    elif what == "first page":
        overwrite(damaged, 1, b"\xa5" * PAGE)
    elif what == "tally":
        overwrite(damaged, root_of(damaged, "tally"))
    elif what == "indexes":
        with sqlite3.connect(damaged) as driver:
            names = driver.execute("SELECT rootpage FROM sqlite_schema WHERE type = 'index'").fetchall()
        driver.close()
        for (page,) in names:
            overwrite(damaged, page)
    elif what == "header numbers":
        damaged.write_bytes(content[:24] + b"\xff" * 20 + content[44:])
    else:
        _cut_short(damaged)
    done, missing, altered = compared()
    assert (missing, altered, done.losses) == (set(), set(), ())


def _cut_short(path: Path) -> None:
    """A change that a crash stopped half way: its journal is there, and pages are spoiled that it can mend."""
    kept = path.with_name("kept")
    driver = sqlite3.connect(path, isolation_level=None)
    driver.execute("PRAGMA cache_size = 1")
    driver.execute("BEGIN")
    driver.execute("UPDATE touch SET note = 'half done'")
    shutil.copy(path, kept)
    shutil.copy(f"{path}-journal", f"{kept}-journal")
    driver.execute("ROLLBACK")
    driver.close()
    kept.replace(path)
    kept.with_name("kept-journal").replace(f"{path}-journal")


def test_the_history_begins_anew_where_it_cannot_be_read(damaged: Path, compared: Compared, new: Path) -> None:
    by_sql(damaged, "DELETE FROM change WHERE id % 7 = 0")
    done, missing, altered = compared()
    assert (missing, altered, done.losses, done.history_kept) == (set(), set(), (), False)
    with Book.open(new, who="w", clock=clock) as book:
        assert {item.step_name for item in history(book, limit=-1)} == {StepName.RESCUE}
        assert book.undo() is None
    assert "history could not be kept" in rescue_sentence(done, Language.EN)


WITHOUT_LOG = "DELETE FROM change"
PLANTED: dict[str, tuple[tuple[str, ...], dict[LossKind, Kind]]] = {
    "no word": ((f"UPDATE ticket SET priority = 'bogus' WHERE id = {first('ticket')}",), {_L.VALUE: Kind.TICKET}),
    "no day": (
        (f"UPDATE health_value SET on_date = '2024-02-30' WHERE id = {first('health_value')}",),
        {_L.ROW: Kind.HEALTH_VALUE},
    ),
    "no day, not needed": (
        (f"UPDATE task SET due_on = '2024-02-30' WHERE id = {first('task')}",), {_L.VALUE: Kind.TASK}
    ),
    "too much money": (
        (f"UPDATE invoice SET amount = 20000000000000 WHERE id = {first('invoice')}",), {_L.VALUE: Kind.INVOICE}
    ),
    "no owner": ((f"UPDATE account SET owner_id = 7 WHERE id = {first('account')}",), {_L.REFERENCE: Kind.ACCOUNT}),
    "no account": (
        (f"UPDATE contract SET account_id = 7 WHERE id = {first('contract')}",), {_L.ROW_OF_NOTHING: Kind.CONTRACT}
    ),
    "account gone": (
        (f"DELETE FROM account WHERE id = {first('account')}",),
        {_L.ROWS: Kind.ACCOUNT, _L.ROW_OF_NOTHING: Kind.CONTRACT},
    ),
    "setting": (("UPDATE setting SET value = '5' WHERE key = 'currency'",), {_L.ROW: Kind.SETTING}),
    "ends first": (
        (f"UPDATE contract SET ended_on = date(starts_on, '-9 days') WHERE id = {first('contract')}",),
        {_L.ROW: Kind.CONTRACT},
    ),
    "own value of nothing": (
        (f"UPDATE custom_value SET row_id = 7 WHERE id = {first('custom_value')}",),
        {_L.ROW_OF_NOTHING: Kind.CUSTOM_VALUE},
    ),
    "use": ((f"UPDATE use SET amount = 7 WHERE id = {first('use')}",), {_L.DIFFERS: Kind.USE}),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_what_cannot_be_is_dropped_and_told_where_no_history_knows_better(
    damaged: Path, compared: Compared, name: str
) -> None:
    statements, losses = PLANTED[name]
    by_sql(damaged, WITHOUT_LOG, *statements)
    done, missing, altered = compared()
    assert not done.history_kept
    found = {(loss.what, loss.kind) for loss in done.losses}
    assert set(losses.items()) <= found
    if _L.ROWS not in losses:
        assert len(missing) + len(altered) == 1
        assert len(done.losses) == 1
    for language in Language:
        lines = list(loss_lines(done.losses, language))
        assert lines
        assert not any("{" in line for line in lines)


@pytest.mark.parametrize("name", [name for name in PLANTED if name != "use"])
def test_what_cannot_be_is_what_the_history_knows(damaged: Path, compared: Compared, name: str) -> None:
    by_sql(damaged, *PLANTED[name][0])
    done, missing, altered = compared()
    assert (missing, altered, done.losses, done.history_kept) == (set(), set(), (), True)


def test_texts_that_are_not_unicode_are_dropped_or_their_row_is(damaged: Path, compared: Compared) -> None:
    by_sql(
        damaged,
        WITHOUT_LOG,
        f"UPDATE touch SET note = CAST(x'41ff42' AS TEXT) WHERE id = {first('touch')}",
        f"UPDATE marker SET title = CAST(x'41ff42' AS TEXT) WHERE id = {first('marker')}",
    )
    done, missing, altered = compared()
    assert {(loss.what, loss.kind, loss.column) for loss in done.losses} == {
        (_L.VALUE, Kind.TOUCH, "note"),
        (_L.ROW, Kind.MARKER, "title"),
    }
    assert (len(missing), len(altered)) == (1, 1)


def test_without_sums_to_prove_it_the_history_gives_what_could_not_be_read(damaged: Path, compared: Compared) -> None:
    by_sql(damaged, "UPDATE tally SET digest = 1 WHERE kind IN ('marker', 'task')")
    by_sql(damaged, f"UPDATE task SET title = CAST(x'41ff42' AS TEXT) WHERE id = {first('task')}")
    overwrite(damaged, root_of(damaged, "marker"))
    done, missing, altered = compared()
    assert (missing, altered, done.history_kept) == (set(), set(), False)
    assert {(loss.what, loss.kind) for loss in done.losses} == {(_L.DIFFERS, Kind.MARKER), (_L.DIFFERS, Kind.TASK)}


@pytest.mark.parametrize("value", ["json('[1]')", "NULL", "json('{')"])
def test_a_history_that_tells_of_no_row_gives_none(damaged: Path, compared: Compared, value: str) -> None:
    told = "'{'" if value == "json('{')" else f"json_set(after, '$.title', {value})"
    by_sql(damaged, f"UPDATE change SET after = {told} WHERE kind = 'marker'")
    overwrite(damaged, root_of(damaged, "marker"))
    done, missing, altered = compared()
    assert ({kind for kind, _ in missing}, altered) == ({"marker"}, set())
    assert [(loss.what, loss.kind, loss.count) for loss in done.losses] == [(_L.ROWS, Kind.MARKER, 1)]


def test_of_two_rows_alike_one_is_left_out(damaged: Path, compared: Compared) -> None:
    columns = ", ".join(f'"{name}"' for name in layout(Kind.CUSTOM_FIELD).names if name != "id")
    overwrite(damaged, root_of(damaged, "sqlite_autoindex_custom_field_1"), b"\x0a\0\0\0\0\x10\0\0" + bytes(4088))
    by_sql(damaged, WITHOUT_LOG, f"INSERT INTO custom_field ({columns}) SELECT {columns} FROM custom_field")
    done, missing, altered = compared()
    assert (missing, altered, done.losses) == (set(), set(), ()), "what went was never written"


@pytest.fixture
def wordy(damaged: Path) -> str:
    """A text that fills pages of its own."""
    text = "長い話 " * 5000
    with Book.open(damaged, who="w", clock=clock) as book, book.step(StepName.EDIT_TOUCH) as step:
        (row,) = step.connection.exec_driver_sql("SELECT min(id) FROM touch").one()
        step.update(Kind.TOUCH, row, {"note": text})
    return text


@pytest.mark.parametrize("lost", ["index", "one of its pages", "log"])
def test_long_texts_are_read_over_all_their_pages(
    damaged: Path, wordy: str, rescued: Rescuing, new: Path, lost: str
) -> None:
    if lost == "log":
        by_sql(damaged, WITHOUT_LOG)
    if lost == "one of its pages":
        content = damaged.read_bytes()
        at = content.index("長い話 ".encode() * 300) // PAGE + 1
        overwrite(damaged, at + 1)
    overwrite(damaged, root_of(damaged, "ix_touch_on_date"))
    done = rescued()
    with Book.open(new, who="w", clock=clock, read_only=True) as book:
        assert wordy in dump(book).replace("\\u3000", "")
    assert done.losses == ()


ALTERED = {
    "a table more": ("CREATE TABLE other (x)", "INSERT INTO other VALUES (1)"),
    "an index more": ("CREATE INDEX other ON touch (note)",),
    "a trigger": ("CREATE TRIGGER t AFTER UPDATE ON touch BEGIN SELECT 1; END",),
    "a column more": ("ALTER TABLE touch ADD COLUMN other TEXT", "UPDATE touch SET other = 'x'"),
    "a column by another name": ("ALTER TABLE touch RENAME COLUMN note TO remark",),
    "pages moved": ("VACUUM",),
}


@pytest.mark.parametrize("name", ALTERED)
def test_what_another_program_altered_costs_nothing(damaged: Path, compared: Compared, name: str) -> None:
    by_sql(damaged, *ALTERED[name])
    done, missing, altered = compared()
    assert (missing, altered, done.losses, done.history_kept) == (set(), set(), (), True)


def test_a_column_that_another_program_took_away_comes_back_from_the_history(damaged: Path, compared: Compared) -> None:
    by_sql(damaged, "ALTER TABLE touch DROP COLUMN note")
    done, missing, altered = compared()
    assert (missing, altered, done.losses, done.history_kept) == (set(), set(), (), True)


def test_deleted_rows_stay_deleted(whole: Path, damaged: Path, rescued: Rescuing, new: Path) -> None:
    """Their pages are out of use, but what was on them still stands there."""
    with Book.open(damaged, who="w", clock=clock) as book:
        with book.reading() as connection:
            tickets = [row for (row,) in connection.exec_driver_sql("SELECT id FROM ticket")]
        with book.step(StepName.EDIT_ACCOUNTS) as step:
            step.delete_many(Kind.TICKET, tickets)
    overwrite(damaged, root_of(damaged, "use"))
    done = rescued()
    assert done.rows[Kind.TICKET] == 0
    assert done.rows[Kind.USE] > 0, "no table led to their pages any more"
    assert rows_of(new).keys() <= rows_of(whole).keys()


def test_the_damaged_file_and_what_stands_at_the_new_place_are_left_alone(
    damaged: Path, new: Path, rescued: Rescuing
) -> None:
    overwrite(damaged, root_of(damaged, "use"))
    before = damaged.read_bytes()
    rescued()
    assert damaged.read_bytes() == before
    assert sorted(path.name for path in damaged.parent.iterdir()) == ["damaged.csdesk", "new.csdesk"]
    after = new.read_bytes()
    with pytest.raises(BookExists):
        rescued()
    assert new.read_bytes() == after
    assert new.stat().st_mode & 0o077 == 0


def test_what_is_no_book_is_refused(damaged: Path, new: Path, rescued: Rescuing) -> None:
    for content in (b"", b"name,mrr\nA,1\n" * 5000, b"SQLite format 3\x00" + bytes(9000)):
        damaged.write_bytes(content)
        with pytest.raises(NotABook):
            rescued()
    damaged.unlink()
    with pytest.raises(BookMissing):
        rescued()
    by_sql(damaged, "CREATE TABLE account (x)", "INSERT INTO account VALUES (1)", *(
        f"CREATE TABLE t{number} (x)" for number in range(9)
    ))  # fmt: skip
    with pytest.raises(NotABook):
        rescued()
    damaged.unlink()
    damaged.mkdir()
    with pytest.raises(NotABook):
        rescued()
    assert not new.exists()


def test_a_book_of_which_nothing_is_left_is_damaged(whole: Path, damaged: Path, rescued: Rescuing) -> None:
    damaged.write_bytes(whole.read_bytes()[:5000])
    with pytest.raises(BookDamaged):
        rescued()


def test_a_later_book_is_left_to_a_later_csdesk_but_not_for_a_damaged_number(
    damaged: Path, compared: Compared, rescued: Rescuing, new: Path
) -> None:
    by_sql(damaged, "PRAGMA user_version = 77")
    assert compared()[0].losses == ()
    new.unlink()
    by_sql(damaged, "CREATE TABLE later (x)")
    with pytest.raises(BookTooNew):
        rescued()


def test_it_can_be_stopped_and_leaves_nothing(damaged: Path, new: Path) -> None:
    told: list[int] = []

    def stop_at(stage: int) -> Callable[[int, int], None]:
        def tell(done: int, _whole: int) -> None:
            told.append(done)
            if done == stage:
                raise Stopped

        return tell

    for stage in range(4):
        with pytest.raises(Stopped):
            rescue_book(damaged, new, who="w", clock=clock, progress=stop_at(stage))
        assert [path.name for path in damaged.parent.iterdir()] == ["damaged.csdesk"]
    assert max(told) == 3


def test_every_loss_has_its_words() -> None:
    assert set(LOSSES) == set(LossKind) | {"rows_unknown"}
    lines = list(
        loss_lines([Loss(_L.ROW, Kind.TOUCH, n, f"t{n}", "", "on_date", "x") for n in range(150)], Language.EN)
    )
    assert lines[0] == "Touch: t0: left out, for Date “x” cannot be."
    assert len(lines) == 101
    assert lines[-1] == "Touches: 50 more rows left out."
    assert list(loss_lines([Loss(_L.ROWS, Kind.USE)], Language.JA)) == [
        "利用実績: 読み取れない行があり、含まれていません。行数はファイルから判断できません。"
    ]


@pytest.mark.timeout(60 + FLIPS)
def test_whatever_harm_is_done_no_row_is_made_up_and_every_loss_is_told(
    whole: Path, damaged: Path, new: Path, rescued: Rescuing, capsys: pytest.CaptureFixture[str]
) -> None:
    """One harm at a time, as many as a tenth of those that a check is tried with; their cost is at most a few pages."""
    content, before, counts, dice = damaged.read_bytes(), rows_of(whole), Counter[str](), random.Random(7)
    worst, tried = 0, max(16, FLIPS // 10)
    for number in range(tried):
        spoiled = bytearray(content)
        HARMS[number % len(HARMS)](spoiled, dice)
        damaged.write_bytes(spoiled)
        new.unlink(missing_ok=True)
        done, after = rescued(), rows_of(new)
        lost = len(before.keys() - after.keys())
        altered = sum(text != before.get(key) for key, text in after.items())
        counts += Counter(lost=lost, altered=altered, made_up=len(after.keys() - before.keys()))
        counts["untold"] += bool((lost or altered) and not done.losses)
        counts["history kept"] += done.history_kept
        worst = max(worst, lost)
    with capsys.disabled():
        sys.stdout.write(f"\n{tried} rescues of {len(before):,} rows each: {dict(counts)}, most at once {worst}\n")
    assert (counts["made_up"], counts["untold"]) == (0, 0)
    assert worst < 400
