"""How people lay a table out and keep it: what stands around it, and the file it is in."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake_variants.writing import Cell

ENCODINGS = {
    "ja": ("utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16", "utf-8-sig", "cp932"),
    "en": ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-8"),
}


@dataclass(slots=True)
class Sheet:
    """Heading rows over rows of cells, with what stands around them."""

    headings: list[list[Cell]]
    rows: list[list[Cell]]
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Merged heading cells: top, left, bottom, right, from 0 within the headings."""
    above: list[list[Cell]] = field(default_factory=list)
    below: list[list[Cell]] = field(default_factory=list)
    left: int = 0
    notes: list[str] = field(default_factory=list)
    """What was done to it, for a person to read."""

    def lines(self) -> list[list[Cell]]:
        """Everything from top to bottom."""
        blank: list[Cell] = [None] * self.left
        return [[*blank, *line] for line in (*self.above, *self.headings, *self.rows, *self.below)]


def surround(sheet: Sheet, rng: Random, lang: str, total: list[Cell] | None) -> None:
    """Put a title, notes, blank columns, a total and a footer around a table, as the dice will."""
    titles = {
        "ja": (["契約一覧"], ["顧客管理表 2024年度"], ["社外秘"], ["作成日：2024年12月1日", None, "作成者：架空一郎"]),
        "en": (["Customer list"], ["Customers - internal"], ["Exported by reports"], ["As of", "1 December 2024"]),
    }[lang]
    if rng.random() < 0.35:
        sheet.above = [list(line) for line in rng.sample(titles, rng.choice([1, 1, 2]))]
        sheet.above += [[]] * rng.choice([0, 1, 1, 2])
        sheet.notes.append(f"title of {len(sheet.above)}")
    if rng.random() < 0.2:
        sheet.left = rng.choice([1, 1, 2])
        sheet.notes.append(f"{sheet.left} columns left blank")
    if total and rng.random() < 0.3:
        sheet.below += [[]] * rng.choice([0, 0, 1])
        sheet.below.append(total)
        sheet.notes.append("total")
    if rng.random() < 0.2:
        footers = {"ja": ["※税抜金額です。", "以上"], "en": ["* all prices exclude VAT", "Confidential - do not share"]}
        sheet.below += [[], [rng.choice(footers[lang])]]
        sheet.notes.append("footer")


def write(sheet: Sheet, folder: Path, rng: Random, lang: str, *, typed: bool) -> Path:
    """The file a person would have: a workbook, or text in some encoding with some separator."""
    return _workbook(sheet, folder, rng, lang) if typed else _text(sheet, folder, rng, lang)


def _text(sheet: Sheet, folder: Path, rng: Random, lang: str) -> Path:
    separator = rng.choice([",", ",", ";", "\t", "|"])
    ending = rng.choice(["\n", "\r\n", "\r\n", "\r"])
    quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=ending, quoting=quoting)
    lines = sheet.lines()
    width = max(map(len, lines))
    ragged = rng.random() < 0.3
    for line in lines:
        texts = ["" if cell is None else str(cell) for cell in line]
        writer.writerow(texts if ragged else [*texts, *[""] * (width - len(texts))])
    text = out.getvalue()
    if rng.random() < 0.3:
        text = text.rstrip("\r\n")
    encoding, data = _encoded(text, rng, lang)
    sheet.notes.append(f"{separator!r} {ending!r} quoting {quoting} {encoding}")
    path = folder / f"data{rng.choice(['.csv', '.csv', '.txt', '.tsv'])}"
    path.write_bytes(data)
    return path


def _encoded(text: str, rng: Random, lang: str) -> tuple[str, bytes]:
    encoding = rng.choice(ENCODINGS[lang])
    try:
        return encoding, text.encode(encoding)
    except UnicodeEncodeError:
        return "utf-8", text.encode("utf-8")


def _workbook(sheet: Sheet, folder: Path, rng: Random, lang: str) -> Path:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    names = {"ja": ("契約", "一覧", "Sheet1"), "en": ("Customers", "Sheet1", "Data")}[lang]
    first.title = rng.choice(names)
    for number, line in enumerate(sheet.lines(), 1):
        for column, cell in enumerate(line, 1):
            if cell not in {None, ""}:
                first.cell(number, column, cell)
                if isinstance(cell, date):
                    first.cell(number, column).number_format = rng.choice(["yyyy/m/d", "yyyy-mm-dd", "d-mmm-yy"])
    top = len(sheet.above) + 1
    for row, left, bottom, right in sheet.merges:
        first.merge_cells(
            start_row=top + row,
            start_column=left + sheet.left + 1,
            end_row=top + bottom,
            end_column=right + sheet.left + 1,
        )
    if rng.random() < 0.25:
        book.create_sheet("メモ" if lang == "ja" else "Notes", rng.choice([0, 1]))["A1"] = "-> please keep"
        sheet.notes.append("a sheet of notes")
    if rng.random() < 0.2:
        hidden = book.create_sheet("old")
        hidden.append(["Customer", "MRR", "Start date"])
        hidden.append(["Left over", 999_999, date(2020, 1, 1)])
        hidden.append(["Left over 2", 999_999, date(2020, 1, 1)])
        hidden.sheet_state = "hidden"
        sheet.notes.append("a hidden sheet")
    path = folder / "data.xlsx"
    book.save(path)
    return path
