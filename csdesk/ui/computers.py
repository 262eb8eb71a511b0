"""Other computers that may use the open book: what to mind is said once, and this one says that it is here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from csdesk.ui.opening import Hold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Presence
    from csdesk.usecases.places import Keeper

_RENEW_MS = 60 * 1000


@dataclass(frozen=True, slots=True)
class _Place:
    """What the book's folder tells."""

    book: Path
    keeper: Keeper | None
    conflicts: tuple[Path, ...]


class Computers(QObject):
    """Looks around once a book is open; while one is open that others share, renews this computer's record and says
    when another computer comes to the same book."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around, self._frame = around, around.window
        self._known: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setInterval(_RENEW_MS)
        self._timer.timeout.connect(self.renew)

    def begin(self) -> None:
        """A book has been opened."""
        self._known = frozenset()
        self._timer.stop()
        path = self._around.opening.path
        if path is not None and self._around.opening.inside is None:
            self._around.desk.work(self, lambda _progress: _look_around(path), self._say_place)
        if self._around.opening.hold is Hold.WRITE:
            self._timer.start()
            self.renew()

    def renew(self) -> None:
        """Say again that the book is open here, and hear who else says so."""
        from csdesk.usecases.sharing import renew_presence

        self._around.desk.ask(self, renew_presence, self._hear)

    def _hear(self, others: tuple[Presence, ...]) -> None:
        came = [other for other in others if other.machine.key not in self._known]
        self._known = frozenset(other.machine.key for other in others)
        if came:
            from csdesk.usecases.sentences import also_open_sentence

            self._tell(self.tr("Open on another computer"), also_open_sentence(came[0], self._frame.language))

    def _say_place(self, place: _Place) -> None:
        if place.book != self._around.opening.path:
            return
        if place.keeper is not None and self._first_time(place.book):
            from csdesk.wording.sharing import shared_words

            self._tell(self.tr("One computer at a time"), shared_words(place.keeper, self._frame.language))
        new = [copy for copy in place.conflicts if self._first_time(copy)]
        if new:
            from csdesk.usecases.sentences import conflicts_sentence

            said = conflicts_sentence(new, self._frame.language)
            self._tell(self.tr("A second version of the book"), said, self._ways_on(new))

    def _ways_on(self, copies: Sequence[Path]) -> list[tuple[str, Callable[[], object]]]:
        """Merging what was done in the other version, where this one can be changed, and seeing it; of several the
        person says which."""
        from csdesk.ui.copies import Copies

        several = Copies(self._around)
        ways: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Merge one of them ..."), several.merge_copy),
            (self.tr("Open one read-only ..."), several.open_to_read),
        ]
        if len(copies) == 1:
            ways = [
                (self.tr("Merge into this book"), partial(self._merge, copies[0])),
                (self.tr("Open it read-only"), partial(self._around.opening.open_to_read, copies[0])),
            ]
        return ways if self._around.opening.hold is Hold.WRITE else ways[1:]

    def _merge(self, copy: Path) -> None:
        from csdesk.ui.dialogs.merge_copy import MergeCopy

        MergeCopy(self._around, copy, self._frame).open()

    def _first_time(self, path: Path) -> bool:
        preferences = self._around.preferences
        if preferences.has_warned(path):
            return False
        preferences.remember_warned(path)
        return True

    def _tell(self, title: str, text: str, ways: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        from csdesk.ui.dialogs.shared_folder import SharedFolder

        SharedFolder(title, text, self._frame, ways).open()


def _look_around(book: Path) -> _Place:
    from csdesk.usecases.places import conflict_copies, shared_place

    keeper = shared_place(book)
    return _Place(book, keeper, conflict_copies(book, keeper))
