"""What stands on the first row of a block alone is taken for the rows below it where that is plain, and it is said."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, TableKind
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


def costs(months: list[str], *, amounts: tuple[str, ...] = ("900", "50"), of: str = "ads,trade fair") -> str:
    """Costs of two channels by turns, their month now and then."""
    channels = of.split(",")
    lines = [f"{month},{channels[at % 2]},{amounts[at % 2]},{at}" for at, month in enumerate(months)]
    return "\n".join(["Month,Channel,Cost,Leads", *lines])


def test_a_month_of_several_channels_is_that_of_each(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(costs(["2026/4", "", "2026/5", ""])))
    assert matched.kind is TableKind.COSTS
    assert owners(matched, "cost.month") == ["2026-04"] * 2 + ["2026-05"] * 2
    assert [(one.reason, one.field, one.seen, str(one.place)) for one in matched.problems] == [
        (Reason.FILLED_DOWN, "cost.month", "Month", "A1")
    ]


@pytest.mark.parametrize(
    "text",
    [
        costs(["2026/4", "2026/5", "2026/6", "", "2026/8"]),  # one is missing
        costs(["", "2026/4", "", "2026/5", ""]),  # whose are the first?
        costs(["2026/4", "", "2026/4", ""]),  # told again
        costs(["2026/4", "", "", ""]),  # one block is none
        costs(["2026/4", "", "2026/5", ""], of="ads,"),  # of what is the second row?
    ],
)
def test_a_month_that_may_be_missing_is_asked_for(text: str, csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(text))
    missing = [one for one in matched.problems if one.refuses]
    assert missing
    assert {(one.field, one.reason) for one in missing} == {("cost.month", Reason.MISSING)}


def test_a_customer_of_several_contracts_is_that_of_each(csv_table: Csv, match: Match) -> None:
    lines = (
        "Customer ID,Customer,Product,MRR,Start\n7,A,Core,9,2024-01-01\n,,Extra,5,2024-02-01\n8,B,Core,9,2024-03-01\n"
    )
    matched = match(csv_table(f"{lines},,Extra,5,2024-05-01"))
    assert owners(matched, "account.name") == ["A", "A", "B", "B"]
    assert not [one for one in matched.problems if one.refuses]


def test_a_day_of_several_touches_is_that_of_each(csv_table: Csv, match: Match) -> None:
    rows = "5/1/2026,A,call,hello\n,B,call,yes\n5/14/2026,A,visit,again\n,B,call,bye"
    matched = match(csv_table(f"Date,Customer,Type,Notes\n{rows}"))
    assert owners(matched, "touch.date") == [date(2026, 5, 1)] * 2 + [date(2026, 5, 14)] * 2


def test_a_person_may_be_of_no_company(csv_table: Csv, match: Match) -> None:
    rows = "A,Jo,jo@a.example,CEO\n,Al,al@else.example,COO\nB,Bo,bo@b.example,CEO\n,Cy,cy@else.example,CTO"
    matched = match(csv_table(f"Company,Name,Email,Role\n{rows}"))
    assert owners(matched, "account.name") == ["A", None, "B", None]


def test_below_a_month_that_cannot_be_read_none_is_known(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(costs(["2026/4", "", "2026/13", "", "2026/6", ""])))
    assert owners(matched, "cost.month") == ["2026-04", "2026-04", None, None, "2026-06", "2026-06"]
    assert [one.place.row for one in matched.problems if one.refuses] == [4, 5]
