"""Words of what customers answer: decision makers apart, response rates, accounts unhappy time and again, the loop."""

from collections.abc import Mapping

from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import Words

_ANSWERED = Words(
    "Answers to what was asked in the period, whenever they came{part} ÷ people asked in the period{whole}{value}",
    "期間中の依頼への回答数（回答日は問わない）{part} ÷ 期間中に依頼した人数{whole}{value}",
)


def _response(survey: str) -> MetricWords:
    return MetricWords(
        Words(f"{survey} response rate", f"{survey}の回答率"),
        Words(
            "Share of the people asked in the period who have answered since. An answer counts to the latest asking of "
            "its person, or else of its account, within the 90 days before it; a person counts once. Where it is not "
            "known who was asked, there is no rate.",
            "期間中に依頼した人のうち、その後回答した人の割合です。回答は、回答日までの90日以内で最も新しい、本人"
            "（なければそのアカウント）への依頼に対応づけ、同じ人は1回だけ数えます。依頼した人数の記録がない場合は"
            "算出しません。",
        ),
        _ANSWERED,
    )


VOICE: Mapping[str, MetricWords] = {
    "nps_decision_makers": MetricWords(
        Words("NPS, decision makers", "NPS（決裁者）"),
        Words(
            "NPS of the answers of decision makers alone, in points from -100 to 100.",
            "決裁者の回答だけで計算したNPSです。-100～100ポイントで表します。",
        ),
        Words(
            "100 × (promoters − detractors){part} ÷ answers{whole}{value}",
            "100 × （推奨者数 − 批判者数）{part} ÷ 回答数{whole}{value}",
        ),
    ),
    "nps_weighted": MetricWords(
        Words("NPS, weighted", "NPS（加重）"),
        Words(
            "NPS in which an answer of a decision maker counts twice, and every other once.",
            "決裁者の回答を2件分、それ以外の回答を1件分として計算したNPSです。",
        ),
        Words(
            "100 × (weights of promoters − of detractors){part} ÷ all weights{whole}{value}",
            "100 × （推奨者の重み − 批判者の重み）{part} ÷ 重みの合計{whole}{value}",
        ),
    ),
    "response_rate_nps": _response("NPS"),
    "response_rate_csat": _response("CSAT"),
    "response_rate_ces": _response("CES"),
    "negative_accounts": MetricWords(
        Words("Consistently negative NPS", "NPS低迷が続くアカウント"),
        Words(
            "Accounts of which the last three NPS answers of the year up to the period's end are all 0 to 6, or both "
            "where there are two; or those of their decision makers.",
            "期末までの1年間で、直近3回（2回しかなければ2回とも）のNPSがすべて0～6点のアカウントです。"
            "決裁者の回答だけで当てはまる場合も含みます。",
        ),
        Words("Number of such accounts{value}", "該当するアカウントの数{value}"),
    ),
    "loop_closed": MetricWords(
        Words("Feedback loop closed", "フィードバックの報告率"),
        Words(
            "Share of the feedback resolved in the period of which the customer has been told.",
            "期間中に対応が完了したフィードバックのうち、結果を顧客に伝えたものの割合です。",
        ),
        Words(
            "Told back to the customer{part} ÷ feedback resolved{whole}{value}",
            "顧客に報告済み{part} ÷ 対応が完了したフィードバック{whole}{value}",
        ),
    ),
}
"""Words of what is in the catalogue."""

ANSWERS: Mapping[str, MetricWords] = {
    "answers_with_score": MetricWords(
        Words("Answers of one score", "その点数の回答数"),
        Words("How many answers of the period gave this score.", "期間中の回答のうち、この点数を付けたものの数です。"),
        Words("Number of answers{value}", "回答の数{value}"),
    ),
}
"""Words of what is told of answers beside the catalogue."""
