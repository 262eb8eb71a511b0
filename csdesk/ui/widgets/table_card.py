"""One table of an import: what it is taken for on one line, and under it, unfolded, all that there is to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from csdesk.ui import icons, theme
from csdesk.ui.plain import brief
from csdesk.ui.widgets.card import Elided
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.table_body import TableBody
from csdesk.usecases.importing import TableKind, Verdict
from csdesk.wording.intake import kind_words, verdict_words
from csdesk.wording.speech import percent

if TYPE_CHECKING:
    from csdesk.ui.candidate import Candidate
    from csdesk.ui.page import Surroundings

_NAME = 60


class TableCard(QFrame):
    """Shows one `Candidate`; its `body` is built when it is first unfolded.

    Signals: `kind_chosen` (kind), `included` (bool), `built` (the body, once it is there).
    """

    kind_chosen = Signal(object)
    included = Signal(bool)
    built = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._around, self._language = around, around.window.language
        self._candidate: Candidate | None = None
        self._body: TableBody | None = None
        self._alone = False
        self.fold = QToolButton(self)
        self.fold.setProperty("role", "fold")
        self.fold.setCheckable(True)
        self.fold.setAccessibleName(self.tr("Show this table"))
        self.fold.toggled.connect(self._unfold)
        self.take = QCheckBox(self)
        self.take.setAccessibleName(self.tr("Import this table"))
        self.take.toggled.connect(self._include)
        self._name = QLabel(self)
        self._name.setProperty("role", "heading")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._about = Elided("", self)
        self._about.setProperty("role", "muted")
        self.kind = Choice([(kind, kind_words(kind, self._language)) for kind in TableKind], self.tr("Found as"), self)
        self.kind.currentIndexChanged.connect(self._choose_kind)
        self._sure = QLabel(self)
        self._lay_out()
        self._tint()

    def show_candidate(self, candidate: Candidate) -> None:
        """Show the table as it now stands."""
        self._candidate = candidate
        self._show_heading(candidate)
        self.fold.setEnabled(candidate.matched is not None)
        self._show_body()

    @property
    def body(self) -> TableBody:
        """What stands under the heading, built where it was not yet."""
        self.build()
        assert self._body is not None
        return self._body

    def build(self) -> bool:
        """Have the body ready, unseen as yet; False where it was."""
        if self._body is not None:
            return False
        self._body = body = TableBody(self._around, self)
        body.hide()
        body.give_room(alone=self._alone)
        self._column.addWidget(body)
        self.built.emit(body)
        return True

    @property
    def has_doubts(self) -> bool:
        """Whether something was only assumed, or a column may be what is missing."""
        return self._candidate is not None and self._candidate.has_doubts()

    def give_room(self, *, alone: bool) -> None:
        """Be taller where there is no other table on the page."""
        self._alone = alone
        if self._body is not None:
            self._body.give_room(alone=alone)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Found as"), self)
        label.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        parts: tuple[QWidget, ...] = (self.fold, self.take, self._name, self._about, label, self.kind, self._sure)
        for part in parts:
            head.addWidget(part, int(part is self._about))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 12, 16, 12)
        self._column.setSpacing(10)
        self._column.addLayout(head)

    def _tint(self) -> None:
        name = "chevron-down" if self.fold.isChecked() else "chevron-right"
        self.fold.setIcon(icons.icon(name, theme.tokens().muted))

    # -- showing ---------------------------------------------------------------------------------------------------

    def _choose_kind(self) -> None:
        self.fold.setChecked(True)
        self.kind_chosen.emit(TableKind(str(self.kind.key)))

    def _include(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.fold.setChecked(on)
        self.included.emit(on)

    def _unfold(self) -> None:
        self._tint()
        if self._candidate is not None:
            self.show_candidate(self._candidate)

    def _show_body(self) -> None:
        candidate = self._candidate
        shown = candidate is not None and candidate.matched is not None and self.fold.isChecked()
        if candidate is not None and shown:
            self.body.show_candidate(candidate)
        if self._body is not None:
            self._body.setVisible(shown)

    def _show_heading(self, candidate: Candidate) -> None:
        table, matched = candidate.found, candidate.matched
        self._name.setText(brief(" · ".join(filter(None, (table.file, table.sheet))), _NAME))
        self._about.setText("   ".join(filter(None, (self._counted(candidate), self._measured(candidate)))))
        with QSignalBlocker(self.take), QSignalBlocker(self.kind):
            self.take.setChecked(candidate.included)
            if matched is not None:
                self.kind.choose(matched.kind)
        known = matched is not None and matched.kind is not TableKind.UNKNOWN
        self._sure.setText(percent(matched.confidence, 0) if matched is not None and known else "")
        self._sure.setToolTip(self.tr("How certain the reading is"))

    def _counted(self, candidate: Candidate) -> str:
        """The counts, where the body does not show them."""
        if candidate.planned is None or self.fold.isChecked():
            return ""
        counts = ((verdict, candidate.counts[verdict]) for verdict in Verdict)
        words = "  ".join(f"{verdict_words(verdict, self._language)} {count:,}" for verdict, count in counts if count)
        return f"▲ {words}" if candidate.has_doubts() else words

    def _measured(self, candidate: Candidate) -> str:
        table = candidate.found
        about = self.tr("{range}, {rows} rows, {columns} columns").format(
            range=table.range, rows=f"{len(table.rows):,}", columns=f"{len(table.columns):,}"
        )
        return self.tr("{about}, hidden sheet").format(about=about) if table.hidden else about
