"""Why an account's health changed, by the profile that was in force on each day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from csdesk.book.file import Book
from csdesk.metrics.health.model import Profile
from csdesk.metrics.health.profile import HOUSE_PROFILE
from csdesk.metrics.health.why import Cause, tenths
from csdesk.models.kinds import Language
from csdesk.usecases import books
from csdesk.usecases.account import account_page
from csdesk.usecases.accounts import add_account
from csdesk.usecases.health import set_health_value
from csdesk.usecases.health_change import health_change
from csdesk.usecases.health_profile import change_profile
from csdesk.usecases.snapshot import snapshot_of
from csdesk.wording.health import moves_sentence

DAY = timedelta(days=1)


@pytest.fixture
def account(book: Book, today: date) -> int:
    """Use stood at 90 yesterday and stands at 60 today; the outcome is 30 on both days."""
    made = next(iter(add_account(book, "見本商事").accounts))
    for factor, value, on in (
        ("use_frequency", 90, today - DAY),
        ("outcome", 30, today - DAY),
        ("use_frequency", 60, today),
    ):
        set_health_value(book, made, factor, value, on)
    return made


def heavier(factor: str) -> Profile:
    factors = (replace(one, weight=one.weight * 5) if one.id == factor else one for one in HOUSE_PROFILE.factors)
    return replace(HOUSE_PROFILE, factors=tuple(factors))


def test_each_day_is_scored_by_the_profile_of_its_day(book: Book, account: int, today: date) -> None:
    """Weights 15 and 6, then 15 and 30: 72.9 -> 40.0."""
    change_profile(book, heavier("outcome"))
    answer = health_change(book, account, today - DAY, today)
    assert (answer.then.score, answer.now.score) == (pytest.approx((15 * 90 + 6 * 30) / 21), 40)
    causes = {(one.move.factor, one.move.cause) for one in answer.moves}
    assert causes == {
        ("use_frequency", Cause.VALUE),
        ("use_frequency", Cause.WEIGHT),
        ("outcome", Cause.WEIGHT),
    }
    assert sum(one.tenths for one in answer.moves) == 400 - tenths(answer.then.score or 0) == 400 - 729
    books.undo(book)
    undone = health_change(book, account, today - DAY, today)
    assert [one.move.cause for one in undone.moves] == [Cause.VALUE]
    books.redo(book)
    assert health_change(book, account, today - DAY, today) == answer


def test_a_profile_that_was_changed_twice(book: Book, account: int, today: date) -> None:
    change_profile(book, heavier("outcome"))
    change_profile(book, heavier("use_frequency"))
    then = health_change(book, account, today - DAY, today).then
    assert then.score == pytest.approx((15 * 90 + 6 * 30) / 21), "yesterday the starter profile held"


def test_the_arrow_on_the_accounts_page_tells_the_same(book: Book, account: int, today: date) -> None:
    change_profile(book, heavier("outcome"))
    month_later = today + 29 * DAY
    shown = account_page(book, account, month_later)
    change = health_change(book, account, today - DAY, month_later)
    assert (shown.score_before, shown.health.score) == (change.then.score, change.now.score)
    assert shown.score_before == pytest.approx((15 * 90 + 6 * 30) / 21)


def test_in_words(book: Book, account: int, today: date) -> None:
    answer = health_change(book, account, today - DAY, today)
    moved = [(one.move.factor, one.move.cause, one.tenths) for one in answer.moves]
    scores, days = answer.scores, (answer.first, answer.last)
    assert moves_sentence(scores, days, moved, Language.EN) == "72.9 → 51.4: Frequency of use (moved) −21.5."
    assert moves_sentence(scores, days, moved, Language.JA) == "72.9→51.4：利用頻度（値が変化）−21.5。"
    assert moves_sentence(scores, days, [], Language.EN) == "72.9 → 51.4: nothing moved."
    many = [(one.id, Cause.STALE, -10) for one in HOUSE_PROFILE.factors]
    assert moves_sentence(scores, days, many, Language.EN).endswith(f"others −{len(many) - 4}.0.")
    none = health_change(book, account, today - 9 * DAY, today)
    assert none.then.score is None
    assert none.moves == ()
    assert "No score" in moves_sentence(none.scores, (none.first, none.last), [], Language.EN)


def test_every_account_of_the_demo_book(demo: Book, today: date) -> None:
    for account in snapshot_of(demo).health(today):
        answer = health_change(demo, account, today - timedelta(days=90), today)
        then, now = answer.then.score, answer.now.score
        if then is not None and now is not None and answer.moves:
            assert sum(one.tenths for one in answer.moves) == tenths(now) - tenths(then)
