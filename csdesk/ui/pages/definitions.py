"""Definitions: what figures are counted by, its versions, and what others would make of the same book."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from csdesk.metrics.vendors import Vendor
from csdesk.models.kinds import Kind
from csdesk.ui.rows import Column, Look, Tone
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.definition_line import which_version
from csdesk.ui.widgets.differences import DifferenceAccounts
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.wording.charts import period_name
from csdesk.wording.definition_sheet import changed_text, vendor_text, version_text
from csdesk.wording.metrics import metric_name
from csdesk.wording.speech import day, look_up, moment
from csdesk.wording.vendors import VENDOR_NOTES

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.counting import Compared
    from csdesk.usecases.definition_page import DefinitionPage as Answer
    from csdesk.usecases.definitions import Version


class DefinitionsPage(NumberPage):
    """The state, the versions, and one period's figures side by side by vendor with the accounts that differ."""

    name: ClassVar[str] = "definitions"
    depends: ClassVar[frozenset[Kind]] = frozenset({Kind.ACCOUNT, Kind.CONTRACT, Kind.COST, Kind.SETTING,
                                               Kind.DEFINITION})  # fmt: skip

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._answer: Answer | None = None
        self.change = self._button(self.tr("Change how it is counted ..."), self._open_counting)
        self.sign = self._button(self.tr("Definition sheet ..."), self._open_sheet)
        self._state = muted("", self)
        self.body.addWidget(self._state)
        self.section(self.tr("Versions"), note=self.tr("Double-click on a version to read its sheet."))
        self.versions = FigureSheet(
            self._version_columns(), self.tr("Versions"), identity=lambda row: row.id, most=6, parent=self
        )
        self.versions.opened.connect(self._read)
        self.add_table(self.versions)
        self.section(
            self.tr("As others count"), note=self.tr("Choose a figure to see the accounts that make the difference.")
        )
        self.compared = FigureSheet(
            self._vendor_columns(),
            self.tr("As others count"),
            identity=lambda row: row.now.metric,
            most=16,
            parent=self,
        )
        self.compared.selectionModel().currentChanged.connect(self._show_accounts)
        self.add_table(self.compared)
        self._note = muted("", self)
        self.body.addWidget(self._note)
        self.accounts = DifferenceAccounts(self.language, self.currency, self)
        self.accounts.opened.connect(lambda row: self.frame.open_account(row.account))
        self.body.addWidget(self.accounts)

    def refresh(self) -> None:
        scope = self.frame.scope

        def question(book: Book) -> Answer:
            from csdesk.usecases.definition_page import definition_page

            return definition_page(book, scope)

        self.desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self._answer = answer
        self.show_empty(empty=all(row.now.value is None for row in answer.compared))
        self._state.setText(self._stated(answer))
        self.say(period_name(answer.period, self.language))
        self.versions.show_rows(answer.versions)
        self.compared.show_rows(answer.compared)
        self._show_accounts(self.compared.currentIndex())

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "note",
            self.tr("Nothing to count yet"),
            self.tr(
                "Once contracts are here, this page shows the same figures as csdesk, ChartMogul, Stripe, ProfitWell "
                "and Baremetrics count them, and keeps every version of how your team does."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )

    # -- what is done ----------------------------------------------------------------------------------------------

    def _open_counting(self) -> None:
        from csdesk.ui.dialogs.counting import Counting

        Counting(self.around, self).open()

    def _open_sheet(self) -> None:
        from csdesk.ui.dialogs.definition_sheet import DefinitionSheet

        if self._answer is not None:
            DefinitionSheet(self.around, self._answer.rules, self._answer.in_force, self).open()

    def _read(self, version: Version) -> None:
        from csdesk.ui.dialogs.definition_sheet import DefinitionSheet

        DefinitionSheet(self.around, version.rules, version, self).open()

    def _show_accounts(self, current: QModelIndex) -> None:
        row: Compared | None = self.compared.row(current)
        key = self.compared.key(current)
        vendor = Vendor(key) if key in set(Vendor) else None
        self._note.setText(look_up(VENDOR_NOTES, vendor, self.language) if vendor else "")
        self._note.setVisible(vendor is not None)
        self.accounts.show_difference(dict(row.by)[vendor] if row and vendor else None)

    # -- building --------------------------------------------------------------------------------------------------

    def _button(self, word: str, act: Any) -> QPushButton:  # noqa: ANN401 - a bound method
        button = QPushButton(word, self)
        button.clicked.connect(act)
        self.tools.addWidget(button)
        return button

    def _stated(self, answer: Answer) -> str:
        version, language = answer.in_force, self.language
        parts = [
            which_version(version, language),
            self.tr("counted like {vendor}").format(vendor=vendor_text(answer.rules.vendor, language)),
        ]
        if version and version.sheet.agreed_by:
            agreed = self.tr("agreed by {who}, {day}")
            parts.append(agreed.format(who=version.sheet.agreed_by, day=day(version.sheet.agreed_on, language)))
        return "  ·  ".join(parts)

    def _version_columns(self) -> list[Column[Any]]:
        language, in_force = self.language, self.tr("in force")

        def changed(row: Version) -> str:
            return changed_text(row.changed, row.before.spelled, row.rules.spelled, language)

        def agreed(row: Version) -> str:
            on = row.sheet.agreed_on
            return " · ".join(filter(None, (row.sheet.agreed_by, day(on, language) if on else "")))

        def name(row: Version) -> str:
            said = version_text(row.number, row.made_at, language)
            return f"{said} · {in_force}" if row.in_force else said

        return [
            Column("version", self.tr("Version"), lambda row: row.number, name, Look.NAME, 230, strong=_in_force),
            Column(
                "made", self.tr("Made"), lambda row: row.made_at, lambda row: moment(row.made_at, language), width=150
            ),
            Column("who", self.tr("By"), lambda row: row.made_by, lambda row: row.made_by, width=120),
            Column("changed", self.tr("What changed"), changed, changed, width=300, tip=changed),
            Column("agreed", self.tr("Agreed"), agreed, agreed, width=240, tip=agreed),
        ]

    def _vendor_columns(self) -> list[Column[Any]]:
        language, currency = self.language, self.currency

        def figure(row: Compared) -> str:
            name, period = metric_name(row.now.metric, language, row.now.base), row.now.period
            other = self._answer is not None and period is not None and period != self._answer.period
            return f"{name} · {period_name(period, language)}" if other and period else name

        def column(vendor: Vendor) -> Column[Any]:
            of = figure_column(
                vendor,
                vendor_text(vendor, language),
                lambda row: dict(row.by)[vendor].then,
                currency,
                language,
                width=120,
            )
            return replace(of, measure=None, tone=lambda row: _tone(row, vendor))

        now = figure_column("now", self.tr("In force"), lambda row: row.now, currency, language, width=120)
        return [
            Column("figure", self.tr("Figure"), figure, figure, width=190),
            now,
            *(column(vendor) for vendor in Vendor),
        ]


def _in_force(version: Version) -> bool:
    return version.in_force


def _tone(row: Compared, vendor: Vendor) -> Tone:
    """Quiet where a vendor makes the same of it."""
    difference = dict(row.by)[vendor]
    return Tone.QUIET if difference.now.value == difference.then.value else Tone.PLAIN
