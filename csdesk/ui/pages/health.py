"""Health: how the paying accounts stand, as distribution, board and table, and the model behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabBar, QWidget

from csdesk.charts.health import draw_health
from csdesk.charts.records import Scored
from csdesk.models.kinds import Kind
from csdesk.ui.pages.health_profiles import open_by_hand, open_factor, open_profile
from csdesk.ui.widgets.adoption import AdoptionSheet
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.health_begin import HealthBegin
from csdesk.ui.widgets.health_board import HealthBoard
from csdesk.ui.widgets.health_table import HealthTable, WhichHealth
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.owners_part import OwnersPart
from csdesk.ui.widgets.profiles_part import ProfilesPart
from csdesk.ui.widgets.quadrant_part import QuadrantPart
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.tile import FigureTile
from csdesk.wording.figures import figure_text
from csdesk.wording.health import profiles_sentence
from csdesk.wording.metrics import metric_name
from csdesk.wording.speech import day, percent

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.metrics.health.model import Profile
    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import Language
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.health import FactorEdit, HealthRow
    from csdesk.usecases.health import HealthPage as Answer

_CHART_HEIGHT = 240
_VIEW_HEIGHT = 480


class HealthPage(NumberPage):
    """Mean and distribution on top; below them board, table or model. Editing the model is one step a change."""

    name: ClassVar[str] = "health"
    depends: ClassVar[frozenset[Kind]] = frozenset({
        Kind.ACCOUNT, Kind.CONTRACT, Kind.EXCHANGE_RATE, Kind.CONTACT, Kind.TOUCH, Kind.USE, Kind.MEASURE, Kind.TICKET,
        Kind.ANSWER, Kind.INVOICE, Kind.HEALTH_VALUE, Kind.HEALTH_OVERRIDE, Kind.SETTING, Kind.PERSON, Kind.GOAL,
        Kind.MAILING, Kind.FEEDBACK, Kind.RISK,
    })  # fmt: skip

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._answer: Answer | None = None
        self._unfilled: set[QWidget] = set()
        self._owner = Choice((("", self.tr("Every owner")),), self.tr("Owner"), self)
        self._owner.currentIndexChanged.connect(self._show_rows)
        self.tools.addWidget(self._owner)
        self._which = WhichHealth(self)
        self._which.currentIndexChanged.connect(self._show_rows)
        self.tools.addWidget(self._which)
        self._past = QPushButton(self.tr("Try on the past …"), self)
        self._past.clicked.connect(self._try)
        self.tools.addWidget(self._past)
        self._build_top()
        self._build_views()

    def refresh(self) -> None:
        as_of = self.frame.scope.as_of

        def question(book: Book) -> Answer:
            from csdesk.usecases.health import health_page

            return health_page(book, as_of)

        self.desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self._answer = answer
        as_of = self.tr("As of {day}").format(day=day(self.frame.scope.as_of, self.language))
        self.say(" · ".join(filter(None, (as_of, profiles_sentence(answer.profiles, self.language)))))
        self.show_empty(empty=not answer.rows)
        if not answer.rows:
            return
        self._begin.show_answer(answer)
        self._offer_owners(answer.owners)
        self._which.offer_rows(answer.rows)
        self._mean.show_figure(
            metric_name(answer.mean.metric, self.language),
            figure_text(answer.mean, self.currency, self.language),
            note=self._coverage(answer),
            measure=answer.mean,
        )
        self._show_rows()

    def turn_to(self, wanted: object) -> None:
        """The owners, at one of them and a factor of its gap."""
        if isinstance(wanted, tuple):
            self._owners.choose(*wanted)
            self._tabs.setCurrentIndex(self._views.index(self._owners))

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "health",
            self.tr("No paying accounts yet"),
            self.tr(
                "A health score needs accounts with contracts, and whatever you know of them: use, tickets, survey "
                "answers, touches, or what you judge by hand. What is missing is left out and said."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build_top(self) -> None:
        self._begin = HealthBegin(self.around, self)
        self._begin.changed.connect(self._change)
        self._begin.by_hand.connect(partial(open_by_hand, self))
        self.body.addWidget(self._begin)
        self._mean = FigureTile("", self)
        self._mean.setFixedWidth(220)
        self._mean.clicked.connect(self.frame.explain)
        self._chart = ChartView(self.around, self.tr("Chart of health scores"), self)
        self._chart.setFixedHeight(_CHART_HEIGHT)
        self._chart.opened.connect(lambda _spot: self._tabs.setCurrentIndex(1))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._mean, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._chart, 1)
        self.body.addLayout(row)

    def _build_views(self) -> None:
        self._tabs = QTabBar(self)
        first = self.tr("Board"), self.tr("Table"), self.tr("Adoption and judgement")
        for word in (*first, self.tr("Model"), self.tr("Owners"), self.tr("Outcome and experience")):
            self._tabs.addTab(word)
        self._tabs.setAccessibleName(self.tr("Views of health"))
        self._board = HealthBoard(self.language, self.currency, self)
        self._board.opened.connect(self.frame.open_account)
        self._table = HealthTable(self.language, self.currency, self)
        TableCopies(self.around, self._table)
        self._table.opened.connect(lambda row: self.frame.open_account(row.account))
        self._model = ProfilesPart(self.language, self)
        self._model.changed.connect(self._change)
        self._model.asked.connect(lambda name: self._open(open_profile, name))
        self._model.opened.connect(lambda factor: self._open(open_factor, factor))
        self._adoption = AdoptionSheet(self.language, self)
        TableCopies(self.around, self._adoption)
        self._adoption.typed.connect(self._set_values)
        self._adoption.opened.connect(lambda row: self.frame.open_account(row.account))
        self._owners = OwnersPart(self.around, self)
        self._quadrant = QuadrantPart(self.around, self)
        self._quadrant.opened.connect(self.frame.open_account)
        self.body.addWidget(self._tabs)
        self._views = (self._board, self._table, self._adoption, self._model, self._owners, self._quadrant)
        for view in self._views:
            self.body.addWidget(view)
        for view in (self._board, self._table, self._adoption):
            view.setFixedHeight(_VIEW_HEIGHT)
        self._tabs.setExpanding(False)
        self._tabs.currentChanged.connect(self._show_view)
        self._show_view(0)

    def _show_view(self, place: int) -> None:
        for at, view in enumerate(self._views):
            view.setVisible(at == place)
        self._fill_view()

    # -- showing ---------------------------------------------------------------------------------------------------

    def _offer_owners(self, owners: tuple[str, ...]) -> None:
        whose = [("", self.tr("Every owner")), *((owner, owner) for owner in owners)]
        self._owner.offer(whose, self._owner.key)

    def _show_rows(self) -> None:
        if self._answer is None:
            return
        self._unfilled.update(self._views)
        self._fill_view()
        scored = tuple(Scored(row.health.score, row.health.band) for row in self._chosen(self._answer))
        self._chart.show_chart(partial(draw_health, accounts=scored))

    def _fill_view(self) -> None:
        """Each view takes a while, so it is filled once it is looked at."""
        view = self._views[self._tabs.currentIndex()]
        if self._answer is None or view not in self._unfilled:
            return
        self._unfilled.discard(view)
        rows = self._chosen(self._answer)
        if view in (self._board, self._table, self._quadrant):
            view.show_rows(rows)
        elif view is self._adoption:
            self._adoption.show_rows(rows, self._answer.profile)
        elif view is self._owners:
            self._owners.refresh()
        else:
            self._model.show_answer(self._answer)

    def _chosen(self, answer: Answer) -> tuple[HealthRow, ...]:
        """The rows of the owner and the kind chosen."""
        owner = str(self._owner.key or "")
        return tuple(row for row in answer.rows if (not owner or row.owner == owner) and self._which.takes(row))

    def _change(self, profile: Profile) -> None:
        def edit(book: Book) -> Changes:
            from csdesk.usecases.health_profile import change_profile

            return change_profile(book, profile)

        self.desk.do(self, edit, lambda _: self.frame.toast(self.tr("Health model changed"), undo=True), self._refused)

    def _open(self, dialog: Callable[[ProfilesPart, Answer, Any, Language], None], what: object) -> None:
        if self._answer is not None:
            dialog(self._model, self._answer, what, self.language)

    def _try(self) -> None:
        from csdesk.ui.dialogs.back_test import BackTest

        if self._answer is not None:
            BackTest(self.around, self._answer.profile, self, part=self._model.name).open()

    def _set_values(self, edits: tuple[FactorEdit, ...]) -> None:
        from csdesk.usecases.health import set_health_values

        on, cleared = self.frame.today(), not any(edit.text.strip() for edit in edits)
        say = self.frame.say_deleted if cleared else self.frame.say_step
        self.desk.do(self, lambda book: set_health_values(book, edits, on), say, self._refused)

    def _refused(self, error: Exception) -> None:
        self.frame.complain(error)
        self._adoption.forget_typed()
        self.refresh()

    def _coverage(self, answer: Answer) -> str:
        mean = sum(row.health.coverage for row in answer.rows) / len(answer.rows)
        return self.tr("{n} accounts, {share} covered").format(n=f"{len(answer.rows):,}", share=percent(mean, 0))
