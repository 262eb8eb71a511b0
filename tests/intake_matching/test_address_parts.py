"""An address in several columns is one, in their order; several products in a cell are no product of one amount."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, Plan
from csdesk.models.kinds import Kind
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Planning = Callable[..., Plan]


@pytest.mark.parametrize(
    ("headings", "cells", "wanted"),
    [
        ("Street,City,Country", "1 Sample Road,Sampleton,Norway", "1 Sample Road, Sampleton, Norway"),
        ("Address line 1,City,Zip", "1 Sample Road,Sampleton,97000", "1 Sample Road, Sampleton"),
        ("郵便番号,都道府県,市区町村,番地,建物名", "100-0001,東京都,見本区,例示1-1,見本ビル", "見本区例示1-1見本ビル"),
        ("市区町村,町名・番地", "見本区,例示1-1", "見本区例示1-1"),
    ],
)
def test_the_parts_of_an_address_are_one(
    headings: str, cells: str, wanted: str, csv_table: Csv, planned: Planning, book: MemoryBook
) -> None:
    text = f"Customer,CSM,Health,{headings}\nA Ltd,Kim,Green,{cells}"
    plan = planned(csv_table(text))
    account = next(draft for draft in plan.drafts if draft.kind is Kind.ACCOUNT)
    assert account.values["address"] == wanted
    book.apply(plan)
    assert planned(csv_table(text), book).drafts == ()


@pytest.mark.parametrize(
    ("headings", "cells", "address", "own"),
    [
        ("Address 1,Address 2", "1 Sample Road,Suite 3", "1 Sample Road", {"Address 2": "Suite 3"}),
        ("Address,City", "1 Sample Road,Sampleton", "1 Sample Road", {"City": "Sampleton"}),
        ("住所,建物名", "東京都見本区例示1-1,見本ビル", "東京都見本区例示1-1", {"建物名": "見本ビル"}),
        ("住所1,住所2", "見本区例示1-1,見本ビル", "見本区例示1-1", {"住所2": "見本ビル"}),
        ("市区町村・番地,建物名", "見本区例示1-1,見本ビル", "見本区例示1-1", {"建物名": "見本ビル"}),
        ("City,Country", "Sampleton,Norway", None, {"City": "Sampleton", "Country": "Norway"}),
        ("市区町村,国", "見本区,日本", None, {"市区町村": "見本区", "国": "日本"}),
    ],
)
def test_beside_a_whole_address_and_without_a_street_the_parts_stay_the_teams_own(
    headings: str, cells: str, address: str | None, own: dict[str, str], csv_table: Csv, planned: Planning
) -> None:
    plan = planned(csv_table(f"Customer,CSM,Health,{headings}\nA Ltd,Kim,Green,{cells}"))
    account = next(draft for draft in plan.drafts if draft.kind is Kind.ACCOUNT)
    assert account.values.get("address") == address
    assert account.custom == {"Health": "Green", **own}


def test_one_part_alone_stays_the_teams_own(csv_table: Csv, planned: Planning) -> None:
    plan = planned(csv_table("Customer,CSM,Health,Country\nA Ltd,Kim,Green,Norway"))
    account = next(draft for draft in plan.drafts if draft.kind is Kind.ACCOUNT)
    assert account.custom["Country"] == "Norway"


def test_several_products_of_one_amount_are_none_of_them(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    rows = '甲社,"勤怠, 給与",500,2024/4/1\n乙社,勤怠,300,2024/4/1\n丙社,勤怠、給与,1,2024/4/1'
    text = f"会社名,製品名,月額,導入日\n{rows}"
    plan = planned(csv_table(text))
    names = {draft.id: draft.values["name"] for draft in plan.drafts if draft.kind is Kind.PRODUCT}
    lines = [draft for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    assert [names.get(int(str(line.values.get("product_id") or 0))) for line in lines] == [None, "勤怠", None]
    assert [line.custom.get("製品名") for line in lines] == ["勤怠, 給与", None, "勤怠、給与"]
    book.apply(plan)
    assert planned(csv_table(text), book).drafts == ()
