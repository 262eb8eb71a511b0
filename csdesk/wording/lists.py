"""The words for the closed lists that only a full export tells: charges, reasons, surveys, costs, use."""

from collections.abc import Mapping

from csdesk.models.kinds import (
    Charge,
    CostPurpose,
    EffortDirection,
    EndReading,
    Priority,
    ReasonFamily,
    SurveyRelation,
    UseGrain,
)
from csdesk.wording.speech import Words

CHARGES: Mapping[str, Words] = {
    Charge.RECURRING: Words("Recurring", "継続"),
    Charge.ONE_OFF: Words("One-off", "一回限り"),
    Charge.USAGE: Words("By use", "従量"),
}

END_READINGS: Mapping[str, Words] = {
    EndReading.LAST_DAY: Words("Last day of service", "利用最終日"),
    EndReading.DAY_AFTER: Words("First day without service", "利用終了の翌日"),
}

REASON_FAMILIES: Mapping[str, Words] = {
    ReasonFamily.ADOPTION: Words("Adoption", "定着"),
    ReasonFamily.FIT: Words("Fit", "適合"),
    ReasonFamily.GAP: Words("Gap in the product", "機能不足"),
    ReasonFamily.UNAVOIDABLE: Words("Unavoidable", "不可避"),
    ReasonFamily.RIVAL: Words("Rival", "競合"),
    ReasonFamily.PRICE: Words("Price and value", "価格・価値"),
    ReasonFamily.RELATIONSHIP: Words("Relationship", "関係性"),
    ReasonFamily.UNKNOWN: Words("Unknown", "不明"),
}

RELATIONS: Mapping[str, Words] = {
    SurveyRelation.TRANSACTIONAL: Words("About one event", "個別の対応について"),
    SurveyRelation.RELATIONAL: Words("About the relationship", "関係全体について"),
}

DIRECTIONS: Mapping[str, Words] = {
    EffortDirection.HIGH_IS_EASY: Words("High is easy", "高いほど容易"),
    EffortDirection.HIGH_IS_HARD: Words("High is hard", "高いほど困難"),
}

PRIORITIES: Mapping[str, Words] = {
    Priority.LOW: Words("Low", "低"),
    Priority.NORMAL: Words("Normal", "通常"),
    Priority.HIGH: Words("High", "高"),
    Priority.URGENT: Words("Urgent", "緊急"),
}

PURPOSES: Mapping[str, Words] = {
    CostPurpose.ACQUISITION: Words("Acquisition", "獲得"),
    CostPurpose.RETENTION: Words("Retention", "維持"),
    CostPurpose.OTHER: Words("Other", "その他"),
}

GRAINS: Mapping[str, Words] = {
    UseGrain.EVENT: Words("Event", "イベント"),
    UseGrain.DAY: Words("Day", "日"),
    UseGrain.MONTH: Words("Month", "月"),
}
