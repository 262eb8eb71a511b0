"""What headings say and what cells look like, before anything is decided."""
