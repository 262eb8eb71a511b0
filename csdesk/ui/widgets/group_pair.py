"""Two groups of a split, chosen by hand, and whether their logo churn differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from csdesk.ui.widgets.choice import Choice
from csdesk.wording.few import pair_text
from csdesk.wording.kinds import group_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.usecases.retention import GroupRow


class GroupPair(QWidget):
    """Hidden where there are no two groups to compare: fewer than two have accounts, or groups share accounts."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: dict[str, GroupRow] = {}
        self.one, self.other = Choice((), self.tr("Group"), self), Choice((), self.tr("Compared with"), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        row = QHBoxLayout()
        for widget in (QLabel(self.tr("Compare"), self), self.one, QLabel(self.tr("with"), self), self.other):
            row.addWidget(widget)
        row.addStretch(1)
        for choice in (self.one, self.other):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.currentIndexChanged.connect(self._say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.said)

    def show_groups(self, by: str, groups: Sequence[GroupRow]) -> None:
        """Offer the groups of a dimension; a pair already chosen stays where it still is there."""
        self._shown = {row.name: row for row in groups if row.against is not None}
        names = list(self._shown)
        self.setVisible(len(names) > 1)
        if not self.isHidden():
            chosen = [choice.key for choice in (self.one, self.other)]
            kept = chosen if all(key in names for key in chosen) else names[:2]
            for choice, key in zip((self.one, self.other), kept, strict=True):
                choice.offer([(name, group_name(by, name, self._language)) for name in names], key)
            self._say()

    def _say(self) -> None:
        from csdesk.usecases.retention import compared

        one, other = (self._shown[str(choice.key)] for choice in (self.one, self.other))
        against = None if one is other else compared(one, other)
        if against is None:
            self.said.setText(self.tr("Choose two different groups."))
            return
        names = (self.one.currentText(), self.other.currentText())
        self.said.setText(pair_text(names, (one.logo_churn, other.logo_churn), against, self._language))
