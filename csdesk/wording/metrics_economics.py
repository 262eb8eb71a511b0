"""Words of the forms of lifetime value, of costs against revenue, and of what would be if more customers stayed."""

from collections.abc import Mapping

from csdesk.wording.lifetime_value import LTV_FORMULAS
from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

ECONOMICS: Mapping[str, MetricWords] = {
    "ltv_plain": MetricWords(
        Words("LTV by churn", "LTV（解約率）"),
        Words(
            "What an average account pays until it leaves, before any margin.",
            "平均的なアカウントが解約までに支払う金額です（粗利率は考慮しません）。",
        ),
        Words(
            "ARPA{part} ÷ mean monthly churn{how}{whole}{value}",
            "ARPA{part} ÷ {how}月次解約率の平均{whole}{value}",
        ),
    ),
    "ltv_with_margin": MetricWords(
        Words("LTV with margin", "LTV（粗利率込み）"),
        Words(
            "What an average account earns until it leaves, at the gross margin.",
            "平均的なアカウントが解約までにもたらす粗利です。",
        ),
        Words(
            "ARPA × margin{part} ÷ mean monthly churn{how}{whole}{value}",
            "ARPA × 粗利率{part} ÷ {how}月次解約率の平均{whole}{value}",
        ),
    ),
    "ltv_purchases": MetricWords(
        Words("LTV 1: price × purchases", "LTV①：単価 × 購入回数"),
        Words(
            "Average price times the payments in a customer's life.",
            "平均単価に、1社が取引期間中に支払う回数を掛けた金額です。",
        ),
        LTV_FORMULAS["purchases"],
    ),
    "ltv_frequency": MetricWords(
        Words("LTV 2: price × frequency × duration", "LTV②：単価 × 購入頻度 × 継続期間"),
        Words(
            "Average price times payments a year times the years a customer stays.",
            "平均単価に、年間の購入頻度と継続年数を掛けた金額です。",
        ),
        LTV_FORMULAS["frequency"],
    ),
    "ltv_percent": MetricWords(
        Words("LTV 3: price × 100 ÷ churn in percent", "LTV③：単価 × 100 ÷ 解約率（%）"),
        Words(
            "The usual lifetime value, with churn as a number of percent.",
            "標準の計算式と同じ値を、パーセント表記の解約率で求めたものです。",
        ),
        LTV_FORMULAS["percent"],
    ),
    "ltv_years": MetricWords(
        Words("LTV 4: yearly amount × margin × years", "LTV④：年間取引額 × 粗利率 × 継続年数"),
        Words(
            "What a customer pays a year, at the margin, for the years it stays.",
            "年間取引額に、粗利率と継続年数を掛けた金額です。",
        ),
        LTV_FORMULAS["years"],
    ),
    "ltv_less_costs": MetricWords(
        Words("LTV 5: after acquisition and retention cost", "LTV⑤：獲得・維持費用を差し引いた値"),
        Words(
            "What a customer earns while it stays, less what it costs to win and to keep it.",
            "取引期間中の粗利から、獲得費用と維持費用を差し引いた金額です。",
        ),
        LTV_FORMULAS["less_costs"],
    ),
    "revenue_less_costs": MetricWords(
        Words("Revenue less costs", "売上 − 獲得・維持費用"),
        Words(
            "What the period's months brought, less what was spent on winning and keeping customers; below zero is a "
            "warning to review. Channels have their own costs; in all other groups acquisition cost is shared out "
            "evenly over new accounts, retention cost over accounts that pay.",
            "期間中の各月のMRRの合計から、獲得費用と維持費用を差し引いた金額です。マイナスは見直しの合図です。"
            "獲得チャネル別ではチャネルごとの費用を、それ以外の切り口では獲得費用を新規アカウントに、維持費用を"
            "契約中のアカウントに均等に割り当てます。",
        ),
        Words(
            "MRR of the months, summed{part} − acquisition and retention cost{whole}{value}",
            "各月のMRRの合計{part} − 獲得・維持費用{whole}{value}",
        ),
    ),
    "cost_to_serve": MetricWords(
        Words("Cost to serve", "対応コスト"),
        Words(
            "What the touches of the period cost. Touches without minutes, or by people without an hourly rate, are "
            "not in it.",
            "期間中のタッチにかかった費用です。所要時間のないタッチと、時間単価のない担当者のタッチは含みません。",
        ),
        Words("Minutes of touch × hourly rate ÷ 60, summed{value}", "タッチの分数 × 時間単価 ÷ 60 の合計{value}"),
    ),
    "cost_to_serve_share": MetricWords(
        Words("Cost to serve of MRR", "対応コスト率（対MRR）"),
        Words(
            "What the touches of the period cost, as a share of the MRR of its months.",
            "期間中のタッチにかかった費用が、各月のMRRの合計に占める割合です。",
        ),
        Words(
            "Cost of touches{part} ÷ MRR of the months, summed{whole}{value}",
            "タッチの費用{part} ÷ 各月のMRRの合計{whole}{value}",
        ),
    ),
}
"""Words of what is in the catalogue."""

WHAT_IF: Mapping[str, MetricWords] = {
    "what_if_retention": MetricWords(
        Words("Accounts kept over a year", "年間のアカウント継続率"),
        Words(
            "The share of accounts that a year of the mean monthly churn leaves.",
            "平均の月次解約率が1年続いたときに残るアカウントの割合です。",
        ),
        Words("(1 − mean monthly churn)^12{value}", "（1 − 月次解約率の平均）^12{value}"),
    ),
    "what_if_ltv": MetricWords(
        Words("LTV at that retention", "その継続率でのLTV"),
        Words(
            "What an average account brings at the monthly churn that compounds to that yearly retention.",
            "その年間継続率に相当する月次解約率でのLTVです。",
        ),
        Words(
            "ARPA × margin{part} ÷ (1 − retention^(1/12)){whole}{value}",
            "ARPA × 粗利率{part} ÷ （1 − 継続率^(1/12)）{whole}{value}",
        ),
    ),
    "what_if_mrr": MetricWords(
        Words("Today's MRR in 12 months", "現在のMRRの12か月後"),
        Words(
            "What is left in twelve months of the MRR of today's customers, without new ones and at today's prices.",
            "新規の顧客や価格の変更がないとして、現在の顧客のMRRのうち12か月後に残る金額です。",
        ),
        Words("MRR{part} × yearly retention{whole}{value}", "MRR{part} × 年間継続率{whole}{value}"),
    ),
    "what_if_profit": MetricWords(
        Words("Profit of 12 months from today's customers", "現在の顧客から得る12か月間の利益"),
        Words(
            "What today's customers earn in the next twelve months at the gross margin, as they leave month by month, "
            "less what keeping them has cost of late, taken for a year. Winning new ones is not in it.",
            "現在の顧客が月ごとに減っていくとして、今後12か月間に得る粗利から、最近の維持費用（年額換算）を差し引いた"
            "金額です。新規獲得の売上と費用は含みません。",
        ),
        Words(
            "MRR × margin of 12 months{part} − retention cost of a year{whole}{value}",
            "12か月分のMRR × 粗利率{part} − 1年分の維持費用{whole}{value}",
        ),
    ),
}
"""Words of what would be if more customers stayed."""
