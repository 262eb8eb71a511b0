"""The board workbook while it is written: its sheets, cells that keep text as text, and widths that fit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from csdesk.metrics.measure import Measure, Number, Unit
from csdesk.reports.content import BoardContent
from csdesk.reports.inks import LOOKS, TEXT, Look, Show, font, number_format, with_prefix
from csdesk.reports.text import lines, plain, width
from csdesk.reports.workbooks import Chart, Workbook, Worksheet, area, fixed, on_sheet
from csdesk.wording.charts import period_name
from csdesk.wording.reports import HEADINGS, PHRASES, TITLES, sheet_name
from csdesk.wording.speech import day, look_up

FIRST_ROW = 4
"""Where a sheet's own cells begin, under its title and what it is about."""
CHARTS_HIGH = 16
"""Rows kept for a row of charts above a table."""
CELL_HOLDS = 32_767
_AFTER = {
    Show.MONTHS: "months", Show.DAYS: "days", Show.HOURS: "hours", Show.RATIO: "times", Show.POINT_CHANGE: "points",
}  # fmt: skip
"""The words that stand behind a number."""
_IN_PERCENT = {Show.PERCENT, Show.SHARE, Show.GROWTH}
_NARROW, _WIDE, _HEAD_WIDTH = 7.0, 42.0, 11


@dataclass(frozen=True, slots=True)
class Live:
    """A formula and its value now, stored beside it for readers that do not calculate."""

    formula: str
    value: float | str


Cell: TypeAlias = str | int | float | Fraction | date | Live | None
"""What a cell may hold; money in main units already."""


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of value in a role, with words shown before the number."""

    show: Show
    look: Look
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, and what kind of value it holds."""

    heading: str
    show: Show = Show.TEXT
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Block:
    """Where a table's rows stand: sheet, first and last row (counted from 0; last < first when there are none)."""

    sheet: str
    first: int
    last: int

    def column(self, number: int) -> str:
        """The column's cells as seen from any sheet."""
        return on_sheet(self.sheet, area(self.first, number, max(self.first, self.last), number))

    def cell(self, row: int, number: int) -> str:
        """One cell of the column as seen from any sheet."""
        return on_sheet(self.sheet, fixed(row, number))

    def here(self, number: int) -> str:
        """The column's cells as seen from their own sheet."""
        return area(self.first, number, max(self.first, self.last), number)


@dataclass(frozen=True, slots=True)
class Named:
    """The cells that a name stands for; last row < first row where a table has none."""

    sheet: "Sheet"
    first_row: int
    last_row: int
    first: int
    last: int

    def rows(self) -> list[list[Cell]]:
        """What the cells hold."""
        columns, rows = range(self.first, self.last + 1), range(self.first_row, self.last_row + 1)
        return [[self.sheet.cells.get((row, column)) for column in columns] for row in rows]

    def headings(self) -> list[str]:
        """The words above the cells."""
        return self.sheet.headings(self.first_row - 1)


class Pack:
    """The workbook, its language and its inks."""

    def __init__(self, book: Workbook, content: BoardContent) -> None:
        self.book = book
        self.content = content
        self.language = content.language
        self.font_name = str(font(content.language)["font_name"])
        self._inks: dict[tuple[Look, Show, str], object] = {}
        self.named: dict[str, Named] = {}

    def name(self, name: str, sheet: "Sheet", row: int, column: int, last: int | None = None) -> None:
        """Give a cell, or a row's cells up to a last one, a name that other workbooks, and templates, can use."""
        place = sheet.there(row, column) if last is None else on_sheet(sheet.name, area(row, column, row, last))
        self.book.define_name(name, f"={place}")
        self.named[name] = Named(sheet, row, row, column, column if last is None else last)

    def ink(self, look: Look, show: Show = Show.TEXT, prefix: str = "") -> object:
        """The cell format of a role and a kind of value, made once."""
        key = (look, show, prefix)
        if key not in self._inks:
            code = number_format(show, self.content.currency, self.language)
            side = {} if show is Show.TEXT else {"num_format": with_prefix(prefix, code) if prefix else code}
            align = {"align": "left" if show is Show.TEXT else "right", "indent": 1}
            base = {"font_color": TEXT, "valign": "vcenter", **font(self.language)}
            self._inks[key] = self.book.add_format({**base, **align, **side, **LOOKS[look]})
        return self._inks[key]

    def colour(self, ink: str) -> object:
        """A font colour for conditional formats."""
        return self.book.add_format({"font_color": ink})

    def main(self, minor: Number) -> float:
        """Minor units as the main units that cells hold."""
        return float(self.content.currency.main_units(Fraction(minor)))

    def value(self, measure: Measure | None) -> float | None:
        """A measure's value as a cell holds it."""
        return None if measure is None else self.amount(measure.value, measure.unit)

    def amount(self, number: Number | None, unit: Unit) -> float | None:
        """A number of that unit as a cell holds it."""
        if number is None:
            return None
        return self.main(number) if unit is Unit.MONEY else float(number)

    def heading(self, key: str) -> str:
        """A heading in the workbook's language."""
        return look_up(HEADINGS, key, self.language)

    def phrase(self, key: str, **values: object) -> str:
        """A phrase in the workbook's language."""
        return PHRASES[key].say(self.language, **values)

    def about(self) -> str:
        """The line under every title: what period, as of when, in which currency."""
        content = self.content
        about = self.phrase(
            "about",
            period=period_name(content.period, self.language),
            day=day(content.as_of, self.language),
            currency=content.currency.code,
        )
        return self.phrase("redacted", about=about) if content.redacted else about

    def sheet(self, key: str) -> "Sheet":
        """A new sheet at the end of the tabs."""
        return Sheet(self, key)


class Sheet:
    """One sheet: cells counted from 0, text always as text."""

    def __init__(self, pack: Pack, key: str) -> None:
        self.pack = pack
        self.key = key
        self.name = sheet_name(key, pack.language)
        self.page: Worksheet = pack.book.add_worksheet(self.name)
        self._widths: dict[int, float] = {}
        self._heads: dict[int, list[str]] = {}
        self.cells: dict[tuple[int, int], Cell] = {}
        self.shows: dict[tuple[int, int], Show] = {}
        """What was written, and as what, by row and column."""
        self.page.hide_gridlines(2)
        self._print_setup()

    def put(self, row: int, column: int, value: Cell, show: Show = Show.TEXT, look: Look = Look.BODY) -> None:
        """Write one cell."""
        self.shows[row, column] = show
        self._write(row, column, value, self.pack.ink(look, show))

    def put_as(self, row: int, column: int, value: Cell, style: Style) -> None:
        """Write one cell in a style of its own."""
        self._write(row, column, value, self.pack.ink(style.look, style.show, style.prefix))

    def _write(self, row: int, column: int, value: Cell, ink: object) -> None:
        self.cells[row, column] = value
        if value is None:
            self.page.write_blank(row, column, None, ink)
        elif isinstance(value, Live):
            self.page.write_formula(row, column, value.formula, ink, value.value)
        elif isinstance(value, str):
            write_text(self.page, row, column, value, ink)
        elif isinstance(value, date):
            self.page.write_datetime(row, column, value, ink)
        else:
            self.page.write_number(row, column, float(value), ink)

    def put_over(self, row: int, first: int, last: int, text: str, look: Look = Look.BODY) -> None:
        """Write a text over several columns."""
        if last > first:
            self.page.merge_range(row, first, row, last, "", self.pack.ink(look))
        self.put(row, first, text, look=look)

    def columns(self, first: int, last: int) -> float:
        """How many characters the columns from first to last hold together."""
        return sum(self._widths.get(column, _NARROW) for column in range(first, last + 1)) - 2

    def opening(self, note: str = "", **values: object) -> None:
        """The title, what it is about, and a remark."""
        title = TITLES[self.key].say(self.pack.language, **values)
        self.page.set_row(0, 28)
        self.put(0, 0, title, look=Look.TITLE)
        self.put(1, 0, " · ".join(filter(None, (self.pack.content.company, self.pack.about()))), look=Look.SUBTITLE)
        if note:
            self.put(2, 0, note, look=Look.NOTE)

    def heads(self, row: int, columns: Sequence[Column]) -> None:
        """A row of headings; they wrap where their column is narrow."""
        self._heads[row] = [column.heading for column in columns]
        for number, column in enumerate(columns):
            write_text(self.page, row, number, column.heading, self.pack.ink(Look.HEAD, column.show))
            self.widen(number, min(width(column.heading), _HEAD_WIDTH))

    def headings(self, row: int) -> list[str]:
        """A row of headings."""
        return self._heads[row]

    def table(self, row: int, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> Block:
        """Headings and rows from `row` down."""
        self.heads(row, columns)
        at = row
        for at, cells in enumerate(rows, row + 1):
            for number, (column, value) in enumerate(zip(columns, cells, strict=True)):
                self.put(at, number, value, column.show, column.look)
                self.widen(number, self.width_of(value, column.show))
        if at == row:
            self.put(row + 1, 0, self.pack.phrase("empty"), look=Look.NOTE)
        return Block(self.name, row + 1, at)

    def name_table(self, block: Block, last_column: int, key: str = "") -> None:
        """Name a table's rows `table_` and the sheet's key (or one of its own)."""
        name = f"table_{key or self.key}"
        if block.last >= block.first:
            place = area(block.first, 0, block.last, last_column)
            self.pack.book.define_name(name, f"={on_sheet(self.name, place)}")
        self.pack.named[name] = Named(self, block.first, block.last, 0, last_column)

    def width_of(self, value: Cell, show: Show) -> float:
        """Columns the value needs when shown."""
        shown = value.value if isinstance(value, Live) else value
        if shown is None:
            return 0
        if isinstance(shown, str):
            return width(shown)
        if isinstance(shown, date):
            return 11
        if show is Show.MONEY:
            return len(f"{float(shown):,.{self.pack.content.currency.digits}f}") + 1
        if show in _IN_PERCENT:
            return len(f"{float(shown):+,.1%}")
        after = width(self.pack.phrase(_AFTER[show])) if show in _AFTER else 0
        return len(f"{float(shown):,.1f}") + 1 + after

    def widen(self, column: int, columns: float) -> None:
        """Make the column at least that wide, within reason."""
        now = self._widths.get(column, _NARROW)
        self._widths[column] = max(now, min(columns + 2, _WIDE))

    def fix_width(self, column: int, columns: float) -> None:
        """Make the column exactly that wide."""
        self._widths[column] = columns

    def fold(self, column: int) -> None:
        """Let the column take no room."""
        self._widths[column] = 0

    def pixels(self, first: int, last: int) -> int:
        """How wide the columns from first to last are together, once their cells are written."""
        return sum(int(self._widths.get(column, _NARROW) * 7 + 5) for column in range(first, last + 1))

    def place_charts(self, row: int, last_column: int, charts: Sequence[Chart], high: int = 280) -> None:
        """Charts side by side from `row` down, sharing the width of the columns up to the last."""
        wide = (self.pixels(0, last_column) - 8 * (len(charts) - 1)) // max(1, len(charts))
        for number, chart in enumerate(charts):
            chart.set_size({"width": wide, "height": high})
            self.page.insert_chart(row, 0, chart, {"object_position": 2, "x_offset": number * (wide + 8)})

    def there(self, row: int, column: int) -> str:
        """A cell of this sheet as any sheet names it."""
        return on_sheet(self.name, fixed(row, column))

    def finish(self, last_row: int | None, last_column: int, *, repeat: int | None = None, pages_high: int = 0) -> None:
        """Set widths, what is printed, and the heading row that every printed page repeats."""
        for column, columns in self._widths.items():
            self.page.set_column(column, column, columns, None, {"hidden": not columns})
        for row, words in self._heads.items():
            shown = ((text, self._widths[column]) for column, text in enumerate(words) if self._widths[column])
            high = max(lines(text, wide - 1.5) for text, wide in shown)
            self.page.set_row(row, 8 + 13 * high)
        if last_row is not None:
            self.page.print_area(0, 0, last_row, last_column)
        self.page.fit_to_pages(1, pages_high)
        if repeat is not None:
            self.page.repeat_rows(repeat)

    def _print_setup(self) -> None:
        page, pack = self.page, self.pack
        page.set_paper(9)
        page.set_landscape()
        page.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        page.center_horizontally()
        company = plain(pack.content.company).replace("\n", " ")[:80].replace("&", "&&")
        as_of = f"{pack.phrase('as_of')}: {day(pack.content.as_of, pack.language)}"
        page.set_header(f"&L&9{' '[: company[:1].isdigit()]}{company}&R&9{self.name}")
        page.set_footer(f"&L&9{as_of}&R&9{pack.phrase('page', page='&P', pages='&N')}")


def write_text(page: Worksheet, row: int, column: int, text: str, ink: object = None) -> bool:
    """Write text as text, whatever it begins with; False where a cell's 32,767 characters did not hold it all."""
    kept = plain(text)
    if kept.startswith("<r>") and kept.endswith("</r>") and len(kept.encode("utf-16-le")) <= 2 * CELL_HOLDS:
        # the library would take it for its own markup
        inks = () if ink is None else (ink,)
        return int(page.write_rich_string(row, column, kept[:1], kept[1:2], kept[2:], *inks)) == 0
    return int(page.write_string(row, column, kept, ink)) == 0
