"""Contract lines that the book has, or the plan adds, by what identifies them."""

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from csdesk.intake.folding import fold_id, fold_word, own_id
from csdesk.intake.planning.ledger import Ledger, iso
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind

MEANS_NOTHING_WITHOUT = {"end_reading": "ended_on", "interval_months": "amount"}
"""Columns of a line that tell how another one is meant."""
FoundT = TypeVar("FoundT")


class _Index(Generic[FoundT]):
    """What is found under each key; laid out when it is first looked into, for a book may have very many lines."""

    def __init__(self, count: Callable[[], int], entries: Callable[[int], Iterable[tuple[Hashable, FoundT]]]) -> None:
        """`entries` gives the keys of all lines from the n-th on, and what is to be found under each."""
        self._count, self._entries = count, entries
        self._found: defaultdict[Hashable, list[FoundT]] = defaultdict(list)
        self._laid_out = 0

    def all(self) -> Mapping[Hashable, list[FoundT]]:
        """What is found under every key, in order."""
        if self._laid_out < self._count():
            for key, found in self._entries(self._laid_out):
                if key:
                    self._found[key].append(found)
            self._laid_out = self._count()
        return self._found

    def add(self, key: Hashable, found: FoundT) -> None:
        """Let something be found under a further key."""
        self.all()
        self._found[key].append(found)

    def get(self, key: Hashable) -> Sequence[FoundT]:
        """What is found under a key, in order."""
        return self.all().get(key, ())


class Lines:
    """Contract lines of the book by what identifies them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.book = ledger.held(Kind.CONTRACT)
        self._numbers: list[int] = []
        self._accounts: list[Value] = []
        self._owns: list[Value] = []
        self._whats: list[str] = []
        self._starts: list[Value] = []
        self._are_open: list[bool] = []
        self._tell_only_end: list[bool] = []
        self._take_book()
        self._by_id = self._index(lambda first: zip(self._ids(first), self._numbers[first:], strict=True))
        self._by_start = self._index(lambda first: zip(self._keys(first), self._numbers[first:], strict=True))
        self._open = self._index(self._open_ones)
        self._only_left = self._index(self._left_ones)
        self._of = self._index(
            lambda first: zip(
                self._accounts[first:], zip(self._numbers[first:], self._whats[first:], strict=True), strict=True
            )
        )

    def _index(self, entries: Callable[[int], Iterable[tuple[Hashable, FoundT]]]) -> _Index[FoundT]:
        return _Index(lambda: len(self._numbers), entries)

    def _ids(self, first: int) -> Iterator[Hashable]:
        pairs = zip(self._accounts[first:], self._owns[first:], strict=True)
        return ((account, fold_id(str(own))) if own else () for account, own in pairs)

    def _keys(self, first: int) -> Iterator[Hashable]:
        return zip(self._accounts[first:], self._whats[first:], map(iso, self._starts[first:]), strict=True)

    def _open_ones(self, first: int) -> Iterator[tuple[Hashable, int]]:
        return (
            ((self._accounts[at], self._whats[at]), self._numbers[at])
            for at in range(first, len(self._numbers))
            if self._are_open[at]
        )

    def _left_ones(self, first: int) -> Iterator[tuple[Hashable, tuple[int, str]]]:
        return (
            (self._accounts[at], (self._numbers[at], self._whats[at]))
            for at in range(first, len(self._numbers))
            if self._tell_only_end[at]
        )

    def _take_book(self) -> None:
        book, names = self.book, dict[Value, str]({None: ""})
        names |= {number: str(row["name"]) for number, row in self._ledger.rows(Kind.PRODUCT)}
        products = [names.get(number, "") for number in book.column("product_id")]
        self._numbers += book.ids
        self._accounts += book.column("account_id")
        self._owns += book.column("external_id")
        self._starts += book.column("starts_on")
        self._are_open += [_is_open(known) for known in book.column("start_known")]
        ends = zip(self._are_open, book.column("ended_on"), book.column("known_until"), strict=True)
        self._tell_only_end += [_tells_only_end(*one) for one in ends]
        plans = zip(products, book.column("plan"), book.column("name"), strict=True)
        self._whats += [_folded(product or str(plan or name or "")) for product, plan, name in plans]
        for number, row in self._ledger.added(Kind.CONTRACT):
            self.note(number, row, names.get(row.get("product_id"), ""))

    def note(self, number: int, row: Mapping[str, Value], product: str) -> None:
        """Remember a line."""
        self._numbers.append(number)
        self._accounts.append(row.get("account_id"))
        self._owns.append(row.get("external_id"))
        self._whats.append(what_of(product, row))
        self._starts.append(row.get("starts_on"))
        self._are_open.append(_is_open(row.get("start_known")))
        self._tell_only_end.append(_tells_only_end(self._are_open[-1], row.get("ended_on"), row.get("known_until")))

    def note_id(self, number: int) -> None:
        """Remember a line by the id that it has come to."""
        self._by_id.add((self._value(number, "account_id"), own_id(self._value(number, "external_id"))), number)

    def find(self, row: Mapping[str, Value], product: str, claimed: Container[int] = ()) -> int | None:
        """The line of that id; else of that account, product and start; else, where the start is not known, the
        running line of that account and product. A further product of an id, from the same day on, is a line of its own
        once those of the id are `claimed` by other rows: reports list the products of a deal so."""
        account, what = row.get("account_id"), what_of(product, row)
        own = own_id(row.get("external_id"))
        numbers = self._by_id.get((account, own)) if own else ()
        if numbers and (number := self._of_id(numbers, account, what, claimed)) is not None:
            return number
        if numbers and not (product and all(self._is_beside(number, row) for number in numbers)):
            return numbers[0]
        for number in self._by_start.get((account, what, iso(row.get("starts_on")))):
            if not own or not self._value(number, "external_id"):
                return number
        return next(iter(self._open.get((account, what))), None) if row.get("start_known") is False else None

    def _of_id(self, numbers: Sequence[int], account: Value, what: str, claimed: Container[int] = ()) -> int | None:
        """Of the lines of one id the one of that product, else the first that no other row tells of."""
        if len(numbers) > 1 or numbers[0] in claimed:
            whats = dict(self._of.get(account))
            if same := [number for number in numbers if whats.get(number) == what]:
                return same[0]
        return next((number for number in numbers if number not in claimed), None)

    def _is_beside(self, number: int, row: Mapping[str, Value]) -> bool:
        """Whether a line is of some product, or of some plan where none has a product, from the same day on as
        another."""
        is_same_day = iso(self._value(number, "starts_on")) == iso(row.get("starts_on"))
        by_plan = row.get("product_id") is None and self._value(number, "plan") is not None
        return is_same_day and (by_plan or self._value(number, "product_id") is not None)

    def find_all(
        self, accounts: Sequence[Value], owns: Sequence[str], whats: Sequence[str], starts: Sequence[Value]
    ) -> list[int]:
        """For many lines with a start, by account, folded id, what they are of and start, what `find` finds; 0 for
        nothing."""
        if not self._numbers:
            return [0] * len(accounts)
        by_id = map(self._by_id.all().get, zip(accounts, owns, strict=True))
        found = [
            (self._of_id(numbers, account, what) or 0) if numbers else 0
            for numbers, account, what in zip(by_id, accounts, whats, strict=True)
        ]
        for at in (at for at, number in enumerate(found) if not number):
            account, own = accounts[at], owns[at]
            for number in self._by_start.get((account, whats[at], iso(starts[at]))):
                if not own or not self._value(number, "external_id"):
                    found[at] = number
                    break
        return found

    def only_left(self, row: Mapping[str, Value], product: str) -> int | None:
        """The line of an account's that tells when it left and not since when it was there, from a list of leavers that
        came before: a row with a start tells the rest. One that contradicts the row's days is another."""
        lines = self._only_left.get(row.get("account_id"))
        if len(lines) != 1 or not row.get("start_known"):
            return None
        number, what = lines[0]
        end, told = str(iso(self._value(number, "ended_on"))), iso(row.get("ended_on"))
        is_of_it = what in {"", what_of(product, row)}
        return number if is_of_it and str(iso(row.get("starts_on"))) <= end and told in {None, end} else None

    def accounts_only_left(self) -> Container[Hashable]:
        """The accounts with lines that tell only when they left."""
        return self._only_left.all().keys()

    def running(self, row: Mapping[str, Value], product: str, as_of: date) -> list[int]:
        """The lines that a row without a start may tell of: of its account and product, not over yet; where there are
        several, those of its renewal date, else of its amount."""
        account, what = row.get("account_id"), what_of(product, row)
        today = as_of.isoformat()
        fitting = [
            number
            for number, held in self._of.get(account)
            if str(iso(self._value(number, "ended_on")) or today) >= today and what in {"", held}
        ]
        for column in ("term_ends_on", "amount"):
            told = row.get(column)
            same = [n for n in fitting if told is not None and iso(self._value(n, column)) == iso(told)]
            if len(fitting) > 1 and same:
                fitting = same
        return fitting

    def _value(self, number: int, column: str) -> Value:
        return self._ledger.value(Kind.CONTRACT, number, column)

    def of_account(self, account: int) -> list[int]:
        """Every line of an account."""
        return [number for number, _ in self._of.get(account)]


def _tells_only_end(is_open: bool, ended_on: Value, known_until: Value) -> bool:  # noqa: FBT001 - by place
    """Whether a line is one of a list of leavers; a run of a matrix has known months."""
    return is_open and ended_on is not None and known_until is None


def _is_open(known: Value) -> bool:
    """Whether a start is not known."""
    return known is not None and not known


def what_of(product: str, row: Mapping[str, Value]) -> str:
    """What a line is of: its product, else its plan, else its name."""
    return _folded(product or str(row.get("plan") or row.get("name") or ""))


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    return fold_word(name)
