"""How unit economics are counted, in a few words."""

from csdesk.models.kinds import Language
from csdesk.wording.metrics import LTV_NAMES
from csdesk.wording.speech import Words, look_up

_COUNTED = Words("LTV: {formula}, margin {margin}", "LTV：{formula}、粗利率{margin}")


def rules_text(formula: str, margin: str, language: Language) -> str:
    """The formula of lifetime value in force, and the gross margin."""
    return _COUNTED.say(language, formula=look_up(LTV_NAMES, formula, language), margin=margin)
