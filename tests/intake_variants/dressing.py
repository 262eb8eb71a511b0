"""A story written down: headings, styles and layout chosen by dice."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from tests.intake_variants.headings import EXTRAS, HEADINGS
from tests.intake_variants.sheets import Sheet, surround
from tests.intake_variants.stories import Story, Told, Value
from tests.intake_variants.writing import (
    DATES,
    DOLLARS,
    ENGLISH,
    JAPANESE,
    MARKS,
    MONEY,
    MONTHS,
    TYPED,
    UNITS,
    Cell,
    month_styles,
)

_DATES = frozenset({"start", "end", "date", "answered", "opened", "closed", "invoice_date", "due"})
_MONTHLY = frozenset({"use_date", "month"})
_INTERVALS = {
    "en": {1: ("Monthly", "Month", "month", "1 month"), 3: ("Quarterly", "Quarter", "3 months"),
           12: ("Annual", "Yearly", "Year", "12 months")},
    "ja": {1: ("月払い", "月次", "毎月", "1ヶ月"), 3: ("四半期", "四半期払い", "3ヶ月"),
           12: ("年払い", "年次", "年一括", "12ヶ月")},
}  # fmt: skip


@dataclass(slots=True)
class Dressed:
    """A sheet, the currency of the book it goes into, and whether it is kept in a workbook."""

    sheet: Sheet
    currency: str
    typed: bool


@dataclass(slots=True)
class _Column:
    heading: str
    cells: list[Cell]
    group: str = ""


class Dresser:
    """Writes one story down once."""

    def __init__(self, story: Story, lang: str, rng: Random) -> None:
        self._story, self._lang, self._rng = story, lang, rng
        self._typed = rng.random() < 0.4
        self.currency = "JPY" if lang == "ja" else rng.choice(["USD", "USD", "EUR", "JPY"])
        self.notes: list[str] = []

    def dress(self) -> Dressed:
        rng, story = self._rng, self._story
        keys = [key for key in story.columns if key not in story.optional or rng.random() < 0.6]
        columns = [column for key in keys for column in self._columns(key)]
        columns = self._arranged(columns)
        extras = rng.choice([0, 0, 1, 2])
        for name in rng.sample(EXTRAS[self._lang].split("|"), extras):
            words = [rng.choice(["", "", "A-1", "see mail", "済"]) for _ in story.rows]
            columns.insert(rng.randrange(len(columns) + 1), _Column(name, list(words)))
        if rng.random() < 0.15:
            columns.insert(0, _Column(rng.choice(["No.", "#", "No"]), list(range(1, len(story.rows) + 1))))
        return Dressed(self._laid_out(columns), self.currency, self._typed)

    def _arranged(self, columns: list[_Column]) -> list[_Column]:
        if self._rng.random() < 0.5 or self._story.grid:
            return columns
        return self._rng.sample(columns, len(columns))

    def _laid_out(self, columns: list[_Column]) -> Sheet:
        rows = [list(cells) for cells in zip(*(column.cells for column in columns), strict=True)]
        sheet = Sheet([[column.heading for column in columns]], rows, notes=self.notes)
        if any(column.group for column in columns):
            self._group(sheet, columns)
        total: list[Cell] | None = None
        if self._story.grid != "marks":
            total = self._total(columns)
        surround(sheet, self._rng, self._lang, total)
        if self._story.grid == "logins":
            title = {"en": "Monthly logins by customer", "ja": "顧客別ログイン数"}[self._lang]
            sheet.above = [[title], []]
        return sheet

    def _group(self, sheet: Sheet, columns: list[_Column]) -> None:
        """Two heading rows: the group over its parts, merged in a workbook."""
        above: list[Cell] = []
        last = ""
        for at, column in enumerate(columns):
            above.append(column.group if column.group and column.group != last else None)
            if column.group and column.group == last and self._typed:
                top, left, bottom, _ = sheet.merges.pop()
                sheet.merges.append((top, left, bottom, at))
            elif column.group and self._typed:
                sheet.merges.append((0, at, 0, at))
            last = column.group
        below: list[Cell] = [column.heading for column in columns]
        for at, column in enumerate(columns):
            if not column.group:
                above[at], below[at] = column.heading, None
                if self._typed:
                    sheet.merges.append((0, at, 1, at))
        sheet.merges = [merge for merge in sheet.merges if merge[:2] != merge[2:]]
        sheet.headings = [above, below]
        self.notes.append("two heading rows")

    def _total(self, columns: list[_Column]) -> list[Cell] | None:
        """A row of sums under columns of numbers."""
        label = {
            "en": self._rng.choice(["Total", "TOTAL", "Grand total"]),
            "ja": self._rng.choice(["合計", "総計", "計"]),
        }
        total: list[Cell] = [None] * len(columns)
        for at, column in enumerate(columns):
            numbers = [cell for cell in column.cells if isinstance(cell, int | float) and not isinstance(cell, bool)]
            if len(numbers) == len(column.cells) and self._is_summed(column.heading):
                total[at] = sum(numbers)
        if total[0] is None and any(cell is not None for cell in total):
            total[0] = label[self._lang]
            return total
        return None

    def _is_summed(self, heading: str) -> bool:
        wanted = ("mrr", "arr", "amount", "total", "cost", "logins")
        words = tuple(word for key in wanted for word in HEADINGS[key][self._lang].split("|"))
        return str(heading).startswith(words)

    # -- columns -----------------------------------------------------------------------------------------------------

    def _word(self, key: str) -> str:
        word = self._rng.choice(HEADINGS[key][self._lang].split("|"))
        style = self._rng.random()
        if self._lang == "en" and style < 0.1:
            return word.upper()
        if self._lang == "en" and style < 0.2:
            return word.lower()
        return f" {word} " if style > 0.95 else word

    def _columns(self, key: str) -> list[_Column]:
        rows = self._story.rows
        if key == "price":
            return self._prices()
        if key == "grid":
            return self._grid()
        if key in _DATES or key in _MONTHLY:
            write = self._date_style(key)
            empty = self._empty()
            return [
                _Column(self._word(key), [empty if (day := row[key]) is None else write(_as_day(day)) for row in rows])
            ]
        if key in {"total", "cost"}:
            amounts = [Decimal(str(row[key])) for row in rows]
            return [self._money(self._word(key), amounts)]
        return [_Column(self._word(key), [self._cell(row.get(key)) for row in rows])]

    def _cell(self, value: Value) -> Cell:
        if isinstance(value, int) and not self._typed:
            return str(value)
        return value if not isinstance(value, Decimal) else float(value)

    def _empty(self) -> Cell:
        return self._rng.choice(["", "", "", "-", "N/A" if self._lang == "en" else "なし"])

    def _date_style(self, key: str) -> Callable[[date], Cell]:
        if key in _MONTHLY and self._rng.random() < 0.6:
            name = self._rng.choice(month_styles(self._lang))
            self.notes.append(f"{key}: {name}")
            return MONTHS[name]
        if not hasattr(self, "_one_style") or self._rng.random() < 0.1:
            own = JAPANESE if self._lang == "ja" else ENGLISH
            names = [*own, *own, *DATES, *(list(TYPED) * 5 if self._typed else [])]
            self._one_style = self._rng.choice(names)
        self.notes.append(f"{key}: {self._one_style}")
        return {**DATES, **JAPANESE, **ENGLISH, **TYPED}[self._one_style]

    def _prices(self) -> list[_Column]:  # noqa: PLR0911 - one return for each way of telling a price
        form = self._rng.choice(self._story.prices)
        self.notes.append(form)
        rows = self._story.rows
        monthly = [Decimal(str(row["amount"])) / int(str(row["months"])) for row in rows]
        if form == "mrr":
            return [self._money(self._word("mrr"), monthly)]
        if form == "arr":
            return [self._money(self._word("arr"), [value * 12 for value in monthly])]
        amounts = [Decimal(str(row["amount"])) for row in rows]
        months = [int(str(row["months"])) for row in rows]
        if form == "amount and months":
            return [self._money(self._word("amount"), amounts), _Column(self._word("months"), self._numbers(months))]
        words = {count: self._rng.choice(names) for count, names in _INTERVALS[self._lang].items()}
        interval = _Column(self._word("interval"), [words[count] for count in months])
        if form == "amount and interval":
            return [self._money(self._word("amount"), amounts), interval]
        quantity = _Column(self._word("quantity"), self._numbers([int(str(row["quantity"])) for row in rows]))
        units = [Decimal(str(row["unit"])) for row in rows]
        if form == "unit by quantity monthly":
            return [self._money(self._word("unit_month"), units), quantity]
        if form == "unit by quantity and interval":
            return [self._money(self._word("unit"), units), quantity, interval]
        return [self._money(self._word("unit"), units), quantity, self._money(self._word("mrr"), amounts)]

    def _numbers(self, values: list[int]) -> list[Cell]:
        return [value if self._typed else str(value) for value in values]

    def _money(self, heading: str, values: list[Decimal]) -> _Column:
        rng = self._rng
        if rng.random() < 0.15 and not any(mark in heading for mark in "(（[/"):
            unit, factor = rng.choice(UNITS[self.currency])
            if all(value % (factor // 10) == 0 for value in values):
                self.notes.append(f"unit {unit}")
                return _Column(heading + unit, [self._figure(value / factor) for value in values])
        if self._typed and rng.random() < 0.6:
            return _Column(heading, [self._figure(value) for value in values])
        styles = MONEY[self.currency]
        if self.currency == "JPY" and self._lang == "en":
            styles = {name: styles[name] for name in ("plain", "grouped", "¥", "JPY", "JPY behind", "two decimals")}
        name = rng.choice(list(styles))
        self.notes.append(f"money {name}")
        return _Column(heading, [styles[name](value) for value in values])

    def _figure(self, value: Decimal) -> Cell:
        whole = value == value.to_integral_value()
        if self._typed:
            return int(value) if whole else float(value)
        return str(int(value)) if whole else str(value)

    def _grid(self) -> list[_Column]:
        story, rng = self._story, self._rng
        name = rng.choice([*month_styles(self._lang), "under years", *(["real"] * 3 if self._typed else [])])
        self.notes.append(f"months {name}")
        if story.grid == "marks":
            names = [name for name in MARKS if self._lang == "ja" or name.isascii() or "✓" in name]
            marks = MARKS[rng.choice(names)]
            self.notes.append(f"marks {marks}")
            cells = [[marks[0] if row[f"{m:%Y-%m}"] else marks[1] for row in story.rows] for m in story.months]
        elif story.grid in {"amounts", "cost"}:
            cells = self._grid_amounts()
        else:
            cells = [[self._cell(row[f"{m:%Y-%m}"]) for row in story.rows] for m in story.months]
        return [
            self._month_column(name, month, list(column)) for month, column in zip(story.months, cells, strict=True)
        ]

    def _grid_amounts(self) -> list[list[Cell]]:
        styles = DOLLARS if self.currency == "USD" else MONEY[self.currency]
        style = styles[self._rng.choice(["plain", "grouped"] if self.currency != "EUR" else ["plain"])]
        empty: Cell = self._rng.choice(["", "-", "0"])
        write = self._figure if self._typed else style
        amounts = [[Decimal(str(row[f"{month:%Y-%m}"])) for row in self._story.rows] for month in self._story.months]
        return [[write(value) if value else empty for value in column] for column in amounts]

    def _month_column(self, name: str, month: date, cells: list[Cell]) -> _Column:
        if name == "real":
            return _Column(month, cells)  # type: ignore[arg-type]
        if name != "under years":
            return _Column(str(MONTHS[name](month)), cells)
        if self._lang == "ja":
            return _Column(f"{month.month}月", cells, f"{month.year}年")
        return _Column(f"{month:%b}", cells, str(month.year))


def _as_day(value: Value) -> date:
    assert isinstance(value, date)
    return value


def plainly(story: Story) -> Sheet:
    """The story as plainly as it can be written, to compare with."""
    headings: list[Cell] = []
    columns: list[list[Cell]] = []
    for key in story.columns:
        if key == "price":
            headings.append("MRR")
            columns.append([str(Decimal(str(row["amount"])) / int(str(row["months"]))) for row in story.rows])
        elif key == "grid":
            headings += [f"{month:%Y-%m}" for month in story.months]
            columns += [[_plain(row[f"{month:%Y-%m}"]) for row in story.rows] for month in story.months]
        else:
            headings.append(_PLAIN.get(key, key.replace("_", " ").capitalize()))
            columns.append([_plain(row.get(key)) for row in story.rows])
    return Sheet([headings], [list(row) for row in zip(*columns, strict=True)])


_PLAIN = {
    "account": "Customer", "start": "Start date", "end": "Churned on", "account_id": "Customer ID",
    "use_date": "Usage date", "answered": "Response date", "date": "Activity date", "type": "Activity type",
    "by": "Logged by", "value": "Count", "opened": "Opened", "closed": "Closed", "ticket_status": "Ticket status",
    "invoice_no": "Invoice number", "due": "Due date", "total": "Invoice total", "person": "Contact name",
    "title": "Job title", "measure": "Event", "owner": "CSM", "segment": "Segment", "month": "Cost month",
    "nps": "NPS", "csat": "CSAT", "ces": "CES",
}  # fmt: skip


def _plain(value: Value) -> Cell:
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


__all__ = ["Dressed", "Dresser", "Told", "plainly"]
