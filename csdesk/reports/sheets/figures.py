"""Figures: every headline figure with its parts and the period before, each a defined name other workbooks can use."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from csdesk.metrics.measure import Measure, Number, Unit
from csdesk.reports.content import Figure
from csdesk.reports.inks import BAD, CHANGE_OF_UNIT, GOOD, OF_UNIT, Show
from csdesk.reports.pack import FIRST_ROW, Cell, Column, Live, Pack, Sheet
from csdesk.reports.workbooks import cell
from csdesk.wording.figures import compare
from csdesk.wording.hygiene import incomplete_words
from csdesk.wording.reports import WHY
from csdesk.wording.speech import look_up

_HEADS = ("figure", "now", "before", "change", "part", "whole", "n", "low", "high", "note", "cell_name")
_NAME, _NOW, _BEFORE, _CHANGE, _PART, _WHOLE, _N, _LOW, _HIGH, _NOTE, _CELL = range(len(_HEADS))


@dataclass(frozen=True, slots=True)
class FigureCells:
    """A figure where other sheets find it: its cells as formulas, with their values."""

    figure: Figure
    now: Live | None
    before: Live | None
    change: Live | None


def write_figures(sheet: Sheet, live: Mapping[str, Live]) -> dict[str, FigureCells]:
    """The table. `live` offers cells of other sheets that hold a figure; they are used where the value is the same."""
    pack = sheet.pack
    sheet.opening()
    sheet.heads(FIRST_ROW, [Column(pack.heading(key), _side(key)) for key in _HEADS])
    found = {}
    for row, figure in enumerate(pack.content.headline, FIRST_ROW + 1):
        found[figure.now.metric] = _write_figure(sheet, row, figure, live)
    last = FIRST_ROW + max(1, len(pack.content.headline))
    sheet.page.freeze_panes(FIRST_ROW + 1, 1)
    sheet.finish(last, _CELL, repeat=FIRST_ROW)
    return found


def _side(key: str) -> Show:
    return Show.TEXT if key in {"figure", "note", "cell_name"} else Show.COUNT


def _write_figure(sheet: Sheet, row: int, figure: Figure, live: Mapping[str, Live]) -> FigureCells:
    pack, now = sheet.pack, figure.now
    show = OF_UNIT[now.unit]
    value, before = _live(pack, row, figure, live), pack.value(figure.before)
    change = _change(pack, row, figure)
    _put(sheet, row, _NAME, pack.content.name_of(now.metric))
    _put(sheet, row, _NOW, value, show)
    _put(sheet, row, _BEFORE, before, show)
    _put(sheet, row, _CHANGE, change, change_shown(now.unit))
    _write_parts(sheet, row, figure)
    _put(sheet, row, _N, now.n, Show.COUNT)
    _put(sheet, row, _LOW, _bound(pack, now, now.low), show)
    _put(sheet, row, _HIGH, _bound(pack, now, now.high), show)
    _put(sheet, row, _NOTE, note(pack, now))
    _put(sheet, row, _CELL, now.metric)
    pack.book.define_name(now.metric, f"={sheet.there(row, _NOW)}")
    pack.book.define_name(f"{now.metric}_before", f"={sheet.there(row, _BEFORE)}")
    colour_change(sheet, row, _CHANGE, figure)
    amount = pack.value(now)
    return FigureCells(
        figure,
        None if amount is None else Live(f"={sheet.there(row, _NOW)}", amount),
        None if before is None else Live(f"={sheet.there(row, _BEFORE)}", before),
        None if change is None else Live(f"={sheet.there(row, _CHANGE)}", change.value),
    )


def change_shown(unit: Unit) -> Show:
    """How a change of that unit is shown."""
    return CHANGE_OF_UNIT.get(unit, Show.PLAIN_CHANGE)


def colour_change(sheet: Sheet, row: int, column: int, figure: Figure) -> None:
    """Green for a change to the better, red for one to the worse; the sign says it as well."""
    if figure.rising_is_good is None:
        return
    up, down = (GOOD, BAD) if figure.rising_is_good else (BAD, GOOD)
    for criteria, ink in ((">", up), ("<", down)):
        rule = {"type": "cell", "criteria": criteria, "value": 0, "format": sheet.pack.colour(ink)}
        sheet.page.conditional_format(row, column, row, column, rule)


def note(pack: Pack, measure: Measure) -> str:
    """What to know about the figure: why it is missing or bounded, that it rests on too few, or on incomplete rows."""
    few = pack.phrase("too_few") if measure.too_few else ""
    said = look_up(WHY, measure.why, pack.language) if measure.why is not None else few
    lacking = incomplete_words(measure.incomplete, pack.language) if measure.incomplete else ""
    return pack.phrase("and").join(filter(None, (said, lacking)))


def _put(sheet: Sheet, row: int, column: int, value: Cell, show: Show = Show.TEXT) -> None:
    sheet.put(row, column, value, show)
    sheet.widen(column, sheet.width_of(value, show))


def _live(pack: Pack, row: int, figure: Figure, live: Mapping[str, Live]) -> Cell:
    """The figure as its division, else as the cell of another sheet that holds it, else as it is."""
    amount = pack.value(figure.now)
    if amount is None:
        return None
    if _divides(pack, figure):
        return Live(f"={cell(row, _PART)}/{cell(row, _WHOLE)}", amount)
    other = live.get(figure.now.metric)
    if other is not None and math.isclose(float(other.value), amount, rel_tol=1e-9):
        return Live(other.formula, amount)
    return amount


def _divides(pack: Pack, figure: Figure) -> bool:
    now = figure.now
    amount, part = pack.value(now), _end(pack, now.part, figure.part_unit)
    whole = _end(pack, now.whole, figure.whole_unit)
    if amount is None or part is None or not whole:
        return False
    return math.isclose(part / whole, amount, rel_tol=1e-9, abs_tol=1e-12)


def _end(pack: Pack, number: Number | None, unit: Unit | None) -> float | None:
    """A part or whole as its cell holds it; None where it is not known what it counts."""
    return None if unit is None else pack.amount(number, unit)


def _write_parts(sheet: Sheet, row: int, figure: Figure) -> None:
    ends = ((_PART, figure.now.part, figure.part_unit), (_WHOLE, figure.now.whole, figure.whole_unit))
    for column, number, unit in ends:
        _put(sheet, row, column, _end(sheet.pack, number, unit), Show.COUNT if unit is None else OF_UNIT[unit])


def _change(pack: Pack, row: int, figure: Figure) -> Live | None:
    now, before = pack.value(figure.now), pack.value(figure.before)
    if now is None or before is None or figure.before is None or not compare(figure.now, figure.before):
        return None
    ours, theirs = cell(row, _NOW), cell(row, _BEFORE)
    shown = change_shown(figure.now.unit)
    if shown is Show.GROWTH:
        return Live(f"={ours}/{theirs}-1", now / before - 1) if before else None
    if shown is Show.POINT_CHANGE:
        return Live(f"=({ours}-{theirs})*100", (now - before) * 100)
    return Live(f"={ours}-{theirs}", now - before)


def _bound(pack: Pack, measure: Measure, bound: float | None) -> float | None:
    return None if bound is None else pack.amount(Fraction(bound), measure.unit)
