"""What steps carry: files linked beside the book or elsewhere, texts that lead nowhere, and the summary of use."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.signals import Signal
from csdesk.models.steps import Material
from csdesk.usecases import books
from csdesk.usecases.materials import LinkedFile, Reach, is_sound, linked, linked_file
from csdesk.usecases.plays import Play, PlayStep, plays, save_play, start_play
from csdesk.usecases.review import Part, write_review
from csdesk.usecases.stopped import Refused
from csdesk.usecases.tasks import TaskDraft, finish_task, link_file, save_task, task_draft
from csdesk.usecases.use_summary import use_summary

from .merging_once import merge_copy
from .round_trips import exported, imported, new_book, planned

START = date(2025, 6, 2)
HOSTILE = (
    r"\\server\share\case.pdf", "//server/share/case.pdf", r"\\?\C:\case.pdf", r"\\.\pipe\x", "../case.pdf",
    r"cases\..\..\case.pdf", "https://example.com/case.pdf", "file:///etc/passwd", "smb://server/case.pdf",
    "case\0.pdf", "case\n.pdf", "x" * 1001, "case\u202efdp.exe", "case\ud800.pdf",
)  # fmt: skip


def _put(book: Book, kind: Kind, **values: Value) -> int:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        return step.insert(kind, values)


@pytest.fixture
def account(book: Book) -> int:
    return _put(book, Kind.ACCOUNT, name="Sample Works")


def test_a_file_beside_the_book_is_found_where_the_folder_has_moved(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    case = here / "cases" / "導入事例　A.pdf"
    case.parent.mkdir(parents=True)
    case.touch()
    text = linked(here / "team.csdesk", case)
    assert text == "cases/導入事例　A.pdf"
    assert linked_file(here / "team.csdesk", text) == LinkedFile(Reach.OPENS, case)
    here.rename(there)
    assert linked_file(there / "team.csdesk", text) == LinkedFile(Reach.OPENS, there / "cases" / case.name)
    assert linked_file(here / "team.csdesk", text).reach is Reach.MISSING


def test_a_file_elsewhere_is_linked_by_its_whole_path(tmp_path: Path) -> None:
    case, book = tmp_path / "case.docx", tmp_path / "books" / "team.csdesk"
    case.touch()
    text = linked(book, case)
    assert Path(text).is_absolute()
    assert linked_file(book, text) == LinkedFile(Reach.OPENS, case)


@pytest.mark.parametrize(
    "name", ["run.sh", "run.exe", "run.PS1", "page.html", "macro.xlsm", "link.lnk", "none", "a.pdf."]
)
def test_what_is_no_document_is_only_shown_in_its_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert linked_file(tmp_path / "team.csdesk", name).reach in {Reach.FOLDER, Reach.MISSING}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_document_that_leads_to_a_program_is_none(tmp_path: Path) -> None:
    (tmp_path / "run.sh").touch()
    (tmp_path / "case.pdf").symlink_to(tmp_path / "run.sh")
    assert linked_file(tmp_path / "team.csdesk", "case.pdf").reach is Reach.FOLDER
    (tmp_path / "round.pdf").symlink_to(tmp_path / "round.pdf")
    assert linked_file(tmp_path / "team.csdesk", "round.pdf").reach is Reach.MISSING


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_is_no_path_here_is_refused_and_not_looked_for(
    book: Book, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = _put(book, Kind.TASK, title="Send", material="file")
    before = task_draft(book, task)
    for act in (
        lambda: link_file(book, task, text),
        lambda: save_task(book, replace(before, file=text)),
        lambda: save_play(book, Play(None, "x", None, (PlayStep("x", 1, material=Material.FILE, file=text),))),
    ):
        with pytest.raises(Refused):
            act()
    assert task_draft(book, task) == before
    monkeypatch.setattr(Path, "is_file", lambda *_: pytest.fail("the disk was asked"))
    assert linked_file(book.path, text) == LinkedFile(Reach.UNSOUND)


def test_names_that_look_odd_are_still_names() -> None:
    assert all(
        map(is_sound, ("a..b.pdf", "Q1: final.pdf", "C:/cases/a.pdf", "/home/x/a.pdf", "報告書（最終）.pdf", "a b.pdf"))
    )


def test_a_step_brings_its_file_to_every_run(book: Book, account: int) -> None:
    """The play to begin with asks for a case study; linked in the play, each run has it, and one can have another."""
    play = next(one for one in plays(book, Language.EN) if one.signal is Signal.NOT_BEST)
    asked = play.steps[-1]
    assert (asked.material, asked.file) == (Material.FILE, "")
    save_play(book, replace(play, steps=(replace(asked, file="case.pdf"),)))
    kept = plays(book, Language.EN)[0]
    start_play(book, account, kept, START)
    start_play(book, account, kept, START)
    first, second = (int(str(row["id"])) for row in rows(book, Kind.TASK))
    link_file(book, second, "other.pdf")
    assert [task_draft(book, one).file for one in (first, second)] == ["case.pdf", "other.pdf"]
    book.undo()
    assert task_draft(book, second).file == "case.pdf"
    save_task(book, replace(task_draft(book, first), material=Material.USE))
    assert (task_draft(book, first).material, task_draft(book, first).file) == (Material.USE, "")


def test_a_step_by_hand_keeps_its_material(book: Book, account: int) -> None:
    save_task(book, TaskDraft("Send", account, material=Material.FILE, file="case.pdf", repeat_days=7, done_on=START))
    done, again = (task_draft(book, int(str(row["id"]))) for row in rows(book, Kind.TASK))
    assert (done.repeat_days, again.repeat_days, again.file) == (None, 7, "case.pdf")


def test_the_summary_is_the_part_of_the_review_that_tells_of_use(demo: Book, today: date, tmp_path: Path) -> None:
    play = next(one for one in plays(demo, Language.EN) if one.signal is Signal.LOW_ADOPTION)
    assert play.steps[-1].material is Material.USE
    account = next(int(str(row["account_id"])) for row in rows(demo, Kind.CONTACT))
    content = use_summary(demo, account, today, Language.EN)
    assert content.parts == {Part.USE, Part.VALUE}
    assert content.use
    assert (content.goals, content.meetings, content.contract, content.answers, content.steps) == ((), (), (), (), ())
    write_review(content, tmp_path / "use.xlsx", lambda *_: None)
    assert (tmp_path / "use.xlsx").stat().st_size > 0


def test_what_repeats_and_what_is_carried_go_out_and_come_back(
    book: Book, account: int, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    """Through a full export into another book; of a path that leads nowhere nothing is opened there either."""
    steps = (
        PlayStep("a", 1, repeat_days=7, repeat_for=60, material=Material.FILE, file="cases/事例.pdf"),
        PlayStep("b", 2, material=Material.USE),
    )
    save_play(book, Play(None, "Ours", None, steps))
    start_play(book, account, plays(book, Language.EN)[0], START)
    _put(book, Kind.TASK, title="odd", material="file", material_file="//server/case.pdf")
    other = new_book(tmp_path / "other.csdesk", clock)
    imported(other, exported(book, tmp_path / "all.xlsx"))
    assert plays(other, Language.EN)[0].steps == steps
    (first, _, odd) = (task_draft(other, int(str(row["id"]))) for row in rows(other, Kind.TASK))
    assert (first.repeat_days, first.repeat_until, first.file) == (7, date(2025, 8, 1), "cases/事例.pdf")
    assert linked_file(other.path, odd.file).reach is Reach.UNSOUND
    assert not planned(other, exported(book, tmp_path / "again.xlsx")).drafts
    other.close()


def test_two_copies_bring_one_next_step_and_either_side_of_what_it_carries(
    book: Book, account: int, clock: Callable[[], datetime]
) -> None:
    """Done in both copies the step comes once more, not twice; a file linked there and a last day set here hold."""
    weekly = Play(None, "Ours", None, (PlayStep("Send", 1, repeat_days=7), PlayStep("Case", 2, repeat_days=7)))
    start_play(book, account, weekly, START)
    done, case = (int(str(row["id"])) for row in rows(book, Kind.TASK))
    copy = books.backup_book(book, book.path.with_name("aki.csdesk"))
    with books.open_book(copy, who="aki", clock=clock) as theirs:
        finish_task(theirs, done, START)
        link_file(theirs, case, "case.pdf")
    finish_task(book, done, START)
    save_task(book, replace(task_draft(book, case), repeat_until=date(2025, 12, 31)))
    assert merge_copy(book, copy, {}) is not None
    merged = task_draft(book, case)
    assert (merged.file, merged.material, merged.repeat_until) == ("case.pdf", Material.FILE, date(2025, 12, 31))
    assert sorted(str(row["title"]) for row in rows(book, Kind.TASK) if row["done_on"] is None) == ["Case", "Send"]
    book.undo()
    assert task_draft(book, case).file == ""
