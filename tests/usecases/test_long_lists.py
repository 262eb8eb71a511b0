"""Lists too long to have every row at hand: mended, their refused rows saved, what they ask answered."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from csdesk.intake.packed import PackedRows
from csdesk.models.kinds import Language
from csdesk.models.problems import Reason
from csdesk.ui.candidate import Candidate
from csdesk.ui.import_jobs import Said as SaidOf
from csdesk.ui.import_jobs import Wanted, matched, planned
from csdesk.usecases.importing import FoundTable, Matching, Verdict, asked_columns, match_tables, read_pasted, silent
from csdesk.usecases.importing import plan_import as plan
from csdesk.usecases.mended_cells import mended
from csdesk.usecases.saving import refused_alone, save_refused
from csdesk.usecases.settings import book_settings

ROWS = 200


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rows are many enough."""
    monkeypatch.setattr("csdesk.intake.reading.csvs._PACKED_FROM", 1)
    monkeypatch.setattr("csdesk.intake.reading.csvs.CHUNK_ROWS", 16)
    monkeypatch.setattr("csdesk.intake.matching.records.blocks.MANY", 40)


def events(amount: Callable[[int], object] = lambda row: row) -> FoundTable:
    rows = (
        f"Account {n % 9},mina{n % 3}@sample.example,2026-01-{n % 28 + 1:02},Export,{amount(n)}" for n in range(ROWS)
    )
    (table,) = read_pasted("\n".join(["Account,User email,Date,Event,Amount", *rows]) + "\n", "use.csv")
    return table


def bad(row: int) -> object:
    return "many" if row in (20, 21, 90) else row % 7


@pytest.mark.usefixtures("short")
def test_mending_touches_the_column_concerned_alone() -> None:
    table = events(bad)
    after = mended(mended(table, [(22, 4), (23, 4)], "5\0"), [(92, 1)], "kim@sample.example")
    assert isinstance(table.rows, PackedRows)
    assert isinstance(after.rows, PackedRows)
    changed = {at for at, (one, other) in enumerate(zip(table.rows, after.rows, strict=True)) if one != other}
    assert changed == {20, 21, 90}
    assert (after.rows[20][4], after.rows[21][4], after.rows[90][1]) == ("5", "5", "kim@sample.example")
    assert table.rows[20][4] == "many", "the table as it stood is kept"
    kept = [one is other for one, other in zip(table.rows.blocks, after.rows.blocks, strict=True)]
    assert kept.count(False) == 2
    block, other = table.rows.blocks[1], after.rows.blocks[1]
    assert [one is two for one, two in zip(block.columns, other.columns, strict=True)] == [True] * 4 + [False]


@pytest.mark.usefixtures("short")
def test_cells_are_mended_as_the_table_is_matched_and_taken_back(book: object, today: date) -> None:
    settings = book_settings(book)
    one = Candidate(events(bad), included=True, matching=Matching())
    for cells, text in (([(22, 4)], "5"), ([(23, 4), (92, 4)], "6"), ([(24, 4)], "7")):
        one.mend(cells, text)
    one.unmend()
    assert len(one.mendings) == 2, "what was not matched yet is just not done"
    (done,) = matched([Wanted(one.found, one.mendings, one.matching)], settings, today, lambda *_: None)
    one.take_matched(*done)
    assert (len(one.before), one.mendings, one.stale) == (2, (), False)
    assert one.matched is not None
    assert not one.matched.problems
    one.unmend()
    assert (len(one.before), one.found.rows[20][4], one.found.rows[21][4]) == (1, "5", "many")


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_refused_rows_are_saved_as_they_stood(book: object, tmp_path: Path, today: date, suffix: str) -> None:
    tables = match_tables([events(bad)], [], book_settings(book))
    (table,) = plan(book, tables, today).tables
    assert table.count(Verdict.REFUSED) == 3
    alone = refused_alone(table)
    assert [row.line for row in alone.rows] == [22, 23, 92]
    path = tmp_path / f"refused.{suffix}"
    assert save_refused(alone, path, Language.EN, silent) == 3
    if suffix == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            saved = list(csv.reader(file))
        assert [row[3:6] for row in saved[1:]] == [["Export", "many", line] for line in ("22", "23", "92")]


@pytest.mark.usefixtures("short")
def test_what_is_listed_of_a_long_list_is_made_with_the_plan(
    book: object, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("csdesk.ui.import_jobs.TROUBLES", 5)
    tables = match_tables([events(lambda row: "many" if row % 3 == 0 else row)], [], book_settings(book))
    made, (outlook,) = planned(tables, today, SaidOf({}, frozenset()), lambda *_: None, book)
    lines = list(range(2, ROWS + 2, 3))
    assert len(made.tables[0].problems) == outlook.counts[Verdict.REFUSED] == len(lines)
    assert [one.place.row for one in outlook.troubles] == lines[:5]


@pytest.mark.usefixtures("short")
def test_a_long_list_asks_for_the_column_that_it_lacks(
    book: object, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("csdesk.intake.matching.records.kept_own.MOST", 0)
    rows = (
        f"Account {n % 9},a{n}@sample.example,{n},2026-01-{n % 28 + 1:02},2026-02-{n % 28 + 1:02}" for n in range(ROWS)
    )
    (found,) = read_pasted("\n".join(["Account,User email,Logins,Abc,Def", *rows]), "use.csv")
    (table,) = plan(book, match_tables([found], [Matching()], book_settings(book)), today).tables
    assert table.problems[0].reason is Reason.TOO_MANY_OWN
    assert asked_columns(table) == {"D": "usage.date", "E": "usage.date"}
