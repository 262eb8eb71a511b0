"""Whatever a file holds, matching and planning give an answer; and big files take time in step with their size."""

import time
from collections.abc import Callable
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.intake.fields import FIELDS, SKIP
from csdesk.intake.matching import match_tables
from csdesk.intake.planning import plan
from csdesk.intake.shapes import FoundTable, Matching, TableKind, Verdict
from csdesk.models.kinds import Language
from tests.thorough import examples

from .conftest import MemoryBook, found

HEADINGS = st.one_of(
    st.sampled_from([word for field in FIELDS.values() for word in (*field.says, *field.bare)]),
    st.sampled_from(
        ["2025年1月", "Feb-25", "2025-03", "4月", "5月", "6月", "合計", "", "MRR ($k)", "レコードの開始行"]
    ),
    st.text(max_size=8),
)
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes(),
    st.text(max_size=10),
    st.sampled_from(
        [
            "A社",
            "Acme Inc",
            "100",
            "¥1,000",
            "2024-04-01",
            "4/1/2024",
            "8/7",
            "○",
            "×",
            "x",
            "-",
            "解約",
            "active",
            "失注",
            "月",
            "yes",
            "9",
            "a@b.example",
            "#REF!",
            "*",
            "令和6年4月",
            "2024-02-30",
            "1.234",
            "1.234,5",
            "12%",
            "usd",
            "C-1",
            "平成32年4月1日",
            "9999-12-31",
            "1年",
        ]
    ),
)


@st.composite
def grids(draw: st.DrawFn) -> FoundTable:
    headings = draw(st.lists(HEADINGS, min_size=1, max_size=9))
    rows = draw(st.lists(st.lists(CELLS, min_size=len(headings), max_size=len(headings)), max_size=8))
    return found(
        headings,
        rows,
        context=draw(st.sampled_from(["", "2025年度", "単位：千円", "Monthly logins", "20260101 20260131"])),
    )


@settings(max_examples=examples(300))
@given(grids(), st.sampled_from(Language), st.sampled_from(["JPY", "USD", "EUR"]))
def test_any_grid_is_matched_and_planned(grid: FoundTable, language: Language, currency: str) -> None:
    (matched,) = match_tables([grid], language=language, currency=currency)
    fields = [column.field for column in matched.columns if column.field]
    assert len(fields) == len(set(fields))
    assert len(matched.columns) == len(grid.columns)
    book = MemoryBook()
    first = plan([matched], book.known, currency=currency, as_of=date(2026, 10, 31))
    book.apply(first)
    again = plan([matched], book.known, currency=currency, as_of=date(2026, 10, 31))
    assert not [draft for draft in again.drafts if draft.id < 0]
    refused = {row.line for row in first.tables[0].rows if row.verdict is Verdict.REFUSED}
    assert refused >= {p.place.row for p in matched.problems if p.refuses} & {row.line for row in first.tables[0].rows}


@settings(max_examples=examples(150))
@given(grids(), st.sampled_from(TableKind), st.data())
def test_any_choice_of_a_person_is_followed(grid: FoundTable, kind: TableKind, data: st.DataObject) -> None:
    headings = [column.heading for column in grid.columns]
    fields = data.draw(
        st.dictionaries(
            st.sampled_from(headings), st.sampled_from([*FIELDS, "", SKIP, "matrix@2025-01", "usage.reports"])
        )
    )
    (matched,) = match_tables([grid], [Matching(kind, fields)], language=Language.JA, currency="JPY")
    # Other people's lists of deals are lists of the contracts that they become.
    assert matched.kind is (TableKind.CONTRACTS if kind is TableKind.DEALS else kind)
    chosen = {field for field in fields.values() if field not in {"", SKIP}}
    assert chosen <= {column.field for column in matched.columns}
    plan([matched], {}, currency="JPY", as_of=date(2026, 10, 31))


def test_a_large_file_takes_its_time_in_step(sample: Callable[[str], FoundTable]) -> None:
    """Four times as many lines take about four times as long."""
    once = sample("metrics/synthetic_1k/input/contracts_renewals.csv")
    rows = [(f"{n}-{row[0]}", f"{n}-{row[1]}", f"{n} {row[2]}", *row[3:]) for n in range(4) for row in once.rows]
    four = found([column.heading for column in once.columns], rows)
    spent = []
    for one in (once, four):
        start = time.process_time()
        matched = match_tables([one], language=Language.EN, currency="JPY")
        planned = plan(matched, {}, currency="JPY", as_of=date(2026, 10, 31))
        spent.append(time.process_time() - start)
        assert planned.tables[0].count(Verdict.NEW) == len(one.rows)
    assert spent[1] < 9 * spent[0]
