"""Words set in lines on pages: none too wide, none lost, and no mark where Japanese does not have it."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.charts.fonts import advance, shipped_font, wrapped
from csdesk.charts.pages import HIGH, PageColumn, Pages, PageTile, page_picture, write_pages
from csdesk.charts.style import Style
from csdesk.models.kinds import Language
from csdesk.models.money import Currency

LETTERS = st.text(st.sampled_from("ab W、。「」漢字カナー…1,234 \t"), max_size=60)


@given(LETTERS, st.floats(30, 200))
def test_lines_are_narrow_enough_and_lose_no_letter(text: str, width: float) -> None:
    lines = wrapped(text, width, 10)
    assert all(advance(line, 10) <= width or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_begins_with_a_mark_that_closes() -> None:
    lines = wrapped("本四半期は、「新しいダッシュボード」をご利用いただき、ありがとうございました。" * 3, 123, 10)
    assert len(lines) > 5
    assert not any(line[0] in "、。」ッュー" for line in lines)


def test_a_line_end_is_kept_and_an_empty_text_is_one_line() -> None:
    assert wrapped("a\n\nb", 100, 10) == ["a", "", "b"]
    assert wrapped("", 100, 10) == [""]


def pages() -> Pages:
    return Pages(Style(Language.EN, Currency("JPY"), family=shipped_font()))


@pytest.mark.parametrize("rows", [0, 1, 90])
def test_what_does_not_fit_goes_on_under_the_same_heading(rows: int) -> None:
    made = pages()
    made.tiles([PageTile(f"Name {n}", "1", "of a very long note that has no room at all") for n in range(5)])
    made.heading("Table")
    made.table([PageColumn("Left", 1), PageColumn("Right", 1, right=True)], [(f"row {n}", "1") for n in range(rows)])
    made.finish("Foot", lambda page, whole: f"{page} of {whole}")
    said = [[text.get_text() for text in page.texts] for page in made.figures]
    assert [f"row {n}" for n in range(rows)] == [word for page in said for word in page if word.startswith("row ")]
    assert all("Left" in page and "Foot" in page for page in said)
    assert [page[-1] for page in said] == [f"{n} of {len(said)}" for n in range(1, len(said) + 1)]
    assert all(0 < text.get_position()[1] < 1 for page in made.figures for text in page.texts)


def test_a_heading_is_never_alone_at_the_foot() -> None:
    made = pages()
    made.space(HIGH - 64 - 56 - 60)
    made.heading("Late")
    assert [text.get_text() for text in made.figures[-1].texts] == ["Late"]
    assert len(made.figures) == 2


def test_progress_is_told_page_by_page_and_the_first_page_is_a_picture() -> None:
    made, told, into = pages(), [], BytesIO()
    made.text("One")
    made.keep(HIGH)
    made.share(0.5)
    write_pages(made, into, title="T", author="", on=date(2024, 1, 1), progress=lambda *done: told.append(done))
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert into.getvalue().startswith(b"%PDF")
    width, height, pixels = page_picture(made, 1)
    assert len(pixels) == width * height * 4
