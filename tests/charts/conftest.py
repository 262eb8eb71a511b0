"""Records of a small made-up business, the same at every run."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial

import pytest

from csdesk.charts.ahead import draw_ahead
from csdesk.charts.bridge import draw_bridge
from csdesk.charts.cohorts import draw_cohorts
from csdesk.charts.curves import Curve, draw_curves
from csdesk.charts.fonts import shipped_font
from csdesk.charts.health import draw_health
from csdesk.charts.health_moves import draw_health_moves
from csdesk.charts.kinds import KindSeries, draw_kinds
from csdesk.charts.lines import draw_logo_churn, draw_mrr, draw_use
from csdesk.charts.marks import marked
from csdesk.charts.movements import draw_movements
from csdesk.charts.quadrant import draw_quadrant
from csdesk.charts.records import BridgeStep, Draw, Mark, MovementBar, Point, Scored, ScoreStep, Standing, UseLine
from csdesk.charts.scores import draw_scores
from csdesk.charts.style import Style
from csdesk.charts.trend import draw_trend
from csdesk.metrics.retention.mean_curves import mean_curve
from csdesk.metrics.triangles import Cohort, CohortCell, CohortKind, CohortPeriod, Triangle
from csdesk.models.kinds import Band, Language, Survey
from csdesk.models.money import Currency
from csdesk.models.months import Month, Period, PeriodKind
from tests.thorough import rarely


def periods(count: int, kind: PeriodKind = PeriodKind.MONTH, fiscal_start: int = 1) -> list[Period]:
    found = [Period.holding(Month.parse("2022-01"), kind, fiscal_start)]
    while len(found) < count:
        found.append(found[-1].next)
    return found[:count]


def wave(at: int, step: int, span: int) -> int:
    return (at * step) % span


def movement_bars(count: int) -> tuple[MovementBar, ...]:
    return tuple(
        MovementBar(
            period,
            Fraction(wave(at + 1, 70_001, 500_000)),
            Fraction(wave(at, 13_007, 90_000)),
            Fraction(wave(at, 41_011, 300_000)),
            Fraction(wave(at, 17_003, 120_000)),
            Fraction(wave(at, 53_017, 350_000), 3),
            complete=at < count - 1 or count == 1,
        )
        for at, period in enumerate(periods(count))
    )


def mrr_points(count: int) -> tuple[Point, ...]:
    return tuple(Point(p, Fraction(8_000_000 + at * 310_000)) for at, p in enumerate(periods(count)))


def churn_points(count: int) -> tuple[Point, ...]:
    return tuple(
        Point(
            period,
            None if at == 5 else Fraction(wave(at, 7, 40), 1000),
            None if at == 5 else max(0.0, wave(at, 7, 40) / 1000 - 0.01),
            None if at == 5 else wave(at, 7, 40) / 1000 + 0.03,
            wave(at, 11, 60) + 4,
        )
        for at, period in enumerate(periods(count))
    )


def scored(count: int) -> tuple[Scored, ...]:
    bands = ((70, Band.GREEN), (40, Band.YELLOW), (0, Band.RED))
    known = [float(wave(at, 17, 101)) for at in range(count * 3)]
    unknown = (Scored(None, Band.UNKNOWN),) * (count // 4)
    return (*(Scored(score, next(b for least, b in bands if score >= least)) for score in known), *unknown)


def standings(count: int) -> tuple[Standing, ...]:
    bands = [one.band for one in scored(count)]
    return tuple(
        Standing(at + 1, f"見本 Sample {at}", float(wave(at, 17, 101)), float(wave(at, 29, 101)), band)
        for at, band in enumerate(bands)
    )


def triangle(count: int, kind: CohortKind) -> Triangle:
    cohorts = tuple(
        Cohort(start, 20, tuple(CohortCell(age, 20 - min(age, 20), 20) for age in range(count - at)))
        for at, start in enumerate(periods(count))
    )
    return Triangle(kind, cohorts)


def score_steps(count: int) -> tuple[ScoreStep, ...]:
    moves = [ScoreStep(f"要素{at} Factor {at}", (-1) ** at * 1.5) for at in range(min(count, 12))]
    total = 60 + sum(move.points for move in moves)
    return (ScoreStep("2024-01-01", 60.0, is_level=True), *moves, ScoreStep("2024-02-01", total, is_level=True))


def bridge_steps(count: int) -> tuple[BridgeStep, ...]:
    won, lost = (120_000, 70_000) if count > 1 else (0, 0)
    return (
        BridgeStep("mrr", Fraction(6_000_000), is_level=True),
        BridgeStep("cmrr_won", Fraction(won)),
        BridgeStep("cmrr_upgrades", Fraction(won, 3)),
        BridgeStep("cmrr_withdrawals", Fraction(-lost)),
        BridgeStep("cmrr_downgrades", Fraction(0)),
        BridgeStep("cmrr", Fraction(6_000_000 + won - lost) + Fraction(won, 3), is_level=True),
    )


def ahead(count: int, *, forecast: bool = True, ranged: bool = True) -> Draw:
    """Half of the months lie behind, half ahead."""
    points = mrr_points(count + 1) if count else ()
    past, signed = points[: count // 2 + 1], points[count // 2 + 1 :]
    wide = tuple(Point(p.period, p.value, float(p.value or 0) * 0.9, float(p.value or 0) * 1.2) for p in signed)
    shown = wide if ranged else signed
    return partial(draw_ahead, past=past, ahead=shown if forecast else (), signed=signed)


def curves(count: int) -> tuple[Curve, ...]:
    whole = triangle(count, CohortKind.LOGO)
    chosen = whole.cohorts[1:2]
    return (
        Curve("Weighted mean", mean_curve(CohortKind.LOGO, whole.cohorts), main=True, banded=True),
        Curve("A cohort with $a$ name that nobody could ever read whole", mean_curve(CohortKind.LOGO, chosen)),
    )


def kinds(count: int) -> Draw:
    """Nine kinds, two more than there are colours, one of which goes below zero."""
    series = tuple(
        KindSeries(f"k{kind}", f"Kind 種類{kind}", tuple((1 - kind % 5) * 1000 * (at + 1) for at in range(count)))
        for kind in range(9 if count else 0)
    )
    return partial(draw_kinds, title="Kinds", periods=periods(count), series=series, complete=False)


def scores(count: int) -> tuple[tuple[int, int], ...]:
    return tuple((score, wave(score, 7, 9) if count else 0) for score in range(11))


CHARTS: dict[str, Callable[[int], Draw]] = {
    "movements": lambda n: partial(draw_movements, bars=movement_bars(n)),
    "mrr": lambda n: partial(draw_mrr, points=mrr_points(n)),
    "logo_churn": lambda n: partial(draw_logo_churn, points=churn_points(n)),
    "health": lambda n: partial(draw_health, accounts=scored(n)),
    "quadrant": lambda n: partial(draw_quadrant, accounts=standings(n)),
    "health_moves": lambda n: partial(draw_health_moves, steps=score_steps(n) if n else ()),
    "bridge": lambda n: partial(draw_bridge, steps=bridge_steps(n) if n else ()),
    "ahead": ahead,
    "signed alone": partial(ahead, forecast=False),
    "without a range": partial(ahead, ranged=False),
    "kinds": kinds,
    "use": lambda n: partial(draw_use, line=UseLine("ログイン数 Logins", mrr_points(n)), position=2),
    "logo_cohorts": lambda n: partial(draw_cohorts, triangle=triangle(n, CohortKind.LOGO)),
    "curves": lambda n: partial(
        draw_curves,
        title="Curves",
        step=CohortPeriod.MONTH,
        curves=curves(n),
        behind=[[float(c.value or 0) for c in one.cells] for one in triangle(n, CohortKind.LOGO).cohorts],
    ),
    "marked": lambda n: marked(
        partial(draw_mrr, points=mrr_points(n)),
        periods(n),
        [
            Mark(date(2022, 1, 31), "$Version$ 4 ながい名前の出来事です"),
            Mark(date(2022, 1, 9), "A"),
            Mark(date(1999, 1, 1), "Old"),
        ],
    ),
    "marked_cohorts": lambda n: partial(
        draw_cohorts, triangle=triangle(n, CohortKind.GROSS), marks=(Mark(date(2022, 3, 5), "$Version$"),)
    ),
    "user_cohorts": lambda n: partial(draw_cohorts, triangle=triangle(n, CohortKind.USERS)),
    "nps_trend": lambda n: partial(draw_trend, metric="nps", unit="points", points=churn_points(n)),
    "ltv_trend": lambda n: partial(draw_trend, metric="ltv", unit="money", points=mrr_points(n)),
    "csat_trend": lambda n: partial(draw_trend, metric="csat", unit="fraction", points=churn_points(n)),
    "nps_scores": lambda n: partial(draw_scores, survey=Survey.NPS, counts=scores(n)),
    "csat_scores": lambda n: partial(draw_scores, survey=Survey.CSAT, counts=scores(n)[1:6]),
    "revenue_cohorts": lambda n: partial(draw_cohorts, triangle=triangle(n, CohortKind.REVENUE)),
}


@dataclass(frozen=True)
class Records:
    """The makers, for tests that need records of their own."""

    periods = staticmethod(periods)
    movement_bars = staticmethod(movement_bars)
    mrr_points = staticmethod(mrr_points)
    churn_points = staticmethod(churn_points)
    triangle = staticmethod(triangle)


@pytest.fixture
def records() -> Records:
    return Records()


@pytest.fixture(params=sorted(CHARTS))
def chart(request: pytest.FixtureRequest) -> Callable[[int], Draw]:
    return CHARTS[request.param]


@pytest.fixture(params=[rarely(Language.EN), Language.JA], ids=str)
def style(request: pytest.FixtureRequest) -> Style:
    shipped_font()
    japanese = request.param is Language.JA
    return Style(request.param, Currency("JPY" if japanese else "USD"), dark=japanese)
