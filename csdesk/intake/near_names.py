"""Names that are nearly the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from csdesk.intake.folding import digits_of

_TELLING = 5
"""Letters from which likeness means something."""
_LARGEST = 400
"""Where more names than that begin or end alike, likeness tells nothing."""


def near_names(names: Iterable[str], among: Iterable[str], least: float) -> dict[str, list[str]]:
    """For each of some names `among` all, folded, the others that are so like it (at least so much of 100), the nearest
    first.

    Only those of the same digits and of the same two letters at the beginning or at the end are compared.
    """
    wanted = frozenset(names)
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for those in _blocks(among):
        these = [name for name in those if name in wanted] if 1 < len(those) <= _LARGEST else ()
        if these:
            scores = process.cdist(these, those, scorer=fuzz.ratio, score_cutoff=least)
            for one, other in zip(*scores.nonzero(), strict=True):
                if these[one] != those[other]:
                    found[these[one]][those[other]] = float(scores[one, other])
    return {name: sorted(near, key=near.__getitem__, reverse=True) for name, near in found.items()}


def _blocks(names: Iterable[str]) -> Iterable[list[str]]:
    blocks: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        for block in _blocks_of(name):
            blocks[block].append(name)
    return blocks.values()


def _blocks_of(name: str) -> Iterator[tuple[str, str, str]]:
    if len(name) >= _TELLING:
        digits = digits_of(name)
        yield digits, name[:2], ""
        yield digits, "", name[-2:]
