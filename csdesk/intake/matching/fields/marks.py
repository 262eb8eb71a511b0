"""Columns for how a customer does, beside everything else of him: moods, and the scores of last month and this."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import date

from csdesk.intake.fields import with_month
from csdesk.intake.matching.words.evidence import sample_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.intake.values.dates import Dated, read_date
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.scales import scale_of
from csdesk.models.months import Month

_HEALTH = re.compile(r"\bhealth\b|ヘルス|健康|健全")
_MOOD = re.compile(
    r"\b(?:sentiment|pulse|mood|vibes?|feeling|happiness|happy|temperature|rag)\b|"
    r"温度感|感触|所感|雰囲気|関係性|満足感"
)
_RISK = re.compile(r"\brisk\b|リスク")
_SCORE = re.compile(r"\bscore\b|スコア|点数|評点")
_LAST = re.compile(r"[\s(]*(?:\b(?:last|previous|prior) (?:month|mo)\b|先月|前月)[\s)]*の?", re.IGNORECASE)
_NOW = re.compile(r"[\s(]*(?:\bthis (?:month|mo)\b|今月|当月)[\s)]*の?", re.IGNORECASE)
_DAY = r"\d{4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}日?|月)?"
_WORDED = r"\d{1,2} [A-Za-z]{3,9}\.? \d{4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}"
_AS_OF = re.compile(
    rf"(?:as of|as at|updated(?: on)?|status on|基準日|現在日|更新日|時点)\s*[:：は]?\s*({_DAY}|{_WORDED})|"
    rf"({_DAY})\s*末?\s*(?:時点|現在)",
    re.IGNORECASE,
)


def mark_fields(seen: Sequence[Seen], cells: Sequence[Sequence[Cell]], given: Collection[int]) -> dict[int, str]:
    """The field of every free column that tells how a customer does, by position: 'health.mark@Mood'."""
    return {
        at: with_month("health.mark", one.heading.strip())
        for at, one in enumerate(seen)
        if at not in given and not one.profile.is_empty and one.heading.strip() and _tells(one, cells[at])
    }


def _tells(column: Seen, cells: Sequence[Cell]) -> bool:
    words, values = fold_words(column.heading), column.profile
    dated = bool(_LAST.search(words) or _NOW.search(words))
    scored = dated and bool(_SCORE.search(words) or _HEALTH.search(words))
    if scored and values.number > 0.8 and values.low >= 0 and 10 < values.high <= 100:
        return True
    marks = {text for cell in sample_of(cells) if (text := as_text(cell).strip())}
    speaks = scored or any(what.search(words) for what in (_HEALTH, _MOOD, _RISK))
    return speaks and bool(scale_of(marks, of_risk=is_of_risk(column.heading)))


def is_of_risk(heading: str) -> bool:
    """Whether much is bad: a column of risks."""
    return bool(_RISK.search(fold_words(heading)))


def day_of_heading(heading: str, day: date) -> date:
    """The day that a column's marks are of: the end of the month before for 'last month', else that of the sheet."""
    return (Month.of(day) + -1).last_day if _LAST.search(fold_words(heading)) else day


def name_of_heading(heading: str) -> str:
    """What the marks of a column go by: its heading without the month it is of."""
    name = _NOW.sub(" ", _LAST.sub(" ", unicodedata.normalize("NFKC", heading)))
    return " ".join(name.split()).strip(" -:・_") or heading


def day_of_sheet(table: FoundTable) -> date | None:
    """The day that a sheet says it is of: 'As of 2026-10-31', 2026年10月末時点."""
    found = _AS_OF.search(unicodedata.normalize("NFKC", f"{table.context}\n{table.sheet}"))
    seen = read_date((found[1] or found[2]).strip()) if found else None
    return (seen.last or seen.day) if isinstance(seen, Dated) else None
