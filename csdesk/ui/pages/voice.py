"""Voice: what customers answer, by period, score, group, role and account; who was asked; what was told back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from csdesk.charts.records import Point
from csdesk.charts.scores import draw_scores
from csdesk.charts.trend import draw_trend
from csdesk.models.kinds import Kind, Survey
from csdesk.ui.pages.account_rows import look_at
from csdesk.ui.widgets.answers_part import AnswersPart
from csdesk.ui.widgets.asked_part import AskedPart
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.support_part import SupportPart
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.ui.widgets.untold_part import UntoldPart
from csdesk.ui.widgets.voice_lists import GroupVoiceSheet, VoiceAccountSheet
from csdesk.wording.charts import period_name
from csdesk.wording.kinds import SURVEYS
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.answer_rows import Answerer, AnswerRow
    from csdesk.usecases.books import Book
    from csdesk.usecases.voice import SurveyPart, Untold
    from csdesk.usecases.voice import VoicePage as Answer

_TILES = 14
_OF_ASKED = frozenset({"not_asked", "not_all_asked"})
"""Why there is no response rate."""
_CHART_HEIGHT, _LIST_HEIGHT = 240, 300


class VoicePage(NumberPage):
    """Tiles, one survey in two charts and a list of accounts, groups and roles, every answer, who was asked."""

    name: ClassVar[str] = "voice"
    depends: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.ACCOUNT,
            Kind.CONTACT,
            Kind.ANSWER,
            Kind.INVITATION,
            Kind.FEEDBACK,
            Kind.TICKET,
            Kind.PERSON,
            Kind.SETTING,
            Kind.TARGET,
        }
    )

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._answer: Answer | None = None
        self.add_split()
        self._tiles = TileRow(_TILES, self)
        self._tiles.opened.connect(self.frame.explain)
        self.body.addWidget(self._tiles)
        self._build_survey()
        self._build_groups()
        self.untold = UntoldPart(around, self)
        self.untold.opened.connect(self._open_feedback)
        self.body.addWidget(self.untold)
        self.answers = AnswersPart(around, self)
        self.answers.wanted.connect(self._open_answer)
        self.answers.looked_at.connect(lambda row: look_at(self, Kind.ANSWER, row))
        self.body.addWidget(self.answers)
        self.asked = AskedPart(around, self)
        self.asked.wanted.connect(self._open_asked)
        self.body.addWidget(self.asked)
        self.support = SupportPart(around, self)
        self.body.addWidget(self.support)

    def turn_to(self, wanted: object) -> None:
        """Show where that is typed in which a figure lacks; `wanted` is why there is no figure."""
        if wanted == "no_answers":
            self._open_answer(None)
        elif wanted in _OF_ASKED:
            self._scroll.ensureWidgetVisible(self.asked)
            self._open_asked()

    def refresh(self) -> None:
        scope = self.frame.scope

        def question(book: Book) -> Answer:
            from csdesk.usecases.voice import voice_page

            return voice_page(book, scope)

        self.desk.ask(self, question, self.show_answer)
        self.answers.refresh()
        self.asked.refresh()
        self.support.refresh()

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self._answer = answer
        on, name = day(answer.scope.as_of, self.language), period_name(answer.period, self.language)
        self.say(self.tr("{period}, as of {day}").format(period=name, day=on))
        self.show_empty(empty=not answer.holds)
        self._tiles.show_tiles(answer.tiles, self.language, self.currency, said=answer.period)
        self._groups.show_voices(answer.groups, answer.by)
        self._roles.show_voices(answer.roles)
        self.untold.show_untold(answer.untold)
        self._show_survey()

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "survey",
            self.tr("Nobody has been heard yet"),
            self.tr(
                "NPS, CSAT and CES come from survey answers. Import the results of a survey, or type answers in one by "
                "one; those asked who did not answer tell the response rate."
            ),
            (
                (self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),
                (self.tr("Add answer"), lambda: self._open_answer(None)),
            ),
            self,
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build_survey(self) -> None:
        self.survey = Choice([(one, SURVEYS[one].say(self.language)) for one in Survey], self.tr("Survey"), self)
        self.survey.currentIndexChanged.connect(self._show_survey)
        note = self.tr(
            "By period with its 95% interval, by score, and by account over the year up to the period's end."
        )
        self.section(self.tr("One survey"), self.survey, note=note)
        self.trend = ChartView(self.around, self.tr("Chart of the survey by period"), self)
        self.scores = ChartView(self.around, self.tr("Chart of answers by score"), self)
        self.trend.opened.connect(self._open_period)
        self.scores.opened.connect(self._open_score)
        row = QHBoxLayout()
        row.setSpacing(12)
        for chart in (self.trend, self.scores):
            chart.setFixedHeight(_CHART_HEIGHT)
            row.addWidget(chart, 1)
        self.body.addLayout(row)
        self.accounts = VoiceAccountSheet(self.tr("Answers by account"), self.language, self)
        self.accounts.setFixedHeight(_LIST_HEIGHT)
        self.accounts.opened.connect(lambda row: self.frame.open_account(row.account))
        TableCopies(self.around, self.accounts)
        self.body.addWidget(self.accounts)

    def _build_groups(self) -> None:
        title = self.tr("By group")
        note = self.tr(
            "By what is chosen at the top of the page, else by touch model; compared by the interval of the difference."
        )
        self.section(title, note=note)
        self._groups = GroupVoiceSheet(title, self.language, self.currency, self)
        self.add_table(self._groups)
        title = self.tr("By role")
        note = self.tr("Decision makers apart. In the weighted NPS, their answers count twice.")
        self.section(title, note=note)
        self._roles = GroupVoiceSheet(title, self.language, self.currency, self, roles=True)
        self.add_table(self._roles)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _part(self) -> SurveyPart | None:
        return self._answer.surveys[Survey(str(self.survey.key))] if self._answer else None

    def _show_survey(self) -> None:
        part, survey = self._part(), Survey(str(self.survey.key))
        if part is None:
            return
        now = part.trend[-1]
        points = tuple(map(_point, part.trend))
        self.trend.show_chart(partial(draw_trend, metric=now.metric, unit=now.unit, points=points))
        counts = tuple((score, int(measure.value or 0)) for score, measure in part.scores)
        self.scores.show_chart(partial(draw_scores, survey=survey, counts=counts))
        self.accounts.show_accounts(part.accounts, nps=survey is Survey.NPS)

    def _open_period(self, spot: Spot) -> None:
        part = self._part()
        if part is not None:
            self.frame.explain(part.trend[spot.index])

    def _open_score(self, spot: Spot) -> None:
        part = self._part()
        if part is not None:
            self.frame.explain(part.scores[spot.index][1])

    # -- changing --------------------------------------------------------------------------------------------------

    def _open_answer(self, row: AnswerRow | None) -> None:
        if row is None:
            from csdesk.ui.dialogs.any_answer import AnyAnswerDialog

            AnyAnswerDialog(self.around, self).open()
        else:
            from csdesk.usecases.answer_rows import answerers

            self.desk.ask(
                self, lambda book: answerers(book, row.account), partial(self._edit_answer, row), about="people"
            )

    def _edit_answer(self, row: AnswerRow, people: tuple[Answerer, ...]) -> None:
        from csdesk.ui.dialogs.answer import AnswerDialog

        AnswerDialog(self.around, row.account, row.id, people, self).open()

    def _open_asked(self) -> None:
        from csdesk.ui.dialogs.asked import AskedDialog

        AskedDialog(self.around, self).open()

    def _open_feedback(self, row: Untold) -> None:
        if row.account:
            self.frame.open_account(row.account)
        else:
            look_at(self, Kind.FEEDBACK, row.id)


def _point(measure: Measure) -> Point:
    assert measure.period is not None
    return Point(measure.period, measure.value, measure.low, measure.high, measure.n)
