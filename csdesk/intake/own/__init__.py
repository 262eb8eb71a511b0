"""The book's own tables coming back: what a full export has written is known again and taken exactly as it stands."""
