"""Health set by hand: a score on the first day, one value a factor and day, and what the sentence names."""

from datetime import date, timedelta

import pytest

from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.health.drivers import drivers
from csdesk.metrics.health.scores import AccountHealth, FactorScore, FactorState
from csdesk.models.kinds import Band, Kind
from csdesk.models.problems import Reason
from csdesk.usecases import books
from csdesk.usecases.account import account_page
from csdesk.usecases.accounts import add_account
from csdesk.usecases.health import hand_sheet, set_health_value
from csdesk.usecases.rows import delete_row
from csdesk.usecases.stopped import Refused


@pytest.fixture
def account(book: Book) -> int:
    """The one account of a book that holds nothing else."""
    return next(iter(add_account(book, "見本商事").accounts))


def test_an_account_alone_gets_a_score_by_hand(book: Book, account: int, today: date) -> None:
    assert account_page(book, account, today).health.score is None
    set_health_value(book, account, "use_frequency", 90, today)
    health = account_page(book, account, today).health
    assert (health.score, health.band) == (90, Band.UNKNOWN), "a seventh of the weight is too little for a colour"
    for factor in hand_sheet(book, account, today).profile.factors:
        set_health_value(book, account, factor.id, 90 if factor.id == "use_frequency" else 80, today)
    health = account_page(book, account, today).health
    assert health.score == pytest.approx(80 + 10 * 15 / 110)
    assert (health.band, health.coverage) == (Band.GREEN, 1)
    assert all(factor.by_hand and factor.as_of == today for factor in health.factors)


def test_a_day_holds_one_value_and_a_later_day_wins(book: Book, account: int, today: date) -> None:
    set_health_value(book, account, "outcome", 20, today - timedelta(days=1), "before")
    set_health_value(book, account, "outcome", 40, today)
    set_health_value(book, account, "outcome", 60, today, "  said by their lead ")
    kept = sorted(float(str(row["value"])) for row in rows(book, Kind.HEALTH_VALUE))
    assert kept == [20, 60]
    held = hand_sheet(book, account, today).values["outcome"]
    assert (held.value, held.on, held.note) == (60, today, "said by their lead")
    assert hand_sheet(book, account, today - timedelta(days=1)).values["outcome"].note == "before"
    delete_row(book, Kind.HEALTH_VALUE, held.id)
    assert account_page(book, account, today).health.score == 20


def test_a_value_by_hand_is_undone(book: Book, account: int, today: date) -> None:
    set_health_value(book, account, "outcome", 20, today)
    before = dump(book)
    set_health_value(book, account, "outcome", 90, today)
    books.undo(book)
    assert dump(book) == before
    assert account_page(book, account, today).health.score == 20


@pytest.mark.parametrize("value", [-1, 100.5, float("nan"), float("inf")])
def test_a_value_outside_the_scale_is_refused(book: Book, account: int, today: date, value: float) -> None:
    before = dump(book)
    with pytest.raises(Refused) as refused:
        set_health_value(book, account, "outcome", value, today)
    assert refused.value.problem.reason is Reason.OUT_OF_RANGE
    assert dump(book) == before


def health(*factors: tuple[float, float | None]) -> AccountHealth:
    """Factors 'f0', 'f1', ... by weight and value."""
    used = [(weight, value) for weight, value in factors if weight and value is not None]
    score = sum(w * v for w, v in used) / sum(w for w, _ in used) if used else None
    scores = tuple(
        FactorScore(
            f"f{at}", value, value, weight, 0.0, 0.0, None, FactorState.MISSING if value is None else FactorState.USED
        )
        for at, (weight, value) in enumerate(factors)
    )
    return AccountHealth(1, score, Band.YELLOW, 1.0, None, scores)


@pytest.mark.parametrize(
    ("factors", "best", "worst"),
    [
        ([(15, 40.0), (4, 100.0), (10, 20.0)], "f1", "f0"),
        ([(50, 75.0), (1, 74.0)], "f0", None),
        ([(30, 60.0), (1, 50.0)], "f0", "f1"),
        ([(5, 20.0), (5, 30.0)], None, "f0"),
        ([(5, 90.0)], None, None),
        ([(5, 30.0)], None, "f0"),
        ([(5, 80.0), (9, 80.0)], None, None),
        ([(5, None), (0, 10.0)], None, None),
        ([(5, 95.0), (9, 95.0), (5, 10.0)], "f1", "f2"),
    ],
)
def test_what_carries_a_score_and_what_holds_it_back(
    factors: list[tuple[float, float | None]], best: str | None, worst: str | None
) -> None:
    named = tuple(factor and factor.factor for factor in drivers(health(*factors)))
    assert named == (best, worst)


def test_no_account_of_the_demo_is_carried_and_held_back_by_the_same(demo: Book, today: date) -> None:
    seen = 0
    for row in rows(demo, Kind.ACCOUNT):
        best, worst = drivers(account_page(demo, int(str(row["id"])), today).health)
        seen += best is not None and worst is not None
        assert best is None or worst is None or best.factor != worst.factor
    assert seen > 30
