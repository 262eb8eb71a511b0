"""Clean tables written to text files with one fault each, and what a person would see in them."""

from tests.intake_pollution import encodings, lines, marks, quoting, separators, shapes, surroundings
from tests.intake_pollution.polluted import KINDS, Kind, Polluted

_ALL = (separators, quoting, lines, shapes, surroundings, encodings, marks)

__all__ = ["KINDS", "Kind", "Polluted"]
