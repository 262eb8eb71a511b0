"""Marks and words in the months of a grid: what each says, and whether they tell when a logo was a customer."""

# ruff: noqa: PLR2004 - shares and limits are the evidence itself, told where they are weighed

import re
from collections.abc import Mapping, Sequence

from csdesk.intake.shapes import Cell
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.text import folded
from csdesk.intake.values.words import Standing, read_mark, standing
from csdesk.models.problems import Reason

_BEGUN = frozenset(
    {"new", "renewed", "renewal", "won", "started", "start", "新規", "更新", "継続", "再開", "開始", "既存", "新規契約"}
)
"""Words for months with which a customer begins or goes on, beside words for those that follow."""
_PAID = re.compile(r"有償|有料|課金|\bpa(?:id|ys|ying)\b|\bbilled\b")
_LEAVES = re.compile(r"解約|退会|終了|離脱|無[償料]|お?試し|\b(?:churn\w*|cancel\w*|left|free|trial|not|un\w+)\b")
"""What legends say in words of their own: '●：有償', '×：この月から解約'."""
_RUNS = frozenset({Standing.ACTIVE, Standing.WON, Standing.ENDING})
_GONE = frozenset({Standing.ENDED, Standing.NOT_WON, Standing.TRIAL})
"""A month on trial is not paid for."""
_UNCLEAR_MARKS = frozenset({"△", "▲", "?", "▽", "tbd", "未定", "不明", "unknown", "tbc"})
_EVENTS = re.compile(
    r"\b(?:qbrs?|meetings?|visits?|visited|held|calls?|logged in|logins?|log-?ins?|payments?|invoices?|invoiced|billed|"
    r"trainings?|webinars?|surveys?|health|attended|attendance|sent|completed|done|tasks?|milestones?|campaigns?|"
    r"check-?ins?)\b"
    r"|定例|実施|開催|訪問|面談|打ち?合わ?せ|ログイン|送付|送信|入金|支払|請求|研修|勉強会|参加|出席|ヘルス|対応状況|連絡|提出|タスク"
)
"""What titles say of marks for something that was done, or not, in a month."""
_LEGEND = re.compile(
    r"(?:^|(?<=[\s,、/／;；（(]))([^\s=＝:：,、]{1,3})\s*[=＝:：…]+\s*"
    r"([^\s,、/／;；)）][^,、/／;；)）\n]*?)(?=$|[,、/／;；)）\n]|\s+[^\s=＝:：,、]{1,3}\s*[=＝:：])"
)
_LEGEND_WORD = re.compile(r"^\W*(?:凡例|記号|legend|key|marks?)\s*[:：]\s*", re.IGNORECASE)
_LISTED = re.compile(r"([○〇◯●◎×✕✗✓✔xX△▲☆★■□レ-])\s+([^\s=＝:：].*)")
_ROWS = 3


def meaning_of(text: str) -> bool | Reason | None:
    """What a word says of a logo in a month: active, not active, not to be known; None for a word that is not known."""
    word = folded(text)
    if word in _UNCLEAR_MARKS:
        return Reason.UNCLEAR_MARK
    if word in _BEGUN:
        return True
    state = standing(word)
    if state is None:
        return None
    return True if state in _RUNS else False if state in _GONE else Reason.UNCLEAR_MARK


def legend_of(context: str) -> dict[str, bool | Reason]:
    """What the text around a grid says its marks mean: '○ = 契約中', 'C: churned'."""
    found: dict[str, bool | Reason] = {}
    for line in (_LEGEND_WORD.sub("", line) for line in context.splitlines()):
        listed = _LISTED.fullmatch(line.strip())
        for mark, words in [listed.groups()] if listed else _LEGEND.findall(line):
            if (meaning := _told_by(words)) is not None:
                found[folded(mark)] = meaning
    return found


def _told_by(words: str) -> bool | Reason | None:
    """What a legend says in words of its own."""
    known, word = meaning_of(words), folded(words)
    if known is not None:
        return known
    return False if _LEAVES.search(word) else True if _PAID.search(word) else None


def read_active(text: str, legend: Mapping[str, bool | Reason], *, x_is_yes: bool) -> bool | Reason:
    """A cell of a month: active, not active, or why that is not known."""
    word = folded(text)
    if word in legend:
        return legend[word]
    mark = read_mark(text, x_is_yes=x_is_yes)
    if mark is not None:
        return mark
    meaning = meaning_of(text)
    return Reason.NOT_YES_OR_NO if meaning is None else meaning


def is_known(cell: Cell, legend: Mapping[str, bool | Reason]) -> bool:
    """Whether a cell is a mark or a word of a month."""
    return read_active(as_text(cell), legend, x_is_yes=True) is not Reason.NOT_YES_OR_NO


def tells_activity(columns: Sequence[Sequence[Cell]], words: str, context: str) -> bool:
    """Whether marks under months tell when a logo was a customer, rather than when something happened: no title speaks
    of that, most cells are known, some of them mean a customer, and they stand in more than one month of a logo."""
    legend = legend_of(context)
    cells = [cell for column in columns for cell in column if as_text(cell).strip()]
    known = sum(is_known(cell, legend) for cell in cells)
    if not cells or known <= 0.8 * len(cells) or _EVENTS.search(words):
        return False
    if legend and not any(read_active(as_text(cell), legend, x_is_yes=True) is True for cell in cells):
        return False
    return not (_are_changes(cells, legend) or are_once(columns))


def _are_changes(cells: Sequence[Cell], legend: Mapping[str, bool | Reason]) -> bool:
    """Whether words tell only when customers came and went."""
    words = {folded(as_text(cell)) for cell in cells}
    begun = words & {"new", "新規", "新規契約", "won", "start", "started", "開始"}
    rest = [word for word in words - begun if read_active(word, legend, x_is_yes=True) is True]
    return bool(begun) and not rest


def are_once(columns: Sequence[Sequence[Cell]]) -> bool:
    """Whether no row of several has more than one mark."""
    counts = [sum(_is_yes(cell) for cell in row) for row in zip(*columns, strict=True)]
    marked = [count for count in counts if count]
    return len(columns) > 2 and len(marked) >= _ROWS and max(marked) == 1


def _is_yes(cell: Cell) -> bool:
    return cell is not None and read_active(as_text(cell), {}, x_is_yes=True) is True
