"""A table and a chart on paper: what the print preview is given, and what a PDF of it holds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from csdesk.models.kinds import Language
from csdesk.ui.main_window import MainWindow
from csdesk.ui.printing import MOST_ROWS, _Paper, lay_paper, paint_image, paint_table
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.saving import ShownTable

Settle = Callable[[], None]


def pages_in(path: Path) -> int:
    return path.read_bytes().count(b"/Type /Page\n")


def paper(path: Path, *, across: bool = False) -> QPrinter:
    printer = QPrinter()
    lay_paper(printer, "見本", across=across)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.usefixtures("qapp")
def test_rows_go_on_page_after_page(tmp_path: Path) -> None:
    for count, least in ((0, 1), (1, 1), (200, 3)):
        rows = tuple((f"行 {n}", f"{n:,}", "very long words " * 20) for n in range(count))
        table = ShownTable("アカウント", ("名前", "MRR", "Notes"), rows, frozenset({1}))
        paint_table(paper(tmp_path / f"{count}.pdf"), table, Language.JA)
        assert pages_in(tmp_path / f"{count}.pdf") >= least
    assert pages_in(tmp_path / "1.pdf") == 1
    long = ShownTable("Long", ("Name", "MRR"), (("Sample", "1"),) * (MOST_ROWS + 7))
    lines = _Paper(printer := paper(tmp_path / "long.pdf"), painter := QPainter(printer), long, Language.EN)._rows
    painter.end()
    assert (len(lines), lines[-1]) == (MOST_ROWS + 1, ["and 7 more", ""])
    wide = ShownTable("Wide", tuple(f"Heading {n}" for n in range(40)), (tuple("x" * 30 for _ in range(40)),))
    paint_table(paper(tmp_path / "wide.pdf", across=True), wide, Language.EN)
    assert pages_in(tmp_path / "wide.pdf") == 1


@pytest.mark.usefixtures("qapp")
def test_a_chart_fills_the_page_it_is_on(tmp_path: Path) -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    paint_image(paper(tmp_path / "chart.pdf", across=True), image)
    assert pages_in(tmp_path / "chart.pdf") == 1


def test_tables_and_charts_are_shown_before_they_are_printed(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("revenue")
    assert page is not None
    settle()
    (copies, *_) = page.findChildren(TableCopies)
    copies.print_out()
    (chart, *_) = [view for view in page.findChildren(ChartView) if view.shown]
    chart.copies.print_out()
    settle()
    previews = window.findChildren(QPrintPreviewDialog)
    assert len(previews) == 2
    assert {preview.windowTitle() for preview in previews} == {copies.shown().name, chart.shown.drawn.title}
    words = copies.shown(in_words=True)
    assert all(isinstance(cell, str) for row in words.rows for cell in row)
    assert len(words.rows) == len(copies.shown().rows) > 0
    for preview in previews:
        assert isinstance(preview, QWidget)
        preview.close()
