"""Several health profiles: whom each scores, and what tells so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from csdesk.book.file import Book
from csdesk.metrics.health.model import Profile
from csdesk.metrics.health.profile import HOUSE_PROFILE, Starter, started, with_part
from csdesk.metrics.health.scores import account_healths
from csdesk.metrics.health.why import Cause, tenths
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Band, Language
from csdesk.models.months import PeriodKind
from csdesk.models.problems import Reason
from csdesk.usecases import books
from csdesk.usecases.accounts import CellEdit, add_account, edit_accounts
from csdesk.usecases.back_test import try_profile
from csdesk.usecases.explain import explain
from csdesk.usecases.explain_health import ExplainedFactor
from csdesk.usecases.health import hand_sheet, health_page, set_health_value
from csdesk.usecases.health_change import health_change
from csdesk.usecases.health_profile import change_profile, choosable, profile_of
from csdesk.usecases.owners import owners_page
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import BookSettings
from csdesk.usecases.snapshot import snapshot_of
from csdesk.usecases.stopped import Refused
from csdesk.wording.health import profiles_sentence, whom_text

DAY = timedelta(days=1)
BY_HAND = replace(started(HOUSE_PROFILE, Starter.BY_HAND), name="Key", whom=(("tier", ("high",)),), green=60.0)
STRICT = replace(HOUSE_PROFILE, name="Others", whom=(("tier", ("high", "low")),), least_coverage=0.9)
SEVERAL = replace(HOUSE_PROFILE, special=(BY_HAND, STRICT))


def test_each_account_is_scored_by_the_first_profile_that_fits(demo: Book, today: date) -> None:
    """Each score is what its profile alone would make of it; those of whom no profile is for stay as they were."""
    before = snapshot_of(demo).health(today)
    change_profile(demo, SEVERAL)
    page = health_page(demo, today)
    tiers = dict(zip(*(snapshot_of(demo).frames.accounts[name].tolist() for name in ("account", "tier")), strict=True))
    assert all(row.health.profile == {"high": "Key", "low": "Others"}.get(tiers[row.account], "") for row in page.rows)
    assert sum(page.profiles.values()) == len(page.rows)
    assert [*page.profiles] == ["Key", "Others", ""]
    assert all(page.profiles.values())
    for own in (BY_HAND, STRICT):
        alone = {one.account: one for one in account_healths(snapshot_of(demo).frames, replace(own, whom=()), today)}
        mine = [row.health for row in page.rows if row.health.profile == own.name]
        assert [(one.score, one.band) for one in mine] == [
            (alone[o.account].score, alone[o.account].band) for o in mine
        ]
    others = [row.health for row in page.rows if not row.health.profile]
    assert others == [before[one.account] for one in others]
    assert not any(
        row.health.band is Band.GREEN
        for row in page.rows
        if row.health.profile == "Others" and row.health.coverage < 0.9
    )


def test_what_tells_which_profile_was_used(demo: Book, today: date) -> None:
    change_profile(demo, SEVERAL)
    page = health_page(demo, today)
    said = profiles_sentence(page.profiles, Language.EN)
    counts = page.profiles
    assert said == f"Profiles: Key {counts['Key']}, Others {counts['Others']}, House profile {counts['']}."
    assert profiles_sentence({"": 3, "Key": 0}, Language.EN) == ""
    assert whom_text(STRICT.whom, Language.EN) == "Touch model: High touch, Low touch"
    scope = Scope.at(today, PeriodKind.MONTH)
    assert page.mean.metric == MetricId.HEALTH_MEAN
    told = {row.account: row.lines for row in explain(demo, page.mean, scope).rows}
    key = next(row.account for row in page.rows if row.health.profile == "Key" and row.health.score is not None)
    assert {line.profile for line in told[key] if isinstance(line, ExplainedFactor)} == {"Key"}
    assert hand_sheet(demo, key, today).profile.name == "Key"
    trial = try_profile(demo, today)
    assert set(trial.profiles) <= {"Key", "Others", ""}
    assert sum(trial.profiles.values()) == len(trial.now.judged)
    for owner in owners_page(demo, scope).rows:
        if owner.gap is not None:
            assert sum(part.tenths for part in owner.gap.parts) == owner.gap.tenths


def test_profiles_are_kept_and_undone(demo: Book, clock: Callable[[], datetime], today: date) -> None:
    change_profile(demo, SEVERAL)
    assert profile_of(demo) == SEVERAL
    heavier = replace(BY_HAND, green=80.0)
    change_profile(demo, with_part(SEVERAL, heavier, "Key"))
    with Book.open(demo.path, who="other", clock=clock) as again:
        assert profile_of(again).special == (heavier, STRICT)
    books.undo(demo)
    assert profile_of(demo) == SEVERAL
    books.undo(demo)
    assert profile_of(demo) == HOUSE_PROFILE
    assert with_part(SEVERAL, replace(SEVERAL, green=75.0), "house") == replace(SEVERAL, green=75.0)
    assert not health_page(demo, today).profiles.keys() - {""}


@pytest.mark.parametrize(
    ("special", "reason"),
    [
        ((replace(BY_HAND, name=" "),), Reason.MISSING),
        ((BY_HAND, replace(STRICT, name="Key")), Reason.DUPLICATE),
        ((replace(BY_HAND, name="house"),), Reason.DUPLICATE),
        ((replace(BY_HAND, special=(STRICT,)),), Reason.DUPLICATE),
        ((replace(BY_HAND, green=20.0),), Reason.OUT_OF_RANGE),
    ],
)
def test_profiles_that_tell_nobody_apart_are_refused(book: Book, special: tuple[Profile, ...], reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        change_profile(book, replace(HOUSE_PROFILE, special=special))
    assert refused.value.problem.reason is reason
    assert profile_of(book) == HOUSE_PROFILE


def test_what_profiles_may_go_by(demo: Book) -> None:
    accounts = snapshot_of(demo).frames.accounts
    found = choosable(accounts, {"custom:Gone": ("x",), "tier": ("never",)})
    assert {"high", "low", "never"} <= set(found["tier"])
    assert found["custom:Gone"] == ("x",)
    assert not found.keys() & {"account", "name", "owner"}


def test_an_account_that_changed_its_tier(tmp_path: Path, today: date) -> None:
    """90 and 30 at weights 15 and 6 by the house's profile; only the outcome by the other: 72.9 -> 30."""
    moment = [datetime(today.year, today.month, today.day, 3, 0, tzinfo=UTC) - DAY]
    settings = BookSettings("JPY", 4, Language.EN)
    with books.new_book(tmp_path / "b.csdesk", settings, who="sample", clock=lambda: moment[0]) as book:
        account = next(iter(add_account(book, "見本商事").accounts))
        edit_accounts(book, [CellEdit(account, "tier", "low"), CellEdit(account, "custom:Plan", "gold")])
        for factor, value in (("use_frequency", 90), ("outcome", 30)):
            set_health_value(book, account, factor, value, today - DAY)
        own = replace(BY_HAND, whom=(("tier", ("high",)), ("custom:Plan", ("silver",))))
        change_profile(book, replace(HOUSE_PROFILE, special=(own,)))
        moment[0] += DAY
        edit_accounts(book, [CellEdit(account, "tier", "high")])
        assert health_change(book, account, today - DAY, today).moves == ()
        edit_accounts(book, [CellEdit(account, "custom:Plan", "silver")])
        answer = health_change(book, account, today - DAY, today)
        assert (answer.then.profile, answer.now.profile) == ("", "Key")
        assert [(one.move.cause, one.tenths) for one in answer.moves] == [(Cause.PROFILE, 300 - 729)]
        assert tenths(answer.then.score or 0) == 729
