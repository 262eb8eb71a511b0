"""Native charts of the board workbook, drawn by the spreadsheet from the cells themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from csdesk.metrics.engine.movements import Movement
from csdesk.models.kinds import Band
from csdesk.reports.inks import (
    ACCENT,
    BAND_INKS,
    CHURN,
    CONTRACTION,
    EXPANSION,
    LINE,
    MOVEMENT_INKS,
    MUTED,
    NEW,
    TEXT,
    Show,
    axis_format,
)
from csdesk.reports.pack import Block, Pack
from csdesk.reports.workbooks import Chart

_MONTHS_CHARTED = 24


def movements_chart(pack: Pack, block: Block, columns: Mapping[Movement, int], net: int) -> Chart:
    """Gains above zero, losses below (their columns hold them so), the net change as a line."""
    recent = _recent(block)
    chart = pack.book.add_chart({"type": "column", "subtype": "stacked"})
    for movement, column in columns.items():
        series = _series(pack.heading(movement), recent, column)
        chart.add_series({**series, "fill": {"color": MOVEMENT_INKS[movement]}, "gap": 40, "overlap": 100})
    line = pack.book.add_chart({"type": "line"})
    line.add_series({**_series(pack.heading("net"), recent, net), "line": {"color": TEXT, "width": 1.75}})
    chart.combine(line)
    return _dressed(pack, chart, "movements_chart", Show.MONEY)


def mrr_chart(pack: Pack, block: Block, end: int) -> Chart:
    """MRR at the end of each month."""
    chart = pack.book.add_chart({"type": "column"})
    chart.add_series({**_series(pack.heading("end"), _recent(block), end), "fill": {"color": NEW}, "gap": 40})
    chart = _dressed(pack, chart, "mrr_chart", Show.MONEY)
    chart.set_legend({"none": True})
    return chart


def retention_chart(pack: Pack, block: Block, columns: Mapping[str, int], lowest: float) -> Chart:
    """Rates of retention by period, as lines."""
    chart = pack.book.add_chart({"type": "line"})
    inks = {"nrr": ACCENT, "grr": EXPANSION, "logo_retention": CONTRACTION}
    for key, ink in inks.items():
        mark = {"type": "circle", "size": 5, "fill": {"color": ink}, "border": {"color": ink}}
        series = _series(pack.heading(key), block, columns[key])
        chart.add_series({**series, "line": {"color": ink, "width": 2}, "marker": mark})
    return _dressed(pack, chart, "retention_chart", Show.SHARE, {"min": lowest})


@dataclass(frozen=True, slots=True)
class Whiskers:
    """Columns of a rate and of the lengths of its interval above and below."""

    rate: int
    above: int
    below: int


def churn_chart(pack: Pack, block: Block, columns: Whiskers, highest: float) -> Chart:
    """Logo churn by period with its interval as whiskers."""
    chart = pack.book.add_chart({"type": "column"})
    bars = {
        "type": "custom",
        "plus_values": f"={block.column(columns.above)}",
        "minus_values": f"={block.column(columns.below)}",
        "line": {"color": TEXT, "width": 1},
    }
    series = _series(pack.heading("logo_churn"), block, columns.rate)
    chart.add_series({**series, "fill": {"color": CHURN}, "gap": 80, "y_error_bars": bars})
    chart = _dressed(pack, chart, "churn_chart", Show.SHARE, {"min": 0, "max": highest or 0.1})
    chart.set_legend({"none": True})
    return chart


def health_chart(pack: Pack, block: Block, mrr: int, largest: float) -> Chart:
    """MRR by band, a bar each in the band's colour, the word beside it; the axis leaves room for the figures."""
    chart = pack.book.add_chart({"type": "bar"})
    points = [{"fill": {"color": BAND_INKS[band]}} for band in Band]
    code = axis_format(Show.MONEY, pack.content.currency)
    label = {"value": True, "num_format": code, "font": {"name": pack.font_name, "size": 8, "color": TEXT}}
    series = _series(pack.heading("mrr"), block, mrr)
    chart.add_series({**series, "points": points, "gap": 40, "data_labels": label})
    chart = _dressed(pack, chart, "health_chart", Show.MONEY)
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, **_axis(pack)})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0, "max": largest * 1.25 or 1})
    return chart


def bridge_chart(pack: Pack, block: Block, column: int) -> Chart:
    """What is signed and known to come and to go, a bar each."""
    chart = pack.book.add_chart({"type": "column"})
    points = [{"fill": {"color": ink}} for ink in (NEW, EXPANSION, CHURN, CONTRACTION)]
    chart.add_series({**_series(pack.heading("mrr"), block, column), "points": points, "gap": 60})
    chart = _dressed(pack, chart, "bridge_chart", Show.MONEY)
    chart.set_legend({"none": True})
    return chart


def survival_chart(pack: Pack, stairs: Block, first: int) -> Chart:
    """The share still there by months as stairs, its band as thin lines."""
    chart = pack.book.add_chart({"type": "scatter", "subtype": "straight"})
    lines = (("still_there", ACCENT, 2.25, "solid"), ("low", MUTED, 1, "dash"), ("high", MUTED, 1, "dash"))
    for offset, (key, ink, wide, dash) in enumerate(lines, 1):
        series = {**_series(pack.heading(key), stairs, first + offset), "categories": f"={stairs.column(first)}"}
        chart.add_series({**series, "line": {"color": ink, "width": wide, "dash_type": dash}})
    chart = _dressed(pack, chart, "survival_chart", Show.SHARE, {"min": 0, "max": 1})
    name = {"name": pack.heading("months_after"), "name_font": {"name": pack.font_name, "size": 8, "bold": False}}
    chart.set_x_axis({**_axis(pack), **name, "min": 0, "major_unit": 12, "major_gridlines": {"visible": False}})
    return chart


def worth_chart(pack: Pack, block: Block, columns: Mapping[str, int]) -> Chart:
    """What a customer is worth and what one costs, side by side."""
    chart = pack.book.add_chart({"type": "column"})
    for (key, column), ink in zip(columns.items(), (NEW, CONTRACTION), strict=True):
        chart.add_series({**_series(pack.heading(key), block, column), "fill": {"color": ink}, "gap": 80})
    return _dressed(pack, chart, "worth_chart", Show.MONEY)


def pareto_chart(pack: Pack, block: Block, columns: Mapping[str, int]) -> Chart:
    """MRR by rank, and the share that all down to it have."""
    chart = pack.book.add_chart({"type": "column"})
    named = {"categories": f"={block.column(columns['account'])}"}
    bars = {**_series(pack.heading("mrr"), block, columns["mrr"]), **named}
    chart.add_series({**bars, "fill": {"color": NEW}, "gap": 20})
    line = pack.book.add_chart({"type": "line"})
    share = {**_series(pack.heading("cumulative"), block, columns["cumulative"]), **named}
    line.add_series({**share, "y2_axis": True, "line": {"color": CHURN, "width": 2}})
    chart.combine(line)
    ends = {"min": 0, "max": 1, "num_format": "0%", "major_gridlines": {"visible": False}, **_axis(pack)}
    line.set_y2_axis(ends)
    chart = _dressed(pack, chart, "pareto_chart", Show.MONEY)
    small = {"name": pack.font_name, "size": 7, "color": MUTED, "rotation": -45}
    chart.set_x_axis({**_axis(pack), "num_font": small, "label_position": "low"})
    return chart


def reasons_chart(pack: Pack, block: Block, column: int) -> Chart:
    """MRR lost by reason, a bar each."""
    chart = pack.book.add_chart({"type": "bar"})
    chart.add_series({**_series(pack.heading("year_mrr"), block, column), "fill": {"color": CHURN}, "gap": 40})
    chart = _dressed(pack, chart, "reasons_chart", Show.MONEY)
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, **_axis(pack)})
    grid = {"visible": True, "line": {"color": LINE, "width": 0.5}}
    code = axis_format(Show.MONEY, pack.content.currency)
    chart.set_x_axis({**_axis(pack), "num_format": code, "min": 0, "major_gridlines": grid})
    return chart


def _recent(block: Block) -> Block:
    return Block(block.sheet, max(block.first, block.last + 1 - _MONTHS_CHARTED), block.last)


def _series(name: str, block: Block, column: int) -> dict[str, object]:
    return {"name": name, "categories": f"={block.column(0)}", "values": f"={block.column(column)}"}


def _axis(pack: Pack) -> dict[str, object]:
    return {"num_font": {"name": pack.font_name, "size": 8, "color": MUTED}, "line": {"color": LINE}}


def _dressed(
    pack: Pack, chart: Chart, title: str, show: Show, limits: Mapping[str, float] = MappingProxyType({})
) -> Chart:
    words = {"name": pack.font_name, "size": 11, "bold": True, "color": TEXT}
    chart.set_title({"name": pack.phrase(title), "name_font": words, "overlay": False})
    chart.set_legend({"position": "bottom", "font": {"name": pack.font_name, "size": 8, "color": MUTED}})
    chart.set_x_axis({**_axis(pack), "label_position": "low"})
    code = axis_format(show, pack.content.currency)
    grid = {"visible": True, "line": {"color": LINE, "width": 0.5}}
    chart.set_y_axis({**_axis(pack), "num_format": code, **limits, "major_gridlines": grid, "line": {"none": True}})
    chart.set_chartarea({"border": {"color": LINE}})
    chart.show_blanks_as("gap")
    return chart
