"""Each owner's accounts: health by band, the gap to the other owners with what makes it, and the work of the period."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from csdesk.metrics.health.gap import hand_lift, lift
from csdesk.metrics.health.why import tenths
from csdesk.models.kinds import Band
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.linked import Linked
from csdesk.ui.widgets.part import Part, titled_row
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.health_words import health_text
from csdesk.usecases.risks import RISK_METRICS
from csdesk.wording.charts import period_name
from csdesk.wording.factors import factor_name
from csdesk.wording.health import tenths_text
from csdesk.wording.kinds import TOUCH_TYPES
from csdesk.wording.metrics import metric_name
from csdesk.wording.owners import gap_sentence, no_gap, verdict_sentence
from csdesk.wording.speech import NOTHING, look_up, money, whole
from csdesk.wording.window import BANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QModelIndex

    from csdesk.metrics.health.gap import Gap, GapPart
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.models.months import Period
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.owners import OwnerRow, OwnersPage

_BANDS = (Band.RED, Band.YELLOW, Band.GREEN, Band.UNKNOWN)
_LOWEST = 3
"""Accounts that a sentence names."""


def gap_said(
    owner: str, gap: Gap, names: Mapping[int, str], language: Language, part: Callable[[str, str], str]
) -> str:
    """A gap as a sentence of parts."""
    lowest = [(one.account, names.get(one.account, "")) for one in gap.own[:_LOWEST]]
    driver = (gap.driver.factor, gap.driver.tenths) if gap.driver else None
    return gap_sentence(owner, (tenths(gap.mean), tenths(gap.others_mean)), driver, lowest, language, part)


class OwnersPart(Part):
    """A row an owner; of the one chosen the sentence, the factors, and the accounts that make the factor chosen."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._answer: OwnersPage | None = None
        self._row: OwnerRow | None = None
        self._wanted: tuple[str, str] | None = None
        self._place: int | None = None
        self.owners = FigureSheet(
            self._owner_columns(), self.tr("Accounts by owner"), identity=lambda row: row.owner, parent=self
        )
        self.add_table(self.owners)
        self.said = Linked(self)
        self.said.followed.connect(self._follow)
        self.body.addWidget(self.said)
        self.verdict = self.add_said("small")
        self.parts = FigureSheet(
            self._part_columns(), self.tr("What makes the gap"), identity=lambda row: row.factor, parent=self
        )
        self.accounts = FigureSheet(
            self._account_columns(),
            self.tr("Accounts of this owner, those that pull the factor down first"),
            identity=lambda row: row.account,
            parent=self,
        )
        self._opened = self._side_by_side()
        self.owners.selectionModel().currentChanged.connect(self._choose_owner)
        self.parts.selectionModel().currentChanged.connect(self._choose_part)
        self.accounts.opened.connect(lambda row: self.frame.open_account(row.account))

    def refresh(self) -> None:
        """Ask again."""
        scope = self.frame.scope

        def question(book: Book) -> OwnersPage:
            from csdesk.usecases.owners import owners_page

            return owners_page(book, scope)

        self.desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: OwnersPage) -> None:
        """Show what the book answered; the owner that was looked at stays, else the one furthest behind is."""
        (chosen, factor), self._wanted = self._wanted or (self._row.owner if self._row else "", ""), None
        self._answer = answer
        self.owners.show_rows(answer.rows, self._owner_columns(answer.rows))
        behind = min(answer.rows, key=lambda row: row.gap.tenths if row.gap else 0, default=None)
        self._show_owner(next((row for row in answer.rows if row.owner == chosen), behind))
        self._show_factor(factor)

    def _side_by_side(self) -> QWidget:
        """The factors, and the accounts of one of them."""
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        note = self.tr("They sum to the gap. Choose one for its accounts.")
        for sheet, said in ((self.parts, note), (self.accounts, "")):
            TableCopies(self.around, sheet)
            column = QVBoxLayout()
            column.addLayout(titled_row(self, sheet.accessibleName(), note=said)[0])
            column.addWidget(sheet)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.body.addWidget(held)
        return held

    def _choose_owner(self, current: QModelIndex) -> None:
        row = self.owners.row(current)
        if row is not None and row is not self._row:
            self._show_owner(row)

    def _show_owner(self, row: OwnerRow | None) -> None:
        self._row = row
        gap = row.gap if row else None
        for widget in (self._opened, self.verdict):
            widget.setVisible(gap is not None)
        if row is None or gap is None or self._answer is None:
            self.said.setText(no_gap(self.language) if row else "")
            return
        self.said.say(partial(gap_said, row.owner, gap, self._answer.names, self.language))
        counts = (len(gap.own), len(gap.others))
        self.verdict.setText(verdict_sentence(gap.verdict, *counts, gap.interval, self.language))
        self.parts.show_rows(gap.parts)
        self._show_accounts(gap, gap.driver or gap.parts[0])

    def choose(self, owner: str, factor: str = "") -> None:
        """Look at an owner, and at one of the factors of its gap."""
        self._wanted = (owner, factor)
        if self._answer is not None:
            self.show_answer(self._answer)

    def _follow(self, key: str) -> None:
        """What the sentence speaks of: an account, else the table that shows it."""
        if key.isdecimal():
            self.frame.open_account(int(key))
            return
        driver = self._row.gap.driver if key == "factor" and self._row and self._row.gap else None
        self._show_factor(driver.factor if driver else "")
        {"owner": self.accounts, "others": self.owners}.get(key, self.parts).setFocus()

    def _show_factor(self, factor: str) -> None:
        parts = self._row.gap.parts if self._row and self._row.gap else ()
        for at, part in enumerate(parts):
            if part.factor == factor:
                self.parts.selectRow(at)

    def _choose_part(self, current: QModelIndex) -> None:
        part = self.parts.row(current)
        if part is not None and self._row is not None and self._row.gap is not None:
            self._show_accounts(self._row.gap, part)

    def _show_accounts(self, gap: Gap, part: GapPart) -> None:
        """Of one factor: each account with its value and how far it lifts or presses the account."""
        self._place = next((at for at, one in enumerate(gap.own[0].factors) if one.factor == part.factor), None)
        rows = sorted(gap.own, key=lambda one: (_lift(one, self._place, gap.others_mean), one.score or 0.0))
        self.accounts.show_rows(rows, self._account_columns(gap, part))

    def _owner_columns(self, rows: Sequence[OwnerRow] = ()) -> list[Column[Any]]:
        cause = partial(_cause, language=self.language)
        return [
            Column("owner", self.tr("Owner"), lambda row: row.owner, lambda row: row.owner, Look.TITLE, 150),
            Column(
                "n", self.tr("Accounts"), lambda row: row.accounts, lambda row: f"{row.accounts:,}", Look.NUMBER, 80
            ),
            Column("mean", self.tr("Mean health"), _mean, lambda row: _shown(_mean(row)), Look.NUMBER, 100),
            Column("gap", self.tr("To others"), _gap, lambda row: _signed(_gap(row)), Look.NUMBER, 120),
            Column("driver", self.tr("Biggest cause"), cause, cause, width=200),
            *_band_columns(rows, self.currency, self.language),
            Column(
                "touches",
                self.tr("Touches"),
                _touches,
                lambda row: f"{_touches(row):,}",
                Look.NUMBER,
                80,
                tip=lambda row: _touched(row, self._answer.period, self.language) if self._answer else "",
            ),
            Column(
                "tickets",
                self.tr("Tickets closed"),
                lambda row: row.tickets,
                lambda row: f"{row.tickets:,}",
                Look.NUMBER,
            ),
            *_risk_columns(self.currency, self.language),
        ]

    def _part_columns(self) -> list[Column[Any]]:
        def name(row: GapPart) -> str:
            return factor_name(row.factor, self.language)

        return [
            Column("factor", self.tr("Factor"), name, name, Look.TITLE, 170),
            Column("own", self.tr("This owner"), lambda row: row.own, lambda row: _score(row.own), Look.NUMBER, 110),
            Column(
                "others", self.tr("Other owners"), lambda row: row.others, lambda row: _score(row.others), Look.NUMBER
            ),
            Column(
                "points", self.tr("Points"), lambda row: row.tenths, lambda row: tenths_text(row.tenths), Look.NUMBER
            ),
        ]

    def _account_columns(self, gap: Gap | None = None, part: GapPart | None = None) -> list[Column[Any]]:
        level = gap.others_mean if gap else 0.0
        heading = factor_name(part.factor, self.language) if part else ""

        def value(row: AccountHealth) -> float | None:
            if self._place is None:
                return row.hand.score if row.hand else None
            return row.factors[self._place].value

        def points(row: AccountHealth) -> float:
            return _lift(row, self._place, level)

        return [
            Column("name", self.tr("Account"), self._name, self._name, Look.NAME, 190),
            Column(
                "score",
                self.tr("Health"),
                lambda row: row.score,
                lambda row: health_text(row, self.language),
                Look.BAND,
                130,
                band=lambda row: row.band,
            ),
            Column("value", heading, value, lambda row: _score(value(row)), Look.NUMBER, 130),
            Column(
                "points",
                self.tr("Effect on score"),
                points,
                lambda row: tenths_text(tenths(points(row))),
                Look.NUMBER,
                100,
            ),
        ]

    def _name(self, row: AccountHealth) -> str:
        return self._answer.names.get(row.account, "") if self._answer else ""


def _band_columns(rows: Sequence[OwnerRow], currency: Currency, language: Language) -> list[Column[Any]]:
    """A band in which nobody has an account takes no room."""
    bands = (band for band in _BANDS if any(row.bands.get(band, (0,))[0] for row in rows))
    return [_band_column(band, currency, language) for band in bands]


def _band_column(band: Band, currency: Currency, language: Language) -> Column[Any]:
    def amount(row: OwnerRow) -> object:
        return row.bands[band][1] if band in row.bands else 0

    def text(row: OwnerRow) -> str:
        n, mrr = row.bands.get(band, (0, None))
        return f"{n:,} · {money(mrr, currency, language)}" if n and mrr is not None else NOTHING

    return Column(f"band_{band}", BANDS[band].say(language), amount, text, Look.NUMBER, 130)


def _touched(row: OwnerRow, period: Period, language: Language) -> str:
    """Touches by type, and of which period."""
    counts = sorted(row.touches.items(), key=lambda item: -item[1])
    lines = [f"{look_up(TOUCH_TYPES, kind, language)}: {n:,}" for kind, n in counts]
    return "\n".join((period_name(period, language), *lines))


def _lift(row: AccountHealth, place: int | None, level: float) -> float:
    return hand_lift(row, level) if place is None else lift(row, place, level)


def _risk_columns(currency: Currency, language: Language) -> list[Column[Any]]:
    """How soon risks are seen, how many come to nothing, what that saves."""

    def column(at: int, metric: str) -> Column[Any]:
        name = metric_name(metric, language)
        return figure_column(metric, name, lambda row: row.risks[at], currency, language, width=130)

    return [column(at, metric) for at, metric in enumerate(RISK_METRICS)]


def _cause(row: OwnerRow, language: Language) -> str:
    driver = row.gap.driver if row.gap else None
    return f"{factor_name(driver.factor, language)} {tenths_text(driver.tenths)}" if driver else ""


def _mean(row: OwnerRow) -> int | None:
    return tenths(row.gap.mean) if row.gap else None


def _gap(row: OwnerRow) -> int | None:
    return row.gap.tenths if row.gap else None


def _touches(row: OwnerRow) -> int:
    return sum(row.touches.values())


def _shown(points: int | None) -> str:
    return NOTHING if points is None else f"{points / 10:.1f}"


def _signed(points: int | None) -> str:
    return NOTHING if points is None else tenths_text(points)


def _score(score: float | None) -> str:
    return NOTHING if score is None else whole(score)
