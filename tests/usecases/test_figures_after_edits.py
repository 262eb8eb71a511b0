"""Whatever is done to a book, its pages say what they say of the same book read from scratch."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, LineStatus, StepName
from csdesk.models.months import PeriodKind
from csdesk.usecases.retention import retention_page
from csdesk.usecases.revenue import revenue_page
from csdesk.usecases.scope import Scope
from csdesk.usecases.snapshot import Snapshot, snapshot_of
from tests.thorough import examples

if TYPE_CHECKING:
    from collections.abc import Callable

BEGIN, AS_OF = date(2024, 1, 1), date(2024, 8, 20)


def clock() -> datetime:
    return datetime(2024, 8, 20, 9, tzinfo=UTC)


@st.composite
def line(draw: Any) -> dict[str, Any]:
    start = draw(st.integers(0, 200))
    length = draw(st.none() | st.integers(0, 120))
    discount = draw(st.none() | st.just(50))
    return {
        "amount": draw(st.sampled_from([None, 0, 100, 250, 700])),
        "interval_months": draw(st.sampled_from([1, 1, 12])),
        "starts_on": BEGIN + timedelta(start),
        "ended_on": None if length is None else BEGIN + timedelta(start + length),
        "known_until": draw(st.sampled_from([None, None, None, date(2024, 7, 31)])),
        "discount_amount": discount,
        "discount_ends_on": None if discount is None else BEGIN + timedelta(start + 40),
        "status": draw(st.sampled_from([LineStatus.ACTIVE, LineStatus.ACTIVE, LineStatus.PAUSED, LineStatus.TRIAL])),
        "start_known": draw(st.sampled_from([True, True, False])),
    }


places = st.integers(0, 9)
deeds = st.one_of(
    st.tuples(st.just("add line"), places, line()),
    st.tuples(st.just("change line"), places, line()),
    st.tuples(st.just("move line"), places, places),
    st.tuples(st.just("delete line"), places),
    st.tuples(st.just("delete account"), places),
    st.tuples(st.just("rename account"), places, st.sampled_from("ABC")),
    st.tuples(st.just("rename product"), st.sampled_from(["Core", "Core add-on"])),
    st.tuples(st.just("undo"), st.integers(1, 3)),
    st.tuples(st.just("redo"), st.integers(1, 3)),
)


class Doing:
    """Deeds as steps of a book. A place stands for whatever row is there by now, counted around."""

    def __init__(self, book: Book, lines: list[Any]) -> None:
        self.book = book
        with book.step(StepName.IMPORT) as step:
            accounts = step.insert_many(Kind.ACCOUNT, [{"name": f"Account {n}", "tier": "AB"[n % 2]} for n in range(3)])
            self.product = step.insert(Kind.PRODUCT, {"name": "Core"})
            for at, values in enumerate(lines):
                ids = {"account_id": accounts[at % 3], "product_id": self.product}
                step.insert(Kind.CONTRACT, values | ids)

    def row(self, kind: Kind, place: int) -> int | None:
        found = [int(str(row["id"])) for row in rows(self.book, kind)]
        return found[place % len(found)] if found else None

    def do(self, name: str, *about: Any) -> None:
        if name in {"undo", "redo"}:
            for _ in range(about[0]):
                (self.book.undo if name == "undo" else self.book.redo)()
            return
        with self.book.step(StepName.EDIT_CONTRACT) as step:
            if name == "rename product":
                if rows(self.book, Kind.PRODUCT):
                    step.update(Kind.PRODUCT, self.product, {"name": about[0]})
                return
            of = Kind.ACCOUNT if "account" in name or name == "add line" else Kind.CONTRACT
            row = self.row(of, about[0])
            if row is None:
                return
            deed: dict[str, Callable[[], object]] = {
                "add line": lambda: step.insert(Kind.CONTRACT, about[1] | {"account_id": row}),
                "change line": lambda: step.update(Kind.CONTRACT, row, about[1]),
                "move line": lambda: step.update(Kind.CONTRACT, row, {"account_id": self.row(Kind.ACCOUNT, about[1])}),
                "delete line": lambda: step.delete(Kind.CONTRACT, row),
                "delete account": lambda: step.delete(Kind.ACCOUNT, row),
                "rename account": lambda: step.update(Kind.ACCOUNT, row, {"name": about[1], "tier": about[1]}),
            }
            deed[name]()


def same(book: Book, fresh: Book) -> None:
    now, anew = snapshot_of(book), Snapshot(fresh)
    for name in ("spans", "accounts", "contacts"):
        pd.testing.assert_frame_equal(getattr(now.frames, name), getattr(anew.frames, name))
    for name in ("accounts", "names", "custom", "tasks", "products", "people", "rules"):
        assert getattr(now, name) == getattr(anew, name)
    assert now.frames.known_until == anew.frames.known_until
    scope = replace(Scope.at(AS_OF, PeriodKind.MONTH), by="tier")
    for page in (revenue_page, retention_page):
        assert repr(page(book, scope)) == repr(page(fresh, scope))


@settings(max_examples=examples(15), deadline=None)
@given(st.lists(line(), min_size=1, max_size=6), st.lists(deeds, min_size=1, max_size=4))
def test_pages_after_any_edits(lines: list[Any], wanted: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "team.csdesk"
        with Book.create(path, who="sample", clock=clock) as book:
            doing = Doing(book, lines)
            for deed in wanted:
                snapshot_of(book)
                doing.do(*deed)
                with Book.open(path, who="other", clock=clock, read_only=True) as fresh:
                    same(book, fresh)
