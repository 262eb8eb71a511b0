"""Sheets with time across or down are taken right; what can't be is told, and none is wrong in silence."""

from pathlib import Path

import pytest

from csdesk.intake.reading import workbooks
from tests.intake_grids.judging import Verdict, as_csv, as_workbook, judged
from tests.intake_grids.sheets import Sheet, sheets
from tests.intake_reading.conftest import messages_from_here

SHEETS = sheets()
NAMES = [sheet.name for sheet in SHEETS]


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_a_sheet_is_taken_right(sheet: Sheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_messages", messages_from_here)
    for write in (as_workbook,) if sheet.more else (as_csv, as_workbook):
        outcome = judged(sheet, write(sheet, tmp_path))
        assert outcome.verdict is Verdict.RIGHT, f"{write.__name__}: {outcome.why}"


def test_sheets_have_names_of_their_own() -> None:
    assert len(set(NAMES)) == len(NAMES)
