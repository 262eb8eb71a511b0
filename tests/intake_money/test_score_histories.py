"""Histories of health scores from other tools: kept by account and day under their own names, in no other score."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.planning.signals import score_name
from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind, Verdict
from csdesk.intake.values.bands import band_of
from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.models.kinds import Band, Kind
from csdesk.models.problems import Reason
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


def scores(plan: Plan) -> list[tuple[object, ...]]:
    names = {draft.id: draft.values.get("name") for draft in plan.drafts if draft.kind is Kind.ACCOUNT}
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.HEALTH_VALUE]
    return sorted(
        (names[row["account_id"]], row["factor"], row["on_date"], row["value"], row.get("note")) for row in rows
    )  # type: ignore[index,type-var]


APR, MAY = date(2025, 4, 30), date(2025, 5, 31)


def test_months_of_scores(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    one = csv_table("顧客名,2025年4月,2025年5月,2025年6月\nA社,80,70,\nB社,40,-,", context="ヘルススコア推移")
    plan = planned(one, book)
    assert plan.tables[0].matched.kind is TableKind.HEALTH
    assert scores(plan) == [
        ("A社", "Health score", APR, 80.0, None), ("A社", "Health score", MAY, 70.0, None),
        ("B社", "Health score", APR, 40.0, None),
    ]  # fmt: skip
    book.apply(plan)
    again = planned(one, book)
    assert not again.drafts
    assert {row.verdict for row in again.tables[0].rows} == {Verdict.SAME}


@pytest.mark.parametrize("words", [("緑", "黄", "赤"), ("Green", "Yellow", "Red"), ("🟢", "🟡", "🔴"), ("G", "Y", "R")])
def test_months_of_colours_keep_their_word(words: tuple[str, str, str], csv_table: Csv, planned: Planning) -> None:
    good, fair, bad = words
    plan = planned(csv_table(f"Customer,Apr 2025,May 2025,Jun 2025\nFir,{good},{fair},\nOak,{bad},,"))
    assert scores(plan) == [
        ("Fir", "Health score", APR, 100.0, good), ("Fir", "Health score", MAY, 50.0, fair),
        ("Oak", "Health score", APR, 0.0, bad),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "total", "part"),
    [
        ("Account,Date,Health score,Usage score,Comment", "Health score", "Usage score"),
        ("顧客名,評価日,ヘルススコア,利用スコア,コメント", "ヘルススコア", "利用スコア"),
    ],
)
def test_a_row_for_each_day(heading: str, total: str, part: str, csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table(f"{heading}\nFir,2025-04-02,80,7,ok\nFir,2025-05-02,60,,\nOak,2025-04-02,lots,5,"))
    assert scores(plan) == [
        ("Fir", total, date(2025, 4, 2), 80.0, "ok"), ("Fir", total, date(2025, 5, 2), 60.0, None),
        ("Fir", part, date(2025, 4, 2), 7.0, "ok"), ("Oak", part, date(2025, 4, 2), 5.0, None),
    ]  # fmt: skip
    told = [(f"{one.place.column}{one.place.row}", one.reason) for one in plan.tables[0].problems]
    assert told == [("C4", Reason.NOT_A_NUMBER)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Customer,Health score,Owner\nFir,80,Ann\nOak,60,Bo", TableKind.ACCOUNTS),
        ("顧客名,2025年4月,2025年5月,2025年6月\nA社,50000,50000,\nB社,30000,,", TableKind.MATRIX),
        (
            "Customer,Date,Score,Comment\nFir,2025-04-01,9,fine\nFir,2025-05-01,10,great\nOak,2025-04-01,3,no",
            TableKind.ANSWERS,
        ),
        ("Customer,Jan 2025,Feb 2025,Mar 2025\nFir,○,○,\nOak,○,,", TableKind.MATRIX),
    ],
)
def test_other_tables_are_no_histories(text: str, kind: TableKind, csv_table: Csv, match: Match) -> None:
    assert match(csv_table(text)).kind is kind


def test_no_score_from_elsewhere_is_taken_for_a_factor() -> None:
    assert all(score_name(factor) not in set(FactorId) for factor in FactorId)
    assert score_name("Health score") == "Health score"


def test_words_of_colours() -> None:
    assert [band_of(word) for word in ("青信号", "Amber", "RED", "purple", "")] == [
        Band.GREEN,
        Band.YELLOW,
        Band.RED,
        None,
        None,
    ]


def test_a_history_of_measured_scores_keeps_each_day_and_who_looks_after_whom(
    csv_table: Csv, planned: Planning
) -> None:
    rows = "2026/9/1,A社,架空一郎,40,緑,,\n2026/10/1,A社,架空一郎,32,黄,▲8,利用が減少\n2026/9/1,B社,見本花子,70,緑,,"
    plan = planned(csv_table(f"測定日,企業名,担当CS,総合スコア,ランク,前回差,コメント\n{rows}"))
    assert plan.tables[0].matched.kind is TableKind.HEALTH
    assert [one[:4] for one in scores(plan)] == [
        ("A社", "ランク", date(2026, 9, 1), 100.0),
        ("A社", "ランク", date(2026, 10, 1), 50.0),
        ("A社", "総合スコア", date(2026, 9, 1), 40.0),
        ("A社", "総合スコア", date(2026, 10, 1), 32.0),
        ("B社", "ランク", date(2026, 9, 1), 100.0),
        ("B社", "総合スコア", date(2026, 9, 1), 70.0),
    ]
    people = [draft.values["name"] for draft in plan.drafts if draft.kind is Kind.PERSON]
    assert people == ["架空一郎", "見本花子"]
