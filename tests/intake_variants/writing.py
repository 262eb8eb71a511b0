"""How people write one cell: days, months, amounts, marks, words; a value in, a cell out."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final, TypeAlias

Cell: TypeAlias = str | int | float | date | datetime | None
Write: TypeAlias = Callable[[date], Cell]

_NAMES: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December")  # fmt: skip
_WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_WEEK: Final = "月火水木金土日"


def era(day: date, names: tuple[str, str, str], form: str) -> str:
    """A day in the year of its era."""
    if day >= date(2019, 5, 1):
        return form.format(names[0], day.year - 2018, day.month, day.day)
    return form.format(names[1], day.year - 1988, day.month, day.day)


def serial(day: date) -> int:
    return (day - date(1899, 12, 30)).days


_LETTERS: Final = ("R", "H", "S")
_KANJI: Final = ("令和", "平成", "昭和")
DATES: Final[dict[str, Write]] = {
    "iso": lambda d: d.isoformat(),
    "slashes": lambda d: f"{d:%Y/%m/%d}",
    "slashes short": lambda d: f"{d.year}/{d.month}/{d.day}",
    "dots": lambda d: f"{d.year}.{d.month}.{d.day}",
    "dots padded": lambda d: f"{d:%Y.%m.%d}",
    "packed": lambda d: f"{d:%Y%m%d}",
    "iso moment": lambda d: f"{d.isoformat()}T00:00:00Z",
    "moment": lambda d: f"{d.isoformat()} 00:00:00",
    "serial text": lambda d: str(serial(d)),
}
"""Ways of writing a day that people of any language have."""

ENGLISH: Final[dict[str, Write]] = {
    "d-mon-yy": lambda d: f"{d.day}-{_NAMES[d.month - 1]}-{d:%y}",
    "dd-mon-yyyy": lambda d: f"{d:%d}-{_NAMES[d.month - 1]}-{d.year}",
    "mon d, yyyy": lambda d: f"{_NAMES[d.month - 1]} {d.day}, {d.year}",
    "month d, yyyy": lambda d: f"{_FULL[d.month - 1]} {d.day}, {d.year}",
    "d month yyyy": lambda d: f"{d.day} {_FULL[d.month - 1]} {d.year}",
    "mm/dd/yyyy": lambda d: f"{d:%m/%d/%Y}",
    "m/d/yyyy": lambda d: f"{d.month}/{d.day}/{d.year}",
    "m/d/yy": lambda d: f"{d.month}/{d.day}/{d:%y}",
    "dd/mm/yyyy": lambda d: f"{d:%d/%m/%Y}",
    "d/m/yyyy": lambda d: f"{d.day}/{d.month}/{d.year}",
    "dd.mm.yyyy": lambda d: f"{d:%d.%m.%Y}",
    "dd-mm-yyyy": lambda d: f"{d:%d-%m-%Y}",
    "mm-dd-yyyy": lambda d: f"{d:%m-%d-%Y}",
    "1st Apr 2024": lambda d: f"{d.day}{_ordinal(d.day)} {_NAMES[d.month - 1]} {d.year}",
    "Mon, 1 Apr 2024": lambda d: (
        f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[d.weekday()]}, {d.day} {_NAMES[d.month - 1]} {d.year}"
    ),
    "m/d/yyyy h:mm am": lambda d: f"{d.month}/{d.day}/{d.year} 12:00 AM",
    "yyyy-mon-dd": lambda d: f"{d.year}-{_NAMES[d.month - 1]}-{d:%d}",
}
JAPANESE: Final[dict[str, Write]] = {
    "年月日": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "年月日 padded": lambda d: f"{d.year}年{d:%m}月{d:%d}日",
    "年月日 wide": lambda d: f"{d.year}年{d.month}月{d.day}日".translate(_WIDE),
    "R6.4.1": lambda d: era(d, _LETTERS, "{}{}.{}.{}"),
    "R06.04.01": lambda d: era(d, _LETTERS, "{}{:02}.{:02}.{:02}"),
    "R6/4/1": lambda d: era(d, _LETTERS, "{}{}/{}/{}"),
    "令和6年4月1日": lambda d: era(d, _KANJI, "{}{}年{}月{}日").replace("和1年", "和元年"),
    "令和6年 4月 1日": lambda d: era(d, _KANJI, "{}{}年{:2}月{:2}日"),
    "with weekday": lambda d: f"{d.year}/{d.month}/{d.day}({_WEEK[d.weekday()]})",
    "年月日 with weekday": lambda d: f"{d.year}年{d.month}月{d.day}日（{_WEEK[d.weekday()]}）",
    "yy/m/d": lambda d: f"{d:%y}/{d.month}/{d.day}",
    "yy/mm/dd": lambda d: f"{d:%y/%m/%d}",
    "'yy/m/d": lambda d: f"'{d:%y}/{d.month}/{d.day}",
    "wide slashes": lambda d: f"{d.year}／{d.month}／{d.day}".translate(_WIDE),
    "slashes with time": lambda d: f"{d.year}/{d.month}/{d.day} 0:00",
}
TYPED: Final[dict[str, Write]] = {
    "real": lambda d: d,
    "real moment": lambda d: datetime(d.year, d.month, d.day),  # noqa: DTZ001
    "serial": serial,
}
"""Ways that only a workbook has."""

MONTHS: Final[dict[str, Write]] = {
    "yyyy-mm": lambda d: f"{d:%Y-%m}",
    "yyyy/mm": lambda d: f"{d:%Y/%m}",
    "yyyy/m": lambda d: f"{d.year}/{d.month}",
    "yyyymm": lambda d: f"{d:%Y%m}",
    "first day": lambda d: f"{d:%Y-%m-01}",
    "Mon-yy": lambda d: f"{_NAMES[d.month - 1]}-{d:%y}",
    "Mon yyyy": lambda d: f"{_NAMES[d.month - 1]} {d.year}",
    "Month yyyy": lambda d: f"{_FULL[d.month - 1]} {d.year}",
    "Mon 'yy": lambda d: f"{_NAMES[d.month - 1]} '{d:%y}",
    "yyyy年m月": lambda d: f"{d.year}年{d.month}月",
    "yyyy年mm月": lambda d: f"{d.year}年{d:%m}月",
    "yyyy年m月度": lambda d: f"{d.year}年{d.month}月度",
    "R6.4": lambda d: era(d, _LETTERS, "{}{}.{}"),
    "令和6年4月": lambda d: era(d, _KANJI, "{}{}年{}月"),
    "yy/m": lambda d: f"{d:%y}/{d.month}",
    "yy年m月": lambda d: f"{d:%y}年{d.month}月",
    "mm/yyyy": lambda d: f"{d:%m/%Y}",
    "wide": lambda d: f"{d.year}年{d.month}月".translate(_WIDE),
}
_ENGLISH_MONTHS: Final = ("Mon-yy", "Mon yyyy", "Month yyyy", "Mon 'yy", "mm/yyyy")


def month_styles(lang: str) -> list[str]:
    wide = [name for name in MONTHS if not MONTHS[name](date(2024, 4, 1)).isascii()]  # type: ignore[union-attr]
    if lang == "ja":
        return [name for name in MONTHS if name not in _ENGLISH_MONTHS]
    return [name for name in MONTHS if name not in wide and name not in {"R6.4", "yy/m"}]


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _grouped(value: Decimal, places: int = 0) -> str:
    return f"{value:,.{places}f}"


def _german(value: Decimal, places: int = 2) -> str:
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


Money: TypeAlias = Callable[[Decimal], Cell]
YEN: Final[dict[str, Money]] = {
    "plain": _plain,
    "grouped": _grouped,
    "¥": lambda v: f"¥{_grouped(v)}",
    "￥": lambda v: f"￥{_grouped(v)}",
    "¥ with a space": lambda v: f"¥ {_grouped(v)}",
    "backslash": lambda v: f"\\{_grouped(v)}",
    "円": lambda v: f"{_grouped(v)}円",
    "plain 円": lambda v: f"{_plain(v)}円",
    "wide": lambda v: _grouped(v).translate(_WIDE).replace(",", "，"),
    "wide 円": lambda v: _plain(v).translate(_WIDE) + "円",
    "¥ with a dash": lambda v: f"¥{_grouped(v)}-",
    "万円": lambda v: f"{_plain(v / 10_000)}万円" if v else "0円",
    "万": lambda v: f"{_plain(v / 10_000)}万" if v else "0",
    "千円": lambda v: f"{_grouped(v / 1000, 1)}千円",
    "JPY": lambda v: f"JPY {_grouped(v)}",
    "JPY behind": lambda v: f"{_grouped(v)} JPY",
    "税抜": lambda v: f"{_grouped(v)}円（税抜）",
    "two decimals": lambda v: f"{v:.2f}",
}
DOLLARS: Final[dict[str, Money]] = {
    "plain": _plain,
    "grouped": _grouped,
    "$": lambda v: f"${_grouped(v)}",
    "$.00": lambda v: f"${_grouped(v, 2)}",
    "$ with a space": lambda v: f"$ {_grouped(v, 2)}",
    "USD": lambda v: f"USD {_grouped(v, 2)}",
    "USD behind": lambda v: f"{_grouped(v, 2)} USD",
    "k": lambda v: f"{_plain(v / 1000)}k" if v else "0",
    "$k": lambda v: f"${_plain(v / 1000)}K" if v else "$0",
    "two decimals": lambda v: f"{v:.2f}",
    "US$": lambda v: f"US${_grouped(v)}",
}
EUROS: Final[dict[str, Money]] = {
    "plain": _plain,
    "1.234,56 €": lambda v: f"{_german(v)} €",
    "€ 1.234,56": lambda v: f"€ {_german(v)}",
    "1 234,56 €": lambda v: f"{v:,.2f} €".replace(",", " ").replace(".", ","),
    "1.234 €": lambda v: f"{_german(v, 0)} €",
    "€1,234.56": lambda v: f"€{_grouped(v, 2)}",
    "EUR 1.234,56": lambda v: f"EUR {_german(v)}",
    "1'234.56": lambda v: f"{v:,.2f}".replace(",", "'"),
}
MONEY: Final = {"JPY": YEN, "USD": DOLLARS, "EUR": EUROS}

UNITS: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    "JPY": (("（千円）", 1000), ("(千円)", 1000), ("（万円）", 10_000), ("（単位：千円）", 1000), ("[千円]", 1000)),
    "USD": ((" ($K)", 1000), (" (in thousands)", 1000), (" ($k)", 1000), (" (USD thousands)", 1000)),
    "EUR": ((" (k€)", 1000), (" (in thousands)", 1000)),
}
"""Units told by a heading."""

MARKS: Final = {
    "1 0": ("1", "0"),
    "1 blank": ("1", ""),
    "〇 ×": ("〇", "×"),
    "○ blank": ("○", ""),
    "◯ -": ("◯", "-"),
    "● blank": ("●", ""),
    "x blank": ("x", ""),
    "X blank": ("X", ""),
    "✓ blank": ("✓", ""),
    "✔ ✖": ("✔", "✖"),
    "yes no": ("yes", "no"),
    "Y N": ("Y", "N"),
    "TRUE FALSE": ("TRUE", "FALSE"),
    "○ ／": ("○", "／"),
    "有 無": ("有", "無"),
    "active blank": ("active", ""),
    "利用中 blank": ("利用中", ""),
    "レ blank": ("レ", ""),
}
WHOLE_DAY: Final = timedelta(days=1)
