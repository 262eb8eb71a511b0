"""What cells sort by: numbers that stand in the order of their values."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def sort_keys(values: list[Any]) -> NDArray[np.float64]:
    """Values as numbers that sort as they do, NaN for None and ''. Numbers keep their size, so that they sum."""
    present = next((value for value in values if value is not None), None)
    if isinstance(present, str):
        ranks = {text: rank for rank, text in enumerate(sorted({value for value in values if value}, key=str.casefold))}
        return np.array([ranks.get(value, np.nan) for value in values], dtype=np.float64)
    if isinstance(present, date):
        return np.array([np.nan if value is None else value.toordinal() for value in values], dtype=np.float64)
    if isinstance(present, tuple):
        return np.array([value[-1] if value else np.nan for value in values], dtype=np.float64)
    assert present is None or isinstance(present, int | float | Fraction), type(present)
    return np.array([np.nan if value is None else float(value) for value in values], dtype=np.float64)
