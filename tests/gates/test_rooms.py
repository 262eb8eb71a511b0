"""Every module lives in a room, and touches only what its room may."""

import ast
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import grimp
import pytest

from csdesk.book.header import MAGIC
from csdesk.models.endings import BOOK_SUFFIX

from .sources import imports, is_within, uses

LINT = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
MIGRATION = re.compile(r"csdesk\.book\.schema_\d+")
PANDAS_SQL = re.compile(r"(^|\.)(read_sql\w*|to_sql)$")


def test_rooms_know_only_what_they_may(run_python: Callable[..., str]) -> None:
    run_python("-c", LINT)


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("metrics/catalogue.py", "import csdesk.usecases.today"),
        ("usecases/today.py", "import sqlite3"),
        ("reports/board.py", "import sqlalchemy"),
        ("usecases/today.py", "import csdesk.models.tables.base"),
        ("wording/words.py", "import PySide6.QtCore"),
        ("usecases/today.py", "from PySide6 import QtWidgets"),
        ("ui/menu.py", "import csdesk.book.file"),
        ("cli/commands.py", "import csdesk.reports.board"),
    ],
)
def test_the_contracts_see_a_door_that_should_not_be(
    module: str, line: str, top: Path, tmp_path: Path, run_python: Callable[..., str]
) -> None:
    shutil.copy(top / "pyproject.toml", tmp_path)
    shutil.copytree(top / "csdesk", tmp_path / "csdesk", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "csdesk" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    told = run_python("-c", LINT, within=tmp_path, status=1)
    assert " 1 broken." in told


def test_no_two_modules_need_each_other(modules: dict[str, Path]) -> None:
    graph = grimp.build_graph("csdesk", exclude_type_checking_imports=True, cache_dir=None)
    packages = [name for name, path in modules.items() if path.name == "__init__.py"]
    circles = {package: graph.nominate_cycle_breakers(package) for package in packages}
    assert {package: breakers for package, breakers in circles.items() if breakers} == {}


def test_metrics_know_numpy_pandas_and_models_alone(trees: dict[str, ast.Module]) -> None:
    allowed = {*sys.stdlib_module_names, "numpy", "pandas"}
    strangers = {
        (module, name)
        for module, tree in trees.items()
        if is_within(module, "csdesk.metrics")
        for name in imports(tree)
        if name.partition(".")[0] not in allowed
        and not (is_within(name, "csdesk.metrics") or is_within(name, "csdesk.models"))
    }
    assert not strangers


def pandas_sql(tree: ast.AST) -> set[str]:
    """What speaks SQL by way of pandas."""
    return {name for name in imports(tree) | uses(tree) if PANDAS_SQL.search(name)}


def test_pandas_speaks_no_sql(trees: dict[str, ast.Module]) -> None:
    assert {module: found for module, tree in trees.items() if (found := pandas_sql(tree))} == {}


@pytest.mark.parametrize(
    "source",
    ["import pandas as pd\npd.read_sql('SELECT 1', c)", "from pandas import read_sql_query", "frame.to_sql('t', c)"],
)
def test_the_gate_sees_sql_by_way_of_pandas(source: str) -> None:
    assert pandas_sql(ast.parse(source))


def is_frozen(tree: ast.Module) -> bool:
    """Whether a step of the schema is a sentence and a tuple of plain texts, and nothing that could change with us."""
    match tree.body:
        case [ast.Expr(ast.Constant(str())), ast.Assign([ast.Name("STATEMENTS")], ast.Tuple(texts))]:
            return all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts)
    return False


def test_steps_of_the_schema_are_plain_text(trees: dict[str, ast.Module]) -> None:
    steps = {module: tree for module, tree in trees.items() if MIGRATION.fullmatch(module)}
    assert steps
    assert [module for module, tree in steps.items() if not is_frozen(tree)] == []


@pytest.mark.parametrize(
    "source",
    [
        "from csdesk.models.kinds import Kind\nSTATEMENTS = ('CREATE TABLE a (b)',)",
        "KIND = 'call'\nSTATEMENTS = (f'CREATE TABLE {KIND} (b)',)",
        "STATEMENTS = tuple(made())",
        "STATEMENTS = (f'CREATE TABLE {kind} (b)',)",
    ],
)
def test_the_gate_sees_a_step_that_could_change(source: str) -> None:
    assert is_frozen(ast.parse("'''A step.'''\nSTATEMENTS = ('CREATE TABLE a (b)',)"))
    assert not is_frozen(ast.parse(f"'''A step.'''\n{source}"))


def test_every_module_says_what_it_is_for(trees: dict[str, ast.Module]) -> None:
    assert [module for module, tree in trees.items() if not ast.get_docstring(tree)] == []


@pytest.mark.parametrize("text", [BOOK_SUFFIX, MAGIC.decode()], ids=["suffix", "magic"])
def test_how_a_book_is_known_is_written_once(trees: dict[str, ast.Module], text: str) -> None:
    places = [
        module
        for module, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and re.search(rf"{re.escape(text)}(?!-)", _as_text(node.value))
    ]
    assert len(places) == 1, places


def _as_text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
