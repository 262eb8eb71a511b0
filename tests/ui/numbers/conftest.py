"""A frame that notes what pages ask of it, and answers of a small made-up business."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from csdesk.metrics.health.profile import HOUSE_PROFILE
from csdesk.metrics.health.scores import AccountHealth, FactorScore, FactorState
from csdesk.metrics.measure import Evidence, Measure, Unit, Why
from csdesk.metrics.revenue.doubts import DoubtKind
from csdesk.metrics.triangles import OF_MONEY, Cohort, CohortCell, CohortKind, Triangle
from csdesk.models.kinds import Band, Language, MarkerKind
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.ui import theme
from csdesk.ui.desk import Desk
from csdesk.ui.language import speak
from csdesk.ui.page import Frame, Page
from csdesk.usecases.cohorts import Asked, CohortPage
from csdesk.usecases.health import HealthPage, HealthRow
from csdesk.usecases.markers import Marker
from csdesk.usecases.retention import RateRow, RetentionPage
from csdesk.usecases.revenue import Doubt, MovementRow, RevenuePage, Tile
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import BookSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

AS_OF = date(2024, 12, 31)
MOVES = ("new", "reactivation", "expansion", "contraction", "churn")


class NotingFrame(Frame):
    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.settings = BookSettings("JPY" if language is Language.JA else "USD", 1, language, "Sample Works")
        self.scope = Scope.at(AS_OF, PeriodKind.MONTH)
        self.explained: list[Any] = []
        self.accounts: list[Any] = []
        self.pages: list[str] = []
        self.said: list[tuple[str, bool]] = []
        self.complaints: list[Exception] = []

    def today(self) -> date:
        return AS_OF

    def explain(self, measure: object) -> None:
        self.explained.append(measure)

    def open_account(self, account: int) -> None:
        self.accounts.append(account)

    def open_page(self, name: str) -> None:
        self.pages.append(name)

    def toast(self, text: str, *, undo: bool = False) -> None:
        self.said.append((text, undo))

    def complain(self, error: Exception) -> None:
        self.complaints.append(error)


class BooklessDesk(Desk):
    """Asks and does with no book: the use cases that tests put in place take whatever they are given."""

    def __init__(self) -> None:
        super().__init__()
        self._shelf.held = object  # type: ignore[method-assign,assignment]


def period(at: int) -> Period:
    return Period(Month.parse("2022-01") + at)


def measure(metric: str, at: int, unit: Unit, value: Any, **more: Any) -> Measure:
    return Measure(metric, period(at), unit, value, **more)


def revenue_answer(months: int) -> RevenuePage:
    rows, mrr = [], Fraction(3_000_000)
    for at in range(months):
        amounts = {
            name: Fraction((at * step) % span)
            for name, step, span in zip(
                MOVES,
                (70_001, 13_007, 41_011, 17_003, 53_017),
                (500_000, 90_000, 300_000, 120_000, 350_000),
                strict=True,
            )
        }
        end = mrr + sum(amounts[name] for name in MOVES[:3]) - amounts["contraction"] - amounts["churn"]
        moves = {name: measure(f"{name}_mrr", at, Unit.MONEY, amount) for name, amount in amounts.items()}
        rows.append(
            MovementRow(
                period=period(at),
                start=measure("start_mrr", at, Unit.MONEY, mrr),
                end=measure("mrr", at, Unit.MONEY, end),
                complete=at < months - 1,
                **moves,
            )
        )
        mrr = end
    if not rows:
        return RevenuePage(Scope.at(AS_OF, PeriodKind.MONTH), (), (), (), ())
    last = months - 1
    tiles = (
        Tile(measure("mrr", last, Unit.MONEY, mrr), measure("mrr", last - 1, Unit.MONEY, mrr - 100_000)),
        Tile(measure("net_revenue_retention", last, Unit.FRACTION, Fraction(103, 100), n=40), None),
        Tile(measure("quick_ratio", last, Unit.RATIO, None, why=Why.NO_LOSS), None),
        Tile(
            measure("accounts", last, Unit.COUNT, 40),
            measure("accounts", last - 1, Unit.COUNT, 41),
            (
                measure("new_accounts", last, Unit.COUNT, 1),
                measure("reactivated_accounts", last, Unit.COUNT, 0),
                measure("churned_accounts", last, Unit.COUNT, 2),
            ),
        ),
    )
    doubts = tuple(
        Doubt(why, at + 1, f"株式会社サンプル{at}", date(2024, 3, at + 1), 10 + at, Fraction(120_000))
        for at, why in enumerate(kind for kind in DoubtKind if kind is not DoubtKind.PAST_DUE)
    )
    groups = tuple(
        (name, replace(rows[-1], end=measure("mrr", last, Unit.MONEY, mrr * share)))
        for name, share in (("high", Fraction(3, 4)), ("", Fraction(1, 4)))
    )
    steps = ("mrr", "cmrr_won", "cmrr_upgrades", "cmrr_withdrawals", "cmrr_downgrades", "cmrr")
    amounts = (mrr, 0, 50_000, 20_000, 0, mrr + 30_000)
    bridge = tuple(
        measure(*step, Unit.MONEY, Fraction(amount))
        for step, amount in zip(((name, last) for name in steps), amounts, strict=True)
    )
    return RevenuePage(Scope.at(AS_OF, PeriodKind.MONTH), tiles, tuple(rows), doubts, groups, bridge)


def triangle(kind: CohortKind, periods: int) -> Triangle:
    scale = Fraction(10_000) if kind in OF_MONEY else 1
    cohorts = tuple(
        Cohort(
            period(at), 20, tuple(CohortCell(age, scale * max(0, 20 - age), scale * 20) for age in range(periods - at))
        )
        for at, left in enumerate(range(periods, 0, -1))
    )
    return Triangle(kind, cohorts)


def retention_answer(months: int) -> RetentionPage:
    rates = []
    for at in range(months):
        lost, base = at % 3, 8 + at
        churn = Fraction(lost, base)
        rates.append(
            RateRow(
                period(at),
                measure("logo_churn", at, Unit.FRACTION, churn, n=base, low=float(churn) / 2, high=float(churn) + 0.1),
                measure("gross_mrr_churn", at, Unit.FRACTION, Fraction(3, 100), n=base),
                measure("net_mrr_churn", at, Unit.FRACTION, Fraction(-1, 100), n=base, why=Why.NEGATIVE_CHURN),
                measure("gross_revenue_retention", at, Unit.FRACTION, Fraction(97, 100), n=base),
                measure("net_revenue_retention", at, Unit.FRACTION, Fraction(101, 100), n=base),
                at < months - 1,
            )
        )
    tiles = tuple(Tile(rates[-1].net_mrr_churn, None) for _ in rates[:1])
    return RetentionPage(
        Scope.at(AS_OF, PeriodKind.MONTH),
        tiles,
        tuple(rates),
    )


def cohorts_answer(periods: int, kind: CohortKind = CohortKind.LOGO, *, groups: tuple[str, ...] = ()) -> CohortPage:
    marker = Marker(1, period(2).first.first_day, MarkerKind.RELEASE, "Version <b>4</b>")
    return CohortPage(
        Scope.at(AS_OF, PeriodKind.MONTH) if not groups else replace(Scope.at(AS_OF, PeriodKind.MONTH), by="channel"),
        Asked(kind),
        triangle(kind, periods),
        tuple(replace(triangle(kind, periods - 1), dimension="channel", group=name) for name in groups),
        (marker,),
        (("logins", "Logins"),),
        holds=periods > 0,
    )


def health_row(account: int, score: float | None) -> HealthRow:
    band = Band.UNKNOWN if score is None else Band.GREEN if score >= 70 else Band.YELLOW if score >= 40 else Band.RED
    factors = tuple(
        FactorScore(factor.id, 1.0, 90.0 if at else 10.0, factor.weight, 0.1, 1.0, AS_OF, FactorState.USED)
        for at, factor in enumerate(HOUSE_PROFILE.factors)
    )
    health = AccountHealth(account, score, band, 0.8, 12, factors)
    return HealthRow(
        account, f"株式会社サンプル{account}", ("佐藤", "Mori")[account % 2], Fraction(10_000 * account), health
    )


def health_answer(scores: tuple[float | None, ...]) -> HealthPage:
    rows = tuple(health_row(at + 1, score) for at, score in enumerate(scores))
    mean = measure("health_mean", 35, Unit.SCORE, 61.5, n=len(rows))
    return HealthPage(rows, mean, HOUSE_PROFILE, ("Mori", "佐藤"))


@dataclass(frozen=True)
class Answers:
    """The makers, for tests that ask for answers of their own size."""

    revenue = staticmethod(revenue_answer)
    retention = staticmethod(retention_answer)
    cohorts = staticmethod(cohorts_answer)
    health = staticmethod(health_answer)
    triangle = staticmethod(triangle)
    measure = staticmethod(measure)
    evidence: Evidence = field(default_factory=lambda: Evidence(np.array([1, 2]), np.array([1, 0]), np.array([1, 1])))


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture(autouse=True)
def no_markers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts over time ask for the book's events by themselves."""
    monkeypatch.setattr("csdesk.usecases.markers.markers", lambda _book: ())


@pytest.fixture
def bench() -> Iterator[BooklessDesk]:
    desk = BooklessDesk()
    failures: list[Exception] = []
    desk.failed.connect(failures.append)
    yield desk
    desk.close()
    assert not failures


@pytest.fixture(
    params=[(Language.EN, theme.Scheme.DARK), (Language.JA, theme.Scheme.LIGHT)], ids=["en-dark", "ja-light"]
)
def around(request: pytest.FixtureRequest, bench: BooklessDesk, qtbot: QtBot, qapp: QApplication) -> Any:
    language, scheme = request.param
    theme.apply(qapp, scheme)
    speak(qapp, language)
    frame = NotingFrame(language)
    qtbot.addWidget(frame)
    return SimpleNamespace(desk=bench, window=frame, preferences=None, opening=None)


@pytest.fixture
def open_page(around: Any, qtbot: QtBot) -> Callable[[type[Page]], Any]:
    def make(kind: type[Page]) -> Any:
        page = kind(around)
        qtbot.addWidget(page)
        page.resize(1180, 900)
        page.show()
        return page

    return make
