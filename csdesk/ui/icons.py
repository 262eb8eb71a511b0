"""Our own icons: strokes on a 24 by 24 grid in resources/icons, tinted by the palette."""

from functools import lru_cache
from math import ceil

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from csdesk.resources import resource
from csdesk.ui import theme

_GRID = b'width="24" height="24"'


def icon(name: str, tint: str = "", sizes: tuple[int, ...] = (16, 20)) -> QIcon:
    """The icon of that name in a colour (the text colour of the palette in force where none is given)."""
    return _tinted(name, tint or theme.tokens().text, sizes)


def pixmap(name: str, size: int, tint: str, scale: float = 1.0) -> QPixmap:
    """One icon drawn at a size, for screens of that scale."""
    return _drawn(name, size, tint, scale)


def _scales() -> set[int]:
    return {1, *(ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())}


@lru_cache(maxsize=256)
def _tinted(name: str, tint: str, sizes: tuple[int, ...]) -> QIcon:
    made = QIcon()
    for size in sizes:
        for scale in _scales():
            made.addPixmap(_drawn(name, size, tint, scale))
    return made


@lru_cache(maxsize=256)
def _drawn(name: str, size: int, tint: str, scale: float) -> QPixmap:
    side = b'width="%d" height="%d"' % (round(size * scale), round(size * scale))
    source = resource("icons", f"{name}.svg").read_bytes().replace(_GRID, side).replace(b"currentColor", tint.encode())
    made = QPixmap()
    made.loadFromData(source, "SVG")  # by Qt's plugin, for the module QtSvg would hold up the start
    made.setDevicePixelRatio(scale)
    return made
