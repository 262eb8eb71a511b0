"""Columns whose plain words tell of something else in the row than their field would: they are not taken for it."""

from collections.abc import Callable

import pytest

from csdesk.intake.matching.words.headings import hits
from csdesk.intake.shapes import MatchedTable, TableKind


def fields(matched: MatchedTable) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched.columns if one.field}


PEOPLE = "Email Address|First Name|Last Name|Company|{}Notes|Tags"
ADA, BEN = "ada@a.example|Ada|Fictor|Inkling Co.|{}met in May|webinar", "ben@b.example|Ben|Nomen|Dray Co.|{}|customer"


def test_notes_and_tags_of_people_are_not_those_of_their_company(read: Callable[..., MatchedTable]) -> None:
    matched = read(PEOPLE.format(""), ADA.format(""), BEN.format(""))
    assert matched.kind is TableKind.CONTACTS
    told = fields(matched)
    assert told["Notes"] == "contact.notes"
    assert "Tags" not in told


def test_they_are_where_more_is_told_of_the_company(read: Callable[..., MatchedTable]) -> None:
    matched = read(PEOPLE.format("Account owner|"), ADA.format("Dee|"), BEN.format("Eli|"))
    assert fields(matched)["Tags"] == "account.tags"


def test_a_word_for_the_company_makes_its_notes_its_own(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "会社名|姓|名|メールアドレス|会社メモ", "架空堂|架空|花子|a@a.example|展示会", "見本社|見本|次郎|b@b.example|"
    )
    assert fields(matched).get("会社メモ") == "account.notes"


def test_a_region_beside_a_latitude_is_where_somebody_signed_up(read: Callable[..., MatchedTable]) -> None:
    guessed = read("Email|First Name|Last Name|Company|LATITUDE|REGION", "ada@a.example|Ada|Fictor|Inkling Co.|40.1|NY")
    plain = read("Company|Region|CSM|MRR", "Inkling Co.|EMEA|Ada|100", "Dray Co.|APAC|Ben|200")
    assert "REGION" not in fields(guessed)
    assert fields(plain)["Region"] == "account.region"


@pytest.mark.parametrize(
    ("department", "person", "field"),
    [
        ("部門コード|部門名", "先方担当者", None),
        ("部門コード|部門名", "備考2", None),
        ("略号|部門名", "先方担当者", "contact.department"),
    ],
)
def test_a_department_with_a_code_is_that_which_bills(
    read: Callable[..., MatchedTable], department: str, person: str, field: str | None
) -> None:
    matched = read(
        f"請求番号|請求日|得意先名|{department}|{person}|支払期限|請求額",
        "S-1|2026/10/31|架空堂株式会社|10|SaaS事業部|架空 一郎|2026/11/30|66000",
        "S-2|2026/10/31|株式会社見本|20|営業部|見本 花子|2026/11/30|99000",
    )
    assert matched.kind is TableKind.INVOICES
    assert fields(matched).get("部門名") == field


def test_who_follows_an_answer_up_does_not_look_after_the_account(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "会社名|回答日|推奨度|理由|フォロー担当", "架空堂|2026/9/1|9|便利|架空", "見本社|2026/9/2|4|遅い|見本"
    )
    assert matched.kind is TableKind.ANSWERS
    assert "フォロー担当" not in fields(matched)


@pytest.mark.parametrize(
    ("heading", "field"),
    [("ChurnScore", "health.score"), ("Churn score", None), ("Churn score (0-100)", None), ("解約スコア", None)],
)
def test_a_churn_score_is_health_as_one_tool_spells_it_alone(
    read: Callable[..., MatchedTable], heading: str, field: str | None
) -> None:
    matched = read(f"Company|CSM|MRR|{heading}", "Inkling Co.|Ada|100|88", "Dray Co.|Ben|200|12")
    assert fields(matched).get(heading) == field


@pytest.mark.parametrize(
    ("lengths", "field"),
    [
        (["12", "12", "24", "12", "6"], "contract.period"),
        (["12", "13", "14", "15", "16"], None),
        (["12", "13"], "contract.period"),
    ],
)
def test_months_that_no_contract_is_made_for_are_how_long_it_ran(
    read: Callable[..., MatchedTable], lengths: list[str], field: str | None
) -> None:
    rows = [f"株式会社架空{at}|2025/0{at + 1}/01|30000|{months}" for at, months in enumerate(lengths)]
    matched = read("会社名|契約開始日|月額|契約期間(月)", *rows)
    assert fields(matched).get("契約期間(月)") == field


@pytest.mark.parametrize(
    "heading", ["NPS Q3 '26", "NPS_2026Q3", "2026 Q3 NPS", "NPS 2026年秋", "NPS (FY26)", "NPS Oct-26"]
)
def test_a_round_is_no_more_than_when_it_was_asked(heading: str) -> None:
    assert "nps.score" in {hit.field.id for hit in hits(heading)}


@pytest.mark.parametrize("heading", ["NPS Q1 '26 (prev)", "Target NPS Q3 '26", "NPS 10"])
def test_what_was_before_or_is_hoped_for_is_no_round(heading: str) -> None:
    assert "nps.score" not in {hit.field.id for hit in hits(heading)}


def test_what_somebody_is_is_not_what_he_is_called(read: Callable[..., MatchedTable]) -> None:
    posts = read("Account|MRR|CSM|Exec sponsor", "Inkling Co.|100|Ada|CFO", "Dray Co.|200|Ben|CTO")
    names = read("Account|MRR|CSM|Exec sponsor", "Inkling Co.|100|Ada|Cleo", "Dray Co.|200|Ben|Fay Noone")
    assert "Exec sponsor" not in fields(posts)
    assert fields(names)["Exec sponsor"] == "contact.name@Exec sponsor"


BOARD = "Card ID|Card Name|Card Description|List Name|Due Date|Account"
CARDS = "66a0|Bulk edit|asked on a call|Inbox|2026-12-09|Inkling Co.", "66a1|Slack alerts|would pay|Doing||Dray Co."


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Customer feedback", TableKind.FEEDBACK), ("Onboarding tasks", TableKind.TASKS), ("", TableKind.TASKS)],
)
def test_a_board_of_wishes_is_told_by_its_title(read: Callable[..., MatchedTable], title: str, kind: TableKind) -> None:
    matched = read(BOARD, *CARDS, context=title)
    assert matched.kind is kind
    assert fields(matched)["Card Name"] == f"{'feedback' if kind is TableKind.FEEDBACK else 'task'}.title"


def test_of_several_rounds_side_by_side_none_is_the_score(read: Callable[..., MatchedTable]) -> None:
    one = read(
        "Respondent|Co.|Date in|NPS Q3 '26|Verbatim", "Ada|Inkling Co.|2026-09-01|9|fine", "Ben|Dray|2026-09-02|3|slow"
    )
    two = read("Company|CSM|MRR|NPS Q1 2026|NPS Q2 2026", "Inkling Co.|Ada|100|9|8", "Dray Co.|Ben|200|3|7")
    assert one.kind is TableKind.ANSWERS
    assert fields(one)["NPS Q3 '26"] == "nps.score"
    assert not {"nps.score"} & set(fields(two).values())


def test_a_history_of_health_by_weeks_has_its_accounts_ids(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "wk ending|account|id|health|colour|logins pts",
        "06/11/2026|Inkling Co.|ac-001|72|green|18",
        "06/11/2026|Dray Co.|ac-002|41|red|7",
        "13/11/2026|Inkling Co.|ac-001|70|green|17",
        "13/11/2026|Dray Co.|ac-002|44|amber|9",
    )
    assert matched.kind is TableKind.HEALTH
    told = fields(matched)
    assert told["id"] == "account.external_id"
    assert told["wk ending"] == "health.date"
    assert told["logins pts"] == "health.mark@logins pts"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("顧客CD", "account.external_id"),
        ("契約CD", "contract.external_id"),
        ("TEL1", "contact.phone"),
        ("URL1", "account.domain"),
        ("Rec'd", "invoice.amount_paid"),
        ("O/S", "invoice.amount_due"),
        ("Ccy", "invoice.currency"),
    ],
)
def test_short_forms_are_known(heading: str, field: str) -> None:
    assert field in {hit.field.id for hit in hits(heading)}


def test_a_card_that_pays_is_none_of_a_board(read: Callable[..., MatchedTable]) -> None:
    card = "Card ID|Card Name|Card Brand|Card Address Zip"
    matched = read(
        f"id|Name|Description|Created (UTC)|{card}|Plan|Status|Total Spend",
        "cus_A1b2C3d4|Quill Ltd|Account 1|2025-01-29 21:05|card_1Ab|Ann Lee|Visa|12345|team_y|active|1200.00",
        "cus_E5f6G7h8|Wren LLC|Account 2|2025-02-12 10:05|card_1Cd|Bo Day|Visa|23456|team_m|canceled|90.00",
    )
    assert matched.kind is TableKind.ACCOUNTS
    told = fields(matched)
    assert not told.keys() & set(card.split("|"))
    assert (told["id"], told["Plan"], told["Total Spend"]) == (
        "account.external_id",
        "contract.plan",
        "account.total_paid",
    )
    board = read("Card ID|Card Name|Votes|Status|Board", "c1|Dark mode|4|Open|App", "c2|Exports|9|Open|App")
    assert fields(board)["Card Name"] == "feedback.title"


def test_who_wrote_it_down_is_not_who_did_it(read: Callable[..., MatchedTable]) -> None:
    rows = (
        "2026-10-13|架空堂|Web会議|雛形 みどり|定例。利用者を増やしたい|仮置 ゆう",
        "2026-10-14|見本社|電話|試験 たける|質問|仮置 ゆう",
    )
    beside = fields(read("対応日|会社名|手段|当社担当|内容|記録者", *rows))
    assert beside["当社担当"] == "touch.by"
    assert "記録者" not in beside
    for other in ("前提", "当社参加者"):
        assert fields(read(f"対応日|会社名|手段|記録者|内容|{other}", *rows))["記録者"] == "touch.by"


def test_what_a_deal_comes_to_in_all_is_not_its_amount(read: Callable[..., MatchedTable]) -> None:
    rows = ("D-1|Quill Ltd|Won|{}19200|2026-02-08", "D-2|Wren LLC|Open|{}5040|2026-03-09")
    lines = [row.format(amount) for row, amount in zip(rows, ("9600|", "2520|"), strict=True)]
    told = fields(read("Deal name|Company|Deal stage|Amount|Total contract value|Close date", *lines))
    assert told["Amount"] == "contract.amount"
    assert "Total contract value" not in told
    alone = read("Deal name|Company|Deal stage|Total contract value|Close date", *(row.format("") for row in rows))
    assert fields(alone)["Total contract value"] == "contract.amount"


@pytest.mark.parametrize("heading", ["Benchmark logins", "基準ログイン数"])
def test_what_others_use_is_no_use(heading: str, read: Callable[..., MatchedTable]) -> None:
    told = fields(
        read(f"Company|Month|Active users|Searches run|{heading}", "A Ltd|2026-01|20|30|60", "B|2026-01|9|44|60")
    )
    assert told["Searches run"] == "usage.searches_run"
    assert heading not in told


def test_a_customers_sponsor_is_his_person(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "Account|Plan|ARR|Start|CSM|Customer sponsor",
        "A Ltd|Team|900|2024-01-15|Kim|Ann Lee",
        "B Ltd|Team|800|2024-02-15|Kim|Bo Day",
    )
    assert fields(matched)["Customer sponsor"].partition("@")[0] == "contact.name"


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("Associated Company IDs", ("88100200", "88100211"), "account.external_id"),
        ("案件担当者名", ("試験 たける", "仮置 ゆう"), "account.owner"),
        ("Lifetime paid", ("3582", "7984"), "account.total_paid"),
    ],
)
def test_more_words_of_exports(
    read: Callable[..., MatchedTable], heading: str, values: tuple[str, str], field: str
) -> None:
    rows = (f"Deal {at}|Co {at} Ltd|Won|900|2026-02-0{at}|{value}" for at, value in enumerate(values, 1))
    assert fields(read(f"Deal name|Company|Deal stage|MRR|Close date|{heading}", *rows))[heading] == field


def test_several_companies_in_a_cell_are_no_id(read: Callable[..., MatchedTable]) -> None:
    rows = ("Deal 1|A Ltd|Won|900|2026-02-01|881;882", "Deal 2|B Ltd|Won|800|2026-02-02|883;884")
    told = fields(read("Deal name|Company|Deal stage|MRR|Close date|Associated Company IDs", *rows))
    assert "Associated Company IDs" not in told


@pytest.mark.parametrize(
    ("headings", "field"),
    [
        ("先方ご担当|部署|手段", "contact.department"),
        ("手段|部署|先方ご担当", "contact.department"),
        ("部署|手段|先方ご担当", None),
        ("先方ご担当|担当部署|手段", None),
        ("先方ご担当|チーム|手段", None),
    ],
)
def test_a_department_is_the_persons_beside_it(
    headings: str, field: str | None, read: Callable[..., MatchedTable]
) -> None:
    cells = {"先方ご担当": ("架空 葵", "見本 大地"), "手段": ("電話", "訪問")}
    rows = zip(*(cells.get(heading, ("総務", "経理")) for heading in headings.split("|")), strict=True)
    lines = (f"R8.10.{day}|架空堂|{'|'.join(row)}|定例。増やしたい|仮置 ゆう" for day, row in enumerate(rows, 1))
    matched = read(f"対応日|会社名|{headings}|内容|当社担当", *lines)
    assert matched.kind is TableKind.TOUCHES
    (own,) = (heading for heading in headings.split("|") if heading not in cells)
    assert fields(matched).get(own) == field


@pytest.mark.parametrize(
    ("headings", "title"),
    [("Subject|Full name|Title|Email", "contact.title"), ("Title|Status|Full name|Email", "ticket.subject")],
)
def test_a_title_beside_a_person_is_his(headings: str, title: str, read: Callable[..., MatchedTable]) -> None:
    cells = {
        "Subject": ("Slow page", "No mail"),
        "Full name": ("Ann Lee", "Bo Day"),
        "Email": ("a@a.example", "b@b.example"),
        "Status": ("Open", "Closed"),
        "Title": ("Owner", "Controller"),
    }
    rows = zip(*(cells[heading] for heading in headings.split("|")), strict=True)
    lines = (f"{at}|Low|2026-10-0{at} 10:00|{'|'.join(row)}|Co {at} Ltd" for at, row in enumerate(rows, 1))
    matched = read(f"Ticket ID|Priority|Created time|{headings}|Company Name", *lines)
    assert fields(matched)["Title"] == title


def test_how_likely_somebody_leaves_is_no_part_of_a_score(read: Callable[..., MatchedTable]) -> None:
    rows = ("2026-08-01|A Ltd|56|28|0.39", "2026-09-01|A Ltd|47|60|0.48", "2026-08-01|B Ltd|75|83|0.2")
    matched = read("Month|Account|Health score|Logins /100|Churn probability", *rows, context="Customer health")
    assert matched.kind is TableKind.HEALTH
    told = fields(matched)
    assert told["Logins /100"] == "health.mark@Logins /100"
    assert "Churn probability" not in told
