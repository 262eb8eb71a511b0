"""Headings as people write them down: shortened, in their own words, beside columns that look like the same."""

from collections.abc import Callable

import pytest

from csdesk.intake.matching.words.headings import hits
from csdesk.intake.shapes import MatchedTable, TableKind

Read = Callable[..., MatchedTable]


def fields(matched: MatchedTable) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched.columns if one.field}


def test_the_day_a_deal_was_won_starts_nothing(read: Read) -> None:
    deals = read(
        "Title|Organization|Stage|Value|Expected close date|Won time",
        "A 27|A Ltd|Won|900|2026-05-01|2026-04-20",
        "B 27|B Ltd|Demo|400|2026-06-01|",
    )
    lines = read("Customer|MRR|Won", "A Ltd|900|2026-04-20", "B Ltd|400|2026-03-01")
    assert "Won time" not in fields(deals)
    assert fields(lines)["Won"] == "contract.start"


def test_an_amount_times_its_chance_is_no_amount(read: Read) -> None:
    heads, rows = (
        "Account|Opportunity|Stage|Close date|Expected revenue",
        ["A|A 1|Demo|2026-05-01|90", "B|B 1|Won|2026-06-01|40"],
    )
    alone = read(heads, *rows)
    beside = read(f"{heads}|Amount|Probability (%)", *(f"{row}|900|10" for row in rows))
    assert fields(alone)["Expected revenue"] == "deal.amount"
    assert "Expected revenue" not in fields(beside)


def test_a_last_visit_is_the_customers_own_beside_figures_of_use(read: Read) -> None:
    used = read(
        "Account|Owner|Last visit|Days active|Number of events", "A|Kim|2026-10-01|22|5210", "B|Kim|2026-10-02|5|95"
    )
    met = read("Account|Owner|MRR|Last visit", "A|Kim|100|2026-10-01", "B|Kim|200|2026-10-02")
    assert fields(used)["Last visit"] == "usage.last_seen"
    assert fields(met)["Last visit"] == "touch.last_at"


def test_a_mobile_telephone_that_no_more_have_is_the_second_one(read: Read) -> None:
    heads = "会社名|姓|名|電話|携帯電話"
    few = read(heads, "架空堂|架空|一郎|03-0000-1111|", "見本社|見本|花子|03-0000-2222|090-0000-2222")
    more = read(heads, "架空堂|架空|一郎||090-0000-1111", "見本社|見本|花子|03-0000-2222|090-0000-2222")
    all_ = read(heads, "架空堂|架空|一郎|03-0000-1111|090-0000-1111", "見本社|見本|花子|03-0000-2222|090-0000-2222")
    assert fields(few)["電話"] == fields(all_)["電話"] == "contact.phone"
    assert fields(more)["携帯電話"] == "contact.phone"


SURVEY = "タイムスタンプ|会社名|解約を決めた一番の理由を教えてください|弊社サービスを知人に薦める可能性（0〜10）|{}"
ANSWERS = ["2026/7/3|株式会社架空堂|価格が高い|3|ある", "2026/7/8|見本社|機能が足りない|7|ない"]


def test_who_may_come_back_has_not_said_what_would_have_kept_him(read: Read) -> None:
    matched = read(SURVEY.format("今後、再開の可能性はありますか？"), *ANSWERS)
    assert "interview.would_have_stayed" not in fields(matched).values()


def test_a_survey_that_asks_why_people_left_is_of_exit_interviews(read: Read) -> None:
    matched = read(SURVEY.format("乗り換え先（差し支えなければ）"), *ANSWERS)
    assert matched.kind is TableKind.INTERVIEWS
    assert fields(matched)["解約を決めた一番の理由を教えてください"] == "interview.stated_reason"


def test_one_word_in_every_row_is_what_no_wish_is_about(read: Read) -> None:
    rows = [f"Bulk edit {at}|wanted {at}|Ideas|{at}" for at in range(5)]
    several = [row.replace("Ideas", "Reports") for row in rows[:2]] + rows[2:]
    heads = "Feature request|Details|Board|Votes"
    assert "Board" not in fields(read(heads, *rows))
    assert fields(read(heads, *several))["Board"] == "feedback.topic"


@pytest.mark.parametrize(("heading", "field"), [("管理No", None), ("契約管理No", "contract.external_id")])
def test_the_number_by_which_a_sheet_is_kept_is_no_contracts(read: Read, heading: str, field: str | None) -> None:
    matched = read(
        f"{heading}|請求先|月額|契約期間",
        "P001|架空堂|30000|2026/1/1〜2026/12/31",
        "P002|見本社|50000|2026/2/1〜2027/1/31",
    )
    assert fields(matched).get(heading) == field


@pytest.mark.parametrize("heading", ["Tenure", "Months as customer", "利用月数", "継続月数", "経過月数"])
def test_how_long_a_customer_has_stayed_is_no_term(heading: str) -> None:
    assert hits(heading) == ()


@pytest.mark.parametrize("heading", ["LY ARR ($k)", "PY ARR", "ARR fcst", "Orig. ARR"])
def test_what_is_paid_in_another_year_is_not_what_is_paid(read: Read, heading: str) -> None:
    matched = read(
        f"Customer|CSM|ARR ($k)|{heading}|FY27 fcst ($k)", "A|Kim|14.4|7.2|7.2", "B|Kim|60|30|30", "C|Kim|8|4|4"
    )
    assert [field for field in fields(matched).values() if field.startswith("contract.")] == ["contract.arr"]


def test_ticks_are_nobodys_names(read: Read) -> None:
    matched = read(
        "Account|Name|Job|Mail|Champion",
        "A Ltd|Ann Lee|CFO|a@a.example|x",
        "B Ltd|Bo Day|Analyst|b@b.example|",
        "C Ltd|Cy Fox|COO|c@c.example|x",
    )
    told = fields(matched)
    assert told["Name"] == "contact.name"
    assert "Champion" not in told


POINTS = "Wk of|Account|Logins (40)|Adoption (20)|NPS (20)|Score", ["11/2/2026|A|36|18|20|74", "11/2/2026|B|12|5|0|17"]


def test_points_of_a_score_are_marks_of_health(read: Read) -> None:
    heads, rows = POINTS
    matched = read(heads, *rows, "11/9/2026|A|30|18|20|68", "11/9/2026|B|14|5|0|19")
    assert matched.kind is TableKind.HEALTH
    assert fields(matched)["Logins (40)"] == "health.mark@Logins (40)"


def test_points_of_a_score_are_no_answer(read: Read) -> None:
    heads, rows = POINTS
    matched = read(heads.removeprefix("Wk of|"), *(row.partition("|")[2] for row in rows))
    assert "nps.score" not in fields(matched).values()


def test_a_note_on_a_sign_says_nothing_of_what_is_paid(read: Read) -> None:
    heads, row = "得意先名|26年4月|26年5月|26年6月", "架空堂|32000|32000|32000"
    noted = read(heads, row, "見本社|80000|80000|80000", context="月額利用料 推移表\n※△は返金")
    refunds = read(heads, row, "見本社|80000|80000|80000", context="返金 推移表")
    assert noted.kind is TableKind.MATRIX
    assert refunds.kind is not TableKind.MATRIX


@pytest.mark.parametrize(
    ("heading", "fields"), [("責任者（先方）", set()), ("責任者（当方）", {"goal.owner"}), ("責任者", {"goal.owner"})]
)
def test_the_customers_person_owns_no_goal(heading: str, fields: set[str]) -> None:
    assert {hit.field.id for hit in hits(heading)} & {"goal.owner"} == fields


def test_a_scale_alone_is_that_of_nps(read: Read) -> None:
    matched = read(
        "Date|Company|Respondent|0-10|Verbatim", "14/09/2026|A Ltd|Ann Lee|9|Solid.", "15/09/2026|B Ltd|Bo Day|6|Slow"
    )
    assert matched.kind is TableKind.ANSWERS
    assert {"nps.score", "nps.comment", "nps.responded_at"} <= set(fields(matched).values())


def test_first_is_half_of_a_name_beside_last(read: Read) -> None:
    both = read("Campaign|First|Last|Address|Opens|Clicks", "Oct|Ann|Lee|a@a.example|3|1", "Oct|Bo|Day|b@b.example|0|0")
    one = read("Campaign|Last|Address|Opens|Clicks", "Oct|Sent|a@a.example|3|1", "Oct|Held|b@b.example|0|0")
    assert {"contact.first_name", "contact.last_name"} <= set(fields(both).values())
    assert "Last" not in fields(one)


def test_customers_of_wishes_are_known_by_their_names(read: Read) -> None:
    matched = read(
        "For whom|Request|Votes|Status",
        "Elm Ltd|Bulk edit|3|planned",
        "Fir Inc.|Dark mode|1|no",
        "Oak GmbH|SSO|2|shipped",
    )
    assert matched.kind is TableKind.FEEDBACK
    assert fields(matched)["For whom"] == "account.name"


def test_a_log_of_tickets_in_short_words(read: Read) -> None:
    matched = read(
        "Ref|Logged|Cust|Raised by|Issue|Sev|Who|Status|Fixed|1st reply (h)|Hrs to fix|Billable hrs|Happy? (1-5)",
        "#900|01/10/26|Elm Ltd|Ann|PDF cut off|S1|Kim|open||0.5|||",
        "#901|13/10/26|Fir Inc.|Bo|cannot log in|S2|Lee|closed|14/10/26|0.75|48|1.5|",
        "#902|14/10/26|Oak GmbH|Cy|wrong currency|S3|Kim|closed|16/10/26|1.25|72|2|4",
    )
    assert matched.kind is TableKind.TICKETS
    assert fields(matched) == {
        "Ref": "ticket.external_id",
        "Logged": "ticket.opened_at",
        "Cust": "account.name",
        "Raised by": "contact.name",
        "Issue": "ticket.subject",
        "Sev": "ticket.priority",
        "Who": "ticket.assignee",
        "Status": "ticket.status",
        "Fixed": "ticket.closed_at",
        "1st reply (h)": "ticket.first_response_hours",
        "Hrs to fix": "ticket.resolution_hours",
        "Happy? (1-5)": "ticket.csat",
    }


def test_figures_with_points_are_no_days(read: Read) -> None:
    figures = read(
        "Ref|Cust|Issue|Status|Spent",
        "#1|Elm Ltd|PDF|open|1.5",
        "#2|Fir Inc.|Log-in|closed|0.75",
        "#3|Oak GmbH|SSO|open|2.25",
    )
    days = read("日付|会社名|手段|内容", "9.1|架空堂|訪問|定例", "9.15|見本社|電話|請求", "10.2|例示社|訪問|更新")
    assert "Spent" not in fields(figures)
    assert fields(days)["日付"] == "touch.date"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Net payments", "account.total_paid"),
        ("関連会社", "account.name"),
        ("Domains for this company", "account.domain"),
        ("市区町村以降", "account.address"),
        ("Opp", "contract.name"),
        ("New/Exp/Ren", "contract.type"),
        ("スコア NPS", "nps.score"),
        ("スコア 解約懸念", "account.at_risk"),
        ("当方", "touch.by"),
        ("消込", "invoice.status"),
        ("Our person", "account.owner"),
        ("Seg.", "account.segment"),
        ("usr", "contact.name"),
        ("evt", "usage.measure"),
    ],
)
def test_a_word_of_ones_own_may_name_a_field(heading: str, field: str) -> None:
    assert field in {hit.field.id for hit in hits(heading)}
