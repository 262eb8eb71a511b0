"""How the names of books end."""

BOOK_SUFFIX = ".csdesk"
SEALED_SUFFIX = ".age"
"""That of an encrypted one, after its own."""
