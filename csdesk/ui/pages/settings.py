"""Settings: this machine's choices, the book's, the team, and keeping the book safe."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from csdesk.metrics.rules import Rules
from csdesk.models.kinds import Kind, Language
from csdesk.ui.dialogs.new_book import currency_choice, fiscal_choice
from csdesk.ui.notices import can_tell
from csdesk.ui.page import Page
from csdesk.ui.plain import literal
from csdesk.ui.theme import Scheme
from csdesk.ui.widgets.card import clear, muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import form
from csdesk.usecases.settings import BookSettings, book_settings, change_settings
from csdesk.usecases.team import TeamMember, save_person, team
from csdesk.wording.growth import rules_text
from csdesk.wording.window import LANGUAGES, SCHEMES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings

_WIDTH = 620


class SettingsPage(Page):
    """Every choice holds at once; those of the book are steps that can be undone."""

    name: ClassVar[str] = "settings"
    depends: ClassVar[frozenset[Kind]] = frozenset({Kind.SETTING, Kind.PERSON, Kind.ACCOUNT})

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._settings = BookSettings()
        self._machine_fields()
        self._book_fields()
        self._counted = muted("", self)
        self._members = QVBoxLayout()
        self._members.setSpacing(2)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.hide()
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()

    def refresh(self) -> None:
        self.desk.ask(self, book_settings, self.show_settings)
        self.desk.ask(self, team, self.show_team, about="team")

    def show_settings(self, settings: BookSettings) -> None:
        """Show the book's settings."""
        self._settings = settings
        for choice, key in (
            (self.currency, settings.currency),
            (self.fiscal, settings.fiscal_start),
            (self.reports, settings.language),
        ):
            choice.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            choice.choose(key)
            choice.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        if not self.company.hasFocus():
            self.company.setText(settings.company)
        rules = Rules.parse(settings.rules)
        counted = rules_text(rules.ltv, rules.gross_margin, rules.ltv_to_cac_holds, self.frame.language)
        self._counted.setText(counted)

    def show_team(self, members: Sequence[TeamMember]) -> None:
        """List the team."""
        clear(self._members)
        for member in members:
            self._members.addWidget(self._member_row(member))
        if not members:
            self._members.addWidget(QLabel(self.tr("Nobody yet. Owners of imported accounts appear here."), self))

    # -- what is chosen --------------------------------------------------------------------------------------------

    def _keep_book(self) -> None:
        wanted = replace(
            self._settings,
            currency=str(self.currency.key),
            fiscal_start=int(str(self.fiscal.key)),
            language=Language(str(self.reports.key)),
            company=self.company.text().strip(),
        )
        if wanted != self._settings:
            self.desk.do(self, lambda book: change_settings(book, wanted), None, self.frame.complain)

    def _keep_language(self) -> None:
        key = self.language.key
        self.around.preferences.language = Language(str(key)) if key else None
        self.frame.restyle()

    def _keep_scheme(self) -> None:
        self.around.preferences.scheme = Scheme(str(self.scheme.key))
        self.frame.restyle()

    def _keep_notices(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.around.preferences.notices = wanted

    def _keep_who(self) -> None:
        self.around.preferences.who = self.who.text().strip()

    def _add_member(self) -> None:
        name, given = QInputDialog.getText(self, self.tr("New team member"), self.tr("Name"))
        if given and name.strip():
            wanted = name.strip()
            self.desk.do(self, lambda book: save_person(book, None, name=wanted), self._say_added, self.frame.complain)

    def _rename_member(self, member: TeamMember) -> None:
        name, given = QInputDialog.getText(self, self.tr("Team member"), self.tr("Name"), text=member.name)
        wanted = name.strip()
        if given and wanted and wanted != member.name:
            email, role = member.email, member.role
            self.desk.do(
                self,
                lambda book: save_person(book, member, name=wanted, email=email, role=role),
                self._say_added,
                self.frame.complain,
            )

    def _say_added(self, changes: Changes) -> None:
        self.frame.toast(self.tr("Saved: {name}").format(name=changes.subject), undo=True)

    # -- keeping the book safe -------------------------------------------------------------------------------------

    def _back_up(self) -> None:
        from csdesk.usecases.books import backup_book

        self.desk.ask(self, backup_book, self._say_backed_up, about="backup")

    def _say_backed_up(self, path: Path) -> None:
        self._say(self.tr("Saved: {name}").format(name=path))

    def _check(self) -> None:
        from csdesk.ui.dialogs.check_book import CheckBook

        CheckBook(self.around, self).open()

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()

    def _show_backups(self) -> None:
        from csdesk.ui.dialogs.backups import Backups

        path = self.around.opening.book
        if path is not None:
            Backups(self.around, path, self).open()

    # -- building --------------------------------------------------------------------------------------------------

    def _machine_fields(self) -> None:
        language, preferences = self.frame.language, self.around.preferences
        languages: list[tuple[object, str]] = [(None, SCHEMES["system"].say(language))]
        languages += [(key, words.say(language)) for key, words in LANGUAGES.items()]
        self.language = Choice(languages, self.tr("Language"), self)
        self.language.choose(preferences.language)
        self.language.currentIndexChanged.connect(lambda _place: self._keep_language())
        self.scheme = Choice([(scheme, SCHEMES[scheme].say(language)) for scheme in Scheme], self.tr("Colours"), self)
        self.scheme.choose(preferences.scheme)
        self.scheme.currentIndexChanged.connect(lambda _place: self._keep_scheme())
        self.who = QLineEdit(self)
        self.who.setText(self.around.opening.who)
        self.who.editingFinished.connect(self._keep_who)
        fields: list[tuple[str, QWidget]] = [(self.tr("Your name"), self.who), (self.tr("Language"), self.language)]
        fields.append((self.tr("Colours"), self.scheme))
        if can_tell():
            self.notices = QCheckBox(self.tr("When a day begins, name the customers that are new on Today"), self)
            self.notices.setChecked(preferences.notices)
            self.notices.toggled.connect(self._keep_notices)
            fields.append((self.tr("Desktop notices"), self.notices))
        self._machine = form(fields)

    def _book_fields(self) -> None:
        language = self.frame.language
        self.company = QLineEdit(self)
        self.company.editingFinished.connect(self._keep_book)
        self.currency = currency_choice(self.tr("Currency"), language, self)
        self.fiscal = fiscal_choice(self.tr("Fiscal year starts in"), language, self)
        self.reports = Choice(
            [(key, words.say(language)) for key, words in LANGUAGES.items()], self.tr("Language of reports"), self
        )
        for choice in (self.currency, self.fiscal, self.reports):
            choice.currentIndexChanged.connect(lambda _place: self._keep_book())

        rules = (self.tr("How it is counted"), partial(_open_rules, self))
        self._ways = self._buttons(rules, (self.tr("What counts as use"), partial(_open_measures, self)))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(10)
        self._section(column, self.tr("The book"))
        column.addLayout(
            form(
                [
                    (self.tr("Company"), self.company),
                    (self.tr("Currency"), self.currency),
                    (self.tr("Fiscal year starts in"), self.fiscal),
                    (self.tr("Language of reports"), self.reports),
                ]
            )
        )
        self._section(column, self.tr("Unit economics"))
        column.addWidget(self._counted)
        column.addLayout(self._ways)
        self._section(column, self.tr("The team"))
        column.addLayout(self._members)
        column.addLayout(self._buttons((self.tr("Add team member"), self._add_member)))
        self._section(column, self.tr("Safety"))
        column.addLayout(
            self._buttons(
                (self.tr("Back up now"), self._back_up),
                (self.tr("Check the book"), self._check),
                (self.tr("Show the backups"), self._show_backups),
            )
        )
        column.addWidget(self._said)
        self._section(column, self.tr("This machine"))
        column.addLayout(self._machine)
        column.addStretch(1)
        self._scroll(column)

    def _scroll(self, column: QVBoxLayout) -> None:
        content = QWidget(self)
        content.setProperty("role", "page")
        content.setMaximumWidth(_WIDTH)
        content.setLayout(column)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _section(self, column: QVBoxLayout, word: str) -> None:
        if column.count():
            column.addSpacing(14)
        label = QLabel(word, self)
        label.setProperty("role", "section")
        column.addWidget(label)

    def _buttons(self, *buttons: tuple[str, object]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for word, act in buttons:
            button = QPushButton(word, self)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _member_row(self, member: TeamMember) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = QPushButton(literal(member.name), row)
        name.setProperty("role", "link")
        name.setAccessibleName(member.name)
        name.clicked.connect(lambda: self._rename_member(member))
        text = self.tr("{n} accounts") if member.accounts != 1 else self.tr("1 account")
        owns = QLabel(text.format(n=f"{member.accounts:,}"), row)
        owns.setProperty("role", "muted")
        line.addWidget(name)
        line.addWidget(owns)
        line.addStretch(1)
        return row


def _open_rules(page: SettingsPage) -> None:
    from csdesk.ui.dialogs.unit_rules import UnitRules

    UnitRules(page.around, page).open()


def _open_measures(page: SettingsPage) -> None:
    from csdesk.ui.dialogs.measures import MeasuresDialog

    MeasuresDialog(page.around, page).open()
