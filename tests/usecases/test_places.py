"""Folders that others may write to are known by their names, and network drives by the system's list of mounts."""

from pathlib import Path

import pytest

from csdesk.models.kinds import Language
from csdesk.usecases.places import Keeper, shared_place
from csdesk.wording.book import KEEPERS, shared_words

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
