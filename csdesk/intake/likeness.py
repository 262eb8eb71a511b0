"""Which accounts of a book may be one and the same: proposals for a person, never taken without one."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from csdesk.intake.folding import COMMON_HOSTS, FoldedName, corporate_number, fold_host, fold_id, fold_name
from csdesk.intake.near_names import near_names

_ALIKE, _MOST_OF_A_HOST, _MOST_OF_A_NAME = 90, 3, 400
"""Of 100, from which on two accounts of the book may be looked at: that waits until somebody has the time."""


class Likeness(StrEnum):
    """What two accounts share, the surest first."""

    NUMBER = "number"
    ID = "id"
    NAME = "name"
    DOMAIN = "domain"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells an account from others. `names` are all that it goes by."""

    id: int
    names: tuple[str, ...]
    corporate_number: str = ""
    external_id: str = ""
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two accounts that may be one, the one that has been in the book for longer first, by the surest sign."""

    first: int
    second: int
    why: Likeness


def alike(identities: Sequence[Identity]) -> tuple[Alike, ...]:
    """Every pair once. Accounts with different corporate numbers are two, whatever they are called; a domain that
    several share, or that anybody can have, tells nothing."""
    numbers = {identity.id: corporate_number(identity.corporate_number) for identity in identities}
    places = {identity.id: place for place, identity in enumerate(identities)}
    found: dict[tuple[int, int], Likeness] = {}
    for why, pairs in (
        (Likeness.NUMBER, _equal((number, account) for account, number in numbers.items() if number)),
        (Likeness.ID, _equal((fold_id(p.external_id), p.id) for p in identities if p.external_id)),
        (Likeness.NAME, _same_names(identities)),
        (Likeness.DOMAIN, _same_hosts(identities)),
        (Likeness.NEARLY, _near_names(identities)),
    ):
        for one, other in pairs:
            if not (numbers[one] and numbers[other] and numbers[one] != numbers[other]):
                first, second = sorted((one, other), key=places.__getitem__)
                found.setdefault((first, second), why)
    return tuple(Alike(first, second, why) for (first, second), why in found.items())


def _equal(keyed: Iterable[tuple[Hashable, int]]) -> Iterator[tuple[int, int]]:
    """Each account whose key an earlier one has, with the first of those."""
    firsts: dict[Hashable, int] = {}
    for key, account in keyed:
        first = firsts.setdefault(key, account)
        if first != account:
            yield first, account


def _same_names(identities: Iterable[Identity]) -> Iterator[tuple[int, int]]:
    """Names that are equal when folded, and of no two different legal forms."""
    by_base: defaultdict[str, list[tuple[int, FoldedName]]] = defaultdict(list)
    for identity in identities:
        for folded in {fold_name(name) for name in identity.names}:
            for other, its in by_base[folded.base][:_MOST_OF_A_NAME]:
                if other != identity.id and folded.may_be(its):
                    yield other, identity.id
            by_base[folded.base].append((identity.id, folded))


def _same_hosts(identities: Iterable[Identity]) -> Iterator[tuple[int, int]]:
    by_host: defaultdict[str, list[int]] = defaultdict(list)
    for identity in identities:
        host = fold_host(identity.domain)
        if host and host not in COMMON_HOSTS:
            by_host[host].append(identity.id)
    few = (accounts for accounts in by_host.values() if len(accounts) <= _MOST_OF_A_HOST)
    return ((first, other) for first, *others in few for other in others)


def _near_names(identities: Iterable[Identity]) -> Iterator[tuple[int, int]]:
    firsts: dict[str, int] = {}
    for identity in identities:
        for name in identity.names:
            firsts.setdefault(fold_name(name).base, identity.id)
    for name, near in near_names(firsts, firsts, _ALIKE).items():
        yield from ((firsts[name], firsts[other]) for other in near if firsts[name] != firsts[other])
