"""What the Import page shows of a file before anything is written: its sheet, its rivals, what speaks for an answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from csdesk.intake.shapes import Column, ColumnMatch, FoundTable, Refusal
from csdesk.models.kinds import Language
from csdesk.usecases.import_fields import as_remembered, fields_offered, rivals
from csdesk.usecases.import_sheet import lines_around
from csdesk.usecases.importing import TableKind, read_each, read_pasted
from csdesk.wording.evidence import evidence_words


@pytest.fixture
def table() -> FoundTable:
    rows = "".join(f"Works {n}\t{n}00\t2024-01-{n:02}\n" for n in range(1, 10))
    return read_pasted("Customer\tMRR\tStart\n" + rows, "Clipboard")[0]


def test_a_cell_is_seen_with_its_heading_and_the_rows_around(table: FoundTable) -> None:
    heading, *lines = lines_around(table, 5, range(3), reach=2)
    assert (heading.line, heading.cells, heading.heading) == (1, ("Customer", "MRR", "Start"), True)
    assert [line.line for line in lines] == [3, 4, 5, 6, 7]
    assert lines[2].cells == ("Works 4", "400", "2024-01-04")


def test_at_the_ends_there_is_less_to_see(table: FoundTable) -> None:
    assert [line.line for line in lines_around(table, 1, range(1), reach=2)] == [1, 2, 3, 4]
    assert [line.line for line in lines_around(table, 10, range(1), reach=2)] == [1, 8, 9, 10]
    assert [line.line for line in lines_around(table, 99, range(1), reach=2)] == [1, 9, 10]


def test_a_short_row_is_filled_up(table: FoundTable) -> None:
    ragged = replace(table, rows=(("only",),), lines=(2,))
    assert lines_around(ragged, 2, range(3), reach=1)[1].cells == ("only", "", "")
    bare = replace(table, columns=(), rows=(), lines=())
    assert lines_around(bare, 2, range(0), reach=1) == ()


def test_a_column_that_another_is_taken_for_is_told() -> None:
    columns = [
        ColumnMatch(Column("Monthly fee", "B1", "B"), "", 0.0, ()),
        ColumnMatch(Column("Price", "C1", "C"), "contract.mrr", 1.0, ()),
        ColumnMatch(Column("Mascot", "D1", "D"), "", 0.0, ()),
        ColumnMatch(Column("MRR", "E1", "E"), "skip", 0.0, ()),
    ]
    assert rivals(columns) == {"B": ("contract.mrr", "Price")}


def test_the_ways_of_not_taking_a_column_are_near_the_top() -> None:
    match = ColumnMatch(Column("Fee", "B1", "B"), "contract.mrr", 0.9, (), tuple(f"contract.{n}" for n in range(9)))
    offered = fields_offered(match, TableKind.CONTRACTS)
    assert offered[:6] == ("contract.mrr", "contract.0", "contract.1", "contract.2", "", "skip")
    assert as_remembered("Fee", "contract.mrr").column.heading == "Fee"


def test_of_several_files_those_that_can_be_taken_are(tmp_path: Path) -> None:
    good = tmp_path / "good.csv"
    good.write_text("Customer,MRR,Start\nNorthwind,300,2024-01-01\n", encoding="utf-8")
    empty = tmp_path / "empty.csv"
    empty.touch()
    found, refused = read_each([tmp_path / "gone.csv", good, empty], lambda _done, _whole: None)
    assert [one.file for one in found] == ["good.csv"]
    assert [error.args for error in refused] == [(Refusal.MISSING, "gone.csv"), (Refusal.EMPTY, "empty.csv")]


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ("heading", "the heading says so"),
        ("chains 3", "3 contracts go on after such a day"),
        ("service 4, renewal 1", "4 rows speak for the end of service, 1 for renewal"),
        ("service 0, renewal 0", "nothing in the file settles it"),
        ("2 of 30, apart from renewals", "2 of 30 rows have one, none near its renewal"),
        ("mdy 5, dmy 0, ymd 0", "only month first fits 5 dates, only day first 0, only year first 0"),
        ("USD 3, EUR 1", "USD 3, EUR 1"),
        ("", ""),
    ],
)
def test_what_speaks_for_an_answer_in_words(evidence: str, said: str) -> None:
    assert evidence_words(evidence, Language.EN) == said
    assert (evidence_words(evidence, Language.JA) != said) == (said not in {"USD 3, EUR 1", ""})
