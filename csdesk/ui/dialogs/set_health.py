"""A factor of an account's health set by hand: value, day and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSlider, QWidget

from csdesk.metrics.health.scores import WITHOUT_DATA
from csdesk.models.kinds import Band
from csdesk.ui.plain import brief
from csdesk.ui.widgets.badge import BandBadge
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.fitting import fit
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.ui.widgets.number_box import WholeBox
from csdesk.wording.factors import factor_explanation, factor_name
from csdesk.wording.speech import day, whole

if TYPE_CHECKING:
    from csdesk.metrics.health.scores import FactorScore
    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.health import HandSheet

_BEST, _MIDDLE, _WIDTH = 100, 50, 540


class SetHealth(StepDialog):
    """Reads the account first, then starts on `factor`, or on the first one without fresh data. Saving can go on to the
    next of these, so that a newcomer without any data has a score in a minute."""

    def __init__(self, around: Surroundings, account: int, factor: str = "", parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._account, self._wanted = account, factor
        self._sheet: HandSheet | None = None
        self.setWindowTitle(self.tr("Health by hand"))
        frame = around.window
        self.factor = Choice((), self.tr("Factor"), self)
        self.factor.currentIndexChanged.connect(self._show_factor)
        self.day = DayLine(self.tr("Day"), frame.today, frame.language, parent=self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("What it rests on"))
        self._meaning, self._standing = muted("", self), muted("", self)
        self.body.addLayout(
            form(
                [
                    (self.tr("Factor"), self.factor),
                    ("", self._meaning),
                    (self.tr("Value"), self._value_row()),
                    ("", self._standing),
                    (self.tr("Day"), self.day),
                    (self.tr("Note"), self.note),
                ]
            )
        )
        self._add_buttons()
        self.setMinimumWidth(_WIDTH)
        self._read()

    def check(self) -> None:
        self._save(go_on=False)

    def show_sheet(self, sheet: HandSheet) -> None:
        """Fill the fields from what the book says now."""
        first, self._sheet = self._sheet is None, sheet
        language = self._around.window.language
        self.setWindowTitle(brief(self.tr("Health by hand: {name}").format(name=sheet.name)))
        if first:
            with QSignalBlocker(self.factor):
                for factor in sheet.profile.factors:
                    if factor.on:
                        self.factor.addItem(factor_name(factor.id, language), factor.id)
        self.factor.choose(self._wanted or self._next())
        self._show_factor()
        for button in (self.main, self.further):
            button.setEnabled(self.factor.count() > 0)
        self.spin.setFocus()
        self.spin.selectAll()

    # -- changing --------------------------------------------------------------------------------------------------

    def _save(self, *, go_on: bool) -> None:
        from csdesk.usecases.health import set_health_value

        today, on = self._around.window.today(), self.day.day
        if self._sheet is None:
            return
        if on is None:
            self.say_wrong(self.tr("This day is not understood. Try: today, yesterday, -2, 2024-04-01."), self.day)
            return
        if on > today:
            self.say_wrong(self.tr("This day is still to come."), self.day)
            return
        account, factor = self._account, str(self.factor.key)
        value, note = float(self.spin.value()), self.note.text().strip()
        done = self._go_on if go_on else self.say_and_close
        self.write(lambda book: set_health_value(book, account, factor, value, on, note), done)

    def _go_on(self, _changes: Changes) -> None:
        """The next factor without fresh data; where all have some, the one below."""
        keys = [self.factor.itemData(place) for place in range(self.factor.count())]
        after = keys[(self.factor.currentIndex() + 1) % len(keys)]
        missing = self._missing() - {self.factor.key}
        ahead = [*keys[self.factor.currentIndex() + 1 :], *keys[: self.factor.currentIndex()]]
        self._wanted = next((str(key) for key in ahead if key in missing), str(after))
        self._read()

    def _remove(self) -> None:
        from csdesk.models.kinds import Kind
        from csdesk.usecases.rows import delete_row

        held = self._sheet.values.get(str(self.factor.key)) if self._sheet else None
        if held is not None:
            row = held.id
            self.write(lambda book: delete_row(book, Kind.HEALTH_VALUE, row), self.say_deleted_and_close)

    def hold(self, *, held: bool = True) -> None:
        for button in (self.main, self.further, self.remove):
            button.setEnabled(not held)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        from csdesk.usecases.health import hand_sheet

        account, as_of = self._account, self._around.window.today()
        self.hold()
        self._around.desk.ask(self, lambda book: hand_sheet(book, account, as_of), self.show_sheet)

    def _show_factor(self) -> None:
        if self._sheet is None:
            return
        language, key = self._around.window.language, str(self.factor.key)
        self._meaning.setText(factor_explanation(key, language))
        self._meaning.setVisible(bool(self._meaning.text()))
        score = next((one for one in self._sheet.health.factors if one.factor == key), None)
        held = self._sheet.values.get(key)
        self.spin.setValue(round(held.value if held else (score and score.value) or _MIDDLE))
        self.note.setText(held.note if held else "")
        self.day.show_day(self._around.window.today())
        self._standing.setText(self._said(score))
        self.remove.setVisible(held is not None)
        self.remove.setEnabled(held is not None)
        self._wrong.hide()
        self._show_value(self.spin.value())
        fit(self, least=0)

    def _said(self, score: FactorScore | None) -> str:
        """What counts now, and how long a value by hand will."""
        assert self._sheet is not None
        language, key = self._around.window.language, str(self.factor.key)
        fresh = next((factor.fresh_days for factor in self._sheet.profile.factors if factor.id == key), 0)
        holds = self.tr("A value by hand counts for {n} days.").format(n=fresh)
        if score is None or score.value is None:
            return self.tr("No data yet. {holds}").format(holds=holds)
        now = self.tr("By hand now: {value} ({day}).") if score.by_hand else self.tr("From data now: {value} ({day}).")
        now = now.format(value=whole(score.value), day=day(score.as_of, language))
        return self.tr("{now} {holds}").format(now=now, holds=holds)

    def _show_value(self, value: int) -> None:
        for widget in (self.slider, self.spin):
            with QSignalBlocker(widget):
                widget.setValue(value)
        self._badge.show_band(self._band(value))

    def _band(self, value: float) -> Band:
        if self._sheet is None:
            return Band.UNKNOWN
        profile = self._sheet.profile
        return Band.GREEN if value >= profile.green else Band.YELLOW if value >= profile.yellow else Band.RED

    def _missing(self) -> set[object]:
        assert self._sheet is not None
        return {one.factor for one in self._sheet.health.factors if one.state in WITHOUT_DATA}

    def _next(self) -> str:
        missing = self._missing()
        keys = [self.factor.itemData(place) for place in range(self.factor.count())]
        return str(next((key for key in keys if key in missing), keys[0] if keys else ""))

    # -- building --------------------------------------------------------------------------------------------------

    def _value_row(self) -> QWidget:
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, _BEST)
        self.slider.setAccessibleName(self.tr("Value from 0 to 100"))
        self.slider.valueChanged.connect(self._show_value)
        self.spin = WholeBox(0, _BEST, self)
        self.spin.setFixedWidth(56)
        self.spin.setAccessibleName(self.tr("Value from 0 to 100"))
        self.spin.valueChanged.connect(self._show_value)
        self._badge = BandBadge(self._around.window.language, self)
        whole_row = QWidget(self)
        row = QHBoxLayout(whole_row)
        row.setContentsMargins(0, 0, 0, 0)
        worst, best = QLabel(self.tr("0 worst"), self), QLabel(self.tr("100 best"), self)
        for label in (worst, best):
            label.setProperty("role", "small")
        row.addWidget(worst)
        row.addWidget(self.slider, 1)
        row.addWidget(best)
        row.addWidget(self.spin)
        row.addWidget(self._badge)
        whole_row.setFocusProxy(self.spin)
        whole_row.setAccessibleName(self.tr("Value from 0 to 100"))
        return whole_row

    def _add_buttons(self) -> None:
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setToolTip(self.tr("Remove this value, so that the data counts again"))
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self.remove.hide()
        self.foot.insertWidget(0, self.remove)
        self.further = QPushButton(self.tr("Save, next factor"), self)
        self.further.setAutoDefault(False)
        self.further.clicked.connect(lambda: self._save(go_on=True))
        self.foot.insertWidget(self.foot.count() - 1, self.further)
        self.hold()
