"""What became of a sheet with time across or down: right, told to the person, or wrong without a word."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from openpyxl import Workbook

from csdesk.intake.matching import by_months, match_tables
from csdesk.intake.planning import plan as planned
from csdesk.intake.reading import read_files
from csdesk.intake.shapes import FileRefused, Plan, TableKind
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language
from csdesk.models.money import Currency
from csdesk.models.problems import Reason
from tests.intake_grids.sheets import Sheet
from tests.intake_matching.conftest import MemoryBook

AS_OF = date(2026, 1, 15)
_QUIET = {Reason.TOTAL_ROW, Reason.NOTE_ROW, Reason.HIDDEN, Reason.LIKELY_SAME, Reason.DUPLICATE, Reason.YEAR_TAKEN}
"""Remarks that would not make a person look for what is missing."""


class Verdict(StrEnum):
    RIGHT = "right"
    TOLD = "told"
    SILENT = "silently wrong"


@dataclass(frozen=True, slots=True)
class Outcome:
    verdict: Verdict
    why: str = ""
    told: frozenset[Reason] = frozenset()


def as_csv(sheet: Sheet, folder: Path) -> Path:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(sheet.cells())
    path = folder / f"{sheet.file}.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def as_workbook(sheet: Sheet, folder: Path) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, text in {sheet.sheet: sheet.text, **sheet.more}.items():
        page = book.create_sheet(name)
        for line in sheet.cells(text):
            page.append([_typed(cell) for cell in line])
    path = folder / f"{sheet.file}.xlsx"
    book.save(path)
    return path


def _typed(cell: str) -> str | int | float | None:
    if not cell:
        return None
    try:
        return int(cell) if cell.lstrip("-").isdecimal() else float(cell)
    except ValueError:
        return cell


def judged(sheet: Sheet, path: Path) -> Outcome:
    """The file into an empty book, held against what is right; once more it must change nothing."""
    book = MemoryBook()
    try:
        found = by_months(read_files([path]))
    except FileRefused as refused:
        return Outcome(Verdict.TOLD if sheet.wanted else Verdict.RIGHT, f"refused: {refused.args[0]}")
    language = Language(sheet.lang)
    matched = match_tables(found, language=language, currency=sheet.currency, fiscal_start=sheet.fiscal)
    plan = planned(matched, book.known, currency=sheet.currency, as_of=AS_OF)
    book.apply(plan)
    if again := planned(matched, book.known, currency=sheet.currency, as_of=AS_OF).drafts:
        return Outcome(Verdict.SILENT, f"again: {again[:3]}")
    return _outcome(sheet, plan, said_by(book))


def _outcome(sheet: Sheet, plan: Plan, said: list[str]) -> Outcome:
    wanted = sheet.wanted
    if sheet.figures:
        said = [line for line in said if not line.startswith(("figure ", "cost "))]
    told = frozenset(_told(plan))
    extra, missing = sorted(set(said) - set(wanted)), sorted(set(wanted) - set(said))
    why = f"{_columns(plan)} | {sorted(told)} | extra {extra[:6]} | missing {missing[:6]}"
    known = {line.split(" 20")[0].removeprefix("account ") for line in wanted}
    extra = [line for line in extra if line.removeprefix("account ") not in known]
    open_ = any(not finding.certain for table in plan.tables for finding in table.matched.findings)
    says = bool(told) or open_ or all(table.matched.kind is TableKind.UNKNOWN for table in plan.tables)
    if said == wanted and (wanted or says or sheet.figures) and (sheet.told is None or sheet.told in told):
        return Outcome(Verdict.RIGHT, why, told)
    return Outcome(Verdict.TOLD if says and not extra else Verdict.SILENT, why, told)


def _told(plan: Plan) -> Iterator[Reason]:
    for table in plan.tables:
        yield from (one.reason for one in table.problems if one.refuses or one.reason not in _QUIET)


def _columns(plan: Plan) -> str:
    return "; ".join(
        f"{table.matched.kind}[" + ", ".join(f"{m.column.heading}={m.field}" for m in table.matched.columns) + "]"
        for table in plan.tables
    )


def said_by(book: MemoryBook) -> list[str]:
    """What a book holds, in the words of a sheet."""
    names = {row["id"]: row["name"] for row in book.rows(Kind.ACCOUNT)}
    products = {row["id"]: row["name"] for row in book.rows(Kind.PRODUCT)}
    measures = {row["id"]: row["code"] for row in book.rows(Kind.MEASURE)}
    said, told = [], set()
    for row in book.rows(Kind.CONTRACT):
        told.add(row["account_id"])
        product = f"/{products[row['product_id']]}" if row.get("product_id") else ""
        said.append(f"{names[row['account_id']]}{product} {_span(row)}{_monthly(row)}")
    for row in book.rows(Kind.USE):
        told.add(row["account_id"])
        day = str(row["on_date"])[: 7 if row["grain"] == "month" else None]
        said.append(f"{names[row['account_id']]} {measures[row['measure_id']]} {day} {row['amount']:g}")
    said += map(_figure, book.rows(Kind.PERIOD_FIGURE))
    said += [f"cost {row.get('item')} {row.get('month')} {row.get('amount')}" for row in book.rows(Kind.COST)]
    said += [f"account {name}" for number, name in names.items() if number not in told]
    return sorted([*said, *(f"{kind} {len(book.rows(kind))}" for kind in _OTHERS if book.rows(kind))])


def _figure(row: dict[str, Value]) -> str:
    first, last = str(row["starts_on"])[:7], str(row["ends_on"])[:7]
    until = "" if first == last else f"..{last}"
    return f"figure {row['name']} {first}{until} {row['value']:g}{' target' if row['kind'] == 'target' else ''}"


_OTHERS = (Kind.TOUCH, Kind.INVOICE, Kind.ANSWER, Kind.CONTACT, Kind.TICKET, Kind.GOAL, Kind.MILESTONE)


def _span(row: dict[str, Value]) -> str:
    start, end = row["starts_on"], row.get("ended_on")
    assert isinstance(start, date)
    first = f"{start:%Y-%m}" if start.day == 1 else str(start)
    if not isinstance(end, date):
        return f"{first}.."
    return f"{first}..{end:%Y-%m}" if (end + timedelta(days=1)).day == 1 else f"{first}..{end}"


def _monthly(row: dict[str, Value]) -> str:
    amount, months = row.get("amount"), row.get("interval_months")
    if amount is None:
        return ""
    code = str(row.get("currency") or "JPY")
    value = Fraction(int(str(amount)), int(str(months)) * 10 ** Currency(code).digits)
    return f" {value}" + (f" {code}" if code != "JPY" else "")
