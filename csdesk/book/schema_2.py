"""The second schema: why MRR changed with a contract line, and when and by whom a step was taken back. Frozen."""

STATEMENTS = (
    "ALTER TABLE contract ADD COLUMN change TEXT",
    "ALTER TABLE step ADD COLUMN turned_at TEXT",
    "ALTER TABLE step ADD COLUMN turned_by TEXT",
    "ALTER TABLE step ADD COLUMN takes_back INTEGER",
)
