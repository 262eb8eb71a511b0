"""How unit economics are counted, in a few words."""

from fractions import Fraction

from csdesk.models.kinds import Language
from csdesk.wording.lifetime_value import LTV_NAMES
from csdesk.wording.speech import Words, look_up, percent, short

_COUNTED = Words(
    "LTV: {formula}, margin {margin}; holds from {least}×", "LTV：{formula}、粗利率{margin}／基準 {least}倍以上"
)


def rules_text(formula: str, margin: Fraction, least: Fraction, language: Language) -> str:
    """The formula of lifetime value in force, the gross margin, and what LTV / CAC has to be."""
    return _COUNTED.say(
        language,
        formula=look_up(LTV_NAMES, formula, language),
        margin=percent(margin, 0),
        least=short(least),
    )
