"""What stands on the day's list, in words: why a line is there, what it asks for, and where it ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.wording.factors import factor_name
from csdesk.wording.signals import signal_evidence, signal_name
from csdesk.wording.speech import Words, look_up

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from csdesk.models.kinds import Language
    from csdesk.models.signals import Signal

_WHY: Mapping[str, Words] = {
    "task": Words("Next step", "次の対応"),
    "milestone": Words("Milestone", "マイルストーン"),
    "renewal": Words("Renewal in {days} days", "更新まで{days}日"),
    "undecided": Words("Renewal undecided for {days} days", "更新未定のまま{days}日"),
    "health_red": Words("Health is red", "ヘルスが赤"),
    "no_touch": Words("No touch for {days} days", "{days}日間タッチなし"),
}
_LATE: Mapping[str, Words] = {
    "task": Words("Next step, {days} days late", "次の対応、{days}日遅れ"),
    "milestone": Words("Milestone, {days} days late", "マイルストーン、{days}日遅れ"),
}
_WHAT: Mapping[str, Words] = {
    "renewal": Words("Plan the renewal: no next step is open", "更新に向けた次の対応を決める"),
    "undecided": Words("Decide: renewed or ended", "更新か終了かを確定する"),
    "health_red": Words("Find out what is wrong", "原因を確認する"),
    "no_touch": Words("Get in touch", "連絡をとる"),
}
_CUSTOMERS = Words("{title} (the customer's)", "{title}（顧客側）")
_HELD_BACK = Words("Held back by: {factor}", "主な要因：{factor}")
_IMMINENT = Words("Imminent risk: {risk}", "切迫したリスク：{risk}")
_BETWEEN = Words(", ", "、")
_POINTS = Words(
    "{total} of 100 points: {mrr} of 40 for MRR at stake, {late} of 20 for lateness, {renewal} of 20 for the renewal, "
    "{danger} of 20 for danger",
    "100点中{total}点：対象MRR {mrr}/40、遅れ {late}/20、更新 {renewal}/20、危険 {danger}/20",
)
_RULE = Words(
    "MRR: 40 × the share of paying accounts that pay no more than this one. Lateness: 10 on the day that a next step "
    "or a milestone is due, one more for each day after and one less for each before. Renewal: 20 on its day and while "
    "undecided, falling to 0 in the 90 days before. Danger: 5 for each danger signal and for red health.",
    "対象MRR：MRRがこの顧客以下の契約中アカウントの割合×40。遅れ：次の対応・マイルストーンの期日当日に10点、1日遅れるごとに"
    "1点加算、1日前ごとに1点減点。更新：更新日当日と更新未定は20点、90日前は0点。危険：シグナルとヘルスの赤、1件につき5点。",
)


def due_why(why: str, days: int | None, language: Language, signal: Signal | None = None) -> str:
    """Why a line is on the list, with the days until or since then; a signal by its name."""
    if signal is not None:
        return signal_name(signal, language)
    if why in _LATE and days is not None and days < 0:
        return _LATE[why].say(language, days=-days)
    return look_up(_WHY, why, language, days=abs(days or 0))


def all_whys(whys: Sequence[str], language: Language) -> str:
    """Several reasons in one line."""
    return _BETWEEN.say(language).join(whys)


def due_what(
    reason: tuple[str, str, str],
    language: Language,
    *,
    customers: bool = False,
    told: tuple[Signal, Sequence[float]] | None = None,
) -> str:
    """What a reason (why, title, factor) asks for: its own title, the figures of a signal that is `told`, else what
    holds the account's health back, else what to do."""
    why, title, factor = reason
    if told is not None:
        return signal_evidence(*told, language)
    if title:
        return _CUSTOMERS.say(language, title=title) if customers else title
    return held_back(factor, language) if factor else look_up(_WHAT, why, language)


def held_back(factor: str, language: Language) -> str:
    """The health factor that costs an account most."""
    return _HELD_BACK.say(language, factor=factor_name(factor, language))


def imminent_risk(risk: str, language: Language) -> str:
    """An open risk that is imminent, by its signal or in the words it was raised in."""
    return _IMMINENT.say(language, risk=signal_name(risk, language))


def points_sentence(parts: tuple[int, int, int, int], language: Language) -> str:
    """How pressing a line is, and what of it each part makes: MRR, lateness, renewal and danger."""
    mrr, late, renewal, danger = parts
    return _POINTS.say(language, total=sum(parts), mrr=mrr, late=late, renewal=renewal, danger=danger)


def ranking_rule(language: Language) -> str:
    """How the list is ranked."""
    return _RULE.say(language)
