"""A second window on the same book brings the first to the front; a process that died leaves nothing in the way."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from csdesk.ui.claims import Claims

CHILD = Path(__file__).with_name("window_child.py")
TOP = Path(__file__).parents[3]
Begin = Callable[..., "subprocess.Popen[str]"]
CLAIM = (
    "import os, sys; from pathlib import Path; from csdesk.ui.claims import Claims;"
    "print(Claims(Path(sys.argv[1])).claim(Path(sys.argv[2])), flush=True);"
)


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """A window in another process, ended with the test."""
    running: list[subprocess.Popen[str]] = []

    def start(book: Path, then: Path | str = "") -> "subprocess.Popen[str]":
        child = subprocess.Popen(
            [sys.executable, str(CHILD), str(tmp_path / "own"), str(book), str(then)],
            cwd=TOP,
            env={**os.environ, "PYTHONPATH": str(TOP), "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        running.append(child)
        return child

    yield start
    for child in running:
        child.kill()
        child.communicate()


def next_line(child: "subprocess.Popen[str]") -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def other_process(folder: Path, book: Path, then: str = "") -> str:
    """What a claim of the book gives in another process, which then does something, or ends as it should."""
    done = subprocess.run(
        [sys.executable, "-c", CLAIM + then, str(folder), str(book)],
        cwd=TOP,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done.stdout.strip()


@pytest.mark.timeout(120)
def test_the_first_window_comes_to_the_front_and_the_second_ends_well(begin: Begin, demo_copy: Path) -> None:
    first = begin(demo_copy)
    assert next_line(first) == "opened copy.csdesk"
    second = begin(demo_copy)
    assert second.wait(60) == 0
    assert next_line(first) == "forward"
    assert first.poll() is None
    first.kill()
    first.wait()
    third = begin(demo_copy)
    assert next_line(third) == "opened copy.csdesk", "a killed process leaves nothing in the way"


@pytest.mark.timeout(120)
def test_a_window_with_another_book_says_so_and_stays(begin: Begin, demo_copy: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(demo_copy, tmp_path / "other.csdesk"))
    first = begin(demo_copy)
    assert next_line(first) == "opened copy.csdesk"
    second = begin(other, demo_copy)
    assert next_line(second) == "opened other.csdesk"
    assert next_line(second) == "copy is already open in another window, which now comes to the front."
    assert next_line(first) == "forward"
    assert second.poll() is None


def test_a_claim_holds_while_its_process_lives(tmp_path: Path) -> None:
    folder, book = tmp_path / "windows", tmp_path / "book.csdesk"
    mine = Claims(folder)
    assert mine.claim(book)
    assert mine.claim(book), "twice is as good as once"
    assert other_process(folder, book) == "False"
    assert other_process(folder, tmp_path / "another.csdesk") == "True"
    mine.keep_only(tmp_path / "another.csdesk")
    assert other_process(folder, book) == "True"


def test_a_link_is_the_same_book(tmp_path: Path) -> None:
    book, link = tmp_path / "book.csdesk", tmp_path / "link.csdesk"
    book.touch()
    try:
        link.symlink_to(book)
    except OSError:
        pytest.skip("links need a right here")
    mine = Claims(tmp_path / "windows")
    assert mine.claim(book)
    assert other_process(tmp_path / "windows", link) == "False"


def test_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    folder, book = tmp_path / "windows", tmp_path / "book.csdesk"
    held = "c = Claims(Path(sys.argv[1])); c.claim(Path(sys.argv[2])); os._exit(1)"
    other_process(folder, book, held)
    assert [path.suffix for path in folder.iterdir()] == [".lock"], "it had no time to tidy up"
    assert Claims(folder).claim(book)


def test_a_request_is_heard_once(tmp_path: Path) -> None:
    folder, book = tmp_path / "windows", tmp_path / "book.csdesk"
    mine, theirs = Claims(folder), Claims(folder)
    assert mine.claim(book)
    assert not mine.is_asked()
    theirs.ask_for(book)
    assert mine.is_asked()
    assert not mine.is_asked()


def test_where_nothing_can_be_written_every_book_opens(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    claims = Claims(tmp_path / "file" / "windows")
    claims.ask_for(tmp_path / "book.csdesk")
    assert claims.claim(tmp_path / "book.csdesk")
    assert not claims.is_asked()
