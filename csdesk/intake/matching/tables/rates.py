"""Tables of exchange rates: which columns are their months, currencies and rates."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
from collections.abc import Mapping, Sequence

from csdesk.intake.fields import SKIP, with_month
from csdesk.intake.matching.words.evidence import sample_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.months import month_headings
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.intake.values.currencies import Pair, pair_of
from csdesk.intake.values.reading import as_text

RATE_WORDS = re.compile(r"為替|レート|相場|仲値|換算|\b(?:exchange|fx|forex|tt[msb]|rates?|reference rates)\b")
_WHEN = re.compile(r"^(?:date|day|month|period|time|as of|year month|日付|日|月|年月|年月日|対象月|期日|基準日|月末)$")
_RATE = re.compile(
    r"rate|(?:exchange|fx|conversion|mid|internal|monthly|month end|closing|average|spot) rate|close|adj close|"
    r"value|mid|"
    r"ttm|(?:為替|換算|適用|社内|月末|月中平均|月次|平均|社内適用)?レート|仲値|終値|相場|換算率"
)
KIND_WORDS = re.compile(r"tt[msb]|close|仲値|終値|社内|平均|月末|(?<![a-z])(?:internal|average|mid|spot)(?![a-z])")
"""What a rate may be of: the mean of a bank's prices, the last of a day, the team's own."""
_BEST = re.compile(r"\b(?:ttm|mid|close|終値)\b|ttm|仲値|終値")
_OWN = re.compile(r"社内|(?<![a-z])internal(?![a-z])")
_LESS = re.compile(
    r"\b(?:tts|ttb|open|high|low|bid|ask|adj close|volume|change|budget|plan(?:ned)?)\b|"
    r"tts|ttb|始値|高値|安値|前[日月年]比|変動|出来高|予算|計画"
)
_PLAIN_CODES = re.compile(
    r"^(?:currency|code|currency code|from|通貨|通貨コード|通貨名|外貨|symbol|pair|currency pair|通貨ペア|ticker)$"
)
_BASE = re.compile(
    r"^(?:to|base|quote|base currency|quote currency|target currency|基準通貨|対象通貨|換算通貨|換算先)$"
)
_PER = re.compile(r"^(?:units?|per|単位|通貨単位)$")
_SOURCE = re.compile(r"^(?:source|出典|出所)$")
_REMARK = re.compile(
    r"^(?:notes?|remarks?|comments?|(?:entered|updated|checked) by|status|"
    r"備考|摘要|メモ|(?:更新|入力|確認|記入|登録)者|担当者?|状態)$"
)
"""Columns of words beside rates."""


def rate_fields(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """The field of every column of a table of exchange rates, by position; none where it is none."""
    words = [fold_words(one.heading) for one in seen]
    about = fold_words(f"{table.context} {table.sheet} {table.file}")
    speaks = any(RATE_WORDS.search(text) for text in (*words, about))
    return (
        _across(seen, cells, table, speaks=speaks)
        or _down(seen, words, f"{table.context} {table.sheet} {table.file}", speaks=speaks)
        or _long(seen, words, cells)
    )


def _when(seen: Sequence[Seen], words: Sequence[str]) -> int | None:
    dated = [at for at, one in enumerate(seen) if one.profile.is_dated or one.profile.date > 0.5]
    named = [at for at in dated if _WHEN.fullmatch(words[at])]
    return named[0] if named else dated[0] if len(dated) == 1 and dated[0] == 0 else None


def _down(seen: Sequence[Seen], words: Sequence[str], about: str, *, speaks: bool) -> dict[int, str]:
    """Months or days down, a currency over each column; or one currency that the title names."""
    when = _when(seen, words)
    if when is None:
        return {}
    rest = [at for at, one in enumerate(seen) if at != when and not one.profile.is_empty]
    beside = {at for at in rest if _SOURCE.fullmatch(words[at]) or _REMARK.fullmatch(words[at])}
    if any(seen[at].profile.number < 0.5 for at in rest if at not in beside):
        return {}
    pairs = {at: pair for at in rest if (pair := pair_of(seen[at].heading)) and not _LESS.search(words[at])}
    plain = speaks or any(pair.base for pair in pairs.values())
    if pairs and plain and all(at in pairs or at in beside or _LESS.search(words[at]) for at in rest):
        found = {at: with_month("rate.value", seen[at].heading.strip()) for at in _one_each(pairs, words)}
    elif (
        (one := pair_of(about))
        and one.base
        and (best := [at for at in rest if _BEST.search(words[at]) and not _LESS.search(words[at])])
    ):
        found = {best[0]: "rate.value"}
    else:
        return {}
    return {when: "rate.month"} | {at: SKIP for at in rest if at not in found} | found


def _one_each(pairs: Mapping[int, Pair], words: Sequence[str]) -> list[int]:
    """The column of each currency; of several, as the end of a month beside its mean, the one that is taken first, and
    the team's own rate last."""
    order = sorted(pairs, key=lambda at: (_BEST.search(words[at]) is None, _OWN.search(words[at]) is not None))
    first = {pairs[at]: at for at in reversed(order)}
    return sorted(first.values())


def _long(seen: Sequence[Seen], words: Sequence[str], cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """A rate a row: its month or day, its currency or pair, its rate."""
    when = _when(seen, words)
    rates = [at for at, word in enumerate(words) if _RATE.fullmatch(word) and seen[at].profile.number > 0.5]
    if when is None or not rates:
        return {}
    codes = [at for at, column in enumerate(cells) if at != when and _are_currencies(column)]
    if not codes:
        return {}
    named = [at for at in codes if not _BASE.fullmatch(words[at])] or codes
    found = {when: "rate.month", named[0]: "rate.currency", rates[0]: "rate.value"}
    for at, word in enumerate(words):
        if at not in found and not seen[at].profile.is_empty:
            found[at] = (
                "rate.base" if at in codes else "rate.per" if _PER.fullmatch(word)
                else "rate.source" if _SOURCE.fullmatch(word) else SKIP if _LESS.search(word) else ""
            )  # fmt: skip
    return found if sum(field == "" for field in found.values()) <= 2 else {}


def _are_currencies(column: Sequence[Cell]) -> bool:
    texts = [text for cell in sample_of(column) if isinstance(cell, str) and (text := cell.strip())]
    return bool(texts) and sum(pair_of(text) is not None and len(text) <= 20 for text in texts) > 0.8 * len(texts)


def _across(
    seen: Sequence[Seen], cells: Sequence[Sequence[Cell]], table: FoundTable, *, speaks: bool
) -> dict[int, str]:
    """Months across, a currency in each row."""
    months = month_headings([one.heading for one in seen], f"{table.context} {table.sheet} {table.file}")
    grid = {month.position: with_month("rate.value", str(month.month)) for month in months if not month.rest}
    if len(grid) < 2:
        return {}
    codes = [at for at, column in enumerate(cells) if at not in grid and _are_currencies(column)]
    if not codes:
        return {}
    pairs = any((pair := pair_of(as_text(cell))) and pair.base for cell in cells[codes[0]] if cell)
    return {**grid, codes[0]: "rate.currency"} if speaks or pairs else {}
