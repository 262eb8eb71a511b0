"""Every module lives in a room, and touches only what its room may."""

import ast
import re
import sys
from collections.abc import Callable
from pathlib import Path

import grimp
import pytest

from csdesk.book.header import MAGIC
from csdesk.models.endings import BOOK_SUFFIX

NETWORK = {
    *("socket", "socketserver", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib"),
    *("smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "asyncio", "webbrowser"),
    *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"),
}
CLOCK = {
    *("date.today", "datetime.today", "datetime.now", "datetime.utcnow", "Timestamp.now", "Timestamp.today"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.strftime"),
    *("QDate.currentDate", "QTime.currentTime", "QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc"),
    *("QDateTime.currentMSecsSinceEpoch", "QDateTime.currentSecsSinceEpoch"),
}
MAY_READ_THE_CLOCK = ("csdesk.ui.app", "csdesk.cli")
LONGEST = 350


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def test_rooms_know_only_what_they_may(run_python: Callable[..., str]) -> None:
    run_python("-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])")


def test_no_two_modules_need_each_other(modules: dict[str, Path]) -> None:
    graph = grimp.build_graph("csdesk", exclude_type_checking_imports=True, cache_dir=None)
    packages = [name for name, path in modules.items() if path.name == "__init__.py"]
    circles = {package: graph.nominate_cycle_breakers(package) for package in packages}
    assert {package: breakers for package, breakers in circles.items() if breakers} == {}


def test_metrics_know_numpy_pandas_and_models_alone(
    modules: dict[str, Path], imports_of: Callable[[Path], set[str]]
) -> None:
    allowed = {*sys.stdlib_module_names, "numpy", "pandas"}
    strangers = {
        (module, name)
        for module, path in modules.items()
        if is_within(module, "csdesk.metrics")
        for name in imports_of(path)
        if name.partition(".")[0] not in allowed
        and not (is_within(name, "csdesk.metrics") or is_within(name, "csdesk.models"))
    }
    assert not strangers


def test_nothing_speaks_to_a_network(modules: dict[str, Path], imports_of: Callable[[Path], set[str]]) -> None:
    found = {
        (module, name)
        for module, path in modules.items()
        for name in imports_of(path)
        if any(is_within(name, banned) for banned in NETWORK)
    }
    assert not found


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("from urllib import request", "urllib.request"),
        ("import http.client", "http"),
        ("import PySide6.QtNetwork", ""),
    ],
)
def test_the_network_gate_sees_every_way_of_importing(
    source: str, name: str, tmp_path: Path, imports_of: Callable[[Path], set[str]]
) -> None:
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    (found,) = imports_of(module)
    assert any(is_within(found, banned) for banned in NETWORK), name


def clock_reads(path: Path) -> set[str]:
    """Calls and references `Class.method` in a file that read the clock."""
    reads = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
            reads.add(f"{name}.{node.attr}")
    return reads & CLOCK


def test_the_clock_is_read_in_two_places(modules: dict[str, Path], imports_of: Callable[[Path], set[str]]) -> None:
    found = {
        (module, name)
        for module, path in modules.items()
        if not any(is_within(module, door) for door in MAY_READ_THE_CLOCK)
        for name in clock_reads(path) | (imports_of(path) & CLOCK)
    }
    assert not found


def test_the_clock_gate_sees_both_ways_of_naming_it(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("import datetime\nx = datetime.date.today\ny = QDate.currentDate()\n", encoding="utf-8")
    assert clock_reads(module) == {"date.today", "QDate.currentDate"}


def test_no_file_outgrows_its_room(modules: dict[str, Path]) -> None:
    lengths = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in modules.items()}
    assert {module: length for module, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_what_it_is_for(modules: dict[str, Path]) -> None:
    silent = [
        module for module, path in modules.items() if not ast.get_docstring(ast.parse(path.read_bytes()), clean=True)
    ]
    assert not silent


@pytest.mark.parametrize("text", [BOOK_SUFFIX, MAGIC.decode()], ids=["suffix", "magic"])
def test_how_a_book_is_known_is_written_once(modules: dict[str, Path], text: str) -> None:
    places = [
        module
        for module, path in modules.items()
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Constant) and re.search(rf"{re.escape(text)}(?!-)", _as_text(node.value))
    ]
    assert len(places) == 1, places


def _as_text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
