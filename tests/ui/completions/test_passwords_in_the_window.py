"""Encrypted copies and protected workbooks in the window: made, opened, and refused in plain words."""

import io
from collections.abc import Callable
from pathlib import Path

import msoffcrypto
import openpyxl
import pyrage
import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.password import NewPassword, OpenSealed
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Hold, Opening
from csdesk.ui.pages.reports import ReportsPage
from csdesk.ui.widgets.toast import Toast

Settle = Callable[[], None]
PASSWORD = "four words of sample 鍵"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library does with a password takes seconds by design; here it costs nothing."""

    class Passphrase:
        @staticmethod
        def encrypt(content: bytes, password: str) -> bytes:
            return b"age-encryption.org/v1\n" + password.encode() + b"\0" + content

        @staticmethod
        def decrypt(content: bytes, password: str) -> bytes:
            found, _, rest = content.removeprefix(b"age-encryption.org/v1\n").partition(b"\0")
            if found != password.encode():
                raise pyrage.DecryptError("Decryption failed")
            return rest

    monkeypatch.setattr(pyrage, "passphrase", Passphrase)


def type_new(window: MainWindow, settle: Settle) -> None:
    dialog = window.findChildren(NewPassword)[-1]
    dialog.first.setText(PASSWORD)
    dialog.second.setText(PASSWORD)
    dialog.check()
    settle()


def test_a_copy_is_encrypted_and_opened_again_beside_it(
    window: MainWindow,
    opening: Opening,
    demo_copy: Path,
    tmp_path: Path,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_how: (str(tmp_path / "写し.csdesk"), ""))
    window._menu._copies.save_sealed()
    type_new(window, settle)
    sealed = tmp_path / "写し.csdesk.age"
    assert window.findChild(Toast).text == f"Encrypted copy saved: {sealed}"
    assert opening.path == demo_copy
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words, **_how: (str(sealed), ""))
    window._menu.open_book()
    dialog = window.findChild(OpenSealed)
    dialog.check()
    assert dialog._wrong.text() == "Type its password."
    dialog.password.setText("wrong")
    dialog.check()
    settle()
    assert "does not open" in dialog._wrong.text()
    assert (opening.path, (tmp_path / "写し.csdesk").exists()) == (demo_copy, False)
    dialog.password.setText(PASSWORD)
    dialog.check()
    settle()
    window._neighbours.rest()
    assert (opening.path, opening.hold) == (tmp_path / "写し.csdesk", Hold.WRITE)
    window.take_files([sealed])
    dialog = window.findChildren(OpenSealed)[-1]
    dialog.password.setText(PASSWORD)
    dialog.check()
    settle()
    window._neighbours.rest()
    assert opening.path == tmp_path / "写し 2.csdesk"
    window._menu._copies.ask_password(sealed)
    type_new(window, settle)
    assert "already there" in window.findChild(Toast).text


def test_it_goes_where_the_person_wants_it(
    window: MainWindow, opening: Opening, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = tmp_path / "a.csdesk.age"
    window._menu._copies.seal_to(sealed, PASSWORD)
    settle()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_how: (str(tmp_path / "elsewhere 1.2"), ""))
    window.take_files([sealed])
    dialog = window.findChild(OpenSealed)
    next(button for button in dialog.findChildren(QPushButton) if "Another" in button.text()).click()
    dialog.password.setText(PASSWORD)
    dialog.check()
    settle()
    window._neighbours.rest()
    assert opening.path == tmp_path / "elsewhere 1.2.csdesk"


def test_a_new_password_is_typed_twice_and_judged(window: MainWindow, language: Language) -> None:
    dialog = NewPassword("<b>about</b>", language, window)
    dialog.open()
    heard: list[str] = []
    dialog.chosen.connect(heard.append)
    judged = []
    for text in ("", "aaaaaaaaaaaaaaaaaaaa", "sample-words", "four words of sample"):
        dialog.first.setText(text)
        judged.append(dialog._strength.text()[:1])
    assert judged == ["", "▲", "●", "●"]
    assert dialog._strength.text().endswith({Language.EN: "Good.", Language.JA: "十分な強さです。"}[language])
    dialog.check()
    assert heard == []
    assert dialog._wrong.text()
    dialog.second.setText("four words of sample")
    assert dialog.first.echoMode() is dialog.first.EchoMode.Password
    dialog._shown.setChecked(True)
    assert dialog.second.echoMode() is dialog.second.EchoMode.Normal
    dialog.check()
    assert heard == ["four words of sample"]


@pytest.mark.parametrize("which", ["board", "export"])
def test_workbooks_can_be_protected(
    window: MainWindow, tmp_path: Path, which: str, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.open_page("reports")
    settle()
    assert isinstance(page, ReportsPage)
    path, opened = tmp_path / "out.xlsx", io.BytesIO()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_how: (str(path), ""))
    (page.board.lock if which == "board" else page.export.lock).setChecked(True)
    text = next(button for button in page.findChildren(QPushButton) if button.text() == "As CSV files...")
    assert text.isEnabled() == (which == "board")
    (page.board._ask if which == "board" else page.export._ask_export)()
    assert not path.exists()
    type_new(window, settle)
    with path.open("rb") as handle:
        file = msoffcrypto.OfficeFile(handle)
        file.load_key(password=PASSWORD, verify_password=True)
        file.decrypt(opened, verify_integrity=True)
    assert len(openpyxl.load_workbook(opened, read_only=True).sheetnames) > 5
