"""Words, letters and signs for how a customer does, and what they are on a scale of a hundred: as a whole column has
them, since an A stands for something else beside a D than beside a C."""

from collections.abc import Collection, Mapping

from csdesk.intake.values.bands import POINTS, band_of
from csdesk.intake.values.text import folded

_BEST_FIRST = (
    ("a", "b", "c"),
    ("a", "b", "c", "d"),
    ("a", "b", "c", "d", "e"),
    ("s", "a", "b", "c"),
    ("s", "a", "b", "c", "d"),
    ("◯", "△", "×"),
    ("◎", "◯", "△", "×"),
    ("high", "medium", "low"),
    ("高", "中", "低"),
    ("happy", "ok", "unhappy"),
    ("positive", "neutral", "negative"),
    ("good", "ok", "bad"),
    ("良", "普通", "悪"),
    ("良い", "普通", "悪い"),
    ("☺", "😐", "☹"),
    ("very happy", "happy", "neutral", "unhappy", "very unhappy"),
)
_SAME = {
    "〇": "◯", "○": "◯", "o": "◯", "x": "×", "✕": "×", "✖": "×", "▲": "△", "mid": "medium", "med": "medium",
    "moderate": "medium", "🙂": "☺", "😀": "☺", "😊": "☺", "😃": "☺", "🙁": "☹", "😟": "☹",
    "😞": "☹", "😡": "☹", "😠": "☹", "angry": "unhappy", "fine": "ok", "okay": "ok", "great": "happy",
}  # fmt: skip
_RISKS = frozenset({"high", "medium", "low", "高", "中", "低"})
_LEAST = 2


def scale_of(marks: Collection[str], *, of_risk: bool) -> Mapping[str, float]:
    """The points of each mark of a column; empty where they are on no scale that is known, or one alone would have to
    tell which. Of risks the low one is the good one."""
    plain = {mark: _SAME.get(folded(mark), folded(mark)) for mark in marks}
    words = set(plain.values())
    bands = {mark: band_of(mark) for mark in marks}
    if marks and None not in bands.values() and not words <= _RISKS:
        return {mark: POINTS[band] for mark, band in bands.items() if band is not None}
    for scale in _BEST_FIRST if len(words) >= _LEAST else ():
        if words <= set(scale):
            best = list(reversed(scale)) if of_risk and words <= _RISKS else list(scale)
            return {mark: round(100 - 100 * best.index(word) / (len(best) - 1)) for mark, word in plain.items()}
    return {}
