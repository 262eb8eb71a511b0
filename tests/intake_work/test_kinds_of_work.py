"""Lists about the work with customers are known by their headings, in both languages; their neighbours stay what they
were."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import MatchedTable, Plan, TableKind, Verdict
from csdesk.models.kinds import Kind

from .conftest import HeldBook

Matched = Callable[..., MatchedTable]
Planned = Callable[..., Plan]

GOALS = [
    (
        "Account,Goal,Success criteria,Baseline,Target,Current,Due date,Status,Owner"
        "|Acme Ltd,Close faster,5 days,10,5,7,2026-12-31,On track,Ann|Bolt GmbH,Train,100%,0,40,12,,Late,Bo"
    ),
    "Customer,Business objective,KPI,Target date,Status|Acme,Fewer errors,Errors,2026-12-31,Open|Bolt,More,Use,,Done",
    "顧客名,目標,達成基準,現状値,目標値,期限,進捗状況,担当|楓社,決算を短縮,5日,10,5,2026/12/31,順調,青木|柳社,全店,40店,0,40,,遅延,白井",
    "会社名,ゴール,成果指標,目標期日,達成日,備考|楓社,入力の削減,時間,2026/12/31,,x|柳社,残業の削減,時間,2026/9/30,2026/9/20,",
]
MILESTONES = [
    "Customer,Milestone,Due,Done on,Owner,Status|Acme,Kickoff,2026-10-01,2026-10-02,Ann,Done|Bolt,Go-live,,,Bo,Open",
    "Client,Onboarding step,Planned,Completed|Acme,Kickoff,2026-10-01,2026-10-02|Bolt,Training,2026-11-01,",
    "Account,Objective,Milestone,Target date,Completed|Acme,Faster,Kickoff,2026-10-01,|Bolt,More,Data,2026-10-05,",
    "顧客名,オンボーディング項目,予定日,完了日,担当,ステータス|楓社,キックオフ,2026/10/1,2026/10/2,青木,完了|柳社,初期設定,2026/11/1,,白井,",
    "取引先,マイルストーン,期日,実施日,担当者|楓社,キックオフ,2026/10/1,2026/10/2,青木|柳社,初期設定,2026/11/1,,白井",
    "企業名,チェック項目,完了|楓社,契約書の受領,済|柳社,管理者の登録,未",
]
FEEDBACK = [
    (
        "Date,Account,Feature request,Details,Type,Votes,Status|2026-10-01,Acme,Export,By hand,Bug,14,Planned"
        "|2026-10-03,Bolt,SSO,Needs it,Question,3,Open"
    ),
    (
        "id,title,details,author name,author email,company,board,category,status,score,created,url"
        "|1,Dark mode,Please,Ann,a@acme.example,Acme,Features,UI,open,12,2026-10-01,https://x.example/1"
        "|2,SSO,Needed,Bo,b@bolt.example,Bolt,Features,Auth,planned,3,2026-10-03,https://x.example/2"
    ),
    "Note title,Note text,Company,User email,Tags,State,Created at|Export,Excel,Acme,a@acme.example,x,new,2026-10-01",
    "要望ID,受付日,顧客名,要望内容,区分,ステータス,担当|R1,2026/10/1,楓社,CSVで出力したい,機能追加,検討中,青木|R2,2026/10/3,柳社,遅い,不具合,済,白井",
    "日付,会社名,VOC,カテゴリ,経路,件数,対応方針|2026/10/1,楓社,並び替えがほしい,画面,商談,3,開発予定|2026/10/3,柳社,スマホで見たい,画面,窓口,5,見送り",
    "No,要望,機能,顧客,重要度,対応状況,リリース予定日|1,CSV出力,出力,楓社,高,検討中,2026/12/1|2,権限設定,管理,柳社,中,完了,2026/9/1",
]
INTERVIEWS = [
    (
        "Account,Interview date,Interviewer,Stated reason,Root cause,What would have changed your mind,Competitor,Quote"
        "|Acme,2026-09-01,Ann,Too expensive,Sponsor left,A cheaper plan,Tallybarn,Nice|Bolt,2026-09-10,Bo,Gap,,SSO,,"
    ),
    (
        "Timestamp,Company,Email,What is the main reason you are cancelling?,What would have made you stay?"
        "|2026/09/01 10:00,Acme,a@acme.example,Too expensive,A price|2026/09/02 11:00,Bolt,b@bolt.example,Gaps,"
    ),
    "顧客名,ヒアリング日,担当,解約理由,真因,何があれば継続したか,乗り換え先|楓社,2026/9/1,青木,価格が高い,担当者退職,安いプラン,見本社|柳社,2026/9/10,白井,機能不足,,,",
    (
        "タイムスタンプ,会社名,メールアドレス,解約の理由を教えてください,どのような点が改善されれば継続いただけましたか？"
        "|2026/09/01 10:00,楓社,a@kaede.example,価格,値下げ|2026/09/02 11:00,柳社,b@yanagi.example,機能不足,連携"
    ),
]
MAILINGS = [
    "Email,Campaign,Sent,Delivered,Opened,Clicked,Bounced|a@acme.example,News,1,1,1,0,0|b@bolt.example,News,1,1,0,0,0",
    (
        "Campaign Name,Send Date,Total Recipients,Successful Deliveries,Unique Opens,Open Rate,Unique Clicks,Click Rate"
        "|November,2026-11-05,120,118,42,35.6%,11,9.3%|December,2026-12-03,130,129,40,31%,12,9.3%"
    ),
    (
        "Recipient,Email name,Sent,Delivered,Opened,Clicked,Bounced"
        "|a@acme.example,News,2026-11-05 10:00,2026-11-05 10:01,2026-11-05 12:00,,|b@bolt.example,News,2026-11-05,,,,"
    ),
    "配信名,配信日時,配信数,到達数,開封数,開封率,クリック数|11月号,2026/11/05,120,118,42,35%,11|12月号,,130,129,40,31%,12",
    "会社名,メールアドレス,メール件名,送信日時,開封,クリック|楓社,a@kaede.example,11月号,2026/11/05,○,○|柳社,b@yanagi.example,11月号,2026/11/05,,",
    "Account,Campaign,Date,Sent,Opened,Clicked,Downloads|Acme,Nov,2026-11-05,12,5,2,1|Bolt,Nov,2026-11-05,3,1,0,0",
]
TASKS = [
    "Customer,Task,Due,Owner,Status|Acme,Send quote,2026-12-01,Ann,Open|Bolt,Call Bob,2026-12-05,Bo,Done",
    "To do,Account,Deadline,Assigned to,Done|Send contract,Acme,2026-12-01,Ann,yes|Visit,Bolt,2026-12-03,Bo,no",
    "期限,タスク,取引先,担当,状態|2026/12/1,見積,楓社,青木,未着手|2026/12/5,取材,柳社,白井,完了",
    "No,ToDo,顧客名,期日,担当者,完了|1,契約書送付,楓社,2026/12/1,青木,済|2,訪問,柳社,2026/12/3,白井,",
]
KNOWN = {
    TableKind.GOALS: GOALS,
    TableKind.MILESTONES: MILESTONES,
    TableKind.FEEDBACK: FEEDBACK,
    TableKind.INTERVIEWS: INTERVIEWS,
    TableKind.MAILINGS: MAILINGS,
    TableKind.TASKS: TASKS,
}
LISTS = [(kind, text) for kind, texts in KNOWN.items() for text in texts]
NEIGHBOURS = {
    "accounts": (TableKind.ACCOUNTS, "Company,Industry,Owner,Status,Notes|Acme Ltd,Retail,Ann,Active,x|Bolt,Food,Bo,,"),
    "accounts with goals": (
        TableKind.ACCOUNTS,
        "顧客名,業種,担当,目標,利用プラン,月額,契約開始日|楓社,小売,青木,短縮,Pro,50000,2025/4/1|柳社,食品,白井,全店,Lite,9000,2025/6/1",
    ),
    "contracts with reasons": (
        TableKind.CONTRACTS,
        ("Customer,Plan,MRR,Start,Churned on,Churn reason,Competitor|Acme,Pro,100,2024-01-01,2025-03-31,Price,Tallybarn"
        "|Acme,Pro,50,2025-04-01,,,|Bolt,Pro,90,2024-02-01,,,"),
    ),
    "tickets": (
        TableKind.TICKETS,
        ("Ticket ID,Subject,Requester email,Type,Status,Priority,Created at,Assignee"
        "|1,Export fails,a@acme.example,Feature request,Open,High,2026-10-01,Ann|2,Login,b@bolt.example,Bug,Closed,,,"),
    ),
    "tickets in Japanese": (
        TableKind.TICKETS,
        "問い合わせ番号,受付日,顧客名,件名,問い合わせ内容,区分,ステータス,担当|1,2026/10/1,楓社,出力,要望です,要望,対応中,青木|2,2026/10/2,柳社,遅い,x,不具合,完了,白井",
    ),
    "touches with wishes": (
        TableKind.TOUCHES,
        "対応日,顧客名,種別,担当,内容,要望,次回予定|2026/10/1,楓社,電話,青木,状況確認,CSV出力,来週|2026/10/2,柳社,訪問,白井,提案,,",
    ),
    "touches with feedback": (
        TableKind.TOUCHES,
        "Date,Account,Type,Owner,Notes,Feedback|2026-10-01,Acme,Call,Ann,Hello,Slow|2026-10-02,Bolt,Meeting,Bo,Plans,",
    ),
    "touches with milestones": (
        TableKind.TOUCHES,
        "対応日,顧客名,種別,担当,内容,マイルストーン|2026/10/1,楓社,電話,青木,状況確認,設定|2026/10/2,柳社,訪問,白井,提案,",
    ),
    "answers": (
        TableKind.ANSWERS,
        ("Timestamp,Company,Email,How likely are you to recommend us (0-10)?,Feedback"
        "|2026-10-01,Acme,a@acme.example,9,Nice|2026-10-02,Bolt,b@bolt.example,4,Slow"),
    ),
    "contacts with mail": (
        TableKind.CONTACTS,
        ("First name,Last name,Email,Company,Job title,Phone,Unsubscribed"
        "|Ann,Lee,a@acme.example,Acme,CTO,03-1234-5678,no|Bo,Li,b@bolt.example,Bolt,CFO,03-1234-5679,yes"),
    ),
    "costs of campaigns": (
        TableKind.COSTS,
        "Month,Campaign,Channel,Amount|2026-10,Autumn,Ads,100000|2026-11,Winter,Events,200000",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), LISTS)
def test_a_list_is_known_for_what_it_is(kind: TableKind, text: str, matched: Matched) -> None:
    assert matched(text).kind is kind


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_other_lists_stay_what_they_were(name: str, matched: Matched) -> None:
    kind, text = NEIGHBOURS[name]
    assert matched(text).kind is kind


@pytest.mark.parametrize("text", [text for _, text in LISTS])
def test_a_list_changes_nothing_when_it_comes_again(text: str, planned: Planned, book: HeldBook) -> None:
    for name in ("Acme", "Bolt", "Acme Ltd", "Bolt GmbH", "楓社", "柳社"):
        book.add(Kind.ACCOUNT, name=name)
    for email, account in (("a@acme.example", 101), ("b@bolt.example", 102)):
        book.add(Kind.CONTACT, name=email, email=email, account_id=account)
    first = planned(text)
    assert not any(row.verdict is Verdict.REFUSED for row in first.tables[0].rows)
    assert first.tables[0].rows[0].verdict is Verdict.NEW
    book.apply(first)
    again = planned(text)
    assert {row.verdict for row in again.tables[0].rows} == {Verdict.SAME}
    assert not again.drafts
