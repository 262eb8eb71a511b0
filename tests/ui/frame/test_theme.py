"""Colours that can be read, in both palettes."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from csdesk.charts.style import contrast
from csdesk.models.kinds import Band
from csdesk.resources import resource
from csdesk.ui import theme
from csdesk.ui.icons import icon
from csdesk.ui.registry import ENTRIES
from csdesk.ui.tokens import DARK, LIGHT, Tokens

PALETTES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@PALETTES
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "good", "warn", "bad", "unknown"])
def test_every_ink_can_be_read_on_every_ground(tokens: Tokens, ink: str) -> None:
    grounds = [tokens.background, tokens.surface, tokens.raised, tokens.selection]
    assert min(contrast(getattr(tokens, ink), ground) for ground in grounds) >= 4.5


@PALETTES
def test_a_band_can_be_read_on_its_own_tint(tokens: Tokens) -> None:
    assert min(contrast(tokens.band(band), tokens.band_tint(band)) for band in Band) >= 4.5


@PALETTES
def test_the_words_on_an_accent_button_and_a_toast_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.background, tokens.text) >= 4.5


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@PALETTES
def test_every_token_is_a_colour(tokens: Tokens) -> None:
    assert all(len(value) == 7 and value[0] == "#" and int(value[1:], 16) >= 0 for value in tokens)


def test_the_palette_in_force_is_the_one_chosen(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.DARK)
    assert theme.tokens() is DARK
    theme.apply(qapp, theme.Scheme.LIGHT)
    assert theme.tokens() is LIGHT


def test_figures_have_one_width_and_japanese_has_a_font(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    assert theme.FALLBACK_FAMILY in label.font().families()
    assert QFont.Tag("tnum").toString() in [tag.toString() for tag in theme.font().featureTags()]
    widths = {label.fontMetrics().horizontalAdvance(figure) for figure in "0123456789"}
    assert len(widths) == 1


@pytest.mark.usefixtures("qapp")
def test_every_page_has_its_icon_and_icons_take_their_colour() -> None:
    for entry in ENTRIES:
        assert b"currentColor" in resource("icons", f"{entry.icon}.svg").read_bytes()
    red = icon("close", "#FF0000").pixmap(20).toImage()
    inks = {red.pixelColor(x, y).name() for x in range(red.width()) for y in range(red.height()) if red.pixel(x, y)}
    assert inks == {"#ff0000"}
