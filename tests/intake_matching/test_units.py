"""Units of amounts: every way a heading or a title says thousands, and the words that only look like it."""

from collections.abc import Callable

import pytest

from csdesk.intake.matching import match_tables
from csdesk.intake.reading import read_text
from csdesk.intake.shapes import MatchedTable
from csdesk.intake.values.units import is_unit_alone, unit_of_heading, unit_of_title, without_unit
from csdesk.models.kinds import Language

HEADINGS = {
    "thousand": (
        "売上（千円）|MRR (k$)|MRR (K$)|ARR ($000)|ARR ($000s)|ARR ('000)|MRR $K|MRR in thousands|月額 千円|月額[千円]|"
        "月額・千円|月額／千円|月額（単位：千円）|月額　（Ｋ円）|月額(k¥)|ARR (USD thousands)|MRR 000s|月額（千）|"
        "mrr_k|"
        "mrr_kusd|MRR (JPY 000)|MRR (€k)|MRR (in k)|MRR x1000|MRR ($1,000s)|売上（1,000円）|月額(￥千)|月額(千円/月)|"
        "MRR (T€)|MRR USD(k)"
    ),
    "ten_thousand": "月額（万円）|金額（万）",
    "million": "月額（百万円）|ARR ($M)|ARR $m|ARR (JPY mn)|ARR ($ millions)|ARR ($MM)|年額（百万）|ARR (M)",
    "ten_million": "年額（千万円）",
    "hundred_million": "年額（億円）",
    "billion": "年額（十億円）|ARR ($bn)|ARR ($B)",
    "": (
        "売上|MRR|千葉支店 売上|月額（税抜）|料金/m|$/m|MRR m|ARR 2025|$ MRR|MRR (USD)|万博売上|売上（円）|MRR kr|"
        "Seats b|"
        "年額（千円未満切捨）|10万円以上|MRR 1,000|Plan ¥1,000|MRR (b)|Amount K1|Amount (M/Y)"
    ),
}
TITLES = {
    "thousand": (
        "売上一覧（千円）|($K)|$K|in thousands|単位：千円|（単位：千円）|契約一覧 $K|Revenue ($000)|ARR ('000)|in $K|"
        "in k€|"
        "all amounts in thousands|Amounts in USD thousands|金額は千円|千円単位|表示：千円|千円|（千円、税抜）|"
        "（税抜・千円）|"
        "(thousands of yen)|in thousands of yen|unit: thousand yen|＄Ｋ|（Ｋ円）|単位　千円|in 1,000 yen|単位：1,000円|"
        "MRR by customer, k$|TEUR|Figures in 000s|（金額単位：千円）|(千円／月)"
    ),
    "ten_thousand": "単位：万円|（万円）",
    "million": "（百万円）|単位：百万円|(¥M)|$M|(USD m)",
    "hundred_million": "単位：億円",
    "": (
        "千円会議の記録|注2：千円未満切捨|Customers above $1M|$10K+ accounts|in thousands of cities|Business unit B|"
        "Report (M)|千円以上の顧客|Deals > $5m|1,000円|Plan (¥1,000)|50千円|Team K|K|千葉支店|単位：円|Top 100 in May|"
        "Millions served|1 千円|Sold in M|Series B|FY2024 (b)"
    ),
}


def _told(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(text, unit) for unit, texts in table.items() for text in texts.split("|")]


@pytest.mark.parametrize(("heading", "unit"), _told(HEADINGS))
def test_a_heading_names_the_unit_of_its_amounts(heading: str, unit: str) -> None:
    assert unit_of_heading(heading) == unit


@pytest.mark.parametrize(("title", "unit"), _told(TITLES))
def test_a_title_names_a_unit_where_it_stands_apart(title: str, unit: str) -> None:
    assert unit_of_title(title) == unit
    assert unit_of_title(f"契約一覧\n{title}\n2025年度") == unit


def test_the_first_line_with_a_unit_counts() -> None:
    assert unit_of_title("売上（千円）\n注：ARRは百万円単位") == "thousand"


@pytest.mark.parametrize(
    ("text", "rest"),
    [("2025/10(千円)", "2025/10"), ("Oct-25 ($k)", "oct-25"), ("2025-10 MRR $K", "2025-10 mrr"),
     ("2025-10 [¥]", "2025-10"),
     ("売上（単位：円） 4月", "売上 4月"), ("千葉支店", "千葉支店")],
)  # fmt: skip
def test_words_without_their_unit(text: str, rest: str) -> None:
    assert " ".join(without_unit(text).split()) == rest


def test_a_line_that_is_a_unit_alone() -> None:
    assert is_unit_alone("単位：千円")
    assert is_unit_alone("($000)")
    assert not is_unit_alone("単位：円")
    assert not is_unit_alone("契約一覧（千円）")


@pytest.fixture
def read() -> Callable[[str], tuple[MatchedTable, ...]]:
    return lambda text: match_tables(read_text(text, "pasted"), language=Language.JA, currency="JPY")


_ROWS = "会社名,月額,契約開始日\nあお社,30,2024/4/1\nきい社,40,2024/5/1\n"


@pytest.mark.parametrize(
    "above",
    [
        "契約一覧（千円）",
        "契約一覧,,（千円）",
        ",,単位：千円",
        "契約一覧,,,,,,単位：千円\n",
        "千円\n",
        "売上\n\n($000)\n",
    ],
)
def test_a_unit_anywhere_above_a_table_multiplies_its_amounts(
    above: str, read: Callable[[str], tuple[MatchedTable, ...]]
) -> None:
    [matched] = read(f"{above}\n{_ROWS}")
    assert [record.values["contract.mrr"] for record in matched.records] == [30_000, 40_000]


@pytest.mark.parametrize(("name", "mrr"), [("売上（千円）.csv", 30_000), ("千円の件.csv", 30)])
def test_a_files_name_may_say_the_unit(name: str, mrr: int) -> None:
    [matched] = match_tables(read_text(_ROWS, name), language=Language.JA, currency="JPY")
    assert matched.records[0].values["contract.mrr"] == mrr


def test_a_heading_in_full_yen_stands_against_the_title(read: Callable[[str], tuple[MatchedTable, ...]]) -> None:
    [matched] = read("契約一覧（千円）\n" + _ROWS.replace("月額", "月額(円)"))
    assert matched.records[0].values["contract.mrr"] == 30


def test_a_unit_alone_at_the_top_is_for_every_table_below(read: Callable[[str], tuple[MatchedTable, ...]]) -> None:
    ended = "会社名,月額,契約開始日,解約日\nあか社,15,2023/4/1,2024/3/31\nしろ社,25,2023/4/1,2024/3/31\n"
    both = read(f"単位：千円\n■契約中\n{_ROWS}\n■解約済\n{ended}")
    assert [one.records[0].values["contract.mrr"] for one in both] == [30_000, 15_000]
    titled = read(f"■契約中（千円）\n{_ROWS}\n■解約済\n{ended}")
    assert [one.records[0].values["contract.mrr"] for one in titled] == [30_000, 15]
