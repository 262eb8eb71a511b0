"""How cells look: roles (heading, total, tile) and kinds of value (money, percent, date) of the board workbook."""

from enum import StrEnum

from csdesk.metrics.engine.movements import Movement
from csdesk.metrics.measure import Unit
from csdesk.models.kinds import Band, Language
from csdesk.models.money import Currency
from csdesk.wording.reports import PHRASES
from csdesk.wording.speech import symbol

TEXT, MUTED, LINE, SURFACE, MARKED, ACCENT = "#1B2430", "#566273", "#D9DEE5", "#F5F7FA", "#E8F0FB", "#1F5FBF"
GOOD, WARN, BAD, UNKNOWN = "#0B7A4B", "#8F5B00", "#B3261E", "#616B78"
HEAT_LOW, HEAT_HIGH = "#FFFFFF", "#8DB4E8"
NEW, REACTIVATION, EXPANSION, CONTRACTION, CHURN = "#0072B2", "#56B4E9", "#009E73", "#E69F00", "#D55E00"
FX = "#CC79A7"
MOVEMENT_INKS = {
    Movement.NEW: NEW,
    Movement.REACTIVATION: REACTIVATION,
    Movement.EXPANSION: EXPANSION,
    Movement.CONTRACTION: CONTRACTION,
    Movement.CHURN: CHURN,
    Movement.FX: FX,
}
BAND_INKS = {Band.GREEN: GOOD, Band.YELLOW: WARN, Band.RED: BAD, Band.UNKNOWN: UNKNOWN}


class Look(StrEnum):
    """The role of a cell."""

    BODY = "body"
    WRAPPED = "wrapped"
    MARKED = "marked"
    TITLE = "title"
    SUBTITLE = "subtitle"
    SECTION = "section"
    HEAD = "head"
    TOTAL = "total"
    NOTE = "note"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    TILE_NAME = "tile_name"
    TILE_FIGURE = "tile_figure"
    TILE_CHANGE = "tile_change"
    TILE_NOTE = "tile_note"
    HEAT = "heat"


class Show(StrEnum):
    """The kind of value in a cell, which decides its number format and its side."""

    TEXT = "text"
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    DATE = "date"
    SCORE = "score"
    MONTHS = "months"
    DAYS = "days"
    HOURS = "hours"
    POINTS = "points"
    RATIO = "ratio"
    GROWTH = "growth"
    POINT_CHANGE = "point_change"
    PLAIN_CHANGE = "plain_change"
    SHARE = "share"
    PLAIN = "plain"


_EDGE = {"indent": 0}
_TILE = {"bg_color": SURFACE, "indent": 1, "align": "left"}
LOOKS: dict[Look, dict[str, object]] = {
    Look.BODY: {"bottom": 1, "bottom_color": LINE},
    Look.WRAPPED: {"bottom": 1, "bottom_color": LINE, "text_wrap": True, "valign": "top"},
    Look.MARKED: {"bottom": 1, "bottom_color": LINE, "bg_color": MARKED},
    Look.TITLE: {**_EDGE, "font_size": 18, "bold": True},
    Look.SUBTITLE: {**_EDGE, "font_color": MUTED},
    Look.SECTION: {**_EDGE, "font_size": 12, "bold": True},
    Look.HEAD: {"bold": True, "text_wrap": True, "bg_color": SURFACE, "bottom": 1, "bottom_color": MUTED},
    Look.TOTAL: {"bold": True, "top": 1, "top_color": MUTED},
    Look.NOTE: {**_EDGE, "font_size": 9, "font_color": MUTED},
    Look.SENTENCE: {**_EDGE, "bold": True},
    Look.PARAGRAPH: {**_EDGE, "text_wrap": True},
    Look.TILE_NAME: {**_TILE, "font_size": 9, "font_color": MUTED},
    Look.TILE_FIGURE: {**_TILE, "font_size": 18, "bold": True},
    Look.TILE_CHANGE: {**_TILE, "font_size": 9},
    Look.TILE_NOTE: {**_TILE, "font_size": 8, "font_color": MUTED, "text_wrap": True, "valign": "top"},
    Look.HEAT: {"font_size": 9},
}

OF_UNIT = {
    Unit.FRACTION: Show.PERCENT,
    Unit.MONEY: Show.MONEY,
    Unit.COUNT: Show.COUNT,
    Unit.MONTHS: Show.MONTHS,
    Unit.DAYS: Show.DAYS,
    Unit.HOURS: Show.HOURS,
    Unit.POINTS: Show.POINTS,
    Unit.PERCENTAGE_POINTS: Show.POINT_CHANGE,
    Unit.SCORE: Show.SCORE,
    Unit.RATIO: Show.RATIO,
}
CHANGE_OF_UNIT = {
    Unit.FRACTION: Show.POINT_CHANGE,
    Unit.MONEY: Show.GROWTH,
    Unit.COUNT: Show.GROWTH,
}
"""How a change is shown: money and counts in percent, rates in points, all others as they are."""


def font(language: Language) -> dict[str, object]:
    """The workbook's font: one that Excel has for that language."""
    return {"font_name": "Yu Gothic" if language is Language.JA else "Arial", "font_size": 10}


def number_format(show: Show, currency: Currency, language: Language) -> str:
    """Excel's number format for a kind of value."""
    decimals = f".{'0' * currency.digits}" if currency.digits else ""
    mark = symbol(currency)
    mark = mark if len(mark) == 1 else f'"{mark}"'

    def word(key: str) -> str:
        return f'"{PHRASES[key].say(language)}"'

    return {
        Show.TEXT: "@",
        Show.MONEY: f"{mark}#,##0{decimals};-{mark}#,##0{decimals}",
        Show.PERCENT: "0.0%",
        Show.SHARE: "0%",
        Show.COUNT: "#,##0",
        Show.DATE: "yyyy/mm/dd" if language is Language.JA else "[$-409]d mmm yyyy",
        Show.SCORE: "0.0",
        Show.MONTHS: f"0.0{word('months')}",
        Show.DAYS: f"#,##0.0{word('days')}",
        Show.HOURS: f"#,##0.0{word('hours')}",
        Show.POINTS: "+0;-0;0",
        Show.RATIO: f"0.00{word('times')}",
        Show.GROWTH: "+0.0%;-0.0%;0.0%",
        Show.POINT_CHANGE: f"+0.0{word('points')};-0.0{word('points')};0.0{word('points')}",
        Show.PLAIN_CHANGE: "+0.0;-0.0;0.0",
        Show.PLAIN: "#,##0.0",
    }[show]


def axis_format(show: Show, currency: Currency) -> str:
    """Number format of a chart's axis: whole main units, whole percents."""
    whole = {Show.MONEY: f'"{symbol(currency)}"#,##0;-"{symbol(currency)}"#,##0', Show.SHARE: "0%"}
    return whole[show]


def heat(most: float) -> dict[str, object]:
    """Cells from 0 to `most` as one hue growing stronger; beyond it nothing grows."""
    low = {"min_type": "num", "min_value": 0, "min_color": HEAT_LOW}
    return {"type": "2_color_scale", **low, "max_type": "num", "max_value": most, "max_color": HEAT_HIGH}


def with_prefix(prefix: str, code: str) -> str:
    """The number format with words before the number, for positive and negative values alike."""
    return ";".join(f'"{prefix}"{part}' for part in code.split(";"))
