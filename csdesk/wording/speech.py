"""Picking a language, and writing numbers, money and dates the way its readers expect."""

from datetime import date, datetime
from fractions import Fraction

from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.wording.words import Words, look_up

__all__ = ["NOTHING", "Words", "day", "look_up", "moment", "money", "percent", "symbol", "whole", "yes_no"]

NOTHING = "–"
"""Shown where a figure cannot be had."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MAN, _HUNDRED_MAN, _OKU = 10**4, 10**6, 10**8
_SHORT_FROM = 10**5
_YES, _NO = Words("yes", "はい"), Words("no", "いいえ")
_SYMBOLS = {"JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£"}


def whole(value: float | Fraction, places: int = 0) -> str:
    """A number with grouped thousands and that many decimals, halves away from zero."""
    scale = 10**places
    scaled = int(abs(Fraction(value)) * scale + Fraction(1, 2))
    sign = "−" if value < 0 and scaled else ""
    text = f"{scaled // scale:,}"
    return f"{sign}{text}.{scaled % scale:0{places}d}" if places else f"{sign}{text}"


def yes_no(answer: bool, language: Language) -> str:  # noqa: FBT001 - the value that is told
    """An answer in words."""
    return (_YES if answer else _NO).say(language)


def short(value: float | Fraction) -> str:
    """A number as people write it: whole where it is, else with one decimal."""
    return whole(value, 0 if Fraction(value).denominator == 1 else 1)


def percent(value: float | Fraction | None, places: int = 1) -> str:
    """A fraction as a percentage: 0.05 is 5.0 %."""
    return NOTHING if value is None else f"{whole(Fraction(value) * 100, places)}%"


def symbol(currency: Currency) -> str:
    """What stands before an amount: ¥, $, or the code and a space."""
    return _SYMBOLS.get(currency.code, f"{currency.code} ")


def money(minor: float | Fraction | None, currency: Currency, language: Language, *, short: bool = False) -> str:
    """Minor units as money. `short` rounds to what fits a tile: 1,234万円, $1.2M."""
    if minor is None:
        return NOTHING
    main = currency.main_units(Fraction(minor))
    sign = "−" if main < 0 else ""
    size = abs(main)
    if short and language is Language.JA and currency.code == "JPY" and size >= _MAN:
        return f"{sign}{_in_man(size)}円"
    if short and size >= _SHORT_FROM:
        for limit, mark in ((10**9, "B"), (10**6, "M"), (10**3, "k")):
            if size >= limit:
                return f"{sign}{symbol(currency)}{whole(size / limit, 1)}{mark}"
    return f"{sign}{symbol(currency)}{whole(size, currency.digits)}"


def _in_man(size: Fraction) -> str:
    if size >= _OKU:
        return f"{whole(size / _OKU, 1)}億"
    return f"{whole(size / _MAN, 1 if size < _HUNDRED_MAN else 0)}万"


def day(value: date | None, language: Language) -> str:
    """A date as the language's readers write it: 1 Apr 2024, 2024/04/01."""
    if value is None:
        return NOTHING
    if language is Language.JA:
        return f"{value.year}/{value.month:02d}/{value.day:02d}"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime, language: Language) -> str:
    """A date with its time of day, in the machine's own zone: 1 Apr 2024, 09:05."""
    here = value.astimezone()
    between = " " if language is Language.JA else ", "
    return f"{day(here.date(), language)}{between}{here:%H:%M}"
