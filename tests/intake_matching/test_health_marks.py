"""How customers do, in a customer list: values under a name of their own, on the day of the sheet, once."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import FoundTable, Plan, Verdict
from csdesk.intake.values.scales import scale_of
from csdesk.models.kinds import Kind
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Planning = Callable[..., Plan]
TODAY = date(2026, 10, 31)


def marks(plan: Plan) -> list[tuple[object, ...]]:
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.HEALTH_VALUE]
    return [(row["factor"], row["value"], row["on_date"], row.get("note")) for row in rows]


@pytest.mark.parametrize(
    ("heading", "cells", "points"),
    [
        ("Health", "Green|Yellow|Red", (100, 50, 0)),
        ("Health", "🟢|🟡|🔴", (100, 50, 0)),
        ("ヘルス", "良好|注意|危険", (100, 50, 0)),
        ("健康度", "〇|△|×", (100, 50, 0)),
        ("ヘルスランク", "A|B|C", (100, 50, 0)),
        ("ヘルス", "◎|○|×", (100, 67, 0)),
        ("Risk", "Low|Medium|High", (100, 50, 0)),
        ("解約リスク", "低|中|高", (100, 50, 0)),
        ("Mood", "🙂|😐|😡", (100, 50, 0)),
        ("CSM sentiment", "Positive|Neutral|Negative", (100, 50, 0)),
        ("温度感", "高|中|低", (100, 50, 0)),
        ("Health score", "82|41|12", (82, 41, 12)),
    ],
)
def test_a_mark_is_a_value_of_the_day(
    heading: str, cells: str, points: tuple[float, ...], csv_table: Csv, planned: Planning
) -> None:
    rows = "\n".join(f"C{at} Ltd,Kim,500,2024-01-01,{cell}" for at, cell in enumerate(cells.split("|")))
    found = marks(planned(csv_table(f"Customer,CSM,MRR,Start,{heading}\n{rows}")))
    assert [one[:3] for one in found] == [(heading, value, TODAY) for value in points]
    assert [one[3] for one in found] == [None if cell.isdecimal() else cell for cell in cells.split("|")]


@pytest.mark.parametrize(
    ("context", "day"),
    [
        ("Customers, as of 2026-09-30", date(2026, 9, 30)),
        ("Updated on Oct 5, 2026", date(2026, 10, 5)),
        ("顧客一覧　2026年9月末時点", date(2026, 9, 30)),
        ("基準日：2026/9/15", date(2026, 9, 15)),
        ("As of 2027-01-31", TODAY),
        ("Customers 2026", TODAY),
    ],
)
def test_a_sheet_says_of_which_day_it_is(context: str, day: date, csv_table: Csv, planned: Planning) -> None:
    text = "Customer,CSM,MRR,Start,Health\nA Ltd,Kim,500,2024-01-01,Green\nB Ltd,Kim,500,2024-01-01,Red"
    assert {one[2] for one in marks(planned(csv_table(text, context=context)))} == {day}


@pytest.mark.parametrize(
    ("last", "now", "name"),
    [
        ("Score last month", "Score this month", "Score"),
        ("先月スコア", "今月スコア", "スコア"),
        ("ヘルス（前月）", "ヘルス（当月）", "ヘルス"),
        ("Last month health", "This month health", "health"),
        ("先月のスコア", "今月のスコア", "スコア"),
    ],
)
def test_last_month_and_this_are_two_days(last: str, now: str, name: str, csv_table: Csv, planned: Planning) -> None:
    text = f"Customer,CSM,MRR,Start,{last},{now}\nA Ltd,Kim,500,2024-01-01,70,82\nB Ltd,Kim,5,2024-01-01,60,41"
    assert marks(planned(csv_table(text)))[:2] == [
        (name, 70, date(2026, 9, 30), None),
        (name, 82, TODAY, None),
    ]


def test_what_stands_as_it_stood_is_no_news(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    text = "Customer,CSM,MRR,Start,Mood\nA Ltd,Kim,500,2024-01-01,🙂\nB Ltd,Kim,500,2024-01-01,😡"
    book.apply(planned(csv_table(text)))
    later = date(2026, 11, 30)
    again = planned(csv_table(text), book, as_of=later)
    assert again.drafts == ()
    assert again.tables[0].count(Verdict.SAME) == 2
    better = planned(csv_table(text.replace("😡", "😐")), book, as_of=later)
    assert marks(better) == [("Mood", 50, later, "😐")]
    assert better.tables[0].count(Verdict.CHANGED) == 1
    # Said otherwise on one day, the later word counts.
    assert [d.values for d in planned(csv_table(text.replace("😡", "😐")), book).drafts] == [
        {"value": 50, "note": "😐"}
    ]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Mood", ("ask Kim", "see notes")),
        ("Score last month", ("7", "3")),  # of ten, or of what?
        ("Rank", ("A", "B")),
        ("Health score", ("7", "3")),
    ],
)
def test_what_is_on_no_known_scale_stays_the_teams_own(
    heading: str, cells: tuple[str, str], csv_table: Csv, planned: Planning
) -> None:
    rows = "\n".join(f"C{at} Ltd,Kim,500,2024-01-01,{cell}" for at, cell in enumerate(cells))
    plan = planned(csv_table(f"Customer,CSM,MRR,Start,{heading}\n{rows}"))
    assert marks(plan) == []
    assert {one.custom.get(heading) or one.values.get("tier") for one in plan.drafts} - {None} == set(cells)


def test_a_mark_that_cannot_be_read_stays_in_its_row(csv_table: Csv, planned: Planning) -> None:
    rows = "\n".join(f"C{at} Ltd,Kim,500,2024-01-01,{70 + at},{80 + at}" for at in range(9))
    text = f"Customer,CSM,MRR,Start,Score last month,Score this month\n{rows}\nX Ltd,Kim,5,2024-01-01,new,81"
    plan = planned(csv_table(text))
    held = {d.values["name"]: d.custom for d in plan.drafts if d.kind is Kind.ACCOUNT}
    assert held["X Ltd"]["Score last month"] == "new"


def test_scales() -> None:
    assert scale_of({"B"}, of_risk=False) == {}, "one letter does not say how many there are"
    assert scale_of({"Medium"}, of_risk=True) == {}
    assert scale_of({"A", "D"}, of_risk=False) == {"A": 100, "D": 0}
    assert scale_of({"Green", "high"}, of_risk=False) == {}
    assert scale_of(set(), of_risk=False) == {}
