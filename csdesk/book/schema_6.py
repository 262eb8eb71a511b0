"""The sixth schema: the day a customer cancelled. Frozen."""

STATEMENTS = (
    """
    ALTER TABLE contract ADD COLUMN cancelled_on TEXT CHECK (cancelled_on BETWEEN '1900-01-01' AND '2999-12-31')
    """,
)
