"""Found tables from text, from the samples and from lists; and a book that a plan is applied to, kept in memory."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
import python_calamine

from csdesk.intake.matching import match_tables
from csdesk.intake.planning import plan
from csdesk.intake.reading import read_files
from csdesk.intake.shapes import Cell, Column, FoundTable, Known, MatchedTable, Matching, Plan
from csdesk.models.drafts import DraftBlock, Value
from csdesk.models.kinds import Kind, Language

DATA = Path(__file__).parent.parent / "data"


def _letter(position: int) -> str:
    letters, position = "", position + 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def found(
    headings: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    file: str = "sheet.csv",
    sheet: str = "",
    context: str = "",
    first_line: int = 1,
) -> FoundTable:
    columns = tuple(Column(text, f"{_letter(i)}{first_line}", _letter(i)) for i, text in enumerate(headings))
    full = tuple((*row, *[""] * (len(headings) - len(row)))[: len(headings)] for row in rows)
    lines = tuple(range(first_line + 1, first_line + 1 + len(full)))
    return FoundTable(
        file,
        "0" * 64,
        sheet,
        hidden=False,
        range="",
        encoding="utf-8",
        separator=",",
        columns=columns,
        rows=full,
        lines=lines,
        context=context,
    )


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp932")


def _load(path: Path, spec: dict[str, object]) -> FoundTable:
    if path.suffix == ".xlsx":
        return _load_workbook(path, str(spec.get("sheet") or ""))
    above = int(str(spec.get("preamble_lines", 0)))
    lines = _decoded(path).splitlines(keepends=True)
    rows = list(csv.reader(io.StringIO("".join(lines[above:]))))
    count = int(str(spec.get("n_records", len(rows))))
    return found(rows[0], rows[1 : 1 + count], file=path.name, context="".join(lines[:above]), first_line=above + 1)


def _load_workbook(path: Path, sheet: str) -> FoundTable:
    book = python_calamine.CalamineWorkbook.from_path(path)
    name = sheet or book.sheet_names[0]
    rows = book.get_sheet_by_name(name).to_python()
    if path.stem != "logo_matrix":
        return found([str(cell) for cell in rows[0]], rows[1:], file=path.name, sheet=name)
    headings, year = [], ""
    for above, below in zip(rows[2], rows[3], strict=True):
        year = str(above) or year
        headings.append(f"{year} {below}" if below else str(above))
    return found(headings, rows[4:16], file=path.name, sheet=name, context=str(rows[0][0]), first_line=4)


class MemoryBook:
    """Rows by kind, changed by plans as a book changes them."""

    def __init__(self) -> None:
        self._rows: dict[Kind, dict[int, dict[str, Value]]] = {kind: {} for kind in Kind}
        self._next = 1

    def _id(self) -> int:
        self._next += 1
        return self._next

    def apply(self, planned: Plan) -> None:
        ids = {draft.id: self._id() for draft in planned.drafts if draft.id < 0}
        met: set[int] = set()
        for draft in planned.drafts:
            for column, value in draft.values.items():
                if column.endswith("_id") and isinstance(value, int) and value < 0:
                    assert value in met, f"{draft.kind} refers forward to {column}"
            met.add(draft.id)
            values = {
                column: ids[value] if column.endswith("_id") and isinstance(value, int) and value < 0 else value
                for column, value in draft.values.items()
            }
            row = ids.get(draft.id, draft.id)
            self._rows[draft.kind].setdefault(row, {"id": row}).update(values)
            for heading, text in draft.custom.items():
                self._keep(draft.kind, row, heading, text)
        for block in planned.blocks:
            for at in range(len(block)):
                self._apply_row(block, at, ids)

    def _apply_row(self, block: DraftBlock, at: int, ids: Mapping[int, int]) -> None:
        row = self._id()
        held = {column: values[at] for column, values in block.columns.items() if values[at] is not None}
        turned = {
            column: ids[value] if column.endswith("_id") and isinstance(value, int) and value < 0 else value
            for column, value in held.items()
        }
        self._rows[block.kind][row] = {"id": row, **turned}
        for heading, texts in block.custom.items():
            if (text := texts[at]) is not None:
                self._keep(block.kind, row, heading, text)

    def _keep(self, kind: Kind, row: int, heading: str, text: str) -> None:
        fields = self._rows[Kind.CUSTOM_FIELD]
        field = next((i for i, f in fields.items() if (f["kind"], f["name"]) == (kind.value, heading)), None)
        if field is None:
            field = self._id()
            fields[field] = {"id": field, "kind": kind.value, "name": heading}
        values = self._rows[Kind.CUSTOM_VALUE]
        held = next((v for v in values.values() if (v["field_id"], v["row_id"]) == (field, row)), None)
        if held is None:
            number = self._id()
            held = values[number] = {"id": number, "field_id": field, "row_id": row}
        held["value"] = text

    @property
    def known(self) -> Known:
        return {kind: tuple(rows.values()) for kind, rows in self._rows.items()}

    def rows(self, kind: Kind) -> list[dict[str, Value]]:
        return list(self._rows[kind].values())


Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


@pytest.fixture
def table() -> Callable[..., FoundTable]:
    return found


@pytest.fixture
def csv_table() -> Callable[..., FoundTable]:
    """A table from text: headings on the first line."""

    def make(text: str, **more: str) -> FoundTable:
        rows = list(csv.reader(io.StringIO(text.strip())))
        return found(rows[0], rows[1:], **more)  # type: ignore[arg-type]

    return make


@pytest.fixture
def match() -> Match:
    """One table matched, in English and yen unless said otherwise."""

    def make(
        one: FoundTable,
        chosen: Matching | None = None,
        *,
        language: Language = Language.EN,
        currency: str = "JPY",
        fiscal_start: int = 1,
    ) -> MatchedTable:
        matchings = [chosen] if chosen else []
        return match_tables([one], matchings, language=language, currency=currency, fiscal_start=fiscal_start)[0]

    return make


@pytest.fixture
def planned(match: Match) -> Planning:
    """The plan of one table against a book, at the end of October 2026."""

    def make(
        one: FoundTable, book: MemoryBook | None = None, *, as_of: date = date(2026, 10, 31), **more: object
    ) -> Plan:
        currency = str(more.get("currency", "JPY"))
        return plan([match(one, **more)], book.known if book else {}, currency=currency, as_of=as_of)

    return make


@pytest.fixture
def book() -> MemoryBook:
    return MemoryBook()


@pytest.fixture
def sample() -> Callable[[str], FoundTable]:
    """A sample by its path under tests/data: 'exports/stripe/invoices.csv'."""

    def load(name: str) -> FoundTable:
        path = DATA / name
        expected = path.parent / "expected.json"
        if name.startswith("exports") and not expected.exists():
            return read_files([path])[0]
        specs = json.loads(expected.read_text("utf-8")).get("files", []) if name.startswith("exports") else []
        return _load(path, next((spec for spec in specs if spec["file"] == path.name), {}))

    return load


@pytest.fixture
def read(table: Callable[..., FoundTable], match: Match) -> Callable[..., MatchedTable]:
    """A table matched, from lines whose cells are parted by bars."""

    def make(*lines: str, **around: str) -> MatchedTable:
        headings, *rows = [line.split("|") for line in lines]
        return match(table(headings, rows, **around))

    return make
