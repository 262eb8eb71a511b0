"""One table of an import: what it is taken for, its questions, what would change, and its troubles in their cells."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from csdesk.ui.rows import Column, Found, RowsModel, Tone, Typed
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.column_fields import ColumnFields
from csdesk.ui.widgets.findings import Findings
from csdesk.ui.widgets.planned_words import PlannedWords, row_tone, trouble_tone
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.switches import Switches
from csdesk.usecases.importing import TableKind, Verdict
from csdesk.wording.intake import kind_words, verdict_words
from csdesk.wording.speech import percent

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.models.problems import Problem
    from csdesk.ui.candidate import Candidate
    from csdesk.usecases.importing import ColumnMatch, MatchedTable, PlannedRow, PlannedTable

_HEIGHT, _ROOMY = 240, 420
_MOST = 5_000
"""Rows of a preview that are listed; the counts are always of all."""


class TableCard(QFrame):
    """Shows one `Candidate`.

    Signals: `kind_chosen` (kind), `field_chosen` ((heading, field)), `answered` ((choice, answer)), `included` (bool),
    `mended` ((row, column, text)), `wants_refused` when the refused rows are to be saved.
    """

    kind_chosen = Signal(object)
    field_chosen = Signal(object)
    answered = Signal(object)
    included = Signal(bool)
    mended = Signal(object)
    wants_refused = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._language = language
        self._candidate: Candidate | None = None
        self._words = words = PlannedWords(language)
        self._asked: dict[str, str] = {}
        self._take = QCheckBox(self)
        self._take.setAccessibleName(self.tr("Import this table"))
        self._take.toggled.connect(self.included)
        self._name = QLabel(self)
        self._name.setProperty("role", "heading")
        self._about = QLabel(self)
        self._about.setProperty("role", "muted")
        self._kind = Choice([(kind, kind_words(kind, language)) for kind in TableKind], self.tr("Found as"), self)
        self._kind.currentIndexChanged.connect(lambda: self.kind_chosen.emit(TableKind(str(self._kind.key))))
        self._sure = QLabel(self)
        self._findings = Findings(language, self)
        self._findings.answered.connect(self.answered)
        self._switches = Switches(self)
        self._switches.buttonClicked.connect(self._show_chosen)
        self._verdicts = {verdict: self._switches.add() for verdict in Verdict}
        self._columns_switch, self._trouble_switch = self._switches.add(), self._switches.add()
        self._save = QPushButton(self.tr("Save refused rows..."), self)
        self._save.clicked.connect(self.wants_refused)
        self._rows: RowsModel[PlannedRow] = RowsModel(self._row_columns(words), self, identity=_place_of)
        self._troubles: RowsModel[Problem] = RowsModel(self._trouble_columns(words), self, identity=lambda row: row)
        self._troubles.edited.connect(self._mend)
        self._row_view = SheetView(self._rows, self.tr("Rows of the table"), self)
        self._trouble_view = SheetView(self._troubles, self.tr("Cells in trouble"), self)
        self._column_view = ColumnFields(language, self._offered, self)
        self._column_view.rematched.connect(self.field_chosen)
        self._lay_out()

    def show_candidate(self, candidate: Candidate) -> None:
        """Show the table as it now stands; what is looked at stays where it can."""
        first = self._candidate is None
        self._candidate = candidate
        self._show_heading(candidate)
        matched, planned = candidate.matched, candidate.planned
        self._body.setVisible(planned is not None and matched is not None)
        if planned is None or matched is None:
            return
        self._words.titles = {row.line: row.title for row in planned.rows}
        self._words.found = planned.matched.table
        self._asked = candidate.asked()
        self._findings.show_findings(matched.findings)
        self._column_view.show_columns(matched.columns, self._asked)
        self._trouble_view.show_found(Found.unsearched(planned.problems[:_MOST]))
        self._name_switches(candidate.counts, planned, matched)
        if first:
            self._switch_to_start(candidate)
        else:
            self._show_chosen()

    @property
    def has_doubts(self) -> bool:
        """Whether something was only assumed, or a column may be what is missing."""
        return self._candidate is not None and self._candidate.has_doubts()

    def give_room(self, *, alone: bool) -> None:
        """Be taller where there is no other table on the page."""
        self._views.setFixedHeight(_ROOMY if alone else _HEIGHT)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        label = QLabel(self.tr("Found as"), self)
        label.setProperty("role", "muted")
        parts: tuple[QWidget, ...] = (self._take, self._name, self._about, label, self._kind, self._sure)
        for part in parts:
            head.addWidget(part)
        head.insertStretch(3, 1)
        switches = QHBoxLayout()
        switches.setSpacing(6)
        for switch in self._switches.buttons():
            switches.addWidget(switch)
        switches.addStretch(1)
        switches.addWidget(self._save)
        self._body = QWidget(self)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        body.addWidget(self._findings)
        body.addLayout(switches)
        self._views = QWidget(self._body)
        self._views.setFixedHeight(_HEIGHT)
        self._stack = QStackedLayout(self._views)
        for view in (self._row_view, self._column_view, self._trouble_view):
            self._stack.addWidget(view)
        body.addWidget(self._views)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._body)

    def _row_columns(self, words: PlannedWords) -> list[Column[PlannedRow]]:
        return [
            Column("line", self.tr("Row"), lambda row: row.line, words.row_name, width=60),
            Column("title", self.tr("What"), lambda row: row.title, lambda row: row.title, width=240),
            Column("changes", self.tr("Values"), words.changes, words.changes, width=460),
            Column("why", self.tr("Remarks"), words.why, words.why, width=320, tone=row_tone),
        ]

    def _trouble_columns(self, words: PlannedWords) -> list[Column[Problem]]:
        return [
            Column("place", self.tr("Cell"), lambda row: row.place.row, lambda row: str(row.place), width=110),
            Column("row", self.tr("What"), words.title, words.title, width=170, tone=lambda _row: Tone.QUIET),
            Column("field", self.tr("Field"), words.field, words.field, width=140),
            Column("seen", self.tr("What stands there (mend it here)"), words.seen, words.seen, width=230, typed=_seen),
            Column("why", self.tr("Why"), words.reason, words.reason, width=360, tone=trouble_tone),
        ]

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_heading(self, candidate: Candidate) -> None:
        table, matched = candidate.found, candidate.matched
        self._name.setText(" · ".join(filter(None, (table.file, table.sheet))))
        about = self.tr("{range}, {rows} rows, {columns} columns").format(
            range=table.range, rows=f"{len(table.rows):,}", columns=f"{len(table.columns):,}"
        )
        self._about.setText(self.tr("{about}, hidden sheet").format(about=about) if table.hidden else about)
        with QSignalBlocker(self._take), QSignalBlocker(self._kind):
            self._take.setChecked(candidate.included)
            if matched is not None:
                self._kind.choose(matched.kind)
        known = matched is not None and matched.kind is not TableKind.UNKNOWN
        self._sure.setText(percent(matched.confidence, 0) if matched is not None and known else "")
        self._sure.setToolTip(self.tr("How certain the reading is"))

    def _name_switches(self, counts: Counter[Verdict], planned: PlannedTable, matched: MatchedTable) -> None:
        for verdict, switch in self._verdicts.items():
            count = counts[verdict]
            switch.setText(f"{verdict_words(verdict, self._language)} {count:,}")
            switch.setEnabled(count > 0)
        columns = self.tr("Columns {n}").format(n=f"{len(matched.columns):,}")
        self._columns_switch.setText(f"▲ {columns}" if self._asked else columns)
        self._trouble_switch.setText(self.tr("To check {n}").format(n=f"{len(planned.problems):,}"))
        self._trouble_switch.setEnabled(bool(planned.problems))
        self._save.setVisible(counts[Verdict.REFUSED] > 0)

    def _switch_to_start(self, candidate: Candidate) -> None:
        """Begin with what needs the person most: columns that may be what is missing, cells that were refused, else
        the rows."""
        if self._asked:
            self._columns_switch.setChecked(True)
        elif candidate.counts[Verdict.REFUSED]:
            self._trouble_switch.setChecked(True)
        else:
            fullest = max(Verdict, key=lambda verdict: candidate.counts[verdict])
            self._verdicts[fullest].setChecked(True)
        self._show_chosen()

    def _show_chosen(self) -> None:
        planned = self._candidate.planned if self._candidate else None
        if planned is None:
            return
        if self._columns_switch.isChecked():
            self._stack.setCurrentWidget(self._column_view)
        elif self._trouble_switch.isChecked():
            self._stack.setCurrentWidget(self._trouble_view)
        else:
            chosen = next((verdict for verdict, switch in self._verdicts.items() if switch.isChecked()), Verdict.NEW)
            rows = (row for row in planned.rows if row.verdict is chosen)
            self._row_view.show_found(Found.unsearched(islice(rows, _MOST)))
            self._stack.setCurrentWidget(self._row_view)

    def _mend(self, typed: Sequence[Typed[Problem]]) -> None:
        assert self._candidate is not None
        for edit in typed:
            cell = self._candidate.cell_at(edit.row.place)
            if cell is not None:
                self.mended.emit((*cell, edit.text))

    # -- words -----------------------------------------------------------------------------------------------------

    def _offered(self, match: ColumnMatch) -> list[str]:
        from csdesk.usecases.import_fields import fields_offered

        offered = fields_offered(match, TableKind(str(self._kind.key)))
        asked = self._asked.get(match.column.letter)
        return list(dict.fromkeys((match.field, asked, *offered))) if asked else list(offered)


def _place_of(row: PlannedRow) -> object:
    return row.kind, row.line, row.title


def _seen(problem: Problem) -> str:
    return problem.seen
