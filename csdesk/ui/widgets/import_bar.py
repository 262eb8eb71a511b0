"""What an import would do, counted over all tables, with the way to do it and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from csdesk.ui.import_flow import rows_to_write
from csdesk.ui.widgets.card import Elided
from csdesk.usecases.importing import TableKind, Verdict
from csdesk.wording.intake import verdict_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.ui.candidate import Candidate
    from csdesk.ui.import_flow import ImportFlow


class ImportBar(QFrame):
    """Stays at the head of the page while a plan is looked at."""

    def __init__(self, language: Language, flow: ImportFlow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._flow = language, flow
        self.setProperty("role", "card")
        self._summary = QLabel(self)
        self._summary.setProperty("role", "heading")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self.hint = Elided("", self)
        self.hint.setProperty("role", "muted")
        self.over = QPushButton(self.tr("Start over"), self)
        self.over.clicked.connect(flow.start_over)
        self.apply = QPushButton(self.tr("Apply"), self)
        self.apply.setProperty("role", "main")
        self.apply.setAutoDefault(True)
        self.apply.clicked.connect(flow.apply)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._summary)
        row.addWidget(self.hint, 1)
        row.addWidget(self.over)
        row.addWidget(self.apply)

    def begin(self, title: str) -> None:
        """Something is under way; what it comes to is told by `say_plan`."""
        self.apply.setEnabled(False)
        self.hint.setText(title)

    def progress(self, title: str, done: int, whole: int) -> None:
        """How far it is."""
        counted = self.tr("{done} of {whole} rows").format(done=f"{done:,}", whole=f"{whole:,}") if whole else ""
        self.hint.setText("   ".join(filter(None, (title, counted))))

    def say_plan(self) -> bool:
        """Say what the plan would do; gives whether there is anything to write."""
        counts = self._flow.counts
        words = (
            f"{verdict_words(verdict, self._language)} {counts[verdict]:,}" for verdict in Verdict if counts[verdict]
        )
        self._summary.setText("   ".join(words))
        writes = rows_to_write(counts) > 0
        self.apply.setEnabled(writes)
        self.hint.setText(self._hint(writes=writes))
        return writes

    def _what_they_are(self) -> str:
        matched = [one.matched for one in self._flow.candidates if one.matched is not None]
        if matched and all(one.kind is TableKind.UNKNOWN for one in matched):
            return self.tr("Say under “Found as” what the table holds; its columns stand below.")
        return self.tr("No table is chosen.")

    def _why_nothing(self, taken: Sequence[Candidate]) -> str:
        if any(candidate.lacks_column() for candidate in taken):
            return self.tr("A column is missing: choose it under “Taken for” in the columns below.")
        if self._flow.counts[Verdict.REFUSED]:
            return self.tr("There is nothing to write; refused rows stay out until they are mended below.")
        return self.tr("The book holds all of this already; there is nothing to write.")

    def _hint(self, *, writes: bool) -> str:
        taken = [candidate for candidate in self._flow.candidates if candidate.included]
        refused = self._flow.counts[Verdict.REFUSED]
        if not taken:
            return self._what_they_are()
        if not writes:
            return self._why_nothing(taken)
        if any(candidate.has_doubts() for candidate in taken):
            return self.tr("Look at the lines marked ▲ before you press Apply. It can be undone.")
        if refused:
            return self.tr("Refused rows stay out; mend them below or save them for later. The rest can be applied.")
        return self.tr("Nothing is written until you press Apply. It can be undone.")
