"""Which account of the book a name in spreadsheets stands for, as a person has said; kept for the next import."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from csdesk.intake.lookalikes import ALIASES, BETWEEN_ALIASES
from csdesk.models.kinds import Kind
from csdesk.usecases.rows import one_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.intake.lookalikes import Lookalike, Party, SameAs
    from csdesk.intake.shapes import Known, Plan

_ACCOUNT = Kind.ACCOUNT.value


def said_same(known: Known) -> dict[str, int]:
    """The accounts that names stand for, among the own columns of accounts; one that another account bears itself by
    now stands for that one."""
    fields = [row["id"] for row in known[Kind.CUSTOM_FIELD] if (row["kind"], row["name"]) == (_ACCOUNT, ALIASES)]
    told = {
        alias: int(str(row["row_id"]))
        for row in known[Kind.CUSTOM_VALUE]
        if row["field_id"] in fields
        for alias in _aliases(str(row["value"]))
    }
    borne: defaultdict[str, set[int]] = defaultdict(set)
    for row in known.get(Kind.ACCOUNT, ()) if told else ():
        borne[str(row["name"])].add(int(str(row["id"])))
    return {alias: account for alias, account in told.items() if account in borne.get(alias, {account})}


def remember_same(book: Book, step: Step, plan: Plan, said: SameAs, ids: Mapping[int, int]) -> None:
    """Keep what a person has said in this import; `ids` are those of the book by those of the drafts, its
    own for themselves."""
    from csdesk.book.read import custom_values, rows

    meant = {key: ids[plan.meant[key]] for key in said if key in plan.meant}
    if not meant:
        return
    named = Counter(str(row["name"]) for row in rows(book, Kind.ACCOUNT))
    before = {account: _aliases(own.get(ALIASES, "")) for account, own in custom_values(book, Kind.ACCOUNT).items()}
    after = {account: [alias for alias in told if alias not in meant] for account, told in before.items()}
    for alias, account in meant.items():
        name = str(one_row(book, Kind.ACCOUNT, account)["name"])
        if alias != name or named[name] > 1:
            after.setdefault(account, []).append(alias)
    changed = {account: told for account, told in after.items() if told != before.get(account, [])}
    _write(book, step, changed)


def _write(book: Book, step: Step, aliases: Mapping[int, Sequence[str]]) -> None:
    from csdesk.book.read import rows

    if not aliases:
        return
    found = rows(book, Kind.CUSTOM_FIELD, where={"kind": _ACCOUNT, "name": ALIASES})
    field = int(str(found[0]["id"])) if found else step.insert(Kind.CUSTOM_FIELD, {"kind": _ACCOUNT, "name": ALIASES})
    present = {row["row_id"]: int(str(row["id"])) for row in rows(book, Kind.CUSTOM_VALUE, where={"field_id": field})}
    for account, told in aliases.items():
        value = {"value": BETWEEN_ALIASES.join(told)}
        if account not in present:
            step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": account, **value})
        elif told:
            step.update(Kind.CUSTOM_VALUE, present[account], value)
        else:
            step.delete(Kind.CUSTOM_VALUE, present[account])


def _aliases(value: str) -> list[str]:
    return [alias for alias in value.split(BETWEEN_ALIASES) if alias]


def signs(row: Party, other: Party) -> tuple[tuple[str, bool], ...]:
    """What speaks for one account (True) and for two (False): every field that both tell."""
    from csdesk.intake.folding import fold_name

    found = []
    for field, value in row.facts.items():
        told = other.facts.get(field)
        if told is not None and field != "account.name":
            found.append((field, str(told).strip().casefold() == str(value).strip().casefold()))
    names = [fold_name(str(party.facts.get("account.name", ""))) for party in (row, other)]
    return (("account.name", names[0] == names[1]), *found)


def mrr_of(book: Book, accounts: Collection[int], as_of: date) -> dict[int, Fraction]:
    """The MRR of some accounts as of a day, in minor units."""
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.snapshot import snapshot_of

    return {row.id: row.mrr for row in rows_at(snapshot_of(book), as_of).rows if row.id in accounts}


def open_pairs(lookalikes: Iterable[Lookalike]) -> int:
    """How many nobody has settled."""
    return sum(one.answer is None for one in lookalikes)
