"""Lists of the Voice page: answers by group and by role, and accounts with the unhappy ones first."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.sheet import SheetView
from csdesk.wording.figures import interval_text
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import comparison_text
from csdesk.wording.speech import NOTHING, day, short, whole
from csdesk.wording.voice import score_text, whose_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.voice import VoiceAccount, VoiceRow

_NAME, _FIGURE, _WIDE = 200, 100, 250


class GroupVoiceSheet(FigureSheet):
    """NPS, CSAT and CES of each group or role; groups are compared with all others by the difference's interval."""

    def __init__(
        self, name: str, language: Language, currency: Currency, parent: QWidget | None = None, *, roles: bool = False
    ) -> None:
        self._language, self._by, self._roles = language, "", roles
        figures = {"nps": self.tr("NPS"), "csat": self.tr("CSAT"), "ces": self.tr("CES")}
        columns: list[Column[Any]] = [
            Column("name", self.tr("Who") if roles else self.tr("Group"), self._name, self._name, width=_NAME)
        ]
        for key, heading in figures.items():
            figure = attrgetter(key)
            columns.append(figure_column(key, heading, figure, currency, language, width=_FIGURE))
            columns.append(self._interval(key, heading))
            columns.append(Column(f"{key}_n", f"{heading} n", partial(_n, key=key), self._count(key),
                                  Look.NUMBER, 74))  # fmt: skip
        if not roles:
            response = attrgetter("response")
            columns.append(figure_column("response", self.tr("NPS response rate"), response, currency, language))
            columns.append(
                Column("against", self.tr("NPS against all others"), _difference, self._against, width=_WIDE)
            )
        super().__init__(columns, name, identity=lambda row: row.name, parent=parent)

    def show_voices(self, rows: Sequence[VoiceRow], by: str = "") -> None:
        """Show the groups of a dimension, or roles."""
        self._by = by
        self.show_rows(rows)

    def _name(self, row: VoiceRow) -> str:
        return whose_name(row.name, self._language) if self._roles else group_name(self._by, row.name, self._language)

    def _interval(self, key: str, heading: str) -> Column[Any]:
        def said(row: VoiceRow) -> str:
            return interval_text(getattr(row, key), self._language).partition(" ")[2]

        name = self.tr("{figure}: 95% interval").format(figure=heading)
        return Column(f"{key}_interval", name, lambda row: getattr(row, key).low, said, Look.NUMBER, 120)

    def _count(self, key: str) -> Callable[[Any], str]:
        return lambda row: f"{getattr(row, key).n or 0:,}"

    def _against(self, row: VoiceRow) -> str:
        against = row.against
        return comparison_text(against.verdict, against.low, against.high, self._language) if against else ""


class VoiceAccountSheet(SheetView):
    """Accounts and what they answered over a year. `opened` carries the one to be opened."""

    def __init__(self, name: str, language: Language, parent: QWidget | None = None) -> None:
        self._language = language
        self._model: RowsModel[VoiceAccount] = RowsModel(self._columns(), identity=lambda row: row.account)
        super().__init__(self._model, name, parent)
        self._model.setParent(self)

    def show_accounts(self, accounts: Sequence[VoiceAccount], *, nps: bool) -> None:
        """Show these, with their NPS where that is what they were asked."""
        columns = tuple(column for column in self._columns() if nps or column.key != "nps")
        self.show_found(Found.of(columns, accounts), columns)

    def _columns(self) -> tuple[Column[VoiceAccount], ...]:
        def number(key: str, heading: str, width: int = 84) -> Column[VoiceAccount]:
            value = attrgetter(key)
            return Column(key, heading, value, lambda row: score_text(value(row)), Look.NUMBER, width)

        def mean(key: str, heading: str, width: int = 84) -> Column[VoiceAccount]:
            value = attrgetter(key)
            return Column(key, heading, value, lambda row: score_text(value(row), 1), Look.NUMBER, width)

        return (
            Column("name", self.tr("Account"), lambda row: row.name, lambda row: row.name, Look.NAME, _NAME),
            Column("flag", self.tr("Consistently negative"), _flagged, self._flag, width=150, tone=_tone),
            number("last", self.tr("Last score")),
            Column("on", self.tr("Day"), lambda row: row.on, self._day, Look.NUMBER, 110),
            Column("nps", self.tr("NPS"), attrgetter("nps"), self._nps, Look.NUMBER, 70),
            mean("mean", self.tr("Mean")),
            Column("change", self.tr("Last against before"), lambda row: row.change, _change, Look.NUMBER, 130),
            Column("answers", self.tr("Answers"), lambda row: row.answers, lambda row: f"{row.answers:,}", Look.NUMBER,
                   80),
            number("makers_last", self.tr("Decision makers: last"), 170),
            mean("makers_mean", self.tr("Decision makers: mean"), 170),
            Column("makers", self.tr("Decision makers: answers"), lambda row: row.makers,
                   lambda row: f"{row.makers:,}", Look.NUMBER, 180),
        )  # fmt: skip

    def _flag(self, row: VoiceAccount) -> str:
        if row.makers_negative:
            return self.tr("■ decision makers") if not row.negative else self.tr("■ both")
        return self.tr("■ account") if row.negative else ""

    def _nps(self, row: VoiceAccount) -> str:
        return NOTHING if row.nps is None else whole(row.nps, 0)

    def _day(self, row: VoiceAccount) -> str:
        return day(row.on, self._language) if row.on else NOTHING


def _n(row: VoiceRow, key: str) -> int | None:
    found: int | None = getattr(row, key).n
    return found


def _difference(row: VoiceRow) -> object:
    return row.against.difference if row.against else None


def _flagged(row: VoiceAccount) -> int:
    return row.negative + 2 * row.makers_negative


def _tone(row: VoiceAccount) -> Tone:
    return Tone.BAD if row.negative or row.makers_negative else Tone.PLAIN


def _change(row: VoiceAccount) -> str:
    if row.change is None:
        return NOTHING
    size = whole(abs(row.change), 1)
    if row.change == 0:
        return "±0"
    return f"{'▲ +' if row.change > 0 else '▼ −'}{size}" if size != "0.0" else f"±{short(0)}"
