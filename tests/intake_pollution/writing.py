"""Rows to text in one dialect or another."""

from collections.abc import Iterable, Sequence
from random import Random

from tests.intake_pollution.clean import Clean


def written(
    rows: Iterable[Sequence[str]],
    separator: str = ",",
    quote: str = '"',
    escape: str = "",
    end: str = "\n",
    *,
    all_quoted: bool = False,
) -> str:
    """Cells quoted where they need it; `escape` stands before a quote inside, in place of a second one."""

    def cell(text: str) -> str:
        needs = all_quoted or separator in text or "\n" in text or "\r" in text or (quote and quote in text)
        return f"{quote}{text.replace(quote, (escape or quote) + quote)}{quote}" if quote and needs else text

    return "".join(separator.join(map(cell, row)) + end for row in rows)


def with_texts(dice: Random, rows: Clean, *texts: str, heading: str = "Remarks") -> Clean:
    """One more column, in which about every third row holds one of the texts; each comes at least once."""
    told = [dice.choice(texts) if dice.random() < 0.35 else "" for _ in rows[1:]]
    for text, place in zip(texts, dice.sample(range(len(told)), len(texts)), strict=True):
        told[place] = text
    return [[*rows[0], heading], *([*row, text] for row, text in zip(rows[1:], told, strict=True))]
