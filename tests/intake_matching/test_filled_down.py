"""What stands on the first row of a block alone is taken for the rows below it where that is plain, and it is said."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable
from csdesk.models.problems import Reason

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]

_KIM_AND_LEE = ["Kim", "Kim", "Kim", "Lee", "Lee"]


def sheet(headings: str, told: list[str], *, behind: bool = False) -> str:
    """Customers with a column told now and then, before their names or behind."""
    first, *rest = headings.split(",")
    lines = [",".join([*rest, first] if behind else [first, *rest])]
    for at, value in enumerate(told):
        cells = [f"C{at} Ltd", str(100 + at), f"2024-0{at + 1}-01"]
        lines.append(",".join([*cells, value] if behind else [value, *cells]))
    return "\n".join(lines)


def owners(matched: MatchedTable, field: str = "account.owner") -> list[object]:
    return [record.values.get(field) for record in matched.records]


@pytest.mark.parametrize(
    ("headings", "field"),
    [
        ("CSM,Customer,MRR,Start", "account.owner"),
        ("CS担当,会社名,月額,契約開始日", "account.owner"),
        ("Region,Customer,MRR,Start", "account.region"),
        ("セグメント,会社名,月額,契約開始日", "account.segment"),
        ("Sales rep,Customer,MRR,Start", "account.sales_rep"),
    ],
)
def test_an_owner_of_a_block_is_that_of_its_rows(headings: str, field: str, csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(sheet(headings, ["Kim", "", "", "Lee", ""])))
    assert owners(matched, field) == _KIM_AND_LEE
    told = [one for one in matched.problems if one.reason is Reason.FILLED_DOWN]
    assert [(one.field, one.seen, one.refuses) for one in told] == [(field, headings.partition(",")[0], False)]


@pytest.mark.parametrize(
    "told",
    [
        ["", "Kim", "", "Lee", ""],  # whose are the first?
        ["Kim", "", "Kim", "", ""],  # told again: what is empty has none
        ["Kim", "Lee", "", "Max", ""],  # told in most rows
        ["Kim", "", "", "", ""],  # one block is none
        ["Kim", "Kim", "Lee", "Lee", ""],
    ],
)
def test_what_may_have_none_stays_empty(told: list[str], csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(sheet("CSM,Customer,MRR,Start", told)))
    assert owners(matched) == [one or None for one in told]
    assert Reason.FILLED_DOWN not in {one.reason for one in matched.problems}


def test_behind_the_name_it_is_a_fact_of_each_row(csv_table: Csv, match: Match) -> None:
    told = ["Kim", "", "", "Lee", ""]
    assert owners(match(csv_table(sheet("CSM,Customer,MRR,Start", told, behind=True)))) == [one or None for one in told]


@pytest.mark.parametrize("mark", ["x", "X"])
def test_the_letter_x_alone_ticks(mark: str, csv_table: Csv, match: Match) -> None:
    text = f"Customer,MRR,Start,End,Churned?\nA,5,2024-01-01,,\nB,3,2024-02-01,2026-06-30,{mark}"
    assert owners(match(csv_table(text)), "contract.churned") == [None, True]
    # Beside other words it may as well cross out, and is asked about.
    other = match(csv_table(text.replace(",,\n", ",,yes\n")))
    assert owners(other, "contract.churned") == [True, None]
    assert [one.reason for one in other.problems if one.place.row == 3] == [Reason.NOT_YES_OR_NO]


def test_a_person_beside_a_paying_company(csv_table: Csv, match: Match) -> None:
    rows = "Jo Sample,Acorn,jo@a.example,480,2023-05-01,CEO\nAl Sample,Birch,al@b.example,90,2024-02-15,COO"
    matched = match(csv_table(f"Name,Company,Email,MRR,Start,Role\n{rows}"))
    assert [one.field for one in matched.columns][:5] == [
        "contact.name", "account.name", "contact.email", "contract.mrr", "contract.start"
    ]  # fmt: skip
