"""Taking back an import whose row has changed since: the sentence names the row, in both languages."""

from datetime import date

import pytest

from csdesk.book.errors import UndoRefused
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, Language
from csdesk.usecases import accounts, books, settings
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.sentences import error_sentence

PASTED = "顧客名\tプラン\t月額\t開始日\t解約日\n見本商店\tA\t12,000円\t2025/04/01\t\n"


@pytest.fixture
def imported(book: Book, today: date) -> int:
    """The step of an import that brought one account."""
    plan = plan_import(book, match_tables(read_pasted(PASTED, "pasted"), (), settings.book_settings(book)), today)
    return apply_plan(book, plan).step


def segmented(book: Book, account: int, segment: str) -> int:
    return accounts.edit_accounts(book, [accounts.CellEdit(account, "segment", segment)]).step


@pytest.mark.usefixtures("imported")
def test_the_row_in_the_way_is_named(book: Book) -> None:
    account = int(str(rows(book, Kind.ACCOUNT)[0]["id"]))
    step = segmented(book, account, "SMB")
    segmented(book, account, "Mid")
    with pytest.raises(UndoRefused) as refused:
        books.take_back(book, step)
    assert "“見本商店” (Accounts)" in error_sentence(refused.value, Language.EN)
    assert "「見本商店」（アカウント）" in error_sentence(refused.value, Language.JA)


def test_without_a_row_the_sentence_stays_whole(book: Book) -> None:
    said = error_sentence(UndoRefused(book.path), Language.EN)
    assert "something it touched" in said
    assert "“" not in said
