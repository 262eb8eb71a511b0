"""The sample tables written the way other people keep them, and what the importer makes of each."""
