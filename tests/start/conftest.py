"""The start script as a module, with a checkout and an environment of its own and nothing really run."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "start.py"


@pytest.fixture
def start_file() -> ModuleType:
    """Fresh from the file."""
    specification = importlib.util.spec_from_file_location("start_under_test", SCRIPT)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def start(start_file: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The same with lock files, environment and the person's folder in the test's own folder."""
    module = start_file
    for name, path in {"TO_RUN": "requirements.txt", "TO_TEST": "requirements-dev.txt"}.items():
        (tmp_path / path).write_text(f"{name}==1\n", encoding="utf-8")
        monkeypatch.setattr(module, name, tmp_path / path)
    monkeypatch.setattr(module, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(module, "own_folder", lambda: tmp_path)
    for variable in ("CI", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_DATA_HOME"):
        monkeypatch.delenv(variable, raising=False)
    return module


@pytest.fixture
def done(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Set-up steps taken, in order, instead of taking them; making the environment leaves a Python there."""
    steps: list[str] = []

    def quietly(command: list[str], _failure: str) -> None:
        steps.append(" ".join(command))
        if "venv" in command:
            start.ENVIRONMENT.mkdir(exist_ok=True)
            for old in start.ENVIRONMENT.iterdir():
                old.unlink()
            start.PYTHON.touch()

    monkeypatch.setattr(start, "quietly", quietly)
    monkeypatch.setattr(start, "is_loadable", lambda _library: True)
    return steps


@pytest.fixture
def ran(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Command lines handed to the environment's Python, instead of running them; all end well."""
    lines: list[tuple[str, ...]] = []

    def python(*arguments: str, **_variables: Any) -> int:
        lines.append(arguments)
        return 0

    monkeypatch.setattr(start, "python", python)
    monkeypatch.setattr(start, "hand_over", start.csdesk)
    return lines


@pytest.fixture
def on_linux(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make the machine a Linux one, with these environment variables and this user id."""

    def be(user: int = 1000, **variables: str) -> None:
        monkeypatch.setattr("sys.platform", "linux")
        monkeypatch.setattr("os.geteuid", lambda: user, raising=False)
        monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return be
