"""Importing the same file again changes nothing, whatever the file."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from csdesk.intake.shapes import FoundTable, Plan, Verdict
from csdesk.models.problems import Reason
from tests.thorough import each

from .conftest import MemoryBook

DATA = Path(__file__).parent.parent / "data"
SPECS = {
    f"exports/{told.parent.name}/{name}": spec
    for told in DATA.glob("exports/*/fields.json")
    for name, spec in json.loads(told.read_text("utf-8")).items()
}
OF_KNOWN_PEOPLE = "exports/calendly/events.csv"
"""Bookings name people by their addresses alone: into an empty book none can be taken."""
WITHOUT_YEARS = {"定例会ログ"}
"""Logs none of whose days has a year: there is nothing to add until a person says which."""
NAMES = sorted(
    str(path.relative_to(DATA))
    for pattern in ("exports/*/*.csv", "exports/*/*.xlsx", "metrics/*/input/*.csv", "metrics/*/input/*.xlsx")
    for path in DATA.glob(pattern)
    if path.stem not in {"contracts_renewals", "a_attrition_customers", *WITHOUT_YEARS}
    and str(path.relative_to(DATA)) != OF_KNOWN_PEOPLE
    and SPECS.get(str(path.relative_to(DATA)), {}).get("kind") != "unknown"
)
OF_ONE_BOOK = [name for name in NAMES if name not in SPECS]
"""Files of customers who have one id each; other tools give the same companies ids of their own."""


@pytest.mark.parametrize("name", each(NAMES, 3))
def test_the_same_file_again_is_all_same(
    name: str, sample: Callable[[str], FoundTable], planned: Callable[..., Plan], book: MemoryBook
) -> None:
    one = sample(name)
    first = planned(one, book)
    assert first.drafts
    book.apply(first)
    again = planned(one, book, as_of=date(2026, 10, 31))
    assert again.drafts == ()
    for before, after in zip(first.tables[0].rows, again.tables[0].rows, strict=True):
        stays = {Verdict.REFUSED, Verdict.CONFLICT}
        assert after.verdict is (before.verdict if before.verdict in stays else Verdict.SAME)


@pytest.mark.parametrize("names", [OF_ONE_BOOK, OF_ONE_BOOK[::-1]], ids=["forwards", "backwards"])
def test_files_of_many_tools_find_each_others_rows(
    names: list[str], sample: Callable[[str], FoundTable], planned: Callable[..., Plan], book: MemoryBook
) -> None:
    """Tools may contradict each other on a fact, and each import then changes it; but a second round adds no row."""
    for name in names:
        book.apply(planned(sample(name), book))
    added = {name: [d.kind for d in planned(sample(name), book).drafts if d.id < 0] for name in names}
    assert not any(added.values()), added


@pytest.mark.parametrize(
    "text",
    [
        "会社名,業種,担当,地域\nA社,IT,見本,東\nA社,小売,見本,西\nA社,製造,架空,北",
        "会社名,業種,担当,好きな色\nA社,IT,見本,赤\nA社,IT,見本,青",
        "契約ID,顧客名,業種,月額,開始日\n1,A社,IT,1,2024-01-01\n2,A社,小売,1,2024-01-01",
        "Contact ID,Full name,Email,Job title,Company\nc1,Bo,bo@a.example,CEO,A\nc1,Bo,be@a.example,CFO,A",
        "ticket id,subject,status,priority,created,company\n1,x,open,high,2026-01-01,A\n1,x,closed,low,2026-01-01,A",
    ],
    ids=["account", "own column", "account of contracts", "contact", "ticket"],
)
def test_rows_that_contradict_each_other_do_not_take_turns(
    text: str, csv_table: Callable[..., FoundTable], planned: Callable[..., Plan], book: MemoryBook
) -> None:
    one = csv_table(text)
    first = planned(one, book)
    book.apply(first)
    again = planned(one, book)
    assert again.drafts == ()
    assert any(problem.reason is Reason.CONFLICT for problem in again.tables[0].problems) or any(
        row.verdict is Verdict.CONFLICT for row in again.tables[0].rows
    )


def test_a_row_in_conflict_writes_nothing(
    csv_table: Callable[..., FoundTable], planned: Callable[..., Plan], book: MemoryBook
) -> None:
    book.apply(planned(csv_table("会社名,業種,担当\nA社,IT,見本"), book))
    plan = planned(csv_table("会社名,業種,担当,地域\nA社,IT,見本,\nA社,小売,見本,西\nA社,,,東"), book)
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.SAME, Verdict.CONFLICT, Verdict.CHANGED]
    assert [dict(draft.values) for draft in plan.drafts] == [{"region": "東"}]


def test_a_start_behind_the_end_that_the_book_has_is_refused(
    csv_table: Callable[[str], FoundTable], planned: Callable[..., Plan], book: MemoryBook
) -> None:
    head, lines = "Account,Subscription ID,MRR,Start", ("A Ltd,s-1,100,2024-01-01", "B Ltd,s-2,1,2024-01-01")
    book.apply(planned(csv_table(f"{head},Ended on\n{lines[0]},2024-05-20\n{lines[1]},"), book))
    again = planned(csv_table(f"{head}\nA Ltd,s-1,100,2024-11-19\nB Ltd,s-2,1,2024-02-01"), book)
    assert [row.verdict for row in again.tables[0].rows] == [Verdict.REFUSED, Verdict.CHANGED]
    assert [one.reason for one in again.tables[0].problems if one.refuses] == [Reason.ENDS_BEFORE_START]
    called_off = planned(csv_table(f"{head}\nA Ltd,s-1,100,2024-05-21\n{lines[1]}"), book)
    assert [row.verdict for row in called_off.tables[0].rows] == [Verdict.CHANGED, Verdict.SAME]
