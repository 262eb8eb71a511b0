"""The words for the closed lists that no page shows but lists of rows tell: charges, ends, priorities, use."""

from collections.abc import Mapping

from csdesk.models.kinds import Charge, EndReading, Priority, UseGrain
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
