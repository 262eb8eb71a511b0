from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.file import Book
from csdesk.models.kinds import Kind, StepName


@dataclass
class Clock:
    """Stands still until it is moved."""

    moment: datetime = datetime(2025, 4, 1, 0, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "team.csdesk"


@pytest.fixture
def book(path: Path, clock: Clock) -> Iterator[Book]:
    with Book.create(path, who="sample", clock=clock, base=5) as made:
        yield made


@pytest.fixture
def reopened(path: Path, clock: Clock) -> Iterator[Callable[..., Book]]:
    """Opens the book once more, as another window would."""
    opened: list[Book] = []

    def reopen(**how: Any) -> Book:
        opened.append(Book.open(path, who="other", clock=clock, **how))
        return opened[-1]

    yield reopen
    for each in opened:
        each.close()


@dataclass
class Filled:
    """A book with one account to which something of everything belongs, and a bare second one."""

    book: Book
    account: int
    other: int
    person: int
    contact: int
    contract: int
    touch: int
    task: int
    measure: int
    product: int
    field: int


@pytest.fixture
def filled(book: Book) -> Filled:
    with book.step(StepName.IMPORT, "sample.csv") as step:
        person = step.insert(Kind.PERSON, {"name": "Mina Sample"})
        account, other = step.insert_many(
            Kind.ACCOUNT, [{"name": "見本商事", "owner_id": person}, {"name": "Sample Ltd"}]
        )
        contact = step.insert(Kind.CONTACT, {"account_id": account, "name": "Kei", "decision_maker": True})
        product = step.insert(Kind.PRODUCT, {"name": "Core"})
        contract = step.insert(
            Kind.CONTRACT,
            {"account_id": account, "product_id": product, "amount": 12_000, "starts_on": date(2024, 1, 1)},
        )
        touch = step.insert(
            Kind.TOUCH,
            {"account_id": account, "contact_id": contact, "on_date": date(2025, 3, 1), "note": "first call"},
        )
        task = step.insert(Kind.TASK, {"account_id": account, "touch_id": touch, "title": "send the plan"})
        measure = step.insert(Kind.MEASURE, {"code": "logins", "name": "Logins"})
        step.insert_many(
            Kind.USE,
            [
                {
                    "account_id": (account, other)[day % 2],
                    "contact_id": contact if day % 3 else None,
                    "measure_id": measure,
                    "on_date": date(2025, 1, 1) + timedelta(day),
                    "amount": day / 7,
                }
                for day in range(30)
            ],
        )
        field = step.insert(Kind.CUSTOM_FIELD, {"kind": "account", "name": "地区"})
        step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": account, "value": "東"})
    return Filled(book, account, other, person, contact, contract, touch, task, measure, product, field)
