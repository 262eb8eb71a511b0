"""Everyday sheets with headings of all kinds: the kind found, every column right, none taken for something else."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from csdesk.intake.fields import base_of
from csdesk.intake.shapes import FoundTable, MatchedTable
from csdesk.models.kinds import Language
from tests.intake_matching.everyday_sheets import OF_FIELD, SHEETS, VALUES


@dataclass(frozen=True)
class Sheet:
    """One sheet: the kinds it may be, and by heading the fields it may be and its values."""

    kinds: tuple[str, ...]
    columns: dict[str, tuple[tuple[str, ...], list[str]]]

    @property
    def is_japanese(self) -> bool:
        return not all(ord(letter) < 0x3000 or ord(letter) > 0xFFFF for heading in self.columns for letter in heading)


def _sheet(line: str) -> Sheet:
    kinds, *cells = (part.strip() for part in line.replace("\\u3000", "\u3000").split(" | "))
    told = [cell.partition(" = ") for cell in cells]
    japanese = any("\u3000" <= letter <= "\uffee" for heading, _, _ in told for letter in heading)
    columns = {}
    for heading, _, rest in told:
        fields, _, named = rest.partition("@")
        first, *_ = allowed = tuple(fields.split("/"))
        pool = named or OF_FIELD.get(first, "small")
        columns[heading] = (tuple("" if one == "-" else one for one in allowed), _values(pool, japanese=japanese))
    return Sheet(tuple(kinds.split(",")), columns)


def _values(pool: str, *, japanese: bool) -> list[str]:
    return VALUES.get(f"{pool} ja", VALUES[pool]) if japanese else VALUES[pool]


CASES = {line: _sheet(line) for line in SHEETS.strip().splitlines() if not line.startswith("#")}


@pytest.mark.parametrize("line", CASES)
def test_an_everyday_sheet(line: str, table: Callable[..., FoundTable], match: Callable[..., MatchedTable]) -> None:
    sheet = CASES[line]
    rows = list(zip(*(values for _, values in sheet.columns.values()), strict=True))
    language = Language.JA if sheet.is_japanese else Language.EN
    matched = match(table(list(sheet.columns), rows), language=language)
    seen = {match.column.heading: base_of(match.field) for match in matched.columns}
    assert matched.kind.value in sheet.kinds
    assert {
        heading: seen[heading] for heading, (fields, _) in sheet.columns.items() if seen[heading] not in fields
    } == {}
