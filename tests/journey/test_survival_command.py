"""`csdesk survival` on the textbook's customers, imported as a sheet of contracts."""

import csv
import json
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from csdesk.models.months import Month

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., tuple[int, Any]]

LAST = Month.parse("2024-01")


@pytest.fixture
def textbook(tmp_path: Path, samples: Path) -> Path:
    """The customers with dates in place of months: those that are still there began so many months before the last."""
    sheet = tmp_path / "contracts.csv"
    with (samples / "survival_textbook" / "input" / "contracts.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Account", "Plan", "Start date", "Cancelled on", "MRR"])
        for row in rows:
            months, gone = int(row["Months"]), row["Churned"] == "yes"
            begins = LAST + -(40 if gone else months)
            ended = (begins + months).first_day - timedelta(days=1) if gone else ""
            out.writerow([row["Account"], row["Plan"], begins.first_day, ended, 100])
    return sheet


def test_survival_of_the_textbook(command: "Command", textbook: Path, samples: Path, tmp_path: Path) -> None:
    book = tmp_path / "b.csdesk"
    command("new", book)
    command("import", book, textbook)
    wanted = json.loads((samples / "survival_textbook" / "expected.json").read_text(encoding="utf-8"))["km"]
    status, records = command("survival", book, "--by", "plan", "--as-of", "2024-01-31", "--json")
    assert status == 0
    for group in ("A", "B"):
        found = {record["time"]: record for record in records if record["group"] == group}
        values = dict(zip(wanted["groups"][group]["times"], wanted["groups"][group]["survival"], strict=True))
        assert all(
            record["value"] == pytest.approx(values[at], abs=1e-6) for at, record in found.items() if at in values
        )
    (six,) = (record for record in records if record["group"] == "A" and record["time"] == 6)
    assert {key: six[key] for key in ("unit", "at_risk", "events", "censored")} == {
        "unit": "months", "at_risk": 21, "events": 3, "censored": 1,
    }  # fmt: skip
    assert six["low"] < six["value"] < six["high"]
    _, whole = command("survival", book, "--as-of", "2024-01-31", "--json")
    assert {record["group"] for record in whole} == {None}
    assert (whole[0]["time"], whole[0]["at_risk"], whole[0]["low"]) == (0, 42, None)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "The curves differ (log-rank test of 2 groups, p < 0.001)"), ("ja", "継続期間には差があります")],
)
def test_the_table_for_people_ends_with_the_test(
    command: "Command", textbook: Path, tmp_path: Path, language: str, said: str
) -> None:
    book = tmp_path / "b.csdesk"
    command("new", book)
    command("import", book, textbook)
    status, printed = command("survival", book, "--by", "plan", "--as-of", "2024-01-31", "--lang", language)
    lines = printed.splitlines()
    assert status == 0
    assert said in lines[-1]
    assert any(line.split()[:3] == ["A", "6", "21"] and line.split()[-2] == "85.7%" for line in lines)
    assert len(command("survival", book, "--as-of", "2024-01-31")[1].splitlines()) < len(lines)


def test_groups_that_share_accounts_are_not_tested_and_it_is_said(command: "Command", tmp_path: Path) -> None:
    book, sheet = tmp_path / "b.csdesk", tmp_path / "contracts.csv"
    sheet.write_text("Account,Plan,Start date,MRR\nAcme,Pro,2023-01-01,9\nAcme,Team,2023-02-01,5\n", encoding="utf-8")
    command("new", book)
    command("import", book, sheet)
    _, printed = command("survival", book, "--by", "plan", "--as-of", "2024-01-31")
    assert printed.splitlines()[-1].endswith("some accounts are in several groups.")


def test_what_is_not_known_is_said_in_one_line(command: "Command", tmp_path: Path) -> None:
    book = tmp_path / "b.csdesk"
    command("new", book)
    assert command("survival", book, "--json") == (0, [])
    for words in (("--by", "nonsense"), ("--rules", "nonsense")):
        status, printed = command("survival", book, *words)
        assert status == 2
        assert len(printed.splitlines()) == 1
