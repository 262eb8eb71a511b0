"""Voice and cost to serve, done by a person in the window and undone; every figure opens."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from csdesk.charts.records import Spot
from csdesk.metrics.rules import Rules
from csdesk.models.kinds import Language, Survey
from csdesk.ui.dialogs.answer import AnswerDialog
from csdesk.ui.dialogs.any_answer import AnyAnswerDialog
from csdesk.ui.dialogs.asked import AskedDialog
from csdesk.ui.dialogs.row_details import RowDetailsDialog
from csdesk.ui.language import speak
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.growth import GrowthPage
from csdesk.ui.pages.voice import VoicePage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.ui.widgets.tile import FigureTile
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.settings import BookSettings, change_rules
from csdesk.wording.speech import day

Settle = Callable[[], None]


def undo(window: MainWindow, settle: Settle) -> None:
    window.findChild(Steps).take_back()
    settle()


def tile(page: object, word: str) -> FigureTile:
    return next(one for one in page.findChildren(FigureTile) if one.accessibleName().startswith(word))


def said(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChild(ExplainPanel).findChildren(QLabel))


@pytest.fixture
def voice(window: MainWindow, settle: Settle) -> VoicePage:
    page = window.open_page("voice")
    settle()
    assert isinstance(page, VoicePage)
    return page


@pytest.fixture
def growth(window: MainWindow, settle: Settle) -> GrowthPage:
    page = window.open_page("growth")
    settle()
    assert isinstance(page, GrowthPage)
    return page


def test_an_answer_is_added_edited_and_deleted_for_any_account(
    voice: VoicePage, window: MainWindow, settle: Settle
) -> None:
    before = voice.answers.model.rows_shown()
    voice.answers.add.click()
    dialog = voice.findChild(AnyAnswerDialog)
    settle()
    dialog.score.setText("11")
    dialog.check()
    assert "account" in dialog._wrong.text()
    dialog.finder.choose(dialog.finder._candidates[3])
    dialog.finder.picked.emit(dialog.finder.key)
    settle()
    assert dialog.who.count() > 1, "the account's people are offered"
    dialog.check()
    assert "0 to 10" in dialog._wrong.text(), "eleven is not on the scale, and it is said"
    dialog.score.setText("8")
    dialog.check()
    settle()
    (added,) = set(voice.answers.model.rows_shown()) - set(before)
    assert (added.survey, added.score, added.account) == (Survey.NPS, 8, dialog.finder.key)
    voice._open_answer(added)
    settle()
    again = next(one for one in voice.findChildren(AnswerDialog) if one.row == added.id)
    again.score.setText("2")
    again.check()
    settle()
    changed = next(row for row in voice.answers.model.rows_shown() if row.id == added.id)
    assert changed.score == 2
    voice.answers.sheet.selectRow(voice.answers.model.rows_shown().index(changed))
    assert voice.answers.delete.isEnabled()
    voice.answers.delete.click()
    settle()
    assert "Deletion of survey answer" in window.findChild(Toast).text
    for _ in range(3):
        undo(window, settle)
    assert voice.answers.model.rows_shown() == before


def test_answers_are_filtered_and_lead_to_their_account_and_source(
    voice: VoicePage, window: MainWindow, settle: Settle
) -> None:
    voice.answers.survey.choose(Survey.CES)
    shown = voice.answers.model.rows_shown()
    assert {row.survey for row in shown} == {Survey.CES}
    voice.answers.search.setText("hours every week")
    assert all("hours every week" in row.comment for row in voice.answers.model.rows_shown())
    voice.answers.search.clear()
    voice.answers.sheet.selectRow(0)
    voice.answers.source.click()
    settle()
    details = voice.findChild(RowDetailsDialog)
    assert details is not None
    details.reject()
    voice.answers.account.click()
    settle()
    page = window._stack.currentWidget()
    assert isinstance(page, AccountPage)
    assert page.account == shown[0].account


def test_who_was_asked_is_noted_and_counts_at_once(voice: VoicePage, window: MainWindow, settle: Settle) -> None:
    before, figure = voice.asked.model.rows_shown(), tile(voice, "CES response rate").accessibleName()
    assert "not known who was asked" in figure
    voice.asked.wanted.emit()
    dialog = voice.findChild(AskedDialog)
    dialog.survey.choose(Survey.CES)
    for wrong in ("", "many", "0"):
        dialog.asked.setText(wrong)
        dialog.check()
        assert "whole number" in dialog._wrong.text()
    dialog.asked.setText("1,200")
    dialog.day.line.setText("tomorrow")
    dialog.check()
    assert "earlier" in dialog._wrong.text()
    dialog.day.line.setText("2024-03-01")
    dialog.name.setText("Spring")
    dialog.check()
    settle()
    assert "Who was asked: Spring" in window.findChild(Toast).text
    assert "n = 1,200" in tile(voice, "CES response rate").accessibleName()
    window.explain(tile(voice, "CES response rate")._measure)
    settle()
    assert "people asked in the period (1,200)" in said(window)
    assert "in the 90 days before it" in voice.asked._counted.text()
    window._around.desk.do(voice, lambda book: change_rules(book, Rules(answer_days=45)))
    settle()
    assert "in the 45 days before it" in voice.asked._counted.text()
    window.findChild(Steps).take_back()
    settle()
    rows = voice.asked.model.rows_shown()
    voice.asked.sheet.selectRow(next(at for at, row in enumerate(rows) if row.name == "Spring"))
    voice.asked.delete.click()
    settle()
    assert voice.asked.model.rows_shown() == before
    undo(window, settle)
    undo(window, settle)
    assert voice.asked.model.rows_shown() == before
    assert tile(voice, "CES response rate").accessibleName() == figure


def test_feedback_is_told_back_and_undone(voice: VoicePage, window: MainWindow, settle: Settle) -> None:
    before, figure = voice._answer.untold, tile(voice, "Feedback loop closed").figure
    assert before
    voice.untold.sheet.selectRow(0)
    voice.untold.told.click()
    settle()
    assert len(voice._answer.untold) == len(before) - 1
    undo(window, settle)
    assert (voice._answer.untold, tile(voice, "Feedback loop closed").figure) == (before, figure)
    voice._open_feedback(before[0])
    settle()
    assert window._stack.currentWidget().account == before[0].account


@pytest.mark.parametrize("survey", Survey)
def test_every_survey_opens_by_period_and_by_score(
    voice: VoicePage, window: MainWindow, settle: Settle, survey: Survey
) -> None:
    voice.survey.choose(survey)
    settle()
    part = voice._part()
    voice.trend.opened.emit(Spot(0, 0, 0, 0, "", survey.value, len(part.trend) - 1))
    settle()
    assert "÷ answers" in said(window)
    at = next(at for at, (_, measure) in enumerate(part.scores) if measure.value)
    voice.scores.opened.emit(Spot(0, 0, 0, 0, "", survey.value, at))
    settle()
    assert "Answers of one score" in said(window)
    assert voice.accounts.model().rowCount() == len(part.accounts)


def test_groups_of_the_shared_split_are_compared(voice: VoicePage, window: MainWindow, settle: Settle) -> None:
    assert {row.name for row in voice._answer.groups} == {"high", "low", "tech"}, "while nothing is chosen"
    voice.split.choose("industry")
    settle()
    assert voice._groups._model.rowCount() == len(voice._answer.groups) > 3
    assert voice.accounts._model.column_place("nps") > 0
    voice.turn_to("not_asked")
    assert voice.findChild(AskedDialog) is not None
    column = voice._groups._model.column_place("against")
    texts = {voice._groups._model.index(at, column).data() for at in range(voice._groups._model.rowCount())}
    assert texts <= {"too few to compare", ""} or any("pt" in text for text in texts)
    voice._groups.measured.emit(voice._answer.groups[0].nps)
    settle()
    assert "NPS" in said(window)


def test_an_empty_book_teaches_what_a_voice_needs(
    make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle, language: Language
) -> None:
    window = make_window(language)
    opening.make(tmp_path / "new.csdesk", BookSettings("JPY", 4, language))
    settle()
    page = window.open_page("voice")
    settle()
    assert page._stack.currentWidget() is page._empty


def test_a_japanese_book_shows_its_voice(
    make_window: Callable[..., MainWindow], opening: Opening, demo_ja: Path, settle: Settle, qapp: QApplication
) -> None:
    speak(qapp, Language.JA)
    window = make_window(Language.JA)
    opening.open(demo_ja)
    settle()
    page = window.open_page("voice")
    settle()
    assert page.title() == "お客様の声"
    assert "NPSの回答率" in tile(page, "NPSの回答率").accessibleName()
    assert day(page._answer.scope.as_of, Language.JA) in page._subtitle.text()


# -- unit economics ----------------------------------------------------------------------------------------------------


def test_the_rate_of_a_person_is_typed_over_and_undone(growth: GrowthPage, window: MainWindow, settle: Settle) -> None:
    model = growth.serving._people
    before, cost = model.rows_shown(), tile(growth, "Cost to serve of MRR").figure
    model.change([(0, model.column_place("rate"), "400")])
    settle()
    assert model.rows_shown()[0].rate == 40_000
    assert "Edit of team member" in window.findChild(Toast).text
    assert tile(growth, "Cost to serve of MRR").figure != cost
    undo(window, settle)
    assert (model.rows_shown(), tile(growth, "Cost to serve of MRR").figure) == (before, cost)
    model.change([(0, model.column_place("rate"), "a lot")])
    settle()
    assert "a lot" in window.findChild(Toast).text
    assert model.index(0, model.column_place("rate")).data() == "$40.00"
    model.change([(at, model.column_place("rate"), "") for at in range(len(before))])
    settle()
    assert "no minutes or rates known" in tile(growth, "Cost to serve of MRR").accessibleName()
    assert "without an hourly rate" in growth.serving._lacking.text()


def test_what_if_more_customers_stayed(growth: GrowthPage, window: MainWindow, settle: Settle) -> None:
    sheet = growth.what_if.sheet
    now, then = (sheet._model.rows_shown()[0][at].value for at in (0, 1))
    assert then == pytest.approx(now + 0.05)
    growth.what_if.points.setValue(2)
    settle()
    again = sheet._model.rows_shown()
    assert again[0][1].value == pytest.approx(now + 0.02)
    sheet.measured.emit(again[1][1])
    settle()
    assert "retention^(1/12)" in said(window)


def test_every_form_of_lifetime_value_opens_and_says_what_it_lacks(
    growth: GrowthPage, window: MainWindow, settle: Settle
) -> None:
    forms = {row.measure.metric: row for row in growth._forms._model.rows_shown()}
    assert [metric for metric, row in forms.items() if row.chosen] == ["ltv_plain"]
    column = growth._forms._model.column_place("how")
    texts = [growth._forms._model.index(at, column).data() for at in range(len(forms))]
    assert sum("not entered" in text for text in texts) == 4
    growth._forms.measured.emit(forms["ltv_plain"].measure)
    settle()
    assert "LTV by churn" in said(window)
    growth.trend.figure.choose("cac")
    settle()
    growth.trend.chart.opened.emit(Spot(0, 0, 0, 0, "", "cac", 0))
    settle()
    assert "Costs in the figure" in said(window)


def test_revenue_against_costs_by_the_shared_split(growth: GrowthPage, window: MainWindow, settle: Settle) -> None:
    rows = growth._balance._model.rows_shown()
    assert {row.group for row in rows} == {"high", "low", "tech"}
    assert [row.exceeds for row in rows] == sorted(row.exceeds for row in rows)
    growth.split.choose("industry")
    settle()
    groups = growth._groups._model.rows_shown()
    assert {growth._verdict(row) for row in groups} == {"costs are by channel"}
    assert sum(row.new.value for row in groups) == growth._periods._model.rows_shown()[0].new.value
    by_industry = growth._balance._model.rows_shown()
    assert sum(Fraction(row.measure.value) for row in by_industry) == sum(Fraction(row.measure.value) for row in rows)
    growth._balance.measured.emit(by_industry[0].measure)
    settle()
    assert "acquisition and retention cost" in said(window)
    growth.split.choose("product")
    settle()
    by_product = growth._balance._model.rows_shown()
    assert {growth._balance._verdict(row) for row in by_product} == {"○ of whole accounts only"}
    growth.serving.accounts.opened.emit(growth.serving.accounts._rows.rows_shown()[0])
    settle()
    assert isinstance(window._stack.currentWidget(), AccountPage)


def test_tickets_stand_apart_and_open(window: MainWindow, voice: VoicePage, settle: Settle) -> None:
    rows = voice.support.sheet._model.rows_shown()
    every = [row for row in rows if row.of == "all"]
    assert len(every) == 1
    for of in ("owner", "priority"):
        own = [row for row in rows if row.of == of]
        assert len(own) > 1
        assert sum(row.opened for row in own) == every[0].opened
        assert sum(row.handling.whole for row in own) == every[0].handling.whole
    voice.support.sheet.measured.emit(every[0].handling)
    settle()
    panel = window.findChild(ExplainPanel)
    assert panel.isVisible()
    assert panel._measure == every[0].handling
