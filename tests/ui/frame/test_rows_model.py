"""The one table model: order, filter, identity, sums, edits."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from csdesk.ui.rows import Column, Found, RowsModel
from csdesk.usecases.accounts import AccountsTable

FALLING = Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Row:
    id: int
    name: str = ""
    size: int | None = None
    on: date | None = None


COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "Name", lambda r: r.name, lambda r: r.name, typed=lambda r: r.name),
    Column("size", "Size", lambda r: r.size, lambda r: str(r.size or ""), sums=lambda total, n: f"{total:.0f} in {n}"),
    Column("on", "On", lambda r: r.on, lambda r: str(r.on or ""), typed=lambda r: str(r.on or "")),
)


def model_of(*rows: Row) -> RowsModel[Row]:
    model: RowsModel[Row] = RowsModel(COLUMNS)
    model.show_rows(rows)
    return model


def shown(model: RowsModel[Row]) -> list[int]:
    return [row.id for row in model.rows_shown()]


def test_rows_come_in_the_order_given_until_sorted() -> None:
    model = model_of(Row(3), Row(1), Row(2))
    assert shown(model) == [3, 1, 2]


def test_a_sort_chosen_before_rows_come_holds() -> None:
    sorted_first: RowsModel[Row] = RowsModel(model_of().columns)
    sorted_first.sort(1)
    assert shown(sorted_first) == []
    sorted_first.show_rows([Row(1, size=20), Row(2, size=10)])
    assert shown(sorted_first) == [2, 1]


@given(st.lists(st.none() | st.integers(-(2**40), 2**40)))
def test_numbers_sort_as_numbers_and_missing_ones_come_last_both_ways(sizes: list[int | None]) -> None:
    model = model_of(*(Row(place, size=size) for place, size in enumerate(sizes)))
    present = sorted(size for size in sizes if size is not None)
    missing = [None] * sizes.count(None)
    model.sort(1)
    assert [row.size for row in model.rows_shown()] == present + missing
    model.sort(1, FALLING)
    assert [row.size for row in model.rows_shown()] == present[::-1] + missing


def test_equal_rows_keep_their_order_both_ways() -> None:
    model = model_of(Row(1, "b"), Row(2, "a"), Row(3, "b"))
    model.sort(0)
    assert shown(model) == [2, 1, 3]
    model.sort(0, FALLING)
    assert shown(model) == [1, 3, 2]


def test_dates_sort_by_time_and_text_without_case() -> None:
    model = model_of(Row(1, "beta", on=date(2024, 2, 1)), Row(2, "Alpha"), Row(3, "", on=date(2023, 12, 31)))
    model.sort(2)
    assert shown(model) == [3, 1, 2]
    model.sort(0)
    assert shown(model) == [2, 1, 3]


def test_clearing_the_sort_brings_back_the_order_given() -> None:
    model = model_of(Row(2, "b"), Row(1, "a"))
    model.sort(0)
    model.sort(-1)
    assert shown(model) == [2, 1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [1, 2, 3, 4]),
        ("ｓａｍｐｌｅ", [1]),
        ("works sam", [1]),
        ("さくら", [2]),
        ("サクラ", [2]),
        ("sakura", [2]),
        ("㈱", [3]),
        ("(株)", [3]),
        ("12", [4]),
        ("sample 12", []),
    ],
)
def test_the_filter_finds_every_word_in_any_column_whatever_its_width_and_kana(text: str, found: list[int]) -> None:
    model = model_of(Row(1, "Sample Works"), Row(2, "サクラ会計"), Row(3, "（株）見本"), Row(4, "x", size=12))
    model.filter(text)
    assert shown(model) == found


def test_filter_view_and_sort_hold_together() -> None:
    model = model_of(*(Row(n, f"n{n}", size=-n) for n in range(30)))
    model.keep(lambda row: row.id % 2 == 0)
    model.filter("n1")
    model.sort(1)
    assert shown(model) == [18, 16, 14, 12, 10]
    model.filter("")
    model.keep(None)
    assert model.rowCount() == 30


def test_sums_are_of_the_shown_rows() -> None:
    model = model_of(Row(1, "a", 5), Row(2, "b", None), Row(3, "ab", 7))
    assert model.sums() == ("", "12 in 2", "")
    model.filter("b")
    assert model.sums() == ("", "7 in 1", "")


def test_the_same_rows_with_other_values_move_nothing() -> None:
    model = model_of(Row(1, "a"), Row(2, "b"))
    model.sort(0)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show_rows((Row(1, "z"), Row(2, "b")))
    assert not resets
    assert [row.name for row in model.rows_shown()] == ["z", "b"]


def test_as_of_another_day_the_same_rows_are_sorted_and_filtered_anew() -> None:
    model = model_of(Row(1, "a"), Row(2, "b"), Row(3, "c", size=1))
    model.sort(0)
    model.keep(lambda row: row.size is None)
    model.show(Found.of(COLUMNS, (Row(1, "z"), Row(2, "b", size=1), Row(3, "c"))), anew=True)
    assert shown(model) == [3, 1]


def test_a_table_that_nobody_types_into_stays_in_its_order() -> None:
    model: RowsModel[Row] = RowsModel(COLUMNS[1:2])
    model.show_rows((Row(1, size=1), Row(2, size=2)))
    model.sort(0)
    model.show_rows((Row(1, size=3), Row(2, size=2)))
    assert shown(model) == [2, 1]


def test_other_rows_are_sorted_and_filtered_anew() -> None:
    model = model_of(Row(1, "a1"), Row(2, "b"))
    model.sort(0, FALLING)
    model.filter("a")
    model.show_rows((Row(1, "a1"), Row(2, "b"), Row(3, "a2")))
    assert shown(model) == [3, 1]
    assert (model.position_of(1), model.position_of(2), model.position_of(99)) == (1, -1, -1)


def test_an_edit_of_many_cells_is_told_once_and_seen_at_once() -> None:
    model = model_of(Row(1, "a", 1), Row(2, "b", 2))
    told: list[tuple[tuple[int, str, str], ...]] = []
    model.edited.connect(lambda cells: told.append(tuple((c.row.id, c.key, c.text) for c in cells)))
    taken = model.change([(0, 0, "x"), (1, 0, ""), (1, 1, "7"), (9, 0, "beyond"), (0, 2, "")])
    assert taken == 3, "figures are not typed, and there is no tenth row"
    assert told == [((1, "name", "x"), (2, "name", ""))], "a cell that stays the same is no edit"
    assert [model.index(row, 0).data() for row in range(2)] == ["x", ""]
    model.forget_typed()
    assert [model.index(row, 0).data() for row in range(2)] == ["a", "b"]


def test_typed_text_gives_way_to_what_the_book_says() -> None:
    model = model_of(Row(1, "a"))
    model.setData(model.index(0, 0), "typed")
    model.show_rows((Row(1, "Typed Ltd."),))
    assert model.index(0, 0).data() == "Typed Ltd."


def test_only_columns_that_are_typed_can_be_edited() -> None:
    model = model_of(Row(1))
    editable = [bool(model.index(0, place).flags() & Qt.ItemFlag.ItemIsEditable) for place in range(3)]
    assert editable == [True, False, True]


def test_ids_of_62_bits_stay_themselves() -> None:
    model = model_of(Row(2**61 + 1), Row(2**61))
    assert model.position_of(2**61) == 1
    assert model.identity_at(0) == 2**61 + 1


def _best(act: Callable[[], object]) -> float:
    """Seconds of the thread's own work, for a busy machine is no fault of ours."""
    spent = []
    for _ in range(5):
        begun = time.thread_time()
        act()
        spent.append(time.thread_time() - begun)
    return min(spent)


@pytest.mark.watch
def test_twenty_thousand_rows_filter_within_30_ms_and_sort_within_50(
    make_accounts: Callable[[int], AccountsTable],
) -> None:
    table = make_accounts(20_000)
    columns = (
        Column("name", "", lambda r: r.name, lambda r: r.name),
        Column("mrr", "", lambda r: r.mrr, lambda r: str(r.mrr), sums=lambda total, _n: f"{total:.0f}"),
        Column("renewal", "", lambda r: r.renewal_on, lambda r: str(r.renewal_on or "")),
    )
    model: RowsModel[object] = RowsModel(columns)
    model.show(Found.of(columns, table.rows))

    def sort_anew(place: int) -> None:
        model._ordering._keys.clear()
        model.sort(place)

    for text in ("s", "sample", "sample 0199", "見"):
        assert _best(lambda text=text: (model.filter(text), model.sums())) <= 0.030, text
    model.filter("")
    for place in range(3):
        assert _best(lambda place=place: sort_anew(place)) <= 0.050, columns[place].key
