"""Words of answers: whose they are, and scores as they are read."""

from csdesk.models.kinds import Language, Survey
from csdesk.wording.kinds import ROLES
from csdesk.wording.speech import NOTHING, Words, look_up, short, whole

WHOSE = {
    "decide": Words("Decision makers", "決裁者"),
    "others": Words("Others", "決裁者以外"),
    "not_said": Words("Not known who", "回答者不明"),
}
"""Whose answers, by `Who`."""
_ROLE = Words("Role: {role}", "役割：{role}")
OFF_SCALE = {
    f"{survey}.score": Words(
        f"outside its scale of whole numbers from {least} to {most}", f"{least}～{most}の整数で答える尺度の範囲外です"
    )
    for survey, least, most in ((Survey.NPS, 0, 10), (Survey.CSAT, 1, 5), (Survey.CES, 1, 7))
}
"""Why a survey's score is refused, by its field."""


def role_word(role: str, language: Language) -> str:
    """What a person is in the product; a word of the book's own as it is."""
    return look_up(ROLES, role, language)


def whose_name(whose: str, language: Language) -> str:
    """Whose answers they are: of those who decide, of others, of a role."""
    if whose in WHOSE:
        return WHOSE[whose].say(language)
    return _ROLE.say(language, role=role_word(whose, language))


def score_text(score: float | None, places: int = 0) -> str:
    """A score as it was given, or a mean with its decimals; a dash where there is none."""
    if score is None:
        return NOTHING
    return whole(score, places) if places else short(score)
