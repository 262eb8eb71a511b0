"""Scores said by hand: set, seen wherever a score is shown, ended and undone."""

from datetime import date, timedelta

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.cli import jsons
from csdesk.metrics.health.why import SCORE, Cause
from csdesk.models.kinds import Band, Kind, Language
from csdesk.models.months import PeriodKind
from csdesk.models.problems import Reason
from csdesk.usecases import books
from csdesk.usecases.account_rows import accounts_table
from csdesk.usecases.accounts import add_account
from csdesk.usecases.back_test import try_profile
from csdesk.usecases.explain import explain
from csdesk.usecases.explain_health import ExplainedFactor
from csdesk.usecases.health import health_page
from csdesk.usecases.health_change import health_change
from csdesk.usecases.health_override import end_override, override_health
from csdesk.usecases.health_words import hand_sentence, health_text, said_score
from csdesk.usecases.owners import owners_page
from csdesk.usecases.scope import Scope
from csdesk.usecases.snapshot import snapshot_of
from csdesk.usecases.stopped import Refused

DAYS = timedelta(days=10)


@pytest.fixture
def account(demo: Book, today: date) -> int:
    """A green one with an owner."""
    return next(row.account for row in health_page(demo, today).rows if row.health.band is Band.GREEN and row.owner)


def test_both_scores_wherever_one_is_shown(demo: Book, account: int, today: date) -> None:
    before = snapshot_of(demo).health(today)[account]
    override_health(demo, account, 20, " Budget frozen ", today - 70 * DAYS, today + DAYS)
    page = health_page(demo, today)
    row = next(row for row in page.rows if row.account == account)
    assert (row.health.score, row.health.band, row.health.computed) == (20, Band.RED, before)
    assert row.health.coverage == before.coverage
    assert health_text(row.health, Language.EN) == "20 Red (by hand)"
    assert said_score(row.health, Language.JA) == "20（手動）"
    said = hand_sentence(row.health, Language.EN)
    assert said.startswith("Set to 20 by sample from ")
    assert "Budget frozen\nComputed: " in said
    assert hand_sentence(before, Language.EN) == ""
    listed = next(row for row in accounts_table(demo, today).rows if row.id == account)
    assert (listed.score, listed.by_hand) == (20, True)
    told = jsons.account_health("x", row.health)["by_hand"]
    assert (told["score"], told["computed"], told["until"]) == (20, before.score, (today + DAYS).isoformat())
    assert jsons.account_health("x", before)["by_hand"] is None
    lines = next(
        one.lines for one in explain(demo, page.mean, Scope.at(today, PeriodKind.MONTH)).rows if one.account == account
    )
    factors = [line for line in lines if isinstance(line, ExplainedFactor)]
    assert factors[0].factor == SCORE
    assert sum(line.points for line in factors) == pytest.approx(20)
    judged = [one.health for one in try_profile(demo, today).now.judged]
    assert judged
    assert not any(one.hand for one in judged), "a model is not judged by what a person said"
    gaps = {one.owner: one.gap for one in owners_page(demo, Scope.at(today, PeriodKind.MONTH)).rows}
    for gap in filter(None, gaps.values()):
        assert sum(part.tenths for part in gap.parts) == gap.tenths
    assert any(part.factor == SCORE and part.own == 20 for part in (gaps[row.owner] or gap).parts)


def test_it_expires_is_ended_and_undone(demo: Book, account: int, today: date) -> None:
    before = snapshot_of(demo).health(today)[account]
    override_health(demo, account, 20, "Budget frozen", today - DAYS, today - timedelta(days=1))
    assert snapshot_of(demo).health(today)[account] == before
    change = health_change(demo, account, today - timedelta(days=1), today)
    ended = [one for one in change.moves if one.move.cause is Cause.HAND_ENDED]
    assert len(ended) == 1
    assert sum(one.tenths for one in change.moves) == (change.scores[1] or 0) - 200
    override_health(demo, account, 30, "Sold", today, None)
    override_health(demo, account, 35, "Sold off", today, None)
    assert [row["score"] for row in rows(demo, Kind.HEALTH_OVERRIDE, where={"account_id": account})] == [20, 35]
    end_override(demo, account, today)
    assert snapshot_of(demo).health(today)[account] == before
    books.undo(demo)
    assert snapshot_of(demo).health(today)[account].score == 35
    with Book.open(demo.path, who="other", clock=demo.clock) as again:
        assert snapshot_of(again).health(today)[account].score == 35


@pytest.mark.parametrize(
    ("score", "reason", "days", "why"),
    [
        (101, "x", 1, Reason.OUT_OF_RANGE),
        (50, "  ", 1, Reason.MISSING),
        (50, "x", -1, Reason.ENDS_BEFORE_START),
    ],
)
def test_what_is_refused(book: Book, today: date, score: float, reason: str, days: int, why: Reason) -> None:
    account = next(iter(add_account(book, "Sample Works").accounts))
    with pytest.raises(Refused) as refused:
        override_health(book, account, score, reason, today, today + timedelta(days=days))
    assert refused.value.problem.reason is why
    assert not rows(book, Kind.HEALTH_OVERRIDE)
