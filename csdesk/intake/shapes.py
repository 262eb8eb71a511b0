"""The frozen records that pass from reading to matching to planning."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from csdesk.intake.by_verdict import ByVerdict
from csdesk.intake.lookalikes import Lookalike
from csdesk.models.drafts import Draft, DraftBlock, Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place, Problem, column_of

Cell: TypeAlias = str | int | float | bool | date | datetime | None
"""A cell as the file holds it: text files give only str, workbooks typed values. Error cells are their text."""

Clean: TypeAlias = Value | Decimal | tuple[date, date]
"""A cleaned cell: money is a Decimal in main units of its currency (minor units for '.._cents' fields), a period is
two days, everything else as the book has it. Dates keep their time where the cell has one."""

Progress: TypeAlias = Callable[[int, int], None]
"""Called with rows done and rows in all (0: not known yet). Raises Cancelled when the person has had enough."""


TOLD_EVERY = 500
"""Rows between two words of progress."""


def silent(_done: int, _whole: int) -> None:
    """Progress that nobody follows."""


def part_of(progress: Progress, before: int, whole: int) -> Callable[[int], None]:
    """Progress of one table, which is told rows done, as that of all tables together."""
    return lambda done: progress(before + done, whole)


class Cancelled(Exception):
    """The person stopped the work; nothing is left behind."""


class FileRefused(Exception):
    """A file that cannot be taken at all. `args[0]` is a `Refusal`, `args[1]` the file's name, and `args[2]`, where
    there is one, what the file has instead (the names of its sheets)."""


class Refusal(StrEnum):
    """Why a file cannot be taken; `wording` makes the one plain sentence."""

    MISSING = "missing"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    TOO_WIDE = "too_wide"
    NOT_A_SPREADSHEET = "not_a_spreadsheet"
    WEB_PAGE = "web_page"
    BROKEN = "broken"
    BOMB = "bomb"
    TOO_SLOW = "too_slow"
    NOT_CALCULATED = "not_calculated"
    NO_TABLE = "no_table"
    NO_SUCH_SHEET = "no_such_sheet"
    NO_SHEETS = "no_sheets"


class TableKind(StrEnum):
    """What a table seems to be. The value is the name the command line takes with --as."""

    ACCOUNTS = "accounts"
    CONTACTS = "contacts"
    CONTRACTS = "contracts"
    MATRIX = "matrix"
    MOVEMENTS = "movements"
    TOUCHES = "touches"
    USE = "usage"
    TICKETS = "tickets"
    ANSWERS = "answers"
    INVOICES = "invoices"
    COSTS = "costs"
    FIGURES = "figures"
    RATES = "rates"
    TEAM = "team"
    PRODUCTS = "products"
    TASKS = "tasks"
    GOALS = "goals"
    MILESTONES = "milestones"
    DEALS = "deals"
    FEEDBACK = "feedback"
    INTERVIEWS = "interviews"
    MAILINGS = "mailings"
    MEASURES = "measures"
    MARKERS = "markers"
    INVITATIONS = "invitations"
    DEFINITIONS = "definitions"
    RISKS = "risks"
    PLAYS = "plays"
    PLAY_STEPS = "play_steps"
    PLAY_RUNS = "play_runs"
    HEALTH_OVERRIDES = "health_overrides"
    TARGETS = "targets"
    PACKS = "packs"
    WINS = "wins"
    HEALTH = "health"
    HEALTH_DAYS = "health_days"
    SETTINGS = "settings"
    VIEWS = "views"
    MATCHINGS = "matchings"
    COLUMNS = "columns"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a found table: its heading (two-row headings joined), the address of the heading cell, and the
    letter; of a table turned on its side, whose columns are the sheet's rows, their number."""

    heading: str
    cell: str
    letter: str

    @property
    def line(self) -> int:
        """The line of the heading, as rows of the table have one."""
        if self.letter.isdecimal():
            return column_of(self.cell.removesuffix(self.letter)) + 1
        return Place(cell=self.cell).line


@dataclass(frozen=True, slots=True)
class FoundTable:
    """One table as it stands in a file, before anything is made of it."""

    file: str
    sha256: str
    sheet: str
    hidden: bool
    range: str
    encoding: str
    separator: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    lines: Sequence[int]
    """1-based row number in the sheet or text file of each row."""
    context: str = ""
    """Title and note text around the table ('# Start date: 20240401', 'unit: thousand yen')."""
    formats: Mapping[int, str] = field(default_factory=dict)
    """Number format of a column by position, where the workbook tells one ('¥#,##0')."""
    problems: tuple[Problem, ...] = ()
    """Rows set aside (totals, notes, legends) and cells with errors; none of them refuses the table."""
    stands: Mapping[tuple[int, str], tuple[str, str]] = field(default_factory=dict)
    """Of a table gathered from several places: the sheet and address of its cells by line and letter ('' for the whole
    row), which only count its rows and columns then. Empty where line and letter are the address."""

    def position(self, line: int) -> int:
        """The position of the row of a line, or of the first below it; lines rise."""
        return bisect_left(self.lines, line)

    def place(self, line: int, letter: str = "") -> Place:
        """Where a cell of the table stands, or a row."""
        if not self.stands:
            return Place(self.file, self.sheet, line, letter)
        sheet, cell = self.stands.get((line, letter)) or self.stands.get((line, ""), (self.sheet, ""))
        return Place(self.file, sheet, line, letter, cell)

    def heading_place(self, column: Column) -> Place:
        """Where the heading of a column stands, which is in no row of the table."""
        row, cell = (0, column.cell) if self.stands else (column.line, "")
        return Place(self.file, self.sheet, row, column.letter, cell)

    def row_name(self, line: int) -> int | str:
        """What a row is called: its number, with its sheet where the table was gathered from several places."""
        return str(self.place(line)) if self.stands else line


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What a column is taken for. `field` is 'contract.mrr', 'matrix@2025-09', 'usage.logins@2025-09' or '' for an
    own column (kept as a custom field); `confidence` is 0 to 1."""

    column: Column
    field: str
    confidence: float
    samples: tuple[str, ...]
    alternatives: tuple[str, ...] = ()


class Choice(StrEnum):
    """A question that the words and values of a table leave open or answer; each can be switched by the person."""

    __hash__ = str.__hash__  # an Enum's own is written in Python, and choices are looked up for every row

    END_DATE = "end_date"
    END_DAY = "end_day"
    DATE_ORDER = "date_order"
    CURRENCY = "currency"
    UNIT = "unit"
    SURVEY = "survey"
    PERIOD = "period"
    TAX = "tax"
    DISCOUNT = "discount"
    MOVES = "moves"


@dataclass(frozen=True, slots=True)
class Finding:
    """How a choice was settled: END_DATE service|renewal, END_DAY last_day|day_after, DATE_ORDER dmy|mdy|ymd ...
    `certain` is False where it was a default that the person should look at. `evidence` counts what spoke for it."""

    choice: Choice
    answer: str
    options: tuple[str, ...]
    certain: bool
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One cleaned row: value by field, own columns by heading, and the line it stood on.

    A month grid gives one record for each account and month ('matrix.month', 'matrix.active', 'matrix.amount').
    `head` is the line of the row whose record this one continues, where a record spans several rows; else 0.
    A row that was refused has its record too: its problems say so.
    """

    values: Mapping[str, Clean]
    custom: Mapping[str, str]
    line: int
    head: int = 0


@dataclass(frozen=True, slots=True)
class MatchedTable:
    """A found table with its columns matched and its values cleaned."""

    table: FoundTable
    kind: TableKind
    confidence: float
    columns: tuple[ColumnMatch, ...]
    findings: tuple[Finding, ...]
    records: Sequence[Record]
    problems: Sequence[Problem]
    """Every refused or questioned cell, those of the found table included."""
    own: bool = False
    """Whether the table is one of the book's own, as its full export writes them."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What a person chose (or is remembered) for one table: kind, field by heading, answers to choices.
    Empty parts are found by evidence."""

    kind: TableKind | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[Choice, str] = field(default_factory=dict)


class Verdict(StrEnum):
    """What the plan would do with one row."""

    __hash__ = str.__hash__  # as above

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICT = "conflict"
    REFUSED = "refused"


Change: TypeAlias = tuple[str, Value, Value]
"""A field, its old value and its new one."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One line of the preview: the row's verdict, a name for it, and what changes.

    A row that is new brings its own `values`, of which the fields in `told` are shown; all others name what differs.
    """

    verdict: Verdict
    kind: Kind
    line: int
    title: str
    differences: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    told: tuple[str, ...] = ()
    values: Mapping[str, Clean] = field(default_factory=dict)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What the row changes; made when it is asked for, as few of many thousand rows are ever looked at."""
        told = ((name, self.values.get(name)) for name in self.told)
        return self.differences or tuple((name, None, shown(value)) for name, value in told if value is not None)


def shown(value: Clean) -> Value:
    """A cleaned value for a preview: money as a plain number, a period as text."""
    if isinstance(value, Decimal):
        whole = int(value)
        return whole if value == whole else float(value)
    return f"{value[0]} - {value[1]}" if isinstance(value, tuple) else value


@dataclass(frozen=True, slots=True)
class PlannedTable:
    """The plan of one table: its preview and its problems. Counts are by source row, not by rows written."""

    matched: MatchedTable
    rows: Sequence[PlannedRow]
    problems: Sequence[Problem]
    lookalikes: tuple[Lookalike, ...] = ()

    def at_hand(self) -> Sequence[object]:
        """Of the lines of the preview what is there already; the rest is made as it is looked at."""
        return self.rows.at_hand() if isinstance(self.rows, ByVerdict) else self.rows

    def count(self, verdict: Verdict) -> int:
        """Source rows with that verdict."""
        rows = self.rows
        return rows.count_of(verdict) if isinstance(rows, ByVerdict) else sum(row.verdict is verdict for row in rows)

    def rows_of(self, verdict: Verdict) -> Iterator[PlannedRow]:
        """The lines with that verdict, in order."""
        rows = self.rows
        return rows.rows_of(verdict) if isinstance(rows, ByVerdict) else (r for r in rows if r.verdict is verdict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would write: drafts in an order in which references always point backwards. Nothing is written.

    `meant` is, by what rows call an account of which a person has said which it is, that account."""

    tables: tuple[PlannedTable, ...]
    drafts: tuple[Draft, ...]
    meant: Mapping[str, int] = field(default_factory=dict)
    blocks: tuple[DraftBlock, ...] = ()
    """New rows of use that are too many for a draft each; they refer to the drafts."""


Known: TypeAlias = Mapping[Kind, Sequence[Mapping[str, Value]]]
"""The book's rows that a plan compares with: every column by name, `id` included."""
