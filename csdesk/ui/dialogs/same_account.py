"""Two accounts that may be one, side by side: what each holds, and whether to bring them together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from csdesk.models.kinds import Kind
from csdesk.ui.plain import brief, literal, tip
from csdesk.ui.widgets.card import Elided, muted
from csdesk.ui.widgets.form import StepDialog
from csdesk.usecases.accounts import CUSTOM
from csdesk.usecases.joining import join_accounts, pair_of
from csdesk.wording.history import column_words, value_words
from csdesk.wording.kinds import name_of_kind
from csdesk.wording.speech import NOTHING, money

if TYPE_CHECKING:
    from csdesk.models.drafts import Value
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.hygiene import Finding
    from csdesk.usecases.joining import Pair, PairField, Side

_WIDTH, _HEIGHT, _COLUMN = 760, 560, 270


class SameAccount(StepDialog):
    """What stands on the left is kept and has everything in the end; of fields that differ one is chosen."""

    def __init__(self, around: Surroundings, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._finding = finding
        self._pair: Pair | None = None
        self._right: dict[str, QRadioButton] = {}
        self.setWindowTitle(self.tr("Perhaps the same account"))
        self.main.setText(self.tr("Bring together"))
        self.apart = QPushButton(self.tr("Not the same"), self)
        self.apart.setAutoDefault(False)
        self.apart.clicked.connect(self._leave)
        self.foot.insertWidget(0, self.apart)
        about = muted(
            self.tr(
                "Bringing them together moves everything of the right account to the left one, in one step: contracts, "
                "people, touches, use and the rest. Where both say something, choose which stands."
            ),
            self,
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.body.addWidget(about)
        self.body.addWidget(self._scrolled())
        self.resize(_WIDTH, _HEIGHT)
        self.hold()
        self._ask()

    def show_pair(self, pair: Pair) -> None:
        """Show what the book says of both."""
        self._pair = pair
        for across, side in enumerate((pair.left, pair.right), 1):
            self._show_side(across, side)
        for down, field in enumerate(pair.fields, 1):
            self._show_field(down, field)
        self._grid.setRowStretch(len(pair.fields) + 1, 1)
        self.hold(held=False)

    def check(self) -> None:
        if self._pair is not None:
            kept, emptied = self._pair.left.account, self._pair.right.account
            taken = {key for key, choice in self._right.items() if choice.isChecked()}
            self.save(lambda book: join_accounts(book, kept, emptied, taken))

    def _leave(self) -> None:
        from csdesk.usecases.completing import leave_as_is

        finding = self._finding
        self.save(lambda book: leave_as_is(book, [finding]))

    def _ask(self) -> None:
        finding, as_of = self._finding, self._around.window.scope.as_of
        self._around.desk.ask(self, lambda book: pair_of(book, finding.row, finding.other, as_of), self.show_pair)

    # -- building --------------------------------------------------------------------------------------------------

    def _scrolled(self) -> QScrollArea:
        page = QWidget(self)
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self._grid)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Both accounts"))
        area.setWidget(page)
        return area

    def _show_side(self, across: int, side: Side) -> None:
        language, currency = self._around.window.language, self._around.window.currency
        name = Elided(side.name, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "heading")
        counts = [f"{name_of_kind(kind, language)} {n:,}" for kind, n in side.rows.items() if n]
        said = QLabel(" · ".join([f"MRR {money(side.mrr, currency, language)}", *counts]), self)
        said.setProperty("role", "small")
        said.setWordWrap(True)
        opened = QPushButton(self.tr("Open"), self)
        opened.setProperty("role", "link")
        opened.setAutoDefault(False)
        opened.setAccessibleName(f"{self.tr('Open')}: {side.name}")
        opened.clicked.connect(partial(self._open, side.account))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(name)
        column.addWidget(said)
        column.addWidget(opened, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._grid.addLayout(column, 0, across)

    def _open(self, account: int) -> None:
        self.reject()
        self._around.window.open_account(account)

    def _show_field(self, down: int, field: PairField) -> None:
        word = field.key.removeprefix(CUSTOM)
        if not field.key.startswith(CUSTOM):
            word = column_words(field.key, self._around.window.language)
        label = muted(word, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._grid.addWidget(label, down, 0, Qt.AlignmentFlag.AlignVCenter)
        if field.differs:
            self._show_choice(down, field, word)
        else:
            for across, value in enumerate((field.left, field.right), 1):
                self._grid.addWidget(self._value(self._said(field, value)), down, across)

    def _show_choice(self, down: int, field: PairField, word: str) -> None:
        group = QButtonGroup(self)
        for across, value in enumerate((field.left, field.right), 1):
            said = self._said(field, value)
            shown = self.fontMetrics().elidedText(brief(said), Qt.TextElideMode.ElideRight, _COLUMN)
            choice = QRadioButton(literal(shown), self)
            choice.setToolTip(tip(said))
            choice.setAccessibleName(f"{word}: {said}")
            choice.setChecked(across == 1)
            group.addButton(choice)
            self._grid.addWidget(choice, down, across)
        self._right[field.key] = choice

    def _value(self, said: str) -> QLabel:
        label = Elided(said or NOTHING, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _said(self, field: PairField, value: Value) -> str:
        """A value in one line."""
        if field.key.startswith(CUSTOM) or field.key == "owner_id":
            said = str(value or "")
        else:
            window = self._around.window
            said = value_words(Kind.ACCOUNT, field.key, value, window.currency, window.language)
        return " ".join(said.split())
