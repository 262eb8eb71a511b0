"""Figures of what customers answer."""
