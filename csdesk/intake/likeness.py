"""Which accounts of a book may be one and the same: proposals for a person, never taken without one."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from csdesk.intake.folding import digits_of, fold_id, fold_name
from csdesk.intake.planning.accounts import COMMON_HOSTS, corporate_number

_ALIKE, _TELLING, _MOST_OF_A_HOST, _LARGEST = 90, 5, 3, 400


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
    by_base: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for identity in identities:
        for folded in {fold_name(name) for name in identity.names}:
            for other, form in by_base[folded.base][:_LARGEST]:
                if other != identity.id and (form == folded.form or not form or not folded.form):
                    yield other, identity.id
            by_base[folded.base].append((identity.id, folded.form))


def _same_hosts(identities: Iterable[Identity]) -> Iterator[tuple[int, int]]:
    by_host: defaultdict[str, list[int]] = defaultdict(list)
    for identity in identities:
        host = identity.domain.strip().casefold().removeprefix("www.")
        if host and host not in COMMON_HOSTS:
            by_host[host].append(identity.id)
    few = (accounts for accounts in by_host.values() if len(accounts) <= _MOST_OF_A_HOST)
    return ((first, other) for first, *others in few for other in others)


def _near_names(identities: Iterable[Identity]) -> Iterator[tuple[int, int]]:
    """Names of the same digits, and of the same beginning or ending, that differ in few letters; where very many begin
    alike, likeness tells nothing."""
    blocks: defaultdict[Hashable, dict[str, int]] = defaultdict(dict)
    for identity in identities:
        for base in {fold_name(name).base for name in identity.names}:
            if len(base) >= _TELLING:
                digits = digits_of(base)
                for like in ((digits, base[:2], ""), (digits, "", base[-2:])):
                    blocks[like].setdefault(base, identity.id)
    for block in blocks.values():
        if 1 < len(block) <= _LARGEST:
            yield from _near_in(block)


def _near_in(block: dict[str, int]) -> Iterator[tuple[int, int]]:
    names = list(block)
    scores = process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    for one, other in zip(*scores.nonzero(), strict=True):
        first, second = block[names[one]], block[names[other]]
        if one < other and first != second:
            yield first, second
