"""How every chart looks: colours light and dark, the font, the language and the currency of its figures."""

from dataclasses import dataclass
from fractions import Fraction

from csdesk.models.kinds import Band, Language
from csdesk.models.money import Currency


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours a chart needs besides those of its series."""

    background: str
    surface: str
    line: str
    text: str
    muted: str
    accent: str
    bands: tuple[str, str, str, str]
    """Green, yellow, red, unknown."""


LIGHT = Palette(
    "#FFFFFF", "#F5F7FA", "#D9DEE5", "#1B2430", "#566273", "#1F5FBF", ("#0B7A4B", "#8F5B00", "#B3261E", "#616B78")
)
DARK = Palette(
    "#14181E", "#1D232B", "#333C48", "#E6EAF0", "#A3AFBD", "#7FB2FF", ("#5CC795", "#E2B15A", "#FF8A80", "#9AA5B1")
)

MOVEMENT_COLOURS = {
    "new": "#0072B2",
    "reactivation": "#56B4E9",
    "expansion": "#009E73",
    "contraction": "#E69F00",
    "churn": "#D55E00",
}
"""Okabe and Ito's palette: told apart with every common kind of colour blindness, on light and dark."""

FX_COLOUR = "#CC79A7"
"""What exchange rates did, apart from all that customers did."""

CATEGORY_COLOURS = (*MOVEMENT_COLOURS.values(), FX_COLOUR, "#808080")


@dataclass(frozen=True, slots=True)
class Style:
    """What a chart is told besides its records. Sizes are pixels at 100 %."""

    language: Language
    currency: Currency
    dark: bool = False
    family: str = "Noto Sans JP"
    small: float = 11.0
    title: float = 13.0

    @property
    def palette(self) -> Palette:
        """The colours of the theme."""
        return DARK if self.dark else LIGHT

    def main(self, minor: float | Fraction) -> float:
        """Minor units as a number of main units."""
        return float(self.currency.main_units(Fraction(minor)))

    def band(self, band: Band) -> str:
        """The colour of a health band."""
        return dict(zip((Band.GREEN, Band.YELLOW, Band.RED, Band.UNKNOWN), self.palette.bands, strict=True))[band]


_LINEAR_BELOW = 0.04045
"""Where the screen's colour curve (sRGB) is a straight line."""


def mixed(low: str, high: str, share: float) -> str:
    """The colour `share` of the way from one `#RRGGBB` to another."""
    start, end = _parts(low), _parts(high)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in zip(start, end, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21, as the accessibility guidelines (WCAG 2) reckon it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(on: str, *choices: str) -> str:
    """The choice that reads best on a background."""
    return max(choices, key=lambda ink: contrast(on, ink))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        c / 12.92 if c <= _LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in (p / 255 for p in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
