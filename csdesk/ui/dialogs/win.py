"""A win: of an account, or of the team itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind
from csdesk.ui.dialogs.palette import found_by
from csdesk.ui.dialogs.work_row import WorkRow
from csdesk.ui.widgets.finder import Candidate, Finder
from csdesk.ui.widgets.form import form
from csdesk.usecases.touches import AccountName, account_names

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings

_NONE = 0


class WinDialog(WorkRow):
    """A new one asks for its account, which may be left empty."""

    def __init__(self, around: Surroundings, row: int | None, parent: QWidget) -> None:
        super().__init__(around, Kind.WIN, _NONE, row, parent)
        self.finder: Finder | None = None
        if row is None:
            self.finder = Finder(self.tr("Account, if any"), self.tr("Part of the name"), parent=self)
            self.body.insertLayout(0, form([(self.tr("Account, if any"), self.finder)]))
            around.desk.ask(self, account_names, self._offer, about="accounts")

    def check(self) -> None:
        if self.finder is not None:
            typed = self.finder.line.text().strip()
            if typed and not isinstance(self.finder.key, int) and len(self.finder.hits) == 1:
                self.finder.choose(self.finder.hits[0])
            if typed and not isinstance(self.finder.key, int):
                self.say_wrong(self.tr("Choose the account, or leave its field empty."), self.finder)
                return
            self._account = self.finder.key if isinstance(self.finder.key, int) else _NONE
        super().check()

    def _offer(self, names: tuple[AccountName, ...]) -> None:
        assert self.finder is not None
        self.finder.offer([Candidate(name.id, name.name, found_by(name)) for name in names])
