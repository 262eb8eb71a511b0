"""How well scores foretold who left, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.wording.speech import Words, percent

if TYPE_CHECKING:
    from csdesk.models.kinds import Language

_AUC = Words(
    "Of an account that left and one that stayed, the one that left had the lower score in {auc} of all pairs "
    "(95% {low}–{high}; a coin: 50%). {left} left, {stayed} stayed.",
    "解約した顧客と継続した顧客の組のうち、{auc}で解約した顧客のスコアのほうが低くなっていました"
    "（95%区間 {low}～{high}。偶然なら50%）。解約{left}件、継続{stayed}件。",
)
_FEW = Words(
    "Fewer than {enough} churns with a score: an impression, no evidence.",
    "スコアのある解約が{enough}件未満のため、参考程度にとどめてください。",
)
_COIN = Words(
    "The interval holds 50%: this model has not shown that it tells them apart.",
    "区間に50%が含まれており、このモデルで両者を見分けられるとは言えません。",
)
_NO_PAIRS = Words(
    "Nothing to compare yet: {left} left and {stayed} stayed with a score 90 days before.",
    "まだ比較できません。90日前にスコアのあった顧客：解約{left}件、継続{stayed}件。",
)
_RATE = Words("{left} of {n} left · {rate} ({low}–{high})", "{n}件中{left}件が解約・{rate}（{low}～{high}）")
_NONE = Words("none", "該当なし")


def concordance_text(
    auc: float | None, interval: tuple[float, float] | None, left: int, stayed: int, enough: int, language: Language
) -> str:
    """What a back-test says, and whether to believe it."""
    if auc is None or interval is None:
        return _NO_PAIRS.say(language, left=f"{left:,}", stayed=f"{stayed:,}")
    low, high = (percent(bound, 0) for bound in interval)
    said = [
        _AUC.say(language, auc=percent(auc, 0), low=low, high=high, left=f"{left:,}", stayed=f"{stayed:,}"),
    ]
    if left < enough:
        said.append(_FEW.say(language, enough=enough))
    if interval[0] <= 0.5 <= interval[1]:  # noqa: PLR2004 - a coin
        said.append(_COIN.say(language))
    return " ".join(said)


def left_text(left: int, n: int, interval: tuple[float, float] | None, language: Language) -> str:
    """'4 of 33 left · 12% (5–27%)'."""
    if interval is None:
        return _NONE.say(language)
    low, high = (percent(bound, 0) for bound in interval)
    return _RATE.say(language, left=f"{left:,}", n=f"{n:,}", rate=percent(left / n, 0), low=low, high=high)
