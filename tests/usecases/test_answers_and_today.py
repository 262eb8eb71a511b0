"""Survey answers by hand, health values by hand in one step, and the day's list in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.health.profile import HOUSE_PROFILE
from csdesk.models.kinds import Band, EffortDirection, Kind, Language, StepName, Survey, SurveyRelation
from csdesk.models.months import PeriodKind
from csdesk.models.problems import Reason
from csdesk.usecases import books
from csdesk.usecases.answers import AnswerDraft, answer_draft, save_answer
from csdesk.usecases.books import Refused
from csdesk.usecases.health import FactorEdit, health_page, set_health_values
from csdesk.usecases.health_override import end_override
from csdesk.usecases.health_profile import change_profile, profile_of
from csdesk.usecases.rows import delete_row
from csdesk.usecases.sentences import step_sentence
from csdesk.usecases.snapshot import snapshot_of
from csdesk.usecases.today import coming_renewals, today_page


def account_of(book: Book) -> int:
    return int(str(rows(book, Kind.TOUCH)[0]["account_id"]))


def test_an_answer_is_added_changed_and_deleted(demo: Book, today: date) -> None:
    account = account_of(demo)
    before = len(rows(demo, Kind.ANSWER))
    draft = AnswerDraft(
        account,
        Survey.CES,
        2,
        today,
        relation=SurveyRelation.TRANSACTIONAL,
        direction=EffortDirection.HIGH_IS_HARD,
        comment="=easy",
    )
    save_answer(demo, draft)
    added = int(str(rows(demo, Kind.ANSWER)[-1]["id"]))
    assert answer_draft(demo, added) == replace(draft, id=added)
    save_answer(demo, replace(draft, id=added, survey=Survey.CSAT, score=5))
    changed = answer_draft(demo, added)
    assert (changed.survey, changed.score, changed.direction) == (Survey.CSAT, 5, None)
    deleted = delete_row(demo, Kind.ANSWER, added)
    assert snapshot_of(demo).names[account] in step_sentence(deleted, Language.JA)
    assert len(rows(demo, Kind.ANSWER)) == before
    for _ in range(3):
        books.undo(demo)
    assert len(rows(demo, Kind.ANSWER)) == before


@pytest.mark.parametrize(
    ("survey", "score"), [(Survey.NPS, 11), (Survey.NPS, -1), (Survey.CSAT, 0), (Survey.CSAT, 6), (Survey.CES, 8)]
)
def test_a_score_off_the_scale_is_refused(demo: Book, today: date, survey: Survey, score: int) -> None:
    with pytest.raises(Refused) as refused:
        save_answer(demo, AnswerDraft(account_of(demo), survey, score, today))
    assert (refused.value.problem.reason, refused.value.problem.seen) == (Reason.OUT_OF_RANGE, str(score))


def test_values_by_hand_of_many_accounts_are_one_step(demo: Book, today: date) -> None:
    first, second = (row.account for row in health_page(demo, today).rows[:2])
    wanted = [FactorEdit(first, "used_in_meetings", "８０"), FactorEdit(second, "executive_users", "5")]
    set_health_values(demo, wanted, today)

    def held(account: int, factor: str) -> tuple[float | None, bool]:
        health = snapshot_of(demo).health(today)[account]
        score = next(one for one in health.factors if one.factor == factor)
        return score.value, score.by_hand

    assert held(first, "used_in_meetings") == (80, True)
    assert held(second, "executive_users") == (5, True)
    set_health_values(demo, [FactorEdit(first, "used_in_meetings", "")], today)
    assert held(first, "used_in_meetings") == (None, False)
    books.undo(demo)
    books.undo(demo)
    assert held(second, "executive_users") == (None, False)


@pytest.mark.parametrize("text", ["much", "101", "-1", "nan"])
def test_a_value_by_hand_that_is_none_sets_nothing(demo: Book, today: date, text: str) -> None:
    account = account_of(demo)
    before = len(rows(demo, Kind.HEALTH_VALUE))
    edits = [FactorEdit(account, "outcome", "50"), FactorEdit(account, "advocacy", text)]
    with pytest.raises(Refused):
        set_health_values(demo, edits, today + timedelta(days=1))
    assert len(rows(demo, Kind.HEALTH_VALUE)) == before


def test_a_curve_a_measure_and_a_reason_survive_reopening(demo: Book) -> None:
    first, second, *rest = HOUSE_PROFILE.factors
    wanted = replace(
        HOUSE_PROFILE,
        factors=(
            replace(first, curve=((0.0, 10.0), (8.0, 100.0)), measure="logins"),
            replace(second, on=False, off_reason="no data before April"),
            *rest,
        ),
    )
    change_profile(demo, wanted)
    path = demo.path
    demo.close()
    again = Book.open(path, who="sample", clock=demo.clock)
    assert profile_of(again) == wanted
    books.undo(again)
    assert profile_of(again) == HOUSE_PROFILE
    again.close()


@pytest.mark.parametrize("points", [(), ((1.0, 0.0), (1.0, 100.0)), ((0.0, 101.0),)])
def test_a_curve_that_says_nothing_is_refused(demo: Book, points: tuple[tuple[float, float], ...]) -> None:
    first, *rest = HOUSE_PROFILE.factors
    with pytest.raises(Refused):
        change_profile(demo, replace(HOUSE_PROFILE, factors=(replace(first, curve=points), *rest)))


def test_today_has_ten_figures_and_the_benefits_among_them(demo: Book, today: date) -> None:
    tiles = today_page(demo, today).headline
    assert [tile.measure.metric for tile in tiles] == [
        "mrr", "arr_per_account", "cmrr", "logo_churn", "net_revenue_retention",
        "ltv", "cac", "ltv_to_cac", "nps", "health_mean",
    ]  # fmt: skip
    assert {str(tile.measure.period) for tile in tiles} == {"2026-03", "2026-02", "FY2025-Q3"}
    assert all(tile.before is not None for tile in tiles)
    assert {str(tile.measure.period) for tile in today_page(demo, today, kind=PeriodKind.YEAR).headline} == {
        "2026-03",
        "FY2024",
    }


def test_a_renewal_whose_loss_is_imminent_is_at_high_risk_whatever_its_health(demo: Book, today: date) -> None:
    coming = coming_renewals(demo, today, 365)
    calm = next(row for row in coming if not row.at_risk)
    told = {"account_id": calm.account, "first_signal_on": today, "logged_on": today}
    with demo.step(StepName.ADD_RISK) as step:
        step.insert(Kind.RISK, {**told, "title": "They hear of a rival", "level": "suspected"})
        step.insert(Kind.RISK, {**told, "signal": "acquired", "level": "imminent", "outcome": "averted"})
    assert coming_renewals(demo, today, 365) == coming
    with demo.step(StepName.ADD_RISK) as step:
        step.insert(Kind.RISK, {**told, "signal": "acquired", "level": "imminent"})
    at_risk = {row.account: row for row in today_page(demo, today, days=365).at_risk}
    assert at_risk[calm.account].imminent == "acquired"
    assert at_risk.keys() - {calm.account} == {row.account for row in coming if row.at_risk}


def test_risky_renewals_name_what_holds_them_back(demo: Book, today: date) -> None:
    """A book whose every factor is judged at 0 has nothing but red renewals."""
    accounts = [row.account for row in health_page(demo, today).rows]
    for said in [row.account for row in health_page(demo, today).rows if row.health.hand]:
        end_override(demo, said, today)
    factors = [factor.id for factor in HOUSE_PROFILE.factors]
    set_health_values(demo, [FactorEdit(a, factor, "0") for a in accounts for factor in factors], today)
    page = today_page(demo, today)
    assert page.at_risk == coming_renewals(demo, today, page.days)
    assert today_page(demo, today, days=365).renewals >= page.renewals > today_page(demo, today, days=0).renewals
    assert len(page.at_risk) == page.renewals > 0
    planned = {int(str(task["account_id"])) for task in rows(demo, Kind.TASK) if task["done_on"] is None}
    for risk in page.at_risk:
        assert risk.factor in factors
        assert bool(risk.next_step) is (risk.account in planned)
    assert {row.health.band for row in health_page(demo, today).rows} == {Band.RED}
