"""Moments as programs write them by the million, read at a stroke."""

import re
from datetime import datetime

_PLAIN = re.compile(r"20[0-8]\d-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?", re.ASCII)


def plain_moment(text: str) -> datetime | None:
    """The moment of '2026-04-01 09:00:00'; None for every other way to write one, and for one that does not exist."""
    if not _PLAIN.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
