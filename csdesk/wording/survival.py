"""How long customers stay, in words: what the test of curves says, and what the curves rest on."""

from typing import Protocol

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, look_up, whole

_VERDICTS = {
    "differ": Words(
        "The curves differ (log-rank test of {groups} groups, p {p}): more than chance would do.",
        "継続期間には差があります（{groups}区分のログランク検定、p {p}）。偶然とは考えにくい差です。",
    ),
    "no_difference": Words(
        "No difference could be seen between the curves (log-rank test of {groups} groups, p {p}). "
        "That does not show that they are the same.",
        "継続期間に差があるとはいえません（{groups}区分のログランク検定、p {p}）。"
        "同じであることを示すものではありません。",
    ),
    "too_few": Words(
        "Too few to compare: a test needs two groups of at least ten lifetimes, ten of which have ended.",
        "件数が少なく比較できません。検定には、契約期間が10件以上ある区分が2つ以上、解約が合計10件以上必要です。",
    ),
}
_LEAST = 0.001


class Tested(Protocol):
    """What of a test is put in words; `verdict` is the text of its enum."""

    @property
    def groups(self) -> int: ...
    @property
    def p(self) -> float | None: ...
    @property
    def verdict(self) -> str: ...


def verdict_sentence(test: Tested, language: Language) -> str:
    """Whether the curves of groups differ."""
    return look_up(_VERDICTS, test.verdict, language, groups=test.groups, p=_chance(test.p))


def _chance(p: float | None) -> str:
    if p is None:
        return ""
    return f"< {_LEAST}" if p < _LEAST else f"= {whole(p, 3)}"
