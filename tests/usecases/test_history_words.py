"""A change in words: no id, no program's word, money and closed lists as people read them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from csdesk.book.columns import layout
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.money import Currency
from csdesk.usecases.history import HistoryLine, history, history_line
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.row_details import row_details
from csdesk.usecases.settings import book_settings
from csdesk.wording.history import COLUMNS, value_words
from csdesk.wording.speech import moment

YEN = Currency("JPY")


def lines(book: Book, language: Language, currency: Currency = YEN) -> Iterator[HistoryLine]:
    return (history_line(item, currency, language) for item in history(book))


def test_every_column_has_its_words() -> None:
    wanted = {name for kind in Kind if kind not in {Kind.USE, Kind.SOURCE} for name in layout(kind).names}
    assert wanted - set(COLUMNS) == {"id", "field_id", "row_id"}
    assert all(words.en.strip() and words.ja.strip() for words in COLUMNS.values())


@pytest.fixture
def changed(book: Book) -> Book:
    with book.step(StepName.ADD_ACCOUNT, "Sample") as step:
        account = step.insert(Kind.ACCOUNT, {"name": "Sample", "tier": "high"})
        contract = step.insert(
            Kind.CONTRACT, {"account_id": account, "plan": "Pro", "amount": 120_000, "starts_on": date(2024, 1, 1)}
        )
    with book.step(StepName.SET_HEALTH, "Sample") as step:
        value = {"account_id": account, "factor": "sentiment", "value": 4.0, "on_date": date(2025, 4, 1)}
        step.insert(Kind.HEALTH_VALUE, value)
    with book.step(StepName.EDIT_ACCOUNTS, "Sample") as step:
        step.update(Kind.ACCOUNT, account, {"tier": "tech"})
        step.update(Kind.CONTRACT, contract, {"amount": 150_000, "auto_renew": True, "currency": "USD"})
    with book.step(StepName.CHANGE_SETTINGS) as step:
        step.insert(Kind.SETTING, {"key": "health_profile", "value": '{"a": 1}'})
        (language,) = (row for row in _settings(book) if row["key"] == "language")
        step.update(Kind.SETTING, language["id"], {"value": '"ja"'})
    return book


def _settings(book: Book) -> list[dict[str, Any]]:
    from csdesk.book.read import rows

    return list(rows(book, Kind.SETTING))


def test_changes_are_told_in_english(changed: Book) -> None:
    told = {(line.row, line.field, line.before, line.after) for line in lines(changed, Language.EN)}
    assert told >= {
        ("Account: Sample", "Tier", "High touch", "Tech touch"),
        ("Contract line: Pro (Sample)", "Amount", "$1,200.00", "$1,500.00"),
        ("Contract line: Pro (Sample)", "Renews by itself", "", "yes"),
        ("Setting: Language of reports", "Value", "English", "Japanese (日本語)"),
        ("Setting: Health profile", "", "", "Health profile"),
    }
    (value,) = (line for line in lines(changed, Language.EN) if line.item.kind is Kind.HEALTH_VALUE)
    assert (value.row, value.field, value.after) == ("Health value by hand: Sentiment (Sample)", "Value", "4")


def test_changes_are_told_in_japanese(changed: Book) -> None:
    told = list(lines(changed, Language.JA))
    assert ("アカウント: Sample", "ティア", "ハイタッチ", "テックタッチ") in {
        (line.row, line.field, line.before, line.after) for line in told
    }
    assert "Sampleの編集" in {line.what.partition("（")[0] for line in told}


@pytest.mark.parametrize("language", list(Language))
def test_what_was_taken_back_says_when_and_by_whom(changed: Book, language: Language) -> None:
    assert {line.stands for line in lines(changed, language)} == {True}
    changed.who = "Ben"
    changed.undo()
    back = [line for line in lines(changed, language) if not line.stands]
    assert back
    assert all("Ben" in line.fate and moment(changed.clock(), language) in line.fate for line in back)
    changed.redo()
    assert {line.fate.partition(" ")[0] for line in lines(changed, Language.EN)} == {"", "Done"}


def test_a_value_that_cannot_be_read_is_shown_as_it_is() -> None:
    assert value_words(Kind.SETTING, "value", "{broken", YEN, Language.EN) == "{broken"
    assert value_words(Kind.SAVED_VIEW, "definition", '{"a": 1}', YEN, Language.EN) == "(other content)"
    assert value_words(Kind.ACCOUNT, "tier", "unheard of", YEN, Language.EN) == "unheard of"


@pytest.mark.parametrize(
    ("language", "told"), [(Language.EN, ("1 Jan 2024", "1 Feb 2024")), (Language.JA, ("2024/01/01", "2024/02/01"))]
)
def test_days_are_told_as_the_language_writes_them(changed: Book, language: Language, told: tuple[str, str]) -> None:
    (contract,) = (line.item.row for line in lines(changed, language) if line.field == COLUMNS["amount"].say(language))
    with changed.step(StepName.EDIT_CONTRACT, "Sample") as step:
        step.update(Kind.CONTRACT, contract, {"starts_on": date(2024, 2, 1)})
    (line,) = (line for line in lines(changed, language) if line.field == COLUMNS["starts_on"].say(language))
    assert (line.before, line.after) == told


def test_what_an_import_brought_is_looked_at_with_its_file(book: Book) -> None:
    """A row says where it came from, its own columns, and no more than is filled."""
    found = read_pasted("顧客名\t件名\t受付日時\t優先度\n見本商店\tログインできない\t2025/04/01 09:05\t高\n", "pasted")
    apply_plan(book, plan_import(book, match_tables(found, (), book_settings(book)), date(2025, 5, 1)))
    (ticket,) = rows(book, Kind.TICKET)
    details = row_details(book, Kind.TICKET, int(str(ticket["id"])), YEN, Language.JA)
    assert details.kind == "問い合わせ"
    assert {("件名", "ログインできない"), ("受付日時", "2025/04/01 09:05"), ("優先度", "高")} <= set(details.facts)
    assert all(text for _, text in details.facts)
    assert details.source.startswith("pasted")
