"""By what many contract lines of one list are told apart, and found in the book."""

from collections.abc import Mapping, Sequence

import numpy as np

from csdesk.intake.folding import fold_id
from csdesk.intake.planning.cells import Cells
from csdesk.intake.planning.known_lines import what_of
from csdesk.intake.planning.ledger import same
from csdesk.intake.planning.long_rows import coded
from csdesk.intake.planning.signals import text
from csdesk.intake.planning.source import Shared
from csdesk.intake.planning.use_figures import Bools, Ints
from csdesk.intake.shapes import Clean
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.rows import RowColumns


class LineKeys:
    """The keys of those rows of a list that have an account."""

    def __init__(self, cells: Cells, columns: Mapping[str, Sequence[Value]], places: Ints) -> None:
        at = places.tolist()
        owns, whats = cells.once(_own, ["contract.external_id"]), cells.once(_what, _WHATS)
        self._accounts = [columns["account_id"][one] for one in at]
        self._owns, self._whats = [owns[one] for one in at], [whats[one] for one in at]
        self._starts = [columns["starts_on"][one] for one in at]

    def numbers(self, shared: Shared) -> Ints:
        """The line that each is, of those that book and plan have already; 0 for none."""
        return np.array(shared.lines.find_all(self._accounts, self._owns, self._whats, self._starts), np.int64)

    def alone(self, shared: Shared, numbers: Ints) -> Bools:
        """Whether nothing else in the list or the plan can be the same line."""
        nameless = np.array([not own for own in self._owns], np.bool_)
        (accounts, _), (owns, own_count) = coded(self._accounts), coded(self._owns)
        (whats, what_count), (starts, start_count) = coded(self._whats), coded(self._starts)
        again = _again(accounts * own_count + owns) & ~nameless
        start = (accounts * what_count + whats) * start_count + starts
        _, group = np.unique(start, return_inverse=True)
        mixed = np.bincount(group, weights=nameless)[group] > 0 if len(group) else nameless
        alone = ~again & ~(_again(start) & mixed)
        known = numbers != 0
        alone[known] &= ~_again(numbers[known])
        ledger, claimed = shared.ledger, shared.claimed
        spoken = [
            number < 0 or number in claimed or ledger.is_said(Kind.CONTRACT, number)
            for number in numbers[known].tolist()
        ]
        alone[known] &= ~np.array(spoken, np.bool_)
        return alone


def _again(keys: Ints) -> Bools:
    """Keys that come more than once."""
    _, group, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return counts[group] > 1


_MEANS_NOTHING_WITHOUT = {"end_reading": "ended_on", "interval_months": "amount"}
_WHATS = ("contract.product", "contract.plan", "contract.name")


def _own(values: Mapping[str, Clean]) -> str:
    return fold_id(text(values.get("contract.external_id")) or "")


def _what(values: Mapping[str, Clean]) -> str:
    product, plan, name = (text(values.get(field)) for field in _WHATS)
    return what_of(product or "", {"plan": plan, "name": name})


def differing(book: RowColumns, told: Mapping[str, Sequence[Value]], rows: Ints, numbers: Ints) -> Bools:
    """Of rows whose lines the book has, those that tell something else; what a row does not tell stays as it is."""
    found = np.zeros(len(rows), np.bool_)
    places = np.searchsorted(np.array(book.ids, np.int64), numbers).tolist()
    at = rows.tolist()
    for name, column in told.items():
        news = [column[one] for one in at]
        if given := told.get(_MEANS_NOTHING_WITHOUT.get(name, "")):
            news = [None if given[one] is None else new for one, new in zip(at, news, strict=True)]
        held = book.column(name)
        olds = [held[one] for one in places]
        if news != olds:
            pairs = zip(olds, news, strict=True)
            found |= np.array([new is not None and old != new and not same(old, new) for old, new in pairs], np.bool_)
    return found
