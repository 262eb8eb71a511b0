"""Cells that say 'as above'."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable
from csdesk.models.problems import Reason

Pasted = Callable[[str], tuple[FoundTable, ...]]


@pytest.mark.parametrize("mark", ["〃", "同上", "ditto", "Same as above"])
def test_as_above_is_what_stands_above(mark: str, pasted: Pasted) -> None:
    (table,) = pasted(
        f"対象月,会社名,ID数\n2026年8月,A社,20\n{mark},B社,{mark}\n{mark},C社,9\n2026年9月,A社,7\n{mark},B社,8\n"
    )
    assert [row[0] for row in table.rows] == ["2026年8月"] * 3 + ["2026年9月"] * 2
    assert [row[2] for row in table.rows] == ["20", "20", "9", "7", "8"]
    assert [(str(one.place), one.reason, one.seen, one.refuses) for one in table.problems] == [
        ("A1", Reason.FILLED_DOWN, "対象月", False),
        ("C1", Reason.FILLED_DOWN, "ID数", False),
    ]


@pytest.mark.parametrize(
    "text", ["月,会社名\n〃,A社\n8月,B社\n", "月,会社名,メモ\n7月,A社,前と同上の件\n8月,B社,〃印を使う\n"]
)
def test_what_only_begins_so_stays(text: str, pasted: Pasted) -> None:
    (table,) = pasted(text)
    assert table.problems == ()
    assert [",".join(map(str, row)) for row in table.rows] == text.splitlines()[1:]


def test_as_above_below_an_empty_cell_is_nothing(pasted: Pasted) -> None:
    (table,) = pasted("月,会社名,メモ\n7月,A社,はい\n8月,B社,\n9月,C社,〃\n")
    assert [row[2] for row in table.rows] == ["はい", "", ""]
