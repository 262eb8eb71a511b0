"""A bare 担当者 is the team's own person or the customer's, by what stands beside it and by who comes again."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable

Table = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]

COMPANIES = [f"{letter}商事" for letter in "アイウエオカ"]
PEOPLE = ["見本 太郎", "例示 花子", "試験 一郎", "標本 二郎", "雛形 三子", "仮名 四郎"]
TEAM = ["佐藤例", "鈴木例"] * 3
MAILS = [f"a{at}@c{at}.example" for at in range(6)]
PRICES = ["10000", "20000", "30000"] * 2


@pytest.mark.parametrize(
    ("columns", "person", "field"),
    [
        ({"担当者": PEOPLE, "メールアドレス": MAILS}, "担当者", "contact.name"),
        ({"担当者": PEOPLE, "部署": ["総務"] * 6, "メール": MAILS}, "担当者", "contact.name"),
        ({"担当者": TEAM, "メール": MAILS}, "担当者", "account.owner"),
        ({"担当者": PEOPLE, "月額": PRICES}, "担当者", "account.owner"),
        ({"担当者": TEAM, "月額": PRICES, "CS担当": TEAM}, "担当者", "contact.name"),
        ({"担当者": PEOPLE, "月額": PRICES, "弊社担当": TEAM}, "弊社担当", "account.owner"),
        ({"ご担当者様": PEOPLE, "メール": MAILS, "CSM": TEAM}, "CSM", "account.owner"),
        ({"担当者": TEAM, "月額": PRICES, "営業担当": TEAM}, "担当者", "account.owner"),
        ({"役職": ["部長"] * 6, "担当者名": TEAM, "月額": PRICES}, "担当者名", "contact.name"),
    ],
)
def test_whose_person_it_is(
    columns: Mapping[str, Sequence[str]], person: str, field: str, table: Table, match: Match
) -> None:
    sheet = {"会社名": COMPANIES, **columns}
    matched = match(table(list(sheet), list(zip(*sheet.values(), strict=True))))
    assert {one.column.heading: one.field for one in matched.columns}[person] == field


def test_no_such_thing_is_an_answer_where_the_question_is_yes_or_no(table: Table, match: Match) -> None:
    sheet = {
        "会社名": COMPANIES,
        "月額": PRICES,
        "自動更新": ["あり", "なし", "-", "無", "有", ""],
        "オプション": ["なし"] * 6,
    }
    matched = match(table(list(sheet), list(zip(*sheet.values(), strict=True))))
    assert [record.values["contract.auto_renew"] for record in matched.records] == [
        True,
        False,
        None,
        False,
        True,
        None,
    ]
    assert not any(record.custom for record in matched.records)
