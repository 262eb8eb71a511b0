"""Curves of lifetimes: what the pointer finds, who is an outline, and what is told below the axis."""

from functools import partial
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure

from csdesk.charts.fonts import shipped_font
from csdesk.charts.paper import picture
from csdesk.charts.style import CATEGORY_COLOURS, Style
from csdesk.charts.survival import MOST, ROW, draw_survival
from csdesk.metrics.retention.lifetimes import Lifetimes
from csdesk.metrics.retention.survival import Curve, curve_of
from csdesk.models.kinds import Language
from csdesk.models.money import Currency

EN, JA = (Style(lang, Currency("JPY"), dark=lang is Language.JA) for lang in (Language.EN, Language.JA))


@pytest.fixture(autouse=True)
def _font() -> None:
    shipped_font()


def curve(n: int, longest: int = 24) -> Curve:
    months = np.array([at * 5 % (longest + 1) for at in range(n)])
    return curve_of(Lifetimes(np.arange(n), months, np.arange(n) % 3 > 0, np.empty(0, dtype=np.int64)))


def drawn(curves: list[tuple[str, Curve]], style: Style = EN) -> Any:
    axes = Figure().add_subplot()
    return axes, draw_survival(axes, style, curves)


def test_one_curve_has_line_marks_and_band_and_tells_each_step() -> None:
    axes, told = drawn([("", curve(30))])
    assert [text.get_text() for text in axes.get_legend().get_texts()] == [
        "Still there", "Seen last, still there", "95% interval",
    ]  # fmt: skip
    assert len(told.spots) == len(curve(30).steps)
    spot = told.spots[3]
    step = curve(30).steps[3]
    assert spot.text.startswith(f"Months {step.time}\n")
    assert f"At risk {step.at_risk}" in spot.text
    assert (spot.series, spot.index) == ("survival", 3)


def test_groups_have_colours_and_who_is_at_risk_is_told_of_each() -> None:
    axes, told = drawn([("東日本", curve(30)), ("Few", curve(9))], JA)
    lines = [line for line in axes.get_lines() if len(line.get_xdata()) > 2 and line.get_drawstyle() == "steps-post"]
    assert [line.get_color() for line in lines] == list(CATEGORY_COLOURS[:2])
    assert [line.is_dashed() for line in lines] == [False, True], "fewer than ten are an outline"
    assert len(axes.collections) == 1, "and have no band"
    texts = [text.get_text() for text in axes.texts]
    assert texts[0] == "観測対象数"
    assert texts[2] == "30"
    assert {spot.index // ROW for spot in told.spots} == {0, 1}
    assert told.table[0][0] == "区分"
    assert len(told.table) == 1 + len(curve(30).steps) + len(curve(9).steps)


def test_no_more_curves_than_colours_but_all_in_the_figures() -> None:
    _, told = drawn([(f"Group {at} of many with a name as long as this", curve(10 + at)) for at in range(MOST + 2)])
    assert {spot.index // ROW for spot in told.spots} == set(range(MOST))
    assert told.table[-1][0].startswith(f"Group {MOST + 1}")


def test_nothing_to_draw_is_said() -> None:
    for nothing in ([], [("", curve(0))], [("", curve(5, longest=0))]):
        axes, told = drawn(nothing)
        assert axes.texts[0].get_text() == "Nothing to draw yet"
        assert told.spots == ()


@pytest.mark.parametrize("style", [EN, JA], ids=["en", "ja"])
def test_what_is_below_the_axis_has_its_room_and_the_pointer_finds_its_step(style: Style) -> None:
    made = picture(partial(draw_survival, curves=[("A", curve(40)), ("B", curve(30, 60))]), style, 640, 320)
    wide = picture(partial(draw_survival, curves=[("A", curve(40))]), style, 640, 320)
    bottom = max(box.bottom for box in made.boxes)
    assert bottom < max(box.bottom for box in wide.boxes) - 10, "a second group takes a second line"
    box = made.boxes[2]
    found = made.at((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    assert found is not None
    assert found.spot.series == "survival"
