"""Garbage is collected on the window's thread, and only there."""

import gc
import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from csdesk.ui.desk import Desk
from csdesk.ui.sweeping import Sweeper, sweep


class Knot:
    """Holds itself, so that only a collection frees it."""

    dead = 0

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Knot.dead += 1


@pytest.fixture
def sweeper(qapp: QApplication, desk: Desk) -> Iterator[Sweeper]:
    made = Sweeper(desk, qapp)
    yield made
    made.end()
    made.deleteLater()
    gc.disable()


def test_python_no_longer_collects_where_it_happens_to_be(sweeper: Sweeper) -> None:
    assert not gc.isenabled()
    sweeper.end()
    assert gc.isenabled()


@pytest.mark.usefixtures("sweeper")
def test_a_sweep_frees_what_holds_itself() -> None:
    before = Knot.dead
    for _ in range(6_000):
        Knot()
    assert Knot.dead == before
    sweep()
    assert Knot.dead == before + 6_000


def test_while_the_lane_is_busy_the_window_sweeps_often_and_leaves_old_objects_alone(
    sweeper: Sweeper, desk: Desk, qapp: QApplication, settle: Callable[[], None]
) -> None:
    go_on = threading.Event()
    old = [Knot() for _ in range(6_000)]
    gc.collect()
    for _ in range(50):
        gc.collect(1)  # a full sweep is due
    before = Knot.dead
    desk.work(qapp, lambda _progress: go_on.wait(5), lambda _done: None)
    old.clear()
    young = [Knot() for _ in range(6_000)]
    young.clear()
    assert sweeper._timer.interval() < 100
    sweeper._unused = SimpleNamespace(elapsed=lambda: 60_000)  # type: ignore[assignment]
    sweeper._look()
    assert Knot.dead == before + 6_000, "the young ones"
    go_on.set()
    settle()
    assert Knot.dead == before + 12_000
    assert sweeper._timer.interval() > 1000


def test_a_full_sweep_waits_until_nobody_is_at_the_keyboard(sweeper: Sweeper, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert sweeper._unused.elapsed() < 3000
    old = [Knot() for _ in range(6_000)]
    gc.collect()
    for _ in range(50):
        gc.collect(1)
    before = Knot.dead
    old.clear()
    sweeper._look()
    assert Knot.dead == before
    sweeper._unused = SimpleNamespace(elapsed=lambda: 60_000)  # type: ignore[assignment]
    sweeper._look()
    assert Knot.dead == before + 6_000
