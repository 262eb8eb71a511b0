"""A board workbook for people who must not know whose figures these are: numbers in the place of names."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from hashlib import blake2b

from csdesk.reports.content import BoardContent

_DIGITS = 3


def redacted(content: BoardContent) -> BoardContent:
    """The same figures, every account as `A-001` and so on, without owners, products, places and words of customers.

    The numbers follow MRR, the largest first, so that they give away neither names nor who came first; the same
    content always gives the same ones, so that nothing about them needs to be kept.
    """
    names = _numbers(content)
    accounts = [
        replace(line, name=names[line.account], owner="", tier="", segment="", industry="", region="", size="",
                channel="", stage="")
        for line in content.accounts
    ]  # fmt: skip
    health = [replace(line, name=names[line.account], owner="") for line in content.health]
    renewals = [replace(line, name=names[line.account], owner="") for line in content.renewals]
    moves = [replace(line, name=names[line.account], product="") for line in content.moves]
    sources = [replace(line, product="", file="", sheet="", row=0) for line in content.sources]
    return replace(
        content,
        redacted=True,
        wins=(),  # nothing but words
        accounts=tuple(sorted(accounts, key=lambda line: line.name)),
        health=tuple(sorted(health, key=lambda line: line.name)),
        renewals=tuple(sorted(renewals, key=lambda line: (line.on, line.name))),
        moves=tuple(sorted(moves, key=lambda line: (line.month.first, line.name))),
        sources=tuple(sorted(sources, key=lambda line: (names[line.account], line.starts_on, line.mrr))),
    )


def _numbers(content: BoardContent) -> Mapping[int, str]:
    """A name for every account, by MRR; among equals by nothing that means anything."""
    amounts = {line.account: Fraction(0) for line in content.moves}
    amounts |= {line.account: line.mrr for line in content.accounts}
    ordered = sorted(amounts, key=lambda account: (-amounts[account], _shuffled(account)))
    digits = max(_DIGITS, len(str(len(ordered))))
    return {account: f"A-{number:0{digits}d}" for number, account in enumerate(ordered, 1)}


def _shuffled(account: int) -> bytes:
    return blake2b(str(account).encode(), digest_size=8).digest()
