"""What a setting may hold that comes from a spreadsheet: a wrong one would leave the book unreadable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from csdesk.models.kinds import Language
from csdesk.models.levels import Level
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_POINTS = 50
"""Points of yearly retention that what if may add."""
_MONTHS = range(1, 13)


def acceptable(key: str, text: str) -> bool:
    """Whether the text is JSON that a setting of that key may hold; keys of a later csdesk may hold any."""
    try:
        value = json.loads(text)
        return key not in _KNOWN or _KNOWN[key](value)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, Refused):
        return False


def _is_currency(value: object) -> bool:
    return isinstance(value, str) and len(value) == len("JPY") and value.isascii() and value.isupper()


def _is_month(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in _MONTHS


def _is_level(value: object) -> bool:
    return isinstance(value, str) and bool(Level(value))


def _are_points(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_POINTS


def _is_language(value: object) -> bool:
    return isinstance(value, str) and bool(Language(value))


def _are_rules(value: object) -> bool:
    from csdesk.metrics.rules import Rules

    return isinstance(value, str) and bool(Rules.parse(value))


def _is_profile(value: object) -> bool:
    from csdesk.usecases.health_profile import check_profile, profile_from

    check_profile(profile_from(json.dumps(value)))
    return True


def _are_signal_rules(value: object) -> bool:
    from csdesk.usecases.signal_rules import settings_from

    return isinstance(value, dict) and bool(settings_from(value))


_KNOWN: dict[str, Callable[[object], bool]] = {
    "currency": _is_currency,
    "fiscal_start": _is_month,
    "language": _is_language,
    "company": lambda value: isinstance(value, str),
    "rules": _are_rules,
    "health_profile": _is_profile,
    "signal_rules": _are_signal_rules,
    "retention_points": _are_points,
    "maturity": _is_level,
}
