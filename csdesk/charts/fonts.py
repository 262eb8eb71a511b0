"""The font of charts and pages, shipped with the app so that Japanese is never drawn as boxes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from csdesk.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.ft2font import FT2Font

_AT = 1000
"""Size at which letters are measured."""
_OPEN, _CLOSE = "「『（【〈《〔", "、。，．」』）】〉》〕！？：；ーっッゃゅょャュョァィゥェォ々・…‥"
_PIECES = re.compile(f"[{_OPEN}]*(?:[\u2e80-\uffef]|[^\\s\u2e80-\uffef]+)[{_CLOSE}]*[ \\t]*|[ \\t]+")
"""What a line is not broken within: a word, or a full-width letter with the marks that may not stand apart from it."""


@cache
def shipped_font() -> str:
    """Make the shipped font known to matplotlib, and give its family name."""
    from matplotlib import font_manager

    path = _path()
    font_manager.fontManager.addfont(path)
    return font_manager.FontProperties(fname=path).get_name()


def advance(text: str, size: float) -> float:
    """How wide a line of the shipped font is, in the unit of its size."""
    return size * sum(map(_letter, text))


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than `width`, broken between words, and between full-width letters where Japanese
    allows it; a word that is too long for a line is broken anywhere."""
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, width, size)]


def _lines(paragraph: str, width: float, size: float) -> Iterator[str]:
    line, used = "", 0.0
    for piece in _pieces(paragraph, width, size):
        bare = advance(piece.rstrip(), size)
        if line.strip() and used + bare > width:
            yield line.rstrip()
            line, used = "", 0.0
        line, used = line + piece, used + advance(piece, size)
    yield line.rstrip()


def _pieces(paragraph: str, width: float, size: float) -> Iterator[str]:
    for piece in _PIECES.findall(paragraph):
        if advance(piece.rstrip(), size) <= width:
            yield piece
        else:
            yield from piece


@cache
def _letter(letter: str) -> float:
    """Width of one letter by its type size; of one that the font lacks, that of the box in its place."""
    face = _face()
    return float(face.load_glyph(face.get_char_index(ord(letter))).linearHoriAdvance) / 65536 / _AT


@cache
def _face() -> FT2Font:
    from matplotlib.ft2font import FT2Font

    face = FT2Font(_path())
    face.set_size(_AT, 72)
    return face


def _path() -> str:
    return str(resource("fonts", "NotoSansJP-Regular.ttf"))
