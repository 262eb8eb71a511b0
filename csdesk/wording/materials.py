"""Steps that repeat, and what they carry, in words."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.models.steps import Material
from csdesk.wording.speech import Words

MATERIALS: Mapping[str, Words] = {
    Material.FILE: Words("Linked file", "リンクしたファイル"),
    Material.USE: Words("Summary of the account's use", "利用状況のまとめ"),
}
_EVERY = Words("every {n} days", "{n}日ごと")
_DAILY = Words("every day", "毎日")


def every_words(days: int, language: Language) -> str:
    """How often a step repeats."""
    return (_DAILY if days == 1 else _EVERY).say(language, n=days)


def step_words(title: str, repeat_days: int | None, material: Material | None, language: Language) -> str:
    """A step with how often it repeats and what it carries."""
    every = every_words(repeat_days, language) if repeat_days else ""
    carried = MATERIALS[material].say(language) if material else ""
    return " · ".join(filter(None, (title, every, carried)))
