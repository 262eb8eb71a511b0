"""Tables of exchange rates: long, wide, across, of days; which way round, and per how many units."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind
from csdesk.intake.values.currencies import Pair, pair_of
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


def rates(plan: Plan) -> list[tuple[object, ...]]:
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.EXCHANGE_RATE]
    return sorted((row["month"], row["currency"], row["base"], row["rate"]) for row in rows)


STORY = [("2025-01", "EUR", "JPY", 161.0), ("2025-01", "USD", "JPY", 155.2), ("2025-02", "USD", "JPY", 150.1)]
TABLES = {
    "long": ("月,通貨,レート|2025年1月,USD,155.20|2025年1月,EUR,161.00|2025年2月,USD,150.10", ""),
    "long with both": ("Month,From,To,Rate|Jan 2025,USD,JPY,155.2|Jan 2025,EUR,JPY,161|Feb 2025,USD,JPY,150.1", ""),
    "long by pair": ("Date,Pair,Close|2025-01-31,USD/JPY,155.2|2025-01-31,EURJPY=X,161|2025-02-28,USDJPY,150.1", ""),
    "pairs over columns": ("Date,USD/JPY,EUR/JPY|2025/01/06,150,160|2025/01/31,155.2,161|2025/02/28,150.1,", ""),
    "currencies over columns": ("日付,米ドル,ユーロ|2025/1/31,155.20,161.00|2025/2/28,150.10,", "外国為替相場"),
    "in words": ("Month,1 USD = ¥,1 EUR = ¥|2025-01,155.2,161|2025-02,150.1,", ""),
    "prices with their kind": ("年月,USD TTS,USD TTM,EUR TTM|2025-01,156.2,155.2,161|2025-02,151.1,150.1,", ""),
    "beside means, plans and who wrote them": (
        "月,USD 月末,EUR 月末,USD 平均,USD 予算,更新者|2025-01,155.2,161,154,140,沢|2025-02,150.1,,149,140,沢",
        "社内適用レート",
    ),
    "months across": ("通貨,2025年1月,2025年2月|ドル円,155.2,150.1|ユーロ円,161,", "社内レート"),
}


@pytest.mark.parametrize("name", TABLES)
def test_every_layout_tells_the_same(name: str, csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    text, about = TABLES[name]
    one = csv_table(text.replace("|", "\n"), context=about)
    plan = planned(one, book)
    assert plan.tables[0].matched.kind is TableKind.RATES
    assert rates(plan) == STORY
    book.apply(plan)
    assert not planned(one, book).drafts


def test_the_preview_shows_every_rate_of_a_row(csv_table: Csv, planned: Planning) -> None:
    one = csv_table("Month,USDJPY,EURJPY\n2025-01,155.2,161\n2025-02,150.1,")
    assert [row.changes for row in planned(one).tables[0].rows] == [
        (("rate.month", None, "2025-01"), ("rate.value@USDJPY", None, "155.2"), ("rate.value@EURJPY", None, "161")),
        (("rate.month", None, "2025-02"), ("rate.value@USDJPY", None, "150.1")),
    ]


def test_of_days_the_last_of_each_month_and_it_is_said(csv_table: Csv, planned: Planning) -> None:
    one = csv_table(
        "Date,Open,High,Low,Close,Volume\n2025-01-31,155,156,154,155.2,0\n2025-01-30,154,155,153,154.8,0\n2025-02-03,9,9,9,-,0",
        file="USDJPY=X.csv",
    )
    plan = planned(one)
    assert rates(plan) == [("2025-01", "USD", "JPY", 155.2)]
    assert [(p.reason, p.refuses) for p in plan.tables[0].problems] == [(Reason.LAST_OF_MONTH, False)]


def test_rates_for_a_hundred_units(csv_table: Csv, planned: Planning) -> None:
    one = csv_table("年月,韓国ウォン(100),USD\n2025-01,10.75,155", context="為替レート")
    assert rates(planned(one)) == [("2025-01", "KRW", "JPY", 0.1075), ("2025-01", "USD", "JPY", 155.0)]
    told = csv_table("Month,Currency,Unit,Rate\n2025-01,KRW,100,10.75")
    assert rates(planned(told)) == [("2025-01", "KRW", "JPY", 0.1075)]


def test_sizes_tell_which_way_round(csv_table: Csv, planned: Planning) -> None:
    bank = csv_table("Date,USD,JPY,GBP\n2025-01-31,1.0393,161.0,0.8364", context="Euro reference exchange rates")
    plan = planned(bank, currency="EUR")
    assert rates(plan) == [
        ("2025-01", "EUR", "GBP", 0.8364), ("2025-01", "EUR", "JPY", 161.0), ("2025-01", "EUR", "USD", 1.0393),
    ]  # fmt: skip
    assert not plan.tables[0].problems
    open_ = planned(csv_table("Month,EUR\n2025-01,1.04", context="FX rates"), currency="USD")
    assert rates(open_) == [("2025-01", "EUR", "USD", 1.04)]
    assert [p.reason for p in open_.tables[0].problems] == [Reason.RATE_DIRECTION_TAKEN]


def test_what_cannot_be_read_is_refused_at_its_cell(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table(
            "月,通貨,レート\n2025年1月,USD,0\n2025年1月,USD,x\nいつか,USD,150\n2025年2月,金貨,9\n2025年2月,JPY,1\n"
            "2025年3月,USD,1\n2025年4月,USD,2\n2025年5月,EUR,2\n2025年6月,EUR,2\n2025年7月,EUR,2"
        )
    )
    assert [(f"{p.place.column}{p.place.row}", p.reason) for p in plan.tables[0].problems if p.refuses] == [
        ("C2", Reason.NOT_A_NUMBER), ("C3", Reason.NOT_A_NUMBER), ("A4", Reason.NOT_A_DATE),
        ("B5", Reason.UNKNOWN_WORD), ("B6", Reason.UNKNOWN_WORD),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Month,USD,EUR\n2025-01,1200,800\n2025-02,1300,900",
        "Customer,Currency,MRR,Start\nAcme,USD,500,2025-01-01\nBolt,EUR,300,2025-02-01",
        "Date,Customer,Amount,Currency\n2025-01-01,Acme,500,USD\n2025-02-01,Bolt,300,EUR",
        "通貨,国\nUSD,米国\nEUR,ドイツ",
    ],
)
def test_other_tables_are_no_rates(text: str, csv_table: Csv, match: Match) -> None:
    assert match(csv_table(text)).kind is not TableKind.RATES


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("USD/JPY", Pair("USD", "JPY")), ("usdjpy=x", Pair("USD", "JPY")), ("USD-JPY", Pair("USD", "JPY")),
        ("1 USD = ¥", Pair("USD", "JPY")), ("1 USD = 155 JPY", Pair("USD", "JPY")), ("ドル円", Pair("USD", "JPY")),
        ("米ドル/日本円", Pair("USD", "JPY")), ("100円あたり USD", Pair("USD", "", 100)), ("EUR", Pair("EUR", "")),
        ("東京市場 ドル・円 スポット", Pair("USD", "JPY")),
        ("TTM（米ドル）", Pair("USD", "")), ("€", Pair("EUR", "")), ("per 100 KRW", Pair("KRW", "", 100)),
        ("Acme", None), ("1 XXA = ¥", None), ("USD EUR JPY", None),
    ],
)  # fmt: skip
def test_pairs(text: str, pair: Pair | None) -> None:
    assert pair_of(text) == pair
