"""Words of the Overview page."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, look_up

BENEFITS: Mapping[str, Words] = {
    "less_churn": Words("Less churn", "解約の抑制"),
    "more_value": Words("Contracts that grow", "契約価値の拡大"),
    "better_experience": Words("A better experience", "顧客体験の向上"),
}
"""What customer success is for, by `Benefit`."""


def benefit_name(benefit: str, language: Language) -> str:
    """What customer success is for."""
    return look_up(BENEFITS, benefit, language)
