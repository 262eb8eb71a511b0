"""What a cell looks like: a heading word, a typed value, a month, a mark; enough to tell headings from rows."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from csdesk.intake.reading.grid import Row, filled
from csdesk.intake.shapes import Cell
from csdesk.models.text import fold_case

MARKS: Final = {
    **dict.fromkeys("○〇◯●◎✓✔☑レ◉", 1.0),
    **dict.fromkeys("×✕✗✖xX☐△▲-－ー―–—/／", 0.0),
}
"""Signs that stand for yes (1) and no (0) in a grid of accounts and months."""

_NUMBER: Final = re.compile(
    r"[\s¥$€£(+\-−△▲*\\]*(?:(?:us|a|c)\$|(?:usd|jpy|eur|gbp)\s)?\s*\d[\d.,\s']*(?:e[+-]?\d+)?\s*"
    r"(?:%|円|万円?|千円|百万円?|億円?|k|m|件|社|人|名|回|点|時間|分|日|[ヶか]月|usd|jpy|eur|gbp|[€$£¥])?\)?(?:\(?税[抜込別]き?\)?|[-–—―])?",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"'?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?(?:\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?|\d{2,4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日"
    r"|[mtshr]\d{1,2}[./-]\d{1,2}[./-]\d{1,2}|(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元)年\d{1,2}月(?:\d{1,2}日)?"
    r"|[a-z]{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}(?:st|nd|rd|th)?[\s-][a-z]{3,9}[\s-]\d{2,4}"
    r"|\d{4}-[a-z]{3}-\d{1,2})(?:[\st].*\d.*|\([月火水木金土日]\))?",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    r"(?:19|20)\d\d[-/.年]\s?(?:0?[1-9]|1[0-2])月?"
    r"(?:[-/.]0?1日?(?:[ t]00:00(?::00(?:\.0+)?)?z?)?)?(?:度|分)?|(?:19|20)\d{2}(?:0[1-9]|1[0-2])"
    r"|(?:19|20)\d\d(?:年度?)?|(?:0?[1-9]|1[0-2])月(?:度|分)?|(?:(?:19|20)\d\d\s?)?q[1-4](?:[\s/-]?(?:19|20)\d\d)?"
    r"|fy\s?'?\d{2,4}(?:[\s-]?q[1-4])?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s'/-]*(?:\d{2,4})?"
    r"|(?:(?:19|20)\d\d[年/.]\s?)?(?:0?[1-9]|1[0-2])月?\s?[-–~〜]\s?(?:0?[1-9]|1[0-2])月|(?:19|20)\d\d[年/.]\d{1,2}[-~〜]\d{1,2}"
    r"|\d{2}年\s?(?:0?[1-9]|1[0-2])月(?:度|分)?|第[1-4一二三四]四半期|(?:令和|平成|r|h)\s?\d{1,2}年?[./]?\d{1,2}月?",
    re.IGNORECASE,
)
_SHORT_MONTH: Final = re.compile(r"'?(\d{2})[/.-](0?[1-9]|1[0-2])")
_MONTH_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_MONTH: Final = re.compile(rf"({'|'.join(_MONTH_NAMES)})[a-z]*\.? '?(\d{{2}})")
_HEAD_DAY: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)[-/.年])?(?P<month>1[0-2]|0?[1-9])[-/.月](?P<of>3[01]|[12]\d|0?[1-9])日?|(?P<day>3[01]|[12]\d|[1-9])日"
    r"|(?P<th>3[01]|[12]\d|0?[1-9])[ -](?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[ -]"
    r"(?P<in>(?:19|20)\d\d)"
    r"|(?P<serial>[34]\d{4})|(?P<whole>(?:19|20)\d\d)(?P<number>0[1-9]|1[0-2])"
)
_ANY_YEAR: Final = 2000
_ADDRESS: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+|https?://.*", re.IGNORECASE)
_NOTE: Final = re.compile(
    r"※|＊|\*\s|注[)）:：\d]|（注|\(注|#\s|##|#-|・|■|▼|copyright|©|\(c\)|出典|出所|source:|notes?[:：]|備考[:：]"
    r"|凡例|legend|機密|confidential|作成(?:者|日|日時)[:：]|generated|exported|printed|出力日|page\s\d",
    re.IGNORECASE,
)
_LEGEND: Final = re.compile(r"^\s*[○〇◯●◎✓✔×✕xX△▲◇☆★-]\s*[=＝:：…]")
_PLACEHOLDERS: Final = frozenset(
    {"-", "－", "ー", "―", "–", "—", "n/a", "na", "#n/a", "なし", "無し", "未定", "不明", "null", "none", "tbd", "?"}
)
_NO_NOTE: Final = re.compile(
    r"#\s?[^\W\d][^:：]{1,30}|出典|出所|凡例|出力日|legend|confidential|generated|exported|printed", re.IGNORECASE
)
"""Headings that begin as a note does: what counts something ('# of logins'), or a note's own word alone."""
_YES_NO: Final = frozenset({"true", "false", "yes", "有", "無", "はい", "いいえ"})
_LONGEST_HEADING: Final = 200
_YEARS: Final = range(1980, 2101)
_UNSIGNED: Final = str.maketrans("", "", "¥$€£,() \u3000'円*+")


def folded(cell: Cell) -> str:
    """Width and case folded, outer spaces cut."""
    return fold_case(cell).strip() if isinstance(cell, str) else ""


def is_period(cell: Cell) -> bool:
    """A month, quarter or year, as heads a column of one."""
    if isinstance(cell, date):
        return cell.day == 1 and (not isinstance(cell, datetime) or not cell.hour)
    if isinstance(cell, str):
        return bool(_PERIOD.fullmatch(folded(cell)))
    return isinstance(cell, int) and not isinstance(cell, bool) and cell in _YEARS


def month_number(cell: Cell) -> int:
    """1 to 12, which may head a column of a month; 0 for all else."""
    if isinstance(cell, str) and folded(cell).isdecimal():
        cell = int(folded(cell)[:4])
    return cell if isinstance(cell, int) and not isinstance(cell, bool) and 1 <= cell <= 12 else 0  # noqa: PLR2004


def is_month_run(cells: Sequence[Cell]) -> bool:
    """At least three numbers that count months on, December to January included."""
    numbers = [month for cell in cells if (month := month_number(cell))]
    return len(numbers) > 2 and all(b == a % 12 + 1 for a, b in pairwise(numbers))  # noqa: PLR2004 - three make a row


def short_month(cell: Cell) -> int:
    """The months since year 0 of a short month that may head a column, as in 24/4 and Apr 24 for April 2024; 0 for all
    else."""
    if found := _SHORT_MONTH.fullmatch(folded(cell)):
        return int(found[1]) * 12 + int(found[2])
    named = _NAMED_MONTH.fullmatch(folded(cell))
    return int(named[2]) * 12 + _MONTH_NAMES.index(named[1]) + 1 if named else 0


def is_short_run(cells: Sequence[Cell]) -> bool:
    """At least three short months that count on, all cells taken together."""
    months = [month for cell in cells if (month := short_month(cell))]
    return len(months) > 2 and all(b == a + 1 for a, b in pairwise(months))  # noqa: PLR2004 - three make a row


def is_date_run(cells: Sequence[Cell]) -> bool:
    """At least two dates, each in the month after the one before: months told by their last or any other day."""
    months = [cell.year * 12 + cell.month for cell in cells if isinstance(cell, date)]
    return len(months) > 1 and all(b == a + 1 for a, b in pairwise(months))


def day_of(cell: Cell) -> date | None:
    """The day that may head a column: a date, its text, a serial of a spreadsheet, the first of 202401; with or without
    its year or its month, which stand for any then."""
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    found = _HEAD_DAY.fullmatch(folded(cell) if isinstance(cell, str) else str(cell))
    try:
        return _as_day(found) if found else None
    except ValueError:
        return None


def _as_day(found: re.Match[str]) -> date:
    if found["serial"]:
        return date(1899, 12, 30) + timedelta(days=int(found["serial"]))
    if found["name"]:
        return date(int(found["in"]), _MONTH_NAMES.index(found["name"]) + 1, int(found["th"]))
    if found["whole"]:
        return date(int(found["whole"]), int(found["number"]), 1)
    if found["day"]:
        return date(_ANY_YEAR, 1, int(found["day"]))
    return date(int(found["year"] or _ANY_YEAR), int(found["month"]), int(found["of"]))


def is_day_run(cells: Sequence[Cell]) -> bool:
    """At least three days that count on by days or by weeks, or are the first or last of one month after another."""
    days = [day for cell in cells if (day := day_of(cell))]
    if len(days) <= 2:  # noqa: PLR2004 - three make a row
        return False
    if {(b - a).days for a, b in pairwise(days)} in ({1}, {7}):
        return True
    months = [day.year * 12 + day.month for day in days]
    edges = all(day.day == 1 for day in days) or all((day + timedelta(days=1)).day == 1 for day in days)
    return edges and all(b == a + 1 for a, b in pairwise(months))


def is_typed(cell: Cell) -> bool:
    """A number, date, mark, address: what stands under headings."""
    if not isinstance(cell, str):
        return cell is not None
    text = folded(cell)
    return (
        text in MARKS
        or text in _YES_NO
        or bool(_NUMBER.fullmatch(text) or _DATE.fullmatch(text) or _ADDRESS.fullmatch(text))
    )


def is_number(cell: Cell) -> bool:
    """A number, with or without its sign, unit or currency, or a mark."""
    if isinstance(cell, str):
        text = folded(cell)
        return text in MARKS or bool(_NUMBER.fullmatch(text))
    return isinstance(cell, int | float)


def is_word(cell: Cell) -> bool:
    """Text that may be a heading: not typed, no note, no sentence, no placeholder."""
    if not isinstance(cell, str):
        return False
    text = cell.strip()
    if not text or len(text) > _LONGEST_HEADING or text.endswith(("。", ":", "：")):
        return False
    if is_note(text) and not _NO_NOTE.fullmatch(text):
        return False
    if text.endswith(".") and text.count(" ") > 1:
        return False
    return not is_typed(text) and text.casefold() not in _PLACEHOLDERS


def is_note(text: str) -> bool:
    """Text that announces itself as a note, a legend or a report's footer."""
    text = text.strip()
    return bool(_NOTE.match(text) or _LEGEND.match(text))


def number(cell: Cell) -> float | None:
    """The number a cell shows, marks as 1 and 0; None for all else. Only for comparing sums, never a value to keep."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return float(cell)
    if not isinstance(cell, str):
        return None
    text = normalize("NFKC", cell).strip()
    if text in MARKS:
        return MARKS[text]
    sign = -1.0 if text[:1] in {"(", "△", "▲", "-", "−"} else 1.0
    text = text.translate(_UNSIGNED).lstrip("△▲-−")
    try:
        return sign * float(text)
    except ValueError:
        return None


def is_heading_row(row: Row) -> bool:
    """Mostly distinct words; months, quarters and years among them stand aside, three of them do alone."""
    cells = [row[i] for i in filled(row)]
    months, short, dates, days = is_month_run(cells), is_short_run(cells), is_date_run(cells), is_day_run(cells)

    def heads(cell: Cell) -> bool:
        counted = (months and month_number(cell) > 0) or (short and short_month(cell) > 0)
        dated = (dates and isinstance(cell, date)) or (days and day_of(cell) is not None)
        return is_period(cell) or counted or dated

    periods = [cell for cell in cells if heads(cell)]
    others = [cell for cell in cells if not heads(cell)]
    words = [folded(cell) for cell in others if is_word(cell)]
    if not others:
        return len(periods) > 2 and len({str(cell) for cell in periods}) > 1  # noqa: PLR2004 - three make a row
    return len(words) >= 0.75 * len(others) and len(set(words)) >= 0.6 * len(others)
