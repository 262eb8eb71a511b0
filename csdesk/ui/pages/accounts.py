"""Accounts: the spreadsheet of customers, with views, filter, sums, and edits of one or many cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from csdesk.ui import icons, theme
from csdesk.ui.page import Page
from csdesk.ui.pages.account_columns import account_columns
from csdesk.ui.pages.account_views import FIXED, view_test
from csdesk.ui.rows import Found, RowsModel, Typed
from csdesk.ui.widgets.bulk_bar import BulkBar
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.filter_line import FilterLine
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.skeleton import Skeleton
from csdesk.ui.widgets.sums import SumsBar
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.view_tabs import ViewTabs
from csdesk.usecases.accounts import (
    AccountRow,
    AccountsTable,
    CellEdit,
    add_account,
    delete_accounts,
    edit_accounts,
)
from csdesk.usecases.views import SavedView, View, delete_view, save_view, saved_views

if TYPE_CHECKING:
    from datetime import date

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.ui.rows import Column
    from csdesk.usecases.books import Book

_LEAST_FILTER, _MOST_FILTER = 130, 210


class AccountsPage(Page):
    """Filter as you type; every edit, paste or bulk edit is one step that the toast takes back."""

    name: ClassVar[str] = "accounts"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._table: AccountsTable | None = None
        self._columns = account_columns(self.frame, ())
        self.model: RowsModel[AccountRow] = RowsModel(self._columns, self)
        self.sheet = SheetView(self.model, self.title(), self)
        TableCopies(around, self.sheet)
        self.filter = FilterLine(
            self.sheet, self.model, self.tr("No account fits “{words}”."), self.tr("No account in this view."), self
        )
        self.views = ViewTabs(self._fixed_views(), self)
        self._own: dict[str, object] | None = None
        self._saved_as = ""
        self._sums = SumsBar(self.sheet, self.model, self)
        self._bulk = BulkBar(self)
        self._build()
        self._connect()

    def take_focus(self) -> None:
        self.sheet.setFocus()

    def refresh(self) -> None:
        as_of, columns_for = self.frame.scope.as_of, self._columns_for

        def question(book: Book) -> tuple[AccountsTable, tuple[Column[AccountRow], ...], Found[AccountRow]]:
            from csdesk.usecases.account_rows import accounts_table

            table = accounts_table(book, as_of)
            columns = columns_for(table)
            return table, columns, Found.of(columns, table.rows)

        name = self.name
        self.desk.ask(self, question, self._show)
        self.desk.ask(self, lambda book: saved_views(book, name), self._show_views, about="views")

    def show_table(self, table: AccountsTable) -> None:
        """Show a table that was read already."""
        columns = self._columns_for(table)
        self._show((table, columns, Found.of(columns, table.rows)))

    def show_view(self, key: str) -> None:
        """Turn to one of the views that come with csdesk."""
        self.views.setCurrentIndex(FIXED.index(key))

    # -- showing ---------------------------------------------------------------------------------------------------

    def _columns_for(self, table: AccountsTable) -> tuple[Column[AccountRow], ...]:
        return account_columns(self.frame, table.custom_columns, table.owners, table.as_of)

    def _show(self, answer: tuple[AccountsTable, tuple[Column[AccountRow], ...], Found[AccountRow]]) -> None:
        before, (self._table, columns, found) = self._table, answer
        first = not self.model.whole
        another_day = before is not None and before.as_of != self._table.as_of
        self.sheet.show_found(found, columns, anew=another_day)
        arrangement = self.around.preferences.arrangement(self.name)
        if first and found.rows and arrangement:
            self.sheet.columns.arrange(arrangement)
        self._stack.setCurrentWidget(self._body if found.rows else self._empty)
        self._bulk.offer(self.model.columns)

    def _show_views(self, views: tuple[SavedView, ...]) -> None:
        self.views.show_saved(views, self._saved_as)
        self._saved_as = ""

    def _turn(self, chosen: str | SavedView) -> None:
        """A saved view brings its filter, order and columns; the person's own columns come back after it."""
        if isinstance(chosen, str):
            own, self._own = self._own, None
            if own is None:
                self._keep(chosen)
            else:
                self._apply(View(base=chosen, columns=own))
        else:
            self._own = self._own or self.sheet.columns.arrangement()
            self._apply(chosen.view)

    def _apply(self, view: View) -> None:
        self._keep(view.base)
        self.filter.setText(view.filter)
        self.sheet.columns.arrange(view.columns)
        order = Qt.SortOrder.DescendingOrder if view.falling else Qt.SortOrder.AscendingOrder
        self.sheet.horizontalHeader().setSortIndicator(self.model.column_place(view.sort), order)

    def _present_view(self) -> View:
        chosen, header = self.views.chosen, self.sheet.horizontalHeader()
        place = header.sortIndicatorSection()
        return View(
            base=chosen if isinstance(chosen, str) else chosen.view.base,
            filter=self.filter.text().strip(),
            sort=self.model.columns[place].key if 0 <= place < len(self.model.columns) else "",
            falling=header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
            columns=self.sheet.columns.arrangement(),
        )

    def _fixed_views(self) -> tuple[tuple[str, str], ...]:
        words = (self.tr("All"), self.tr("My accounts"), self.tr("Renewals 90 days"), self.tr("At risk"))
        return tuple(zip(FIXED, words, strict=True))

    def _keep(self, base: str) -> None:
        self.model.keep(view_test(base, self.around.opening.who, self._as_of))

    def _as_of(self) -> date:
        return self._table.as_of if self._table else self.frame.scope.as_of

    def _count(self) -> None:
        shown, whole = self.model.rowCount(), self.model.whole
        every = self.tr("{whole} accounts") if whole != 1 else self.tr("1 account")
        text = self.tr("{shown} of {whole} accounts") if shown != whole else every
        self._sums.say(text.format(shown=f"{shown:,}", whole=f"{whole:,}"))

    # -- changing --------------------------------------------------------------------------------------------------

    def _edit(self, typed: tuple[Typed[AccountRow], ...]) -> None:
        edits = tuple(CellEdit(cell.row.id, cell.key, cell.text) for cell in typed)
        self.desk.do(self, lambda book: edit_accounts(book, edits), self._say_edited, self._refused)

    def _say_edited(self, changes: Changes) -> None:
        if len(changes.accounts) > 1:
            text = self.tr("{n} accounts changed").format(n=f"{len(changes.accounts):,}")
            self.frame.toast(text, undo=True)

    def _refused(self, error: Exception) -> None:
        self.model.forget_typed()
        self.frame.complain(error)

    def _apply_bulk(self, key: str, text: str) -> None:
        column = self.model.column_place(key)
        rows = {row.id for row in self.sheet.rows_chosen()}
        places = [place for place in range(self.model.rowCount()) if self.model.identity_at(place) in rows]
        self.model.change([(place, column, text) for place in places])

    def _add(self) -> None:
        name, given = QInputDialog.getText(self, self.tr("New account"), self.tr("Name"))
        if given and name.strip():
            self.desk.do(self, lambda book: add_account(book, name), self._say_added, self.frame.complain)

    def _say_added(self, changes: Changes) -> None:
        self.frame.toast(self.tr("Added: {name}").format(name=changes.subject), undo=True)

    def _save_view(self) -> None:
        chosen = self.views.chosen
        name, given = QInputDialog.getText(
            self,
            self.tr("Save view"),
            self.tr("Keep filter, order and columns under this name"),
            text="" if isinstance(chosen, str) else chosen.name,
        )
        if given and name.strip():
            page, view, self._saved_as = self.name, self._present_view(), name.strip()
            self.desk.do(self, lambda book: save_view(book, page, name, view), self._say_step, self.frame.complain)

    def _delete_view(self, saved: SavedView) -> None:
        self.desk.do(self, lambda book: delete_view(book, saved.id), self.frame.say_deleted, self.frame.complain)

    def _say_step(self, changes: Changes) -> None:
        if changes.rows:
            self.frame.say_step(changes)

    def _delete(self) -> None:
        chosen = tuple(row.id for row in self.sheet.rows_chosen())
        if chosen:
            self.desk.do(self, lambda book: delete_accounts(book, chosen), self._say_deleted, self.frame.complain)

    def _say_deleted(self, changes: Changes) -> None:
        if len(changes.accounts) == 1:
            self.frame.say_deleted(changes)
            return
        text = self.tr("{n} accounts moved to the bin with all that belongs to them")
        self.frame.toast(text.format(n=f"{len(changes.accounts):,}"), undo=True)

    def _say_left_over(self, cells: int) -> None:
        text = self.tr("{n} cells had no place or cannot be edited, and were left out")
        self.frame.toast(text.format(n=f"{cells:,}"))

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter   Ctrl+F"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setMinimumWidth(_LEAST_FILTER)
        self.filter.setMaximumWidth(_MOST_FILTER)
        self._chooser = QToolButton(self)
        self._chooser.setProperty("role", "control")
        self._chooser.setText(self.tr("Columns"))
        self._chooser.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._chooser.setIcon(icons.icon("columns", theme.tokens().muted))
        self._keep_view = QToolButton(self)
        self._keep_view.setProperty("role", "control")
        self._keep_view.setText(self.tr("Save view"))
        self._keep_view.setToolTip(self.tr("Keep filter, order and columns as a tab, for the whole team"))
        self._new = QPushButton(self.tr("Add account"), self)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.views, 1)
        for widget in (self.filter, self._chooser, self._keep_view, self._new):
            tools.addWidget(widget)
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(20, 12, 20, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.sheet, 1)
        column.addWidget(self._bulk)
        column.addWidget(self._sums)
        self._empty = EmptyState(
            "accounts",
            self.tr("No accounts yet"),
            self.tr("Import the list you keep now, or add a customer by hand."),
            (
                (self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),
                (self.tr("Add account"), self._add),
            ),
            self,
        )
        self._stack = QStackedLayout(self)
        for state in (Skeleton(16, self), self._body, self._empty):
            self._stack.addWidget(state)

    def _connect(self) -> None:
        self.views.turned.connect(self._turn)
        self.views.unwanted.connect(self._delete_view)
        self._keep_view.clicked.connect(self._save_view)
        self._chooser.clicked.connect(self._choose_columns)
        self._new.clicked.connect(self._add)
        self.model.edited.connect(self._edit)
        self.model.sums_changed.connect(self._count)
        self.sheet.opened.connect(lambda row: self.frame.open_account(row.id))
        self.sheet.chosen.connect(self._bulk.count)
        self.sheet.left_over.connect(self._say_left_over)
        self.sheet.columns.arranged.connect(self._keep_arrangement)
        self._bulk.applied.connect(self._apply_bulk)
        self._bulk.deleted.connect(self._delete)
        QShortcut(QKeySequence.StandardKey.Find, self, self.filter.setFocus)

    def _choose_columns(self) -> None:
        self.sheet.columns.menu().popup(self._chooser.mapToGlobal(self._chooser.rect().bottomLeft()))

    def _keep_arrangement(self) -> None:
        if self.model.whole and self._own is None:
            self.around.preferences.keep_arrangement(self.name, self.sheet.columns.arrangement())
