"""Users: the people inside accounts, who of them is active, who stops, and what that has to do with logos leaving."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QPushButton

from csdesk.models.kinds import Kind
from csdesk.ui.widgets.behaviour_part import BehaviourPart
from csdesk.ui.widgets.best_part import BestPart
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.marker_effects import MarkerEffects
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.ui.widgets.users_charts import UsersCharts
from csdesk.ui.widgets.users_lists import LostUsersSheet, RisingUsersSheet, UsersGroupSheet, UsersSheet
from csdesk.wording.users import lead_text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.figure_sheet import FigureSheet
    from csdesk.usecases.books import Book
    from csdesk.usecases.users import UsersPage as Answer

_TILES = 12
_NAMED = 12


class UsersPage(NumberPage):
    """Tiles, charts, users by period, group, role and account, groups by use, and markers."""

    name: ClassVar[str] = "users"
    depends: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.ACCOUNT, Kind.PERSON, Kind.CONTACT, Kind.CONTRACT, Kind.PRODUCT, Kind.USE, Kind.MEASURE, Kind.MARKER,
         Kind.SETTING, Kind.TOUCH, Kind.GOAL, Kind.MILESTONE, Kind.ANSWER, Kind.TICKET, Kind.TARGET}
    )  # fmt: skip

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._answer: Answer | None = None
        self.add_split()
        counts = QPushButton(self.tr("What counts as activity"), self)
        counts.clicked.connect(self._open_measures)
        self.tools.addWidget(counts)
        self._note = muted("", self)
        self._note.setWordWrap(True)
        self.body.addWidget(self._note)
        self._tiles = TileRow(_TILES, self)
        self._tiles.opened.connect(self.frame.explain)
        self.body.addWidget(self._tiles)
        self.charts = UsersCharts(self.around, self)
        self.body.addWidget(self.charts)
        self._build_lists()
        self._build_parts()

    def refresh(self) -> None:
        scope = self.frame.scope

        def question(book: Book) -> Answer:
            from csdesk.usecases.users import users_page

            return users_page(book, scope)

        self.desk.ask(self, question, self.show_answer)
        self.behaviour.refresh()
        self.best.refresh()
        self.markers.refresh()

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self._answer = answer
        self.show_scope(answer.scope)
        self.show_empty(empty=not answer.rows)
        if not answer.rows:
            return
        self._say_whose(answer)
        self._tiles.show_tiles(answer.tiles, self.language, self.currency, said=answer.scope.period)
        self.charts.show_answer(answer)
        self._periods.show_rows(reversed(answer.rows))
        self._groups.show_groups(answer.scope.by, answer.groups)
        self._roles.show_groups("", answer.roles)
        self._accounts.show_rows(answer.accounts)
        self._rising.show_rows(answer.rising)
        for sheet, rows in (
            (self._groups, answer.groups),
            (self._roles, answer.roles),
            (self._accounts, answer.accounts),
            (self._rising, answer.rising),
        ):
            sheet.setVisible(bool(rows))
        self._not_split.setVisible(not answer.groups)
        self._roles_unknown.setVisible(not answer.roles)
        self._none_rising.setVisible(not answer.rising and answer.of is Kind.CONTACT)
        self._say_names(answer)

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "people",
            self.tr("No use yet"),
            self.tr(
                "Import what users do: one row a login, event or day, with the account, the user's name or e-mail, the "
                "date and, where there is one, an amount. Daily, weekly and monthly users, who stops and what that has "
                "to do with churn follow from it."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build_lists(self) -> None:
        language, currency = self.language, self.currency
        hint = self.tr("Click on a figure to see the users and the rows of use behind it.")
        self.section(self.tr("By period"), note=hint)
        self._periods = UsersSheet(self.tr("By period"), language, currency, self)
        self.add_table(self._periods)
        self.section(self.tr("By group"), note=self.tr("Compared by the interval of the difference, never by eye."))
        self._groups = UsersGroupSheet(self.tr("Group"), language, currency, self)
        self._not_split = muted(self.tr("Choose a split at the top of the page to see its groups."), self)
        self.body.addWidget(self._not_split)
        self.add_table(self._groups)
        self.section(self.tr("By role"), note=self.tr("What users may do in the product: basic, advanced, admin."))
        self._roles = UsersGroupSheet(self.tr("Role"), language, currency, self)
        self._roles_unknown = muted(self.tr("No contact has a role yet. Import contacts with one."), self)
        self.body.addWidget(self._roles_unknown)
        self.add_table(self._roles)
        self._build_leavers()
        self.section(self.tr("Came without doing what counts"))
        self._only_login = muted("", self)
        self.body.addWidget(self._only_login)
        for label in (self._lead, self._only_login):
            label.setWordWrap(True)

    def _build_leavers(self) -> None:
        language, currency = self.language, self.currency
        note = self.tr("Users often leave before their account does.")
        self.section(self.tr("Accounts whose users leave now"), note=note)
        self._lead = muted("", self)
        self._rising = RisingUsersSheet(self.tr("Accounts whose users leave now"), language, currency, self)
        self._none_rising = muted(self.tr("No paying account loses a larger share of its users than before."), self)
        for part in (self._lead, self._none_rising):
            self.body.addWidget(part)
        self.add_table(self._rising)
        self.section(self.tr("Accounts that lost users"), note=self.tr("In the last period that is over."))
        self._accounts = LostUsersSheet(self.tr("Accounts that lost users"), language, currency, self)
        self.add_table(self._accounts)
        for sheet in (self._rising, self._accounts):
            sheet.clicked.connect(partial(self._open_account, sheet))

    def _build_parts(self) -> None:
        self.section(self.tr("Does using it more keep them?"))
        self.behaviour = BehaviourPart(self.around, self)
        self.body.addWidget(self.behaviour)
        note = self.tr("To copy: what they had done before the twelve months, against all others.")
        self.section(self.tr("What the best quarter did"), note=note)
        self.best = BestPart(self.around, self)
        self.body.addWidget(self.best)
        note = self.tr("A release is felt by users at once; on price and positioning those decide who pay.")
        self.section(self.tr("Before and after"), note=note)
        self.markers = MarkerEffects(self.around, self)
        self.body.addWidget(self.markers)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _say_whose(self, answer: Answer) -> None:
        said = ""
        if answer.of is not Kind.CONTACT:
            said = self.tr("No use names a user, so accounts are counted in the place of users.")
        elif answer.nameless:
            said = self.tr("Use of {n} accounts names no user; it is left out here.").format(n=f"{answer.nameless:,}")
        self._note.setText(said)
        self._note.setVisible(bool(said))

    def _say_names(self, answer: Answer) -> None:
        names, more = answer.only_login[:_NAMED], len(answer.only_login) - _NAMED
        listed = ", ".join(names) + (f" … +{more:,}" if more > 0 else "")
        self._only_login.setText(listed or self.tr("Every user of the last 30 days did something that counts."))
        lead = answer.lead
        self._lead.setVisible(lead is not None)
        if lead is not None:
            left, stayed = ((len(rise.rose), len(rise.judged), rise.interval) for rise in (lead.left, lead.stayed))
            self._lead.setText(lead_text(left, stayed, lead.difference, self.language))

    def _open_measures(self) -> None:
        from csdesk.ui.dialogs.measures import MeasuresDialog

        MeasuresDialog(self.around, self).open()

    def _open_account(self, sheet: FigureSheet, index: QModelIndex) -> None:
        if sheet.key(index) == "account":
            self.frame.open_account(sheet.row(index).account)
