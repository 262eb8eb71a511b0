"""A measure in words: its figure, the change to the period before, and what must be known to read it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol, TypeAlias

from csdesk.models.months import Period
from csdesk.wording.charts import period_name
from csdesk.wording.movements import change_name
from csdesk.wording.reports import WHY
from csdesk.wording.speech import NOTHING, Words, day, look_up, money, percent, short, whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.models.months import Month

Number: TypeAlias = int | float | Fraction

_FRACTION, _MONEY, _COUNT = "fraction", "money", "count"
_NO_LOSS, _LOWER_BOUND, _NEGATIVE_CHURN = "no_loss", "lower_bound", "negative_churn"
_LEAST = frozenset({_LOWER_BOUND, "part_of_costs"})
"""Why a figure is only known to be at least what it says."""
_NOTED = frozenset({_NEGATIVE_CHURN, *_LEAST, "by_account", "short_records"})
"""What is to be known of a figure that can be had."""
_UNITS = {
    "months": Words("{n} months", "{n}か月"),
    "days": Words("{n} days", "{n}日"),
    "hours": Words("{n} hours", "{n}時間"),
    "points": Words("{n}", "{n}"),
    "percentage_points": Words("{n} pt", "{n}ポイント"),
    "score": Words("{n}", "{n}"),
    "ratio": Words("{n}×", "{n}倍"),
    "count": Words("{n}", "{n}"),
}
_PLACES = {"months": 1, "days": 1, "hours": 1, "ratio": 1, "score": 1, "percentage_points": 1}
UNMOVED = "±"
"""What a change begins with that is too small to be seen."""
_AT_LEAST = Words("≥ {figure}", "{figure}以上")
_POINTS = Words("{n} pt", "{n}pt")
_TOO_FEW = Words("n = {n}, too few to compare", "n = {n}（少数のため比較不可）")
_HOLDS: Mapping[bool | None, Words] = {
    True: Words("● holds (≥ {least}×)", "● 健全（{least}倍以上）"),
    False: Words("■ does not hold (< {least}×)", "■ 基準未達（{least}倍未満）"),
    None: Words("○ not known (≥ {least}×?)", "○ 判定できません（基準{least}倍）"),
}
_AFTER = Words(" after {n} months", "（{n}か月時点）")
_OF = Words(" of {first}", "{first}の")
_BETWEEN = Words(" from {first} to {last}", "（{first}～{last}）")
_ON = Words(" on {first}", "（{first}）")
_OVER = Words(" of {first} to {last}", "{first}～{last}の")
_SCALES = {
    "high_is_easy": Words(", high = easy", "（高いほど簡単）"),
    "high_is_hard": Words(", high = much effort", "（高いほど大変）"),
    "turned": Words(", all turned to high = easy", "（高いほど簡単な向きにそろえて集計）"),
    "assumed": Words(", high = easy assumed where nothing tells", "（向きの記録がない回答は、高いほど簡単とみなす）"),
}
LEFT_OUT: Mapping[str, Words] = {
    "other_group": Words("of another group", "別のグループ"),
    "no_answer": Words("no answer in the period", "期間内の回答なし"),
    "not_asked": Words("not known to have been asked", "依頼の記録なし"),
    "no_feedback": Words("no feedback resolved in the period", "期間内に対応完了のフィードバックなし"),
    "stood_elsewhere": Words(
        "stood elsewhere, or was no customer a year before", "年初の位置が異なる、または1年前は顧客ではない"
    ),
    "no_risk": Words("no such risk in the period", "期間内に該当するリスクなし"),
    "no_ticket": Words("no such ticket in the period", "期間内に該当する問い合わせなし"),
    "not_negative": Words("not consistently negative", "低い状態は続いていない"),
    "no_touch": Words("no touch with a cost in the period", "期間内に費用のわかるタッチなし"),
    "other_cohort": Words("of another cohort", "別のコホート"),
    "other_cohort_or_group": Words("of another cohort or group", "別のコホートまたはグループ"),
    "start_unknown": Words("there before the records begin, start not known", "記録開始前から利用中（開始時期不明）"),
    "shorter": Words("left or were seen last before that month", "この月数より前に解約・打ち切り"),
    "no_score": Words("health not known", "ヘルス不明"),
    "no_contract": Words("no contract that counts", "集計対象の契約なし"),
    "deal_without_rate": Words("won deal in a currency without an exchange rate", "為替レートのない通貨の受注商談"),
    "not_yet": Words("not yet paying", "支払い開始前"),
    "left": Words("had left by then", "解約済み"),
    "paused": Words("paused", "休止中"),
    "nothing": Words("nothing of it counts here", "この数値の対象外"),
    "no_user": Words("use without the name of a user", "利用実績にユーザーの記録なし"),
    "no_activity": Words("no user in this figure", "該当するユーザーなし"),
}
"""Why an account is not in a figure."""
_N = Words("n = {n}", "n = {n}")
_INTERVAL = Words("95%: {low}–{high}", "95%区間 {low}～{high}")


class Figure(Protocol):
    """What of a measure is put in words; `unit` and `why` are the texts of its enums."""

    @property
    def unit(self) -> str: ...
    @property
    def value(self) -> Number | None: ...
    @property
    def whole(self) -> Number | None: ...
    @property
    def n(self) -> int | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def why(self) -> str | None: ...
    @property
    def too_few(self) -> bool: ...


class Told(Protocol):
    """What of a measure says how it came about."""

    @property
    def after(self) -> int | None: ...
    @property
    def over(self) -> tuple[Month, Month] | None: ...
    @property
    def between(self) -> tuple[date, date] | None: ...
    @property
    def scale(self) -> str | None: ...


class Made(Protocol):
    """A figure that is made of kinds of change."""

    @property
    def unit(self) -> str: ...
    @property
    def kinds(self) -> Sequence[tuple[str, Number]]: ...


def amount_text(value: Number, unit: str, currency: Currency, language: Language, *, short: bool = False) -> str:
    """A number in its unit: 5.0%, ¥1,234,567 (123万円 when short), 12 months, 2.4×."""
    if unit == _FRACTION:
        return percent(value)
    if unit == _MONEY:
        return money(value, currency, language, short=short)
    broken = unit == _COUNT and Fraction(value).denominator > 1
    return _UNITS[unit].say(language, n=whole(value, 1 if broken else _PLACES.get(unit, 0)))


def ratio_text(value: Number, language: Language) -> str:
    """How many times one is of the other, to two decimals: 1.65×."""
    return _UNITS["ratio"].say(language, n=whole(value, 2))


def figure_text(figure: Figure, currency: Currency, language: Language, *, short: bool = False) -> str:
    """The figure as shown; a dash where there is none, 'at least' where only a lower bound is known."""
    if figure.value is None:
        return look_up(WHY, _NO_LOSS, language) if figure.why == _NO_LOSS else NOTHING
    text = amount_text(figure.value, figure.unit, currency, language, short=short)
    return _AT_LEAST.say(language, figure=text) if figure.why in _LEAST else text


def figure_number(figure: Figure, currency: Currency) -> float | None:
    """The figure as a spreadsheet takes it, money in main units; None where there is none, or only a lower bound."""
    if figure.value is None or figure.why in _LEAST:
        return None
    return float(currency.main_units(Fraction(figure.value)) if figure.unit == _MONEY else figure.value)


def is_sum(figure: Figure) -> bool:
    """Whether the figure is a sum of money or a count, which stand for a day; all others speak of a period."""
    return figure.unit in {_MONEY, _COUNT} and figure.whole is None


def compare(now: Figure, before: Figure) -> bool:
    """Whether the step from one to the other says anything: not where one is only known to be 'at least' so much, nor
    where it rests on too few."""
    return not _LEAST & {now.why, before.why} and not (now.too_few or before.too_few)


def change_text(now: Figure, before: Figure | None, currency: Currency, language: Language) -> str:
    """What changed since the period before, signed: points for rates, percent for money, else the difference. Nothing
    between figures that do not compare."""
    if before is None or now.value is None or before.value is None or not compare(now, before):
        return ""
    change = Fraction(now.value) - Fraction(before.value)
    if now.unit == _FRACTION:
        return _signed(change, _POINTS.say(language, n=whole(abs(change) * 100, 1)))
    if now.unit == _MONEY:
        return _signed(change, percent(abs(change / Fraction(before.value)))) if before.value else ""
    return _signed(change, amount_text(abs(change), now.unit, currency, language))


def note_text(figure: Figure, language: Language, currency: Currency | None = None) -> str:
    """The interval and n of a rate on counts; why a figure is missing or bounded; 'negative churn'. The interval of
    money is said where its currency is given."""
    if figure.value is None or figure.why in _NOTED:
        return "" if figure.why in {None, _NO_LOSS} else look_up(WHY, figure.why or "", language)
    if figure.too_few:
        return _TOO_FEW.say(language, n=f"{figure.n:,}")
    return "  ".join(filter(None, (interval_text(figure, language, currency), n_text(figure, language))))


def interval_text(figure: Figure, language: Language, currency: Currency | None = None) -> str:
    """The 95 % interval of a figure in its unit; '' where there is none, or where it is of money in a currency that is
    not given."""
    if figure.low is None or figure.high is None or (figure.unit == _MONEY and currency is None):
        return ""
    low, high = (_bound(bound, figure.unit, currency, language) for bound in (figure.low, figure.high))
    return _INTERVAL.say(language, low=low, high=high)


def _bound(bound: float, unit: str, currency: Currency | None, language: Language) -> str:
    if unit == _MONEY and currency is not None:
        return money(bound, currency, language, short=True)
    return percent(bound) if unit == _FRACTION else whole(bound, _PLACES.get(unit, 0))


def n_text(figure: Figure, language: Language) -> str:
    """The count the figure rests on; '' for money and counts, which say it themselves."""
    if figure.n is None or is_sum(figure):
        return ""
    return _N.say(language, n=f"{figure.n:,}")


def holds_text(holds: bool | None, least: Number, language: Language) -> str:  # noqa: FBT001 - what there is to say
    """Whether a ratio is what it has to be, by shape and word: '● holds (≥ 3×)'."""
    return _HOLDS[holds].say(language, least=short(least))


def _signed(change: Fraction, size: str) -> str:
    if not any(digit in "123456789" for digit in size):
        return f"{UNMOVED}{size}"
    return f"{'+' if change > 0 else '−'}{size}"


def left_out_text(why: str, language: Language) -> str:
    """Why an account is not in a figure."""
    return look_up(LEFT_OUT, why, language)


def how_text(measure: Told, language: Language) -> str:
    """The months that a mean is of or a share is after, the days looked at, or which way a scale was read; '' where
    none is to be said."""
    if measure.between:
        begun, ended = (day(date, language) for date in measure.between)
        return (_ON if begun == ended else _BETWEEN).say(language, first=begun, last=ended)
    if measure.after is not None:
        return _AFTER.say(language, n=measure.after)
    if measure.over:
        first, last = (period_name(Period(month), language) for month in measure.over)
        return (_OF if first == last else _OVER).say(language, first=first, last=last)
    return look_up(_SCALES, measure.scale, language) if measure.scale else ""


def kinds_text(measure: Made, currency: Currency, language: Language) -> str:
    """What an expansion or contraction is made of: 'Seats ¥20,000 · Price ¥5,000'; '' for all other figures."""
    return " · ".join(
        f"{change_name(change, language)} {amount_text(amount, measure.unit, currency, language)}"
        for change, amount in measure.kinds
    )
