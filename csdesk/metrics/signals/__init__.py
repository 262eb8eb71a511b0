"""Danger signals: rules on the book's data that say who may leave, since when, and by what figures."""
