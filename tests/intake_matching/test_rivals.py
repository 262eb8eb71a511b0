"""Of two columns that might be one field, the one that is meant."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from csdesk.intake.shapes import Choice, FoundTable, MatchedTable, TableKind

Read = Callable[..., MatchedTable]


def fields(matched: MatchedTable) -> dict[str, str]:
    return {match.column.heading: match.field for match in matched.columns if match.field}


def test_a_ticket_is_closed_when_it_is_closed_not_when_it_was_solved(read: Read) -> None:
    heads = "チケットID|件名|ステータス|作成日時|会社名|解決日時"
    row = "511|届かない|クローズ|2026-07-05 09:01|架空堂|2026-07-06 10:00"
    both = fields(read(f"{heads}|クローズ日時", f"{row}|2026-07-07 18:00"))
    assert (both["クローズ日時"], both.get("解決日時")) == ("ticket.closed_at", None)
    assert fields(read(heads, row))["解決日時"] == "ticket.closed_at"


def test_the_type_of_a_ticket_is_not_its_reason_where_both_are_told(read: Read) -> None:
    heads, row = (
        "Case Number|Account Name|Subject|Status|Date/Time Opened|Case Reason",
        "17|Ada Ltd|Login|New|2026-08-01|Access",
    )
    both = fields(read(f"{heads}|Type", f"{row}|Problem"))
    assert (both["Type"], both.get("Case Reason")) == ("ticket.type", None)
    assert fields(read(heads, row))["Case Reason"] == "ticket.type"


def test_the_kind_of_a_survey_is_not_its_name(read: Read) -> None:
    found = read(
        "Survey Name|Survey Type|Rating|Response|Submission Date|Contact Email|Associated Company",
        "Spring NPS|NPS|9|fast|2026-10-01|a@ada.example|Ada Ltd",
        "Help CSAT|CSAT|5|kind|2026-10-02|b@blue.example|Blue Inc",
    )
    assert fields(found)["Survey Type"] == "nps.kind"
    assert "Survey Name" not in fields(found)


def test_each_answer_is_one_to_the_survey_that_its_row_names(read: Read) -> None:
    heads = "Survey Type|Rating|Submission Date|Contact Email|Associated Company"
    rows = [
        f"{kind}|{score}|2026-10-01|a{n}@ada.example|Ada {n} Ltd"
        for n, (kind, score) in enumerate([("NPS", 9), ("CSAT", 5), ("NPS", 0), ("CSAT", 9)])
    ]
    found = read(heads, *rows)
    told = [(one.values["nps.score"], one.values["csat.score"]) for one in found.records]
    assert told == [(9, None), (None, 5), (0, None), (None, 9)]
    assert [problem.field for problem in found.problems if problem.refuses] == ["csat.score"]
    assert {one.choice: one.certain for one in found.findings}[Choice.SURVEY]
    (one, *_) = read(heads, *rows[::2]).records
    assert "csat.score" not in one.values


def test_the_day_of_a_new_price_starts_no_contract(read: Read) -> None:
    rows = ("Ada Ltd|200|{}|2027-03-01|2027-01-01", "Blue Inc|300|{}|2027-04-01|2027-01-01")
    new = fields(read("Customer|Current MRR|New MRR|Renewal date|Effective date", *(row.format(220) for row in rows)))
    assert "Effective date" not in new
    old = fields(read("Customer|MRR|Seats|Renewal date|Effective date", *(row.format(3) for row in rows)))
    assert old["Effective date"] == "contract.start"


def test_when_a_deal_is_hoped_for_closes_it_unless_a_contract_has_its_days(read: Read) -> None:
    rows = ("架空堂|導入|提案中|2026-03-31|1200|20", "見本社|導入|受注|2026-04-03|1200|35")
    assert (
        fields(read("会社名|商談名|フェーズ|見込み時期|単価|ユーザー数", *rows))["見込み時期"] == "contract.close_date"
    )
    begun = [f"{row}|2026-05-01" for row in rows]
    assert "見込み時期" not in fields(read("会社名|商談名|フェーズ|見込み時期|単価|ユーザー数|契約開始日", *begun))


def test_users_beside_sessions_are_no_seats(read: Read) -> None:
    rows = ("架空堂|3|100|スターター|30000", "見本社|4|107|ビジネス|60000")
    heads = "会社名|ユーザー数|{}|プラン|月額"
    assert "ユーザー数" not in fields(read(heads.format("会社のウェブセッション"), *rows))
    assert fields(read(heads.format("社員数"), *rows))["ユーザー数"] == "contract.quantity"


def test_what_a_tool_of_payments_calls_a_customer_is_no_note_of_the_team(read: Read) -> None:
    rows = ("cus_1|old billing|Ada Ltd|4242|Visa|active", "cus_2|old billing|Blue Inc|4343|Visa|active")
    assert "Description" not in fields(read("id|Description|Name|Card Last4|Card Brand|Status", *rows))
    assert fields(read("id|Description|Name|Tier|Region|Status", *rows))["Description"] == "account.notes"


@pytest.mark.parametrize("heading", ["人物ID", "名刺ID", "担当者ID", "Person ID", "Contact ID", "User ID"])
def test_what_tells_a_person_tells_no_account(read: Read, heading: str) -> None:
    rows = ("c1|p1|架空堂|架空|一郎|a@ada.example", "c2|p2|見本社|見本|花子|b@blue.example")
    found = fields(read(f"ID|{heading}|会社名|姓|名|メールアドレス", *rows))
    assert found.get(heading, "contact.external_id") == "contact.external_id"
    assert "account.external_id" not in found.values()
    cards = fields(read("名刺ID|人物ID|会社名|姓|名|メールアドレス", *rows))
    assert (cards["名刺ID"], cards.get("人物ID")) == ("contact.external_id", None)


@pytest.mark.parametrize("heading", ["名刺所有者", "取引先責任者 所有者", "コンタクト所有者", "Contact Owner"])
def test_who_holds_a_person_is_never_the_person(read: Read, heading: str) -> None:
    rows = (
        "架空堂|架空|一郎|a@ada.example|相沢|展示会|メモ1", "見本社|見本|花子|b@blue.example|相沢|展示会|メモ2",
    )  # fmt: skip
    found = fields(read(f"会社名|姓|名|メールアドレス|{heading}|タグ|メモ", *rows))
    assert (found[heading], found["メモ"]) == ("account.owner", "contact.notes")


def test_a_mark_whether_there_is_something_to_do_is_no_next_step(read: Read) -> None:
    rows = ("2026-09-01|電話|架空堂|1|確認", "2026-09-03|訪問|見本社|0|定例")
    assert "ToDo" not in fields(read("日付|種別|会社名|ToDo|コメント", *rows))


def test_what_a_tool_writes_for_no_customer_is_none(read: Read) -> None:
    found = read("company|2026-06-01|2026-07-01|2026-08-01", "Ada Ltd|1|2|3", "undefined|4|5|6", "(not set)|7|8|9")
    assert {one.values.get("account.name") for one in found.records} == {"Ada Ltd", None}


def test_ways_of_telling_the_time_of_notice_are_days(read: Read) -> None:
    found = read(
        "顧客名|月額|契約開始日|解約予告",
        *(
            f"{name}社|1000|2025-01-01|{told}"
            for name, told in zip("ABCDEF", ("1ヶ月前", "60日前", "2 weeks", "3 months", "30営業日", "45"), strict=True)
        ),
    )
    assert [one.values["contract.notice_days"] for one in found.records] == [30, 60, 14, 90, None, 45]
    months = read("Customer|MRR|Start|Notice period (months)", "Ada Ltd|9|2025-01-01|3", "Blue Inc|9|2025-01-01|1")
    assert [one.values["contract.notice_days"] for one in months.records] == [90, 30]


def test_a_table_of_steps_within_tickets_makes_no_tickets(read: Read) -> None:
    found = read(
        "レコードの開始行|レコード番号|会社名|件名|対応状況|受付日時|対応記録_内容",
        "*|1|架空堂|障害|完了|2026-08-01 10:15|一次回答",
        "||||||解決を連絡",
        "*|2|見本社|質問|対応中|2026-08-02 10:15|受付",
    )
    assert found.kind is TableKind.TICKETS
    assert [one.custom["対応記録_内容"] for one in found.records] == ["一次回答\n解決を連絡", "受付"]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("tracker (USD)", "USD"),
        ("単位：千米ドル", "USD"),
        ("Amounts in EUR", "EUR"),
        ("一覧（10月1日現在）", ""),
        ("単位：円", ""),
    ],
)
def test_a_title_tells_the_currency_of_amounts(
    csv_table: Callable[..., FoundTable], match: Callable[..., MatchedTable], title: str, code: str
) -> None:
    rows = "顧客名,月額,契約開始日\n架空堂,100,2025-01-01\n見本社,200,2025-02-01\n"
    found = match(replace(csv_table(rows), context=title))
    assert {one.choice: one.answer for one in found.findings}.get(Choice.CURRENCY, "") == code


@pytest.mark.parametrize("name", ["TEST - please ignore", "テストデータ", "null", "(none)"])
def test_a_row_that_was_made_to_try_something_is_of_no_customer(read: Read, name: str) -> None:
    heads = "Ticket ID|Customer|Subject|Status|Created at"
    found = read(
        heads, "1|Ada Ltd|Login|Open|2026-08-01", f"2|{name}|x|Open|2026-08-02", "3|Testing Ltd|y|Open|2026-08-03"
    )
    assert [one.values["account.name"] for one in found.records] == ["Ada Ltd", None, "Testing Ltd"]


def test_the_rows_of_an_invoice_tell_its_items_together(read: Read) -> None:
    found = read(
        "請求書番号|請求日|支払期限|取引先名|合計|品名|数量|単位",
        "S-1|2026-09-30|2026-10-31|架空堂|27500|基本利用料|1|式",
        "S-1|2026-09-30|2026-10-31|架空堂|27500|帳票|3|式",
        "S-2|2026-09-30|2026-10-31|見本社|11000|基本利用料|1|式",
    )
    assert [(one.custom["数量"], one.custom["単位"]) for one in found.records] == [("1\n3", "式")] * 2 + [("1", "式")]
    assert [one.values["invoice.item"] for one in found.records] == ["基本利用料\n帳票"] * 2 + ["基本利用料"]
