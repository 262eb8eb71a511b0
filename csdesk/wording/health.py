"""An account's health in sentences: what carries it, what holds it back, and how much of it is known."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from csdesk.wording.factors import factor_name
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import dimension_name
from csdesk.wording.speech import NOTHING, Words, day, look_up, percent
from csdesk.wording.window import BANDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

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
_NAMED = 4
_COMMA = Words(", ", "、")
_CAUSES: Mapping[str, Words] = {
    "value": Words("moved", "値が変化"),
    "curve": Words("curve changed", "換算カーブを変更"),
    "profile": Words("another one applies", "適用先が変わった"),
    "hand": Words("by a person", "担当者の判断"),
    "hand_ended": Words("ended", "終了"),
    "age": Words("curve of its age", "契約年数別のカーブ"),
    "weight": Words("weights changed", "重みを変更"),
    "came": Words("new data", "データが追加"),
    "stale": Words("data too old", "データが古くなった"),
    "gone": Words("no data any more", "データがなくなった"),
    "on": Words("switched on", "要素を有効化"),
    "off": Words("switched off", "要素を無効化"),
}
_HOUSE = Words("House profile", "標準のプロファイル")
_IS = Words("{dimension}: {values}", "{dimension}：{values}")
_OF_PROFILE = Words("{profile} {n}", "{profile} {n}社")
_BY_PROFILE = Words("Profiles: {profiles}.", "プロファイル：{profiles}。")
_MOVE = Words("{factor} ({cause}) {points}", "{factor}（{cause}）{points}")
_SAID = Words("{said} (by hand)", "{said}（手動）")
_HAND = Words("Set to {score} by {who} on {since}: {reason}", "{who}が{since}に{score}に設定：{reason}")
_HAND_UNTIL = Words(
    "Set to {score} by {who} from {since} to {until}: {reason}", "{who}が{score}に設定（{since}〜{until}）：{reason}"
)
_COMPUTED = Words("Computed: {said}", "計算上のスコア：{said}")
_MORE = Words("others {points}", "その他{points}")
_CHANGED = Words("{then} → {now}: {moves}.", "{then}→{now}：{moves}。")
_LEVEL = Words("{then} → {now}: nothing moved.", "{then}→{now}：変化はありません。")
_NO_SCORE = Words(
    "No score on {day}: nothing fresh was known then.", "{day}の時点ではデータがなく、スコアがありません。"
)
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
    return _KNOWN.say(language, share=share) if enough else _LITTLE.say(language, score=score_text(score), share=share)


def change_sentence(now: float, before: float, language: Language) -> str:
    """By how many points a score has moved in a month; '' where by none."""
    change = _shown(now) - _shown(before)
    return _SINCE.say(language, change=f"{'▲ +' if change > 0 else '▼ −'}{abs(change)}") if change else ""


def profile_name(name: str, language: Language) -> str:
    """What a health profile is called; '' is that of everybody whom no other is for."""
    return name or _HOUSE.say(language)


def whom_text(whom: Iterable[tuple[str, tuple[str, ...]]], language: Language) -> str:
    """Which accounts a profile is for: 'Segment: Enterprise, Public · Touch model: High'."""
    return " · ".join(
        _IS.say(
            language,
            dimension=dimension_name(dimension, language),
            values=_COMMA.say(language).join(group_name(dimension, value, language) for value in values),
        )
        for dimension, values in whom
    )


def profiles_sentence(counts: Mapping[str, int], language: Language) -> str:
    """How many accounts each profile scores, by name; '' where the house's scores them all."""
    if not any(name for name, n in counts.items() if n):
        return ""
    told = (
        _OF_PROFILE.say(language, profile=profile_name(name, language), n=f"{n:,}") for name, n in counts.items() if n
    )
    return _BY_PROFILE.say(language, profiles=_COMMA.say(language).join(told))


def cause_name(cause: str, language: Language) -> str:
    """What moved a factor."""
    return _CAUSES[cause].say(language)


def _shown(score: float) -> int:
    """Whole points that have been reached, as years of age: 69.6 is 69, and below a line that stands at 70."""
    return floor(round(score, 9))


def score_text(score: float | None) -> str:
    """A health score wherever one is shown: '69'; a dash where there is none."""
    return NOTHING if score is None else str(_shown(score))


def banded_text(score: float | None, band: str, language: Language, *, by_hand: bool = False) -> str:
    """'72 Green'; the band alone without a score; '40 Red (by hand)' where a person said it."""
    word = look_up(BANDS, band, language)
    said = word if score is None else f"{score_text(score)} {word}"
    return _SAID.say(language, said=said) if by_hand else said


def score_by_hand(score: float | None, language: Language) -> str:
    """A score without its band that a person said."""
    return _SAID.say(language, said=score_text(score))


def hand_sentence(
    score: float, days: tuple[date, date | None], who: str, reason: str, computed: str, language: Language
) -> str:
    """What a person said in the place of a score, from when until when and why; below it the computed one."""
    since, until = (day(one, language) for one in days)
    words = _HAND if days[1] is None else _HAND_UNTIL
    said = words.say(language, score=score_text(score), since=since, until=until, who=who, reason=reason)
    return f"{said}\n{_COMPUTED.say(language, said=computed)}"


def tenths_text(tenths: int) -> str:
    """Points with their sign, to one decimal: '+0.4', '−12.0'."""
    return f"{'−' if tenths < 0 else '+'}{abs(tenths) / 10:.1f}"


def _move(factor: str, cause: str, points: int, language: Language) -> str:
    name, what = factor_name(factor, language), cause_name(cause, language)
    return _MOVE.say(language, factor=name, cause=what, points=tenths_text(points))


def moves_sentence(
    scores: tuple[int | None, int | None],
    days: tuple[date, date],
    moved: Sequence[tuple[str, str, int]],
    language: Language,
) -> str:
    """'78.0 → 64.0: Tickets (moved) −9.0, ...': scores then and now, the heaviest of the moves (factor, cause,
    points), and the sum of the others; scores and points in tenths."""
    for score, on in zip(scores, days, strict=True):
        if score is None:
            return _NO_SCORE.say(language, day=day(on, language))
    then, now = (f"{(score or 0) / 10:.1f}" for score in scores)
    if not moved:
        return _LEVEL.say(language, then=then, now=now)
    said = [_move(*move, language) for move in moved[:_NAMED]]
    others = sum(points for _, _, points in moved[_NAMED:])
    if others:
        said.append(_MORE.say(language, points=tenths_text(others)))
    return _CHANGED.say(language, then=then, now=now, moves=_COMMA.say(language).join(said))
