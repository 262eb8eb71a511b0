"""What the small company's workbook says beyond figures and accounts, a line or two of each kind."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from csdesk.metrics.measure import Measure, Unit, Why
from csdesk.models.months import Period
from csdesk.reports.lines import (
    ActionLine,
    CommittedLine,
    GroupLine,
    InterviewLine,
    ReasonLine,
    RiskLine,
    SurvivalLine,
    TargetLine,
    WinLine,
    WorthLine,
)

STEPS = ("mrr", "cmrr_won", "cmrr_upgrades", "cmrr_withdrawals", "cmrr_downgrades", "cmrr")


def measure(metric: str, period: Period, unit: Unit, value: Any, **more: Any) -> Measure:
    return Measure(metric, period, unit, value, **more)


def further(
    paying: dict[int, Fraction], names: dict[int, str], period: Period, as_of: date, at: int, lost: int
) -> dict[str, Any]:
    """Fields of the content by name, for accounts that pay; texts in English (`at` 0) or Japanese (1)."""
    first, second, third = list(paying)[:3]
    total = sum(paying.values(), Fraction(0))
    changes = {"cmrr_upgrades": Fraction(1000), "cmrr_withdrawals": paying[second]}
    values = (total, 0, changes["cmrr_upgrades"], changes["cmrr_withdrawals"], 0)
    values = (*values, total + changes["cmrr_upgrades"] - changes["cmrr_withdrawals"])
    curve = [(0, 20, 0, 1, Fraction(1)), (6, 19, 1, 2, Fraction(18, 19)), (14, 16, 8, 8, Fraction(9, 19))]
    rate = {"low": 0.1, "high": 0.4}
    half = {by: [account for account in paying if account % 2 == by] for by in (0, 1)}
    return {
        "bridge": tuple(measure(n, period, Unit.MONEY, v) for n, v in zip(STEPS, values, strict=True)),
        "committed": (
            CommittedLine(names[first], "cmrr_upgrades", changes["cmrr_upgrades"], first),
            CommittedLine(names[second], "cmrr_withdrawals", -changes["cmrr_withdrawals"], second),
        ),
        "survival": tuple(SurvivalLine(*step, *((0.3, 0.9) if step[0] else (None, None))) for step in curve),
        "worth": tuple(
            WorthLine(
                one,
                measure("new_accounts", one, Unit.COUNT, 3),
                measure("cac", one, Unit.MONEY, cac, why=None if cac else Why.NO_COSTS),
                measure("ltv", one, Unit.MONEY, 900_000, why=Why.LOWER_BOUND),
                measure("ltv_to_cac", one, Unit.RATIO, Fraction(900_000, cac) if cac else None),
                measure("cac_payback", one, Unit.MONTHS, 7 if cac else None),
            )
            for one, cac in ((period.previous, None), (period, 300_000))
        ),
        "groups": tuple(
            GroupLine(
                dimension,
                f"{dimension} {by}",
                measure("accounts", period, Unit.COUNT, len(members)),
                measure("mrr", period, Unit.MONEY, sum((paying[one] for one in members), Fraction(0))),
                measure("net_revenue_retention", period, Unit.FRACTION, Fraction(11, 10)),
                measure("gross_revenue_retention", period, Unit.FRACTION, Fraction(9, 10)),
                measure("logo_churn", period, Unit.FRACTION, Fraction(1, 4), n=4 + 10 * by, **rate),
            )
            for dimension in (("Tier", "ティア")[at], ("Region", "地域")[at])
            for by, members in half.items()
        ),
        "reasons": tuple(
            ReasonLine(
                reason,
                measure("churn_by_reason", period, Unit.FRACTION, None, part=n),
                measure("churned_mrr_by_reason", period, Unit.FRACTION, None, part=n * 30_000),
                measure("churn_by_reason", period, Unit.FRACTION, None, part=n + 1),
                measure("churned_mrr_by_reason", period, Unit.FRACTION, None, part=(n + 1) * 30_000),
            )
            for reason, n in ((("Price", "価格")[at], lost), (("Unknown", "不明")[at], 0))
        ),
        "interviews": (
            InterviewLine(
                as_of,
                names[third],
                ("Price", "価格")[at],
                ("Too dear", "高すぎる")[at],
                ("No champion", "推進役の不在")[at],
                ("price, training", "価格、研修")[at],
                third,
            ),
            InterviewLine(
                as_of,
                names[second],
                ("Fit", "不一致")[at],
                ("Not for us", "用途が合わない")[at],
                "",
                ("training", "研修")[at],
                second,
            ),
        ),
        "risks": (
            RiskLine(
                names[first],
                ("Fewer users", "利用者の減少")[at],
                ("Imminent", "切迫")[at],
                as_of,
                paying[first],
                ("Owner A", "担当A")[at],
                ("Call them", "電話する")[at],
                first,
            ),
            RiskLine(
                names[first],
                ("New boss", "担当役員の交代")[at],
                ("Suspected", "疑い")[at],
                as_of,
                paying[first],
                ("Owner B", "担当B")[at],
                "",
                first,
            ),
        ),
        "wins": (
            WinLine(
                as_of,
                ("Renewed for three years", "三年契約で更新")[at],
                names[second],
                ("Saved a week a month", "毎月の作業を短縮")[at],
                ("Owner A", "担当A")[at],
                second,
            ),
        ),
        "actions": (
            ActionLine(
                as_of - timedelta(3),
                ("Send the offer", "見積書を送付")[at],
                names[first],
                ("Owner A", "担当A")[at],
                first,
            ),
            ActionLine(None, ("Tidy the list", "一覧の整理")[at], "", "", 0),
        ),
        "targets": (TargetLine("net_revenue_retention", Fraction(105, 100)), TargetLine("mrr", total + 5000)),
    }
