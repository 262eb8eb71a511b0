"""An account's next steps, each ticked off, changed or deleted in its line, and a line to write another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from csdesk.ui import icons, theme
from csdesk.ui.plain import literal, tip
from csdesk.ui.widgets.card import Card, clear
from csdesk.ui.widgets.dayline import DayLine
from csdesk.usecases.tasks import TaskDraft
from csdesk.wording.materials import step_words
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from csdesk.ui.page import Frame
    from csdesk.usecases.account import TaskRow


class TasksCard(Card):
    """`ticked` carries a task and whether it is done; `added` a `TaskDraft` without its account; `opened` the task to
    be changed, `unwanted` the one to be deleted, `carried` the one whose material is to be opened."""

    ticked = Signal(object, bool)
    added = Signal(object)
    opened = Signal(object)
    unwanted = Signal(object)
    carried = Signal(object)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Next steps"))
        self._frame = frame
        self._rows: list[QWidget] = []
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(self.tr("Add a next step"))
        self._line.setAccessibleName(self.tr("Add a next step"))
        self._due = DayLine(self.tr("Due"), frame.today, frame.language, ahead=True, parent=self)
        self._due.line.setFixedWidth(84)
        self._due.line.setPlaceholderText(self.tr("due"))
        for line in (self._line, self._due.line):
            line.returnPressed.connect(self._add)
        adding = QHBoxLayout()
        adding.addWidget(self._line, 2)
        adding.addWidget(self._due, 1)
        self.column.addLayout(adding)

    def show_tasks(self, tasks: Sequence[TaskRow], today: date) -> None:
        """Open ones first, as they come. By Tab they come before the line that adds one; where one of them had the
        focus, the first of them has it, or that line."""
        focus = QApplication.focusWidget()
        held = focus is not None and any(row.isAncestorOf(focus) for row in self._rows)
        clear(self.body)
        self._rows = [self._row(task, today) for task in tasks]
        before: QWidget = self.title
        for row in self._rows:
            self.body.addWidget(row)
            for part in row.findChildren(QAbstractButton):
                self.setTabOrder(before, part)
                before = part
        self.setTabOrder(before, self._line)
        if held:
            (self._rows[0].findChildren(QAbstractButton)[0] if self._rows else self._line).setFocus()

    def give_back(self, draft: TaskDraft, error: Exception) -> None:
        """Say why the book did not take what was typed, and let it stand there again."""
        self._frame.complain(error)
        if not self._line.text():
            self._line.setText(draft.title)
            self._due.show_day(draft.due_on)

    def _row(self, task: TaskRow, today: date) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        told = step_words(task.title, task.repeat_days, task.material, self._frame.language)
        box = QCheckBox(literal(told), row)
        box.setChecked(task.done_on is not None)
        box.setAccessibleName(task.title)
        box.setToolTip(tip(told))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.toggled.connect(lambda done: self.ticked.emit(task, done))
        due = QLabel(day(task.due_on, self._frame.language) if task.due_on else "", row)
        late = task.done_on is None and task.due_on is not None and task.due_on < today
        due.setProperty("role", "bad" if late else "muted")
        parts: list[tuple[QWidget, int]] = [(box, 1), (due, 0)]
        if task.material:
            said = self.tr("Open the material of: {title}").format(title=task.title)
            act = partial(self.carried.emit, task)
            parts.append((self._button(row, "open", said, self.tr("Open its material (Alt+O)"), act), 0))
            self._offer(row, self.tr("Open its material"), ("Alt+O",), act)
        named = self.tr("Change: {title}").format(title=task.title)
        change = partial(self.opened.emit, task)
        parts.append((self._button(row, "pencil", named, self.tr("Change this next step (F2)"), change), 0))
        for widget, room in parts:
            line.addWidget(widget, room)
        self._offer(row, self.tr("Change..."), ("F2", "Return", "Enter"), partial(self.opened.emit, task))
        self._offer(row, self.tr("Delete"), ("Del",), partial(self.unwanted.emit, task))
        return row

    def _button(self, row: QWidget, icon: str, name: str, said: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(row)
        button.setProperty("role", "quiet")
        button.setIcon(icons.icon(icon, theme.tokens().muted))
        button.setAccessibleName(name)
        button.setToolTip(said)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _offer(self, row: QWidget, word: str, keys: Sequence[str], act: Callable[[], object]) -> None:
        """In the menu of a row, and by keys while the focus is in it."""
        action = QAction(word, row)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: act())
        row.addAction(action)
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _add(self) -> None:
        if self._due.is_wrong:
            self._due.setFocus()
        elif self._line.text().strip():
            self.added.emit(TaskDraft(self._line.text().strip(), due_on=self._due.day))
            self._line.clear()
            self._due.line.clear()
