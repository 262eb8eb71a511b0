"""What somebody begins with who has no spreadsheet: every heading is understood, and the example imports whole."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from csdesk.book.file import Book
from csdesk.intake.shapes import Choice, TableKind
from csdesk.models.kinds import Language
from csdesk.usecases.importing import Verdict, match_tables, plan_import, read_files, read_pasted
from csdesk.usecases.settings import BookSettings, book_settings
from csdesk.usecases.templates import SHEETS, example, save_template

FILLED = {
    "account.name": ["Northwind", "Alder"],
    "account.external_id": ["C-1", "C-2"],
    "account.domain": ["northwind.example", "alder.example"],
    "account.industry": ["Retail", "IT"],
    "account.segment": ["SMB", "Mid"],
    "account.owner": ["Sample Aoi", "Sample Aoi"],
    "account.notes": ["kind", "quick"],
    "contract.product": ["Base", "Base"],
    "contract.plan": ["Pro", "Basic"],
    "contract.mrr": [300, 120],
    "contract.start": [date(2024, 4, 1), date(2024, 5, 1)],
    "contract.renewal": [date(2025, 4, 1), date(2025, 5, 1)],
    "contract.end": [None, date(2025, 1, 31)],
    "contract.churn_reason": [None, "Price"],
    "touch.date": [date(2024, 6, 1), date(2024, 6, 2)],
    "touch.type": ["Call", "Meeting"],
    "touch.by": ["Sample Aoi", "Sample Aoi"],
    "touch.note": ["asked about export", "showed the new page"],
}


@pytest.mark.parametrize("language", Language)
def test_every_heading_of_the_template_is_understood(language: Language, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    save_template(path, language, lambda _done, _whole: None)
    workbook = openpyxl.load_workbook(path)
    assert workbook.sheetnames == [name.say(language) for name, _ in SHEETS]
    for sheet, (_, headings) in zip(workbook.worksheets, SHEETS, strict=True):
        assert [cell.value for cell in sheet[1]] == [heading.say(language) for heading in headings.values()]
        for row in range(2):
            sheet.append([FILLED[field][row] for field in headings])
    workbook.save(path)
    found = read_files([path], lambda _done, _whole: None)
    matched = match_tables(found, (), BookSettings("JPY", 4, language))
    assert [table.kind for table in matched] == [TableKind.ACCOUNTS, TableKind.CONTRACTS, TableKind.TOUCHES]
    for table, (_, headings) in zip(matched, SHEETS, strict=True):
        assert [column.field for column in table.columns] == list(headings)
        assert not table.problems


@pytest.mark.parametrize("language", Language)
def test_the_example_imports_whole_and_asks_nothing(language: Language, book: Book) -> None:
    found = read_pasted(example(language), "Example")
    (matched,) = match_tables(found, (), book_settings(book))
    assert matched.kind is TableKind.CONTRACTS
    assert all(finding.certain or finding.choice is Choice.END_DAY for finding in matched.findings)
    plan = plan_import(book, [matched], date(2026, 3, 18))
    assert plan.tables[0].count(Verdict.NEW) == len(plan.tables[0].rows) == 6
    assert not plan.tables[0].problems
