"""Words of the metrics that are sums: MRR, accounts and their movements."""

from collections.abc import Mapping

from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

LEVELS: Mapping[str, MetricWords] = {
    "mrr": MetricWords(
        Words("MRR", "MRR（月次経常収益）"),
        Words(
            "Recurring revenue of one month at the end of the period, net of discounts, without tax and one-off fees.",
            "期末時点の1か月あたりの経常収益です。値引き後・税抜で、一時費用は含みません。",
        ),
        Words("Sum of the MRR of every active contract line{value}", "有効な契約明細のMRRの合計{value}"),
    ),
    "arr": MetricWords(
        Words("ARR", "ARR（年次経常収益）"),
        Words("The MRR at the end of the period as a yearly amount.", "期末MRRを年額に換算した金額です。"),
        Words("12 × MRR{value}", "MRR × 12{value}"),
    ),
    "arpa": MetricWords(
        Words("ARPA", "ARPA（平均単価）"),
        Words("Average MRR of an account that has MRR.", "MRRのあるアカウント1社あたりの平均MRRです。"),
        Words("MRR{part} ÷ accounts with MRR{whole}{value}", "MRR{part} ÷ MRRのあるアカウント数{whole}{value}"),
    ),
    "arr_per_account": MetricWords(
        Words("ARR per customer", "1社あたりARR"),
        Words("What an average account that has MRR pays a year.", "MRRのあるアカウント1社あたりの平均年額です。"),
        Words("ARR{part} ÷ accounts with MRR{whole}{value}", "ARR{part} ÷ MRRのあるアカウント数{whole}{value}"),
    ),
    "accounts": MetricWords(
        Words("Paying accounts", "契約アカウント数"),
        Words(
            "Accounts with a paying contract at the end of the period, and those that have paid and are paused.",
            "期末時点で有料契約のあるアカウントの数です。支払いのあと休止しているアカウントも含みます。",
        ),
        Words("Number of accounts with a paying contract{value}", "有料契約のあるアカウントの数{value}"),
    ),
    "start_mrr": MetricWords(
        Words("MRR at start", "期首MRR"),
        Words(
            "MRR of the month before the period, and what was already running when the records begin.",
            "期間の直前の月のMRRです。記録の開始時点ですでに続いていた契約もここに含みます。",
        ),
        Words("MRR just before the period + opening balance{value}", "直前の月のMRR + 記録開始時の残高{value}"),
    ),
    "start_accounts": MetricWords(
        Words("Accounts at start", "期首アカウント数"),
        Words(
            "Paying accounts of the month before the period, and those already there when the records begin.",
            "期間の直前の月の契約アカウント数です。記録の開始時点ですでに契約中のアカウントも含みます。",
        ),
        Words(
            "Accounts just before the period + opening balance{value}",
            "直前の月のアカウント数 + 記録開始時の残高{value}",
        ),
    ),
    "new_mrr": MetricWords(
        Words("New MRR", "新規MRR"),
        Words("MRR of accounts that had never paid before.", "初めて契約したアカウントのMRRです。"),
        Words("Sum over accounts that paid for the first time{value}", "初めて契約したアカウントのMRRの合計{value}"),
    ),
    "reactivation_mrr": MetricWords(
        Words("Reactivation MRR", "再開MRR"),
        Words(
            "MRR of accounts that had left, or were paused, and pay again; they never count as new a second time.",
            "一度解約または休止し、支払いを再開したアカウントのMRRです。新規には数えません。",
        ),
        Words("Sum over accounts that came back{value}", "再開したアカウントのMRRの合計{value}"),
    ),
    "expansion_mrr": MetricWords(
        Words("Expansion MRR", "拡大MRR"),
        Words("MRR gained from accounts that were paying already.", "契約中のアカウントで増えたMRRです。"),
        Words("Sum of the increases of accounts that stayed{value}", "継続アカウントのMRR増加額の合計{value}"),
    ),
    "contraction_mrr": MetricWords(
        Words("Contraction MRR", "縮小MRR"),
        Words(
            "MRR lost from accounts that still pay, or that are paused.",
            "契約を続けている（または休止中の）アカウントで減ったMRRです。",
        ),
        Words("Sum of the decreases of accounts that stayed{value}", "継続アカウントのMRR減少額の合計{value}"),
    ),
    "churned_mrr": MetricWords(
        Words("Churned MRR", "解約MRR"),
        Words("MRR of accounts that no longer pay at all.", "解約したアカウントのMRRです。"),
        Words("Sum of the last MRR of accounts that left{value}", "解約したアカウントの直前のMRRの合計{value}"),
    ),
    "fx_effect": MetricWords(
        Words("FX effect", "為替影響"),
        Words(
            "What other exchange rates alone made of MRR. Never part of expansion, contraction, retention or churn: "
            "those hold both ends at the rates of the start.",
            "為替レートの変動だけによるMRRの増減です。拡大・縮小や継続率・解約率には含めません（期首のレートで比較します）。",
        ),
        Words(
            "Sum of (MRR of those who stayed at the new rates − at the rates of the month before){value}",
            "（継続アカウントのMRR：当月レート換算 − 前月レート換算）の合計{value}",
        ),
    ),
    "new_accounts": MetricWords(
        Words("New accounts", "新規アカウント数"),
        Words(
            "Accounts that pay for the first time, also where they began with a pause.",
            "初めて支払いのあったアカウントの数です。休止中で始まった契約は、支払いが始まった月に数えます。",
        ),
        Words("Number of new accounts, month by month{value}", "各月の新規アカウント数の合計{value}"),
    ),
    "reactivated_accounts": MetricWords(
        Words("Reactivated accounts", "再開アカウント数"),
        Words(
            "Accounts that had left, or were paused, and pay again. Paused ones were customers all along.",
            "一度解約または休止し、支払いを再開したアカウントの数です。休止していたアカウントは、その間も契約アカウント数に含まれています。",
        ),
        Words("Number of accounts that came back, month by month{value}", "各月の再開アカウント数の合計{value}"),
    ),
    "expanded_accounts": MetricWords(
        Words("Expanded accounts", "拡大アカウント数"),
        Words("How often a paying account's MRR rose.", "契約中のアカウントのMRRが増えた件数です。"),
        Words("Number of expansions, month by month{value}", "各月の拡大件数の合計{value}"),
    ),
    "contracted_accounts": MetricWords(
        Words("Contracted accounts", "縮小アカウント数"),
        Words("How often a paying account's MRR fell.", "契約中のアカウントのMRRが減った件数です。"),
        Words("Number of contractions, month by month{value}", "各月の縮小件数の合計{value}"),
    ),
    "churned_accounts": MetricWords(
        Words("Churned accounts", "解約アカウント数"),
        Words("Accounts that stopped paying.", "解約したアカウントの数です。"),
        Words("Number of accounts that left, month by month{value}", "各月の解約アカウント数の合計{value}"),
    ),
}
