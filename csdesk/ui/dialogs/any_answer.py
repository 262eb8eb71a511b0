"""A survey answer of any account: the account is found by typing, then its people are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.ui.dialogs.answer import AnswerDialog
from csdesk.ui.dialogs.palette import found_by
from csdesk.ui.widgets.finder import Candidate, Finder
from csdesk.ui.widgets.form import form
from csdesk.usecases.answer_rows import Answerer, answerers
from csdesk.usecases.touches import AccountName, account_names

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings

_NONE = 0


class AnyAnswerDialog(AnswerDialog):
    """Adds one answer."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, _NONE, None, (), parent)
        self.finder = Finder(self.tr("Account"), self.tr("Part of the name"), parent=self)
        self.body.insertLayout(0, form([(self.tr("Account"), self.finder)]))
        self.finder.picked.connect(self._of_account)
        around.desk.ask(self, account_names, self._offer_accounts)
        self.setTabOrder(self.finder.line, self.survey)
        self.finder.setFocus()

    def check(self) -> None:
        if not isinstance(self.finder.key, int) and len(self.finder.hits) == 1:
            self.finder.choose(self.finder.hits[0])
        if isinstance(self.finder.key, int):
            self._account = self.finder.key
            super().check()
        else:
            self.say_wrong(self.tr("Choose the account: type part of its name, then Enter."), self.finder)

    def _offer_accounts(self, names: tuple[AccountName, ...]) -> None:
        self.finder.offer([Candidate(name.id, name.name, found_by(name)) for name in names])

    def _of_account(self, account: object) -> None:
        if isinstance(account, int):
            self._around.desk.ask(self, lambda book: answerers(book, account), self._offer_people, about="people")
            self.score.setFocus()

    def _offer_people(self, people: tuple[Answerer, ...]) -> None:
        while self.who.count() > 1:
            self.who.removeItem(1)
        for person in people:
            self.who.add(person.id, person.name)
