"""The lists of the Forecast page: months ahead, how forecasts did before, losses, renewals, groups."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look, Tone
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.usecases.ahead import TILES_AHEAD
from csdesk.wording.ahead import PROOFS
from csdesk.wording.charts import period_name
from csdesk.wording.figures import figure_text
from csdesk.wording.kinds import group_name
from csdesk.wording.speech import NOTHING, look_up, money, percent, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.ahead.forecast import LookedBack
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.ahead import GroupAhead, LeavingRow, MonthAhead, RenewalMonth

_FIGURE, _RANGE, _MONTH = 120, 220, 120
_TONES = {"better": Tone.PLAIN, "not_better": Tone.WARN, "too_few": Tone.QUIET}


def _range(low: float | None, high: float | None, currency: Currency, language: Language) -> str:
    if low is None or high is None:
        return NOTHING
    return f"{money(low, currency, language)}–{money(high, currency, language)}"


class MonthsAheadSheet(FigureSheet):
    """What is forecast for each month to come, beside what is signed alone."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        def month(row: MonthAhead) -> str:
            return period_name(row.signed.period, language) if row.signed.period else ""

        def span(row: MonthAhead) -> str:
            return _range(row.low, row.high, currency, language)

        def forecast(row: MonthAhead) -> str:
            return figure_text(row.forecast, currency, language) if row.forecast else NOTHING

        columns: list[Column[Any]] = [
            Column("month", self.tr("Month"), lambda row: row.signed.period, month, width=_MONTH),
            Column(
                "forecast",
                self.tr("Forecast"),
                lambda row: row.forecast.value if row.forecast else None,
                forecast,
                Look.NUMBER,
                _FIGURE,
                measure=attrgetter("forecast"),
            ),
            Column("range", self.tr("80% range"), lambda row: row.low, span, Look.NUMBER, _RANGE),
            figure_column(
                "signed", self.tr("Signed and known alone"), attrgetter("signed"), currency, language, width=170
            ),
        ]
        super().__init__(columns, name, identity=lambda row: row.signed.period, parent=parent)


class LookedBackSheet(FigureSheet):
    """How far off forecasts would have been before, beside 'as last month'."""

    def __init__(self, name: str, language: Language, parent: QWidget | None = None) -> None:
        months, one_month = self.tr("{n} months ahead"), self.tr("1 month ahead")
        of = self.tr("{held} of {n}")

        def ahead(row: LookedBack) -> str:
            return one_month if row.ahead == 1 else months.format(n=row.ahead)

        def off(row: LookedBack) -> str:
            return percent(row.off) if row.n else NOTHING

        def same(row: LookedBack) -> str:
            return percent(row.same_off) if row.n else NOTHING

        def held(row: LookedBack) -> str:
            return of.format(held=row.held, n=row.n) if row.n else NOTHING

        def proof(row: LookedBack) -> str:
            return look_up(PROOFS, row.proof, language)

        columns: list[Column[Any]] = [
            Column("ahead", self.tr("Looking"), attrgetter("ahead"), ahead, width=150),
            Column("n", self.tr("Forecasts"), attrgetter("n"), lambda row: f"{row.n:,}", Look.NUMBER, 90),
            Column("off", self.tr("Off on average"), attrgetter("off"), off, Look.NUMBER, 130),
            Column("same", self.tr("'As last month' off"), attrgetter("same_off"), same, Look.NUMBER, 150),
            Column("held", self.tr("Within the range"), attrgetter("held"), held, Look.NUMBER, 130),
            Column("proof", self.tr("So it was"), proof, proof, width=250, tone=lambda row: _TONES[row.proof]),
        ]
        super().__init__(columns, name, identity=lambda row: row.ahead, parent=parent)


class LeavingSheet(FigureSheet):
    """How many accounts may leave, and what MRR goes with them."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        within, of = self.tr("Within {n} months"), self.tr("{low} to {high} of {n}")

        def said(row: LeavingRow) -> str:
            return within.format(n=row.months)

        def span(row: LeavingRow) -> str:
            return of.format(low=row.low, high=row.high, n=f"{row.today:,}")

        columns: list[Column[Any]] = [
            Column("within", self.tr("Within"), lambda row: row.months, said, width=150),
            figure_column(
                "accounts", self.tr("Accounts that may leave"), attrgetter("accounts"), currency, language, width=190
            ),
            Column("range", self.tr("80% range"), lambda row: row.low, span, Look.NUMBER, 150),
            Column(
                "mrr",
                self.tr("MRR with them"),
                lambda row: row.mrr,
                lambda row: money(row.mrr, currency, language),
                Look.NUMBER,
                _FIGURE,
            ),
            Column(
                "same",
                self.tr("'As in the last month'"),
                lambda row: row.same,
                lambda row: whole(row.same),
                Look.NUMBER,
                160,
            ),
        ]
        super().__init__(columns, name, identity=lambda row: row.months, parent=parent)


class RenewalsSheet(FigureSheet):
    """What comes up for renewal month by month, and what of it may be kept."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        def month(row: RenewalMonth) -> str:
            return period_name(row.due.period, language) if row.due.period else ""

        def span(row: RenewalMonth) -> str:
            return _range(row.low, row.high, currency, language)

        columns: list[Column[Any]] = [
            Column("month", self.tr("Month"), lambda row: row.due.period, month, width=_MONTH),
            Column("lines", self.tr("Contracts"), lambda row: row.lines, lambda row: f"{row.lines:,}", Look.NUMBER, 90),
            figure_column("due", self.tr("Up for renewal"), attrgetter("due"), currency, language, width=_FIGURE + 20),
            figure_column("kept", self.tr("May be kept"), attrgetter("kept"), currency, language, width=_FIGURE),
            Column("range", self.tr("By the interval of the share"), lambda row: row.low, span, Look.NUMBER, _RANGE),
        ]
        super().__init__(columns, name, identity=lambda row: row.due.period, parent=parent)


class GroupsAheadSheet(FigureSheet):
    """The forecast of each group of a dimension by itself."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency, self._by = language, currency, ""
        in_months = self.tr("In {n} months")

        columns: list[Column[Any]] = [
            Column("group", self.tr("Group"), lambda row: row.name, self._name, Look.NAME, 200),
            figure_column("now", self.tr("MRR now"), attrgetter("now"), currency, language, width=_FIGURE),
        ]
        columns += [self._column(place, in_months.format(n=months)) for place, months in enumerate(TILES_AHEAD)]
        super().__init__(columns, name, identity=lambda row: row.name, parent=parent)

    def show_groups(self, by: str, groups: Sequence[GroupAhead]) -> None:
        """Show the groups of a dimension."""
        self._by = by
        self.show_rows(groups)

    def _column(self, place: int, heading: str) -> Column[Any]:
        def measure(row: Any) -> Any:  # noqa: ANN401 - None opens nothing
            return row.ahead[place]

        def value(row: GroupAhead) -> object:
            found = measure(row)
            return found.value if found else None

        def text(row: GroupAhead) -> str:
            found = measure(row)
            return figure_text(found, self._currency, self._language) if found else NOTHING

        return Column(f"ahead_{place}", heading, value, text, Look.NUMBER, _FIGURE, measure=measure)

    def _name(self, row: GroupAhead) -> str:
        return group_name(self._by, row.name, self._language)
