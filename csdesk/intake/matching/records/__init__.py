"""Rows as clean records, and what is wrong with their cells."""
