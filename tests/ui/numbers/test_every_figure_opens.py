"""Every figure of the pages that show revenue and retention opens, down to file and row of the sheet it came from."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.file import Book
from csdesk.metrics.measure import Measure
from csdesk.models.months import PeriodKind
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.tile import FigureTile
from csdesk.usecases.explain import ExplainedAccount, Explanation, explain
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import BookSettings, book_settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TODAY = date(2024, 4, 18)
HEAD = "Account\tProduct\tMonthly amount\tList price\tStart date\tEnd of term\tEnd of service\tReason\tIndustry\tFit"
PAGES = ("overview", "revenue", "retention", "deeper")
FEWEST = {"overview": 20, "revenue": 80, "retention": 60, "deeper": 30}


def sheet() -> str:
    """Twenty customers of three years: some leave, some grow, some return, some come up for renewal."""
    lines = [HEAD]
    for at in range(20):
        name, fit = f"Sample {at:02d}", ("good", "poor", "")[at % 3]
        industry, start = ("Food", "Books")[at % 2], f"{2021 + at % 3}-0{1 + at % 6}-01"
        left = f"2024-0{1 + at % 3}-20" if at % 5 == 0 else ""
        term = "" if left else f"2024-0{1 + at % 9}-28"
        cells = (name, "Base", str(100 + 10 * at), str(120 + 10 * at), start, term, left, "Price", industry, fit)
        lines.append("\t".join(cells))
        if at % 4 == 1:
            more = (name, "Extra", "30", "30", f"2023-{9 + at % 4:02d}-01", "", "2024-02-10", "", industry, fit)
            lines.append("\t".join(more))
    return "\n".join(lines)


@pytest.fixture
def imported(window: Any, tmp_path: Path, settle: Callable[[], None]) -> Any:
    """The window on a book that came from one sheet."""
    window._around.opening.make(tmp_path / "own.csdesk", BookSettings("USD", 1, window.language, "Sample"))
    settle()

    def taken(book: Book) -> object:
        plan = plan_import(book, match_tables(read_pasted(sheet(), "contracts"), (), book_settings(book)), TODAY)
        return apply_plan(book, plan)

    window._around.desk.do(window, taken)
    settle()
    return window


def figures(page: Any) -> Iterator[Measure]:
    """What every tile and every cell of the page's tables opens."""
    for tile in page.findChildren(FigureTile):
        if tile.isVisible():
            yield tile._measure
    for table in page.findChildren(FigureSheet):
        if table.isVisible():
            for row in range(table.model().rowCount()):
                cells = (table.model().index(row, column) for column in range(table.model().columnCount()))
                yield from (one for one in map(table.measure_at, cells) if one is not None)


def points(page: Any, panel: ExplainPanel) -> Iterator[Measure]:
    """What every bar and point of the page's charts opens."""
    for chart in page.findChildren(ChartView):
        if chart.isVisible() and chart.shown is not None:
            for box in chart.shown.boxes:
                if box.spot.series:
                    panel._measure = None
                    chart.opened.emit(box.spot)
                    assert panel._measure is not None, (chart.accessibleName(), box.spot)
                    yield panel._measure


def faults(found: Explanation) -> Iterator[str]:
    """What is wrong with where a figure comes from."""
    measure = found.measure
    behind = [row for row in found.rows if isinstance(row, ExplainedAccount)]
    if measure.value and not behind and not any(len(part.evidence.ids) for part in found.parts):
        yield "neither accounts nor figures that have some"
    if measure.part is not None and behind and sum(row.part for row in behind) != measure.part:
        yield "its accounts do not sum to it"
    for row in behind:
        if not row.lines:
            yield f"no contract of {row.name}"
        elif not all("contracts" in line.source and line.source[-1].isdigit() for line in row.lines):
            yield f"no file and row of {row.name}"


@pytest.mark.parametrize("by", ["", "industry", "product"])
def test_every_figure_opens_down_to_file_and_row(imported: Any, by: str, settle: Callable[[], None]) -> None:
    scope = Scope(TODAY, Scope.at(TODAY, PeriodKind.MONTH).period, by=by)
    imported.set_scope(scope)
    for name in PAGES:
        page = imported.open_page(name)
        settle()
        imported.resize(1280, 5000)
        settle()
        opened = [*figures(page)]
        imported.explain(opened[0])
        opened += points(page, imported.findChild(ExplainPanel))
        settle()
        assert len(opened) >= FEWEST[name], name
        wrong: list[object] = []

        def told(book: Book, opened: list[Measure] = opened, wrong: list[object] = wrong) -> None:
            for measure in opened:
                said = set(faults(explain(book, measure, scope)))
                wrong.extend((measure.metric, str(measure.period), measure.group, one) for one in said)

        imported._around.desk.ask(imported, told, lambda _none: None)
        settle()
        assert wrong == [], name
