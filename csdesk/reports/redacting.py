"""A board workbook for people who must not know whose figures these are: codes in the place of names."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from itertools import count

from csdesk.reports.content import BoardContent, HealthLine
from csdesk.reports.lines import GroupLine

_SYMBOLS = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""Without vowels there are no words among the codes, and nothing in them looks like another."""
_LONG = 5


def redacted(content: BoardContent) -> BoardContent:
    """The same figures, every account under a code such as `A-7KQ2M`, without owners, products, places and words of
    customers.

    An account has the same code in every workbook of its book, so that a reader can follow it from one to the next;
    it is made of what the book tells the account by, which is chance, and gives away neither its name nor its age.
    """
    names = _codes(content)
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
        accounts=tuple(sorted(accounts, key=lambda line: (-line.mrr, line.name))),
        health=tuple(sorted(health, key=lambda line: (-line.mrr, line.name))),
        renewals=tuple(sorted(renewals, key=lambda line: (line.on, line.name))),
        moves=tuple(sorted(moves, key=lambda line: (line.month.first, line.name))),
        sources=tuple(sorted(sources, key=lambda line: (names[line.account], line.starts_on, line.mrr))),
    )


def _codes(content: BoardContent) -> Mapping[int, str]:
    """A code for every account; the few that would share one with an earlier account get another."""
    said = (content.accounts, content.moves, content.committed, content.interviews, content.risks)
    codes: dict[str, int] = {}
    for account in sorted({line.account for lines in said for line in lines}):
        code = next(code for code in map(partial(_code, account), count()) if code not in codes)
        codes[code] = account
    return {account: code for code, account in codes.items()}


def _code(account: int, attempt: int) -> str:
    rest = int.from_bytes(blake2b(f"{account} {attempt}".encode(), digest_size=8).digest(), "big")
    return "A-" + "".join(_SYMBOLS[rest // len(_SYMBOLS) ** place % len(_SYMBOLS)] for place in range(_LONG))


def _without_names(lines: Sequence[HealthLine], names: Mapping[int, str]) -> list[HealthLine]:
    """Scores by the codes of accounts; health profiles, which a person has named, as `P-1` and so on."""
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
