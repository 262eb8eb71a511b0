"""Planted damage is found, and said in words."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.check import check
from csdesk.book.damage import Damage, DamageKind
from csdesk.book.errors import BookDamaged
from csdesk.book.file import Book
from csdesk.book.frames import frames
from csdesk.book.history import history
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.wording.damages import DAMAGES, damage_words


def _by_sql(*statements: str) -> Callable[[Path], None]:
    """Changes that go past csdesk, with all of SQLite's own guards down."""

    def change(path: Path) -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return change


def _bytes(old: bytes, new: bytes) -> Callable[[Path], None]:
    """What a bad disk does: other letters in a page, and SQLite none the wiser."""

    def change(path: Path) -> None:
        content = path.read_bytes()
        assert content.count(old) == 1
        path.write_bytes(content.replace(old, new))

    return change


def _page(path: Path) -> None:
    """A page of nonsense where the touches were."""
    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'touch'").fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    path.write_bytes(content)


PLANTED = {
    "value": (_by_sql("UPDATE contract SET amount = 12001"), DamageKind.DIGEST, Kind.CONTRACT),
    "date": (_by_sql("UPDATE contract SET starts_on = '2024-02-30'"), DamageKind.DATE, Kind.CONTRACT),
    "moment": (_by_sql("INSERT INTO ticket (id, opened_at) VALUES (1, 'noon')"), DamageKind.DATE, Kind.TICKET),
    "span": (_by_sql("UPDATE contract SET ended_on = '2023-12-30'"), DamageKind.ENDS_BEFORE_START, Kind.CONTRACT),
    "row gone": (_by_sql("DELETE FROM touch"), DamageKind.ROWS, Kind.TOUCH),
    "row more": (_by_sql("INSERT INTO marker VALUES (7, '2024-01-01', 'release', 'x')"), DamageKind.ROWS, Kind.MARKER),
    "use": (_by_sql("UPDATE use SET amount = amount + 1 WHERE id % 7 = 0"), DamageKind.DIGEST, Kind.USE),
    "swap": (_by_sql("UPDATE account SET owner_id = iif(owner_id, NULL, 21474836481)"), DamageKind.DIGEST, "account"),
    "reference": (_by_sql("DELETE FROM measure"), DamageKind.REFERENCE, Kind.USE),
    "own column": (_by_sql("UPDATE custom_value SET row_id = 12"), DamageKind.LOST_ROW, Kind.CUSTOM_VALUE),
    "log": (_by_sql("UPDATE change SET after = '{' WHERE kind = 'task'"), DamageKind.LOG, None),
    "log unpacked": (_by_sql("UPDATE change SET packed = '{' WHERE kind = 'use'"), DamageKind.LOG, None),
    "log of another row": (_by_sql("UPDATE change SET row_id = 7 WHERE kind = 'task'"), DamageKind.LOG, None),
    "log entry gone": (_by_sql("DELETE FROM change WHERE kind = 'task'"), DamageKind.STEP, None),
    "log entry altered": (
        _by_sql("UPDATE change SET after = replace(after, 'first call', 'last call')"), DamageKind.LOG_SUM, Kind.TOUCH
    ),
    "log entry of no kind": (_by_sql("UPDATE change SET kind = 'tusk' WHERE kind = 'task'"), DamageKind.STEP, None),
    "log entry of no step": (_by_sql("UPDATE change SET step_id = 7 WHERE kind = 'task'"), DamageKind.LOG_STRAY, None),
    "log block altered": (
        _by_sql("UPDATE change SET after = json_set(after, '$.digest', 1) WHERE kind = 'use'"),
        DamageKind.LOG_SUM, Kind.USE,
    ),
    "log block emptied": (_by_sql("UPDATE change SET after = '{}' WHERE kind = 'use'"), DamageKind.STEP, None),
    "step gone": (_by_sql("DELETE FROM step"), DamageKind.LOG_SUM, Kind.ACCOUNT),
    "letters": (_bytes(b"\x00Mina Sample", b"\x00Mina Simple"), DamageKind.DIGEST, Kind.PERSON),
    "no letters": (_bytes(b"\x00Mina Sample", b"\x00Mina S\xff\xfe\xfdle"), DamageKind.DIGEST, Kind.PERSON),
    "page": (_page, DamageKind.FILE, None),
}  # fmt: skip


def test_a_sound_book_has_none(filled: Any, reopened: Callable[..., Book]) -> None:
    assert check(filled.book) == ()
    assert check(reopened(read_only=True)) == ()


@pytest.mark.parametrize("name", PLANTED)
def test_planted_damage_is_found(filled: Any, path: Path, clock: Any, name: str) -> None:
    plant, what, kind = PLANTED[name]
    filled.book.close()
    plant(path)
    with Book.open(path, who="w", clock=clock) as book:
        found = check(book)
    assert what in {damage.what for damage in found if kind in {None, damage.details.get("kind")}}
    for damage in found:
        assert damage.what in DAMAGES
        said = {damage_words(damage.what, language, **damage.details) for language in Language}
        assert len(said) == 2
        assert all("{" not in text for text in said)


def test_a_lost_entry_of_a_step_that_was_undone_is_found(filled: Any) -> None:
    book: Book = filled.book
    with book.step(StepName.ADD_CONTACT) as step:
        step.insert_many(Kind.CONTACT, [{"name": name} for name in "ab"])
    book.undo()
    assert check(book) == ()
    book.driver.execute("DELETE FROM change WHERE id = (SELECT max(id) FROM change)")
    assert check(book) == (Damage(DamageKind.STEP, {"step": step.changes.step, "expected": 2, "found": 1}),)


def test_steps_that_were_undone_for_good_are_no_damage(filled: Any) -> None:
    """Of a large one the entries are gone, of a small one they are kept."""
    book: Book = filled.book
    for size in (3, 300):
        with book.step(StepName.IMPORT) as step:
            step.insert_many(Kind.CONTACT, [{"name": "a"}] * size)
        book.undo()
        with book.step(StepName.EDIT_CONTACT) as step:
            step.update(Kind.CONTACT, filled.contact, {"name": f"b{size}"})
        assert check(book) == ()


@pytest.mark.parametrize("name", ["no letters", "date", "log"])
def test_damage_met_while_reading_is_told_as_damage(filled: Any, path: Path, clock: Any, name: str) -> None:
    filled.book.close()
    PLANTED[name][0](path)
    ways = {"no letters": (frames, _people), "date": (_lines, frames), "log": (history,)}
    with Book.open(path, who="w", clock=clock) as book:
        for way in ways[name]:
            with pytest.raises(BookDamaged):
                way(book)


def _people(book: Book) -> object:
    return rows(book, Kind.PERSON)


def _lines(book: Book) -> object:
    return rows(book, Kind.CONTRACT)


def test_every_damage_has_its_words() -> None:
    assert set(DAMAGES) == set(DamageKind)
    said = damage_words(
        "reference", Language.JA, **Damage(DamageKind.REFERENCE, {"kind": "use", "row": 5, "target": "measure"}).details
    )
    assert said == "利用実績（行 5）: 参照先の利用指標が存在しません。"
