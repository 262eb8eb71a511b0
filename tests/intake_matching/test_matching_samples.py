"""Every sample export: its columns found without help, its records as expected, nothing silently wrong."""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from csdesk.intake.shapes import Clean, FoundTable, MatchedTable, TableKind

EXPORTS = Path(__file__).parent.parent / "data" / "exports"
SPECS: dict[str, dict[str, Any]] = {
    f"exports/{path.parent.name}/{spec['file']}": spec
    for path in sorted(EXPORTS.glob("*/expected.json"))
    for spec in json.loads(path.read_text("utf-8"))["files"]
}
KINDS = {
    "account": TableKind.ACCOUNTS,
    "contact": TableKind.CONTACTS,
    "contract": TableKind.CONTRACTS,
    "ticket": TableKind.TICKETS,
    "usage": TableKind.USE,
    "nps": TableKind.ANSWERS,
    "invoice": TableKind.INVOICES,
    "matrix": TableKind.MATRIX,
    "touch": TableKind.TOUCHES,
}
ELSEWHERE = {"account.name(match)"}
"""Told of the planned account, not of the cell."""


@pytest.fixture(params=SPECS)
def case(
    request: pytest.FixtureRequest, sample: Callable[[str], FoundTable], match: Callable[..., MatchedTable]
) -> tuple[dict[str, Any], MatchedTable]:
    return SPECS[request.param], match(sample(request.param), currency="USD")


def test_the_kind_is_found(case: tuple[dict[str, Any], MatchedTable]) -> None:
    spec, matched = case
    assert matched.kind is KINDS[spec["entity"]]
    assert matched.confidence > 0.5


def test_every_column_is_right(case: tuple[dict[str, Any], MatchedTable]) -> None:
    spec, matched = case
    wanted = ["" if column["field"] == "ignore" else column["field"] for column in spec["columns"]]
    assert [match.field for match in matched.columns] == wanted


def plain(value: Clean) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    return [plain(part) for part in value] if isinstance(value, tuple) else value


def test_the_records_are_as_expected(case: tuple[dict[str, Any], MatchedTable]) -> None:
    spec, matched = case
    wanted = spec["expected_records"]
    for at, record in zip(spec.get("expected_record_indexes", range(len(wanted))), wanted, strict=True):
        for field, value in record.items():
            if field not in ELSEWHERE and value != "-":
                seen = plain(matched.records[at].values[field])
                assert seen == value or str(seen) == str(value), f"{field} of record {at}"


def test_a_dash_is_no_value(sample: Callable[[str], FoundTable], match: Callable[..., MatchedTable]) -> None:
    records = match(sample("exports/zendesk/tickets.csv")).records
    assert records[2].values["ticket.priority"] is None
    assert records[0].values["ticket.priority"] == "High"


def test_all_rows_are_there(case: tuple[dict[str, Any], MatchedTable]) -> None:
    spec, matched = case
    assert len({record.line for record in matched.records}) == spec["n_records"]
    assert not any(problem.refuses for problem in matched.problems)


METRICS = {
    "edge_cases/input/subscriptions.csv": TableKind.CONTRACTS,
    "edge_cases/input/subscriptions_with_bad_rows.csv": TableKind.CONTRACTS,
    "edge_cases/input/契約.xlsx": TableKind.CONTRACTS,
    "source_examples/input/a_attrition_customers.csv": TableKind.CONTRACTS,
    "source_examples/input/b_ltv_contracts.csv": TableKind.CONTRACTS,
    "source_examples/input/c_acquisition_cost.csv": TableKind.COSTS,
    "source_examples/input/d_nps.csv": TableKind.ANSWERS,
    "source_examples/input/e_csat_ces.csv": TableKind.ANSWERS,
    "source_examples/input/f_contracts.csv": TableKind.CONTRACTS,
    "source_examples/input/f_deals.csv": TableKind.CONTRACTS,
    "source_examples/input/h_negative_churn.csv": TableKind.CONTRACTS,
    "synthetic_1k/input/contracts_periods.csv": TableKind.CONTRACTS,
    "synthetic_1k/input/contracts_renewals.csv": TableKind.CONTRACTS,
}


@pytest.mark.parametrize(("name", "kind"), METRICS.items())
def test_the_metrics_inputs_are_recognised_whole(
    name: str, kind: TableKind, sample: Callable[[str], FoundTable], match: Callable[..., MatchedTable]
) -> None:
    matched = match(sample(f"metrics/{name}"))
    assert matched.kind is kind
    assert all(column.field for column in matched.columns)
    assert min(column.confidence for column in matched.columns) > 0.7
