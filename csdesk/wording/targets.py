"""Figures against what they are aimed at, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from csdesk.wording.figures import Number, amount_text
from csdesk.wording.speech import Words, day, whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from fractions import Fraction

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency

_TARGET = Words("target {figure}", "目標 {figure}")
_POINTS = Words("{n} points", "{n}ポイント")
_SHORT, _OVER = Words("{gap} short", "{gap}不足"), Words("{gap} over", "{gap}超過")
_MET, _MISSED, _OPEN = Words("● met", "● 達成"), Words("■ not met", "■ 未達"), Words("○ not known", "○ 判定不可")
_SINCE = Words("Target: {figure} from {period} on", "目標値：{period}から{figure}")
_SET = Words("Set on {day} by {who}", "{day}に{who}が設定")
_CHANCE = Words(
    "The target lies within the 95% interval, or the figure rests on too few: the difference may be chance.",
    "目標値が95%区間の内側にあるか、件数が少ないため、差は偶然の可能性があります。",
)
_USUAL = Words("In your last {n} periods: {low} to {high}.", "直近{n}期の自社実績：{low}～{high}")
_USUALLY = Words("In your last {n} periods: always {low}.", "直近{n}期の自社実績：いずれも{low}")
_NOT_KNOWN = Words("It cannot be had yet for any period that is over.", "終了した期の実績はまだありません。")
_WORD = Words("from {period}: {figure}", "{period}から：{figure}")
_NO_TARGET = Words("no target", "目標なし")
_UNITS = {
    "months": Words("months", "か月"),
    "days": Words("days", "日"),
    "hours": Words("hours", "時間"),
    "ratio": Words("times", "倍"),
    "percentage_points": Words("points", "ポイント"),
}
_BETWEEN = "  ·  "


class Aim(Protocol):
    """What is said of a figure against its target: both in the figure's unit, of which `short` is wanting."""

    @property
    def aimed(self) -> Fraction: ...
    @property
    def difference(self) -> Fraction: ...
    @property
    def short(self) -> Fraction | None: ...
    @property
    def certain(self) -> bool: ...


class Said(Protocol):
    """Who has set a target, when and why."""

    @property
    def who(self) -> str: ...
    @property
    def set_at(self) -> datetime: ...
    @property
    def reason(self) -> str: ...


class Word(Said, Protocol):
    """One word on a target: its value in main units, None where there is to be none."""

    @property
    def value(self) -> Fraction | None: ...


class Valued(Protocol):
    """A figure and its unit."""

    @property
    def value(self) -> Number | None: ...
    @property
    def unit(self) -> str: ...


def aim_texts(aim: Aim, unit: str, currency: Currency, language: Language) -> tuple[str, ...]:
    """The target, and how far the figure is from it, as short as a tile needs."""
    target = _TARGET.say(language, figure=amount_text(aim.aimed, unit, currency, language, short=True))
    return tuple(filter(None, (target, gap_text(aim, unit, currency, language))))


def gap_text(aim: Aim, unit: str, currency: Currency, language: Language) -> str:
    """What is wanting of a target, '● met' where it is reached; '' where neither way is the good one."""
    if aim.short is None:
        return ""
    if aim.short <= 0:
        return _MET.say(language)
    gap = distance_text(aim.short, unit, currency, language)
    return (_SHORT if aim.difference < 0 else _OVER).say(language, gap=gap)


def distance_text(distance: Fraction, unit: str, currency: Currency, language: Language) -> str:
    """A difference of two figures without its sign: points of rates."""
    if unit == "fraction":
        return _POINTS.say(language, n=whole(abs(distance) * 100, 1))
    return amount_text(abs(distance), unit, currency, language, short=True)


def difference_text(aim: Aim, unit: str, currency: Currency, language: Language) -> str:
    """Actual less target, signed."""
    return signed_text(aim.difference, unit, currency, language)


def signed_text(difference: Fraction, unit: str, currency: Currency, language: Language) -> str:
    """A difference of two figures: points of rates."""
    sign = "" if not difference else "+" if difference > 0 else "−"
    return sign + distance_text(difference, unit, currency, language)


def verdict_text(aim: Aim | None, language: Language) -> str:
    """Whether a target is met; not known where there is no figure, or neither way is the good one."""
    if aim is None or aim.short is None:
        return _OPEN.say(language)
    return (_MET if aim.short <= 0 else _MISSED).say(language)


def target_text(aim: Aim, unit: str, since: str, said: Said, currency: Currency, language: Language) -> str:
    """A figure's target in full: since when, how far it is, who has set it and why, and whether the difference may be
    chance."""
    figure = amount_text(aim.aimed, unit, currency, language)
    known = (
        _SINCE.say(language, figure=figure, period=since),
        gap_text(aim, unit, currency, language),
        said_text(said, language),
    )
    doubt = "" if aim.certain else f"\n{_CHANCE.say(language)}"
    return _BETWEEN.join(filter(None, known)) + doubt


def said_text(said: Said, language: Language) -> str:
    """Who has set a target, on which day, and the reason they gave."""
    text = _SET.say(language, day=day(said.set_at.date(), language), who=said.who)
    return f"{text}{_BETWEEN}{said.reason}" if said.reason else text


def unit_text(unit: str, currency: Currency, language: Language) -> str:
    """What a target is typed in: percent, the currency, months; '' for plain numbers."""
    if unit in {"fraction", "money"}:
        return "%" if unit == "fraction" else currency.code
    return _UNITS[unit].say(language) if unit in _UNITS else ""


def usual_text(measures: Sequence[Valued], currency: Currency, language: Language) -> str:
    """What a figure was in the latest periods that are over."""
    known = [(one.value, one.unit) for one in measures if one.value is not None]
    if not known:
        return _NOT_KNOWN.say(language)
    low, high = (
        amount_text(value, unit, currency, language)
        for value, unit in (min(known, key=lambda one: one[0]), max(known, key=lambda one: one[0]))
    )
    return (_USUALLY if low == high else _USUAL).say(language, n=len(known), low=low, high=high)


def word_text(said: Word, unit: str, since: str, currency: Currency, language: Language) -> str:
    """One word on a target: since when, what, who and why."""
    figure = _NO_TARGET.say(language)
    if said.value is not None:
        own = said.value * 10**currency.digits if unit == "money" else said.value
        figure = amount_text(own, unit, currency, language)
    return _BETWEEN.join((_WORD.say(language, period=since, figure=figure), said_text(said, language)))
