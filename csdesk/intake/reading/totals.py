"""Rows that stand in a table without being of it: totals, notes, legends, report footers."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final
from unicodedata import normalize

from csdesk.intake.reading.cells import MARKS, folded, is_note, is_number, is_typed, number
from csdesk.intake.reading.grid import Row, filled, is_blank
from csdesk.intake.shapes import Cell
from csdesk.intake.vocabulary.metrics import ANY_METRIC

_TOTAL: Final = re.compile(
    r"(?:.*(?:合計|小計|総計|累計)(?:金額|額|数|件数)?|(?:総|中|累)?計|総額"
    r"|(?:第?\d{1,4}(?:年|年度|期|月|月度|月分|q|四半期)|q\d)計|(?:grand|overall|sub)[\s-]?totals?)"
)
_MAYBE_TOTAL: Final = re.compile(
    r"totals?(?:\s.*)?|.+計|.*\stotals?|sum|トータル|全体|平均|average|avg\.?|mean|median|count|.*(?:件数|社数|人数|率)"
)
_PLAIN_MAYBE: Final = re.compile(
    r"totals?|sum|net|差引|純増減?|平均|average|avg\.?|count|.*(?:件数|社数|人数|率)"
    r"|前(?:年度?|期|月)(?:同[月期])?比?|(?:last|prior|previous) (?:year|quarter|month)"
)
_JUNK: Final = re.compile(
    r"^\W*(?:php )?(?:<b>)?(?:warning|notice|deprecated|(?:fatal|parse|sql|uncaught) error|stack trace|traceback)"
    r"(?:</b>)?\W*:"
    r"|\bon line (?:<b>)?\d+|^\s*</?(?:b|br|div|p|table|tr|td|span|html)\b[^>]*>|undefined (?:variable|index|offset)"
    r"|lorem ipsum|dolor sit amet|(?:insert|enter|your) text here|^placeholder\b|^dummy text"
    r"|ここに.{0,8}(?:入力|テキスト|入り)|テキストが入ります|ダミーテキスト|サンプルテキスト",
    re.IGNORECASE,
)
_ROW_COUNT: Final = re.compile(
    r"[(（\[]?(?:全|計|合計)?\s*\d[\d,]*\s*(?:rows?|records?|results?|entries|件|行)"
    r"(?:\s*(?:selected|returned|affected|in set.*|exported|found)|中.*|を表示)?[.。]?[)）\]]?",
    re.IGNORECASE,
)
"""How many rows there are, as programs write below them."""
FEW: Final = 2
"""Cells of a line that was never a record."""
_COUNTED: Final = re.compile(r"(?:全|計|合計)?\s*(\d{1,6})\s*(?:[^\W\d]+|[^\W\d]+ [^\W\d]+)")
"""A count of what stands above: '17 logos', '計17社'."""
_RESULT: Final = re.compile(
    r"(?:(?:overall|total|net|final|our) )?(?:(?:nps|csat|ces) )?(?:scores?|results?)|(?:our )?(?:nps|csat|ces)|"
    r"net promoter score|(?:nps|csat|ces)?(?:スコア|結果)"
)
"""What came of the answers above."""
_BROKEN_NOTE: Final = re.compile(r"[^\W\d][^:：]{0,30}[:：]\s?\S.*")
_KEYED: Final = re.compile(r"[^\s=＝]{1,12}(?: [^\s=＝]{1,12})?\s*[=＝]\s*[^=＝]+")
_MEANT: Final = re.compile(r"[^\s:：=＝]{1,8}\s*[:：=＝]\s*[^:：=＝]+")
_PARTS: Final = re.compile(r"\s*[,、，;；/／|]\s*|\s{2,}|\u3000")
_TRAIL: Final = re.compile(r"[\s:：]*(?:[(（\[].*[)）\]])?[\s:：]*$")
_MIGHT: Final = re.compile(
    r"計|total|sum|トータル|全体|平均|average|avg|mean|median|count|[件社人]数|率|総額", re.IGNORECASE
)
_TOLERANCE: Final = 1e-6
_ADDENDS: Final = 3
MOST_SUMMED: Final = 50_000
"""Rows above beyond which no sums are tried."""


def label_of(row: Row) -> str:
    """The first cell that holds anything, if it is text."""
    for cell in row:
        if not is_blank(cell):
            return cell if isinstance(cell, str) else ""
    return ""


def might_be_total(label: str) -> bool:
    """A quick look that lets through all labels `names_total` may accept."""
    return bool(_MIGHT.search(label))


def is_total_word(label: str) -> bool:
    """Whether a label is one that `names_total` or `may_total` accepts, whatever stands beside it."""
    text = _plainly(label) if might_be_total(label) else ""
    return bool(_TOTAL.fullmatch(text) or _MAYBE_TOTAL.fullmatch(text))


def names_total(row: Row) -> bool:
    """Words that nothing but a total bears (合計, 小計, Grand total), with numbers alone or nothing beside them.

    A company whose name merely holds such a word ('トータル株式会社', '会計事務所') never matches.
    """
    return bool(_TOTAL.fullmatch(_label(row))) and _numbers_alone(row)


def may_total(row: Row) -> bool:
    """Words that an account might bear too ('Total', 'Average'): the row's place and sums must agree."""
    return bool(_MAYBE_TOTAL.fullmatch(_label(row))) and _numbers_alone(row) and len(filled(row)) > 1


def plainly_may_total(row: Row) -> bool:
    """Such a word alone; at the foot of a table it is enough."""
    return bool(_PLAIN_MAYBE.fullmatch(_label(row))) and _numbers_alone(row) and len(filled(row)) > 1


def tells_figure(row: Row) -> bool:
    """Words for a figure of the business ('Churned in month', 解約社数), with numbers alone: below a total it is none
    of the records."""
    return bool(ANY_METRIC.search(folded(label_of(row)))) and _numbers_alone(row) and len(filled(row)) > 1


def _label(row: Row) -> str:
    return _plainly(label_of(row))


def _plainly(label: str) -> str:
    text = re.sub(r"\s+", " ", folded(normalize("NFKC", label)))
    return _TRAIL.sub("", text)


def _numbers_alone(row: Row) -> bool:
    return all(is_number(row[i]) for i in filled(row)[1:])


def sums_up(row: Row, above: Sequence[Row], *, named: bool = True) -> bool:
    """Whether the row's numbers are the sums of the columns above (marks count 1), beyond coincidence.

    Every number must match. Without a label two addends in a column are enough: a row without a name can't be an
    account. With one, a column must have three, and either the sums differ among themselves, or the columns hold only
    marks and ones, or the label is not `named`: it stands where no name does.
    """
    if not may_sum_up(row) or len(above) > MOST_SUMMED:
        return False
    positions = [i for i in filled(row) if number(row[i]) is not None]
    words = len(filled(row)) > len(positions)
    needed = _ADDENDS if words else 2
    sums = set()
    binary, most = True, 0
    for position in positions:
        addends = [value for other in above if (value := number(_at(other, position))) is not None]
        total = number(row[position]) or 0.0
        if abs(sum(addends) - total) > _TOLERANCE * max(1.0, abs(total)):
            return False
        most = max(most, sum(1 for value in addends if value))
        binary = binary and set(addends) <= {0.0, 1.0}
        sums.add(total)
    return most >= needed and (not words or not named or len(sums) > 1 or binary)


def may_sum_up(row: Row) -> bool:
    """Whether a row is of numbers, with one word before them at most."""
    numbers = [number(row[i]) is not None for i in filled(row)]
    return any(numbers) and all(numbers[1:])


def counts_up(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row's label tells how many rows stand above, with their sums alone beside it."""
    found = _COUNTED.fullmatch(_label(row))
    if not found or int(found[1]) != len(above) or len(filled(row)) < FEW or not _numbers_alone(row):
        return False
    return all(_is_sum(row, position, above) for position in filled(row)[1:])


def _is_sum(row: Row, position: int, above: Sequence[Row]) -> bool:
    total = number(row[position]) or 0.0
    addends = (number(_at(other, position)) or 0.0 for other in above)
    return abs(sum(addends) - total) <= _TOLERANCE * max(1.0, abs(total))


def is_result(row: Row, usual: float) -> bool:
    """Whether a row of a wide table is what came of the answers above: 'NPS' and one number."""
    pair = len(filled(row)) == FEW and usual >= 5  # noqa: PLR2004 - a label and its value under a wide table
    return pair and bool(_RESULT.fullmatch(_label(row))) and _numbers_alone(row)


def _at(row: Row, position: int) -> Cell:
    return row[position] if position < len(row) else None


def is_junk(row: Row) -> bool:
    """Whether a row holds nothing but what a program or a template left there: warnings of PHP or SQL, tags of a web
    page, filler text."""
    texts = [str(cell) for cell in islice((cell for cell in row if not is_blank(cell)), FEW + 1)]
    return 0 < len(texts) <= FEW and any(_JUNK.search(text) for text in texts) and not any(map(is_number, row))


def _is_legend(text: str) -> bool:
    """Whether a line tells what letters of a table stand for: 'R = at risk, Y = watch', 'A：大口、B：中堅'."""
    parts = _PARTS.split(text.strip())
    return all(map(_KEYED.fullmatch, parts)) or (len(parts) > 1 and all(map(_MEANT.fullmatch, parts)))


def is_foot_note(row: Row, usual: float, *, after_gap: bool) -> bool:
    """A note, legend or footer: text that says so, or after a blank row far fewer cells than the table's rows have, as
    a note in which commas stand ('rates: sent 9%, read 5%') has in a text file."""
    count = len(filled(row))
    text = label_of(row)
    if count == 1 and text and (is_note(text) or (usual > 1 and _ROW_COUNT.fullmatch(text.strip()))):
        return True
    if count == 1 and usual > FEW and _is_legend(text):
        return True
    if not after_gap:
        return count == 1 and len(text) > 40 and text.rstrip().endswith(("。", ".", "）", ")")) and usual > 2  # noqa: PLR2004
    if count == 1:
        return usual > 2 or (bool(text) and is_note(text))  # noqa: PLR2004 - more than name and value
    if 3 * count <= usual and _BROKEN_NOTE.fullmatch(text.strip()) and not any(is_typed(row[i]) for i in filled(row)):
        return True
    is_pair = count == 2 and usual >= 5  # noqa: PLR2004 - a label and its value under a wide table
    return is_pair and (is_note(text) or text.strip() in MARKS or text.strip().endswith((":", "：")))
