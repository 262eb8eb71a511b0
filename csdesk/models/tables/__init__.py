"""The tables of a book, by topic. For `book` alone."""

from csdesk.models.tables import house, people, reporting, revenue, risks, signals, work
from csdesk.models.tables.base import metadata

__all__ = ["house", "metadata", "people", "reporting", "revenue", "risks", "signals", "work"]
