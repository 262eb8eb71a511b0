"""The last touch that a list of customers tells of: a touch on its day, once, and with nothing made up."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from csdesk.intake.fields import base_of
from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.planning.keys import Keyed
from csdesk.intake.planning.signals import text
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.shapes import Clean, TableKind
from csdesk.intake.values.dates import Dated, Yearless, has_small, read_date, with_year
from csdesk.intake.values.words import touch_type
from csdesk.models.kinds import Kind, TouchType
from csdesk.models.problems import Reason

if TYPE_CHECKING:
    from csdesk.models.drafts import Value

_LAST = frozenset({"touch.last_at", "touch.last"})
_OF_IT = ("touch.type", "touch.note")
_WITH_CUSTOMER = re.compile(
    r"touch|contact|meeting|met\b|call|visit|check ?in|interaction|qbr|ebr|review|e ?mail|spoke|heard|conversation|"
    r"sync|1on1|接触|対応|訪問|面談|連絡|架電|電話|メール|商談|打ち?合わ?せ|mtg|会議|コンタクト|定例|レビュー"
)
"""Words of headings for what was done with the customer; a bare activity may be the product's."""
_DAY_FIRST = re.compile(r"\s*(\d[\d/.\-年月日]*\d日?)(?:\s*[(（][月火水木金土日][)）])?[\s　:：、,\-–]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Told:
    """A touch by its day, what is said of it, and the fields that told it."""

    day: date
    word: str
    note: str | None
    fields: tuple[str, ...]


class LastTouches:
    """The last touches of one table's rows."""

    def __init__(self, view: TableView) -> None:
        self._view, self._shared = view, view.shared
        lists = view.kind in {TableKind.ACCOUNTS, TableKind.CONTRACTS} and "touch.date" not in view.fields
        self._fields = [
            match.field
            for match in view.matched.columns
            if lists and base_of(match.field) in _LAST and _WITH_CUSTOMER.search(fold_words(match.column.heading))
        ]
        self._years = dict(self._taken_years())

    @property
    def holds(self) -> bool:
        """Whether the table tells of any."""
        return bool(self._fields)

    def taken(self, values: Mapping[str, Clean]) -> frozenset[str]:
        """The fields of a row that its touches hold, and no own column needs to."""
        return frozenset(field for one in self._told(values) for field in one.fields)

    def take(self, row: SourceRow, account: int, keyed: Keyed) -> None:
        """Draft the touches of a row. One that is known of that day already is the same; a note that it lacks is
        added."""
        days = self._shared.touch_days
        for one in self._told(row.values):
            columns: dict[str, Value] = {
                "account_id": account, "on_date": one.day, "note": one.note,
                "type": (touch_type(one.word) or TouchType.OTHER).value if one.word else TouchType.OTHER.value,
            }  # fmt: skip
            if any(row.values.get(field) in self._years for field in one.fields):
                self._view.say(row, one.fields[0], Reason.YEAR_TAKEN)
            known = days.of(account, one.day)
            if not known:
                done = keyed.take(columns, {}, row.place)
                days.note(account, one.day, done.id)
                row.outcomes.append((Kind.TOUCH, done))
            elif one.note and not any(self._shared.ledger.value(Kind.TOUCH, number, "note") for number in known):
                told = {"note": one.note}
                row.outcomes.append((Kind.TOUCH, self._shared.ledger.offer(Kind.TOUCH, known[0], told, {}, row.place)))

    def _read(self, cell: str) -> tuple[date | None, str]:
        """The day of a cell and the words behind it."""
        day, words = day_and_words(cell)
        day = self._years.get(cell) if isinstance(day, Yearless) else day
        return day, words if day else ""

    def _taken_years(self) -> Iterator[tuple[Clean, date]]:
        """The day of each cell that tells no year, in that of the day nearest above it, at the top of the first below,
        and not later than today; none where the column tells no year at all."""
        for field in self._fields:
            cells = [record.values.get(field) for record in self._view.matched.records]
            days = [day_and_words(cell)[0] if isinstance(cell, str) else None for cell in cells]
            near = next((day for day in days if isinstance(day, date)), None)
            for cell, day in zip(cells, days, strict=True):
                if isinstance(day, Yearless) and near and (found := with_year(day, near)):
                    # What is yet to come was no last touch: it was a year before.
                    before = found > self._shared.as_of and with_year(day, found - timedelta(days=365))
                    yield cell, before or found
                near = day if isinstance(day, date) else near

    def _told(self, values: Mapping[str, Clean]) -> Iterator[_Told]:
        for nth, field in enumerate(self._fields):
            heading = self._view.headings.of(field)
            value = values.get(field)
            day, words = self._read(value) if isinstance(value, str) else (day_of(value), "")
            if day is None or day > self._shared.as_of:
                continue
            of_it = {part: text(values.get(part)) for part in _OF_IT} if nth == 0 else {}
            word = of_it.get("touch.type") or words or _without_last(heading)
            note = "\n".join(filter(None, (words, of_it.get("touch.note")))) or None
            yield _Told(day, word, note, (field, *(part for part, told in of_it.items() if told)))


def day_and_words(cell: str) -> tuple[date | Yearless | None, str]:
    """'2026/10/1 定例会' as its day and the words behind it; no day where its order is not plain."""
    found = _DAY_FIRST.fullmatch(cell)
    seen = read_date(found[1]) if found and not has_small(found[1]) else None
    if not found or not isinstance(seen, Dated | Yearless):
        return None, ""
    return (seen.day if isinstance(seen, Dated) else seen), found[2].strip()


def _without_last(heading: str) -> str:
    """A heading's word for how the customer was met: the 'call' of 'Last call'."""
    return fold_words(heading).replace("contact", "").replace("コンタクト", "")
