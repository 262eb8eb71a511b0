"""Bad input as data: where it stands, what was seen, and why it was not taken."""

from dataclasses import dataclass
from enum import StrEnum


def letters(column: int) -> str:
    """Column letters of a 0-based column: 0 is A, 26 is AA."""
    text = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        text = chr(65 + digit) + text
    return text


def column_of(text: str | bytes) -> int:
    """0-based column of its letters."""
    number = 0
    for letter in text.encode() if isinstance(text, str) else text:
        number = number * 26 + letter - 64
    return number - 1


@dataclass(frozen=True, slots=True)
class Place:
    """A cell or row of a source: file name, sheet ('' for text files), 1-based row, column ('' for the row).

    In a table turned on its side, whose records are columns, `row` is the number of the column and `column` that of the
    row. In a table gathered from several places, they say which of its cells is meant, and `cell` where it stands.
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    cell: str = ""

    def __str__(self) -> str:
        """`Sheet1!C14`, or `C14` where there is no sheet."""
        turned = self.column.isdecimal()
        cell = f"{letters(self.row - 1)}{self.column}" if turned else f"{self.column}{self.row or ''}"
        return "!".join(filter(None, (self.sheet, self.cell or cell)))

    @property
    def line(self) -> int:
        """The row of the sheet, wherever the table came from."""
        digits = self.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return int(digits) if digits else self.row


class Reason(StrEnum):
    """Why a cell or row was refused or questioned; `wording` puts it in words."""

    MISSING = "missing"
    NOT_A_DATE = "not_a_date"
    NOT_A_NUMBER = "not_a_number"
    NOT_MONEY = "not_money"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_MONTH = "not_a_month"
    NEGATIVE = "negative"
    NEGATIVE_MONTH = "negative_month"
    HAS_CENTS = "has_cents"
    AVERAGES = "averages"
    NOT_ONE_ANSWER = "not_one_answer"
    OUT_OF_RANGE = "out_of_range"
    TOO_LARGE = "too_large"
    ENDS_BEFORE_START = "ends_before_start"
    UNKNOWN_WORD = "unknown_word"
    UNKNOWN_ACCOUNT = "unknown_account"
    AMBIGUOUS_ACCOUNT = "ambiguous_account"
    DUPLICATE = "duplicate"
    TOO_LONG = "too_long"
    NO_FILE_HERE = "no_file_here"
    UNWRITABLE = "unwritable"
    ERROR_CELL = "error_cell"
    NOT_CALCULATED = "not_calculated"
    OTHER_CURRENCY = "other_currency"
    MIXED_CURRENCY = "mixed_currency"
    CONFLICT = "conflict"
    TOTAL_ROW = "total_row"
    NOTE_ROW = "note_row"
    JUNK_ROW = "junk_row"
    OTHER_FIGURE = "other_figure"
    HIDDEN = "hidden"
    NOT_UNDERSTOOD = "not_understood"
    LABEL_PAIRS = "label_pairs"
    MONTH_OF_SHEET = "month_of_sheet"
    LIKELY_SAME = "likely_same"
    END_DATE_TAKEN = "end_date_taken"
    DATE_ORDER_TAKEN = "date_order_taken"
    CENTS_TAKEN = "cents_taken"
    YEAR_TAKEN = "year_taken"
    ERA_PAST_END = "era_past_end"
    NOT_WON = "not_won"
    NOT_HELD = "not_held"
    IS_EXPENSE = "is_expense"
    START_TAKEN = "start_taken"
    PERIOD_UNKNOWN = "period_unknown"
    TAX_UNKNOWN = "tax_unknown"
    DISCOUNT_UNKNOWN = "discount_unknown"
    NOT_MATCHED = "not_matched"
    FILLED_DOWN = "filled_down"
    FILLED_BESIDE = "filled_beside"
    COLUMN_TAKEN = "column_taken"
    NO_CUSTOMER = "no_customer"
    DONE_DAY_TAKEN = "done_day_taken"
    STILL_LIVE = "still_live"
    IS_DEAL = "is_deal"
    SEVERAL_LINES = "several_lines"
    NO_CONTRACT = "no_contract"
    CHANGE_TAKEN = "change_taken"
    NO_OPENING = "no_opening"
    MONTHS_WITHOUT_YEAR = "months_without_year"
    YEAR_OF_TITLE = "year_of_title"
    MONTHS_OF_WHAT = "months_of_what"
    MONTHS_EMPTY = "months_empty"
    MONTHS_NOT_FILLED = "months_not_filled"
    MONTH_MISSING = "month_missing"
    BILLED_AHEAD = "billed_ahead"
    MARKED_ONCE = "marked_once"
    UNCLEAR_MARK = "unclear_mark"
    SPREAD_EVENLY = "spread_evenly"
    FISCAL_TAKEN = "fiscal_taken"
    PERIOD_NOT_OVER = "period_not_over"
    TOO_MANY_OWN = "too_many_own"
    LAST_OF_MONTH = "last_of_month"
    RATE_DIRECTION_TAKEN = "rate_direction_taken"
    BEYOND_BALANCE = "beyond_balance"
    OTHER_TOTAL = "other_total"
    OTHER_BALANCE = "other_balance"
    OTHER_MOVEMENT = "other_movement"
    BEHIND_REFUSED = "behind_refused"
    OVERLAPS = "overlaps"


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell or row that needs a person: `field` as in the field dictionary, `seen` as it stood."""

    place: Place
    field: str
    seen: str
    reason: Reason
    refuses: bool = True
    """True when the row was left out because of it; False when it is only to be known."""
