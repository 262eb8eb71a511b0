"""What holds for every test: no screen, no chance, and no Qt outside the window's own tests."""

import builtins
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.thorough import THOROUGH, examples

HERE = Path(__file__).parent
WITH_QT = {"ui", "gates", "start"}

os.environ["QT_QPA_PLATFORM"] = "offscreen"
settings.register_profile("csdesk", deadline=None, derandomize=True, database=None, max_examples=examples(100))
settings.load_profile("csdesk")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes times is no test of right and wrong: a busy machine would fail it. The benchmark of stalls runs it.

    Of many forms of one test, those marked as thorough are left out of every day's run.
    """
    for item in items:
        if "stalls" in getattr(item, "fixturenames", ()):
            item.add_marker("watch")
    if not THOROUGH:
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("thorough")])
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what the harnesses of crashes have counted."""
    for report in terminalreporter.stats.get("", []):
        for name, value in report.user_properties:
            if name == "counts" and report.when == "teardown":
                terminalreporter.write_line(value)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Make PySide6 unimportable while a test of the core runs, its fixtures included."""
    if item.path.relative_to(HERE).parts[0] in WITH_QT:
        return (yield)
    usual = builtins.__import__

    def without_qt(name: str, *where: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "PySide6":
            raise ModuleNotFoundError(f"{name} is out of reach of the core", name=name)
        return usual(name, *where, **named)

    builtins.__import__ = without_qt
    try:
        return (yield)
    finally:
        builtins.__import__ = usual


@pytest.fixture
def full_disk() -> Callable[[], AbstractContextManager[None]]:
    """Within it no file can grow beyond 2,000 bytes, so that writing fails in the middle as on a full disk."""
    resource = pytest.importorskip("resource")

    @contextmanager
    def limited() -> Iterator[None]:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return limited
