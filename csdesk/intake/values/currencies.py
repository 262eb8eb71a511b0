"""Currencies and pairs of them as headings, symbols and cells name them."""

import re
from dataclasses import dataclass

from csdesk.intake.values.numbers import CODES, currency_of
from csdesk.models.text import fold_case

_NAMES = {
    "united states dollar": "USD",
    "米ドル": "USD", "アメリカドル": "USD", "usドル": "USD", "us dollar": "USD", "u.s. dollar": "USD", "ユーロ": "EUR",
    "euro": "EUR", "英ポンド": "GBP", "ポンド": "GBP", "pound sterling": "GBP", "british pound": "GBP", "日本円": "JPY",
    "japanese yen": "JPY", "yen": "JPY", "人民元": "CNY", "中国元": "CNY", "chinese yuan": "CNY", "豪ドル": "AUD",
    "オーストラリアドル": "AUD", "australian dollar": "AUD", "カナダドル": "CAD", "canadian dollar": "CAD",
    "スイスフラン": "CHF", "swiss franc": "CHF",
    "シンガポールドル": "SGD", "singapore dollar": "SGD", "香港ドル": "HKD",
    "hong kong dollar": "HKD", "韓国ウォン": "KRW", "ウォン": "KRW", "korean won": "KRW", "台湾ドル": "TWD",
    "インドルピー": "INR", "indian rupee": "INR", "タイバーツ": "THB", "バーツ": "THB", "ニュージーランドドル": "NZD",
    "ドル": "USD",
}  # fmt: skip
_SIGNS = {"¥": "JPY", "€": "EUR", "£": "GBP", "$": "USD", "₩": "KRW", "円": "JPY", "元": "CNY"}
_NAMED = re.compile("|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True)))
_CODE = re.compile(r"(?<![a-z])([a-z]{3})(?![a-z])")
_JOINED = re.compile(r"(?<![a-z])([a-z]{3})(?:\s*[/_\-:→]\s*)?([a-z]{3})(?:=x)?(?![a-z])")
_EQUALS = re.compile(r"\b1\s*([a-z]{3})\s*=\s*(?:[\d.,?]+\s*)?([a-z]{3}|[¥€£$₩])")
_PER = re.compile(
    r"(?<![\d.])(100|1,?000|10,?000)\s*(?:円|ウォン|単位|units?|[a-z]{3}(?![a-z]))|per\s*(100|1000)\b|[(](100|1000)[)]"
)
_SHORT = {"ドル円": ("USD", "JPY"), "ユーロ円": ("EUR", "JPY"), "ポンド円": ("GBP", "JPY"),
          "ユーロドル": ("EUR", "USD"),
          "豪ドル円": ("AUD", "JPY"), "元円": ("CNY", "JPY")}  # fmt: skip
_APART = re.compile(
    r"[(（\[]\s*(?:(?:単位|通貨|currency|unit|amounts?|values?|in)\s*[:：]?\s*)*(?P<within>[^()（）\[\]]{1,30})[)）\]]|"
    r"(?:単位|通貨|\bcurrency|\bunits?|\b(?:amounts?|values?|prices?|figures?|all) in)\s*(?:は|is|are)?\s*[:：]?\s*"
    r"(?P<behind>[^\s,、。()（）]{1,12})"
)
_SCALE = re.compile(
    r"[千百十万億]+|\b(?:thousands?|millions?|0{3}s?|k|m|mn)\b|(?<=\$)(?:0{3}s?|k|m)\b|税[抜込別]き?|"
    r"消費税[^、,]*|\b(?:excl|incl)\w*\.? (?:tax|vat)\b|[、,/・:]"
)
"""How amounts are written beside their currency."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One unit of `currency` in units of `base`, '' where the text names one currency alone; `per` units of it."""

    currency: str
    base: str
    per: int = 1


def pair_of(text: str) -> Pair | None:
    """The currency or pair that a text names; None for none."""
    word = fold_case(text).replace("・", "").strip()
    per = _per(word)
    for short, (currency, base) in _SHORT.items():
        if short in word:
            return Pair(currency, base, per)
    if (found := _EQUALS.search(word)) and (base := _SIGNS.get(found[2], found[2].upper())) in CODES:
        return Pair(found[1].upper(), base, per) if found[1].upper() in CODES else None
    for found in _JOINED.finditer(word):
        one, two = found[1].upper(), found[2].upper()
        if one in CODES and two in CODES and one != two:
            return Pair(one, two, per)
    return _single(word, per)


def named_currency(text: str) -> str:
    """The code of the currency that a text is and nothing else: 'EUR', 'United States Dollar - USD', '日本円 (JPY)';
    '' where it says anything beside it, or whose dollar it is stays open."""
    word = fold_case(text)
    rest = _NAMED.sub(" ", _CODE.sub(lambda one: " " if one[1].upper() in CODES else one[0], word))
    pair = None if any(map(str.isalnum, rest)) else _single(word, 1)
    return pair.currency if pair and not pair.base and word.strip() != "ドル" else ""


def _single(word: str, per: int) -> Pair | None:
    codes = [code for found in _CODE.findall(word) if (code := found.upper()) in CODES]
    codes += [_NAMES[name] for name in _NAMED.findall(word)]
    distinct = list(dict.fromkeys(codes))
    if not distinct and (named := _SIGNS.get(word.strip("() 建て"))):
        distinct = [named]
    if len(distinct) == 2:  # noqa: PLR2004 - a pair in words: 米ドル/日本円
        return Pair(distinct[0], distinct[1], per)
    return Pair(distinct[0], "", per) if len(distinct) == 1 else None


def _per(word: str) -> int:
    """For how many units a rate is: '100円あたり', 'per 100 KRW', 'KRW(100)'."""
    found = _PER.search(word)
    return int(next(filter(None, found.groups())).replace(",", "")) if found else 1


def titled_currency(text: str, home: str) -> str:
    """The currency that text around a table names for its amounts, '' for none: in brackets, or behind 単位, 通貨,
    currency, in, with nothing but a scale and a word on tax beside it: '(USD)', '単位：千米ドル', 'amounts in EUR'."""
    for found in _APART.finditer(fold_case(text)):
        told = _SCALE.sub(" ", found["within"] or found["behind"]).strip()
        if code := named_currency(told) or (currency_of(told, home) if told in _SIGNS else ""):
            return code
    return ""
