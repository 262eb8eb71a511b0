"""Texts that tell of each line of a list of contracts rather than of its account: they differ within one account."""

from collections.abc import Sequence
from itertools import compress
from operator import ne

from csdesk.intake.distinct import distinct, kinds, starts
from csdesk.intake.fields import FIELDS, WHO
from csdesk.intake.matching.fields.columns import Taken, refit
from csdesk.intake.shapes import Cell, TableKind
from csdesk.intake.values.text import PLAIN_STARTS, is_nothing
from csdesk.intake.vocabulary.entry import ValueType

_KEPT = {f"account.{name}": f"contract.{name}" for name in ("notes", "channel", "sales_rep")}
"""What a contract has a place for itself; other texts become columns of the team's own, which it keeps."""
_NAMES = frozenset({"account.short_name", "account.kana", *WHO})
_FEW = 2
"""So often, and in most cells beyond the first of their account, another text has to stand."""


def with_line_texts(taken: Sequence[Taken], kind: TableKind, cells: Sequence[Sequence[Cell]]) -> list[Taken]:
    """The columns of a list of contracts, where texts that differ within most accounts are not taken for facts of the
    account, which can have but one."""
    places = {one.hit.field.id: one.position for one in taken}
    who = next((places[field] for field in WHO if field in places), None)
    if kind is not TableKind.CONTRACTS or who is None:
        return list(taken)
    found = []
    for one in taken:
        field = one.hit.field.id
        if not _is_fact(field) or not _differs(cells[who], cells[one.position]):
            found.append(one)
        elif (kept := _KEPT.get(field)) and kept not in places:
            found.append(refit(one, kept, one.confidence))
    return found


def _is_empty(text: Cell) -> bool:
    return isinstance(text, str) and text[:1] not in PLAIN_STARTS and is_nothing(text)


def _may_be_empty(cells: Sequence[Cell]) -> bool:
    """Whether any of many cells may be empty: a quick look at them all."""
    return kinds(cells) != {str} or not starts(cells) <= PLAIN_STARTS  # type: ignore[arg-type] # texts


def _is_fact(field: str) -> bool:
    entry = FIELDS[field]
    is_text = entry.entity == "account" and entry.type is ValueType.TEXT
    return field in _KEPT or (is_text and field not in _NAMES)


def _differs(accounts: Sequence[Cell], texts: Sequence[Cell]) -> bool:
    different = distinct(texts)
    if len(different) == 1:
        return False
    empty = {text for text in different if text is None or _is_empty(text)} if _may_be_empty(texts) else set()
    unnamed = {None, ""}
    if not unnamed.isdisjoint(accounts) or empty:
        told = [name not in unnamed and text not in empty for name, text in zip(accounts, texts, strict=True)]
        accounts, texts = list(compress(accounts, told)), list(compress(texts, told))
    first = dict(zip(reversed(accounts), reversed(texts), strict=True))
    again = len(texts) - len(first)
    other: int = sum(map(ne, map(first.__getitem__, accounts), texts))
    return other >= _FEW and 2 * other > again
