"""A health profile for some accounts: its name, and which accounts are scored by it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from csdesk.metrics.health.whom import fitting, holders
from csdesk.ui.plain import brief
from csdesk.ui.rows import Column, Found, Look, RowsModel
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import FormDialog, form
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.health_profile import choosable
from csdesk.wording.health import profile_name
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import dimension_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from csdesk.metrics.health.model import Profile
    from csdesk.metrics.health.whom import Whom
    from csdesk.metrics.shapes import Accounts
    from csdesk.models.kinds import Language

_WIDTH, _HIGH, _LONGEST = 760, 300, 60
_VALUE = Qt.ItemDataRole.UserRole
_NAMED, _HELD = range(2)


class ProfileDialog(FormDialog):
    """Ticked values of one field are alternatives; an account must have one of each field that has any. Beside them
    stand the accounts, as they are now. `chosen` carries the special profile; a new one begins as a copy."""

    chosen = Signal(object)

    def __init__(
        self, profile: Profile, name: str, accounts: Accounts, language: Language, parent: QWidget | None = None
    ) -> None:
        """`name` is of the special profile to change, '' for a new one."""
        super().__init__(parent)
        self._profile, self._known, self._accounts, self._language = profile, name, accounts, language
        self.setWindowTitle(self.tr("Health profile") if name else self.tr("New health profile"))
        self.name = QLineEdit(name, self)
        self.name.setMaxLength(_LONGEST)
        self.begins = Choice(
            [(one.name, profile_name(one.name, language)) for one in profile.special]
            + [("", profile_name("", language))],
            self.tr("Begins as a copy of"),
            self,
        )
        self.begins.choose("")
        fields: list[tuple[str, QWidget]] = [(self.tr("Name"), self.name)]
        if not name:
            fields.append((self.tr("Begins as a copy of"), self.begins))
        self.begins.setVisible(not name)
        self.body.addLayout(form(fields))
        self.whom = self._tree()
        rows: RowsModel[tuple[str, str]] = RowsModel((), identity=lambda row: row)
        self.accounts = SheetView(rows, self.tr("Accounts that fit"), self)
        rows.setParent(self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self._lay_out()
        self._count()
        self.setMinimumWidth(_WIDTH)

    @property
    def wanted(self) -> Profile:
        """The special profile as it is typed and ticked."""
        begun = self._profile.named(self._known or str(self.begins.key or ""))
        return replace(begun, name=self.name.text().strip(), whom=self._ticked(), special=())

    def check(self) -> None:
        others = {self._profile.name, *(one.name for one in self._profile.special)} - {self._known}
        wanted = self.wanted
        if not wanted.name:
            self.say_wrong(self.tr("Give the profile a name."), self.name)
        elif wanted.name in others:
            self.say_wrong(self.tr("Another profile has this name."), self.name)
        elif not wanted.whom:
            self.say_wrong(self.tr("Tick which accounts it is for."), self.whom)
        else:
            self.chosen.emit(wanted)
            self.accept()

    # -- building --------------------------------------------------------------------------------------------------

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setHeaderHidden(True)
        tree.setAccessibleName(self.tr("Which accounts"))
        kept = dict(self._profile.named(self._known).whom) if self._known else {}
        for dimension, values in choosable(self._accounts, kept).items():
            above = QTreeWidgetItem(tree, [brief(dimension_name(dimension, self._language))])
            above.setData(0, _VALUE, dimension)
            above.setFlags(Qt.ItemFlag.ItemIsEnabled)
            counts = Counter(self._accounts[dimension].tolist() if dimension in self._accounts else ())
            for value in values:
                words = f"{brief(group_name(dimension, value, self._language))} ({counts[value]:,})"
                item = QTreeWidgetItem(above, [words])
                item.setData(0, _VALUE, value)
                ticked = value in kept.get(dimension, ())
                item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            above.setExpanded(dimension in kept or tree.topLevelItemCount() == 1)
        tree.itemChanged.connect(self._count)
        return tree

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for widget, share in ((self.whom, 2), (self.accounts, 3)):
            widget.setFixedHeight(_HIGH)
            row.addWidget(widget, share)
        note = self.tr(
            "An account must have one of the ticked values of each field. Where several profiles fit, the one that "
            "stands first is used."
        )
        self.body.addWidget(muted(note, self))
        self.body.addLayout(row)
        self.body.addWidget(self.said)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _ticked(self) -> Whom:
        found = ((above.data(0, _VALUE), tuple(self._values(above))) for above in _items(self.whom))
        return tuple((dimension, values) for dimension, values in found if values)

    def _values(self, above: QTreeWidgetItem) -> Iterator[str]:
        for item in filter(None, map(above.child, range(above.childCount()))):
            if item.checkState(0) is Qt.CheckState.Checked:
                yield item.data(0, _VALUE)

    def _count(self) -> None:
        """Which accounts fit, and by which profile each of them would be scored."""
        wanted = self.wanted
        names = [one.name for one in self._profile.special]
        place = names.index(self._known) if self._known else len(names)
        special = [*self._profile.special]
        special[place : place + 1] = [wanted]
        held = holders(self._accounts, [one.whom for one in special])
        fits = fitting(self._accounts, wanted.whom)
        called = ["", *(one.name for one in special)]
        told = zip(self._accounts["name"][fits].tolist(), held[fits].tolist(), strict=True)
        rows = sorted((name, called[at] or self.tr("this one")) for name, at in told)
        with QSignalBlocker(self.whom):
            self.accounts.show_found(Found.unsearched(rows), self._columns())
        mine, others = int((held == place + 1).sum()), int(fits.sum()) - int((held == place + 1).sum())
        said = self.tr("{n} paying accounts are scored by it.").format(n=f"{mine:,}")
        more = self.tr("{n} more fit, but a profile before it takes them.").format(n=f"{others:,}")
        self.said.setText(f"{said}\n{more}" if others else said)

    def _columns(self) -> list[Column[Any]]:
        return [
            Column("name", self.tr("Account"), lambda row: row[_NAMED], lambda row: row[_NAMED], Look.TITLE, 220),
            Column("by", self.tr("Scored by"), lambda row: row[_HELD], lambda row: row[_HELD], width=160),
        ]


def _items(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    return filter(None, map(tree.topLevelItem, range(tree.topLevelItemCount())))
