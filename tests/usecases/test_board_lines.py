"""What the board workbook says of the demo book is what its pages say, and what `csdesk metrics` prints."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from csdesk import cli
from csdesk.book.file import Book
from csdesk.models.kinds import Kind, Language
from csdesk.models.months import PeriodKind
from csdesk.reports.content import BoardContent
from csdesk.usecases import board_lines
from csdesk.usecases.figures import figures_between
from csdesk.usecases.reports import board_content
from csdesk.usecases.revenue import revenue_page
from csdesk.usecases.risks import risk_register
from csdesk.usecases.scope import Scope
from csdesk.usecases.survival import survival_of

SCOPE = Scope.at(date(2026, 3, 18), PeriodKind.QUARTER, 4)
LAST = replace(SCOPE, period=SCOPE.period.previous)


@pytest.fixture(scope="module")
def opened(demo_file: Path) -> Iterator[Book]:
    with Book.open(demo_file, who="x", clock=lambda: datetime(2026, 3, 18, tzinfo=UTC), read_only=True) as book:
        yield book


@pytest.fixture(scope="module")
def content(opened: Book) -> BoardContent:
    return board_content(opened, LAST, Language.EN)


def test_every_figure_is_the_one_that_is_printed(opened: Book, content: BoardContent) -> None:
    period = content.period
    ids = [figure.now.metric for figure in content.headline]
    year_ago = replace(period, first=period.first + -12)
    printed = figures_between(
        opened, content.as_of, first=year_ago.first, last=period.last, kind=PeriodKind.QUARTER, ids=ids
    )
    known = {(one.metric, one.period): one.value for one in printed}
    for figure in content.headline:
        metric = figure.now.metric
        assert figure.now.value == known[metric, period], metric
        assert figure.before is not None
        assert figure.before.value == known[metric, period.previous], metric
        assert figure.year_ago is not None
        assert figure.year_ago.value == known[metric, year_ago], metric


def test_no_year_ago_is_told_from_before_the_records(opened: Book) -> None:
    early = replace(SCOPE, period=replace(SCOPE.period, first=SCOPE.period.first + -36))
    assert all(figure.year_ago is None for figure in board_content(opened, early, Language.EN).headline)


def test_the_bridge_is_that_of_the_revenue_page_with_its_accounts(opened: Book, content: BoardContent) -> None:
    page = revenue_page(opened, replace(LAST, as_of=content.as_of))
    assert [one.value for one in content.bridge] == [one.value for one in page.bridge]
    for step in content.bridge[1:-1]:
        listed = sum((line.mrr for line in content.committed if line.metric == step.metric), Fraction(0))
        assert abs(listed) == step.value


def test_the_curve_is_that_of_the_retention_page(opened: Book, content: BoardContent) -> None:
    (whole,) = survival_of(opened, content.as_of).curves
    assert [(line.months, line.share, line.low) for line in content.survival] == [
        (step.time, step.value, step.low) for step in whole.curve.steps
    ]


def test_groups_of_a_dimension_have_all_mrr(content: BoardContent) -> None:
    whole = content.headline[0].now.value
    apart = {by: list(lines) for by, lines in groupby(content.groups, lambda line: line.dimension)}
    assert 1 <= len(apart) <= 3
    for lines in apart.values():
        amounts = [Fraction(line.mrr.value or 0) for line in lines]
        assert sum(amounts) == whole
        assert amounts == sorted(amounts, reverse=True)


def test_reasons_are_of_all_who_left(content: BoardContent) -> None:
    churn = next(figure.now for figure in content.headline if figure.now.metric == "logo_churn")
    assert sum(int(line.accounts.part or 0) for line in content.reasons) == churn.part
    assert sum(int(line.year_accounts.part or 0) for line in content.reasons) >= int(churn.part or 0)
    first = content.period.last.first_day.replace(year=content.as_of.year - 1)
    assert all(line.on is not None and first <= line.on <= content.as_of for line in content.interviews)


def test_risks_are_those_that_stood_on_the_day(opened: Book) -> None:
    every = risk_register(opened, SCOPE.as_of).rows
    first = min(row.risk.logged_on for row in every)
    closed = max(row.risk.closed_on for row in every if row.risk.closed_on)
    for day in (first - timedelta(1), first, closed):
        stood = [row for row in every if row.risk.logged_on <= day and (row.risk.closed_on or date.max) > day]
        assert len(list(board_lines.risks(opened, day, Language.EN, words=True))) == len(stood)


def test_without_words_a_risk_is_called_by_its_signal_alone(opened: Book) -> None:
    titles = {row.risk.title for row in risk_register(opened, SCOPE.as_of).rows} - {""}
    assert titles
    said = " ".join(line.risk for line in board_lines.risks(opened, SCOPE.as_of, Language.EN, words=False))
    assert not any(title in said for title in titles)


def test_actions_are_the_open_next_steps_by_day(opened: Book, content: BoardContent) -> None:
    from csdesk.book.read import rows

    every: list[dict[str, Any]] = [dict(row) for row in rows(opened, Kind.TASK)]
    waiting = [row for row in every if row["done_on"] is None or row["done_on"] > content.as_of]
    assert any(row["done_on"] is not None for row in waiting)  # ticked off since
    assert len(content.actions) == len(waiting) > 0
    days = [line.due_on or date.max for line in content.actions]
    assert days == sorted(days)


def test_a_template_is_written_and_filled_from_the_command_line(
    demo_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    starter, out = tmp_path / "starter.xlsx", tmp_path / "out.xlsx"
    words = ["report", str(demo_file), "--as-of", "2026-03-18"]
    assert cli.run([*words, str(starter), "--starter"]) == 0
    capsys.readouterr()
    assert cli.run([*words, str(out), "--template", str(starter), "--lang", "en"]) == 0
    printed = capsys.readouterr()
    assert printed.out.strip() == str(out)
    assert "names filled in." in printed.err
    book = openpyxl.load_workbook(out)
    ((sheet, place),) = book.defined_names["mrr"].destinations
    assert isinstance(book[sheet][place.replace("$", "")].value, int | float)
    assert cli.run([*words, str(out), "--template", str(tmp_path / "none.xlsx")]) != 0
    assert "none.xlsx" in capsys.readouterr().err
