"""What is written beside refused rows when they are saved; mended, they come back as if it had never stood there."""

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words

ROW = Words("Refused: row", "取り込めない行：行番号")
REASON = Words("Refused: reason", "取り込めない行：理由")
REFUSED_MARKS = frozenset(words.say(language) for words in (ROW, REASON) for language in Language)
"""The headings, in either language."""
