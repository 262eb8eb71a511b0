"""Words of the figures of what may come."""

from collections.abc import Mapping

from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

AHEAD: Mapping[str, MetricWords] = {
    "forecast_mrr": MetricWords(
        Words("MRR forecast", "MRR予測"),
        Words(
            "MRR at the end of a month to come, if the months ahead are like those behind. Eight of ten such forecasts "
            "should end within the range.",
            "これまでの月と同じ傾向が続いた場合の、将来の月末MRRです。10回のうち8回は予測区間に収まる見込みです。",
        ),
        Words(
            "Each month: MRR before × (1 + what accounts usually gain or lose) + what usually comes new, from MRR today"
            "{part}{value}",
            "毎月：前月のMRR ×（1 + 既存アカウントの平均増減率）+ 新規の平均。現在のMRR{part}から計算{value}",
        ),
    ),
    "signed_mrr": MetricWords(
        Words("Signed and known alone", "契約済み・予定分のみ"),
        Words(
            "MRR at the end of a month to come if nothing happens but what is signed to start, and known to end.",
            "契約済みの開始と、確定している終了だけが起きた場合の、将来の月末MRRです。",
        ),
        Words("MRR of every line that runs on that day{value}", "その日に有効な契約のMRR合計{value}"),
    ),
    "accounts_leaving": MetricWords(
        Words("Accounts that may leave", "解約が見込まれるアカウント数"),
        Words(
            "How many of today's accounts may have left by then, at the chance of the months behind. The range is wide "
            "where few months are known, and nobody having left does not mean that nobody will.",
            "過去の月次解約率が続いた場合に、その時点までに解約が見込まれるアカウント数です。記録が短いほど範囲は広くなり、"
            "過去の解約が0件でも今後0件とは限りません。",
        ),
        Words(
            "Accounts × (1 − (1 − left{part} ÷ account-months{whole}) to the power of the months){value}",
            "アカウント数 ×（1 −（1 − 解約数{part} ÷ 延べアカウント月数{whole}）の月数乗）{value}",
        ),
    ),
    "renewals_due": MetricWords(
        Words("Up for renewal", "更新対象MRR"),
        Words(
            "MRR of the lines whose term ends in the month and of which nothing is decided yet.",
            "その月に契約期間が満了し、更新がまだ決まっていない契約のMRRです。",
        ),
        Words("MRR of these lines{value}", "該当する契約のMRR合計{value}"),
    ),
    "renewals_kept": MetricWords(
        Words("Renewals kept", "更新見込みMRR"),
        Words(
            "What is kept of the MRR up for renewal, if as many accounts stay as did when theirs came up before.",
            "これまでと同じ割合で更新された場合に、更新対象のMRRのうち継続が見込まれる金額です。",
        ),
        Words(
            "MRR up for renewal{part} × share of accounts that stayed before{value}",
            "更新対象MRR{part} × これまでの更新率{value}",
        ),
    ),
    "payments_ahead": MetricWords(
        Words("Payments in 12 months", "今後12か月の入金予定"),
        Words(
            "What falls due in the twelve months after the day: each line's amount where a billing interval begins.",
            "基準日から12か月間に支払期日が来る金額です。各契約の請求サイクルの開始日に1回分を数えます。",
        ),
        Words("Amount of an interval × intervals that begin{value}", "1回分の金額 × 期間内に始まる請求回数{value}"),
    ),
}
