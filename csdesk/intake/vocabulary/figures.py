"""Headings of sheets of figures by period, and of exchange rates."""

from csdesk.intake.vocabulary.entry import ValueType, entry

FIGURES = (
    entry(
        "figure.name",
        ValueType.TEXT,
        "Leads",
        says="kpi name|metric name|指標名|kpi項目|kpi名",
        bare="kpi|metric|metrics|measure|name|item|line item|指標|項目|科目|名称|項目名|経営指標",
    ),
    entry("figure.unit", ValueType.TEXT, "%", bare="unit|units|単位"),
    entry(
        "figure.kind",
        ValueType.WORD,
        "actual",
        says="plan or actual|actual or plan|予実区分|予実",
        bare="type|kind|区分|種別|plan/actual|実績/計画|計画/実績|目標/実績",
    ),
    entry("figure.section", ValueType.TEXT, "Sales", bare="section|area|group|category|分類|カテゴリ|部門|大項目|領域"),
    entry(
        "figure.month",
        ValueType.TEXT,
        "2025-04",
        bare="month|period|date|quarter|year|月|年月|期間|対象月|日付|四半期|年度|月次",
    ),
    entry("figure.value", ValueType.TEXT, "120", bare="actual|value|result|amount|実績|実績値|値|数値|結果"),
    entry("figure.target", ValueType.TEXT, "150", bare="target|plan|budget|goal|目標|目標値|計画|計画値|予算"),
    entry("figure.starts_on", ValueType.DATE, "2025-04-01"),
    entry("figure.ends_on", ValueType.DATE, "2025-04-30"),
    entry("figure.metric", ValueType.IDENTIFIER, "logo_churn"),
    entry("figure.scope", ValueType.TEXT, "Enterprise"),
    entry(
        "figure.notes", ValueType.TEXT, "Campaign in April", bare="notes|note|memo|comment|remarks|備考|メモ|コメント"
    ),
)

RATES = (
    entry("rate.month", ValueType.TEXT, "2025-04", bare="month|date|period|day|as of|月|年月|日付|対象月|期日|年月日"),
    entry("rate.currency", ValueType.TEXT, "USD", bare="currency|from|base currency|code|通貨|通貨コード|通貨名|外貨"),
    entry(
        "rate.base", ValueType.TEXT, "JPY", bare="to|quote|quote currency|target currency|基準通貨|対象通貨|換算通貨"
    ),
    entry("rate.pair", ValueType.TEXT, "USD/JPY", bare="pair|currency pair|symbol|ticker|通貨ペア|ペア"),
    entry(
        "rate.value",
        ValueType.TEXT,
        "149.52",
        says="exchange rate|fx rate|conversion rate|mid rate|為替レート|換算レート|適用レート|社内レート|月末レート|"
        "仲値|ttm",
        bare="rate|value|close|adj close|mid|レート|終値|相場|換算率",
    ),
    entry("rate.per", ValueType.TEXT, "100", bare="unit|units|per|単位|通貨単位"),
    entry("rate.source", ValueType.TEXT, "Month-end, TTM", bare="source|出典|出所"),
)
