"""Rows that only name what the rows below them belong to."""

from collections.abc import Callable

import pytest

from csdesk.intake.matching import match_tables
from csdesk.intake.shapes import FoundTable
from csdesk.models.kinds import Language
from csdesk.models.problems import Reason

Pasted = Callable[[str], tuple[FoundTable, ...]]
BLOCKS = "{}\nあお社,A,100\nきい社,B,200\n{}\nしろ社,A,100\nくろ社,B,200\n"


def test_owners_above_their_accounts_are_a_column_whose_cells_point_to_them(pasted: Pasted) -> None:
    (table,) = pasted("顧客名,プラン,月額\n" + BLOCKS.format("担当：青木", "◆担当: 白井"))
    assert next((column.heading, column.cell) for column in table.columns) == ("担当", "A2")
    assert [row[:2] for row in table.rows] == [
        ("青木", "あお社"),
        ("青木", "きい社"),
        ("白井", "しろ社"),
        ("白井", "くろ社"),
    ]
    assert [str(table.place(line, table.columns[0].letter)) for line in table.lines] == ["A2", "A2", "A5", "A5"]
    assert str(table.place(7, table.columns[1].letter)) == "A7"
    assert [(str(one.place), one.reason, one.seen) for one in table.problems] == [
        ("2", Reason.NOTE_ROW, "青木"),
        ("5", Reason.NOTE_ROW, "白井"),
    ]
    (matched,) = match_tables((table,), language=Language.JA, currency="JPY")
    assert [record.values["account.owner"] for record in matched.records] == ["青木", "青木", "白井", "白井"]


@pytest.mark.parametrize(("heads", "word"), [(("Enterprise", "SMB"), "Group"), (("◆大企業", "◆中小企業"), "グループ")])
def test_groups_without_a_word_of_what_they_are(heads: tuple[str, str], word: str, pasted: Pasted) -> None:
    headings = "Company,Plan,MRR\n" if word.isascii() else "顧客名,プラン,月額\n"
    (table,) = pasted(headings + BLOCKS.format(*heads))
    assert table.columns[0].heading == word
    assert [row[0] for row in table.rows] == [heads[0].strip("◆")] * 2 + [heads[1].strip("◆")] * 2


def test_words_over_days_are_groups_however_their_rows_are_filled(pasted: Pasted) -> None:
    text = "Due,Account,ARR,Note\nQ4 FY26,,,\n2026-12-12,Oak,1,\nQ1 FY27,,,\n2027-01-15,Elm,,call\n2027-03-25,Ash,2,\n"
    (table,) = pasted(text)
    assert [row[:3] for row in table.rows] == [
        ("Q4 FY26", "2026-12-12", "Oak"), ("Q1 FY27", "2027-01-15", "Elm"), ("Q1 FY27", "2027-03-25", "Ash"),
    ]  # fmt: skip


def test_groups_in_a_column_of_their_own_are_repeated(pasted: Pasted) -> None:
    (table,) = pasted("担当,顧客名,月額\n青木,,\n,あお社,100\n白井,,\n,しろ社,100\n,くろ社,200\n")
    assert table.rows == (("青木", "あお社", "100"), ("白井", "しろ社", "100"), ("白井", "くろ社", "200"))
    assert [str(table.place(line, "A")) for line in table.lines] == ["A2", "A4", "A4"]


@pytest.mark.parametrize(
    "rows",
    [
        "みどり社,,\nあお社,A,100\nきい社,B,200\nしろ社,A,100\n",
        "みどり社,,\nあお社,A,100\nもも社,,\nきい社,B,200\nしろ社,A,100\n",
        "みどり社,,\nもも社,,\nあお社,A,100\nきい社,B,200\n",
        "みどり社,,\nあお社,A,100\nきい社,,200\nもも社,,\nしろ社,A,100\nくろ社,B,200\n",
        "あお社,A,100\nみどり社,,\nきい社,B,200\nしろ社,A,100\nもも社,,\nくろ社,B,200\nはい社,B,200\n",
        "みどり社,,\nあお社,A,100\nきい社,B,200\nもも社,,\n",
        "みどり社,,\nあお社,A,100\nきい社,B,200\nみどり社,,\nしろ社,A,100\nくろ社,B,200\n",
        ",A,\nあお社,A,100\nきい社,B,200\n,B,\nしろ社,A,100\nくろ社,B,200\n",
    ],
    ids=["one", "a single row", "side by side", "gaps", "not at the top", "at the foot", "twice", "not a name"],
)
def test_accounts_of_which_only_the_name_is_known_stay_accounts(rows: str, pasted: Pasted) -> None:
    (table,) = pasted("顧客名,プラン,月額\n" + rows)
    assert len(table.columns) == 3
    assert len(table.rows) == rows.count("\n")


def test_the_number_of_its_rows_is_no_part_of_a_groups_name(pasted: Pasted) -> None:
    heads = ("Account Owner: Nora (2 records)", "Account Owner: Kit (2 records)")
    (table,) = pasted("Account Name,Plan,MRR\n" + BLOCKS.format(*heads))
    assert table.columns[0].heading == "Account Owner"
    assert [row[0] for row in table.rows] == ["Nora", "Nora", "Kit", "Kit"]


def test_groups_that_a_column_tells_as_well_make_no_further_one(pasted: Pasted) -> None:
    (table,) = pasted(
        "Account Owner,Account Name,Last Activity\nAccount Owner: Nora (2 records),,\n"
        "Nora,Acme,2026-10-02\nNora,Bolt,2026-10-03\nAccount Owner: Kit (1 record),,\nKit,Cord,2026-10-04\n"
    )
    assert [column.heading for column in table.columns] == ["Account Owner", "Account Name", "Last Activity"]
    assert [row[:2] for row in table.rows] == [("Nora", "Acme"), ("Nora", "Bolt"), ("Kit", "Cord")]


def test_groups_with_the_number_of_their_rows_are_repeated(pasted: Pasted) -> None:
    (table,) = pasted("Stage,Deal,Amount\nClosed Won (2),A,100\n,B,200\nProspecting (1),C,300\n")
    assert [row[:2] for row in table.rows] == [("Closed Won", "A"), ("Closed Won", "B"), ("Prospecting", "C")]
    assert [str(table.place(line, "A")) for line in table.lines] == ["A2", "A2", "A4"]


@pytest.mark.parametrize("first", ["Won (3)", "Won (1)", "Won", "Won (2"])
def test_numbers_that_are_not_those_of_the_rows_make_no_groups(first: str, pasted: Pasted) -> None:
    (table,) = pasted(f"Stage,Deal,Amount\n{first},A,100\n,B,200\nLost (1),C,300\n")
    assert [row[0] or "" for row in table.rows] == [first, "", "Lost (1)"]


def test_names_with_a_number_behind_each_are_no_groups(pasted: Pasted) -> None:
    (table,) = pasted("Deal,Company,Amount\nRenewal (1),A,100\nRollout (1),B,200\n")
    assert [row[0] for row in table.rows] == ["Renewal (1)", "Rollout (1)"]
