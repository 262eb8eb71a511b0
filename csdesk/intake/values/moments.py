"""Moments as programs write them by the million, read at a stroke."""

import re
from datetime import UTC, datetime

_PLAIN = re.compile(r"20[0-8]\d-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


def plain_moment(text: str) -> datetime | None:
    """The moment of '2026-04-01 09:00:00', in UTC that of '2026-04-01T09:00:00+09:00'; None for every other way to
    write one, and for one that does not exist."""
    found = _PLAIN.fullmatch(text)
    if not found:
        return None
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC).replace(tzinfo=None) if found[1] else moment
    except ValueError:
        return None
