"""Reading rows, own columns, places, settings, imports and history."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from csdesk.book.draft_places import FileBatch
from csdesk.book.drafts import write_drafts
from csdesk.book.dump import dump
from csdesk.book.read import batches, custom_values, known, rows, settings, sources
from csdesk.models.drafts import Draft, DraftBlock
from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place

CONTRACTS = FileBatch("契約.csv", "ab12", '["契約"]', '{"new": 3}')
CALLS = FileBatch("calls.xlsx", "cd34", "[]", "{}")


def _drafts(account: int) -> list[Draft]:
    return [
        Draft(Kind.TOUCH, -9, {"account_id": -1, "on_date": date(2025, 1, 1)}, place=Place("calls.xlsx", "Calls", 7)),
        Draft(Kind.ACCOUNT, -1, {"name": "New"}, {"地区": "北", "Plan B": ""}, Place("契約.csv", "", 2)),
        Draft(Kind.ACCOUNT, account, {"tier": "low"}, {"地区": "南"}, Place("契約.csv", "", 3)),
        Draft(Kind.PRODUCT, -2, {"name": "Suite"}, place=Place("契約.csv", "", 2)),
        Draft(
            Kind.CONTRACT,
            -3,
            {"account_id": -1, "product_id": -2, "external_id": "-3", "starts_on": date(2024, 4, 1)},
            place=Place("契約.csv", "", 2),
        ),
        Draft(Kind.MEASURE, -4, {"code": "seats", "name": "Seats"}),
        Draft(
            Kind.USE,
            -5,
            {"account_id": -1, "measure_id": -4, "on_date": date(2025, 1, 1), "amount": 3},
            place=Place("契約.csv", "", 2),
        ),
        Draft(Kind.ACCOUNT, account, {"segment": "SMB"}, place=Place("契約.csv", "", 9)),
    ]


def _written(filled: Any, **how: Any) -> dict[int, int]:
    with filled.book.step(StepName.IMPORT, "契約.csv") as step:
        return write_drafts(step, _drafts(filled.account), batches=[CONTRACTS, CALLS], **how)


def test_drafts_refer_to_one_another(filled: Any) -> None:
    ids = _written(filled)
    (line,) = rows(filled.book, Kind.CONTRACT, where={"account_id": ids[-1]})
    assert (line["id"], line["product_id"], line["external_id"]) == (ids[-3], ids[-2], "-3")
    (touch,) = rows(filled.book, Kind.TOUCH, where={"id": ids[-9]})
    assert touch["account_id"] == ids[-1]
    (use,) = rows(filled.book, Kind.USE, where={"measure_id": ids[-4]})
    assert (use["account_id"], use["amount"]) == (ids[-1], 3.0)
    (account,) = rows(filled.book, Kind.ACCOUNT, where={"id": filled.account})
    assert (account["name"], account["tier"], account["segment"]) == ("見本商事", "low", "SMB")


def test_rows_of_use_are_told_from_their_sheets_and_files(filled: Any) -> None:
    """Rows of several places are kept apart; each is the sum of its own lines."""
    places = (
        (Place("calls.xlsx", "May", 4), (6, 5)),
        (Place("契約.csv", "", 9), ()),
        (Place("calls.xlsx", "June", 2), (8,)),
        (Place("calls.xlsx", "May", 3), ()),
    )
    drafts = [
        Draft(
            Kind.USE,
            -10 - nth,
            {"account_id": filled.account, "measure_id": -4, "on_date": date(2025, 1, 1 + nth), "amount": 0.5 * nth},
            place=place,
            others=others,
        )
        for nth, (place, others) in enumerate(places)
    ]
    with filled.book.step(StepName.IMPORT, "契約.csv") as step:
        measure = Draft(Kind.MEASURE, -4, {"code": "seats", "name": "Seats"})
        ids = write_drafts(step, [measure, *drafts], batches=[CONTRACTS, CALLS])
    found = sources(filled.book, Kind.USE, [ids[draft.id] for draft in drafts])
    told = [found[ids[draft.id]] for draft in drafts]
    assert [(one.file, one.sheet, one.line, tuple(one.others)) for one in told] == [
        (place.file, place.sheet, place.line, others) for place, others in places
    ]
    held = rows(filled.book, Kind.USE, where={"measure_id": ids[-4]})
    assert [row["amount"] for row in held] == [0.0, 0.5, 1.0, 1.5]


def test_rows_of_a_long_list_are_told_from_their_lines_until_another_file_changes_them(filled: Any, clock: Any) -> None:
    book, made = filled.book, [date(2025, 1, 1 + nth) for nth in range(3)]
    columns = {"account_id": [filled.account] * 3, "starts_on": made}
    block = DraftBlock(Kind.CONTRACT, columns, place=Place("契約.csv", "", 0), lines=[4, 5, 9])
    with book.step(StepName.IMPORT, "契約.csv") as step:
        write_drafts(step, [], blocks=[block], batches=[CONTRACTS])
    lines = {row["starts_on"]: int(row["id"]) for row in rows(book, Kind.CONTRACT) if row["starts_on"] in made}
    ids = [lines[day] for day in made]
    assert rows(book, Kind.SOURCE) == []
    found = sources(book, Kind.CONTRACT, ids)
    assert [(found[row].file, found[row].line) for row in ids] == [("契約.csv", 4), ("契約.csv", 5), ("契約.csv", 9)]
    clock.advance(days=1)
    with book.step(StepName.IMPORT, "calls.xlsx") as later:
        changed = Draft(Kind.CONTRACT, ids[1], {"plan": "Pro"}, place=Place("calls.xlsx", "May", 3))
        write_drafts(later, [changed], batches=[CALLS])
    found = sources(book, Kind.CONTRACT, ids)
    assert [found[row].line for row in ids] == [4, 3, 9]
    _, plan = book.taken_back(step.changes.step)
    assert [row["id"] for row in rows(book, Kind.CONTRACT) if row["starts_on"] in made] == [ids[1]]
    assert plan.goes == {Kind.CONTRACT: 2}
    book.take_back(later.changes.step)
    assert sources(book, Kind.CONTRACT, ids)[ids[1]].line == 5, "its import stays with it"
    assert {one.file for one in batches(book)} == {"契約.csv"}


def test_own_columns_are_added_changed_and_taken_away(filled: Any) -> None:
    ids = _written(filled)
    assert custom_values(filled.book, Kind.ACCOUNT) == {filled.account: {"地区": "南"}, ids[-1]: {"地区": "北"}}
    assert custom_values(filled.book, Kind.CONTRACT) == {}
    with filled.book.step(StepName.IMPORT) as step:
        write_drafts(step, [Draft(Kind.ACCOUNT, ids[-1], {}, {"地区": "", "Plan B": "yes"})])
    assert custom_values(filled.book, Kind.ACCOUNT)[ids[-1]] == {"Plan B": "yes"}


def test_every_row_knows_the_first_line_it_came_from(filled: Any, clock: Any) -> None:
    ids = _written(filled)
    found = sources(filled.book, Kind.ACCOUNT, [filled.account, ids[-1], filled.other])
    assert {row: (place.file, place.sheet, place.line) for row, place in found.items()} == {
        filled.account: ("契約.csv", "", 3), ids[-1]: ("契約.csv", "", 2),
    }  # fmt: skip
    assert found[filled.account].at == datetime(2025, 4, 1, 0, 30, tzinfo=UTC)
    assert sources(filled.book, Kind.TOUCH, [ids[-9]])[ids[-9]].sheet == "Calls"
    assert sources(filled.book, Kind.CONTRACT, []) == {}
    clock.advance(days=1)
    with filled.book.step(StepName.IMPORT) as step:
        again = Draft(Kind.ACCOUNT, filled.account, {"tier": "high"}, place=Place("calls.xlsx", "Sheet2", 40))
        write_drafts(step, [again], batches=[CALLS])
    place = sources(filled.book, Kind.ACCOUNT, [filled.account])[filled.account]
    assert (place.file, place.sheet, place.line) == ("calls.xlsx", "Sheet2", 40)


def test_imports_that_stand_and_taking_them_back(filled: Any, clock: Any) -> None:
    before = dump(filled.book)
    _written(filled)
    clock.advance(minutes=1)
    with filled.book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "later"})
    found = batches(filled.book)
    assert {one.file: (one.tables, one.counts, one.who) for one in found} == {
        "契約.csv": ('["契約"]', '{"new": 3}', "sample"), "calls.xlsx": ("[]", "{}", "sample"),
    }  # fmt: skip
    (number,) = {one.step for one in found}
    assert number is not None
    taken = filled.book.take_back(number)
    assert batches(filled.book) == []
    filled.book.undo()
    assert {one.step for one in batches(filled.book)} == {number}
    filled.book.redo()
    assert filled.book.take_back(taken.step).rows == taken.rows
    assert len(batches(filled.book)) == 2
    for _ in range(4):
        filled.book.undo()
    assert dump(filled.book) == before


def test_progress_is_told_and_may_stop_the_import(filled: Any) -> None:
    before = dump(filled.book)
    told: list[tuple[int, int]] = []
    _written(filled, progress=lambda done, all_: told.append((done, all_)))
    assert told[-1] == (8, 8)
    assert told == sorted(told)
    filled.book.undo()

    def stop(_done: int, _all: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        _written(filled, progress=stop)
    assert dump(filled.book) == before


def test_rows_can_be_chosen(filled: Any) -> None:
    book = filled.book
    assert [row["name"] for row in rows(book, Kind.ACCOUNT, where={"owner_id": None})] == ["Sample Ltd"]
    both = rows(book, Kind.ACCOUNT, where={"id": (filled.account, filled.other), "tier": None})
    assert [row["id"] for row in both] == [filled.account, filled.other]
    assert rows(book, Kind.USE, where={"on_date": [date(2025, 1, 2)]})[0]["amount"] == pytest.approx(1 / 7)
    assert rows(book, Kind.CONTACT, where={"decision_maker": True, "name": "Kei"})[0]["id"] == filled.contact
    assert rows(book, Kind.ACCOUNT, where={"id": ()}) == []
    with pytest.raises(TypeError):
        rows(book, Kind.ACCOUNT, where={"nmae": "x"})
    found = known(book, [Kind.ACCOUNT, Kind.MARKER])
    assert {kind: len(each) for kind, each in found.items()} == {Kind.ACCOUNT: 2, Kind.MARKER: 0}


def test_reading_inside_a_step_sees_what_it_did(filled: Any) -> None:
    with filled.book.step(StepName.CHANGE_SETTINGS) as step:
        step.insert(Kind.SETTING, {"key": "fiscal_start", "value": "4"})
        assert settings(filled.book) == {"fiscal_start": "4"}
