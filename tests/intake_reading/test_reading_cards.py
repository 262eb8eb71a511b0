"""Sheets of one account each: labels and values, gathered into one table whose cells keep their sheet and address."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from csdesk.intake.matching import match_tables
from csdesk.intake.reading import read_files
from csdesk.intake.shapes import FileRefused, FoundTable, MatchedTable, Refusal, TableKind
from csdesk.models.kinds import Language
from csdesk.models.problems import Reason
from tests.intake_reading.conftest import Sheet, Write

Pasted = Callable[[str], tuple[FoundTable, ...]]
Read = Callable[[dict[str, Sheet]], tuple[FoundTable, ...]]
FIRST = date(2025, 4, 1)


def carte(name: str, monthly: object, log: Sequence[Sequence[object]] = ()) -> list[list[object]]:
    """A customer's card with two pairs a row, sections, an address over two lines and a log below."""
    return [
        ["顧客カルテ"],
        ["■基本情報"],
        ["会社名", name, "業種", "IT"],
        ["担当CSM", "青木", "従業員数", 120],
        ["契約開始日", FIRST, "月額", monthly],
        ["住所", "東京都見本区1-1"],
        [None, "例示ビル3F"],
        ["備考"],
        ["導入を支援した。"],
        [],
        ["■対応履歴"],
        ["日付", "種別", "担当", "内容"],
        *map(list, log),
    ]


@pytest.fixture
def read(write: Write) -> Read:
    def from_sheets(sheets: dict[str, Sheet]) -> tuple[FoundTable, ...]:
        book, held = Workbook(write_only=True), BytesIO()
        for name, rows in sheets.items():
            made = book.create_sheet(name)
            for row in rows:
                made.append(list(row))
        book.save(held)
        return read_files([write("cards.xlsx", held.getvalue())])

    return from_sheets


def matched(tables: Sequence[FoundTable]) -> tuple[MatchedTable, ...]:
    return match_tables(tables, language=Language.JA, currency="JPY")


def names(table: MatchedTable) -> list[object]:
    return [record.values["account.name"] for record in table.records]


def test_one_account_a_sheet_is_a_row_each_and_the_logs_below_are_one_table(read: Read) -> None:
    visits = [[date(2026, 4, 2), "訪問", "青木", "定例会"], [date(2026, 5, 2), "電話", "青木", "確認"]]
    cards, touches = matched(
        read({"a": carte("あお社", 10_000, visits), "b": carte("きい社", 20_000, visits[:1]), "c": carte("しろ社", 5)})
    )
    assert (cards.kind, cards.table.sheet, names(cards)) == (
        TableKind.ACCOUNTS,
        "a, b, c",
        ["あお社", "きい社", "しろ社"],
    )
    assert [column.heading for column in cards.table.columns] == [
        "会社名",
        "業種",
        "担当CSM",
        "従業員数",
        "契約開始日",
        "月額",
        "住所",
        "備考",
    ]
    assert cards.table.rows[0][-2:] == ("東京都見本区1-1\n例示ビル3F", "導入を支援した。")
    assert cards.table.context == "顧客カルテ\n■基本情報\n■対応履歴"
    assert (touches.kind, names(touches)) == (TableKind.TOUCHES, ["あお社", "あお社", "きい社"])
    assert [str(touches.table.place(line, touches.table.columns[0].letter)) for line in (1, 3)] == ["a!B3", "b!B3"]
    assert [str(touches.table.place(line, touches.table.columns[1].letter)) for line in (1, 2, 3)] == [
        "a!A13",
        "a!A14",
        "b!A13",
    ]


def test_headings_of_a_log_without_a_line_are_told(read: Read) -> None:
    cards, _ = read({"a": carte("あお社", 1), "b": carte("きい社", 2, [[FIRST, "訪問", "青木", "定例会"]])})
    assert [(str(one.place), one.reason) for one in cards.problems] == [("a!12", Reason.NOTE_ROW)]


def test_troubles_point_to_the_sheet_and_cell_they_stand_in(read: Read) -> None:
    cards, *_ = matched(read({"a": carte("あお社", 10_000), "b": carte("きい社", "1,5OO"), "c": carte("しろ社", 300)}))
    refused = [one for one in cards.problems if one.refuses]
    assert [(str(one.place), one.place.sheet, one.place.line, one.field, one.seen) for one in refused] == [
        ("b!D5", "b", 5, "contract.mrr", "1,5OO")
    ]
    assert [cards.table.row_name(line) for line in cards.table.lines] == ["a!3", "b!3", "c!3"]


def test_errors_and_formulas_never_calculated_keep_their_addresses(read: Read) -> None:
    cards, *_ = read({"a": carte("あお社", "=1+1"), "b": carte("きい社", 20_000)})
    told = [(str(one.place), one.reason, one.place.row) for one in cards.problems if one.reason is not Reason.NOTE_ROW]
    assert told == [("a!D5", Reason.NOT_CALCULATED, 1)]


@pytest.mark.parametrize(
    "rows",
    [
        [["会社名", "{}", "担当", "青木"], ["月額料金", 10, "契約開始日", FIRST], ["業種", "IT", "地域", "東京"]],
        [["会社名：{}"], ["月額料金：10円"], ["契約開始日：2025/4/1"], ["担当：青木"]],
        [
            ["会社名", "業種", "担当"],
            ["{}", "IT", "青木"],
            ["契約開始日", "月額料金"],
            [FIRST, 10],
            [],
            ["備考"],
            ["x"],
        ],
        [["基本", "会社名", "{}"], [None, "担当", "青木"], ["契約", "契約開始日", FIRST], [None, "月額料金", 10]],
        [["Company", "{}"], ["Owner", "Alda"], ["Start date", FIRST], ["MRR", 10], ["Favourite colour", "blue"]],
    ],
    ids=["two pairs a row", "label and value in one cell", "labels above", "groups beside", "English"],
)
def test_cards_of_every_layout(rows: list[list[object]], read: Read) -> None:
    def of(name: str) -> list[list[object]]:
        return [[cell.format(name) if isinstance(cell, str) else cell for cell in row] for row in rows]

    (table,) = matched(read({"一": of("あお社"), "二": of("きい社")}))
    assert names(table) == ["あお社", "きい社"]
    assert {record.values["contract.start"] for record in table.records} == {FIRST}
    assert [record.values["contract.mrr"] for record in table.records] == [10, 10]


def test_cards_below_each_other_are_rows_with_the_tables_between_them(pasted: Pasted) -> None:
    card = "会社名,{},担当,青木\n契約開始日,2025/4/1,月額,{}\n対応日,種別,内容\n2025/5/1,電話,確認\n\n"
    cards, touches = matched(pasted(card.format("こおろぎ", 10) + card.format("すずむし", 20)))
    assert (names(cards), names(touches)) == (["こおろぎ", "すずむし"], ["こおろぎ", "すずむし"])
    assert [cards.table.row_name(line) for line in cards.table.lines] == ["1", "6"]
    assert touches.kind is TableKind.TOUCHES


def test_a_lone_card_is_taken_with_a_day_or_an_amount(pasted: Pasted) -> None:
    (table,) = matched(pasted("会社名,こおろぎ,担当,青木\n月額料金,15000,契約開始日,2025/4/1\n業種,IT,地域,東京\n"))
    assert table.records[0].values["contract.start"] == FIRST


def test_accounts_may_be_named_by_their_sheets_alone(read: Read) -> None:
    rows: Sheet = [["担当", "青木"], ["契約開始日", FIRST], ["月額", 10], ["業種", "IT"]]
    (table,) = matched(read({"あお社": rows, "きい社": rows}))
    assert names(table) == ["あお社", "きい社"]
    assert str(table.table.place(2, table.table.columns[0].letter)) == "きい社!A1"
    for sheets in ({"Sheet1": rows, "Sheet2": rows}, {"2026年4月": rows, "2026年5月": rows}):
        assert not any("account.name" in record.values for one in matched(read(sheets)) for record in one.records)


def test_samples_and_unfilled_forms_are_no_accounts(read: Read) -> None:
    rows: Sheet = [["会社名", "あお社"], ["契約開始日", FIRST], ["月額", 10]]
    blank: Sheet = [row[:1] for row in rows]
    (table,) = matched(read({"記入例": rows, "原紙": blank, "あお社": rows}))
    assert (names(table), table.table.sheet) == (["あお社"], "あお社")
    assert [(one.place.sheet, one.reason) for one in table.problems] == [("記入例", Reason.JUNK_ROW)]
    assert names(matched(read({"sample": rows}))[0]) == ["あお社"]
    with pytest.raises(FileRefused) as caught:
        read({"原紙": blank})
    assert caught.value.args[0] is Refusal.NO_TABLE


def test_cards_of_other_layouts_are_other_tables_and_hidden_ones_stay_apart(write: Write) -> None:
    book, held = Workbook(), BytesIO()
    layouts: dict[str, list[list[object]]] = {
        "a": [["会社名", "あお社"], ["契約開始日", FIRST], ["月額", 10]],
        "b": [["会社名", "きい社"], ["契約開始日", FIRST], ["月額", 20]],
        "c": [["会社名", "しろ社"], ["契約開始日", FIRST], ["月額", 30]],
        "d": [["Company", "Alder"], ["Start date", FIRST], ["MRR", 40]],
    }
    for name, rows in layouts.items():
        made = book.create_sheet(name)
        for row in rows:
            made.append(list(row))
    book["b"].sheet_state = "hidden"
    book.save(held)
    tables = read_files([write("cards.xlsx", held.getvalue())])
    assert [(table.sheet, table.hidden, len(table.rows)) for table in tables] == [
        ("a, c", False, 2),
        ("b", True, 1),
        ("d", False, 1),
    ]


def test_many_sheets_are_named_by_the_first_and_their_number(read: Read) -> None:
    (table,) = read({f"s{at}": [["会社名", f"見本{at}"], ["契約開始日", FIRST], ["月額", at]] for at in range(300)})
    assert (table.sheet, len(table.rows)) == ("s0, s1, s2 +297", 300)
    assert str(table.place(300, "B")) == "s299!B2"


def test_labels_that_only_some_cards_have_are_columns_in_their_order(read: Read) -> None:
    cards = read(
        {
            "a": [["会社名", "あお社"], ["契約開始日", FIRST], ["月額", 10]],
            "b": [["会社名", "きい社"], ["業種", "IT"], ["契約開始日", FIRST], ["月額", 20], ["独自項目", "x"]],
        }
    )
    (table,) = cards
    assert [column.heading for column in table.columns] == ["会社名", "業種", "契約開始日", "月額", "独自項目"]
    assert table.rows == (("あお社", None, FIRST, 10, None), ("きい社", "IT", FIRST, 20, "x"))


@pytest.mark.parametrize(
    "text",
    [
        "項目,値\n会社名,こおろぎ\n月額,高い\n契約開始日,未記入です\n",
        "会社名,担当\nあお社,佐藤\nきい社,鈴木\n\n契約開始日,月額\n2025/4/1,10\n2025/5/1,20\n",
        "顧客,月額\nA,100\nTotal,200\nB,7\nC,8\n",
        "指標,今月\n顧客,3\n契約,4\n月額,2\n",
    ],
)
def test_what_only_resembles_a_card_is_none(text: str, pasted: Pasted) -> None:
    assert not any(table.stands for table in pasted(text))


def test_labels_that_come_again_are_told_apart_by_their_section(pasted: Pasted) -> None:
    (table,) = pasted(
        "会社名,こおろぎ\n契約開始日,2025/4/1\n月額,10\n電話番号,03-0000-0000\n■請求先,\n住所,東京\n電話番号,03-1111-1111\n"
    )
    assert [column.heading for column in table.columns][-2:] == ["住所", "■請求先 電話番号"]


def test_rows_without_a_label_are_told_or_belong_to_the_table_below(pasted: Pasted) -> None:
    card = "会社名,こおろぎ,,\n契約開始日,2025/4/1,,\n月額,10,,\n業種,IT,,\n,,追記,ほか\n"
    (table,) = pasted(card)
    assert [(str(one.place), one.seen) for one in table.problems] == [("5", "追記 ほか")]
    cards, log = pasted(f"{card}対応日,種別,内容,\n2025/5/1,電話,確認,\n,メール,返信,\n")
    assert (len(cards.rows), log.rows[-1][2:4]) == (1, ("メール", "返信"))


def test_a_table_below_that_names_its_accounts_keeps_them(pasted: Pasted) -> None:
    _, log = pasted("会社名,こおろぎ\n契約開始日,2025/4/1\n月額,10\n\n日付,顧客名,内容\n2025/5/1,すずむし,確認\n")
    assert [column.heading for column in log.columns] == ["日付", "顧客名", "内容"]


def test_hidden_rows_and_cut_text_of_cards_are_told(write: Write) -> None:
    book, held = Workbook(), BytesIO()
    made = book.create_sheet("a", 0)
    for row in (["会社名", "あお社"], ["契約開始日", FIRST], ["月額", 10], ["備考", "x" * 32_767]):
        made.append(row)
    made.row_dimensions[3].hidden = True
    book.save(held)
    with ZipFile(BytesIO(held.getvalue())) as old:
        members = {name: old.read(name) for name in old.namelist()}
    longer = BytesIO()
    with ZipFile(longer, "w", ZIP_DEFLATED) as new:
        for name, content in members.items():
            new.writestr(name, content.replace(b"x" * 32_767, b"x" * 32_768))
    (table,) = read_files([write("cards.xlsx", longer.getvalue())])
    assert [(str(one.place), one.reason) for one in table.problems] == [
        ("a!B3", Reason.HIDDEN),
        ("a!B4", Reason.TOO_LONG),
    ]


def test_a_long_list_of_settings_is_no_card(pasted: Pasted) -> None:
    settings = "".join(f"設定{at},x\n" for at in range(70))
    assert not any(table.stands for table in pasted(f"業種,IT\n担当,青木\n会社名,こおろぎ\n{settings}"))
