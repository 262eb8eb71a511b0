"""What the demo's team tells its board: targets, one of them revised, and wins."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.reporting import WinKind
from csdesk.usecases.demo import cast
from csdesk.wording.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.usecases.demo.life import Actor, Stage

_FIRST_YEAR = Words("What the best quarter of last year was", "前年の最も良い四半期の水準")
_REVISED = Words(
    "Out of reach after the price change; a step that can be taken",
    "価格改定後は届かないため、達成できる値に見直し",
)
_TARGETS = (
    (MetricId.NET_REVENUE_RETENTION, PeriodKind.QUARTER, 6, 1.05, _FIRST_YEAR),
    (MetricId.NET_REVENUE_RETENTION, PeriodKind.QUARTER, 2, 1.01, _REVISED),
    (MetricId.LOGO_CHURN, PeriodKind.QUARTER, 4, 0.04, _FIRST_YEAR),
    (MetricId.GROSS_REVENUE_RETENTION, PeriodKind.QUARTER, 4, 0.95, _FIRST_YEAR),
    (MetricId.NPS, PeriodKind.QUARTER, 4, 30.0, _FIRST_YEAR),
    (MetricId.NET_MRR_CHURN, PeriodKind.MONTH, 12, 0.01, _FIRST_YEAR),
)
"""Metric, for which periods, how many of them ago, value, why."""
_WINS = (
    (WinKind.OUTCOME, 12, Words("Month end in two days instead of five", "月次決算を5日から2日に短縮"),
     Words("They told their whole group about it", "グループ全社に紹介していただいた")),
    (WinKind.SAVED, 31, Words("Stayed after all", "解約を思いとどまっていただいた"),
     Words("A new sponsor was found within two weeks", "2週間で新しい推進者を見つけた")),
    (WinKind.EXPANSION, 74, Words("Second department on board", "2部署目でも導入"), Words("", "")),
    (WinKind.TEAM, 20, Words("Every onboarding finished on time for a quarter", "全オンボーディングを期日どおり完了"),
     Words("For the first time", "四半期を通じて初めて")),
)  # fmt: skip
"""What kind, how many days ago, what, and how."""


def add_reporting(stage: Stage, actors: Sequence[Actor], owner: int) -> None:
    """Write the targets and the wins; those of customers with the largest that are still there."""
    who = stage.say(cast.TEAM[0][0])
    for metric, kind, ago, value, why in _TARGETS:
        period = Period.holding(Month.of(stage.today), kind)
        since = period.first + -ago * kind.months
        stage.step.insert(
            Kind.TARGET,
            {
                "metric": metric.value,
                "period_kind": kind.value,
                "since": str(since),
                "value": value,
                "reason": stage.say(why),
                "set_at": datetime.combine(since.first_day + timedelta(days=4), time(9), UTC),
                "who": who,
            },
        )
    staying = [actor for actor in actors if actor.active_in(Month.of(stage.today))]
    for place, (won, ago, title, text) in enumerate(_WINS):
        account = None if won is WinKind.TEAM else staying[place].id
        stage.step.insert(
            Kind.WIN,
            {
                "account_id": account,
                "on_date": stage.today - timedelta(days=ago),
                "title": stage.say(title),
                "text": stage.say(text) or None,
                "kind": won.value,
                "owner_id": owner,
            },
        )
