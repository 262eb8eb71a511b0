"""Sheets as founders keep them, in words of their own: right, or told, never a wrong figure in silence."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


def lines(plan: Plan) -> list[tuple[object, object]]:
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    return [(row.get("amount"), row["interval_months"]) for row in rows]


@pytest.mark.parametrize(
    ("heading", "cells", "wanted"),
    [
        ("四半期料金", "90000|60000", [(90000, 3), (60000, 3)]),
        ("Quarterly fee", "900|600", [(900, 3), (600, 3)]),
        ("半年額", "180000|120000", [(180000, 6), (120000, 6)]),
        ("年額", "180000|120000", [(180000, 12), (120000, 12)]),
        ("旧プラン月額", "30000|20000", [(None, 1), (None, 1)]),
        ("見込月額", "30000|20000", [(None, 1), (None, 1)]),
        ("Expected monthly fee", "300|200", [(None, 1), (None, 1)]),
        ("合計月額,基本月額", "35000,30000|20000,20000", [(35000, 1), (20000, 1)]),
        ("基本料金（月）,オプション料金（月）,合計金額（月）", "3,1,4|2,0,2", [(3, 1), (1, 1), (2, 1)]),
        ("税込月額,税抜月額", "11000,10000|22000,20000", [(10000, 1), (20000, 1)]),
    ],
)
def test_what_is_paid(
    heading: str, cells: str, wanted: list[tuple[object, object]], csv_table: Csv, planned: Planning
) -> None:
    rows = "\n".join(f"C{at},{row},2024/4/1" for at, row in enumerate(cells.split("|")))
    assert lines(planned(csv_table(f"顧客名,{heading},開始日\n{rows}"))) == wanted


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("顧客名,月額料金,オプション料金（月）,開始日\nA社,30,5,2024/4/1\nB社,20,50,2024/5/1", "オプション料金（月）"),
        ("顧客名,旧プラン月額,開始日\nA社,30,2024/4/1\nB社,20,2024/5/1", "旧プラン月額"),
        ("得意先,訪問月,訪問回数,担当\nA社,2026年4月,3,田中\nB社,2026年4月,1,佐々木", "訪問月"),
        ("客先,契約金額,契約年数,開始日\nA社,100,3,2024/4/1\nB社,200,1,2024/5/1", "契約年数"),
    ],
)
def test_what_is_left_out_is_told(text: str, seen: str, csv_table: Csv, match: Match) -> None:
    told = {problem.seen for problem in match(csv_table(text)).problems if problem.reason is Reason.NOT_MATCHED}
    assert seen in told


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("顧客名,ログイン率,利用人数\nA社,80%,12\nB社,30%,3", "usage.logins"),
        ("顧客名,基本,オプション,合計月額,開始日\nA社,30,5,35,2024/4/1\nB社,20,0,90,2024/5/1", "contract.product"),
        ("Client,Deal size,Signed\nHazel,1200/mo,2024-03-01\nLarch,900/mo,2023-09-01", "account.size"),
        ("account,week_start,docs,comments\nhazel,2026-08-03,12,40\nlarch,2026-08-03,3,9", "contract.start"),
        ("account,week_start,docs,comments\nhazel,2026-08-03,12,40\nlarch,2026-08-03,3,9", "account.notes"),
        ("Name,Stage,Value,Close\nBolt new,Won,5000,2026-09-01\nFir more,Lost,30,2026-08-15", "account.name"),
        ("ID,氏名,メール,会社\nu1,青山,a@a.example,A社\nu2,緑川,m@m.example,B社", "account.external_id"),
        ("企業,件数,うちクレーム\nA社,12,2\nB社,3,0", "usage.amount"),
        ("客先,契約期間,月額,開始日\nA社,3,100,2024/4/1\nB社,1,200,2024/5/1", "contract.period"),
    ],
)
def test_what_a_column_is_not(text: str, field: str, csv_table: Csv, match: Match) -> None:
    assert field not in {column.field for column in match(csv_table(text)).columns}


@pytest.mark.parametrize(
    "text",
    [
        "会社名,日付,金額,種別\n㈱あおい,2026/4/30,33000,月額\nみどり商会,2026/4/30,22000,月額",
        "日付,氏名,作業,備考\n2026/5/7,田中,開発,x\n2026/5/8,佐々木,会議,y\n2026/5/9,田中,試験,z",
        "担当,2025/4,2025/5,2025/6\n田中,300000,310000,320000\n佐々木,200000,210000,220000",
        "Region,2025-01,2025-02,2025-03\nEMEA,12000,12500,12500\nAPAC,8000,8000,8400",
        ",Apr-26,May-26,Jun-26\nRevenue,10000,11000,12000\nAds,1000,1200,900\nSalaries,5000,5000,5000",
    ],
)
def test_nothing_is_made_of_other_sheets(text: str, csv_table: Csv, match: Match, planned: Planning) -> None:
    one = csv_table(text)
    matched = match(one)
    assert not planned(one).drafts
    assert matched.kind is TableKind.UNKNOWN or any(problem.refuses for problem in planned(one).tables[0].problems)


def test_costs_may_name_whom_they_were_paid_to(csv_table: Csv, match: Match) -> None:
    text = "日付,取引先,勘定科目,金額\n2026/4/1,広告社,広告宣伝費,100\n2026/4/2,展示社,販売促進費,200"
    assert match(csv_table(text)).kind is TableKind.COSTS


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("推奨度（5段階）", ""),
        ("推奨度（0〜10）", "nps.score"),
        ("推奨度（11段階）", "nps.score"),
        ("How likely are you to recommend us? (1-5)", ""),
        ("満足度（10段階）", ""),
        ("満足度（5段階）", "csat.score"),
        ("CES (1-5)", ""),
        ("CES (1-7)", "ces.score"),
        ("NPS (out of 10)", "nps.score"),
    ],
)
def test_a_score_has_the_scale_of_its_survey(heading: str, field: str, csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(f"顧客名,{heading},回答日\nA社,5,2026/6/1\nB社,4,2026/6/2\nC社,3,2026/6/3"))
    assert matched.columns[1].field == field


def test_seats_are_those_paid_for(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("会社名,利用ID数,発行ID数,月額,開始日\nA社,30,50,9,2024/4/1\nB社,2,20,9,2024/5/1"))
    assert [column.field for column in matched.columns[1:3]] == ["", "contract.quantity"]


def test_an_amount_is_no_day(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("得意先,前月残高,今月請求,入金\nA社,0,33000,33000\nB社,22000,22000,0"))
    assert matched.columns[2].field != "invoice.date"


def test_who_did_it_tells_a_log_of_touches(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table("取引先,担当者,対応者,日付,内容\nA社,青山,田中,2026/5/7,相談\nB社,緑川,佐々木,2026/5/9,不満")
    )
    touches = [draft.values for draft in plan.drafts if draft.kind is Kind.TOUCH]
    assert [touch["note"] for touch in touches] == ["相談", "不満"]
    assert [draft.values["name"] for draft in plan.drafts if draft.kind is Kind.PERSON] == ["田中", "佐々木"]


def test_a_note_without_its_day_is_kept_as_the_teams_own(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("顧客名,業種,担当,対応内容\nA社,IT,田中,電話した\nB社,小売,佐々木,訪問"))
    accounts = [draft for draft in plan.drafts if draft.kind is Kind.ACCOUNT]
    assert [account.custom for account in accounts] == [{"対応内容": "電話した"}, {"対応内容": "訪問"}]
