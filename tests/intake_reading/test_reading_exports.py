import json
from pathlib import Path
from typing import Any

import pytest

from csdesk.intake.reading import read_files
from csdesk.models.problems import Reason

EXPORTS = Path(__file__).parents[1] / "data" / "exports"
FILES = [
    (path.parent / told["file"], told)
    for path in sorted(EXPORTS.glob("*/expected.json"))
    for told in json.loads(path.read_text(encoding="utf-8"))["files"]
]


@pytest.mark.parametrize(("path", "told"), FILES, ids=[f"{path.parent.name}-{path.name}" for path, _ in FILES])
def test_each_export_is_one_table_with_its_headings_and_records(path: Path, told: dict[str, Any]) -> None:
    (table,) = read_files([path])
    assert [column.heading for column in table.columns] == [column["header"] for column in told["columns"]]
    assert len(table.rows) == len(table.lines) == told["n_records"]
    assert table.encoding == told.get("encoding", "")
    assert table.separator == told.get("delimiter", "")
    assert table.sheet == told.get("sheet", "対応履歴" if path.name == "touch_log.xlsx" else "")
    assert table.file == path.name
    if "preamble_lines" in told:
        assert int(table.columns[0].cell[1:]) == told["preamble_lines"] + 1


def test_comment_lines_are_context_and_the_grand_total_is_set_aside() -> None:
    (table,) = read_files([EXPORTS / "ga4" / "pages_by_company.csv"])
    assert "# Start date: 20261001" in table.context
    (problem,) = table.problems
    assert (problem.reason, problem.place.row, problem.refuses) == (Reason.TOTAL_ROW, 24, False)


def test_the_footer_of_a_report_is_set_aside_line_by_line() -> None:
    (table,) = read_files([EXPORTS / "salesforce_jp" / "opportunities.csv"])
    assert [(problem.place.row, problem.reason) for problem in table.problems] == [
        (15, Reason.TOTAL_ROW),
        (17, Reason.NOTE_ROW),
        (18, Reason.NOTE_ROW),
    ]


def test_lines_of_one_record_stay_rows_with_their_start_column() -> None:
    (table,) = read_files([EXPORTS / "kintone" / "accounts.csv"])
    assert table.columns[0].heading == "レコードの開始行"
    assert [row[0] for row in table.rows] == ["*", ""] * 10
    assert table.rows[1][9] == "定例会。\n次回は改善案を説明"
    assert table.lines == tuple(range(2, 22))


def test_years_over_months_are_joined_and_the_formula_count_is_no_account() -> None:
    (table,) = read_files([EXPORTS / "logo_matrix_jp" / "logo_matrix.xlsx"])
    assert (table.range, table.columns[2].cell, table.columns[0].cell) == ("A3:L16", "C4", "A3")
    assert table.context == "導入企業 稼働状況"
    (problem,) = table.problems
    assert (problem.reason, str(problem.place), problem.seen) == (Reason.TOTAL_ROW, "ロゴ一覧!17", "稼働社数")
