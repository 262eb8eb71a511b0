"""Words of what is told of the risk register."""

from collections.abc import Mapping

from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

REGISTER: Mapping[str, MetricWords] = {
    "risk_detection": MetricWords(
        Words("Days to detect a risk", "リスクの検知日数"),
        Words(
            "Mean days from the first signal to the day the risk was logged, of the risks logged in the period. Those "
            "that were no risk after all do not count.",
            "期間中に登録したリスクについて、最初の兆候から登録までの平均日数です。リスクではなかったものは除きます。",
        ),
        Words(
            "Days from first signal to logging{part} ÷ risks logged{whole}{value}",
            "最初の兆候から登録までの日数の合計{part} ÷ 登録したリスクの数{whole}{value}",
        ),
    ),
    "risk_first_touch": MetricWords(
        Words("Days to the first touch", "最初のタッチまでの日数"),
        Words(
            "Mean days from the first signal to the first touch with the customer on that day or later, of the risks "
            "logged in the period. Those without a touch since do not count.",
            "期間中に登録したリスクについて、最初の兆候からその後の最初のタッチまでの平均日数です。タッチのないものは除きます。",
        ),
        Words(
            "Days from first signal to first touch{part} ÷ risks touched{whole}{value}",
            "最初の兆候から最初のタッチまでの日数の合計{part} ÷ タッチしたリスクの数{whole}{value}",
        ),
    ),
    "risks_before_notice": MetricWords(
        Words("Seen before notice", "解約通知前の発見率"),
        Words(
            "Share of the risks logged in the period for accounts that had not cancelled any contract in service by "
            "that day. Preventing beats saving.",
            "期間中に登録したリスクのうち、登録時点で有効な契約の解約通知がまだなかったものの割合です。",
        ),
        Words(
            "Risks logged before notice{part} ÷ risks logged{whole}{value}",
            "解約通知前に登録したリスク{part} ÷ 登録したリスク{whole}{value}",
        ),
    ),
    "risks_averted": MetricWords(
        Words("Risks averted", "リスクの回避率"),
        Words(
            "Share of the risks closed in the period that ended without a loss. Those that were no risk after all do "
            "not count.",
            "期間中に終了したリスクのうち、損失なく終わったものの割合です。リスクではなかったものは除きます。",
        ),
        Words(
            "Risks averted{part} ÷ risks closed{whole}{value}",
            "回避したリスク{part} ÷ 終了したリスク{whole}{value}",
        ),
    ),
    "risk_mrr_saved": MetricWords(
        Words("MRR saved from risks", "リスク対応で守ったMRR"),
        Words(
            "Sum of the MRR said to have been saved by the risks closed in the period. It is the team's own word, and "
            "stands apart from MRR movements.",
            "期間中に終了したリスクについて、守ったと記録されたMRRの合計です。チームの記録によるもので、MRRの増減には"
            "含みません。",
        ),
        Words("Sum of MRR saved{value}", "守ったMRRの合計{value}"),
    ),
}
