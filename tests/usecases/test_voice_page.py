"""The Voice page's answers: figures, lists, and what a person changes there, undone."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.voice.answers import SCALES
from csdesk.models.kinds import Kind, Language, StepName, Survey, SurveyRelation
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.problems import Reason
from csdesk.usecases.accounts import add_account
from csdesk.usecases.answer_rows import answer_rows, answerers, delete_answers, tell_back
from csdesk.usecases.answers import AnswerDraft, save_answer
from csdesk.usecases.books import undo
from csdesk.usecases.explain import explain
from csdesk.usecases.invitations import InvitationDraft, add_invitation, delete_invitations, invitation_rows
from csdesk.usecases.left_out import WhyOut
from csdesk.usecases.rows import Gone
from csdesk.usecases.scope import Scope
from csdesk.usecases.sentences import error_sentence
from csdesk.usecases.stopped import Refused
from csdesk.usecases.voice import VoicePage, voice_page
from csdesk.wording.intake import reason_words
from csdesk.wording.voice import score_text, whose_name

AS_OF = date(2024, 6, 30)
SCOPE = Scope(AS_OF, Period(Month.parse("2024-06"), fiscal_start=4))


def heard(book: Book, account: int, score: int, on: date = date(2024, 6, 3), **more: object) -> None:
    save_answer(book, AnswerDraft(account, Survey.NPS, score, on, **more))


def person(book: Book, account: int, **values: object) -> int:
    with book.step(StepName.ADD_CONTACT) as step:
        return step.insert(Kind.CONTACT, {"account_id": account, "name": "Sample Person", **values})


def feedback(book: Book, **values: object) -> int:
    with book.step(StepName.ADD_FEEDBACK) as step:
        return step.insert(Kind.FEEDBACK, values)


@pytest.fixture
def two(book: Book) -> tuple[int, int]:
    names = ("One", "Two")
    for name in names:
        add_account(book, name)
    ids = {row["name"]: int(str(row["id"])) for row in rows(book, Kind.ACCOUNT)}
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        for name in names:
            step.update(Kind.ACCOUNT, ids[name], {"tier": "high" if name == "One" else "low"})
    return ids["One"], ids["Two"]


def tile(page: VoicePage, metric: MetricId) -> object:
    return next(tile.measure for tile in page.tiles if tile.measure.metric is metric)


def test_thirty_plus_minus_thirty_four_from_ten_six_and_four(book: Book, two: tuple[int, int]) -> None:
    for score in (*[9] * 10, *[7] * 6, *[3] * 4):
        heard(book, two[0], score)
    page = voice_page(book, SCOPE)
    nps = tile(page, MetricId.NPS)
    assert (nps.value, round(nps.high - 30), round(30 - nps.low), nps.n) == (30, 34, 34, 20)
    assert page.period == Period(Month.parse("2024-04"), PeriodKind.QUARTER, 4)
    assert tile(page, MetricId.RESPONSE_RATE_NPS).why is Why.NOT_ASKED
    assert dict(page.surveys[Survey.NPS].scores)[7].value == 6
    assert [measure.value for measure in page.surveys[Survey.NPS].trend] == [30]


def test_eleven_is_refused(book: Book, two: tuple[int, int]) -> None:
    with pytest.raises(Refused) as refused:
        heard(book, two[0], 11)
    assert refused.value.problem.seen == "11"
    assert "whole numbers from 0 to 10" in error_sentence(refused.value, Language.EN)
    for survey, (least, most) in SCALES.items():
        for language in Language:
            said = reason_words(Reason.OUT_OF_RANGE, language, f"{survey}.score")
            assert f"{least}" in said, "an import says the same"
            assert f"{most}" in said
    assert not rows(book, Kind.ANSWER)


def test_who_was_asked_makes_a_rate_that_opens_and_is_undone(book: Book, two: tuple[int, int]) -> None:
    heard(book, two[0], 9)
    before = dump(book)
    add_invitation(
        book, InvitationDraft(Survey.NPS, 8, date(2024, 6, 1), relation=SurveyRelation.RELATIONAL, name=" S ")
    )
    rate = tile(voice_page(book, SCOPE), MetricId.RESPONSE_RATE_NPS)
    assert (rate.value, rate.n) == (Fraction(1, 8), 8)
    told = explain(book, rate, SCOPE)
    assert [(row.account, row.part, row.whole) for row in told.rows] == [(two[0], 1, 0), (0, 0, 8)]
    assert [(out.why, out.accounts) for out in told.left_out] == [(WhyOut.NOT_ASKED, ("Two",))]
    (row,) = invitation_rows(book)
    assert (row.survey, row.asked, row.on, row.name, row.account, row.source) == (
        Survey.NPS, 8, date(2024, 6, 1), "S", "", "",
    )  # fmt: skip
    delete_invitations(book, (row.id,))
    assert not invitation_rows(book)
    undo(book)
    undo(book)
    assert dump(book) == before


@pytest.mark.parametrize("asked", [0, -3, 2_000_000_000])
def test_nobody_or_more_than_there_are_cannot_be_asked(book: Book, asked: int) -> None:
    with pytest.raises(Refused):
        add_invitation(book, InvitationDraft(Survey.CES, asked, AS_OF))


def test_an_account_that_was_asked_is_named(book: Book, two: tuple[int, int]) -> None:
    changes = add_invitation(book, InvitationDraft(Survey.CES, 2, AS_OF, account=two[0]))
    add_invitation(book, InvitationDraft(Survey.CSAT, 2, date(2024, 1, 1)))
    assert changes.subject == "One"
    assert [row.account for row in invitation_rows(book)] == ["One", ""]


def test_groups_stand_against_all_others(book: Book, two: tuple[int, int]) -> None:
    for _ in range(12):
        heard(book, two[0], 10)
        heard(book, two[1], 2)
    page = voice_page(book, replace(SCOPE, by="tier"))
    assert [(row.name, row.nps.value) for row in page.groups] == [("low", -100), ("high", 100)]
    assert [row.against.verdict.value for row in page.groups] == ["lower", "higher"]
    assert [row.against.difference for row in page.groups] == [-2, 2]
    assert all(row.against is None for row in voice_page(book, replace(SCOPE, by="product")).groups)
    alone = voice_page(book, replace(SCOPE, by="industry")).groups
    assert [row.against for row in alone] == [None], "nobody else is there to stand against"


@pytest.mark.parametrize(("n", "verdict"), [(9, "too_few"), (10, "no_difference")])
def test_too_few_or_alike_is_said(book: Book, two: tuple[int, int], n: int, verdict: str) -> None:
    for at in range(n):
        heard(book, two[0], 10 * (at % 2))
        heard(book, two[1], 10 * (at % 2))
    groups = voice_page(book, replace(SCOPE, by="tier")).groups
    assert {row.against.verdict.value for row in groups} == {verdict}


def test_those_who_decide_and_roles_stand_apart(book: Book, two: tuple[int, int]) -> None:
    decides, admin = person(book, two[0], decision_maker=True), person(book, two[0], role="admin")
    heard(book, two[0], 2, contact=decides)
    heard(book, two[0], 9, contact=admin)
    heard(book, two[0], 10)
    page = voice_page(book, SCOPE)
    assert [(row.name, row.nps.value) for row in page.roles] == [
        ("decide", -100), ("others", 100), ("not_said", 100), ("admin", 100),
    ]  # fmt: skip
    assert tile(page, MetricId.NPS_DECISION_MAKERS).value == -100
    assert tile(page, MetricId.NPS_WEIGHTED).value == 0
    assert [whose_name(row.name, Language.EN) for row in page.roles] == [
        "Decision makers", "Others", "Not known who", "Role: admin",
    ]  # fmt: skip
    assert whose_name("viewer", Language.JA) == "役割：viewer"


def test_unhappy_accounts_come_first(book: Book, two: tuple[int, int]) -> None:
    decides = person(book, two[1], decision_maker=True)
    heard(book, two[0], 1)
    for day, score in ((1, 3), (2, 2)):
        heard(book, two[1], score, date(2024, 6, day), contact=decides)
    for day in (3, 4):
        heard(book, two[1], 10, date(2024, 6, day))
    first, second = voice_page(book, SCOPE).surveys[Survey.NPS].accounts
    assert (first.name, first.negative, first.makers_negative, first.makers_last) == ("Two", False, True, 2)
    assert (first.nps, second.nps) == (0, -100)
    assert (first.last, first.mean, first.change, first.on, first.answers) == (10, 6.25, 5, date(2024, 6, 4), 4)
    assert (second.name, second.negative, second.change, second.makers_mean) == ("One", False, None, None)
    negative = tile(voice_page(book, SCOPE), MetricId.NEGATIVE_ACCOUNTS)
    told = explain(book, negative, SCOPE)
    assert [row.name for row in told.rows] == ["Two"]
    assert [(out.why, out.accounts) for out in told.left_out] == [(WhyOut.NOT_NEGATIVE, ("One",))]


def test_answers_as_a_list(book: Book, two: tuple[int, int]) -> None:
    who = person(book, two[0], role="admin", decision_maker=True)
    heard(book, two[0], 9, date(2024, 6, 1), contact=who, comment="Good")
    heard(book, two[1], 3, date(2024, 6, 2))
    with book.step(StepName.IMPORT) as step:
        step.insert(Kind.ANSWER, {"survey": "ces", "score": 5.5, "direction": "high_is_easy"})
    second, first, without = answer_rows(book)
    assert (first.account_name, first.person, first.role, first.decides, first.comment) == (
        "One", "Sample Person", "admin", True, "Good",
    )  # fmt: skip
    assert (without.account, without.on, without.direction, score_text(without.score)) == (
        0,
        None,
        "high_is_easy",
        "5.5",
    )
    assert [who.name for who in answerers(book, two[0])] == ["Sample Person"]
    before = dump(book)
    delete_answers(book, [first.id, second.id])
    assert len(answer_rows(book)) == 1
    undo(book)
    assert dump(book) == before


def test_what_was_resolved_is_told_back_and_undone(book: Book, two: tuple[int, int]) -> None:
    waits = feedback(book, account_id=two[0], title="Export", resolved_on=date(2024, 6, 2))
    feedback(book, account_id=two[1], topic="API", resolved_on=date(2024, 6, 1), told_on=date(2024, 7, 1))
    feedback(book, title="Open")
    feedback(book, title="Later", resolved_on=date(2024, 7, 2))
    page = voice_page(book, SCOPE)
    assert [(row.account_name, row.title) for row in page.untold] == [("Two", "API"), ("One", "Export")]
    assert tile(page, MetricId.LOOP_CLOSED).value == 0
    told_of = explain(book, tile(page, MetricId.LOOP_CLOSED), SCOPE)
    assert sorted(row.name for row in told_of.rows) == ["One", "Two"]
    changes = tell_back(book, waits, date(2024, 6, 5))
    assert (changes.name, changes.subject) == (StepName.EDIT_FEEDBACK, "Export")
    after = voice_page(book, SCOPE)
    assert [row.account_name for row in after.untold] == ["Two"]
    assert tile(after, MetricId.LOOP_CLOSED).value == Fraction(1, 2)
    undo(book)
    assert len(voice_page(book, SCOPE).untold) == 2
    with pytest.raises(Gone):
        tell_back(book, 999, AS_OF)


def test_an_empty_book_holds_no_voice(book: Book) -> None:
    page = voice_page(book, SCOPE)
    assert not page.holds
    assert {one.measure.value for one in page.tiles} == {None}
    feedback(book, title="One word")
    assert voice_page(book, SCOPE).holds
