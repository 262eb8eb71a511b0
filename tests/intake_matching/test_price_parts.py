"""Prices of several products in columns of one row: a contract line for each, and the total as their check."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, Verdict
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


def lines(plan: Plan) -> list[tuple[object, ...]]:
    names = {draft.id: draft.values["name"] for draft in plan.drafts if draft.kind is Kind.PRODUCT}
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    return [(names.get(row.get("product_id")), row.get("amount"), row["interval_months"]) for row in rows]  # type: ignore[call-overload]


_TWO = "500,120|300,0"


@pytest.mark.parametrize(
    ("headings", "cells", "wanted"),
    [
        ("Base MRR,Analytics add-on MRR", _TWO, [("Base", 500, 1), ("Analytics add-on", 120, 1), ("Base", 300, 1)]),
        ("Product A MRR,Product B MRR", _TWO, [("Product A", 500, 1), ("Product B", 120, 1), ("Product A", 300, 1)]),
        ("MRR - Core,MRR - SMS", _TWO, [("Core", 500, 1), ("SMS", 120, 1), ("Core", 300, 1)]),
        ("Platform ARR,Support ARR", _TWO, [("Platform", 500, 12), ("Support", 120, 12), ("Platform", 300, 12)]),
        ("Base MRR,SMS (monthly)", "¥500,¥120|¥300,", [("Base", 500, 1), ("SMS", 120, 1), ("Base", 300, 1)]),
        ("基本月額,オプション月額", _TWO, [("基本", 500, 1), ("オプション", 120, 1), ("基本", 300, 1)]),
        ("勤怠（月額）,給与（月額）", _TWO, [("勤怠", 500, 1), ("給与", 120, 1), ("勤怠", 300, 1)]),
        ("本体料金/月,保守料金/月", _TWO, [("本体", 500, 1), ("保守", 120, 1), ("本体", 300, 1)]),
        ("Base MRR,Care MRR,Total MRR", "5,1,6|3,0,3", [("Base", 5, 1), ("Care", 1, 1), ("Base", 3, 1)]),
        ("MRR,Care MRR,Total MRR", "5,1,6|3,0,3", [(None, 5, 1), ("Care", 1, 1), (None, 3, 1)]),
        ("基本,オプション,合計月額", "5,2,7|3,0,3", [("基本", 5, 1), ("オプション", 2, 1), ("基本", 3, 1)]),
        ("MRR,Products Base,Products Care", "7,5,2|3,3,0", [("Base", 5, 1), ("Care", 2, 1), ("Base", 3, 1)]),
        ("Base MRR,Care MRR,Total ARR", "5,1,72|3,0,36", [("Base", 5, 1), ("Care", 1, 1), ("Base", 3, 1)]),
    ],
)
def test_each_product_that_is_paid_for_is_a_line(
    headings: str, cells: str, wanted: list[tuple[object, ...]], csv_table: Csv, planned: Planning
) -> None:
    rows = "\n".join(f"C{at},2024-04-01,{row}" for at, row in enumerate(cells.split("|")))
    assert lines(planned(csv_table(f"Customer,Start,{headings}\n{rows}"))) == wanted


@pytest.mark.parametrize(
    ("headings", "cells", "wanted"),
    [
        # Whether the one is in the other nobody knows.
        ("MRR,Care MRR", _TWO, [(None, 500, 1), (None, 300, 1)]),
        # Parts that come to something else than their total are no parts.
        ("Base MRR,Care MRR,Total MRR", "5,1,9|3,1,9", [(None, 9, 1), (None, 9, 1)]),
        ("Current MRR,Target MRR", _TWO, [(None, 500, 1), (None, 300, 1)]),
        ("MRR,Logins,Tickets", "6,5,1|3,3,0", [(None, 6, 1), (None, 3, 1)]),
        ("契約月額,更新後月額", _TWO, [(None, 500, 1), (None, 300, 1)]),
        ("税込月額,税抜月額", "550,500|330,300", [(None, 500, 1), (None, 300, 1)]),
        ("Price per seat per month,Seats,MRR", "5,10,50|3,10,30", [(None, 50, 1), (None, 30, 1)]),
        ("GMV,Take rate,Monthly fee", "500,0.1,500|300,0.1,300", [(None, 500, 1), (None, 300, 1)]),
        ("Base MRR,Calls (monthly)", _TWO, [(None, 500, 1), (None, 300, 1)]),
    ],
)
def test_other_figures_are_no_products(
    headings: str, cells: str, wanted: list[tuple[object, ...]], csv_table: Csv, planned: Planning
) -> None:
    rows = "\n".join(f"C{at},2024-04-01,{row}" for at, row in enumerate(cells.split("|")))
    assert lines(planned(csv_table(f"Customer,Start,{headings}\n{rows}"))) == wanted


def test_a_total_that_its_parts_do_not_come_to_is_told(csv_table: Csv, match: Match) -> None:
    rows = "\n".join(f"C{at},2024-04-01,5,1,{9 if at == 3 else 6}" for at in range(8))
    matched = match(csv_table(f"Customer,Start,Base MRR,Care MRR,Total MRR\n{rows},"))
    told = [one for one in matched.problems if one.reason is Reason.OTHER_TOTAL]
    assert [(one.place.row, one.place.column, one.seen, one.refuses) for one in told] == [(5, "E", "9", False)]


def test_what_a_row_tells_once_is_told_once(csv_table: Csv, planned: Planning) -> None:
    rows = "A,K-1,2024-04-01,12,5,1\nB,K-2,2024-04-01,3,5,1"
    plan = planned(csv_table(f"Customer,Contract ID,Start,Seats,Base MRR,Care MRR\n{rows}"))
    told = [(d.values.get("external_id"), d.values.get("seats")) for d in plan.drafts if d.kind is Kind.CONTRACT]
    assert told == [("K-1", 12), (None, None), ("K-2", 3), (None, None)]


def test_nothing_paid_is_one_line_and_no_price_none(csv_table: Csv, planned: Planning) -> None:
    text = "Customer,Start,Base MRR,Care MRR\nA,2024-04-01,5,1\nB,2024-04-01,0,0\nC,2024-04-01,,"
    assert lines(planned(csv_table(text))) == [("Base", 5, 1), ("Care", 1, 1), ("Base", 0, 1), (None, None, 1)]


def test_again_it_changes_nothing_and_a_product_given_up_costs_nothing(
    csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    text = "Customer,Start,Base MRR,Care MRR,Total MRR\nA,2024-04-01,5,1,6\nB,2024-04-01,3,0,3"
    book.apply(planned(csv_table(text)))
    again = planned(csv_table(text), book)
    assert again.drafts == ()
    assert again.tables[0].count(Verdict.SAME) == 2
    less = planned(csv_table(text.replace("5,1,6", "5,0,5")), book)
    assert [draft.values for draft in less.drafts] == [{"amount": 0}]


def test_prices_that_include_tax_are_not_taken_as_they_are(csv_table: Csv, match: Match) -> None:
    text = "Customer,Start,Base MRR,Care MRR\nA,2024-04-01,550,110\nB,2024-04-01,330,110"
    values = match(csv_table(text, context="All prices include 10% tax (tax included)")).records[0].values
    assert (values["contract.mrr@Base"], values["contract.mrr@Care"]) == (Decimal(500), Decimal(100))


def test_a_price_for_a_year_is_no_mrr(csv_table: Csv, match: Match) -> None:
    text = "Customer,Start,Base MRR,Care MRR\nA,2024-04-01,550/year,110\nB,2024-04-01,330,110\nC,2024-04-01,330,110"
    matched = match(csv_table(text))
    assert [(one.place.row, one.field) for one in matched.problems if one.refuses] == [(2, "contract.mrr@Base")]


def test_a_price_below_nothing_is_refused(csv_table: Csv, match: Match) -> None:
    text = "Customer,Start,Base MRR,Care MRR,Total MRR\nA,2024-04-01,5,1,6\nB,2024-04-01,3,-1,2"
    fields = {one.column.heading: one.field for one in match(csv_table(text)).columns}
    assert fields["Care MRR"] == ""
