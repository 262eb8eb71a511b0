"""Accounts that are like others: asked about, settled by a person before anything is written, remembered."""

from dataclasses import replace
from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.book.read import known, rows
from csdesk.intake.lookalikes import Lookalike, Party
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place, Reason
from csdesk.usecases import books
from csdesk.usecases.importing import Plan, SameAs, Verdict, apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.same_accounts import mrr_of, open_pairs, said_same, signs
from csdesk.usecases.settings import book_settings

TODAY = date(2026, 3, 18)
HEAD = "Customer\tCustomer ID\tDomain\tIndustry\n"


def planned(book: Book, text: str, same: SameAs | None = None) -> Plan:
    found = read_pasted(text, "Clipboard")
    matched = match_tables(found, [], book_settings(book))
    return plan_import(book, matched, TODAY, same=same or {})


def applied(book: Book, text: str, same: SameAs | None = None) -> Plan:
    plan = planned(book, text, same)
    apply_plan(book, plan, same=same or {})
    return plan


def names(book: Book) -> list[str]:
    return [str(row["name"]) for row in rows(book, Kind.ACCOUNT)]


def id_of(book: Book, name: str) -> int:
    return next(int(str(row["id"])) for row in rows(book, Kind.ACCOUNT) if row["name"] == name)


@pytest.fixture
def held(book: Book) -> Book:
    applied(book, HEAD + "Midori Books Ltd\tC-1\tmidori.example\tRetail\nAoba Foods\tC-2\t\tFood\n")
    return book


CALLS = "Customer\tDate\tType\tNote\nMidori Books Ltd\t2026-03-01\tcall\tHello\n"
FEES = "Customer\tMRR\tStart date\nMidori Books Ltd\t100\t2025-01-01\n"


@pytest.mark.parametrize("other", [CALLS, FEES], ids=["touches", "contracts"])
@pytest.mark.parametrize("first", [True, False], ids=["renamed first", "renamed last"])
def test_an_account_that_is_renamed_is_found_by_its_old_name_then_and_later(
    held: Book, other: str, *, first: bool
) -> None:
    renaming = HEAD + "Verdant Pages Ltd\tC-1\tmidori.example\tRetail\n"
    texts = [renaming, other] if first else [other, renaming]
    found = [table for nth, text in enumerate(texts) for table in read_pasted(text, f"file {nth}")]
    plan = plan_import(held, match_tables(found, [], book_settings(held)), TODAY)
    apply_plan(held, plan)
    assert names(held) == ["Verdant Pages Ltd", "Aoba Foods"]
    assert remembered(held) == {"Midori Books Ltd": id_of(held, "Verdant Pages Ltd")}
    again = plan_import(held, match_tables(found, [], book_settings(held)), TODAY)
    assert not again.drafts
    assert not open_pairs(one for table in again.tables for one in table.lookalikes)
    books.undo(held)
    assert names(held) == ["Midori Books Ltd", "Aoba Foods"]
    assert not remembered(held)


@pytest.mark.parametrize("first", [True, False], ids=["renamed first", "renamed last"])
def test_two_lists_that_call_an_account_otherwise_make_no_second_one(held: Book, *, first: bool) -> None:
    """The later list contradicts the first, if it is the one that renames."""
    texts = [HEAD + "Verdant Pages Ltd\tC-1\t\tRetail\n", "Customer\tOwner\nMidori Books Ltd\tKim\n"]
    found = [table for text in (texts if first else texts[::-1]) for table in read_pasted(text, text[:9])]
    for _ in range(2):
        plan = plan_import(held, match_tables(found, [], book_settings(held)), TODAY)
        assert [one.reason for table in plan.tables for one in table.problems if one.reason is Reason.CONFLICT] == (
            [] if first else [Reason.CONFLICT]
        )
        apply_plan(held, plan)
        assert names(held) == ["Verdant Pages Ltd" if first else "Midori Books Ltd", "Aoba Foods"]
    assert not plan.drafts


def test_an_old_name_that_another_account_bears_stays_that_ones(held: Book) -> None:
    applied(held, HEAD + "Midori Books Ltd\tC-3\t\tRetail\n")
    applied(held, HEAD + "Verdant Pages Ltd\tC-1\t\tRetail\n")
    assert sorted(names(held)) == ["Aoba Foods", "Midori Books Ltd", "Verdant Pages Ltd"]
    assert not remembered(held)


def test_an_old_name_that_another_account_comes_to_bear_is_that_ones(held: Book) -> None:
    applied(held, HEAD + "Verdant Pages Ltd\tC-1\t\tRetail\n")
    applied(held, HEAD + "Midori Books Ltd\tC-3\t\tRetail\n")
    applied(held, CALLS)
    (touch,) = rows(held, Kind.TOUCH)
    assert touch["account_id"] == id_of(held, "Midori Books Ltd")
    assert names(held) == ["Verdant Pages Ltd", "Aoba Foods", "Midori Books Ltd"]


def test_another_spelling_is_no_other_name(held: Book) -> None:
    applied(held, HEAD + "MIDORI BOOKS, Ltd.\tC-1\t\tRetail\n")
    assert names(held) == ["MIDORI BOOKS, Ltd.", "Aoba Foods"]
    assert not remembered(held)


def test_names_replaced_one_after_another_are_all_kept(held: Book) -> None:
    for name in ("Verdant Pages Ltd", "Leafwork Ltd"):
        applied(held, HEAD + f"{name}\tC-1\t\tRetail\n")
    assert set(remembered(held)) == {"Midori Books Ltd", "Verdant Pages Ltd"}


def test_an_account_of_another_legal_form_is_asked_about(held: Book) -> None:
    (asked,) = planned(held, HEAD + "Midori Books GmbH\t\t\tRetail\n").tables[0].lookalikes
    assert asked.row.of == "Midori Books GmbH"
    assert asked.line == 2
    assert [other.of for other in asked.others] == [id_of(held, "Midori Books Ltd")]
    assert asked.others[0].facts["account.domain"] == "midori.example"
    assert asked.answer is None


def test_the_same_adds_nothing_and_keeps_name_and_id(held: Book) -> None:
    midori = id_of(held, "Midori Books Ltd")
    text = HEAD + "Midori Books GmbH\tX 9\t\tBooks\n"
    assert planned(held, text).tables[0].count(Verdict.NEW) == 1
    plan = applied(held, text, {"Midori Books GmbH #x9": midori, "Midori Books GmbH #X9": midori})
    (asked,) = plan.tables[0].lookalikes
    assert asked.answer == midori
    assert names(held) == ["Midori Books Ltd", "Aoba Foods"]
    row = rows(held, Kind.ACCOUNT)[0]
    assert (row["external_id"], row["industry"]) == ("C-1", "Books")


def test_another_one_is_made_once_and_found_again(held: Book) -> None:
    text = HEAD + "Aoba Foods\t\t\tFood\n"
    applied(held, HEAD + "Aoba Foods\tC-7\t\tWine\n")
    assert names(held).count("Aoba Foods") == 2
    refused = planned(held, text).tables[0]
    assert refused.count(Verdict.REFUSED) == 1
    assert len(refused.lookalikes[0].others) == 2
    applied(held, text, {"Aoba Foods": ""})
    assert names(held).count("Aoba Foods") == 3
    again = planned(held, text).tables[0]
    assert again.count(Verdict.SAME) == 1, "what was said is remembered"
    assert again.lookalikes[0].answer == max(int(str(row["id"])) for row in rows(held, Kind.ACCOUNT))


def remembered(book: Book) -> dict[str, int]:
    return said_same(known(book, (Kind.CUSTOM_FIELD, Kind.CUSTOM_VALUE)))


def test_what_was_said_can_be_said_otherwise_and_is_undone_with_the_import(held: Book) -> None:
    midori, aoba = id_of(held, "Midori Books Ltd"), id_of(held, "Aoba Foods")
    text = HEAD + "Midori Books GmbH\t\t\tRetail\n"
    applied(held, text, {"Midori Books GmbH": midori})
    assert remembered(held) == {"Midori Books GmbH": midori}
    applied(held, text, {"Midori Books GmbH": midori})
    assert remembered(held) == {"Midori Books GmbH": midori}, "once"
    applied(held, text, {"Midori Books GmbH": aoba})
    assert remembered(held) == {"Midori Books GmbH": aoba}
    applied(held, text, {"Midori Books GmbH": ""})
    assert names(held)[-1] == "Midori Books GmbH"
    assert remembered(held) == {}, "it goes by its name"
    books.undo(held)
    assert remembered(held) == {"Midori Books GmbH": aoba}
    books.undo(held)
    books.undo(held)
    assert remembered(held) == {}


def test_an_account_goes_by_several_names(held: Book) -> None:
    midori = id_of(held, "Midori Books Ltd")
    for name in ("Midori Books GmbH", "Midori Books Inc"):
        applied(held, HEAD + f"{name}\t\t\tRetail\n", {name: midori})
    assert remembered(held) == {"Midori Books GmbH": midori, "Midori Books Inc": midori}
    applied(held, HEAD + "Midori Books Inc\t\t\tRetail\n", {"Midori Books Inc": ""})
    assert remembered(held) == {"Midori Books GmbH": midori}


def test_the_mrr_of_those_that_are_looked_at(held: Book) -> None:
    midori = id_of(held, "Midori Books Ltd")
    applied(held, "Customer\tMRR\tStart\nMidori Books Ltd\t300\t2024-01-01\n")
    assert mrr_of(held, {midori}, TODAY) == {midori: 300}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_rows_of_a_file_are_one(book: Book, order: tuple[int, int]) -> None:
    lines = ["Juniper Publishing House\t\t\tBooks\n", "Juniper Publishing Houce\t\t\tBooks\n"]
    text = HEAD + "".join(lines[at] for at in order)
    (asked,) = planned(book, text).tables[0].lookalikes
    assert asked.row.of == lines[order[1]].split("\t")[0], "asked about the later one alone"
    assert asked.others[0].of == lines[order[0]].split("\t")[0]
    plan = applied(book, text, {str(asked.row.of): asked.others[0].of})
    assert plan.tables[0].lookalikes[0].answer == asked.others[0].of, "and can still be said otherwise"
    assert names(book) == [asked.others[0].of]


def test_a_row_that_stands_before_the_one_it_is_the_same_as(book: Book) -> None:
    text = HEAD + "Juniper Publishing House\t\t\tBooks\nJuniper Publishing Houce\t\t\tBooks\n"
    applied(book, text, {"Juniper Publishing House": "Juniper Publishing Houce"})
    assert names(book) == ["Juniper Publishing House"]


def test_two_rows_of_a_file_are_two(book: Book) -> None:
    text = HEAD + "Juniper Publishing House\t\t\tBooks\nJuniper Publishing Houce\t\t\tBooks\n"
    plan = applied(book, text, {"Juniper Publishing Houce": ""})
    assert open_pairs(plan.tables[0].lookalikes) == 0
    assert not plan.tables[0].rows[1].problems
    assert len(names(book)) == 2


def test_an_id_outranks_what_was_said(held: Book) -> None:
    aoba = id_of(held, "Aoba Foods")
    plan = planned(held, HEAD + "Midori Books\tC-1\t\tRetail\n", {"Midori Books #c-1": aoba, "Midori Books #C-1": aoba})
    assert plan.tables[0].lookalikes == ()


def test_an_account_that_is_gone_is_asked_about_anew(held: Book) -> None:
    text = HEAD + "Midori Books GmbH\t\t\tRetail\n"
    plan = planned(held, text, {"Midori Books GmbH": 999_999_999})
    assert plan.tables[0].count(Verdict.NEW) == 1
    assert not plan.meant or all(number < 0 for number in plan.meant.values())


def test_another_row_is_told_by_its_file_sheet_and_line(book: Book) -> None:
    found = [
        replace(table, file=file, sheet=sheet)
        for file, sheet, text in (
            ("a.xlsx", "CS", "Midori Books Ltd\t\t\t\nAoba Foods Ltd\t\t\t\n"),
            ("b.csv", "", "Aoba Foods GmbH\t\t\t\nTsuki Labs Inc\t\t\t\n"),
        )
        for table in read_pasted(HEAD + text, "Clipboard")
    ]
    (asked,) = plan_import(book, match_tables(found, [], book_settings(book)), TODAY).tables[1].lookalikes
    assert (asked.line, [other.place for other in asked.others]) == (2, [Place("a.xlsx", "CS", 3)])


def test_what_speaks_for_and_against() -> None:
    row = Party("Acme GmbH", {"account.name": "Acme GmbH", "account.domain": "acme.example", "account.phone": "1"})
    other = Party(7, {"account.name": "Acme Inc", "account.domain": "ACME.example", "account.industry": "IT"})
    assert signs(row, other) == (("account.name", False), ("account.domain", True))
    assert open_pairs([Lookalike(2, row, (other,)), Lookalike(3, row, (other,), "")]) == 1
