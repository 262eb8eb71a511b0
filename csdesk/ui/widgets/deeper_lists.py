"""The lists of the Deeper page: all answers by group, accounts that grew, products, renewals, referrals, discounts."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look, Tone
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.grouped_sheet import GroupedSheet
from csdesk.usecases.deeper import BY_GROUP, ranked
from csdesk.wording.deeper import points_text
from csdesk.wording.figures import interval_text, ratio_text
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import comparison_text
from csdesk.wording.speech import NOTHING, day, money, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.deeper import AnswersRow, CutRow, DiscountRow, GroupRow, GrownRow, ProductRow

_MOST = 8
_NAME, _FIGURE = 240, 120


class GrownSheet(GroupedSheet):
    """What accounts paid then and pay now, and what lies between, as their expansions or as a ratio."""

    def __init__(
        self, name: str, language: Language, currency: Currency, parent: QWidget | None = None, *, ratio: bool
    ) -> None:
        first = self.tr("In their first month") if ratio else self.tr("At start")
        columns: list[Column[Any]] = [
            _account(self.tr("Account")),
            _amount("then", first, attrgetter("then"), currency, language),
            _amount("now", self.tr("At end"), attrgetter("now"), currency, language),
        ]
        if ratio:
            columns.append(Column("ratio", self.tr("Ratio"), _ratio, self._ratio_text, Look.NUMBER, 90))
        else:
            columns.append(_amount("grown", self.tr("Expansions"), attrgetter("grown"), currency, language))
        super().__init__(columns, name, language, identity=attrgetter("account"), most=_MOST, parent=parent)

    def _ratio_text(self, row: GrownRow) -> str:
        return ratio_text(_ratio(row), self._language)


class AnswersSheet(FigureSheet):
    """The page's figures of each group of what figures are split by."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget) -> None:
        self._language, self._by = language, ""
        headings = (
            self.tr("Expanded"),
            self.tr("NRR"),
            self.tr("Size after 3 years"),
            self.tr("Logo churn"),
            self.tr("Poor-fit churn"),
            self.tr("Discount cut"),
            self.tr("Discount"),
            self.tr("Referred"),
        )
        named: Column[Any] = Column("group", self.tr("Group"), attrgetter("name"), self._name, Look.TITLE, 180)
        figures = [
            figure_column(metric, heading, partial(_figure_of, at=at), currency, language, width=_FIGURE)
            for at, (metric, heading) in enumerate(zip(BY_GROUP, headings, strict=True))
        ]
        super().__init__([named, *figures], name, identity=attrgetter("name"), parent=parent)

    def show_answers(self, by: str, rows: Sequence[AnswersRow]) -> None:
        """Show the groups of a dimension."""
        self._by = by
        self.show_rows(rows)

    def _name(self, row: AnswersRow) -> str:
        return group_name(self._by, row.name, self._language)


class GroupSheet(FigureSheet):
    """Groups with their churn, its interval and how it stands against all others; too few are greyed, and last."""

    def __init__(self, by: str, name: str, language: Language, currency: Currency, parent: QWidget) -> None:
        self._by, self._language = by, language
        of = partial(figure_column, currency=currency, language=language)
        columns: list[Column[Any]] = [
            Column("group", self.tr("Group"), attrgetter("name"), self._name, width=_NAME, tone=_tone),
            of("churn", self.tr("Logo churn"), attrgetter("churn"), width=110),
            Column("lost", self.tr("Lost"), attrgetter("churn.part"), _lost, Look.NUMBER, 100, tone=_tone),
            Column("interval", self.tr("95% interval"), _low, self._interval, Look.NUMBER, 130, tone=_tone),
            Column("against", self.tr("Against all others"), _difference, self._against, width=250, tone=_tone),
            of("churned", self.tr("Churned MRR"), attrgetter("churned"), width=_FIGURE),
            of("accounts", self.tr("Accounts"), attrgetter("accounts"), width=90),
            of("mrr", self.tr("MRR"), attrgetter("mrr"), width=_FIGURE),
        ]
        super().__init__(columns, name, identity=attrgetter("name"), most=12, parent=parent)

    def _name(self, row: GroupRow) -> str:
        return group_name(self._by, row.name, self._language)

    def _interval(self, row: GroupRow) -> str:
        return interval_text(row.churn, self._language).partition(" ")[2]

    def _against(self, row: GroupRow) -> str:
        against = row.against
        return comparison_text(against.verdict, against.low, against.high, self._language) if against else NOTHING


class ProductSheet(FigureSheet):
    """What stayed and grew of each product."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget) -> None:
        self._language = language
        of = partial(figure_column, currency=currency, language=language, width=_FIGURE, quiet=_few)
        columns: list[Column[Any]] = [
            Column("product", self.tr("Product"), attrgetter("name"), self._name, width=_NAME),
            of("grr", self.tr("GRR"), attrgetter("grr")),
            of("nrr", self.tr("NRR"), attrgetter("nrr")),
            of("logos", self.tr("Logo retention"), attrgetter("logos")),
            Column("n", self.tr("Accounts at start"), attrgetter("logos.n"), _base, Look.NUMBER, 130),
            of("growth", self.tr("MRR growth"), attrgetter("growth")),
            figure_column("mrr", self.tr("MRR"), attrgetter("mrr"), currency, language, width=_FIGURE),
        ]
        super().__init__(columns, name, identity=attrgetter("name"), most=_MOST, parent=parent)

    def _name(self, row: ProductRow) -> str:
        return group_name("product", row.name, self._language)


class CutSheet(GroupedSheet):
    """Each account's discount at signing and after the first renewal."""

    def __init__(self, name: str, language: Language, parent: QWidget) -> None:
        columns: list[Column[Any]] = [
            _account(self.tr("Account")),
            Column("signed", self.tr("At signing"), attrgetter("signed"), _signed, Look.NUMBER, _FIGURE),
            Column("renewed", self.tr("After renewal"), attrgetter("renewed"), _renewed, Look.NUMBER, _FIGURE),
            Column("change", self.tr("Points"), _change, lambda row: points_text(_change(row)), Look.NUMBER, 90),
        ]
        super().__init__(columns, name, language, identity=attrgetter("account"), most=_MOST, parent=parent)


class ReferrerSheet(GroupedSheet):
    """Customers who brought others."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget) -> None:
        columns: list[Column[Any]] = [
            _account(self.tr("Brought by")),
            Column("n", self.tr("Accounts"), attrgetter("brought"), lambda row: f"{row.brought:,}", Look.NUMBER, 90),
            _amount("mrr", self.tr("Their MRR"), attrgetter("mrr"), currency, language),
        ]
        super().__init__(columns, name, language, identity=attrgetter("account"), most=_MOST, parent=parent)


class DiscountSheet(GroupedSheet):
    """Who has which discount, until when, and what the contract costs with and without it."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget) -> None:
        self._language = language
        columns: list[Column[Any]] = [
            _account(self.tr("Account")),
            Column("product", self.tr("Product"), attrgetter("product"), attrgetter("product"), width=150),
            Column("rate", self.tr("Discount"), _rate, lambda row: percent(_rate(row)), Look.NUMBER, 90),
            _amount("off", self.tr("Taken off"), attrgetter("off"), currency, language),
            Column("until", self.tr("Until"), attrgetter("until"), self._until, width=120),
            _amount("mrr", self.tr("MRR at stake"), attrgetter("mrr"), currency, language),
            _amount("full", self.tr("MRR without it"), lambda row: row.mrr + row.off, currency, language),
        ]
        super().__init__(columns, name, language, identity=lambda row: row, most=_MOST, parent=parent)

    def _until(self, row: DiscountRow) -> str:
        return day(row.until, self._language) if row.until else self.tr("no end")


def _account(heading: str) -> Column[Any]:
    return Column("account", heading, attrgetter("name"), attrgetter("name"), Look.NAME, _NAME)


def _amount(key: str, heading: str, value: Callable[[Any], Any], currency: Currency, language: Language) -> Column[Any]:
    def text(row: Any) -> str:  # noqa: ANN401 - rows of any kind
        return money(value(row), currency, language)

    return Column(key, heading, value, text, Look.NUMBER, 140)


def _figure_of(row: AnswersRow, at: int) -> Measure:
    return row.figures[at]


def _ratio(row: GrownRow) -> Fraction:
    return row.now / row.then


def _tone(row: GroupRow) -> Tone:
    return Tone.PLAIN if ranked(row.churn) else Tone.QUIET


def _lost(row: GroupRow) -> str:
    return f"{row.churn.part or 0:,} / {row.churn.n or 0:,}"


def _low(row: GroupRow) -> object:
    return row.churn.low


def _difference(row: GroupRow) -> object:
    return row.against.difference if row.against else None


def _few(row: ProductRow) -> bool:
    return not ranked(row.logos)


def _base(row: ProductRow) -> str:
    return f"{row.logos.n or 0:,}"


def _signed(row: CutRow) -> str:
    return percent(row.signed)


def _renewed(row: CutRow) -> str:
    return percent(row.renewed)


def _change(row: CutRow) -> Fraction:
    return 100 * (row.renewed - row.signed)


def _rate(row: DiscountRow) -> Fraction:
    return row.off / (row.mrr + row.off)
