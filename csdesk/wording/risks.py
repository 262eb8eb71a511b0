"""Risks and plays in words."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.models.signals import Helped, RiskLevel, RiskOutcome
from csdesk.wording.signals import signal_name
from csdesk.wording.speech import Words

RISK_LEVELS: Mapping[str, Words] = {
    RiskLevel.SUSPECTED: Words("Suspected", "疑い"),
    RiskLevel.IMMINENT: Words("Imminent", "切迫"),
}
RISK_OUTCOMES: Mapping[str, Words] = {
    RiskOutcome.OPEN: Words("Open", "対応中"),
    RiskOutcome.AVERTED: Words("Averted", "回避"),
    RiskOutcome.LOST: Words("Lost", "損失"),
    RiskOutcome.DISMISSED: Words("No risk after all", "リスクではなかった"),
}
HELPED: Mapping[str, Words] = {
    Helped.YES: Words("It helped", "効果あり"),
    Helped.NO: Words("It did not help", "効果なし"),
    Helped.UNKNOWN: Words("Cannot tell", "判断できない"),
}
_BOTH = Words("{signal}: {title}", "{signal}：{title}")


def risk_name(signal: str | None, title: str, language: Language) -> str:
    """What a risk is called: its signal, a person's own words, or both."""
    named = signal_name(signal, language) if signal else ""
    return _BOTH.say(language, signal=named, title=title) if named and title else named or title
