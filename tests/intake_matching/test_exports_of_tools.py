"""Exports of many tools, by the road of `csdesk read --matched --json`: the kind right, columns right, none wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from csdesk.cli import run

EXPORTS = Path(__file__).parents[1] / "data" / "exports"
FILES = {
    f"{told.parent.name}/{name}": spec
    for told in sorted(EXPORTS.glob("*/fields.json"))
    for name, spec in json.loads(told.read_text("utf-8")).items()
}
KINDS = {
    "account": "accounts",
    "contact": "contacts",
    "contract": "contracts",
    "ticket": "tickets",
    "usage": "usage",
    "nps": "answers",
    "invoice": "invoices",
    "touch": "touches",
    "task": "tasks",
    "movement": "movements",
    "matrix": "matrix",
    "feedback": "feedback",
    "interview": "interviews",
    "mailing": "mailings",
    "marker": "markers",
    "invitation": "invitations",
    "goal": "goals",
    "milestone": "milestones",
    "deal": "deals",
    "health": "health",
    "unknown": "unknown",
}
ENOUGH = 0.95


@pytest.fixture(params=FILES)
def read(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is told of a file, and what the command makes of it."""
    language = "en" if request.param.isascii() else "ja"
    run(["read", str(EXPORTS / request.param), "--matched", "--json", "--lang", language])
    (table,) = json.loads(capsys.readouterr().out)
    return FILES[request.param], table


def test_an_export_is_recognised(read: tuple[dict[str, Any], dict[str, Any]]) -> None:
    told, table = read
    assert table["kind"] in {KINDS[kind] for kind in told["kind"].split("|")}
    allowed = {heading: fields.split("|") for heading, fields in told["columns"].items()}
    # Parts of an address, and ids of other systems, are wherever no field of their own is wanted for them.
    parts = ("account.address@", "account.external_id@")
    seen = {
        heading: "" if (field or "").startswith(parts) else field or "" for heading, field in table["fields"].items()
    }
    assert seen.keys() == allowed.keys()
    right = [heading for heading, field in seen.items() if field in allowed[heading]]
    wrong = {heading: field for heading, field in seen.items() if field and field not in allowed[heading]}
    assert wrong == {}
    assert len(right) >= ENOUGH * len(seen), sorted(seen.keys() - set(right))
