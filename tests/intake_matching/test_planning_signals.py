"""Touches, use, tickets, answers, invoices and costs in a plan."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import FoundTable, Plan, Verdict
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

from .conftest import MemoryBook

Csv = Callable[..., FoundTable]
Planned = Callable[..., Plan]


def drafts(plan: Plan, kind: Kind) -> list[dict[str, Value]]:
    return [dict(draft.values) for draft in plan.drafts if draft.kind is kind]


def verdicts(plan: Plan) -> list[Verdict]:
    return [row.verdict for row in plan.tables[0].rows]


def test_touches_with_their_next_steps(csv_table: Csv, planned: Planned) -> None:
    plan = planned(
        csv_table(
            "日付,顧客,種別,担当,内容,次回予定\n2026-08-01,A社,電話,架空,状況確認,来週電話\n2026-08-02,B社,合宿,架空,x,2026-08-20\n2026-08-03,C社,,,x,"
        )
    )
    assert [(t["on_date"], t["type"], t.get("note")) for t in drafts(plan, Kind.TOUCH)] == [
        (date(2026, 8, 1), "call", "状況確認"),
        (date(2026, 8, 2), "other", "x"),
        (date(2026, 8, 3), "note", "x"),
    ]
    assert [(t["title"], t.get("due_on")) for t in drafts(plan, Kind.TASK)] == [
        ("来週電話", None),
        ("次回予定", date(2026, 8, 20)),
    ]


@pytest.mark.parametrize(
    ("heading", "cells", "minutes"),
    [
        ("所要時間", ["1時間", "30分", "1時間30分"], [60, 30, 90]),
        ("所要時間(分)", ["60", "30", "90"], [60, 30, 90]),
        ("所要時間（h）", ["1", "0.5", "1.5"], [60, 30, 90]),
        ("所要時間（時間）", ["1", "0.5", "1.5"], [60, 30, 90]),
        ("時間", ["1h", "30m", "1.5h"], [60, 30, 90]),
        ("対応時間", ["1:30", "0:45", "0:15"], [90, 45, 15]),
        ("Duration (hrs)", ["1", "0.5", "20 min"], [60, 30, 20]),
    ],
)
def test_touches_last_as_their_cells_and_heading_say(
    heading: str, cells: list[str], minutes: list[int], csv_table: Csv, planned: Planned
) -> None:
    rows = (f"2026-05-0{n + 1},{n}社,説明,{cell}" for n, cell in enumerate(cells))
    plan = planned(csv_table("\n".join((f"対応日,顧客名,内容,{heading}", *rows))))
    assert [touch["minutes"] for touch in drafts(plan, Kind.TOUCH)] == minutes


def test_touches_find_accounts_without_their_legal_form(
    sample: Callable[[str], FoundTable], planned: Planned, book: MemoryBook
) -> None:
    book.apply(planned(sample("exports/board/clients.csv"), book))
    plan = planned(sample("exports/touch_log_jp/touch_log.xlsx"), book)
    assert drafts(plan, Kind.ACCOUNT) == []
    assert verdicts(plan) == [Verdict.NEW] * 14


def test_a_table_in_a_record_belongs_to_its_account(sample: Callable[[str], FoundTable], planned: Planned) -> None:
    plan = planned(sample("exports/kintone/accounts.csv"))
    assert len(drafts(plan, Kind.ACCOUNT)) == 10
    touches = drafts(plan, Kind.TOUCH)
    assert len(touches) == 20
    assert [touches[n]["account_id"] == touches[n + 1]["account_id"] for n in (0, 1, 2)] == [True, False, True]
    assert verdicts(plan) == [Verdict.NEW] * 20


def test_events_of_a_day_are_summed(csv_table: Csv, planned: Planned, book: MemoryBook) -> None:
    one = csv_table(
        "timestamp,account,user_id,event\n2026-10-01 09:00:00,A,u1,export\n2026-10-01 10:30:00,A,u1,export\n"
        "2026-10-01 11:00:00,A,u2,export\n2026-10-02 09:00:00,A,u1,export"
    )
    plan = planned(one, book)
    assert [(u["on_date"], u["grain"], u["amount"]) for u in drafts(plan, Kind.USE)] == [
        (date(2026, 10, 1), "day", 2.0),
        (date(2026, 10, 1), "day", 1.0),
        (date(2026, 10, 2), "day", 1.0),
    ]
    book.apply(plan)
    assert verdicts(planned(one, book)) == [Verdict.SAME] * 4


def test_logins_and_logouts(csv_table: Csv, planned: Planned) -> None:
    plan = planned(
        csv_table(
            "会社名,ユーザー名,ログイン日時,ログアウト日時\nA,架空,2026/10/1 9:00,2026/10/1 9:30\n"
            "A,架空,2026/10/1 13:00,2026/10/1 13:15\nA,見本,2026/10/1 9:00,"
        )
    )
    codes = {draft.id: draft.values["code"] for draft in plan.drafts if draft.kind is Kind.MEASURE}
    found = [(codes[int(str(u["measure_id"]))], u["amount"]) for u in drafts(plan, Kind.USE)]
    assert found == [("logins", 2.0), ("minutes", 45.0), ("logins", 1.0)]


def test_measures_are_known_by_what_they_are_called(csv_table: Csv, planned: Planned, book: MemoryBook) -> None:
    book.apply(planned(csv_table("年月,会社名,ログイン回数,利用者数\n2026-09,A,30,5\n2026-10,A,31,5"), book))
    assert [(m["code"], m["name"]) for m in book.rows(Kind.MEASURE)] == [
        ("logins", "ログイン回数"),
        ("active_users", "利用者数"),
    ]
    plan = planned(csv_table("date,account,metric,count\n2026-10-01,A,Total Logins,31\n2026-10-01,A,帳票出力,4"), book)
    assert [(m["code"], m["name"]) for m in drafts(plan, Kind.MEASURE)] == [("帳票出力", "帳票出力")]


def test_months_across_are_rows_of_use(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("会社名,2026年8月 ログイン数,2026年9月 ログイン数,2026年10月 ログイン数\nA,3,0,\nB,1,2,3"))
    assert [(u["on_date"], u["grain"], u["amount"]) for u in drafts(plan, Kind.USE)] == [
        (date(2026, 8, 1), "month", 3.0),
        (date(2026, 9, 1), "month", 0.0),
        (date(2026, 8, 1), "month", 1.0),
        (date(2026, 9, 1), "month", 2.0),
        (date(2026, 10, 1), "month", 3.0),
    ]


def test_a_title_dates_figures_of_use(sample: Callable[[str], FoundTable], planned: Planned) -> None:
    plan = planned(sample("exports/ga4/pages_by_company.csv"))
    assert {(u["on_date"], u["grain"]) for u in drafts(plan, Kind.USE)} == {(date(2026, 10, 1), "month")}
    assert len(drafts(plan, Kind.USE)) == 48


def test_a_second_figure_of_one_day_is_a_conflict(csv_table: Csv, planned: Planned) -> None:
    plan = planned(
        csv_table("date,account,feature,count\n2026-10-01,A,export,3\n2026-10-01,A,export,3\n2026-10-01,A,export,4")
    )
    assert verdicts(plan) == [Verdict.NEW, Verdict.SAME, Verdict.CONFLICT]


def test_answers_by_survey(sample: Callable[[str], FoundTable], planned: Planned) -> None:
    nps = planned(sample("metrics/source_examples/input/d_nps.csv"))
    assert len(drafts(nps, Kind.ANSWER)) == 100
    assert nps.tables[0].count(Verdict.REFUSED) == 3
    both = planned(sample("metrics/source_examples/input/e_csat_ces.csv"))
    assert {(a["survey"], a["external_id"]) for a in drafts(both, Kind.ANSWER) if a["external_id"] == "1"} == {
        ("csat", "1"),
        ("ces", "1"),
    }
    assert both.tables[0].count(Verdict.NEW) == 100


def test_nameless_answers_are_counted_not_joined(csv_table: Csv, planned: Planned, book: MemoryBook) -> None:
    one = csv_table("NPS score,Comment\n9,\n9,\n10,good")
    book.apply(planned(one, book))
    assert len(book.rows(Kind.ANSWER)) == 3
    assert verdicts(planned(one, book)) == [Verdict.SAME] * 3
    assert verdicts(planned(csv_table("NPS score,Comment\n9,\n9,\n9,\n10,good"), book)) == [
        Verdict.SAME,
        Verdict.SAME,
        Verdict.NEW,
        Verdict.SAME,
    ]


def test_tickets(sample: Callable[[str], FoundTable], planned: Planned) -> None:
    plan = planned(sample("exports/freshdesk/tickets.csv"))
    first = drafts(plan, Kind.TICKET)[0]
    assert (first["external_id"], first["priority"], first["opened_at"], first["first_response_at"]) == (
        "311",
        "low",
        "2026-07-05T09:01:22",
        "2026-07-05T11:31:22",
    )
    draft = next(d for d in plan.drafts if d.kind is Kind.TICKET)
    assert draft.custom["Resolution time (in hrs)"] == "56.98"
    zendesk = planned(sample("exports/zendesk/tickets.csv"))
    assert "priority" not in drafts(zendesk, Kind.TICKET)[2]
    assert next(d for d in zendesk.drafts if d.kind is Kind.TICKET).custom["Satisfaction Score"] == "Good"


def test_invoices(csv_table: Csv, planned: Planned) -> None:
    plan = planned(
        csv_table(
            "請求書番号,請求日,支払期限,取引先,小計,消費税,合計金額,入金ステータス\nI-1,2026-04-01,2026-05-31,A社,10000,1000,11000,未入金"
        )
    )
    assert drafts(plan, Kind.INVOICE)[0]["amount"] == 11_000
    assert plan.drafts[-1].custom == {"小計": "10000", "消費税": "1000"}


@pytest.mark.parametrize(
    ("item", "purpose"),
    [
        ("広告費", "acquisition"),
        ("営業人件費", "acquisition"),
        ("展示会", "acquisition"),
        ("CS人件費", "retention"),
        ("カスタマーサクセスツール", "retention"),
        ("サーバー費", "other"),
    ],
)
def test_costs_are_acquisition_unless_words_say_otherwise(
    item: str, purpose: str, csv_table: Csv, planned: Planned
) -> None:
    plan = planned(csv_table(f"月,費目,金額\n2024-04,{item},42000000"))
    assert drafts(plan, Kind.COST) == [{"month": "2024-04", "item": item, "purpose": purpose, "amount": 42_000_000}]


def test_costs_are_corrected_and_may_repeat(csv_table: Csv, planned: Planned, book: MemoryBook) -> None:
    book.apply(planned(csv_table("月,費目,金額\n2024-04,広告費,100\n2024-04,広告費,200"), book))
    assert len(book.rows(Kind.COST)) == 2
    plan = planned(csv_table("月,費目,金額\n2024-04,広告費,100\n2024-04,広告費,250"), book)
    assert verdicts(plan) == [Verdict.SAME, Verdict.CHANGED]
    assert plan.tables[0].rows[1].changes == (("cost.amount", 200, 250),)


def test_costs_of_months_across(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("費目,2025/1,2025/2,2025/3\n広告費,10,20,\nCS人件費,5,5,5", context="獲得費用 単位:千円"))
    assert [(c["month"], c["amount"], c["purpose"]) for c in drafts(plan, Kind.COST)] == [
        ("2025-01", 10_000, "acquisition"),
        ("2025-02", 20_000, "acquisition"),
        ("2025-01", 5_000, "retention"),
        ("2025-02", 5_000, "retention"),
        ("2025-03", 5_000, "retention"),
    ]


def test_costs_in_another_currency_are_refused(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("Month,Category,Cost\n2024-04,Ads,$100"))
    assert plan.drafts == ()
    assert Reason.OTHER_CURRENCY in {p.reason for p in plan.tables[0].problems if p.refuses}


@pytest.mark.parametrize(
    ("heading", "direction"),
    [
        ("CES (1 = very easy, 7 = very hard)", "high_is_hard"),
        ("CES (1=very difficult ... 7=very easy)", "high_is_easy"),
        ("努力スコア（7=とても簡単）", "high_is_easy"),
        ("手間スコア（1：とても簡単〜7：とても大変）", "high_is_hard"),
        ("CES (higher is harder)", "high_is_hard"),
        ("CES（高いほど簡単）", "high_is_easy"),
        ("How easy was it, from very difficult (1) to very easy (7)?", "high_is_easy"),
        ("How much effort did you have to put in?", "high_is_hard"),
        ("CES", None),
        ("CES (1-7)", None),
    ],
)
def test_what_a_high_effort_means_by_its_heading(
    heading: str, direction: str | None, table: Callable[..., FoundTable], planned: Planned
) -> None:
    plan = planned(table(["Customer", "NPS", heading], [["A", "9", "2"], ["B", "8", "6"]]))
    answers = drafts(plan, Kind.ANSWER)
    assert {one.get("direction") for one in answers if one["survey"] == "ces"} == {direction}
    assert {one.get("direction") for one in answers if one["survey"] == "nps"} == {None}


def test_an_answer_is_of_the_day_on_which_it_was_written(csv_table: Csv, planned: Planned) -> None:
    rows = "2026/09/01 午前 0:00:15 GMT+9,甲社,9\n2026/09/30 午後 11:01:15 GMT+9,乙社,7"
    plan = planned(csv_table(f"タイムスタンプ,会社名,当社を知人に薦める可能性はどのくらいですか？（0〜10）\n{rows}"))
    assert [one["answered_on"] for one in drafts(plan, Kind.ANSWER)] == [date(2026, 9, 1), date(2026, 9, 30)]
    west = planned(
        csv_table("Score,Response Time,Company\n9,2026-08-31 22:05:00 -0400,A Ltd\n7,2026-09-02T22:05:00-04:00,B")
    )
    assert [one["answered_on"] for one in drafts(west, Kind.ANSWER)] == [date(2026, 8, 31), date(2026, 9, 2)]
