"""Contract lines that the book has, or the plan adds, by what identifies them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from csdesk.intake.folding import fold_id
from csdesk.intake.planning.ledger import Ledger, iso
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind


class Lines:
    """Contract lines of the book by what identifies them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._ids: dict[tuple[Value, str], int] = {}
        self._starts: defaultdict[tuple[Value, str, Value], list[int]] = defaultdict(list)
        self._open: defaultdict[tuple[Value, str], list[int]] = defaultdict(list)
        self._of: defaultdict[Value, list[int]] = defaultdict(list)
        self._whats: dict[int, str] = {}
        self._only_left: defaultdict[Value, list[int]] = defaultdict(list)
        products = {number: str(row["name"]) for number, row in ledger.rows(Kind.PRODUCT)}
        for number, row in ledger.rows(Kind.CONTRACT):
            product = products.get(int(str(row["product_id"]))) if row.get("product_id") else None
            self.note(number, row, product or "")

    def note(self, number: int, row: Mapping[str, Value], product: str) -> None:
        """Remember a line."""
        account, what = row.get("account_id"), what_of(product, row)
        if row.get("external_id"):
            self._ids.setdefault((account, fold_id(str(row["external_id"]))), number)
        self._starts[account, what, iso(row.get("starts_on"))].append(number)
        if row.get("start_known") is False or row.get("start_known") == 0:
            self._open[account, what].append(number)
            if row.get("ended_on") is not None and row.get("known_until") is None:  # a run of a matrix has known months
                self._only_left[account].append(number)
        self._of[account].append(number)
        self._whats[number] = what

    def find(self, row: Mapping[str, Value], product: str) -> int | None:
        """The line of that id; else of that account, product and start; else, where the start is not known, the
        running line of that account and product."""
        account, what = row.get("account_id"), what_of(product, row)
        own = row.get("external_id")
        if own:
            number = self._ids.get((account, fold_id(str(own))))
            if number is not None:
                return number
        for number in self._starts.get((account, what, iso(row.get("starts_on"))), ()):
            held = self._ledger.value(Kind.CONTRACT, number, "external_id")
            if not own or not held:
                return number
        return next(iter(self._open.get((account, what), ())), None) if row.get("start_known") is False else None

    def only_left(self, row: Mapping[str, Value], product: str) -> int | None:
        """The line of an account's that tells when it left and not since when it was there, from a list of leavers that
        came before: a row with a start tells the rest. One that contradicts the row's days is another."""
        lines = self._only_left.get(row.get("account_id"), ())
        if len(lines) != 1 or not row.get("start_known"):
            return None
        end, told = str(iso(self._value(lines[0], "ended_on"))), iso(row.get("ended_on"))
        is_of_it = self._whats[lines[0]] in {"", what_of(product, row)}
        return lines[0] if is_of_it and str(iso(row.get("starts_on"))) <= end and told in {None, end} else None

    def running(self, row: Mapping[str, Value], product: str, as_of: date) -> list[int]:
        """The lines that a row without a start may tell of: of its account and product, not over yet; where there are
        several, those of its renewal date, else of its amount."""
        account, what = row.get("account_id"), what_of(product, row)
        today = as_of.isoformat()
        fitting = [
            number
            for number in self._of.get(account, ())
            if str(iso(self._value(number, "ended_on")) or today) >= today and what in {"", self._whats[number]}
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
        return self._of.get(account, [])


def what_of(product: str, row: Mapping[str, Value]) -> str:
    """What a line is of: its product, else its plan, else its name."""
    return _folded(product or str(row.get("plan") or row.get("name") or ""))


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    return fold_id(name).casefold()
