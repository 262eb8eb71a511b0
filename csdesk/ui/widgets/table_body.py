"""What stands under the heading of one table of an import: its questions, and its rows, columns and troubles."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from csdesk.ui.plain import brief
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.column_fields import ColumnFields
from csdesk.ui.widgets.findings import Findings
from csdesk.ui.widgets.lookalikes import Lookalikes
from csdesk.ui.widgets.planned_list import PlannedList
from csdesk.ui.widgets.switches import Switches
from csdesk.ui.widgets.trouble_view import TroubleView
from csdesk.usecases.importing import Verdict
from csdesk.wording.intake import verdict_words
from csdesk.wording.speech import moment

if TYPE_CHECKING:
    from csdesk.ui.candidate import Candidate
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.importing import ColumnMatch, MatchedTable, PlannedTable

_HEIGHT, _ROOMY, _MENDING = 260, 430, 480
_TOLD = 90
_ALWAYS = frozenset({Verdict.NEW, Verdict.CHANGED})
"""Verdicts that are told also where no row has them."""


class TableBody(QWidget):
    """Shows one planned `Candidate`.

    Signals: `field_chosen` ((heading, field)), `answered` ((choice, answer)), `mended` ((cells, text)), `unmended`,
    `same_chosen` (answers), `kept` (what stays; nothing: the file's values are taken), `wants_refused` when the refused
    rows are to be saved, `wants_anew` when what is remembered of the table's shape is not to count.
    """

    field_chosen = Signal(object)
    answered = Signal(object)
    mended = Signal(object)
    unmended = Signal()
    same_chosen = Signal(object)
    kept = Signal(object)
    wants_refused = Signal()
    wants_anew = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._language = language = around.window.language
        self._candidate: Candidate | None = None
        self._alone = self._compared = False
        self._known = QWidget(self)
        self._told = muted("", self._known)
        self._told.setWordWrap(False)
        self.anew = QPushButton(self.tr("Find the columns anew"), self._known)
        self.anew.setProperty("role", "link")
        self.anew.clicked.connect(self.wants_anew)
        self.findings = Findings(around.window, self)
        self.findings.answered.connect(self.answered)
        self.switches = Switches(self)
        self.switches.buttonClicked.connect(self._show_chosen)
        self.verdicts: dict[Verdict, QToolButton] = {verdict: self.switches.add() for verdict in Verdict}
        self.columns_switch, self.trouble_switch = self.switches.add(), self.switches.add()
        self.alike_switch = self.switches.add()
        self.save = QPushButton(self.tr("Save refused rows..."), self)
        self.save.clicked.connect(self.wants_refused)
        self.rows = PlannedList(language, around.desk, self)
        self.rows.keep.kept.connect(self.kept)
        self.rows.keep.unkept.connect(lambda: self.kept.emit(()))
        self.columns = ColumnFields(language, self.offered, self)
        self.columns.rematched.connect(self.field_chosen)
        self.troubles = TroubleView(language, self)
        self.troubles.mended.connect(self.mended)
        self.troubles.unmended.connect(self.unmended)
        self._lay_out()

    @cached_property
    def alike(self) -> Lookalikes:
        """Accounts that may be the same; few tables have any."""
        made = Lookalikes(self._around, self._views)
        made.answered.connect(self.same_chosen)
        self._stack.addWidget(made)
        return made

    def show_candidate(self, candidate: Candidate) -> None:
        """Show the table as it now stands: of one that is left out its columns, else what is looked at where it can."""
        matched, planned = candidate.matched, candidate.planned
        if matched is None:
            return
        first, self._compared = planned is not None and not self._compared, planned is not None
        self._candidate = candidate
        self._tell_remembered(candidate)
        self.findings.show_findings(matched, candidate.matching.choices)
        self.columns.show_columns(matched.columns, candidate.asked())
        self._name_switches(candidate, matched)
        if planned is None:
            self.columns_switch.setChecked(True)
        elif first or not self.switches.serves():
            self._switch_to_start(candidate)
        self._show_chosen()

    def give_room(self, *, alone: bool) -> None:
        """Be taller where there is no other table on the page."""
        self._alone = alone
        self._size()

    def show_troubles(self) -> None:
        """Turn to the cells in trouble."""
        self.trouble_switch.setChecked(True)
        self._show_chosen()

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        switches = QHBoxLayout()
        switches.setSpacing(6)
        for switch in self.switches.buttons():
            switches.addWidget(switch)
        switches.addStretch(1)
        self._views = QWidget(self)
        self._stack = QStackedLayout(self._views)
        for view in (self.rows, self.columns, self.troubles):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        known = QHBoxLayout(self._known)
        known.setContentsMargins(0, 0, 0, 0)
        known.setSpacing(12)
        known.addWidget(self._told)
        known.addWidget(self.anew)
        known.addStretch(1)
        column.addWidget(self._known)
        column.addWidget(self.findings)
        column.addLayout(switches)
        column.addWidget(self._views)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _tell_remembered(self, candidate: Candidate) -> None:
        layout = candidate.layout
        self._known.setVisible(layout is not None)
        if layout is not None:
            when = moment(layout.at, self._language) if layout.at else ""
            told = self.tr("Matched as the last time: {name}").format(
                name=" · ".join(filter(None, (layout.name, when)))
            )
            self._told.setText(brief(told, _TOLD))

    def _name_switches(self, candidate: Candidate, matched: MatchedTable) -> None:
        planned = candidate.planned
        for verdict, switch in self.verdicts.items():
            count = candidate.counts[verdict]
            switch.setText(f"{verdict_words(verdict, self._language)} {count:,}")
            switch.setEnabled(count > 0)
            switch.setVisible(planned is not None and (count > 0 or verdict in _ALWAYS or switch.isChecked()))
        columns = self.tr("Columns {n}").format(n=f"{len(matched.columns):,}")
        self.columns_switch.setText(f"▲ {columns}" if candidate.lacks_column() else columns)
        self._name_checks(candidate, planned)
        self.save.setVisible(candidate.counts[Verdict.REFUSED] > 0)

    def _name_checks(self, candidate: Candidate, planned: PlannedTable | None) -> None:
        troubles, count = (len(planned.problems), len(planned.lookalikes)) if planned else (0, 0)
        self.trouble_switch.setText(self.tr("To check {n}").format(n=f"{troubles:,}"))
        self.trouble_switch.setEnabled(bool(troubles or candidate.before))
        self.trouble_switch.setVisible(planned is not None)
        alike = self.tr("Perhaps the same {n}").format(n=f"{count:,}")
        self.alike_switch.setText(f"▲ {alike}" if candidate.unsettled() else alike)
        self.alike_switch.setVisible(count > 0)
        if not count and self.alike_switch.isChecked():
            self.verdicts[Verdict.NEW].setChecked(True)

    def _switch_to_start(self, candidate: Candidate) -> None:
        """Begin with what needs the person most: columns that may be what is missing, accounts that may be
        others, cells that were refused, else the rows."""
        if candidate.lacks_column():
            self.columns_switch.setChecked(True)
        elif candidate.unsettled():
            self.alike_switch.setChecked(True)
        elif candidate.counts[Verdict.REFUSED]:
            self.trouble_switch.setChecked(True)
        else:
            fullest = max(Verdict, key=lambda verdict: candidate.counts[verdict])
            self.verdicts[fullest].setChecked(True)

    def _show_chosen(self) -> None:
        candidate = self._candidate
        planned = candidate.planned if candidate else None
        if candidate is None:
            return
        if planned is None or self.columns_switch.isChecked():
            self._stack.setCurrentWidget(self.columns)
        elif self.alike_switch.isChecked():
            self.alike.show_lookalikes(planned.lookalikes)
            self._stack.setCurrentWidget(self.alike)
        elif self.trouble_switch.isChecked():
            at_hand = planned.rows if isinstance(planned.rows, tuple) else ()  # rows that are made one by one take time
            self.troubles.show_troubles(candidate, {row.line: row.title for row in at_hand if row.problems})
            self._stack.setCurrentWidget(self.troubles)
        else:
            chosen = next((verdict for verdict, switch in self.verdicts.items() if switch.isChecked()), Verdict.NEW)
            self.rows.show_rows(planned, chosen, candidate.counts[chosen], candidate.kept)
            self._stack.setCurrentWidget(self.rows)
        self._size()

    def _size(self) -> None:
        mending = self.trouble_switch.isChecked() or self.alike_switch.isChecked()
        self._views.setFixedHeight(_MENDING if mending else _ROOMY if self._alone else _HEIGHT)

    # -- words -----------------------------------------------------------------------------------------------------

    def offered(self, match: ColumnMatch) -> list[str]:
        """The fields that a column may be taken for; where it may be what is missing, that before all others."""
        from csdesk.usecases.import_fields import fields_offered

        assert self._candidate is not None
        assert self._candidate.matched is not None
        offered = fields_offered(match, self._candidate.matched.kind)
        asked = self._candidate.asked().get(match.column.letter)
        return list(dict.fromkeys((match.field, asked, *offered))) if asked else list(offered)
