"""The health model: its factors with weight, curve and freshness, and the limits of the bands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from csdesk.metrics.health.model import MissingRule
from csdesk.metrics.health.profile import Starter, started
from csdesk.ui.plain import literal, tip
from csdesk.ui.widgets.card import clear
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.curve import CurveView
from csdesk.ui.widgets.number_box import DecimalBox, WholeBox
from csdesk.wording.factors import factor_explanation, factor_name

if TYPE_CHECKING:
    from csdesk.metrics.health.model import Factor, Profile
    from csdesk.models.kinds import Language

_REASON = 5
"""The column of reasons, which takes the room that is left."""


class HealthModel(QWidget):
    """Shows a profile. `changed` carries the profile as the person changed it, at once with every change; `opened` the
    factor whose curve is wanted in large."""

    changed = Signal(object)
    opened = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._profile: Profile | None = None
        self._fields: dict[str, dict[str, Any]] = {}
        self._green, self._yellow, self._least = _percent(self), _percent(self), _percent(self)
        self._least.setSuffix("%")
        limits = (
            (self.tr("Green from"), self._green),
            (self.tr("Yellow from"), self._yellow),
            (self.tr("Least coverage"), self._least),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for word, box in limits:
            label = QLabel(word, self)
            label.setProperty("role", "muted")
            label.setBuddy(box)
            box.setAccessibleName(word)
            box.valueChanged.connect(self._tell)
            row.addWidget(label)
            row.addWidget(box)
            row.addSpacing(12)
        row.addStretch(1)
        self._starter = self._starters()
        row.addWidget(self._starter)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(_REASON, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addLayout(self._grid)

    def show_profile(self, profile: Profile) -> None:
        """Show a profile; fields that say the same already are left alone, so that nobody's typing is disturbed."""
        factors = tuple(factor.id for factor in profile.factors)
        known = self._profile is not None and tuple(factor.id for factor in self._profile.factors) == factors
        self._profile = profile
        if not known:
            self._build(profile)
        boxes = (
            (self._green, profile.green),
            (self._yellow, profile.yellow),
            (self._least, profile.least_coverage * 100),
        )
        for box, value in boxes:
            _set(box, value)
        for factor in profile.factors:
            self._show_factor(factor)
        self._reasons.setVisible(not all(factor.on for factor in profile.factors))

    # -- building --------------------------------------------------------------------------------------------------

    def _starters(self) -> Choice:
        starter = Choice(
            (
                ("", self.tr("Begin anew with …")),
                (Starter.BY_HAND, self.tr("values by hand alone")),
                (Starter.USE, self.tr("use of the product")),
                (Starter.HOUSE, self.tr("what most teams know")),
                (Starter.FULL, self.tr("every factor")),
            ),
            self.tr("Set of factors to begin with"),
            self,
        )
        starter.currentIndexChanged.connect(self._start)
        return starter

    def _build(self, profile: Profile) -> None:
        clear(self._grid)
        headings = (
            self.tr("Factor"),
            self.tr("Weight"),
            self.tr("Curve"),
            self.tr("Fresh for"),
            self.tr("Without fresh data"),
            self.tr("Why it is off"),
        )
        for column, heading in enumerate(headings):
            label = QLabel(heading, self)
            label.setProperty("role", "muted")
            self._grid.addWidget(label, 0, column)
        self._reasons = label
        self._fields = {factor.id: self._row(place, factor) for place, factor in enumerate(profile.factors, 1)}

    def _row(self, place: int, factor: Factor) -> dict[str, Any]:
        name = factor_name(factor.id, self._language)
        on = QCheckBox(literal(name), self)
        on.setToolTip(tip(factor_explanation(factor.id, self._language)))
        weight = DecimalBox(0, 1000, self)
        fresh = WholeBox(1, 3650, self, self.tr(" days"))
        missing = Choice(
            (
                (MissingRule.LEFT_OUT, self.tr("left out, and said")),
                (MissingRule.ZERO, self.tr("counts as 0")),
                (MissingRule.NEUTRAL, self.tr("counts as 50")),
            ),
            self.tr("{factor}: without fresh data").format(factor=name),
            self,
        )
        weight.setAccessibleName(self.tr("{factor}: weight").format(factor=name))
        fresh.setAccessibleName(self.tr("{factor}: days it stays fresh").format(factor=name))
        drawn, reason = CurveView(factor.curve, name, self), QLineEdit(self)
        reason.setAccessibleName(self.tr("{factor}: why it is off").format(factor=name))
        reason.setPlaceholderText(self.tr("A reason, so that others know"))
        reason.editingFinished.connect(self._tell)
        drawn.clicked.connect(lambda: self._open(factor.id))
        for column, widget in enumerate((on, weight, drawn, fresh, missing)):
            self._grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(reason, place, _REASON)
        for box in (weight, fresh):
            box.setFixedWidth(96)
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._tell)
        on.toggled.connect(self._tell)
        missing.currentIndexChanged.connect(self._tell)
        return {
            "on": on, "weight": weight, "fresh_days": fresh, "missing": missing, "curve": drawn, "off_reason": reason
        }  # fmt: skip

    def _open(self, factor: str) -> None:
        if self._profile is not None:
            self.opened.emit(next(one for one in self._profile.factors if one.id == factor))

    # -- showing and telling ---------------------------------------------------------------------------------------

    def _show_factor(self, factor: Factor) -> None:
        fields = self._fields[factor.id]
        _set(fields["weight"], factor.weight)
        _set(fields["fresh_days"], factor.fresh_days)
        with QSignalBlocker(fields["on"]), QSignalBlocker(fields["missing"]):
            fields["on"].setChecked(factor.on)
            fields["missing"].choose(factor.missing)
        fields["curve"].show_points(factor.curve)
        if not fields["off_reason"].hasFocus():
            fields["off_reason"].setText(factor.off_reason)
        fields["off_reason"].setVisible(not factor.on)
        for key in ("weight", "fresh_days", "missing"):
            fields[key].setEnabled(factor.on)

    def _start(self) -> None:
        """One set of factors for another, as a step that can be undone."""
        starter = str(self._starter.key or "")
        with QSignalBlocker(self._starter):
            self._starter.choose("")
        if starter and self._profile is not None:
            self.changed.emit(started(self._profile, Starter(starter)))

    def _tell(self) -> None:
        if self._profile is None:
            return
        wanted = replace(
            self._profile,
            factors=tuple(self._typed(factor) for factor in self._profile.factors),
            green=self._green.value(),
            yellow=self._yellow.value(),
            least_coverage=self._least.value() / 100,
        )
        if wanted != self._profile:
            self.changed.emit(wanted)

    def _typed(self, factor: Factor) -> Factor:
        fields = self._fields[factor.id]
        return replace(
            factor,
            on=fields["on"].isChecked(),
            weight=fields["weight"].value(),
            fresh_days=fields["fresh_days"].value(),
            missing=MissingRule(str(fields["missing"].key)),
            off_reason=fields["off_reason"].text().strip(),
        )


def _percent(parent: QWidget) -> DecimalBox:
    box = DecimalBox(0, 100, parent, decimals=0)
    box.setFixedWidth(72)
    box.setKeyboardTracking(False)
    return box


def _set(box: DecimalBox | WholeBox, value: float) -> None:
    if box.value() == value:
        return
    with QSignalBlocker(box):
        box.setValue(value)  # type: ignore[arg-type] # whole for days
