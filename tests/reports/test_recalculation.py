"""A spreadsheet program that calculates everything afresh comes to the values the workbook stores."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from csdesk.intake.shapes import Progress
from csdesk.models.kinds import Language
from csdesk.reports.board import BoardContent, write_board
from csdesk.wording.reports import PHRASES

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here")
def test_recalculated_values_are_the_stored_ones(
    make: Callable[..., BoardContent], silent: Progress, tmp_path: Path
) -> None:
    """Values of formulas are taken out of the file first, so that only a calculation can bring them back."""
    paths = {Language.EN: tmp_path / "en.xlsx", Language.JA: tmp_path / "ja.xlsx"}
    for language, path in paths.items():
        write_board(make(language, "USD" if language is Language.EN else "JPY", 60), path, silent)
        forget_values(path, tmp_path / "bare" / path.name)
    recalculate(sorted((tmp_path / "bare").iterdir()), tmp_path)
    for language, path in paths.items():
        live, stored = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
        afresh = openpyxl.load_workbook(tmp_path / "afresh" / path.name, data_only=True)
        formulas = [cell for page in live for row in page.iter_rows() for cell in row if cell.data_type == "f"]
        assert len(formulas) > 500
        for cell in formulas:
            at = (cell.parent.title, cell.coordinate)
            was, now = stored[at[0]][at[1]].value, afresh[at[0]][at[1]].value
            if isinstance(was, str):
                assert now == was, at
            else:
                assert now == pytest.approx(float(was), rel=1e-9, abs=1e-9), at
        page = afresh[live.sheetnames[-1]]
        assert [row[3].value for row in page.iter_rows(min_row=6)] == [0] * 12
        assert PHRASES["all_agree"].say(language) in [cell.value for row in afresh.worksheets[0] for cell in row]


def forget_values(path: Path, bare: Path) -> None:
    bare.parent.mkdir(exist_ok=True)
    with ZipFile(path) as whole, ZipFile(bare, "w", ZIP_DEFLATED) as without:
        for name in whole.namelist():
            part = whole.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", part)
            without.writestr(name, part)


def recalculate(paths: list[Path], folder: Path) -> None:
    profile = (folder / "profile").as_uri()
    command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run([*command, str(folder / "afresh"), *map(str, paths)], check=True, capture_output=True, timeout=110)
