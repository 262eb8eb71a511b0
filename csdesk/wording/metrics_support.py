"""Words of figures of support tickets."""

from collections.abc import Mapping

from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

SUPPORT: Mapping[str, MetricWords] = {
    "ticket_first_response": MetricWords(
        Words("First response time", "初回応答時間"),
        Words(
            "Mean hours from the opening of a ticket to its first answer, of the tickets opened in the period that "
            "have had one. A figure of support, not of success: customers who do well ask too.",
            "期間中に受け付けた問い合わせのうち、初回の回答を済ませたものの、受付から初回回答までの平均時間です。"
            "サポートの指標であり、カスタマーサクセスの成果とは分けて見ます。",
        ),
        Words(
            "Hours to the first answer, summed{part} ÷ tickets answered{whole}{value}",
            "初回回答までの時間の合計{part} ÷ 回答した問い合わせ数{whole}{value}",
        ),
    ),
    "ticket_resolution": MetricWords(
        Words("Resolution rate", "解決率"),
        Words(
            "Share of the tickets opened in the period that are closed by the as-of date.",
            "期間中に受け付けた問い合わせのうち、基準日までに完了したものの割合です。",
        ),
        Words(
            "Closed by the as-of date{part} ÷ tickets opened in the period{whole}{value}",
            "基準日までに完了{part} ÷ 期間中に受け付けた問い合わせ数{whole}{value}",
        ),
    ),
    "ticket_handling": MetricWords(
        Words("Handling time", "対応時間"),
        Words(
            "Mean days from opening to closing of the tickets closed in the period.",
            "期間中に完了した問い合わせの、受付から完了までの平均日数です。",
        ),
        Words(
            "Days from opening to closing, summed{part} ÷ tickets closed{whole}{value}",
            "受付から完了までの日数の合計{part} ÷ 完了した問い合わせ数{whole}{value}",
        ),
    ),
}
