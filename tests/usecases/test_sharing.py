"""Two computers and one folder: one writes, the other is told which; nothing of a record is taken on trust."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.attendance import present
from csdesk.book.file import Book
from csdesk.book.header import journal
from csdesk.book.presence import Machine, Standing
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.usecases import books
from csdesk.usecases.books import BookElsewhere, BookError, Trouble
from csdesk.usecases.machine import this_machine
from csdesk.usecases.sentences import also_open_sentence, error_sentence
from csdesk.usecases.settings import BookSettings
from csdesk.usecases.sharing import renew_presence
from csdesk.usecases.team import save_person, team
from csdesk.wording.speech import moment

NOON = datetime(2026, 3, 18, 12, 0, tzinfo=UTC)


@dataclass
class Computer:
    """One of the two; its clock is its own."""

    machine: Machine
    who: str
    now: datetime = NOON
    opened: list[Book] = field(default_factory=list)

    def clock(self) -> datetime:
        return self.now

    def open(self, path: Path, **how: Any) -> Book:
        book = books.open_book(path, who=self.who, clock=self.clock, machine=lambda: self.machine, **how)
        self.opened.append(book)
        return book

    def read(self, path: Path) -> Book:
        self.opened.append(books.open_to_read(path, who=self.who, clock=self.clock, machine=lambda: self.machine))
        return self.opened[-1]

    def copy(self, path: Path) -> Book:
        self.opened.append(books.open_copy(path, who=self.who, clock=self.clock))
        return self.opened[-1]

    def refused(self, path: Path, **how: Any) -> BookElsewhere:
        before = sorted(path.parent.iterdir())
        with pytest.raises(BookElsewhere) as raised:
            self.open(path, **how)
        assert sorted(path.parent.iterdir()) == before
        return raised.value


@pytest.fixture
def desks() -> Iterator[tuple[Computer, Computer]]:
    """The computers of Aoi and of Ben."""
    both = Computer(Machine("aaaa", "SALES-PC"), "Aoi"), Computer(Machine("bbbb", "ben-laptop"), "Ben")
    yield both
    for computer in both:
        for book in computer.opened:
            book.close()


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A book in a folder that a service copies to other computers."""
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path = folder / "team.csdesk"
    books.new_book(path, BookSettings("JPY", 4, Language.EN), who="Aoi", clock=lambda: NOON).close()
    return path


def test_the_second_computer_is_told_who_and_since_when(shared: Path, desks: tuple[Computer, Computer]) -> None:
    aoi, ben = desks
    mine = aoi.open(shared)
    ben.now += timedelta(minutes=5)
    error = ben.refused(shared)
    assert (error.trouble, error.may_be_gone) == (Trouble.ELSEWHERE, False)
    for language in Language:
        said = error_sentence(error, language)
        assert all(word in said for word in ("SALES-PC", "Aoi", moment(NOON, language), str(shared)))
    save_person(mine, None, name="still mine")
    mine.close()
    save_person(ben.open(shared), None, name="now mine")
    ben.opened[-1].close()
    assert [path.name for path in shared.parent.iterdir()] == ["team.csdesk"]


def test_reading_is_never_refused(shared: Path, desks: tuple[Computer, Computer]) -> None:
    aoi, ben = desks
    mine = aoi.open(shared)
    save_person(mine, None, name="Cleo")
    theirs = ben.read(shared)
    assert [member.name for member in team(theirs)] == ["Cleo"]
    with pytest.raises(BookError) as raised:
        save_person(theirs, None, name="Dana")
    assert raised.value.trouble is Trouble.READING_ONLY
    save_person(mine, None, name="Eve")
    assert theirs.changed_elsewhere()
    assert len(team(theirs)) == 2
    theirs.close()
    assert [found.who for found in present(shared)] == ["Aoi"], "a reader leaves no record and takes none away"


def test_a_copy_is_read_without_touching_the_folder(shared: Path, desks: tuple[Computer, Computer]) -> None:
    aoi, ben = desks
    mine = aoi.open(shared)
    save_person(mine, None, name="Cleo")
    before = {path: path.read_bytes() for path in shared.parent.iterdir()}
    copy = ben.copy(shared)
    assert (copy.is_copy, copy.read_only, copy.path) == (True, True, shared)
    place = Path(copy.driver.execute("PRAGMA database_list").fetchone()[2])
    assert place.is_file()
    assert place.parent != shared.parent
    save_person(mine, None, name="Dana")
    assert [member.name for member in team(copy)] == ["Cleo"]
    with pytest.raises(BookError) as raised:
        save_person(copy, None, name="Eve")
    assert str(shared) in error_sentence(raised.value, Language.EN)
    copy.close()
    assert not place.parent.exists()
    mine.undo()
    assert {path.name for path in before} == {path.name for path in shared.parent.iterdir()}


def test_a_copy_of_a_book_in_the_middle_of_a_change_is_whole(shared: Path, desks: tuple[Computer, Computer]) -> None:
    """The file half written and its journal beside it, as a service may copy them."""
    aoi, ben = desks
    mine = aoi.open(shared)
    save_person(mine, None, name="Cleo")
    folder = shared.parent / "copied"
    folder.mkdir()
    copied = folder / "team.csdesk"
    with mine.step(StepName.ADD_ACCOUNT) as step:
        mine.driver.execute("PRAGMA cache_size = 1")
        mine.driver.execute("PRAGMA cache_spill = 1")
        step.insert_many(Kind.ACCOUNT, [{"name": "x" * 1000, "notes": "y" * 1000} for _ in range(500)])
        copied.write_bytes(shared.read_bytes())
        journal(copied).write_bytes(journal(shared).read_bytes())
    before = copied.read_bytes()
    assert [member.name for member in team(ben.copy(copied))] == ["Cleo"]
    with pytest.raises(BookError) as raised:
        books.open_book(copied, who="Ben", clock=ben.clock, read_only=True)
    assert raised.value.trouble is Trouble.UNFINISHED
    assert copied.read_bytes() == before
    assert [member.name for member in team(ben.read(copied))] == ["Cleo"], "where writing is allowed it is seen to"
    assert not journal(copied).exists()


def test_a_book_of_an_earlier_version_is_read_whoever_has_it_open(
    shared: Path, desks: tuple[Computer, Computer], monkeypatch: pytest.MonkeyPatch
) -> None:
    aoi, ben = desks
    earlier = Path(__file__).parents[1] / "data" / "books" / "v1.csdesk"
    mine = aoi.open(shared)
    shared.write_bytes(earlier.read_bytes())
    before = sorted(shared.parent.iterdir())
    assert ben.read(shared).is_copy
    assert shared.read_bytes() == earlier.read_bytes()
    assert sorted(shared.parent.iterdir()) == before
    mine.close()
    with monkeypatch.context() as patched:
        patched.setattr("csdesk.book.file._may_write", lambda _path: False)
        assert ben.read(shared).is_copy
    assert shared.read_bytes() == earlier.read_bytes()
    upgraded = ben.read(shared)
    assert (upgraded.read_only, upgraded.is_copy) == (True, False)


def test_a_damaged_book_gives_no_copy(shared: Path, desks: tuple[Computer, Computer]) -> None:
    aoi, ben = desks
    with aoi.open(shared) as book:
        save_person(book, None, name="Cleopatra")
    shared.write_bytes(shared.read_bytes().replace(b"Cleopatra", b"Cleopatrb"))
    with pytest.raises(BookError) as raised:
        ben.copy(shared)
    assert raised.value.trouble is Trouble.DAMAGED


def test_after_a_crash_the_record_grows_old_and_may_be_passed_over(
    shared: Path, desks: tuple[Computer, Computer]
) -> None:
    aoi, ben = desks
    aoi.open(shared)
    aoi.opened[0].afterwards.pop_all()  # it crashed: nothing is tidied up
    ben.now += timedelta(minutes=9)
    assert not ben.refused(shared).may_be_gone
    ben.now += timedelta(minutes=36)
    error = ben.refused(shared)
    assert (error.may_be_gone, error.standing) == (True, Standing.SILENT)
    for language, words in ((Language.EN, "45 minutes ago"), (Language.JA, "45分前")):
        said = error_sentence(error, language)
        assert words in said
        assert "team.csdesk-open-aaaa" in said
    ben.now += timedelta(hours=60)
    assert "2 days ago" in error_sentence(ben.refused(shared), Language.EN)
    book = ben.open(shared, despite=(error.presence,))
    assert [found.who for found in present(shared)] == ["Ben"]
    assert renew_presence(book) == ()


def test_a_record_that_was_renewed_meanwhile_is_not_passed_over(shared: Path, desks: tuple[Computer, Computer]) -> None:
    aoi, ben = desks
    mine = aoi.open(shared)
    ben.now += timedelta(minutes=30)
    asleep = ben.refused(shared)
    assert asleep.may_be_gone
    aoi.now += timedelta(minutes=30)
    renew_presence(mine)
    assert not ben.refused(shared, despite=(asleep.presence,)).may_be_gone


def test_both_hear_of_each_other_when_one_had_only_slept(shared: Path, desks: tuple[Computer, Computer]) -> None:
    aoi, ben = desks
    mine = aoi.open(shared)
    ben.now += timedelta(minutes=30)
    theirs = ben.open(shared, despite=(ben.refused(shared).presence,))
    assert renew_presence(theirs) == ()
    aoi.now += timedelta(minutes=30)
    (other,) = renew_presence(mine)
    assert other.who == "Ben"
    assert all("ben-laptop" in also_open_sentence(other, language) for language in Language)
    assert [found.who for found in renew_presence(theirs)] == ["Aoi"]


def test_clocks_that_differ_are_said_to(shared: Path, desks: tuple[Computer, Computer]) -> None:
    aoi, ben = desks
    aoi.now += timedelta(days=400)
    aoi.open(shared)
    error = ben.refused(shared)
    assert (error.may_be_gone, error.standing) == (True, Standing.UNCLEAR)
    assert "clocks" in error_sentence(error, Language.EN)
    assert "時計" in error_sentence(error, Language.JA)


def test_two_processes_of_one_computer_share_one_record(shared: Path, desks: tuple[Computer, Computer]) -> None:
    aoi, ben = desks
    window, command = aoi.open(shared), aoi.open(shared)
    command.close()
    ben.refused(shared)
    again = aoi.open(shared)
    renew_presence(again)
    window.close()
    ben.refused(shared)
    again.close()
    ben.open(shared)


def test_a_record_speaks_in_any_folder_but_none_is_made_in_ones_own(
    tmp_path: Path, desks: tuple[Computer, Computer]
) -> None:
    aoi, ben = desks
    path = tmp_path / "own.csdesk"
    books.new_book(path, BookSettings(), who="Aoi", clock=aoi.clock).close()
    mine = aoi.open(path)
    assert [found.name for found in tmp_path.iterdir()] == ["own.csdesk"]
    ben.open(path).close()
    mine.close()
    told = {"key": "cccc", "computer": "NAS", "who": "", "since": "2026-03-18T11:59:00", "seen": "2026-03-18T11:59:30"}
    record = tmp_path / "own.csdesk-open-cccc"
    record.write_text(json.dumps({**told, "session": "1"}), encoding="utf-8")
    assert "somebody" in error_sentence(ben.refused(path), Language.EN)
    with pytest.raises(BookElsewhere):
        books.restore_book(path, path, clock=ben.clock, machine=lambda: ben.machine)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[]", b"{}", b'{"key": 1}', b"null", b'{"key":"c","computer":"c","who":"","since":1,"seen":2}'],
)
def test_a_record_that_is_none_is_in_nobodys_way(
    shared: Path, desks: tuple[Computer, Computer], content: bytes
) -> None:
    (shared.parent / "team.csdesk-open-cccc").write_bytes(content)
    desks[0].open(shared)


def test_a_key_from_elsewhere_leads_to_no_other_file(shared: Path, desks: tuple[Computer, Computer]) -> None:
    _, ben = desks
    precious = shared.parent / "team.csdesk-open-precious"
    precious.write_text("mine", encoding="utf-8")
    told = {"computer": "c", "who": "c", "since": "2026-03-18T01:00:00", "seen": "2026-03-18T01:00:00", "session": "1"}
    for number, key in enumerate(("precious", "../team.csdesk", "x" * 3000)):
        told["key"] = key
        record = shared.parent / f"team.csdesk-open-{number}"
        record.write_text(json.dumps(told), encoding="utf-8")
        ben.open(shared, despite=(ben.refused(shared).presence,)).close()
        assert not record.exists()
    assert precious.read_text(encoding="utf-8") == "mine"
    assert shared.is_file()


@pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX systems")
def test_whoever_may_read_the_book_may_read_the_record(shared: Path, desks: tuple[Computer, Computer]) -> None:
    shared.chmod(0o660)
    desks[0].open(shared)
    assert (shared.parent / "team.csdesk-open-aaaa").stat().st_mode & 0o777 == 0o660


def test_where_no_record_can_be_written_the_book_opens_all_the_same(
    tmp_path: Path, desks: tuple[Computer, Computer]
) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    path = folder / f"{'n' * 238}.csdesk"  # with the record's ending the name would be too long, with the journal's not
    books.new_book(path, BookSettings(), who="Aoi", clock=desks[0].clock).close()
    book = desks[0].open(path)
    save_person(book, None, name="Cleo")
    assert renew_presence(book) == ()


def test_this_machine_is_known_again_and_told_from_others(tmp_path: Path) -> None:
    first = this_machine(tmp_path / "a", "pc")
    assert this_machine(tmp_path / "a", "pc") == first
    others = (this_machine(tmp_path / "b", "pc"), this_machine(tmp_path / "a", "other-pc"))
    assert len({first.key, *(other.key for other in others)}) == 3
    number = (tmp_path / "a" / "computer").read_text(encoding="ascii")
    assert number not in first.key
    (tmp_path / "file").touch()
    nowhere = [this_machine(tmp_path / "file" / "x", "pc") for _ in range(2)]
    assert nowhere[0] == nowhere[1]
