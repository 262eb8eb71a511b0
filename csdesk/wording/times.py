"""What is said of columns of time in a spreadsheet: months, quarters and years, and the marks under them."""

from collections.abc import Mapping

from csdesk.models.problems import Reason
from csdesk.wording.speech import Words

TIMES: Mapping[str, Words] = {
    Reason.MONTHS_WITHOUT_YEAR: Words(
        "months without a year, kept as columns of your own; write the year into a heading, the title or the sheet's "
        "name and read the file again to take them by month",
        "月に年がないため、独自の列として残します。見出し・表題・シート名のいずれかに年を入れて読み込み直してください",
    ),
    Reason.YEAR_OF_TITLE: Words("the year of the months is the title's", "月の年は表題やシート名から補いました"),
    Reason.MONTHS_OF_WHAT: Words(
        "columns by time, kept as columns of your own, as nothing tells what they are; if they are what each customer "
        "pays or when it was one, choose 'Logo by month'",
        "期間ごとの値の意味が分からないため、独自の列として残します。顧客ごとの月額や契約の有無の場合は「顧客×月の表」を選んでください",
    ),
    Reason.MONTHS_EMPTY: Words(
        "nothing stands under the months; colours of cells are not read, so write a mark or an amount into them",
        "月の列に値がありません。セルの色は読み取れないため、印か金額を入れてください",
    ),
    Reason.MONTHS_NOT_FILLED: Words(
        "nothing but zeros in the last months: taken as not filled in yet, not as the end of every customer",
        "最後の月がすべて0のため、未入力として扱いました（全顧客の解約とはしません）",
    ),
    Reason.MONTH_MISSING: Words(
        "the period before it has no column; what ran before and after is taken to have run on",
        "直前の期間の列がありません。前後で続いている契約は継続していたものとして扱いました",
    ),
    Reason.NEGATIVE_MONTH: Words(
        "must not be negative: left out, as if what the customer pays had not changed then",
        "マイナスの値は取り込めません。この期間の金額は変わらなかったものとして扱いました",
    ),
    Reason.BILLED_AHEAD: Words(
        "the same amount every few months and nothing between, as if billed for all of them; write it into each month",
        "同じ金額が数か月おきに並んでいます。まとめ払いの請求額とみられるため、各月の月額に直してください",
    ),
    Reason.MARKED_ONCE: Words(
        "each customer has one mark at most, so the marks are events and not the months of its contract",
        "印が各顧客に1つまでのため、契約中の月ではなく出来事の印とみなして取り込みません",
    ),
    Reason.UNCLEAR_MARK: Words(
        "trial, paused or the like: not known whether the customer paid then; write a mark or leave the cell blank",
        "トライアル・休止などのため、その月に契約中だったか分かりません。印を入れるか、空欄にしてください",
    ),
    Reason.SPREAD_EVENLY: Words(
        "amounts of longer periods, spread evenly over their months",
        "月より長い期間の金額のため、各月に均等に割りました",
    ),
    Reason.FISCAL_TAKEN: Words(
        "by the fiscal year of the book, named by the year it begins in; set its first month in the settings",
        "年度はブックの期首月から、始まる年の年度として数えました。期首月は設定で変えられます",
    ),
    Reason.PERIOD_NOT_OVER: Words(
        "the period is not over, so its amount may be a part only: left out",
        "終わっていない期間の金額は途中の値の可能性があるため、取り込みません",
    ),
}
