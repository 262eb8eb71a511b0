"""The unit that amounts are written in (cents, thousands, 万, millions), as a heading or a title says."""

import re
from decimal import Decimal

from csdesk.models.text import fold_case

UNITS = {
    "hundredth": Decimal("0.01"),
    "one": Decimal(1), "thousand": Decimal(10) ** 3, "ten_thousand": Decimal(10) ** 4, "million": Decimal(10) ** 6,
    "ten_million": Decimal(10) ** 7, "hundred_million": Decimal(10) ** 8, "billion": Decimal(10) ** 9,
}  # fmt: skip
_NAMES = {
    **dict.fromkeys(("千", "k", "t", "thousand", "000", "1000"), "thousand"),
    "万": "ten_thousand",
    **dict.fromkeys(("百万", "m", "mm", "mn", "mio", "million", "000000"), "million"),
    "千万": "ten_million",
    "億": "hundred_million",
    **dict.fromkeys(("十億", "b", "bn", "billion"), "billion"),
}
_CENTS = re.compile(r"(?<!per )\b(?:cents|pence|minor units?)\b|[(\[]cent[)\]]|セント単位|[(\[]セント[)\]]")
_LETTERS = frozenset({"m", "mm", "b", "t"})
"""Letters that mean other things than a unit where no currency stands beside them."""
_MONEY = (
    r"(?:(?:us|hk|nz|nt|a|c|s)?\$|[¥€£]|円|ドル|ユーロ"
    r"|(?:usd|eur|gbp|jpy|chf|aud|cad|sgd|yen|dollars?|euros?)(?![a-z]))"
)
_UNIT = re.compile(
    rf"(?<![a-z\d.,])(?<!\d\s)(?P<ahead>{_MONEY}\s?\(?)?"
    r"(?P<scale>十億|千万|百万|(?<![十百千\d])[億万]|千|thousands?|millions?|billions?|mio|mm?|mn|bn?|k|t(?=\s?(?:€|eur))"
    r"|'?000,000s?|'?000s?|[x×]?\s?1,?000s?(?!,))"
    rf"(?:(?:\sof)?\s?(?P<behind>{_MONEY}))?(?![a-z\d])"
)
_WRITTEN = rf"\s*(?:単位[\s:は]*|units?\s*[:=]\s*|in\s+)?(?:{_UNIT.pattern}|{_MONEY})\s*"
_MARKED = re.compile(rf"[(\[]{_WRITTEN}[)\]]")
_ALONE = re.compile(rf"[(\[]?{_WRITTEN}[)\]]?")
_SAID = re.compile(r"(?:\bin\s+|単位[\s:=は・(]*|\bunits?\s*[:=(]\s*)$")
_NO_UNIT = re.compile(r"未満|以上|以下|超|台|会|札|of\b")
_BEHIND = re.compile(r"$|[\s)\],;、/・]|単位|表示")
_PLAIN = re.compile(r"[(\[]\s*(?:単位[\s:は]*)?(?:円|yen|jpy)\s*[)\]]")


def unit_of_heading(text: str) -> str:
    """The unit a heading of amounts names: 'thousand' for 月額(千円), ARR ($000) and MRR k$; '' for none."""
    return "hundredth" if _CENTS.search(_folded(text)) else _first(text, titles=False)


def unit_of_title(text: str) -> str:
    """The unit that text around a table names, by its first line that does. There it stands apart (alone, in brackets,
    with its currency) or behind 単位, unit, in: all else written there may speak of anything."""
    return next((unit for line in text.splitlines() if (unit := _first(line, titles=True))), "")


def is_unit_alone(line: str) -> bool:
    """Whether a line says a unit and nothing else: 単位：千円, ($000)."""
    return bool(_ALONE.fullmatch(_folded(line))) and unit_of_title(line) != ""


def says_plain(heading: str) -> bool:
    """Whether a heading says that its own amounts are written in full, whatever stands above it: 月額(円)."""
    return bool(_PLAIN.search(_folded(heading)))


def without_unit(text: str) -> str:
    """Folded text without the units and currencies in it that say nothing but how amounts are written."""
    word = _MARKED.sub(" ", _folded(text))
    return _UNIT.sub(lambda found: " " if _counts(word, found, titles=False) else found.group(), word)


def _folded(text: str) -> str:
    return fold_case(text).replace("_", " ").strip()


def _first(text: str, *, titles: bool) -> str:
    word = _folded(text)
    counting = (found for found in _UNIT.finditer(word) if _counts(word, found, titles=titles))
    return next((_NAMES[_bare(found["scale"])] for found in counting), "")


def _bare(scale: str) -> str:
    return scale.strip("'x× ").removesuffix("s").replace(",", "")


def _counts(word: str, found: re.Match[str], *, titles: bool) -> bool:
    """Whether words that may be a unit are one where they stand."""
    scale, priced = _bare(found["scale"]), bool(found["ahead"] or found["behind"])
    before, after = word[: found.start()], word[found.end() :]
    if _NO_UNIT.match(after.lstrip()):
        return False
    if _SAID.search(before) and (priced or scale not in _LETTERS):
        return True
    bracketed = before.rstrip()[-1:] in {"(", "["} and after.lstrip()[:1] in {")", "]"}
    apart = (before or " ")[-1] in " ([:,、/・は" and bool(_BEHIND.match(after))
    if scale == "1000":
        return not titles and (found["scale"][0] in "x×" or found["scale"][-1] == "s" or (priced and bracketed))
    if titles:
        return (apart and priced) or ((bracketed or (found.group() == word and scale != "k")) and scale not in _LETTERS)
    spelled = scale.isascii() and len(scale) > 2  # noqa: PLR2004 - letters are no words
    return priced or spelled or (bracketed and scale != "b") or (apart and scale not in _LETTERS)
