"""One visual language: the colours in force, fonts, spacing, and what Qt is told of them."""

from enum import StrEnum
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from csdesk.resources import resource
from csdesk.ui.style import sheet
from csdesk.ui.tokens import DARK, LIGHT, Tokens

_HALF = 128
BASE, SMALL, SECTION, FIGURE = 13, 11, 16, 22
"""Type sizes in device-independent pixels."""
STEP, CONTROL, ROW, DENSE_ROW, RADIUS = 4, 28, 26, 22, 6
"""Spacing unit, heights of controls and table rows, corner radius."""
FALLBACK_FAMILY = "Noto Sans JP"


class Scheme(StrEnum):
    """What a person may choose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def tokens() -> Tokens:
    """The colours in force, read from the application's palette."""
    return DARK if is_dark() else LIGHT


def is_dark() -> bool:
    """Whether light letters stand on a dark ground now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _HALF


def color(value: str, alpha: int = 255) -> QColor:
    """A token as a colour to paint with."""
    made = QColor(value)
    made.setAlpha(alpha)
    return made


def apply(app: QApplication, scheme: Scheme) -> None:
    """Our palette and style sheet, made for the Fusion style; SYSTEM follows the desktop where it tells, else light."""
    if scheme is Scheme.SYSTEM:
        app.setPalette(QPalette())
    chosen = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}.get(scheme) or tokens()
    wanted = sheet(chosen)
    if scheme is Scheme.SYSTEM or app.styleSheet() != wanted:
        app.setPalette(_palette(chosen))
        app.setStyleSheet(wanted)


def load_fonts(app: QApplication) -> None:
    """The system's font with our Japanese one behind it, and figures of one width."""
    load_japanese()
    app.setFont(font())


def load_japanese() -> None:
    """Load the Japanese font. It takes a while: where no Japanese is shown yet it can follow the first paint."""
    _load_font(str(resource("fonts", "NotoSansJP-Regular.ttf")))


@cache
def _load_font(file: str) -> int:
    return QFontDatabase.addApplicationFont(file)


def font(size: int = BASE, *, strong: bool = False) -> QFont:
    """A font of the window; emphasis is weight, not size."""
    made = QFont()  # the application's, which is the system's at first
    made.setFamilies([made.family(), FALLBACK_FAMILY])
    made.setPixelSize(size)
    made.setFeature(QFont.Tag("tnum"), 1)
    if strong:
        made.setWeight(QFont.Weight.Bold)
    return made


def _palette(chosen: Tokens) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for place, value in {
        role.Window: chosen.background,
        role.WindowText: chosen.text,
        role.Base: chosen.background,
        role.AlternateBase: chosen.surface,
        role.Text: chosen.text,
        role.PlaceholderText: chosen.muted,
        role.Button: chosen.surface,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.bad,
        role.ToolTipBase: chosen.raised,
        role.ToolTipText: chosen.text,
        role.Highlight: chosen.selection,
        role.HighlightedText: chosen.text,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.accent,
        role.Accent: chosen.accent,
        role.Mid: chosen.line,
        role.Dark: chosen.line,
        role.Shadow: chosen.line,
        role.Light: chosen.raised,
        role.Midlight: chosen.surface,
    }.items():
        made.setColor(place, color(value))
    for place in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, place, color(chosen.unknown))
    return made
