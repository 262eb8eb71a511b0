"""Labels beside their values instead of above them: turned where that is sure, else said and not taken."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.matching import match_tables
from csdesk.intake.shapes import FoundTable, MatchedTable, TableKind
from csdesk.models.kinds import Language
from csdesk.models.problems import Reason

Pasted = Callable[[str], tuple[FoundTable, ...]]

SIDEWAYS = (
    "会社名,くわがた,かぶと,せみ\n担当,青木,青木,白井\n月額,10,20,30\n"
    "契約開始日,2025/4/1,2025/5/1,2025/6/1\n備考,,値引中,\n"
)
CARD = "会社名：,こおろぎ\n月額料金：,15000\n契約開始日：,2025年4月1日\nCS担当：,青木\n"


def matched(tables: tuple[FoundTable, ...]) -> MatchedTable:
    [one] = match_tables(tables, language=Language.JA, currency="JPY")
    return one


@pytest.mark.parametrize("above", ["", "契約一覧\n\n", "項目,1社目,2社目,3社目\n"])
def test_a_table_on_its_side_is_turned(above: str, pasted: Pasted) -> None:
    [table] = pasted(above + SIDEWAYS)
    assert [column.heading for column in table.columns][-5:] == ["会社名", "担当", "月額", "契約開始日", "備考"]
    assert [record.values["account.name"] for record in matched((table,)).records] == ["くわがた", "かぶと", "せみ"]
    assert matched((table,)).records[1].values["contract.start"] == date(2025, 5, 1)


def test_its_title_and_notes_are_what_stands_around_it(pasted: Pasted) -> None:
    [table] = pasted(f"契約一覧（千円）\n\n{SIDEWAYS}※税抜\n")
    assert table.context == "契約一覧（千円）\n※税抜"
    assert matched((table,)).records[0].values["contract.mrr"] == 10_000


def test_cells_of_a_turned_table_keep_their_addresses(pasted: Pasted) -> None:
    found = pasted("一覧\n" + SIDEWAYS.replace("20", "不明な額", 1))
    assert [column.cell for column in found[0].columns] == ["A2", "A3", "A4", "A5", "A6"]
    assert [column.line for column in found[0].columns] == [1] * 5
    assert found[0].range == "A2:D6"
    [problem] = matched(found).problems
    assert (str(problem.place), problem.seen, problem.field) == ("C4", "不明な額", "contract.mrr")


def test_colons_behind_labels_are_no_part_of_them(pasted: Pasted) -> None:
    assert [column.heading for column in pasted(CARD)[0].columns] == ["会社名", "月額料金", "契約開始日", "CS担当"]


@pytest.mark.parametrize(
    "text",
    [
        "会社名,こおろぎ\nCS担当,青木\n業種,IT\n地域,東京\n",
        "列名,説明\n会社名,正式名称を記載\n月額,税抜の月額を記載\n契約開始日,初回の契約日\n",
    ],
    ids=["no amount, no day", "a list of headings"],
)
def test_pairs_that_are_not_sure_are_said_and_not_taken(text: str, pasted: Pasted) -> None:
    taken = matched(pasted(text))
    assert taken.kind is TableKind.UNKNOWN
    assert [problem.reason for problem in taken.problems] == [Reason.LABEL_PAIRS]
    assert not any("account.name" in record.values for record in taken.records)


@pytest.mark.parametrize(
    "text",
    [
        "会社名,担当,月額\nあお社,佐藤,10\nきい社,鈴木,20\n",
        "会社名,担当\nあお社,佐藤\nきい社,鈴木\n\n会社名,担当\nあか社,佐藤\nしろ社,鈴木\n",
        "KPI,2026-01,2026-02\nMRR,100,105\n顧客,40,42\n解約,1,2\n費用,3,3\n",
        "区分,件数\n顧客,3\n契約,4\n担当,2\n",
        "Date,Customer,Type,Notes\n2024-04-01,Northwind,Call,Talked\n2024-04-02,Alder,Visit,Went\n",
        "Relation,Firm,Owner,City\nCustomer,Northwind,Alda,Oslo\nCustomer,Alder,Bo,Owner\nCustomer,Elm,Bo,Status\n",
        "Made on,Customer,Kind,Said\n2024-04-01,Northwind,Renewal,Owner\n2024-04-02,Alder,Contract,Status\n",
    ],
)
def test_rows_stay_rows(text: str, pasted: Pasted) -> None:
    assert all(problem.reason is not Reason.LABEL_PAIRS for table in pasted(text) for problem in table.problems)
    assert pasted(text)[0].columns[0].cell == "A1"
    assert pasted(text)[0].columns[1].cell == "B1"
