"""Figures of the people inside accounts and what they do."""
