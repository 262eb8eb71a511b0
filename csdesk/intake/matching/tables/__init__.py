"""What a found table seems to be: its kind, by all that its columns and rows tell."""
