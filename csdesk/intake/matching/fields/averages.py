"""Scores in lists of customers that are no single answers: averages (CSAT 4.5), shares (90 %), net scores (NPS 45)."""

import re
from collections.abc import Sequence

from csdesk.intake.matching.words.evidence import number_in
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.shapes import Cell

RANGES = {"nps.score": (0, 10), "csat.score": (1, 5), "ces.score": (1, 7)}
_AVERAGE = re.compile(r"\b(?:average|avg|mean)\b|平均")


def are_averages(field: str, heading: str, cells: Sequence[Cell]) -> bool:
    """Whether a column's scores are no single answers: its heading says so, one has a fraction, or most are on no
    scale of such answers."""
    low, high = RANGES[field]
    told = [number for cell in cells if (number := number_in(cell)) is not None]
    off = sum(not low <= number <= high for number in told)
    return bool(_AVERAGE.search(fold_words(heading))) or any(n != int(n) for n in told) or off > 0.5 * len(told)
