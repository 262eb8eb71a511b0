"""The fourth schema: goals and milestones, deals, feedback, exit interviews, mailings, exchange rates, figures of
periods. Frozen."""

STATEMENTS = (
    """
    CREATE TABLE goal (id INTEGER NOT NULL, account_id INTEGER NOT NULL, owner_id INTEGER, external_id TEXT,
        statement TEXT NOT NULL, victory TEXT, metric TEXT, unit TEXT, baseline REAL, target REAL, current REAL,
        due_on TEXT CHECK (due_on BETWEEN '1900-01-01' AND '2999-12-31'), reached_on TEXT CHECK (reached_on BETWEEN
        '1900-01-01' AND '2999-12-31'), status TEXT, notes TEXT, PRIMARY KEY (id), FOREIGN KEY(account_id)
        REFERENCES account (id) ON DELETE CASCADE, FOREIGN KEY(owner_id) REFERENCES person (id) ON DELETE SET NULL)
        STRICT
    """,
    """
    CREATE TABLE milestone (id INTEGER NOT NULL, account_id INTEGER NOT NULL, goal_id INTEGER, owner_id INTEGER,
        external_id TEXT, title TEXT NOT NULL, due_on TEXT CHECK (due_on BETWEEN '1900-01-01' AND '2999-12-31'),
        done_on TEXT CHECK (done_on BETWEEN '1900-01-01' AND '2999-12-31'), customer_side INTEGER DEFAULT 0 NOT
        NULL, notes TEXT, PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
        FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE SET NULL, FOREIGN KEY(owner_id) REFERENCES person (id)
        ON DELETE SET NULL) STRICT
    """,
    """
    CREATE TABLE deal (id INTEGER NOT NULL, account_id INTEGER, product_id INTEGER, owner_id INTEGER, prospect
        TEXT, external_id TEXT, name TEXT, "plan" TEXT, amount INTEGER CHECK (amount BETWEEN -10000000000000 AND
        10000000000000), list_amount INTEGER CHECK (list_amount BETWEEN -10000000000000 AND 10000000000000),
        interval_months INTEGER DEFAULT 1 NOT NULL CHECK (interval_months BETWEEN 1 AND 120), currency TEXT, stage
        TEXT, outcome TEXT DEFAULT 'open' NOT NULL, probability REAL CHECK (probability BETWEEN 0 AND 1), opened_on
        TEXT CHECK (opened_on BETWEEN '1900-01-01' AND '2999-12-31'), close_on TEXT CHECK (close_on BETWEEN
        '1900-01-01' AND '2999-12-31'), starts_on TEXT CHECK (starts_on BETWEEN '1900-01-01' AND '2999-12-31'),
        lost_reason TEXT, industry TEXT, use_case TEXT, channel TEXT, sales_rep TEXT, review TEXT, reviewed_on TEXT
        CHECK (reviewed_on BETWEEN '1900-01-01' AND '2999-12-31'), reviewed_by TEXT, review_reason TEXT, notes TEXT,
        PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, FOREIGN KEY(product_id)
        REFERENCES product (id) ON DELETE SET NULL, FOREIGN KEY(owner_id) REFERENCES person (id) ON DELETE SET NULL)
        STRICT
    """,
    """
    CREATE TABLE feedback (id INTEGER NOT NULL, account_id INTEGER, contact_id INTEGER, owner_id INTEGER,
        external_id TEXT, given_on TEXT CHECK (given_on BETWEEN '1900-01-01' AND '2999-12-31'), kind TEXT, source
        TEXT, topic TEXT, title TEXT, text TEXT, votes INTEGER, status TEXT, department TEXT, resolved_on TEXT CHECK
        (resolved_on BETWEEN '1900-01-01' AND '2999-12-31'), told_on TEXT CHECK (told_on BETWEEN '1900-01-01' AND
        '2999-12-31'), health REAL, notes TEXT, PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account (id) ON
        DELETE CASCADE, FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL, FOREIGN KEY(owner_id)
        REFERENCES person (id) ON DELETE SET NULL) STRICT
    """,
    """
    CREATE TABLE interview (id INTEGER NOT NULL, account_id INTEGER NOT NULL, contact_id INTEGER, person_id
        INTEGER, external_id TEXT, on_date TEXT CHECK (on_date BETWEEN '1900-01-01' AND '2999-12-31'), stated_reason
        TEXT, root_cause TEXT, reason_family TEXT, would_have_stayed TEXT, quote TEXT, rival TEXT, themes TEXT,
        initiative TEXT, notes TEXT, PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE
        CASCADE, FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL, FOREIGN KEY(person_id)
        REFERENCES person (id) ON DELETE SET NULL) STRICT
    """,
    """
    CREATE TABLE mailing (id INTEGER NOT NULL, account_id INTEGER, contact_id INTEGER, external_id TEXT, name
        TEXT NOT NULL, on_date TEXT CHECK (on_date BETWEEN '1900-01-01' AND '2999-12-31'), sent INTEGER CHECK (sent
        BETWEEN 0 AND 1000000000), delivered INTEGER CHECK (delivered BETWEEN 0 AND 1000000000), opened INTEGER
        CHECK (opened BETWEEN 0 AND 1000000000), clicked INTEGER CHECK (clicked BETWEEN 0 AND 1000000000),
        downloaded INTEGER CHECK (downloaded BETWEEN 0 AND 1000000000), replied INTEGER CHECK (replied BETWEEN 0 AND
        1000000000), bounced INTEGER CHECK (bounced BETWEEN 0 AND 1000000000), unsubscribed INTEGER CHECK
        (unsubscribed BETWEEN 0 AND 1000000000), PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account (id)
        ON DELETE CASCADE, FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL) STRICT
    """,
    """
    CREATE TABLE exchange_rate (id INTEGER NOT NULL, month TEXT NOT NULL, currency TEXT NOT NULL, base TEXT NOT
        NULL, rate REAL NOT NULL CHECK (rate > 0), source TEXT, PRIMARY KEY (id), UNIQUE (month, currency, base))
        STRICT
    """,
    """
    CREATE TABLE period_figure (id INTEGER NOT NULL, starts_on TEXT NOT NULL CHECK (starts_on BETWEEN
        '1900-01-01' AND '2999-12-31'), ends_on TEXT NOT NULL CHECK (ends_on BETWEEN '1900-01-01' AND '2999-12-31'),
        name TEXT NOT NULL, metric TEXT, unit TEXT, scope TEXT, kind TEXT DEFAULT 'actual' NOT NULL, value REAL NOT
        NULL, notes TEXT, PRIMARY KEY (id)) STRICT
    """,
    "CREATE INDEX ix_deal_account_id ON deal (account_id)",
    "CREATE INDEX ix_deal_external_id ON deal (external_id)",
    "CREATE INDEX ix_deal_owner_id ON deal (owner_id)",
    "CREATE INDEX ix_deal_product_id ON deal (product_id)",
    "CREATE INDEX ix_feedback_account_id ON feedback (account_id)",
    "CREATE INDEX ix_feedback_contact_id ON feedback (contact_id)",
    "CREATE INDEX ix_feedback_external_id ON feedback (external_id)",
    "CREATE INDEX ix_feedback_owner_id ON feedback (owner_id)",
    "CREATE INDEX ix_goal_account_id ON goal (account_id)",
    "CREATE INDEX ix_goal_owner_id ON goal (owner_id)",
    "CREATE INDEX ix_interview_account_id ON interview (account_id)",
    "CREATE INDEX ix_interview_contact_id ON interview (contact_id)",
    "CREATE INDEX ix_interview_person_id ON interview (person_id)",
    "CREATE INDEX ix_mailing_account_id ON mailing (account_id)",
    "CREATE INDEX ix_mailing_contact_id ON mailing (contact_id)",
    "CREATE INDEX ix_milestone_account_id ON milestone (account_id)",
    "CREATE INDEX ix_milestone_goal_id ON milestone (goal_id)",
    "CREATE INDEX ix_milestone_owner_id ON milestone (owner_id)",
)
