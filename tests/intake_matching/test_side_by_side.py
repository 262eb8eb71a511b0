"""What columns side by side tell of each other: points and the NPS of many, a log among facts, questions to leavers."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.matching.words.headings import hits
from csdesk.intake.matching.words.spellings import plain_spelling
from csdesk.intake.shapes import Choice, FoundTable, MatchedTable, Plan, TableKind, Verdict
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind

from .conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planned = Callable[..., Plan]


def fields(matched: MatchedTable) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched.columns if one.field}


def drafts(plan: Plan, kind: Kind) -> list[dict[str, Value]]:
    return [dict(draft.values) for draft in plan.drafts if draft.kind is kind]


@pytest.mark.parametrize("heading", ["Account NPS", "Company NPS", "企業NPS"])
def test_figures_beyond_the_scale_beside_points_are_the_nps_of_many(heading: str, csv_table: Csv, match: Match) -> None:
    text = (
        f"Email,Company,Score,{heading},Comment,Date\n"
        f"a@a.example,Acme,9,50,x,2026-08-01\n"
        f"b@b.example,Bolt,3,-20,y,2026-08-02"
    )
    seen = fields(match(csv_table(text)))
    assert seen["Score"] == "nps.score"
    assert heading not in seen


@pytest.mark.parametrize(
    ("words", "survey"),
    [("nps,nps", "nps"), ("CSAT,CSAT", "csat"), ("ces,ces", "ces"), ("Promoter,Detractor", "nps")],
)
def test_a_column_beside_the_score_tells_its_survey(words: str, survey: str, csv_table: Csv, match: Match) -> None:
    one, other = words.split(",")
    text = f"Email,Survey Type,Score,Date\na@a.example,{one},4,2026-08-01\nb@b.example,{other},5,2026-08-02"
    (finding,) = (one for one in match(csv_table(text)).findings if one.choice is Choice.SURVEY)
    assert (finding.answer, finding.certain) == (survey, True)


def test_the_type_of_a_survey_stands_before_its_name(csv_table: Csv, match: Match) -> None:
    text = "Email,Survey Name,Survey Type,Rating,Date\na@a.example,Autumn 2026,NPS,9,2026-08-01"
    assert fields(match(csv_table(text)))["Survey Type"] == "nps.kind"


def test_a_bare_name_beside_an_address_is_who_answered(csv_table: Csv, match: Match) -> None:
    seen = fields(match(csv_table("Name,Email,NPS,Comment,Date\nAl Bo,a@a.example,9,x,2026-08-01")))
    assert seen["Name"] == "contact.name"


PEOPLE = "ID,会社名,部署,役職,姓,名,メール,業種,従業員数,更新日"
PERSON = (
    "P1,A社,営業部,部長,見本,一郎,a@a.example,製造,120,2026/8/1\n"
    "P2,B社,総務部,課長,例題,花子,b@b.example,小売,45,2026/7/1"
)


def test_the_day_a_row_was_kept_on_makes_people_no_customers(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(f"{PEOPLE}\n{PERSON}"))
    assert matched.kind is TableKind.CONTACTS
    assert "更新日" not in fields(matched)


@pytest.mark.parametrize(
    ("text", "renews"),
    [
        ("会社名,業種,担当,作成日,更新日\nA社,製造,佐久間,2024/1/1,2026/8/1\nB社,小売,里見,2024/3/1,2026/8/5", False),
        ("会社名,プラン,担当,更新日\nA社,基本,佐久間,2027/1/1\nB社,上級,里見,2027/3/1", True),
        ("会社名,担当,更新日\nA社,佐久間,2027/1/1\nB社,里見,2027/3/1", True),
    ],
)
def test_a_bare_day_of_renewal_is_the_row_s_beside_the_day_it_was_made(
    text: str, *, renews: bool, csv_table: Csv, match: Match
) -> None:
    assert ("更新日" in fields(match(csv_table(text)))) is renews


NOTES = "名前,日付,顧客,形式,担当,先方参加者,議事メモ,次のアクション,現在の月額,契約更新日,解約リスク,作成日時"
NOTED = (
    'A社 定例,2026/9/1,A社,オンライン,佐久間,"見本 一郎、例題 花子",順調です。,見積,30000,2027/1/1,No,2026/9/1 10:00\n'
    "B社 相談,2026/9/4,B社,訪問,里見,試験 次郎,要望あり。,連絡,50000,2027/2/1,Yes,2026/9/4 10:00"
)


def test_a_log_of_meetings_is_one_whatever_facts_stand_in_it(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table(f"{NOTES}\n{NOTED}"))
    assert plan.tables[0].matched.kind is TableKind.TOUCHES
    assert not drafts(plan, Kind.CONTRACT)
    assert [one["name"] for one in drafts(plan, Kind.CONTACT)] == ["見本 一郎", "例題 花子", "試験 次郎"]
    met = [one["contact_id"] for one in drafts(plan, Kind.TOUCH)]
    assert met == [draft.id for draft in plan.drafts if draft.values.get("name") in {"見本 一郎", "試験 次郎"}]


def test_a_name_with_a_comma_is_one_person(csv_table: Csv, match: Match) -> None:
    text = (
        'Date,Customer,Type,Contact,Notes\n2026-08-01,Acme,Call,"Bo, Al",Talked\n2026-08-02,Bolt,Call,"Du, Cy",Talked'
    )
    assert fields(match(csv_table(text)))["Contact"] == "contact.name"


CONTACTS = (
    "コンタクトID,日時,区分,件名,会社名,部署名,役職,氏名,e-mail,内容,所有者,NEXTアクション,NEXTアクション日\n"
    "CT1,2026/8/7 14:08,訪問,定例,A社,営業部,部長,見本 一郎,a@a.example,増員の意向。,佐久間,見積を送る,2026/8/14\n"
    "CT2,2026/8/9 10:00,電話,相談,B社,総務部,課長,例題 花子,b@b.example,説明。,里見,,2026/8/20"
)


def test_how_people_were_met_is_no_list_of_them(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table(CONTACTS, file="contact_export.csv"))
    matched = plan.tables[0].matched
    assert matched.kind is TableKind.TOUCHES
    assert fields(matched)["部署名"] == "contact.department"
    assert [(one["title"], one["due_on"]) for one in drafts(plan, Kind.TASK)] == [
        ("見積を送る", date(2026, 8, 14)),
        ("NEXTアクション", date(2026, 8, 20)),
    ]


LEAVERS = [
    (
        "Timestamp,Company,Why are you cancelling?,How likely are you to recommend us (0-10)?\n"
        "2026-08-01,Acme,Price,4\n"
        "2026-08-05,Bolt,Features,6"
    ),
    (
        "タイムスタンプ,会社名,ご解約の理由をお選びください,当社を薦める可能性（0〜10）\n"
        "2026/8/1,A社,価格,4\n"
        "2026/8/5,B社,機能,6"
    ),
]


@pytest.mark.parametrize("text", LEAVERS)
def test_leavers_who_are_asked_why_are_interviewed_and_answer_as_well(
    text: str, csv_table: Csv, planned: Planned
) -> None:
    plan = planned(csv_table(text))
    assert [one["on_date"] for one in drafts(plan, Kind.INTERVIEW)] == [date(2026, 8, 1), date(2026, 8, 5)]
    assert all(one.get("stated_reason") for one in drafts(plan, Kind.INTERVIEW))
    assert [(one["survey"], one["score"], one["answered_on"]) for one in drafts(plan, Kind.ANSWER)] == [
        ("nps", 4.0, date(2026, 8, 1)),
        ("nps", 6.0, date(2026, 8, 5)),
    ]


EVENTS = [
    (
        "Event,Company,Jul 2026,Aug 2026,Sep 2026,Total\n"
        "Report Viewed,Acme,12,15,18,45\n"
        "Report Sent,Acme,2,,1,3\n"
        "Report Viewed,Bolt,0,3,9,12"
    ),
    "機能,会社名,2026年7月,2026年8月,2026年9月,合計\n帳票出力,A社,12,15,18,45\n検索,A社,2,,1,3\n帳票出力,B社,0,3,9,12",
]


@pytest.mark.parametrize("text", EVENTS)
def test_events_down_and_months_across_are_use_of_each_month(text: str, csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table(text))
    assert plan.tables[0].matched.kind is TableKind.USE
    assert [one["amount"] for one in drafts(plan, Kind.USE)] == [12, 15, 18, 2, 1, 0, 3, 9]
    assert {one["on_date"] for one in drafts(plan, Kind.USE)} == {date(2026, month, 1) for month in (7, 8, 9)}
    assert len(drafts(plan, Kind.MEASURE)) == 2


def test_items_that_customers_pay_for_by_month_are_no_use(csv_table: Csv, match: Match) -> None:
    text = "項目,顧客名,2026年7月,2026年8月,2026年9月\n基本料,A社,30000,30000,30000\n基本料,B社,50000,50000,50000"
    assert match(csv_table(text)).kind is TableKind.MATRIX


def test_how_likely_somebody_leaves_is_no_use(csv_table: Csv, match: Match) -> None:
    text = "company,last_used,events_last_30_days,minutes_last_30_days,churn_propensity\nAcme,2026-08-01,12,40,0.4"
    seen = fields(match(csv_table(text)))
    assert seen["minutes_last_30_days"] == "usage.minutes"
    assert "churn_propensity" not in seen


BILLED = "Customer ID,Name,Email,Plan,Plan Interval,MRR,Status,Activated On,Churned On,Last Login,Total Spend"


def test_customers_of_a_billing_tool_are_in_the_book_before_they_pay(csv_table: Csv, planned: Planned) -> None:
    rows = (
        "c1,Acme,a@a.example,pro,month,100,active,2025-01-15,,2026-10-01,500\n"
        "c2,Bolt,b@b.example,pro,month,0,trialing,,,2026-10-02,0"
    )
    plan = planned(csv_table(f"{BILLED}\n{rows}"))
    assert [one["name"] for one in drafts(plan, Kind.ACCOUNT)] == ["Acme", "Bolt"]
    assert not any(problem.refuses for problem in plan.tables[0].problems)


def test_a_brand_that_is_supported_is_no_customer(csv_table: Csv, match: Match) -> None:
    text = (
        "Ticket ID,Ticket subject,Ticket brand,Ticket organization name,Ticket status,Account owner\n"
        "1,Export,Helpdesk,Acme,open,Ann\n"
        "2,Login,Helpdesk,Bolt,open,Ben"
    )
    seen = fields(match(csv_table(text)))
    assert seen["Ticket organization name"] == "account.name"
    assert seen["Account owner"] == "account.owner"
    assert "Ticket brand" not in seen


def test_tickets_that_are_all_open_have_a_status(csv_table: Csv, match: Match) -> None:
    text = "Ticket ID,Subject,Status,Company,Created\n1,Export,open,Acme,2026-08-01\n2,Login,open,Bolt,2026-08-02"
    assert fields(match(csv_table(text)))["Status"] == "ticket.status"


def test_who_took_a_ticket_looks_after_nobody(csv_table: Csv, match: Match) -> None:
    text = (
        "受付番号,件名,会社名,対応者,担当,状態,受付日\n"
        "1,出力,A社,佐久間,里見,完了,2026/8/1\n"
        "2,接続,B社,里見,里見,完了,2026/8/2"
    )
    assert "account.owner" not in fields(match(csv_table(text))).values()


def test_numbers_of_complaints_and_of_what_was_billed(csv_table: Csv, match: Match) -> None:
    text = (
        "苦情番号,苦情区分,件名,受付日時,会社名,氏名,電話番号,対応者,対応状況\n"
        "1,請求,二重,2026/8/1,A社,見本 一郎,03-0000-0001,里見,完了"
    )
    seen = fields(match(csv_table(text)))
    told = {"苦情番号": "ticket.external_id", "苦情区分": "ticket.type", "電話番号": "contact.phone"}
    assert told.items() <= seen.items()
    text = (
        "管理番号,発生日,決済期日,取引先,金額,税額,決済日\n"
        "INV1,2026/8/1,2026/9/30,A社,33000,3000,\n"
        "INV2,2026/8/2,2026/9/30,B社,55000,5000,"
    )
    assert fields(match(csv_table(text)))["管理番号"] == "invoice.number"


def test_a_number_that_many_bills_have_is_none_of_theirs(csv_table: Csv, match: Match) -> None:
    rows = "".join(f"\nK1,2026/{month}/1,A社,33000,3000" for month in range(1, 7))
    seen = fields(match(csv_table(f"管理番号,請求日,取引先,金額,税額{rows}")))
    assert "管理番号" not in seen


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("会社名1", "account.name"),
        ("会社コードまたは顧客コード1", "account.external_id"),
        ("Company or organization", "account.name"),
        ("Email 1", "contact.email"),
        ("担当者テーブル_部署", "contact.department"),
        ("関連付けられた会社のID", "account.external_id"),
        ("初回エージェント応答日", "ticket.first_response_at"),
        ("Custom field ([CHART] Date of First Response)", "ticket.first_response_at"),
        ("Custom field (Account Manager)", "account.owner"),
        ("宛名担当者", "contact.name"),
    ],
)
def test_headings_in_parts_and_wrappings(heading: str, field: str) -> None:
    assert hits(heading)[0].field.id == field


def test_a_clock_that_tells_what_is_left_stays_wrapped() -> None:
    assert plain_spelling("Custom field (Time to resolution)") == "Custom field (Time to resolution)"


@pytest.mark.parametrize("heading", ["Health score 90 days before", "Health Score 30 days ago", "MRR 2 months earlier"])
def test_what_was_some_time_ago_is_not_now(heading: str) -> None:
    assert not {"health.score", "contract.mrr"} & {hit.field.id for hit in hits(heading)}


def test_contracts_that_wait_for_approval_are_deals(csv_table: Csv, planned: Planned) -> None:
    text = (
        "Contract ID,Account,Status,Start,ARR\n"
        "C1,Acme,Activated,2026-01-01,1200\n"
        "C2,Bolt,In Approval Process,2026-02-01,2400"
    )
    plan = planned(csv_table(text))
    assert len(drafts(plan, Kind.CONTRACT)) == 1
    assert [one["prospect"] for one in drafts(plan, Kind.DEAL)] == ["Bolt"]


@pytest.mark.parametrize("price", ["Annual Contract Value", "Amount", "MRR"])
def test_what_all_years_come_to_beside_a_price_is_kept_as_it_is(price: str, csv_table: Csv, planned: Planned) -> None:
    text = (
        f"Contract ID,Account,Start,Term (months),{price},Total Contract Value\n"
        "C1,Acme,2026-01-01,24,1200,2400\nC2,Bolt,2026-02-01,12,2400,2400"
    )
    plan = planned(csv_table(text))
    told = [dict(draft.custom) for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    assert [one["Total Contract Value"] for one in told] == ["2400", "2400"]
    assert not any(one.seen == "Total Contract Value" for one in plan.tables[0].problems)


def test_addresses_beside_months_are_people(csv_table: Csv, planned: Planned) -> None:
    text = (
        "Customer ID,Name,Email,Jan 2026,Feb 2026,Mar 2026\n"
        "c1,Acme,a@a.example,100,100,120\nc2,Bolt,b@b.example,90,90,90"
    )
    plan = planned(csv_table(text))
    assert [one["email"] for one in drafts(plan, Kind.CONTACT)] == ["a@a.example", "b@b.example"]


@pytest.mark.parametrize("text", [f"{NOTES}\n{NOTED}", CONTACTS, *LEAVERS, *EVENTS])
def test_read_again_nothing_changes(text: str, csv_table: Csv, planned: Planned) -> None:
    held = MemoryBook()
    held.apply(planned(csv_table(text)))
    again = planned(csv_table(text), held)
    assert not again.drafts
    assert {row.verdict for row in again.tables[0].rows} == {Verdict.SAME}
