"""Where the files shipped with the app are: fonts, translations, icons, the sample spreadsheets."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """A shipped file, in a checkout (`resources/`) as in an installed package (`csdesk/_resources/`)."""
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)
