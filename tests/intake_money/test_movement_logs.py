"""Logs of MRR changes as contract lines: their many layouts, what contradicts itself, and the same log again."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import Choice, FoundTable, MatchedTable, Matching, Plan, TableKind, Verdict
from csdesk.intake.values.movements import Move, move_of
from csdesk.models.kinds import Kind
from csdesk.models.problems import Problem, Reason
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]
Line = tuple[object, ...]


def lines(plan: Plan) -> list[Line]:
    """Account, plan, MRR, first day, whether it is known, last day."""
    names = {draft.id: draft.values.get("name") for draft in plan.drafts if draft.kind is Kind.ACCOUNT}
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    return [
        (
            names[row["account_id"]],
            row.get("plan"),
            row["amount"],
            row["starts_on"],
            row["start_known"],
            row.get("ended_on"),
        )  # type: ignore[index]
        for row in rows
    ]


def cell_of(problem: Problem) -> str:
    return f"{problem.place.column}{problem.place.row}"


def refused(plan: Plan) -> list[tuple[str, Reason]]:
    return [(cell_of(one), one.reason) for one in plan.tables[0].problems if one.refuses]


def verdicts(plan: Plan) -> list[Verdict]:
    return [row.verdict for row in plan.tables[0].rows]


JAN, FEB, MAR = date(2025, 1, 10), date(2025, 2, 10), date(2025, 3, 10)
STORY = [
    ("Acme", None, 500, JAN, True, date(2025, 2, 9)),
    ("Acme", None, 800, FEB, True, date(2025, 3, 9)),
]
"""New at 500, 300 more in February, gone in March."""
LAYOUTS = {
    "signed changes": "Date,Customer,Type,MRR change|2025-01-10,Acme,New,500|2025-02-10,Acme,Expansion,300|"
    "2025-03-10,Acme,Churn,-800",
    "changes without a sign": "Date,Customer,Movement type,Amount|2025-01-10,Acme,New business,500|"
    "2025-02-10,Acme,Upgrade,300|2025-03-10,Acme,Cancellation,800",
    "before and after": "Date,Customer,MRR before,MRR after|2025-01-10,Acme,0,500|2025-02-10,Acme,500,800|"
    "2025-03-10,Acme,800,0",
    "what is paid then": "Date,Customer,Type,MRR|2025-01-10,Acme,New,500|2025-02-10,Acme,Expansion,800|"
    "2025-03-10,Acme,Churn,0",
    "changes and what is paid then": "Date,Customer,Type,MRR,MRR change|2025-01-10,Acme,New,500,500|"
    "2025-02-10,Acme,Expansion,800,300|2025-03-10,Acme,Churn,0,-800",
    "changes and what was paid before": "Date,Customer,Type,MRR,MRR change|2025-01-10,Acme,New,0,500|"
    "2025-02-10,Acme,Expansion,500,300|2025-03-10,Acme,Churn,800,-800",
    "a column for each kind": "Date,Customer,New,Expansion,Contraction,Churn|2025-01-10,Acme,500,,,|"
    "2025-02-10,Acme,,300,,|2025-03-10,Acme,,,,800",
    "a column for each kind of MRR": "Date,Customer,New MRR,Expansion MRR,Contraction MRR,Churned MRR|"
    "2025-01-10,Acme,500,,,|2025-02-10,Acme,,300,,|2025-03-10,Acme,,,,(800)",
    "deltas alone": "date,customer,mrr_delta|2025-01-10,Acme,500|2025-02-10,Acme,300|2025-03-10,Acme,-800",
    "newest first": "Date,Customer,Type,MRR change|2025-03-10,Acme,Churn,-800|2025-02-10,Acme,Expansion,300|"
    "2025-01-10,Acme,New,500",
    "activities": "customer-name,date,type,activity-mrr-movement,activity-mrr|Acme,2025-01-10,new_biz,500,500|"
    "Acme,2025-02-10,expansion,300,800|Acme,2025-03-10,churn,-800,0",
    "a churn without an amount": "Date,Customer,Type,MRR change|2025-01-10,Acme,New,500|2025-02-10,Acme,Upsell,300|"
    "2025-03-10,Acme,Churned,",
    "Japanese": "日付,顧客名,区分,金額|2025/1/10,Acme,新規,500|2025/2/10,Acme,増額,300|2025/3/10,Acme,解約,800",
    "Japanese with a sign": "変動日,取引先,変動区分,増減額|2025年1月10日,Acme,新規契約,500円|"
    "2025年2月10日,Acme,アップセル,300円|2025年3月10日,Acme,解約,△800円",
    "Japanese before and after": "顧客名,変更日,変更前月額,変更後月額|Acme,2025/1/10,0,500|Acme,2025/2/10,500,800|"
    "Acme,2025/3/10,800,0",
    "Japanese columns": "年月日,会社名,新規,増額,減額,解約,再開|2025/1/10,Acme,500,,,,|2025/2/10,Acme,,300,,,|"
    "2025/3/10,Acme,,,,-800,",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_tells_one_story(name: str, csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    one = csv_table(LAYOUTS[name].replace("|", "\n"))
    plan = planned(one, book)
    assert plan.tables[0].matched.kind is TableKind.MOVEMENTS
    assert (lines(plan), refused(plan)) == (STORY, [])
    assert verdicts(plan) == [Verdict.NEW] * 3
    book.apply(plan)
    again = planned(one, book)
    assert not again.drafts
    assert verdicts(again) == [Verdict.SAME] * 3


def test_a_longer_log_adds_what_is_new(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    rows = LAYOUTS["signed changes"].split("|")
    book.apply(planned(csv_table("\n".join(rows[:3])), book))
    plan = planned(csv_table("\n".join(rows)), book)
    assert verdicts(plan) == [Verdict.SAME, Verdict.SAME, Verdict.CHANGED]
    assert [dict(draft.values) for draft in plan.drafts] == [
        {"ended_on": date(2025, 3, 9), "end_reading": "day_after"}
    ], "the line that ran ends; nothing else changes"


def test_a_log_that_goes_on_where_the_last_one_ended(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    head, *rows = LAYOUTS["signed changes"].split("|")
    book.apply(planned(csv_table("\n".join((head, rows[0]))), book))
    rest = csv_table("\n".join((head, *rows[1:])))
    book.apply(planned(rest, book))
    held = [(row["amount"], row["starts_on"], row.get("ended_on")) for row in book.rows(Kind.CONTRACT)]
    assert held == [(500, JAN, date(2025, 2, 9)), (800, FEB, date(2025, 3, 9))]
    assert not planned(rest, book).drafts


def test_what_was_paid_before_the_log_begins(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    one = csv_table(
        "Date,Customer,Type,MRR before,MRR after\n2025-03-10,Fir,Expansion,500,800\n2025-02-10,Oak,Contraction,90,60\n"
        "2025-04-10,Oak,Churn,60,0"
    )
    plan = planned(one, book)
    begins = date(2025, 1, 1)
    assert sorted(lines(plan), key=str) == [
        ("Fir", None, 500, begins, False, date(2025, 3, 9)),
        ("Fir", None, 800, MAR, True, None),
        ("Oak", None, 60, FEB, True, date(2025, 4, 9)),
        ("Oak", None, 90, begins, False, date(2025, 2, 9)),
    ], "the month before the log begins, as nobody knows since when"
    book.apply(plan)
    assert not planned(one, book).drafts


def test_a_change_beside_what_is_paid_then_tells_the_beginning(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table("Date,Customer,Type,MRR,MRR change\n2025-02-10,Fir,Upgrade,300,100\n2025-03-10,Fir,Downgrade,250,-50")
    )
    assert [line[2:4] for line in lines(plan)] == [(200, date(2025, 1, 1)), (300, FEB), (250, MAR)]


def test_a_renewal_changes_nothing_and_rows_keep_their_notes(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table(
            "Date,Customer,Type,MRR change,備考\n2025-01-10,Fir,New,500,a\n2025-02-10,Fir,Renewal,,b\n"
            "2025-02-11,Fir,Renewed,0,a\n2025-03-10,Fir,Churn,-500,c\n,Oak,New,7,\n2025-01-10,Elm,hello,-3,"
        )
    )
    held = [draft for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    assert [(one.values["amount"], dict(one.custom)) for one in held] == [(500, {"備考": "a / b / c"})]
    assert refused(plan) == [("A6", Reason.MISSING), ("D7", Reason.BEYOND_BALANCE)]


def test_charges_that_come_once_are_beside_a_log(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    book.apply(
        planned(csv_table("Customer,Start,Amount,Billing\nFir,2025-01-01,500,one-off\nFir,2025-01-02,50,一括"), book)
    )
    assert len(book.rows(Kind.CONTRACT)) == 2
    plan = planned(csv_table(LAYOUTS["signed changes"].replace("|", "\n").replace("Acme", "Fir")), book)
    assert not refused(plan)


def test_a_churn_tells_what_was_paid_before(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("Date,Customer,Type,MRR change\n2025-02-10,Fir,Upgrade,50\n2025-03-10,Fir,Churn,-250"))
    assert lines(plan) == [
        ("Fir", None, 200, date(2025, 1, 1), False, date(2025, 2, 9)),
        ("Fir", None, 250, FEB, True, date(2025, 3, 9)),
    ]


def test_balances_alone_begin_with_the_log(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("Date,Customer,Running MRR\n2025-01-10,Fir,50\n2025-02-10,Oak,20\n2025-02-10,Fir,0"))
    assert lines(plan) == [
        ("Fir", None, 50, date(2024, 12, 1), False, date(2025, 2, 9)),
        ("Oak", None, 20, FEB, True, None),
    ], "what is paid on the log's first day was paid before; what comes later is new"


def test_products_are_kept_apart(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    one = csv_table(
        "Date,Customer,Product,Type,MRR change\n2025-01-10,Fir,Core,New,500\n2025-02-10,Fir,Extra,New,100\n"
        "2025-03-10,Fir,Core,Churn,-500"
    )
    plan = planned(one, book)
    assert [line[2:] for line in lines(plan)] == [
        (500, JAN, True, date(2025, 3, 9)),
        (100, FEB, True, None),
    ]
    book.apply(plan)
    assert not planned(one, book).drafts


def test_plans_are_kept_apart_where_each_begins_on_its_own(csv_table: Csv, planned: Planning) -> None:
    head = "Date,Customer,Plan,Type,MRR change\n2025-01-10,Fir,Basic,New,500\n2025-02-10,Fir,Pro,"
    apart = planned(csv_table(f"{head}New,100\n2025-03-10,Fir,Basic,Churn,-500"))
    assert lines(apart) == [
        ("Fir", "Basic", 500, JAN, True, date(2025, 3, 9)),
        ("Fir", "Pro", 100, FEB, True, None),
    ]
    moved = planned(csv_table(f"{head}Upgrade,100\n2025-03-10,Fir,Pro,Churn,-600"))
    assert lines(moved) == [
        ("Fir", "Basic", 500, JAN, True, date(2025, 2, 9)),
        ("Fir", "Pro", 600, FEB, True, date(2025, 3, 9)),
    ]


def test_changes_of_one_day_are_one(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table(
            "Date,Customer,Type,MRR change\n2025-01-10,Fir,New,500\n2025-01-10,Fir,Expansion,100\n"
            "2025-02-10,Fir,Renewal,600\n2025-03-10,Oak,New,80\n2025-03-10,Oak,Churn,-80"
        )
    )
    assert lines(plan) == [("Fir", None, 600, JAN, True, None)]
    assert not refused(plan)


FAULTS = {
    "a contraction beyond what is paid": ("2025-02-10,Fir,Contraction,-700", ("D3", Reason.BEYOND_BALANCE)),
    "an expansion with a minus": ("2025-02-10,Fir,Expansion,-100", ("B3", Reason.OTHER_MOVEMENT)),
    "a churn of more than is paid": ("2025-02-10,Fir,Churn,-700", ("D3", Reason.BEYOND_BALANCE)),
    "an amount that is missing": ("2025-02-10,Fir,Expansion,", ("D3", Reason.MISSING)),
    "a renewal at another price": ("2025-02-10,Fir,Something,100", ("C3", Reason.UNKNOWN_WORD)),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_is_refused_with_all_behind_it(name: str, csv_table: Csv, planned: Planning) -> None:
    row, (cell, reason) = FAULTS[name]
    plan = planned(
        csv_table(
            f"Date,Customer,Type,MRR change\n2025-01-10,Fir,New,500\n{row}\n2025-03-10,Fir,Expansion,50\n"
            "2025-03-10,Oak,New,80\n2025-03-11,Oak,Contraction,30\n2025-03-12,Elm,New,8\n2025-03-13,Elm,Churn,8"
        )
    )
    cell = cell.replace("B", "C")
    assert refused(plan) == [(cell, reason), ("A4", Reason.BEHIND_REFUSED)]
    assert lines(plan)[0] == ("Fir", None, 500, JAN, True, None), "what stands before it is taken"
    assert ("Oak", None, 50, date(2025, 3, 11), True, None) in lines(plan), "other accounts are not touched by it"


def test_contradicting_figures_are_refused_at_their_cell(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table(
            "Date,Customer,MRR before,MRR after,MRR change\n2025-01-10,Fir,0,500,500\n2025-02-10,Fir,400,900,500\n"
            "2025-01-10,Oak,0,500,300\n2025-01-10,Elm,0,500,500\n2025-02-10,Elm,0,500,500"
        )
    )
    assert refused(plan) == [(cell, Reason.OTHER_BALANCE) for cell in ("C3", "E4", "C6")]
    assert [one.seen for one in plan.tables[0].problems if one.refuses] == ["400", "300", "0"]


def test_a_log_that_begins_in_the_middle_asks_for_the_beginning(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table("Date,Customer,Type,MRR change\n2025-01-10,Fir,Expansion,50\n2025-02-10,Fir,Contraction,-9")
    )
    assert refused(plan) == [("D2", Reason.NO_OPENING), ("A3", Reason.BEHIND_REFUSED)]
    assert not lines(plan)


@pytest.mark.parametrize(("day", "left"), [("2025-02-30", []), ("", [])])
def test_a_row_without_a_day_leaves_its_account_out(
    day: str, left: list[Line], csv_table: Csv, planned: Planning
) -> None:
    plan = planned(
        csv_table(f"Date,Customer,Type,MRR change\n2025-01-10,Fir,New,50\n{day},Fir,Upgrade,9\n2025-03-10,Oak,New,7")
    )
    assert [line for line in lines(plan) if line[0] == "Fir"] == left
    assert [line[2] for line in lines(plan)] == [7]


def test_a_row_whose_amount_cannot_be_read_ends_what_is_known(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table(
            "Date,Customer,Type,MRR change\n2025-01-10,Fir,New,50\n2025-02-10,Fir,Upsell,lots\n2025-03-10,Fir,Upsell,9"
        )
    )
    assert refused(plan) == [("D3", Reason.NOT_MONEY), ("A4", Reason.BEHIND_REFUSED)]
    assert lines(plan) == [("Fir", None, 50, JAN, True, None)]


def test_other_contracts_of_that_time_would_count_twice(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    book.apply(planned(csv_table("Customer,Start,MRR\nFir,2025-01-01,500\nOak,2025-01-10,500"), book))
    log = csv_table(
        "Date,Customer,Type,MRR change\n2025-01-10,Fir,New,500\n2025-02-10,Fir,Upgrade,100\n2025-01-10,Oak,New,500\n"
        "2025-02-10,Oak,Upgrade,100"
    )
    plan = planned(log, book)
    assert refused(plan) == [("A2", Reason.OVERLAPS), ("A3", Reason.BEHIND_REFUSED)]
    assert verdicts(plan)[2:] == [Verdict.SAME, Verdict.NEW], "the one ends the line that the other goes on from"
    book.apply(plan)
    assert sorted(row["amount"] for row in book.rows(Kind.CONTRACT)) == [500, 500, 600]  # type: ignore[type-var]


def test_the_balance_speaks_where_a_word_does_not_fit(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table(
            "Date,Customer,Type,MRR change\n2025-01-10,Fir,New,500\n2025-02-10,Fir,New,100\n2025-03-10,Fir,Churn,-200"
        )
    )
    assert [line[2] for line in lines(plan)] == [500, 600, 400]
    told = [(cell_of(one), one.reason) for one in plan.tables[0].problems if not one.refuses]
    assert told == [("C3", Reason.OTHER_MOVEMENT), ("C4", Reason.OTHER_MOVEMENT)]


def test_the_person_says_what_amounts_are(csv_table: Csv, match: Match, planned: Planning) -> None:
    one = csv_table(
        "Date,Customer,Type,MRR\n2025-01-10,Fir,New,500\n2025-02-10,Fir,Expansion,800\n2025-02-12,Oak,Churn,"
    )
    open_ = match(one)
    finding = next(one for one in open_.findings if one.choice is Choice.MOVES)
    assert (finding.answer, finding.certain) == ("change", False)
    assert [one.reason for one in open_.problems if one.reason is Reason.CHANGE_TAKEN] == [Reason.CHANGE_TAKEN]
    assert [line[2] for line in lines(planned(one))] == [500, 1300]
    told = planned(one, chosen=Matching(choices={Choice.MOVES: "level"}))
    assert [line[2] for line in lines(told)] == [500, 800]


def test_amounts_of_a_year_are_of_a_year(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("Date,Customer,Type,ARR change\n2025-01-10,Fir,New,1200\n2025-02-10,Fir,Churn,-1200"))
    held = [draft.values for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    assert [(row["amount"], row["interval_months"]) for row in held] == [(1200, 12)]


def test_reasons_and_own_columns_stay(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table(
            "Date,Customer,Type,MRR change,Churn reason,Batch\n2025-01-10,Fir,New,500,Price match,first\n"
            "2025-02-10,Fir,Seats,100,,\n2025-03-10,Fir,Churn,-600,Rival,last\n2025-03-10,Oak,Contraction,-1,,"
        )
    )
    held = [draft for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    assert [(one.values.get("end_reason"), one.values.get("change"), dict(one.custom)) for one in held] == [
        (None, None, {"Churn reason": "Price match", "Batch": "first"}),
        ("Rival", "seats", {"Batch": "last"}),
    ]


@pytest.mark.parametrize(
    ("word", "move"),
    [
        ("new_biz", Move.NEW), ("New Business", Move.NEW), ("新規契約", Move.NEW), ("ＵＰＧＲＡＤＥ", Move.EXPANSION),
        ("プラン変更(増)", Move.EXPANSION), ("Downgrade", Move.CONTRACTION), ("一部解約", Move.CONTRACTION),
        ("Cancelled", Move.CHURN), ("解約", Move.CHURN), ("Win-back", Move.REACTIVATION), ("再開", Move.REACTIVATION),
        ("Renewal", Move.NONE), ("更新", Move.NONE), ("Price", None), ("hello", None),
    ],
)  # fmt: skip
def test_words_of_movements(word: str, move: Move | None) -> None:
    assert move_of(word) is move
