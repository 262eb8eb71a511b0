"""The dialogs of health: a profile with whom it is for, a factor with its curve, and an account set by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from csdesk.ui.dialogs.factor import FactorDialog
from csdesk.ui.dialogs.profile import ProfileDialog
from csdesk.ui.dialogs.set_health import SetHealth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from csdesk.metrics.health.model import Factor, Profile
    from csdesk.models.kinds import Language
    from csdesk.ui.page import Page
    from csdesk.ui.widgets.profiles_part import ProfilesPart
    from csdesk.usecases.health import HealthPage, HealthRow


def open_profile(part: ProfilesPart, answer: HealthPage, name: str, language: Language) -> None:
    """Ask for the name of a special profile and whom it is for; '' begins a new one."""
    if answer.accounts is None:
        return
    dialog = ProfileDialog(answer.profile, name, answer.accounts, language, part)
    dialog.chosen.connect(lambda wanted: part.put(wanted, name))
    dialog.open()


def open_factor(part: ProfilesPart, answer: HealthPage, factor: Factor, language: Language) -> None:
    """Show a factor's curve in large, over the accounts that the profile shown scores."""
    profile = answer.profile.named(part.name)
    mine = [row for row in answer.rows if row.health.profile == part.name]
    dialog = FactorDialog(factor, _seen(mine, factor.id), answer.measures, language, part)
    dialog.chosen.connect(lambda wanted: part.put(_with(profile, wanted), part.name))
    dialog.open()


def open_by_hand(page: Page, account: int) -> None:
    """Ask for values of an account, factor by factor."""
    SetHealth(page.around, account, parent=page).open()


def _seen(rows: Iterable[HealthRow], factor: str) -> list[tuple[float, int]]:
    """What was measured of each account, and its age in months; nothing that was set by hand."""
    scores = ((one, row.health.months) for row in rows for one in row.health.factors if one.factor == factor)
    return [(one.raw, months) for one, months in scores if one.raw is not None and not one.by_hand]


def _with(profile: Profile, wanted: Factor) -> Profile:
    return replace(profile, factors=tuple(wanted if one.id == wanted.id else one for one in profile.factors))
