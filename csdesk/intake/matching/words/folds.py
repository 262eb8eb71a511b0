"""Headings folded: width and case, brackets, signs and the words that only say that something is a date."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from csdesk.intake.matching.words.spellings import plain_spelling

_CJK = "぀-ヿ㐀-鿿々ー"
_BRACKETS = re.compile(r"[(\[{（【〔<《「].*?[)\]}）】〕>》」]")
_SCALE = re.compile(r"\s*/\s*\d{1,4}$|(?<=\w)\s+[01]\s?[-–~〜]\s?(?:5|7|10|100)$")
_QUESTION = re.compile(r"^\s*(?:q|問|設問|質問)\s?\d{1,2}(?:-\d)?\s?[.．:)]\s*(?=\S)", re.IGNORECASE)
"""The number of a question before it: 'Q2. Why?'."""
_SPLIT_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_COUNT_SIGN = re.compile(r"^\s*#\s*(?:of\b\s*)?(?=[^\W\d])")
_NUMBER_SIGN = re.compile(r"(?<=\w)\s*#\s*$|(?<=\w)\s+n°\s*$", re.IGNORECASE)
_NOISE = re.compile(r"[^\w%&＆]+|_+")
_CJK_GAP = re.compile(rf"(?<=[{_CJK}])\s+|\s+(?=[{_CJK}])")
_DATE_TAIL = re.compile(
    r"(?:\s(?:date|dates|at|on|time|timestamp|datetime|day|dt|utc|gmt|jst|ts|est|pst))+$|(?:年月日|日時|日付|日|時刻)$"
)
_DATE_HEAD = re.compile(r"^(?:date of |date |day of )")


@dataclass(frozen=True, slots=True)
class Heading:
    """A folded heading: `phrase` without what stands in brackets, `full` with it, and the bracketed `notes`."""

    phrase: str
    full: str
    notes: tuple[str, ...]


def fold_words(text: str) -> str:
    """Words of a heading: width and case folded, camelCase and snake_case parted, punctuation gone, no spaces around
    Japanese characters."""
    wide = unicodedata.normalize("NFKC", text)
    if wide.strip() in {"#", "No", "№"}:
        return "no"
    if wide.strip() == "〒":
        return "郵便番号"
    if "#" in wide or "°" in wide:
        wide = _NUMBER_SIGN.sub(" no ", _COUNT_SIGN.sub("number of ", wide))
    plain = _NOISE.sub(" ", _SPLIT_CAMEL.sub(" ", wide).casefold())
    return _CJK_GAP.sub("", plain).strip()


@lru_cache(maxsize=4096)
def fold_heading(text: str) -> Heading:
    """A heading folded, its bracketed notes apart: '月額（税抜）' is '月額' with the note '税抜'."""
    plain = _QUESTION.sub("", plain_spelling(" ".join(unicodedata.normalize("NFKC", text).split())))
    wide = _SCALE.sub("", plain)
    notes = tuple(fold_words(found) for found in _BRACKETS.findall(wide))
    phrase = fold_words(_BRACKETS.sub(" ", wide))
    full = fold_words(wide)
    return Heading(phrase or full, full, tuple(note for note in notes if note))


def date_stem(phrase: str) -> str:
    """A date heading without its tail: 'start date', 'started at', '開始日' are 'start', 'started', '開始'."""
    stem = _DATE_HEAD.sub("", _DATE_TAIL.sub("", phrase))
    return stem or phrase
