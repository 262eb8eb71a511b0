"""Names that are nearly the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from csdesk.intake.folding import digits_of

_TELLING = 5
"""Letters from which likeness means something."""
_LARGEST = 400
"""Where more names than that begin or end alike, likeness tells nothing."""

_Block = tuple[str, str, str]


def near_names(names: Iterable[str], among: Iterable[str], least: float) -> dict[str, list[str]]:
    """For each of some folded names the others that are so like it (at least so much of 100), the nearest first.

    Only those of the same digits and of the same two letters at the beginning or at the end are compared.
    """
    wanted, held = _blocks(names), _blocks(among)
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for block, these in wanted.items():
        those = held.get(block, ())
        if 1 < len(those) <= _LARGEST:
            scores = process.cdist(these, those, scorer=fuzz.ratio, score_cutoff=least)
            for one, other in zip(*scores.nonzero(), strict=True):
                if these[one] != those[other]:
                    found[these[one]][those[other]] = float(scores[one, other])
    return {name: sorted(near, key=near.__getitem__, reverse=True) for name, near in found.items()}


def _blocks(names: Iterable[str]) -> dict[_Block, list[str]]:
    blocks: defaultdict[_Block, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        for block in _blocks_of(name):
            blocks[block].append(name)
    return blocks


def _blocks_of(name: str) -> Iterator[_Block]:
    if len(name) >= _TELLING:
        digits = digits_of(name)
        yield digits, name[:2], ""
        yield digits, "", name[-2:]
