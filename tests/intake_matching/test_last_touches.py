"""The last touch and the next step of a customer list: a touch on its day and a task, once, with nothing made up."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.matching import match_tables
from csdesk.intake.planning import plan as plan_of
from csdesk.intake.planning.last_touches import day_and_words
from csdesk.intake.shapes import FoundTable, Plan, Verdict
from csdesk.models.kinds import Kind, Language
from csdesk.models.problems import Reason
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Planning = Callable[..., Plan]
TODAY = date(2026, 10, 31)


def rows(plan: Plan, kind: Kind) -> list[tuple[object, ...]]:
    columns = ("on_date", "type", "note") if kind is Kind.TOUCH else ("title", "due_on")
    return [tuple(draft.values.get(column) for column in columns) for draft in plan.drafts if draft.kind is kind]


def own(plan: Plan) -> dict[str, str]:
    return {name: value for draft in plan.drafts for name, value in draft.custom.items()}


@pytest.mark.parametrize(
    ("heading", "cell", "wanted"),
    [
        ("Last touch", "2026-10-03", ("other", None)),
        ("Last contact", "2026-10-03", ("other", None)),
        ("Last call", "2026-10-03", ("call", None)),
        ("Last QBR", "2026-10-03", ("qbr", None)),
        ("Last e-mail", "2026-10-03", ("email", None)),
        ("最終接触日", "2026/10/3", ("other", None)),
        ("最終訪問日", "2026年10月3日", ("visit", None)),
        ("前回面談", "2026/10/3", ("meeting", None)),
        ("最終連絡日", "R8.10.3", ("other", None)),
        ("直近の対応", "2026/10/3 定例会", ("meeting", "定例会")),
        ("直近の対応", "2026年10月3日(土)：電話で確認", ("call", "電話で確認")),
        ("Last touch", "2026-10-03 - sent the deck", ("other", "sent the deck")),
    ],
)
def test_a_last_touch_is_a_touch(
    heading: str, cell: str, wanted: tuple[object, ...], csv_table: Csv, planned: Planning
) -> None:
    plan = planned(csv_table(f"Customer,CSM,MRR,Start,{heading}\nA Ltd,Kim,500,2024-01-01,{cell}"))
    assert rows(plan, Kind.TOUCH) == [(date(2026, 10, 3), *wanted)]
    assert own(plan) == {}


@pytest.mark.parametrize(
    ("headings", "cells", "wanted"),
    [
        ("Last contact,Last contact method", "2026-10-03,phone", ("call", None)),
        ("Last call,Last call notes", "2026-10-03,Went well", ("call", "Went well")),
        ("最終接触日,最終接触方法,最終接触内容", "2026/10/3,訪問,契約の相談", ("visit", "契約の相談")),
        ("前回対応日,前回対応内容", "2026/10/3,見積を送付", ("other", "見積を送付")),
        ("Last meeting,Last meeting notes", "2026-10-03,Wants SSO", ("meeting", "Wants SSO")),
    ],
)
def test_what_stands_beside_it_is_of_it(
    headings: str, cells: str, wanted: tuple[object, ...], csv_table: Csv, planned: Planning
) -> None:
    plan = planned(csv_table(f"Customer,CSM,Health,{headings}\nA Ltd,Kim,Green,{cells}\nB Ltd,Kim,Red,"))
    assert rows(plan, Kind.TOUCH) == [(date(2026, 10, 3), *wanted)]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Last activity", "2026-10-03"),  # of the product, it may be
        ("Last touch", "2027-10-03"),  # not yet
        ("直近の対応", "10/3 電話"),  # of which year?
        ("直近の対応", "3/10/26 電話"),
    ],
)
def test_what_is_no_touch_for_sure_stays_the_teams_own(
    heading: str, cell: str, csv_table: Csv, planned: Planning
) -> None:
    for what in ("CSM,Health", "MRR,Start"):
        values = "Kim,Green" if what == "CSM,Health" else "500,2024-01-01"
        plan = planned(csv_table(f"Customer,{what},{heading}\nA Ltd,{values},{cell}"))
        assert rows(plan, Kind.TOUCH) == []
        assert heading in own(plan)


def test_a_note_without_a_day_stays_the_teams_own(csv_table: Csv, planned: Planning) -> None:
    text = "Customer,CSM,Last call,Last call notes\nA Ltd,Kim,2026-10-03,Well\nB Ltd,Lee,,Never answers"
    assert own(planned(csv_table(text))) == {"Last call notes": "Never answers"}


def test_the_same_sheet_again_adds_none_and_a_later_day_does(
    csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    text = "Customer,CSM,Last call,Last QBR,Next step,Due\nA Ltd,Kim,2026-10-03,2026-08-01,Send it,2026-11-05"
    book.apply(planned(csv_table(text)))
    again = planned(csv_table(text), book)
    assert again.drafts == ()
    assert again.tables[0].count(Verdict.SAME) == 1
    later = planned(csv_table(text.replace("2026-10-03", "2026-10-20")), book)
    assert rows(later, Kind.TOUCH) == [(date(2026, 10, 20), "call", None)]
    assert later.tables[0].count(Verdict.CHANGED) == 1


def test_a_note_that_comes_later_is_added_to_the_touch_of_its_day(
    csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    text = "Customer,CSM,Last call,Last call notes\nA Ltd,Kim,2026-10-03,\nB Ltd,Lee,2026-10-02,Well"
    book.apply(planned(csv_table(text)))
    more = planned(csv_table(text.replace("2026-10-03,", "2026-10-03,Went well")), book)
    assert [draft.values for draft in more.drafts] == [{"note": "Went well"}]


_LIST = "Customer,CSM,Last touch\nA Ltd,Kim,2026-10-03"
_LOG = "Date,Customer,Type,Notes\n2026-10-03,A Ltd,call,Went well\n2026-10-03,A Ltd,email,Sent the deck"


def test_a_log_tells_of_the_same_touch_in_one_import(csv_table: Csv) -> None:
    tables = match_tables([csv_table(_LIST), csv_table(_LOG)], language=Language.EN, currency="JPY")
    plan = plan_of(tables, {}, currency="JPY", as_of=TODAY)
    assert rows(plan, Kind.TOUCH) == [
        (date(2026, 10, 3), "call", "Went well"),
        (date(2026, 10, 3), "email", "Sent the deck"),
    ]


@pytest.mark.parametrize("order", [(_LIST, _LOG), (_LOG, _LIST)])
def test_a_log_tells_of_the_same_touch_later(
    order: tuple[str, str], csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    for text in (*order, *order):
        book.apply(planned(csv_table(text), book))
    assert sorted((row["type"], row["note"]) for row in book.rows(Kind.TOUCH)) == [
        ("call", "Went well"),
        ("email", "Sent the deck"),
    ]


@pytest.mark.parametrize(
    ("headings", "cells", "wanted"),
    [
        ("Next step", "Send the deck", [("Send the deck", None)]),
        ("Next step,Due", "Send the deck,2026-11-05", [("Send the deck", date(2026, 11, 5))]),
        ("次回アクション,次回アクション日", "更新提案,2026/11/5", [("更新提案", date(2026, 11, 5))]),
        ("次回アクション,期限", "更新提案,2026/11/5", [("更新提案", date(2026, 11, 5))]),
        ("次回アクション,次回アクション日", ",2026/11/5", [("次回アクション", date(2026, 11, 5))]),
        ("Next QBR", "2026-11-05", [("Next QBR", date(2026, 11, 5))]),
        (
            "Next step,Next QBR",
            "Send it,2026-11-05",
            [("Send it", None), ("Next QBR", date(2026, 11, 5))],
        ),
        ("次回訪問日", "2026/11/5", [("次回訪問日", date(2026, 11, 5))]),
    ],
)
def test_a_next_step_is_a_task(
    headings: str, cells: str, wanted: list[tuple[object, ...]], csv_table: Csv, planned: Planning
) -> None:
    # A cell in another row keeps a column of one empty cell from being none at all.
    first = ",".join("Call them" if "/" not in cell and "-" not in cell else cell for cell in cells.split(","))
    plan = planned(csv_table(f"Customer,CSM,Health,{headings}\nA Ltd,Kim,Green,{cells}\nB Ltd,Kim,Red,{first}"))
    assert rows(plan, Kind.TASK)[: len(wanted)] == wanted


def test_a_day_and_the_words_behind_it() -> None:
    assert day_and_words("2026.10.3、定例") == (date(2026, 10, 3), "定例")
    assert day_and_words("call on Monday") == (None, "")
    assert day_and_words("2026/13/45 定例") == (None, "")


def test_a_last_touch_without_a_year_takes_that_of_its_neighbours_and_says_so(
    csv_table: Csv, planned: Planning
) -> None:
    cells = ("9/20 電話", "2026/10/1 定例会", "8/3 訪問", "12/20 見学")
    lines = "\n".join(f"{name},見本,100,2024-01-01,{cell}" for name, cell in zip("ABCD", cells, strict=True))
    plan = planned(csv_table(f"顧客名,担当,MRR,契約開始日,直近の対応\n{lines}"))
    days = [date(2026, 9, 20), date(2026, 10, 1), date(2026, 8, 3), date(2025, 12, 20)]
    assert [on for on, *_ in rows(plan, Kind.TOUCH)] == days
    said = [problem.seen for problem in plan.tables[0].problems if problem.reason is Reason.YEAR_TAKEN]
    assert said == ["9/20 電話", "8/3 訪問", "12/20 見学"]


@pytest.mark.parametrize(
    ("heading", "cells", "held"),
    [
        ("Status", ("Completed", "Canceled", "No-show"), 1),
        ("Canceled", ("No", "Yes", "No"), 2),
        ("Meeting outcome", ("COMPLETED", "RESCHEDULED", "COMPLETED"), 2),
        ("Attended", ("Yes", "No", ""), 2),
        ("Result", ("Fine", "Slow", "Open"), 3),
    ],
)
def test_a_meeting_that_did_not_take_place_is_no_touch_and_said_to_be_none(
    heading: str, cells: tuple[str, ...], held: int, csv_table: Csv, planned: Planning
) -> None:
    lines = "\n".join(f"2026-09-0{n},A Ltd,Zoom,Kim,{cell}" for n, cell in enumerate(cells, 1))
    plan = planned(csv_table(f"Meeting date,Customer,Meeting type,Host,{heading}\n{lines}"))
    assert len(rows(plan, Kind.TOUCH)) == held
    said = [problem for problem in plan.tables[0].problems if problem.reason is Reason.NOT_HELD]
    assert len(said) == len(cells) - held
    assert all(problem.refuses and problem.place.column == "E" for problem in said)
