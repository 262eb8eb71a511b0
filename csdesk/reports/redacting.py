"""A board workbook for people who must not know whose figures these are: numbers in the place of names."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from hashlib import blake2b

from csdesk.reports.content import BoardContent, HealthLine
from csdesk.reports.lines import GroupLine

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
    health = _without_names(content.health, names)
    renewals = [replace(line, name=names[line.account], owner="") for line in content.renewals]
    moves = [replace(line, name=names[line.account], product="") for line in content.moves]
    sources = [replace(line, product="", file="", sheet="", row=0) for line in content.sources]
    committed = [replace(line, name=names[line.account]) for line in content.committed]
    risks = [replace(line, name=names[line.account], owner="", plan="") for line in content.risks]
    interviews = [
        replace(line, name=names[line.account], stated="", root_cause="", themes="") for line in content.interviews
    ]
    return replace(
        content,
        redacted=True,
        committed=tuple(committed),
        groups=tuple(_coded(content.groups)),
        risks=tuple(risks),
        interviews=tuple(interviews),
        wins=(),  # nothing but words
        actions=(),
        accounts=tuple(sorted(accounts, key=lambda line: line.name)),
        health=tuple(sorted(health, key=lambda line: line.name)),
        renewals=tuple(sorted(renewals, key=lambda line: (line.on, line.name))),
        moves=tuple(sorted(moves, key=lambda line: (line.month.first, line.name))),
        sources=tuple(sorted(sources, key=lambda line: (names[line.account], line.starts_on, line.mrr))),
    )


def _numbers(content: BoardContent) -> Mapping[int, str]:
    """A name for every account, by MRR; among equals by nothing that means anything."""
    said = (content.moves, content.committed, content.interviews, content.risks)
    amounts = {line.account: Fraction(0) for lines in said for line in lines}
    amounts |= {line.account: line.mrr for line in content.accounts}
    ordered = sorted(amounts, key=lambda account: (-amounts[account], _shuffled(account)))
    digits = max(_DIGITS, len(str(len(ordered))))
    return {account: f"A-{number:0{digits}d}" for number, account in enumerate(ordered, 1)}


def _without_names(lines: Sequence[HealthLine], names: Mapping[int, str]) -> list[HealthLine]:
    """Scores by account number; health profiles, which a person has named, as `P-1` and so on."""
    told = sorted({line.health.profile for line in lines} - {""})
    codes = {"": ""} | {name: f"P-{number}" for number, name in enumerate(told, 1)}
    return [
        replace(
            line, name=names[line.account], owner="", health=replace(line.health, profile=codes[line.health.profile])
        )
        for line in lines
    ]


def _coded(groups: Sequence[GroupLine]) -> list[GroupLine]:
    """Groups as `G-1` and so on within their dimension, in the order given."""
    seen: dict[str, int] = {}
    coded = []
    for line in groups:
        seen[line.dimension] = seen.get(line.dimension, 0) + 1
        coded.append(replace(line, group=f"G-{seen[line.dimension]}"))
    return coded


def _shuffled(account: int) -> bytes:
    return blake2b(str(account).encode(), digest_size=8).digest()
