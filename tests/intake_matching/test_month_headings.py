"""Month columns whose headings say a unit or what is measured as well."""

from collections.abc import Callable

import pytest

from csdesk.intake.matching import match_tables
from csdesk.intake.reading import read_text
from csdesk.intake.shapes import MatchedTable, TableKind
from csdesk.models.kinds import Language


@pytest.fixture
def read() -> Callable[[str], MatchedTable]:
    def matched(text: str) -> MatchedTable:
        [one] = match_tables(read_text(text, "pasted"), language=Language.JA, currency="JPY")
        return one

    return matched


def _table(*months: str, title: str = "") -> str:
    rows = [f"会社名,{','.join(months)}", *(f"{name}{',3000' * len(months)}" for name in ("あお社", "きい社"))]
    return "\n".join([title, *rows] if title else rows)


@pytest.mark.parametrize(
    ("october", "november", "december"),
    [
        ("2025年10月 売上", "2025年11月 売上", "2025年12月 売上"),
        ("25年10月 売上", "25年11月 売上", "25年12月 売上"),
        ("2025年10月度 利用料", "2025年11月度 利用料", "2025年12月度 利用料"),
        ("2025年10月末", "2025年11月末", "2025年12月末"),
        ("2025/10実績", "2025/11実績", "2025/12実績"),
        ("Oct-25 MRR", "Nov-25 MRR", "Dec-25 MRR"),
        ("MRR 2025-10", "MRR 2025-11", "MRR 2025-12"),
        ("mrr_2025_10", "mrr_2025_11", "mrr_2025_12"),
        ("2025-10-01T00:00:00", "2025-11-01T00:00:00", "2025-12-01T00:00:00"),
        ("2025-10-01 00:00", "2025-11-01 00:00", "2025-12-01 00:00"),
        ("2025-10-01T00:00:00.000Z", "2025-11-01T00:00:00.000Z", "2025-12-01T00:00:00.000Z"),
        ("2025-10 (JPY)", "2025-11 (JPY)", "2025-12 (JPY)"),
        ("Oct 25", "Nov 25", "Dec 25"),
        ("売上金額 2025/10", "売上金額 2025/11", "売上金額 2025/12"),
    ],
)
def test_amounts_under_months_are_a_matrix(
    october: str, november: str, december: str, read: Callable[[str], MatchedTable]
) -> None:
    matched = read(_table(october, november, december))
    assert [match.field for match in matched.columns][1:] == ["matrix@2025-10", "matrix@2025-11", "matrix@2025-12"]
    assert matched.records[0].values["matrix.amount"] == 3000


@pytest.mark.parametrize("months", [("2025/10(千円)", "2025/11(千円)"), ("2025年10月 売上($K)", "2025年11月 売上($K)")])
def test_two_months_one_after_the_other_are_enough(
    months: tuple[str, str], read: Callable[[str], MatchedTable]
) -> None:
    matched = read(_table(*months))
    assert [match.field for match in matched.columns][1:] == ["matrix@2025-10", "matrix@2025-11"]
    assert matched.records[0].values["matrix.amount"] == 3_000_000


@pytest.mark.parametrize("months", [("MRR 2024-12", "MRR 2025-12"), ("2025-10 MRR", "2025-11 logins")])
def test_two_months_apart_or_of_two_measures_are_none(
    months: tuple[str, str], read: Callable[[str], MatchedTable]
) -> None:
    assert read(_table(*months)).kind is not TableKind.MATRIX


def test_a_contract_is_worth_more_than_two_months_beside_it(read: Callable[[str], MatchedTable]) -> None:
    matched = read("会社名,月額,契約開始日,2025/10,2025/11\nあお社,10,2024/1/1,10,10\nきい社,20,2024/2/1,20,20")
    assert matched.kind is TableKind.CONTRACTS
    assert matched.records[0].values["contract.mrr"] == 10


@pytest.mark.parametrize(
    ("months", "title", "field"),
    [
        (("ログイン数 2025/10", "ログイン数 2025/11"), "", "usage.logins@2025-10"),
        (("10月ログイン", "11月ログイン", "12月ログイン"), "2025年", "usage.logins@2025-10"),
        (("Oct logins", "Nov logins", "Dec logins"), "FY 2025", "usage.logins@2025-10"),
        (("2025-10 active users", "2025-11 active users"), "", "usage.active_users@2025-10"),
        (("10月(千円)", "11月(千円)", "12月(千円)"), "2025年度", "matrix@2025-10"),
    ],
)
def test_words_beside_months_say_what_is_measured(
    months: tuple[str, ...], title: str, field: str, read: Callable[[str], MatchedTable]
) -> None:
    assert read(_table(*months, title=title)).columns[1].field == field


@pytest.mark.parametrize(("months", "title"), [("mrr_2025_{}", ""), ("2025-{}", "in thousands"), ("2025-{} (k)", "")])
def test_small_figures_are_amounts_where_words_or_a_unit_say_so(
    months: str, title: str, read: Callable[[str], MatchedTable]
) -> None:
    text = _table(*(months.format(month) for month in (10, 11, 12)), title=title).replace("3000", "3")
    assert read(text).columns[1].field == "matrix@2025-10"


def test_months_without_a_year_are_no_price(read: Callable[[str], MatchedTable]) -> None:
    assert {match.field for match in read(_table("4月売上", "5月売上", "6月売上")).columns[1:]} == {""}
