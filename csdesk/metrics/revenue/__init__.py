"""Figures of recurring revenue and its movements."""
