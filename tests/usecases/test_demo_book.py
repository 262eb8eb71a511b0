from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.context import Dimension
from csdesk.models.kinds import Band, Kind, Language, StepName
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.signals import RiskLevel, RiskOutcome
from csdesk.usecases import books
from csdesk.usecases.account_rows import rows_at
from csdesk.usecases.due import due_list
from csdesk.usecases.figures import groups
from csdesk.usecases.health import health_page
from csdesk.usecases.plays import play_results, plays
from csdesk.usecases.retention import retention_page
from csdesk.usecases.revenue import revenue_page
from csdesk.usecases.risks import refuse_unsound, risk_register
from csdesk.usecases.scope import Scope
from csdesk.usecases.snapshot import snapshot_of


def test_same_day_and_language_give_the_same_book(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    dumps = []
    for name in ("one", "two"):
        book = books.demo_book(tmp_path / f"{name}.csdesk", who="sample", clock=clock, language=Language.EN)
        dumps.append(dump(book))
        book.close()
    assert dumps[0] == dumps[1]


def test_there_is_something_to_see_by_every_split_but_stages(demo: Book, today: date) -> None:
    snapshot = snapshot_of(demo)
    whole = snapshot.context(today)
    seen = {by for by in Dimension if len(groups(snapshot, whole, by)) > 1}
    assert seen == set(Dimension) - {Dimension.STAGE}


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2025, 12, 31), date(2026, 3, 1)])
@pytest.mark.parametrize("language", list(Language))
def test_demo_is_sound_on_any_day(tmp_path: Path, day: date, language: Language) -> None:
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    book = books.demo_book(tmp_path / "d.csdesk", who="sample", clock=lambda: moment, language=language)
    assert books.check_book(book) == ()
    assert len(rows(book, Kind.ACCOUNT)) == 60
    names = [row["name"] for row in rows(book, Kind.ACCOUNT)]
    assert len(set(names)) == 60
    book.close()


def test_the_work_with_accounts_is_there_and_no_figure_hangs_on_it(demo: Book, today: date) -> None:
    kinds = (Kind.GOAL, Kind.MILESTONE, Kind.DEAL, Kind.FEEDBACK, Kind.INTERVIEW, Kind.MAILING)
    assert [len(rows(demo, kind)) for kind in kinds] == [6, 24, 9, 19, 5, 28]
    assert {row["outcome"] for row in rows(demo, Kind.DEAL)} == {"open", "lost", "won"}
    days = [row["on_date"] for row in rows(demo, Kind.INTERVIEW)]
    assert all(isinstance(day, date) and day <= today for day in days)
    scope = Scope(today, Period.holding(Month.of(today), PeriodKind.MONTH))

    def figures() -> list[object]:
        moves = [(row.churn.value, row.expansion.value) for row in revenue_page(demo, scope).movements]
        return [moves, [row.health.score for row in health_page(demo, today).rows]]

    with_it = figures()
    with demo.step(StepName.DELETE_GOAL) as step:
        for kind in (*kinds[:1], *kinds[2:]):  # milestones go with nothing else
            step.delete_many(kind, [int(str(row["id"])) for row in rows(demo, kind)])
    assert figures() == with_it


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 3, 1), date(2026, 12, 31)])
def test_risks_and_plays_are_those_of_a_team_at_work(tmp_path: Path, day: date) -> None:
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    book = books.demo_book(tmp_path / "d.csdesk", who="sample", clock=lambda: moment, language=Language.EN)
    found: list[dict[str, Any]] = rows(book, Kind.RISK)
    for risk in found:
        refuse_unsound(risk)
        assert max(risk["logged_on"], risk["closed_on"] or day) <= day
    register = risk_register(book, day)
    listed = [row.risk for row in register.rows]
    assert [(risk.level, risk.outcome, bool(risk.response)) for risk in listed[:2]] == [
        (RiskLevel.IMMINENT, RiskOutcome.OPEN, True),
        (RiskLevel.SUSPECTED, RiskOutcome.OPEN, False),
    ]
    assert (len(listed), register.open, register.without_plan) == (4, 2, 1)
    ended = {risk.outcome: risk for risk in listed[2:]}
    averted, lost = ended[RiskOutcome.AVERTED], ended[RiskOutcome.LOST]
    paid = {row.id: row.mrr for row in rows_at(snapshot_of(book), averted.closed_on or day).rows}
    assert averted.mrr_saved == paid[averted.account] > 0
    assert lost.closed_on is not None
    paid = {row.id: row.mrr for row in rows_at(snapshot_of(book), lost.closed_on).rows}
    after = {row.id: row.mrr for row in rows_at(snapshot_of(book), lost.closed_on + timedelta(days=1)).rows}
    assert lost.mrr_lost == paid[lost.account] > after[lost.account] == 0
    results = play_results(book, day)
    assert {(one.begun, one.ended, one.helped, one.averted, one.changes) for one in results.values()} == {
        (1, 0, 0, 0, 0),
        (1, 1, 1, 1, 1),
    }
    assert set(results) <= {play.name for play in plays(book, Language.EN)}
    book.close()


def test_steps_of_the_play_at_work_are_among_the_next_steps_and_few(demo: Book, today: date) -> None:
    runs = {row["id"]: row["ended_on"] for row in rows(demo, Kind.PLAY_RUN)}
    mine = [row for row in rows(demo, Kind.TASK) if row["run_id"] is not None]
    assert [(runs[row["run_id"]] is None, row["done_on"] is None) for row in mine] == [
        (True, False),
        (True, True),
        (True, True),
        (False, False),
        (False, False),
        (False, False),
    ]
    waiting = {item.task for item in due_list(demo, today)}
    assert sum(row["id"] in waiting for row in mine) == 1


def test_a_score_is_said_by_hand_lower_than_the_figures_with_why_and_until_when(demo: Book, today: date) -> None:
    (said,) = (row.health for row in health_page(demo, today).rows if row.health.hand)
    hand = said.hand
    assert hand is not None
    assert hand.reason
    assert hand.until is not None
    assert hand.since < today < hand.until
    assert said.band is Band.YELLOW
    assert said.computed is not None
    assert said.computed.band is Band.GREEN


def test_every_page_has_something_to_show(demo: Book, today: date) -> None:
    scope = Scope(today, Period.holding(Month.of(today), PeriodKind.MONTH))
    page = revenue_page(demo, replace(scope, by="tier"))
    assert len(page.movements) == 36
    assert {group for group, _ in page.groups} == {"high", "low", "tech"}
    assert sum(row.churn.value for row in page.movements) > 0
    assert sum(row.expansion.value for row in page.movements) > 0
    assert retention_page(demo, scope).rates
    bands = {row.health.band for row in health_page(demo, today).rows}
    assert Band.GREEN in bands
    assert bands & {Band.RED, Band.YELLOW}
    assert due_list(demo, today)
