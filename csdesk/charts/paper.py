"""A chart on paper: pixels with the places that answer the pointer, or a PNG, SVG or PDF file's bytes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING
from warnings import filterwarnings

from csdesk.charts.axes import BELOW, LEGEND_GAP, TITLE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.transforms import Bbox

    from csdesk.charts.records import Draw, Drawn, Spot
    from csdesk.charts.style import Style

_INCH = 72
"""Pixels at 100 % in an inch of a figure, so that a font size in points is its size in pixels."""
_EDGE, _LEFT = 10, 2
"""Pixels kept free around the chart, and at its left, where titles stand in line with those of the page."""


class ChartFile(StrEnum):
    """Formats a chart is saved in; the value is the file's ending."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Box:
    """A spot in pixels at 100 %, measured from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    spot: Spot

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the box."""
        return self.left <= x < self.right and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart: `pixels` are RGBA rows of `width` x `height` device pixels."""

    width: int
    height: int
    pixels: bytes
    boxes: tuple[Box, ...]
    drawn: Drawn

    def at(self, x: float, y: float) -> Box | None:
        """The topmost box under a point in pixels at 100 %."""
        return next((box for box in reversed(self.boxes) if box.holds(x, y)), None)


def picture(draw: Draw, style: Style, width: float, height: float, scale: float = 1.0) -> Picture:
    """Draw for the screen: `width` x `height` pixels at 100 %, `scale` device pixels in each."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure, axes, drawn = _drawn(draw, style, width, height, scale)
    canvas = FigureCanvasAgg(figure)
    fit(figure, axes, canvas)
    canvas.draw()  # type: ignore[no-untyped-call] # matplotlib leaves its drawing untyped
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call] # as above
    across, down = canvas.get_width_height(physical=True)
    return Picture(across, down, bytes(pixels), _boxes(axes, drawn.spots, down, scale), drawn)


def saved(draw: Draw, style: Style, width: float, height: float, form: ChartFile) -> bytes:
    """The chart as a file: a PNG at twice the pixels, an SVG whose letters are outlines (no font is needed), or a PDF
    with its font."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    scale = 2.0 if form is ChartFile.PNG else 1.0
    figure, axes, _ = _drawn(draw, style, width, height, scale)
    fit(figure, axes, FigureCanvasAgg(figure))
    into = BytesIO()
    undated: dict[ChartFile, dict[str, object]] = {ChartFile.SVG: {"Date": None}, ChartFile.PDF: {"CreationDate": None}}
    with rc_context({"svg.hashsalt": "csdesk", "svg.fonttype": "path", "pdf.fonttype": 42}):
        form_of, metadata = form.value, undated.get(form, {})
        figure.savefig(into, format=form_of, facecolor=style.palette.background, metadata=metadata)
    return into.getvalue()


def _drawn(draw: Draw, style: Style, width: float, height: float, scale: float) -> tuple[Figure, Axes, Drawn]:
    from matplotlib.figure import Figure

    words_as_they_are()
    figure = Figure((width / _INCH, height / _INCH), dpi=_INCH * scale, facecolor=style.palette.background)
    axes = figure.add_axes((0.1, 0.15, 0.85, 0.7))
    return figure, axes, draw(axes, style)


def words_as_they_are() -> None:
    """Let what people call things be drawn as it is written: letters that the font lacks show as boxes, and nothing is
    a formula, also between two dollar signs."""
    from matplotlib import rcParams

    filterwarnings("ignore", "Glyph .* missing from font", UserWarning)
    rcParams["text.parse_math"] = False


def fit(figure: Figure, axes: Axes, canvas: object, within: Bbox | None = None) -> None:
    """Let labels and legend use just the room they need, of the figure or of a part of it in its pixels; far cheaper
    than a layout engine."""
    renderer, room = canvas.get_renderer(), within or figure.bbox  # type: ignore[attr-defined]
    legend = axes.get_legend()
    extra = [*axes.findobj(lambda part: part.get_gid() == BELOW), *([] if legend is None else [legend])]
    whole, inner = axes.get_tightbbox(renderer, bbox_extra_artists=extra), axes.get_window_extent(renderer)
    assert whole is not None, "the axes are visible"
    width, height = figure.bbox.width, figure.bbox.height
    edge, start = (pixels * figure.dpi / _INCH for pixels in (_EDGE, _LEFT))
    left, bottom = room.x0 + inner.x0 - whole.x0 + start, room.y0 + inner.y0 - whole.y0 + edge
    right, top = room.x1 - max(0.0, whole.x1 - inner.x1) - edge, room.y1 - (whole.y1 - inner.y1) - edge
    least = 20.0
    axes.set_position(
        (left / width, bottom / height, max(least, right - left) / width, max(least, top - bottom) / height)
    )
    begin = (room.x0 + start - left) / max(least, right - left)
    for title in axes.findobj(lambda part: part.get_gid() == TITLE):
        title.set(x=begin)
    if legend is not None:
        above = LEGEND_GAP * figure.dpi / _INCH / max(least, top - bottom)
        legend.set_bbox_to_anchor((begin, 1 + above), axes.transAxes)


def _boxes(axes: Axes, spots: tuple[Spot, ...], height: int, scale: float) -> tuple[Box, ...]:
    import numpy as np

    if not spots:
        return ()
    edges = axes.get_window_extent()
    corners = np.array([[(s.left, s.bottom), (s.right, s.top)] for s in spots], dtype=float)
    low, high = axes.get_xlim(), axes.get_ylim()
    corners[..., 0] = np.clip(corners[..., 0], min(low), max(low))
    corners[..., 1] = np.clip(corners[..., 1], min(high), max(high))
    pixels = axes.transData.transform(corners.reshape(-1, 2)).reshape(-1, 2, 2)
    pixels[..., 0] = np.clip(pixels[..., 0], edges.x0, edges.x1)
    return tuple(
        Box(a[0] / scale, (height - max(a[1], b[1])) / scale, b[0] / scale, (height - min(a[1], b[1])) / scale, spot)
        for (a, b), spot in zip(pixels, spots, strict=True)
    )
