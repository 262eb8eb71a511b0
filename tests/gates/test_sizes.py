"""Files, classes and functions stay small enough to be read at one sitting; what is larger today may only shrink."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

FILE, CLASS, FUNCTION = 350, 200, 40

LARGER = {
    "csdesk.intake.matching.words.evidence.profile": 43,
    "csdesk.intake.planning.own.OwnTables": 224,
    "csdesk.ui.pages.account_columns._figures": 46,
    "csdesk.ui.pages.accounts.AccountsPage": 248,
    "csdesk.ui.pages.accounts._build": 41,
    "csdesk.ui.pages.settings.SettingsPage": 257,
    "csdesk.ui.pages.today._lay_out": 42,
}
"""The bound of each class and function that is over its kind's: lowered as it shrinks, gone once it fits."""


def outgrown(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Name and length of each class and function that is longer than its kind may be."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > (CLASS if isinstance(node, ast.ClassDef) else FUNCTION):
                yield node.name, lines


def test_no_file_outgrows_its_room(modules: dict[str, Path]) -> None:
    lengths = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in modules.items()}
    assert {module: length for module, length in lengths.items() if length > FILE} == {}


def test_no_class_and_no_function_outgrows_its_file(trees: dict[str, ast.Module]) -> None:
    found = {f"{module}.{name}": lines for module, tree in trees.items() for name, lines in outgrown(tree)}
    assert {name: lines for name, lines in found.items() if lines > LARGER.get(name, 0)} == {}, "has grown"
    assert LARGER.keys() - found.keys() == set(), "fits now"


@pytest.mark.parametrize(
    ("head", "lines"), [("class Large:", CLASS), ("def large():", FUNCTION), ("async def large():", FUNCTION)]
)
def test_the_gate_sees_what_has_grown(head: str, lines: int) -> None:
    within = head + "\n    x = 1" * (lines - 1)
    assert not list(outgrown(ast.parse(within)))
    assert [size for _, size in outgrown(ast.parse(f"{within}\n    x = 1"))] == [lines + 1]
