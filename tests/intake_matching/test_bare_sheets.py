"""The barest lists of customers: known by what they hold, and what was taken without a word for it is told."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import Choice, FoundTable, MatchedTable, TableKind
from csdesk.models.problems import Reason

Table = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]

_ROWS = [("Acorn Ltd", "500", "2023-04-01", "2025-03-31"), ("Birch", "300", "2022-01-15", "")]
_PLAIN = ["account.name", "contract.mrr", "contract.start", "contract.end"]


@pytest.mark.parametrize(
    "headings",
    [
        "name|monthly|since|till",
        "会社名|月額|開始|終了",
        "Who|$/mo|From|To",
        "Client|MRR|Joined|Left",
        "|MRR|Start|End",
    ],
)
def test_few_words_are_enough(headings: str, table: Table, match: Match) -> None:
    matched = match(table(headings.split("|"), _ROWS))
    assert matched.kind is TableKind.CONTRACTS
    assert [one.field for one in matched.columns] == _PLAIN
    told = {one.seen for one in matched.problems if one.reason is Reason.COLUMN_TAKEN}
    assert told == ({headings.partition("|")[0]} if headings[:3] in {"Who", "|MR"} else set())


@pytest.mark.parametrize("headings", ["Customer|$|Start|End", "名前|金額|いつから|いつまで"])
def test_an_amount_of_no_period_is_asked_about(headings: str, table: Table, match: Match) -> None:
    matched = match(table(headings.split("|"), _ROWS))
    assert [one.field for one in matched.columns] == ["account.name", "contract.amount", *_PLAIN[2:]]
    period = next(one for one in matched.findings if one.choice is Choice.PERIOD)
    assert (period.answer, period.certain) == ("unknown", False)


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ([("株式会社甲", "30,000円", "2024/4/1"), ("乙合同会社", "¥20,000", "2023/10/1")], ["contract.amount"]),
        ([("Acorn Ltd", "$500/mo", "2023-04-01"), ("Birch Co", "$300/mo", "2022-01-15")], ["contract.mrr"]),
        ([("Acorn Ltd", "$500 a year", "2023-04-01"), ("Birch Co", "$30/yr", "2022-01-15")], ["contract.arr"]),
        ([("Acorn Ltd", "€5", "2023-04-01", "2024-03-31"), ("Birch Co", "€3", "2022-01-15", "")], ["contract.amount"]),
    ],
)
def test_without_any_heading_it_is_taken_by_evidence_and_told(
    rows: list[tuple[str, ...]], fields: list[str], table: Table, match: Match
) -> None:
    matched = match(table([""] * len(rows[0]), rows))
    assert [one.field for one in matched.columns] == [
        "account.name",
        *fields,
        "contract.start",
        *(["contract.end"] if len(rows[0]) > 3 else []),
    ]
    told = [one.place.column for one in matched.problems if one.reason is Reason.COLUMN_TAKEN]
    assert told == ["A", "B", "C", "D"][: len(rows[0])]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("||", [("Desk", "500", "2023-04-01"), ("Chair", "300", "2022-01-15")]),
        ("||", [("Desk", "$500", "2023-04-01"), ("Chair", "$300", "2022-01-15")]),
        ("||", [("Acorn Ltd", "$500", "$20"), ("Birch Co", "$300", "$30")]),
        ("name|colour|since", [("Acorn", "red", "2023-04-01"), ("Birch", "blue", "2022-01-15")]),
        ("Task|Monthly|Since", [("Backup", "500", "2023-04-01"), ("Audit", "300", "2022-01-15")]),
        ("|".join(f"Col {at}" for at in range(12)), [("x",) * 12, ("y",) * 12]),
        ("Employee|Salary|Monthly|Since", [("Kim", "500", "4", "2023-04-01"), ("Kim", "300", "5", "2022-01-15")]),
    ],
)
def test_what_may_be_anything_is_not_taken(
    headings: str, rows: list[tuple[str, ...]], table: Table, match: Match
) -> None:
    assert "account.name" not in {one.field for one in match(table(headings.split("|"), rows)).columns}


@pytest.mark.parametrize(
    ("cells", "row"),
    [("$500/mo|$400/mo|$3,600/yr", 4), ("$500 per month|$3,600 per year|$400 per month", 3), ("$5/yr|$3/mo|$4/yr", 3)],
)
def test_a_price_for_another_time_than_the_others_is_refused(cells: str, row: int, table: Table, match: Match) -> None:
    rows = [(f"C{at} Ltd", cell, "2024-01-01") for at, cell in enumerate(cells.split("|"))]
    matched = match(table(["Customer", "Price", "Start"], rows), currency="USD")
    assert [one.place.row for one in matched.problems if one.refuses] == [row]
