"""The window is there before the heavy libraries are, and the core works where Qt is not."""

from collections.abc import Callable
from pathlib import Path

HEAVY = (
    "pandas", "matplotlib", "openpyxl", "xlsxwriter", "sqlalchemy", "python_calamine", "rapidfuzz",
    "pyrage", "msoffcrypto", "cryptography",
)  # fmt: skip


SLOW_TO_START = ("dataclasses", "PySide6.QtSvg", "csdesk.book", "csdesk.metrics", "csdesk.usecases.settings")
"""What the first paint can do without, and what would hold it up by a millisecond or more each."""


def test_starting_the_window_loads_no_heavy_library(run_python: Callable[..., str]) -> None:
    loaded = run_python("-c", "import sys, csdesk.ui.app; print(*sys.modules)").split()
    assert {*HEAVY, *SLOW_TO_START}.isdisjoint(loaded)
    assert "PySide6.QtWidgets" in loaded


def test_naming_the_command_line_loads_no_heavy_library(run_python: Callable[..., str]) -> None:
    loaded = run_python("-c", "import sys, csdesk.cli; print(*sys.modules)").split()
    assert {*HEAVY, "PySide6"}.isdisjoint(loaded)


def test_everything_but_the_window_imports_without_qt(modules: dict[str, Path], run_python: Callable[..., str]) -> None:
    core = [name for name in modules if not name.startswith("csdesk.ui") and name != "csdesk.__main__"]
    run_python(
        "-c",
        "import sys\nsys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        "import importlib\nfor name in sys.argv[1:]: importlib.import_module(name)",
        *core,
    )
