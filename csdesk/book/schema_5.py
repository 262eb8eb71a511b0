"""The fifth schema: versions of the definitions, who was asked, who brought an account, roles of users, fit of deals,
key features. Frozen."""

STATEMENTS = (
    "ALTER TABLE account ADD COLUMN referred_by TEXT",
    "ALTER TABLE contact ADD COLUMN role TEXT",
    "ALTER TABLE deal ADD COLUMN fit TEXT",
    "ALTER TABLE deal ADD COLUMN fit_reason TEXT",
    "ALTER TABLE measure ADD COLUMN key_feature INTEGER",
    """
    CREATE TABLE invitation (id INTEGER NOT NULL, account_id INTEGER, contact_id INTEGER, survey TEXT NOT NULL,
        relation TEXT, asked_on TEXT CHECK (asked_on BETWEEN '1900-01-01' AND '2999-12-31'), asked INTEGER DEFAULT 1
        NOT NULL CHECK (asked BETWEEN 1 AND 1000000000), name TEXT, PRIMARY KEY (id), FOREIGN KEY(account_id)
        REFERENCES account (id) ON DELETE CASCADE, FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET
        NULL) STRICT
    """,
    """
    CREATE TABLE definition (id INTEGER NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL, rules TEXT NOT NULL,
        agreed_by TEXT, agreed_on TEXT CHECK (agreed_on BETWEEN '1900-01-01' AND '2999-12-31'), method TEXT, periods
        TEXT, forecast TEXT, risk TEXT, reporting TEXT, note TEXT, PRIMARY KEY (id)) STRICT
    """,
    "CREATE INDEX ix_invitation_account_id ON invitation (account_id)",
    "CREATE INDEX ix_invitation_contact_id ON invitation (contact_id)",
)
