"""What one cell says: numbers, money, dates, yes and no, words; a value or the reason why it is none."""
