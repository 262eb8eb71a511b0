"""An owner's health against the other owners', in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.wording.factors import factor_name
from csdesk.wording.health import tenths_text
from csdesk.wording.speech import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from csdesk.models.kinds import Language

_LOWER = Words(
    "{owner}: average health {mean}, {gap} points lower than the other owners' {others}.",
    "{owner}さんの平均ヘルススコアは{mean}で、他の担当者の平均{others}より{gap}ポイント低くなっています。",
)
_HIGHER = Words(
    "{owner}: average health {mean}, {gap} points higher than the other owners' {others}.",
    "{owner}さんの平均ヘルススコアは{mean}で、他の担当者の平均{others}より{gap}ポイント高くなっています。",
)
_SAME = Words(
    "{owner}: average health {mean}, the same as the other owners'.",
    "{owner}さんの平均ヘルススコアは{mean}で、他の担当者の平均と同じです。",
)
_CAUSE = Words("Biggest cause: {factor} ({points}).", "最も大きな要因：{factor}（{points}）。")
_START = Words("Start with: {names}.", "まず対応する顧客：{names}。")
_AFTER = Words(" ", "")
_BETWEEN = Words(", ", "、")
_VERDICTS: Mapping[str, Words] = {
    "higher": Words("More than chance would do", "偶然の範囲を超える差です"),
    "lower": Words("More than chance would do", "偶然の範囲を超える差です"),
    "no_difference": Words("Within what chance would do", "偶然の範囲内の差です"),
    "too_few": Words("Too few accounts to compare", "件数が少なく比較できません"),
}
_OF = Words("{verdict} ({n} accounts against {others}{interval}).", "{verdict}（{n}件と{others}件の比較{interval}）。")
_INTERVAL = Words("; 95% of the gap: {low} to {high}", "、差の95%区間：{low}～{high}")
_NOBODY = Words(
    "No gap to tell: health is not known on both sides.",
    "比較できる相手がいないか、ヘルスが不明のため差を計算できません。",
)


def _one(tenths: int) -> str:
    return f"{tenths / 10:.1f}"


def _as_it_is(_key: str, text: str) -> str:
    return text


def gap_sentence(
    owner: str,
    means: tuple[int, int],
    driver: tuple[str, int] | None,
    lowest: Sequence[tuple[int, str]],
    language: Language,
    part: Callable[[str, str], str] = _as_it_is,
) -> str:
    """'... 6.0 points lower ...; biggest cause ...; start with ...', means and points in tenths as they are shown.

    `part` makes what can be opened of a key and its text: 'owner', 'others', 'gap', 'factor', and an account's id.
    """
    mean, others = means
    words = _SAME if mean == others else _HIGHER if mean > others else _LOWER
    figures = {"mean": part("owner", _one(mean)), "others": part("others", _one(others))}
    said = [words.say(language, owner=part("owner", owner), gap=part("gap", _one(abs(mean - others))), **figures)]
    if driver:
        factor, points = driver
        name = part("factor", factor_name(factor, language))
        said.append(_CAUSE.say(language, factor=name, points=part("factor", tenths_text(points))))
    if lowest and mean < others:
        names = _BETWEEN.say(language).join(part(str(account), name) for account, name in lowest)
        said.append(_START.say(language, names=names))
    return _AFTER.say(language).join(said)


def verdict_sentence(
    verdict: str, n: int, others: int, interval: tuple[float, float] | None, language: Language
) -> str:
    """Whether to believe the gap, and on how many it rests."""
    bounds = ""
    if interval is not None:
        low, high = (f"{bound:+.1f}".replace("-", "−") for bound in interval)
        bounds = _INTERVAL.say(language, low=low, high=high)
    said = _VERDICTS[verdict].say(language)
    return _OF.say(language, verdict=said, n=f"{n:,}", others=f"{others:,}", interval=bounds)


def no_gap(language: Language) -> str:
    """What is said where there is nobody to compare with."""
    return _NOBODY.say(language)
