"""Folders that others may write to are known by their names, and network drives by the system's list of mounts."""

from pathlib import Path

import pytest

from csdesk.models.kinds import Language
from csdesk.usecases.places import Keeper, conflict_copies, shared_place
from csdesk.wording.sharing import KEEPERS, shared_words

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
server:/export /mnt/team nfs4 rw 0 0
//server/share /mnt/our\040share cifs rw 0 0
/dev/sdb1 /mnt/team/local ext4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
broken
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("folder", "keeper"),
    [
        ("OneDrive", Keeper.ONEDRIVE),
        ("OneDrive - 見本株式会社/Team", Keeper.ONEDRIVE),
        ("Dropbox (Sample Works)", Keeper.DROPBOX),
        ("dropbox/a/b", Keeper.DROPBOX),
        ("Library/CloudStorage/GoogleDrive-sample@mail.example/My Drive", Keeper.GOOGLE_DRIVE),
        ("Google Drive", Keeper.GOOGLE_DRIVE),
        ("G/マイドライブ/顧客", Keeper.GOOGLE_DRIVE),
        ("Library/Mobile Documents/com~apple~CloudDocs", Keeper.ICLOUD),
        ("iCloudDrive", Keeper.ICLOUD),
        ("Box", Keeper.BOX),
        ("Library/CloudStorage/Box-Box", Keeper.BOX),
        ("Documents", None),
        ("Dropboxes", None),
        ("box-office", None),
        ("Toolbox", None),
        ("My Google Drives of old", None),
    ],
)
def test_folders_by_their_names(folder: str, keeper: Keeper | None, mounts: Path) -> None:
    assert shared_place(Path("/home/sample") / folder / "book.csdesk", mounts) is keeper


@pytest.mark.parametrize(
    ("book", "keeper"),
    [
        ("/mnt/team/book.csdesk", Keeper.NETWORK),
        ("/mnt/team/a/b/book.csdesk", Keeper.NETWORK),
        ("/mnt/our share/book.csdesk", Keeper.NETWORK),
        ("/mnt/team/local/book.csdesk", None),
        ("/mnt/teamwork/book.csdesk", None),
        ("/home/sample/book.csdesk", None),
        ("/run/user/1000/gvfs/smb-share/book.csdesk", Keeper.NETWORK),
    ],
)
def test_network_drives_by_the_list_of_mounts(book: str, keeper: Keeper | None, mounts: Path) -> None:
    assert shared_place(Path(book), mounts) is keeper


def test_the_books_own_name_says_nothing_and_no_list_is_no_trouble(tmp_path: Path) -> None:
    assert shared_place(Path("/home/sample/Dropbox"), tmp_path / "none") is None


@pytest.mark.parametrize("keeper", Keeper)
def test_every_keeper_has_its_words(keeper: Keeper) -> None:
    said = {shared_words(keeper, language) for language in Language}
    assert len(said) == 2
    assert not any("{" in text for text in said)
    assert (keeper in KEEPERS) == (keeper is not Keeper.NETWORK)


@pytest.mark.parametrize(
    "name",
    [
        "book (conflicted copy 2026-03-18).csdesk",
        "book (Aoi's conflicted copy 2026-03-18).csdesk",
        "book (SALES-PC の競合コピー 2026-03-18).csdesk",
        "book.sync-conflict-20260318-101500-ABCDEFG.csdesk",
    ],
)
@pytest.mark.parametrize("keeper", [None, Keeper.DROPBOX])
def test_second_versions_are_known_by_their_names(tmp_path: Path, name: str, keeper: Keeper | None) -> None:
    for file in ("book.csdesk", name, "bookshop (conflicted copy).csdesk.txt", "other (conflicted copy).csdesk"):
        (tmp_path / file).touch()
    assert conflict_copies(tmp_path / "book.csdesk", keeper) == (tmp_path / name,)


@pytest.mark.parametrize(
    "name",
    [
        "book-SALES-PC.csdesk", "book-DESKTOP-1AB2C3D-2.csdesk", "book-Aoi's MacBook Pro.csdesk", "book (1).csdesk",
        "book 2.csdesk", "book のコピー.csdesk", "book - コピー (2).csdesk", "book - Copy.csdesk",
        "Copy of book.csdesk", "[Conflict] book.csdesk",
    ],
)  # fmt: skip
def test_names_that_a_person_may_give_count_only_where_a_service_copies(tmp_path: Path, name: str) -> None:
    for file in ("book.csdesk", name):
        (tmp_path / file).touch()
    book = tmp_path / "book.csdesk"
    assert conflict_copies(book, Keeper.ONEDRIVE) == (tmp_path / name,)
    assert conflict_copies(book, None) == conflict_copies(book, Keeper.NETWORK) == ()


@pytest.mark.parametrize(
    "name", ["book-2024.csdesk", "book_old.csdesk", "books.csdesk", "book 2024.csdesk", "my book.csdesk"]
)
def test_names_of_other_books_are_none_of_these(tmp_path: Path, name: str) -> None:
    for stem in ("book", name):
        (tmp_path / f"{stem}.csdesk").touch()
    assert conflict_copies(tmp_path / "book.csdesk", Keeper.ICLOUD) == ()
    assert conflict_copies(tmp_path / "away" / "book.csdesk", Keeper.ICLOUD) == ()
