"""What a person chose on this machine is there the next time, and never in the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from csdesk.models.kinds import Language
from csdesk.ui.preferences import Preferences
from csdesk.ui.theme import Scheme


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "設定" / "window.ini"


def test_the_start_values(file: Path) -> None:
    fresh = Preferences(file)
    assert (fresh.language, fresh.scheme, fresh.who, fresh.recent) == (None, Scheme.SYSTEM, "", ())
    assert not fresh.narrow_rail
    assert fresh.geometry.isEmpty()
    assert fresh.arrangement("accounts") == {}


def test_choices_are_there_the_next_time(file: Path, tmp_path: Path) -> None:
    first = Preferences(file)
    book = tmp_path / "顧客, team 1.csdesk"
    book.touch()
    first.language, first.scheme, first.who, first.narrow_rail = Language.JA, Scheme.DARK, "見本 あおい", True
    first.geometry = QByteArray(b"\x01\x02")
    first.remember_book(book)
    first.keep_arrangement("accounts", {"widths": {"name": 200}, "hidden": ["custom:プラン"]})
    first.save()
    again = Preferences(file)
    assert (again.language, again.scheme, again.who) == (Language.JA, Scheme.DARK, "見本 あおい")
    assert again.narrow_rail
    assert again.geometry == QByteArray(b"\x01\x02")
    assert again.recent == (book,)
    assert again.arrangement("accounts") == {"widths": {"name": 200}, "hidden": ["custom:プラン"]}


def test_recent_books_are_the_latest_first_without_those_that_are_gone(file: Path, tmp_path: Path) -> None:
    preferences = Preferences(file)
    books = [tmp_path / f"{n}.csdesk" for n in range(12)]
    for book in books:
        book.touch()
        preferences.remember_book(book)
    preferences.remember_book(books[9])
    books[11].unlink()
    assert preferences.recent == (books[9], books[10], books[8], books[7], books[6], books[5], books[4])


@pytest.mark.parametrize("text", ["[General]\nlanguage=xx\nscheme=9\nrecent=][\n", "\x00\xff not an ini file"])
def test_a_file_that_makes_no_sense_gives_the_start_values(tmp_path: Path, text: str) -> None:
    file = tmp_path / "window.ini"
    file.write_text(text, encoding="utf-8")
    preferences = Preferences(file)
    assert (preferences.language, preferences.scheme, preferences.recent) == (None, Scheme.SYSTEM, ())
