"""The figures of a long list of use by column, with whom they are of and what they measure given once each."""

from array import array
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date

from csdesk.intake.planning import signals
from csdesk.intake.planning.source import TableView
from csdesk.intake.shapes import TOLD_EVERY, Clean, Record
from csdesk.models.drafts import Value
from csdesk.models.kinds import UseGrain
from csdesk.models.uses import GRAINS

_GRAIN: dict[Value, int] = {grain.value: at for at, grain in enumerate(GRAINS)}
EVENT, DAY = _GRAIN[UseGrain.EVENT.value], _GRAIN[UseGrain.DAY.value]


@dataclass(slots=True)
class Gathered:
    """One entry for each figure: the place of its record, of what it measures (`words`), day, grain and amount.

    `whose` tells for each record the place of the first that speaks of the same people in the same words (`firsts`);
    `refused` marks records that matching has refused.
    """

    rows: "array[int]" = field(default_factory=lambda: array("I"))
    measures: "array[int]" = field(default_factory=lambda: array("I"))
    days: "array[int]" = field(default_factory=lambda: array("i"))
    grains: "array[int]" = field(default_factory=lambda: array("B"))
    amounts: "array[float]" = field(default_factory=lambda: array("d"))
    whose: "array[int]" = field(default_factory=lambda: array("I"))
    lines: "array[int]" = field(default_factory=lambda: array("I"))
    refused: bytearray = field(default_factory=bytearray)
    firsts: list[tuple[int, Record]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def note(self, at: int, measure: int, columns: signals.Columns) -> None:
        """Add an entry."""
        on, amount = columns["on_date"], columns["amount"]
        assert isinstance(on, date)
        assert isinstance(amount, float)
        self.rows.append(at)
        self.measures.append(measure)
        self.days.append(on.toordinal())
        self.grains.append(_GRAIN[columns["grain"]])
        self.amounts.append(amount)


def gather(
    view: TableView,
    span: tuple[date, date] | None,
    refused: Collection[int],
    progress: Callable[[int], object],
) -> Gathered:
    """Go through the records once; `refused` are lines that are not taken."""
    found = Gathered()
    about = tuple(sorted(name for name in view.fields if not name.startswith("usage.")))
    people: dict[tuple[Clean, ...], int] = {}
    words: dict[str, int] = {}
    as_of = view.shared.as_of
    for at, record in enumerate(view.matched.records):
        if at % TOLD_EVERY == 0:
            progress(at)
        values = record.values
        is_refused = record.line in refused
        found.lines.append(record.line)
        found.refused.append(is_refused)
        if is_refused:
            found.whose.append(0)
            continue
        told = tuple(map(values.get, about))
        who = people.get(told)
        if who is None:
            who = people[told] = len(found.firsts)
            found.firsts.append((at, record))
        found.whose.append(who)
        for word, columns in signals.use_rows(values, span, as_of):
            found.note(at, words.setdefault(word, len(words)), columns)
    found.words = list(words)
    return found
