"""What stands on the day's list, in words: why a line is there, and what it asks for."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.wording.factors import factor_name
from csdesk.wording.speech import Words, look_up

_TASK = "task"
_WHY: Mapping[str, Words] = {
    "task": Words("Next step", "次の対応"),
    "renewal": Words("Renewal in {days} days", "更新まで{days}日"),
    "undecided": Words("Renewal undecided for {days} days", "更新未定のまま{days}日"),
    "health_red": Words("Health is red", "ヘルスが赤"),
    "no_touch": Words("No touch for {days} days", "{days}日間タッチなし"),
}
_LATE = Words("Next step, {days} days late", "次の対応、{days}日遅れ")
_WHAT: Mapping[str, Words] = {
    "renewal": Words("Agree on the renewal", "更新の合意をとる"),
    "undecided": Words("Decide: renewed or ended", "更新か終了かを確定する"),
    "health_red": Words("Find out what is wrong", "原因を確認する"),
    "no_touch": Words("Get in touch", "連絡をとる"),
}
_HELD_BACK = Words("Held back by: {factor}", "主な要因：{factor}")


def due_why(why: str, days: int | None, language: Language) -> str:
    """Why a line is on the list, with the days until or since then."""
    if why == _TASK and days is not None and days < 0:
        return _LATE.say(language, days=-days)
    return look_up(_WHY, why, language, days=abs(days or 0))


def due_what(why: str, title: str, factor: str, language: Language) -> str:
    """What a line asks for: a next step's own title, else what holds the account's health back, else what to do."""
    if title:
        return title
    return held_back(factor, language) if factor else look_up(_WHAT, why, language)


def held_back(factor: str, language: Language) -> str:
    """The health factor that costs an account most."""
    return _HELD_BACK.say(language, factor=factor_name(factor, language))
