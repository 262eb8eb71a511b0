"""What several products cost, in columns of one row ('Base MRR', オプション月額), and the total that checks them."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from csdesk.intake.fields import PRICES, base_of, with_month
from csdesk.intake.matching.fields.columns import Taken
from csdesk.intake.matching.words.evidence import number_in
from csdesk.intake.matching.words.headings import hits, plain_hits
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.matching.words.prices import (
    Span,
    is_by_unit,
    is_list_price,
    is_with_tax,
    price_of_span,
    run_rate,
    span_of,
)
from csdesk.intake.matching.words.qualifiers import is_of_another_time
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.intake.values.numbers import currency_of
from csdesk.intake.values.reading import as_text
from csdesk.models.problems import Problem, Reason

TOTAL = "contract.total"
_FIELDS = {Span.MONTH: "contract.mrr", Span.YEAR: "contract.arr"}
_MONTHS = {"contract.mrr": 1, "contract.arr": 12}
_REDUCED = frozenset(
    {"contract.list_amount", "contract.discount_amount", "contract.discount_rate", "contract.unit_amount",
     "contract.unit_amount_cents"}
)  # fmt: skip
_WORDS = re.compile(
    r"\b(?:mrr|arr|monthly|months?|mo|annual(?:ly)?|yearly|years?|yr|per|recurring|revenue|fees?|prices?|pricing|amounts?|"
    r"charges?|subscription|cost|spend|usd|eur|gbp|jpy|yen|p/?m|p/?a)\b|"
    r"[(/]\s*[月年](?!額)\s*\)?|月額|年額|月次|年次|月間|年間|毎月|月々|利用料金?|使用料金?|料金|費用|金額|価格|代金|売上|円|税抜き?|税別|"
    r"(?<=\w)[料費代額]$|[¥$€£]",
    re.IGNORECASE,
)
_GROUPS = re.compile(
    r"^(?:products?|breakdown|プロダクト|製品|商品|内訳|料金内訳|月額内訳|明細)\s*[:：/・>\-]?\s+", re.IGNORECASE
)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_WHOLE = re.compile(r"合計|総額|総計|計$|全体|トータル|\b(?:totals?|sum|overall|all|combined|grand)\b", re.IGNORECASE)
_NO_PRODUCT = re.compile(
    r"\d{4}|^\d+$|契約|現在|現行|当初|初回|初期|前年|昨年|今年|来年|翌年|先月|今月|当月|来月|前月|更新|変更|改定|平均|最大|最小|累計|差|税|"
    r"他社|競合|目標|予定|ドル|ユーロ|^新$|"
    r"\b(?:contract(?:ed)?|current|now|today|start(?:ing)?|initial|original|first|second|third|last|latest|this|next|"
    r"committed|live|net|gross|average|avg|max|min|lifetime|our|customer|account|client|competitors?|at|in|target|"
    r"tax|vat|billed|invoiced|paid|actual|effective|equivalent|new|old)\b",
    re.IGNORECASE,
)
_MOST = 0.8
_FEW = 20
_SHORT = 2
"""Length of what is no name by itself: the 'A' of 'Product A'."""


@dataclass(frozen=True, slots=True)
class _Priced:
    """A column that may be what a product costs, or, without a name, what all cost."""

    field: str
    name: str
    whole: bool = False


def part_fields(seen: Sequence[Seen], cells: Sequence[Sequence[Cell]], taken: Sequence[Taken]) -> dict[int, str]:
    """The field of every column that is the price of one product, and of those that are their total, by position:
    'contract.mrr@Base', 'contract.total@Total MRR'. None where there are fewer than two, where anything is taken off
    them, or where a total says otherwise."""
    if any(one.hit.field.id in _REDUCED for one in taken):
        return {}
    priced = {
        at: one
        for at, column in enumerate(seen)
        if _holds_amounts(column) and (one := _priced(column.heading, cells[at]))
    }
    wholes = {at: one for at, one in priced.items() if one.whole or not one.name}
    named = {at: one for at, one in priced.items() if at not in wholes}
    sums = {at: one for at, one in wholes.items() if one.whole}
    plain = {at: one for at, one in wholes.items() if not one.whole}
    ways = [(named, wholes)]
    if sums:
        ways.append(({**named, **plain}, sums))
    ways += [(_run(at, one, seen, cells, taken), {at: one}) for at, one in wholes.items()]
    for parts, whole in ways:
        names = {(one.name, one.field) for one in parts.values()}
        if len(parts) > 1 and len({name for name, _ in names}) == len(parts) and _add_up(parts, whole, cells):
            return _told(parts, whole, seen)
    return {}


def with_own_price(taken: list[Taken], seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> list[Taken]:
    """The columns with the plain price of a month rather than its total ('MRR' and 'MRR Total'), where the price of a
    year is twelve times the one and not the other: totals may count the customer's daughters."""
    at = {one.hit.field.id: one for one in taken}
    month, year = at.get("contract.mrr"), at.get("contract.arr")
    if month is None or year is None or not _WHOLE.search(seen[month.position].heading):
        return taken
    given = {one.position for one in taken}
    for position, column in enumerate(seen):
        one = _priced(column.heading, cells[position]) if position not in given else None
        if one == _Priced("contract.mrr", "") and _yearly(cells, position, year) > _yearly(cells, month.position, year):
            return [replace(month, position=position) if other is month else other for other in taken]
    return taken


def _yearly(cells: Sequence[Sequence[Cell]], month: int, year: Taken) -> int:
    """In how many rows the price of a year is twelve times that of a month."""
    pairs = ((number_in(one), number_in(other)) for one, other in zip(cells[month], cells[year.position], strict=True))
    return sum(one is not None and other is not None and abs(12 * one - other) <= 6 for one, other in pairs)


def _told(parts: Mapping[int, _Priced], whole: Mapping[int, _Priced], seen: Sequence[Seen]) -> dict[int, str]:
    found = {at: with_month(one.field, one.name) if one.name else one.field for at, one in parts.items()}
    return found | {at: with_month(TOTAL, seen[at].heading.strip()) for at in whole}


def _priced(heading: str, cells: Sequence[Cell]) -> _Priced | None:
    """What a heading says of a price for a month or a year; of figures 'SMS (monthly)' is one where they are money."""
    text = " ".join(unicodedata.normalize("NFKC", heading).replace("_", " ").split())
    words = text.casefold()
    money = any(currency_of(as_text(cell), "") for cell in cells[:_FEW])
    span = price_of_span(words) or run_rate(words) or (span_of(words) if money else None)
    field = _FIELDS.get(span) if span else None
    if field is None or is_list_price(words) or is_by_unit(words) or is_with_tax(words) or is_of_another_time(words):
        return None
    name = product_name(text)
    if _WHOLE.search(name):
        return _Priced(field, "", whole=True)
    return None if _NO_PRODUCT.search(name) else _Priced(field, name)


def product_name(heading: str) -> str:
    """What is left of a heading without the words for a price: 'Analytics add-on MRR' is of the 'Analytics add-on'."""
    text = _WORDS.sub(" ", unicodedata.normalize("NFKC", heading).replace("_", " "))
    name = " ".join(_EDGES.sub("", text).split())
    rest = _GROUPS.sub("", name)
    return rest if len(rest) > _SHORT else name


def _holds_amounts(column: Seen) -> bool:
    values = column.profile
    return values.number > _MOST and max(values.date, values.percent) < 0.5 and values.low >= 0


def _run(
    at: int, whole: _Priced, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]], taken: Sequence[Taken]
) -> dict[int, _Priced]:
    """The columns of figures beside a total, of whatever names, as long as no other field claims them."""
    claimed = {one.position for one in taken if one.hit.field.id not in PRICES}
    for step in (-1, 1):
        found, place = {}, at + step
        while 0 <= place < len(seen) and place not in claimed and _holds_amounts(seen[place]) and _is_free(seen[place]):
            found[place] = _Priced(whole.field, product_name(seen[place].heading) or seen[place].heading.strip())
            place += step
        large = all(seen[part].profile.high > 1 for part in found)
        if large and len(found) > 1 and _add_up(found, {at: whole}, cells, rows=2):
            return dict(sorted(found.items()))
    return {}


def _is_free(column: Seen) -> bool:
    named = {hit.field.id for hit in plain_hits(column.heading)} | {hit.field.entity for hit in hits(column.heading)}
    return not named & {"usage", "ticket", "nps", "csat", "ces", "contract.quantity", "account.employees"}


def _add_up(
    parts: Mapping[int, _Priced], wholes: Mapping[int, _Priced], cells: Sequence[Sequence[Cell]], rows: int = 1
) -> bool:
    """Whether the parts of nearly every row come to each of the totals."""
    fields = {at: one.field for at, one in parts.items()}
    for at, whole in wholes.items():
        told = [_adds_up(fields, at, whole.field, row) for row in zip(*cells, strict=True)]
        fits = [fit for fit in told if fit is not None]
        if len(fits) < rows or sum(fits) < _MOST * len(fits):
            return False
    return True


def _adds_up(parts: Mapping[int, str], at: int, field: str, row: Sequence[Cell]) -> bool | None:
    """Whether the parts of a row come to its total, give or take a rounding; None where it has none."""
    total = number_in(row[at])
    if total is None:
        return None
    told = [(number_in(row[part]) or 0) * 12 / _MONTHS[base_of(one)] for part, one in parts.items()]
    return abs(sum(told) - total * 12 / _MONTHS[field]) <= 6


def other_totals(table: FoundTable, positions: Mapping[str, int]) -> Iterator[Problem]:
    """A word on every total that its parts do not come to."""
    parts = {at: field for field, at in positions.items() if base_of(field) in _MONTHS}
    for field, at in positions.items():
        if base_of(field) != TOTAL:
            continue
        whole = _priced(table.columns[at].heading, ()) or _Priced("contract.mrr", "")
        for row, line in zip(table.rows, table.lines, strict=True):
            if _adds_up(parts, at, whole.field, row) is False:
                place = table.place(line, table.columns[at].letter)
                yield Problem(place, field, as_text(row[at]), Reason.OTHER_TOTAL, refuses=False)
