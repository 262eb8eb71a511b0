"""How much is tried: enough for every day, or with CSDESK_THOROUGH=1 all of it."""

import os
from collections.abc import Iterable

import pytest

THOROUGH = bool(os.environ.get("CSDESK_THOROUGH"))
SHARE, FEWEST = 6, 5

thorough = pytest.mark.thorough
"""For a form of a test whose like is tried every day."""


def examples(whole: int) -> int:
    """How many random draws a test takes that takes so many when it is thorough."""
    return whole if THOROUGH else max(whole // SHARE, FEWEST)


def each(forms: Iterable[object], step: int) -> list[object]:
    """Forms of a test, of which each so-manieth is tried every day; a tuple is several arguments."""
    return [form if place % step == 0 else rarely(form) for place, form in enumerate(forms)]


def rarely(form: object) -> object:
    """A form of a test that is tried only when it is thorough."""
    return pytest.param(*(form if isinstance(form, tuple) else (form,)), marks=thorough)
