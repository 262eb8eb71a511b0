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
