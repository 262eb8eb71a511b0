"""Goals, milestones and tasks in a plan."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.matching.words.qualifiers import is_planned
from csdesk.intake.shapes import Plan, TableKind, Verdict
from csdesk.intake.values.work_words import is_done, on_customer_side
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

from .conftest import AS_OF, HeldBook, drafted

Planned = Callable[..., Plan]


def test_a_goal_with_its_figures(planned: Planned) -> None:
    (goal,) = drafted(
        planned(
            "Account,Goal,Success criteria,Unit,Baseline,Target,Current,Due date,Status,Owner"
            "|Acme,Close faster,Within a week,days,10,5,7.5,2026-12-31,On track,Ann"
        ),
        Kind.GOAL,
    )
    assert (goal["statement"], goal["victory"], goal["status"]) == ("Close faster", "Within a week", "On track")
    assert (goal["unit"], goal["baseline"], goal["target"], goal["current"]) == ("days", 10.0, 5.0, 7.5)
    assert goal["due_on"] == date(2026, 12, 31)


def test_milestones_belong_to_the_goal_beside_them(planned: Planned) -> None:
    plan = planned(
        "顧客名,目標,マイルストーン,期日,完了日|楓社,決算の短縮,キックオフ,2026/10/1,2026/10/2|楓社,決算の短縮,データ移行,2026/10/20,|柳社,全店,キックオフ,2026/11/1,"
    )
    goals = [draft for draft in plan.drafts if draft.kind is Kind.GOAL]
    assert [goal.values["statement"] for goal in goals] == ["決算の短縮", "全店"]
    assert [(m["title"], m["goal_id"], m.get("done_on")) for m in drafted(plan, Kind.MILESTONE)] == [
        ("キックオフ", goals[0].id, date(2026, 10, 2)),
        ("データ移行", goals[0].id, None),
        ("キックオフ", goals[1].id, None),
    ]


def test_what_is_done_without_a_day_was_done_when_it_was_due(planned: Planned, book: HeldBook) -> None:
    text = (
        "Customer,Task,Due,Status|Acme,Send quote,2026-11-02,Done|Acme,Call,2026-12-24,Done|Acme,Visit,2026-11-03,Open"
        "|Acme,Write,,Completed"
    )
    plan = planned(text)
    assert [task.get("done_on") for task in drafted(plan, Kind.TASK)] == [date(2026, 11, 2), AS_OF, None, AS_OF]
    said = [problem.place.row for problem in plan.tables[0].problems if problem.reason is Reason.DONE_DAY_TAKEN]
    assert said == [2, 3, 5]
    book.apply(plan)
    later = planned(text, as_of=date(2026, 12, 31))
    assert {row.verdict for row in later.tables[0].rows} == {Verdict.SAME}


def test_a_task_that_gets_done_is_the_same_task(planned: Planned, book: HeldBook) -> None:
    book.apply(planned("Customer,Task,Due,Completed|Acme,Send quote,2026-12-01,"))
    plan = planned("Customer,Task,Due,Completed|Acme,Send quote,2026-12-01,2026-11-20")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.CHANGED]
    book.apply(plan)
    (task,) = book.rows(Kind.TASK)
    assert task["done_on"] == date(2026, 11, 20)


def test_what_comes_again_under_one_name_is_a_task_each_time(planned: Planned, book: HeldBook) -> None:
    text = "Customer,Task,Due|Acme,Monthly call,2026-12-01|Acme,Monthly call,2027-01-05|Acme,Monthly call,2026-12-01"
    plan = planned(text)
    assert [task["due_on"] for task in drafted(plan, Kind.TASK)] == [date(2026, 12, 1), date(2027, 1, 5)]
    assert [p.reason for p in plan.tables[0].problems] == [Reason.DUPLICATE]
    book.apply(plan)
    moved = planned(text.replace("2027-01-05", "2027-01-12"))
    assert [row.verdict for row in moved.tables[0].rows] == [Verdict.SAME, Verdict.CHANGED, Verdict.SAME]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Account,Goal,Target,Due date|Acme,,5,2026-12-31", "goal.statement"),
        ("Account,Goal,Target,Due date|,Close faster,5,2026-12-31", "account.name"),
        ("Account,Milestone,Due,Status|Acme,,2026-12-31,Open", "milestone.title"),
        ("Account,Milestone,Due,Status|,Kickoff,2026-12-31,Open", "account.name"),
        ("Account,Task,Due,Status|Acme,,2026-12-31,Open", "task.title"),
    ],
)
def test_a_row_without_what_it_is_about_is_refused(text: str, field: str, planned: Planned) -> None:
    filled = text.partition("|")[0] + "|Bolt,Known,1,2026-12-31"
    plan = planned(f"{filled}|{text.partition('|')[2]}")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED]
    assert [(p.field, p.reason) for p in plan.tables[0].problems if p.refuses] == [(field, Reason.MISSING)]


def test_a_task_may_be_of_no_account(planned: Planned) -> None:
    tasks = drafted(planned("Task,Due,Owner|Write the newsletter,2026-12-01,Ann"), Kind.TASK)
    assert [(task["title"], task.get("account_id")) for task in tasks] == [("Write the newsletter", None)]


@pytest.mark.parametrize(
    ("word", "done"),
    [("Done", True), ("完了済み", True), ("✓", True), ("yes", True), ("100%", True), ("未完了", False),
     ("対応中", False),
     ("Not done", False), ("In progress", False), ("no", False), ("waiting", None), ("確認待ち", None)],
)  # fmt: skip
def test_words_say_whether_something_is_done(word: str, *, done: bool | None) -> None:
    assert is_done(word) is done


@pytest.mark.parametrize(
    ("word", "theirs"),
    [("Customer", True), ("顧客", True), ("お客様", True), ("yes", True), (True, True), ("CSM", False), ("弊社", False),
     ("顧客・弊社", False), ("no", False), ("soon", None), (None, None)],
)  # fmt: skip
def test_words_say_whose_turn_it_is(*, word: str | bool | None, theirs: bool | None) -> None:
    assert on_customer_side(word) is theirs


@pytest.mark.parametrize(
    ("heading", "planned"),
    [("go live scheduled", True), ("estimated start", True), ("完了計画日", True), ("目標日", True),
     ("入金見込日", True), ("kickoff plan", True), ("due", True),
     ("plan start", False), ("目標達成日", False), ("完了日", False), ("dues", False)],
)  # fmt: skip
def test_words_say_that_a_day_was_planned(heading: str, *, planned: bool) -> None:
    assert is_planned(heading) is planned


def test_a_checklist_may_have_its_steps_across(planned: Planned, book: HeldBook) -> None:
    text = (
        "顧客名,担当,キックオフ,初期設定,データ移行,本番稼働,備考"
        "|楓社,青木,2026/9/1,✓,業者待ち,,順調|柳社,白井,2026/10/1,,未,,"
    )
    plan = planned(text)
    steps = drafted(plan, Kind.MILESTONE)
    assert [(step["title"], step.get("done_on"), step.get("notes")) for step in steps[:4]] == [
        ("キックオフ", date(2026, 9, 1), None),
        ("初期設定", AS_OF, None),
        ("データ移行", None, "業者待ち"),
        ("本番稼働", None, None),
    ]
    assert [step.get("done_on") for step in steps[4:]] == [date(2026, 10, 1), None, None, None]
    assert [p.field for p in plan.tables[0].problems] == ["milestone.step@初期設定"]
    book.apply(plan)
    assert ("備考", "順調") in book.own(Kind.MILESTONE)
    assert {row.verdict for row in planned(text, as_of=date(2026, 12, 31)).tables[0].rows} == {Verdict.SAME}
    later = planned(text.replace("業者待ち", "2026/12/1"))
    assert [row["done_on"] for row in drafted(later, Kind.MILESTONE)] == [date(2026, 12, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "顧客名,月額,キックオフ,研修,本番稼働|楓社,50000,2026/9/1,2026/9/5,2026/9/20|柳社,9000,2026/9/1,,",
        "Customer,Kickoff,Go-live|Acme,2026-09-01,2026-10-01|Bolt,2026-09-01,",
        "Name,Kickoff,Training,Go-live|Acme,2026-09-01,2026-10-01,2026-11-01|Bolt,2026-09-01,,",
        "Customer,Kickoff plan,Training provider,Launch city|Acme,By phone,Sample School,Lyon|Bolt,By mail,Other,Nice",
        "Customer,Kickoff,Training,Go-live|Acme,,,|Bolt,,,",
        "Customer,Kickoff scheduled,Training scheduled,Go-live scheduled|Acme,2026-12-01,2026-12-05,|Bolt,2026-12-01,,",
    ],
)
def test_a_few_days_of_an_account_are_no_checklist(text: str, planned: Planned) -> None:
    assert planned(text).tables[0].matched.kind is not TableKind.MILESTONES


def test_a_list_of_a_work_tool_is_told_by_its_task_ids(planned: Planned, book: HeldBook) -> None:
    plan = planned(
        "Task ID,Created At,Completed At,Name,Section/Column,Assignee,Assignee Email,Due Date,Notes"
        "|1,2026-10-01,2026-10-05,Send quote,Doing,Ann,a@us.example,2026-10-04,x|2,2026-10-02,,Call,Doing,Bo,,,"
    )
    tasks = drafted(plan, Kind.TASK)
    assert [(task["title"], task.get("done_on")) for task in tasks] == [
        ("Send quote", date(2026, 10, 5)),
        ("Call", None),
    ]
    assert not drafted(plan, Kind.CONTACT)
    book.apply(plan)
    assert ("Task ID", "1") in book.own(Kind.TASK)
