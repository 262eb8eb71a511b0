"""The third schema: steps that are told apart in every copy of a book, and what was merged from where. Frozen."""

STATEMENTS = (
    "ALTER TABLE step ADD COLUMN uid INTEGER",
    """
    CREATE TABLE merge (id INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, file TEXT NOT NULL, steps TEXT NOT
        NULL, answers TEXT NOT NULL, same TEXT NOT NULL, PRIMARY KEY (id)) STRICT
    """,
)
