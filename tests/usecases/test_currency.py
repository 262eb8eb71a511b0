"""Another currency: amounts stay the numbers they were, or nothing changes."""

from dataclasses import replace

import pytest

from csdesk.book.columns import money_columns
from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, StepName
from csdesk.usecases.books import Refused, undo
from csdesk.usecases.settings import book_settings, change_settings


def amounts(book: Book) -> list[object]:
    """All but those that have a currency of their own."""
    found = ((row, name) for kind in Kind for name in money_columns(kind) for row in rows(book, kind))
    return [row[name] for row, name in found if not row.get("currency")]


def foreign(book: Book) -> list[object]:
    return [(row["id"], row["amount"]) for row in rows(book, Kind.CONTRACT) if row["currency"]]


def test_amounts_stay_the_numbers_they_were(demo: Book) -> None:
    settings, before, held, abroad = book_settings(demo), dump(demo), amounts(demo), foreign(demo)
    assert settings.currency == "JPY"
    assert {kind for kind in Kind if money_columns(kind)} >= {Kind.CONTRACT, Kind.INVOICE, Kind.COST, Kind.PERSON}
    change_settings(demo, replace(settings, currency="USD"))
    assert amounts(demo) == [None if amount is None else int(str(amount)) * 100 for amount in held]
    change_settings(demo, replace(settings, currency="KWD"))
    change_settings(demo, replace(settings, currency="JPY"))
    assert amounts(demo) == held
    assert foreign(demo) == abroad
    for _ in range(3):
        undo(demo)
    assert dump(demo) == before


def test_amounts_with_cents_refuse_a_currency_without(demo: Book) -> None:
    settings = replace(book_settings(demo), currency="USD")
    change_settings(demo, settings)
    with demo.step(StepName.ADD_COST) as step:
        step.insert(Kind.COST, {"month": "2024-01", "amount": 1250})
    before = dump(demo)
    with pytest.raises(Refused) as refused:
        change_settings(demo, replace(settings, currency="JPY"))
    assert refused.value.problem.seen == "JPY"
    assert dump(demo) == before
