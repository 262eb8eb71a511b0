"""Finding the account a row speaks of, by what identifies it best, and never by likeness alone."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from csdesk.intake.folding import COMMON_HOSTS, FoldedName, corporate_number, fold_host, fold_id, fold_name, own_id
from csdesk.intake.lookalikes import ALIASES
from csdesk.intake.matching.fields.further_ids import may_name_id
from csdesk.intake.near_names import near_names
from csdesk.intake.planning.ledger import Ledger, Outcome
from csdesk.intake.shapes import Clean
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

_ALIKE = 95
"""Of 100, from which on a new account is asked about while it comes in."""
_LONG, _MARKED = 10, 4
"""Lengths from which an id tells an account by itself, of any characters and of letters with figures."""


class Wanted(NamedTuple):
    """What a row tells of its account."""

    name: str = ""
    external_id: str = ""
    corporate_number: str = ""
    domain: str = ""
    legal_name: str = ""
    email: str = ""
    further: tuple[str, ...] = ()
    """Ids of other systems."""

    @property
    def is_named(self) -> bool:
        """Whether the row names an account at all."""
        return bool(self.name or self.external_id or self.corporate_number or self.domain or self.legal_name)


def wanted_from(values: Mapping[str, Clean], further: Sequence[str] = ()) -> Wanted:
    """The identifying fields of a record; `further` are those of ids of other systems."""
    name, legal, short, own, number, domain, email, *others = [
        value if isinstance(value := values.get(field), str) else "" for field in (*_TOLD, *further)
    ]
    return Wanted(
        name or legal or short,
        fold_id(own) if own else "",
        corporate_number(number) if number else "",
        fold_host(domain),
        legal,
        email.casefold(),
        tuple(folded for other in others if (folded := fold_id(other))) if others else (),
    )


_TOLD = (
    *("account.name", "account.legal_name", "account.short_name", "account.external_id", "account.corporate_number"),
    *("account.domain", "contact.email"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """An account, or none. `surely`: by an id, so that its name may be corrected; `loosely`: by a name that has a legal
    form on one side alone; `told`: a person has said so. `likely` is what to tell: another account may be the same
    one, or several may be meant (then `id` is None and nothing must be made); `others` are those."""

    id: int | None
    surely: bool = False
    loosely: bool = False
    likely: Reason | None = None
    others: tuple[int, ...] = ()
    told: bool = False
    elsewhere: bool = False
    """Whether it was found by an id of another system than the one that the book keeps as its own."""


_NOBODY = Found(None)


@dataclass(frozen=True, slots=True)
class FileIds:
    """The external ids of one table. `foreign`: the book's equal ids are of another system."""

    all: frozenset[str] = frozenset()
    foreign: bool = False


class Accounts:
    """The book's accounts and those the plan adds, by everything that identifies them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._ids: dict[str, int] = {}
        self._elsewhere: defaultdict[str, set[int]] = defaultdict(set)
        self._corporate: dict[str, int] = {}
        self._domains: defaultdict[str, set[int]] = defaultdict(set)
        self._hosts: defaultdict[str, set[int]] = defaultdict(set)
        self._names: defaultdict[str, list[int]] = defaultdict(list)
        self._bases: defaultdict[str, list[tuple[FoldedName, int]]] = defaultdict(list)
        self._known: dict[Wanted, Found] = {}
        self.also_called: dict[int, str] = {}
        for number, row in ledger.rows(Kind.ACCOUNT):
            self.note_columns(number, row)
        for number, name, value in ledger.own_values(Kind.ACCOUNT):
            if name == ALIASES:
                self.also_called[number] = value
            elif may_name_id(name) and is_telling(fold_id(value)):
                self._elsewhere[fold_id(value)].add(number)

    def note_columns(self, number: int, row: Mapping[str, Value]) -> None:
        """Remember an account by those of its columns that it is to be found by."""
        text = {column: str(row.get(column) or "") for column in _COLUMNS}
        numbers = fold_id(text["external_id"]), corporate_number(text["corporate_number"])
        self.note(number, Wanted(text["name"], *numbers, fold_host(text["domain"]), text["legal_name"]))
        if text["short_name"]:
            self._note_name(number, text["short_name"])

    def learn(self, number: int, done: Outcome) -> None:
        """Remember an account by what a row has told of it anew."""
        if told := {column: new for column, _, new in done.changes if column in _COLUMNS}:
            self.note_columns(number, told)

    def note(self, number: int, known: Wanted) -> None:
        """Remember by what an account is to be found."""
        if known.external_id:
            self._ids.setdefault(known.external_id, number)
        for own in filter(is_telling, known.further):
            self._elsewhere[own].add(number)
        if known.corporate_number:
            self._corporate.setdefault(known.corporate_number, number)
        if known.domain and known.domain not in COMMON_HOSTS:
            self._domains[known.domain].add(number)
            self._hosts[known.domain].add(number)
        if known.name:
            self._note_name(number, known.name)
        if known.legal_name and known.legal_name != known.name:
            self._note_name(number, known.legal_name)
        self._known.clear()

    def note_host(self, number: int, email: str) -> None:
        """Remember the host of a contact's address."""
        host = _host(email.casefold())
        if host and host not in COMMON_HOSTS:
            self._hosts[host].add(number)

    def _note_name(self, number: int, name: str) -> None:
        named = self._names[name]
        if number not in named:
            named.append(number)
        folded = fold_name(name)
        alike = self._bases[folded.base]
        if not alike or all(other != number for _, other in alike):
            alike.append((folded, number))

    def alone_is_called(self, name: str, number: int) -> bool:
        """Whether an account is the only one of a name."""
        return self._names.get(name) == [number]

    def have_any_id(self, ids: AbstractSet[str]) -> bool:
        """Whether any account goes by one of these external ids."""
        return not ids.isdisjoint(self._ids)

    def ids_of(self, ids: frozenset[str], all_wanted: Mapping[Wanted, int]) -> FileIds:
        """The external ids of a table and whether they are of a system that the book knows, by what the rows tell of
        their accounts, so many each.

        Many systems count 1, 2, 3: where the accounts that bear such bare figures in the book have, for the most part,
        other names than in the table, the ids are of another system and find nobody who has a name.
        """
        agree = differ = 0
        for wanted, count in all_wanted.items():
            number = self._ids.get(wanted.external_id)
            if number is None or not wanted.name or not wanted.external_id.isdigit():
                continue
            held = str(self._ledger.value(Kind.ACCOUNT, number, "name") or "")
            one = fold_name(held).may_be(fold_name(wanted.name)) or fold_id(held) == wanted.external_id
            agree, differ = agree + one * count, differ + (not one) * count
        self._known.clear()
        return FileIds(ids, foreign=differ > agree)

    def find(self, wanted: Wanted, ids: FileIds) -> Found:
        """By external id, then corporate number, domain, exact name, folded name.

        An account that goes by another id of the same table is another account, whatever its name.
        """
        known = self._known.get(wanted)
        if known is None:
            known = self._find(wanted, ids)
            if known.id is not None:
                self._known[wanted] = known
        return known

    def _find(self, wanted: Wanted, ids: FileIds) -> Found:
        if wanted.external_id in self._ids and not (ids.foreign and wanted.name):
            return Found(self._ids[wanted.external_id], surely=True)
        if wanted.corporate_number in self._corporate:
            return Found(self._corporate[wanted.corporate_number], surely=True)
        for own in (wanted.external_id, *wanted.further):
            numbers = {*self._elsewhere.get(own, ()), *({self._ids[own]} if own in self._ids else ())}
            if len(numbers) == 1 and is_telling(own):
                return Found(numbers.pop(), elsewhere=True)
        if not wanted.is_named:
            return _only(self._hosts.get(_host(wanted.email))) or _NOBODY
        found = _only(self._domains.get(wanted.domain)) or self._by_name(wanted)
        return self._with_id(found, found.id, wanted.external_id, ids) if found.id and wanted.external_id else found

    def _with_id(self, found: Found, number: int, external_id: str, ids: FileIds) -> Found:
        """An account found by domain or name, held against the id that the row gives: the same id proves it, another
        id of the same system disproves it, an id of another system leaves it to be looked at."""
        own = own_id(self._ledger.value(Kind.ACCOUNT, number, "external_id"))
        if own == external_id:
            return Found(number, surely=True)
        if own and ((own in ids.all and not ids.foreign) or _of_one_system(own, external_id)):
            return Found(None, likely=Reason.LIKELY_SAME, others=(number,))
        return replace(found, likely=Reason.LIKELY_SAME, others=(number,)) if own else found

    def _by_name(self, wanted: Wanted) -> Found:
        name = wanted.name or (wanted.external_id if not wanted.legal_name else wanted.legal_name)
        exact = self._names.get(name, ())
        if exact:
            return _one_of(exact)
        folded = fold_name(name)
        others = self._bases.get(folded.base)
        if not name or others is None:
            return _NOBODY
        equal = [number for other, number in others if other.form == folded.form]
        if equal:
            return _one_of(equal)
        near = [number for other, number in others if folded.may_be(other)]
        if len(near) == 1:
            return Found(near[0], loosely=True, likely=Reason.LIKELY_SAME, others=(near[0],))
        if near:
            return _one_of(near)
        apart = tuple(dict.fromkeys(number for _, number in others))
        return Found(None, likely=Reason.LIKELY_SAME if apart else None, others=apart)

    def alike(self, names: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Names so like another account's that a person should look, with those accounts; a suggestion only."""
        bases = {name: fold_name(name).base for name in names}
        near = near_names(bases.values(), self._bases, _ALIKE) if bases else {}
        return {
            name: tuple(dict.fromkeys(number for other in near[base] for _, number in self._bases[other]))
            for name, base in bases.items()
            if base in near
        }


_COLUMNS = ("name", "external_id", "corporate_number", "domain", "legal_name", "short_name")


def is_telling(own: str) -> bool:
    """Whether an id can only be of one system: letters and figures together, or long; many systems count 1, 2, 3."""
    return len(own) >= _LONG or (len(own) >= _MARKED and not own.isdigit() and not own.isalpha())


def _only(accounts: set[int] | None) -> Found | None:
    """The one account of a host; a host of several tells nothing."""
    return Found(next(iter(accounts))) if accounts and len(accounts) == 1 else None


def _one_of(accounts: Sequence[int]) -> Found:
    """The account of a name; where several have it, nobody can tell which is meant."""
    if len(accounts) == 1:
        return Found(accounts[0])
    return Found(None, likely=Reason.AMBIGUOUS_ACCOUNT, others=tuple(accounts))


def _host(email: str) -> str:
    return email.rpartition("@")[2]


def _of_one_system(one: str, other: str) -> bool:
    """Whether two ids have the same marked form (cus_0001 and cus_0002); bare figures tell nothing."""
    shapes = [re.sub(r"\d+", "9", text) for text in (one, other)]
    return shapes[0] == shapes[1] and bool(re.search(r"[A-Za-z]", shapes[0]))
