"""The closed lists of what is told to the board; every value is the text stored in the file."""

from enum import StrEnum


class WinKind(StrEnum):
    """What was won."""

    OUTCOME = "outcome"
    RENEWAL = "renewal"
    EXPANSION = "expansion"
    SAVED = "saved"
    ADVOCACY = "advocacy"
    TEAM = "team"
