"""Lists of those who left, and flags that tell who is still there: what follows from them, and what is asked."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.planning import plan as make_plan
from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, Verdict
from csdesk.models.drafts import Draft
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

from .conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]
LEAVERS = "解約日,顧客,月額,理由\n2025/9/30,みどり商会,20000,価格\n2026/3/31,むらさき社,80000,機能不足"


def lines(plan: Plan) -> list[dict[str, object]]:
    return [dict(draft.values) for draft in plan.drafts if draft.kind is Kind.CONTRACT]


def verdicts(plan: Plan) -> list[Verdict]:
    return [row.verdict for row in plan.tables[0].rows]


def reasons(plan: Plan) -> list[tuple[str, Reason]]:
    return [(problem.field, problem.reason) for problem in plan.tables[0].problems if problem.refuses]


def accounts(plan: Plan) -> list[Draft]:
    return [draft for draft in plan.drafts if draft.kind is Kind.ACCOUNT]


def test_those_who_left_were_there_the_month_before_since_nobody_knows_when(
    csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    plan = planned(csv_table(LEAVERS), book)
    told = ("starts_on", "start_known", "ended_on", "amount", "end_reason")
    assert [[line[column] for column in told] for line in lines(plan)] == [
        [date(2025, 8, 1), False, date(2025, 9, 30), 20000, "価格"],
        [date(2026, 2, 1), False, date(2026, 3, 31), 80000, "機能不足"],
    ]
    book.apply(plan)
    assert planned(csv_table(LEAVERS), book).drafts == ()


@pytest.mark.parametrize("heading", ["減少MRR", "解約MRR", "Lost MRR"])
@pytest.mark.parametrize("written", ["▲{}", "-{}", "({})", "△{}"])
def test_a_price_told_as_what_was_lost_is_what_was_paid(
    csv_table: Csv, planned: Planning, book: MemoryBook, heading: str, written: str
) -> None:
    cells = [written.format(amount) for amount in (20000, 80000)]
    told = f"解約日,顧客,{heading},理由\n2025/9/30,みどり商会,{cells[0]},価格\n2026/3/31,むらさき社,{cells[1]},機能不足"
    assert [line["amount"] for line in lines(planned(csv_table(told), book))] == [20000, 80000]


def test_a_price_below_zero_that_nobody_calls_lost_is_refused(
    csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    plan = planned(csv_table("顧客,月額,開始日\nみどり商会,-20000,2024-04-01\nむらさき社,-80000,2025-01-01"), book)
    assert reasons(plan) == [("contract.mrr", Reason.NEGATIVE)] * 2


def test_those_who_left_end_the_lines_that_the_book_has(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    book.apply(
        planned(
            csv_table("顧客,月額,開始日,状況\nみどり商会,20000,2024-04-01,休止\nむらさき社,80000,2025-01-01,契約中"),
            book,
        )
    )
    plan = planned(csv_table(LEAVERS), book)
    assert verdicts(plan) == [Verdict.CHANGED, Verdict.CHANGED]
    assert lines(plan) == [
        {"ended_on": date(2025, 9, 30), "end_reason": "価格"},
        {"ended_on": date(2026, 3, 31), "end_reason": "機能不足"},
    ]
    book.apply(plan)
    assert planned(csv_table(LEAVERS), book).drafts == ()
    moved = planned(csv_table("解約日,顧客\n2025/10/31,みどり商会"), book)
    assert moved.tables[0].rows[0].changes == (("contract.end", date(2025, 9, 30), date(2025, 10, 31)),)


CONTRACTS = (
    "顧客,プラン,月額,開始日\n"
    "みどり商会,基本,20000,2024-04-01\nむらさき社,基本,80000,2025-01-01\nあか社,基本,1,2025-01-01"
)
BARE = "解約日,顧客,理由\n2025/9/30,みどり商会,価格\n2025/9/30,みどり商会,価格\n2026/3/31,むらさき社,機能不足"
ENDED = [
    ["基本", date(2024, 4, 1), True, date(2025, 9, 30), 20000, "価格"],
    ["基本", date(2025, 1, 1), True, date(2026, 3, 31), 80000, "機能不足"],
    ["基本", date(2025, 1, 1), True, None, 1, None],
]
TOLD = ("plan", "starts_on", "start_known", "ended_on", "amount", "end_reason")


def held(book: MemoryBook) -> list[list[object]]:
    found = [[row.get(column) for column in TOLD] for row in book.known[Kind.CONTRACT]]
    return sorted(found, key=lambda line: -int(str(line[4])) % 60_001)


@pytest.mark.parametrize("leavers", [LEAVERS, BARE])
def test_a_list_of_leavers_that_came_first_ends_the_contracts_that_follow(
    csv_table: Csv, planned: Planning, book: MemoryBook, leavers: str
) -> None:
    book.apply(planned(csv_table(leavers), book))
    plan = planned(csv_table(CONTRACTS), book)
    assert verdicts(plan) == [Verdict.CHANGED, Verdict.CHANGED, Verdict.NEW]
    book.apply(plan)
    assert held(book) == ENDED
    for again in (leavers, CONTRACTS):
        assert planned(csv_table(again), book).drafts == ()


@pytest.mark.parametrize("order", [(BARE, CONTRACTS), (CONTRACTS, BARE), (LEAVERS, CONTRACTS)])
def test_a_list_of_leavers_beside_the_contracts_ends_them_in_either_order(
    csv_table: Csv, match: Match, book: MemoryBook, order: tuple[str, str]
) -> None:
    tables = [match(csv_table(text, file=f"{at}.csv")) for at, text in enumerate(order)]

    def planned() -> Plan:
        return make_plan(tables, book.known, currency="JPY", as_of=date(2026, 10, 31))

    plan = planned()
    assert not {Verdict.CONFLICT, Verdict.REFUSED} & {row.verdict for table in plan.tables for row in table.rows}
    book.apply(plan)
    assert held(book) == ENDED
    assert planned().drafts == ()


@pytest.mark.parametrize(
    "row",
    [
        "みどり商会,基本,30000,2024-04-01,",
        "みどり商会,基本,20000,2025-10-01,",
        "みどり商会,基本,20000,2024-04-01,2025-10-31",
    ],
)
def test_a_contract_of_another_amount_or_other_days_is_another_one(
    csv_table: Csv, planned: Planning, book: MemoryBook, row: str
) -> None:
    book.apply(planned(csv_table(LEAVERS), book))
    plan = planned(csv_table(f"顧客,プラン,月額,開始日,解約日\n{row}"), book)
    assert verdicts(plan) == [Verdict.NEW]


def test_of_two_contracts_the_second_is_told_to_be_looked_at(
    csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    book.apply(planned(csv_table(BARE), book))
    plan = planned(csv_table(TWO), book)
    assert verdicts(plan) == [Verdict.CHANGED, Verdict.NEW]
    assert [one.reason for one in plan.tables[0].problems] == [Reason.SEVERAL_LINES]


TWO = "顧客,プラン,月額,開始日\nみどり商会,基本,20000,2024-04-01\nみどり商会,追加,5000,2024-04-01"


@pytest.mark.parametrize(
    ("leaver", "ended"),
    [
        ("解約日,顧客,月額\n2025/9/30,みどり商会,5000", "追加"),
        ("解約日,顧客,プラン,月額\n2025/9/30,みどり商会,基本,", "基本"),
        ("解約日,顧客,月額\n2025/9/30,みどり商会,25000", ""),
        ("解約日,顧客,月額\n2023/9/30,みどり商会,20000", None),
    ],
)
def test_which_of_several_lines_ended_is_told_or_asked(
    leaver: str, ended: str | None, csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    book.apply(planned(csv_table(TWO), book))
    plan = planned(csv_table(leaver), book)
    if ended is None:
        assert [(line["starts_on"], line["start_known"]) for line in lines(plan)] == [(date(2023, 8, 1), False)]
        return
    found = [draft.id for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    assert [row["plan"] for row in book.rows(Kind.CONTRACT) if row["id"] in found] == ([ended] if ended else [])
    assert reasons(plan) == ([] if ended else [("contract.end", Reason.SEVERAL_LINES)])


def test_an_end_alone_is_taken_and_its_want_says_nothing(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("会社名,業種,担当,解約日\nA社,IT,相沢,2025-09-30\nB社,小売,久保,"))
    assert [(line["ended_on"], line.get("amount")) for line in lines(plan)] == [(date(2025, 9, 30), None)]
    assert len(accounts(plan)) == 2
    assert not plan.tables[0].problems


@pytest.mark.parametrize("heading", ["Active?", "Is active", "Live", "稼働中", "契約中"])
def test_who_is_there_no_more_has_no_contract_without_its_end(heading: str, csv_table: Csv, planned: Planning) -> None:
    one = csv_table(
        f"Company,MRR,Start,{heading}\nA Ltd,100,2024-01-01,Yes\nB Ltd,200,2024-02-01,No\nC Ltd,300,2024-03-01,"
    )
    plan = planned(one)
    assert [line["amount"] for line in lines(plan)] == [100]
    assert reasons(plan) == [("contract.end", Reason.MISSING), ("contract.running", Reason.MISSING)]


def test_a_flag_and_an_end_agree(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table("Company,MRR,Start,Churned on,Active\nA Ltd,1,2024-01-01,2025-03-31,No\nB Ltd,2,2024-02-01,,Yes")
    )
    assert [line.get("ended_on") for line in lines(plan)] == [date(2025, 3, 31), None]


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ("Yes,Active", "paused"),
        ("No,Active", "active"),
        ("Yes,", "paused"),
        ("No,Trial", "trial"),
        ("Yes,Trial", "paused"),
        (",Past due", "past_due"),
    ],
)
def test_who_is_paused(cells: str, status: str, csv_table: Csv, planned: Planning) -> None:
    others = "B Ltd,1,2024-01-01,No,Active\nC Ltd,1,2024-01-01,Yes,Active"
    text = f"Company,MRR,Start,On hold,Status\nA Ltd,1,2024-01-01,{cells}\n{others}"
    assert lines(planned(csv_table(text)))[0]["status"] == status


def test_who_is_paused_and_runs_no_more_is_paused(csv_table: Csv, planned: Planning) -> None:
    others = "B Ltd,1,2024-01-01,Yes,Active\nC Ltd,1,2024-01-01,No,Active"
    plan = planned(csv_table(f"Company,MRR,Start,Active,Status\nA Ltd,1,2024-01-01,No,Paused\n{others}"))
    assert [line["status"] for line in lines(plan)] == ["paused", "active"]
    assert reasons(plan) == [("contract.end", Reason.MISSING)]


def test_a_flag_of_an_account_alone_is_the_teams_own(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("Company,Industry,CSM,Active?\nA Ltd,IT,Al,Yes\nB Ltd,IT,Al,No"))
    assert [account.custom for account in accounts(plan)] == [{"Active?": "Yes"}, {"Active?": "No"}]


@pytest.mark.parametrize(
    "heading",
    [
        "Onboarding started at",
        "試験利用開始日",
        "Free trial started at",
        "更新日時",
        "作成日時",
        "最終更新日",
        "Last modified",
        "Updated at",
        "Created",
        "Record created at",
    ],
)
def test_when_a_row_was_written_or_something_began_is_not_offered_as_the_end_that_is_missing(
    read: Callable[..., MatchedTable], heading: str
) -> None:
    rows = "Acme|12|2024-01-05|解約|2026-09-01 09:00", "Bolt|30|2024-02-05|契約中|2026-09-03 10:30"
    told = read(f"顧客名|MRR|契約開始日|ステータス|{heading}", *rows).problems
    assert not [one for one in told if one.seen == heading and one.reason is Reason.NOT_MATCHED]
    told = read("顧客名|MRR|契約開始日|ステータス|最終日時", *rows).problems
    assert [one.field for one in told if one.seen == "最終日時" and one.reason is Reason.NOT_MATCHED]
