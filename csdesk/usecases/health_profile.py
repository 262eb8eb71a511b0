"""The health profile in force: the book's own, kept in its settings, or the house's."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from csdesk.metrics.health.model import Factor, MissingRule, Profile
from csdesk.models.kinds import StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.settings import store
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from csdesk.book.file import Book
    from csdesk.metrics.shapes import Accounts
    from csdesk.models.drafts import Changes

PROFILE = "health_profile"
"""The key of the setting."""


def profile_of(book: Book) -> Profile:
    """The profile in force: the book's own, else the starter profile."""
    from csdesk.book.read import settings

    return profile_or_house(settings(book).get(PROFILE))


def profile_or_house(text: str | None) -> Profile:
    """A profile as a book keeps it; the starter profile where it keeps none."""
    from csdesk.metrics.health.profile import HOUSE_PROFILE

    return HOUSE_PROFILE if text is None else profile_from(text)


def profile_from(text: str) -> Profile:
    """A profile as a book keeps it. ValueError, TypeError, KeyError or AttributeError for what is none."""
    return _profile(json.loads(text))


def _profile(kept: dict[str, Any]) -> Profile:
    """With all the house's factors, and each special profile likewise."""
    from csdesk.metrics.health.profile import completed

    factors = tuple(
        Factor(
            **{
                **factor,
                "curve": _points(factor["curve"]),
                "missing": MissingRule(factor["missing"]),
                "ages": tuple((int(months), _points(points)) for months, points in factor.get("ages", ())),
            }
        )
        for factor in kept.pop("factors")
    )
    whom = tuple((str(dimension), tuple(map(str, values))) for dimension, values in kept.pop("whom", ()))
    special = tuple(_profile(one) for one in kept.pop("special", ()))
    return completed(Profile(factors=factors, whom=whom, special=special, **kept))


def _points(kept: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), float(y)) for x, y in kept)


def _check_curve(points: tuple[tuple[float, float], ...]) -> None:
    """A curve has points, one at each raw value, and none beyond 0 to 100."""
    raws = [raw for raw, _ in points]
    outside = next((value for _, value in points if not 0 <= value <= 100), None)  # noqa: PLR2004 - said above
    if outside is not None:
        raise Refused(Problem(Place(), "health.value", f"{outside:g}", Reason.OUT_OF_RANGE))
    if not raws or len(set(raws)) < len(raws):
        seen = ", ".join(f"{raw:g}" for raw in raws)
        raise Refused(Problem(Place(), "health.curve", seen, Reason.DUPLICATE if raws else Reason.MISSING))


_FIRST = ("segment", "tier", "stage")
_MOST_VALUES = 40
"""A dimension with more different values tells accounts apart, not kinds of them."""


def choosable(accounts: Accounts, whom: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    """The dimensions, and their values, by which accounts can be given a profile; what `whom` names is among them."""
    others = [
        name for name in accounts if name not in {*_FIRST, "account", "name", "owner", "sales_rep", "referred_by"}
    ]
    found = {}
    for name in dict.fromkeys(map(str, (*_FIRST, *others, *whom))):
        present: list[str] = accounts[name].astype(object).fillna("").tolist() if name in accounts else []
        told = sorted({*present, *whom.get(name, ())}, key=lambda value: (not value, value))
        if any(told) and (len(told) <= _MOST_VALUES or name in whom):
            found[name] = tuple(told)
    return found


def change_profile(book: Book, profile: Profile) -> Changes:
    """Store the profile. Raises Refused where it makes no score possible."""
    check_profile(profile)
    return store(book, {PROFILE: asdict(profile)}, name=StepName.CHANGE_SETTINGS)


def check_profile(profile: Profile) -> None:
    """Raises Refused where bands, weights or a curve make no score possible."""
    if not 0 <= profile.yellow <= profile.green <= 100:  # noqa: PLR2004 - scores run from 0 to 100
        raise Refused(Problem(Place(), "health.band", f"{profile.yellow} / {profile.green}", Reason.OUT_OF_RANGE))
    weights = [factor.weight for factor in profile.factors if factor.on]
    if not weights or min(weights) < 0 or not any(weights):
        raise Refused(Problem(Place(), "health.weight", "0", Reason.OUT_OF_RANGE))
    for factor in profile.factors:
        for points in (factor.curve, *(points for _, points in factor.ages)):
            _check_curve(points)
    names = [profile.name, *(one.name for one in profile.special)]
    for one in profile.special:
        if not one.name.strip() or names.count(one.name) > 1 or one.special:
            reason = Reason.DUPLICATE if one.name.strip() else Reason.MISSING
            raise Refused(Problem(Place(), "health.profile", one.name, reason))
        check_profile(one)
