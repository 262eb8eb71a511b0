"""How vendors count, and what of it csdesk cannot imitate; the options of the definitions and their values in words."""

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, look_up

VENDORS = {
    "house": Words("csdesk", "csdesk 標準"),
    "chartmogul": Words("ChartMogul", "ChartMogul"),
    "stripe": Words("Stripe Billing", "Stripe Billing"),
    "profitwell": Words("ProfitWell", "ProfitWell"),
    "baremetrics": Words("Baremetrics", "Baremetrics"),
}

VENDOR_NOTES = {
    "house": Words(
        "Churn is a share of the customers at the start. Returns do not make up for losses. MRR is net of discounts. "
        "Lifetime value by the churn of the last six months.",
        "解約率は期首の顧客に対する割合です。再開した顧客は損失を埋め合わせません。MRR は割引後の金額です。LTV "
        "には直近 6 か月の解約率を使います。",
    ),
    "chartmogul": Words(
        "As csdesk, but expansion and returning customers both make up for losses in net MRR churn. Not imitated: over "
        "quarters and years ChartMogul adds up movements, csdesk follows the customers of the start; a customer who "
        "goes free stays active there.",
        "csdesk 標準との違いは、ネットMRR解約率で拡大だけでなく再開も損失を埋め合わせる点です。再現できない点："
        "四半期・年の解約率を ChartMogul は変動の合計で、csdesk は期首の顧客を追って計算します。"
        "無料プランへ移った顧客は ChartMogul では有効なままです。",
    ),
    "stripe": Words(
        "Logo churn is a share of customers at the start and new ones; who cancels is lost on that day, where the book "
        "has it; only discounts without an end lower MRR; lifetime value by the churn of one month. Not imitated: "
        "periods are rolling 30 days there; a customer lost within its first month does not show at month ends; in "
        "lifetime value churn stays a share of the customers at the start; both the day and the discounts can be set "
        "otherwise there.",
        "ロゴ解約率は期首の顧客と新規顧客の合計に対する割合です。解約申込日が分かる顧客は、その日に解約として数えます。"
        "MRR から引くのは期限のない割引だけです。LTV には 1 か月の解約率を使います。"
        "再現できない点：Stripe の期間は直近 30 日です。契約した月のうちに解約した顧客は月末の比較に現れません。"
        "LTV の解約率は期首の顧客に対する割合のままです。なお、解約の計上日と割引の扱いは Stripe 側でも変更できます。",
    ),
    "profitwell": Words(
        "MRR counts until the service ends, net of every discount; new and lost within one month is neither; "
        "lifetime "
        "value by MRR lost in one month. Not imitated: ProfitWell smooths lifetime value and takes growth of "
        "those who "
        "stay into it, and counts late payers as lost when reminders end; the day of cancelling changes nothing there.",
        "MRR はサービス終了日まで数え、すべての割引を引きます。"
        "同じ月に契約して解約した顧客は新規にも解約にも数えません。"
        "LTV には 1 か月の MRR 損失率を使います。再現できない点：ProfitWell は LTV を平滑化し、"
        "継続顧客の拡大も含めます。"
        "また、督促期間が過ぎた支払い遅延を解約とみなします。解約申込日は計算に影響しません。",
    ),
    "baremetrics": Words(
        "Churn is a share of the customers at the start; MRR is net of coupons; lifetime value by the churn of one "
        "month. Not imitated: periods are rolling 30 days there (365 for yearly plans); who comes and cancels within "
        "one counts as churn there; payments 30 days late count as cancelled, and a contract list does not tell since "
        "when they are late.",
        "解約率は期首の顧客に対する割合で、MRR はクーポン適用後の金額です。LTV には 1 か月の解約率を使います。"
        "再現できない点：Baremetrics の期間は直近 30 日（年契約は 365 日）で、"
        "その間に契約して解約した顧客も解約に数えます。30 日を超える支払い遅延を解約とみなしますが、"
        "いつから遅れているかは契約一覧からは分かりません。",
    ),
}
"""What each counts by, and what of its own ways is not imitated."""

OPTIONS = {
    "snapshot": Words("MRR of a month is read", "月の MRR を読む時点"),
    "end_date": Words("An end date is", "終了日の意味"),
    "churn_date": Words("A customer who cancels is lost", "解約の計上日"),
    "gap_days": Words("Gaps bridged, days", "空白をつなぐ日数"),
    "ltv_window": Words("Months of churn in LTV", "LTV に使う解約率の月数"),
    "reactivation_offsets": Words("Returns make up for losses", "再開で損失を埋め合わせる"),
    "denominator": Words("Logo churn is a share of", "ロゴ解約率の分母"),
    "discounts": Words("MRR is", "MRR の割引の扱い"),
    "paused_is_churn": Words("A pause is a churn", "休止を解約とする"),
    "ltv": Words("Lifetime value", "LTV の計算式"),
    "ltv_churn": Words("Churn in LTV", "LTV に使う解約率"),
    "ltv_purchases": Words("Purchases in a life", "生涯の購入回数"),
    "ltv_frequency": Words("Payments a year", "年間の支払い回数"),
    "ltv_years": Words("Years a customer stays", "継続年数"),
    "cmrr_days": Words("CMRR looks ahead, days", "CMRR の見通し日数"),
    "answer_days": Words("An answer counts to an asking within, days", "回答を依頼に対応づける日数"),
    "gross_margin": Words("Gross margin", "粗利率"),
    "ltv_to_cac_holds": Words("LTV ÷ CAC holds at", "LTV ÷ CAC の健全ライン"),
    "cac_month_before": Words("CAC by costs of the month before", "CAC に前月の費用を使う"),
}

VALUES = {
    "yes": Words("yes", "はい"),
    "no": Words("no", "いいえ"),
    "month_end": Words("at its end", "月末"),
    "month_start": Words("at its start", "月初"),
    "overlap": Words("on any day of it", "月内のいずれかの日"),
    "as_imported": Words("as found at import", "取り込み時の判定どおり"),
    "last_day": Words("always the last day of service", "常にサービスの最終日"),
    "day_after": Words("always the day after the last day", "常に最終日の翌日"),
    "service_end": Words("when service has ended", "サービス最終日の翌日"),
    "cancelled": Words("on the day of cancelling", "解約の申し出があった日"),
    "start": Words("customers at the start", "期首の顧客"),
    "start_and_new": Words("customers at the start, and new ones", "期首の顧客と新規顧客"),
    "renewals_due": Words("customers whose renewal was due", "更新を迎えた顧客"),
    "net": Words("net of discounts", "割引後"),
    "gross": Words("before discounts", "割引前"),
    "lasting": Words("net of discounts without an end", "期限のない割引だけを引く"),
    "logo": Words("logo churn", "ロゴ解約率"),
    "mrr": Words("gross MRR churn", "グロスMRR解約率"),
    "churn": Words("by churn", "解約率から"),
    "percent": Words("by churn in percent", "解約率（%）から"),
    "purchases": Words("by purchases", "購入回数から"),
    "frequency": Words("by frequency", "購入頻度から"),
    "years": Words("by years", "継続年数から"),
    "less_costs": Words("less costs", "費用を差し引く"),
}


def option_text(option: str, value: str, language: Language) -> str:
    """One option with its value, as in a list of choices."""
    colon = "：" if language is Language.JA else ": "
    return f"{look_up(OPTIONS, option, language)}{colon}{look_up(VALUES, value, language)}"
