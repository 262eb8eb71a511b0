"""The apostrophe before what a spreadsheet would take for a formula: taken off where its writer has the habit."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.intake.reading import read_files, read_text
from csdesk.intake.reading.grid import Grid
from csdesk.intake.reading.prefixes import without_prefixes
from csdesk.reports.text import quoted_prefix
from csdesk.wording.fields import FIELDS

OWN = FIELDS["own.account"].en
TEXTS = st.text(max_size=12) | st.sampled_from(["=1", "'=1", "''+x", "'", "-", "'-", "@x", "\tx", "007"])


@given(texts=st.lists(TEXTS, min_size=1, max_size=5))
def test_our_own_files_give_every_text_back(texts: list[str]) -> None:
    grid = Grid([[OWN], *([quoted_prefix(text)] for text in texts)], list(range(1, len(texts) + 2)), empty="")
    assert [row[0] for row in without_prefixes(grid).rows[1:]] == texts


@pytest.mark.parametrize(
    ("written", "read"),
    [
        # a writer with the habit: nothing that could wake up stands bare, numbers aside
        (["'=1+1", "-5", "Sample"], ["=1+1", "-5", "Sample"]),
        (["'+81 3 0000 0000", "'@sample"], ["+81 3 0000 0000", "@sample"]),
        (["'-see below", "-"], ["-see below", "-"]),
        # a writer without it: an apostrophe that somebody typed stays
        (["'-quoted-'", "=1+1"], ["'-quoted-'", "=1+1"]),
        (["'+x", "@sample"], ["'+x", "@sample"]),
        (["'quoted'", "'tis"], ["'quoted'", "'tis"]),
    ],
)
def test_other_peoples_apostrophes(tmp_path: Path, written: list[str], read: list[str]) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("\n".join(("Company,Note", *(f"Sample {n},{text}" for n, text in enumerate(written)))), "utf-8")
    (table,) = read_files([path])
    assert [row[1] for row in table.rows] == read


def test_what_is_pasted_is_as_it_stands() -> None:
    (table,) = read_text("Company\tNote\nSample\t'=1+1\n", "pasted")
    assert table.rows == (("Sample", "'=1+1"),)
