"""Finding steps in the history of the whole book."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from csdesk.book.file import Book
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.money import Currency
from csdesk.usecases import books
from csdesk.usecases.history import history, history_lines
from csdesk.usecases.history_search import StepsWanted, history_people, history_steps, lines_with

START = datetime(2025, 4, 1, 1, 0, tzinfo=UTC)
YEN = Currency("JPY")


class Clock:
    moment = START

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def worked(tmp_path: Path) -> Book:
    """Five steps, one a day, by two people."""
    clock = Clock()
    book = Book.create(tmp_path / "team.csdesk", who="佐藤", clock=clock)

    def done(who: str, name: StepName, subject: str, act: Callable[..., object]) -> None:
        book.who = who
        with book.step(name, subject) as step:
            act(step)
        clock.moment += timedelta(days=1)

    ids: dict[str, int] = {}

    def first(step: object) -> None:
        ids["noa"] = step.insert(Kind.PERSON, {"name": "Noa Sample"})  # type: ignore[attr-defined]
        ids["a"], ids["b"] = step.insert_many(  # type: ignore[attr-defined]
            Kind.ACCOUNT, [{"name": "ガイド見本", "industry": "製造業"}, {"name": "Sample Works", "industry": "製造業"}]
        )

    done("佐藤", StepName.IMPORT, "list.csv", first)
    done("Aki", StepName.EDIT_ACCOUNTS, "ガイド見本", lambda s: s.update(Kind.ACCOUNT, ids["a"], {"tier": "high"}))
    done("Aki", StepName.EDIT_ACCOUNTS, "", lambda s: s.update(Kind.ACCOUNT, ids["b"], {"owner_id": ids["noa"]}))
    done(
        "佐藤", StepName.ADD_CONTRACT, "",
        lambda s: s.insert(
            Kind.CONTRACT, {"account_id": ids["b"], "starts_on": date(2025, 7, 9), "amount": 120_000, "plan": "Ｐｒｏ"}
        ),
    )  # fmt: skip
    done("Aki", StepName.LOG_TOUCH, "", lambda s: s.insert(
        Kind.TOUCH, {"account_id": ids["b"], "on_date": date(2025, 4, 5), "note": "ｶﾞｲﾀﾞﾝｽを送った"}
    ))  # fmt: skip
    return book


def _found(book: Book, text: str = "", language: Language = Language.JA, **wanted: object) -> list[int]:
    lines = history_steps(book, StepsWanted(text, **wanted), YEN, language)  # type: ignore[arg-type]
    return [line.item.step for line in lines]


def test_steps_are_found_by_who_what_names_fields_and_values(worked: Book) -> None:
    with worked as book:
        assert _found(book) == [5, 4, 3, 2, 1]
        assert _found(book, "aki") == [5, 3, 2]
        assert _found(book, "ＡＫＩ 編集") == [3, 2]
        assert _found(book, "がいど") == [2, 1]
        assert _found(book, "がいだんす") == [5]
        assert _found(book, "ハイタッチ") == [2]
        assert _found(book, "high touch", Language.EN) == [2]
        assert _found(book, "noa") == [3, 1]
        assert _found(book, "ティア") == [2], "a field that was changed"
        assert _found(book, "製造業") == [1], "not where it only stood by while something else changed"
        assert _found(book, "sample works") == [5, 4, 3, 1]
        assert _found(book, "sample pro") == [4]
        assert _found(book, "120,000") == [4]
        assert _found(book, "2025/07/09") == [4]
        assert _found(book, "9 jul 2025", Language.EN) == [4]
        assert _found(book, "there is no such thing") == []
        assert _found(book, 'a"b\\c') == []


def test_steps_are_found_by_person_and_days(worked: Book) -> None:
    with worked as book:
        assert history_people(book) == ("Aki", "佐藤")
        assert _found(book, who="佐藤") == [4, 1]
        assert _found(book, since=START + timedelta(days=1), before=START + timedelta(days=3)) == [3, 2]
        assert _found(book, "sample", since=START + timedelta(days=2), who="Aki") == [5, 3]


def test_older_steps_are_fetched_as_they_are_wanted(worked: Book) -> None:
    with worked as book:
        newest = history_steps(book, StepsWanted(), YEN, Language.EN, limit=2)
        older = history_steps(book, StepsWanted(), YEN, Language.EN, limit=2, older_than=newest[-1].item.step)
        assert [line.item.step for line in (*newest, *older)] == [5, 4, 3, 2]
        assert [line.what for line in older] == ["Edit of accounts", "Edit of ガイド見本"]


def test_a_step_tells_whether_it_may_be_taken_back(worked: Book) -> None:
    with worked as book:
        books.undo(book)
        books.take_back(book, 2)
        may = {line.item.step: line.may_go for line in history_steps(book, StepsWanted(), YEN, Language.EN)}
        assert may == {6: True, 5: False, 4: True, 3: True, 2: False, 1: True}
        with book.step(StepName.DEMO) as step:
            step.insert(Kind.ACCOUNT, {"name": "x"})
        (demo,) = history_steps(book, StepsWanted(), YEN, Language.EN, limit=1)
        assert demo.stands
        assert not demo.may_go


def test_changes_of_a_step_and_of_an_account_are_fetched_part_by_part(worked: Book) -> None:
    with worked as book:
        every = history(book, limit=-1)
        for account in (None, every[0].owner):
            whole = [item for item in every if account is None or item.owner == account]
            parts, last = [], None
            while part := history(book, account=account, limit=2, older_than=last):
                parts += part
                last = part[-1].change
            assert [(item.change, item.field) for item in parts] == [(item.change, item.field) for item in whole]
        assert {item.step for item in history(book, step=1)} == {1}


def test_changes_are_found_by_their_words(worked: Book) -> None:
    with worked as book:
        lines = history_lines(history(book, limit=-1), YEN, Language.JA)
        assert [line.item.step for line in lines_with(lines, "ｶﾞｲﾄﾞ はい")] == [2]
        assert len(lines_with(lines, "")) == len(lines)


def test_a_name_among_very_many_is_read_at_once(worked: Book) -> None:
    with worked as book:
        with book.step(StepName.IMPORT, "many.csv") as step:
            made = step.insert_many(Kind.ACCOUNT, [{"name": f"many {number}"} for number in range(130)])
            for account in made:
                step.insert(Kind.TOUCH, {"account_id": account, "on_date": date(2025, 4, 1)})
            step.delete(Kind.ACCOUNT, made[0])
        told = {item.account for item in history(book, limit=-1) if item.kind is Kind.TOUCH and item.owner in made}
        assert told == {f"many {number}" for number in range(130)}
