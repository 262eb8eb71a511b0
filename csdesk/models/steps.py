"""What a step of a play or a next step may have beside its words: that it repeats, and a material."""

from enum import StrEnum

LONGEST_REPEAT = 365
"""Days after which a step that repeats is due again, at most."""
LONGEST_PLAY = 730
"""Days after the start of a play that a step may be due, or may go on repeating."""


class Material(StrEnum):
    """What a step carries: a file that is linked, or how the account uses the product, made when it is wanted."""

    FILE = "file"
    USE = "use"
