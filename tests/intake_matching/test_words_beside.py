"""Columns beside others that tell what they are: of deals, renewals, budgets, plans, risks and scores."""

from collections.abc import Callable

import pytest

from csdesk.intake.matching.words.headings import hits
from csdesk.intake.shapes import Choice, MatchedTable, TableKind

Read = Callable[..., MatchedTable]


def fields(matched: MatchedTable) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched.columns if one.field}


def test_what_few_have_signed_are_renewals(read: Read) -> None:
    heads, rows = (
        "Account|Renewal date|Renewal amt|Status|Signed on|Owner",
        [
            "A|2027-01-31|900|Open||Kim",
            "B|2027-02-28|400|In legal||Kim",
            "C|2027-03-31|300|Signed|2026-11-02|Lee",
        ],
    )
    few = read(heads, *rows, file="renewals FY27.csv")
    all_ = read(heads, *(row.replace("||", "|2026-01-05|") for row in rows))
    assert "Signed on" not in fields(few)
    assert few.kind is TableKind.CONTRACTS
    assert fields(all_)["Signed on"] == "contract.start"


def test_the_day_a_deal_closed_ends_nothing(read: Read) -> None:
    matched = read(
        "Opp name|Account|Stage|Amount|Close|Closed on",
        "A 1|A|Demo|900|2027-01-05|",
        "B 1|B|Won|400|2026-05-01|2026-05-03",
    )
    assert "contract.end" not in fields(matched).values()


def test_what_was_spent_is_no_budget(read: Read) -> None:
    matched = read(
        "Month|Item|Channel|Budget|Actual|Variance", "Jan-26|Ads|Search|900|850|50", "Feb-26|Tools|Events|400|420|-20"
    )
    assert fields(matched)["Actual"] == "cost.amount"


@pytest.mark.parametrize(("heading", "fields"), [("Owner (client)", set()), ("Owner (us)", {"goal.owner"})])
def test_brackets_tell_whose_person_it_is(heading: str, fields: set[str]) -> None:
    assert {hit.field.id for hit in hits(heading)} & {"goal.owner"} == fields


def test_counts_of_another_time_are_no_measure(read: Read) -> None:
    matched = read("Account|Month|Logins|Logins prev month|Exports", "A|2026-08|12|9|3", "B|2026-08|4|5|1")
    assert matched.kind is TableKind.USE
    assert set(fields(matched)) == {"Account", "Month", "Logins", "Exports"}


@pytest.mark.parametrize(
    ("cells", "field"),
    [(("4", "2"), None), (("71%", "40%"), "usage.engagement_rate"), (("0.7", "0.4"), "usage.engagement_rate")],
)
def test_engagement_in_points_is_no_rate(read: Read, cells: tuple[str, str], field: str | None) -> None:
    matched = read("Account|CSM|Engagement", *(f"{name}|Kim|{cell}" for name, cell in zip("AB", cells, strict=True)))
    assert fields(matched).get("Engagement") == field


def test_what_a_step_is_planned_for_is_not_when_it_was_done(read: Read) -> None:
    matched = read(
        "Customer|Kickoff date|Target go-live|Training|Actual go-live|Progress",
        "A|2026-01-05|2026-03-01|2026-02-01|2026-03-04|100%",
        "B|2026-02-05|2026-04-01|||40%",
    )
    assert matched.kind is TableKind.MILESTONES
    assert {"Target go-live", "Progress"}.isdisjoint(fields(matched))


def test_a_tracker_may_tell_by_how_much_a_price_changes(read: Read) -> None:
    matched = read(
        "顧客名|契約終了日|現契約額|増減額|更新確度|更新判断",
        "架空堂|2027/1/31|300000|20000|A|更新",
        "見本社|2027/2/28|500000|0|B|検討中",
    )
    assert matched.kind is TableKind.CONTRACTS


def test_words_for_promoters_and_for_changes_are_no_segments(read: Read) -> None:
    survey = read("回答日|企業名|推奨度|理由|分類", "2026/9/1|架空堂|9|便利|推奨", "2026/9/2|見本社|4|遅い|批判")
    deals = read(
        "案件名|顧客|区分|フェーズ|受注予定", "増席|架空堂|追加|提案|2027/1/5", "更新27|見本社|更新|受注|2026/5/1"
    )
    assert fields(survey)["分類"] == "nps.kind"
    assert fields(deals)["区分"] == "contract.type"


def test_how_a_risk_stands_is_not_how_the_account_does(read: Read) -> None:
    matched = read(
        "Account|Risk level|Flagged|MRR at risk|Save plan|Owner|Status",
        "A|High|2026-10-01|900|visit|Kim|Open",
        "B|Low|2026-10-04|400|call|Lee|Lost",
    )
    assert {"account.status", "contract.mrr"}.isdisjoint(fields(matched).values())


def test_a_sheet_of_health_has_its_parts_as_marks(read: Read) -> None:
    matched = read(
        "評価日|会社名|利用|関係|総合点|前回|増減|所見",
        "2026/9/1|架空堂|4|3|72|70|2|安定",
        "2026/9/1|見本社|2|3|41|55|-14|離任",
        sheet="ヘルススコア",
    )
    assert matched.kind is TableKind.HEALTH
    assert fields(matched)["所見"] == "health.note"
    assert {"前回", "増減"}.isdisjoint(fields(matched))


def test_ends_just_before_each_renewal_are_those_of_the_term(read: Read) -> None:
    rows = [
        f"{name}|2026/{month}/1|{end}|2027年{month + 1}月|30000"
        for name, month, end in (("架空堂", 1, "2027/1/31"), ("見本社", 2, "2027/2/28"), ("例示社", 3, "2027/3/31"))
    ]
    matched = read("会社名|現契約開始|現契約終了|更新月|現月額", *rows)
    meant = next(finding for finding in matched.findings if finding.choice is Choice.END_DATE)
    assert (meant.answer, meant.certain) == ("renewal", True)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Prio", "ticket.priority"),
        ("TTR (h)", "ticket.resolution_hours"),
        ("Reported by", "contact.name"),
        ("Who with", "contact.name"),
        ("Function", "contact.title"),
        ("Quote", "feedback.text"),
        ("Bucket", "nps.kind"),
        ("Opt-out", "contract.notice_by"),
        ("解約申入期限", "contract.notice_by"),
        ("自社", "touch.by"),
    ],
)
def test_a_short_word_may_name_a_field(heading: str, field: str) -> None:
    assert field in {hit.field.id for hit in hits(heading)}


def test_whether_an_answer_came_in_time_is_not_how_a_ticket_stands(read: Read) -> None:
    matched = read("Ticket Id|Subject|Status|Resolution status", "1|PDF|Open|Within SLA", "2|SSO|Closed|SLA violated")
    assert fields(matched)["Status"] == "ticket.status"
    assert "Resolution status" not in fields(matched)


@pytest.mark.parametrize("heading", ["NPS Date", "スコア 開始日"])
def test_the_day_of_an_answer_is_no_other_day(heading: str) -> None:
    assert {hit.field.entity for hit in hits(heading)} <= {"nps", "csat", "ces", "health"}


@pytest.mark.parametrize(("heads", "owner"), [("AM|CSM", "CSM"), ("担当営業|CS担当", "CS担当"), ("AM|Region", "AM")])
def test_the_csm_looks_after_the_customer(read: Read, heads: str, owner: str) -> None:
    matched = read(f"Company|{heads}|MRR", "A Ltd|Kim|Lee|100", "B Ltd|Bo|Cy|200")
    assert fields(matched)[owner] == "account.owner"


def test_amounts_are_no_days_of_a_spreadsheet(read: Read) -> None:
    rows = [
        f"2026年{month}月|{name}|{kind}|{before}|{after}|{after}"
        for month, name, kind, before, after in (
            (8, "架空堂", "新規", "0", "40,000"),
            (9, "見本社", "増額", "20,000", "60,000"),
            (9, "架空堂", "解約", "40,000", "20,000"),
        )
    ]
    told = fields(read("計上月|顧客名|区分|前月MRR|当月MRR|増減", *rows))
    assert (told["計上月"], told["増減"]) == ("movement.date", "movement.amount")


def test_a_sponsor_starts_no_contract(read: Read) -> None:
    matched = read(
        "Customer|Contract value|Next renewal|Sponsor since",
        "A|900|2027-01-31|2025-02-01",
        "B|400|2027-02-28|2025-03-01",
    )
    assert "contract.start" not in fields(matched).values()


def test_a_bare_due_day_beside_steps_is_theirs(read: Read) -> None:
    matched = read(
        "顧客名|プラン|ステップ|期限|完了", "架空堂|基本|初期設定|2026/9/1|2026/9/2", "見本社|プロ|研修|2026/9/9|"
    )
    assert fields(matched).get("期限") != "contract.renewal"


def test_what_was_to_start_is_not_what_did(read: Read) -> None:
    matched = read(
        "顧客名|月額|利用開始予定|利用開始|契約満了日",
        "架空堂|30000|2026/9/1|2026/9/8|2027/9/7",
        "見本社|50000|2026/10/1|2026/10/1|2027/9/30",
    )
    assert fields(matched)["利用開始"] == "contract.start"
