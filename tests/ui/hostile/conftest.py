"""A book in which every free text is an attempt at something."""

import sqlite3
from contextlib import closing
from itertools import cycle
from pathlib import Path

import pytest

MARK = "A&B"
"""In every text, so that it is known where it is shown."""
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x.example/","y")')
MARKUP = (
    "<b>bold</b>",
    "<img src='file:///x.png'>",
    "<a href='file:///x'>open</a>",
    "<link rel='stylesheet' href='file:///x.css'>",
    "<a href='javascript:alert(1)'>x</a>",
    "http://x.example/y",
    "&lt;i&gt; &amp; %s {0} $x_1$",
)
TURNING = ("\u202egnp.exe", "\u2066\u2067open", "zero\u200bwidth", "\u05d0\u05d1\u05d2 123", "\u0635\u0641\u0631")
OTHER = ("'; drop table account;--", "bell\x07 \x1b]0;title\x07", "e\u0301\u0301 👩\u200d👩\u200d👧 ﾊﾝｶｸ", "[Red]0;@")
HOSTILE = (*FORMULAS, *MARKUP, *TURNING, *OTHER)
LONG_NAME, LONG_NOTE = "W" * 100_000, "<p>word</p> " * 90_000

_TEXTS = {
    "account": "name external_id legal_name short_name domain segment industry size region address phone channel"
    " sales_rep use_case stage fit_reason tags notes",
    "answer": "comment external_id",
    "batch": "file who",
    "contact": "name email phone title department notes",
    "contract": "name plan external_id end_reason notes sales_rep channel",
    "cost": "channel item notes",
    "custom_field": "name",
    "custom_value": "value",
    "invoice": "number status",
    "marker": "title",
    "measure": "name unit",
    "pack": "file note made_by made_with fingerprint",
    "person": "name email role",
    "product": "name family",
    "saved_view": "name",
    "source": "sheet",
    "step": "who subject",
    "target": "reason who",
    "task": "title notes material_file",
    "ticket": "subject type priority status assignee root_cause",
    "touch": "note purpose",
    "win": "title text",
}


_PACK = """
    INSERT INTO pack (id, file, period_kind, first_month, as_of, language, made_at, made_by, made_with, rules,
        fingerprint, figures)
    VALUES (1, '', 'quarter', '2024-01', '2024-03-31', 'en', '2024-04-02T09:00:00', '', '', 'of=tomorrow', '', '{}')
"""
"""One that only a later csdesk could have written."""


@pytest.fixture
def hostile_book(demo_copy: Path) -> Path:
    """The demo book, its texts replaced as another program would do it: none of our own care is taken."""
    texts = cycle(HOSTILE)
    with closing(sqlite3.connect(demo_copy)) as book:
        book.execute(_PACK)
        for table, columns in _TEXTS.items():
            for (row,) in book.execute(f'SELECT id FROM "{table}"').fetchall():
                values = [f"{next(texts)} {MARK} {row % 1000}" for _ in columns.split()]
                named = ", ".join(f'"{column}" = ?' for column in columns.split())
                book.execute(f'UPDATE "{table}" SET {named} WHERE id = ?', (*values, row))
        first, second = (row for (row,) in book.execute("SELECT id FROM account ORDER BY id LIMIT 2"))
        book.execute("UPDATE account SET name = ?, notes = ? WHERE id = ?", (LONG_NAME, LONG_NOTE, first))
        book.execute("UPDATE touch SET note = ? WHERE account_id = ?", (LONG_NOTE, second))
        book.execute("UPDATE task SET material = 'file'")
        book.execute("UPDATE person SET name = ? WHERE id = (SELECT min(id) FROM person)", (LONG_NAME,))
        book.commit()
    return demo_copy
