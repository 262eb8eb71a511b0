"""No widget speaks a language by itself: its words go through `tr`, or come from the room of words."""

import ast
import re
from collections.abc import Iterator

import pytest

SPEAKERS = re.compile(
    r"set\w*(?:Text|Title|Tip|WhatsThis|Name|Description|Labels?|Suffix|Prefix|Html)|(?:add|insert)(?!Widget)[A-Z]\w+"
    r"|showMessage|toast|Q(?!Object|Font|Color|Url|KeySequence|Timer|Settings|LockFile|Application)[A-Z]\w+"
)
"""What puts its texts before a person: setters, items and actions, and widgets as they are made."""

QUIET = {"tr", "translate", "Words", "cast", "TypeVar"}
"""What makes words of both languages of a text, or none at all."""

SENTENCE = re.compile(r"[A-Z][a-z]{2,}|[a-z]{2,} [a-z]{2,}|[\u3041-\u30ff\u4e00-\u9fff]")
"""What is a word of some language wherever it stands: capitalised, in a row, or Japanese."""

KEY = r"(?:Ctrl|Alt|Shift|Enter|Return|Tab|Esc|Space|Del|Delete|Left|[A-Z]|\d)"
NO_WORD = re.compile(rf"[\W\d]*|<[^>]*>|\s*csdesk\s*|\W*{KEY}(?:\W+{KEY})*\W*")
"""Signs, markup, the program's own name, and what is printed on keys."""

NOT_SPEAKING = {"csdesk.ui.folding", "csdesk.ui.style", "csdesk.ui.theme", "csdesk.ui.registry"}
"""Letters and their readings, the style sheet, names of fonts, names of classes."""

NOT_SHOWN = {"Fusion", "円", "万"}
"""The name of a style for Qt; what is read in an amount that somebody typed."""


def untranslated(tree: ast.AST) -> set[str]:
    """Words in a module that no translator would ever see."""
    silent = {id(part) for quiet in quiet_places(tree) for part in ast.walk(quiet)}
    shown = {id(part) for node in ast.walk(tree) if speaks(node) for part in said_by(node)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
        if not NO_WORD.fullmatch(node.value) and (id(node) in shown or SENTENCE.search(node.value))
    }


def quiet_places(tree: ast.AST) -> Iterator[ast.AST]:
    """Where a text is translated, explains the code, tells a type, or blames a mistake of ours."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(ast.Constant()):
                yield node
            case ast.Call() if called(node.func) in QUIET:
                yield node
            case ast.Assert(msg=ast.Constant() as blame):
                yield blame
            case ast.AnnAssign(annotation=ast.Name("TypeAlias"), value=ast.Constant() as spelled):
                yield spelled
        yield from filter(None, (getattr(node, "annotation", None), getattr(node, "returns", None)))


def called(node: ast.AST) -> str:
    """The last part of a name."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def speaks(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and bool(SPEAKERS.fullmatch(called(node.func)))


def said_by(node: ast.AST) -> Iterator[ast.AST]:
    """The texts of a call, also in sums, choices and lists, but not those of the calls and look-ups within it."""
    yield node
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.Call | ast.Subscript):
            yield from said_by(part)


def test_no_widget_has_words_of_its_own(trees: dict[str, ast.Module]) -> None:
    found = {
        (module, text)
        for module, tree in trees.items()
        if module.startswith("csdesk.ui") and module not in NOT_SPEAKING
        for text in untranslated(tree) - NOT_SHOWN
    }
    assert found == set()


@pytest.mark.parametrize(
    "source",
    [
        "label.setText('saved')",
        "QLabel('overdue')",
        "QtWidgets.QPushButton('Save', self)",
        "menu.addAction('delete', act)",
        "bar.setPlaceholderText('filter' if long else '')",
        "label.setText(f'{count} accounts')",
        "label.setText(name + ' copied')",
        "table.setHorizontalHeaderLabels(['account', 'owner'])",
        "card = Card(self, 'Nothing found')",
        "WORDS = {Kind.CALL: 'Call'}",
        "said = 'not understood'",
        "label.setText('保存')",
    ],
)
def test_the_gate_sees_words_outside_the_translation(source: str) -> None:
    assert untranslated(ast.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "label.setText(self.tr('Saved: {name}').format(name=name) + ' (Ctrl+Enter)')",
        "label.setText('–' if value is None else f'{value:,} %')",
        "label.setText(f'<b>{name}</b>')",
        "label.setProperty('role', 'muted')",
        "page.setWindowTitle('csdesk')",
        "'''A card says what it is.'''",
        "label.setText(look_up(WORDS, 'overdue', language))",
    ],
)
def test_the_gate_lets_signs_keys_and_names_pass(source: str) -> None:
    assert not untranslated(ast.parse(source))
