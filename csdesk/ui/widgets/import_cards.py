"""The tables of an import, a card each: few are open at once, and few are built in one turn of the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from csdesk.ui.widgets.table_card import TableCard
from csdesk.usecases.importing import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.candidate import Candidate
    from csdesk.ui.import_flow import ImportFlow
    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.table_body import TableBody

_OPEN, _AT_ONCE = 2, 3
"""Tables that are open side by side, and cards that are built in one turn."""


class ImportCards(QWidget):
    """Follows the flow's candidates. `wants_refused` carries the planned table whose refused rows are to be saved."""

    wants_refused = Signal(object)

    def __init__(self, around: Surroundings, flow: ImportFlow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._flow = around, flow
        self._shown: list[tuple[Candidate, TableCard]] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)
        self._leaving: list[TableCard] = []
        self._opening: TableCard | None = None
        """The last card that was built, which opens when the window has drawn its heading."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    @property
    def cards(self) -> list[TableCard]:
        """The cards that are there, in the order of the candidates."""
        return [card for _, card in self._shown]

    @property
    def has_doubts(self) -> bool:
        """Whether any table that is taken has something to look at."""
        return any(one.included and one.has_doubts() for one in self._flow.candidates)

    def show_plan(self) -> None:
        """Show every table as it now stands."""
        here = {id(candidate) for candidate in self._flow.candidates}
        for gone in [pair for pair in self._shown if id(pair[0]) not in here]:
            self._shown.remove(gone)
            self._opening = None if self._opening is gone[1] else self._opening
            gone[1].hide()
            self._leaving.append(gone[1])
        alone = sum(candidate.included for candidate in self._flow.candidates) == 1
        for candidate, card in self._shown:
            card.show_candidate(candidate)
            card.give_room(alone=alone)
        self._build()

    def go_to_trouble(self, step: int) -> None:
        """To the next cell in trouble, in the table that has the keyboard, else in the first that has any."""
        focus = QApplication.focusWidget()
        held = [card for card in self.cards if focus is not None and card.isAncestorOf(focus)]
        troubled = [card for one, card in self._shown if one.planned is not None and one.planned.problems]
        card = next((card for card in (*held, *troubled) if card in troubled), None)
        if card is None:
            return
        card.fold.setChecked(True)
        troubles = card.body.troubles
        if troubles.isVisible():
            troubles.go(step)
        else:
            card.body.show_troubles()
        troubles.list.setFocus()

    def _go_on(self) -> None:
        """What is left to open, to take away and to build, a little in each turn of the window."""
        if self._opening:
            if not self._opening.build():
                self._opening.fold.setChecked(True)
                self._opening = None
            self._plan_rest()
            return
        for card in self._leaving[:_AT_ONCE]:
            card.deleteLater()
        del self._leaving[:_AT_ONCE]
        self._build()

    def _plan_rest(self) -> None:
        if self._opening or self._leaving or len(self._shown) < len(self._flow.candidates):
            self._later.start(0)

    def _build(self) -> None:
        """The next few cards, the last of them one that is to open; the rest follows when the window had its turn."""
        candidates = self._flow.candidates
        opened = {id(one) for one in self._to_open(candidates)}
        alone = sum(candidate.included for candidate in candidates) == 1
        for place in range(len(self._shown), min(len(self._shown) + _AT_ONCE, len(candidates))):
            candidate, card = candidates[place], self._card(place)
            self._shown.append((candidate, card))
            card.give_room(alone=alone)
            card.show_candidate(candidate)
            if id(candidate) in opened:
                self._opening = card
                break
        self._plan_rest()

    def _to_open(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """All that are taken where they are few, of many the first that needs a person; any where none is taken."""
        taken = [candidate for candidate in candidates if candidate.included] or candidates
        if len(taken) <= _OPEN:
            return list(taken)
        needing = (one for one in taken if one.has_doubts() or one.counts[Verdict.REFUSED])
        return [next(needing, taken[0])]

    def _card(self, place: int) -> TableCard:
        card = TableCard(self._around, self)
        card.kind_chosen.connect(lambda kind: self._flow.choose_kind(place, kind))
        card.included.connect(lambda on: self._flow.include(place, on=on))
        card.built.connect(partial(self._follow, place))
        self._column.addWidget(card)
        return card

    def _follow(self, place: int, body: TableBody) -> None:
        """Do what the person says in the body of a card."""
        flow = self._flow
        body.field_chosen.connect(lambda chosen: flow.choose_field(place, *chosen))
        body.answered.connect(lambda answered: flow.choose_answer(place, *answered))
        body.mended.connect(lambda mended: flow.mend_all(place, *mended))
        body.unmended.connect(lambda: flow.unmend(place))
        body.kept.connect(lambda kept: flow.keep(place, kept) if kept else flow.keep_nothing(place))
        body.same_chosen.connect(flow.choose_same)
        body.wants_anew.connect(lambda: flow.find_anew(place))
        body.wants_refused.connect(lambda: self.wants_refused.emit(flow.candidates[place].planned))
