"""Frames made in few words, and the sample spreadsheets as contract lines."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from csdesk.metrics.context import Context, context_of
from csdesk.metrics.rules import Rules
from csdesk.metrics.shapes import SHAPES, Frames, Spans, checked, empty
from csdesk.models.money import monthly_ticks

SAMPLES = Path(__file__).parents[1] / "data" / "metrics"
_MISSING = {"int64": -1, "float64": np.nan, "bool": False, "text": "", "datetime64[s]": pd.NaT}
_NAMES = {
    "Accounts": "accounts",
    "Spans": "spans",
    "Touches": "touches",
    "Use": "use",
    "Measures": "measures",
    "Overrides": "overrides",
    "Tickets": "tickets",
    "Answers": "answers",
    "Costs": "costs",
    "Contacts": "contacts",
    "Invoices": "invoices",
    "HandValues": "hand_values",
    "Invitations": "invitations",
    "Feedback": "feedback",
    "Goals": "goals",
    "Mailings": "mailings",
    "Risks": "risks",
    "Deals": "deals",
}


def _frame(shape: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """A frame of that shape; what a row does not name is missing."""
    if not rows:
        return _empty(shape)
    columns: dict[str, Any] = {}
    extra = sorted({name for row in rows for name in row} - set(SHAPES[shape]))
    for name, dtype in SHAPES[shape].items():
        values = [row.get(name, _MISSING[dtype]) for row in rows]
        if dtype == "datetime64[s]":
            columns[name] = pd.to_datetime(np.array(values, dtype=object)).as_unit("s")
        else:
            columns[name] = pd.Series(values, dtype=object) if dtype == "text" else np.array(values, dtype=dtype)
    for name in extra:
        columns[name] = pd.Series([row.get(name, "") for row in rows], dtype=object)
    return checked(shape, pd.DataFrame(columns))


_empty = cache(empty)
"""Nothing writes into the frames that it is given; making all that are empty would take longer than most figures."""


def _spans(rows: list[dict[str, Any]]) -> Spans:
    """Contract lines; `amount` is minor units a month, start and end are ISO dates."""
    full = []
    for at, row in enumerate(rows):
        mrr = monthly_ticks(row.get("amount", 0), row.get("interval", 1))
        base = {"line": at, "mrr": mrr, "gross": mrr, "logo": mrr > 0, "product": 1, "interval": 1}
        full.append(base | {k: v for k, v in row.items() if k != "amount"})
    return Spans(_frame("Spans", full))


@pytest.fixture(scope="session")
def frame() -> Callable[..., pd.DataFrame]:
    return _frame


@pytest.fixture(scope="session")
def spans() -> Callable[[list[dict[str, Any]]], Spans]:
    return _spans


def _frames(lines: list[dict[str, Any]] | Spans, known_until: np.datetime64 | None = None, **others: Any) -> Frames:
    """Frames with those lines; other frames by their field name, as lists of rows or ready made."""
    table = lines if isinstance(lines, pd.DataFrame) else _spans(lines)
    made: dict[str, Any] = {"spans": table}
    for shape, name in _NAMES.items():
        if shape != "Spans":
            rows = others.get(name, [])
            made[name] = rows if isinstance(rows, pd.DataFrame) else _frame(shape, rows)
    if "accounts" not in others:
        ids = sorted(set(table["account"].tolist()))
        made["accounts"] = _frame("Accounts", [{"account": account, "name": f"Account {account}"} for account in ids])
    return Frames(**made, known_until=known_until)


@pytest.fixture(scope="session")
def frames() -> Callable[..., Frames]:
    return _frames


@pytest.fixture(scope="session")
def context() -> Callable[..., Context]:
    def make(
        lines: list[dict[str, Any]] | Spans, as_of: str, rules: str = "house", *, known_until: Any = None, **others: Any
    ) -> Context:
        book = _frames(lines, known_until, **others)
        return context_of(book, as_of=date.fromisoformat(as_of), rules=Rules.parse(rules))

    return make


@pytest.fixture(scope="session")
def expected() -> Callable[[str], Any]:
    def read(case: str) -> Any:
        return json.loads((SAMPLES / case / "expected.json").read_text(encoding="utf-8"))

    return read


def _sheet(
    case: str, file: str, columns: dict[str, str], *, exclusive: bool = False
) -> tuple[pd.DataFrame, Spans, dict[str, int]]:
    """A sample as it stands, as contract lines, and the number each account was given."""
    sheet = pd.read_csv(SAMPLES / case / "input" / file, dtype=str).drop_duplicates()
    table = sheet.rename(columns={heading: name for name, heading in columns.items()})
    names = {name: at for at, name in enumerate(sorted(table["account"].unique()))}
    ends = pd.to_datetime(table["end"])
    known = table["amount"].notna() if "amount" in table else pd.Series(data=False, index=table.index)
    amounts = pd.to_numeric(table["amount"]).fillna(0) if "amount" in table else pd.Series(0, index=table.index)
    months = pd.to_numeric(table["interval"]) if "interval" in table else pd.Series(1, index=table.index)
    ticks = [monthly_ticks(int(a), int(m)) for a, m in zip(amounts, months, strict=True)]
    products = table["product"] if "product" in table else pd.Series("", index=table.index)
    lines = pd.DataFrame(
        {
            "line": np.arange(len(table)),
            "account": table["account"].map(names).astype("int64").to_numpy(),
            "product": pd.factorize(products)[0].astype("int64"),
            "start": pd.to_datetime(table["start"]).astype("datetime64[s]").to_numpy(),
            "end": (ends - pd.Timedelta(days=1) if exclusive else ends).astype("datetime64[s]").to_numpy(),
            "cancelled": np.full(len(table), np.datetime64("NaT", "s")),
            "term_end": np.full(len(table), np.datetime64("NaT", "s")),
            "mrr": np.array(ticks, dtype=np.int64),
            "gross": np.array(ticks, dtype=np.int64),
            "discount_end": np.full(len(table), np.datetime64("NaT", "s")),
            "logo": np.array(ticks) > 0,
            "opening": False,
            "day_after": exclusive,
            "paused": False,
            "past_due": False,
            "reason": "",
            "interval": months.to_numpy(dtype=np.int64),
            "auto_renew": False,
            "plan": "",
            "seats": -1,
            "extra": False,
            "change": "",
        }
    )
    lines["logo"] |= ~known.to_numpy()
    return table, Spans(checked("Spans", lines)), names


_EDGES = {
    "account": "Account",
    "product": "Product",
    "amount": "Amount",
    "interval": "Billing months",
    "start": "Start date",
    "end": "End date",
}
_SYNTHETIC = {"account": "Account ID", "product": "Product", "amount": "MRR", "start": "Start date", "end": "End date"}


@pytest.fixture(scope="session")
def edge_cases() -> tuple[pd.DataFrame, Spans, dict[str, int]]:
    return _sheet("edge_cases", "subscriptions.csv", _EDGES)


@pytest.fixture(scope="session", params=["contracts_periods.csv", "contracts_renewals.csv"])
def synthetic(request: pytest.FixtureRequest) -> tuple[str, pd.DataFrame, Spans]:
    table, lines, _ = _sheet("synthetic_1k", request.param, _SYNTHETIC, exclusive=True)
    return request.param, table, lines


@pytest.fixture(scope="session")
def price_periods() -> Spans:
    return _sheet("synthetic_1k", "contracts_periods.csv", _SYNTHETIC, exclusive=True)[1]


@pytest.fixture(scope="session")
def sample() -> Callable[..., tuple[pd.DataFrame, Spans, dict[str, int]]]:
    """A sheet of the source examples, columns by our names."""

    def read(file: str, **columns: str) -> tuple[pd.DataFrame, Spans, dict[str, int]]:
        return _sheet("source_examples", file, columns)

    return read


@pytest.fixture(scope="session")
def sample_rows() -> Callable[[str], pd.DataFrame]:
    return lambda file: pd.read_csv(SAMPLES / "source_examples" / "input" / file)
