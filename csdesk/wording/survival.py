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
_SHARED = Words(
    "The curves are not tested against each other: some accounts are in several groups.",
    "複数の区分に属するアカウントがあるため、区分間の検定は行いません。",
)
_AGAINST = {
    "sooner": Words("leave sooner (p {p})", "継続が短い（p {p}）"),
    "later": Words("stay longer (p {p})", "継続が長い（p {p}）"),
    "no_difference": Words("no difference seen (p {p})", "有意差なし（p {p}）"),
    "too_few": Words("too few to compare", "件数が少なく比較不可"),
}
_BY_CHANCE = Words(
    "Each group is tested by itself: of twenty groups that are alike, one looks different by chance.",
    "区分ごとに検定しています。実際には差がなくても、20区分に1つ程度は偶然に差があるように見えます。",
)
_LEAST = 0.001


class Tested(Protocol):
    """What of a test is put in words; `verdict` is the text of its enum."""

    @property
    def groups(self) -> int: ...
    @property
    def p(self) -> float | None: ...
    @property
    def verdict(self) -> str: ...
    @property
    def excess(self) -> float: ...


def verdict_sentence(test: Tested, language: Language) -> str:
    """Whether the curves of groups differ."""
    return look_up(_VERDICTS, test.verdict, language, groups=test.groups, p=_chance(test.p))


def shared_sentence(language: Language) -> str:
    """Why curves of groups are not tested: accounts are in several."""
    return _SHARED.say(language)


def against_text(test: Tested, language: Language) -> str:
    """How long a group stays, against all others together: 'leave sooner (p = 0.012)'."""
    verdict: str = ("sooner" if test.excess > 0 else "later") if test.verdict == "differ" else test.verdict
    return look_up(_AGAINST, verdict, language, p=_chance(test.p))


def chance_sentence(language: Language) -> str:
    """What is to be known of groups tested one by one."""
    return _BY_CHANCE.say(language)


def _chance(p: float | None) -> str:
    if p is None:
        return ""
    return f"< {_LEAST}" if p < _LEAST else f"= {whole(p, 3)}"
