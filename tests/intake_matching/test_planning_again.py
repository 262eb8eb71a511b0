"""Importing the same file again changes nothing, whatever the file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from csdesk.intake.shapes import FoundTable, Plan, Verdict

from .conftest import MemoryBook

DATA = Path(__file__).parent.parent / "data"
NAMES = sorted(
    str(path.relative_to(DATA))
    for pattern in ("exports/*/*.csv", "exports/*/*.xlsx", "metrics/*/input/*.csv", "metrics/*/input/*.xlsx")
    for path in DATA.glob(pattern)
    if path.stem not in {"contracts_renewals", "a_attrition_customers"}
)


@pytest.mark.parametrize("name", NAMES)
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


@pytest.mark.parametrize("names", [NAMES, NAMES[::-1]], ids=["forwards", "backwards"])
def test_files_of_many_tools_find_each_others_rows(
    names: list[str], sample: Callable[[str], FoundTable], planned: Callable[..., Plan], book: MemoryBook
) -> None:
    """Tools may contradict each other on a fact, and each import then changes it; but a second round adds no row."""
    for name in names:
        book.apply(planned(sample(name), book))
    added = {name: [d.kind for d in planned(sample(name), book).drafts if d.id < 0] for name in names}
    assert not any(added.values()), added
