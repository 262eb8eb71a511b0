"""Headings under words of no meaning, and words that another hand puts for a known one: what they are, and are not."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, TableKind

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]

_GRID = "Customer,Jan 26,Feb 26,Mar 26\nAcme,480,480,480\nBolt,1260,1260,1449\nCork,110,88,88\n"


def fields(matched: MatchedTable) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched.columns if one.field}


@pytest.mark.parametrize(
    ("heading", "value", "field"),
    [
        ("状態 健康度(100)", "83", "health.score"),
        ("状態 信号", "青", "health.band"),
        ("他 入金累計", "182400", "account.total_paid"),
        ("その他 最終連絡", "2026-11-13", "touch.last_at"),
        ("他 担当", "森", ""),
        ("略", "三日月", "account.short_name"),
        ("Risk Y/N", "Y", "account.at_risk"),
        ("In CRM since", "2021-11-03", "account.created_at"),
        ("Street + city", "16 Nowhere Street, Fable", "account.address"),
    ],
)
def test_a_list_of_customers_has_it_under_any_word(
    heading: str, value: str, field: str, csv_table: Csv, match: Match
) -> None:
    text = f"顧客名,CS担当,業種,{heading}\n見本社,林,食品,{value}\n例示社,沢,運送,{value}"
    assert fields(match(csv_table(text))).get(heading, "") == field


def test_the_present_contract_stands_beside_what_is_offered(csv_table: Csv, match: Match) -> None:
    text = (
        "顧客コード,会社名,現契約 契約番号,現契約 プラン,現契約 月額,現契約 満了日,現契約 自動更新,"
        "更新案 プラン,更新案 月額,進捗 確度,進捗 最終接触\n"
        "00300,見本社,KY-1,ライト,12000,2026-12-31,有,プロ,13000,A,2026-11-01\n"
        "00301,例示社,KY-2,プロ,18000,2026-12-31,無,プロ,18500,B,2026-11-02"
    )
    matched = match(csv_table(text))
    assert matched.kind is TableKind.CONTRACTS
    seen = fields(matched)
    assert seen["現契約 契約番号"] == "contract.external_id"
    assert seen["現契約 自動更新"] == "contract.auto_renew"
    assert seen["進捗 最終接触"] == "touch.last_at"
    assert not seen.keys() & {"更新案 プラン", "更新案 月額", "進捗 確度"}


def test_few_ids_beside_the_price_of_one_are_counted(csv_table: Csv, match: Match) -> None:
    rows = "\n".join(
        f"見本{n}社,ライト,{ids},1200,{ids * 1200},2024-0{n}-01" for n, ids in enumerate([8, 20, 8, 20], 1)
    )
    text = f"顧客,契約 プラン,契約 ID,契約 単価,契約 月額,契約 開始\n{rows}"
    assert fields(match(csv_table(text)))["契約 ID"] == "contract.quantity"
    named = text.replace(",8,", ",K-1,").replace(",20,", ",K-2,")
    assert fields(match(csv_table(named)))["契約 ID"] == "contract.external_id"


@pytest.mark.parametrize(
    "legend", ["●：有償　△：お試し（無料）　×：この月から解約", "● = paying, △ = free trial, × = cancelled"]
)
def test_a_legend_in_words_of_its_own_tells_who_was_a_customer(legend: str, csv_table: Csv, match: Match) -> None:
    table = csv_table("顧客名,2026年1月,2026年2月,2026年3月\n見本社,△,●,●\n例示社,●,●,×\n雛形社,●,●,●", context=legend)
    matched = match(table)
    assert matched.kind is TableKind.MATRIX
    assert [row.values["matrix.active"] for row in matched.records][:6] == [False, True, True, True, True, False]


def test_a_legend_by_which_no_mark_is_a_customer_tells_none(csv_table: Csv, match: Match) -> None:
    text = "顧客名,2026年1月,2026年2月,2026年3月\n見本社,●,●,\n例示社,,●,●\n雛形社,●,,●"
    assert match(csv_table(text, context="●：解約の連絡あり")).kind is not TableKind.MATRIX


@pytest.mark.parametrize("title", ["MRR (USD, net of discount)", "MRR excl. VAT", "MRR after discounts and tax"])
def test_amounts_are_paid_however_they_were_reckoned(title: str, csv_table: Csv, match: Match) -> None:
    assert match(csv_table(_GRID, context=title)).kind is TableKind.MATRIX


@pytest.mark.parametrize("title", ["Discounts by customer (USD)", "VAT by customer"])
def test_amounts_that_nobody_pays_are_no_months_of_customers(title: str, csv_table: Csv, match: Match) -> None:
    assert match(csv_table(_GRID, context=title)).kind is not TableKind.MATRIX


def test_scores_made_of_points_beside_what_was_decided_are_health(csv_table: Csv, match: Match) -> None:
    text = (
        "As of,Account,Score,Prev,Colour,Logins /40,Tickets /20,Override,Override until,Why\n"
        "2026-09-30,Acme,58,,yellow,33,5,,,\n2026-09-30,Bolt,72,,green,34,15,red,2026-11-29,sponsor left\n"
        "2026-10-31,Acme,61,58,yellow,35,10,,,\n2026-10-31,Bolt,84,72,green,40,19,,,"
    )
    matched = match(csv_table(text, context="Health"))
    assert matched.kind is TableKind.HEALTH
    seen = fields(matched)
    assert (seen["As of"], seen["Logins /40"], seen["Why"]) == ("health.date", "health.mark@Logins /40", "health.note")
    assert "Override until" not in seen


def test_a_bare_score_beyond_every_scale_is_no_answer(csv_table: Csv, match: Match) -> None:
    text = "Account,Score,Why\nAcme,58,a\nBolt,72,b\nCork,84,c"
    assert "nps.score" not in fields(match(csv_table(text))).values()


def test_the_nps_of_many_beside_their_average_is_none_of_theirs(csv_table: Csv, match: Match) -> None:
    text = (
        "Account,CSM,Answers,Avg 0-10,Prom.,Detr.,NPS,CSAT avg (1-5)\n"
        "Acme,Tess,8,7.9,4,2,25,4.1\nBolt,Rune,5,6.2,1,2,-20,3.6"
    )
    seen = fields(match(csv_table(text)))
    assert not seen.keys() & {"NPS", "CSAT avg (1-5)"}


def test_a_signature_beside_since_when_is_no_start(csv_table: Csv, match: Match) -> None:
    text = (
        "Acct,Plan,MRR,Signed,Cust. since,CSM\nAcme,Team,480,2020-12-18,2021-01-01,Tess\n"
        "Bolt,Team,90,2022-05-17,2022-06-01,Rune"
    )
    assert fields(match(csv_table(text)))["Cust. since"] == "contract.start"


def test_who_gave_notice_and_when_service_ended(csv_table: Csv, match: Match) -> None:
    text = (
        "会社名,利用開始日,解約申入日,サービス終了日,解約時MRR\n"
        "見本社,R3.1.1,R7.12.27,R8.1.31,18000\n例示社,R4.8.1,R7.12.26,R8.1.31,45000"
    )
    seen = fields(match(csv_table(text)))
    assert seen["解約申入日"] == "contract.canceled_at"
    assert seen["サービス終了日"] == "contract.end"


def test_the_same_month_of_last_year_is_no_month_of_use(csv_table: Csv, match: Match) -> None:
    text = (
        "会社名,契約ID数,ログイン回数,利用人数,前年10月ログイン,最終ログイン\n"
        "見本社,10,90,9,80,2026-10-31\n例示社,25,232,21,185,2026-10-26"
    )
    seen = fields(match(csv_table(text)))
    assert seen["ログイン回数"] == "usage.logins"
    assert "前年10月ログイン" not in seen


def test_the_id_of_an_account_comes_again_in_a_log_of_changes(csv_table: Csv, match: Match) -> None:
    text = (
        "Effective,Account,Key,Movement,From,To,Change\n2026-01-08,Acme,A1,New,0,900,900\n"
        "2026-02-08,Acme,A1,Expansion,900,1020,120\n2026-03-08,Bolt,A2,Churn,50,0,-50"
    )
    assert fields(match(csv_table(text)))["Key"] == "account.external_id"


def test_lists_of_words_to_choose_from_are_no_tickets(csv_table: Csv, match: Match) -> None:
    assert match(csv_table("Lifecycle,Sev\nOnboarding,S1\nLive,S2\nNotice,S3\nGone,S4")).kind is TableKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "heading", "field"),
    [
        ("No.,会社,記入者,おすすめ度(0〜10)\n1,見本社,東雲 みお,7\n2,例示社,林 けい,8", "記入者", "contact.name"),
        (
            "日付,会社,記入者,種別,内容\n2026-01-05,見本社,林,電話,相談\n2026-01-06,例示社,林,訪問,定例",
            "記入者",
            "touch.by",
        ),
        (
            "案件ID,会社名,先方（決裁者）,部署,案件名,フェーズ,月額\nD1,見本社,石倉 りく,営業本部,導入,見積,120",
            "部署",
            "contact.department",
        ),
        (
            "契約番号,会社名,開始日,月額,支払条件 請求\nK1,見本社,2026-01-01,1,月払\nK2,例示社,2026-02-01,2,年払",
            "支払条件 請求",
            "contract.interval",
        ),
    ],
)
def test_headings_of_other_hands(text: str, heading: str, field: str, csv_table: Csv, match: Match) -> None:
    assert fields(match(csv_table(text))).get(heading) == field
