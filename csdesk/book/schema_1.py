"""The first schema of a book, frozen: books in the field were made by these very words."""

STATEMENTS = (
    """
    CREATE TABLE batch (id INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT
        NOT NULL, tables TEXT NOT NULL, counts TEXT NOT NULL, PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE change (id INTEGER NOT NULL, step_id INTEGER NOT NULL, kind TEXT NOT NULL, row_id INTEGER NOT NULL,
        last_id INTEGER, account_id INTEGER, "before" TEXT, "after" TEXT, packed TEXT, PRIMARY KEY (id)) STRICT
    """,
    "CREATE INDEX ix_change_account_id ON change (account_id)",
    "CREATE INDEX ix_change_row_id ON change (row_id)",
    "CREATE INDEX ix_change_step_id ON change (step_id)",
    """
    CREATE TABLE cost (id INTEGER NOT NULL, month TEXT NOT NULL, purpose TEXT DEFAULT 'acquisition' NOT NULL,
        channel TEXT, item TEXT, amount INTEGER NOT NULL CHECK (amount BETWEEN -10000000000000 AND 10000000000000),
        notes TEXT, PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE custom_field (id INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (id), UNIQUE
        (kind, name)) STRICT
    """,
    """
    CREATE TABLE marker (id INTEGER NOT NULL, on_date TEXT NOT NULL CHECK (on_date BETWEEN '1900-01-01' AND
        '2999-12-31'), kind TEXT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE matching (id INTEGER NOT NULL, shape TEXT NOT NULL, kind TEXT NOT NULL, columns TEXT NOT NULL,
        choices TEXT NOT NULL, PRIMARY KEY (id), UNIQUE (shape)) STRICT
    """,
    """
    CREATE TABLE measure (id INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, unit TEXT, qualifies INTEGER
        DEFAULT 1 NOT NULL, least REAL, PRIMARY KEY (id), UNIQUE (code)) STRICT
    """,
    """
    CREATE TABLE person (id INTEGER NOT NULL, name TEXT NOT NULL, email TEXT, role TEXT, active INTEGER DEFAULT 1
        NOT NULL, hourly_rate INTEGER CHECK (hourly_rate BETWEEN -10000000000000 AND 10000000000000), PRIMARY KEY
        (id)) STRICT
    """,
    """
    CREATE TABLE product (id INTEGER NOT NULL, name TEXT NOT NULL, external_id TEXT, family TEXT, PRIMARY KEY (id))
        STRICT
    """,
    """
    CREATE TABLE saved_view (id INTEGER NOT NULL, page TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
        PRIMARY KEY (id), UNIQUE (page, name)) STRICT
    """,
    """
    CREATE TABLE setting (id INTEGER NOT NULL, "key" TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (id), UNIQUE
        ("key")) STRICT
    """,
    """
    CREATE TABLE step (id INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, name TEXT NOT NULL, subject TEXT
        NOT NULL, rows INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (id)) STRICT
    """,
    """
    CREATE TABLE tally (kind TEXT NOT NULL, rows INTEGER NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (kind))
        STRICT
    """,
    """
    CREATE TABLE account (id INTEGER NOT NULL, name TEXT NOT NULL, external_id TEXT, legal_name TEXT, short_name
        TEXT, kana TEXT, corporate_number TEXT, domain TEXT, owner_id INTEGER, tier TEXT, segment TEXT, industry
        TEXT, size TEXT, employees INTEGER, region TEXT, postal_code TEXT, address TEXT, phone TEXT, channel TEXT,
        sales_rep TEXT, use_case TEXT, stage TEXT, fit TEXT, fit_reason TEXT, sentiment INTEGER, tags TEXT, notes
        TEXT, created_on TEXT CHECK (created_on BETWEEN '1900-01-01' AND '2999-12-31'), PRIMARY KEY (id), FOREIGN
        KEY(owner_id) REFERENCES person (id) ON DELETE SET NULL) STRICT
    """,
    "CREATE INDEX ix_account_external_id ON account (external_id)",
    "CREATE INDEX ix_account_owner_id ON account (owner_id)",
    """
    CREATE TABLE custom_value (id INTEGER NOT NULL, field_id INTEGER NOT NULL, row_id INTEGER NOT NULL, value TEXT
        NOT NULL, PRIMARY KEY (id), UNIQUE (field_id, row_id), FOREIGN KEY(field_id) REFERENCES custom_field (id) ON
        DELETE CASCADE) STRICT
    """,
    "CREATE INDEX ix_custom_value_row_id ON custom_value (row_id)",
    """
    CREATE TABLE source (id INTEGER NOT NULL, batch_id INTEGER NOT NULL, kind TEXT NOT NULL, row_id INTEGER NOT
        NULL, sheet TEXT NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(batch_id) REFERENCES batch
        (id) ON DELETE CASCADE) STRICT
    """,
    "CREATE INDEX ix_source_batch_id ON source (batch_id)",
    "CREATE INDEX ix_source_row_id ON source (row_id)",
    """
    CREATE TABLE contact (id INTEGER NOT NULL, account_id INTEGER, external_id TEXT, name TEXT NOT NULL, kana TEXT,
        email TEXT, phone TEXT, title TEXT, department TEXT, decision_maker INTEGER DEFAULT 0 NOT NULL, executive
        INTEGER DEFAULT 0 NOT NULL, relationship INTEGER, left_on TEXT CHECK (left_on BETWEEN '1900-01-01' AND
        '2999-12-31'), notes TEXT, PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE
        CASCADE) STRICT
    """,
    "CREATE INDEX ix_contact_account_id ON contact (account_id)",
    "CREATE INDEX ix_contact_email ON contact (email)",
    """
    CREATE TABLE contract (id INTEGER NOT NULL, account_id INTEGER NOT NULL, product_id INTEGER, external_id TEXT,
        name TEXT, "plan" TEXT, amount INTEGER CHECK (amount BETWEEN -10000000000000 AND 10000000000000),
        interval_months INTEGER DEFAULT 1 NOT NULL CHECK (interval_months BETWEEN 1 AND 120), currency TEXT,
        starts_on TEXT NOT NULL CHECK (starts_on BETWEEN '1900-01-01' AND '2999-12-31'), start_known INTEGER DEFAULT
        1 NOT NULL, term_ends_on TEXT CHECK (term_ends_on BETWEEN '1900-01-01' AND '2999-12-31'), notice_by TEXT
        CHECK (notice_by BETWEEN '1900-01-01' AND '2999-12-31'), auto_renew INTEGER, ended_on TEXT CHECK (ended_on
        BETWEEN '1900-01-01' AND '2999-12-31'), end_reading TEXT DEFAULT 'last_day' NOT NULL, end_reason TEXT,
        end_reason_family TEXT, charge TEXT DEFAULT 'recurring' NOT NULL, status TEXT DEFAULT 'active' NOT NULL,
        seats INTEGER, list_amount INTEGER CHECK (list_amount BETWEEN -10000000000000 AND 10000000000000),
        discount_amount INTEGER CHECK (discount_amount BETWEEN -10000000000000 AND 10000000000000), discount_ends_on
        TEXT CHECK (discount_ends_on BETWEEN '1900-01-01' AND '2999-12-31'), known_until TEXT CHECK (known_until
        BETWEEN '1900-01-01' AND '2999-12-31'), sales_rep TEXT, channel TEXT, notes TEXT, PRIMARY KEY (id), FOREIGN
        KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, FOREIGN KEY(product_id) REFERENCES product (id)
        ON DELETE SET NULL) STRICT
    """,
    "CREATE INDEX ix_contract_account_id ON contract (account_id)",
    "CREATE INDEX ix_contract_external_id ON contract (external_id)",
    "CREATE INDEX ix_contract_product_id ON contract (product_id)",
    """
    CREATE TABLE health_day (id INTEGER NOT NULL, account_id INTEGER NOT NULL, on_date TEXT NOT NULL CHECK (on_date
        BETWEEN '1900-01-01' AND '2999-12-31'), score REAL, band TEXT NOT NULL, coverage REAL NOT NULL, factors TEXT
        NOT NULL, PRIMARY KEY (id), UNIQUE (account_id, on_date), FOREIGN KEY(account_id) REFERENCES account (id) ON
        DELETE CASCADE) STRICT
    """,
    """
    CREATE TABLE health_value (id INTEGER NOT NULL, account_id INTEGER NOT NULL, factor TEXT NOT NULL, value REAL
        NOT NULL, on_date TEXT NOT NULL CHECK (on_date BETWEEN '1900-01-01' AND '2999-12-31'), note TEXT, PRIMARY
        KEY (id), FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE) STRICT
    """,
    "CREATE INDEX ix_health_value_account_id ON health_value (account_id)",
    """
    CREATE TABLE invoice (id INTEGER NOT NULL, account_id INTEGER, external_id TEXT, number TEXT, issued_on TEXT
        CHECK (issued_on BETWEEN '1900-01-01' AND '2999-12-31'), due_on TEXT CHECK (due_on BETWEEN '1900-01-01' AND
        '2999-12-31'), paid_on TEXT CHECK (paid_on BETWEEN '1900-01-01' AND '2999-12-31'), amount INTEGER CHECK
        (amount BETWEEN -10000000000000 AND 10000000000000), paid_amount INTEGER CHECK (paid_amount BETWEEN
        -10000000000000 AND 10000000000000), currency TEXT, status TEXT, PRIMARY KEY (id), FOREIGN KEY(account_id)
        REFERENCES account (id) ON DELETE CASCADE) STRICT
    """,
    "CREATE INDEX ix_invoice_account_id ON invoice (account_id)",
    """
    CREATE TABLE answer (id INTEGER NOT NULL, account_id INTEGER, contact_id INTEGER, external_id TEXT, survey TEXT
        NOT NULL, relation TEXT, score REAL NOT NULL, direction TEXT, answered_on TEXT CHECK (answered_on BETWEEN
        '1900-01-01' AND '2999-12-31'), comment TEXT, PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account
        (id) ON DELETE CASCADE, FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL) STRICT
    """,
    "CREATE INDEX ix_answer_account_id ON answer (account_id)",
    "CREATE INDEX ix_answer_contact_id ON answer (contact_id)",
    "CREATE INDEX ix_answer_external_id ON answer (external_id)",
    """
    CREATE TABLE ticket (id INTEGER NOT NULL, account_id INTEGER, contact_id INTEGER, external_id TEXT, subject
        TEXT, type TEXT, priority TEXT, status TEXT, opened_at TEXT, first_response_at TEXT, closed_at TEXT,
        assignee TEXT, root_cause TEXT, PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE
        CASCADE, FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL) STRICT
    """,
    "CREATE INDEX ix_ticket_account_id ON ticket (account_id)",
    "CREATE INDEX ix_ticket_contact_id ON ticket (contact_id)",
    "CREATE INDEX ix_ticket_external_id ON ticket (external_id)",
    """
    CREATE TABLE touch (id INTEGER NOT NULL, account_id INTEGER NOT NULL, contact_id INTEGER, person_id INTEGER,
        external_id TEXT, on_date TEXT NOT NULL CHECK (on_date BETWEEN '1900-01-01' AND '2999-12-31'), type TEXT
        DEFAULT 'note' NOT NULL, minutes INTEGER, purpose TEXT, sentiment INTEGER, candour INTEGER, note TEXT,
        PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, FOREIGN KEY(contact_id)
        REFERENCES contact (id) ON DELETE SET NULL, FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET
        NULL) STRICT
    """,
    "CREATE INDEX ix_touch_account_id ON touch (account_id)",
    "CREATE INDEX ix_touch_contact_id ON touch (contact_id)",
    "CREATE INDEX ix_touch_on_date ON touch (on_date)",
    "CREATE INDEX ix_touch_person_id ON touch (person_id)",
    """
    CREATE TABLE use (id INTEGER NOT NULL, account_id INTEGER NOT NULL, contact_id INTEGER, measure_id INTEGER NOT
        NULL, on_date TEXT NOT NULL CHECK (on_date BETWEEN '1900-01-01' AND '2999-12-31'), grain TEXT DEFAULT 'day'
        NOT NULL, amount REAL NOT NULL, PRIMARY KEY (id), FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE
        CASCADE, FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL, FOREIGN KEY(measure_id)
        REFERENCES measure (id) ON DELETE CASCADE) STRICT
    """,
    "CREATE INDEX ix_use_account_id ON use (account_id)",
    "CREATE INDEX ix_use_contact_id ON use (contact_id)",
    """
    CREATE TABLE task (id INTEGER NOT NULL, account_id INTEGER, touch_id INTEGER, owner_id INTEGER, title TEXT NOT
        NULL, due_on TEXT CHECK (due_on BETWEEN '1900-01-01' AND '2999-12-31'), snoozed_until TEXT CHECK
        (snoozed_until BETWEEN '1900-01-01' AND '2999-12-31'), done_on TEXT CHECK (done_on BETWEEN '1900-01-01' AND
        '2999-12-31'), customer_side INTEGER DEFAULT 0 NOT NULL, notes TEXT, PRIMARY KEY (id), FOREIGN
        KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, FOREIGN KEY(touch_id) REFERENCES touch (id) ON
        DELETE SET NULL, FOREIGN KEY(owner_id) REFERENCES person (id) ON DELETE SET NULL) STRICT
    """,
    "CREATE INDEX ix_task_account_id ON task (account_id)",
    "CREATE INDEX ix_task_owner_id ON task (owner_id)",
    "CREATE INDEX ix_task_touch_id ON task (touch_id)",
)
