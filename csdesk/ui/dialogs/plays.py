"""The library of plays: what is done against which signal, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.dialogs.play import PlayDialog
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.to_read import DialogToRead
from csdesk.usecases.plays import Play, PlayResults, play_results, plays, save_play
from csdesk.usecases.rows import delete_row
from csdesk.wording.signals import signal_name
from csdesk.wording.speech import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book

_SIZE = QSize(940, 560)


@dataclass(frozen=True, slots=True)
class _Line:
    """A play with what came of it."""

    play: Play
    results: PlayResults


class Plays(DialogToRead):
    """Enter changes a play; every change is a step that can be undone."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent, enter_closes=False)
        self._around = around
        self._found: tuple[Play, ...] = ()
        self.setWindowTitle(self.tr("Plays"))
        self.resize(_SIZE)
        self.model: RowsModel[_Line] = RowsModel(self._columns(), self)
        self.sheet = SheetView(self.model, self.windowTitle(), self)
        TableCopies(around, self.sheet)
        self.new = QPushButton(self.tr("New play …"), self)
        self.change = QPushButton(self.tr("Change …"), self)
        self.turn = QPushButton(self.tr("Switch off or on"), self)
        self.remove = QPushButton(self.tr("Delete"), self)
        said = self.tr(
            "Steps against a danger signal. Start one from a signal, a risk or an account's page: its steps become "
            "next steps. What came of it stands here: averted are risks closed without a loss, health is the change "
            "in the 60 days after the start. It is a comparison, not a proof."
        )
        self.lay_out(muted(said, self), self.sheet, ways=(self.new, self.change, self.turn, self.remove))
        self.new.clicked.connect(lambda _checked=False: self._edit(None))
        self.change.clicked.connect(lambda _checked=False: self._change_chosen())
        self.turn.clicked.connect(lambda _checked=False: self._turn())
        self.remove.setToolTip(
            self.tr("One that comes with csdesk then is as it came; those can only be switched off.")
        )
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        self.sheet.selectionModel().currentChanged.connect(lambda *_: self._allow())
        self.sheet.opened.connect(lambda row: self._edit(row.play))
        around.desk.changed.connect(self._ask)
        self._ask()

    def show_plays(self, told: tuple[tuple[Play, ...], Mapping[str, PlayResults]]) -> None:
        """Show what the book answered."""
        self._found, results = told
        self.sheet.show_found(
            Found.unsearched([_Line(one, results.get(one.name, PlayResults())) for one in self._found])
        )
        self._allow()

    def _ask(self) -> None:
        language, as_of = self._around.window.language, self._around.window.scope.as_of

        def question(book: Book) -> tuple[tuple[Play, ...], Mapping[str, PlayResults]]:
            return plays(book, language), play_results(book, as_of)

        self._around.desk.ask(self, question, self.show_plays)

    def _chosen(self) -> Play | None:
        index = self.sheet.currentIndex()
        return self.model.row_at(index.row()).play if index.isValid() else None

    def _change_chosen(self) -> None:
        if play := self._chosen():
            self._edit(play)

    def _edit(self, play: Play | None) -> None:
        beside = [one for one in self._found if one.id is None]
        PlayDialog(self._around, play, beside, self).open()

    def _turn(self) -> None:
        if play := self._chosen():
            window, wanted = self._around.window, replace(play, off=not play.off)
            self._around.desk.do(self, lambda book: save_play(book, wanted), window.say_step, window.complain)

    def _remove(self) -> None:
        play, window = self._chosen(), self._around.window
        if play is not None and play.id is not None:
            act = partial(delete_row, kind=Kind.PLAY, row=play.id)
            self._around.desk.do(self, act, window.say_deleted, window.complain)

    def _allow(self) -> None:
        play = self._chosen()
        self.remove.setEnabled(play is not None and play.id is not None)

    def _columns(self) -> tuple[Column[_Line], ...]:
        language, off = self._around.window.language, self.tr("{name} (off)")

        def name(row: _Line) -> str:
            return off.format(name=row.play.name) if row.play.off else row.play.name

        def against(row: _Line) -> str:
            return signal_name(row.play.signal, language) if row.play.signal else NOTHING

        def helped(row: _Line) -> str:
            return _of(row.results.helped, row.results.helped + row.results.not_helped)

        def averted(row: _Line) -> str:
            return _of(row.results.averted, row.results.closed)

        def change(row: _Line) -> str:
            mean = row.results.change
            return NOTHING if mean is None else f"{mean:+.1f} (n = {row.results.changes})"

        return (
            Column("name", self.tr("Play"), name, name, Look.TITLE, 200, tone=_tone, tip=name),
            Column("against", self.tr("Against"), against, against, width=220, tip=against),
            Column("steps", self.tr("Steps"), lambda r: len(r.play.steps), lambda r: str(len(r.play.steps)),
                   Look.NUMBER, 60),
            Column("begun", self.tr("Started"), lambda r: r.results.begun, lambda r: f"{r.results.begun:,}",
                   Look.NUMBER, 70),
            Column("ended", self.tr("Ended"), lambda r: r.results.ended, lambda r: f"{r.results.ended:,}",
                   Look.NUMBER, 70),
            Column("helped", self.tr("Helped"), lambda r: r.results.helped, helped, Look.NUMBER, 90),
            Column("averted", self.tr("Averted"), lambda r: r.results.averted, averted, Look.NUMBER, 90),
            Column("change", self.tr("Health"), lambda r: r.results.change, change, Look.NUMBER, 120),
        )  # fmt: skip


def _of(part: int, whole: int) -> str:
    return f"{part:,} / {whole:,}" if whole else NOTHING


def _tone(row: _Line) -> Tone:
    return Tone.QUIET if row.play.off else Tone.PLAIN
