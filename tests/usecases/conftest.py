from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from csdesk.book.file import Book
from csdesk.models.kinds import Language
from csdesk.usecases import books
from csdesk.usecases.settings import BookSettings

TODAY = date(2026, 3, 18)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    return lambda: datetime(TODAY.year, TODAY.month, TODAY.day, 3, 0, tzinfo=UTC)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def book(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Book]:
    made = books.new_book(tmp_path / "team.csdesk", BookSettings("JPY", 4, Language.EN), who="sample", clock=clock)
    yield made
    made.close()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.csdesk"
    moment = datetime(TODAY.year, TODAY.month, TODAY.day, 3, 0, tzinfo=UTC)
    books.demo_book(path, who="sample", clock=lambda: moment, language=Language.JA).close()
    return path


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Book]:
    path = tmp_path / "demo.csdesk"
    path.write_bytes(demo_file.read_bytes())
    opened = Book.open(path, who="sample", clock=clock)
    yield opened
    opened.close()
