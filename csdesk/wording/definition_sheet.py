"""The five sections of the definition sheet, as the rules say them, and versions in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, day, look_up
from csdesk.wording.vendors import VALUES, VENDORS, option_text

SECTIONS = {
    "method": Words("1. Method, and what CMRR is made of", "1. 計算方法と CMRR の構成要素"),
    "periods": Words("2. Periods and how often", "2. 対象期間と頻度"),
    "forecast": Words("3. CMRR forecast and kinds of churn", "3. CMRR の予測と解約の種類"),
    "risk": Words("4. Suspected and imminent churn", "4. 解約の疑いと解約の確度が高い状態の区別"),
    "reporting": Words("5. Who agrees, and who is told what", "5. 経営層の合意と報告"),
}
"""Headings, in order."""

_TEXTS = {
    "method": Words(
        "MRR of a month is read {snapshot}; it is {discounts}. Customers who cancel are lost {churn_date}. Logo churn "
        "is a share of {denominator}. Customers who return {returns}. Lifetime value: {ltv}, {churn} of {months} "
        "months. CMRR = MRR + won deals + signed upgrades − withdrawals − downgrades.",
        "月の MRR は{snapshot}に読み取り、割引の扱いは「{discounts}」です。解約の計上日は{churn_date}です。"
        "ロゴ解約率の分母は{denominator}です。"
        "再開した顧客は{returns}。"
        "LTV は{ltv}計算し、{churn}は {months} か月分を使います。"
        "CMRR = MRR + 受注済み商談 + 契約済みアップグレード − 解約予定 − 減額予定。",
    ),
    "periods": Words(
        "Logo churn by quarter, MRR and CMRR by month, both also by fiscal year; never by week.",
        "ロゴ解約率は四半期ごと、MRR と CMRR は月ごとに確認し、どちらも年度でも見ます。週単位では見ません。",
    ),
    "forecast": Words(
        "CMRR looks {days} days ahead, at what is signed or known to end alone. Churn is told apart as full and "
        "partial "
        "(contraction), avoidable and unavoidable, regrettable, and silent (reason unknown).",
        "CMRR は {days} 日先までの、契約済みまたは終了が確定したものだけを見込みます。解約は、"
        "全部解約と一部解約（縮小）、"
        "回避可能と回避不能、惜しい解約、理由不明の解約に分けます。",
    ),
    "risk": Words(
        "Suspected: signals point to churn (use, health, a sponsor who left), and nobody has said so. Imminent: "
        "notice "
        "is given, or the customer has said that they will leave.",
        "解約の疑い：利用状況、ヘルス、推進者の退職などの兆候はあるが、顧客の意思表示はない状態。"
        "確度が高い状態：解約通知を受けたか、顧客が解約の意思を示した状態。",
    ),
    "reporting": Words(
        "The leaders of sales, finance and customer success agree on this sheet. Figures are reported by it alone; a "
        "change makes a new version, with the old figures beside the new.",
        "営業・財務・カスタマーサクセスの責任者がこの定義に合意します。数値はこの定義だけで報告し、"
        "変更するときは新しい版を作って新旧の数値を併記します。",
    ),
}
_RETURNS = {
    "yes": Words("make up for losses in net MRR churn", "ネットMRR解約率で損失を埋め合わせます"),
    "no": Words("do not make up for losses", "損失を埋め合わせません"),
}
_VERSION = Words("Version {number}, {on}", "第 {number} 版（{on}）")
_NONE = Words("Not kept as a version", "版として保存されていません")
_SAME = Words("Nothing but what was said", "文言のみ")
_MIXED = Words("Own mixture", "独自の組み合わせ")


def section_text(section: str, options: Mapping[str, str], language: Language) -> str:
    """What the rules, every option spelled, say of a section."""
    return _TEXTS[section].say(
        language,
        snapshot=look_up(VALUES, options["snapshot"], language),
        discounts=look_up(VALUES, options["discounts"], language),
        churn_date=look_up(VALUES, options["churn_date"], language),
        denominator=look_up(VALUES, options["denominator"], language),
        returns=look_up(_RETURNS, options["reactivation_offsets"], language),
        ltv=look_up(VALUES, options["ltv"], language),
        churn=look_up(VALUES, options["ltv_churn"], language),
        months=options["ltv_window"],
        days=options["cmrr_days"],
    )


def version_text(number: int, made_at: datetime | None, language: Language) -> str:
    """Which version of the definitions, of which day; that there is none where it has no day."""
    if made_at is None:
        return _NONE.say(language)
    return _VERSION.say(language, number=str(number), on=day(made_at.date(), language))


def vendor_text(vendor: str | None, language: Language) -> str:
    """Whose definitions they are; None is a mixture."""
    return look_up(VENDORS, vendor, language) if vendor else _MIXED.say(language)


def changed_text(
    changed: Sequence[str], before: Mapping[str, str], after: Mapping[str, str], language: Language
) -> str:
    """What has changed, old and new value of each option."""
    between = "、" if language is Language.JA else "; "
    told = (
        f"{option_text(option, before[option], language)} → {look_up(VALUES, after[option], language)}"
        for option in changed
    )
    return between.join(told) or _SAME.say(language)
