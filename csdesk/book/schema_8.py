"""The eighth schema: targets with their history, packs that were sent, wins. Frozen."""

STATEMENTS = (
    """
    CREATE TABLE target (id INTEGER NOT NULL, metric TEXT NOT NULL, period_kind TEXT NOT NULL, since TEXT NOT NULL,
        value REAL, reason TEXT, set_at TEXT NOT NULL, who TEXT NOT NULL, PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE pack (id INTEGER NOT NULL, file TEXT NOT NULL, period_kind TEXT NOT NULL, first_month TEXT NOT NULL,
        as_of TEXT NOT NULL CHECK (as_of BETWEEN '1900-01-01' AND '2999-12-31'), language TEXT NOT NULL, redacted
        INTEGER DEFAULT 0 NOT NULL, note TEXT, made_at TEXT NOT NULL, made_by TEXT NOT NULL, made_with TEXT NOT NULL,
        rules TEXT NOT NULL, definition INTEGER, fingerprint TEXT NOT NULL, figures TEXT NOT NULL, PRIMARY KEY (id))
        STRICT
    """,
    """
    CREATE TABLE win (id INTEGER NOT NULL, account_id INTEGER, on_date TEXT NOT NULL CHECK (on_date BETWEEN
        '1900-01-01' AND '2999-12-31'), title TEXT NOT NULL, text TEXT, kind TEXT, owner_id INTEGER, PRIMARY KEY (id),
        FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, FOREIGN KEY(owner_id) REFERENCES person
        (id) ON DELETE SET NULL) STRICT
    """,
    "CREATE INDEX ix_win_account_id ON win (account_id)",
    "CREATE INDEX ix_win_owner_id ON win (owner_id)",
)
