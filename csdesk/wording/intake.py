"""The words of importing: fields, kinds of table, verdicts, why a cell or a file is refused, and the open questions."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.models.problems import Reason
from csdesk.wording.fields import FIELDS, MONTH_FIELDS
from csdesk.wording.speech import Words, look_up
from csdesk.wording.table_kinds import KINDS, VERDICTS
from csdesk.wording.times import TIMES
from csdesk.wording.voice import OFF_SCALE

__all__ = [
    "ANSWERS", "CHOICES", "FIELDS", "KINDS", "REASONS", "REFUSALS", "VERDICTS", "answer_words", "choice_words",
    "field_words", "kind_words", "reason_words", "refusal_words", "verdict_words",
]  # fmt: skip

REASONS: Mapping[str, Words] = {
    Reason.MISSING: Words("missing", "値がありません"),
    Reason.NOT_A_DATE: Words("not a date", "日付として読めません"),
    Reason.NOT_A_NUMBER: Words("not a number", "数値として読めません"),
    Reason.NOT_MONEY: Words("not an amount of money", "金額として読めません"),
    Reason.NOT_YES_OR_NO: Words("neither yes nor no", "はい・いいえとして読めません"),
    Reason.NOT_A_MONTH: Words("not a month", "年月として読めません"),
    Reason.NEGATIVE: Words("must not be negative", "マイナスの値は取り込めません"),
    Reason.HAS_CENTS: Words(
        "amounts have decimals that this currency does not know", "この通貨では表せない小数の金額があります"
    ),
    Reason.AVERAGES: Words("averages, no single answers; kept as your own column", "平均値のため独自の列に入れます"),
    Reason.NOT_ONE_ANSWER: Words("an average rather than one answer", "1件の回答ではなく平均値です"),
    Reason.OUT_OF_RANGE: Words("outside its scale", "範囲外の値です"),
    Reason.TOO_LARGE: Words(
        "more than one amount of a book may be: 10,000,000,000,000 of the currency's smallest unit",
        "1件の金額の上限（通貨の最小単位で10兆）を超えています",
    ),
    Reason.ENDS_BEFORE_START: Words("ends before it starts", "終了日が開始日より前です"),
    Reason.UNKNOWN_WORD: Words("a word that is not known here", "登録されていない語句です"),
    Reason.UNKNOWN_ACCOUNT: Words("belongs to no known account", "該当するアカウントがありません"),
    Reason.AMBIGUOUS_ACCOUNT: Words("more than one account may be meant", "複数のアカウントが候補になります"),
    Reason.DUPLICATE: Words("the same row stands above", "同じ内容の行がすでにあります"),
    Reason.TOO_LONG: Words("too long", "長すぎます"),
    Reason.NO_FILE_HERE: Words(
        "not the path of a file on this computer", "このコンピューターのファイルを指していません"
    ),
    Reason.UNWRITABLE: Words(
        "control characters, which no spreadsheet can hold, were left out",
        "表計算ソフトで扱えない制御文字を取り除きました",
    ),
    Reason.ERROR_CELL: Words("an error in the spreadsheet", "表計算ソフトのエラー値です"),
    Reason.NOT_CALCULATED: Words(
        "a formula that was never calculated; open the file, save it and try again",
        "数式が計算されていません。ファイルを開いて保存し直してください",
    ),
    Reason.OTHER_CURRENCY: Words("in another currency than the book's", "ブックと異なる通貨です"),
    Reason.MIXED_CURRENCY: Words("in another currency than its column", "列のほかの金額と通貨が異なります"),
    Reason.CONFLICT: Words("contradicts a row above", "上の行と内容が食い違っています"),
    Reason.TOTAL_ROW: Words("a total, not a record", "合計行のため取り込みません"),
    Reason.NOTE_ROW: Words("a note, not a record", "注記のため取り込みません"),
    Reason.JUNK_ROW: Words(
        "text that a program or a template left, not a record", "プログラムの警告や見本の文字列のため取り込みません"
    ),
    Reason.OTHER_FIGURE: Words(
        "another figure than what the customer pays; put it into a sheet of its own",
        "支払額とは別の数値の行です。別のシートに分けてください",
    ),
    Reason.HIDDEN: Words("hidden in the spreadsheet", "非表示になっています"),
    Reason.NOT_UNDERSTOOD: Words("could not be understood", "内容を読み取れません"),
    Reason.LABEL_PAIRS: Words(
        "looks like label and value pairs, not like rows; put each account into a row of its own",
        "項目名と値が横に並んだ表のようです。1社を1行にした表にしてください",
    ),
    Reason.MONTH_OF_SHEET: Words(
        "the month in the sheet's name is left aside: its year is not told, the sheets differ, or one is missing",
        "シート名の月は反映されません。年が分からないか、月ごとのシートの列が揃っていないか、抜けている月があります",
    ),
    Reason.LIKELY_SAME: Words(
        "may be the same as another account; please look", "別のアカウントと同一の可能性があります。ご確認ください"
    ),
    Reason.END_DATE_TAKEN: Words(
        "taken as the end of service, for want of evidence", "手がかりがないため、利用終了日として扱いました"
    ),
    Reason.DATE_ORDER_TAKEN: Words("order of day and month assumed", "日と月の順序を推定しました"),
    Reason.YEAR_TAKEN: Words(
        "year taken from the dates around, else the last such day",
        "年は前後の日付から補い、ない場合は直近の日としました",
    ),
    Reason.ERA_PAST_END: Words("the era had ended by then; converted", "終了後の元号です。西暦に換算しました"),
    Reason.NOT_WON: Words("an open or lost deal, not a contract", "受注前または失注の商談で、契約ではありません"),
    Reason.NOT_HELD: Words("did not take place, so it is no touch", "実施されていないため、対応には数えません"),
    Reason.IS_EXPENSE: Words("money that went out, no invoice to a customer", "支出で、顧客への請求ではありません"),
    Reason.START_TAKEN: Words("the close date is taken as the start", "完了日を契約開始日として扱いました"),
    Reason.PERIOD_UNKNOWN: Words(
        "not known how long the amount covers; say so to count it as MRR",
        "金額の対象期間が分かりません。指定するとMRRに含まれます",
    ),
    Reason.TAX_UNKNOWN: Words(
        "includes tax at a rate that is not known; say it to count the amount as MRR",
        "税込金額の税率が分かりません。指定するとMRRに含まれます",
    ),
    Reason.DISCOUNT_UNKNOWN: Words(
        "not known what is left after the discount; say so, or give the price after it, to count it as MRR",
        "割引後の金額が分かりません。割引前か割引後かを指定するか、割引後の金額を入れるとMRRに含まれます",
    ),
    Reason.FILLED_DOWN: Words(
        "told once for several rows; taken for all of them", "一度だけ書かれた値です。下の行にも同じ値を入れます"
    ),
    Reason.FILLED_BESIDE: Words(
        "says the same day as another column; taken where that one is empty",
        "別の列と同じ日付を表す列です。その列が空の行では、この列の値を使いました",
    ),
    Reason.COLUMN_TAKEN: Words(
        "taken because no other column fits; look whether it is right",
        "ほかに該当する列がないため、この列を使いました。ご確認ください",
    ),
    Reason.CENTS_TAKEN: Words(
        "whole amounts beside times that only programs write, read as hundredths of the currency; look whether it is "
        "right",
        "プログラム向けの時刻と並ぶ整数の金額のため、通貨の1/100単位と推定しました。ご確認ください",
    ),
    Reason.CHANGE_TAKEN: Words(
        "taken as what was added or taken away, for want of evidence; say so if it is the MRR after the change",
        "手がかりがないため、増減した額として扱いました。増減後のMRRの場合は指定してください",
    ),
    **TIMES,
    Reason.TOO_MANY_OWN: Words(
        "left out: a list of use this long keeps no columns of your own; split the file to keep it",
        "この長さの利用実績では独自の列を保存できないため取り込みません。残すには、短いファイルに分けて取り込んでください",
    ),
    Reason.LAST_OF_MONTH: Words(
        "rates of single days: the last of each month is kept", "日次のレートのため、各月の最後のレートを取り込みます"
    ),
    Reason.RATE_DIRECTION_TAKEN: Words(
        "taken as what one unit of the first currency costs in the second; look whether it is right",
        "1つ目の通貨1単位あたりの金額として扱いました。ご確認ください",
    ),
    Reason.NO_OPENING: Words(
        "not known what the account paid before; add the MRR before the change, or the row where it begins",
        "変更前のMRRが分かりません。変更前のMRRか、契約開始の行を加えてください",
    ),
    Reason.BEYOND_BALANCE: Words("takes away more MRR than there is", "減額がその時点のMRRを超えています"),
    Reason.OTHER_TOTAL: Words("the prices beside it, which were taken, come to another", "内訳の合計と一致しません"),
    Reason.OTHER_BALANCE: Words(
        "does not agree with the MRR that the rows before it make", "前の行までのMRRと一致しません"
    ),
    Reason.OTHER_MOVEMENT: Words(
        "the amounts make another kind of change of it than its word says", "金額から見た増減の種類が語句と一致しません"
    ),
    Reason.BEHIND_REFUSED: Words(
        "follows a row of the same account that cannot be taken",
        "同じアカウントの前の行を取り込めないため、続けられません",
    ),
    Reason.OVERLAPS: Words(
        "the book has other contracts of this account at that time; with both, MRR would count twice",
        "同じ時期の別の契約がブックにあるため、取り込むとMRRが二重になります",
    ),
    Reason.NO_CUSTOMER: Words("no column names the customer", "顧客名の列がありません"),
    Reason.DONE_DAY_TAKEN: Words(
        "done, but not on which day: the day it was due is taken, or today",
        "完了日がないため、期限日（または今日）を完了日としました",
    ),
    Reason.STILL_LIVE: Words(
        "an exit interview, yet a contract still runs without an end",
        "解約ヒアリングがありますが、終了日のない契約が継続しています",
    ),
    Reason.IS_DEAL: Words(
        "an open or lost deal: kept as a deal, not as a contract",
        "受注前または失注のため、契約ではなく商談として取り込みます",
    ),
    Reason.SEVERAL_LINES: Words(
        "more than one running contract may be meant; give its product, ID or start",
        "継続中の契約が複数あり特定できません。製品・契約番号・開始日のいずれかを入れてください",
    ),
    Reason.NO_CONTRACT: Words(
        "no running contract that this could be told of; give an amount to add one",
        "該当する継続中の契約がありません。金額を入れると契約として追加できます",
    ),
    Reason.NOT_MATCHED: Words(
        "not taken for any field, though it may be what is missing; choose one if it is",
        "不足している項目の可能性がありますが、判別できません。該当する場合は項目を選んでください",
    ),
}

REFUSALS: Mapping[str, Words] = {
    "missing": Words("{file} cannot be found.", "{file} が見つかりません。"),
    "not_a_file": Words(
        "{file} is not a file. Choose the spreadsheets themselves, not the folder they are in.",
        "{file} はファイルではありません。フォルダーではなく、中の表ファイルを選んでください。",
    ),
    "unreadable": Words(
        "{file} may not be read. Check the rights on it.", "{file} を読み取れません。アクセス権をご確認ください。"
    ),
    "empty": Words("{file} is empty.", "{file} は空です。"),
    "encrypted": Words(
        "{file} is protected by a password. Save it without one and try again.",
        "{file} はパスワードで保護されています。解除して保存し直してください。",
    ),
    "too_large": Words(
        "{file} is too large (50 MB and 10 million cells at most, 2 million in a web page).",
        "{file} は大きすぎます（上限50 MB、1,000万セル。Webページは200万セル）。",
    ),
    "too_wide": Words(
        "{file} has a table of more than 500 columns, the most that csdesk reads.",
        "{file} の表は列数が上限（500列）を超えています。",
    ),
    "not_a_spreadsheet": Words(
        "{file} is no spreadsheet that csdesk reads. Where it holds a table, export that as Excel or CSV.",
        "{file} は取り込める表ファイルではありません。表が入っている場合は、Excel形式またはCSVで書き出してください。",
    ),
    "web_page": Words(
        "{file} is a web page without a table. If you exported it from a website, sign in there and export it again.",
        "{file} は表のないWebページです。Webサービスから書き出した場合は、ログインし直して再度書き出してください。",
    ),
    "broken": Words("{file} is damaged and cannot be read.", "{file} は破損しているため読み取れません。"),
    "bomb": Words(
        "{file} unpacks to an absurd size and was not opened.", "{file} は展開後のサイズが異常なため開きませんでした。"
    ),
    "too_slow": Words("{file} takes too long to read.", "{file} の読み取りに時間がかかりすぎるため中止しました。"),
    "not_calculated": Words(
        "{file} holds formulas that were never calculated. Open it, save it and try again.",
        "{file} の数式が計算されていません。ファイルを開いて保存し直してください。",
    ),
    "no_table": Words(
        "No table was found in {file}: it takes headings, and at least one row below them.",
        "{file} に表が見つかりません。見出しと、その下に1行以上のデータが必要です。",
    ),
    "no_such_sheet": Words(
        "{file} has no sheet of that name. Its sheets: {instead}.",
        "{file} にその名前のシートはありません。シート名：{instead}",
    ),
    "no_sheets": Words(
        "{file} is a text file and has no sheets.", "{file} はテキストファイルのため、シートを選べません。"
    ),
}

CHOICES: Mapping[str, Words] = {
    "end_date": Words("What the end date means", "終了日の意味"),
    "end_day": Words("Which day the end date is", "終了日が指す日"),
    "date_order": Words("Order of day and month", "日と月の順序"),
    "currency": Words("Currency of the amounts", "金額の通貨"),
    "unit": Words("Unit of the amounts", "金額の単位"),
    "survey": Words("Question that was asked", "質問の種類"),
    "period": Words("What an amount covers", "金額の対象期間"),
    "tax": Words("Tax that the amounts include", "金額に含まれる消費税の税率"),
    "discount": Words("Amounts and their discount", "金額と割引の関係"),
    "moves": Words("What the amounts of the changes are", "増減の記録にある金額の意味"),
}

ANSWERS: Mapping[str, Words] = {
    "service": Words("End of service: the customer left", "利用終了日（解約）"),
    "renewal": Words("Renewal date: the term ends, the customer may stay", "契約満了日（更新日）"),
    "last_day": Words("The last day of service", "利用最終日"),
    "day_after": Words("The first day without service", "利用最終日の翌日"),
    "dmy": Words("Day / month / year", "日/月/年"),
    "mdy": Words("Month / day / year", "月/日/年"),
    "ymd": Words("Year / month / day", "年/月/日"),
    "hundredth": Words("Hundredths (cents)", "1/100（セント）"),
    "one": Words("As written", "そのまま"),
    "thousand": Words("Thousands", "千"),
    "ten_thousand": Words("Ten thousands", "万"),
    "million": Words("Millions", "百万"),
    "ten_million": Words("Ten millions", "千万"),
    "hundred_million": Words("Hundred millions", "億"),
    "billion": Words("Billions", "十億"),
    "month": Words("A month", "1か月"),
    "quarter": Words("A quarter", "四半期"),
    "half_year": Words("Half a year", "半年"),
    "year": Words("A year", "1年"),
    "term": Words("The whole contract", "契約期間全体"),
    "one_off": Words("Once only", "一括（1回のみ）"),
    "unknown": Words("Not known", "不明"),
    "column": Words("As its column says", "税率の列のとおり"),
    "before": Words("Before the discount", "割引前の金額"),
    "after": Words("After the discount", "割引後の金額"),
    "change": Words("By how much MRR changed", "増減した額"),
    "level": Words("The MRR after the change", "増減後のMRR"),
    "nps": Words("NPS (0-10)", "NPS（0〜10）"),
    "csat": Words("CSAT (1-5)", "CSAT（1〜5）"),
    "ces": Words("CES (1-7)", "CES（1〜7）"),
}


def field_words(field: str, language: Language) -> str:
    """What a field of the dictionary is called. Month columns tell their month, own columns their heading; ids without
    words are shown as they are."""
    base, _, month = field.partition("@")
    if base.startswith("custom:"):
        return base.removeprefix("custom:")
    if month:
        words = MONTH_FIELDS.get(base)
        name = words.say(language) if words else look_up(FIELDS, base, language)
        return f"{name} {month}"
    if base.startswith("usage.") and base not in FIELDS:
        return base.removeprefix("usage.")
    return look_up(FIELDS, base, language)


def kind_words(kind: str, language: Language) -> str:
    """What a kind of table is called."""
    return look_up(KINDS, kind, language)


def verdict_words(verdict: str, language: Language) -> str:
    """What a plan would do with a row, in a word."""
    return look_up(VERDICTS, verdict, language)


def reason_words(reason: str, language: Language, field: str = "") -> str:
    """Why a cell or row was refused or questioned; of a survey's score, which its scale is."""
    if reason == Reason.OUT_OF_RANGE and field in OFF_SCALE:
        return OFF_SCALE[field].say(language)
    return look_up(REASONS, reason, language)


def refusal_words(refusal: str, file: str, language: Language, instead: str = "") -> str:
    """The one plain sentence for a file that cannot be taken; `instead` names what it has."""
    return look_up(REFUSALS, refusal, language, file=file, instead=instead)


def choice_words(choice: str, language: Language) -> str:
    """An open question of a table."""
    return look_up(CHOICES, choice, language)


def answer_words(answer: str, language: Language) -> str:
    """An answer to an open question; currencies and months are their own words."""
    return look_up(ANSWERS, answer, language)
