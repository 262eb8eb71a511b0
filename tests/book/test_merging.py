"""Two copies of a book come together: what either has done is in both, and what cannot be decided is asked."""

import gc
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.errors import MergeMoved, NotACopy
from csdesk.book.file import Book
from csdesk.book.history import history
from csdesk.book.merging.merge import Answers, MergePlan, may_be_copy, merge, plan_merge
from csdesk.book.merging.questions import ANSWERS, UNLESS_CHOSEN, Answer, Asked
from csdesk.book.merging.records import copies_merged
from csdesk.book.merging.side import Side
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, StepName
from tests.thorough import examples

DAY = date(2025, 3, 1)


@dataclass
class Two:
    """Two copies of one book, each in the hands of a person."""

    mine: Book
    theirs: Book
    filled: Any

    def swapped(self) -> "Two":
        return Two(self.theirs, self.mine, self.filled)


@pytest.fixture
def two(filled: Any, path: Path, tmp_path: Path, clock: Any) -> Iterator[Two]:
    with ExitStack() as until:
        yield _copied(filled, path, tmp_path / "theirs.csdesk", clock, until)


def _copied(filled: Any, path: Path, to: Path, clock: Any, until: ExitStack) -> Two:
    shutil.copyfile(path, to)
    theirs = until.enter_context(Book.open(to, who="other", clock=clock))
    return Two(filled.book, theirs, filled)


def changed(book: Book, kind: Kind, row: int, **values: Any) -> None:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(kind, row, values)


def added(book: Book, kind: Kind, **values: Any) -> int:
    with book.step(StepName.ADD_ACCOUNT) as step:
        return step.insert(kind, values)


def deleted(book: Book, kind: Kind, row: int) -> None:
    with book.step(StepName.DELETE_ACCOUNTS) as step:
        step.delete(kind, row)


def held(book: Book, kind: Kind, row: int) -> dict[str, Any] | None:
    found: list[dict[str, Any]] = rows(book, kind, where={"id": row})
    return found[0] if found else None


def content(book: Book) -> str:
    """The dump without the records of merges, which each copy keeps of its own."""
    return "\n".join(line for line in dump(book).splitlines() if not line.startswith("merge\t"))


def answered(plan: MergePlan, **answers: Answer) -> Answers:
    return {question.key: answers.get(question.asked, question.answer) for question in plan.questions}


def brought(two: Two, **answers: Answer) -> MergePlan:
    """Merge theirs into mine with these answers by what is asked; gives the plan."""
    first = plan_merge(two.mine, two.theirs, {})
    chosen = answered(first, **answers)
    plan = plan_merge(two.mine, two.theirs, chosen)
    chosen = {**answered(plan), **chosen}
    merge(two.mine, two.theirs, chosen, "theirs.csdesk")
    assert check(two.mine) == ()
    return plan


def test_what_each_has_done_is_in_both(two: Two) -> None:
    f = two.filled
    changed(two.mine, Kind.ACCOUNT, f.account, notes="mine")
    changed(two.theirs, Kind.ACCOUNT, f.account, tags="theirs")
    touch = added(two.theirs, Kind.TOUCH, account_id=f.account, on_date=DAY, note="their call")
    new = added(two.mine, Kind.ACCOUNT, name="my new one")
    deleted(two.theirs, Kind.TASK, f.task)
    plan = brought(two)
    assert (plan.added, plan.changed, plan.deleted) == ({Kind.TOUCH: 1}, {Kind.ACCOUNT: 1}, {Kind.TASK: 1})
    assert plan.questions == ()
    account = held(two.mine, Kind.ACCOUNT, f.account)
    assert account is not None
    assert (account["notes"], account["tags"]) == ("mine", "theirs")
    assert held(two.mine, Kind.TOUCH, touch) is not None
    assert held(two.mine, Kind.ACCOUNT, new) is not None
    assert held(two.mine, Kind.TASK, f.task) is None


def test_merging_again_changes_nothing(two: Two) -> None:
    added(two.theirs, Kind.TOUCH, account_id=two.filled.account, on_date=DAY)
    brought(two)
    before = dump(two.mine)
    assert plan_merge(two.mine, two.theirs, {}).brings_nothing
    assert merge(two.mine, two.theirs, {}, "theirs.csdesk") is None
    assert dump(two.mine) == before


def test_it_is_one_step_that_is_undone_and_done_again(two: Two) -> None:
    f = two.filled
    changed(two.theirs, Kind.ACCOUNT, f.other, name="renamed")
    added(two.theirs, Kind.CONTACT, account_id=f.other, name="New")
    deleted(two.theirs, Kind.CONTACT, f.contact)
    before = dump(two.mine)
    brought(two)
    after = dump(two.mine)
    two.mine.undo()
    assert dump(two.mine) == before
    assert not plan_merge(two.mine, two.theirs, {}).brings_nothing
    two.mine.redo()
    assert dump(two.mine) == after
    assert check(two.mine) == ()


def test_its_record_tells_who_did_what_there(two: Two) -> None:
    changed(two.theirs, Kind.ACCOUNT, two.filled.account, tags="theirs")
    (step,) = brought(two).steps
    assert (step.who, step.name, step.rows, step.stands) == ("other", StepName.EDIT_ACCOUNTS, 1, True)
    (record,) = rows(two.mine, Kind.MERGE)
    assert record["file"] == "theirs.csdesk"
    assert '"other"' in str(record["steps"])
    assert history(two.mine)[0].step_name is StepName.MERGE


@pytest.mark.parametrize(("answer", "left"), [(Answer.MINE, "mine"), (Answer.THEIRS, "theirs")])
def test_a_field_that_both_changed_is_asked_side_by_side(two: Two, answer: Answer, left: str) -> None:
    f = two.filled
    changed(two.mine, Kind.ACCOUNT, f.account, tags="mine")
    changed(two.theirs, Kind.ACCOUNT, f.account, tags="theirs")
    (question,) = brought(two, field=answer).questions
    assert (question.asked, question.kind, question.row, question.field) == (
        Asked.FIELD,
        Kind.ACCOUNT,
        f.account,
        "tags",
    )
    assert (question.name, question.before) == ("見本商事", None)
    assert (question.mine.value, question.mine.who) == ("mine", "sample")
    assert (question.theirs.value, question.theirs.who) == ("theirs", "other")
    account = held(two.mine, Kind.ACCOUNT, f.account)
    assert account is not None
    assert account["tags"] == left
    assert '"mine"' in str(rows(two.mine, Kind.MERGE)[0]["answers"])
    back = brought(two.swapped())
    assert back.questions == ()
    account = held(two.theirs, Kind.ACCOUNT, f.account)
    assert account is not None
    assert account["tags"] == left
    assert content(two.mine) == content(two.theirs)


def test_the_same_change_on_both_sides_is_none_to_ask(two: Two) -> None:
    for book in (two.mine, two.theirs):
        changed(book, Kind.ACCOUNT, two.filled.account, tags="same", owner_id=None)
    assert brought(two).questions == ()


def test_a_reference_is_asked_by_name(two: Two) -> None:
    f = two.filled
    changed(two.mine, Kind.ACCOUNT, f.account, owner_id=None)
    changed(two.theirs, Kind.ACCOUNT, f.account, owner_id=added(two.theirs, Kind.PERSON, name="Aki Sample"))
    (question,) = brought(two, field=Answer.THEIRS).questions
    assert (question.before, question.mine.value, question.theirs.value) == ("Mina Sample", None, "Aki Sample")
    assert content(two.mine) != ""


@pytest.mark.parametrize("answer", [Answer.MINE, Answer.THEIRS])
def test_deleted_there_but_worked_on_here(two: Two, answer: Answer) -> None:
    f = two.filled
    deleted(two.theirs, Kind.ACCOUNT, f.account)
    touch = added(two.mine, Kind.TOUCH, account_id=f.account, on_date=DAY, note="mine")
    (question,) = brought(two, deleted_there=answer).questions
    assert (question.asked, question.name, question.theirs.value) == (Asked.DELETED_THERE, "見本商事", None)
    kept = answer is Answer.MINE
    for kind, row in ((Kind.ACCOUNT, f.account), (Kind.CONTRACT, f.contract), (Kind.TOUCH, touch)):
        assert (held(two.mine, kind, row) is not None) == kept
    assert len(rows(two.mine, Kind.CUSTOM_VALUE)) == kept
    assert len(rows(two.mine, Kind.USE)) == (30 if kept else 15)
    assert brought(two.swapped()).questions == ()
    assert content(two.mine) == content(two.theirs)


@pytest.mark.parametrize("answer", [Answer.MINE, Answer.THEIRS])
def test_deleted_here_but_worked_on_there(two: Two, answer: Answer) -> None:
    f = two.filled
    deleted(two.mine, Kind.ACCOUNT, f.account)
    changed(two.theirs, Kind.CONTRACT, f.contract, amount=15_000)
    (question,) = brought(two, deleted_here=answer).questions
    assert (question.asked, question.name, question.mine.value) == (Asked.DELETED_HERE, "見本商事", None)
    back = answer is Answer.THEIRS
    for kind, row in ((Kind.ACCOUNT, f.account), (Kind.CONTRACT, f.contract), (Kind.TOUCH, f.touch)):
        assert (held(two.mine, kind, row) is not None) == back
    assert len(rows(two.mine, Kind.CUSTOM_VALUE)) == back
    assert brought(two.swapped()).questions == ()
    assert content(two.mine) == content(two.theirs)


def test_what_was_left_out_with_a_deleted_account_comes_once_the_account_does(two: Two) -> None:
    """Mine logs a touch, theirs deletes the account and keeps it so; mine, asked in turn, decides to keep it."""
    f = two.filled
    deleted(two.theirs, Kind.ACCOUNT, f.account)
    touch = added(two.mine, Kind.TOUCH, account_id=f.account, on_date=DAY)
    brought(two.swapped(), deleted_here=Answer.MINE)
    assert held(two.theirs, Kind.TOUCH, touch) is None
    changed(two.mine, Kind.ACCOUNT, f.account, tags="worth keeping")
    brought(two, deleted_there=Answer.MINE)
    assert brought(two.swapped()).questions == ()
    assert held(two.theirs, Kind.TOUCH, touch) is not None
    assert content(two.mine) == content(two.theirs)


def test_a_contact_deleted_here_comes_back_with_what_referred_to_it(two: Two) -> None:
    f = two.filled
    deleted(two.mine, Kind.CONTACT, f.contact)
    changed(two.theirs, Kind.CONTACT, f.contact, title="CTO")
    brought(two, deleted_here=Answer.THEIRS)
    touch = held(two.mine, Kind.TOUCH, f.touch)
    assert touch is not None
    assert touch["contact_id"] == f.contact


def test_a_contact_kept_here_keeps_what_refers_to_it(two: Two) -> None:
    f = two.filled
    changed(two.mine, Kind.CONTACT, f.contact, title="CTO")
    deleted(two.theirs, Kind.CONTACT, f.contact)
    brought(two, deleted_there=Answer.MINE)
    touch = held(two.mine, Kind.TOUCH, f.touch)
    assert touch is not None
    assert touch["contact_id"] == f.contact


def test_a_deletion_that_nobody_minds_is_done(two: Two) -> None:
    deleted(two.theirs, Kind.ACCOUNT, two.filled.account)
    plan = brought(two)
    assert plan.questions == ()
    assert content(two.mine) == content(two.theirs)


def test_what_only_one_can_have_becomes_one(two: Two) -> None:
    """Two measures of one code, two people of one name, two settings of one key; rows of either refer to the one."""
    for book, note in ((two.mine, None), (two.theirs, "told here alone")):
        measure = added(book, Kind.MEASURE, code="seats", name="Seats", unit=note)
        added(book, Kind.USE, account_id=two.filled.other, measure_id=measure, on_date=DAY, amount=1 if note else 2)
        person = added(book, Kind.PERSON, name="Aki Sample", role=note)
        added(book, Kind.TOUCH, account_id=two.filled.other, person_id=person, on_date=DAY, note=book.who)
        added(book, Kind.SETTING, key="company", value='"one"')
    plan = brought(two)
    assert plan.questions == ()
    assert plan.both_added == {Kind.PERSON: 1, Kind.MEASURE: 1, Kind.SETTING: 1}
    assert {row["name"]: row["unit"] for row in rows(two.mine, Kind.MEASURE)}["Seats"] == "told here alone"
    assert len({row["person_id"] for row in rows(two.mine, Kind.TOUCH) if row["person_id"]}) == 1
    assert len(rows(two.mine, Kind.USE, where={"account_id": two.filled.other, "on_date": DAY})) == 2
    brought(two.swapped())
    assert len(rows(two.theirs, Kind.PERSON)) == 2
    changed(two.theirs, Kind.PERSON, rows(two.theirs, Kind.PERSON)[1]["id"], role="lead")
    assert brought(two).questions == ()
    assert [row["role"] for row in rows(two.mine, Kind.PERSON)] == [None, "lead"]
    assert plan_merge(two.mine, two.theirs, {}).brings_nothing


def test_one_sheet_imported_into_both_is_there_once(two: Two) -> None:
    for book in (two.mine, two.theirs):
        with book.step(StepName.IMPORT) as step:
            account = step.insert(Kind.ACCOUNT, {"name": "From the sheet", "industry": "retail"})
            step.insert_many(
                Kind.CONTRACT, [{"account_id": account, "amount": 100, "starts_on": DAY} for _line in range(2)]
            )
    plan = brought(two)
    assert plan.both_added == {Kind.ACCOUNT: 1, Kind.CONTRACT: 2}
    assert len(rows(two.mine, Kind.CONTRACT)) == 3


@pytest.mark.parametrize(("answer", "accounts"), [(Answer.ONE, 3), (Answer.TWO, 4)])
def test_two_accounts_of_one_name_may_be_one(two: Two, answer: Answer, accounts: int) -> None:
    added(two.mine, Kind.ACCOUNT, name="Ａcme ", industry="retail", region="north")
    theirs = added(two.theirs, Kind.ACCOUNT, name="acme", industry="food", tags="new")
    added(two.theirs, Kind.TOUCH, account_id=theirs, on_date=DAY, note="theirs")
    assert [q.asked for q in plan_merge(two.mine, two.theirs, {}).questions] == [Asked.SAME_NAME]
    plan = brought(two, same_name=answer)
    asked = [(question.asked, question.field) for question in plan.questions]
    if answer is Answer.ONE:
        assert sorted(asked) == [(Asked.FIELD, "industry"), (Asked.FIELD, "name"), (Asked.SAME_NAME, "")]
    assert len(rows(two.mine, Kind.ACCOUNT)) == accounts
    touch = held(two.mine, Kind.TOUCH, rows(two.theirs, Kind.TOUCH)[-1]["id"])
    assert touch is not None
    changed(two.theirs, Kind.ACCOUNT, theirs, region="south")
    again = brought(two)
    assert [question.field for question in again.questions] == (["region"] if answer is Answer.ONE else [])


def test_an_undone_step_there_is_undone_here(two: Two) -> None:
    for book in (two.mine, two.theirs):
        assert book.undo_state().undo is not None
    two.theirs.clock.advance(minutes=1)  # type: ignore[attr-defined]
    two.theirs.undo()
    brought(two)
    assert content(two.mine) == content(two.theirs)
    before = dump(two.mine)
    assert merge(two.mine, two.theirs, {}, "x") is None
    changed(two.mine, Kind.PERSON, added(two.mine, Kind.PERSON, name="later"), role="r")
    assert plan_merge(two.mine, two.theirs, {}).questions == ()
    assert dump(two.mine) != before


def test_what_was_done_and_undone_there_is_not_brought(two: Two) -> None:
    added(two.theirs, Kind.ACCOUNT, name="not meant")
    two.theirs.undo()
    before = content(two.mine)
    plan = brought(two)
    assert [step.stands for step in plan.steps] == [False]
    assert content(two.mine) == before


def test_a_merge_undone_here_takes_nothing_from_the_other(two: Two) -> None:
    touch = added(two.theirs, Kind.TOUCH, account_id=two.filled.account, on_date=DAY)
    brought(two)
    two.mine.undo()
    changed(two.mine, Kind.ACCOUNT, two.filled.other, tags="after")
    brought(two.swapped())
    assert held(two.theirs, Kind.TOUCH, touch) is not None
    brought(two)
    assert content(two.mine) == content(two.theirs)


def test_working_on_and_merging_back_and_forth_asks_nothing(two: Two) -> None:
    """What came from the other side, and was changed there again since, was never changed on this side."""
    f = two.filled
    for number in range(3):
        changed(two.mine, Kind.ACCOUNT, f.account, tags=f"mine {number}")
        brought(two.swapped())
        changed(two.theirs, Kind.ACCOUNT, f.other, tags=f"theirs {number}")
        changed(two.mine, Kind.ACCOUNT, f.account, tags=f"mine again {number}")
        assert brought(two).questions == ()
    brought(two.swapped())
    assert content(two.mine) == content(two.theirs)


def test_a_copy_of_another_book_is_refused(two: Two, tmp_path: Path, clock: Any) -> None:
    with Book.create(tmp_path / "else", who="w", clock=clock) as other:
        added(other, Kind.ACCOUNT, name="x")
        for deed in (lambda: plan_merge(two.mine, other, {}), lambda: merge(two.mine, other, {}, "x")):
            with pytest.raises(NotACopy):
                deed()


def test_a_question_that_came_up_since_the_look_stops_the_merge(two: Two) -> None:
    changed(two.theirs, Kind.ACCOUNT, two.filled.account, tags="theirs")
    answers = answered(plan_merge(two.mine, two.theirs, {}))
    changed(two.mine, Kind.ACCOUNT, two.filled.account, tags="mine, since")
    before = dump(two.mine)
    with pytest.raises(MergeMoved):
        merge(two.mine, two.theirs, answers, "x")
    assert dump(two.mine) == before


def test_copies_that_were_made_before_steps_had_numbers(tmp_path: Path, clock: Any) -> None:
    """Both were brought up to date on their own."""
    for name in ("one", "two"):
        shutil.copyfile(Path(__file__).parents[1] / "data" / "books" / "v2.csdesk", tmp_path / name)
    with (
        Book.open(tmp_path / "one", who="a", clock=clock) as one,
        Book.open(tmp_path / "two", who="b", clock=clock) as other,
    ):
        assert plan_merge(one, other, {}).brings_nothing
        added(other, Kind.ACCOUNT, name="x")
        assert brought(Two(one, other, None)).added == {Kind.ACCOUNT: 1}


FREE = ("name", "notes", "tags", "industry", "region")
Deed = Callable[[Book, Any, int, int, int], object]
ON_THE_BOOK: dict[str, Deed] = {
    "undo": lambda book, *_: book.undo(),
    "redo": lambda book, *_: book.redo(),
    "new account": lambda book, _f, _a, which, n: added(book, Kind.ACCOUNT, name=f"new {n}", industry=str(which)),
    "new person": lambda book, _f, _a, _w, n: added(book, Kind.PERSON, name=f"person {n}"),
}
ON_AN_ACCOUNT: dict[str, Deed] = {
    "edit": lambda book, _f, account, which, n: changed(
        book, Kind.ACCOUNT, account, **{FREE[which % len(FREE)]: str(n)}
    ),
    "touch": lambda book, _f, account, _w, n: added(
        book, Kind.TOUCH, account_id=account, on_date=DAY, note=f"{book.who} {n}"
    ),
    "use": lambda book, f, account, _w, n: (
        held(book, Kind.MEASURE, f.measure)
        and added(book, Kind.USE, account_id=account, measure_id=f.measure, on_date=DAY, amount=n)
    ),
    "delete account": lambda book, _f, account, *_: deleted(book, Kind.ACCOUNT, account),
    "delete contact": lambda book, f, *_: (
        held(book, Kind.CONTACT, f.contact) and deleted(book, Kind.CONTACT, f.contact)
    ),
    "own column": lambda book, _f, account, _w, n: [
        changed(book, Kind.CUSTOM_VALUE, int(str(row["id"])), value=str(n))
        for row in rows(book, Kind.CUSTOM_VALUE, where={"row_id": account})
    ],
}


def _deed(book: Book, f: Any, what: str, which: int, value: int) -> None:
    """One of the things a person does; what is not there any more is left alone."""
    account = (f.account, f.other)[which % 2]
    book.clock.advance(seconds=1)  # type: ignore[attr-defined]
    if what in ON_THE_BOOK:
        ON_THE_BOOK[what](book, f, account, which, value)
    elif held(book, Kind.ACCOUNT, account):
        ON_AN_ACCOUNT[what](book, f, account, which, value)


WHAT = (*ON_THE_BOOK, *ON_AN_ACCOUNT, "edit", "edit")
DEED = st.tuples(st.booleans(), st.sampled_from(WHAT), st.integers(0, 9), st.integers(0, 3))
MANY = settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def apart(filled: Any, path: Path, clock: Any) -> Iterator[Callable[[], Any]]:
    """Makes two fresh copies of the filled book, each time it is called."""
    with ExitStack() as until:

        def make() -> Two:
            folder = Path(until.enter_context(TemporaryDirectory()))
            opened = []
            for name in ("mine", "theirs"):
                shutil.copyfile(path, folder / name)
                opened.append(until.enter_context(Book.open(folder / name, who=name, clock=clock)))
            return Two(*opened, filled)

        yield make


@MANY
@given(
    st.lists(DEED, max_size=14),
    st.sampled_from([Answer.MINE, Answer.THEIRS]),
    st.sampled_from([Answer.ONE, Answer.TWO]),
)
def test_whatever_both_did_comes_together(
    apart: Callable[[], Two], deeds: list[tuple[bool, str, int, int]], side: Answer, accounts: Answer
) -> None:
    """Sound, the same once more, undone to the letter; and brought back, both copies hold the same without asking."""
    two = apart()
    for mine, *deed in deeds:
        _deed(two.mine if mine else two.theirs, two.filled, *deed)
    before = dump(two.mine)
    brought(two, field=side, deleted_here=side, deleted_there=side, same_name=accounts)
    after = dump(two.mine)
    assert plan_merge(two.mine, two.theirs, {}).brings_nothing
    if after != before:
        two.mine.undo()
        assert dump(two.mine) == before
        two.mine.redo()
        assert dump(two.mine) == after
    back = brought(two.swapped())
    assert back.questions == ()
    assert nameless(two.mine) == nameless(two.theirs)


def nameless(book: Book) -> list[str]:
    """The content without ids, or with names for them: what both added bears another id in each copy."""
    names = {str(row["id"]): str(row["name"]) for kind in (Kind.ACCOUNT, Kind.PERSON) for row in rows(book, kind)}
    text = re.sub(r'"id":\d+,', "", content(book))
    for number, name in names.items():
        text = text.replace(number, name)
    return sorted(text.splitlines())


@MANY
@given(st.lists(DEED, max_size=12))
def test_the_order_does_not_matter_where_nothing_is_asked(
    apart: Callable[[], Two], deeds: list[tuple[bool, str, int, int]]
) -> None:
    one, other = apart(), apart()
    for two in (one, other):
        for mine, *deed in deeds:
            _deed(two.mine if mine else two.theirs, two.filled, *deed)
    if not brought(one).questions:
        assert brought(other.swapped()).questions == ()
        assert loosely(one.mine) == loosely(other.theirs)


def loosely(book: Book) -> list[str]:
    """The content without the ids that each session gives anew."""
    known = [{name: str(value) for name, value in row.items() if name != "id" and not name.endswith("_id")}
             for kind in Kind if kind is not Kind.MERGE for row in rows(book, kind)]  # fmt: skip
    return sorted(map(str, known))


EVENT = st.one_of(DEED, DEED, st.booleans())
"""A deed, or a merge: into mine, or into theirs."""


@MANY
@given(st.lists(EVENT, max_size=16), st.sampled_from([Answer.MINE, Answer.THEIRS]))
def test_years_of_merging_to_and_fro_end_in_one_book(
    apart: Callable[[], Two], events: list[tuple[bool, str, int, int] | bool], side: Answer
) -> None:
    two = apart()
    answers = {"field": side, "deleted_here": side, "deleted_there": side}
    for event in events:
        if isinstance(event, bool):
            brought(two if event else two.swapped(), **answers)
        else:
            mine, *deed = event
            _deed(two.mine if mine else two.theirs, two.filled, *deed)
    brought(two, **answers)
    assert brought(two.swapped(), **answers).questions == ()
    assert nameless(two.mine) == nameless(two.theirs)


def test_every_question_has_its_answers() -> None:
    assert {*ANSWERS} == {*UNLESS_CHOSEN} == {*Asked}
    assert all(UNLESS_CHOSEN[asked] in answers for asked, answers in ANSWERS.items())


@pytest.mark.parametrize("answer", [Answer.MINE, Answer.THEIRS])
@pytest.mark.parametrize("gone", ["here", "there"])
def test_an_own_column_of_what_went_with_a_deleted_account_is_not_lost_unasked(
    two: Two, gone: str, answer: Answer
) -> None:
    """The value leans on a contract line, the line on the account, which is what one side has deleted."""
    f = two.filled
    deleting, filling = (two.mine, two.theirs) if gone == "here" else (two.theirs, two.mine)
    deleted(deleting, Kind.ACCOUNT, f.account)
    with filling.step(StepName.IMPORT) as step:
        field = step.insert(Kind.CUSTOM_FIELD, {"kind": "contract", "name": "PO"})
        value = step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": f.contract, "value": "A-17"})
    (question,) = brought(two, deleted_here=answer, deleted_there=answer).questions
    assert (question.asked, question.kind, question.row) == (f"deleted_{gone}", Kind.ACCOUNT, f.account)
    stays = (answer is Answer.THEIRS) == (gone == "here")
    assert (held(two.mine, Kind.CUSTOM_VALUE, value) is not None) == stays


def test_nothing_of_a_look_stays_behind(two: Two) -> None:
    """A side holds the ids of every row of a book."""
    added(two.theirs, Kind.TOUCH, account_id=two.filled.account, on_date=DAY)
    plan_merge(two.mine, two.theirs, {})
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, Side)]


def test_use_that_both_changed_stays_as_it_is_here_and_is_told(two: Two) -> None:
    """By the ten thousand nobody would answer; nothing is lost without a word."""
    use, other, gone = (row["id"] for row in rows(two.mine, Kind.USE)[:3])
    for book, amount in ((two.mine, 5.0), (two.theirs, 7.0)):
        changed(book, Kind.USE, use, amount=amount)
    changed(two.theirs, Kind.USE, other, amount=8.0)
    changed(two.theirs, Kind.USE, gone, amount=9.0)
    deleted(two.mine, Kind.USE, gone)
    plan = brought(two)
    assert (plan.questions, plan.unasked, plan.changed) == ((), {Kind.USE: 2}, {Kind.USE: 1})
    held_here = {row["id"]: row["amount"] for row in rows(two.mine, Kind.USE)}
    assert (held_here[use], held_here[other], held_here.get(gone)) == (5.0, 8.0, None)


def test_what_was_brought_in_can_be_read_later(two: Two) -> None:
    f = two.filled
    for book, day, name in ((two.mine, date(2025, 1, 1), "mine"), (two.theirs, date(2025, 1, 2), "theirs")):
        changed(book, Kind.CONTRACT, f.contract, starts_on=day, auto_renew=book is two.mine)
        changed(book, Kind.ACCOUNT, f.account, name=name)
    deleted(two.theirs, Kind.CONTACT, f.contact)
    changed(two.mine, Kind.CONTACT, f.contact, title="CTO")
    brought(two, field=Answer.THEIRS, deleted_there=Answer.MINE)
    (merged,) = copies_merged(two.mine)
    assert (merged.file, merged.who, merged.at) == ("theirs.csdesk", "sample", two.mine.clock())
    assert [step.who for step in merged.steps] == ["other"] * 3
    told = {(one.kind, one.field): (one.mine, one.theirs, one.answer) for one in merged.answered}
    assert told == {
        (Kind.ACCOUNT, "name"): ("mine", "theirs", Answer.THEIRS),
        (Kind.CONTRACT, "starts_on"): (date(2025, 1, 1), date(2025, 1, 2), Answer.THEIRS),
        (Kind.CONTRACT, "auto_renew"): (True, False, Answer.THEIRS),
        (Kind.CONTACT, ""): ("Kei", None, Answer.MINE),
    }
    two.mine.undo()
    assert copies_merged(two.mine) == ()


def test_a_glance_tells_a_copy_from_another_book(two: Two, tmp_path: Path, clock: Any) -> None:
    clock.advance(minutes=1)
    with Book.create(tmp_path / "else", who="w", clock=clock) as other:
        added(other, Kind.ACCOUNT, name="x")
    (tmp_path / "text").write_text("no book")
    seen = {name: may_be_copy(two.mine, tmp_path / name) for name in ("theirs.csdesk", "else", "text", "missing")}
    assert seen == {"theirs.csdesk": True, "else": False, "text": False, "missing": False}


def test_what_a_third_copy_deleted_comes_with_what_was_added_to_it_elsewhere(
    two: Two, tmp_path: Path, clock: Any
) -> None:
    """This book hears of an account's beginning and end at once; the other copy goes on working on it."""
    shutil.copyfile(two.mine.path, tmp_path / "third.csdesk")
    with Book.open(tmp_path / "third.csdesk", who="third", clock=clock) as third:
        account = added(third, Kind.ACCOUNT, name="short-lived")
        brought(Two(two.theirs, third, None))
        deleted(third, Kind.ACCOUNT, account)
        brought(Two(two.mine, third, None))
        assert held(two.mine, Kind.ACCOUNT, account) is None
        touch = added(two.theirs, Kind.TOUCH, account_id=account, on_date=DAY, note="still in touch")
        plan = brought(two)
        assert plan.left_out == {}
        assert held(two.mine, Kind.TOUCH, touch) is not None
