"""What cannot be done is said in one plain line, with the right status, and leaves everything as it was."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.presence import Machine
from csdesk.cli import run
from csdesk.usecases.books import open_book

Command = Callable[..., tuple[int, Any]]
USAGE, UNUSABLE = 2, 3
NOON = datetime(2024, 6, 30, 12, 0, tzinfo=UTC)


def refused(result: tuple[int, Any]) -> str:
    status, said = result
    assert status == UNUSABLE
    assert said.startswith("csdesk: ")
    assert said.count("\n") == 1
    assert "Traceback" not in said
    return str(said)


@pytest.fixture
def book(command: Command, tmp_path: Path) -> Path:
    path = tmp_path / "team.csdesk"
    assert command("new", path)[0] == 0
    return path


@pytest.mark.parametrize("language", ["en", "ja"])
def test_not_a_book(command: Command, tmp_path: Path, language: str) -> None:
    path = tmp_path / "letter.csdesk"
    path.write_text("Dear reader", encoding="utf-8")
    refused(command("metrics", path, "--lang", language))
    assert path.read_text(encoding="utf-8") == "Dear reader"


def test_no_such_book(command: Command, tmp_path: Path) -> None:
    refused(command("check", tmp_path / "nowhere.csdesk"))
    assert list(tmp_path.iterdir()) == []


def test_a_book_of_a_later_csdesk(command: Command, book: Path) -> None:
    with sqlite3.connect(book) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = book.read_bytes()
    refused(command("metrics", book))
    assert book.read_bytes() == before


def test_a_book_that_is_there_already(command: Command, book: Path) -> None:
    before = book.read_bytes()
    refused(command("new", book))
    refused(command("demo", book))
    assert book.read_bytes() == before


def test_a_book_another_process_holds(
    command: Command, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("csdesk.book.store._PRAGMAS", ("busy_timeout = 50", "foreign_keys = ON"))
    sheet = tmp_path / "a.csv"
    sheet.write_text("Customer,MRR,Start\nSample Works,100,2024-01-01\n", encoding="utf-8")
    other = sqlite3.connect(book, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        for words in (
            ("import", sheet),
            ("touch", "A"),
            ("undo",),
            ("check",),
            ("today",),
            ("backup",),
            ("export", sheet),
        ):
            assert str(book) in refused(command(words[0], book, *words[1:]))
    finally:
        other.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "team.csdesk"]
    assert command("import", book, sheet)[0] == 0


def foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_text("name,mrr\nA,1\n", encoding="utf-8"),
        lambda path: path.write_bytes(b""),
        lambda path: path.mkdir(),
        foreign_database,
    ],
    ids=["text", "empty", "folder", "database"],
)
def test_what_is_no_book(command: Command, tmp_path: Path, spoil: Callable[[Path], object], language: str) -> None:
    path = tmp_path / "顧客 100% #1?.csdesk"
    spoil(path)
    before = None if path.is_dir() else path.read_bytes()
    for words in (("check",), ("today",), ("undo",), ("history",), ("touch", "A")):
        assert str(path) in refused(command(words[0], path, *words[1:], "--lang", language))
    assert (None if path.is_dir() else path.read_bytes()) == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_damaged_book_leads_to_its_backups(command: Command, book: Path, language: str) -> None:
    assert command("backup", book)[0] == 0
    content = bytearray(book.read_bytes())
    content[100:4000] = b"\xa5" * 3900
    book.write_bytes(content)
    assert {"en": "backups", "ja": "バックアップ"}[language] in refused(command("today", book, "--lang", language))
    (copy,) = (book.parent / f"{book.name}-backups").iterdir()
    assert command("restore", book, copy)[0] == 0
    assert command("today", book)[0] == 0
    assert bytes(content) in [kept.read_bytes() for kept in copy.parent.iterdir()], "the damaged book is kept"


def test_a_bit_that_flipped_is_found(command: Command, book: Path) -> None:
    flipped = book.read_bytes().replace(b"fiscal_start", b"fiscal_stbrt")
    book.write_bytes(flipped)
    status, said = command("check", book)
    assert status == 1
    assert "Traceback" not in said
    assert book.read_bytes() == flipped


@pytest.mark.parametrize(
    "name", ["n" * 100 + "顧" * 40, "a?b=c", "100%25", "no#1 &;'", "顧客　台帳（２）", "file:x?mode=memory"]
)
def test_any_name_will_do(command: Command, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.csdesk"
    assert command("new", path)[0] == 0
    sheet = tmp_path / "a.csv"
    sheet.write_text("Customer,MRR,Start\nSample Works,100,2024-01-01\n", encoding="utf-8")
    assert command("import", path, sheet)[0] == 0
    assert command("check", path)[0] == 0
    status, records = command(
        "metrics", path, "--json", "--as-of", "2024-06-30", "--from", "2024-06", "--metric", "mrr"
    )
    assert (status, records[0]["value"]) == (0, 100)
    assert command("backup", path)[0] == 0
    assert sorted(found.name for found in tmp_path.iterdir()) == sorted((path.name, f"{path.name}-backups", "a.csv"))


def test_a_name_that_is_too_long_for_any_file(command: Command, tmp_path: Path) -> None:
    refused(command("new", tmp_path / ("長" * 200 + ".csdesk")))
    refused(command("today", tmp_path / ("長" * 200 + ".csdesk")))
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk(command: Command, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file may grow no further, as on a disk without room."""
    sheet = tmp_path / "a.csv"
    rows = "".join(f"Sample {number} {'x' * 300},100,2024-01-01\n" for number in range(300))
    sheet.write_text(f"Customer,MRR,Start\n{rows}", encoding="utf-8")
    before = book.read_bytes()
    full = f"max_page_count = {len(before) // 4096 + 2}"
    with monkeypatch.context() as patched:
        patched.setattr("csdesk.book.store._PRAGMAS", ("busy_timeout = 50", "foreign_keys = ON", full))
        assert "room" in refused(command("import", book, sheet))
    assert book.read_bytes() == before
    assert command("check", book)[0] == 0
    assert command("import", book, sheet)[0] == 0


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """No file can grow any further, as on a disk without room."""
    import resource

    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, unlimited[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)


@pytest.mark.skipif(os.name != "posix", reason="limits as POSIX knows them")
def test_a_disk_that_fills_up_while_writing(command: Command, book: Path, tmp_path: Path) -> None:
    """SQLite would leave the half-written change, with its journal, to whoever reads the book next."""
    sheet = tmp_path / "a.csv"
    rows = "".join(f"Sample {number} {'x' * 300},100,2024-01-01\n" for number in range(9000))
    sheet.write_text(f"Customer,MRR,Start\n{rows}", encoding="utf-8")
    before = book.read_bytes()
    with no_file_beyond(len(before) + 2_000_000):
        assert str(book) in refused(command("import", book, sheet))
    assert book.read_bytes() == before
    assert not book.with_name(f"{book.name}-journal").exists()
    assert command("check", book)[0] == 0


@pytest.mark.skipif(os.name != "posix", reason="limits as POSIX knows them")
def test_no_room_for_what_is_written_aside(command: Command, book: Path, tmp_path: Path) -> None:
    """The file that is named is the one that was asked for, and nothing is left of it."""
    before = sorted(tmp_path.iterdir())
    with no_file_beyond(8192):
        for words in (
            ("demo", "d.csdesk"),
            ("new", "n.csdesk"),
            ("backup", book, "b.csdesk"),
            ("report", book, "r.xlsx"),
        ):
            *given, name = words
            assert str(tmp_path / name) in refused(command(*given, tmp_path / name))
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(("language", "word"), [("en", "The folder for"), ("ja", "フォルダーが")])
def test_a_place_in_a_folder_that_is_not_there(
    command: Command, book: Path, tmp_path: Path, language: str, word: str
) -> None:
    gone = tmp_path / "gone"
    for words in (
        ("new", gone / "n.csdesk"),
        ("demo", gone / "d.csdesk"),
        ("backup", book, gone / "b.csdesk"),
        ("restore", gone / "r.csdesk", book),
        ("report", book, gone / "r.xlsx"),
        ("export", book, gone / "e.xlsx"),
        ("export", book, gone / "folder"),
    ):
        assert word in refused(command(*words, "--lang", language))
    assert list(tmp_path.iterdir()) == [book]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a folder in which somebody works stays")
@pytest.mark.parametrize(("language", "word"), [("en", "What was saved is safe"), ("ja", "保存済みのデータは無事")])
def test_the_folder_one_works_in_has_vanished(
    command: Command, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, word: str
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for words in (("check", "b.csdesk"), ("new", "n.csdesk"), ("backup", book, "b.csdesk"), ("report", book, "r.xlsx")):
        refused(command(*words, "--lang", language))
    assert word in refused(command("restore", "b.csdesk", book, "--lang", language))


def test_where_a_folder_stands_no_file_is_written(command: Command, book: Path, tmp_path: Path) -> None:
    place = tmp_path / "board.xlsx"
    (place / "kept").mkdir(parents=True)
    for words in (("report", book), ("export", book), ("backup", book), ("new",), ("demo",)):
        assert str(place) in refused(command(*words, place))
    assert [path.name for path in place.iterdir()] == ["kept"]


def test_a_book_put_where_there_was_none_has_no_backups_yet(command: Command, book: Path, tmp_path: Path) -> None:
    assert command("restore", tmp_path / "new.csdesk", book)[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.csdesk", "team.csdesk"]


PutAway = Callable[..., Path]


@pytest.fixture
def put_away() -> Iterator[PutAway]:
    """Copies files into a folder where a user without any privilege cannot write; gives the first."""
    if os.name != "posix":
        pytest.skip("modes are a thing of POSIX systems")
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def put(*files: Path) -> Path:
            for file in files:
                shutil.copyfile(file, folder / file.name)
                (folder / file.name).chmod(0o444)
            folder.chmod(0o555)
            if root:
                os.seteuid(65534)
            return folder / files[0].name

        yield put
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


def test_where_nothing_can_be_written_reading_goes_on(command: Command, book: Path, put_away: PutAway) -> None:
    unwritable = put_away(book)
    before = unwritable.read_bytes()
    for words in (("today",), ("metrics",), ("history",), ("check",), ("health",), ("cohorts",)):
        assert command(words[0], unwritable, *words[1:], "--as-of", "2024-06-30")[0] == 0
    for words in (("undo",), ("touch", "A"), ("backup",), ("new",)):
        refused(command(words[0], unwritable, *words[1:]))
    assert unwritable.read_bytes() == before
    assert list(unwritable.parent.iterdir()) == [unwritable]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_a_crash_left_cannot_be_seen_to_where_nothing_can_be_written(
    command: Command, book: Path, put_away: PutAway, language: str
) -> None:
    connection = sqlite3.connect(book, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO account (name, notes) VALUES (?, ?)", [("a", "n" * 2000)] * 300)
    before = book.read_bytes()
    half_done = put_away(book, book.with_name(f"{book.name}-journal"))
    assert "-journal" in refused(command("today", half_done, "--lang", language))
    assert half_done.read_bytes() == before


@pytest.fixture
def elsewhere(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A book in a shared folder that another computer has open, and a name for this one."""
    monkeypatch.setattr("csdesk.usecases.machine.this_machine", lambda: Machine("bbbb", "ben-laptop"))
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    path = folder / "team.csdesk"
    assert command("new", path)[0] == 0
    monkeypatch.setattr("csdesk.cli._clock", lambda: NOON)
    with open_book(path, who="Aoi", clock=lambda: NOON, machine=lambda: Machine("aaaa", "SALES-PC")):
        yield path


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_book_open_on_another_computer(command: Command, elsewhere: Path, tmp_path: Path, language: str) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("Customer,MRR,Start\nSample Works,100,2024-01-01\n", encoding="utf-8")
    before = elsewhere.read_bytes()
    for words in (("import", sheet), ("undo",), ("touch", "A"), ("restore", elsewhere)):
        said = refused(command(words[0], elsewhere, *words[1:], "--lang", language))
        assert "SALES-PC" in said
        assert "Aoi" in said
    for words in (("import", sheet, "--dry-run"), ("today",), ("history",), ("check",), ("backup", tmp_path / "copy")):
        assert command(words[0], elsewhere, *words[1:])[0] == 0
    assert elsewhere.read_bytes() == before
    assert sorted(path.name for path in elsewhere.parent.iterdir()) == ["team.csdesk", "team.csdesk-open-aaaa"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("nothing.xlsx", b""),
        ("broken.xlsx", b"PK\x03\x04 and then nothing"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("missing.csv", None),
    ],
)
def test_a_spreadsheet_that_cannot_be_taken(
    command: Command, book: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    path, before = tmp_path / name, book.read_bytes()
    if content is not None:
        path.write_bytes(content)
    assert name in refused(command("import", book, path))
    refused(command("read", path))
    assert book.read_bytes() == before


def test_an_unknown_account(command: Command, book: Path) -> None:
    assert "Nobody" in refused(command("touch", book, "Nobody Inc."))


def test_a_report_where_there_is_no_folder(command: Command, book: Path, tmp_path: Path) -> None:
    refused(command("report", book, tmp_path / "away" / "board.xlsx"))


@pytest.mark.parametrize("words", [("--rules", "gap_days=many"), ("--metric", "happiness"), ("--by", "mood")])
def test_wrong_words_are_wrong_usage(command: Command, book: Path, words: tuple[str, ...]) -> None:
    status, said = command("metrics", book, *words)
    assert status == 2
    assert words[1] in said
    assert "Traceback" not in said


@pytest.mark.parametrize("what", ["metrics", "cohorts"])
def test_accounts_are_not_counted_by_the_week(command: Command, book: Path, what: str) -> None:
    for language, word in (("en", "month, quarter or year"), ("ja", "月・四半期・年")):
        status, said = command(what, book, "--period", "week", "--lang", language)
        assert status == 2
        assert word in said
    status, said = command(what, book, "--period", "fortnight")
    assert status == 2
    assert "fortnight" in said


@pytest.mark.parametrize("months", [("--from", "2024-06", "--to", "2024-01"), ("--from", "2030-01")])
def test_figures_from_a_month_after_the_last(command: Command, book: Path, months: tuple[str, ...]) -> None:
    for language, word in (("en", "comes after the last"), ("ja", "より後")):
        status, said = command("metrics", book, *months, "--as-of", "2024-12-31", "--lang", language)
        assert (status, said.count("\n")) == (2, 1)
        assert word in said
        assert months[1] in said


def test_words_that_are_no_text(tmp_path: Path) -> None:
    """As a system without a notion of letters hands them over; in processes of their own, for they print as well."""
    book, sheet = tmp_path / "team.csdesk", tmp_path / "caf\udce9.csv"
    assert _process("new", book) == (0, f"{book}\n")
    before = book.read_bytes()
    for words in (
        ("import", book, sheet),
        ("read", sheet),
        ("check", sheet),
        ("new", sheet),
        ("touch", book, "A\udce9"),
        ("touch", book, "A", "--note", "\udce9"),
        ("metrics", book, "--metric", "\udce9", "--json"),
    ):
        for language, word in (("en", "is not Unicode text"), ("ja", "文字として読み取れません")):
            status, said = _process(*words, "--lang", language)
            assert (status, said.count("\n")) == (2, 1)
            assert word in said
            assert "<U+DCE9>" in said or "\\udce9" in said
    assert book.read_bytes() == before
    assert list(tmp_path.iterdir()) == [book]


def _process(*words: object) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "csdesk", *map(str, words)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("step", [0, 99999])
def test_a_step_there_is_not(command: Command, book: Path, step: int) -> None:
    before = book.read_bytes()
    for language, word in (("en", "no such step"), ("ja", "操作はありません")):
        assert word in refused(command("undo", book, step, "--lang", language))
    assert book.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX knows them")
def test_a_book_is_readable_by_its_owner_alone(book: Path) -> None:
    assert book.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "[]",
        '{"kind": "poems"}',
        '{"choices": {"mood": "good"}}',
        '{"choices": {"currency": 5}}',
        '{"choices": {"currency": ["JPY"]}}',
        '{"choices": {"currency": "yen"}}',
        '{"choices": {"date_order": "month first"}}',
        '{"choices": {"unit": "thousands"}}',
        '{"choices": {"end_date": "of the contract"}}',
        "[" * 100_000,
        '{"nonsense": 1}',
        '{"fields": {"MRR": "no.field"}}',
        '{"fields": {"Elsewhere": "contract.mrr"}}',
    ],
)
def test_a_map_that_is_none(command: Command, book: Path, tmp_path: Path, text: str) -> None:
    sheet, chosen = tmp_path / "a.csv", tmp_path / "map.json"
    sheet.write_text("Customer,MRR,Start\nSample Works,100,2024-01-01\n", encoding="utf-8")
    chosen.write_text(text, encoding="utf-8")
    before = book.read_bytes()
    status, said = command("import", book, sheet, "--map", chosen)
    assert (status, said.count("\n")) == (2, 1)
    assert book.read_bytes() == before


def test_a_file_that_tells_nothing_is_said_so(command: Command, book: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("Colour,Shape\nred,round\n", encoding="utf-8")
    status, said = command("import", book, sheet)
    assert status == 1
    assert "--as" in said


def test_a_map_that_is_followed(command: Command, book: Path, tmp_path: Path) -> None:
    sheet, chosen = tmp_path / "a.csv", tmp_path / "map.json"
    sheet.write_text("Customer,Fee,Start\nSample Works,1200,2024-01-01\n", encoding="utf-8")
    chosen.write_text('{"kind": "contracts", "fields": {"Fee": "contract.arr"}}', encoding="utf-8")
    assert command("import", book, sheet, "--map", chosen)[0] == 0
    _, records = command("metrics", book, "--json", "--as-of", "2024-06-30", "--from", "2024-06", "--metric", "mrr")
    assert records[0]["value"] == 100


def test_a_grid_whose_amounts_cover_nobody_knows_what_has_logos_and_no_mrr(
    command: Command, book: Path, tmp_path: Path
) -> None:
    sheet, chosen = tmp_path / "a.csv", tmp_path / "map.json"
    sheet.write_text("Customer,2024-01,2024-02,2024-03\nSample Works,100,100,100\n", encoding="utf-8")
    chosen.write_text('{"choices": {"period": "one_off"}}', encoding="utf-8")
    status, records = command("import", book, sheet, "--map", chosen, "--json")
    (told,) = records[0]["problems"]
    assert (status, told["seen"], told["reason"].startswith("not known how long")) == (0, "100", True)
    figures = ("--from", "2024-02", "--to", "2024-02", "--metric", "mrr", "accounts")
    _, (mrr, accounts) = command("metrics", book, "--json", "--as-of", "2024-03-31", *figures)
    assert (mrr["value"], accounts["value"]) == (None, 1)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("metrics", "BOOK", "--from", "2025-13"), "2025-13"),
        (("metrics", "BOOK", "--as-of", "9999-12-31"), "9999-12-31"),
        (("metrics", "BOOK", "--as-of", "soon"), "soon"),
        (("touch", "BOOK", "somebody", "--minutes", "-5"), "-5"),
        (("touch", "BOOK", "somebody", "--minutes", "99999999999999999999"), "99999999999999999999"),
        (("new", "BOOK", "--currency", "!!"), "!!"),
        (("new", "BOOK", "--fiscal-start", "May"), "May is no whole number"),
        (("undo", "BOOK", "-1"), "-1 is no whole number"),
        (("report", "BOOK", "OUT.xlsx", "--period", "week"), "week is none of month, quarter, year"),
    ],
)
def test_wrong_usage_is_one_line_that_names_the_word(
    book: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], named: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        run([str(book) if word == "BOOK" else word for word in words])
    said = capsys.readouterr().err
    assert ended.value.code == USAGE
    assert (said.count("\n"), said.startswith("csdesk"), named in said) == (1, True, True)


def test_a_report_replaces_no_book(command: Command, book: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    shutil.copyfile(book, other)
    for target in (book, other, tmp_path / "board.pdf"):
        before = target.read_bytes() if target.exists() else None
        refused(command("report", book, target))
        assert (target.read_bytes() if target.exists() else None) == before


def test_a_backup_is_put_in_no_place_but_a_books(command: Command, book: Path, tmp_path: Path) -> None:
    command("backup", book, tmp_path / "safe.csdesk")
    notes = tmp_path / "notes.txt"
    notes.write_text("mine", encoding="utf-8")
    refused(command("restore", notes, tmp_path / "safe.csdesk"))
    refused(command("restore", book, book))
    assert notes.read_text(encoding="utf-8") == "mine"
    assert command("check", book)[0] == 0


def test_what_is_printed_is_all_in_one_language(command: Command, tmp_path: Path) -> None:
    book = tmp_path / "demo.csdesk"
    command("demo", book, "--lang", "ja")
    for word in ("health", "today", "cohorts", "metrics", "history", "check"):
        _, said = command(word, book, "--lang", "ja")
        assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", said.lstrip().splitlines()[0])
        assert not re.search(r"\b(account|band|cohort|owner|green|when)\b", said)


@pytest.mark.parametrize(("language", "words"), [("en", "too few to compare"), ("ja", "比較不可")])
def test_a_rate_on_few_says_so(command: Command, book: Path, tmp_path: Path, language: str, words: str) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("Customer,MRR,Start\nSample Works,100,2024-01-01\n", encoding="utf-8")
    command("import", book, sheet)
    told = ("--as-of", "2024-06-30", "--from", "2024-06", "--metric", "logo_churn", "--lang", language)
    assert words in command("metrics", book, *told)[1]


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [
        ("Customer,MRR,Start date\nA,100,2024-01-01\nB,200000000000,2024-01-01\n", "B3"),
        (
            "Customer,Unit price,Quantity,Billing,Start date\nA,1,2,monthly,2024-01-01\nB,2e10,20,monthly,2024-01-01\n",
            "B3",
        ),
        ("Customer,MRR,List price,Start date\nA,1,2,2024-01-01\nB,1,200000000000,2024-01-01\n", "C3"),
        ("Customer,2024-01,2024-02,2024-03\nA,1,1,1\nB,0,200000000000,0\n", "C3"),
        ("Month,Item,Cost\n2024-01,Ads,100\n2024-02,Ads,200000000000\n", "C3"),
        ("Invoice number,Customer,Invoice date,Total\n1,A,2024-01-01,9\n2,B,2024-01-01,200000000000\n", "D3"),
    ],
)
def test_an_amount_beyond_the_book_refuses_its_row_alone(
    command: Command, tmp_path: Path, sheet: str, cell: str
) -> None:
    file, empty = tmp_path / "large.csv", tmp_path / "large.csdesk"
    file.write_text(sheet, encoding="utf-8")
    command("new", empty, "--currency", "USD")
    _, (plan,) = command("import", empty, file, "--json")
    assert (plan["new"], plan["refused"]) == (1, 1)
    assert [(problem["cell"], problem["reason"][:9]) for problem in plan["problems"]] == [(cell, "more than")]


def test_every_step_is_in_the_history_however_many_rows_came_since(
    command: Command, book: Path, tmp_path: Path
) -> None:
    """For its number is what `undo` asks for."""
    sheet = tmp_path / "many.csv"
    for size in (1, 300):
        lines = (f"Sample Works {size}-{number},100,2024-01-01" for number in range(size))
        sheet.write_text("\n".join(["Customer,MRR,Start", *lines]), encoding="utf-8")
        assert command("import", book, sheet)[0] == 0
    _, items = command("history", book, "--json")
    assert {item["step"] for item in items} == {1, 2, 3}


def test_an_account_that_is_deleted_meanwhile(command: Command, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("csdesk.cli.commands.account_named", lambda _book, _name: 1)
    refused(command("touch", book, "Anybody"))
