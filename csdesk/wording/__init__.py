"""Every word that is not inside one widget, in English and Japanese, by topic."""
