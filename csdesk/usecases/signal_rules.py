"""The rules that give danger signals, as the team has set them: which are looked at, and from where they fire."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.models.signals import Signal
from csdesk.usecases.settings import store
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.book.file import Book
    from csdesk.metrics.signals.found import RuleSettings
    from csdesk.models.drafts import Changes

SIGNAL_RULES = "signal_rules"


def rule_settings(book: Book) -> RuleSettings:
    """Every rule: as the team has set it, else as the house has it."""
    from csdesk.book.read import rows

    found = rows(book, Kind.SETTING, where={"key": SIGNAL_RULES})
    return settings_from(json.loads(str(found[0]["value"])) if found else {})


def settings_from(held: Mapping[str, Mapping[str, object]]) -> RuleSettings:
    """Settings from what is stored; rules of a later csdesk are passed over, and limits that an earlier one did not
    know are the house's. Raises Refused or ValueError where a limit cannot be."""
    from csdesk.metrics.signals.found import HOUSE_SETTINGS, RuleSetting

    told = {Signal(name): one for name, one in held.items() if name in set(Signal)}
    made = dict(HOUSE_SETTINGS)
    for signal, one in told.items():
        if signal in made:
            limits = one["limits"]
            if not isinstance(limits, list):
                raise ValueError(limits)
            known = tuple(float(limit) for limit in limits)
            made[signal] = RuleSetting(bool(one["on"]), known + made[signal].limits[len(known) :])
    check_settings(made)
    return made


def change_signal_rules(book: Book, settings: RuleSettings) -> Changes:
    """Keep the settings that differ from the house's. Raises Refused where a limit cannot be."""
    from csdesk.metrics.signals.found import HOUSE_SETTINGS

    check_settings(settings)
    told = {
        signal.value: {"on": one.on, "limits": list(one.limits)}
        for signal, one in settings.items()
        if one != HOUSE_SETTINGS[signal]
    }
    return store(book, {SIGNAL_RULES: told}, name=StepName.CHANGE_SETTINGS)


def check_settings(settings: RuleSettings) -> None:
    """Raises Refused where a rule has not as many limits as it needs, or one is below 1 or beyond its most."""
    from csdesk.metrics.signals.rules import RULES

    for signal, one in settings.items():
        limits = RULES[signal].limits
        wrong = [held for held, limit in zip(one.limits, limits, strict=False) if not 1 <= held <= limit.most]
        if wrong or len(one.limits) != len(limits):
            seen = str(wrong[0]) if wrong else str(len(one.limits))
            raise Refused(Problem(Place(), "setting.value", seen, Reason.OUT_OF_RANGE))
