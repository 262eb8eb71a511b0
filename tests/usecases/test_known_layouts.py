"""How tables of a shape are matched is remembered, told, corrected and forgotten."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.intake.shapes import FoundTable
from csdesk.models.kinds import Kind
from csdesk.usecases import books
from csdesk.usecases.importing import (
    Matching,
    TableKind,
    apply_plan,
    match_tables,
    plan_import,
    read_pasted,
    remembered,
)
from csdesk.usecases.known_layouts import (
    KnownLayout,
    change_layout,
    forget_layouts,
    known_layouts,
    layouts_of,
    rename_layout,
)
from csdesk.usecases.settings import book_settings

TODAY = date(2026, 3, 18)
TEXT = "Customer\tMoney\tStart\nNorthwind\t300\t2024-01-01\nAlder\t80\t2024-02-01\n"


@pytest.fixture
def found(book: Book) -> tuple[FoundTable, ...]:
    tables = read_pasted(TEXT, "fees.csv")
    chosen = Matching(fields={"Money": "contract.mrr"})
    matched = match_tables(tables, [chosen], book_settings(book))
    apply_plan(book, plan_import(book, matched, TODAY), [chosen])
    return tables


@pytest.fixture
def layout(book: Book, found: tuple[FoundTable, ...]) -> KnownLayout:
    (known,) = known_layouts(book)
    assert layouts_of(book, found) == (known,)
    return known


def test_it_is_called_by_the_file_and_told_when_it_was_chosen(layout: KnownLayout) -> None:
    assert (layout.name, layout.kind, layout.who) == ("fees.csv", TableKind.CONTRACTS, "sample")
    assert layout.fields["Money"] == "contract.mrr"
    assert layout.at is not None
    assert layout.at.date() == TODAY


def test_it_is_renamed_and_called_by_its_file_again(book: Book, layout: KnownLayout) -> None:
    rename_layout(book, layout, " Monthly fees ")
    assert known_layouts(book)[0].name == "Monthly fees"
    rename_layout(book, layout, "Fees")
    assert known_layouts(book)[0].name == "Fees"
    rename_layout(book, layout, "")
    assert known_layouts(book)[0].name == "fees.csv"


def test_a_column_is_corrected_for_later_files(book: Book, layout: KnownLayout, found: tuple[FoundTable, ...]) -> None:
    change_layout(book, layout, "Money", "contract.arr")
    assert remembered(book, found)[0].fields["Money"] == "contract.arr"
    books.undo(book)
    assert remembered(book, found)[0].fields["Money"] == "contract.mrr"


def test_it_is_forgotten_with_its_name(book: Book, layout: KnownLayout, found: tuple[FoundTable, ...]) -> None:
    rename_layout(book, layout, "Fees")
    forget_layouts(book, [layout])
    assert known_layouts(book) == ()
    assert layouts_of(book, found) == (None,)
    assert rows(book, Kind.SAVED_VIEW) == []
    books.undo(book)
    assert known_layouts(book)[0].name == "Fees"


def test_one_whose_step_is_no_longer_known_goes_by_its_headings(book: Book, layout: KnownLayout) -> None:
    assert layout.shape
    with book.writing() as connection:
        connection.exec_driver_sql("UPDATE step SET subject = ''")
    assert known_layouts(book)[0].name == "Customer, Money, Start"
