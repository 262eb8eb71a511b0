"""Packs: recorded with what they stated, written again as they were, or with what is other and why."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.measure import Unit
from csdesk.metrics.rules import Rules
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.months import PeriodKind
from csdesk.reports.content import BoardContent
from csdesk.reports.fingerprint import fingerprint
from csdesk.reports.restating import Cause, RestatedLine
from csdesk.usecases import books
from csdesk.usecases.packs import note_pack, one_pack, packs, record_pack
from csdesk.usecases.reports import board_content, write_board
from csdesk.usecases.restating import written_again
from csdesk.usecases.rows import Gone, delete_row
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import change_rules
from csdesk.wording.restating import cause_text, changes_text, names_text, restated_text

TODAY = date(2026, 3, 18)
QUARTER = Scope.at(date(2025, 12, 31), PeriodKind.QUARTER, 4)


def stated(book: Book, *, redact: bool = False) -> tuple[int, BoardContent]:
    content = board_content(book, QUARTER, Language.EN, redact=redact)
    record_pack(book, content, "Q4.xlsx", " The board ")
    return packs(book)[0].id, content


def written(content: BoardContent, path: Path) -> bytes:
    write_board(content, path, lambda _done, _whole: None)
    return path.read_bytes()


def test_a_pack_is_kept_and_the_same_data_and_definitions_give_the_same_workbook(demo: Book, tmp_path: Path) -> None:
    number, content = stated(demo)
    before = written(content, tmp_path / "one.xlsx")
    note_pack(demo, number, "The bank")
    demo.close()
    with books.open_book(demo.path, who="another", clock=demo.clock) as book:
        kept = one_pack(book, number)
        assert (kept.note, kept.file, kept.as_of, kept.period) == ("The bank", "Q4.xlsx", QUARTER.as_of, QUARTER.period)
        assert dict(kept.figures) == {one.now.metric: one.now.value for one in content.headline}
        again = written_again(book, number)
        assert again.restatement.same
        assert again.restatement.differing == ()
        assert written(again.content, tmp_path / "two.xlsx") == before
        delete_row(book, Kind.PACK, number)
        assert packs(book) == ()
        with pytest.raises(Gone):
            written_again(book, number)


def test_what_was_changed_since_is_told_figure_by_figure(demo: Book, tmp_path: Path) -> None:
    number, content = stated(demo)
    line = next(row for row in rows(demo, Kind.CONTRACT) if row["ended_on"] is None)
    account = next(row["name"] for row in rows(demo, Kind.ACCOUNT) if row["id"] == line["account_id"])
    with demo.step(StepName.EDIT_CONTRACT, subject="Core") as step:
        step.update(Kind.CONTRACT, int(str(line["id"])), {"amount": int(str(line["amount"])) * 3})
    change_rules(demo, Rules.parse("ltv_window=12,gross_margin=4/5"))
    again = written_again(demo, number)
    restated = again.restatement
    assert not restated.same
    by_metric = {one.metric: one for one in restated.lines}
    assert restated.causes(by_metric["mrr"]) == (Cause.DATA,)
    assert restated.causes(by_metric["accounts"]) == ()
    assert set(restated.causes(by_metric["ltv"])) == {Cause.DEFINITIONS, Cause.DATA}
    for one in restated.differing:
        if None not in {one.stated, one.now, one.by_then}:
            assert one.by_definitions is not None
            assert one.by_data is not None
            assert one.by_definitions + one.by_data == Fraction(one.now or 0) - Fraction(one.stated or 0)
    assert [change.what for change in restated.changes] == ["Change of the definitions", "Edit of contract line: Core"]
    assert restated.changes[1].accounts == account
    assert "12" in restated.definitions
    assert fingerprint(again.content) == fingerprint(replace(again.content, pinned=None, restatement=None))
    assert fingerprint(again.content) != fingerprint(content)
    written(again.content, tmp_path / "again.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "again.xlsx")["Restatement"]
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert {"records changed", "as stated", "Edit of contract line: Core", account} <= cells
    assert "Q4.xlsx" in str(sheet["A3"].value)


def test_a_redacted_pack_names_nobody_in_its_restatement(demo: Book) -> None:
    number, _ = stated(demo, redact=True)
    account = rows(demo, Kind.ACCOUNT)[0]
    delete_row(demo, Kind.ACCOUNT, int(str(account["id"])))
    restated = written_again(demo, number).restatement
    assert [(one.what, one.accounts) for one in restated.changes] == [("Deletion of accounts (1,100 rows)", "")]


def test_the_workbook_says_what_it_is_pinned_by(demo: Book, tmp_path: Path) -> None:
    content = board_content(demo, QUARTER, Language.EN)
    assert content.pinned is not None
    written(content, tmp_path / "pack.xlsx")
    book = openpyxl.load_workbook(tmp_path / "pack.xlsx")
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {content.pinned.fingerprint, content.pinned.made_with} <= cells
    assert "Restatement" not in book.sheetnames
    assert board_content(demo, QUARTER, Language.EN).pinned == content.pinned


@pytest.mark.parametrize(
    ("now", "by_then", "changed", "newer", "causes"),
    [
        (Fraction(2), Fraction(1), False, False, (Cause.DEFINITIONS,)),
        (Fraction(2), Fraction(2), True, False, (Cause.DATA,)),
        (Fraction(2), Fraction(2), False, True, (Cause.PROGRAM,)),
        (Fraction(3), Fraction(2), True, True, (Cause.DEFINITIONS, Cause.DATA, Cause.PROGRAM)),
    ],
)
def test_why_a_figure_is_another(
    now: Fraction, by_then: Fraction, *, changed: bool, newer: bool, causes: tuple[Cause, ...]
) -> None:
    line = RestatedLine("mrr", "MRR", Unit.MONEY, Fraction(1), now, by_then)
    assert line.differs
    assert line.causes(changed=changed, newer=newer) == causes


def test_what_cannot_be_had_and_what_is_new_is_no_difference() -> None:
    line = RestatedLine("ltv", "LTV", Unit.MONEY, None, None, None)
    assert (line.differs, line.by_data, line.by_definitions) == (False, None, None)
    assert RestatedLine("ltv", "LTV", Unit.MONEY, None, Fraction(1), None).differs
    new = RestatedLine("nps", "NPS", Unit.POINTS, None, 3, 3, was_stated=False)
    assert (new.differs, new.causes(changed=True, newer=False)) == (False, (Cause.NEW,))
    assert not RestatedLine("health_mean", "Health", Unit.SCORE, 0.1 + 0.2, 0.3, 0.3).differs


def test_it_is_said_in_words() -> None:
    assert restated_text(0, 15, Language.EN, same=True).startswith("Nothing has changed")
    assert restated_text(0, 15, Language.EN, same=False).startswith("All 15 headline figures are as stated")
    assert restated_text(3, 15, Language.EN, same=False).startswith("3 of 15")
    assert cause_text(["data", "definitions"], Language.JA) == "データの変更、定義の変更"
    assert names_text(["A", "B"], 3, Language.EN) == "A, B and 3 more"
    steps = [(TODAY - timedelta(days=at), "Edit", "A") for at in range(8)]
    assert changes_text("LTV window: 3 → 6", steps, Language.EN).splitlines()[-1] == "and 2 more"


@pytest.mark.parametrize("figures", ['"x"', "[1]", '{"mrr": "1/0"}', '{"mrr": "much"}', '{"mrr": 1, "arr": {}}'])
def test_a_pack_whose_figures_were_edited_by_hand_is_still_listed(demo: Book, figures: str) -> None:
    number, _ = stated(demo)
    with demo.step(StepName.EDIT_PACK) as step:
        step.update(Kind.PACK, number, {"figures": figures})
    assert one_pack(demo, number).figures == {}
    assert written_again(demo, number).restatement.differing == ()
