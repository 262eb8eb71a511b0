"""What every gate looks at: the checkout, its modules, and what each of them imports."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
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
def imports_of() -> Callable[[Path], set[str]]:
    """Dotted names a file imports, anywhere in it; `from a import b` counts as `a.b`."""

    def names(node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def imports(path: Path) -> set[str]:
        return {name for node in ast.walk(ast.parse(path.read_bytes())) for name in names(node)}

    return imports


@pytest.fixture(scope="session")
def run_python(top: Path) -> Callable[..., str]:
    """Run a Python command line of its own in the checkout; fails with what it said."""

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments], cwd=top, capture_output=True, encoding="utf-8", check=False, timeout=100
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run
