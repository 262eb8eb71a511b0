"""A pack that was sent: what it is pinned by, whom it was for, what is other by now; written again from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.form import RowDialog, form
from csdesk.ui.widgets.sheet import SheetView
from csdesk.wording.charts import period_name
from csdesk.wording.figures import amount_text
from csdesk.wording.restating import cause_text, changes_text, restated_text
from csdesk.wording.speech import NOTHING, day, moment
from csdesk.wording.targets import signed_text

if TYPE_CHECKING:
    from fractions import Fraction

    from csdesk.metrics.measure import Number
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.packs import Pack
    from csdesk.usecases.restating import RestatedLine, WrittenAgain

_WIDTH, _HEIGHT, _DIGITS = 820, 260, 16


class PackDialog(RowDialog):
    """`again` carries the content of a workbook to be written, its proposed name, and whom it is for."""

    again = Signal(object, str, str)

    def __init__(self, around: Surroundings, pack: Pack, parent: QWidget) -> None:
        super().__init__(around, Kind.PACK, pack.id, parent)
        self.setWindowTitle(self.tr("Pack sent"))
        self.setMinimumWidth(_WIDTH)
        self._pack = pack
        self._found: WrittenAgain | None = None
        self.note = QLineEdit(pack.note, self)
        self.body.addWidget(muted(self._told(), self))
        self.body.addLayout(form([(self.tr("For whom"), self.note)]))
        self.verdict = muted(self.tr("Comparing with what it would say now ..."), self)
        self.body.addWidget(self.verdict)
        self.model: RowsModel[RestatedLine] = RowsModel((), self)
        self.sheet = SheetView(self.model, self.tr("Figures as stated and now"), self)
        self.sheet.setFixedHeight(_HEIGHT)
        self.body.addWidget(self.sheet)
        self._since = muted("", self)
        self.body.addWidget(self._since)
        self.write_again = QPushButton(self.tr("Write again..."), self)
        self.write_again.setAutoDefault(False)
        self.write_again.setEnabled(False)
        self.write_again.clicked.connect(self._write_again)
        self.foot.insertWidget(1, self.write_again)
        self._read()

    def check(self) -> None:
        from csdesk.usecases.packs import note_pack

        pack, note = self._pack.id, self.note.text()
        self.save(lambda book: note_pack(book, pack, note))

    def show_again(self, found: WrittenAgain) -> None:
        """Say whether the workbook would be the same, and what is other."""
        language, restated = self._around.window.language, found.restatement
        self._found = found
        n, every = len(restated.differing), len(restated.lines)
        self.verdict.setText(restated_text(n, every, language, same=restated.same))
        columns = self._columns(found)
        self.sheet.show_found(Found.of(columns, restated.lines), columns)
        steps = [(one.on, one.what, one.accounts) for one in restated.changes]
        self._since.setText("" if restated.same else changes_text(restated.definitions, steps, language))
        self.write_again.setEnabled(True)
        self.fit()

    def _told(self) -> str:
        pack, language = self._pack, self._around.window.language
        lines = (
            self.tr("{file}: {period}, as of {day}").format(
                file=pack.file, period=period_name(pack.period, language), day=day(pack.as_of, language)
            ),
            self.tr("Written {at} by {who} with csdesk {version}").format(
                at=moment(pack.made_at, language), who=pack.made_by, version=pack.made_with
            ),
            self.tr("Definitions: {rules}. Fingerprint: {digits}").format(
                rules=pack.rules, digits=pack.fingerprint[:_DIGITS]
            ),
        )
        return "\n".join(lines)

    def _columns(self, found: WrittenAgain) -> tuple[Column[RestatedLine], ...]:
        frame, restated = self._around.window, found.restatement
        language = frame.language

        def said(value: Number | None, line: RestatedLine) -> str:
            return NOTHING if value is None else amount_text(value, line.unit, frame.currency, language)

        def part(difference: Fraction | None, line: RestatedLine) -> str:
            return signed_text(difference, line.unit, frame.currency, language) if difference else NOTHING

        def why(line: RestatedLine) -> str:
            return cause_text(restated.causes(line), language)

        def tone(line: RestatedLine) -> Tone:
            return Tone.WARN if line.differs else Tone.QUIET

        return (
            Column("figure", self.tr("Figure"), lambda r: r.name, lambda r: r.name, width=210),
            Column("stated", self.tr("As stated"), lambda r: r.stated, lambda r: said(r.stated, r), Look.NUMBER, 110),
            Column("now", self.tr("Now"), lambda r: r.now, lambda r: said(r.now, r), Look.NUMBER, 110),
            Column("definitions", self.tr("By definitions"), lambda r: r.by_definitions,
                   lambda r: part(r.by_definitions, r), Look.NUMBER, 110),
            Column("data", self.tr("By records"), lambda r: r.by_data, lambda r: part(r.by_data, r), Look.NUMBER, 110),
            Column("why", self.tr("Why"), why, why, width=150, tone=tone),
        )  # fmt: skip

    def _read(self) -> None:
        from csdesk.usecases.restating import written_again

        pack = self._pack.id
        self._around.desk.ask(self, lambda book: written_again(book, pack), self.show_again)

    def _write_again(self) -> None:
        found = self._found
        if found is not None:
            self.accept()
            self.again.emit(found.content, self._pack.file, self.note.text())
