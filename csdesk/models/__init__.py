"""What a book is made of: the kinds, months, money and drafts that every room may speak."""
