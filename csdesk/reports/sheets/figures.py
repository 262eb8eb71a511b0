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

_HEADS = (
    "figure", "now", "before", "change", "year_ago", "year_change", "target", "to_target", "part", "whole", "n", "low",
    "high", "note", "cell_name",
)  # fmt: skip
_NAME, _NOW, _BEFORE, _CHANGE, _YEAR, _YEAR_CHANGE, _TARGET, _GAP, _PART, _WHOLE, _N, _LOW, _HIGH, _NOTE, _CELL = range(
    len(_HEADS)
)
_WITHOUT = {_TARGET, _GAP}
"""Columns that are folded away where no figure has a target."""


@dataclass(frozen=True, slots=True)
class FigureCells:
    """A figure where other sheets find it: its cells as formulas, with their values."""

    figure: Figure
    now: Live | None
    before: Live | None
    change: Live | None
    year_ago: Live | None = None
    target: Live | None = None


def write_figures(sheet: Sheet, live: Mapping[str, Live]) -> dict[str, FigureCells]:
    """The table. `live` offers cells of other sheets that hold a figure; they are used where the value is the same."""
    pack = sheet.pack
    sheet.opening()
    sheet.heads(FIRST_ROW, [Column(pack.heading(key), _side(key)) for key in _HEADS])
    found = {}
    for row, figure in enumerate(pack.content.headline, FIRST_ROW + 1):
        found[figure.now.metric] = _write_figure(sheet, row, figure, live)
    last = FIRST_ROW + max(1, len(pack.content.headline))
    if not pack.content.targets:
        for column in _WITHOUT:
            sheet.fold(column)
    sheet.page.freeze_panes(FIRST_ROW + 1, 1)
    sheet.finish(last, _CELL, repeat=FIRST_ROW)
    return found


def headings_of(pack: Pack) -> list[str]:
    """The words above the columns of figures."""
    return [pack.heading(key) for key in _HEADS]


def _side(key: str) -> Show:
    return Show.TEXT if key in {"figure", "note", "cell_name"} else Show.COUNT


def _write_figure(sheet: Sheet, row: int, figure: Figure, live: Mapping[str, Live]) -> FigureCells:
    pack, now = sheet.pack, figure.now
    show = OF_UNIT[now.unit]
    value, before = _live(pack, row, figure, live), pack.value(figure.before)
    year_ago, target = pack.value(figure.year_ago), _target(pack, now)
    change = _change(pack, row, (_NOW, _BEFORE), figure.now, figure.before)
    on_year = _change(pack, row, (_NOW, _YEAR), figure.now, figure.year_ago)
    changes = change_shown(now.unit)
    cells = {
        _NAME: (pack.content.name_of(now.metric), Show.TEXT), _NOW: (value, show), _BEFORE: (before, show),
        _CHANGE: (change, changes), _YEAR: (year_ago, show), _YEAR_CHANGE: (on_year, changes), _TARGET: (target, show),
        _GAP: (_gap(pack, row, now, target), changes), _N: (now.n, Show.COUNT),
        _LOW: (_bound(pack, now, now.low), show),
        _HIGH: (_bound(pack, now, now.high), show), _NOTE: (note(pack, now), Show.TEXT), _CELL: (now.metric, Show.TEXT),
    }  # fmt: skip
    for column, (shown, kind) in cells.items():
        _put(sheet, row, column, shown, kind)
    _write_parts(sheet, row, figure)
    for ending, column in NAMED.items():
        pack.name(f"{now.metric}{ending}", sheet, row, column)
    for column in (_CHANGE, _YEAR_CHANGE, _GAP):
        colour_change(sheet, row, column, figure)
    return FigureCells(
        figure,
        _link(sheet, row, _NOW, pack.value(now)),
        _link(sheet, row, _BEFORE, before),
        _link(sheet, row, _CHANGE, None if change is None else change.value),
        _link(sheet, row, _YEAR, year_ago),
        _link(sheet, row, _TARGET, target),
    )


NAMED = {
    "": _NOW, "_before": _BEFORE, "_change": _CHANGE, "_year_ago": _YEAR, "_year_change": _YEAR_CHANGE,
    "_target": _TARGET, "_to_target": _GAP, "_part": _PART, "_whole": _WHOLE, "_n": _N, "_low": _LOW, "_high": _HIGH,
    "_note": _NOTE,
}  # fmt: skip
"""What a figure's cells are called: its id and one of these endings."""


def _link(sheet: Sheet, row: int, column: int, value: float | str | None) -> Live | None:
    """The cell as others refer to it; None where it is empty."""
    return None if value is None else Live(f"={sheet.there(row, column)}", value)


def _target(pack: Pack, now: Measure) -> float | None:
    found = (line.value for line in pack.content.targets if line.metric == now.metric)
    return pack.amount(next(found, None), now.unit)


def _gap(pack: Pack, row: int, now: Measure, target: float | None) -> Live | None:
    """The figure less its target, as changes are shown."""
    return None if target is None else _apart(row, (_NOW, _TARGET), now.unit, pack.value(now), target)


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


def _change(pack: Pack, row: int, columns: tuple[int, int], now: Measure, then: Measure | None) -> Live | None:
    """From an earlier figure to this one; None where the two do not compare."""
    if then is None or not compare(now, then):
        return None
    return _apart(row, columns, now.unit, pack.value(now), pack.value(then))


def _apart(row: int, columns: tuple[int, int], unit: Unit, now: float | None, then: float | None) -> Live | None:
    if now is None or then is None:
        return None
    ours, theirs = (cell(row, column) for column in columns)
    shown = change_shown(unit)
    if shown is Show.GROWTH:
        return Live(f"={ours}/{theirs}-1", now / then - 1) if then else None
    if shown is Show.POINT_CHANGE:
        return Live(f"=({ours}-{theirs})*100", (now - then) * 100)
    return Live(f"={ours}-{theirs}", now - then)


def _bound(pack: Pack, measure: Measure, bound: float | None) -> float | None:
    return None if bound is None else pack.amount(Fraction(bound), measure.unit)
