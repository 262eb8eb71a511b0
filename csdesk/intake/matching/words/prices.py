"""What a heading says of a price: the time it is for, tax, discount and seats, and whether it is one of now."""

import re
from enum import StrEnum

from csdesk.models.text import fold_case

_MONTH = (
    r"月額|月間|月次|毎月|月々|月ごと|月極|月契約|月あたり|月当たり|ひと月|[/(]\s*月\s*\)?|"
    r"\b(?:monthly|month|mo|per month|p[./]?m)\b"
)
_YEAR = (
    r"(?<!半)年額|年間|年次|毎年|年ごと|年契約|年あたり|年当たり|[/(]\s*年\s*\)?|"
    r"\b(?:annual|annually|annualized|yearly|year|yr|annum|p[./]?a)\b"
)
_MONTHLY, _YEARLY = re.compile(_MONTH), re.compile(_YEAR)
_QUARTERLY = re.compile(r"四半期|3\s*[かヶケカ]月|\b(?:quarterly|per quarter|a quarter|/\s*quarter)\b")
_HALF_YEARLY = re.compile(
    r"半年|半期(?<!四半期)|6\s*[かヶケカ]月|\b(?:half.?yearly|semi.?annual(?:ly)?|per half.?year)\b"
)
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")
_ALONE = re.compile(
    r"(?:monthly|per month|a month|each month|月々|毎月|月ごと)|(?:annually|annual|yearly|per year|per annum|"
    r"a year|毎年|年ごと)"
)
_PAID = re.compile(
    r"額|料|費|価|代金|売上|請求|支払|収益|課金|単価|金$|"
    r"\b(?:fees?|price|pricing|amount|value|charges?|subscription|payments?|rev(?:enue)?|rate|rent|recurring|total|spend|"
    r"bill(?:ing)?|contract|net|invoice|income|retainer|usd|eur|gbp|jpy|chf|aud|cad|sgd)\b|[$¥€£]"
)
_NOT_PAID = re.compile(
    r"サイクル|間隔|周期|頻度|期間|期限|区分|方法|種別|形態|月数|年数|単位(?!\s*[:は])|日$|(?<![/(])月\)?$|(?<![/(])年\)?$|数$|率|"
    r"割引(?![後前])|初期|初年度|消費税|税額|税率|予算|目標|"
    r"\b(?:cycle|interval|period|term|frequency|length|duration|due|date|day|start|end|method|type|"
    r"plan(?! price| fee)|users?|logins?|sessions|events|active|count|"
    r"(?:yr|year|month|mo)[ -]?(?:1|one)(?!\d)|first (?:yr|year|month)|rate\s*%|"
    r"churn|growth|discount|setup|tax|vat|budget|target|status|renewal)\b"
)
_NOT_NOW = re.compile(
    r"見込|予想|予測|想定|提案|旧|以前|前回|変更前|"
    r"\b(?:expected|forecast|projected|proposed|estimated|potential|old|previous|former|prior)\b"
)
"""Prices that are not what is paid now."""
_TURNOVER = re.compile(
    r"(?:会社の?|企業の?|自社の?)?年間(?:総)?(?:売上|収益|収入)(?:高|額|金額)?|"
    r"(?:annual|yearly) (?:revenues?|sales|turnover|income)"
)
"""What a company takes in a year as well as what it pays us."""
_TAKEN = re.compile(r"売上|収益|revenue|turnover")
_AGREED_IN = re.compile(r"契約|\bcontract")
_RUN_RATE = {"mrr": re.compile(r"(?<![a-z])mrr(?![a-z])"), "arr": re.compile(r"(?<![a-z])arr(?![a-z])")}
_OF_CHANGE = re.compile(
    r"\b(?:new|churned|lost|expansion|contraction|upsell|growth|change|delta|target|goal|forecast|expected|before|after|"
    r"previous|prior|old|start|opening)\b|増減|新規|解約|拡大|縮小|目標|予測|見込|前月|前回|変更前|更新後"
)
_BY_UNIT = re.compile(
    r"単価|1\s*(?:id|席|人|名|ライセンス|アカウント|ユーザー)|(?:id|席|人|ライセンス|アカウント|ユーザー)(?:当|あ)たり|"
    r"\b(?:unit|per (?:seat|user|licen[cs]e|unit|head|member)|/\s*(?:seat|user|unit|licen[cs]e)|"
    r"seat price|user price)\b|/\s*(?:seat|user|unit|licen[cs]e|id|席|人|名)"
)
_WITH_TAX = re.compile(
    r"税込|内税|incl(?:\.|uding|usive|\b).{0,7}(?:tax|vat|gst)|(?:tax|vat|gst).{0,3}incl|gross of tax|with (?:tax|vat)"
)
_WITHOUT_TAX = re.compile(
    r"税抜|税別|外税|[+＋]税|(?:ex|excl)(?:\.|uding|\b).{0,7}(?:tax|vat|gst)|(?:net of|before|without|plus) (?:tax|vat)"
)
_TAX_ASIDE = re.compile(r"\b(?:net of|excl\w*\.?|ex|before|without|plus) (?:vat|tax|gst)\b")
_BEFORE_DISCOUNT = re.compile(r"定価|正価|引き?前|\blist\b|before discount|\bgross\b(?! of tax)|regular price")
_STANDARD = re.compile(r"標準|通常|\bstandard\b")
_LESS_DISCOUNT = re.compile(r"引き?後|割引適用後|\bnet\b|after discount|discounted|実売|実請求|実質")
_AGREED = re.compile(
    r"契約.{0,3}額|契約金額|契約料|請求|受注|成約|売上|入金|支払|"
    r"(?<![a-z])(?:mrr|arr|acv|tcv)(?![a-z])|\b(?:revenue|contract|deal|billed|invoiced|paid|charged)\b"
)


class Span(StrEnum):
    """What an amount covers, by its heading."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


def span_of(heading: str) -> Span | None:
    """The month, quarter, half year or year that a heading speaks of: '金額/月', 'Amount per year'. None for none and
    for several."""
    if _QUARTERLY.search(heading):
        return Span.QUARTER
    if _HALF_YEARLY.search(heading):
        return Span.HALF_YEAR
    month, year = _MONTHLY.search(heading), _YEARLY.search(heading)
    if bool(month) == bool(year):
        return None
    return Span.MONTH if month else Span.YEAR


def price_of_span(heading: str) -> Span | None:
    """The period of a heading that names a price for a month or a year."""
    words = _TAX_ASIDE.sub(" ", heading)
    if not _PAID.search(words) or _NOT_PAID.search(words) or is_not_now(words):
        return None
    return span_of(words)


def is_not_now(heading: str) -> bool:
    """Whether a heading speaks of a price that was paid once or may be paid: '旧月額', 'Expected fee'."""
    return bool(_NOT_NOW.search(heading))


def run_rate(heading: str) -> Span | None:
    """MRR or ARR among other words: 'MRR (USD) now'. None where it is a change, a target or another day's."""
    if _OF_CHANGE.search(heading) or _NOT_PAID.search(heading):
        return None
    if _RUN_RATE["mrr"].search(heading):
        return Span.MONTH
    return Span.YEAR if _RUN_RATE["arr"].search(heading) else None


def may_be_turnover(heading: str) -> bool:
    """Whether a year's revenue may be the customer's own rather than what we are paid: 年間売上, 'Annual revenue'."""
    return not _AGREED_IN.search(heading) and bool(_TURNOVER.fullmatch(_BRACKETS.sub("", heading).strip()))


def is_taken_in(heading: str) -> bool:
    """Whether a heading is the bare word for what anybody takes: 売上, 'Revenue'."""
    return bool(_TAKEN.fullmatch(_BRACKETS.sub("", heading).strip()))


def names_span_alone(heading: str) -> Span | None:
    """The period of a heading that is nothing but it: 'Monthly', '毎月'."""
    return span_of(heading) if _ALONE.fullmatch(_BRACKETS.sub("", heading).strip()) else None


def is_by_unit(heading: str) -> bool:
    """Whether a price is one for each seat, user or piece."""
    return bool(_BY_UNIT.search(heading))


def is_with_tax(words: str) -> bool:
    """Whether a heading or title says that amounts include tax."""
    return bool(_WITH_TAX.search(fold_case(words)))


def is_without_tax(words: str) -> bool:
    """Whether a heading or title says that amounts are without tax."""
    return bool(_WITHOUT_TAX.search(words))


def is_before_discount(words: str) -> bool:
    """Whether a heading says that a price is the one before its discount."""
    return bool(_BEFORE_DISCOUNT.search(words) or _STANDARD.search(words)) and not _LESS_DISCOUNT.search(words)


def is_list_price(words: str) -> bool:
    """Whether a price is one that a discount is taken off, by its heading alone."""
    return bool(_BEFORE_DISCOUNT.search(words))


def is_less_discount(words: str) -> bool:
    """Whether a heading says that a price is what is left after its discount, as amounts agreed or billed are."""
    return bool(_LESS_DISCOUNT.search(words) or _AGREED.search(words))


def is_reduced_price(words: str) -> bool:
    """Whether a heading that speaks of a discount names the price before or after it."""
    return bool(_BEFORE_DISCOUNT.search(words) or _LESS_DISCOUNT.search(words))
