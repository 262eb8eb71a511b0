"""Sheets of founders, accountants and support people: short words, groups over headings, months told once."""

from collections.abc import Callable

import pytest

from csdesk.intake.matching.words.headings import hits
from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, TableKind
from csdesk.models.kinds import Kind

Read = Callable[..., MatchedTable]
Csv = Callable[..., FoundTable]
Planning = Callable[..., Plan]


def fields(matched: MatchedTable) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched.columns if one.field}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("担(正)", "account.owner"),
        ("出席(当方)", "touch.by"),
        ("With (them)", "contact.name"),
        ("お話しくださった方", "contact.name"),
        ("話したこと", "touch.note"),
        ("契約期間(自)", "contract.start"),
        ("解約予告(日前)", "contract.notice_days"),
        ("Tacit renewal", "contract.auto_renew"),
        ("やめる理由", "contract.churn_reason"),
        ("Exit Ended on", "contract.end"),
        ("Fees in EUR, net of VAT Net / month", "contract.mrr"),
        ("優先", "ticket.priority"),
        ("解決まで(時間)", "ticket.resolution_hours"),
        ("1st answer", "ticket.first_response_at"),
        ("Q2. Q1の理由", "nps.comment"),
        ("Q1. おすすめ度(0～10)", "nps.score"),
        ("NPS 0-10", "nps.score"),
        ("Score 1-5", "csat.score"),
        ("Client n°", "account.external_id"),
        ("Goal n°", "goal.external_id"),
        ("how_many", "usage.amount"),
        ("滞在(分)", "usage.minutes"),
    ],
)
def test_short_words_name_a_field(heading: str, field: str) -> None:
    assert field == max(hits(heading), key=lambda hit: hit.clarity).field.id


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("NPS last spring", "nps.score"),
        ("ｷｰﾏﾝ度", "contact.name"),
        ("担(副)", "account.owner"),
        ("First term end", "contract.end"),
        ("初回契約満了日", "contract.renewal"),
        ("Yr-1 total $", "contract.arr"),
        ("First year value", "contract.arr"),
    ],
)
def test_words_of_another_time_or_thing_name_none(heading: str, field: str) -> None:
    assert field not in {hit.field.id for hit in hits(heading)}


def test_the_day_beats_the_month_of_the_same(read: Read) -> None:
    renewals = read("更新月|お客様|月額|満了日", "2026年11月|架空堂|900|2026-11-30", "2026年12月|見本社|400|2026-12-31")
    alone = read("更新月|お客様|月額", "2026年11月|架空堂|900", "2026年12月|見本社|400")
    assert fields(renewals)["満了日"] == "contract.renewal"
    assert "更新月" not in fields(renewals)
    assert fields(alone)["更新月"] == "contract.renewal"


def test_the_month_somebody_left_in_makes_the_last_day_no_renewal(read: Read) -> None:
    matched = read(
        "解約月|会社名|契約開始日|サービス終了日|月額|主因",
        "2026年3月|架空堂|2023-05-01|2026-03-31|900|価格",
        "2026年4月|見本社|2022-10-01|2026-04-30|400|統合",
    )
    assert fields(matched)["サービス終了日"] == "contract.end"
    assert fields(matched)["主因"] == "contract.churn_reason"


def test_what_is_signed_starts_when_its_term_does(read: Read) -> None:
    matched = read(
        "契約No|得意先名|締結日|契約期間(自)|月額", "K1|架空堂|R8.9.25|R8.10.1|900", "K2|見本社|R6.9.2|R6.10.1|400"
    )
    assert fields(matched)["契約期間(自)"] == "contract.start"
    assert "締結日" not in fields(matched)


def test_when_it_was_written_down_is_not_when_it_happened(read: Read) -> None:
    heads, rows = "Account|How|Said|{}Logged", ["A|call|hello|{}2026-10-03", "B|visit|fine|{}2026-10-04"]
    beside = read(heads.format("When|"), *(row.format("2026-10-01|") for row in rows))
    alone = read(heads.format(""), *(row.format("") for row in rows))
    assert fields(beside)["When"] == "touch.date"
    assert "Logged" not in fields(beside)
    assert fields(alone)["Logged"] == "touch.date"


def test_values_tell_a_standing_from_a_kind_of_deal(read: Read) -> None:
    standing = read("社名|業種|取引区分|住所", "架空堂|製造|取引中|東京都", "見本社|小売|休止|大阪府")
    kinds = read("社名|契約件名|取引区分|月額|開始日", "架空堂|A|新規|9|2024-04-01", "見本社|B|更新|9|2024-05-01")
    assert fields(standing)["取引区分"] == "account.status"
    assert fields(kinds)["取引区分"] == "contract.type"


def test_a_colour_is_of_health_where_health_is_told(read: Read) -> None:
    told = read("Account|CSM|Health|Colour", "A|Kim|31|red", "B|Lee|88|green")
    plain = read("Account|CSM|Segment|Colour", "A|Kim|SMB|red", "B|Lee|Core|green")
    assert fields(told)["Colour"] == "health.band"
    assert "Colour" not in fields(plain)


def test_a_bare_due_is_a_renewals_where_one_is_told_of(read: Read) -> None:
    told = read("Due|Account|ARR up for renewal", "2026-12-12|A|900", "2027-01-15|B|400")
    bare = read("Due|Account|ARR|Start", "2026-12-12|A|900|2025-01-01", "2027-01-15|B|400|2025-02-01")
    assert fields(told)["Due"] == "contract.renewal"
    assert fields(bare).get("Due") != "contract.renewal"


def test_months_of_two_measures_take_their_year_from_the_title(table: Csv, match: Callable[..., MatchedTable]) -> None:
    months = [f"{what} {month}月" for what in ("ログイン回数", "利用者数（人）") for month in (8, 9, 10)]
    rows = [["架空堂", 24, 48, 10, 4, 12, 2, 173], ["見本社", 39, 45, 99, 3, 8, 9, 267]]
    matched = match(table(["顧客名", *months, "参考 前年10月"], rows, context="利用状況（2026年8月～10月）"))
    assert matched.kind is TableKind.USE
    assert list(fields(matched).values())[1:] == [
        f"usage.{what}@2026-{month}" for what in ("logins", "active_users") for month in ("08", "09", "10")
    ]


def test_steps_are_told_under_one_goal(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table(
            "Client,CSM,Goal,Baseline,Target,Milestone,Planned for,Done on\n"
            "A Ltd,Kim,Close in 3 days,8,4,Data loaded,2026-09-15,2026-09-20\n,,,,,Team trained,2026-10-15,\n"
            "B Ltd,Lee,Less paper,9,3,Data loaded,2026-09-15,2026-09-12\n,,,,,First report,2026-11-15,\n"
        )
    )
    steps = [draft.values for draft in plan.drafts if draft.kind is Kind.MILESTONE]
    assert [step["title"] for step in steps] == ["Data loaded", "Team trained", "Data loaded", "First report"]
    assert len({step["goal_id"] for step in steps}) == 2
    assert not any(problem.refuses for problem in plan.tables[0].problems)


def test_the_teams_own_rate_gives_way_to_the_markets(csv_table: Csv, match: Callable[..., MatchedTable]) -> None:
    rows = "R8.1,148.55,160.4,0.55,150,仮の値\nR8.2,149.1,160.8,0.55,150,仮の値\n"
    heads = "年月,1米ドル(円),1ユーロ(円),前月比(ドル),社内レート(ドル),摘要"
    matched = match(csv_table(f"{heads}\n{rows}", sheet="為替"))
    assert matched.kind is TableKind.RATES
    assert {one.column.heading for one in matched.columns if one.field.startswith("rate.value@")} == {
        "1米ドル(円)",
        "1ユーロ(円)",
    }


def test_the_day_of_a_score_stands_in_a_list_of_customers(csv_table: Csv, planned: Planning) -> None:
    plan = planned(
        csv_table("Account,CSM,MRR,Start,NPS,NPS on\nA,Kim,9,2024-04-01,9,2026-10-08\nB,Lee,9,2024-05-01,4,")
    )
    answers = [draft.values for draft in plan.drafts if draft.kind is Kind.ANSWER]
    assert [str(answer.get("answered_on")) for answer in answers][:1] == ["2026-10-08"]


def test_last_years_month_is_no_measure(csv_table: Csv, match: Callable[..., MatchedTable]) -> None:
    heads = "Account,2026-08,2026-09,2026-10,Avg,Nov 25,Seats idle"
    matched = match(csv_table(f"{heads}\nA,5,6,8,6.1,14,2\nB,46,43,19,28.4,12,7", sheet="Active users"))
    assert matched.kind is TableKind.USE
    assert "Nov 25" not in fields(matched)
