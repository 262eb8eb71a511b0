"""Marks in text that nobody can see, or that turn the words around them: each is shown by its code."""

import re

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef]")


def visible(text: str) -> str:
    """The text with control characters, direction overrides, halves of letters and codes that are none as `<U+202E>`.
    All else is kept, also the marks by which names of both directions are set."""
    return text if text.isprintable() else _UNSEEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)
