"""Words and figures of charts: legends, titles, the names of periods, and amounts short enough for an axis."""

from datetime import date
from fractions import Fraction

from csdesk.models.kinds import Band, Language
from csdesk.models.money import Currency
from csdesk.models.months import Period, PeriodKind
from csdesk.wording.movements import MOVEMENTS
from csdesk.wording.speech import MONTHS, Words, day, symbol
from csdesk.wording.window import BANDS as _WORDS

LEGEND = {
    **MOVEMENTS,
    "net": Words("Net", "純増減"),
    "mrr": Words("MRR", "MRR"),
    "cmrr_won": Words("Won", "受注"),
    "cmrr_upgrades": Words("Upgrades", "増額"),
    "cmrr_withdrawals": Words("Withdrawals", "解約予定"),
    "cmrr_downgrades": Words("Downgrades", "減額予定"),
    "cmrr": Words("CMRR", "CMRR"),
    "forecast_mrr": Words("Forecast", "予測"),
    "signed_mrr": Words("Signed and known alone", "契約済み・予定分のみ"),
    "range": Words("80% range", "80%予測区間"),
    "from": Words("80% from", "80%下限"),
    "to": Words("80% to", "80%上限"),
    "logo_churn": Words("Logo churn", "ロゴ解約率"),
    "value_users": Words("Active by what counts", "価値のある利用"),
    "login_users": Words("Any use", "何らかの利用"),
    "user_attrition": Words("User attrition", "ユーザー離脱率"),
    "at_least": Words("at least", "少なくとも"),
    "interval": Words("95% interval", "95%信頼区間"),
    "too_few": Words("fewer than 10 accounts", "10社未満"),
    "survival": Words("Still there", "継続している割合"),
    "censored": Words("Seen last, still there", "打ち切り（継続中）"),
    "at_risk": Words("At risk", "観測対象数"),
    "left": Words("Left", "解約"),
    "months": Words("Months", "月数"),
    "group": Words("Group", "区分"),
    "reason": Words("Reason", "理由"),
    "share": Words("Share", "割合"),
    "few_answers": Words("fewer than 10", "10件未満"),
    "answers": Words("Answers", "回答"),
    "detractors": Words("Detractors 0-6", "批判者 0～6"),
    "passives": Words("Passives 7-8", "中立者 7～8"),
    "promoters": Words("Promoters 9-10", "推奨者 9～10"),
    "content": Words("Content 4-5", "満足 4～5"),
    "not_content": Words("Others 1-3", "その他 1～3"),
    "account": Words("Account", "アカウント"),
    "outcome": Words("Outcome", "成果"),
    "experience": Words("Experience", "体験"),
    "accounts": Words("Accounts", "アカウント数"),
    "score": Words("Score", "スコア"),
    "others": Words("Others", "その他"),
    "period": Words("Period", "期間"),
    "day": Words("Day", "日付"),
    "cohort": Words("Started", "開始"),
    "size": Words("Size", "規模"),
    "low": Words("95% from", "95%下限"),
    "high": Words("95% to", "95%上限"),
}

TITLES = {
    "movements": Words("MRR movements", "MRRの増減"),
    "mrr": Words("MRR at period end", "期末MRR"),
    "ahead": Words("MRR behind and ahead", "MRRの実績と予測"),
    "health_moves": Words("What moved the score", "スコアの変化の内訳"),
    "bridge": Words("From MRR to CMRR", "MRRからCMRRへの内訳"),
    "logo_churn": Words("Logo churn", "ロゴ解約率"),
    "daily_users": Words("Users of each day, 13 weeks", "日別ユーザー数（直近13週）"),
    "active_users": Words("Monthly active users", "月次アクティブユーザー"),
    "two_attritions": Words("Users lost and logos lost", "ユーザー離脱率とロゴ解約率"),
    "reasons": Words("Accounts that left, by reason", "理由別の解約アカウント数"),
    "survival": Words("Still there, by months since the start", "開始からの月数別にみた継続割合"),
    "scores": Words("Answers by score", "点数別の回答数"),
    "health": Words("Paying accounts by health score", "ヘルススコアの分布（課金中のアカウント）"),
    "quadrant": Words("Outcome and experience", "成果（CO）と体験（CX）"),
}

WEEKDAYS = tuple(
    Words(english, japanese)
    for english, japanese in zip(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), "月火水木金土日", strict=True)
)

EMPTY = Words("Nothing to draw yet", "まだ表示するデータがありません")
UNFINISHED = Words("not complete yet", "途中")
MONTHS_SINCE = Words("Months since the start", "開始からの月数")

_TRAILING = Words("12 months to {month}", "{month}までの12か月")

_SHAPES = {Band.GREEN: "●", Band.YELLOW: "▲", Band.RED: "■", Band.UNKNOWN: "○"}
BANDS = {band: Words(f"{shape} {_WORDS[band].en}", f"{shape} {_WORDS[band].ja}") for band, shape in _SHAPES.items()}
"""Health bands by shape and word, so that no reader depends on their colour."""


def period_name(period: Period, language: Language) -> str:
    """A period in full: Mar 2024, Q1 2024, FY2025, 12 months to Mar 2024; 2024年3月, 2024年第1四半期, 2025年度."""
    if period.trailing:
        return _TRAILING.say(language, month=period_name(Period(period.last), language))
    top, year = period_tick(period, language)
    if period.kind is PeriodKind.QUARTER and language is Language.JA:
        return f"{year}第{top[1:]}四半期"
    if period.kind is PeriodKind.YEAR:
        return year
    return f"{year}{top}" if language is Language.JA else f"{top} {year}"


def period_tick(period: Period, language: Language) -> tuple[str, str]:
    """The two lines under an axis: the month or quarter ('' for years), and the year it lies in."""
    year = period.first.year if period.kind is PeriodKind.MONTH else period.fiscal_year
    own_year = period.fiscal_start != 1 and period.kind is not PeriodKind.MONTH
    japanese = language is Language.JA
    below = (f"{year}年度" if own_year else f"{year}年") if japanese else f"FY{year}" if own_year else f"{year}"
    if period.kind is PeriodKind.YEAR:
        return "", below
    if period.kind is PeriodKind.QUARTER:
        return f"Q{(period.first.number - period.fiscal_start) % 12 // 3 + 1}", below
    return (f"{period.first.number}月" if japanese else MONTHS[period.first.number - 1]), below


def day_tick(on: date, language: Language) -> str:
    """A day within a few months on an axis: '4 Mar', '3/4'."""
    return f"{on.month}/{on.day}" if language is Language.JA else day(on, language).rpartition(" ")[0]


def money_tick(minor: float, currency: Currency, language: Language) -> str:
    """Minor units as an axis writes them: 0, $12k, ¥1.5M, 120万円; never more digits than the step needs."""
    main = float(currency.main_units(Fraction(minor).limit_denominator(1000)))
    sign, size = ("−" if main < 0 else ""), abs(main)
    if not size:
        return "0"
    if language is Language.JA and currency.code == "JPY":
        for limit, mark in ((1e8, "億円"), (1e4, "万円")):
            if size >= limit:
                return f"{sign}{_plain(size / limit)}{mark}"
        return f"{sign}{_plain(size)}円"
    for limit, mark in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if size >= limit:
            return f"{sign}{symbol(currency)}{_plain(size / limit)}{mark}"
    return f"{sign}{symbol(currency)}{_plain(size)}"


def _plain(size: float) -> str:
    text = f"{size:,.2f}"
    return text.rstrip("0").rstrip(".")
