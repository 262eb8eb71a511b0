"""The columns of a SELECT as arrays."""

import json
from collections.abc import Collection
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from csdesk.book.store import Store
from csdesk.models.money import TICKS, monthly_ticks

Ints: TypeAlias = NDArray[np.int64]
_AT_A_TIME = 5_000
_DTYPES = {"text": "object"}
_OF_SOME = "c.id IN (SELECT value FROM json_each(?))"


def selected(book: Store, sql: str, *types: str, about: tuple[str, ...] = ()) -> list[NDArray[Any]]:
    """The columns of a SELECT. Missing days come as 'NaT', missing numbers of float columns as NULL. Some thousand rows
    at a time: a million at a stroke would hold up every other thread."""
    found, dtypes = book.driver.execute(sql, about), [_DTYPES.get(type_, type_) for type_ in types]
    parts: list[list[NDArray[Any]]] = [[np.array((), dtype=dtype)] for dtype in dtypes]
    while rows := found.fetchmany(_AT_A_TIME):
        for part, column, dtype in zip(parts, zip(*rows, strict=True), dtypes, strict=True):
            part.append(np.array(column, dtype=dtype))
    return [np.concatenate(part) for part in parts]


def selected_lines(book: Store, sql: str, *types: str, ids: Collection[int] | None = None) -> list[NDArray[Any]]:
    """The same of contract lines, which the SELECT calls `c` and leaves a place to say which: all, or those of ids."""
    which, about = ("TRUE", ()) if ids is None else (_OF_SOME, (json.dumps([*ids]),))
    return selected(book, sql % which, *types, about=about)


def ticks_of(amount: Ints, months: Ints) -> Ints:
    """`monthly_ticks` of whole columns: exact, as TICKS divides by nearly every interval there is."""
    ticks = amount * (TICKS // months)
    for at in np.flatnonzero(TICKS % months):
        ticks[at] = monthly_ticks(int(amount[at]), int(months[at]))
    return ticks
