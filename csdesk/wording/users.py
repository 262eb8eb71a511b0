"""Words of what use has to do with leaving: groups by use and what they show, and who goes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from csdesk.models.kinds import Language
from csdesk.wording.kinds import TOUCH_TYPES
from csdesk.wording.speech import Words, look_up, percent, short, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PARTS = {
    "top": Words("Top quarter", "上位25%"),
    "middle": Words("Middle two quarters", "中位50%"),
    "bottom": Words("Bottom quarter", "下位25%"),
    "none": Words("Not at all", "利用なし"),
}

FINDINGS = {
    "supports": Words(
        "● Supports: those who use it most leave less ({low} to {high} pt).",
        "● 裏づけあり：よく使うほど離脱が少なくなっています（差 {low}～{high}pt）。",
    ),
    "no_difference": Words(
        "○ No difference shown between those who use it most and least ({low} to {high} pt).",
        "○ よく使う層とあまり使わない層に、差があるとはいえません（差 {low}～{high}pt）。",
    ),
    "reversed": Words(
        "■ Reversed: those who use it most leave more ({low} to {high} pt). Think about rolling it back.",
        "■ 逆の結果：よく使うほど離脱が多くなっています（差 {low}～{high}pt）。機能を見直すことも検討してください。",
    ),
    "too_few": Words(
        "○ Too few to compare: each group needs ten or more.",
        "○ 件数が少なく比較できません（各グループ10件以上が必要）。",
    ),
}

_LEAD = Words(
    "Of {n} accounts that left in the last 12 months and whose users are known, user attrition rose in the 90 days "
    "before for {k} ({share}, 95%: {low}–{high}); of {m} that stayed, for {j} ({other}, 95%: {less}–{more}).",
    "直近12か月に解約した{n}社（ユーザーが判明している先）のうち、解約前90日間にユーザー離脱率が上昇したのは{k}社"
    "（{share}、95%区間 {low}～{high}）。継続中の{m}社では{j}社（{other}、95%区間 {less}～{more}）でした。",
)
_NO_LEAD = Words(
    "Whether users leave before their account does is not known yet: for that, use of the 210 days before must name "
    "users. It does for {n} accounts that left in the last 12 months, and for {m} that stayed.",
    "解約に先立ってユーザーが離脱するかどうかは、まだわかりません。判定には直前210日間の利用実績にユーザー名が必要です"
    "（該当：直近12か月の解約先{n}社、継続先{m}社）。",
)
_LEADS = {
    "higher": Words("● Users leaving came before logos leaving.", "● ユーザーの離脱が、解約に先行しています。"),
    "lower": Words(
        "■ Logos leave without users leaving before.", "■ 解約前のユーザー離脱は、継続先よりも少なくなっています。"
    ),
    "no_difference": Words(
        "○ No difference is shown between those that left and those that stayed.",
        "○ 解約先と継続先に、差があるとはいえません。",
    ),
    "too_few": Words("○ Too few to compare.", "○ 件数が少なく比較できません。"),
}
_FEW = 10


PRACTICES = {
    "first_value": Words("First use that counts within 30 days of the start", "開始から30日以内に価値のある利用"),
    "milestone": Words("A milestone done", "マイルストーンの達成"),
    "milestones_in_time": Words("All milestones done in time", "マイルストーンをすべて期限内に達成"),
    "goal": Words("A goal reached", "目標の達成"),
    "touch": Words("{of}", "{of}"),
    "feature": Words("Used: {of}", "利用：{of}"),
    "answer": Words("Answered a survey", "アンケートに回答"),
    "ticket": Words("Opened a ticket", "問い合わせあり"),
}
_BEST = {
    "more": Words("● The best quarter did more often: {names}.", "● 上位25%のほうが多く実施：{names}"),
    "less": Words("■ The best quarter did less often: {names}.", "■ 上位25%のほうが少ない：{names}"),
    "same": Words(
        "○ No difference shown in what the best quarter did.", "○ 上位25%とその他に、差があるとはいえません。"
    ),
    "too_few": FINDINGS["too_few"],
}


def practice_name(practice: str, of: str, features: Mapping[str, str], language: Language) -> str:
    """What was done: a type of touch, the use of a measure (by its code), or a step of onboarding."""
    named = look_up(TOUCH_TYPES, of, language) if of in TOUCH_TYPES else features.get(of, of)
    return look_up(PRACTICES, practice, language, of=named)


class Practised(Protocol):
    """A practice of the best and of all others."""

    @property
    def practice(self) -> str: ...
    @property
    def of(self) -> str: ...
    @property
    def difference(self) -> Differs | None: ...


class Differs(Protocol):
    """What the interval of a difference says."""

    @property
    def verdict(self) -> str: ...


def best_text(rows: Iterable[Practised], names: Mapping[tuple[str, str], str], language: Language) -> str:
    """Which practices set the best apart, as far as intervals show it."""
    seen: dict[str, list[str]] = {}
    for row in rows:
        if row.difference is not None:
            seen.setdefault(row.difference.verdict, []).append(names[row.practice, row.of])
    between = "、" if language is Language.JA else ", "
    found = [
        look_up(_BEST, way, language, names=between.join(seen[verdict]))
        for way, verdict in (("more", "higher"), ("less", "lower"))
        if verdict in seen
    ]
    return "  ".join(found) or look_up(_BEST, "same" if "no_difference" in seen else "too_few", language)


def part_name(part: str, language: Language) -> str:
    """A group by use."""
    return look_up(PARTS, part, language)


def range_text(part: str, least: float, most: float) -> str:
    """From how much use to how much: '12-340'; '0' for those without any."""
    if part == "none":
        return "0"
    return short(least) if least == most else f"{short(least)}–{short(most)}"


def finding_text(finding: str, low: float, high: float, language: Language) -> str:
    """What the groups show, with the interval of the difference in points."""
    low_text, high_text = (f"{'+' if bound > 0 else ''}{whole(bound * 100, 1)}" for bound in (low, high))
    return look_up(FINDINGS, finding, language, low=low_text, high=high_text)


Rise = tuple[int, int, tuple[float, float] | None]
"""How many rose, of how many, with the interval of the share."""


def lead_text(left: Rise, stayed: Rise, difference: tuple[float, float] | None, language: Language) -> str:
    """Whether user attrition rose before logos left, against those that stayed, and what that shows."""
    (k, n, own), (j, m, other) = left, stayed
    if own is None or other is None or difference is None:
        return _NO_LEAD.say(language, n=f"{n:,}", m=f"{m:,}")
    said = _LEAD.say(
        language,
        n=f"{n:,}", k=f"{k:,}", share=percent(k / n), low=percent(own[0]), high=percent(own[1]),
        m=f"{m:,}", j=f"{j:,}", other=percent(j / m), less=percent(other[0]), more=percent(other[1]),
    )  # fmt: skip
    low, high = difference
    shows = "higher" if low > 0 else "lower" if high < 0 else "no_difference"
    between = " " if language is Language.EN else ""
    return f"{said}{between}{look_up(_LEADS, 'too_few' if min(n, m) < _FEW else shows, language)}"
