"""Columns whose heading another could have as well: each is what it is beside its neighbours."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan
from csdesk.models.kinds import Kind

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


@pytest.fixture
def fields(csv_table: Csv, match: Match) -> Callable[..., dict[str, str]]:
    """Match lines of text: the field of each heading."""

    def make(*lines: str) -> dict[str, str]:
        return {one.column.heading: one.field for one in match(csv_table("\n".join(lines))).columns}

    return make


@pytest.mark.parametrize(
    ("sent", "paid"),
    [("請求ステータス", "入金ステータス"), ("請求状況", "入金状況"), ("Invoice status", "Payment status")],
)
def test_the_state_of_an_invoice_is_whether_it_was_paid(
    sent: str, paid: str, fields: Callable[..., dict[str, str]]
) -> None:
    head = f"請求書番号,請求日,取引先名,合計,{sent}"
    told = fields(
        f"{head},{paid}", "I-1,2026/6/30,甲社,3300,請求済み,入金済み", "I-2,2026/6/30,乙社,6600,請求済み,未入金"
    )
    assert (told[sent], told[paid]) == ("", "invoice.status")
    assert fields(head, "I-1,2026/6/30,甲社,3300,請求済み")[sent] == "invoice.status"


@pytest.mark.parametrize("cells", [("Voluntary", "Involuntary", "Voluntary"), ("自発", "非自発", "自発")])
def test_how_somebody_left_is_no_segment(cells: tuple[str, ...], fields: Callable[..., dict[str, str]]) -> None:
    rows = [f"C{at} Ltd,Kim,49,24/02/2025,31/03/2026,{cell}" for at, cell in enumerate(cells)]
    assert fields("Customer,CSM,MRR lost,Customer since,Last day,Type", *rows)["Type"] == ""
    others = [row.rpartition(",")[0] + ",Enterprise" for row in rows]
    assert fields("Customer,CSM,MRR lost,Customer since,Last day,Type", *others)["Type"] == "account.segment"


def test_a_stage_beside_how_likely_a_renewal_is_tells_of_that(fields: Callable[..., dict[str, str]]) -> None:
    head = "Account,Segment,CSM,Plan,ARR,Start,Renewal date,Stage"
    rows = [
        f"C{at} Ltd,SMB,Kim,Base,600,2025-01-15,2027-01-15,{word}"
        for at, word in enumerate(["Not started", "In talks", "Not started", "In talks"])
    ]
    told = fields(f"{head},Likelihood", *(f"{row},{at}0%" for at, row in enumerate(rows, 5)))
    assert (told["Stage"], told["Likelihood"]) == ("renewal.status", "renewal.likelihood")
    standing = [row.replace("Not started", "Active").replace("In talks", "Churned") for row in rows]
    told = fields(f"{head},Likelihood", *(f"{row},{at}0%" for at, row in enumerate(standing, 5)))
    assert told["Stage"] == "account.status"


@pytest.mark.parametrize(
    ("head", "cells", "heading", "field"),
    [
        ("会社名,月額,契約開始日,ヘルススコア,ランク", "ABC", "ランク", "health.band"),
        ("会社名,月額,契約開始日,ヘルススコア,判定", "ABC", "判定", "health.band"),
        ("会社名,月額,契約開始日,Health score,Grade", "ABC", "Grade", "health.band"),
        ("会社名,月額,契約開始日,Health score,Rank", "GYR", "Rank", "health.band"),
        ("会社名,月額,契約開始日,ヘルススコア,ランク", "松竹梅", "ランク", "account.tier"),
        ("会社名,月額,契約開始日,NPS,ランク", "ABC", "ランク", "account.tier"),
    ],
)
def test_a_rank_behind_a_score_of_health_is_what_it_comes_to(
    head: str, cells: str, heading: str, field: str, fields: Callable[..., dict[str, str]]
) -> None:
    rows = [f"{at}社,5000,2024/4/1,{at + 4},{cell}" for at, cell in enumerate(cells)]
    assert fields(head, *rows)[heading] == field


def test_a_rank_elsewhere_is_how_dear_the_customer_is_unless_it_is_a_colour(
    fields: Callable[..., dict[str, str]],
) -> None:
    head = "会社名,ランク,月額,契約開始日,ヘルススコア"
    rows = [f"{at}社,{{}},5000,2024/4/1,4{at}" for at in range(3)]
    letters = [row.format(cell) for row, cell in zip(rows, "ABC", strict=True)]
    colours = [row.format(cell) for row, cell in zip(rows, "緑黄赤", strict=True)]
    assert fields(head, *letters)["ランク"] == "account.tier"
    assert fields(head, *colours)["ランク"] == "health.band"


@pytest.mark.parametrize(("end", "taken"), [("解約日", ""), ("契約終了日", "contract.period")])
def test_the_time_until_somebody_left_is_no_term(end: str, taken: str, fields: Callable[..., dict[str, str]]) -> None:
    rows = (
        "甲社,基本,2025/4/1,2026/3/31,300,12",
        "乙社,基本,2024/5/1,2026年4月30日,300,24",
        "丙社,拡張,2023/7/2,2026/6/30,300,36",
        "丁社,拡張,2025/10/1,2026/9/30,300,12",
    )
    assert fields(f"会社名,プラン,契約開始,{end},解約時MRR,利用期間(ヶ月)", *rows)["利用期間(ヶ月)"] == taken


def test_a_term_of_those_who_left_stays_one_where_it_is_another_time(fields: Callable[..., dict[str, str]]) -> None:
    rows = (
        "甲社,2025/4/1,2026/3/31,300,36",
        "乙社,2024/5/1,2026/4/30,300,36",
        "丙社,2023/7/2,2024/6/30,300,24",
        "丁社,2025/10/1,2026/9/30,300,24",
    )
    assert fields("会社名,契約開始,解約日,月額,契約期間(ヶ月)", *rows)["契約期間(ヶ月)"] == "contract.period"


@pytest.mark.parametrize(
    ("heading", "field", "cell"),
    [("解約通知期限(日前)", "contract.notice_days", "30"), ("解約時プラン", "contract.plan", "基本")],
)
def test_words_of_lists_of_renewals_and_leavers(
    heading: str, field: str, cell: str, fields: Callable[..., dict[str, str]]
) -> None:
    assert (
        fields(f"会社名,月額,契約開始日,契約満了日,{heading}", f"甲社,300,2025/4/1,2026/3/31,{cell}")[heading] == field
    )


def test_a_list_of_those_who_are_billed_is_one_of_companies(csv_table: Csv, planned: Planning) -> None:
    head = (
        "取引先コード,取引先名,フリガナ,敬称,部署名,役職,担当者名,郵便番号,都道府県,住所1,電話番号,メールアドレス,メモ"
    )
    rows = [
        f"000{at},株式会社見本{at},ミホン{at},御中,営業部,,例示 {at % 3},100-000{at},東京都,見本市{at},03-0000-000{at},"
        f"a@c{at}.example,"
        for at in range(6)
    ]
    drafts = planned(csv_table("\n".join([head, *rows]))).drafts
    account = next(one.values for one in drafts if one.kind is Kind.ACCOUNT)
    person = next(one.values for one in drafts if one.kind is Kind.CONTACT)
    assert (account["kana"], account["phone"]) == ("ミホン0", "03-0000-0000")
    assert person["name"] == "例示 0"
    assert not {"kana", "phone"} & person.keys()


@pytest.mark.parametrize(("stage", "step"), [("Stage", "Next Step"), ("フェーズ", "次のステップ")])
def test_the_next_step_of_a_deal_is_no_task(stage: str, step: str, fields: Callable[..., dict[str, str]]) -> None:
    rows = ["Kim,A Ltd,A 2026,Closed Won,1200,2026-02-03,Call the CFO", "Kim,B Ltd,B 2026,Negotiation,900,2026-03-03,"]
    head = f"Opportunity Owner,Account Name,Opportunity Name,{stage},Amount,Close Date"
    assert fields(f"{head},{step}", *rows)[step] == ""
    assert fields(f"Customer,CSM,MRR,{step}", "A Ltd,Kim,100,Call the CFO")[step] == "touch.next"
