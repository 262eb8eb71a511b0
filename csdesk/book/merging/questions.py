"""What only a person can decide when two copies of a book are brought together."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind


class Asked(StrEnum):
    """Why it is asked; `wording` says it."""

    FIELD = "field"
    DELETED_HERE = "deleted_here"
    DELETED_THERE = "deleted_there"
    SAME_NAME = "same_name"


class Answer(StrEnum):
    """MINE and THEIRS choose a side, deleted or not; ONE and TWO say how many accounts there are."""

    MINE = "mine"
    THEIRS = "theirs"
    ONE = "one"
    TWO = "two"


ANSWERS = {
    Asked.FIELD: (Answer.MINE, Answer.THEIRS),
    Asked.DELETED_HERE: (Answer.MINE, Answer.THEIRS),
    Asked.DELETED_THERE: (Answer.MINE, Answer.THEIRS),
    Asked.SAME_NAME: (Answer.ONE, Answer.TWO),
}
UNLESS_CHOSEN = {
    Asked.FIELD: Answer.MINE,
    Asked.DELETED_HERE: Answer.THEIRS,
    Asked.DELETED_THERE: Answer.MINE,
    Asked.SAME_NAME: Answer.TWO,
}
"""No row goes, and no value of this book."""

QuestionKey: TypeAlias = tuple[Asked, Kind, int, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A value as one side has it, ids told as names, and who touched it there last, when."""

    value: Value
    who: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Question:
    """`row` is an id of this book; of what is not in it, an id of the copy. `field` is '' where whole rows are meant,
    whose names are the values then, None where there is none; `before` is what a field held before either side
    changed it. `account` is whose the row is, `currency` the row's own."""

    asked: Asked
    kind: Kind
    row: int
    field: str
    name: str
    account: str
    currency: str
    before: Value
    mine: Told
    theirs: Told
    answer: Answer

    @property
    def key(self) -> QuestionKey:
        """What an answer refers to."""
        return self.asked, self.kind, self.row, self.field
