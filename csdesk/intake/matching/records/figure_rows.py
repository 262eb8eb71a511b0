"""The figures of a sheet by period, one record each: name, unit, period, actual or target; its costs as costs."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from csdesk.intake.fields import base_of, month_of
from csdesk.intake.matching.meaning.styles import Home
from csdesk.intake.matching.records.cleaning import place_of
from csdesk.intake.matching.tables.figure_units import Series, in_full, is_spent, metric_of, named, purpose_of
from csdesk.intake.matching.tables.figures import DERIVED, PLAN_ACTUAL, TARGET
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.months import month_headings
from csdesk.intake.shapes import Cell, Clean, FoundTable, Record
from csdesk.intake.values.periods import Period, period_of
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.text import error_cell, is_nothing
from csdesk.models.months import Month
from csdesk.models.problems import Problem, Reason
from csdesk.models.reporting import FigureKind

_SORTS = {"figure.value": FigureKind.ACTUAL, "figure.target": FigureKind.TARGET}
_MARKS = "【】[]■▼〔〕《》＜＞<>◆●・ "


@dataclass(frozen=True, slots=True)
class _Cell:
    """A figure where it stands: row and column of the table, its name, what it is, and its period."""

    row: int
    at: int
    name: str
    section: str
    unit: str
    kind: FigureKind
    period: Period
    notes: str = ""


@dataclass(slots=True)
class FigureRows:
    """Reads one table of figures."""

    table: FoundTable
    known: Recognised
    home: Home
    problems: list[Problem] = field(default_factory=list)

    def records(self) -> list[Record]:
        """A record for each figure that can be read, in the order of the rows."""
        cells = list(self._cells())
        about = f"{self.table.context}\n{self.table.sheet}\n{self.table.file.rpartition('.')[0]}"
        heading = self.known.positions.get("figure.name")
        wide = about if heading is None else f"{about} {self.table.columns[heading].heading}"
        by_name: defaultdict[tuple[str, str], list[_Cell]] = defaultdict(list)
        for cell in cells:
            by_name[cell.section, cell.name].append(cell)
        sections = {key: {cell.row for cell in found} for key, found in by_name.items()}
        names = Counter(name for _, name in sections)
        series = {
            key: Series.of(
                in_full(key[1], wide), found[0].unit, [self._at(cell) for cell in found], about, self.home.currency
            )
            for key, found in by_name.items()
        }
        records = []
        for cell in cells:
            key = (cell.section, cell.name)
            name = f"{cell.section} {named(cell.name)}" if names[cell.name] > 1 and cell.section else named(cell.name)
            value = series[key].value(as_text(self._at(cell)))
            if value is None:
                place = place_of(self.table, cell.row, cell.at)
                seen = as_text(self._at(cell))
                self.problems.append(Problem(place, "figure.value", seen, Reason.NOT_A_NUMBER, refuses=False))
                continue
            records.append(
                Record(
                    _values(cell, name, series[key], value, metric_of(in_full(cell.name, wide), series[key].unit)),
                    {},
                    self.table.lines[cell.row],
                )
            )
        return records

    def _at(self, cell: _Cell) -> Cell:
        return self.table.rows[cell.row][cell.at]

    def _cells(self) -> Iterator[_Cell]:
        """Every filled cell of a figure."""
        periods, named_rows = self._periods(), "figure.name" in self.known.positions
        across = named_rows and "figure.month" not in self.known.positions
        name = section = ""
        titles = {one.place.row: one.seen.strip(_MARKS) for one in self.table.problems if one.reason is Reason.NOTE_ROW}
        for row, line in enumerate(self.table.lines):
            section = max(((at, text) for at, text in titles.items() if at < line), default=(0, ""))[1] or section
            told = self._text(row, "figure.name")
            filled = list(self._figures(row))
            if told and not filled:
                section = name = told.strip(_MARKS)
                titles = {at: text for at, text in titles.items() if at > line}
                continue
            section = self._text(row, "figure.section") or section
            word = self._text(row, "figure.kind")
            bare = _without(told)
            if PLAN_ACTUAL.fullmatch(fold_words(told)) and _is_reckoned(told):
                continue
            if told and (bare or not name):
                name = bare or told
            if _is_reckoned(word) or (told and not bare and _is_reckoned(told)):
                continue
            unit = self._text(row, "figure.unit")
            target = bool(TARGET.search(fold_words(f"{word} {told}")))
            for at, base, key in filled:
                kind = FigureKind.TARGET if target else _SORTS[base]
                period = period_of(key, self.home.fiscal_start) if across else periods.get(row)
                what = name if named_rows else _without(key) or key
                if period is not None:
                    yield _Cell(row, at, what, section, unit, kind, period, self._text(row, "figure.notes"))

    def _figures(self, row: int) -> Iterator[tuple[int, str, str]]:
        """The filled cells of a row that hold figures: position, field, and the period or name of their column."""
        for field_id, at in self.known.positions.items():
            cell = self.table.rows[row][at]
            text = as_text(cell)
            if base_of(field_id) in _SORTS and text and not is_nothing(text, figures=True) and not error_cell(text):
                yield at, base_of(field_id), month_of(field_id)

    def _text(self, row: int, field_id: str) -> str:
        at = self.known.positions.get(field_id)
        return as_text(self.table.rows[row][at]).strip() if at is not None else ""

    def _periods(self) -> dict[int, Period]:
        """The period of each row of a sheet with periods down; a month without a year takes it from the title."""
        at = self.known.positions.get("figure.month")
        if at is None:
            return {}
        texts = [as_text(row[at]) for row in self.table.rows]
        around = f"{self.table.context} {self.table.sheet} {self.table.file}"
        months = {one.position: one.month for one in month_headings(texts, around) if not one.rest}
        found: dict[int, Period] = {}
        for row, text in enumerate(texts):
            period = period_of(text, self.home.fiscal_start)
            if period is None and row in months:
                period = months[row].first_day, months[row].last_day
            if period is not None:
                found[row] = period
            elif any(self._figures(row)):
                self.problems.append(Problem(place_of(self.table, row, at), "figure.month", text, Reason.NOT_A_MONTH))
        return found


def _without(name: str) -> str:
    """A name without the words for plan and actual: 'MRR 目標' and 'MRR (actual)' are 'MRR'."""
    return " ".join(re.sub(r"[(（\[]\s*[)）\]]", "", _PLANNED.sub("", name)).split()).strip(" -_・:：/")


_PLANNED = re.compile(
    r"目標値?|計画値?|予算|実績値?|見込み?|\b(?:target|plan|budget|goal|forecast|actuals?)\b", re.IGNORECASE
)


def _is_reckoned(word: str) -> bool:
    return bool(word and DERIVED.search(fold_words(word)))


def _values(cell: _Cell, name: str, series: Series, value: Decimal, metric: str | None) -> dict[str, Clean]:
    """A figure as values; money spent in a month as a cost of that month."""
    first, last = cell.period
    monthly = Month.of(first) == Month.of(last)
    if monthly and cell.kind is FigureKind.ACTUAL and series.is_money and value >= 0 and is_spent(cell.name):
        return {
            "cost.month": f"{first:%Y-%m}", "cost.item": name, "cost.amount": value, "cost.notes": cell.notes or None,
            "cost.purpose": purpose_of(f"{cell.section} {cell.name}").value,
        }  # fmt: skip
    return {
        "figure.name": name, "figure.unit": series.unit or None, "figure.kind": cell.kind.value,
        "figure.starts_on": first, "figure.ends_on": last, "figure.value": float(value),
        "figure.metric": metric, "figure.notes": cell.notes or None,
    }  # fmt: skip
