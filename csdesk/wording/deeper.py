"""The sentences of the Deeper page: what was asked, answered in words with its figure, interval and n."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from csdesk.models.kinds import Language
from csdesk.wording.charts import period_name
from csdesk.wording.figures import Figure, Number, figure_text
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import comparison_text, why_sentence
from csdesk.wording.speech import Words, money, percent, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.money import Currency
    from csdesk.models.months import Period

_TOO_FEW = Words(" Fewer than ten: too few to compare.", "10社未満のため、比較には向きません。")
_INTERVAL = Words("95% {low} to {high}", "95%区間{low}～{high}")
_EXPANDED = Words(
    "{part} of {whole} customers expanded in the {period}: {share} ({interval}).",
    "{period}に拡大した顧客は、{whole}社中{part}社（{share}、{interval}）です。",
)
_INDUSTRY = Words(
    "Churn is highest in {name}: {part} of {whole} customers left in the {period}, {share} ({interval}). Against all "
    "others: {against}.",
    "解約率が最も高い業種は{name}です。{period}に{whole}社中{part}社が解約しました（{share}、{interval}）。"
    "他の業種との比較：{against}。",
)
_UNRANKED = Words(" {n} with fewer than ten customers are not ranked.", "10社未満の{n}業種は順位の対象外です。")
_NONE_RANKED = Words(
    "No industry had ten customers at the start: none is ranked, for so few say nothing.",
    "期首に10社以上ある業種がないため、順位は付けていません（少数では判断できません）。",
)
_PRODUCTS = Words(
    "NRR over the {period} is lowest for {low} ({low_nrr}) and highest for {high} ({high_nrr}).",
    "{period}のNRRは、{low}（{low_nrr}）が最も低く、{high}（{high_nrr}）が最も高くなっています。",
)
_FEW_PRODUCTS = Words(
    "Fewer than two products had ten customers at the start: they are not compared.",
    "期首に10社以上の製品が2つ未満のため、比較していません。",
)
_FELL = Words(
    "At the first renewal the discount fell by {points} points on average ({known}).",
    "初回更新で、値引き率は平均{points}ポイント下がりました（{known}）。",
)
_ROSE = Words(
    "At the first renewal the discount rose by {points} points on average ({known}).",
    "初回更新で、値引き率は平均{points}ポイント上がりました（{known}）。",
)
_SIZE = Words(
    "Customers of three years and longer pay {ratio} what they paid in their first month (n = {n}).",
    "契約3年以上の顧客の支払額は、最初の月の{ratio}です（n = {n}）。",
)
_POOR = Words(
    "{share} of the MRR that left in the {period} was of customers who are a poor fit ({part} of {whole}).",
    "{period}の解約MRRのうち{share}が不適合の顧客でした（{whole}のうち{part}）。",
)
_REFERRED = Words(
    "{n} paying customers were brought by others; they pay {mrr} a month, {share} of MRR.",
    "他の顧客の紹介による契約中の顧客は{n}社、MRRは{mrr}（全体の{share}）です。",
)
_NO_REFERRERS = Words(
    "No customer is recorded as brought by another. Fill in 'Referred by' on accounts, or import it.",
    "紹介元が記録された顧客はいません。アカウントの「紹介元」に入力するか、取り込んでください。",
)
_DISCOUNTS = Words(
    "{off} a month is given away as discounts: {rate} of list prices, on {n} accounts.",
    "値引きは月額{off}（定価の{rate}）、対象は{n}社です。",
)
_NO_DISCOUNTS = Words("No discount is in force.", "適用中の値引きはありません。")

_FEW = 10


class Answer(Figure, Protocol):
    """What of a measure is put in a sentence."""

    @property
    def part(self) -> Number | None: ...
    @property
    def period(self) -> Period | None: ...


class Against(Protocol):
    """A group's rate less that of all others."""

    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def verdict(self) -> str: ...


def expanded_sentence(measure: Answer, language: Language) -> str:
    """How many customers expanded."""
    return _counted(_EXPANDED, measure, language) or _why(measure, language)


def industry_sentence(rows: Sequence[tuple[str, Answer, Against | None]], unranked: int, language: Language) -> str:
    """Where churn is highest, of the groups that are ranked, highest first; how many are not."""
    if not rows:
        return _NONE_RANKED.say(language)
    name, measure, comparison = rows[0]
    against = comparison_text(comparison.verdict, comparison.low, comparison.high, language) if comparison else "–"
    said = _counted(_INDUSTRY, measure, language, name=group_name("industry", name, language), against=against)
    return said + (_UNRANKED.say(language, n=f"{unranked:,}") if unranked else "")


def product_sentence(rows: Sequence[tuple[str, Answer]], language: Language) -> str:
    """The products whose NRR is lowest and highest, of those that are ranked."""
    ranked = sorted(rows, key=lambda row: row[1].value or 0)
    if len(ranked) < 2:  # noqa: PLR2004 - one is not compared
        return _FEW_PRODUCTS.say(language)
    (low, low_nrr), *_, (high, high_nrr) = ranked
    period = period_name(low_nrr.period, language) if low_nrr.period else ""
    names = {"low": group_name("product", low, language), "high": group_name("product", high, language)}
    return _PRODUCTS.say(
        language, period=period, low_nrr=percent(low_nrr.value), high_nrr=percent(high_nrr.value), **names
    )


def cut_sentence(measure: Answer, language: Language) -> str:
    """By how much first renewals cut discounts."""
    if measure.value is None:
        return _why(measure, language)
    points = float(measure.value)
    bounds = "" if measure.low is None or measure.high is None else _bounds(measure.low, measure.high, language)
    known = ("、" if language is Language.JA else ", ").join(filter(None, (f"n = {measure.n:,}", bounds)))
    said = _FELL if points >= 0 else _ROSE
    return said.say(language, points=whole(abs(Fraction(points)), 1), known=known) + _few(measure, language)


def size_sentence(measure: Answer, currency: Currency, language: Language) -> str:
    """How customers of long standing have grown."""
    if measure.value is None:
        return _why(measure, language)
    ratio = figure_text(measure, currency, language)
    return _SIZE.say(language, ratio=ratio, n=f"{measure.n:,}") + _few(measure, language)


def fit_sentence(measure: Answer, currency: Currency, language: Language) -> str:
    """How much of the churn was of customers who should not have been."""
    if measure.value is None or measure.part is None or measure.whole is None:
        return _why(measure, language)
    part, all_ = (money(amount, currency, language) for amount in (measure.part, measure.whole))
    period = period_name(measure.period, language) if measure.period else ""
    return _POOR.say(language, share=percent(measure.value), period=period, part=part, whole=all_)


def referral_sentence(measure: Answer, share: Answer, currency: Currency, language: Language) -> str:
    """What customers bring who were brought by customers."""
    if not measure.value:
        return _NO_REFERRERS.say(language)
    mrr = figure_text(measure, currency, language)
    return _REFERRED.say(language, n=f"{measure.n:,}", mrr=mrr, share=percent(share.value))


def discount_sentence(measure: Answer, rate: Answer, currency: Currency, language: Language) -> str:
    """What discounts take off."""
    if not measure.value:
        return _NO_DISCOUNTS.say(language)
    off = figure_text(measure, currency, language)
    return _DISCOUNTS.say(language, off=off, rate=percent(rate.value), n=f"{measure.n:,}")


def points_text(points: Number) -> str:
    """A rate's change in points, signed."""
    return f"{'+' if points > 0 else '−' if points < 0 else '±'}{whole(abs(Fraction(points)), 1)}"


def _counted(words: Words, measure: Answer, language: Language, **more: str) -> str:
    if measure.value is None or measure.low is None or measure.high is None:
        return ""
    said = words.say(
        language,
        part=f"{measure.part:,}",
        whole=f"{measure.whole:,}",
        share=percent(measure.value),
        interval=_INTERVAL.say(language, low=percent(measure.low), high=percent(measure.high)),
        period=period_name(measure.period, language) if measure.period else "",
        **more,
    )
    return said + _few(measure, language)


def _bounds(low: float, high: float, language: Language) -> str:
    return _INTERVAL.say(language, low=points_text(low), high=points_text(high))


def _few(measure: Answer, language: Language) -> str:
    return _TOO_FEW.say(language) if (measure.n or 0) < _FEW else ""


def _why(measure: Answer, language: Language) -> str:
    return why_sentence(measure.why, language) if measure.why else ""
