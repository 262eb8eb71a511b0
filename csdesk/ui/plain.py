"""Words that are not ours, as the window shows them: of a bounded length, never a shortcut, turning nothing around.

That no label and no tooltip takes them for markup is a rule of the style sheet.
"""

from textwrap import wrap

from csdesk.models.text import visible

_LONGEST, _ON_A_BUTTON, _IN_A_TIP = 400, 60, 1200
_TIP_LINE, _TIP_LINES = 110, 24
_CUT = "…"


def brief(text: str, most: int = _LONGEST) -> str:
    """The beginning of a text, as much as one line could ever show."""
    return visible(text if len(text) <= most else text[: most - 1] + _CUT)


def literal(text: str, most: int = _ON_A_BUTTON) -> str:
    """For buttons, menus and tabs, which take a lone & for a shortcut."""
    return brief(text, most).replace("&", "&&")


def tip(text: str) -> str:
    """For tooltips, which break no lines of themselves."""
    lines = brief(text, _IN_A_TIP).split("\n")
    parts = [part for line in lines for part in (wrap(line, _TIP_LINE) if len(line) > _TIP_LINE else [line])]
    return "\n".join(parts if len(parts) <= _TIP_LINES else [*parts[: _TIP_LINES - 1], _CUT])
