"""What may come: forecasts from a book's own history, and what would be if some accounts left or stayed."""
