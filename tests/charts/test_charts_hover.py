"""What the pointer finds on a chart, and the figures that are copied."""

from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure

from csdesk.charts.axes import _shown
from csdesk.charts.cohorts import draw_cohorts, heat, ink
from csdesk.charts.fonts import shipped_font
from csdesk.charts.health import draw_health
from csdesk.charts.lines import draw_logo_churn, draw_mrr, draw_use
from csdesk.charts.movements import draw_movements
from csdesk.charts.paper import picture
from csdesk.charts.quadrant import draw_quadrant
from csdesk.charts.records import MovementBar, Point, Scored, Standing, UseLine
from csdesk.charts.style import CATEGORY_COLOURS, DARK, LIGHT, Style, contrast
from csdesk.charts.trend import draw_trend
from csdesk.metrics.triangles import CohortKind
from csdesk.models.kinds import Band, Language
from csdesk.models.money import Currency
from csdesk.models.months import PeriodKind
from csdesk.wording.charts import money_tick, period_name

EN = Style(Language.EN, Currency("USD"))
JA = Style(Language.JA, Currency("JPY"))


@pytest.fixture(autouse=True)
def _font() -> None:
    shipped_font()


def test_movements_tell_the_period_and_every_amount(records: Any) -> None:
    bar = MovementBar(records.periods(3)[2], 120_000, 0, 5_000, 2_500, 60_000)
    made = picture(partial(draw_movements, bars=(bar,)), EN, 640, 280)
    assert made.drawn.spots[0].text == (
        "Mar 2022\nNew  $1,200.00\nExpansion  $50.00\nContraction  −$25.00\nChurn  −$600.00\nNet  $625.00"
    )
    assert made.drawn.table[1] == ("Mar 2022", 1200.0, 0.0, 50.0, 25.0, 600.0, 625.0)


def test_a_figure_known_to_be_at_least_so_much_is_no_point_of_the_line(records: Any) -> None:
    first, second = records.periods(2)
    points = (Point(first, 900_00, least=True), Point(second, 500_00, 400_00.0, 600_00.0, 30))
    made = picture(partial(draw_trend, metric="ltv", unit="money", points=points), EN, 640, 280)
    assert [spot.text.splitlines()[1] for spot in made.drawn.spots] == ["at least $900.00", "$500.00"]
    assert [row[1:] for row in made.drawn.table[1:]] == [(None, 900.0, None, None), (500.0, 400.0, 600.0, 30)]
    axes = Figure().subplots()
    draw_trend(axes, EN, "ltv", "money", points)
    line, arrow = axes.lines
    assert np.isnan(line.get_ydata()).tolist() == [True, False]
    assert (arrow.get_marker(), list(arrow.get_ydata())) == ("^", [90_000])


def test_stacks_meet_and_losses_hang_below_zero(records: Any) -> None:
    bar = MovementBar(records.periods(1)[0], 100, 20, 30, 5, 40)
    spots = {s.series: s for s in picture(partial(draw_movements, bars=(bar,)), JA, 640, 280).drawn.spots if s.series}
    assert [spots[name].bottom for name in ("new", "reactivation", "expansion")] == [0, 100, 120]
    assert spots["expansion"].top == 150
    assert (spots["contraction"].bottom, spots["contraction"].top) == (-5, 0)
    assert (spots["churn"].bottom, spots["churn"].top) == (-45, -5)


def test_pointer_finds_the_segment_it_is_on(records: Any) -> None:
    made = picture(partial(draw_movements, bars=records.movement_bars(12)), JA, 640, 280)
    for box in made.boxes:
        if box.spot.series and box.bottom - box.top > 1:
            found = made.at((box.left + box.right) / 2, (box.top + box.bottom) / 2)
            assert found is not None
            assert found.spot == box.spot
    assert made.at(1, 1) is None


def test_unfinished_period_is_said(records: Any) -> None:
    made = picture(partial(draw_movements, bars=records.movement_bars(3)), JA, 640, 280)
    assert "2022年3月 (途中)" in made.drawn.spots[2].text


def test_churn_tells_interval_and_n(records: Any) -> None:
    made = picture(partial(draw_logo_churn, points=records.churn_points(8)), EN, 640, 280)
    assert made.drawn.spots[1].text == "Feb 2022\n0.7%\n95% interval  0.0%–3.7%\nn = 15"
    assert made.drawn.spots[5].text == "Jun 2022\n–\nn = 59"


def test_a_figure_that_is_missing_leaves_a_gap(records: Any) -> None:
    points = (*records.mrr_points(3), Point(records.periods(4)[3], None))
    made = picture(partial(draw_mrr, points=points), JA, 640, 280)
    assert made.drawn.spots[3].text == "2022年4月\n–"
    assert made.drawn.table[4] == ("2022年4月", None)
    use = picture(partial(draw_use, line=UseLine("Logins", points)), JA, 640, 280)
    assert use.drawn.spots[3].text == "2022年4月\n–"


def test_many_accounts_are_not_marked_as_few(records: Any) -> None:
    few = [Point(p.period, p.value, p.low, p.high, 9) for p in records.churn_points(4)]
    many = [Point(p.period, p.value, p.low, p.high, 10) for p in few]
    marked, plain = (picture(partial(draw_logo_churn, points=points), EN, 640, 280) for points in (few, many))
    assert marked.pixels != plain.pixels
    assert len(marked.boxes) == len(plain.boxes) == 4


def test_health_counts_by_tens_and_band() -> None:
    accounts = (
        *[Scored(s, Band.GREEN) for s in (70.0, 90.0, 100.0)],
        Scored(0.0, Band.RED),
        Scored(None, Band.UNKNOWN),
    )
    made = picture(partial(draw_health, accounts=accounts), EN, 640, 280)
    seen = {(s.series, s.index): s.text for s in made.drawn.spots}
    assert seen == {
        ("red", 0): "0–9\n■ Red  1",
        ("green", 7): "70–79\n● Green  1",
        ("green", 9): "90–100\n● Green  2",
        ("unknown", -1): "○ Unknown  1",
    }


def test_a_point_of_the_quadrant_is_an_account() -> None:
    """Whoever reaches the budget and finds it painful stands at the right, below."""
    accounts = (Standing(7, "Sample", 90, 20, Band.YELLOW), Standing(8, "Other", 50, 50, Band.GREEN))
    made = picture(partial(draw_quadrant, accounts=accounts), EN, 640, 420)
    assert [(s.series, s.text) for s in made.drawn.spots] == [
        ("7", "Sample\nOutcome 90 · Experience 20"),
        ("8", "Other\nOutcome 50 · Experience 50"),
    ]
    painful, other = made.boxes
    assert painful.left > other.left
    assert painful.top > other.top
    assert made.drawn.table[1:] == (("Sample", 90, 20), ("Other", 50, 50))


def test_cohort_cells_not_observed_are_absent(records: Any) -> None:
    made = picture(partial(draw_cohorts, triangle=records.triangle(4, CohortKind.LOGO)), EN, 640, 280)
    assert len(made.boxes) == 4 + 3 + 2 + 1
    assert made.drawn.table[5] == ("Apr 2022", 20.0, 1.0, None, None, None)
    assert made.drawn.spots[1].text == "Jan 2022 +1\n95.0%"


@pytest.mark.parametrize("dark", [False, True])
def test_colours_can_be_read(*, dark: bool) -> None:
    style = Style(Language.EN, Currency("USD"), dark=dark)
    ground = style.palette.background
    assert min(contrast(ground, ink) for ink in (style.palette.text, style.palette.muted, style.palette.accent)) >= 4.5
    assert min(contrast(ground, style.band(band)) for band in Band) >= 4.5
    for share in range(101):
        cell = heat(share / 100, style.palette)
        assert contrast(cell, ink(cell)) >= 4.5


def test_neighbouring_series_differ() -> None:
    assert len(set(CATEGORY_COLOURS)) == len(CATEGORY_COLOURS)
    assert LIGHT.background != DARK.background


@pytest.mark.parametrize(
    ("minor", "code", "language", "text"),
    [
        (0, "USD", Language.EN, "0"),
        (150_000, "USD", Language.EN, "$1.5k"),
        (-2_500_000_00, "USD", Language.EN, "−$2.5M"),
        (250, "USD", Language.EN, "$2.5"),
        (12_000_000, "JPY", Language.EN, "¥12M"),
        (12_000_000, "JPY", Language.JA, "1,200万円"),
        (150_000_000, "JPY", Language.JA, "1.5億円"),
        (5_000, "JPY", Language.JA, "5,000円"),
        (3_000_00, "SEK", Language.JA, "SEK 3k"),
    ],
)
def test_amounts_on_an_axis_are_short(minor: int, code: str, language: Language, text: str) -> None:
    assert money_tick(minor, Currency(code), language) == text


@pytest.mark.parametrize(
    ("kind", "fiscal", "english", "japanese"),
    [
        (PeriodKind.MONTH, 1, "Jan 2022", "2022年1月"),
        (PeriodKind.QUARTER, 1, "Q1 2022", "2022年第1四半期"),
        (PeriodKind.QUARTER, 4, "Q4 FY2021", "2021年度第4四半期"),
        (PeriodKind.YEAR, 1, "2022", "2022年"),
        (PeriodKind.YEAR, 4, "FY2021", "2021年度"),
    ],
)
def test_periods_have_names(records: Any, kind: PeriodKind, fiscal: int, english: str, japanese: str) -> None:
    period = records.periods(1, kind, fiscal)[0]
    assert period_name(period, Language.EN) == english
    assert period_name(period, Language.JA) == japanese


@pytest.mark.parametrize("kind", PeriodKind)
@pytest.mark.parametrize("room", [2, 6, 14, 40])
def test_ticks_fit_the_room_at_even_steps(records: Any, kind: PeriodKind, room: int) -> None:
    shown = _shown(records.periods(36, kind, 4), room)
    assert 1 <= len(shown) <= room
    assert len({after - before for before, after in pairwise(shown)}) <= 1


@pytest.mark.parametrize(("width", "rows"), [(900, 1), (640, 1), (260, 2)])
def test_a_legend_fills_its_rows_evenly_in_order(records: Any, style: Style, width: int, rows: int) -> None:
    from matplotlib.figure import Figure

    figure = Figure((width / 72, 280 / 72), dpi=72)
    axes = figure.add_axes((0.1, 0.1, 0.8, 0.7))
    drawn = draw_movements(axes, style, records.movement_bars(6))
    legend = axes.get_legend()
    columns = -(-6 // rows)
    read = [text.get_text() for text in legend.get_texts()]
    down = [read[at : at + rows] for at in range(0, 6, rows)]
    across = [column[row] for row in range(rows) for column in down]
    assert across == list(drawn.table[0][1:])
    assert legend._ncols == columns


def test_exchange_rates_have_a_colour_and_a_column_only_where_there_are_several(records: Any) -> None:
    first, second = records.periods(2)
    bars = (MovementBar(first, 100, 0, 0, 0, 40, fx=25), MovementBar(second, 100, 0, 0, 0, 40, fx=-15))
    drawn = picture(partial(draw_movements, bars=bars), EN, 640, 280).drawn
    spots = {(s.series, s.index): (s.bottom, s.top) for s in drawn.spots if s.series}
    assert (spots["fx", 0], spots["fx", 1]) == ((100, 125), (-55, -40))
    assert drawn.spots[1].text.splitlines()[-2:] == ["FX  −$0.15", "Net  $0.45"]
    assert [row[-2:] for row in drawn.table] == [("FX", "Net"), (0.25, 0.85), (-0.15, 0.45)]
    one = picture(partial(draw_movements, bars=(MovementBar(first, 100, 0, 0, 0, 40),)), EN, 640, 280).drawn
    assert "FX" not in one.table[0]
