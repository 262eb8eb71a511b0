"""Random small books, out and in again."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from csdesk.book.columns import layout as stored_layout
from csdesk.book.dump import dump
from csdesk.intake.own.columns import Holds, OwnColumn, OwnTable
from csdesk.intake.own.layouts import OWN_TABLES
from csdesk.intake.shapes import Verdict
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.tables import metadata
from csdesk.reports.text import plain
from csdesk.usecases import books
from tests.thorough import examples

from .round_trips import content, counts, exported, imported, new_book, planned

LISTED = ["=1", "'-x", "007", "-", "なし", "合計", "x [y]", "cs-0", "株式会社見本", " a ", "a\n"]
TEXTS = (st.text(max_size=8).map(plain) | st.sampled_from(LISTED)).filter(str.strip)
"""Text of spaces alone is no text in a spreadsheet."""
SKIPPED = {Kind.SETTING, Kind.MATCHING}
"""Kinds whose text means something, so that any text will not do."""

VALUES: dict[Holds, st.SearchStrategy[Any]] = {
    Holds.TEXT: TEXTS,
    Holds.WHOLE: st.integers(1, 120),
    Holds.DECIMAL: st.floats(-1e6, 1e6).map(lambda value: float(f"{value:.15g}")),
    Holds.SHARE: st.floats(0, 1).map(lambda value: float(f"{value:.15g}")),
    Holds.RATE: st.floats(1e-6, 1e6).map(lambda value: float(f"{value:.15g}")),
    Holds.COUNTED: st.integers(0, 10**9),
    Holds.MONEY: st.integers(-(10**13), 10**13),
    Holds.FLAG: st.booleans(),
    Holds.DAY: st.dates(date(1900, 1, 1), date(2999, 12, 31)),
    Holds.MOMENT: st.datetimes(datetime(1900, 1, 1), datetime(2999, 12, 31)).map(  # noqa: DTZ001 - given its zone below
        lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
    ),
    Holds.MONTH: st.dates(date(2000, 1, 1), date(2030, 1, 1)).map(lambda day: f"{day:%Y-%m}"),
}


def value_of(column: OwnColumn, made: dict[Kind, list[int]]) -> st.SearchStrategy[Any]:
    """What a column may hold; references to rows made so far."""
    if column.of is not None:
        return st.sampled_from(made[column.of]) if made.get(column.of) else st.none()
    if column.words is not None:
        return st.sampled_from(sorted(column.words))
    if column.column in {"definition", "factors", "figures"} and column.holds is Holds.TEXT:  # JSON
        return TEXTS.map(json.dumps)
    if column.column == "currency":
        return st.sampled_from(["JPY", "USD", "BHD"])
    return VALUES[column.holds]


@st.composite
def rows_of(draw: st.DrawFn, table: OwnTable, made: dict[Kind, list[int]]) -> list[dict[str, Any]]:
    """A few rows of a kind, many of them alike."""
    required = {c.name for c in metadata.tables[table.kind].columns if not c.nullable and c.default is None}
    rows: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 3))):
        row = dict(draw(st.sampled_from(rows))) if rows and draw(st.booleans()) and not table.once else {}
        for name, column in table.by_column.items():
            if name not in row and (name in required or draw(st.booleans())):
                row[name] = draw(value_of(column, made))
        if None not in (row.get("ended_on"), row.get("starts_on")):
            row["ended_on"] = max(row["ended_on"], row["starts_on"])
        if all(row.get(name) is not None for name in required - {"id"}):
            rows.append(row)
    if table.once:
        unique = table.identities[0]
        rows = list({tuple(row.get(name) for name in unique): row for row in rows}.values())
    return rows


@settings(max_examples=examples(30), phases=[Phase.generate])
@given(data=st.data(), language=st.sampled_from(Language), ending=st.sampled_from([".xlsx", ".csv"]))
def test_any_book_comes_back(data: st.DataObject, language: Language, ending: str) -> None:
    def clock() -> datetime:
        return datetime(2026, 3, 18, tzinfo=UTC)

    with TemporaryDirectory() as name:
        folder = Path(name)
        with (
            new_book(folder / "one.csdesk", clock, "EUR") as book,
            new_book(folder / "two.csdesk", clock, "KRW") as other,
        ):
            made: dict[Kind, list[int]] = {}
            for table in OWN_TABLES:
                if table.kind not in SKIPPED:
                    with book.step(StepName.ADD_ACCOUNT) as step:
                        made[table.kind] = step.insert_many(table.kind, data.draw(rows_of(table, made)))
            owned = [(kind, row) for kind in (Kind.ACCOUNT, Kind.TOUCH) for row in made[kind]]
            with book.step(StepName.EDIT_ACCOUNTS) as step:
                for kind, row in owned:
                    field = step.insert(Kind.CUSTOM_FIELD, {"kind": kind, "name": f"{data.draw(TEXTS)} {row}"})
                    step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": row, "value": data.draw(TEXTS)})
            files = exported(book, folder / f"out{ending}", language)
            assert Verdict.REFUSED not in counts(imported(other, files))
            assert content(other) == content(book)
            before = dump(other)
            assert set(counts(planned(other, files))) == {Verdict.SAME}
            imported(other, files)
            assert dump(other) == before
            assert books.check_book(other) == ()


def test_every_column_has_values_to_try() -> None:
    for table in OWN_TABLES:
        assert table.by_column.keys() <= set(stored_layout(table.kind).names)
        for column in table.by_column.values():
            assert column.of is not None or column.words is not None or column.holds in VALUES
