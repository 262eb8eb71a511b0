"""Garbage is collected on the window's thread, and only there."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

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
