"""Headings of deals, beside those that a deal shares with the contract it becomes; and of trackers of renewals."""

from csdesk.intake.vocabulary.entry import ValueType, entry

DEALS = (
    entry(
        "deal.probability",
        ValueType.NUMBER,
        "60%",
        says="probability|win probability|deal probability|close probability|win chance|chance to win|受注確度|"
        "受注確率|成約確度|成約確率|案件確度|確度(%)|受注見込度|商談確度|win rate|probability of close|"
        "chance of winning|chance of closing|受注可能性|受注見込確率",
        hints="確度|win %",
        bare="probability|likelihood|確度|確率",
    ),
    entry(
        "deal.opened_on",
        ValueType.DATE,
        "2026-08-03",
        says="deal created|opportunity created|deal opened|opportunity opened|pipeline entry|商談作成|"
        "案件作成|商談開始|案件発生|案件登録|商談登録|引合|初回商談",
        bare="created|opened|open|create|作成|発生",
    ),
    entry(
        "deal.won",
        ValueType.YES_NO,
        "No",
        says="is won|is closed won|deal won|won?|受注フラグ|成約フラグ|受注有無",
    ),
    entry("deal.closed", ValueType.YES_NO, "No", says="is closed|deal closed|is deal closed|完了フラグ|商談完了フラグ"),
    entry("deal.external_id", ValueType.IDENTIFIER, "D-7001"),
    entry("deal.prospect", ValueType.TEXT, "Bluebarn Logistics"),
    entry("deal.name", ValueType.TEXT, "Bluebarn – first year"),
    entry("deal.product", ValueType.TEXT, "Base"),
    entry("deal.plan", ValueType.TEXT, "Growth"),
    entry("deal.owner", ValueType.NAME, "Alda Fenwick"),
    entry(
        "deal.amount",
        ValueType.MONEY,
        "120000",
        says="expected amount|expected value|expected revenue|estimated value|estimated amount|forecast amount|"
        "potential value|見込金額|見込み金額|見込額|予定金額|想定金額|提案金額|受注見込金額|想定売上|見込売上|"
        "deal value expected|想定受注額|受注予定額|受注予定金額|予想金額|予想売上|予想受注額|見込売上額",
    ),
    entry("deal.list_amount", ValueType.MONEY, "150000"),
    entry("deal.interval_count", ValueType.COUNT, "12"),
    entry("deal.currency", ValueType.CURRENCY, "USD"),
    entry("deal.stage", ValueType.TEXT, "Proposal"),
    entry("deal.outcome", ValueType.WORD, "open"),
    entry("deal.close_date", ValueType.DATE, "2026-12-15"),
    entry("deal.start", ValueType.DATE, "2027-01-01"),
    entry("deal.lost_reason", ValueType.TEXT, "Price"),
    entry("deal.industry", ValueType.TEXT, "Retail"),
    entry("deal.use_case", ValueType.TEXT, "Store rota"),
    entry("deal.channel", ValueType.TEXT, "Partner"),
    entry("deal.sales_rep", ValueType.NAME, "Bram Oosterling"),
    entry("deal.review", ValueType.WORD, "cleared"),
    entry("deal.reviewed_on", ValueType.DATE, "2026-11-20"),
    entry("deal.reviewed_by", ValueType.NAME, "Alda Fenwick"),
    entry("deal.review_reason", ValueType.TEXT, "Fits what we make"),
    entry("deal.fit", ValueType.WORD, "good"),
    entry("deal.fit_reason", ValueType.TEXT, "Needs what we make"),
    entry("deal.notes", ValueType.TEXT, "Asks for a pilot"),
)

RENEWALS = (
    entry(
        "renewal.status",
        ValueType.WORD,
        "In negotiation",
        says="renewal status|renewal stage|renewal state|renewal decision|renewal outcome|"
        "renewal result|renewal phase|更新ステータス|更新状況|更新可否|更新判断|更新意向|更新進捗|"
        "更新結果|更新フェーズ|更新対応状況|継続可否|継続意向",
        hints="outcome|result|decision|status|stage|結果|判定|ステータス|状況",
    ),
    entry(
        "renewal.likelihood",
        ValueType.TEXT,
        "80%",
        says="renewal likelihood|likelihood of renewal|likelihood to renew|renewal probability|"
        "renewal forecast|renewal confidence|renewal chance|chance of renewal|更新見込|更新見込み|"
        "更新確度|更新確率|更新可能性|更新の見込み|継続見込|継続見込み|継続確度|継続可能性",
        hints="likelihood|forecast|confidence|見込|見込み|確度",
    ),
)
