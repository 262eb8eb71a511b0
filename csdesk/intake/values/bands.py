"""Words and signs for the health of an account, and what they are on a scale of a hundred."""

from csdesk.intake.values.text import folded
from csdesk.models.kinds import Band

POINTS = {Band.GREEN: 100.0, Band.YELLOW: 50.0, Band.RED: 0.0}
_WORDS = {
    Band.GREEN: "green|g|healthy|good|緑|青|良好|健全|安全|🟢|🟩|グリーン|健康",
    Band.YELLOW: "yellow|amber|y|neutral|at risk|medium|黄|黄色|橙|注意|要注意|🟡|🟨|イエロー|普通",
    Band.RED: "red|r|critical|poor|unhealthy|赤|危険|要対応|🔴|🟥|レッド|不健全",
}
_BY_WORD = {word: band for band, words in _WORDS.items() for word in words.split("|")}


def band_of(text: str) -> Band | None:
    """The band that a word, a letter or a sign stands for; None for none."""
    return _BY_WORD.get(folded(text).removesuffix("信号"))
