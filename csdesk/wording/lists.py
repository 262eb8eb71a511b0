"""The words for the closed lists that no page shows but lists of rows tell: charges, ends, priorities, use,
deals, feedback, figures of periods."""

from collections.abc import Mapping

from csdesk.models.kinds import (
    Charge,
    DealOutcome,
    DealReview,
    EndReading,
    FeedbackKind,
    Priority,
    UseGrain,
)
from csdesk.models.levels import Level
from csdesk.models.reporting import FigureKind
from csdesk.wording.speech import Words

CHARGES: Mapping[str, Words] = {
    Charge.RECURRING: Words("Recurring", "継続課金"),
    Charge.ONE_OFF: Words("Once only", "一括（1回のみ）"),
    Charge.USAGE: Words("By use", "従量課金"),
}

END_READINGS: Mapping[str, Words] = {
    EndReading.LAST_DAY: Words("The last day of service", "利用最終日"),
    EndReading.DAY_AFTER: Words("The first day without it", "利用終了の翌日"),
}

PRIORITIES: Mapping[str, Words] = {
    Priority.LOW: Words("Low", "低"),
    Priority.NORMAL: Words("Normal", "中"),
    Priority.HIGH: Words("High", "高"),
    Priority.URGENT: Words("Urgent", "緊急"),
}

GRAINS: Mapping[str, Words] = {
    UseGrain.EVENT: Words("Event", "イベント"),
    UseGrain.DAY: Words("Day", "日"),
    UseGrain.MONTH: Words("Month", "月"),
}

DEAL_OUTCOMES: Mapping[str, Words] = {
    DealOutcome.OPEN: Words("Open", "進行中"),
    DealOutcome.WON: Words("Won", "受注"),
    DealOutcome.LOST: Words("Lost", "失注"),
}

DEAL_REVIEWS: Mapping[str, Words] = {
    DealReview.CLEARED: Words("Cleared", "承認"),
    DealReview.VETOED: Words("Vetoed", "拒否"),
    DealReview.CONDITIONS: Words("With conditions", "条件付き"),
}

FEEDBACK_KINDS: Mapping[str, Words] = {
    FeedbackKind.STRETCH: Words("At the product's limits", "限界への挑戦"),
    FeedbackKind.FAILURE: Words("Something fails", "不具合・不満"),
    FeedbackKind.QUESTION: Words("Question", "質問"),
    FeedbackKind.PRICE: Words("Price talk", "価格の相談"),
    FeedbackKind.OTHER: Words("Other", "その他"),
}

FIGURE_KINDS: Mapping[str, Words] = {
    FigureKind.ACTUAL: Words("Actual", "実績"),
    FigureKind.TARGET: Words("Target", "目標"),
}

LEVELS: Mapping[str, Words] = {
    Level.INITIAL: Words(
        "Everyone looks after their customers in their own way.", "顧客対応の進め方は、担当者それぞれに任せています。"
    ),
    Level.REPEATABLE: Words(
        "What worked once we do again, and we note who spoke with whom and when.",
        "うまくいった対応を繰り返し、誰がいつ誰と話したかを記録しています。",
    ),
    Level.DEFINED: Words(
        "We have agreed who does what and when, and everyone works that way.",
        "誰がいつ何をするかを決めてあり、全員がそのとおりに進めています。",
    ),
    Level.MANAGED: Words(
        "We measure how our work goes, and our records are complete enough for it.",
        "活動の結果を数値で測っており、そのための記録もおおむね揃っています。",
    ),
    Level.OPTIMISED: Words(
        "We change how we work by what the figures show, and look whether it helped.",
        "数値をもとに進め方そのものを見直し、効果があったかまで確かめています。",
    ),
}
"""What a team says of itself, by `Level`."""
