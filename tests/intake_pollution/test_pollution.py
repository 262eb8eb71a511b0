"""Every kind of polluted file is read as a person sees it."""

from pathlib import Path
from random import Random

import pytest

from csdesk.intake.reading import read_files
from tests.intake_pollution import KINDS
from tests.intake_pollution.comparing import is_right, plain
from tests.intake_pollution.polluted import Rows

SEEDS = 3


def read(path: Path) -> list[Rows]:
    return [[[column.heading for column in table.columns], *table.rows] for table in read_files([path])]


@pytest.mark.parametrize("kind", KINDS)
def test_a_polluted_file_is_read_as_a_person_sees_it(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "polluted.csv"
    for seed in range(SEEDS):
        file = KINDS[kind](Random(f"{kind} {seed}"))
        path.write_bytes(file.data)
        tables = read(path)
        assert is_right(tables, file), (seed, [plain(table)[:4] for table in tables])


def test_the_comparison_sees_a_difference() -> None:
    file = KINDS["commas"](Random(1))
    headings, first, *rows = file.tables[0]
    assert is_right(file.tables, file)
    assert not is_right([[headings, first[::-1], *rows]], file)
    assert not is_right([[headings, *rows]], file)
    assert not is_right([*file.tables, *file.tables], file)
