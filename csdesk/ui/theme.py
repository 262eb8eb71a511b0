"""One visual language: colours for light and dark, fonts, spacing, and the style sheet made from them."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from csdesk.models.kinds import Band
from csdesk.resources import resource
from csdesk.ui.style import sheet

_HALF, _KNEE = 128, 0.04045
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


class Tokens(NamedTuple):
    """Every colour by its meaning, as #RRGGBB. Text tokens have a contrast of 4.5 or more on background and surface."""

    background: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    good: str
    warn: str
    bad: str
    unknown: str
    good_tint: str
    warn_tint: str
    bad_tint: str
    unknown_tint: str

    def band(self, band: Band) -> str:
        """The colour a health band is written in."""
        names = {Band.GREEN: self.good, Band.YELLOW: self.warn, Band.RED: self.bad, Band.UNKNOWN: self.unknown}
        return names[band]

    def band_tint(self, band: Band) -> str:
        """The quiet ground behind a health band."""
        names = {
            Band.GREEN: self.good_tint,
            Band.YELLOW: self.warn_tint,
            Band.RED: self.bad_tint,
            Band.UNKNOWN: self.unknown_tint,
        }
        return names[band]


LIGHT = Tokens(
    background="#FFFFFF",
    surface="#F5F7FA",
    raised="#FFFFFF",
    line="#D9DEE5",
    text="#1B2430",
    muted="#566273",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    selection="#E8F0FB",
    good="#0B7A4B",
    warn="#8F5B00",
    bad="#B3261E",
    unknown="#616B78",
    good_tint="#EDF8F2",
    warn_tint="#FCF5E6",
    bad_tint="#FCF0EF",
    unknown_tint="#F5F7FA",
)

DARK = Tokens(
    background="#14181E",
    surface="#1D232B",
    raised="#242B35",
    line="#333C48",
    text="#E6EAF0",
    muted="#A3AFBD",
    accent="#7FB2FF",
    on_accent="#10151C",
    selection="#22364F",
    good="#5CC795",
    warn="#E2B15A",
    bad="#FF8A80",
    unknown="#9AA5B1",
    good_tint="#17281F",
    warn_tint="#2B2416",
    bad_tint="#301C1C",
    unknown_tint="#1D232B",
)


def tokens() -> Tokens:
    """The colours in force, read from the application's palette."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _HALF else LIGHT


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
    shipped = resource("fonts", "NotoSansJP-Regular.ttf")
    _load_font(str(shipped))
    app.setFont(font())


@cache
def _load_font(file: str) -> int:
    return QFontDatabase.addApplicationFont(file)


def font(size: int = BASE, *, strong: bool = False) -> QFont:
    """A font of the window; emphasis is weight, not size."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    made = QFont()
    made.setFamilies([system.family(), FALLBACK_FAMILY])
    made.setPixelSize(size)
    made.setFeature(QFont.Tag("tnum"), 1)
    if strong:
        made.setWeight(QFont.Weight.Bold)
    return made


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours by WCAG 2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    parts = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = map(_linear, parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _KNEE else ((part + 0.055) / 1.055) ** 2.4


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
