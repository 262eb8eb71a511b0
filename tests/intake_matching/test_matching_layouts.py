"""Layouts of many tools and sheets, from their headings and values alone."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, TableKind

COMPANIES = "Acme Inc|Bolt Ltd|Cedar Co|Dove LLC|Elm GmbH|Fir|Gale|Hive"
KAISHA = "株式会社A|B商事|有限会社C|D工業|E社|F|G|H"
DAY = "2024-0{n}-1{n}"
MAIL = "a{n}@x{n}.example"

Layout = tuple[TableKind, list[tuple[str, str, str]], str]
"""Kind, columns as (heading, field, values), text above the table. Values are parted by bars, `{n}` counts rows."""

LAYOUTS: dict[str, Layout] = {
    "dotted subscription export": (
        TableKind.CONTRACTS,
        [
            ("subscriptions.id", "contract.external_id", "sub{n}x"),
            ("subscriptions.customer_id", "account.external_id", "cb_{n}a"),
            ("customers.company", "account.name", COMPANIES),
            ("customers.email", "contact.email", MAIL),
            ("subscriptions.plan_id", "contract.plan_id", "basic-USD|pro-USD"),
            ("subscriptions.plan_quantity", "contract.quantity", "1|2|5"),
            ("subscriptions.plan_unit_price", "contract.unit_amount", "49.00|99.00"),
            ("subscriptions.billing_period", "contract.interval_count", "1|12"),
            ("subscriptions.billing_period_unit", "contract.interval", "month|year"),
            ("subscriptions.status", "contract.status", "active|in_trial|cancelled"),
            ("subscriptions.started_at", "contract.start", DAY),
            ("subscriptions.current_term_start", "contract.period_start", DAY),
            ("subscriptions.current_term_end", "contract.renewal", DAY),
            ("subscriptions.cancelled_at", "contract.canceled_at", DAY),
            ("subscriptions.cancel_reason", "contract.churn_reason", "price|"),
            ("subscriptions.mrr", "contract.mrr", "49.00"),
            ("subscriptions.currency_code", "contract.currency", "USD"),
            ("subscriptions.auto_collection", "", "on|off"),
        ],
        "",
    ),
    "CRM accounts": (
        TableKind.ACCOUNTS,
        [
            ("Account ID", "account.external_id", "001xx{n}"),
            ("Account Name", "account.name", COMPANIES),
            ("Account Owner", "account.owner", "Al Bo"),
            ("Industry", "account.industry", "Tech|Retail"),
            ("Annual Revenue", "", "1000000"),
            ("Employees", "account.employees", "100"),
            ("Website", "account.domain", "www.a{n}.example"),
            ("Billing City", "", "X"),
            ("Last Activity", "touch.last_at", DAY),
            ("Created Date", "account.created_at", DAY),
        ],
        "",
    ),
    "users of a messenger": (
        TableKind.USE,
        [
            ("Name", "contact.name", "Al Bo|Bo Co"),
            ("Email", "contact.email", MAIL),
            ("User ID", "contact.external_id", "u{n}"),
            ("Company name", "account.name", COMPANIES),
            ("Company ID", "account.external_id", "c{n}"),
            ("First seen", "usage.first_seen", DAY),
            ("Last seen", "usage.last_seen", DAY),
            ("Sessions", "usage.sessions", "3|5"),
            ("City", "", "X"),
        ],
        "",
    ),
    "product analytics by account": (
        TableKind.USE,
        [
            ("Account ID", "account.external_id", "a{n}"),
            ("Account Name", "account.name", COMPANIES),
            ("Number of Visitors", "usage.active_users", "3|4"),
            ("Days Active", "usage.days_active", "10|12"),
            ("Number of Events", "usage.events", "100"),
            ("Time on App (minutes)", "usage.minutes", "300"),
            ("First Visit", "usage.first_seen", DAY),
            ("Last Visit", "usage.last_seen", DAY),
        ],
        "",
    ),
    "product analytics in snake case": (
        TableKind.USE,
        [
            ("user_id", "contact.external_id", "u{n}"),
            ("gp:company", "account.name", COMPANIES),
            ("first_used", "usage.first_seen", DAY),
            ("last_used", "usage.last_seen", DAY),
            ("total_events", "usage.events", "100|200"),
            ("country", "", "US"),
        ],
        "",
    ),
    "NPS tool": (
        TableKind.ANSWERS,
        [
            ("ID", "nps.external_id", "21{n}"),
            ("Name", "contact.name", "Al Bo"),
            ("Email", "contact.email", MAIL),
            ("Score", "nps.score", "9|10|3|7"),
            ("Comment", "nps.comment", "good thing|bad"),
            ("Response time", "nps.responded_at", "2026-01-0{n} 10:00:00 UTC"),
            ("Company", "account.name", COMPANIES),
        ],
        "",
    ),
    "form with an NPS question": (
        TableKind.ANSWERS,
        [
            ("#", "nps.external_id", "abc{n}xyz"),
            ("How likely are you to recommend us to a friend or colleague?", "nps.score", "9|10|3|7"),
            ("What's the main reason for your score?", "nps.comment", "good thing|bad"),
            ("Which company do you work for?", "account.name", COMPANIES),
            ("What's your email address?", "contact.email", MAIL),
            ("Start Date (UTC)", "", "2026-01-0{n} 10:00:00"),
            ("Submit Date (UTC)", "nps.responded_at", "2026-01-0{n} 10:03:00"),
        ],
        "",
    ),
    "form with CSAT and CES questions": (
        TableKind.ANSWERS,
        [
            ("Timestamp", "nps.responded_at", "1/{n}/2026 10:00:00"),
            ("Email Address", "contact.email", MAIL),
            ("How satisfied are you with our product? (1-5)", "csat.score", "4|5|3"),
            ("How easy was it to get your issue resolved? (1-7)", "ces.score", "6|7|3"),
            ("Anything else you want to tell us?", "nps.comment", "ok then"),
        ],
        "",
    ),
    "Japanese customer master": (
        TableKind.ACCOUNTS,
        [
            ("No.", "", "{n}"),
            ("会社名", "account.name", KAISHA),
            ("プラン", "contract.plan", "A|B"),
            ("月額料金", "contract.mrr", "30,000|50,000"),
            ("契約開始日", "contract.start", "2024/4/{n}"),
            ("契約更新日", "contract.renewal", "2025/4/{n}"),
            ("解約日", "contract.end", "|2025/3/31"),
            ("解約理由", "contract.churn_reason", "|価格"),
            ("担当", "account.owner", "見本"),
            ("ステータス", "account.status", "契約中|解約"),
            ("備考", "account.notes", ""),
        ],
        "",
    ),
    "end of term beside leaving": (
        TableKind.CONTRACTS,
        [
            ("顧客名", "account.name", KAISHA),
            ("契約開始日", "contract.start", "2024/4/{n}"),
            ("契約終了日", "contract.renewal", "2025/3/31"),
            ("解約日", "contract.end", "|2025/3/31||"),
            ("月額", "contract.mrr", "30000"),
        ],
        "",
    ),
    "renewal tracker": (
        TableKind.CONTRACTS,
        [
            ("Customer", "account.name", COMPANIES),
            ("Product", "contract.product", "Base|Pro"),
            ("ARR", "contract.arr", "$12,000"),
            ("Contract Start", "contract.start", "1/{n}/2024"),
            ("Contract End", "contract.end", "1/{n}/2025"),
            ("Auto-renew", "contract.auto_renew", "Yes|No"),
            ("Notice period (days)", "contract.notice_days", "30|60"),
            ("CSM", "account.owner", "Al"),
            ("Risk", "health.band", "Low|High"),
        ],
        "",
    ),
    "Japanese partners": (
        TableKind.ACCOUNTS,
        [
            ("顧客コード", "account.external_id", "K00{n}"),
            ("名前", "account.name", KAISHA),
            ("名前（カナ）", "account.kana", "カナ"),
            ("名前敬称", "", "御中"),
            ("部署名", "contact.department", "営業部"),
            ("役職", "contact.title", "部長"),
            ("担当者氏名", "contact.name", "架空太郎"),
            ("郵便番号", "account.postal_code", "100-000{n}"),
            ("都道府県", "account.prefecture", "東京都"),
            ("住所1", "account.address", "例示町1"),
            ("電話番号", "account.phone", "03-0000-000{n}"),
            ("メールアドレス", "contact.email", MAIL),
            ("メモ", "account.notes", "x"),
        ],
        "",
    ),
    "Japanese invoices": (
        TableKind.INVOICES,
        [
            ("請求日", "invoice.date", "2026/04/0{n}"),
            ("お支払期限", "invoice.due", "2026/05/31"),
            ("請求書番号", "invoice.number", "2026-00{n}"),
            ("件名", "invoice.subject", "4月分"),
            ("取引先名称", "account.name", KAISHA),
            ("小計", "invoice.subtotal", "10000"),
            ("消費税", "invoice.tax", "1000"),
            ("合計金額", "invoice.total", "11000"),
            ("入金ステータス", "invoice.status", "入金済|未入金"),
        ],
        "",
    ),
    "business cards": (
        TableKind.CONTACTS,
        [
            ("名刺ID", "contact.external_id", "m{n}"),
            ("会社名", "account.name", KAISHA),
            ("部署", "contact.department", "営業部"),
            ("役職", "contact.title", "部長"),
            ("姓", "contact.last_name", "架空"),
            ("名", "contact.first_name", "太郎"),
            ("姓（カナ）", "", "カクウ"),
            ("名（カナ）", "", "タロウ"),
            ("e-mail", "contact.email", MAIL),
            ("携帯電話", "contact.phone", "090-0000-000{n}"),
            ("名刺交換日", "", "2026/01/0{n}"),
        ],
        "",
    ),
    "touch log": (
        TableKind.TOUCHES,
        [
            ("Date", "touch.date", DAY),
            ("Account", "account.name", COMPANIES),
            ("Type", "touch.type", "Call|Email"),
            ("Owner", "touch.by", "Al"),
            ("Notes", "touch.note", "talked"),
            ("Next steps", "touch.next", "send"),
            ("Duration (min)", "touch.minutes", "30|15"),
        ],
        "",
    ),
    "Japanese support desk": (
        TableKind.TICKETS,
        [
            ("受付番号", "ticket.external_id", "T{n}"),
            ("受付日時", "ticket.opened_at", "2026/1/{n} 10:00"),
            ("会社名", "account.name", KAISHA),
            ("氏名", "contact.name", "見本"),
            ("件名", "ticket.subject", "x"),
            ("種別", "ticket.type", "質問"),
            ("優先度", "ticket.priority", "高"),
            ("ステータス", "ticket.status", "完了"),
            ("担当者", "ticket.assignee", "試験"),
            ("完了日時", "ticket.closed_at", "2026/1/{n} 12:00"),
        ],
        "",
    ),
    "use, long": (
        TableKind.USE,
        [
            ("date", "usage.date", DAY),
            ("account", "account.name", COMPANIES),
            ("user", "contact.name", "al|bo"),
            ("feature", "usage.measure", "export|import"),
            ("count", "usage.amount", "3|5"),
        ],
        "",
    ),
    "use, a column a measure": (
        TableKind.USE,
        [
            ("年月", "usage.date", "2025-0{n}"),
            ("会社名", "account.name", KAISHA),
            ("ログイン回数", "usage.logins", "3|5"),
            ("利用者数", "usage.active_users", "3|5"),
        ],
        "",
    ),
    "use, a column a month": (
        TableKind.USE,
        [
            ("Account", "account.name", COMPANIES),
            ("2025-01", "usage.logins@2025-01", "30|2"),
            ("2025-02", "usage.logins@2025-02", "30|2"),
            ("2025-03", "usage.logins@2025-03", "30|2"),
        ],
        "Monthly logins by account",
    ),
    "logo by month": (
        TableKind.MATRIX,
        [
            ("Customer", "account.name", COMPANIES),
            ("Jan-25", "matrix@2025-01", "1|0|"),
            ("Feb-25", "matrix@2025-02", "1|0|"),
            ("Mar-25", "matrix@2025-03", "1|0|"),
        ],
        "",
    ),
    "logo by month without years": (
        TableKind.MATRIX,
        [
            ("", "account.name", KAISHA),
            ("11月", "matrix@2025-11", "○|×"),
            ("12月", "matrix@2025-12", "○|×"),
            ("1月", "matrix@2026-01", "○|×"),
            ("合計", "", "3|0"),
        ],
        "2025年度 稼働状況",
    ),
    "amounts by month": (
        TableKind.MATRIX,
        [
            ("会社名", "account.name", KAISHA),
            ("プラン", "contract.plan", "A"),
            ("2025年1月", "matrix@2025-01", "30,000||50,000"),
            ("2025年2月", "matrix@2025-02", "30,000||50,000"),
            ("2025年3月", "matrix@2025-03", "30,000||50,000"),
        ],
        "",
    ),
    "costs": (
        TableKind.COSTS,
        [
            ("Month", "cost.month", "2025-0{n}"),
            ("Category", "cost.item", "Ads|Salaries"),
            ("Channel", "cost.channel", "Search|Partner"),
            ("Amount", "cost.amount", "$12,000"),
        ],
        "",
    ),
    "costs by month": (
        TableKind.COSTS,
        [
            ("費目", "cost.item", "広告費|営業人件費|展示会費|販促費"),
            ("2025/1", "cost.amount@2025-01", "300000|2000"),
            ("2025/2", "cost.amount@2025-02", "300000|2000"),
            ("2025/3", "cost.amount@2025-03", "300000|2000"),
        ],
        "",
    ),
    "survey with its own dates": (
        TableKind.ANSWERS,
        [
            ("Respondent ID", "nps.external_id", "1183{n}x"),
            ("Start Date", "", "1/{n}/2026 10:00"),
            ("End Date", "nps.responded_at", "1/{n}/2026 10:05"),
            ("Email Address", "contact.email", MAIL),
            (
                "How likely is it that you would recommend this company to a friend or colleague?",
                "nps.score",
                "9|3|10",
            ),
        ],
        "",
    ),
    "amounts with their period in brackets": (
        TableKind.CONTRACTS,
        [
            ("契約番号", "contract.external_id", "K{n}"),
            ("契約先", "account.name", KAISHA),
            ("契約種別", "contract.type", "新規"),
            ("契約開始日", "contract.start", "2024/4/{n}"),
            ("契約満了日", "contract.renewal", "2025/3/31"),
            ("自動更新", "contract.auto_renew", "有|無"),
            ("解約通知期限", "contract.notice_by", "2025/2/28"),
            ("契約金額(年額)", "contract.arr", "360,000"),
            ("営業担当", "account.sales_rep", "見本"),
        ],
        "",
    ),
    "events": (
        TableKind.USE,
        [
            ("event", "usage.measure", "login|export"),
            ("time", "usage.date", "2026-10-0{n}T03:04:05"),
            ("$email", "contact.email", MAIL),
            ("company", "account.name", COMPANIES),
        ],
        "",
    ),
    "logins and logouts": (
        TableKind.USE,
        [
            ("会社名", "account.name", KAISHA),
            ("ユーザー名", "contact.name", "架空|見本"),
            ("ログイン日時", "usage.login_at", "2026/10/{n} 9:00"),
            ("ログアウト日時", "usage.logout_at", "2026/10/{n} 9:30"),
        ],
        "",
    ),
    "a log of changes is no list of contracts": (
        TableKind.MOVEMENTS,
        [
            ("Date", "movement.date", DAY),
            ("Customer", "account.name", COMPANIES),
            ("Type", "movement.type", "New|Churn"),
            ("MRR change", "movement.amount", "100|-50"),
        ],
        "",
    ),
    "exchange rates": (
        TableKind.RATES,
        [
            ("Month", "rate.month", "2025-0{n}"),
            ("USD/JPY", "rate.value@USD/JPY", "145|148"),
            ("EUR/JPY", "rate.value@EUR/JPY", "158|160"),
        ],
        "",
    ),
    "amounts beside their months": (
        TableKind.MATRIX,
        [
            ("Account", "account.name", COMPANIES),
            ("MRR 2025-01", "matrix@2025-01", "100|0"),
            ("MRR 2025-02", "matrix@2025-02", "100|0"),
            ("MRR 2025-03", "matrix@2025-03", "100|0"),
        ],
        "",
    ),
    "scores by month are not ours": (
        TableKind.ACCOUNTS,
        [
            ("Account", "account.name", COMPANIES),
            ("Owner", "account.owner", "Al"),
            ("2025-01", "", "9|7"),
            ("2025-02", "", "9|7"),
            ("2025-03", "", "9|7"),
        ],
        "NPS by month",
    ),
    "a bare name is the account where it must be one": (
        TableKind.CONTRACTS,
        [
            ("Subscription ID", "contract.external_id", "s{n}x"),
            ("Name", "account.name", COMPANIES),
            ("MRR", "contract.mrr", "100"),
            ("Start", "contract.start", DAY),
            ("Churned?", "contract.churned", "yes|no"),
        ],
        "",
    ),
    "figures by month are nobody's accounts": (
        TableKind.FIGURES,
        [
            ("KPI", "figure.name", "MRR|Churn rate|New customers|NRR|CAC"),
            ("2025-01", "figure.value@2025-01", "300000|2|50"),
            ("2025-02", "figure.value@2025-02", "300000|2|50"),
            ("2025-03", "figure.value@2025-03", "300000|2|50"),
        ],
        "",
    ),
    "a slip of the pen": (
        TableKind.CONTRACTS,
        [
            ("Custmer name", "account.name", COMPANIES),
            ("Contract strat", "", DAY),
            ("Subscription startt date", "", DAY),
            ("Start", "contract.start", DAY),
            ("MRR", "contract.mrr", "100"),
            ("End", "contract.end", DAY),
        ],
        "",
    ),
    "price with and without tax": (
        TableKind.CONTRACTS,
        [
            ("契約ID", "contract.external_id", "c{n}"),
            ("顧客名", "account.name", KAISHA),
            ("月額（税込）", "", "33,000"),
            ("月額（税抜）", "contract.mrr", "30,000"),
            ("開始日", "contract.start", "2024/4/{n}"),
        ],
        "",
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_found(name: str, table: Callable[..., FoundTable], match: Callable[..., MatchedTable]) -> None:
    kind, columns, context = LAYOUTS[name]
    values = [texts.split("|") for _, _, texts in columns]
    rows = [
        [texts[n % len(texts)].replace("{n}", str(n + 1)) for texts in values]
        for n in range(5 if "nobody" in name else 8)
    ]
    matched = match(table([heading for heading, _, _ in columns], rows, context=context))
    assert matched.kind is kind
    assert [column.field for column in matched.columns] == [field for _, field, _ in columns]
