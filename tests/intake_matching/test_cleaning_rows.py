"""Rows that cannot be taken, cells that are left out, and what is said of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable
from csdesk.models.problems import Place, Problem, Reason

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]


def refusals(matched: MatchedTable) -> list[tuple[str, str, str, Reason]]:
    return [(str(p.place), p.field, p.seen, p.reason) for p in matched.problems if p.refuses]


def test_exactly_the_seven_bad_rows_are_refused(sample: Callable[[str], FoundTable], match: Match) -> None:
    matched = match(sample("metrics/edge_cases/input/subscriptions_with_bad_rows.csv"))
    by_account = {
        matched.table.rows[matched.table.lines.index(p.place.row)][0]: p for p in matched.problems if p.refuses
    }
    assert len(refusals(matched)) == 7
    assert {account: (p.field, p.reason) for account, p in by_account.items()} == {
        "B01": ("contract.end", Reason.ENDS_BEFORE_START),
        "B02": ("contract.start", Reason.MISSING),
        "B03": ("contract.amount", Reason.NOT_MONEY),
        "B04": ("contract.amount", Reason.NEGATIVE),
        "B05": ("contract.start", Reason.NOT_A_DATE),
        "B06": ("contract.start", Reason.NOT_A_DATE),
        "": ("account.name", Reason.MISSING),
    }
    assert by_account["B06"].seen == "2024-02-30"
    assert str(by_account["B06"].place) == f"E{by_account['B06'].place.row}"


def test_scores_off_their_scale_are_refused(sample: Callable[[str], FoundTable], match: Match) -> None:
    matched = match(sample("metrics/source_examples/input/d_nps.csv"))
    found = [
        (p.field, matched.table.rows[matched.table.lines.index(p.place.row)][0], p.reason) for p in matched.problems
    ]
    assert sorted(found) == [
        ("nps.score", "101", Reason.OUT_OF_RANGE),
        ("nps.score", "102", Reason.MISSING),
        ("nps.score", "103", Reason.OUT_OF_RANGE),
    ]


def test_one_of_two_scores_may_be_blank(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("回答ID,CSAT,CES\n1,5,\n2,,7\n3,,\n4,6,1\n5,4,3.5\n6,3,2"))
    assert [(place, reason) for place, _, _, reason in refusals(matched)] == [
        ("B4", Reason.MISSING),
    ]
    assert [(str(p.place), p.reason) for p in matched.problems if not p.refuses] == [
        ("B5", Reason.OUT_OF_RANGE),
        ("C6", Reason.NOT_ONE_ANSWER),
    ]


def test_a_bad_score_leaves_the_other_answers_of_its_row(csv_table: Csv, match: Match) -> None:
    rows = "A,9,9\nB,10,many\nC,x,4\nD,11,6\nE,11,5"
    matched = match(csv_table(f"Customer,NPS (0-10),CSAT (1-5)\n{rows}"))
    assert [(place, reason) for place, _, _, reason in refusals(matched)] == [
        ("B5", Reason.OUT_OF_RANGE),
        ("C5", Reason.OUT_OF_RANGE),
    ]
    kept = [(r.values["nps.score"], r.values["csat.score"]) for r in matched.records if r.line != 5]
    assert kept == [(9, None), (10, None), (None, 4), (None, 5)]
    assert [str(p.place) for p in matched.problems if not p.refuses] == ["B4", "C3", "C2", "B6"]


def test_a_score_beside_an_account_is_left_out_but_the_row_stays(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Company,CSM,MRR,Industry,NPS score\nA,Al,100,IT,11\nB,Bo,100,IT,9"))
    assert refusals(matched) == []
    assert [record.values["nps.score"] for record in matched.records] == [None, 9]
    assert [p.reason for p in matched.problems] == [Reason.OUT_OF_RANGE]


def test_a_bad_cell_of_a_side_field_is_left_out(csv_table: Csv, match: Match) -> None:
    matched = match(
        csv_table(
            "会社名,担当,ウェブサイト,取引開始日,業種\nA社,見本,https://a.example,2024-02-30,IT\nB社,見本,https://b.example,2024-02-01,IT"
        )
    )
    assert refusals(matched) == []
    assert [(p.field, p.seen, p.reason) for p in matched.problems] == [
        ("account.created_at", "2024-02-30", Reason.NOT_A_DATE)
    ]
    assert matched.records[0].values["account.created_at"] is None


def test_an_error_cell_is_told_and_never_read(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Account,MRR,Start\nA,#REF!,2024-01-01\nB,#N/A,2024-01-01\nC,5,2024-01-01"))
    assert refusals(matched) == [("B2", "contract.mrr", "#REF!", Reason.ERROR_CELL)]


def test_an_error_where_a_value_is_needed_is_told_once_and_refuses_the_row(csv_table: Csv, match: Match) -> None:
    for heading, field in (("Account", "account.name"), ("Start", "contract.start")):
        cells = {"Account": "A", "MRR": "100", "Start": "2024-01-01", heading: "#VALUE!"}
        matched = match(csv_table(f"Account,MRR,Start\nB,120,2024-02-01\n{','.join(cells.values())}"))
        told = [(one.field, one.seen, one.reason, one.refuses) for one in matched.problems if one.place.row == 3]
        assert told == [(field, "#VALUE!", Reason.ERROR_CELL, True)]


def test_an_error_in_a_column_of_the_teams_own_is_told_and_no_value(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Account,MRR,Start,Shelf\nA,5,2024-01-01,#REF!\nB,6,2024-01-01,north\n"))
    assert [record.custom for record in matched.records] == [{}, {"Shelf": "north"}]
    [problem] = matched.problems
    assert (str(problem.place), problem.reason, problem.refuses) == ("D2", Reason.ERROR_CELL, False)


def test_years_come_from_the_neighbours_and_are_said(csv_table: Csv, match: Match) -> None:
    matched = match(
        csv_table("日付,顧客,種別,内容\n12/28,A,電話,x\n2025/12/30,B,電話,x\n1/5,C,電話,x\n7/1,D,電話,x\n12/1,E,電話,x")
    )
    assert [record.values["touch.date"] for record in matched.records] == [
        date(2025, 12, 28),
        date(2025, 12, 30),
        date(2026, 1, 5),
        date(2026, 7, 1),
        date(2026, 12, 1),
    ]
    assert [p.reason for p in matched.problems] == [Reason.YEAR_TAKEN] * 4


def test_days_without_any_year_are_refused(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("日付,顧客,種別,内容\n12/28,A,電話,x\n1/5,C,電話,x"))
    assert [reason for _, _, _, reason in refusals(matched)] == [Reason.NOT_A_DATE] * 2


def test_rows_of_one_record_know_their_head(sample: Callable[[str], FoundTable], match: Match) -> None:
    matched = match(sample("exports/kintone/accounts.csv"))
    assert [record.head for record in matched.records[:4]] == [0, 2, 0, 4]
    assert refusals(matched) == []


def test_open_and_lost_deals_need_no_start(csv_table: Csv, match: Match) -> None:
    matched = match(
        csv_table(
            "案件ID,顧客名,月額,開始予定日,状態\n1,A,100,2024-05-01,受注\n2,B,100,,失注\n3,C,100,,商談中\n4,D,100,,受注"
        )
    )
    assert refusals(matched) == [("D5", "contract.start", "", Reason.MISSING)]


def test_a_line_of_no_days_ends_before_it_starts(csv_table: Csv, match: Match) -> None:
    text = "Account,MRR,Start,End\nA,1,2024-01-01,2024-02-01\nA,1,2024-02-01,2024-03-01\nB,1,2024-01-01,2024-01-01"
    assert refusals(match(csv_table(text))) == [("D4", "contract.end", "2024-01-01", Reason.ENDS_BEFORE_START)]
    last_day = "Account,MRR,Start,End\nB,1,2024-01-01,2024-01-01"
    assert refusals(match(csv_table(last_day))) == []


def test_marks_that_say_neither_are_refused(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("会社名,2025年1月,2025年2月,2025年3月\nA,○,△,○\nB,x,○,"))
    assert refusals(matched) == [("C2", "matrix@2025-02", "△", Reason.UNCLEAR_MARK)]
    b = [record.values["matrix.active"] for record in matched.records if record.values["account.name"] == "B"]
    assert b == [False, True, False]


def test_a_letter_x_alone_is_a_tick(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Customer,Jan-25,Feb-25,Mar-25\nA,x,x,\nB,,x,x"))
    assert [record.values["matrix.active"] for record in matched.records] == [True, True, False, False, True, True]


def test_empty_lines_are_no_records(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Account,MRR,Start\nA,1,2024-01-01\n,,\nB,1,2024-01-01"))
    assert [record.line for record in matched.records] == [2, 4]
    assert refusals(matched) == []


@pytest.mark.parametrize("other", ["100", ""], ids=["one of a column", "the whole column"])
def test_a_formula_never_calculated_refuses_the_row_like_an_error(other: str, csv_table: Csv, match: Match) -> None:
    table = csv_table(f"顧客名,月額,開始日,備考\nA社,,2024-01-01,x\nB社,{other},2024-01-01,y")
    spots = [("B", 2), ("D", 3), *([] if other else [("B", 3)])]
    said = tuple(
        Problem(Place(table.file, "", line, letter), "", "=1+1", Reason.NOT_CALCULATED, refuses=False)
        for letter, line in spots
    )
    matched = match(replace(table, problems=said))
    refused = [(str(one.place), one.field) for one in matched.problems if one.refuses]
    assert refused == [(f"{letter}{line}", "contract.mrr") for letter, line in spots if letter == "B"]
