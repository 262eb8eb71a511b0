"""Tables of a health model tried on the past: bands, decisions, and accounts in another band today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.metrics.retention.back_test import BANDS as IN_ORDER
from csdesk.models.kinds import Band
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.usecases.back_test import PastDecision
from csdesk.wording.back_test import left_text
from csdesk.wording.health import banded_text
from csdesk.wording.speech import NOTHING, day, money
from csdesk.wording.window import BANDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from fractions import Fraction

    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.metrics.retention.back_test import BandRow
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.back_test import OtherBand

_LINES = 8


class TrialSheet(FigureSheet):
    """Two models beside each other."""

    def models(self) -> tuple[str, str]:
        """Their headings."""
        return self.tr("Model in force"), self.tr("With these weights")

    def scores(self, language: Language) -> tuple[Column[Any], ...]:
        """A score with its band by each of them."""
        now, tried = self.models()
        return (
            _score("now", now, lambda row: row.now, language),
            _score("tried", tried, lambda row: row.tried, language),
        )


class BandTrials(TrialSheet):
    """Each band with what became of its accounts, by both models."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        def word(row: tuple[BandRow, BandRow]) -> str:
            return BANDS[_of(row)].say(language)

        def said(row: BandRow) -> str:
            return left_text(row.left, row.n, row.interval, language)

        now, tried = self.models()
        columns: list[Column[Any]] = [
            Column(
                "band", self.tr("Band"), _place, lambda row: BANDS[_of(row)].say(language), Look.BAND, 140, band=_of
            ),
            Column("now", now, lambda row: row[0].n, lambda row: said(row[0]), width=240),
            Column("tried", tried, lambda row: row[1].n, lambda row: said(row[1]), width=240),
        ]
        super().__init__(columns, self.tr("Bands and what became of them"), identity=_of, parent=parent)


class PastDecisions(TrialSheet):
    """Every renewal and churn, the latest first, with the score before it by both models."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        stayed, left = self.tr("stayed"), self.tr("left")
        columns: list[Column[Any]] = [
            Column("name", self.tr("Account"), _name, _name, Look.NAME, 190),
            Column("on", self.tr("Decided on"), _on, lambda row: day(_on(row), language), width=110),
            Column("left", self.tr("Outcome"), _left, lambda row: left if _left(row) else stayed, width=90),
            *self.scores(language),
        ]
        name = self.tr("Renewals and churns with the score before")
        super().__init__(columns, name, identity=lambda row: row.decision, most=_LINES, parent=parent)


class OtherBands(TrialSheet):
    """Paying accounts that the model tried would show in another band."""

    def __init__(self, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        columns: list[Column[Any]] = [
            Column("name", self.tr("Account"), _name, _name, Look.NAME, 190),
            Column("mrr", self.tr("MRR"), _mrr, lambda row: money(_mrr(row), currency, language), Look.NUMBER),
            *self.scores(language),
        ]
        name = self.tr("Accounts in another band today")
        super().__init__(columns, name, identity=account_of, most=_LINES, parent=parent)


def account_of(row: PastDecision | OtherBand) -> int:
    """The account that a row is about."""
    return row.decision.account if isinstance(row, PastDecision) else row.account


def _score(key: str, heading: str, side: Callable[[Any], AccountHealth | None], language: Language) -> Column[Any]:
    def value(row: Any) -> float | None:  # noqa: ANN401 - a decision or an account
        found = side(row)
        return None if found is None else found.score

    def band(row: Any) -> Band:  # noqa: ANN401 - a decision or an account
        found = side(row)
        return Band.UNKNOWN if found is None else found.band

    def text(row: Any) -> str:  # noqa: ANN401 - a decision or an account
        score = value(row)
        return NOTHING if score is None else banded_text(score, band(row), language)

    return Column(key, heading, value, text, Look.BAND, 150, band=band)


def _of(row: tuple[BandRow, BandRow]) -> Band:
    return row[0].band


def _place(row: tuple[BandRow, BandRow]) -> int:
    return IN_ORDER.index(row[0].band)


def _name(row: PastDecision | OtherBand) -> str:
    return row.name


def _on(row: PastDecision) -> date:
    return row.decision.on


def _left(row: PastDecision) -> bool:
    return row.decision.left


def _mrr(row: OtherBand) -> Fraction:
    return row.mrr
