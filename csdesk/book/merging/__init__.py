"""Bringing a copy of the book, in which a colleague has worked, together with the book."""
