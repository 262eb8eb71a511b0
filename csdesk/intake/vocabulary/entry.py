"""One entry of the field dictionary."""

from dataclasses import dataclass
from enum import StrEnum


class ValueType(StrEnum):
    """What the cells of a field hold, and so how they are read."""

    TEXT = "text"
    NAME = "name"
    NAMES = "names"
    IDENTIFIER = "identifier"
    WORD = "word"
    EMAIL = "email"
    DOMAIN = "domain"
    CURRENCY = "currency"
    MONEY = "money"
    CENTS = "cents"
    NUMBER = "number"
    COUNT = "count"
    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    DATE = "date"
    DATETIME = "datetime"
    MONTH = "month"
    PERIOD = "period"
    YES_NO = "yes_no"
    MARK = "mark"

    @property
    def is_date(self) -> bool:
        """Whether cells are dates or moments."""
        return self in {ValueType.DATE, ValueType.DATETIME, ValueType.MONTH, ValueType.PERIOD}

    @property
    def is_number(self) -> bool:
        """Whether cells are figures."""
        return self in {ValueType.MONEY, ValueType.CENTS, ValueType.NUMBER, ValueType.COUNT, ValueType.DAYS}


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a column may feed.

    `says` are headings that name it by themselves; `hints` are headings that may mean it among others; `bare` are
    headings that mean it behind a word for its owner ('customer id', '契約 開始日') or in a table of that owner. Dates
    are listed by their stem: 'start' stands for start, start date, started at, 開始, 開始日, 開始日時.
    `pattern` finds it in a question or sentence. `last` marks dates that mean the last day when only a month is given.
    `may_be_empty`: an empty column of that heading is still taken for it.
    """

    id: str
    type: ValueType
    example: str
    says: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    pattern: str = ""
    last: bool = False
    may_be_empty: bool = False

    @property
    def entity(self) -> str:
        """The part before the dot: 'contract' of 'contract.mrr'."""
        return self.id.partition(".")[0]


def entry(
    id: str,  # noqa: A002 - the dictionary's own word
    type: ValueType,  # noqa: A002 - the dictionary's own word
    example: str,
    *,
    says: str = "",
    hints: str = "",
    bare: str = "",
    pattern: str = "",
    last: bool = False,
    may_be_empty: bool = False,
) -> Field:
    """A field from lists of headings separated by bars."""
    lists = [tuple(word.strip() for word in words.split("|") if word.strip()) for words in (says, hints, bare)]
    return Field(id, type, example, lists[0], lists[1], lists[2], pattern, last, may_be_empty)
