"""Which account of the book a name in spreadsheets stands for, as a person has said; kept for the next import."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.intake.shapes import Lookalike, Party, Plan, SameAs
    from csdesk.models.drafts import Value

SAME_PAGE = "same_account"
"""The page of the saved views that are no views: what is called what."""


def said_same(views: Iterable[Mapping[str, Value]]) -> dict[str, int]:
    """The accounts that names stand for, among the rows of saved views."""
    return {
        str(view["name"]): int(json.loads(str(view["definition"]))["account"])
        for view in views
        if view["page"] == SAME_PAGE
    }


def remember_same(book: Book, step: Step, plan: Plan, said: SameAs, ids: Mapping[int, int]) -> None:
    """Keep what a person has said in this import; `ids` are those of the book by those of the drafts."""
    from csdesk.book.read import rows

    kept = {str(row["name"]): row for row in rows(book, Kind.SAVED_VIEW, where={"page": SAME_PAGE})}
    for key in said:
        if key not in plan.meant:
            continue
        account = plan.meant[key]
        definition = json.dumps({"account": ids.get(account, account)})
        if key not in kept:
            step.insert(Kind.SAVED_VIEW, {"page": SAME_PAGE, "name": key, "definition": definition})
        elif kept[key]["definition"] != definition:
            step.update(Kind.SAVED_VIEW, int(str(kept[key]["id"])), {"definition": definition})


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
