"""Long work is followed on the strip at the window's foot, and cancelled there."""

from collections.abc import Callable
from typing import Any

import pytest

from csdesk.resources import resource
from csdesk.ui.desk import Desk, Work
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.widgets.progress import ProgressStrip
from csdesk.usecases.books import undo_state
from csdesk.usecases.importing import Verdict

RENEWALS = resource("samples", "contracts_renewals.csv")
STAGES = ("Reading contracts_renewals.csv", "Matching columns", "Comparing with the book", "Importing")
LAST = "Making the new rows quick to find"


@pytest.fixture
def rest(settle: Callable[[], None], desk: Desk) -> Callable[[], None]:
    """Until nothing that was asked is unanswered."""

    def run() -> None:
        settle()
        while desk._asked:
            settle()

    return run


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> ImportPage:
    opened = window.open_page("import")
    rest()
    assert isinstance(opened, ImportPage)
    return opened


def cancel_during(desk: Desk, title: str) -> None:
    """Press Cancel as soon as that work has told how far it is."""

    def stop(work: Work, _done: int, _whole: int) -> None:
        if work.title == title:
            work.cancel()

    desk.progressed.connect(stop)


def test_what_is_said_in_passing_leaves_the_strip_free(page: ImportPage, desk: Desk, rest: Callable[[], None]) -> None:
    window: Any = page.window()
    window.toast("Saved", undo=True)
    low = window._toast.geometry().bottom()
    placed: list[int] = []

    def note(_work: Work, _done: int, _whole: int) -> None:
        strip: Any = window.findChild(ProgressStrip)
        placed.append(strip.mapTo(window, strip.rect().topLeft()).y() - window._toast.geometry().bottom())

    desk.progressed.connect(note)
    page.take_files([RENEWALS])
    rest()
    assert placed
    assert min(placed) >= 0
    assert window._toast.geometry().bottom() == low


def test_the_strip_names_every_stage_and_counts(page: ImportPage, desk: Desk, rest: Callable[[], None]) -> None:
    seen: dict[str, set[str]] = {}

    def note(work: Work, done: int, whole: int) -> None:
        strip: Any = page.window().findChild(ProgressStrip)
        assert strip.isVisible()
        seen.setdefault(strip._title.text(), set()).add(strip._count.text())
        assert strip._title.text() == (work.last if work.is_at_last(done, whole) else work.title)

    desk.progressed.connect(note)
    page.take_files([RENEWALS])
    rest()
    page.flow.apply()
    rest()
    assert tuple(seen) == (*STAGES, LAST)
    assert seen.pop(LAST) == {""}
    # Of work that lasts, the time left is told as well.
    assert "14,322 of 14,322" in {counts.partition(" · ")[0] for counts in seen["Comparing with the book"]}
    assert all(any(counts) for counts in seen.values())
    strip: Any = page.window().findChild(ProgressStrip)
    assert not strip.isVisible()


def test_the_page_itself_counts_rows(page: ImportPage, desk: Desk, rest: Callable[[], None]) -> None:
    seen: set[str] = set()

    def note(work: Work, _done: int, _whole: int) -> None:
        seen.update((f"{work.title}|{page._bar.hint.text()}", page._zone._count.text()))

    desk.progressed.connect(note)
    page.take_files([RENEWALS])
    rest()
    page.flow.apply()
    rest()
    assert any(one.startswith("Importing|Importing   ") and one.endswith(" rows") for one in seen)
    assert "14,322 of 14,322 rows" in seen
    assert f"Importing|{LAST}" in seen


@pytest.mark.parametrize("stage", STAGES[:3])
def test_cancelled_before_the_preview_it_begins_again(
    page: ImportPage, desk: Desk, rest: Callable[[], None], stage: str
) -> None:
    cancel_during(desk, stage)
    page.take_files([RENEWALS])
    rest()
    assert page.flow.plan is None
    assert not page.flow.candidates
    assert page._zone.isVisible()
    assert page._bar.isHidden()


def test_a_cancelled_import_writes_nothing_and_can_be_applied_after_all(
    page: ImportPage, desk: Desk, rest: Callable[[], None]
) -> None:
    states: list[Any] = []
    page.take_files([RENEWALS])
    rest()
    cancel_during(desk, "Importing")
    page.flow.apply()
    rest()
    desk.ask(page, undo_state, states.append, about="state")
    rest()
    assert states[0].undo is None
    assert page.flow.counts[Verdict.NEW] == 14_322
    assert page._bar.apply.isEnabled()
    desk.progressed.disconnect()
    page.flow.apply()
    rest()
    assert page.flow.plan is None
    desk.ask(page, undo_state, states.append, about="state")
    rest()
    assert states[1].undo is not None
