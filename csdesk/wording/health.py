"""An account's health in sentences: what carries it, what holds it back, and how much of it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.wording.speech import Words, percent, whole

if TYPE_CHECKING:
    from csdesk.models.kinds import Language

_BOTH = Words("Lifted by: {best}. Held back by: {worst}.", "主なプラス要因：{best}。主なマイナス要因：{worst}。")
_BEST = Words("Lifted by: {best}.", "主なプラス要因：{best}。")
_WORST = Words("Held back by: {worst}.", "主なマイナス要因：{worst}。")
_NOTHING = Words(
    "No factor has fresh data yet. Set what you know by hand: the score answers at once.",
    "最新データのある要素がまだありません。わかる範囲で手入力すると、すぐにスコアが出ます。",
)
_LITTLE = Words(
    "Too little is known for a colour: {score} so far, on {share} of the model's weight.",
    "情報が足りないため判定できません。現時点のスコアは{score}です（重みの{share}分のデータに基づく）。",
)
_KNOWN = Words("{share} of the model's weight rests on fresh data.", "最新データのある要素は重みの{share}です。")
_SINCE = Words("{change} in 30 days", "30日で{change}")


def drivers_sentence(best: str, worst: str, language: Language) -> str:
    """Which factor carries a score most and which holds it back; '' where there is neither."""
    words = _BOTH if best and worst else _BEST if best else _WORST if worst else None
    return words.say(language, best=best, worst=worst) if words else ""


def coverage_sentence(score: float | None, coverage: float, language: Language, *, enough: bool) -> str:
    """How much of the model is known about an account, `enough` of it for a colour or not."""
    if score is None:
        return _NOTHING.say(language)
    share = percent(coverage, 0)
    return _KNOWN.say(language, share=share) if enough else _LITTLE.say(language, score=whole(score), share=share)


def change_sentence(now: float, before: float, language: Language) -> str:
    """By how many points a score has moved in a month; '' where by none."""
    change = round(now) - round(before)
    return _SINCE.say(language, change=f"{'▲ +' if change > 0 else '▼ −'}{abs(change)}") if change else ""
