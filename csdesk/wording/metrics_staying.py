"""Words of renewals, lifetimes, and churn by why it happened."""

from collections.abc import Mapping

from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

STAYING: Mapping[str, MetricWords] = {
    "renewal_rate": MetricWords(
        Words("Renewal rate", "契約更新率"),
        Words(
            "Share of the accounts whose term ended in the period that stayed. Undecided renewals have not left.",
            "期間中に更新日を迎えたアカウントのうち、契約が続いた割合です。更新未定は解約に含めません。",
        ),
        Words(
            "Accounts that stayed at renewal{part} ÷ accounts due for renewal{whole}{value}",
            "更新して継続したアカウント数{part} ÷ 更新対象アカウント数{whole}{value}",
        ),
    ),
    "first_renewal_churn": MetricWords(
        Words("First-renewal churn", "初回更新時の解約率"),
        Words(
            "Share of the accounts whose first term ended in the period that had no service the day after. "
            "Renewals that are still to come do not count.",
            "期間中に初回の更新日を迎えたアカウントのうち、翌日以降の契約がなかった割合です。"
            "これから更新日を迎えるアカウントは含めません。",
        ),
        Words(
            "Accounts lost at their first renewal{part} ÷ accounts due for the first time{whole}{value}",
            "初回更新時に解約したアカウント数{part} ÷ 初回の更新対象アカウント数{whole}{value}",
        ),
    ),
    "first_renewal_rate": MetricWords(
        Words("First-renewal rate", "初回更新率"),
        Words(
            "Share of the accounts whose first term ended in the period that stayed: what a sale was worth.",
            "期間中に初回の更新日を迎えたアカウントのうち、契約が続いた割合です。受注の質を表します。",
        ),
        Words(
            "Accounts that stayed at their first renewal{part} ÷ accounts due for the first time{whole}{value}",
            "初回更新で継続したアカウント数{part} ÷ 初回の更新対象アカウント数{whole}{value}",
        ),
    ),
    "lost_mrr_rate": MetricWords(
        Words("Logo churn by MRR", "ロゴ解約率（MRR基準）"),
        Words(
            "Share of the MRR at start that left with whole accounts: logo churn, weighed by what they paid.",
            "期首MRRのうち、解約したアカウントが占めていた割合です。ロゴ解約率を金額で重み付けした値です。",
        ),
        Words(
            "MRR at start of accounts lost{part} ÷ MRR at start{whole}{value}",
            "解約アカウントの期首MRR{part} ÷ 期首MRR{whole}{value}",
        ),
    ),
    "avoidable_mrr_churn": MetricWords(
        Words("Avoidable MRR churn", "回避可能なMRR解約率"),
        Words(
            "Share of the MRR at start that left with accounts whose reason was not unavoidable.",
            "期首MRRのうち、不可避（買収・倒産など）以外の理由で解約したアカウントの割合です。",
        ),
        Words(
            "MRR at start of accounts lost avoidably{part} ÷ MRR at start{whole}{value}",
            "回避できた解約の期首MRR{part} ÷ 期首MRR{whole}{value}",
        ),
    ),
    "silent_mrr_churn": MetricWords(
        Words("Silent MRR churn", "理由不明のMRR解約率"),
        Words(
            "Share of the MRR at start that left with accounts whose reason is not known. The aim is 0.",
            "期首MRRのうち、理由がわからないまま解約したアカウントの割合です。目標は0%です。",
        ),
        Words(
            "MRR at start of accounts lost without a known reason{part} ÷ MRR at start{whole}{value}",
            "理由不明の解約の期首MRR{part} ÷ 期首MRR{whole}{value}",
        ),
    ),
    "regrettable_mrr_churn": MetricWords(
        Words("Regrettable MRR churn", "適合顧客のMRR解約率"),
        Words(
            "Share of the MRR at start that left with accounts of good fit.",
            "期首MRRのうち、自社に適した顧客の解約で失った割合です。",
        ),
        Words(
            "MRR at start of lost accounts of good fit{part} ÷ MRR at start{whole}{value}",
            "適合アカウントの解約の期首MRR{part} ÷ 期首MRR{whole}{value}",
        ),
    ),
    "upsell_rate": MetricWords(
        Words("Upsell rate", "アップセル率"),
        Words(
            "Share of the accounts at start that pay more at the end than at the start.",
            "期首のアカウントのうち、期末のMRRが期首より増えたアカウントの割合です。",
        ),
        Words(
            "Accounts that pay more at the end{part} ÷ accounts with MRR at start{whole}{value}",
            "MRRが増えたアカウント数{part} ÷ 期首にMRRのあるアカウント数{whole}{value}",
        ),
    ),
    "median_lifetime": MetricWords(
        Words("Median lifetime", "継続期間の中央値"),
        Words(
            "The months by which half of the customers have left; those who are still there are counted as far as they "
            "have been seen (Kaplan-Meier). A stretch of paying months is one lifetime.",
            "顧客の半数が解約するまでの月数です（カプラン・マイヤー法）。継続中の顧客は、これまでの期間だけ数えます。"
            "途切れのない契約期間を1件とします。",
        ),
        Words(
            "First month at which the share still there is at most 50%; ended{part}, in all{whole}{value}",
            "継続率が50%以下になる最初の月。終了した契約期間{part}、全体{whole}{value}",
        ),
    ),
    "survival": MetricWords(
        Words("Still there", "継続している割合"),
        Words(
            "Share of lifetimes that last longer than so many months (Kaplan-Meier). Those seen no further than this "
            "month are still at risk in it.",
            "この月数を超えて続く契約期間の割合です（カプラン・マイヤー法）。"
            "この月で観測が終わったものも、この月の観測対象に含めます。",
        ),
        Words(
            "Still there{how}: what was left before × (1 − ended just then{part} ÷ at risk{whole}){value}",
            "継続割合{how}：直前の割合 ×（1 − この月に終了した数{part} ÷ 観測対象数{whole}）{value}",
        ),
    ),
    "outlook_grows": MetricWords(
        Words("Grows within a year", "1年以内に増額"),
        Words(
            "Share of the account-years of the last three years, by where the account stood at the beginning, after "
            "which it paid more; at the exchange rates of the beginning. The chance of the year ahead, if it is like "
            "those behind.",
            "過去3年のアカウント年（年初の位置別）のうち、1年後のMRRが増えていたものの割合です（年初の為替レートで換算）。"
            "今後も過去と同じ傾向が続くと仮定した場合の確率です。",
        ),
        Words(
            "Account-years that grew{part} ÷ account-years{whole}{value}",
            "増額したアカウント年{part} ÷ アカウント年{whole}{value}",
        ),
    ),
    "outlook_stays": MetricWords(
        Words("Stays within a year", "1年後も同額以下で継続"),
        Words(
            "Share of the account-years of the last three years, by where the account stood at the beginning, after "
            "which it paid as much or less.",
            "過去3年のアカウント年（年初の位置別）のうち、1年後のMRRが同額または減額で継続していたものの割合です。",
        ),
        Words(
            "Account-years that stayed{part} ÷ account-years{whole}{value}",
            "継続したアカウント年{part} ÷ アカウント年{whole}{value}",
        ),
    ),
    "outlook_leaves": MetricWords(
        Words("Leaves within a year", "1年以内に解約"),
        Words(
            "Share of the account-years of the last three years, by where the account stood at the beginning, after "
            "which it paid nothing any more.",
            "過去3年のアカウント年（年初の位置別）のうち、1年後に解約していたものの割合です。",
        ),
        Words(
            "Account-years after which the account had left{part} ÷ account-years{whole}{value}",
            "解約したアカウント年{part} ÷ アカウント年{whole}{value}",
        ),
    ),
    "churn_by_reason": MetricWords(
        Words("Share of churned accounts", "解約アカウントに占める割合"),
        Words(
            "Share of the accounts that left in the period whose last contract ended for this reason.",
            "期間中に解約したアカウントのうち、最後の契約がこの理由で終わった割合です。",
        ),
        Words(
            "Accounts lost for this reason{part} ÷ accounts lost{whole}{value}",
            "この理由の解約アカウント数{part} ÷ 解約アカウント数{whole}{value}",
        ),
    ),
    "churned_mrr_by_reason": MetricWords(
        Words("Share of churned MRR", "解約MRRに占める割合"),
        Words(
            "Share of the MRR at start of the accounts that left in the period that was lost for this reason.",
            "期間中に解約したアカウントの期首MRRのうち、この理由で失った割合です。",
        ),
        Words(
            "MRR at start lost for this reason{part} ÷ MRR at start of accounts lost{whole}{value}",
            "この理由の解約の期首MRR{part} ÷ 解約アカウントの期首MRR{whole}{value}",
        ),
    ),
}
