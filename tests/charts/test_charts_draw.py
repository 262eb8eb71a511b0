"""Every chart draws for no, one and many periods, in both languages, without a single warning (warnings are errors)."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from matplotlib.axes import Axes

from csdesk.charts.axes import prepare
from csdesk.charts.fonts import shipped_font
from csdesk.charts.paper import ChartFile, picture, saved
from csdesk.charts.records import Draw, Drawn
from csdesk.charts.style import Style
from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.wording.charts import TITLES
from tests.charts.conftest import CHARTS
from tests.pdf_text import fonts_of, text_of
from tests.thorough import each, rarely


@pytest.mark.parametrize("months", [0, rarely(1), 36])
def test_draws(chart: Callable[[int], Draw], style: Style, months: int) -> None:
    made = picture(chart(months), style, 640, 280, 1.5)
    assert (made.width, made.height) == (960, 420)
    assert len(made.pixels) == 960 * 420 * 4
    assert bool(made.boxes) is bool(months)
    assert made.drawn.title
    assert len(made.drawn.table) >= 1
    assert {len(row) for row in made.drawn.table} == {len(made.drawn.table[0])}


def test_everything_stays_on_the_paper(chart: Callable[[int], Draw], style: Style) -> None:
    for width in (320, 900):
        made = picture(chart(36), style, width, 260)
        edge = {made.pixels[: width * 4][i : i + 4] for i in range(0, width * 4, 4)}
        edge |= {made.pixels[row * width * 4 : row * width * 4 + 4] for row in range(260)}
        edge |= {made.pixels[(row + 1) * width * 4 - 4 : (row + 1) * width * 4] for row in range(260)}
        assert len(edge) == 1, "something is cut off at the edge"


def test_boxes_lie_on_the_picture(chart: Callable[[int], Draw], style: Style) -> None:
    made = picture(chart(12), style, 640, 280, 2.0)
    for box in made.boxes:
        assert 0 <= box.left < box.right <= 640
        assert 0 <= box.top <= box.bottom <= 280
        middle = made.at((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        assert box.top == box.bottom or middle is not None


def test_same_records_same_picture(chart: Callable[[int], Draw], style: Style) -> None:
    assert picture(chart(12), style, 480, 240).pixels == picture(chart(12), style, 480, 240).pixels


def test_letters_that_the_font_lacks_are_drawn_as_boxes(style: Style) -> None:
    """What people call things: no letter of it may stop a chart."""

    def draw(axes: Axes, style: Style) -> Drawn:
        prepare(axes, style, "ג 👩 $x$")
        return Drawn("", (), ())

    assert picture(draw, style, 300, 200).pixels


def test_dark_is_another_picture(chart: Callable[[int], Draw], style: Style) -> None:
    other = replace(style, dark=not style.dark)
    assert picture(chart(3), style, 480, 240).pixels != picture(chart(3), other, 480, 240).pixels


@pytest.mark.parametrize("form", each((ChartFile.PNG, ChartFile.SVG), 2))
def test_saved_files_are_whole_and_repeatable(chart: Callable[[int], Draw], style: Style, form: ChartFile) -> None:
    made = saved(chart(6), style, 640, 280, form)
    if form is ChartFile.PNG:
        assert made.startswith(b"\x89PNG")
    else:
        assert b"<svg" in made
        assert b"<dc:date>" not in made
    assert made == saved(chart(6), style, 640, 280, form)


@pytest.mark.parametrize("language", Language)
def test_a_pdf_can_be_searched_carries_its_font_and_is_repeatable(tmp_path: Path, language: Language) -> None:
    style, path = Style(language, Currency("JPY"), family=shipped_font()), tmp_path / "chart.pdf"
    path.write_bytes(saved(CHARTS["movements"](6), style, 640, 280, ChartFile.PDF))
    described, carried = fonts_of(path)
    assert described == carried > 0
    assert TITLES["movements"].say(language) in text_of(path)
    assert saved(CHARTS["movements"](6), style, 640, 280, ChartFile.PDF) == path.read_bytes()


def test_what_people_call_things_is_no_formula(style: Style) -> None:
    def draw(axes: Axes, style: Style) -> Drawn:
        prepare(axes, style, r"a $\frac$ b")
        return Drawn("a", (), ())

    assert picture(draw, style, 640, 280).width == 640
