"""Long work tells how far it is, and stops when asked to, leaving nothing behind."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.resources import resource
from csdesk.usecases import importing
from csdesk.usecases.books import new_book
from csdesk.usecases.export import export_content, write_export
from csdesk.usecases.reports import board_content, write_board
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import BookSettings, book_settings

RENEWALS = resource("samples", "contracts_renewals.csv")
AS_OF = date(2024, 12, 31)
Progress = Callable[[int, int], None]
Job = Callable[[Progress], object]
STAGES = ("reading", "matching", "comparing", "applying", "board", "export")
RUNS, OFTEN_ENOUGH = 6, 0.1


class EnoughError(Exception):
    pass


@dataclass(frozen=True)
class Bench:
    """Every long job on one book, and where files go."""

    jobs: dict[str, Job]
    book: Book
    folder: Path

    def tidy(self) -> None:
        """As before any job."""
        self.book.undo()
        for left in ("board.xlsx", "all.xlsx"):
            (self.folder / left).unlink(missing_ok=True)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("long")
    moment = datetime(2025, 1, 6, 9, tzinfo=UTC)
    book = new_book(folder / "book.csdesk", BookSettings(), who="sample", clock=lambda: moment)
    found = importing.read_files([RENEWALS], importing.silent)
    settings = book_settings(book)
    matched = importing.match_tables(found, importing.remembered(book, found), settings)
    plan = importing.plan_import(book, matched, AS_OF)

    def apply(progress: Progress) -> None:
        importing.apply_plan(book, plan, (), progress)

    def board(progress: Progress) -> None:
        write_board(content, folder / "board.xlsx", progress)

    def export(progress: Progress) -> None:
        write_export(everything, folder / "all.xlsx", progress)

    importing.apply_plan(book, plan)
    content = board_content(book, Scope.at(AS_OF, PeriodKind.QUARTER), Language.EN)
    everything = export_content(book, Language.EN)
    book.undo()
    yield Bench(
        {
            "reading": lambda progress: importing.read_files([RENEWALS], progress),
            "matching": lambda progress: importing.match_tables(found, [], settings, progress),
            "comparing": lambda progress: importing.plan_import(book, matched, AS_OF, progress),
            "applying": apply,
            "board": board,
            "export": export,
        },
        book,
        folder,
    )
    book.close()


@pytest.mark.parametrize("stage", STAGES)
def test_it_goes_forward_to_the_whole(bench: Bench, stage: str) -> None:
    told: list[tuple[int, int]] = []
    bench.jobs[stage](lambda done, whole: told.append((done, whole)))
    bench.tidy()
    assert len(told) >= 7
    if stage != "reading":  # which goes over a file more than once
        assert told == sorted(told)
        assert len({whole for _, whole in told}) == 1
        assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("stage", STAGES)
def test_stopped_anywhere_it_leaves_nothing_behind(bench: Bench, stage: str) -> None:
    reports = 0

    def count(_done: int, _whole: int) -> None:
        nonlocal reports
        reports += 1

    def stop(_done: int, _whole: int) -> None:
        nonlocal reports
        reports -= 1
        if reports <= 0:
            raise EnoughError

    before, files = dump(bench.book), {path.name for path in bench.folder.iterdir()}
    for last in (1, 3, 7):
        reports = last
        with pytest.raises(EnoughError):
            bench.jobs[stage](stop)
        assert dump(bench.book) == before
        assert {path.name for path in bench.folder.iterdir()} == files
    reports = 0
    bench.jobs[stage](count)
    bench.tidy()
    assert reports >= 7, "stopped in the middle, not after the end"


@pytest.fixture
def no_search_for_garbage() -> Iterator[None]:
    """As in the program."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.watch
@pytest.mark.usefixtures("no_search_for_garbage")
@pytest.mark.parametrize("stage", STAGES)
def test_it_says_so_ten_times_a_second(bench: Bench, stage: str) -> None:
    least = 1.0
    for _ in range(RUNS):
        moments = [time.perf_counter()]
        bench.jobs[stage](lambda _done, _whole, moments=moments: moments.append(time.perf_counter()))
        moments.append(time.perf_counter())
        bench.tidy()
        least = min(least, max(later - earlier for earlier, later in pairwise(moments)))
        if least <= OFTEN_ENOUGH:
            break
    assert least <= OFTEN_ENOUGH
