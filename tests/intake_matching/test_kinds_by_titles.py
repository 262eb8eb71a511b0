"""What titles tell of a table's kind, headings that lists of anything have, and what a heading speaks of in the end."""

from collections.abc import Callable

import pytest

from csdesk.intake.matching.words.headings import hits
from csdesk.intake.shapes import FoundTable, MatchedTable, TableKind

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]


def fields(matched: MatchedTable) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched.columns if one.field}


IDEAS = "Title,Description,Status,Category,Supporters,Created at\nDark mode,Too bright,planned,UI,31,2026-01-05"
MEETINGS = "開始日,開始時刻,終了日,終了時刻,メニュー,タイトル,顧客名\n2026/5/11,10:00,2026/5/11,11:00,訪問,定例会,A社"
PEOPLE = "Company,Contact name,Email,Owner,Industry\nAcme,Al Bo,a@a.example,Ann,Retail\nBolt,Cy Du,c@b.example,Bo,Food"


def test_lists_of_anything_are_no_tickets(csv_table: Csv, match: Match) -> None:
    plain = "Title,Status,Category,Owner,Created at\nDark mode,planned,UI,Ann,2026-01-05"
    assert match(csv_table(plain)).kind is not TableKind.TICKETS
    told = match(csv_table(plain.replace("Category", "Priority").replace("UI", "High")))
    assert told.kind is TableKind.TICKETS


def test_ideas_with_supporters_are_feedback(csv_table: Csv, match: Match) -> None:
    assert match(csv_table(IDEAS)).kind is TableKind.FEEDBACK


def test_days_with_times_of_day_are_appointments_and_no_contracts(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(MEETINGS))
    assert matched.kind is not TableKind.CONTRACTS
    assert not {"contract.start", "contract.end", "contract.plan"} & set(fields(matched).values())


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("", TableKind.ACCOUNTS),
        ("Contacts", TableKind.CONTACTS),
        ("連絡先", TableKind.CONTACTS),
        ("Invoices", TableKind.ACCOUNTS),
    ],
)
def test_a_title_settles_what_headings_leave_open_and_no_more(
    title: str, kind: TableKind, csv_table: Csv, match: Match
) -> None:
    assert match(csv_table(PEOPLE, context=title)).kind is kind


def test_a_log_in_a_file_of_accounts_stays_a_log(csv_table: Csv, match: Match) -> None:
    text = "Date,Company,Type,Notes,Owner\n2026-03-01,Acme,Call,Cannot log in,Ann\n2026-03-02,Bolt,Email,Slow,Bo"
    assert match(csv_table(text, context="Accounts")).kind is TableKind.TOUCHES


def test_what_figures_are_parted_by_is_not_what_they_are(csv_table: Csv, match: Match) -> None:
    text = "Company,Date,Logged In - Total Events,Active users\nAcme,2026-10-01,12,3\nBolt,2026-10-01,3,1"
    assert match(csv_table(text, context="Insights by company")).kind is TableKind.USE


def test_tasks_with_phases_and_starts_are_no_contracts(csv_table: Csv, match: Match) -> None:
    text = "顧客名,フェーズ,タスク名,担当者,開始予定日,期限,ステータス\nA社,準備,初回,架空,2026/4/1,2026/4/5,完了"
    assert match(csv_table(text)).kind is TableKind.TASKS


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("税区分", "account.segment"),
        ("更新日種別", "contract.renewal"),
        ("Currency Symbol", "contract.currency"),
        ("Address 1: City", "account.address"),
        ("予定メニュー", "contract.plan"),
        ("Billing Code", "contract.external_id"),
    ],
)
def test_a_heading_that_ends_in_another_thing_is_not_the_word_in_it(heading: str, field: str) -> None:
    assert field not in {hit.field.id for hit in hits(heading)}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("サービス提供開始日", "contract.start"),
        ("Host name", "touch.by"),
        ("今月のログイン数", "usage.logins"),
        ("First Billing Date", "contract.start"),
    ],
)
def test_words_inside_a_heading_still_count_where_it_speaks_of_them(heading: str, field: str) -> None:
    assert field in {hit.field.id for hit in hits(heading)}


def test_addresses_of_hosts_are_not_those_of_customers(csv_table: Csv, match: Match) -> None:
    text = "Topic,Host name,Host email,Start time,Minutes,Customer\nCheck-in,Kit,kit@us.example,2026-06-14,45,Acme"
    assert "Host email" not in fields(match(csv_table(text)))


def test_what_is_planned_for_a_day_is_not_done_on_it(csv_table: Csv, match: Match) -> None:
    text = "顧客名,要望タイトル,要望内容,リリース予定日,起票者\nA社,出力,毎週手で写す,2026/9/30,架空"
    told = fields(match(csv_table(text)))
    assert "リリース予定日" not in told
    assert told["起票者"] == "feedback.owner"


def test_a_score_of_up_to_five_is_no_nps(csv_table: Csv, match: Match) -> None:
    head = "Rating,Comment,Customer Email,Company,Date created"
    rows = [f"{score},Fine,a{score}@a.example,Acme,2026-03-0{score}" for score in (5, 2, 4)]
    assert fields(match(csv_table("\n".join([head, *rows]))))["Rating"] == "csat.score"


def test_an_address_on_the_net_counts_no_use(csv_table: Csv, match: Match) -> None:
    text = "ログイン日時,企業名,ユーザー名,IPアドレス\n2026/06/01 09:01,A社,見本 一,192.0.2.1"
    assert "IPアドレス" not in fields(match(csv_table(text)))


def test_users_beside_sessions_are_asked_about(csv_table: Csv, match: Match) -> None:
    text = "Company Name,Users,Sessions,Last Seen\nAcme,14,320,2026-10-20\nBolt,2,12,2026-08-10"
    assert fields(match(csv_table(text))).get("Users") != "contract.quantity"
