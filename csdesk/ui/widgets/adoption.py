"""How far each account has taken to the product, and what else a person judges: typed over where one knows better."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from csdesk.metrics.health.inputs.ids import ADOPTION
from csdesk.metrics.health.profile import JUDGED
from csdesk.metrics.health.scores import FactorState
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone, Typed
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.health import FactorEdit
from csdesk.wording.factors import factor_explanation, factor_name
from csdesk.wording.speech import NOTHING, day, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.health.model import Profile
    from csdesk.metrics.health.scores import FactorScore
    from csdesk.models.kinds import Language
    from csdesk.usecases.health import HealthRow


class AdoptionSheet(SheetView):
    """A value from 0 to 100 an account and input, with where it is from; its tip has the day and the thresholds.
    `typed` carries `FactorEdit`s, one step however many; an emptied cell goes back to what the data say."""

    typed = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        self._language = language
        self._curves: dict[tuple[str, str], str] = {}
        self._model: RowsModel[HealthRow] = RowsModel((), identity=lambda row: row.account)
        super().__init__(self._model, "", parent)
        self._model.setParent(self)
        self.setAccessibleName(self.tr("Adoption and judgement of every account"))
        self._model.edited.connect(self._tell)

    def show_rows(self, rows: Sequence[HealthRow], profile: Profile) -> None:
        """Show these accounts; inputs that are switched off are left out."""
        names = ("", *(one.name for one in profile.special))
        told = [(name, factor) for name, one in zip(names, profile.every, strict=True) for factor in one.factors]
        self._curves = {
            (name, factor.id): ", ".join(f"{raw:g} → {value:g}" for raw, value in factor.curve) for name, factor in told
        }
        on = {factor.id for _, factor in told if factor.on}
        judged = (factor.id for factor in profile.factors if factor.id in JUDGED.difference(ADOPTION))
        columns = self._columns([factor for factor in (*ADOPTION, *judged) if factor in on])
        self.show_found(Found.unsearched(rows), columns)

    def forget_typed(self) -> None:
        """Show what the accounts say again, after typed text was refused."""
        self._model.forget_typed()

    def _tell(self, cells: tuple[Typed[HealthRow], ...]) -> None:
        self.typed.emit(tuple(FactorEdit(cell.row.account, cell.key, cell.text) for cell in cells))

    def _columns(self, factors: Sequence[str]) -> tuple[Column[HealthRow], ...]:
        name: Column[HealthRow] = Column("name", self.tr("Account"), _name, _name, Look.NAME, width=220)
        return (name, *(self._column(factor) for factor in factors))

    def _column(self, factor: str) -> Column[HealthRow]:
        return Column(
            factor,
            factor_name(factor, self._language),
            lambda row: _score(row, factor).value,
            partial(self._said, factor=factor),
            Look.NUMBER,
            width=150,
            typed=lambda row: _typed(_score(row, factor)),
            tone=lambda row: Tone.PLAIN if _score(row, factor).state is FactorState.USED else Tone.QUIET,
            tip=partial(self._tip, factor=factor),
        )

    def _said(self, row: HealthRow, factor: str) -> str:
        score = _score(row, factor)
        if score.value is None:
            return NOTHING
        source = self.tr("by hand") if score.by_hand else self.tr("data")
        return f"{whole(score.value)} · {source}"

    def _tip(self, row: HealthRow, factor: str) -> str:
        score, language = _score(row, factor), self._language
        lines = [factor_explanation(factor, language)]
        if score.value is None:
            lines.append(self.tr("No data yet: type a value from 0 to 100."))
        elif score.by_hand:
            lines.append(self.tr("Set by hand on {day}.").format(day=day(score.as_of, language)))
        else:
            words = self.tr("Measured: {raw}, as of {day}.")
            lines.append(words.format(raw=f"{score.raw:g}", day=day(score.as_of, language)))
        lines.append(self.tr("Thresholds: {points}").format(points=self._curves[row.health.profile, factor]))
        return "\n".join(lines)


def _score(row: HealthRow, factor: str) -> FactorScore:
    return next(one for one in row.health.factors if one.factor == factor)


def _typed(score: FactorScore) -> str:
    return "" if score.value is None else whole(score.value)


def _name(row: HealthRow) -> str:
    return row.name
