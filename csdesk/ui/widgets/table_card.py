"""One table of an import: what it is taken for, its questions, what would change, and its troubles in their cells."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from csdesk.models.problems import Reason
from csdesk.ui.rows import Column, Found, RowsModel, Tone, Typed
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.column_fields import ColumnFields
from csdesk.ui.widgets.findings import Findings
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.importing import Choice as Question
from csdesk.usecases.importing import TableKind, Verdict
from csdesk.wording.intake import answer_words, field_words, kind_words, reason_words, verdict_words
from csdesk.wording.speech import day, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.drafts import Value
    from csdesk.models.kinds import Language
    from csdesk.models.problems import Problem
    from csdesk.ui.import_flow import Candidate
    from csdesk.usecases.importing import ColumnMatch, PlannedRow

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
        self._titles: dict[int, str] = {}
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
        self._verdicts = {verdict: self._switch() for verdict in Verdict}
        self._columns_switch, self._trouble_switch = self._switch(), self._switch()
        self._save = QPushButton(self.tr("Save refused rows..."), self)
        self._save.clicked.connect(self.wants_refused)
        self._rows: RowsModel[PlannedRow] = RowsModel(self._row_columns(), self, identity=_place_of)
        self._troubles: RowsModel[Problem] = RowsModel(self._trouble_columns(), self, identity=lambda row: row)
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
        self._titles = {row.line: row.title for row in planned.rows}
        self._asked = {
            problem.place.column: problem.field for problem in planned.problems if problem.reason is Reason.NOT_MATCHED
        }
        self._findings.show_findings(matched.findings)
        self._column_view.show_columns(matched.columns, self._asked)
        self._trouble_view.show_found(Found.unsearched(planned.problems[:_MOST]))
        self._name_switches(candidate)
        if first:
            self._switch_to_start(candidate)
        else:
            self._show_chosen()

    @property
    def has_doubts(self) -> bool:
        """Whether something was only assumed, or a column may be what is missing."""
        matched = self._candidate.matched if self._candidate else None
        findings = matched.findings if matched else ()
        # Which day of the two an end is changes no month but one that ends on it.
        return bool(self._asked) or any(not one.certain and one.choice is not Question.END_DAY for one in findings)

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
        for switch in (*self._verdicts.values(), self._columns_switch, self._trouble_switch):
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

    def _switch(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "control")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if not hasattr(self, "_group"):
            self._group = QButtonGroup(self)
            self._group.setExclusive(True)
            self._group.buttonClicked.connect(self._show_chosen)
        self._group.addButton(button)
        return button

    def _row_columns(self) -> list[Column[PlannedRow]]:
        return [
            Column("line", self.tr("Row"), lambda row: row.line, lambda row: f"{row.line:,}", width=60),
            Column("title", self.tr("What"), lambda row: row.title, lambda row: row.title, width=240),
            Column("changes", self.tr("Values"), self._changes, self._changes, width=460),
            Column("why", self.tr("Remarks"), self._why, self._why, width=320, tone=self._row_tone),
        ]

    def _trouble_columns(self) -> list[Column[Problem]]:
        return [
            Column("place", self.tr("Cell"), lambda row: row.place.row, lambda row: str(row.place), width=110),
            Column("row", self.tr("What"), self._row_title, self._row_title, width=170, tone=lambda _row: Tone.QUIET),
            Column("field", self.tr("Field"), self._field, self._field, width=140),
            Column(
                "seen",
                self.tr("What stands there (mend it here)"),
                self._seen,
                self._seen,
                width=230,
                typed=lambda row: row.seen,
            ),
            Column("why", self.tr("Why"), self._reason, self._reason, width=360, tone=_trouble_tone),
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

    def _name_switches(self, candidate: Candidate) -> None:
        planned, matched = candidate.planned, candidate.matched
        assert planned is not None
        assert matched is not None
        for verdict, switch in self._verdicts.items():
            count = candidate.counts[verdict]
            switch.setText(f"{verdict_words(verdict, self._language)} {count:,}")
            switch.setEnabled(count > 0)
        columns = self.tr("Columns {n}").format(n=f"{len(matched.columns):,}")
        self._columns_switch.setText(f"▲ {columns}" if self._asked else columns)
        self._trouble_switch.setText(self.tr("To check {n}").format(n=f"{len(planned.problems):,}"))
        self._trouble_switch.setEnabled(bool(planned.problems))
        self._save.setVisible(candidate.counts[Verdict.REFUSED] > 0)

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
        letters = {column.letter: place for place, column in enumerate(self._candidate.found.columns)}
        for edit in typed:
            place = letters.get(edit.row.place.column)
            if place is not None and edit.row.place.row in self._candidate.found.lines:
                self.mended.emit((edit.row.place.row, place, edit.text))

    # -- words -----------------------------------------------------------------------------------------------------

    def _offered(self, match: ColumnMatch) -> list[str]:
        from csdesk.usecases.import_fields import fields_offered

        offered = fields_offered(match, TableKind(str(self._kind.key)))
        asked = self._asked.get(match.column.letter)
        return list(dict.fromkeys((match.field, asked, *offered))) if asked else list(offered)

    def _changes(self, row: PlannedRow) -> str:
        return "   ".join(self._change(*change) for change in row.changes)

    def _change(self, field: str, old: Value, new: Value) -> str:
        name = field_words(field, self._language)
        return f"{name}: {self._value(new)}" if old is None else f"{name}: {self._value(old)} → {self._value(new)}"

    def _value(self, value: Value) -> str:
        if isinstance(value, date):
            return day(value, self._language)
        return f"{value:,}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)

    def _why(self, row: PlannedRow) -> str:
        return "; ".join(": ".join(filter(None, (self._field(one), self._reason(one)))) for one in row.problems)

    def _row_tone(self, row: PlannedRow) -> Tone:
        return Tone.BAD if row.verdict is Verdict.REFUSED else Tone.WARN

    def _field(self, problem: Problem) -> str:
        return field_words(problem.field, self._language)

    def _seen(self, problem: Problem) -> str:
        is_answer = problem.reason is Reason.DATE_ORDER_TAKEN
        return answer_words(problem.seen, self._language) if is_answer else problem.seen

    def _row_title(self, problem: Problem) -> str:
        return self._titles.get(problem.place.row, "")

    def _reason(self, problem: Problem) -> str:
        return reason_words(problem.reason, self._language)


def _place_of(row: PlannedRow) -> object:
    return row.kind, row.line, row.title


def _trouble_tone(problem: Problem) -> Tone:
    return Tone.BAD if problem.refuses else Tone.WARN
