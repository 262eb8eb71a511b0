"""A file is put in its place whole, or the place stays as it was and the reason is said."""

import errno
import os
from pathlib import Path

import pytest

from csdesk.models.kinds import Language
from csdesk.reports.delivery import Hindrance, ReportRefused, delivered
from csdesk.wording.reports import REFUSALS, report_refusal_words


def put(path: Path, content: bytes = b"new") -> None:
    with delivered(path) as handle:
        handle.write(content)


def refused(path: Path) -> Hindrance:
    before = {p.name: p.read_bytes() for p in path.parent.glob("*") if p.is_file()}
    with pytest.raises(ReportRefused) as caught:
        put(path)
    assert {p.name: p.read_bytes() for p in path.parent.glob("*") if p.is_file()} == before
    assert caught.value.path.name == path.name
    return caught.value.reason


def test_the_file_appears_and_replaces_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "board.xlsx"
    put(target, b"first")
    target.chmod(0o640)
    put(target, b"second")
    assert target.read_bytes() == b"second"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["board.xlsx"]


def test_nothing_is_seen_before_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "board.xlsx"
    put(target, b"old")
    with delivered(target) as handle:
        handle.write(b"half")
        handle.flush()
        assert target.read_bytes() == b"old"


def test_a_link_is_followed(tmp_path: Path) -> None:
    target = tmp_path / "real.xlsx"
    target.write_bytes(b"old")
    link = tmp_path / "link.xlsx"
    link.symlink_to(target)
    put(link)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_book_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "board.xlsx"
    target.write_bytes(b"SQLite format 3\x00 and more")
    assert refused(target) is Hindrance.HOLDS_A_BOOK


def test_an_error_inside_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), delivered(tmp_path / "board.xlsx"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_no_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "missing" / "board.xlsx") is Hindrance.NO_FOLDER


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "board.xlsx").mkdir()
    assert refused(tmp_path / "board.xlsx") is Hindrance.NOT_A_FILE


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(ReportRefused) as caught:
        put(Path(os.devnull))
    assert caught.value.reason is Hindrance.NOT_A_FILE
    assert Path(os.devnull).is_char_device()


def test_a_read_only_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "board.xlsx").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    assert refused(tmp_path / "board.xlsx") is Hindrance.READ_ONLY


def test_a_name_too_long(tmp_path: Path) -> None:
    assert refused(tmp_path / ("x" * 300)) is Hindrance.BAD_NAME


@pytest.mark.parametrize("lock", [".~lock.board.xlsx#", "~$board.xlsx"])
def test_a_file_open_in_an_office_program(tmp_path: Path, lock: str) -> None:
    (tmp_path / "board.xlsx").write_bytes(b"old")
    (tmp_path / lock).write_bytes(b"someone")
    assert refused(tmp_path / "board.xlsx") is Hindrance.OPEN_ELSEWHERE


def test_a_file_that_its_owner_will_not_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "board.xlsx").write_bytes(b"old")

    def held(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", held)
    assert refused(tmp_path / "board.xlsx") is Hindrance.OPEN_ELSEWHERE


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, Hindrance.DISK_FULL),
        (errno.EROFS, Hindrance.READ_ONLY),
        (errno.EIO, Hindrance.CANNOT_WRITE),
    ],
)
def test_a_disk_that_will_not_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: Hindrance
) -> None:
    (tmp_path / "board.xlsx").write_bytes(b"old")

    def fails(_handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fails)
    assert refused(tmp_path / "board.xlsx") is reason


@pytest.mark.parametrize("reason", Hindrance)
def test_every_refusal_is_said_in_both_languages(reason: Hindrance) -> None:
    assert set(REFUSALS) == set(Hindrance)
    said = {report_refusal_words(reason, "board.xlsx", language) for language in Language}
    assert len(said) == 2
    assert all("board.xlsx" in words for words in said)
