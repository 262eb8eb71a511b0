"""What columns are called: every field with its headings, by topic. `intake.fields` is the way in."""
