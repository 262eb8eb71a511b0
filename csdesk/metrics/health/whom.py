"""Which accounts a health profile is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from csdesk.metrics.engine.days import Flags, Ints
    from csdesk.metrics.shapes import Accounts

Whom: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Dimensions, and the values of which an account must have one in each; () is nobody."""


def holders(accounts: Accounts, each: Iterable[Whom]) -> Ints:
    """By account: which of these is the first that fits, from 1; 0 where none does."""
    held = np.zeros(len(accounts), dtype=np.int64)
    for place, whom in enumerate(each, 1):
        held[fitting(accounts, whom) & (held == 0)] = place
    return held


def fitting(accounts: Accounts, whom: Whom) -> Flags:
    """Whether each account fits; nobody does where the book lacks a dimension."""
    fits = np.full(len(accounts), bool(whom))
    for dimension, values in whom:
        fits &= accounts[dimension].isin(values).to_numpy() if dimension in accounts else False
    return fits
