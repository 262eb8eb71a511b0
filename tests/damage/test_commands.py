"""`csdesk check` says what can be done about what it finds, and `csdesk rescue` does it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from csdesk import cli
from csdesk.book.file import Book
from csdesk.usecases.books import backup_book
from csdesk.usecases.rescue import newest_sound_backup
from tests.damage.conftest import PAGE, by_sql, clock, overwrite, root_of
from tests.damage.test_planted_damage import first

Command = Callable[..., tuple[int, str]]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    def run(*words: object) -> tuple[int, str]:
        status = cli.run([*map(str, words), "--lang", "en"])
        printed = capsys.readouterr()
        return status, printed.out + printed.err

    return run


@pytest.fixture
def two_backups(damaged: Path) -> tuple[Path, Path]:
    """The older one sound, the newer one with a damage that only a check finds."""
    made = []
    for hour in (5, 6):
        with Book.open(damaged, who="w", clock=lambda hour=hour: datetime(2026, 3, 18, hour, tzinfo=UTC)) as book:
            made.append(backup_book(book))
    by_sql(made[1], f"UPDATE touch SET note = 'x' WHERE id = {first('touch')}")
    return made[0], made[1]


def test_a_sound_book_needs_nothing(damaged: Path, command: Command) -> None:
    assert command("check", damaged) == (0, "No damage found.\n")


def test_a_finding_leads_to_the_newest_sound_backup_and_to_a_rescue(
    damaged: Path, two_backups: tuple[Path, Path], command: Command, new: Path
) -> None:
    by_sql(damaged, f"UPDATE contract SET status = 'bogus' WHERE id = {first('contract')}")
    status, said = command("check", damaged)
    assert status == 1
    assert f"(Accounts 60, Contract lines 60, Touches 60): csdesk restore {damaged} {two_backups[0]}" in said
    assert f"csdesk rescue {damaged} NEW" in said
    status, said = command("rescue", damaged, new)
    assert (status, "Nothing is missing. The history was kept." in said) == (0, True)
    assert command("check", new)[0] == 0


@pytest.mark.parametrize("harm", ["first page", "head"])
def test_a_book_that_cannot_be_opened_leads_there_too(
    damaged: Path, two_backups: tuple[Path, Path], command: Command, new: Path, harm: str
) -> None:
    assert len(two_backups) == 2
    head, rest = damaged.read_bytes()[:100], damaged.read_bytes()[100:]
    lost = {"first page": head + bytes(PAGE - 100) + rest[PAGE - 100 :], "head": bytes(100) + rest}
    damaged.write_bytes(lost[harm])
    status, said = command("check", damaged)
    assert status == 3
    assert "Go back to the newest sound backup" in said
    assert f"csdesk rescue {damaged} NEW" in said
    assert command("rescue", damaged, new)[0] == 0


def test_what_is_missing_is_listed_and_there_may_be_no_backup(damaged: Path, command: Command, new: Path) -> None:
    by_sql(damaged, "DELETE FROM change", f"DELETE FROM use WHERE id = {first('use')}")
    status, said = command("check", damaged)
    assert (status, "There is no sound backup beside the book." in said) == (1, True)
    status, said = command("rescue", damaged, new)
    assert status == 1
    assert "Use: 1 rows could not be read and are left out." in said


def test_what_is_no_book_is_only_said_to_be_none(tmp_path: Path, command: Command) -> None:
    other = tmp_path / "other.csdesk"
    other.write_text("name,mrr\nA,1\n", encoding="utf-8")
    status, said = command("check", other)
    assert (status, said.count("\n")) == (3, 1)


def test_damaged_backups_are_no_way_back(damaged: Path, two_backups: tuple[Path, Path]) -> None:
    overwrite(two_backups[0], root_of(two_backups[0], "touch"))
    assert newest_sound_backup(damaged, clock=clock) is None
