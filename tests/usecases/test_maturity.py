"""How the team works: an answer of the book, by which figures are worth looking at or wait."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from csdesk.book.file import Book
from csdesk.metrics.ahead.history import FEWEST
from csdesk.metrics.measure import Why
from csdesk.metrics.retention.back_test import ENOUGH
from csdesk.models.kinds import Language, StepName
from csdesk.models.levels import Level
from csdesk.models.money import Currency
from csdesk.models.months import PeriodKind
from csdesk.usecases import books
from csdesk.usecases.back_test import try_profile
from csdesk.usecases.history import history, history_line
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.maturity import Figure, MaturityPage, Sight, level_of, maturity_page, tell_level
from csdesk.usecases.scope import Scope
from csdesk.usecases.sentences import step_sentence
from csdesk.usecases.settings import book_settings, store
from csdesk.wording.maturity import book_words, level_words, sight_name, sight_words

from .round_trips import exported, imported, new_book

CONTRACTS = "Customer\tPlan\tMRR\tStart\tEnd\tReason for leaving\n" + "\n".join(
    f"Sample {n}\tA\t100\t2025-{n:02d}-01\t{end}"
    for n, end in ((1, "\t"), (2, "\t"), (3, "2025-11-15\t"), (4, "2025-12-15\tToo expensive"))
)


def page(book: Book, today: date) -> MaturityPage:
    return maturity_page(book, Scope.at(today, PeriodKind.MONTH, 4))


def of(found: MaturityPage, figure: Figure) -> Sight:
    return next(sight for sight in (*found.now, *found.waiting) if sight.figure is figure)


def said(sight: Sight, language: Language = Language.EN) -> str:
    return book_words(sight.figure, sight.measure, sight.have, sight.least, language)


def test_before_there_is_an_answer_nothing_is_listed(book: Book, today: date) -> None:
    assert page(book, today) == MaturityPage(None)


@pytest.mark.parametrize("level", Level)
def test_what_is_worth_looking_at_grows_with_the_level(demo: Book, today: date, level: Level) -> None:
    tell_level(demo, level)
    found = page(demo, today)
    assert found.level is level
    assert {sight.level for sight in found.now} == set(list(Level)[: level.place + 1])
    assert {sight.level for sight in found.waiting} == set(list(Level)[level.place + 1 :])
    assert {sight.figure for sight in (*found.now, *found.waiting)} == set(Figure)


def test_hard_data_waits_for_the_fourth_level(demo: Book, today: date) -> None:
    hard = {Figure.HEALTH, Figure.COHORTS, Figure.SURVIVAL, Figure.WORTH, Figure.BACK_TEST}
    tell_level(demo, Level.DEFINED)
    assert hard <= {sight.figure for sight in page(demo, today).waiting}
    tell_level(demo, Level.MANAGED)
    assert hard <= {sight.figure for sight in page(demo, today).now}


def test_an_answer_is_a_step_told_in_words_and_taken_back(book: Book) -> None:
    tell_level(book, Level.REPEATABLE)
    changes = tell_level(book, Level.DEFINED)
    assert changes.name is StepName.TELL_MATURITY
    assert "How your team works" in step_sentence(changes, Language.EN)
    line = history_line(history(book)[0], Currency("JPY"), Language.JA)
    assert (line.row, line.before, line.after) == (
        "設定: チームの進め方",
        level_words(Level.REPEATABLE, Language.JA),
        level_words(Level.DEFINED, Language.JA),
    )
    books.undo(book)
    assert level_of(book) is Level.REPEATABLE
    books.undo(book)
    assert level_of(book) is None
    books.redo(book)
    assert level_of(book) is Level.REPEATABLE


def test_the_answer_goes_out_and_comes_back(book: Book, tmp_path: Path, clock: Callable[[], datetime]) -> None:
    tell_level(book, Level.MANAGED)
    with new_book(tmp_path / "other.csdesk", clock) as other:
        imported(other, exported(book, tmp_path / "out.xlsx"))
        assert level_of(other) is Level.MANAGED


def test_an_answer_that_means_nothing_is_none(book: Book) -> None:
    store(book, {"maturity": "expert"}, name=StepName.CHANGE_SETTINGS)
    assert level_of(book) is None


def test_the_book_says_what_it_lacks_for_a_figure(book: Book, today: date) -> None:
    found = read_pasted(CONTRACTS, "pasted")
    apply_plan(book, plan_import(book, match_tables(found, (), book_settings(book)), today))
    tell_level(book, Level.INITIAL)
    seen = page(book, today)
    churn, worth, test = of(seen, Figure.LOGO_CHURN), of(seen, Figure.WORTH), of(seen, Figure.BACK_TEST)
    assert churn.measure is not None
    assert (churn.measure.value, churn.measure.n) == (Fraction(2, 4), 4)
    assert said(churn) == "Fewer than ten: too few to compare."
    assert worth.measure is not None
    assert worth.measure.why is Why.NO_COSTS
    assert said(worth).startswith("No acquisition costs are entered")
    assert said(of(seen, Figure.REASONS)) == "1 account lacks what this rests on"
    assert (test.have, test.least) == (2, ENOUGH)
    assert said(test) == f"Churns in the last 36 months: 2; at least {ENOUGH} are needed."
    assert said(of(seen, Figure.MRR)) == ""
    assert said(of(seen, Figure.TOUCHES)) == ""


def test_of_an_empty_book_every_figure_lacks_something(book: Book, today: date) -> None:
    tell_level(book, Level.INITIAL)
    seen = page(book, today)
    forecast = of(seen, Figure.FORECAST)
    assert (forecast.have, forecast.least) == (0, FEWEST)
    known = [sight for sight in (*seen.now, *seen.waiting) if sight.measure or sight.least]
    assert all(said(sight) for sight in known)


def test_churns_are_those_that_a_back_test_looks_at(demo: Book, today: date) -> None:
    tell_level(demo, Level.OPTIMISED)
    trial = try_profile(demo, today)
    assert of(page(demo, today), Figure.BACK_TEST).have == sum(one.decision.left for one in trial.decisions)


@pytest.mark.parametrize("language", Language)
def test_every_level_and_figure_has_its_own_words(language: Language) -> None:
    assert len({level_words(level, language) for level in Level}) == len(Level)
    told = [sight_name(figure, language) for figure in Figure]
    told += [sight_words(figure, language, waits=waits) for figure in Figure for waits in (False, True)]
    assert len(set(told)) == len(told)
