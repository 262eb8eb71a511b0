from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

import pytest

from csdesk.intake.reading import read_text
from csdesk.intake.shapes import FileRefused, FoundTable, Refusal
from csdesk.models.problems import Reason

Pasted: TypeAlias = Callable[[str], tuple[FoundTable, ...]]


def headings(table: FoundTable) -> list[str]:
    return [column.heading for column in table.columns]


def aside(table: FoundTable) -> dict[int, str]:
    return {problem.place.row: problem.reason.value for problem in table.problems}


def test_titles_notes_and_forms_stand_above_the_headings(pasted: Pasted) -> None:
    (table,) = pasted(
        "顧客管理表\n会社名,株式会社サンプル\n期間,2025年4月\n作成者,見本\n\n"
        "顧客名,担当,月額,開始日,プラン\nA社,見本,100,2024-01-01,S\nB社,例示,200,2024-02-01,M\n"
    )
    assert (table.range, len(table.rows)) == ("A6:E8", 2)
    assert "期間 2025年4月" in table.context


@pytest.mark.parametrize(
    "title", ["顧客一覧,2025年10月1日現在,,", "顧客一覧,,,（単位：円）", "Updated:,10/31/2026", "# a, b", "顧客一覧"]
)
def test_a_title_of_any_width_is_no_heading(pasted: Pasted, title: str) -> None:
    (table,) = pasted(f"{title}\n顧客名,担当,プラン,月額\nA,見本,S,100\nB,例示,M,200\n")
    assert headings(table) == ["顧客名", "担当", "プラン", "月額"]
    assert table.lines == (3, 4)


def test_headings_below_thirty_rows_are_not_looked_for(pasted: Pasted) -> None:
    filler = "".join(f"※ 注記 {i}\n" for i in range(29))
    (table,) = pasted(f"{filler}name,mrr\nA,1\n")
    assert table.columns[0].cell == "A30"
    with pytest.raises(FileRefused):
        pasted(f"{filler}※ もう一つ\nname,mrr\nA,1\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (",,2025年,,2026年\n企業名,担当,11月,12月,1月\n{0}", "企業名|担当|2025年 11月|2025年 12月|2026年 1月"),
        (",,2025年,,2026年\n企業名,担当,11,12,1\n{0}", "企業名|担当|2025年 11月|2025年 12月|2026年 1月"),
        ("企業名,契約,,状況\n,開始,終了,\n{1}", "企業名|契約 開始|契約 終了|状況"),
        ("会社,2025年,2025年\n,4月,5月\nA,1,0\nB,1,1\n", "会社|2025年 4月|2025年 5月"),
    ],
)
def test_two_rows_of_headings_are_joined(pasted: Pasted, text: str, expected: str) -> None:
    marks = "A,見本,○,○,○\nB,例示,×,○,○\n"
    spans = "A,2024-01-01,2024-12-31,良\nB,2024-01-01,2024-12-31,良\n"
    (table,) = pasted(text.format(marks, spans))
    assert "|".join(headings(table)) == expected
    assert len(table.rows) == 2


def test_a_title_right_above_full_headings_is_not_joined_to_them(pasted: Pasted) -> None:
    (table,) = pasted("顧客一覧\n顧客名,月額\nA,100\nB,200\n")
    assert headings(table) == ["顧客名", "月額"]
    assert table.context == "顧客一覧"


def test_blank_lines_and_repeated_headings_belong_to_one_table(pasted: Pasted) -> None:
    (table,) = pasted("name,mrr\nA,1\n\nB,2\nname,mrr\nC,3\n\n\nname,mrr\nD,4\n")
    assert [row[0] for row in table.rows] == ["A", "B", "C", "D"]
    assert table.lines == (2, 4, 6, 10)


def test_rows_that_name_a_section_are_no_accounts(pasted: Pasted) -> None:
    (table,) = pasted("顧客,月額\n【東日本】,\nA社,1\n＜西日本＞,\nB社,2\n【公式】C社,3\n")
    assert [row[0] for row in table.rows] == ["A社", "B社", "【公式】C社"]
    assert [problem.seen for problem in table.problems] == ["【東日本】", "＜西日本＞"]


@pytest.mark.parametrize("title", ["", "■費用\n", "費用の一覧\n"])
def test_several_tables_in_one_file(pasted: Pasted, title: str) -> None:
    first, second = pasted(
        f"顧客,月額,開始\nA社,1000,2024-01-01\nB社,2000,2024-02-01\n\n{title}月,費目,金額\n2024-01,広告,1\n2024-02,広告,2\n"
    )
    assert (headings(first), len(first.rows)) == (["顧客", "月額", "開始"], 2)
    assert (headings(second), len(second.rows)) == (["月", "費目", "金額"], 2)
    assert second.context == title.strip()


def test_a_row_of_words_after_a_gap_stays_a_row_where_the_rows_below_fit(pasted: Pasted) -> None:
    (table,) = pasted("顧客,状況,月額\nA,契約,100\nB,契約,200\n\nC,商談,要見積\nD,契約,300\nE,契約,400\n")
    assert len(table.rows) == 5


def test_tables_side_by_side(pasted: Pasted) -> None:
    left, right = pasted("顧客,月額,,月,費用\nA社,1000,,2024-01,5\nB社,2000,,2024-02,6\nC社,3000,,,\n")
    assert (left.range, right.range) == ("A1:B4", "D1:E3")
    assert [column.letter for column in right.columns] == ["D", "E"]


@pytest.mark.parametrize(
    "text",
    [
        "顧客,,月額,開始\nA社,,1000,2024-01-01\nB社,,2000,2024-01-01\n",
        "顧客,月額,,備考\nA社,1000,,\nB社,2000,,良\nC社,3000,,\n",
        "顧客,,月額,,開始\nA社,,1000,,2024-01-01\nB社,,2000,,2024-01-01\n",
        ",月額,,,開始\nA社,1000,,,2024-01-01\nB社,2000,,,2024-01-01\n",
        "顧客,,月額,開始\nA社,,1000,2024-01-01\nB社,,2000,2024-01-01\n,,3000,\n",
        "顧客,,,月額,開始\nA社,,,1000,2024-01-01\nB社,,,2000,2024-01-01\n※税抜,,,,\n",
        "一覧,,,,\n顧客,,月額,,開始\nA社,,1000,,2024-01-01\nB社,,2000,,2024-01-01\n合計,,3000,,\n",
        ",顧客,,月額,,開始\n\n,A社,,1000,,2024-01-01\n,B社,,2000,,2024-01-01\n\n,以上,,,,\n",
        "顧客,,解約日,理由\nA社,,2025-03-31,\nB社,,,\nC社,,,\nD社,,2025-04-30,価格\n",
        "顧客,,解約日,理由\nA社,,2025-03-31,\nB社,,,\nC社,,,\nD社,,,\n",
    ],
)
def test_blank_columns_within_a_table_are_left_out(pasted: Pasted, text: str) -> None:
    (table,) = pasted(text)
    assert len(table.columns) == 3
    assert {len(row) for row in table.rows} == {3}
    assert table.rows[0][0] == "A社"


def test_a_column_without_values_does_not_part_what_stands_beside_it(pasted: Pasted) -> None:
    (table,) = pasted("顧客,月額,,理由,,備考\nA社,1000,,,,\nB社,2000,,,,良\n")
    assert headings(table) == ["顧客", "月額", "理由", "備考"]


def test_headings_of_one_row_beside_headings_of_two_head_one_table(pasted: Pasted) -> None:
    (table,) = pasted("顧客,月額,,面談日,理由,\n,,,,主,副\nA社,1000,,2026-08-12,価格,機能\nB社,2000,,,倒産,\n")
    assert headings(table) == ["顧客", "月額", "面談日", "理由 主", "理由 副"]
    assert len(table.rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "顧客,月額,,ランク,基準\nA社,1000,,S,高い\nB社,2000,,A,低い\nC社,3000,,,\nD社,3000,,,\n",
        "顧客,月額,,顧客,月額\nA社,1000,,E社,100\nB社,2000,,F社,200\n",
        "顧客,月額,,,\nA社,1000,,月,件数\nB社,2000,,2024-01,5\nC社,3000,,2024-02,6\n",
    ],
)
def test_two_whole_tables_side_by_side_stay_two(pasted: Pasted, text: str) -> None:
    left, right = pasted(text)
    assert (headings(left), len(right.columns)) == (["顧客", "月額"], 2)


def test_ragged_rows_are_filled_up_and_cells_beyond_the_headings_kept(pasted: Pasted) -> None:
    (table,) = pasted("name,mrr,note\nA,1\nB,2,x,more\nC,3,y\n")
    assert headings(table) == ["name", "mrr", "note", ""]
    assert table.rows == (("A", "1", "", ""), ("B", "2", "x", "more"), ("C", "3", "y", ""))


def test_values_without_headings_are_a_table_of_unnamed_columns(pasted: Pasted) -> None:
    (table,) = pasted("A社\t1000\t2024-01-01\nB社\t2000\t2024-02-01\n")
    assert headings(table) == ["", "", ""]
    assert table.lines == (1, 2)


def test_a_list_of_names_is_a_table_but_a_text_is_not(pasted: Pasted) -> None:
    (table,) = pasted("企業名\nA社\nB社\nC社\n")
    assert (headings(table), len(table.rows)) == (["企業名"], 3)
    with pytest.raises(FileRefused) as caught:
        pasted("これは覚え書きです。\nいくつかの文があります。\n表ではありません。\n")
    assert caught.value.args[0] is Refusal.NO_TABLE


def test_more_columns_than_any_list_has_are_refused(pasted: Pasted) -> None:
    wide = ",".join(f"h{i}" for i in range(501))
    with pytest.raises(FileRefused) as caught:
        pasted(f"{wide}\n{wide.upper()}\n{wide.title()}\n")
    assert caught.value.args[0] is Refusal.TOO_WIDE


@pytest.mark.parametrize(
    ("rows", "totals"),
    [
        ("A,x,100\nB,y,200\n小計,,300\nC,x,50\n合計,,350\n", [4, 6]),
        ("合計,,300\nA,x,100\nB,y,200\n", [2]),
        ("A,x,100\nB,y,200\n総計 (2 件),,\n", [4]),
        ("A,x,100\nB,y,200\nTOTAL,,$300.00\n", [4]),
        ("A,x,100\nB,y,200\nTotal,,299\n", [4]),
        ("A,x,100\nTotal,,100\n\nB,x,5\nTotal,,5\n\nGrand Total,,105\n", [3, 6, 8]),
        ("A,x,100\nB,y,200\n,,300\n", [4]),
        ("A,x,100\nB,y,200\n2024年度計,,300\n平均,,150\n", [4, 5]),
        ("A,x,100\nB,y,200\nC,x,7\n3 logos,,307\n", [5]),
        ("A,x,100\nB,y,200\n計2社,,300\n", [4]),
        ("A,x,100\nB,y,200\n1Q計,,300\nC,x,50\n第2四半期計,,50\n", [4, 6]),
        ("A,x,100\nB,y,200\nnet,,299\n", [4]),
        ("A,x,100\nB,y,200\n純増,,300\n前年同月,,280\n", [4, 5]),
        ("A,x,100\nB,y,200\n差引,,300\nPrevious year,,280\n", [4, 5]),
        ("A,x,100\nB,y,200\nC,x,7\n,all in all,307\n", [5]),
    ],
)
def test_totals_are_set_aside_and_said(pasted: Pasted, rows: str, totals: list[int]) -> None:
    (table,) = pasted(f"name,plan,mrr\n{rows}")
    assert aside(table) == dict.fromkeys(totals, Reason.TOTAL_ROW.value)
    assert {str(row[0]) for row in table.rows} <= {"A", "B", "C"}
    assert not any(problem.refuses for problem in table.problems)


@pytest.mark.parametrize(
    "rows",
    [
        "トータル株式会社,100\nTotal Logistics,200\n株式会社時計,300\n見本会計事務所,1\n",
        "A,100\nB,200\nC,300\n",
        "A,100\nB,100\nC,100\nD,300\n",
        "A,100\nTotal,200\nB,7\nC,8\n",
        "A,100\nB,\n",
        "A,100\nTotal,total@example.jp\n",
        "A,100\nB,200\n2 Peaks,50\n",
        "A,100\nB,200\n3 Peaks,300\n",
        "A,100\nB,200\nScore,9\n",
        "A,100\nNet,200\nB,7\nC,8\n",
        "A,100\nB,200\nNet Works,50\n",
    ],
)
def test_real_rows_are_never_taken_for_totals(pasted: Pasted, rows: str) -> None:
    (table,) = pasted(f"name,mrr\n{rows}")
    assert len(table.rows) == rows.count("\n")
    assert table.problems == ()


@pytest.mark.parametrize("last", [",all in all,300", "D,all in all,307", ",,"])
def test_a_row_without_a_name_is_no_total_of_other_sums(pasted: Pasted, last: str) -> None:
    (table,) = pasted(f"name,plan,mrr\nA,x,100\nB,y,200\nC,x,7\n{last}\n")
    assert table.problems == ()


def test_a_note_with_commas_below_a_gap_is_no_record(pasted: Pasted) -> None:
    rows = "a@a.example,A,Y,2,1,EN,U1\nb@b.example,B,N,0,0,EN,U2\n"
    (table,) = pasted(f"address,name,sent,opens,clicks,language,number\n{rows}\nrates: sent 9%, read 5%\n")
    assert aside(table) == {5: Reason.NOTE_ROW.value}
    assert len(table.rows) == 2
    (other,) = pasted(f"address,name,sent,opens,clicks,language,number\n{rows}\nc@c.example,C\n")
    assert len(other.rows) == 3


def test_how_questions_are_answered_is_no_answer(pasted: Pasted) -> None:
    heads = "Respondent ID,Start Date,How likely is it that you would recommend us?,Why?"
    rows = "1180,10/05/2026,9,Fast\n1181,10/06/2026,7,Slow\n"
    (table,) = pasted(f"{heads}\n,,Response,Open-Ended Response\n{rows}")
    assert headings(table) == heads.split(",")
    assert [row[2] for row in table.rows] == ["9", "7"]
    assert aside(table) == {}


@pytest.mark.parametrize(
    ("questions", "kinds", "expected"),
    [
        (
            "How likely is it that you would recommend us to a friend or colleague?,Which features do you use?,,,Why?",
            ",Reports,Dashboards,Other (please specify),Open-Ended Response",
            ["Which features do you use? Reports", "Which features do you use? Dashboards",
             "Which features do you use? Other (please specify)", "Why?"],
        ),
        (
            "How likely are you to recommend us?,Which plan?,,How was it?,Why?",
            "Response,Response,Other (please specify),Response,Open-Ended Response",
            ["Which plan?", "Which plan? Other (please specify)", "How was it?", "Why?"],
        ),
        (
            "この製品を友人や同僚にすすめる可能性はどのくらいありますか？,よく使う機能はどれですか？,,,理由をお聞かせください。",
            "回答,レポート,ダッシュボード,その他 (具体的に),自由回答形式",
            ["よく使う機能はどれですか？ レポート", "よく使う機能はどれですか？ ダッシュボード",
             "よく使う機能はどれですか？ その他 (具体的に)", "理由をお聞かせください。"],
        ),
    ],
)  # fmt: skip
def test_options_below_a_question_are_headings_of_their_own_columns(
    pasted: Pasted, questions: str, kinds: str, expected: list[str]
) -> None:
    rows = "118001,2026-03-01 10:00,9,Reports,,API,Quick\n118008,2026-03-04 17:13,10,,Dashboards,,Slow\n"
    (table,) = pasted(f"Respondent ID,Start Date,{questions}\n,,{kinds}\n{rows}")
    assert headings(table) == ["Respondent ID", "Start Date", questions.split(",", maxsplit=1)[0], *expected]
    assert [row[0] for row in table.rows] == ["118001", "118008"]
    assert aside(table) == {}


def test_a_response_among_groups_keeps_its_name(pasted: Pasted) -> None:
    (table,) = pasted("Company,Survey,,Owner\n,Sent,Response,\nAcme,2026-03-01,9,Kim\nBolt,2026-03-02,7,Lou\n")
    assert headings(table) == ["Company", "Survey Sent", "Survey Response", "Owner"]


@pytest.mark.parametrize(
    ("label", "number"), [("Score", "8"), ("NPS", "-4"), ("Net Promoter Score", "8"), ("NPSスコア", "8")]
)
def test_what_came_of_the_answers_is_no_answer(pasted: Pasted, label: str, number: str) -> None:
    answers = "A,x,2026-09-01,9,8,fine\nB,y,2026-09-02,3,4,slow\n"
    (table,) = pasted(f"name,company,date,nps,prev,comment\n{answers}{label},,,{number},,\n")
    assert aside(table) == {4: Reason.NOTE_ROW.value}


def test_constant_amounts_that_happen_to_add_up_stay(pasted: Pasted) -> None:
    (table,) = pasted("顧客,2025-09,2025-10\nA,100,100\nB,100,100\nC,100,100\nD,300,300\n")
    assert len(table.rows) == 4


@pytest.mark.parametrize(
    "rows",
    [
        "A,○,○,○\nB,×,○,○\nC,×,○,×\n稼働社数,1,3,2\n",
        "A,1,1,1\nB,0,1,1\nC,1,1,0\nD,1,,\n稼働,3,3,2\n",
        "A,100,100,100\nB,5,50,50\nC,10,10,7\nMRR,115,160,157\n",
    ],
)
def test_a_last_row_that_sums_up_all_columns_is_a_total_whatever_its_name(pasted: Pasted, rows: str) -> None:
    (table,) = pasted(f"顧客,2025-09,2025-10,2025-11\n{rows}")
    assert list(aside(table)) == [rows.count("\n") + 1]


def test_the_sum_of_a_department_is_no_customer(pasted: Pasted) -> None:
    first, second = "1,A,9,7\n2,B,5,5\n3,C,1,2\n,第一営業 計,15,14\n", "4,D,7,3\n5,E,1,1\n6,山田会計,1,1\n,直販計,9,5\n"
    (table,) = pasted(f"コード,得意先,9月,10月\n{first}{second}7,F,1,1\n")
    assert list(aside(table)) == [5, 9]


def test_figures_below_the_total_go_with_it(pasted: Pasted) -> None:
    rows = "A,1,1,1\nB,0,1,1\nC,1,1,0\nD,1,,\nLogos,3,3,2\nChurned in month,,1,1\n"
    (table,) = pasted(f"customer,2025-09,2025-10,2025-11\n{rows}")
    assert list(aside(table)) == [6, 7]
    (other,) = pasted("customer,2025-09,2025-10\nA,1,1\nB,0,1\nC,1,1\nChurn Clinic,1,1\n")
    assert len(other.rows) == 4


def test_legends_notes_and_comment_lines_are_set_aside(pasted: Pasted) -> None:
    (table,) = pasted("顧客,担当,4月,5月,6月\nA社,見本,○,○,○\n# 途中\nB社,例示,×,○,○\n※税抜\n\n凡例\n○,稼働\n×,解約\n")
    assert aside(table) == dict.fromkeys((3, 5, 7, 8, 9), Reason.NOTE_ROW.value)
    assert table.lines == (2, 4)
    assert "○ 稼働" in table.context


def test_a_row_with_a_name_alone_stays_a_row(pasted: Pasted) -> None:
    (table,) = pasted("顧客,4月,5月,6月\nA社,○,○,○\nB社,,,\nC社,○,,\nD社,,,\n")
    assert [row[0] for row in table.rows] == ["A社", "B社", "C社", "D社"]


@pytest.mark.parametrize(
    "text",
    [
        "name,mrr\n" + "A,1\nTotal,1\n" * 10_000,
        "name,mrr\n" + "A,1\n\n" * 10_000,
        "a,b\n1,2\n\n" * 10_000,
        "name,who,x\n" + "A,b,c\n\nD,e,f\n" * 5_000,
        "a,b\n" + 'x,"y\n' * 10_000,
        "x\n\n" * 10_000,
    ],
)
@pytest.mark.timeout(60)
def test_no_text_takes_time_beyond_its_length(text: str) -> None:
    with suppress(FileRefused):
        read_text(text, "long")


def test_notes_beside_a_table_are_its_context(pasted: Pasted) -> None:
    (table,) = pasted("顧客,月額,,※税抜\nA社,1000,,2025年版\nB社,2000,,\n")
    assert (table.range, table.context) == ("A1:B3", "※税抜\n2025年版")


def test_a_lone_numbered_column_joins_the_table_it_numbers(pasted: Pasted) -> None:
    (table,) = pasted("項番,,顧客,月額\n1,,A社,1000\n2,,B社,2000\n")
    assert headings(table) == ["項番", "顧客", "月額"]


def test_tables_with_the_same_headings_side_by_side_stay_two(pasted: Pasted) -> None:
    left, right = pasted("顧客,月額,,顧客,月額\nA社,1000,,C社,1000\nB社,2000,,D社,2000\n")
    assert [row[0] for row in (*left.rows, *right.rows)] == ["A社", "B社", "C社", "D社"]


def test_what_a_program_or_a_template_left_is_set_aside_and_said(pasted: Pasted) -> None:
    (table,) = pasted(
        "<b>Warning</b>: Undefined variable $rows in <b>/srv/seed.php</b> on line <b>12</b><br />\n"
        "顧客名,月額,開始日\n見本A,100,2024-01-01\nLorem ipsum dolor sit amet,,\n"
        "Notice: Trying to access array offset on line 33,,\nここにテキストが入ります,,\n見本B,200,2024-02-01\n"
    )
    assert [row[0] for row in table.rows] == ["見本A", "見本B"]
    assert aside(table) == dict.fromkeys((1, 4, 5, 6), "junk_row")


@pytest.mark.parametrize("name", ["Warning Systems Ltd", "Placeholder & Sons, 100", "Notice Board Co"])
def test_a_customer_may_be_called_almost_like_junk(pasted: Pasted, name: str) -> None:
    (table,) = pasted(f"Customer\tMRR\tStart\n{name}\t100\t2024-01-01\nAlder\t50\t2024-02-01\n")
    assert [row[0] for row in table.rows] == [name, "Alder"]


def test_a_count_sign_begins_a_heading_among_others(pasted: Pasted) -> None:
    (table,) = pasted("# of logins,Customer,Month\n12,Northwind,2024-01\n7,Alder,2024-01\n")
    assert headings(table) == ["# of logins", "Customer", "Month"]


@pytest.mark.parametrize("word", ["出所", "出典", "凡例", "Exported", "Confidential"])
def test_the_word_of_a_note_alone_may_head_a_column(pasted: Pasted, word: str) -> None:
    (table,) = pasted(f"{word},顧客,月額\n税関,A社,1000\n銀行,B社,2000\n")
    assert headings(table) == [word, "顧客", "月額"]


@pytest.mark.parametrize("months", ["24/4,24/5,24/6", "24年4月,24年5月,24年6月", "'24/11,'24/12,'25/1"])
def test_short_months_head_columns(pasted: Pasted, months: str) -> None:
    (table,) = pasted(f"費目,{months}\n広告費,100,200,300\n展示会,400,500,600\n")
    assert headings(table) == ["費目", *months.split(",")]


def test_true_and_false_stand_under_headings(pasted: Pasted) -> None:
    (table,) = pasted(",2024,,\nCustomer,Apr,May,Jun\nNorthwind,TRUE,TRUE,FALSE\nAlder,TRUE,FALSE,FALSE\n")
    assert headings(table) == ["Customer", "2024 Apr", "2024 May", "2024 Jun"]


@pytest.mark.parametrize(
    "foot",
    [
        "TOTAL,,600\nR = at risk, Y = watch, G = fine,,\n".replace(", ", "、"),
        "TOTAL,,600\nprices without tax,,\n",
        "合計,,600\n税抜の金額,,\n",
        "A：大口、B：中堅、C：小口,,\n",
        "R = at risk,,\n",
    ],
)
def test_a_total_and_what_stands_below_it_or_explains_letters_are_no_customers(pasted: Pasted, foot: str) -> None:
    (table,) = pasted(f"Customer,Tier,MRR\nAda,A,100\nBlue,B,200\nCopper,C,300\n{foot}")
    assert [row[0] for row in table.rows] == ["Ada", "Blue", "Copper"]
    assert set(aside(table).values()) <= {"total_row", "note_row"}


@pytest.mark.parametrize("last", ["Dawn: Ltd,,", "Dawn Ltd,,", "Total Energies,,600", "Total,A,600"])
def test_a_customer_of_whom_nothing_else_is_known_stays_one(pasted: Pasted, last: str) -> None:
    (table,) = pasted(f"Customer,Tier,MRR\nAda,A,100\nBlue,B,200\nCopper,C,310\n{last}\n")
    assert len(table.rows) == 4


@pytest.mark.parametrize("title", ["2027 tracker (USD)", "2027 tracker (USD),,,2026-10-31"])
def test_a_title_over_a_list_with_a_response_is_no_heading(pasted: Pasted, title: str) -> None:
    (table,) = pasted(f"{title}\nCustomer,MRR,Response,Risk\nAda,100,Accepted,Low\nBlue,200,Rejected,High\n")
    assert headings(table) == ["Customer", "MRR", "Response", "Risk"]


def test_how_a_question_was_answered_is_joined_to_it(pasted: Pasted) -> None:
    (table,) = pasted("Respondent ID,How satisfied are you?,Why?\n,Response,Open-Ended Response\n1,5,fast\n2,4,slow\n")
    assert headings(table) == ["Respondent ID", "How satisfied are you?", "Why?"]
    (table,) = pasted("What do you use?,\nResponse,Other (please specify)\nreports,maps\nlists,\n")
    assert headings(table)[1] == "What do you use? Other (please specify)"
