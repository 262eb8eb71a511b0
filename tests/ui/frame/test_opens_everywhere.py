"""Every page, panel and dialog opens in both languages and palettes, at each scale, named for screen readers, uncut."""

import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module, util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import csdesk.ui.dialogs
from csdesk.models.kinds import Language
from csdesk.ui.main_window import MainWindow
from csdesk.ui.widgets.card import Elided
from tests.thorough import rarely

CHILD = Path(__file__).with_name("walk_child.py")
TOP = Path(__file__).parents[3]
LEAST = 45
"""Places a walk looks at, at the least."""


@pytest.fixture(scope="module")
def walk() -> ModuleType:
    """What the walk in another process looks for."""
    spec = util.spec_from_file_location("walk_child", CHILD)
    assert spec is not None
    assert spec.loader is not None
    made = util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.mark.parametrize(
    ("lang", "scale", "scheme", "width", "height"),
    [
        (Language.EN, "1", "light", 1280, 820),
        (Language.JA, "1.5", "dark", 1024, 700),
        rarely((Language.EN, "1.5", "dark", 1024, 700)),
        rarely((Language.JA, "1", "light", 1280, 820)),
        rarely((Language.EN, "2", "light", 1280, 820)),
        rarely((Language.JA, "2", "light", 1280, 820)),
    ],
)
def test_everything_opens_named_and_uncut(
    demo_copy: Path, tmp_path: Path, lang: Language, scale: str, scheme: str, width: int, height: int
) -> None:
    done = subprocess.run(
        [sys.executable, str(CHILD), str(demo_copy), str(tmp_path), lang, scheme, str(width), str(height)],
        cwd=TOP,
        env={**os.environ, "PYTHONPATH": str(TOP), "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=110,
    )
    told = json.loads(done.stdout)
    assert told["faults"] == []
    assert told["seen"] >= LEAST
    assert told["scale"] == float(scale)


def test_every_dialog_is_among_those_opened(walk: ModuleType) -> None:
    modules = [
        import_module(f"csdesk.ui.dialogs.{found.name}") for found in pkgutil.iter_modules(csdesk.ui.dialogs.__path__)
    ]
    made = {
        name
        for module in modules
        for name, one in vars(module).items()
        if isinstance(one, type) and issubclass(one, QDialog) and one.__module__ == module.__name__
    }
    opened = {name for make in (*walk.DIALOGS.values(), walk.Walk.bin) for name in make.__code__.co_names}
    assert made <= opened


def test_what_is_cut_is_seen(qtbot: QtBot, walk: ModuleType) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    words = "A sentence that is too long for its place"
    label, wrapped, button, check, told, hidden = (
        QLabel(words), QLabel(words), QPushButton(words), QCheckBox(words), Elided(words), Elided(words),
    )  # fmt: skip
    wrapped.setWordWrap(True)
    wrapped.setFixedHeight(20)
    hidden.setToolTip("")
    for widget in (label, wrapped, button, check, told, hidden):
        widget.setFixedWidth(90)
        column.addWidget(widget)
    column.addWidget(QLabel("short"))
    top.show()
    assert list(walk.cut(top)) == [words] * 5, "all but the one whose tooltip says it, and the short one"


def test_what_has_no_name_is_seen(qtbot: QtBot, walk: ModuleType) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    for widget in (QPushButton("named"), QPushButton(""), QTabBar()):
        column.addWidget(widget)
    top.show()
    assert [who.split()[0] for who in walk.nameless(top)] == ["QPushButton", "QTabBar"]


def test_the_names_of_the_rail_are_those_of_the_language(open_demo: Callable[..., MainWindow]) -> None:
    window = open_demo(Language.JA)
    assert [button.text() for button in window._rail._buttons.values()][:2] == ["今日", "概要"]
