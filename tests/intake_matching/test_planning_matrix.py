"""A logo x month matrix as contract lines, and the same sheet a month later."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.planning.ledger import Ledger
from csdesk.intake.planning.matrix import ERASES
from csdesk.intake.shapes import Choice, FoundTable, Plan, Verdict
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.months import Month
from csdesk.models.problems import Reason

from .conftest import MemoryBook

Csv = Callable[..., FoundTable]
Planned = Callable[..., Plan]
MARKS = "会社名,担当,2025年9月,2025年10月,2025年11月,2025年12月\n"


def lines(plan: Plan) -> list[dict[str, Value]]:
    return [dict(draft.values) for draft in plan.drafts if draft.kind is Kind.CONTRACT]


def span(line: dict[str, Value]) -> tuple[Value, ...]:
    return tuple(line.get(column) for column in ("starts_on", "ended_on", "start_known", "known_until"))


def verdicts(plan: Plan) -> list[Verdict]:
    return [row.verdict for row in plan.tables[0].rows]


def test_the_preview_shows_what_the_months_of_a_row_make(csv_table: Csv, planned: Planned) -> None:
    marks = planned(csv_table(MARKS + "A,x,×,○,×,○\nB,x,○,○,○,○"))
    assert [row.changes[1:] for row in marks.tables[0].rows] == [
        (
            ("contract.start", None, date(2025, 10, 1)), ("contract.end", None, date(2025, 10, 31)),
            ("contract.start", None, date(2025, 12, 1)),
        ),
        (("contract.start", None, date(2025, 9, 1)), ("contract.start_known", None, False)),
    ]  # fmt: skip
    (row,) = planned(csv_table("会社名,2025年9月,2025年10月,2025年11月\nA,0,1000,1200")).tables[0].rows
    assert row.changes == (
        ("account.name", None, "A"),
        ("contract.start", None, date(2025, 10, 1)), ("contract.end", None, date(2025, 10, 31)),
        ("contract.mrr", None, 1000),
        ("contract.start", None, date(2025, 11, 1)), ("contract.mrr", None, 1200),
    )  # fmt: skip


def test_runs_of_marks_become_lines(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table(MARKS + "A,x,○,○,○,○\nB,x,×,○,○,×\nC,x,○,-,○,○\nD,x,,,,"))
    last = date(2025, 12, 31)
    assert [span(line) for line in lines(plan)] == [
        (date(2025, 9, 1), None, False, last),
        (date(2025, 10, 1), date(2025, 11, 30), True, last),
        (date(2025, 9, 1), date(2025, 9, 30), False, None),
        (date(2025, 11, 1), None, True, last),
    ], "a logo's last run knows how far the sheet goes, ended or not"
    assert all("amount" not in line for line in lines(plan))
    assert (
        verdicts(plan) == [Verdict.NEW, Verdict.NEW, Verdict.NEW, Verdict.SAME] or verdicts(plan) == [Verdict.NEW] * 4
    )
    assert len([d for d in plan.drafts if d.kind is Kind.ACCOUNT]) == 4


def test_the_sample_matrix(sample: Callable[[str], FoundTable], planned: Planned) -> None:
    plan = planned(sample("exports/logo_matrix_jp/logo_matrix.xlsx"))
    assert len(lines(plan)) == 12
    assert verdicts(plan) == [Verdict.NEW] * 12
    assert sum(line.get("ended_on") is None for line in lines(plan)) == 10


def test_amounts_split_lines_where_they_change(csv_table: Csv, planned: Planned) -> None:
    plan = planned(
        csv_table(
            '会社名,2025年1月,2025年2月,2025年3月,2025年4月\nA,"30,000","30,000","50,000","50,000"\nB,0,"10,000",,"10,000"'
        )
    )
    assert [(line["amount"], *span(line)[:2]) for line in lines(plan)] == [
        (30_000, date(2025, 1, 1), date(2025, 2, 28)),
        (50_000, date(2025, 3, 1), None),
        (10_000, date(2025, 2, 1), date(2025, 2, 28)),
        (10_000, date(2025, 4, 1), None),
    ]


@pytest.mark.parametrize(
    ("amounts", "expected", "cells"),
    [
        ("100,-30,100,100", [(100, 1, None)], ["D2"]),
        ("100,100,-30,150", [(100, 1, 3), (150, 4, None)], ["E2"]),
        ("100,-30,-30,0", [(100, 1, 3)], ["D2", "E2"]),
        ("100,0,-30,120", [(100, 1, 1), (120, 4, None)], ["E2"]),
        ("100,100,100,-30", [(100, 1, None)], ["F2"]),
        ("-30,100,100,", [(100, 1, 3)], ["C2"]),
        ("△30,▲30,100,100", [(100, 1, None)], ["C2", "D2"]),
        (",-30,100,100", [(100, 3, None)], ["D2"]),
    ],
)
def test_a_negative_amount_leaves_the_customers_other_months_and_nobody_returns_for_it(
    csv_table: Csv, planned: Planned, amounts: str, expected: list[tuple[int, int, int | None]], cells: list[str]
) -> None:
    plan = planned(csv_table(f"Customer,Owner,2025-01,2025-02,2025-03,2025-04\nA,x,{amounts}\nB,y,5,5,5,5"))
    *mine, _other = lines(plan)
    firsts = [
        (amount, date(2025, start, 1), end and Month.of(date(2025, end, 1)).last_day) for amount, start, end in expected
    ]
    assert [(line["amount"], *span(line)[:2]) for line in mine] == firsts
    assert mine[0]["start_known"] is (expected[0][1] != 1)
    assert verdicts(plan) == [Verdict.NEW, Verdict.NEW]
    said = [one for one in plan.tables[0].problems if one.reason is Reason.NEGATIVE_MONTH]
    assert [f"{one.place.column}{one.place.row}" for one in said] == cells
    assert [one.seen for one in said] == re.findall(r"[-△▲]\d+", amounts)
    assert not any(one.refuses for one in said)


def test_a_customer_with_negative_amounts_alone_is_refused(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("Customer,2025-01 MRR,2025-02 MRR,2025-03 MRR\nA,-5,0,-5\nB,50,50,50"))
    assert verdicts(plan) == [Verdict.REFUSED, Verdict.NEW]
    assert {(one.reason, one.place.column) for one in plan.tables[0].problems} == {
        (Reason.NEGATIVE, "B"),
        (Reason.NEGATIVE, "D"),
    }


@pytest.mark.parametrize(
    ("rows", "ended", "until"),
    [
        ("A,x,○,○,,\nB,x,○,○,,", None, date(2025, 10, 31)),
        ("A,x,100,100,,\nB,x,200,200,,", None, date(2025, 10, 31)),
        ("A,x,100,100,,0\nB,x,200,200,,", date(2025, 10, 31), date(2025, 12, 31)),
        ("A,x,○,○,,×\nB,x,○,○,,×", date(2025, 10, 31), date(2025, 12, 31)),
    ],
)
def test_months_made_ready_end_nothing(
    csv_table: Csv, planned: Planned, rows: str, ended: date | None, until: date
) -> None:
    found = lines(planned(csv_table(MARKS + rows)))
    assert [span(line) for line in found] == [(date(2025, 9, 1), ended, False, until)] * 2


def test_amounts_in_thousands_and_another_currency(csv_table: Csv, planned: Planned) -> None:
    thousands = planned(csv_table("会社名,2025年1月,2025年2月,2025年3月\nA,30,30,30", context="単位：千円"))
    assert lines(thousands)[0]["amount"] == 30_000
    dollars = planned(csv_table("Customer,Jan-25,Feb-25,Mar-25\nA,$49.50,$49.50,$49.50"))
    assert (lines(dollars)[0]["amount"], lines(dollars)[0]["currency"]) == (4950, "USD")


@pytest.mark.parametrize(
    ("months", "context"),
    [
        ("2025-01 ARR,2025-02 ARR,2025-03 ARR", ""),
        ("2025-01,2025-02,2025-03", "ARR by customer"),
        ("2025-01,2025-02,2025-03", "顧客別年額"),
    ],
)
def test_a_years_amounts_under_months_are_no_months_amounts(
    months: str, context: str, csv_table: Csv, planned: Planned
) -> None:
    plan = planned(csv_table(f"Customer,{months}\nA,1200,1200,1200", context=context))
    assert (lines(plan)[0]["amount"], lines(plan)[0]["interval_months"]) == (1200, 12)
    [finding] = [one for one in plan.tables[0].matched.findings if one.choice is Choice.PERIOD]
    assert (finding.answer, finding.certain) == ("year", "ARR" in months)


@pytest.mark.parametrize("context", ["", "MRR and ARR", "月額（年額は別シート）"])
def test_other_amounts_under_months_are_monthly(context: str, csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("Customer,2025-01,2025-02,2025-03\nA,1200,1200,1200", context=context))
    assert (lines(plan)[0]["amount"], lines(plan)[0]["interval_months"]) == (1200, 1)


def test_the_same_sheet_a_month_later(csv_table: Csv, planned: Planned, book: MemoryBook) -> None:
    book.apply(planned(csv_table(MARKS + "A,x,○,○,○,○\nB,x,○,○,○,○\nC,x,○,○,○,×"), book))
    longer = MARKS.strip() + ",2026年1月\n"
    plan = planned(csv_table(longer + "A,x,○,○,○,○,○\nB,x,○,○,○,○,×\nC,x,○,○,○,×,○"), book)
    assert verdicts(plan) == [Verdict.CHANGED, Verdict.CHANGED, Verdict.NEW]
    book.apply(plan)
    held = [span(row) for row in book.rows(Kind.CONTRACT)]
    assert held == [
        (date(2025, 9, 1), None, False, date(2026, 1, 31)),
        (date(2025, 9, 1), date(2025, 12, 31), False, date(2026, 1, 31)),
        (date(2025, 9, 1), date(2025, 11, 30), False, None),
        (date(2026, 1, 1), None, True, date(2026, 1, 31)),
    ]


def test_a_corrected_month_moves_the_line(csv_table: Csv, planned: Planned, book: MemoryBook) -> None:
    book.apply(planned(csv_table(MARKS + "A,x,×,×,○,○\nB,x,○,○,○,×"), book))
    plan = planned(csv_table(MARKS + "A,x,×,○,○,○\nB,x,○,○,○,○"), book)
    assert verdicts(plan) == [Verdict.CHANGED, Verdict.CHANGED]
    book.apply(plan)
    assert [span(row) for row in book.rows(Kind.CONTRACT)] == [
        (date(2025, 10, 1), None, True, date(2025, 12, 31)),
        (date(2025, 9, 1), None, False, date(2025, 12, 31)),
    ]


def test_the_same_sheet_again_changes_nothing(csv_table: Csv, planned: Planned, book: MemoryBook) -> None:
    one = csv_table(MARKS + "A,x,○,○,○,○\nB,x,×,○,×,○")
    book.apply(planned(one, book))
    again = planned(one, book)
    assert again.drafts == ()
    assert verdicts(again) == [Verdict.SAME, Verdict.SAME]


@pytest.mark.parametrize(
    ("held", "told", "edited", "held_after"),
    [
        ("×,○,○,×", "×,×,○,×", {}, 1),
        ("×,○,×,×", "×,×,×,○", {}, 2),
        ("×,×,×,○", "×,○,×,×", {}, 2),
        ("×,○,×,×", "×,×,○,○", {"ended_on": date(2025, 11, 1)}, 1),
        ("×,×,○,○", "×,○,×,×", {"starts_on": date(2025, 10, 31)}, 1),
    ],
)
def test_a_line_moves_where_a_day_is_shared(
    csv_table: Csv, planned: Planned, book: MemoryBook, held: str, told: str, edited: dict[str, Value], held_after: int
) -> None:
    """Under another start a run is the line that the book has where both hold one day or more."""
    book.apply(planned(csv_table(f"{MARKS}A,x,{held}"), book))
    book.rows(Kind.CONTRACT)[0].update(edited)
    book.apply(planned(csv_table(f"{MARKS}A,x,{told}"), book))
    assert len(book.rows(Kind.CONTRACT)) == held_after


def test_none_contradicts_nothing_that_was_said() -> None:
    """In a column that a sheet settles even where it stays empty, the first word holds."""
    ledger = Ledger({Kind.CONTRACT: ({"id": 1, "ended_on": None},)})
    for ended, verdict in ((date(2025, 9, 30), Verdict.CHANGED), (None, Verdict.SAME)):
        assert ledger.offer(Kind.CONTRACT, 1, {"ended_on": ended}, {}, None, ERASES).verdict is verdict
    assert ledger.value(Kind.CONTRACT, 1, "ended_on") == date(2025, 9, 30)
    assert (
        ledger.offer(Kind.CONTRACT, 1, {"ended_on": date(2025, 10, 31)}, {}, None, ERASES).verdict is Verdict.CONFLICT
    )
