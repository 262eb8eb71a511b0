"""A check finds nothing in books that are as csdesk left them, whatever was done in them."""

from pathlib import Path

import pytest

from csdesk.book.check import check
from csdesk.book.file import Book
from csdesk.models.kinds import Language
from csdesk.usecases.books import check_book, demo_book, new_book
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_files, remembered
from csdesk.usecases.settings import BookSettings, book_settings
from csdesk.usecases.stopped import Stopped
from tests.damage.conftest import clock, silent

DATA = Path(__file__).parents[1] / "data"
FOLDERS = sorted({path.parent for path in (DATA / "exports").rglob("*.[cx][sl][vs]*")})


def _imported(book: Book, files: list[Path]) -> None:
    found = read_files(files, silent)
    apply_plan(
        book, plan_import(book, match_tables(found, remembered(book, found), book_settings(book)), clock().date())
    )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_imports_undone_done_again_and_taken_back_leave_a_sound_book(folder: Path, tmp_path: Path) -> None:
    settings = BookSettings("JPY", 4, Language.EN)
    with new_book(tmp_path / "team.csdesk", settings, who="sample", clock=clock) as book:
        for file in sorted(folder.glob("*.[cx][sl][vs]*")):
            _imported(book, [file])
        step = book.undo_state().undo
        assert check_book(book) == ()
        book.undo()
        assert check_book(book) == ()
        book.redo()
        if step is not None:
            book.take_back(step.step)
        assert check_book(book) == ()


@pytest.mark.parametrize("language", Language)
def test_the_demo_is_sound(tmp_path: Path, language: Language) -> None:
    with demo_book(tmp_path / "demo.csdesk", who="sample", clock=clock, language=language) as book:
        assert check_book(book) == ()


def test_a_check_tells_how_far_it_is_and_can_be_stopped(whole: Path) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, whole: int) -> None:
        told.append((done, whole))
        if done == 10:
            raise Stopped

    with Book.open(whole, who="w", clock=clock, read_only=True) as book:
        with pytest.raises(Stopped):
            check_book(book, tell)
        assert [done for done, _ in told] == list(range(11))
        assert check(book) == ()
