"""Putting questions on the way, and taking the answers that were given."""

from collections.abc import Mapping

from csdesk.book.columns import layout, read_moment
from csdesk.book.merging.questions import UNLESS_CHOSEN, Answer, Asked, Question, QuestionKey, Told
from csdesk.book.merging.side import Side
from csdesk.book.names import title_in_book
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind


class Asking:
    """Between two sides; `questions` is added to."""

    def __init__(
        self, mine: Side, theirs: Side, answers: Mapping[QuestionKey, Answer], questions: list[Question]
    ) -> None:
        self._mine, self._theirs, self._answers, self._questions = mine, theirs, answers, questions

    def ask(
        self, asked: Asked, kind: Kind, *, row: int, there: int, column: str = "", known_as: int | None = None
    ) -> Answer:
        """Put a question on a row of this book (`row`) and of the copy (`there`); what was answered, or what loses
        nothing. It goes by the id of this book unless it is to be `known_as` another."""
        key = (asked, kind, row if known_as is None else known_as, column)
        answer = self._answers.get(key, UNLESS_CHOSEN[asked])
        gone = asked is Asked.DELETED_HERE
        side, place = (self._theirs, there) if gone else (self._mine, row)
        self._questions.append(
            Question(
                *key,
                name=_name(side, kind, place),
                account=_account(side, kind, place),
                currency=_currency(side, kind, place),
                before=_before(self._mine, kind, row, column),
                mine=_told(self._mine, kind, row, column),
                theirs=_told(self._theirs, kind, there, column),
                answer=answer,
            )
        )
        return answer


def _told(side: Side, kind: Kind, row: int, column: str) -> Told:
    mark = side.marks.get((kind, row), {}).get(column) or side.last_touch((kind, row)) or side.existence(kind, row)
    value = _held(side, kind, row, column) if column else _name(side, kind, row) or None
    return Told(value, mark.step.who if mark else "", read_moment(mark.step.at) if mark else None)


def _held(side: Side, kind: Kind, row: int, column: str) -> Value:
    return _for_people(side, kind, column, side.fetch(kind, [row]).get(row, {}).get(column))


def _before(side: Side, kind: Kind, row: int, column: str) -> Value:
    mark = side.marks.get((kind, row), {}).get(column)
    return _for_people(side, kind, column, mark.before) if mark else None


def _for_people(side: Side, kind: Kind, column: str, value: str | float | None) -> Value:
    """As Python has it; an id as the name of its row."""
    of = layout(kind)
    if value is None:
        return None
    if column in of.references and isinstance(value, int):
        return title_in_book(side.connection, of.references[column], value)
    read = of.readers.get(column)
    return read(value) if read else value


def _name(side: Side, kind: Kind, row: int) -> str:
    """What a row is called on a side; a value of an own column by its heading."""
    if kind is Kind.CUSTOM_VALUE:
        field = side.fetch(kind, [row]).get(row, {}).get("field_id")
        return title_in_book(side.connection, Kind.CUSTOM_FIELD, field) if isinstance(field, int) else ""
    return title_in_book(side.connection, kind, row)


def _account(side: Side, kind: Kind, row: int) -> str:
    values = side.fetch(kind, [row]).get(row, {})
    account = values.get("row_id" if kind is Kind.CUSTOM_VALUE else "account_id")
    return title_in_book(side.connection, Kind.ACCOUNT, account) if isinstance(account, int) else ""


def _currency(side: Side, kind: Kind, row: int) -> str:
    return str(side.fetch(kind, [row]).get(row, {}).get("currency") or "")
