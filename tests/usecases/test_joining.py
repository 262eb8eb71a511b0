"""Two accounts that are one: side by side, brought together, and taken apart again by undo."""

import random
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.book.columns import layout
from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import custom_values, rows, sources
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, StepName
from csdesk.usecases import accounts, books, completing
from csdesk.usecases.backups import list_backups
from csdesk.usecases.hygiene import Lack, hygiene_page
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.joining import SHOWN, join_accounts, pair_of
from csdesk.usecases.rows import Gone
from csdesk.usecases.settings import book_settings
from tests.thorough import examples

ONE_DAY = date(2026, 1, 31)
OF_ACCOUNTS = tuple(kind for kind in Kind if layout(kind).account == "account_id")


def put(book: Book, kind: Kind, **values: Value) -> int:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        return step.insert(kind, values)


def of(book: Book, account: int) -> dict[Kind, int]:
    """How many rows of each kind belong to an account."""
    return {kind: len(rows(book, kind, where={"account_id": account})) for kind in OF_ACCOUNTS}


def busiest(book: Book) -> list[int]:
    ids = [int(str(row["id"])) for row in rows(book, Kind.ACCOUNT)]
    return sorted(ids, key=lambda account: sum(of(book, account).values()), reverse=True)


@pytest.fixture
def two(book: Book) -> tuple[int, int]:
    """Two accounts that say different things, with a day of health and own columns in both."""
    owner = put(book, Kind.PERSON, name="Somebody")
    kept = put(book, Kind.ACCOUNT, name="Sample Works", tier="high", notes="kept")
    emptied = put(book, Kind.ACCOUNT, name="SAMPLE WORKS Inc.", tier="low", owner_id=owner, domain="s.example")
    for account in (kept, emptied):
        for on in (ONE_DAY, date(2026, 1, account % 7 + 1)):
            put(book, Kind.HEALTH_DAY, account_id=account, on_date=on, band="green", coverage=1.0, factors=str(account))
        accounts.edit_accounts(book, [accounts.CellEdit(account, "custom:Both", str(account))])
    accounts.edit_accounts(book, [accounts.CellEdit(emptied, "custom:Its own", "alone")])
    return kept, emptied


def test_a_pair_shows_what_either_says(book: Book, two: tuple[int, int], today: date) -> None:
    kept, emptied = two
    pair = pair_of(book, kept, emptied, today)
    fields = {field.key: (field.left, field.right, field.differs) for field in pair.fields}
    assert fields["tier"] == ("high", "low", True)
    assert fields["owner_id"] == (None, "Somebody", False)
    assert fields["custom:Its own"] == (None, "alone", False)
    assert "industry" not in fields
    assert (pair.left.account, pair.right.name, pair.left.mrr) == (kept, "SAMPLE WORKS Inc.", 0)
    assert set(pair.left.rows) == set(SHOWN)


def test_the_kept_account_fills_its_gaps_and_takes_what_was_chosen(book: Book, two: tuple[int, int]) -> None:
    kept, emptied = two
    changes = join_accounts(book, kept, emptied, {"tier", "custom:Both"})
    (left,) = rows(book, Kind.ACCOUNT)
    assert (left["id"], left["name"], left["tier"], left["notes"]) == (kept, "Sample Works", "low", "kept")
    assert left["domain"] == "s.example"
    assert left["owner_id"] is not None
    assert custom_values(book, Kind.ACCOUNT) == {kept: {"Both": str(emptied), "Its own": "alone"}}
    assert (changes.name, changes.subject) == (StepName.JOIN_ACCOUNTS, "Sample Works")


def test_of_one_day_the_kept_accounts_health_stands(book: Book, two: tuple[int, int]) -> None:
    kept, emptied = two
    join_accounts(book, kept, emptied)
    held = {row["on_date"]: row["factors"] for row in rows(book, Kind.HEALTH_DAY)}
    assert held[ONE_DAY] == str(kept)
    assert all(row["account_id"] == kept for row in rows(book, Kind.HEALTH_DAY))


def test_everything_of_the_emptied_account_is_the_kept_ones(demo: Book) -> None:
    kept, emptied = busiest(demo)[:2]
    before, after = of(demo, kept), of(demo, emptied)
    join_accounts(demo, kept, emptied)
    expected = {kind: before[kind] + after[kind] for kind in OF_ACCOUNTS if kind is not Kind.HEALTH_DAY}
    assert {kind: count for kind, count in of(demo, kept).items() if kind in expected} == expected
    assert sum(of(demo, emptied).values()) == 0
    assert books.check_book(demo) == ()


def test_where_rows_came_from_is_told_of_the_kept_account(book: Book, today: date) -> None:
    pasted = "顧客名\tプラン\t月額\t開始日\n見本商店\tA\t12,000円\t2025/04/01\n"
    found = read_pasted(pasted, "pasted")
    apply_plan(book, plan_import(book, match_tables(found, (), book_settings(book)), today))
    emptied = int(str(rows(book, Kind.ACCOUNT)[0]["id"]))
    kept = put(book, Kind.ACCOUNT, name="見本商店 本店")
    join_accounts(book, kept, emptied)
    assert sources(book, Kind.ACCOUNT, [kept])[kept].file == "pasted"
    before = dump(book)
    books.undo(book)
    books.redo(book)
    assert dump(book) == before


def test_what_was_left_of_the_emptied_account_is_forgotten(book: Book, two: tuple[int, int], today: date) -> None:
    kept, emptied = two
    completing.leave_as_is(book, hygiene_page(book, today).findings)
    left = {finding.account for finding in hygiene_page(book, today).findings if finding.lack is Lack.OWNER}
    assert left == {kept}
    join_accounts(book, kept, emptied)
    assert len(rows(book, Kind.SAVED_VIEW)) == 1, "that of the kept account"


def test_an_account_that_is_gone_cannot_be_brought_together(book: Book, two: tuple[int, int], today: date) -> None:
    kept, emptied = two
    accounts.delete_accounts(book, [emptied])
    before = dump(book)
    with pytest.raises(Gone):
        join_accounts(book, kept, emptied)
    with pytest.raises(Gone):
        pair_of(book, kept, emptied, today)
    assert dump(book) == before


def test_many_rows_are_saved_before_they_move(demo: Book) -> None:
    kept, emptied = busiest(demo)[:2]
    join_accounts(demo, kept, emptied)
    assert len(list_backups(demo.path)) == 1


@settings(max_examples=examples(12))
@given(seed=st.integers(0, 10_000))
def test_any_two_accounts_come_apart_again(seed: int, make_demo: Callable[[], Book]) -> None:
    """Joined one after another, some fields taken, then all undone and redone: the same book each time."""
    with make_demo() as demo:
        chance = random.Random(seed)
        fields = [name for name in layout(Kind.ACCOUNT).names if name != "id"]
        states = [dump(demo)]
        for _ in range(2):
            kept, emptied = chance.sample(busiest(demo), 2)
            join_accounts(demo, kept, emptied, chance.sample(fields, 5))
            states.append(dump(demo))
        for state in reversed(states[:-1]):
            books.undo(demo)
            assert dump(demo) == state
        for state in states[1:]:
            books.redo(demo)
            assert dump(demo) == state
        assert books.check_book(demo) == ()


@pytest.fixture(scope="module")
def make_demo(
    demo_file: object, tmp_path_factory: pytest.TempPathFactory, module_clock: Callable[[], object]
) -> Callable[[], Book]:
    """Demo books, each of its own."""
    from pathlib import Path

    def make() -> Book:
        path = tmp_path_factory.mktemp("joined") / "demo.csdesk"
        path.write_bytes(Path(str(demo_file)).read_bytes())
        return Book.open(path, who="sample", clock=module_clock)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="module")
def module_clock() -> Callable[[], object]:
    from datetime import UTC, datetime

    return lambda: datetime(2026, 3, 18, 3, 0, tzinfo=UTC)
