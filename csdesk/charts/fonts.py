"""The font of charts, shipped with the app so that Japanese is never drawn as boxes."""

from __future__ import annotations

from functools import cache

from csdesk.resources import resource


@cache
def shipped_font() -> str:
    """Make the shipped font known to matplotlib, and give its family name."""
    from matplotlib import font_manager

    path = resource("fonts", "NotoSansJP-Regular.ttf")
    font_manager.fontManager.addfont(path)
    return font_manager.FontProperties(fname=path).get_name()
