"""What every gate looks at: the checkout, its modules, and their syntax."""

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def top() -> Path:
    """The top of the checkout."""
    return Path(__file__).parents[2]


@pytest.fixture(scope="session")
def modules(top: Path) -> dict[str, Path]:
    """Every module of csdesk by its dotted name."""
    found = {}
    for path in sorted((top / "csdesk").rglob("*.py")):
        parts = path.relative_to(top).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@pytest.fixture(scope="session")
def trees(modules: dict[str, Path]) -> dict[str, ast.Module]:
    """The syntax of every module, by its dotted name."""
    return {module: ast.parse(path.read_bytes()) for module, path in modules.items()}


@pytest.fixture(scope="session")
def run_python(top: Path) -> Callable[..., str]:
    """Run a Python command line of its own in the checkout, or elsewhere; fails with what it said when it does not
    end as it should."""

    def run(*arguments: str, within: Path = top, status: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, *arguments], cwd=within, capture_output=True, encoding="utf-8", check=False, timeout=100
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    return run
