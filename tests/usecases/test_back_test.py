"""The health model tried on the demo book's past."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from csdesk.book.file import Book
from csdesk.metrics.health.model import Profile
from csdesk.metrics.health.profile import HOUSE_PROFILE
from csdesk.metrics.health.scores import account_healths
from csdesk.models.kinds import Language
from csdesk.usecases.back_test import try_profile
from csdesk.usecases.books import demo_book
from csdesk.usecases.snapshot import snapshot_of
from csdesk.usecases.stopped import Refused

AS_OF = date(2024, 4, 18)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    path = tmp_path_factory.mktemp("past") / "demo.csdesk"
    book = demo_book(path, who="t", clock=lambda: datetime(2024, 4, 18, 3, tzinfo=UTC), language=Language.EN)
    yield book
    book.close()


def weighing(factor: str, weight: float) -> Profile:
    factors = (replace(one, weight=weight) if one.id == factor else one for one in HOUSE_PROFILE.factors)
    return replace(HOUSE_PROFILE, factors=tuple(factors))


def test_the_model_in_force_is_tried_on_itself(demo: Book) -> None:
    trial = try_profile(demo, AS_OF)
    assert trial.now == trial.tried
    assert trial.others == ()
    assert trial.profile == HOUSE_PROFILE
    assert trial.now.left >= 5
    assert trial.now.auc is not None
    assert trial.now.auc > 0.6, "those who left in the demo had been doing badly"
    assert [one.decision.on for one in trial.decisions] == sorted(
        (one.decision.on for one in trial.decisions), reverse=True
    )


def test_another_model_is_scored_on_the_same_past_and_on_today(demo: Book) -> None:
    wanted = weighing("sentiment", 200)
    trial, plain = try_profile(demo, AS_OF, wanted), try_profile(demo, AS_OF)
    assert trial.now == plain.now
    assert trial.tried != plain.now
    assert [one.decision for one in trial.decisions] == [one.decision for one in plain.decisions]
    frames = snapshot_of(demo).frames
    by_it = {one.account: one.by_model for one in account_healths(frames, wanted, AS_OF)}
    past = trial.decisions[0]
    of_the_day = {one.account: one for one in account_healths(frames, wanted, past.decision.scored_on)}
    assert past.tried == of_the_day[past.decision.account]
    assert trial.others
    assert all(row.tried == by_it[row.account] and row.tried.band is not row.now.band for row in trial.others)


def test_a_model_without_weights_is_refused(demo: Book) -> None:
    nothing = replace(HOUSE_PROFILE, factors=tuple(replace(one, weight=0) for one in HOUSE_PROFILE.factors))
    with pytest.raises(Refused):
        try_profile(demo, AS_OF, nothing)


def test_a_book_without_a_past_has_nothing_to_try(book: Book) -> None:
    trial = try_profile(book, AS_OF)
    assert (trial.decisions, trial.now.auc, trial.now.interval) == ((), None, None)
