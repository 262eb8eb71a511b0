"""Data to complete: each kind of finding in a book of a person's own, completing it, and leaving it as it is."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language, ReasonFamily, StepName
from csdesk.models.money import Currency
from csdesk.usecases import books, completing
from csdesk.usecases.history import history, history_line
from csdesk.usecases.hygiene import PART_OF, Finding, Lack, Part, hygiene_page
from csdesk.wording.hygiene import LACKS, PARTS, WHY_ALIKE, about_words, complete_words, incomplete_words, lack_words

from .merging_once import merge_copy

BEGIN = date(2025, 1, 1)


def put(book: Book, kind: Kind, **values: Value) -> int:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        return step.insert(kind, values)


def whole(book: Book, name: str = "Sample Works", **line: Value) -> int:
    """An account of which everything is known."""
    owner = put(book, Kind.PERSON, name=f"Owner of {name}")
    account = put(book, Kind.ACCOUNT, name=name, owner_id=owner)
    values: dict[str, Value] = {
        "account_id": account,
        "amount": 1200,
        "interval_months": 12,
        "starts_on": BEGIN,
        "term_ends_on": date(2026, 12, 31),
        "plan": "Pro",
    }
    put(book, Kind.CONTRACT, **{**values, **line})
    put(book, Kind.CONTACT, account_id=account, name="Contact", email=f"{name.replace(' ', '')}@s.example")
    put(book, Kind.TOUCH, account_id=account, on_date=BEGIN)
    return account


def listed(book: Book, today: date) -> list[Finding]:
    return list(hygiene_page(book, today).open)


def only(book: Book, today: date) -> Finding:
    (finding,) = listed(book, today)
    return finding


def change(book: Book, kind: Kind, values: Mapping[str, Value], **where: Any) -> None:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        for row in rows(book, kind, where=where):
            step.update(kind, int(str(row["id"])), values)


def test_a_book_of_which_all_is_known_has_nothing_to_complete(book: Book, today: date) -> None:
    whole(book)
    whole(book, "Another Example")
    page = hygiene_page(book, today)
    assert page.findings == ()
    assert page.accounts == 2
    assert page.owners == ("Owner of Another Example", "Owner of Sample Works")


@pytest.mark.parametrize(
    ("kind", "values", "lack"),
    [
        (Kind.ACCOUNT, {"owner_id": None}, Lack.OWNER),
        (Kind.PERSON, {"active": False}, Lack.OWNER_LEFT),
        (Kind.CONTRACT, {"term_ends_on": None}, Lack.RENEWAL),
        (Kind.CONTRACT, {"ended_on": date(2025, 12, 31)}, Lack.REASON),
        (Kind.CONTRACT, {"amount": None}, Lack.AMOUNT),
        (Kind.CONTRACT, {"start_known": False}, Lack.START),
        (Kind.CONTACT, {"left_on": BEGIN}, Lack.CONTACT),
        (Kind.CONTACT, {"email": None}, Lack.REACH),
        (Kind.TOUCH, {"on_date": date(2026, 12, 31)}, Lack.TOUCH),
    ],
)
def test_one_fact_missing_is_one_finding(
    kind: Kind, values: dict[str, Value], lack: Lack, book: Book, today: date
) -> None:
    account = whole(book)
    change(book, kind, values)
    finding = only(book, today)
    assert (finding.lack, finding.account, finding.account_name) == (lack, account, "Sample Works")
    assert finding.mrr == (0 if lack is Lack.AMOUNT else 100)


def test_a_decision_maker_who_has_left_is_told_where_others_are_there(book: Book, today: date) -> None:
    account = whole(book)
    put(book, Kind.CONTACT, account_id=account, name="Boss", email="b@s.example", decision_maker=True, left_on=BEGIN)
    assert only(book, today).lack is Lack.DECIDER


def test_contacts_entered_twice_and_contacts_shared(book: Book, today: date) -> None:
    first, second = whole(book), whole(book, "Another Example")
    put(book, Kind.CONTACT, account_id=first, name="Contact again", email="SampleWorks@S.example ")
    shared = put(book, Kind.CONTACT, account_id=second, name="Agent", phone="03-1234-5678")
    put(book, Kind.CONTACT, account_id=first, name="Agent", phone="０３(1234)5678")
    twice, elsewhere = sorted(listed(book, today), key=lambda finding: finding.lack)
    assert (twice.lack, twice.about) == (Lack.SAME_CONTACT, "Contact again")
    assert (elsewhere.lack, elsewhere.about, elsewhere.other) == (Lack.SHARED_CONTACT, "Agent", shared)
    assert elsewhere.other_name == "Another Example"


def test_the_same_contract_line_twice(book: Book, today: date) -> None:
    account = whole(book)
    line = rows(book, Kind.CONTRACT, where={"account_id": account})[0]
    put(book, Kind.CONTRACT, **{name: value for name, value in line.items() if name != "id"} | {"external_id": "X"})
    finding = only(book, today)
    assert (finding.lack, finding.about, finding.other) == (Lack.SAME_LINE, "Pro", line["id"])
    change(book, Kind.CONTRACT, {"seats": 5}, external_id="X")
    assert listed(book, today) == []


def test_accounts_that_may_be_one_stand_as_a_pair(book: Book, today: date) -> None:
    first = whole(book, "株式会社 Works")
    second = whole(book, "㈱ works")
    pair = next(found for found in listed(book, today) if found.lack is Lack.SAME_ACCOUNT)
    assert (pair.account, pair.other, pair.why, pair.mrr) == (first, second, "name", 200)
    assert about_words(pair.about, pair.other_name, pair.why, Language.EN) == "㈱ works (same name)"


def test_next_steps_of_nobody_and_for_no_day(book: Book, today: date) -> None:
    account = whole(book)
    task = put(book, Kind.TASK, account_id=account, title="Call")
    put(book, Kind.TASK, account_id=account, title="Done", done_on=today)
    assert {(found.lack, found.row, found.about) for found in listed(book, today)} == {
        (Lack.TASK_OWNER, task, "Call"),
        (Lack.TASK_DAY, task, "Call"),
    }


def test_what_hangs_on_the_most_mrr_stands_first(book: Book, today: date) -> None:
    for name, amount in (("Small Example", 1200), ("Large Business", 120_000), ("Medium Company", 12_000)):
        whole(book, name, amount=amount)
    change(book, Kind.ACCOUNT, {"owner_id": None})
    assert [found.mrr for found in listed(book, today)] == [10_000, 1_000, 100]


def test_who_has_left_is_not_asked_about(book: Book, today: date) -> None:
    whole(book, ended_on=date(2025, 6, 30), end_reason="price")
    change(book, Kind.ACCOUNT, {"owner_id": None})
    change(book, Kind.CONTACT, {"email": None})
    assert listed(book, today) == []


# -- completing ----------------------------------------------------------------------------------------------------


def test_one_owner_for_many_accounts_and_next_steps_in_one_step(book: Book, today: date) -> None:
    accounts = [whole(book), whole(book, "Another Example")]
    put(book, Kind.TASK, account_id=accounts[0], title="Call", due_on=today)
    change(book, Kind.ACCOUNT, {"owner_id": None})
    before = dump(book)
    changes = completing.give_owner(book, listed(book, today), "Somebody new")
    assert changes.name is StepName.COMPLETE_DATA
    assert listed(book, today) == []
    books.undo(book)
    assert dump(book) == before


def test_a_reason_a_renewal_and_a_start(book: Book, today: date) -> None:
    whole(book, ended_on=date(2025, 12, 31))
    completing.give_reason(book, listed(book, today), ReasonFamily.PRICE)
    whole(book, "Another Example", term_ends_on=None, start_known=False)
    renewal, start = sorted(listed(book, today), key=lambda found: found.lack)
    completing.give_day(book, [renewal], date(2027, 3, 31))
    completing.give_day(book, [start], date(2024, 4, 1))
    assert listed(book, today) == []
    line = rows(book, Kind.CONTRACT)[-1]
    assert (line["term_ends_on"], line["starts_on"]) == (date(2027, 3, 31), date(2024, 4, 1))


def test_a_start_after_the_end_is_refused_and_nothing_is_written(book: Book, today: date) -> None:
    whole(book, ended_on=date(2025, 12, 31), end_reason="price", start_known=False)
    before = dump(book)
    with pytest.raises(books.Refused):
        completing.give_day(book, listed(book, today), today)
    assert dump(book) == before


def test_what_is_left_as_it_is_stays_so_until_it_is_brought_back(book: Book, today: date) -> None:
    account = whole(book)
    change(book, Kind.ACCOUNT, {"owner_id": None})
    before = dump(book)
    changes = completing.leave_as_is(book, listed(book, today))
    assert (changes.name, changes.subject) == (StepName.LEAVE_AS_IS, "Sample Works")
    assert completing.leave_as_is(book, list(hygiene_page(book, today).findings)).rows == 0
    assert listed(book, today + timedelta(days=90)) == []
    (left,) = hygiene_page(book, today).findings
    assert (left.left, left.account) == (True, account)
    assert lack_words(left.lack, Language.JA, left=True) == "担当が未設定（現状のまま）"
    (told,) = history(book, limit=1)
    assert "No owner (left as it is)" in history_line(told, Currency("JPY"), Language.EN).row
    completing.bring_back(book, [left])
    assert only(book, today).lack is Lack.OWNER
    books.undo(book)
    books.undo(book)
    assert dump(book) == before


def test_what_is_left_survives_reopening(book: Book, today: date) -> None:
    whole(book)
    change(book, Kind.ACCOUNT, {"owner_id": None})
    completing.leave_as_is(book, listed(book, today))
    with Book.open(book.path, who="other", clock=book.clock) as again:
        assert listed(again, today) == []


# -- words ---------------------------------------------------------------------------------------------------------


def test_everything_has_words_and_a_place() -> None:
    from csdesk.intake.likeness import Likeness

    assert set(LACKS) == set(Lack) == set(PART_OF)
    assert set(PARTS) == set(Part) == set(PART_OF.values())
    assert set(WHY_ALIKE) == set(Likeness)
    assert incomplete_words(1, Language.EN) == "1 account lacks what this rests on"
    assert "2" in incomplete_words(2, Language.JA)


def test_two_copies_that_leave_the_same_as_it_is_come_together(book: Book, today: date) -> None:
    whole(book)
    change(book, Kind.ACCOUNT, {"owner_id": None})
    copy = books.backup_book(book, book.path.with_name("colleague.csdesk"))
    with books.open_book(copy, who="colleague", clock=book.clock) as other:
        completing.leave_as_is(other, listed(other, today))
    completing.leave_as_is(book, listed(book, today))
    merge_copy(book, copy, {})
    assert listed(book, today) == []
    assert books.check_book(book) == ()


def test_the_book_is_as_complete_as_the_mrr_that_lacks_nothing(book: Book, today: date) -> None:
    assert hygiene_page(book, today).complete.score is None
    whole(book, "Whole Works", amount=3600)
    lacking = whole(book, "Lacking Works", ended_on=None)
    assert hygiene_page(book, today).complete.score == 1
    change(book, Kind.ACCOUNT, {"owner_id": None}, id=lacking)
    found = hygiene_page(book, today).complete
    assert (found.accounts, found.of_accounts, found.mrr, found.of_mrr) == (1, 2, 300, 400)
    assert "75.0%" in complete_words(found.score, 1, 2, Language.EN)
    completing.leave_as_is(book, listed(book, today))
    assert hygiene_page(book, today).complete.score == 1
