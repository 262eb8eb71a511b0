"""How a table's open questions were settled, each as a switch the person may turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from csdesk.ui.widgets.card import Elided, clear
from csdesk.ui.widgets.choice import Choice as ChoiceBox
from csdesk.wording.evidence import evidence_words
from csdesk.wording.intake import answer_words, choice_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.usecases.importing import Finding


class Findings(QWidget):
    """One line for each finding, those that were only assumed first. `answered` carries (choice, answer) when the
    person turns a switch."""

    answered = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: tuple[Finding, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show how each question was settled; those that were only assumed are marked."""
        ordered = tuple(sorted(findings, key=lambda finding: finding.certain))
        self.setVisible(bool(ordered))
        if ordered == self._shown:
            return
        self._shown = ordered
        clear(self._grid)
        for row, finding in enumerate(ordered):
            self._add(row, finding)

    def _add(self, row: int, finding: Finding) -> None:
        question = choice_words(finding.choice, self._language)
        answers = [(answer, answer_words(answer, self._language)) for answer in finding.options]
        box = ChoiceBox(answers, question, self)
        box.choose(finding.answer)
        box.setEnabled(len(finding.options) > 1)
        box.currentIndexChanged.connect(lambda: self.answered.emit((finding.choice, str(box.key))))
        said = self.tr("found in the file") if finding.certain else self.tr("▲ assumed: please look")
        evidence = evidence_words(finding.evidence, self._language)
        why = Elided(" · ".join(filter(None, (said, evidence))), self)
        why.setTextFormat(Qt.TextFormat.PlainText)
        why.setProperty("role", "muted" if finding.certain else "heading")
        self._grid.addWidget(QLabel(question, self), row, 0)
        self._grid.addWidget(box, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(why, row, 2)
