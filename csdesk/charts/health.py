"""How many accounts stand at which health score."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import count_axis, legend, prepare, say_empty
from csdesk.charts.records import Drawn, Scored, Spot, Table
from csdesk.models.kinds import Band
from csdesk.wording.charts import BANDS, LEGEND, TITLES
from csdesk.wording.window import BANDS as BAND_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from csdesk.charts.style import Style

_BIN = 10
_BINS = 100 // _BIN
_ORDER = (Band.RED, Band.YELLOW, Band.GREEN)


def draw_health(axes: Axes, style: Style, accounts: Sequence[Scored]) -> Drawn:
    """Accounts by tens of score, coloured by their band; those without a score stand apart at the left.

    The last bin holds 90 to 100. Spots are named by band; `index` is the bin, -1 for the unknown.
    """
    title = TITLES["health"].say(style.language)
    prepare(axes, style, title)
    counts = _counts(accounts)
    unknown = sum(account.band is Band.UNKNOWN for account in accounts)
    heading = (LEGEND["score"].say(style.language), *(BANDS[band].say(style.language) for band in _ORDER))
    rows: Table = tuple((_bin_name(at), *(float(counts[band][at]) for band in _ORDER)) for at in range(_BINS))
    table: Table = (heading, *rows, (BANDS[Band.UNKNOWN].say(style.language), float(unknown), None, None))
    if not accounts:
        say_empty(axes, style)
        return Drawn(title, (), table)
    spots, bottom = [], np.zeros(_BINS)
    at = np.arange(_BINS) * _BIN + _BIN / 2
    for band in _ORDER:
        axes.bar(at, counts[band], _BIN * 0.86, bottom=bottom, color=style.band(band), linewidth=0)
        spots += _spots(band, counts[band], bottom, style)
        bottom = bottom + counts[band]
    spots += _draw_unknown(axes, unknown, style)
    _finish(axes, max(float(bottom.max()), unknown), unknown=unknown, style=style)
    return Drawn(title, tuple(spots), table)


def _counts(accounts: Sequence[Scored]) -> dict[Band, np.ndarray]:
    counts = {band: np.zeros(_BINS) for band in _ORDER}
    for account in accounts:
        if account.band is not Band.UNKNOWN and account.score is not None:
            counts[account.band][min(_BINS - 1, max(0, int(account.score // _BIN)))] += 1
    return counts


def _bin_name(at: int) -> str:
    return f"{at * _BIN}–{(at + 1) * _BIN - (at < _BINS - 1)}"


def _spots(band: Band, counts: np.ndarray, bottom: np.ndarray, style: Style) -> list[Spot]:
    name = BANDS[band].say(style.language)
    return [
        Spot(
            at * _BIN,
            (at + 1) * _BIN,
            float(bottom[at]),
            float(bottom[at] + count),
            f"{_bin_name(at)}\n{name}  {count:.0f}",
            band.value,
            at,
        )
        for at, count in enumerate(counts)
        if count
    ]


def _draw_unknown(axes: Axes, unknown: int, style: Style) -> list[Spot]:
    if not unknown:
        return []
    axes.bar(
        [-_BIN],
        [unknown],
        _BIN * 0.86,
        facecolor="none",
        edgecolor=style.band(Band.UNKNOWN),
        linewidth=1.2,
        linestyle="--",
    )
    name = BANDS[Band.UNKNOWN].say(style.language)
    return [Spot(-1.5 * _BIN, -0.5 * _BIN, 0, unknown, f"{name}  {unknown}", Band.UNKNOWN.value, -1)]


def _finish(axes: Axes, highest: float, *, unknown: int, style: Style) -> None:
    from matplotlib.patches import Patch

    axes.set_ylim(0, max(1.0, highest * 1.08))
    axes.set_xlim((-1.7 * _BIN if unknown else -0.2 * _BIN), 100 + 0.2 * _BIN)
    ticks: list[tuple[float, str]] = [(score, str(score)) for score in range(0, 101, 20)]
    if unknown:
        ticks.insert(0, (-_BIN, BAND_WORDS[Band.UNKNOWN].say(style.language)))
    axes.set_xticks([at for at, _ in ticks], [label for _, label in ticks])
    count_axis(axes)
    bands = (*_ORDER, Band.UNKNOWN) if unknown else _ORDER
    handles = [
        Patch(
            facecolor="none" if band is Band.UNKNOWN else style.band(band),
            edgecolor=style.band(band),
        )
        for band in bands
    ]
    legend(axes, handles, [BANDS[band].say(style.language) for band in bands], style)
