"""csdesk: an offline desktop app for small customer-success teams."""

__version__ = "0.1.0"
