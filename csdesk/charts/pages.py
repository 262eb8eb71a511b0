"""Pages of A4: text, tiles, tables and charts set below each other, drawn as real text for a PDF or a picture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from csdesk.charts.fonts import advance, wrapped
from csdesk.charts.paper import fit, words_as_they_are

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from typing import BinaryIO

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from csdesk.charts.records import Draw
    from csdesk.charts.style import Style

WIDE, HIGH = 595.28, 841.89
"""A4 in points."""
EDGE = 52
"""Margin at either side; above and below it is a little more."""
_TOP, _BOTTOM = 56, 64
BODY, SMALL, HEADING, TITLE, _FOOT = 9.5, 8.0, 13.0, 24.0, 7.5
"""Sizes of type in points."""
LEADING = 1.55
"""From one line to the next, by the size of its type."""
_RISE = 1.12
"""From the top of a line to what its letters stand on, by the size of its type."""
_CELL = 3.5
"""Room above and below the words of a cell."""
_GUTTER = 10
_KEPT_LINES = 6
_INCH = 72


@dataclass(frozen=True, slots=True)
class PageColumn:
    """A column of a table: its heading, its share of the width, and whether its cells stand at the right."""

    heading: str
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class PageTile:
    """A figure under its name, with a quiet line below."""

    name: str
    figure: str
    note: str = ""


class _Places:
    """Where the columns of a table stand."""

    def __init__(self, columns: Sequence[PageColumn], left: float, whole: float) -> None:
        self.columns, self.left, self.whole = columns, left, whole
        shares = sum(column.share for column in columns)
        self.widths = [whole * column.share / shares for column in columns]
        self.lefts = [left + sum(self.widths[:place]) for place in range(len(columns))]


class Pages:
    """Fills page after page from the top down, in points; what does not fit goes on on the next one."""

    def __init__(self, style: Style) -> None:
        words_as_they_are()
        self.style = style
        self.figures: list[Figure] = []
        self._at = 0.0
        self._turn()

    @property
    def width(self) -> float:
        """From margin to margin."""
        return WIDE - 2 * EDGE

    def space(self, points: float) -> None:
        """Leave some room."""
        self._at += points

    def keep(self, points: float) -> None:
        """Go on on a new page where so much does not fit on this one."""
        if self._at + points > HIGH - _BOTTOM and self._at > _TOP:
            self._turn()

    def heading(self, text: str, beside: float = 60) -> None:
        """A section's heading, never alone at the foot of a page: `beside` is the room for what follows."""
        self.space(16)
        self.keep(HEADING * LEADING + beside)
        self._bar(EDGE, self._at + 3, 3, HEADING * 1.2, self.style.palette.accent)
        self._lines(wrapped(text, self.width - 12, HEADING), HEADING, self.style.palette.text, indent=12)
        self.space(5)

    def text(self, text: str, size: float = BODY, ink: str = "", indent: float = 0) -> None:
        """A paragraph."""
        ink = ink or self.style.palette.text
        self._lines(wrapped(text, self.width - indent, size), size, ink, indent=indent)

    def rule(self) -> None:
        """A line from margin to margin."""
        self._bar(EDGE, self._at, self.width, 0.6, self.style.palette.line)

    def tiles(self, tiles: Sequence[PageTile]) -> None:
        """Figures side by side, at most four in a row."""
        palette, each, high = self.style.palette, (self.width - 3 * _GUTTER) / 4, 62
        for first in range(0, len(tiles), 4):
            self.keep(high + _GUTTER)
            for place, tile in enumerate(tiles[first : first + 4]):
                left = EDGE + place * (each + _GUTTER)
                self._bar(left, self._at, each, high, palette.surface)
                rows = ((tile.name, SMALL, palette.muted, 7), (tile.figure, 17, palette.text, 19),
                        (tile.note, 7, palette.muted, 46))  # fmt: skip
                for words, size, ink, down in rows:
                    self._put(left + 8, self._at + down, _cut(words, each - 12, size), size, ink)
            self.space(high + _GUTTER)

    def share(self, done: float, indent: float = 0) -> None:
        """A bar that is filled by a share from 0 to 1."""
        self.keep(10)
        palette, wide = self.style.palette, self.width - indent
        self._bar(EDGE + indent, self._at + 4, wide, 3, palette.line)
        if done > 0:
            self._bar(EDGE + indent, self._at + 4, wide * min(done, 1.0), 3, palette.accent)
        self.space(12)

    def table(self, columns: Sequence[PageColumn], rows: Sequence[Sequence[str]], indent: float = 0) -> None:
        """Rows under headings, which every page repeats; cells wrap, and a row longer than a page is broken."""
        table = _Places(columns, EDGE + indent, self.width - indent)
        line = BODY * LEADING
        self.keep(3 * line)
        self._heads(table)
        for row in rows:
            cells = [wrapped(words, wide - _GUTTER, BODY) for words, wide in zip(row, table.widths, strict=True)]
            self._row(table, [list(words) for words in zip_longest(*cells, fillvalue="")])
        self.space(8)

    def _row(self, table: _Places, lines: Sequence[Sequence[str]]) -> None:
        """A row is kept together where it is of a few lines."""
        line = BODY * LEADING
        if self._at + min(len(lines), _KEPT_LINES) * line + 2 * _CELL > HIGH - _BOTTOM:
            self._go_on(table)
        self.space(_CELL)
        for words in lines:
            if self._at + line > HIGH - _BOTTOM:
                self._go_on(table)
                self.space(_CELL)
            self._cells(table, words, BODY, self.style.palette.text)
            self.space(line)
        self.space(_CELL)
        self._bar(table.left, self._at, table.whole, 0.5, self.style.palette.line)

    def _go_on(self, table: _Places) -> None:
        self._turn()
        self._heads(table)

    def _heads(self, table: _Places) -> None:
        muted = self.style.palette.muted
        heads = zip(table.columns, table.widths, strict=True)
        self._cells(table, [_cut(one.heading, wide - _GUTTER / 2, SMALL) for one, wide in heads], SMALL, muted)
        self.space(SMALL * LEADING + 2)
        self._bar(table.left, self._at, table.whole, 0.8, muted)

    def _cells(self, table: _Places, cells: Sequence[str], size: float, ink: str) -> None:
        for column, left, wide, words in zip(table.columns, table.lefts, table.widths, cells, strict=True):
            at = left + wide - _GUTTER / 2 if column.right else left
            self._put(at, self._at, words, size, ink, right=column.right)

    def charts(self, draws: Sequence[Draw], high: float = 132) -> None:
        """Charts two in a row; a single one has the whole width."""
        each = (self.width - _GUTTER) / 2 if len(draws) > 1 else self.width
        for first in range(0, len(draws), 2):
            self.keep(high)
            for place, draw in enumerate(draws[first : first + 2]):
                self._chart(draw, EDGE + place * (each + _GUTTER), each, high)
            self.space(high + 4)

    def finish(self, foot: str, numbered: Callable[[int, int], str]) -> None:
        """Write what stands at the foot of every page, once all are there."""
        muted, below = self.style.palette.muted, HIGH - 40
        for number, page in enumerate(self.figures, 1):
            _write(page, EDGE, below, _cut(foot, self.width - 60, _FOOT), _Ink(_FOOT, muted), self.style)
            told = numbered(number, len(self.figures))
            _write(page, WIDE - EDGE, below, told, _Ink(_FOOT, muted, "right"), self.style)

    # -- one page --------------------------------------------------------------------------------------------------

    def _turn(self) -> None:
        from matplotlib.figure import Figure

        palette = self.style.palette
        self.figures.append(Figure((WIDE / _INCH, HIGH / _INCH), dpi=_INCH, facecolor=palette.background))
        self._at = float(_TOP)

    def _lines(self, lines: Sequence[str], size: float, ink: str, indent: float = 0) -> None:
        for line in lines:
            self.keep(size * LEADING)
            self._put(EDGE + indent, self._at, line, size, ink)
            self.space(size * LEADING)

    def _put(self, left: float, top: float, text: str, size: float, ink: str, *, right: bool = False) -> None:
        way = _Ink(size, ink, "right" if right else "left")
        _write(self.figures[-1], left, top + size * _RISE, text, way, self.style)

    def _bar(self, left: float, top: float, wide: float, high: float, ink: str) -> None:
        from matplotlib.patches import Rectangle

        page = self.figures[-1]
        corner = (left / WIDE, 1 - (top + high) / HIGH)
        page.add_artist(
            Rectangle(corner, wide / WIDE, high / HIGH, color=ink, linewidth=0, transform=page.transFigure, snap=False)
        )

    def _chart(self, draw: Draw, left: float, wide: float, high: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.transforms import Bbox

        page, bottom = self.figures[-1], HIGH - self._at - high
        axes: Axes = page.add_axes((left / WIDE, bottom / HIGH, wide / WIDE, high / HIGH))
        draw(axes, self.style)
        fit(page, axes, FigureCanvasAgg(page), Bbox.from_bounds(left, bottom, wide, high))


def write_pages(
    pages: Pages, handle: BinaryIO, *, title: str, author: str, on: date, progress: Callable[[int, int], None]
) -> None:
    """The pages as a PDF with its font and with text that can be searched; the same pages give the same bytes."""
    from datetime import UTC, datetime, time

    from matplotlib import rc_context
    from matplotlib.backends.backend_pdf import PdfPages

    about = {"Title": title, "Author": author, "Creator": "csdesk", "CreationDate": datetime.combine(on, time(), UTC)}
    whole = len(pages.figures)
    with rc_context({"pdf.fonttype": 42}), PdfPages(handle, metadata=about) as out:
        for done, page in enumerate(pages.figures):
            progress(done, whole)
            out.savefig(page, facecolor=page.get_facecolor())
    progress(whole, whole)


def page_picture(pages: Pages, scale: float) -> tuple[int, int, bytes]:
    """The first page in pixels: width, height and rows of RGBA, `scale` pixels for each point."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    page = pages.figures[0]
    page.set_dpi(_INCH * scale)
    canvas = FigureCanvasAgg(page)
    canvas.draw()  # type: ignore[no-untyped-call] # matplotlib leaves its drawing untyped
    across, down = canvas.get_width_height(physical=True)
    return across, down, bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call] # as above


@dataclass(frozen=True, slots=True)
class _Ink:
    """How words are written: size, colour, and which end of them stands at their place."""

    size: float
    colour: str
    side: str = "left"


def _write(page: Figure, left: float, below: float, text: str, ink: _Ink, style: Style) -> None:
    if text:
        at = (left / WIDE, 1 - below / HIGH)
        page.text(*at, text, fontsize=ink.size, color=ink.colour, family=style.family, ha=ink.side, va="baseline")


def _cut(text: str, width: float, size: float) -> str:
    """As much of a line as there is room for."""
    if advance(text, size) <= width:
        return text
    kept = text
    while kept and advance(f"{kept}…", size) > width:
        kept = kept[:-1]
    return f"{kept}…"
