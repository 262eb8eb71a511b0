"""Sheets of figures by period (KPI dashboards): which columns are their names, units, periods and targets."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
from collections.abc import Sequence
from dataclasses import dataclass

from csdesk.intake.fields import SKIP, with_month
from csdesk.intake.matching.tables.grids import COST_WORDS
from csdesk.intake.matching.words.evidence import looks_like_names
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import plain_hits
from csdesk.intake.matching.words.months import MonthHeading, month_headings
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.matching.words.spans import span_headings
from csdesk.intake.shapes import Cell, FoundTable, TableKind
from csdesk.intake.values.periods import period_of
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.words import cost_purpose
from csdesk.intake.vocabulary.metrics import ANY_METRIC

TARGET = re.compile(r"目標|計画|予算|見込|予測|予想|\b(?:targets?|plans?|planned|budget|goals?|forecast|quota)\b")
_ACTUAL = re.compile(r"実績|実数|結果|\b(?:actuals?|results?)\b")
DERIVED = re.compile(
    r"達成|前年|前月比|前期比|進捗|差異|差額|乖離|増減率|比$|\b(?:vs|variance|attainment|achieved|achievement|diff|"
    r"difference|yoy|mom|qoq|delta|change|progress)\b|^%$"
)
PLAN_ACTUAL = re.compile(
    r"目標値?|計画値?|予算|実績値?|見込み?|達成率|進捗率|target|plan|budget|goal|forecast|actuals?|attainment|variance"
)
"""Labels of rows that tell of the figure above them."""
_TOTAL = re.compile(r"合計|累計|通期|年計|^計$|平均|\b(?:totals?|ytd|sum|average|avg|full year)\b")
_MONTH = re.compile(r"^(?:month|period|date|quarter|year|year month|月|年月|期間|対象月|日付|四半期|年度|月次)$")
_UNIT = re.compile(r"^(?:units?|単位)$")
_KIND = re.compile(r"^(?:type|kind|区分|種別|予実|予実区分|(?:plan|target|budget|目標|計画|予算)\s?(?:actual|実績)|"
                   r"(?:actual|実績)\s?(?:plan|target|budget|目標|計画|予算)|plan or actual)$")  # fmt: skip
_NOTES = re.compile(r"^(?:notes?|memo|comments?|remarks?|備考|メモ|コメント)$")
_VALUE = re.compile(r"^(?:actual|value|result|実績|実績値|値|数値|結果)$")
_GOAL = re.compile(r"^(?:target|plan|budget|goal|目標|目標値|計画|計画値|予算)$")
_AN_ACCOUNT = frozenset({"account.name", "account.external_id", "account.domain", "contract.external_id"})


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """A sheet whose rows are no records but figures: its kind, and the field of each column by position."""

    kind: TableKind
    fields: dict[int, str]


@dataclass(frozen=True, slots=True)
class _Label:
    """A column of words beside the figures: where it stands and what it says."""

    at: int
    texts: tuple[str, ...]

    @property
    def are_figures(self) -> bool:
        """Whether most say figures of a business and some are no costs."""
        labels = [words for text in self.texts if not PLAN_ACTUAL.fullmatch(words := fold_words(text))]
        costs = [bool(cost_purpose(text) or COST_WORDS.search(text)) for text in labels]
        figures = [not cost and bool(ANY_METRIC.search(text)) for text, cost in zip(labels, costs, strict=True)]
        return sum(figures) >= max(2, 0.25 * len(labels)) and sum(figures) + sum(costs) >= 0.6 * len(labels)


def figure_fields(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """The field of every column of a sheet of figures, by position; none where it is none. 'figure.value@2025-04' holds
    a figure of each row under a period, 'figure.value@MRR' one of each period under its name."""
    if any(hit.field.id in _AN_ACCOUNT for one in seen for hit in plain_hits(one.heading)):
        return {}
    return _across(table, seen, cells) or _down(table, seen, cells) or _long(seen, cells)


def _across(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """Periods across, a name in each row."""
    about = f"{table.context} {table.sheet} {table.file}"
    found = {at: field for at, one in enumerate(seen) if (field := _of_period(one.heading))}
    for month in month_headings([one.heading for one in seen], about):
        found[month.position] = _of_month(month)
    for span in span_headings([one.heading for one in seen], about):
        if span.position not in found and span.grain.is_of_months:
            found[span.position] = SKIP if DERIVED.search(span.rest) else with_month(_sort(span.rest), span.key)
    if sum(field != SKIP for field in found.values()) < 2:
        return {}
    labels = _labels(seen, cells, found)
    names = next((label for label in labels if label.are_figures), None)
    if names is None:
        return {}
    found[names.at] = "figure.name"
    for at, one in enumerate(seen):
        if at not in found and (field := _beside(one, names.at, at)):
            found[at] = field
    return found


def _of_period(heading: str) -> str:
    """A column of a quarter, half or year, or of a month that its heading names in full."""
    word = heading.strip()
    rest = " ".join(_ACTUAL.sub(" ", TARGET.sub(" ", word.casefold())).split()).strip("()（）[] ")
    period = period_of(rest, 1) if rest else None
    if period is None:
        return ""
    return with_month(_sort(word.casefold()), rest)


def _of_month(month: MonthHeading) -> str:
    """A month column: its figures, their target, or what the sheet reckons from both."""
    if DERIVED.search(month.rest):
        return SKIP
    return with_month(_sort(month.rest), str(month.month))


def _sort(words: str) -> str:
    return "figure.target" if TARGET.search(words) and not _ACTUAL.search(words) else "figure.value"


def _labels(seen: Sequence[Seen], cells: Sequence[Sequence[Cell]], taken: dict[int, str]) -> list[_Label]:
    """Columns of words, those that tell most rows apart first."""
    columns = [
        _Label(at, tuple(text for cell in cells[at] if isinstance(cell, str) and (text := cell.strip())))
        for at, one in enumerate(seen)
        if at not in taken and one.profile.number < 0.5 and one.profile.date < 0.5
    ]
    return sorted(columns, key=lambda label: -len(set(label.texts)))


def _beside(one: Seen, names: int, at: int) -> str:
    """What a column beside names and periods is."""
    words = fold_words(one.heading)
    if _UNIT.fullmatch(words):
        return "figure.unit"
    if _NOTES.fullmatch(words):
        return "figure.notes"
    if _KIND.fullmatch(words):
        return "figure.kind"
    if _TOTAL.search(words) or DERIVED.search(words):
        return SKIP
    return "figure.section" if at < names and one.profile.number < 0.5 else ""


def _down(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """Months down, a name over each column."""
    named = [at for at, one in enumerate(seen) if _MONTH.fullmatch(fold_words(one.heading))]
    months = [at for at in named if _is_dated(seen[at]) or _are_bare_months(table, cells[at])]
    if len(months) != 1:
        return {}
    found: dict[int, str] = {months[0]: "figure.month"}
    names: list[str] = []
    for at, one in enumerate(seen):
        words = fold_words(one.heading)
        if at in found or not words or one.profile.is_empty:
            continue
        if one.profile.number < 0.5 and one.profile.percent < 0.5:
            if not _NOTES.fullmatch(words):
                return {}
            found[at] = "figure.notes"
        elif DERIVED.search(words) and not _is_rate_of_change(words):
            found[at] = SKIP
        else:
            found[at] = with_month(_sort(words), one.heading.strip())
            names.append(_ACTUAL.sub(" ", TARGET.sub(" ", words)))
    plain = len(set(found.values()) - {SKIP}) == len([field for field in found.values() if field != SKIP])
    return found if plain and _Label(0, tuple(names)).are_figures else {}


def _is_rate_of_change(words: str) -> bool:
    return "growth" in words or "成長" in words


def _is_dated(one: Seen) -> bool:
    return one.profile.is_dated or one.profile.date > 0.5


def _are_bare_months(table: FoundTable, column: Sequence[Cell]) -> bool:
    """Whether cells are months whose year the title tells: 4月, 5月."""
    texts = [as_text(cell) for cell in column]
    months = month_headings(texts, f"{table.context} {table.sheet} {table.file}")
    return bool(texts) and sum(not month.rest for month in months) > 0.5 * len(texts)


def _long(seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """A figure a row: its name, its month, what it was and what it was to be."""
    places = {
        field: [at for at, one in enumerate(seen) if pattern.fullmatch(fold_words(one.heading))]
        for field, pattern in {"figure.month": _MONTH, "figure.value": _VALUE, "figure.target": _GOAL}.items()
    }
    if len(places["figure.month"]) != 1 or len(places["figure.value"]) != 1:
        return {}
    found = {at: field for field, at_all in places.items() for at in at_all[:1]}
    names = next((label for label in _labels(seen, cells, found) if _names(seen[label.at], label)), None)
    if names is None:
        return {}
    found[names.at] = "figure.name"
    for at, one in enumerate(seen):
        if at not in found and (field := _beside(one, -1, at)):
            found[at] = field
    return found


def _names(one: Seen, label: _Label) -> bool:
    return label.are_figures and (one.profile.again > 0 or looks_like_names(one.profile))
