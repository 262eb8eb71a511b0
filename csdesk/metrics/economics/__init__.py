"""What an account costs and is worth."""
