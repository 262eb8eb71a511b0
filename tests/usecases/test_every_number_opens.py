"""Every metric of the catalogue opens: its formula with the numbers put in, the figures or rows it is made from, the
accounts in it and those left out, each account down to its lines and records, and each of these to file and row."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from math import isclose
from pathlib import Path

import pytest

from csdesk.book.file import Book
from csdesk.metrics.catalogue import CATALOGUE
from csdesk.metrics.measure import Measure, Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.rules import LtvChurn, LtvFormula, Rules
from csdesk.models.kinds import Kind, Language
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.usecases.explain import ExplainedAccount, Explanation, explain
from csdesk.usecases.explain_lines import ExplainedLine
from csdesk.usecases.explain_records import ExplainedRecord
from csdesk.usecases.figures import figures_between, part_units
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import change_rules
from csdesk.usecases.snapshot import snapshot_of
from csdesk.wording.metrics import metric_formula

from .round_trips import exported, imported, new_book

RECORDS = {
    *(metric for metric in MetricId if metric.startswith(("nps", "csat", "ces", "response_rate"))),
    MetricId.NEGATIVE_ACCOUNTS,
    MetricId.LOOP_CLOSED,
    MetricId.COST_TO_SERVE,
    MetricId.TICKET_FIRST_RESPONSE,
    MetricId.TICKET_RESOLUTION,
    MetricId.TICKET_HANDLING,
    MetricId.RISK_DETECTION,
    MetricId.RISK_FIRST_TOUCH,
    MetricId.RISKS_BEFORE_NOTICE,
    MetricId.RISKS_AVERTED,
    MetricId.RISK_MRR_SAVED,
}
"""Figures that rest on answers, feedback, touches and risks, not on contract lines."""


@pytest.fixture
def brought_in(demo: Book, tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Book]:
    """The demo as a team has it that has imported everything."""
    book = new_book(tmp_path / "other.csdesk", clock)
    imported(book, exported(demo, tmp_path / "files"))
    change_rules(book, Rules.parse("ltv_purchases=30,ltv_years=3"))
    yield book
    book.close()


def opened(book: Book, today: date, *metrics: MetricId, by: str = "") -> list[tuple[Measure, Explanation]]:
    period = Period.holding(Month.of(today) + -3, PeriodKind.QUARTER, 1)
    found = figures_between(
        book, today, first=period.first, last=period.last, kind=period.kind, ids=metrics or None, by=by
    )
    return [(figure, explain(book, figure, Scope(today, period))) for figure in found]


def check_rows(figure: Measure, explanation: Explanation) -> None:
    """Rows make up the figure, and each is told down to where it came from."""
    rows = explanation.rows
    assert isclose(sum(float(row.part) for row in rows), float(figure.part or 0), abs_tol=1e-6)
    if figure.evidence.of is Kind.COST:
        assert all("," in row.name or "·" in row.name for row in rows)
        return
    for row in rows:
        assert row.name or not row.account
        assert row.lines or not row.account, row
        if figure.metric == MetricId.HEALTH_MEAN:
            assert isclose(sum(line.points for line in row.lines), float(row.part), abs_tol=1e-6)
            continue
        kinds = {type(line) for line in row.lines}
        of_records = figure.metric in RECORDS or not isinstance(row, ExplainedAccount)
        assert kinds <= {ExplainedRecord if of_records else ExplainedLine}
        assert all(line.source for line in row.lines), row


def test_every_metric_opens_down_to_the_rows_of_the_import(brought_in: Book, today: date) -> None:
    names = set(snapshot_of(brought_in).names.values())
    found = opened(brought_in, today)
    assert {figure.metric for figure, _ in found} == set(CATALOGUE) == set(MetricId)
    for figure, explanation in found:
        entry = CATALOGUE[MetricId(figure.metric)]
        assert explanation.version is not None
        assert {part.metric for part in explanation.parts} >= set(entry.made_from) - {MetricId.LOGO_CHURN}
        if figure.value is None:
            assert figure.why, figure.metric
            continue
        formula = metric_formula(figure.metric, Language.EN, value="=", part="p", whole="w")
        assert "=" in formula, figure.metric
        assert explanation.rows or explanation.parts or not figure.value, figure.metric
        if explanation.rows:
            check_rows(figure, explanation)
        if figure.evidence.of in {Kind.ACCOUNT, Kind.ANSWER}:
            told = {row.name for row in explanation.rows} | {
                name for out in explanation.left_out for name in out.accounts
            }
            assert told - {""} == names, figure.metric


def test_a_lifetime_value_opens_into_what_it_was_reckoned_from(demo: Book, today: date) -> None:
    ((figure, explanation),) = opened(demo, today, MetricId.LTV)
    assert figure.over is not None
    churn = [part for part in explanation.parts if part.metric == MetricId.LOGO_CHURN]
    assert [part.period for part in churn] == [Period(figure.over[0] + n) for n in range(6)]
    assert isclose(sum(float(part.value or 0) for part in churn) / 6, float(figure.whole or 0))
    change_rules(demo, Rules(ltv_churn=LtvChurn.MRR))
    ((_, explanation),) = opened(demo, today, MetricId.LTV)
    assert {part.metric for part in explanation.parts} == {MetricId.ARPA, MetricId.GROSS_MRR_CHURN}
    change_rules(demo, replace(Rules(), ltv=LtvFormula.PURCHASES))
    ((_, explanation),) = opened(demo, today, MetricId.LTV)
    assert [part.metric for part in explanation.parts] == [MetricId.ARPA]


def test_what_a_groups_figure_is_made_from_is_of_the_group(demo: Book, today: date) -> None:
    for figure, explanation in opened(demo, today, MetricId.QUICK_RATIO, by="segment"):
        assert {(part.dimension, part.group) for part in explanation.parts} == {("segment", figure.group)}
        gained = sum(part.value or 0 for part in explanation.parts[:3])
        assert gained == figure.part or figure.part is None


def test_a_rate_of_money_says_money_also_where_nothing_was_lost(demo: Book, today: date) -> None:
    for metric in (MetricId.GROSS_MRR_CHURN, MetricId.REGRETTABLE_MRR_CHURN):
        ((figure, _),) = opened(demo, today, metric)
        assert part_units(figure) == (Unit.MONEY, Unit.MONEY)
