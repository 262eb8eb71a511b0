"""A board workbook without customer names: the same figures, and no text of the book's in any part of the file."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.reports.content import BoardContent
from csdesk.usecases.books import demo_book, open_book
from csdesk.usecases.reports import board_content, write_board
from csdesk.usecases.scope import Scope

TODAY = date(2024, 4, 18)
PLANT = "Plantedword"
TEXTS = {
    "account": "name external_id legal_name short_name kana domain tier segment industry size region postal_code"
    " address phone channel sales_rep use_case stage fit fit_reason tags notes",
    "answer": "comment external_id relation direction",
    "batch": "file who",
    "contact": "name kana email phone title department notes external_id",
    "contract": "name plan external_id end_reason notes sales_rep channel",
    "cost": "item notes",
    "custom_field": "name",
    "custom_value": "value",
    "health_value": "note",
    "interview": "external_id stated_reason root_cause would_have_stayed quote rival themes initiative notes",
    "invoice": "number status external_id",
    "marker": "title",
    "measure": "name unit",
    "person": "name email role",
    "product": "name family external_id",
    "risk": "title response notes",
    "saved_view": "name",
    "source": "sheet",
    "step": "who subject",
    "task": "title notes",
    "ticket": "subject type priority status assignee root_cause external_id",
    "touch": "note purpose external_id",
}


def clock() -> datetime:
    return datetime(2024, 4, 18, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo book with a word of its own in every text."""
    path = tmp_path_factory.mktemp("planted") / f"{PLANT} book.csdesk"
    demo_book(path, who=f"{PLANT} user", clock=clock, language=Language.EN).close()
    with closing(sqlite3.connect(path)) as book:
        for table, columns in TEXTS.items():
            named = ", ".join(f"\"{column}\" = '{PLANT} {table} {column} ' || id" for column in columns.split())
            book.execute(f'UPDATE "{table}" SET {named}')
        book.commit()
    return path


def content_of(path: Path, language: Language = Language.EN, *, redact: bool = True) -> BoardContent:
    with open_book(path, who="tester", clock=clock, read_only=True) as book:
        return board_content(book, Scope.at(TODAY, PeriodKind.QUARTER), language, redact=redact)


def parts(workbook: Path) -> Iterator[tuple[str, str]]:
    with ZipFile(workbook) as packed:
        for part in packed.namelist():
            yield part, part + packed.read(part).decode("utf-8", "replace")


@pytest.mark.parametrize(("language", "word"), [(Language.EN, "redacted"), (Language.JA, "顧客名は伏せています")])
def test_no_text_of_the_book_is_in_any_part(planted: Path, tmp_path: Path, language: Language, word: str) -> None:
    for redact in (True, False):
        out = tmp_path / f"{redact}.xlsx"
        write_board(content_of(planted, language, redact=redact), out, lambda _done, _whole: None)
    held = dict(parts(tmp_path / "True.xlsx"))
    assert [part for part, text in held.items() if PLANT in text] == []
    assert any(PLANT in text for _, text in parts(tmp_path / "False.xlsx"))
    assert any(re.search(r">A-[2-9B-Z]{5}<", text) for text in held.values())
    assert any(word in text for text in held.values())


def test_every_figure_is_the_same(planted: Path) -> None:
    plain, hidden = content_of(planted, redact=False), content_of(planted)
    for name in (
        "headline",
        "movements",
        "rates",
        "bridge",
        "survival",
        "worth",
        "reasons",
        "definitions",
        "factors",
        "as_of",
        "period",
        "company",
    ):
        assert repr(getattr(plain, name)) == repr(getattr(hidden, name))
    for name in ("accounts", "sources", "moves", "health", "renewals", "committed", "risks"):
        assert sorted(line.mrr for line in getattr(plain, name)) == sorted(line.mrr for line in getattr(hidden, name))
    names = {line.account: line.name for line in hidden.accounts}
    assert len(set(names.values())) == len(names)
    for line in (*hidden.health, *hidden.renewals, *hidden.moves, *hidden.committed, *hidden.risks, *hidden.interviews):
        assert line.name == names[line.account]


def test_an_account_has_the_same_code_in_every_workbook(planted: Path) -> None:
    first = content_of(planted)
    assert first.accounts == content_of(planted, Language.JA).accounts
    with open_book(planted, who="tester", clock=clock, read_only=True) as book:
        earlier = board_content(book, Scope.at(date(2023, 12, 31), PeriodKind.QUARTER), Language.EN, redact=True)
    names, before = ({line.account: line.name for line in one.accounts} for one in (first, earlier))
    assert {names[account] for account in before} == {*before.values()}
    assert all(re.fullmatch("A-[2-9B-Z]{5}", name) for name in names.values())
    amounts = [line.mrr for line in first.accounts]
    assert amounts == sorted(amounts, reverse=True)


def test_codes_that_would_be_the_same_stay_apart(planted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from csdesk.reports import redacting

    plain = content_of(planted, redact=False)
    monkeypatch.setattr(redacting, "_LONG", 2)
    many = tuple(replace(plain.accounts[0], account=number) for number in range(1, 500))
    hidden = redacting.redacted(replace(plain, accounts=many, health=(), renewals=(), sources=()))
    assert len({line.name for line in hidden.accounts}) == len(many)


def test_names_that_two_accounts_share_stay_apart(planted: Path) -> None:
    from csdesk.reports.redacting import redacted

    plain = content_of(planted, redact=False)
    same = replace(plain, accounts=tuple(replace(line, name="Same") for line in plain.accounts))
    assert len({line.name for line in redacted(same).accounts}) == len(plain.accounts)
