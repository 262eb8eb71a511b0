"""Text as typed, made safe to show, and the words that mean 'nothing'."""

import unicodedata
from string import ascii_letters, digits

from csdesk.models.problems import Reason
from csdesk.models.text import visible

_NOTHING = frozenset({"-", "--", "---", "–", "—", "―", "ー", "−", "n/a", "#n/a", "なし", "無し", "未定", "該当なし"})
_NOTHING_IN_FIGURES = _NOTHING.union(
    [
        "na",
        "null",
        "none",
        "nil",
        "nan",
        "tbd",
        "tbc",
        "tba",
        "?",
        "??",
        "*",
        "/",
        "…",
        "...",
        "n.a.",
        "n/a.",
        "#null!",
        "(blank)",
        "blank",
        "never",
    ],
    [
        "0000-00-00",
        "確認中",
        "要確認",
        "未確認",
        "不明",
        "未設定",
        "未入力",
        "未記入",
        "未確定",
        "未登録",
        "無",
        "空欄",
        "(空白)",
    ],
)
_ERRORS = frozenset(
    {"#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!"}
)
PLAIN_STARTS = frozenset(ascii_letters + digits) - {"n", "N"}
"""What no sign, no error and none of the words for nothing in text begins with."""
_LONGEST = 12
_EMOJI_FORM = "\ufe0f"
_EDGES = "\u200b\u200c\u200d\u2060\ufeff"


def folded(text: str) -> str:
    """Width and case folded, outer space gone: the form in which words are compared."""
    return unicodedata.normalize("NFKC", text).replace(_EMOJI_FORM, "").strip().strip(_EDGES).casefold()


def plain_figures(text: str) -> str:
    """The text in the form in which figures are read: width and case folded, digits of every script as 0 to 9. A small
    or circled figure behind others (1,000①, 10²) is the mark of a footnote: it stays, and makes no number of them."""
    if text.isascii():
        return text.casefold()
    if len(text) > 1 and any(unicodedata.category(one) == "No" for one in text):
        wide = "".join(one if unicodedata.category(one) == "No" else unicodedata.normalize("NFKC", one) for one in text)
    else:
        wide = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.decimal(one, one)) for one in wide.casefold())


def clean_text(text: str) -> str:
    """The text as typed: outer spaces of any width cut, Unicode composed, control and direction characters shown as
    `<U+202E>`; everything else is kept."""
    if text.isascii() and text.isprintable():
        return text.strip()
    whole = unicodedata.normalize("NFC", text).strip().strip(_EDGES).strip()
    whole = whole.replace("\r\n", "\n").replace("\r", "\n")
    return visible(whole)


def is_nothing(text: str, *, figures: bool = False) -> bool:
    """Whether a cell says that there is no value: empty, '-', 'N/A', 'なし', '未定'. Columns of `figures` (numbers,
    dates, marks) have more such words than text, where 'NA' or 'None' may be meant."""
    if not text or text.isspace():
        return True
    if len(text) > _LONGEST or (not figures and text[0] in PLAIN_STARTS):
        return False
    word = folded(text)
    return not word or word in (_NOTHING_IN_FIGURES if figures else _NOTHING)


def is_plain(text: str) -> bool:
    """Whether a text plainly is one: it says nothing else, and only spaces at its end are to be cut."""
    return text[:1] in PLAIN_STARTS and text.isascii() and text.isprintable()


def error_cell(text: str) -> Reason | None:
    """ERROR_CELL for the text of a spreadsheet error; '#N/A' is no value rather than an error."""
    return Reason.ERROR_CELL if text[:1] == "#" and text.strip().upper() in _ERRORS else None
