"""The seventh schema: risks, plays with their steps and runs, health set by hand for a while. Frozen."""

STATEMENTS = (
    """
    CREATE TABLE risk (id INTEGER NOT NULL, account_id INTEGER NOT NULL, signal TEXT, title TEXT, level TEXT
        DEFAULT 'suspected' NOT NULL, first_signal_on TEXT NOT NULL CHECK (first_signal_on BETWEEN '1900-01-01'
        AND '2999-12-31'), logged_on TEXT NOT NULL CHECK (logged_on BETWEEN '1900-01-01' AND '2999-12-31'),
        response TEXT, owner_id INTEGER, outcome TEXT DEFAULT 'open' NOT NULL, closed_on TEXT CHECK (closed_on
        BETWEEN '1900-01-01' AND '2999-12-31'), mrr_saved INTEGER CHECK (mrr_saved BETWEEN -10000000000000 AND
        10000000000000), mrr_lost INTEGER CHECK (mrr_lost BETWEEN -10000000000000 AND 10000000000000), notes
        TEXT, external_id TEXT, PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE
        CASCADE, FOREIGN KEY(owner_id) REFERENCES person (id) ON DELETE SET NULL) STRICT
    """,
    """
    CREATE TABLE play (id INTEGER NOT NULL, name TEXT NOT NULL, signal TEXT, off INTEGER DEFAULT 0 NOT NULL,
        notes TEXT, PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE play_step (id INTEGER NOT NULL, play_id INTEGER NOT NULL, place INTEGER NOT NULL, title TEXT
        NOT NULL, customer_side INTEGER DEFAULT 0 NOT NULL, owner_id INTEGER, due_days INTEGER NOT NULL, PRIMARY
        KEY (id), FOREIGN KEY(play_id) REFERENCES play (id) ON DELETE CASCADE, FOREIGN KEY(owner_id) REFERENCES
        person (id) ON DELETE SET NULL) STRICT
    """,
    """
    CREATE TABLE play_run (id INTEGER NOT NULL, account_id INTEGER NOT NULL, risk_id INTEGER, play TEXT NOT
        NULL, started_on TEXT NOT NULL CHECK (started_on BETWEEN '1900-01-01' AND '2999-12-31'), ended_on TEXT
        CHECK (ended_on BETWEEN '1900-01-01' AND '2999-12-31'), helped TEXT, PRIMARY KEY (id), FOREIGN
        KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, FOREIGN KEY(risk_id) REFERENCES risk (id) ON
        DELETE SET NULL) STRICT
    """,
    """
    CREATE TABLE health_override (id INTEGER NOT NULL, account_id INTEGER NOT NULL, score REAL NOT NULL, reason
        TEXT NOT NULL, expires_on TEXT CHECK (expires_on BETWEEN '1900-01-01' AND '2999-12-31'), set_on TEXT NOT
        NULL CHECK (set_on BETWEEN '1900-01-01' AND '2999-12-31'), who TEXT NOT NULL, PRIMARY KEY (id), FOREIGN
        KEY(account_id) REFERENCES account (id) ON DELETE CASCADE) STRICT
    """,
    "ALTER TABLE task ADD COLUMN run_id INTEGER REFERENCES play_run (id) ON DELETE SET NULL",
    "ALTER TABLE task ADD COLUMN skipped_reason TEXT",
    "CREATE INDEX ix_risk_account_id ON risk (account_id)",
    "CREATE INDEX ix_risk_owner_id ON risk (owner_id)",
    "CREATE INDEX ix_play_step_owner_id ON play_step (owner_id)",
    "CREATE INDEX ix_play_step_play_id ON play_step (play_id)",
    "CREATE INDEX ix_play_run_account_id ON play_run (account_id)",
    "CREATE INDEX ix_play_run_risk_id ON play_run (risk_id)",
    "CREATE INDEX ix_health_override_account_id ON health_override (account_id)",
    "CREATE INDEX ix_task_run_id ON task (run_id)",
)
