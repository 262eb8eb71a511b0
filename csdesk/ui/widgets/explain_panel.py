"""'Where does this come from?': a figure opened down to accounts, contract lines, files and rows."""

from __future__ import annotations

import csv
import io
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui import icons, theme
from csdesk.ui.plain import literal
from csdesk.ui.widgets.card import clear
from csdesk.ui.widgets.definition_line import DefinitionLine
from csdesk.ui.widgets.explain_tree import ExplainTree
from csdesk.ui.widgets.few_line import FewLine
from csdesk.ui.widgets.lacking_link import LackingLink
from csdesk.ui.widgets.target_line import TargetLine
from csdesk.wording.charts import period_name
from csdesk.wording.figures import amount_text, figure_text, how_text, interval_text, kinds_text, left_out_text, n_text
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import metric_formula, metric_name, metric_sentence, why_sentence
from csdesk.wording.window import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.explain import Explanation

_NAMED = 6
"""Left-out accounts named at once; the rest are counted."""

_PARTS = 12
"""Figures a figure is made from that are offered at once: the months of a year."""


class ExplainPanel(QFrame):
    """Beside the page: name, figure, formula with its numbers, accounts in and accounts left out. `otherwise` carries a
    metric that is to be counted in another way."""

    otherwise = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._language, self._currency = around.window.language, around.window.currency
        self._measure: Measure | None = None
        self.setMinimumWidth(320)
        self.setAccessibleName(self.tr("Where does this come from?"))
        self._labels = {name: self._label(role) for name, role in _ROLES.items()}
        self._made_from = QVBoxLayout()
        self._few = FewLine(self._language, self)
        self.target = TargetLine(self._language, self._currency, self)
        self._lacking = LackingLink(around.window, self)
        self._counted = DefinitionLine(self._language, self)
        self._counted.wanted.connect(self.otherwise)
        self._tree = ExplainTree(self._language, self._currency, self.tr("Accounts behind the figure"), self)
        self._tree.opened.connect(around.window.open_account)
        around.desk.changed.connect(self.hide)  # the book has changed, and the figure with it
        self._lay_out()

    def show_measure(self, measure: Measure) -> None:
        """Open a figure: what is known at once, then the accounts once the book has answered."""
        self._measure = measure
        scope = self._around.window.scope
        self._lacking.hide()
        self._few.hide()
        self.target.hide()
        self._show_head(measure)
        self._show_remedy(measure)

        def question(book: Book) -> Explanation:
            from csdesk.usecases.explain import explain

            return explain(book, measure, scope)

        self._around.desk.ask(self, question, self.show_explanation)

    def show_explanation(self, explanation: Explanation) -> None:
        """Show the accounts in and out."""
        self._lacking.show_measure(explanation.measure)
        self._counted.show_version(explanation.version, explanation.measure.metric)
        self._few.show_explanation(explanation)
        self.target.show_explanation(explanation)
        self._show_made_from(explanation.parts)
        n, of = len(explanation.rows), explanation.measure.evidence.of
        said = self.tr("Accounts in the figure: {n}") if n else self.tr("No account of its own is behind this figure.")
        if n and of in {Kind.COST, Kind.CONTACT}:
            said = self.tr("Costs in the figure: {n}") if of is Kind.COST else self.tr("Users in the figure: {n}")
        self._labels["in"].setText(said.format(n=f"{n:,}"))
        self._tree.show_explanation(explanation)
        self._tree.setVisible(n > 0)
        out = [self._left_out(left.why, left.accounts) for left in explanation.left_out] if n else []
        self._labels["out"].setText("\n".join(out))
        self._labels["out"].setVisible(bool(out))

    def copy_rows(self) -> None:
        """Put accounts, lines and sources on the clipboard as a spreadsheet takes them."""
        out = io.StringIO()
        csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(self._tree.accounts.table())
        QGuiApplication.clipboard().setText(out.getvalue())
        self._around.window.toast(self.tr("Rows copied"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        title = self._label("muted")
        title.setText(self.tr("Where does this come from?"))
        self._close = QToolButton(self)
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._close)
        define = QPushButton(self.tr("Definition"), self)
        define.clicked.connect(self._define)
        copy = QPushButton(self.tr("Copy rows"), self)
        copy.clicked.connect(self.copy_rows)
        buttons = QHBoxLayout()
        buttons.addWidget(define)
        buttons.addWidget(copy)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        for name in ("name", "figure", "note", "sentence", "formula"):
            column.addWidget(self._labels[name])
        column.addWidget(self.target)
        column.addWidget(self._few)
        column.addLayout(self._made_from)
        column.addWidget(self._counted)
        column.addWidget(self._lacking)
        column.addLayout(buttons)
        column.addSpacing(6)
        column.addWidget(self._labels["in"])
        column.addWidget(self._tree, 1)
        column.addWidget(self._labels["out"])
        column.addStretch(0)
        self._tint()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _tint(self) -> None:
        self._close.setIcon(icons.icon("close", theme.tokens().muted))

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_head(self, measure: Measure) -> None:
        language, currency = self._language, self._currency
        period = period_name(measure.period, language) if measure.period else ""
        name = metric_name(measure.metric, language, measure.base)
        group = group_name(measure.dimension, measure.group or "", language) if measure.dimension else ""
        self._labels["name"].setText(" · ".join(filter(None, (name, group, period))))
        self._labels["figure"].setText(figure_text(measure, currency, language))
        known = (
            interval_text(measure, language, currency),
            n_text(measure, language),
            kinds_text(measure, currency, language),
            why_sentence(measure.why, language) if measure.why else "",
        )
        self._labels["note"].setText("  ".join(filter(None, known)))
        self._labels["sentence"].setText(metric_sentence(measure.metric, language))
        self._labels["formula"].setText(_formula(measure, self._around.window.settings.rules, currency, language))
        for name in ("note", "sentence", "formula"):
            self._labels[name].setVisible(bool(self._labels[name].text()))
        self._labels["in"].setText(self.tr("Looking for the accounts ..."))

    def _show_remedy(self, measure: Measure) -> None:
        """The way to get a figure that cannot be had."""
        clear(self._made_from)
        page = _REMEDIES.get(measure.why or "")
        if page is not None:
            word = self.tr("Open: {page}").format(page=PAGES[page].say(self._language))
            self._add_link(word, partial(self._go, page, measure.why or ""))

    def _show_made_from(self, parts: tuple[Measure, ...]) -> None:
        """The figures that this one is made from, the latest of many; a part is of the same group."""
        for part in parts[-_PARTS:]:
            name = metric_name(part.metric, self._language, part.base)
            if self._measure is not None and part.period != self._measure.period and part.period is not None:
                name = f"{name} · {period_name(part.period, self._language)}"
            figure = figure_text(part, self._currency, self._language)
            word = self.tr("Made from: {figure} = {value}").format(figure=name, value=figure)
            self._add_link(word, partial(self.show_measure, part))

    def _add_link(self, word: str, act: Callable[[], object]) -> None:
        button = QPushButton(literal(word), self)
        button.setProperty("role", "link")
        button.clicked.connect(lambda _checked=False: act())
        self._made_from.addWidget(button)

    def _go(self, page: str, why: str) -> None:
        shown = self._around.window.open_page(page)
        if shown is not None:
            shown.turn_to(why)

    def _left_out(self, why: str, accounts: tuple[str, ...]) -> str:
        named = ", ".join(accounts[:_NAMED])
        more = f" … +{len(accounts) - _NAMED:,}" if len(accounts) > _NAMED else ""
        said = self.tr("Left out: {n}, {why}: {names}")
        return said.format(n=f"{len(accounts):,}", why=left_out_text(why, self._language), names=named + more)

    def _define(self) -> None:
        if self._measure is not None:
            self._around.window.define(self._measure.metric)


def _formula(measure: Measure, rules: str, currency: Currency, language: Language) -> str:
    """How the figure is made by the book's rules, with its own numbers put in."""
    from csdesk.metrics.rules import Rules
    from csdesk.usecases.figures import part_units

    shown = {
        place: amount_text(amount, unit, currency, language)
        for place, amount, unit in zip(
            ("part", "whole"), (measure.part, measure.whole), part_units(measure), strict=True
        )
        if amount is not None and unit is not None
    }
    value = "" if measure.value is None else figure_text(measure, currency, language)
    how, by = how_text(measure, language), Rules.parse(rules).ltv if measure.base == "start" else measure.base
    return metric_formula(measure.metric, language, value=value, how=how, by=by, **shown)


_REMEDIES = {
    "no_costs": "growth",
    "no_retention_costs": "growth",
    "no_purchases": "growth",
    "no_years": "growth",
    "below_zero": "growth",
    "no_answers": "voice",
    "not_asked": "voice",
    "not_all_asked": "voice",
    "no_touch_cost": "growth",
    "part_of_costs": "growth",
    "no_amounts": "accounts",
    "no_history": "import",
    "no_use": "import",
    "by_month": "import",
    "by_account": "import",
    "no_key_features": "users",
}
"""The page where what a figure lacks is entered, by why it cannot be had."""

_ROLES = {
    "name": "heading",
    "figure": "figure",
    "note": "muted",
    "sentence": "",
    "formula": "muted",
    "in": "heading",
    "out": "small",
}
