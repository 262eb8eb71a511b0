"""Text as people see it: what nobody can see is shown by its code, what looks alike is folded."""

import re
import unicodedata

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef]")


def visible(text: str) -> str:
    """The text with control characters, direction overrides, halves of letters and codes that are none as `<U+202E>`.
    All else is kept, also the marks by which names of both directions are set."""
    return text if text.isprintable() else _UNSEEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


def fold_case(text: str) -> str:
    """The text with width and case folded, in which words are compared; spaces and accents stay."""
    return unicodedata.normalize("NFKC", text).casefold()
