import csv
from collections.abc import Callable

import pytest

from csdesk.intake.reading.csvs import read_csv
from csdesk.intake.reading.dialects import find_dialect
from csdesk.intake.reading.grid import Grid
from csdesk.intake.reading.standins import plain_line_ends
from csdesk.intake.shapes import Cancelled, FileRefused, FoundTable, Refusal
from csdesk.models.problems import Reason


def grid(text: str) -> Grid:
    return read_csv(text, lambda _done, _all: None)


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a\tb\nfoo, bar\t1\nbaz, qux\t2\n", "\t"),
        ("a|b|c\n1|2,3|4\n5|6,4|7\n", "|"),
        ("a;b;c\n1,5;2,5;x\n3,5;4,5;y\n", ";"),
        ("Name;MRR, net;ARR, net\nA;1,5;2,5\nB;2,5;3,5\n", ";"),
        ("title\nupdated,x\n\na|b|c\n1|2,3|4\n5|6,4|7\n", "|"),
        ('"Doe, Jane";1\n"Roe, Richard";2\n', ";"),
        ("only\nnames\nhere\n", ""),
        ("Plan;Ends;Fee\nbase;;JPY 120,000\npro;1/2/2024;JPY 90,000\n", ";"),
        ("Plan|Fee\nbase|USD 60,000.00\npro|USD 12,500.00\n", "|"),
    ],
)
def test_the_separator_is_found_by_trial(text: str, separator: str) -> None:
    assert find_dialect(text).dialect.separator == separator


def test_a_line_that_tells_the_separator_is_believed_and_not_counted() -> None:
    found = grid("sep=;\na;b,c\n1;2,3\n")
    assert (found.rows, found.lines) == ([["a", "b,c"], ["1", "2,3"]], [1, 2])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,b\n"x\ny","z ""q"""\n', [["a", "b"], ["x\ny", 'z "q"']]),
        ('a,b\n"x \\"q\\", y",2\n"z",3\n', [["a", "b"], ['x "q", y', "2"], ["z", "3"]]),
        ("'a, b','c'\n'd','e'\n", [["a, b", "c"], ["d", "e"]]),
        ('名前,備考\n見本,5" 画面\n例示,"良"\n', [["名前", "備考"], ["見本", '5" 画面'], ["例示", "良"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("a,b\n1,x\ry\n2,z\n", [["a", "b"], ["1", "x\ny"], ["2", "z"]]),
        ("a,b\n007,NA", [["a", "b"], ["007", "NA"]]),
    ],
)
def test_quotes_escapes_and_line_ends(text: str, rows: list[list[str]]) -> None:
    assert grid(text).rows == rows


def test_a_quote_never_closed_costs_its_own_line_alone() -> None:
    found = grid('a,b,c\n1,"oops,3\n4,5,6\n' + "7,8,9\n" * 300)
    assert found.rows[1:4] == [["1", '"oops', "3"], ["4", "5", "6"], ["7", "8", "9"]]
    assert len(found.rows) == 303


def test_stray_quotes_far_apart_do_not_swallow_the_rows_between() -> None:
    found = grid("a,b,c\n" + "1,2,3\n" * 200 + '4,"x,6\n' + "1,2,3\n" * 100 + '7,"y,9\n' + "1,2,3\n" * 5)
    assert len(found.rows) == 308
    assert found.rows[201] == ["4", '"x', "6"]


def test_a_line_that_only_begins_like_a_rule_is_a_row_and_takes_no_time() -> None:
    found = grid("a,b\n---,---\n" + "-" * 5_000 + "x,1\n" + "- - -- " * 700 + "y,2\n")
    assert [row[1] for row in found.rows] == ["b", "1", "2"]


def test_lines_count_records_and_blank_lines_as_a_spreadsheet_does() -> None:
    found = grid('a,b\n"x\ny",1\n\n  \nz,2\n')
    assert found.lines == [1, 2, 5]


def test_the_field_limit_of_the_process_is_put_back() -> None:
    before = csv.field_size_limit()
    (table,) = _tables("name,memo\nA," + "x" * 200_000 + "\nB,y\n")
    assert csv.field_size_limit() == before
    assert [len(str(row[1])) for row in table.rows] == [32_767, 1]
    (problem,) = table.problems
    assert (problem.reason, str(problem.place)) == (Reason.TOO_LONG, "B2")
    with pytest.raises(Cancelled):
        read_csv("a,b\n1,2\n", _stop)
    assert csv.field_size_limit() == before


def _stop(_done: int, _all: int) -> None:
    raise Cancelled


def _tables(text: str) -> tuple[FoundTable, ...]:
    from csdesk.intake.reading import read_text

    return read_text(text, "pasted")


def test_absurdly_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("csdesk.intake.reading.csvs.MAX_TEXT_CELLS", 100)
    with pytest.raises(FileRefused) as caught:
        grid("a,b\n" * 60)
    assert caught.value.args[0] is Refusal.TOO_LARGE


@pytest.mark.parametrize("text", ["x" * 300, "a," * 150, '"' + "x," * 150, "Customer,MRR\nA,1\n" + "x" * 300])
def test_a_line_without_an_end_is_no_table(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("csdesk.intake.reading.csvs.MAX_LINE", 100)
    with pytest.raises(FileRefused) as refused:
        grid(text)
    assert refused.value.args[0] is Refusal.NO_TABLE


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_many_lines_are_each_as_long_as_they_may_be(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("csdesk.intake.reading.csvs.MAX_LINE", 100)
    found = grid(end.join(["Customer,Notes", *(f"A{n}," + "x" * 90 for n in range(9))]))
    assert len(found.rows) == 10


def test_pasted_cells_are_separated_by_tabs(pasted: Callable[[str], tuple[FoundTable, ...]]) -> None:
    (table,) = pasted('会社\tメモ\n"A\n社"\tx, y\nB社\tz\n')
    assert (table.separator, table.encoding, table.file) == ("\t", "utf-8", "pasted")
    assert table.rows == (("A\n社", "x, y"), ("B社", "z"))


@pytest.mark.parametrize(("text", "reason"), [("", "empty"), (" \n\t\n", "empty"), ("hello", "no_table")])
def test_pasted_nothing_is_refused_by_name(
    pasted: Callable[[str], tuple[FoundTable, ...]], text: str, reason: str
) -> None:
    with pytest.raises(FileRefused) as caught:
        pasted(text)
    assert caught.value.args == (Refusal(reason), "pasted")


def test_line_ends_are_the_same_however_a_text_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "name,plan\r\n\r\na,b\r\r\nc,\r\n\n\rd,e\r\n"
    whole = plain_line_ends(text)
    for step in range(1, len(text)):
        monkeypatch.setattr("csdesk.intake.reading.standins._STEP", step)
        assert plain_line_ends(text) == whole
