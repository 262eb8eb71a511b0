"""A colleague's copy is looked at, answered and brought in."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import ResourceClosedError

from csdesk.book.dump import dump
from csdesk.book.errors import MergeMoved, NotACopy
from csdesk.book.file import Book
from csdesk.book.merging.questions import Answer, Asked
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.money import Currency
from csdesk.usecases import books
from csdesk.usecases.backups import list_backups
from csdesk.usecases.merging import (
    CopyBeside,
    answered_line,
    answers_of,
    copies_merged,
    may_be_copy,
    plan_lines,
    question_line,
    settled,
    step_lines,
)
from csdesk.wording.merging import answer_words, asked_words, counts_words

from .merging_once import look_at_copy, merge_copy

YEN = Currency("JPY")


@pytest.fixture
def copy(demo: Book) -> Path:
    return books.backup_book(demo, demo.path.with_name("aki.csdesk"))


def edit(path: Path, clock: Any, **values: Any) -> None:
    with books.open_book(path, who="aki", clock=clock) as other:
        change(other, **values)


def change(book: Book, **values: Any) -> None:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, first(book), values)


def first(book: Book) -> int:
    found: int = book.driver.execute("SELECT min(id) FROM account").fetchone()[0]
    return found


def test_what_a_copy_brings_is_told_in_words(demo: Book, copy: Path) -> None:
    edit(copy, demo.clock, industry="there", region="north")
    change(demo, industry="here")
    plan = look_at_copy(demo, copy, {})
    assert plan_lines(plan, Language.EN) == ("changed: Accounts 1",)
    assert plan_lines(plan, Language.JA) == ("変更：アカウント 1",)
    (said,) = step_lines(plan, Language.EN)
    assert said.endswith("aki: Edit of accounts")
    (question,) = plan.questions
    line = question_line(question, YEN, Language.EN)
    assert (line.asked, line.field) == ("Changed on both sides", "Industry")
    assert line.mine.startswith("here (")
    assert line.theirs.startswith("there (aki, ")


def test_a_backup_is_made_before_and_the_copy_stays_as_it_was(demo: Book, copy: Path) -> None:
    edit(copy, demo.clock, region="north")
    before, there = dump(demo), copy.read_bytes()
    changes = merge_copy(demo, copy, answers_of(look_at_copy(demo, copy, {})))
    assert changes is not None
    assert (changes.name, changes.subject, changes.kinds) == (
        StepName.MERGE,
        "aki.csdesk",
        {Kind.ACCOUNT, Kind.MERGE},
    )
    assert copy.read_bytes() == there
    saved = list_backups(demo.path)[0].backup
    with Book.open_copy(saved.path, who="w", clock=demo.clock) as kept:
        assert dump(kept) == before


def test_nothing_new_makes_neither_step_nor_backup(demo: Book, copy: Path) -> None:
    before = dump(demo)
    assert merge_copy(demo, copy, {}) is None
    assert dump(demo) == before
    assert list_backups(demo.path) == ()


@pytest.mark.parametrize(("prefer", "left"), [(None, "here"), ("mine", "here"), ("theirs", "there")])
def test_one_side_may_be_preferred_throughout(demo: Book, copy: Path, prefer: str | None, left: str) -> None:
    edit(copy, demo.clock, industry="there")
    change(demo, industry="here")
    with closing(CopyBeside(demo, copy)) as beside:
        beside.merge(answers_of(settled(beside, prefer)))
    held = demo.driver.execute("SELECT industry FROM account WHERE id = ?", (first(demo),)).fetchone()
    assert held == (left,)


def test_money_and_days_are_told_as_people_read_them(demo: Book, copy: Path) -> None:
    with books.open_book(copy, who="aki", clock=demo.clock) as other, other.step(StepName.EDIT_CONTRACT) as step:
        line = other.driver.execute("SELECT min(id) FROM contract").fetchone()[0]
        step.update(Kind.CONTRACT, line, {"amount": 123_400, "starts_on": date(2024, 2, 3)})
    with demo.step(StepName.EDIT_CONTRACT) as step:
        step.update(Kind.CONTRACT, line, {"amount": 99_000, "starts_on": date(2024, 2, 4)})
    told = {
        question.field: question_line(question, YEN, Language.JA) for question in look_at_copy(demo, copy, {}).questions
    }
    assert {*told} == {"amount", "starts_on"}
    assert "2024" in told["starts_on"].theirs
    assert "99,000" in told["amount"].mine or "990" in told["amount"].mine


def test_a_deletion_is_worded_as_what_each_answer_does(demo: Book, copy: Path) -> None:
    with books.open_book(copy, who="aki", clock=demo.clock) as other, other.step(StepName.DELETE_ACCOUNTS) as step:
        step.delete(Kind.ACCOUNT, first(other))
    change(demo, notes="worked on")
    (question,) = look_at_copy(demo, copy, {}).questions
    line = question_line(question, YEN, Language.EN)
    assert [choice.answer for choice in line.choices] == [Answer.MINE, Answer.THEIRS]
    assert [choice.words.split(":")[0] for choice in line.choices] == ["Keep", "Delete"]
    assert line.proposed is Answer.MINE


def test_what_was_looked_at_is_what_is_merged(demo: Book, copy: Path) -> None:
    """Whatever the colleague goes on to do; and once it is here nobody brings it in a second time."""
    edit(copy, demo.clock, region="seen")
    beside = CopyBeside(demo, copy)
    answers = answers_of(beside.look({}))
    edit(copy, demo.clock, region="since")
    beside.merge_as_seen(answers)
    assert demo.driver.execute("SELECT region FROM account WHERE id = ?", (first(demo),)).fetchone() == ("seen",)
    with pytest.raises(MergeMoved):
        beside.merge_as_seen(answers)
    beside.close()


def test_a_copy_that_nobody_lets_go_goes_with_the_book(demo: Book, copy: Path) -> None:
    beside = CopyBeside(demo, copy)
    demo.close()
    with pytest.raises(ResourceClosedError):
        beside.look({})


@pytest.mark.parametrize("language", Language)
def test_an_earlier_merge_is_told_in_words(demo: Book, copy: Path, language: Language) -> None:
    edit(copy, demo.clock, industry="there")
    change(demo, industry="here")
    merge_copy(demo, copy, answers_of(look_at_copy(demo, copy, {})))
    (merged,) = copies_merged(demo)
    (answered,) = merged.answered
    line = answered_line(answered, YEN, language)
    assert (line.mine, line.theirs, line.taken) == ("here", "there", answer_words(Answer.MINE, language))
    assert len(step_lines(merged, language)) == 1


@pytest.mark.parametrize("language", Language)
def test_every_part_of_a_plan_has_its_words(language: Language) -> None:
    for part in ("added", "changed", "deleted", "both_added", "left_out", "unasked"):
        assert "3" in counts_words(part, {Kind.TOUCH: 3}, language)
    assert all(asked_words(asked, language) != asked for asked in Asked)
    assert all(answer_words(answer, language) != answer for answer in Answer)


def test_demo_books_of_two_days_or_languages_are_no_copies_of_each_other(demo: Book, tmp_path: Path) -> None:
    """Made alike, they give their first steps and rows the same numbers."""
    for name, language, later in (("en", Language.EN, timedelta(minutes=1)), ("ja", Language.JA, timedelta(days=1))):
        moment = demo.clock() + later
        path = tmp_path / f"{name}.csdesk"
        books.demo_book(path, who=demo.who, clock=lambda moment=moment: moment, language=language).close()
        assert not may_be_copy(demo, path)
        with pytest.raises(NotACopy):
            look_at_copy(demo, path, {})
