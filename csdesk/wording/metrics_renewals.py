"""Words of what became of the MRR that came up for renewal."""

from collections.abc import Mapping

from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

RENEWALS: Mapping[str, MetricWords] = {
    "renewal_mrr_due": MetricWords(
        Words("MRR that came up for renewal", "更新期を迎えたMRR"),
        Words(
            "MRR of the contract lines whose term ended in the period. A line that renews itself every month comes up "
            "every month. 'First archive', which some teams tell apart, has no agreed meaning and is not told apart.",
            "期間中に契約期間が満了した契約明細のMRRです。毎月自動更新の明細は、毎月対象になります。"
            "「ファーストアーカイブ」は定義が定まっていないため、区分していません。",
        ),
        Words(
            "Renewed as is + upgraded + downgraded + withdrawn + undecided{value}",
            "同条件での更新 + 増額更新 + 減額更新 + 解約 + 更新未定{value}",
        ),
    ),
    "renewal_as_is_mrr": MetricWords(
        Words("Renewed as is", "同条件での更新"),
        Words(
            "MRR up for renewal of accounts that pay the same after it.",
            "更新対象MRRのうち、更新後も支払額が変わらないアカウントの分です。",
        ),
        Words("MRR due of accounts that pay the same after the renewal{value}", "更新前後で同額の更新対象MRR{value}"),
    ),
    "renewal_upgraded_mrr": MetricWords(
        Words("Renewed with an upgrade", "増額更新"),
        Words(
            "MRR up for renewal of accounts that pay more after it. What they pay more is not in it.",
            "更新対象MRRのうち、更新後に支払額が増えたアカウントの分です。増えた額は含みません。",
        ),
        Words("MRR due of accounts that pay more after the renewal{value}", "更新後に増額した更新対象MRR{value}"),
    ),
    "renewal_downgraded_mrr": MetricWords(
        Words("Renewed with a downgrade", "減額更新"),
        Words(
            "MRR up for renewal of accounts that pay less after it, and still pay.",
            "更新対象MRRのうち、契約を続けながら更新後に支払額が減ったアカウントの分です。",
        ),
        Words("MRR due of accounts that pay less after the renewal{value}", "更新後に減額した更新対象MRR{value}"),
    ),
    "renewal_withdrawn_mrr": MetricWords(
        Words("Withdrawn at renewal", "更新時の解約"),
        Words(
            "MRR up for renewal of accounts without any service on the day after it.",
            "更新対象MRRのうち、満了の翌日に契約が残っていないアカウントの分です。",
        ),
        Words("MRR due of accounts that left at the renewal{value}", "更新せずに解約した更新対象MRR{value}"),
    ),
    "renewal_undecided_mrr": MetricWords(
        Words("Renewal undecided", "更新未定"),
        Words(
            "MRR up for renewal whose term has passed with neither a renewal nor an end; still counted as active.",
            "更新対象MRRのうち、満了後も更新・終了のどちらも記録されていない分です。契約中として数えます。",
        ),
        Words("MRR due without a decision{value}", "更新・終了が未定の更新対象MRR{value}"),
    ),
    "renewal_gained_mrr": MetricWords(
        Words("Gained at renewal", "更新による増額"),
        Words("What accounts pay more from the day after a renewal.", "更新の翌日から増えたMRRです。"),
        Words("Sum of MRR after − MRR before, of upgrades{value}", "増額更新の（更新後MRR − 更新前MRR）の合計{value}"),
    ),
    "renewal_reduced_mrr": MetricWords(
        Words("Reduced at renewal", "更新による減額"),
        Words(
            "What accounts that stay pay less from the day after a renewal.",
            "契約を続けるアカウントで、更新の翌日から減ったMRRです。",
        ),
        Words(
            "Sum of MRR before − MRR after, of downgrades{value}", "減額更新の（更新前MRR − 更新後MRR）の合計{value}"
        ),
    ),
    "renewal_contracts_due": MetricWords(
        Words("Contracts up for renewal", "更新対象の契約数"),
        Words("Contract lines whose term ended in the period.", "期間中に契約期間が満了した契約明細の数です。"),
        Words("Number of terms that ended{value}", "満了した契約期間の数{value}"),
    ),
    "renewals": MetricWords(
        Words("Renewals", "更新数"),
        Words(
            "Contract lines that were renewed in the period: as they are, for more or for less.",
            "期間中に更新された契約明細の数です（同条件・増額・減額）。",
        ),
        Words("Number of terms that ended and were renewed{value}", "満了して更新された契約期間の数{value}"),
    ),
}
