"""The lists of the Users page: periods, and groups of users against all others."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column, weak
from csdesk.wording.charts import UNFINISHED, period_name
from csdesk.wording.figures import interval_text
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import comparison_text
from csdesk.wording.speech import money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.users import RisingRow, UsersGroup, UsersRow

_FIGURES = ("daily", "weekly", "monthly", "login", "stickiness", "attrition", "logo_churn")


class UsersSheet(FigureSheet):
    """Users of each period, and those it lost beside the logos it lost."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language = language
        headings = (
            self.tr("DAU"),
            self.tr("WAU"),
            self.tr("MAU"),
            self.tr("MAU, any use"),
            self.tr("DAU/MAU"),
            self.tr("Users lost"),
            self.tr("Logos lost"),
        )
        columns: list[Column[Any]] = [
            Column("period", self.tr("Period"), lambda row: row.period.first.ordinal, self._named, width=180)
        ]
        columns += [
            figure_column(key, heading, attrgetter(key), currency, language, width=112, quiet=partial(_quiet, key=key))
            for key, heading in zip(_FIGURES, headings, strict=True)
        ]
        interval: Column[Any] = Column(
            "interval", self.tr("95% of users lost"), lambda row: row.attrition.low, self._interval, Look.NUMBER, 150
        )
        columns.insert(7, interval)
        super().__init__(columns, name, identity=lambda row: row.period, parent=parent)

    def _named(self, row: UsersRow) -> str:
        name = period_name(row.period, self._language)
        return name if row.complete else f"{name} ({UNFINISHED.say(self._language)})"

    def _interval(self, row: UsersRow) -> str:
        return interval_text(row.attrition, self._language).partition(" ")[2]


class UsersGroupSheet(FigureSheet):
    """Users of each group, those it lost, and whether that differs from all others."""

    def __init__(
        self, heading: str, language: Language, currency: Currency, parent: QWidget | None = None, *, most: int = 10
    ) -> None:
        self._language, self._by = language, ""
        columns: list[Column[Any]] = [
            Column("group", heading, lambda row: row.name, self._name, Look.NAME, 220),
            figure_column("monthly", self.tr("MAU"), attrgetter("monthly"), currency, language, width=80),
            figure_column("attrition", self.tr("Users lost"), attrgetter("attrition"), currency, language, width=124),
            Column("interval", self.tr("95% interval"), _low, self._interval, Look.NUMBER, 130),
            Column("n", self.tr("Users before"), lambda row: row.attrition.n, _count, Look.NUMBER, 110),
            Column("against", self.tr("Against all others"), _difference, self._against, width=250),
        ]
        super().__init__(columns, heading, identity=lambda row: row.name, most=most, parent=parent)

    def show_groups(self, by: str, groups: Iterable[UsersGroup]) -> None:
        """Show the groups of a dimension, or of roles where `by` is ''."""
        self._by = by
        self.show_rows(groups)

    def _name(self, row: UsersGroup) -> str:
        return group_name(self._by, row.name, self._language)

    def _interval(self, row: UsersGroup) -> str:
        return interval_text(row.attrition, self._language).partition(" ")[2]

    def _against(self, row: UsersGroup) -> str:
        against = row.against
        return comparison_text(against.verdict, against.low, against.high, self._language) if against else ""


class LostUsersSheet(FigureSheet):
    """Accounts that lost users, the largest share first."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language = language
        columns: list[Column[Any]] = [
            Column("account", self.tr("Account"), lambda row: row.name, lambda row: row.name, Look.NAME, 240),
            figure_column("attrition", self.tr("Users lost"), attrgetter("attrition"), currency, language, width=124),
            Column("part", self.tr("Lost"), lambda row: row.attrition.part, _part, Look.NUMBER, 90),
            Column("n", self.tr("Users before"), lambda row: row.attrition.n, _count, Look.NUMBER, 110),
            Column("interval", self.tr("95% interval"), _low, self._interval, Look.NUMBER, 150),
        ]
        super().__init__(columns, name, identity=lambda row: row.account, most=8, parent=parent)

    def _interval(self, row: UsersGroup) -> str:
        return interval_text(row.attrition, self._language).partition(" ")[2]


class RisingUsersSheet(FigureSheet):
    """Accounts that lose a larger share of users than before, those that pay most first."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        of = partial(figure_column, currency=currency, language=language, width=150)
        columns: list[Column[Any]] = [
            Column("account", self.tr("Account"), lambda row: row.name, lambda row: row.name, Look.NAME, 240),
            Column("mrr", self.tr("MRR"), lambda row: row.mrr, self._mrr, Look.NUMBER, 120),
            of("late", self.tr("Lost in the last 90 days"), attrgetter("late")),
            Column("n", self.tr("Users"), lambda row: row.late.n, self._of, Look.NUMBER, 110),
            of("before", self.tr("In the 90 days before"), attrgetter("before")),
        ]
        super().__init__(columns, name, identity=lambda row: row.account, most=8, parent=parent)

    def _mrr(self, row: RisingRow) -> str:
        return money(row.mrr, self._currency, self._language)

    def _of(self, row: RisingRow) -> str:
        return self.tr("{k} of {n}").format(k=f"{row.late.part:,}", n=f"{row.late.whole:,}")


def _quiet(row: UsersRow, key: str) -> bool:
    return not row.complete or weak(getattr(row, key))


def _low(row: UsersGroup) -> object:
    return row.attrition.low


def _part(row: UsersGroup) -> str:
    return f"{row.attrition.part or 0:,}"


def _count(row: UsersGroup) -> str:
    return "–" if row.attrition.n is None else f"{row.attrition.n:,}"


def _difference(row: UsersGroup) -> object:
    return row.against.difference if row.against else None
