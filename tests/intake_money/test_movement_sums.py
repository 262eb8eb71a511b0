"""Whatever a log of MRR changes tells, the book's movements are its sums, month by month."""

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.book.file import Book
from csdesk.intake.shapes import Verdict
from csdesk.models.kinds import Language
from csdesk.models.months import Month
from csdesk.usecases import books
from csdesk.usecases.figures import figures_between
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.settings import BookSettings, book_settings
from tests.thorough import examples

FIRST, LAST = date(2024, 1, 1), date(2025, 3, 31)
MONTHS = [Month.of(FIRST) + at for at in range(15)]
KINDS = ("new", "expansion", "contraction", "churned", "reactivation")
Row = tuple[date, str, str, int, int]
"""Day, customer, kind, change, MRR from then on."""


@st.composite
def logs(draw: st.DrawFn) -> list[Row]:
    """Logs of a few accounts, at most one change of each a month."""
    rows: list[Row] = []
    for name in ("Fir", "Oak", "Elm")[: draw(st.integers(1, 3))]:
        balance, before = 0, False
        for month in MONTHS:
            if not draw(st.booleans()):
                continue
            wanted = draw(st.integers(0, 9)) * 100
            if wanted == balance:
                continue
            day = month.first_day + timedelta(days=draw(st.integers(0, (month.last_day - month.first_day).days)))
            rows.append((day, name, kind_of(balance, wanted, before=before), wanted - balance, wanted))
            balance, before = wanted, True
    return sorted(rows)


def kind_of(was: int, now: int, *, before: bool) -> str:
    if was == 0:
        return "reactivation" if before else "new"
    return "churn" if now == 0 else "expansion" if now > was else "contraction"


WRITINGS: dict[str, Callable[[Row], str]] = {
    "Date,Customer,Type,MRR change": lambda row: f"{row[0]},{row[1]},{row[2]},{row[3]}",
    "Date,Customer,Movement type,Amount": lambda row: f"{row[0]},{row[1]},{row[2]},{abs(row[3])}",
    "Date,Customer,MRR before,MRR after": lambda row: f"{row[0]},{row[1]},{row[4] - row[3]},{row[4]}",
    "日付,顧客名,変動区分,変更後MRR": lambda row: f"{row[0]:%Y/%m/%d},{row[1]},{WORDS[row[2]]},{row[4]}",
}
WORDS = {"new": "新規", "expansion": "増額", "contraction": "減額", "churn": "解約", "reactivation": "再開"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("logs")


def new_book(folder: Path) -> Book:
    path = folder / "team.csdesk"
    path.unlink(missing_ok=True)
    return books.new_book(
        path, BookSettings("JPY", 1, Language.EN), who="sample", clock=lambda: datetime(2025, 4, 1, tzinfo=UTC)
    )


def imported(book: Book, text: str) -> set[Verdict]:
    matched = match_tables(read_pasted(text, "log"), (), book_settings(book))
    plan = plan_import(book, matched, LAST)
    apply_plan(book, plan)
    assert not [one for one in plan.tables[0].problems if one.refuses]
    return {row.verdict for row in plan.tables[0].rows}


@given(log=logs(), heading=st.sampled_from(sorted(WRITINGS)), cut=st.integers(0, 20))
@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_movements_are_the_sums_of_the_log(log: list[Row], heading: str, cut: int, folder: Path) -> None:
    if not is_plain(log):
        return
    whole, part = ("\n".join((heading, *map(WRITINGS[heading], rows))) for rows in (log, log[:cut]))
    with_book = new_book(folder)
    try:
        if is_plain(log[:cut]):
            imported(with_book, part)
        imported(with_book, whole)
        assert imported(with_book, whole) == {Verdict.SAME}
        assert seen(with_book) == told(log)
    finally:
        with_book.close()


def is_plain(log: list[Row]) -> bool:
    """Whether rows can only be a log: without any loss they may be a list of contracts as well."""
    return any(row[2] in {"churn", "contraction"} for row in log)


def told(log: list[Row]) -> dict[tuple[str, Month], int]:
    found: defaultdict[tuple[str, Month], int] = defaultdict(int)
    for day, _, kind, change, _ in log:
        found["churned" if kind == "churn" else kind, Month.of(day)] += abs(change)
    balance = 0
    for month in MONTHS:
        balance += sum(change for day, _, _, change, _ in log if Month.of(day) == month)
        found["mrr", month] = balance
    return {key: amount for key, amount in found.items() if amount}


def seen(book: Book) -> dict[tuple[str, Month], int]:
    ids = [*(f"{kind}_mrr" for kind in KINDS), "mrr"]
    figures = figures_between(book, LAST, first=MONTHS[0], last=MONTHS[-1], ids=ids)
    return {(one.metric.value.removesuffix("_mrr"), one.period.first): int(one.value) for one in figures if one.value}
