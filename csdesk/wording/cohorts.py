"""Words of cohorts: what they follow, by what they begin, and what stands in a chart of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.models.weeks import Week
from csdesk.wording.charts import period_name
from csdesk.wording.metric_words import MetricWords
from csdesk.wording.speech import MONTHS, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.models.kinds import Language
    from csdesk.models.months import Period

KINDS = {
    "logo": Words("Accounts kept", "アカウントの継続"),
    "revenue": Words("MRR kept", "MRRの継続"),
    "gross": Words("MRR kept, growth left out", "MRRの継続（増加分を除く）"),
    "users": Words("Users active", "ユーザーの利用"),
}
PERIODS = {
    "week": Words("Weeks", "週"),
    "month": Words("Months", "月"),
    "quarter": Words("Quarters", "四半期"),
    "year": Words("Years", "年"),
}
DOINGS = {
    "login": Words("Any use", "何らかの利用"),
    "value": Words("Use that counts as value", "価値ある利用"),
    "threshold": Words("One measure, at least", "指標ごとの回数"),
}
CURVES = {
    "cohorts": Words("Cohorts and their mean", "コホート別と平均"),
    "marker": Words("Before and after: {title}", "「{title}」の前後"),
    "groups": Words("Groups", "グループ別"),
    "roles": Words("Roles of users", "ユーザーの役割別"),
    "features": Words("Measures of use", "利用指標別"),
}
TITLES = {
    "logo": Words("Accounts kept, by start", "開始時期別の継続率（アカウント数）"),
    "revenue": Words("MRR kept, by start", "開始時期別の売上継続率（MRR）"),
    "gross": Words("MRR kept without growth, by start", "開始時期別の総売上継続率（増加分を除く）"),
    "users": Words("Users active, by first use", "利用開始時期別のアクティブ率"),
}
AGES = {
    "week": Words("Weeks since the start", "開始からの週数"),
    "month": Words("Months since the start", "開始からの月数"),
    "quarter": Words("Quarters since the start", "開始からの四半期数"),
    "year": Words("Years since the start", "開始からの年数"),
}
AGED = {
    "week": Words("week {age}", "{age}週後"),
    "month": Words("month {age}", "{age}か月後"),
    "quarter": Words("quarter {age}", "{age}四半期後"),
    "year": Words("year {age}", "{age}年後"),
}
MEAN = Words("Weighted mean", "加重平均")
TOTAL = Words("All together", "合計")
BEFORE = Words("Started before {title}", "「{title}」より前に開始")
SINCE = Words("Started since {title}", "「{title}」以降に開始")
MIDDLE_HALF = Words("middle half of the cohorts", "コホートの中央50％")
COHORT_METRICS: Mapping[str, MetricWords] = {
    "cohort_gross_revenue_retention": MetricWords(
        Words("Cohort: gross revenue retention", "コホート：総売上継続率"),
        Words(
            "What is left of the first MRR of the accounts that began in one period, account by account, growth left "
            "out. Never above 100%.",
            "同じ期間に契約を始めたアカウントの最初のMRRのうち、残っている割合です。アカウントごとに計算し、増加分は"
            "含めません。100%を超えません。",
        ),
        Words(
            "Sum of the smaller of first MRR and MRR now{part} ÷ first MRR{whole}{value}",
            "開始時と経過期間後の小さい方のMRRの合計{part} ÷ 開始時のMRR{whole}{value}",
        ),
    ),
    "cohort_login": MetricWords(
        Words("Cohort: users active", "コホート：アクティブ率"),
        Words(
            "Share of the users who first used the product in one period and use it in a later one.",
            "同じ期間に利用を始めたユーザーのうち、その後の期間にも利用した割合です。",
        ),
        Words(
            "Users active{part} ÷ users who began{whole}{value}",
            "アクティブユーザー数{part} ÷ 利用開始ユーザー数{whole}{value}",
        ),
    ),
    "cohort_value": MetricWords(
        Words("Cohort: users active with value", "コホート：価値ある利用の割合"),
        Words(
            "Share of the users who first used the product in one period and do what counts as value in a later one.",
            "同じ期間に利用を始めたユーザーのうち、その後の期間に価値ある利用をした割合です。",
        ),
        Words(
            "Users with use of value{part} ÷ users who began{whole}{value}",
            "価値ある利用をしたユーザー数{part} ÷ 利用開始ユーザー数{whole}{value}",
        ),
    ),
    "cohort_threshold": MetricWords(
        Words("Cohort: users at or above a threshold", "コホート：しきい値以上のユーザーの割合"),
        Words(
            "Share of the users who first used the product in one period and later reach so much of a measure.",
            "同じ期間に利用を始めたユーザーのうち、その後の期間に指標がしきい値に達した割合です。",
        ),
        Words(
            "Users at or above it{part} ÷ users who began{whole}{value}",
            "しきい値以上のユーザー数{part} ÷ 利用開始ユーザー数{whole}{value}",
        ),
    ),
}
_WEEK = Words("{year} W{week} ({day} {month})", "{year}年第{week}週（{number}/{day}）")


def start_name(start: Period | Week, language: Language) -> str:
    """What a cohort is called: Mar 2024, 2024年3月; a week by its ISO number and its Monday: 2024 W5 (29 Jan)."""
    return week_name(start, language) if isinstance(start, Week) else period_name(start, language)


def week_name(week: Week, language: Language) -> str:
    """A week by its ISO number and its Monday."""
    (year, number), monday = week.number, week.first_day
    parts = {"month": MONTHS[monday.month - 1], "number": monday.month, "day": monday.day}
    return _WEEK.say(language, year=year, week=number, **parts)
