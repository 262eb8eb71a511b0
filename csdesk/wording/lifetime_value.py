"""Words of the formulas of lifetime value."""

from csdesk.wording.speech import Words

LTV_NAMES = {
    "churn": Words("ARPA × margin ÷ churn (the usual)", "平均単価 × 粗利率 ÷ 解約率（標準）"),
    "purchases": Words("Average price × purchases", "平均単価 × 購入回数"),
    "frequency": Words("Average price × frequency × duration", "平均単価 × 購入頻度 × 継続期間"),
    "percent": Words("Price × 100 ÷ churn in percent", "単価 × 100 ÷ 解約率（%）"),
    "years": Words("Yearly amount × margin × years", "年間取引額 × 粗利率 × 継続年数"),
    "less_costs": Words(
        "Price × margin × frequency × duration − costs", "単価 × 粗利率 × 頻度 × 期間 − 獲得・維持費用"
    ),
}
"""The formulas of lifetime value a team may choose from."""

LTV_FORMULAS = {
    "purchases": Words(
        "Average price (ARPA){part} × purchases in a customer's life{whole}{value}",
        "平均単価 (ARPA){part} × 購入回数{whole}{value}",
    ),
    "frequency": Words(
        "Average price (ARPA){part} × payments a year × years{whole}{value}",
        "平均単価 (ARPA){part} × 年間購入頻度 × 継続年数{whole}{value}",
    ),
    "percent": Words(
        "ARPA × margin{part} × 100 ÷ mean monthly churn{how} in percent{whole}{value}",
        "ARPA × 粗利率{part} × 100 ÷ {how}月次解約率の平均（%）{whole}{value}",
    ),
    "years": Words(
        "Yearly amount × margin{part} × years{whole}{value}",
        "年間取引額 × 粗利率{part} × 継続年数{whole}{value}",
    ),
    "less_costs": Words(
        "ARPA × margin × payments a year × years{part} − cost to win and keep{whole}{value}",
        "ARPA × 粗利率 × 年間購入頻度 × 継続年数{part} − 獲得・維持費用{whole}{value}",
    ),
}
"""Lifetime value by any other formula than the house's."""
