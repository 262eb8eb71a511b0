"""Words of who grows and by how much, of discounts, fit and referrals."""

from collections.abc import Mapping

from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

DEEPER: Mapping[str, MetricWords] = {
    "expanded_share": MetricWords(
        Words("Customers that expanded", "拡大した顧客の割合"),
        Words(
            "Share of the accounts that paid at the start whose MRR rose in any month of the period.",
            "期首に支払いのあったアカウントのうち、期間中のいずれかの月にMRRが増えた割合です。",
        ),
        Words(
            "Accounts that expanded{part} ÷ accounts with MRR at start{whole}{value}",
            "拡大したアカウント数{part} ÷ 期首にMRRのあるアカウント数{whole}{value}",
        ),
    ),
    "size_after_three_years": MetricWords(
        Words("Size after three years against the first", "3年以上の顧客の契約規模（契約当初比）"),
        Words(
            "MRR today of the customers who began three years ago or earlier, against their MRR in their first month.",
            "契約開始から3年以上のアカウントの現在のMRRが、最初の月のMRRの何倍かを示します。",
        ),
        Words(
            "Their MRR at the end{part} ÷ their MRR in the first month{whole}{value}",
            "期末MRR{part} ÷ 最初の月のMRR{whole}{value}",
        ),
    ),
    "discount_mrr": MetricWords(
        Words("Discounts given", "値引き額（月額）"),
        Words(
            "What the discounts in force at the end of the period take off the MRR at list price.",
            "期末時点で適用中の値引きによって、定価のMRRから減っている金額です。",
        ),
        Words(
            "Sum of list price − price of every active contract line{value}",
            "有効な契約明細の（定価 − 価格）の合計{value}",
        ),
    ),
    "discount_rate": MetricWords(
        Words("Average discount", "平均値引き率"),
        Words("Share of the MRR at list price that discounts take off.", "定価のMRRのうち、値引きされている割合です。"),
        Words("Discounts{part} ÷ MRR at list price{whole}{value}", "値引き額{part} ÷ 定価のMRR{whole}{value}"),
    ),
    "first_renewal_discount_cut": MetricWords(
        Words("Discount cut at first renewal", "初回更新時の値引き率の低下幅"),
        Words(
            "By how many points the discount rate fell at the first renewal, averaged over the accounts that had a "
            "discount at signing or after it. Below zero it rose.",
            "初回更新で値引き率が何ポイント下がったかの平均です。契約時か更新後に値引きのあるアカウントが対象です。"
            "マイナスなら値引きが拡大しています。",
        ),
        Words(
            "Sum of (discount at signing − after the first renewal){part} ÷ accounts{whole}{value}",
            "（契約時の値引き率 − 初回更新後の値引き率）の合計{part} ÷ アカウント数{whole}{value}",
        ),
    ),
    "poor_fit_churn_share": MetricWords(
        Words("Churned MRR with poor fit", "解約MRRに占める不適合顧客の割合"),
        Words(
            "Share of the churned MRR that was of accounts whose fit is poor: sold to the wrong customer.",
            "解約MRRのうち、適合度が「不適合」のアカウントの割合です（売る相手の選び方による解約）。",
        ),
        Words(
            "Churned MRR of poor fits{part} ÷ churned MRR{whole}{value}",
            "不適合アカウントの解約MRR{part} ÷ 解約MRR{whole}{value}",
        ),
    ),
    "referred_mrr": MetricWords(
        Words("Referral MRR", "紹介によるMRR"),
        Words("MRR of the accounts that another customer brought.", "他の顧客の紹介で契約したアカウントのMRRです。"),
        Words(
            "Sum of the MRR of accounts referred by a customer{value}", "顧客の紹介によるアカウントのMRRの合計{value}"
        ),
    ),
    "referred_share": MetricWords(
        Words("Share of referral MRR", "紹介によるMRRの割合"),
        Words(
            "Share of the MRR that is of accounts that another customer brought.",
            "MRRのうち、他の顧客の紹介で契約したアカウントの割合です。",
        ),
        Words("Referral MRR{part} ÷ MRR{whole}{value}", "紹介によるMRR{part} ÷ MRR{whole}{value}"),
    ),
    "accounts_in_use": MetricWords(
        Words("Adoption: accounts in use", "活用率（利用のあるアカウント）"),
        Words(
            "Share of the paying accounts that used the product in the last 30 days of the period.",
            "契約アカウントのうち、期末までの30日間に利用のあった割合です。",
        ),
        Words(
            "Accounts with any use{part} ÷ paying accounts{whole}{value}",
            "利用のあったアカウント数{part} ÷ 契約アカウント数{whole}{value}",
        ),
    ),
}
