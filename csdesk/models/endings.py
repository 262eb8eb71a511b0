"""How the name of a book ends."""

BOOK_SUFFIX = ".csdesk"
