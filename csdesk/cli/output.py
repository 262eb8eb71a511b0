"""What the commands print for people: tables, error lines, progress."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import TYPE_CHECKING

from csdesk.metrics.measure import Measure, Why
from csdesk.wording.command import HEADINGS
from csdesk.wording.figures import figure_text, interval_text, n_text
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import metric_name
from csdesk.wording.reports import WHY
from csdesk.wording.speech import look_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency


def show_json(record: object) -> None:
    """One JSON document, in the language's own letters."""
    print(json.dumps(record, ensure_ascii=False, indent=1))


def show_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns lined up, full-width letters counted as two."""
    lines = [list(headings), *(list(row) for row in rows)]
    taken = [list(map(_width, line)) for line in lines]
    widths = list(map(max, zip(*taken, strict=True)))
    for line, places in zip(lines, taken, strict=True):
        cells = [text + " " * (width - place) for text, place, width in zip(line, places, widths, strict=True)]
        print("  ".join(cells).rstrip())


def figure(measure: Measure, currency: Currency, language: Language) -> str:
    """A figure as people read it, with its unit and, where it has them, interval, n and what to know about it."""
    known = figure_text(measure, currency, language)
    beside = (interval_text(measure, language, currency), n_text(measure, language), _why(measure, language))
    return "  ".join(filter(None, (known, *beside)))


def group_text(dimension: str | None, group: str | None, language: Language) -> str:
    """What a group is called, as the window calls it; '' of figures that are not split."""
    return group_name(dimension, group or "", language) if dimension else group or ""


def show_figures(found: Sequence[Measure], currency: Currency, language: Language) -> None:
    """A line a figure: period, name, group, and the figure as people read it."""
    show_table(
        HEADINGS["figures"][language],
        (
            (
                str(item.period or ""),
                metric_name(item.metric, language, item.base),
                group_text(item.dimension, item.group, language),
                figure(item, currency, language),
            )
            for item in found
        ),
    )


def say_error(error: Exception, language: Language) -> None:
    """One plain line on standard error."""
    from csdesk.usecases.sentences import error_sentence

    print(f"csdesk: {error_sentence(error, language)}", file=sys.stderr)


def progress_line(label: str) -> Callable[[int, int], None]:
    """Progress on standard error, only on a terminal."""
    if not sys.stderr.isatty():
        return lambda _done, _whole: None

    def show(done: int, in_all: int) -> None:
        share = f"{done:,} / {in_all:,}" if in_all else f"{done:,}"
        end = "\n" if done == in_all else ""
        print(f"\r{label} {share}", end=end, file=sys.stderr, flush=True)

    return show


def _why(measure: Measure, language: Language) -> str:
    """Why there is none, or what to know; 'no loss' is the figure itself."""
    why = Why.TOO_FEW if measure.why is None and measure.too_few else measure.why
    return "" if why in {None, Why.NO_LOSS} else look_up(WHY, why or "", language)


class _Cells(dict[str, int]):
    """How many places a letter takes; each is worked out once, for a long history has millions."""

    def __missing__(self, letter: str) -> int:
        self[letter] = places = 2 if unicodedata.east_asian_width(letter) in "WFA" else 1
        return places


_CELLS = _Cells()


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_CELLS.__getitem__, text))
