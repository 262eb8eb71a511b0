"""The clock is read in two places, whichever library would tell the time."""

import ast
import re
from collections.abc import Iterator

import pytest

from .sources import calls, imports, is_within, literals, uses

CLOCK = {
    *("date.today", "datetime.today", "datetime.now", "datetime.utcnow"),
    *("Timestamp.now", "Timestamp.today", "Timestamp.utcnow"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.asctime", "time.strftime"),
    *("QDate.currentDate", "QTime.currentTime", "QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc"),
    *("QDateTime.currentMSecsSinceEpoch", "QDateTime.currentSecsSinceEpoch"),
    *("func.now", "func.current_date", "func.current_time", "func.current_timestamp"),
}
READERS = {"datetime64", "Timestamp", "to_datetime", "Period"}
"""What numpy and pandas make of the words `now` and `today`."""

SQL = re.compile(
    r"\bCURRENT_(?:DATE|TIME|TIMESTAMP)\b"
    r"|\b(?:date|time|datetime|julianday|unixepoch)\(\s*(?:'now'|\))"
    r"|\bstrftime\(\s*'[^']*'\s*(?:,\s*'now'|\))",
    re.IGNORECASE,
)
MAY_READ_THE_CLOCK = ("csdesk.ui.app", "csdesk.cli")


def clock_reads(tree: ast.AST) -> set[str]:
    """What in a module reads the clock, called or handed on."""
    named = {".".join(name.split(".")[-2:]) for name in imports(tree) | uses(tree)} & CLOCK
    return named | set(spoken(tree)) | {found[0] for text in texts(tree) if (found := SQL.search(text))}


def spoken(tree: ast.AST) -> Iterator[str]:
    """Calls that are given the present day as a word."""
    for name, call in calls(tree):
        last = name.rpartition(".")[2]
        if last in READERS and {text.lower() for text in literals(call)} & {"now", "today"}:
            yield last


def texts(tree: ast.AST) -> Iterator[str]:
    """Every text in a module but those that only explain it."""
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explained:
            yield node.value


def test_the_clock_is_read_in_two_places(trees: dict[str, ast.Module]) -> None:
    found = {
        (module, name)
        for module, tree in trees.items()
        if not any(is_within(module, door) for door in MAY_READ_THE_CLOCK)
        for name in clock_reads(tree)
    }
    assert not found


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("import datetime\nx = datetime.date.today", "date.today"),
        ("from datetime import datetime as dt\ndt.now()", "datetime.now"),
        ("from time import time", "time.time"),
        ("import time as t\nt.time()", "time.time"),
        ("y = QDate.currentDate()", "QDate.currentDate"),
        ("import pandas as pd\npd.Timestamp.now()", "Timestamp.now"),
        ("import pandas as pd\npd.Timestamp.today()", "Timestamp.today"),
        ("import pandas as pd\npd.Timestamp('now')", "Timestamp"),
        ("import pandas as pd\npd.to_datetime('today')", "to_datetime"),
        ("import numpy as np\nnp.datetime64('now')", "datetime64"),
        ("from numpy import datetime64 as d\nd('today', 'D')", "datetime64"),
        ("sql = 'SELECT CURRENT_TIMESTAMP'", "CURRENT_TIMESTAMP"),
        ("sql = f\"SELECT datetime('now') FROM {table}\"", "datetime('now'"),
        ("sql = \"SELECT strftime('%Y', 'now')\"", "strftime('%Y', 'now'"),
        ("sql = 'SELECT unixepoch()'", "unixepoch()"),
        ("from sqlalchemy import func\nfunc.now()", "func.now"),
    ],
)
def test_the_gate_sees_every_way_of_reading_it(source: str, read: str) -> None:
    assert read in clock_reads(ast.parse(source))
