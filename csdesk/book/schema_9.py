"""The ninth schema: steps that repeat, and what they carry. Frozen."""

STATEMENTS = (
    "ALTER TABLE play_step ADD COLUMN repeat_days INTEGER CHECK (repeat_days BETWEEN 1 AND 365)",
    "ALTER TABLE play_step ADD COLUMN repeat_for INTEGER CHECK (repeat_for BETWEEN 1 AND 730)",
    "ALTER TABLE play_step ADD COLUMN material TEXT",
    "ALTER TABLE play_step ADD COLUMN material_file TEXT",
    "ALTER TABLE task ADD COLUMN repeat_days INTEGER CHECK (repeat_days BETWEEN 1 AND 365)",
    """
    ALTER TABLE task ADD COLUMN repeat_until TEXT CHECK (repeat_until BETWEEN '1900-01-01' AND '2999-12-31')
    """,
    "ALTER TABLE task ADD COLUMN material TEXT",
    "ALTER TABLE task ADD COLUMN material_file TEXT",
)
