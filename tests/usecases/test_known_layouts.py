"""How tables of a shape are matched is remembered, told, corrected and forgotten."""

from datetime import date
from pathlib import Path

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.intake.shapes import FoundTable, silent
from csdesk.models.kinds import Kind, Language
from csdesk.usecases import books
from csdesk.usecases.importing import (
    Matching,
    TableKind,
    apply_plan,
    match_tables,
    plan_import,
    read_files,
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
from csdesk.usecases.saving import refused_alone, save_refused
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


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_refused_rows_come_back_as_the_table_they_came_from(
    book: Book, language: Language, ending: str, tmp_path: Path
) -> None:
    text = TEXT + "Fennel\t90\t2024-02-30\n"
    chosen = Matching(fields={"Money": "contract.mrr"})
    matched = match_tables(read_pasted(text, "fees.csv"), [chosen], book_settings(book))
    plan = plan_import(book, matched, TODAY)
    apply_plan(book, plan, [chosen])
    path = tmp_path / f"refused.{ending}"
    assert save_refused(refused_alone(plan.tables[0]), path, language, silent) == 1
    found = read_files([path], lambda _done, _whole: None)
    assert len(found[0].columns) == 5
    assert layouts_of(book, found)[0] == known_layouts(book)[0]
    again = match_tables(found, remembered(book, found), book_settings(book))
    assert [one.field for one in again[0].columns][1:] == ["contract.mrr", "contract.start", "skip", "skip"]
    changes = apply_plan(book, plan_import(book, again, TODAY))
    assert changes.subject == path.name
    assert len(known_layouts(book)) == 1
    assert set(known_layouts(book)[0].fields) == {"Customer", "Money", "Start"}
