"""A large import is in the history as a whole; its rows come back from there like all others."""

from pathlib import Path

import pytest

from csdesk.book.file import Book
from csdesk.models.kinds import Kind, StepName
from csdesk.usecases.rescue import rescue_book
from csdesk.usecases.settings import BookSettings, change_settings
from tests.damage.conftest import by_sql, checked, clock, overwrite, root_of, silent
from tests.damage.test_rescuing import rows_of

BUNDLED = 700


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    """Accounts and contacts that came together, a few of them changed and deleted since."""
    path = tmp_path / "imported.csdesk"
    with Book.create(path, who="sample", clock=clock, base=5) as book:
        change_settings(book, BookSettings(), name=StepName.NEW_BOOK)
        with book.step(StepName.IMPORT, "many.csv") as step:
            accounts, contacts = step.new_ids(BUNDLED), step.new_ids(BUNDLED)
            step.insert_fresh(Kind.ACCOUNT, {"name": [f"Sample {at}" for at in range(BUNDLED)]}, accounts)
            columns = {"account_id": accounts, "name": ["Kei"] * BUNDLED, "email": ["", None] * (BUNDLED // 2)}
            step.insert_fresh(Kind.CONTACT, columns, contacts)
        with book.step(StepName.EDIT_CONTACT) as step:
            step.update(Kind.CONTACT, contacts[3], {"name": "Aki"})
        with book.step(StepName.DELETE_CONTACT) as step:
            step.delete(Kind.CONTACT, contacts[5])
        assert book.driver.execute("SELECT count(*) FROM change WHERE kind = 'contact'").fetchone() == (4,)
    return path


@pytest.mark.parametrize("kind", [Kind.ACCOUNT, Kind.CONTACT])
def test_rows_beyond_reading_come_back(imported: Path, tmp_path: Path, kind: Kind) -> None:
    before, new = rows_of(imported), tmp_path / "new.csdesk"
    overwrite(imported, root_of(imported, kind))
    done = rescue_book(imported, new, who="w", clock=clock, progress=silent)
    assert (rows_of(new), done.losses, done.history_kept) == (before, (), True)
    assert checked(new) == ()


def test_what_of_the_history_cannot_be_read_costs_no_row_that_can(imported: Path, tmp_path: Path) -> None:
    before, new = rows_of(imported), tmp_path / "new.csdesk"
    by_sql(imported, "UPDATE change SET packed = '\"no bundle\"' WHERE kind = 'contact' AND packed IS NOT NULL")
    by_sql(imported, "UPDATE contact SET name = 7 || name WHERE name = 'Aki'")
    done = rescue_book(imported, new, who="w", clock=clock, progress=silent)
    assert rows_of(new).keys() == before.keys()
    assert done.losses
    assert checked(new) == ()
