"""The closed lists of what is told to the board; every value is the text stored in the file."""

from enum import StrEnum


class FigureKind(StrEnum):
    """Whether a period's figure was reached or is aimed at."""

    ACTUAL = "actual"
    TARGET = "target"


class WinKind(StrEnum):
    """What was won."""

    OUTCOME = "outcome"
    RENEWAL = "renewal"
    EXPANSION = "expansion"
    SAVED = "saved"
    ADVOCACY = "advocacy"
    TEAM = "team"
