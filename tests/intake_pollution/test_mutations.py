"""Whatever becomes of a polluted file on its way: tables and a plan, or one refusal.

`CSDESK_MUTATIONS=20000` takes that many examples.
"""

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.intake.matching import match_tables
from csdesk.intake.planning import plan
from csdesk.intake.reading import read_files, read_text
from csdesk.intake.shapes import FileRefused, FoundTable, Refusal
from csdesk.models.kinds import Language
from tests.intake_pollution import KINDS

EXAMPLES = int(os.environ.get("CSDESK_MUTATIONS", "150"))
LARGEST = 20_000
"""Bytes of a file to start from: what a mutation does to many rows it does to few."""

Change: TypeAlias = tuple[str, int, int, bytes]
"""What is done, where, over how many bytes, and with which."""

CHANGES = st.tuples(
    st.sampled_from(["flip", "cut", "insert", "double", "move", "shorten"]),
    st.integers(0, LARGEST),
    st.integers(1, 400),
    st.one_of(
        st.binary(min_size=1, max_size=4),
        st.sampled_from([b'"', b"'", b"\n", b"\r", b"\0", b",", b";", b"\t", b'",', b',"', b'""', b"\\", b"# ", b'="']),
        st.sampled_from(
            ["合計".encode(), "\ufeff".encode(), "㈱".encode("cp932"), b"\x1b$B", b"\n\n", b"sep=;\n", b"-1"]
        ),
    ),
)


def changed(data: bytes, changes: Sequence[Change]) -> bytes:
    for what, at, count, piece in changes:
        place = at % max(1, len(data))
        head, taken, tail = data[:place], data[place : place + count], data[place + count :]
        match what:
            case "flip":
                data = head + piece + data[place + len(piece) :]
            case "cut":
                data = head + tail
            case "insert":
                data = head + piece + data[place:]
            case "double":
                data = head + taken * 2 + tail
            case "move":
                data = taken + head + tail
            case _:
                data = head
    return data


def goes_through(tables: Sequence[FoundTable]) -> None:
    assert tables
    for table in tables:
        assert len(table.rows) == len(table.lines) > 0
        assert {len(row) for row in table.rows} == {len(table.columns)}
    matched = match_tables(tables, language=Language.EN, currency="JPY")
    planned = plan(matched, {}, currency="JPY", as_of=date(2026, 10, 31))
    assert len(planned.tables) == len(tables)


def refused(read: Callable[[], Sequence[FoundTable]]) -> tuple[object, ...]:
    """What a reading is refused with; nothing where its tables go on to a plan."""
    try:
        tables = read()
    except FileRefused as refusal:
        return refusal.args
    goes_through(tables)
    return ()


@given(st.sampled_from(sorted(KINDS)), st.integers(0, 10**6), st.lists(CHANGES, min_size=1, max_size=6))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_mutated_file_is_planned_or_refused(tmp_path: Path, kind: str, seed: int, changes: list[Change]) -> None:
    path = tmp_path / "mutated.csv"
    path.write_bytes(changed(KINDS[kind](Random(seed)).data[:LARGEST], changes))
    refusals = {(reason, path.name) for reason in Refusal}
    assert refused(lambda: read_files([path])) in refusals | {()}


@given(st.text(st.sampled_from("ab顧客1２月-/.,;|\t \n\r\"'\\=#:~^合計\x0b\x1e\x1f\u2028\ufdd0\ufeff"), max_size=200))
@settings(max_examples=EXAMPLES, deadline=None)
def test_any_signs_are_planned_or_refused(text: str) -> None:
    assert refused(lambda: read_text(text, "pasted")) in {(), (Refusal.EMPTY, "pasted"), (Refusal.NO_TABLE, "pasted")}
