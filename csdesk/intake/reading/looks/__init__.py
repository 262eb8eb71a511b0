"""The second look at workbooks: what the fast reader leaves out, told sheet by sheet."""
