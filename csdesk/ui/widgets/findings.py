"""How a table's open questions were settled, each as a switch the person may turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from csdesk.models.months import Month
from csdesk.ui.widgets.card import Elided, clear
from csdesk.ui.widgets.choice import Choice as ChoiceBox
from csdesk.usecases.importing import Choice, TableKind
from csdesk.wording.evidence import evidence_words
from csdesk.wording.intake import answer_words, choice_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from csdesk.ui.page import Frame
    from csdesk.usecases.importing import Finding, MatchedTable

_UNKNOWN, _MONTHS = "unknown", 24
"""The answer where no time is told, and so many months back are offered."""


class Findings(QWidget):
    """One line for each finding, those that were only assumed first. `answered` carries (choice, answer) when the
    person turns a switch."""

    answered = Signal(object)

    def __init__(self, window: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._language = window, window.language
        self._shown: tuple[object, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)

    def show_findings(self, matched: MatchedTable, said: Collection[Choice] = ()) -> None:
        """Show how each question of a table was settled; those that were only assumed are marked, and those that a
        person has `said`."""
        ordered = tuple(sorted(matched.findings, key=lambda finding: finding.certain))
        told = [(finding, matched.kind, finding.choice in said) for finding in ordered]
        self.setVisible(bool(told))
        if tuple(told) == self._shown:
            return
        self._shown = tuple(told)
        clear(self._grid)
        for row, question in enumerate(told):
            self._add(row, *question)

    def _add(self, row: int, finding: Finding, kind: TableKind, chosen: bool) -> None:  # noqa: FBT001 - of a tuple
        of_use = finding.choice is Choice.PERIOD and kind is TableKind.USE
        question = self.tr("Time the figures cover") if of_use else choice_words(finding.choice, self._language)
        answers = self._times(finding) if of_use else self._answers(finding.options)
        box = ChoiceBox(answers, question, self)
        box.choose(finding.answer)
        box.setEnabled(len(answers) > 1)
        box.currentIndexChanged.connect(lambda: self.answered.emit((finding.choice, str(box.key))))
        found = self.tr("chosen") if chosen else self.tr("found in the file")
        said = found if finding.certain else self.tr("▲ assumed: please look")
        evidence = evidence_words(finding.evidence, self._language)
        why = Elided(" · ".join(filter(None, (said, evidence))), self)
        why.setTextFormat(Qt.TextFormat.PlainText)
        why.setProperty("role", "muted" if finding.certain else "heading")
        self._grid.addWidget(QLabel(question, self), row, 0)
        self._grid.addWidget(box, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(why, row, 2)

    def _answers(self, options: Iterable[str]) -> list[tuple[str, str]]:
        return [(answer, answer_words(answer, self._language)) for answer in options]

    def _times(self, finding: Finding) -> list[tuple[str, str]]:
        """What was found, and the months that figures without a day may be of."""
        until = Month.of(self._window.today())
        months = dict.fromkeys((finding.answer, *(str(until + ago) for ago in range(0, -_MONTHS, -1))))
        months.pop(_UNKNOWN, None)
        return [(_UNKNOWN, self.tr("Not known: the day of import")), *self._answers(months)]
