"""By what many contract lines of one list are told apart, and found in the book."""

import operator
from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np

from csdesk.intake.folding import fold_id
from csdesk.intake.planning.cells import Cells
from csdesk.intake.planning.known_lines import MEANS_NOTHING_WITHOUT, what_of
from csdesk.intake.planning.ledger import same
from csdesk.intake.planning.long_rows import coded
from csdesk.intake.planning.signals import text
from csdesk.intake.planning.source import Shared
from csdesk.intake.planning.use_figures import Bools, Ints
from csdesk.intake.shapes import Clean
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.rows import RowColumns

T = TypeVar("T")


class LineKeys:
    """The keys of those rows of a list that have an account."""

    def __init__(self, cells: Cells, columns: Mapping[str, Sequence[Value]], places: Ints) -> None:
        at = places.tolist()
        owns = _folded(cells.of("contract.external_id"))
        self._owns, self._whats = picked(owns, at), picked(cells.once(_what, _WHATS), at)
        self._accounts, self._starts = picked(columns["account_id"], at), picked(columns["starts_on"], at)

    def numbers(self, shared: Shared) -> Ints:
        """The line that each is, of those that book and plan have already; 0 for none."""
        return np.array(shared.lines.find_all(self._accounts, self._owns, self._whats, self._starts), np.int64)

    def alone(self, shared: Shared, numbers: Ints) -> Bools:
        """Whether nothing else in the list or the plan can be the same line."""
        known = numbers != 0
        shares = self._share_ids() | self._share_starts()
        shares[known] |= _again(numbers[known])
        spoken = shared.claimed.keys() | shared.ledger.said(Kind.CONTRACT)
        if not spoken.isdisjoint(numbers[known].tolist()):
            shares |= np.array([number in spoken for number in numbers.tolist()], np.bool_)
        return ~shares & (numbers >= 0)

    def _share_ids(self) -> Bools:
        """Lines of an account that have one id."""
        if len(set(self._owns)) == len(self._owns):
            return np.zeros(len(self._owns), np.bool_)
        owns, count = coded(self._owns)
        named = np.array(list(map(bool, self._owns)), np.bool_)
        return _again(coded(self._accounts)[0] * count + owns) & named

    def _share_starts(self) -> Bools:
        """Lines of one account, product and start, where one of them has no id."""
        if all(self._owns):
            return np.zeros(len(self._owns), np.bool_)
        nameless = np.array(list(map(operator.not_, self._owns)), np.bool_)
        (accounts, _), (whats, count), (starts, further) = map(coded, (self._accounts, self._whats, self._starts))
        keys = (accounts * count + whats) * further + starts
        _, group = np.unique(keys, return_inverse=True)
        return _again(keys) & (np.bincount(group, weights=nameless)[group] > 0)


def _again(keys: Ints) -> Bools:
    """Keys that come more than once."""
    _, group, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return counts[group] > 1


def picked(column: Sequence[T], places: Sequence[int]) -> Sequence[T]:
    """The values at rising places of a column: the column itself, where that is all of it."""
    return column if len(places) == len(column) else [column[at] for at in places]


def _folded(ids: Sequence[Clean]) -> Sequence[str]:
    """Ids for comparing, '' for none; plain ones are looked at together."""
    texts = [own if isinstance(own, str) else "" for own in ids]
    whole = "".join(texts)
    return texts if whole.isascii() and whole.isalnum() else list(map(fold_id, texts))


_IS_THE_BOOKS_WITH = {"currency": "amount"}
"""What is the book's own where a row does not tell it, but the other."""
_WHATS = ("contract.product", "contract.plan", "contract.name")


def _what(values: Mapping[str, Clean]) -> str:
    product, plan, name = (text(values.get(field)) for field in _WHATS)
    return what_of(product or "", {"plan": plan, "name": name})


def differing(book: RowColumns, told: Mapping[str, Sequence[Value]], rows: Ints, numbers: Ints) -> Bools:
    """Of rows whose lines the book has, those that tell something else; what a row does not tell stays as it is."""
    found = np.zeros(len(rows), np.bool_)
    places = np.searchsorted(np.array(book.ids, np.int64), numbers).tolist()
    at = rows.tolist()
    for name, column in told.items():
        news = picked(column, at)
        if given := told.get(MEANS_NOTHING_WITHOUT.get(name, "")):
            news = [None if one is None else new for one, new in zip(picked(given, at), news, strict=True)]
        olds = picked(book.column(name), places)
        if not all(map(operator.eq, olds, news)):
            if given := told.get(_IS_THE_BOOKS_WITH.get(name, "")):
                pairs = zip(news, picked(given, at), strict=True)
                news = ["" if new is None and one is not None else new for new, one in pairs]
            pairs = zip(olds, news, strict=True)
            found |= np.array([new is not None and old != new and not same(old, new) for old, new in pairs], np.bool_)
    return found
