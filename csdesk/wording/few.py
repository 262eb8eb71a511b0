"""What few accounts can and cannot tell, in words."""

from fractions import Fraction
from typing import Protocol

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, look_up, percent, whole

_CHANCES = {
    "higher": Words("more than chance", "偶然の範囲を超える変化"),
    "lower": Words("more than chance", "偶然の範囲を超える変化"),
    "no_difference": Words("within chance", "偶然の範囲内"),
    "too_few": Words("", ""),
}
"""A change since the period before, by `Verdict` of the interval of the difference."""

_CHANGE = Words("95% of the change: {low} to {high} pt", "変化の95%区間：{low}～{high}pt")
_SMALLEST = Words(
    "smallest difference that so many would show four times in five: {n} pt",
    "この件数で検出できる最小の差（検出力80%）：{n}pt",
)
_SMALLEST_CHANGE = Words(
    "Smallest change that {n} accounts now and {n} next time would show four times in five: {points} pt "
    "(2.80 × √(p × (1 − p) × 2 ÷ n)).",
    "今回と次回が{n}件ずつの場合に検出できる最小の変化（検出力80%）：{points}pt（2.80 × √(p × (1 − p) × 2 ÷ n)）。",
)
_HEAVIEST = Words(
    "A sum of money has no interval of its own. {name} alone is {share} of the base; without it: {without}.",
    "金額の比率には信頼区間がありません。{name}だけで分母の{share}を占めます。除いた場合：{without}。",
)
_HIGHEST = Words(
    "Highest churn that can be told from all others: {name}, {rate} ({part} of {n}, 95% {low}–{high}).",
    "他の顧客全体との差が認められる中で解約率が最も高い：{name} {rate}（{n}件中{part}件、95%区間 {low}～{high}）。",
)
_NONE_STANDS_OUT = Words(
    "No group's churn can be told from that of all others. Highest of those with ten or more: "
    "{name}, {rate} ({part} of {n}, 95% {low}–{high}).",
    "他の顧客全体との差が認められる区分はありません。10件以上で解約率が最も高い："
    "{name} {rate}（{n}件中{part}件、95%区間 {low}～{high}）。",
)
_ALL_FEW = Words("Every group has fewer than ten: too few to compare.", "どの区分も10件未満のため比較できません。")


_PAIR = Words(
    "{one} {rate} ({part} of {n}) against {other} {other_rate} ({other_part} of {other_n}): {verdict}. "
    "Difference {difference} pt, 95% {low} to {high} pt; {smallest}.",
    "{one} {rate}（{n}件中{part}件）と{other} {other_rate}（{other_n}件中{other_part}件）：{verdict}。"
    "差 {difference}pt、95%区間 {low}～{high}pt。{smallest}。",
)
_VERDICTS = {
    "higher": Words("higher", "前者が高い"),
    "lower": Words("lower", "前者が低い"),
    "no_difference": Words("no difference that can be told from chance", "偶然の範囲内で差は認められません"),
    "too_few": Words("too few to compare", "件数が少なく比較できません"),
}
"""Of one group against another, by `Verdict`."""


class Compared(Protocol):
    """What of a comparison is put in words; `verdict` is the text of its enum."""

    @property
    def difference(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def verdict(self) -> str: ...
    @property
    def smallest(self) -> float: ...


class Rate(Protocol):
    """A rate on counts."""

    @property
    def value(self) -> float | Fraction | None: ...
    @property
    def part(self) -> float | Fraction | None: ...
    @property
    def n(self) -> int | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...


def chance_text(compared: Compared, language: Language) -> str:
    """Whether a change is more than chance would do; '' where there are too few to tell."""
    return look_up(_CHANCES, compared.verdict, language)


def seen_text(compared: Compared, language: Language) -> str:
    """The interval of a change, and the smallest that could be seen."""
    low, high = (_points(bound) for bound in (compared.low, compared.high))
    return " · ".join((_CHANGE.say(language, low=low, high=high), smallest_text(compared, language)))


def smallest_text(compared: Compared, language: Language) -> str:
    """The smallest difference that could be seen."""
    return _SMALLEST.say(language, n=whole(compared.smallest * 100, 1))


def smallest_change_text(smallest: float, n: int, language: Language) -> str:
    """The smallest change of a rate that could be seen from one period to the next, and how it is reckoned."""
    return _SMALLEST_CHANGE.say(language, n=f"{n:,}", points=whole(smallest * 100, 1))


def heaviest_text(name: str, share: Fraction, without: Fraction, language: Language) -> str:
    """How much of a sum hangs on one account."""
    return _HEAVIEST.say(language, name=name, share=percent(share), without=percent(without))


def highest_text(name: str, rate: Rate, language: Language, *, stands_out: bool) -> str:
    """Which group's rate is the highest, with what it rests on."""
    words = _HIGHEST if stands_out else _NONE_STANDS_OUT
    counts = {"part": f"{int(rate.part or 0):,}", "n": f"{rate.n or 0:,}"}
    return words.say(
        language, name=name, rate=percent(rate.value), low=percent(rate.low), high=percent(rate.high), **counts
    )


def all_few_text(language: Language) -> str:
    """That no group has enough to be ranked."""
    return _ALL_FEW.say(language)


def pair_text(names: tuple[str, str], rates: tuple[Rate, Rate], compared: Compared, language: Language) -> str:
    """How the rate of one group stands against that of another, with what both rest on."""
    one, other = rates
    return _PAIR.say(
        language,
        one=names[0],
        other=names[1],
        rate=percent(one.value),
        other_rate=percent(other.value),
        part=f"{int(one.part or 0):,}",
        other_part=f"{int(other.part or 0):,}",
        n=f"{one.n or 0:,}",
        other_n=f"{other.n or 0:,}",
        verdict=look_up(_VERDICTS, compared.verdict, language),
        difference=_points(compared.difference),
        low=_points(compared.low),
        high=_points(compared.high),
        smallest=smallest_text(compared, language),
    )


def _points(share: float) -> str:
    return f"{'+' if share > 0 else ''}{whole(share * 100, 1)}"
