"""How a table writes its values: date order, number style, unit, currency, period; found "
"by evidence, said, switched."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from csdesk.intake.by_column import cells_of
from csdesk.intake.distinct import distinct
from csdesk.intake.fields import FIELDS, ValueType, base_of, field_of
from csdesk.intake.matching.meaning.cents import are_cents
from csdesk.intake.matching.meaning.lost import are_below_zero, may_be_loss
from csdesk.intake.matching.meaning.taxed import told_with_tax
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.tables.rows import SCORES
from csdesk.intake.matching.words.evidence import Profile
from csdesk.intake.matching.words.folds import fold_heading
from csdesk.intake.matching.words.other_spans import A_MONTH, A_YEAR, refused
from csdesk.intake.matching.words.prices import span_of
from csdesk.intake.matching.words.span_amounts import PERIODS, period_of_spans
from csdesk.intake.shapes import Cell, Choice, Finding, FoundTable, Matching, TableKind
from csdesk.intake.values.currencies import titled_currency
from csdesk.intake.values.date_orders import first_days, order_votes
from csdesk.intake.values.dates import Dated, DateOrder, DateStyle, are_short_months, has_small, read_date
from csdesk.intake.values.durations import days_scale, minutes_scale
from csdesk.intake.values.numbers import PLAIN, currency_of, number_style
from csdesk.intake.values.reading import TEXTS, ColumnReading
from csdesk.intake.values.units import UNITS, says_plain, unit_of_heading, unit_of_title
from csdesk.intake.values.words import charge_of, months_of
from csdesk.models.kinds import Language
from csdesk.models.months import Month
from csdesk.models.text import fold_case

_ALONE = frozenset({"nps.responded_at", "nps.asked_at"})
"""Moments of which the book keeps the day, which is that of who answered."""
_TICKED = 0.8
_DAY_FIRST = frozenset(
    {"EUR", "GBP", "AUD", "NZD", "INR", "CHF", "SEK", "NOK", "DKK", "PLN", "SGD", "ZAR", "BRL", "MXN"}
)
_POINTS_GROUP = frozenset({"EUR", "CHF", "DKK", "NOK", "SEK", "BRL", "IDR", "TRY", "CLP", "COP", "CZK", "PLN"})
_OFA_YEAR = re.compile(r"^(?!.*(?:(?<![a-z])mrr(?![a-z])|月額|monthly)).*(?:(?<![a-z])arr(?![a-z])|年額)", re.DOTALL)
_SPAN = re.compile(
    r"(?i:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? 20\d{2})(?!\d)|"
    r"\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|(?<!\d)20\d{6}(?!\d)|\d{4}[-/年]\s?\d{1,2}月?(?!\d)"
)
_CURRENCY_COLUMNS = frozenset({"contract.currency", "invoice.currency"})
_TEXTS = 3000
_MONTH_WORD = re.compile(r"month|年月|[^日]月|^月")
_PLAINLY = 0.85
"""Confidence of a column whose heading itself names the question."""
_AMOUNTS = frozenset({"deal.amount", "contract.amount", "contract.unit_amount", "contract.unit_amount_cents"})


@dataclass(frozen=True, slots=True)
class Styles:
    """A reading for each matched column by position, and how each question was settled."""

    readings: dict[int, ColumnReading]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """What the book and the person's language give where a table does not speak."""

    language: Language
    currency: str
    fiscal_start: int
    as_of: date | None = None


def styles(table: FoundTable, known: Recognised, chosen: Matching, home: Home) -> Styles:
    """Look at every matched column once and settle how it is read."""
    texts = _Texts(table)
    order = _date_order(known, texts, chosen, home)
    units = _units(table, known, chosen)
    cents = not units and Choice.UNIT not in chosen.choices and are_cents(known, texts)
    if cents:
        units = {at: "hundredth" for field, at in known.positions.items() if _is_money(field)}
    currency = _currency(table, known, texts, chosen, home)
    dates = DateStyle(DateOrder(order.answer) if order else _usual_order(home), home.fiscal_start)
    code = currency.answer if currency else home.currency
    taxed = told_with_tax(table, known)
    told = "" if _CURRENCY_COLUMNS & set(known.positions) else code
    period = _grid_period(table, known, chosen) if known.amounts else _period(table, known, texts, chosen)
    readings = {}
    for field_id, at in known.positions.items():
        field, heading = field_of(field_id), known.columns[at].column.heading
        kind = ValueType.MONEY if field_id in known.amounts else field.type
        days = _own_dates(dates, texts[at]) if field.type.is_date else dates
        if (
            field_id.startswith("usage.")
            and field_id not in FIELDS
            and known.profiles[at].mark > _TICKED > known.profiles[at].number
        ):
            kind = ValueType.MARK
        if field_id == "usage.date" and _are_months(heading, cells_of(table.rows, at), days):
            kind = ValueType.MONTH
        style = (
            PLAIN
            if kind in TEXTS
            else number_style(texts[at], money=kind is ValueType.MONEY, points_group=code in _POINTS_GROUP)
        )
        scale = _worth(kind, heading, known.profiles[at]) or UNITS[units.get(at, "one")]
        if may_be_loss(field_id, heading) and are_below_zero(texts[at], style):
            scale = -scale
        readings[at] = ColumnReading(
            kind, style, days, scale, field.last, refused(field_id, period), told, field_id in taxed, field_id in _ALONE
        )
    found = (order, _unit_finding(units, chosen, guessed=cents), currency, period, _survey(known))
    return Styles(readings, tuple(finding for finding in found if finding))


def _are_months(heading: str, cells: Iterable[Cell], style: DateStyle) -> bool:
    """Whether a column of days tells months: every cell is one, or every cell is the first of one under a heading that
    says so."""
    told = [cell for cell in dict.fromkeys(cells) if cell not in {None, ""}]
    says = bool(_MONTH_WORD.search(heading.casefold()))
    return bool(told) and all(_is_month(cell, style, says=says) for cell in told)


def _is_month(cell: Cell, style: DateStyle, *, says: bool) -> bool:
    if isinstance(cell, date):
        return says and cell.day == 1 and (not isinstance(cell, datetime) or not (cell.hour or cell.minute))
    seen = read_date(cell, style) if isinstance(cell, str) else None
    if not isinstance(seen, Dated) or isinstance(seen.value, datetime) or seen.day.day != 1:
        return False
    return seen.last == Month.of(seen.day).last_day if seen.last else says


class _Texts(dict[int, list[str]]):
    """Texts of each column, some of many, found when they are asked for."""

    def __init__(self, table: FoundTable) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, at: int) -> list[str]:
        kept = [text for text in distinct(cells_of(self._table.rows, at)) if isinstance(text, str)]
        self[at] = sorted(kept)[:: max(1, len(kept) // _TEXTS)]
        return self[at]


def _hours(heading: str) -> Decimal:
    """What a figure of a column of hours is worth: minutes and seconds by its heading."""
    words = fold_heading(heading).full
    if re.search(r"\b(min|mins|minute|minutes)\b|分", words):
        return Decimal(1) / 60
    return Decimal(1) / 3600 if re.search(r"\b(sec|secs|seconds?)\b|秒", words) else Decimal(1)


def _worth(kind: ValueType, heading: str, values: Profile) -> Decimal | None:
    """What a figure of a column of hours, minutes or days is worth; None for any other column."""
    if kind in {ValueType.HOURS, ValueType.DAYS}:
        return _hours(heading) if kind is ValueType.HOURS else days_scale(heading)
    return minutes_scale(heading, values.high) if kind is ValueType.MINUTES else None


def _usual_order(home: Home) -> DateOrder:
    if home.language is Language.EN and home.currency in _DAY_FIRST:
        return DateOrder.DMY
    return DateOrder.MDY


def _date_order(known: Recognised, texts: dict[int, list[str]], chosen: Matching, home: Home) -> Finding | None:
    """Month first or day first, by every date column together; only asked where such dates stand in the table."""
    small = [text for at in _date_columns(known) for text in texts[at] if has_small(text)]
    if not small:
        return None
    month_first, day_first, year_first = order_votes(small)
    options = tuple(order.value for order in DateOrder)
    evidence = f"mdy {month_first}, dmy {day_first}, ymd {year_first}"
    if wanted := chosen.choices.get(Choice.DATE_ORDER):
        return Finding(Choice.DATE_ORDER, wanted, options, certain=True, evidence=evidence)
    short = all(re.match(r"\d{1,2}[-/]\d{1,2}[-/]\d{2}(?!\d)", text.strip()) for text in small)
    if year_first or (short and home.language is Language.JA and not month_first):
        return Finding(Choice.DATE_ORDER, DateOrder.YMD.value, options, certain=bool(year_first), evidence=evidence)
    if not (month_first or day_first) and (monthly := first_days(small)):
        certain = all(_MONTH_WORD.search(known.columns[at].column.heading.casefold()) for at in _date_columns(known))
        return Finding(Choice.DATE_ORDER, monthly.value, options, certain=certain, evidence=evidence)
    if month_first == day_first:
        return Finding(Choice.DATE_ORDER, _usual_order(home).value, options, certain=False, evidence=evidence)
    answer = DateOrder.MDY if month_first > day_first else DateOrder.DMY
    certain = not (month_first and day_first)
    return Finding(Choice.DATE_ORDER, answer.value, options, certain=certain, evidence=evidence)


def _own_dates(usual: DateStyle, texts: Sequence[str]) -> DateStyle:
    """The table's style of dates, unless a column's own cells allow one other alone."""
    month_first, day_first, _ = order_votes(texts)
    order = usual.order
    if order is not DateOrder.YMD and bool(month_first) != bool(day_first):
        order = DateOrder.MDY if month_first else DateOrder.DMY
    return replace(usual, order=order, short_months=are_short_months(texts))


def _date_columns(known: Recognised) -> list[int]:
    return [at for field, at in known.positions.items() if field_of(field).type.is_date]


def _units(table: FoundTable, known: Recognised, chosen: Matching) -> dict[int, str]:
    """The unit of each column of money that has one: its heading's, else that of the text around the table or of its
    name."""
    wanted = chosen.choices.get(Choice.UNIT, "")
    around = unit_of_title(f"{table.context}\n{table.sheet}\n{table.file.rpartition('.')[0]}")
    units = {}
    for field, at in known.positions.items():
        if _is_money(field):
            heading = known.columns[at].column.heading
            unit = wanted or unit_of_heading(heading) or ("" if says_plain(heading) else around)
            if unit in UNITS:
                units[at] = unit
    return units


def _unit_finding(units: dict[int, str], chosen: Matching, *, guessed: bool) -> Finding | None:
    wanted = Choice.UNIT in chosen.choices
    seen = sorted(set(units.values()), key=UNITS.__getitem__, reverse=True)
    certain = wanted or (len(seen) == 1 and not guessed)
    return Finding(Choice.UNIT, seen[0], tuple(UNITS), certain=certain) if seen else None


def _is_money(field: str) -> bool:
    return field_of(field).type is ValueType.MONEY or base_of(field) == "matrix"


def _currency(
    table: FoundTable, known: Recognised, texts: dict[int, list[str]], chosen: Matching, home: Home
) -> Finding | None:
    """The currency of a table's amounts where it is not the book's; a currency column speaks for itself."""
    if wanted := chosen.choices.get(Choice.CURRENCY):
        return Finding(Choice.CURRENCY, wanted, tuple(dict.fromkeys((wanted, home.currency))), certain=True)
    if _CURRENCY_COLUMNS & set(known.positions):
        return None
    seen: Counter[str] = Counter()
    for field, at in known.positions.items():
        if _is_money(field) or field_of(field).type is ValueType.CENTS:
            seen.update(_currencies(table, known, at, texts[at], home.currency))
    if not seen and any(map(_is_money, known.positions)) and (titled := titled_currency(table.context, home.currency)):
        seen[titled] += 1
    if not seen:
        return None
    answer = max(seen, key=lambda code: (seen[code], code == home.currency))
    if answer == home.currency and len(seen) == 1:
        return None
    options = tuple(dict.fromkeys((*seen, home.currency)))
    evidence = ", ".join(f"{code} {n}" for code, n in seen.most_common())
    return Finding(Choice.CURRENCY, answer, options, certain=len(seen) == 1, evidence=evidence)


def _currencies(table: FoundTable, known: Recognised, at: int, texts: Iterable[str], home: str) -> Iterable[str]:
    where = [*texts, known.columns[at].column.heading, table.formats.get(at, "")]
    return [code for text in where if (code := currency_of(text, home))]


def _period(table: FoundTable, known: Recognised, texts: dict[int, list[str]], chosen: Matching) -> Finding | None:
    """How long an amount or a figure of use covers, where no column says so."""
    if known.kind is TableKind.USE and not _has_dates(known):
        answer = chosen.choices.get(Choice.PERIOD) or span_in(table.context) or span_in(f"{table.sheet} {table.file}")
        return Finding(Choice.PERIOD, answer or "unknown", (answer or "unknown",), certain=bool(answer))
    priced = _AMOUNTS & set(known.positions)
    if not priced or {"contract.mrr", "contract.arr"} & set(known.positions) or _says_interval(known, texts):
        return None
    options = ("unknown", *PERIODS, "term", "one_off")
    if wanted := chosen.choices.get(Choice.PERIOD):
        return Finding(Choice.PERIOD, wanted, options, certain=True)
    cells = [fold_case(text) for field in priced for text in texts[known.positions[field]]]
    spans = {span_of(known.columns[known.positions[field]].column.heading.casefold()) for field in priced} - {None}
    if len(spans) == 1:
        return Finding(Choice.PERIOD, str(spans.pop()), options, certain=True, evidence="heading")
    for answer, pattern in (("month", A_MONTH), ("year", A_YEAR)):
        if cells and sum(pattern.search(text) is not None for text in cells) > len(cells) / 2:
            return Finding(Choice.PERIOD, answer, options, certain=True)
    return Finding(Choice.PERIOD, "unknown", options, certain=False)


def _grid_period(table: FoundTable, known: Recognised, chosen: Matching) -> Finding | None:
    """Under months stand monthly amounts, unless headings or title say that they are a year's (ARR)."""
    if wanted := chosen.choices.get(Choice.PERIOD):
        return Finding(Choice.PERIOD, wanted, tuple(PERIODS), certain=True)
    headings = " ".join(known.columns[known.positions[field]].column.heading for field in known.amounts)
    for words, certain in ((headings, True), (f"{table.context} {table.sheet}", False)):
        if _OFA_YEAR.search(words.casefold()):
            return Finding(Choice.PERIOD, "year", tuple(PERIODS), certain=certain)
    return period_of_spans(known.amounts, f"{headings} {table.context} {table.sheet} {table.file}")


def _has_dates(known: Recognised) -> bool:
    """Whether rows or columns of a table of use say themselves when it was."""
    return any(field in {"usage.date", "usage.login_at"} or "@" in field for field in known.positions)


def _says_interval(known: Recognised, texts: dict[int, list[str]]) -> bool:
    if "contract.interval_count" in known.positions:
        return True
    at = known.positions.get("contract.interval")
    if at is None:
        return False
    words = [text for text in texts[at] if text.strip()]
    return not words or sum(months_of(text) is not None for text in words) > sum(
        charge_of(text) is not None for text in words
    )


def span_in(text: str) -> str:
    """The time a title speaks of: '2026-10' for a whole month, '2026-10-05/2026-11-01' for "
    "other spans, '' for none."""
    seen = [read_date(found) for found in _SPAN.findall(unicodedata.normalize("NFKC", text))]
    days = [one for one in seen if isinstance(one, Dated)]
    if len(days) == 1 and days[0].last:
        return f"{days[0].day:%Y-%m}"
    if not days[1:]:
        return ""
    first, last = days[0].day, days[1].last or days[1].day
    if first == Month.of(first).first_day and last == Month.of(first).last_day:
        return f"{first:%Y-%m}"
    return f"{first}/{last}" if first <= last else ""


def span_days(answer: str) -> tuple[date, date] | None:
    """First and last day of a span as `span_in` writes it; None for 'unknown'."""
    first, slash, last = answer.partition("/")
    seen, until = read_date(first), read_date(last) if slash else None
    if not isinstance(seen, Dated):
        return None
    if isinstance(until, Dated):
        return seen.day, until.day
    return seen.day, seen.last or seen.day


def _survey(known: Recognised) -> Finding | None:
    """Which question a plain 'score' answers; to be looked at where neither heading nor title says."""
    scores = [field for field in SCORES if field in known.positions]
    if known.kind is not TableKind.ANSWERS or len(scores) != 1:
        return None
    by_row = "nps.kind" in known.positions and known.profiles[known.positions["nps.kind"]].surveys
    certain = by_row or known.columns[known.positions[scores[0]]].confidence > _PLAINLY
    surveys = tuple(field.partition(".")[0] for field in SCORES)
    return Finding(Choice.SURVEY, scores[0].partition(".")[0], surveys, certain=certain)
