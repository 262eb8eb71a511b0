"""What exports of tools put side by side: a count and its unit, a price and its total, a call and what was noted."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from csdesk.intake.matching.words.headings import plain_hits
from csdesk.intake.shapes import Choice, FoundTable, MatchedTable, TableKind
from csdesk.intake.values.words import Standing, standing

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]


@pytest.fixture
def fields(csv_table: Csv, match: Match) -> Callable[[str], dict[str, str]]:
    return lambda text: {one.column.heading: one.field for one in match(csv_table(text)).columns if one.field}


def test_an_interval_in_figures_beside_its_unit_is_how_many_of_them(csv_table: Csv, match: Match) -> None:
    text = (
        "id,customer,amount,{0},interval_unit,start_date\n"
        "S1,Acme,1035,3,monthly,2024-01-01\nS2,Bolt,2760,1,yearly,2024-02-01\n"
    )
    for heading in ("interval", "billing interval", "interval value"):
        first = match(csv_table(text.format(heading))).records[0].values
        assert first["contract.interval_count"] == 3
        assert first["contract.interval"] == "monthly"


@pytest.mark.parametrize(
    ("price", "total"), [("販売価格", "合計価格"), ("Sales Price", "Total Price"), ("Price", "Total Price")]
)
def test_a_price_beside_the_total_of_its_quantity_is_of_one_piece(
    price: str, total: str, fields: Callable[[str], dict[str, str]]
) -> None:
    seen = fields(
        f"Account Name,Product Name,Quantity,{price},{total},Billing Frequency,Start Date\n"
        f"Acme,Base,10,12,120,Monthly,2024-01-01\nBolt,Plus,15,9,135,Annual,2024-01-01\n"
    )
    assert (seen[price], seen[total]) == ("contract.unit_amount", "contract.amount")


@pytest.mark.parametrize(("own", "taken"), [((390, 500), "MRR"), ((526, 500), "MRR Total")])
def test_of_a_price_and_its_total_that_one_counts_whose_twelve_are_the_year(
    own: tuple[int, int], taken: str, fields: Callable[[str], dict[str, str]]
) -> None:
    seen = fields(
        f"Name,Customer From,MRR,MRR Total,ARR\n"
        f"Acme Ltd,2023-01-01,390,526,{12 * own[0]}\nBolt Inc,2023-01-02,500,500,{12 * own[1]}\n"
    )
    assert [heading for heading, field in seen.items() if field == "contract.mrr"] == [taken]


def test_customer_and_canceled_tell_how_an_account_stands(fields: Callable[[str], dict[str, str]]) -> None:
    text = (
        "Company,Owner,Status,MRR,Customer From,Health,Phone,Industry\n"
        "Acme Ltd,Ann,{0},5,2023-01-01,70,030,Food\nBolt Inc,Bo,canceled,9,2023-01-01,40,031,Tools\n"
    )
    assert fields(text.format("customer"))["Status"] == "account.status"
    assert fields(text.format("past_due"))["Status"] == "contract.status"


@pytest.mark.parametrize("since", ["Became a Customer Date", "Customer since"])
def test_the_start_of_a_contract_goes_before_since_when_somebody_is_a_customer(
    since: str, fields: Callable[[str], dict[str, str]]
) -> None:
    seen = fields(
        f"Company name,{since},Contract Start Date,MRR\n"
        f"Acme,2020-01-01,2024-01-01,5\nBolt,2021-01-01,2024-02-01,6\nCove,2022-01-01,2024-03-01,7\n"
    )
    assert seen["Contract Start Date"] == "contract.start"
    assert seen.get(since) != "contract.start"


@pytest.mark.parametrize(
    ("outcome", "said"),
    [("Call Result", "Full Comments"), ("Meeting description", "Internal meeting notes"), ("架電結果", "通話メモ")],
)
def test_longer_notes_of_a_call_go_before_how_it_ended(
    outcome: str, said: str, fields: Callable[[str], dict[str, str]]
) -> None:
    text = f"Date,Company,Assigned,{outcome},{said}\n2026-01-01,Acme,Ann,%s,%s\n2026-01-02,Bolt,Bo,%s,%s\n"
    long, short = ("They want the new flow for all teams", "Asked for a price for 20 seats"), ("Connected", "No answer")
    assert fields(text % (short[0], long[0], short[1], long[1]))[said] == "touch.note"
    assert fields(text % (long[0], "fine", long[1], "ok"))[outcome] == "touch.note"


@pytest.mark.parametrize(
    ("heading", "told", "minutes"),
    [
        ("Call Duration", ("840", "95"), 14),
        ("通話時間", ("600", "30"), 10),
        ("Call duration", ("900000", "60000"), 15),
        ("Call Duration", ("45", "30"), 45),
        ("Meeting duration", ("480", "30"), 480),
    ],
)
def test_calls_longer_than_any_are_told_in_seconds_or_less(
    heading: str, told: tuple[str, str], minutes: int, csv_table: Csv, match: Match
) -> None:
    text = (
        f"Date,Company,Notes,{heading}\n2026-01-01,Acme,Spoke of seats,{told[0]}\n2026-01-02,Bolt,No answer,{told[1]}\n"
    )
    assert match(csv_table(text)).records[0].values["touch.minutes"] == minutes


@pytest.mark.parametrize(
    "text",
    [
        """Subject,Start Date,Start Time,End Date,End Time,All day event,Organizer,Categories,Description,Priority
QBR,2026-09-03,9:00,2026-09-03,10:00,False,Ann Ray,QBR,Spoke of seats,Normal
Check,2026-09-07,9:00,2026-09-07,10:00,False,Bo Finn,Call,Asked for a price,Normal""",
        """件名,開始日,開始時刻,終了日,終了時刻,終日イベント,会議の開催者,必須出席者,分類,内容,優先度
定例,2026/9/3,9:00:00,2026/9/3,10:00:00,False,仮名 みなと,仮名 みなと;空想 ゆかり,定例,更新の意思を確認,標準
更新,2026/9/7,9:00:00,2026/9/7,10:00:00,False,例田 さくら,例田 さくら;試田 かおり,更新,折り返し待ち,標準""",
    ],
)
def test_a_calendar_is_a_log_of_touches_and_no_list_of_tickets(text: str, csv_table: Csv, match: Match) -> None:
    found = match(csv_table(text))
    assert found.kind is TableKind.TOUCHES
    assert {"touch.date", "touch.by", "touch.type", "touch.note"} <= {one.field for one in found.columns}


def test_the_one_column_of_companies_in_a_calendar_tells_whom_it_was_with(
    fields: Callable[[str], dict[str, str]],
) -> None:
    seen = fields(
        "件名,開始日,開始時刻,終了日,終日イベント,会議の開催者,必須出席者,経費情報,内容\n"
        "定例,2026/9/3,9:00:00,2026/9/3,False,仮名 みなと,仮名 みなと;空想 ゆかり,株式会社見本,更新の意思を確認\n"
        "更新,2026/9/7,9:00:00,2026/9/7,False,例田 さくら,例田 さくら;試田 かおり,有限会社試作,折り返し待ち\n"
    )
    assert seen["経費情報"] == "account.name"


def test_who_looks_after_a_customer_stands_beside_who_called(fields: Callable[[str], dict[str, str]]) -> None:
    seen = fields("Date,Company,Assigned,Account Owner,Notes\n2026-01-01,Acme,Ann,Bo,Spoke\n2026-01-02,Bolt,Cy,Di,x\n")
    assert (seen["Assigned"], seen["Account Owner"]) == ("touch.by", "account.owner")


def test_the_day_somebody_would_leave_is_not_the_one_he_left_on(csv_table: Csv, match: Match) -> None:
    found = match(
        csv_table(
            "契約番号,会社名,利用開始日,契約満了日,解約希望日,サービス終了日,月額,ステータス\n"
            "CT-1,株式会社見本,2022-01-01,2026-12-31,2026-03-31,2026-12-31,30000,解約確定\n"
            "CT-2,有限会社試作,2023-08-01,2026-07-31,2026-03-31,2026-07-31,48000,解約確定\n"
            "CT-3,合同会社例示,2023-08-01,2026-06-30,2026-03-31,2026-06-30,48000,解約確定\n"
            "CT-4,株式会社空想,2024-03-01,2027-02-28,2026-04-30,,12000,契約中\n"
            "CT-5,株式会社仮名,2024-03-01,2027-02-28,2026-04-30,,12000,契約中\n"
        )
    )
    assert found.records[0].values["contract.end"] == date(2026, 12, 31)
    assert {one.choice: one.answer for one in found.findings}[Choice.END_DATE] == "service"


def test_what_expires_of_cancelled_subscriptions_alone_ends_with_their_period(csv_table: Csv, match: Match) -> None:
    running = "".join(f"{n},Firm{n},2025-01-01,active,,2027-01-01,100\n" for n in range(4))
    gone = "".join(f"{n},Firm{n},2025-01-01,canceled,2027-01-01,2027-01-01,100\n" for n in range(4, 8))
    found = match(
        csv_table(f"id,company,activated_at,state,expires_at,current_period_ends_at,monthly_amount\n{running}{gone}")
    )
    assert {one.choice: one.answer for one in found.findings}[Choice.END_DATE] == "service"


def test_who_is_told_of_in_a_looked_up_column_is_the_customers(fields: Callable[[str], dict[str, str]]) -> None:
    seen = fields(
        "契約No,会社名 (from 顧客),主担当CS,開始日,月額,担当者 (from 顧客),メール (from 顧客)\n"
        "KY-1,株式会社見本,仮名 みなと,2026/1/1,6000,見本 花子,a@example.co.jp\n"
        "KY-2,有限会社試作,例田 さくら,2026/2/1,9000,試作 健,b@example.co.jp\n"
        "KY-3,合同会社例示,仮名 みなと,2026/3/1,9000,見本 花子,c@example.co.jp\n"
    )
    assert (seen["主担当CS"], seen["担当者 (from 顧客)"]) == ("account.owner", "contact.name")


def test_what_customers_owe_is_told_by_the_books_words_for_it(csv_table: Csv, match: Match) -> None:
    found = match(
        csv_table(
            "発生日,請求書番号,取引先,発生金額（税込）,うち消費税額,決済期日,決済済金額,未決済残高\n"
            "2026/06/30,INV-1,株式会社見本,33000,3000,2026/07/31,16500,16500\n"
            "2026/06/30,INV-2,有限会社試作,11000,1000,2026/07/31,11000,0\n"
        )
    )
    assert found.kind is TableKind.INVOICES
    first = found.records[0].values
    assert (first["invoice.total"], first["invoice.amount_paid"]) == (Decimal(33000), Decimal(16500))


def test_an_address_in_brackets_behind_a_name_is_read_without_them(csv_table: Csv, match: Match) -> None:
    found = match(
        csv_table(
            "Date,Company,Notes,Associated Contact\n2026-01-01,Acme,Spoke,Ada Quill (ada@acme.example)\n"
            "2026-01-02,Bolt,Called,Bo Finn (bo@bolt.example); Cy Dee (cy@bolt.example)\n"
        )
    )
    assert [record.values["contact.email"] for record in found.records] == ["ada@acme.example", "bo@bolt.example"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("契約相手の名称", "account.name"),
        ("Counterparty", "account.name"),
        ("Rate Plan Charge: Quantity", "contract.quantity"),
        ("Rate Plan Charge Tier: Currency", "contract.currency"),
        ("Bill To: First Name", "contact.first_name"),
        ("納入商品 ID", "contract.external_id"),
        ("解約申入日", "contract.canceled_at"),
        ("リスト価格", "contract.list_amount"),
        ("User Activities (30 days)", "usage.events"),
        ("Unique external ID", "contact.external_id"),
    ],
)
def test_headings_of_tools_name_their_fields(heading: str, field: str) -> None:
    assert field in {hit.field.id for hit in plain_hits(heading)}


@pytest.mark.parametrize(
    ("word", "means"),
    [("finished", Standing.ENDED), ("廃止済み", Standing.ENDED), ("引き止め中", Standing.ACTIVE)],
)
def test_words_of_tools_tell_how_a_contract_stands(word: str, means: Standing) -> None:
    assert standing(word) is means
