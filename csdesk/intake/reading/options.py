"""Questions of a form above their options, or above what tells how each was answered."""

import re
from collections.abc import Sequence
from typing import Final

from csdesk.intake.reading.cells import folded, is_typed
from csdesk.intake.reading.grid import Row, filled

_FREE: Final = re.compile(r"responses?|open[- ]ended responses?|other \(please specify\)|(?:自由回答|自由記述)\S*")
_HOW_ANSWERED: Final = re.compile(r"responses?|open[- ]ended responses?|回答|(?:自由回答|自由記述)\S*")
"""What forms write below a question that has one column of answers."""
_ASKS: Final = re.compile(r".*[?？]\s*\*?")


def asks(text: str) -> bool:
    """Whether a heading is a question."""
    return _ASKS.fullmatch(text) is not None


def are_options(above: Row, below: Row) -> bool:
    """Whether a row below questions tells how each was answered, or its options, as forms export it: such a word and
    no value, under a question or beside headings that stand above alone. 'Response' is a heading like others under the
    title of a list."""
    cells = [below[i] for i in filled(below)]
    if not any(_FREE.fullmatch(folded(cell)) for cell in cells) or any(map(is_typed, cells)):
        return False
    alone = set(filled(above)) - set(filled(below))
    return bool(alone) or any(asks(str(above[i])) for i in filled(above))


def without_answers(uppers: Sequence[str], lowers: Sequence[str], groups: Sequence[int]) -> tuple[str, ...]:
    """The lower of two rows of headings, where a question that has one column of answers is its whole heading."""
    whole = [groups.count(group) == 1 or asks(upper) for upper, group in zip(uppers, groups, strict=True)]
    answered = [_HOW_ANSWERED.fullmatch(folded(lower)) for lower in lowers]
    return tuple("" if all(told) else lower for lower, *told in zip(lowers, whole, answered, strict=True))
