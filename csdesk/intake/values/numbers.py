"""Numbers and money as people write them, read exactly or not at all."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from csdesk.intake.values.text import plain_figures
from csdesk.models.problems import Reason
from csdesk.models.text import fold_case


class Mark(StrEnum):
    """The decimal mark of a column."""

    POINT = "."
    COMMA = ","


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a column writes numbers. `three` tells whether three digits behind the decimal mark, as in `1.234`, are read
    as decimals; where they may as well be a group of thousands, the cell is refused."""

    mark: Mark = Mark.POINT
    three: bool = True


PLAIN = NumberStyle()
LARGEST = Decimal(10) ** 18
_SCALES = {
    "k": 3, "千": 3, "thousand": 3, "万": 4, "百万": 6, "m": 6, "mm": 6, "mn": 6, "mio": 6, "million": 6, "千万": 7,
    "億": 8, "b": 9, "bn": 9, "billion": 9, "兆": 12,
}  # fmt: skip
_SIMPLE = re.compile(r"-?\d+")
_POINTED = re.compile(r"-?\d*\.\d+|-?\d+\.")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d+)?e[+-]?\d{1,3}")
_MONEY_MARKS = re.compile(
    r"(?:us|hk|nz|a|c|s|nt)?\$|[¥€£₩₹฿₫₱]|(?<!\w)\\(?=\s*\d)|円|元|(?<![a-z])(?:jpy|usd|eur|gbp|cny|krw|aud|cad|sgd|chf|inr|yen)(?![a-z])"
)
_CLOSED = re.compile(r"^([^\d]*[¥\\]\s*\d[\d,]*)[-–—―ー]$|^(.*\d)[.,][-–—―ー]+$")
"""A dash that closes an amount: ¥1,234- and 1.234,-."""
_PERIODS = re.compile(
    r"\s*(?:(?:/|per )\s*(?:か月|ヶ月|カ月|ヵ月|月|months?|mo|m|年|years?|yr|y|annum)"
    r"|(?:/|per )\s*(?:user|seat|名|人)|\bp\.?\s?[ma]\.?|\b(?:monthly|annually|yearly)|毎月)$"
)
_TAX = re.compile(r"\s*\(?(?:税抜き?|税別|税抜価格|excl\.? (?:tax|vat)|\+\s?(?:tax|vat|税))\)?$")
_TAX_IN = re.compile(
    r"\s*\(?\s*(?:\d{1,2}% ?)?(?:税込み?|内税|消費税込み?|(?:incl(?:\.|uding|usive of)?|inc\.?|with) ?(?:tax|vat|gst)"
    r"|(?:tax|vat|gst) incl(?:\.|uded)?)\s*\)?\s*"
)
_SPAN = re.compile(r"^(?:月額?|月々|毎月|年額?|年間)\s*(?=[¥\\]?\s*\d)")
_SCALED = re.compile(r"([\d.,' ]*\d)\s*(兆|億|千万|百万|万|千|thousand|million|mio|billion|mm|mn|bn|k|m|b)(?![a-z])")
_COUNTERS = re.compile(
    r"\s*(?:名様?|人|件|回|席|社|個|本|台|点|分|時間|日|か月|ヶ月|カ月|ヵ月|ケ月|年|ユーザー?|ライセンス|アカウント|id"
    r"|users?|seats?|licen[cs]es?|times?|minutes?|mins?|hours?|hrs?|days?|months?|mos?|years?|yrs?|pts?|points?|people)$"
)
_GROUPS = {
    Mark.POINT: re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[ '’]\d{3})+|\d+)?(?:\.(\d*))?"),
    Mark.COMMA: re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)?(?:,(\d*))?"),
}
_GAP = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009'’](?=\d{3})")
_GROUP = 3
_MAN = 4
"""Power of ten of 万, the least scale behind which more digits may follow."""
_MINUS = "-−‐‑–—―△▲▼ー"


def number_style(texts: Iterable[str], *, money: bool = False, points_group: bool = False) -> NumberStyle:
    """The style that a column's cells agree on.

    A cell with both marks, with a mark twice, or with other than three digits after its only mark settles which mark
    is the decimal one. Where nothing settles it, or as much either way, the point is. A point before three digits
    is not to be known in a column of money where every one stands so, unless the currency's writers group by points
    (`points_group`), nor in one that is written both ways.
    """
    point = comma = three_point = three_comma = 0
    for text in texts:
        found = re.search(r"\d[\d.,]*", _GAP.sub("", text))
        if not found or not ("." in found.group() or "," in found.group()):
            continue
        vote = _vote(found.group())
        point += vote == "."
        comma += vote == ","
        three_point += vote == ".?"
        three_comma += vote == ",?"
    if comma > point:
        return NumberStyle(Mark.COMMA, three=not money)
    if not point and three_point and money and not three_comma:
        return NumberStyle(Mark.COMMA, three=True) if points_group else NumberStyle(Mark.POINT, three=False)
    return NumberStyle(Mark.POINT, three=not (money and comma))


def _vote(token: str) -> str:
    """'.' or ',' for the decimal mark a token proves, with '?' where three digits follow its only mark."""
    token = token.rstrip(".,")
    points, commas = token.count("."), token.count(",")
    if points and commas:
        return "." if token.rfind(".") > token.rfind(",") else ","
    if points > 1 or commas > 1:
        return "," if points else "."
    if not points and not commas:
        return ""
    mark = "." if points else ","
    before, _, after = token.partition(mark)
    if len(after) == _GROUP and len(before) <= _GROUP and not before.startswith("0"):
        return f"{mark}?"
    return mark


def read_number(text: str, style: NumberStyle = PLAIN, *, counters: bool = False) -> Decimal | Reason:
    """The exact number a cell writes, or NOT_A_NUMBER.

    Takes grouped thousands, (1,234) and △ ▲ - as minus, currency signs, 万 千円 億 k M %, full-width digits, 1e6, and
    with `counters` a counting word behind it (12名, 3 users). Ranges, 'about' and 'or more' are no numbers.
    """
    if _SIMPLE.fullmatch(text) and text.isascii():
        return _sane(Decimal(text))
    word = plain_figures(text).strip().replace("\xa0", " ").replace("\u202f", " ").replace("\u2009", " ")
    if _SCIENTIFIC.fullmatch(word):
        return _sane(Decimal(word))
    word = _CLOSED.sub(r"\1\2", _TAX.sub("", word))
    word, negative = _sign(_MONEY_MARKS.sub("", word).strip())
    word = _PERIODS.sub("", word).strip()
    percent = word.endswith("%")
    word = word.removesuffix("%").strip()
    value = _scaled(word, style)
    if value is None and counters:
        value = _plain(_COUNTERS.sub("", word), style)
    if value is None:
        return Reason.NOT_A_NUMBER
    if percent:
        value = value / 100
    return _sane(-value if negative else value)


def _sane(value: Decimal) -> Decimal | Reason:
    """The value, unless it is of a size that no sheet means."""
    return value if abs(value) <= LARGEST else Reason.NOT_A_NUMBER


def _sign(word: str) -> tuple[str, bool]:
    """The word without its sign, and whether that was a minus: brackets, a leading or a trailing mark."""
    if word.startswith("(") and word.endswith(")"):
        return word[1:-1].strip(), True
    if word[:1] == "+":
        return word[1:].lstrip(), False
    if word[:1] and word[0] in _MINUS:
        return word[1:].lstrip(), True
    if word[-1:] == "-" and word[-2:-1].isdigit():
        return word[:-1], True
    return word, False


def _plain(word: str, style: NumberStyle) -> Decimal | None:
    """Digits with their groups and decimals by the column's style."""
    if style.mark is Mark.POINT and style.three and word.isascii() and (_POINTED.fullmatch(word)):
        return Decimal(word)
    found = _GROUPS[style.mark].fullmatch(word)
    if not found or not word:
        return None
    whole, decimals = found.groups()
    if whole is None and not decimals:
        return None
    if decimals is not None and len(decimals) == _GROUP and not style.three and len(whole or "") <= _GROUP:
        return None
    figures = re.sub("[^0-9]", "", whole or "0")
    return Decimal(f"{figures}.{decimals}" if decimals else figures)


def _scaled(word: str, style: NumberStyle) -> Decimal | None:
    """A plain number, or one with scale words: 120万, 1億2,000万, 1.5M, 3万5,000."""
    if not _SCALED.search(word):
        return _plain(word, style)
    total, at, last = Decimal(0), 0, 99
    for found in _SCALED.finditer(word):
        part, power = _plain(found.group(1).strip(), style), _SCALES[found.group(2)]
        if part is None or word[at : found.start()].strip() or power >= last:
            return None
        total += part.scaleb(power)
        at, last = found.end(), power
    rest = word[at:].strip()
    if not rest:
        return total
    part = _plain(rest, style)
    # '3万5' is said for 35,000 as well as written for 30,005: too short a rest is refused.
    if part is None or last < _MAN or not Decimal(10) ** (last // 2) <= part < Decimal(10) ** last:
        return None
    return total + part


def without_included_tax(text: str) -> str:
    """An amount without the words that tax is in it: '11,000円' of '11,000円(税込)'."""
    return _TAX_IN.sub("", plain_figures(text))


def without_span(text: str) -> str:
    """An amount without the period before it: '1,000円' of '月額1,000円'."""
    return _SPAN.sub("", plain_figures(text).strip())


def has_scale(text: str) -> bool:
    """Whether a cell names a scale of its own: '50千円', '1.2M'."""
    return bool(_SCALED.search(fold_case(text)))


def exact(number: float) -> Decimal | Reason:
    """A workbook's number without the noise of binary fractions: 0.1 + 0.2 is 0.3 (15 digits, as Excel shows them)."""
    if isinstance(number, int):
        return _sane(Decimal(number))
    return _sane(Decimal(f"{number:.15g}")) if math.isfinite(number) else Reason.NOT_A_NUMBER


_CURRENCIES = {
    "¥": "JPY", "円": "JPY", "yen": "JPY", "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR", "฿": "THB", "₫": "VND",
    "euro": "EUR", "ユーロ": "EUR", "米ドル": "USD", "us$": "USD", "hk$": "HKD", "nz$": "NZD", "a$": "AUD", "c$": "CAD",
    "s$": "SGD", "nt$": "TWD", "元": "CNY",
}  # fmt: skip
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"})
_CURRENCY_SIGN = re.compile(
    r"(?<![a-z])(?:us|hk|nz|a|c|s|nt)\$|[¥€£₩₹฿₫円元]|\$|(?<![a-z])euro(?![a-z])|ユーロ|米ドル"
    r"|(?<![a-z])([a-z]{3})(?![a-z])|yen"
)
CODES = frozenset(
    [
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CNY",
        "KRW",
        "AUD",
        "CAD",
        "NZD",
        "SGD",
        "HKD",
        "TWD",
        "CHF",
        "SEK",
        "NOK",
        "DKK",
        "INR",
        "THB",
        "VND",
        "IDR",
        "MYR",
        "PHP",
        "BRL",
        "MXN",
        "PLN",
        "CZK",
        "HUF",
        "ZAR",
        "AED",
        "SAR",
        "ILS",
        "TRY",
        "CLP",
        "COP",
        "ISK",
        "RON",
        "BHD",
        "KWD",
    ]
)


def currency_of(text: str, home: str) -> str:
    """The ISO code of the currency sign or code in a text, '' where there is none. A bare `$` is the home currency
    where that is a dollar, `¥` the yuan only where that is home."""
    word = fold_case(text)
    for found in _CURRENCY_SIGN.finditer(word):
        sign, code = found.group(), (found.group(1) or "").upper()
        if code in CODES:
            return code
        if sign == "$":
            return home if home in DOLLARS else "USD"
        if sign in {"¥", "元"} and home == "CNY":
            return "CNY"
        if sign in _CURRENCIES:
            return _CURRENCIES[sign]
    return ""
