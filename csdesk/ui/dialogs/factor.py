"""One health factor: what it reads, and the curve that turns it into 0 to 100."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.metrics.health.inputs.ids import OF_USE
from csdesk.ui.widgets.card import clear, muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.curve import CurveCanvas
from csdesk.ui.widgets.form import FormDialog, form
from csdesk.ui.widgets.number_box import DecimalBox, WholeBox
from csdesk.wording.factors import factor_explanation, factor_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.metrics.health.model import Factor
    from csdesk.models.kinds import Language

_FAR, _BEST = 1e9, 100.0


class FactorDialog(FormDialog):
    """A table of points (what is measured, the value it is worth), the curve beside it, its points dragged, with the
    book's accounts as dots; a curve for everyone, and others from an age on. `chosen` carries the factor as changed."""

    chosen = Signal(object)

    def __init__(
        self,
        factor: Factor,
        seen: Sequence[tuple[float, int]],
        measures: Sequence[tuple[str, str]],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._factor, self._seen = factor, tuple(seen)
        self._curves, self._age = {0: factor.curve, **dict(factor.ages)}, 0
        name = factor_name(factor.id, language)
        self.setWindowTitle(self.tr("Health factor: {factor}").format(factor=name))
        self.body.addWidget(muted(factor_explanation(factor.id, language), self))
        offered = (("", self.tr("as csdesk finds it")), *measures)
        self.measure = Choice(offered, self.tr("Measure of use it reads"), self)
        self.measure.choose(factor.measure)
        if factor.id in OF_USE:
            self.body.addLayout(form([(self.tr("Measure of use it reads"), self.measure)]))
        else:
            self.measure.hide()
        self.boxes: list[tuple[DecimalBox, DecimalBox]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._canvas = CurveCanvas(self)
        self._canvas.moved.connect(self._move)
        self._build_ages()
        self._add = QPushButton(self.tr("Add a point"), self)
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self.add_point)
        self._lay_out()
        self._show(factor.curve)
        self.setMinimumWidth(660)

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """The points as typed, by what is measured."""
        return tuple(sorted((raw.value(), value.value()) for raw, value in self.boxes))

    def check(self) -> None:
        curves = {**self._curves, self._age: self.points}
        if any(len({raw for raw, _ in points}) < len(points) for points in curves.values()):
            self.say_wrong(self.tr("Two points stand at the same measured value. Change or remove one."))
            return
        ages = tuple(sorted((age, points) for age, points in curves.items() if age))
        wanted = replace(self._factor, curve=curves[0], ages=ages, measure=str(self.measure.key or ""))
        if wanted != self._factor:
            self.chosen.emit(wanted)
        self.accept()

    def add_point(self) -> None:
        """Another point beyond the last."""
        points = self.points
        last, step = points[-1][0], points[-1][0] - points[-2][0] if len(points) > 1 else 1.0
        self._show((*points, (last + (step or 1.0), points[-1][1])))

    def remove_point(self, place: int) -> None:
        """Take a point away; one always stays."""
        if len(self.boxes) > 1:
            self._show(tuple(point for at, point in enumerate(self.points) if at != place))

    def show_age(self, age: int) -> None:
        """Show the curve from an age in months on; a new one begins as the one before it."""
        self._curves[self._age] = self.points
        if age not in self._curves:
            self._curves[age] = self._curves[max(one for one in self._curves if one < age)]
        self._turn(age)

    def remove_age(self) -> None:
        """Take away the curve that is shown; the one for everyone stays."""
        if self._age:
            del self._curves[self._age]
            self._turn(0)

    def _turn(self, age: int) -> None:
        self._age = age
        self.age.offer([(one, self._age_word(one)) for one in sorted(self._curves)], age)
        self._remove_age.setVisible(age > 0)
        self._show(self._curves[age])

    def _age_word(self, age: int) -> str:
        return self.tr("from {n} months on").format(n=age) if age else self.tr("from the beginning")

    def _move(self, place: int, raw: float, value: float) -> None:
        """A point was dragged; the canvas counts by what is measured."""
        boxes = sorted(self.boxes, key=lambda pair: (pair[0].value(), pair[1].value()))
        boxes[place][0].setValue(raw)
        boxes[place][1].setValue(value)

    # -- building --------------------------------------------------------------------------------------------------

    def _build_ages(self) -> None:
        self.age = Choice((), self.tr("Curve for accounts"), self)
        self.age.offer([(one, self._age_word(one)) for one in sorted(self._curves)], 0)
        self.age.currentIndexChanged.connect(lambda: self.show_age(int(str(self.age.key))))
        self.months = WholeBox(1, 240, self, self.tr(" months"))
        self.months.setValue(12)
        self.months.setAccessibleName(self.tr("Age of another curve"))
        add = QPushButton(self.tr("Another curve from this age"), self)
        add.setAutoDefault(False)
        add.clicked.connect(lambda: self.show_age(self.months.value()))
        self._remove_age = QPushButton(self.tr("Remove this curve"), self)
        self._remove_age.setAutoDefault(False)
        self._remove_age.setProperty("role", "link")
        self._remove_age.clicked.connect(self.remove_age)
        self._remove_age.hide()
        row = QHBoxLayout()
        for widget in (muted(self.tr("Curve for accounts"), self), self.age, self._remove_age):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.months)
        row.addWidget(add)
        self.body.addLayout(row)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addLayout(self._grid)
        left.addWidget(self._add)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left)
        row.addWidget(self._canvas, 1)
        self.body.addLayout(row)
        self._said = muted("", self)
        self.body.addWidget(self._said)

    def _show(self, points: Sequence[tuple[float, float]]) -> None:
        clear(self._grid)
        self.boxes = []
        for column, word in enumerate((self.tr("Measured"), self.tr("Value"))):
            label = QLabel(word, self)
            label.setProperty("role", "muted")
            self._grid.addWidget(label, 0, column)
        for place, (raw, value) in enumerate(sorted(points)):
            self._grid_row(place, raw, value)
        self._draw()

    def _grid_row(self, place: int, raw: float, value: float) -> None:
        measured = self._box(-_FAR, _FAR, raw, self.tr("Point {n}: measured").format(n=place + 1), decimals=2)
        worth = self._box(0, _BEST, value, self.tr("Point {n}: value").format(n=place + 1), decimals=0)
        remove = QPushButton(self.tr("Remove"), self)
        remove.setProperty("role", "link")
        remove.setAutoDefault(False)
        remove.setAccessibleName(self.tr("Remove point {n}").format(n=place + 1))
        remove.clicked.connect(lambda: self.remove_point(place))
        self.boxes.append((measured, worth))
        for column, widget in enumerate((measured, worth, remove)):
            self._grid.addWidget(widget, place + 1, column)

    def _box(self, least: float, most: float, value: float, name: str, *, decimals: int) -> DecimalBox:
        box = DecimalBox(least, most, self, decimals)
        box.setValue(value)
        box.setFixedWidth(96)
        box.setAccessibleName(name)
        box.valueChanged.connect(self._draw)
        return box

    def _draw(self) -> None:
        later = min((one for one in self._curves if one > self._age), default=None)
        raws = [raw for raw, age in self._seen if age >= self._age and (later is None or age < later)]
        self._canvas.show_curve(self.points, raws)
        said = self.tr(
            "Dots: {n} accounts of this book. Drag the points, or type them. Between points the value changes evenly; "
            "beyond the ends it stays."
        )
        self._said.setText(said.format(n=f"{len(raws):,}"))
