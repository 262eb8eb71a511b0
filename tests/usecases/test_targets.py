"""Targets: what holds for which period, how far a figure is from there, how they are set, revised and ended."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.cli.jsons import measure as as_json
from csdesk.metrics.measure import Measure, Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.targets import against
from csdesk.models.kinds import Kind, Language
from csdesk.models.money import Currency
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.problems import Reason
from csdesk.models.targets import Target, Targets
from csdesk.usecases import books
from csdesk.usecases.explain import explain
from csdesk.usecases.figures import figures_between
from csdesk.usecases.retention import retention_page
from csdesk.usecases.rows import delete_row
from csdesk.usecases.scope import Scope
from csdesk.usecases.sentences import error_sentence
from csdesk.usecases.stopped import Refused
from csdesk.usecases.targets import TargetDraft, set_target, target_rows, target_sheet, targets_of
from csdesk.wording.book import step_words
from csdesk.wording.targets import aim_texts, difference_text, target_text, usual_text, verdict_text, word_text

TODAY = date(2026, 3, 18)
USD, YEN = Currency("USD"), Currency("JPY")
M = MetricId


def word(since: str, value: Fraction | None, at: int = 1, **more: object) -> Target:
    kept = {"id": at, "metric": "nps", "kind": PeriodKind.QUARTER, "reason": "", "who": "s"} | more
    return Target(since=Month.parse(since), value=value, set_at=datetime(2026, 1, at, tzinfo=UTC), **kept)  # type: ignore[arg-type]


def quarter(first: str) -> Period:
    return Period(Month.parse(first), PeriodKind.QUARTER)


def test_the_latest_word_for_a_period_holds_until_the_next() -> None:
    targets = Targets(
        (
            word("2025-01", Fraction(30)),
            word("2025-07", Fraction(40), 2),
            word("2025-07", Fraction(35), 3),  # revised for the same quarter
            word("2026-01", None, 4),
            word("2025-01", Fraction(9), 5, kind=PeriodKind.MONTH),
        )
    )
    held = [targets.of("nps", quarter(first)) for first in ("2024-10", "2025-01", "2025-04", "2025-07", "2025-10")]
    assert [one and one.value for one in held] == [None, 30, 30, 35, 35]
    assert targets.of("nps", quarter("2026-01")) is None, "ended"
    assert targets.of("nps", Period.year_to(Month.parse("2025-12"))) is None, "no calendar has such a year"
    assert [one.id for one in targets.history("nps", PeriodKind.QUARTER)] == [4, 3, 2, 1]


@pytest.mark.parametrize(
    ("value", "target", "rising", "short", "met"),
    [
        (Fraction(929, 1000), Fraction(95, 100), True, Fraction(21, 1000), False),
        (Fraction(95, 100), Fraction(95, 100), True, 0, True),
        (Fraction(3, 100), Fraction(2, 100), False, Fraction(1, 100), False),
        (Fraction(1, 100), Fraction(2, 100), False, Fraction(-1, 100), True),
        (Fraction(1, 100), Fraction(2, 100), None, None, None),
    ],
)
def test_what_is_wanting(value: Fraction, target: Fraction, *, rising: bool | None, short: object, met: object) -> None:
    measure = Measure("nps", quarter("2025-01"), Unit.FRACTION, value, n=40)
    found = against(measure, word("2025-01", target), USD, rising_is_good=rising)
    assert found is not None
    assert (found.short, found.met, found.difference) == (short, met, value - target)


def test_money_is_aimed_at_in_main_units_and_a_target_within_the_interval_is_not_certain() -> None:
    mrr = Measure("mrr", quarter("2025-01"), Unit.MONEY, Fraction(12_345_67))
    found = against(mrr, word("2025-01", Fraction(15_000)), USD, rising_is_good=True)
    assert found is not None
    assert (found.aimed, found.short, found.certain) == (15_000_00, 2_654_33, True)
    assert aim_texts(found, "money", USD, Language.EN) == ("target $15,000.00", "$2,654.33 short")
    churn = Measure("logo_churn", quarter("2025-01"), Unit.FRACTION, Fraction(1, 20), n=20, low=0.009, high=0.236)
    doubtful = against(churn, word("2025-01", Fraction(2, 100)), USD, rising_is_good=False)
    assert doubtful is not None
    assert not doubtful.certain
    assert aim_texts(doubtful, "fraction", YEN, Language.JA) == ("目標 2.0%", "3.0ポイント超過")
    said = target_text(doubtful, "fraction", "Q1 2025", doubtful.target, USD, Language.EN)
    assert said.startswith("Target: 2.0% from Q1 2025 on  ·  3.0 points over  ·  Set on 1 Jan 2026 by s")
    assert "may be chance" in said
    assert difference_text(doubtful, "fraction", USD, Language.EN) == "+3.0 points"
    assert [verdict_text(one, Language.EN) for one in (doubtful, None)] == ["■ not met", "○ not known"]
    assert against(Measure("nps", None, Unit.POINTS, None), doubtful.target, USD, rising_is_good=True) is None


def test_a_target_is_set_revised_with_a_reason_ended_and_kept(demo: Book) -> None:
    for row in rows(demo, Kind.TARGET):
        delete_row(demo, Kind.TARGET, int(str(row["id"])))
    draft = TargetDraft(M.GROSS_REVENUE_RETENTION, PeriodKind.QUARTER, Month.parse("2025-05"), " 95.5％ ")
    done = set_target(demo, draft)
    assert step_words(done.name, Language.EN, subject=done.subject) == "Target set: GRR"
    assert [row["since"] for row in rows(demo, Kind.TARGET)] == ["2025-04"], "the first month of its quarter"
    again = TargetDraft(draft.metric, draft.kind, Month.parse("2026-01"), "97")
    with pytest.raises(Refused) as refused:
        set_target(demo, again)
    assert "eason" in error_sentence(refused.value, Language.EN)
    set_target(demo, TargetDraft(again.metric, again.kind, again.since, "97", "Two years of it"))
    (shown,) = target_rows(demo, TODAY)
    assert shown.target.value == Fraction(97, 100)
    assert str(shown.measure.period) == "FY2025-Q3", "the present quarter is not over"
    assert shown.against is not None
    assert shown.against.target.value == Fraction(955, 1000), "a quarter is held against its own target"
    demo.close()
    with books.open_book(demo.path, who="another", clock=demo.clock) as book:
        assert [one.value for one in target_rows(book, TODAY)[0].history] == [Fraction(97, 100), Fraction(955, 1000)]
        book.clock = lambda: demo.clock() + timedelta(days=1)
        set_target(book, TargetDraft(draft.metric, draft.kind, Month.parse("2026-01"), "", "Given up"))
        assert target_rows(book, TODAY) == ()
        books.undo(book)
        assert len(target_rows(book, TODAY)) == 1


@pytest.mark.parametrize(
    ("figure", "reason"),
    [("", Reason.MISSING), ("soon", Reason.NOT_A_NUMBER), ("9,999,999,999,999,999", Reason.OUT_OF_RANGE)],
)
def test_what_is_no_target_is_refused(demo: Book, figure: str, reason: Reason) -> None:
    before = rows(demo, Kind.TARGET)
    with pytest.raises(Refused) as refused:
        set_target(demo, TargetDraft(M.NPS, PeriodKind.YEAR, Month.of(TODAY), figure))
    assert (refused.value.problem.field, refused.value.problem.reason) == ("target.value", reason)
    assert rows(demo, Kind.TARGET) == before


def test_a_target_shows_wherever_its_figure_does(demo: Book) -> None:
    since = Month.parse("2025-01")
    set_target(demo, TargetDraft(M.MRR, PeriodKind.QUARTER, since, "1,000", "First"))
    scope = Scope.at(TODAY, PeriodKind.QUARTER)
    tiles = {tile.measure.metric: tile for tile in retention_page(demo, scope).tiles}
    churn = tiles[M.LOGO_CHURN]
    assert churn.target is not None
    assert explain(demo, churn.measure, scope).target == churn.target
    found = figures_between(demo, TODAY, first=since, last=since, kind=PeriodKind.QUARTER, ids=["mrr"])
    (aim,) = targets_of(demo, found)
    assert as_json(found[0], USD, aim)["target"] == 1000
    grouped = figures_between(demo, TODAY, first=since, last=since, kind=PeriodKind.QUARTER, ids=["mrr"], by="tier")
    assert set(targets_of(demo, grouped)) == {None}, "a group is not what is aimed at"
    assert "target" not in as_json(grouped[0], USD, None)


def test_what_a_figure_usually_is_comes_from_its_own_past(demo: Book) -> None:
    sheet = target_sheet(demo, M.GROSS_REVENUE_RETENTION, PeriodKind.QUARTER, TODAY)
    assert [str(one.period) for one in sheet.measures] == ["FY2024-Q4", "FY2025-Q1", "FY2025-Q2", "FY2025-Q3"]
    assert usual_text(sheet.measures, USD, Language.EN).startswith("In your last 4 periods: ")
    same = [Measure("nps", None, Unit.POINTS, 30)] * 2
    assert usual_text(same, USD, Language.EN) == "In your last 2 periods: always 30."
    assert usual_text([Measure("nps", None, Unit.POINTS, None)], USD, Language.EN).startswith("It cannot be had")
    ended = word("2025-01", None, reason="Given up")
    assert word_text(ended, "money", "Q1", USD, Language.EN) == (
        "from Q1: no target  ·  Set on 1 Jan 2026 by s  ·  Given up"
    )
    assert "¥1,000" in word_text(word("2025-01", Fraction(1000)), "money", "Q1", YEN, Language.JA)
