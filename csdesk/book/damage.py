"""What a check finds, one record a finding; `wording` says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class DamageKind(StrEnum):
    """What is wrong."""

    FILE = "file"
    ROWS = "rows"
    DIGEST = "digest"
    REFERENCE = "reference"
    LOST_ROW = "lost_row"
    DATE = "date"
    WORD = "word"
    RANGE = "range"
    JSON = "json"
    SETTING = "setting"
    TWICE = "twice"
    ENDS_BEFORE_START = "ends_before_start"
    LOG = "log"
    LOG_STRAY = "log_stray"
    STEP = "step"
    STEP_TEXT = "step_text"
    STEP_ORDER = "step_order"
    LOG_SUM = "log_sum"


OF_THE_FILE = frozenset({DamageKind.FILE, DamageKind.ROWS, DamageKind.DIGEST})
"""What a sound copy of a sound book cannot have."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One finding. `details` fills its sentence: kind, row, its name where it has one, and what was seen."""

    what: DamageKind
    details: Mapping[str, object]
