"""The frames that numbers are made from, against rows made by hand."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest

from csdesk.book import frames as frames_of_books
from csdesk.book.file import Book
from csdesk.book.frames import frames
from csdesk.metrics.shapes import SHAPES, Frames, checked
from csdesk.models.kinds import Charge, EndReading, Kind, LineStatus, StepName
from csdesk.models.money import TICKS, monthly_ticks
from csdesk.models.months import Month

NAMES = {
    "Accounts": "accounts", "Spans": "spans", "Touches": "touches", "Use": "use", "Measures": "measures",
    "Tickets": "tickets",
    "Answers": "answers", "Costs": "costs", "Contacts": "contacts", "Invoices": "invoices", "HandValues": "hand_values",
    "Invitations": "invitations", "Feedback": "feedback",
    "Deals": "deals", "Goals": "goals", "Mailings": "mailings",
    "Risks": "risks", "Overrides": "overrides",
}  # fmt: skip


def _all_checked(found: Frames) -> None:
    assert {*NAMES, "Foreign", "Rates"} == set(SHAPES)
    for shape, name in NAMES.items():
        checked(shape, getattr(found, name))
    if found.currencies is not None:
        checked("Foreign", found.currencies.lines)
        checked("Rates", found.currencies.rates)


def test_an_empty_book_has_empty_frames_of_the_right_shape(book: Book) -> None:
    found = frames(book)
    _all_checked(found)
    assert {len(getattr(found, name)) for name in NAMES.values()} == {0}
    assert found.known_until is None


def test_a_frame_of_another_shape_is_refused(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    read = frames_of_books._span_columns
    wrong = {"mrr": np.array([], dtype=np.float64)}
    monkeypatch.setattr(frames_of_books, "_span_columns", lambda store, rows: read(store, rows) | wrong)
    with pytest.raises(TypeError, match=r"Spans\.mrr is float64, not int64"):
        frames(book)


def test_every_frame(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.IMPORT) as step:
        step.update(Kind.ACCOUNT, filled.other, {"segment": "SMB", "sales_rep": "Rep"})
        step.update(Kind.CONTACT, filled.contact, {"role": "admin"})
        step.update(Kind.PERSON, filled.person, {"hourly_rate": 4_000})
        step.insert(Kind.INVITATION, {"survey": "nps", "asked": 40, "asked_on": date(2025, 3, 1)})
        for days in ({"resolved_on": date(2025, 3, 4)}, {"told_on": date(2025, 3, 5)}, {}):
            step.insert(Kind.FEEDBACK, {"account_id": filled.account, **days})
        step.update(Kind.TOUCH, filled.touch, {"minutes": 45, "candour": 4, "person_id": filled.person})
        for values in (
            {"account_id": filled.account, "opened_at": datetime(2025, 1, 2, 3, 4, 5), "priority": "high"},  # noqa: DTZ001
            {"opened_at": None, "closed_at": "2025-02-01T00:00:00"},
        ):
            step.insert(Kind.TICKET, values)
        for values in (
            {"account_id": filled.account, "contact_id": filled.contact, "survey": "nps", "score": 9},
            {"survey": "ces", "score": 5.5, "direction": "high_is_easy", "answered_on": date(2025, 3, 3)},
        ):
            step.insert(Kind.ANSWER, values)
        step.insert(Kind.COST, {"month": "2025-03", "amount": 700_000, "channel": "Fair"})
        step.insert(Kind.INVOICE, {"account_id": filled.other, "due_on": date(2025, 3, 31), "amount": 5})
        step.insert(
            Kind.HEALTH_VALUE, {"account_id": filled.other, "factor": "f", "value": 0.5, "on_date": date(2025, 1, 1)}
        )
        step.insert(
            Kind.USE,
            {
                "account_id": filled.other,
                "measure_id": filled.measure,
                "on_date": date(2025, 2, 1),
                "grain": "month",
                "amount": 2,
            },
        )
    found = frames(book)
    _all_checked(found)

    accounts = found.accounts.set_index("account")
    assert accounts["name"].to_dict() == {filled.account: "見本商事", filled.other: "Sample Ltd"}
    assert accounts["owner"].to_dict() == {filled.account: "Mina Sample", filled.other: ""}
    assert accounts.loc[filled.other, ["segment", "sales_rep", "tier"]].tolist() == ["SMB", "Rep", ""]
    assert accounts["custom:地区"].to_dict() == {filled.account: "東", filled.other: ""}

    (touch,) = found.touches.to_dict("records")
    assert (touch["account"], touch["person"], touch["on"]) == (
        filled.account,
        filled.person,
        pd.Timestamp("2025-03-01"),
    )
    assert (touch["type"], touch["minutes"], touch["candour"], touch["rate"]) == ("note", 45, 4, 4_000)
    assert np.isnan(touch["sentiment"])

    assert found.tickets["opened"].tolist() == [pd.Timestamp("2025-01-02 03:04:05"), pd.NaT]
    assert found.tickets["closed"].tolist() == [pd.NaT, pd.Timestamp("2025-02-01")]
    assert (found.tickets["account"].tolist(), found.tickets["priority"].tolist()) == (
        [filled.account, -1],
        ["high", ""],
    )
    assert found.answers["decision_maker"].tolist() == [True, False]
    assert found.answers["score"].tolist() == [9.0, 5.5]
    assert found.answers["role"].tolist() == ["admin", ""]
    assert found.answers["contact"].tolist() == [filled.contact, -1]
    assert found.invitations.drop(columns="invitation").to_dict("records") == [
        {"account": -1, "contact": -1, "survey": "nps", "relation": "", "on": pd.Timestamp("2025-03-01"), "asked": 40}
    ]
    assert found.feedback["resolved"].tolist() == [pd.Timestamp("2025-03-04"), pd.Timestamp("2025-03-05"), pd.NaT]
    assert found.feedback["told"].tolist() == [pd.NaT, pd.Timestamp("2025-03-05"), pd.NaT]
    assert found.costs.drop(columns="cost").to_dict("records") == [
        {"month": Month.parse("2025-03").ordinal, "purpose": "acquisition", "channel": "Fair", "amount": 700_000}
    ]
    assert found.contacts["decision_maker"].tolist() == [True]
    assert found.invoices[["amount", "paid_amount"]].to_numpy().tolist() == [[5, 0]]
    assert found.hand_values.iloc[0, :3].tolist() == [filled.other, "f", 0.5]

    use = found.use
    assert len(use) == 31
    assert use["measure"].astype(str).unique().tolist() == ["logins"]
    assert use.loc[use["monthly"], ["account", "on", "amount"]].to_numpy().tolist() == [
        [filled.other, pd.Timestamp("2025-02-01"), 2.0]
    ]
    assert use["contact"].isin([filled.contact, -1]).all()


def _line(book: Book, account: int, **values: Any) -> dict:
    with book.step(StepName.ADD_CONTRACT) as step:
        line = step.insert(Kind.CONTRACT, {"account_id": account, "starts_on": date(2024, 1, 1), **values})
    spans = frames(book).spans
    (found,) = spans[spans["line"] == line].to_dict("records") or [{}]
    return found


@pytest.mark.parametrize(
    ("values", "mrr", "gross", "logo"),
    [
        ({"amount": 12_000}, 12_000, 12_000, True),
        ({"amount": 12_000, "interval_months": 12}, 1_000, 1_000, True),
        ({"amount": None}, 0, 0, True),
        ({"amount": 0}, 0, 0, False),
        ({"amount": 0, "list_amount": 500}, 0, 500, False),
        ({"amount": 900, "list_amount": 1_000, "discount_amount": 5}, 900, 1_000, True),
        ({"amount": 900, "discount_amount": 100}, 900, 1_000, True),
        ({"amount": 900, "status": LineStatus.TRIAL}, 0, 0, False),
        ({"amount": None, "status": LineStatus.TRIAL}, 0, 0, False),
        ({"amount": -900}, -900, -900, False),
    ],
)
def test_what_a_line_pays(filled: Any, values: dict[str, Any], mrr: int, gross: int, *, logo: bool) -> None:
    line = _line(filled.book, filled.account, **values)
    assert (line["mrr"], line["gross"], line["logo"]) == (mrr * TICKS, gross * TICKS, logo)


def test_amounts_in_another_currency_are_not_known(filled: Any) -> None:
    with filled.book.step(StepName.CHANGE_SETTINGS) as step:
        step.insert(Kind.SETTING, {"key": "currency", "value": '"JPY"'})
    seen = [
        _line(filled.book, filled.account, amount=amount, currency=currency)
        for amount, currency in ((900, "JPY"), (900, None), (900, "USD"), (0, "USD"))
    ]
    assert [(line["mrr"] // TICKS, line["gross"] // TICKS, line["logo"]) for line in seen] == [
        (900, 900, True),
        (900, 900, True),
        (0, 0, True),
        (0, 0, False),
    ]


def test_amounts_in_another_currency_at_the_rates_of_the_book(filled: Any) -> None:
    assert frames(filled.book).currencies is None
    with filled.book.step(StepName.CHANGE_SETTINGS) as step:
        step.insert(Kind.SETTING, {"key": "currency", "value": '"JPY"'})
        for month, currency, base, rate in (
            ("2024-01", "USD", "JPY", 155.2), ("2024-02", "USD", "JPY", 150.1), ("2024-02", "JPY", "USD", 0.5),
            ("2024-01", "JPY", "EUR", 0.00625), ("2024-01", "GBP", "EUR", 1.2), ("2024-01", "KWD", "JPY", 500.0),
        ):  # fmt: skip
            step.insert(Kind.EXCHANGE_RATE, {"month": month, "currency": currency, "base": base, "rate": rate})
    usd = _line(filled.book, filled.account, amount=900, currency="USD", list_amount=1_000, interval_months=3)
    assert (usd["mrr"], usd["gross"], usd["logo"]) == (300 * TICKS * 1501 // 1000, 1_000 * TICKS * 1501 // 3000, True)
    eur = _line(filled.book, filled.account, amount=900, currency="EUR")
    assert (eur["mrr"], eur["logo"]) == (9 * 160 * TICKS, True)
    gbp = _line(filled.book, filled.account, amount=900, currency="GBP")
    assert (gbp["mrr"], gbp["logo"]) == (0, True)
    free_at_first = _line(filled.book, filled.account, amount=0, currency="USD", list_amount=1_000)
    assert (free_at_first["mrr"], free_at_first["gross"]) == (0, 1_000 * TICKS * 1501 // 1000)
    free = _line(filled.book, filled.account, amount=0, currency="USD")
    assert (free["mrr"], free["gross"], free["logo"]) == (0, 0, False)
    found = frames(filled.book)
    _all_checked(found)
    assert found.currencies is not None
    assert found.currencies.lines.to_numpy().tolist() == [
        [int(usd["line"]), "USD", 300 * TICKS, 1_000 * TICKS // 3],
        [int(eur["line"]), "EUR", 900 * TICKS, 900 * TICKS],
        [int(gbp["line"]), "GBP", 900 * TICKS, 900 * TICKS],
        [int(free_at_first["line"]), "USD", 0, 1_000 * TICKS],
    ]
    rates = {(m - 2024 * 12 + 1, c): r for m, c, r in found.currencies.rates.to_numpy().tolist()}
    assert rates == {(1, "USD"): "194/125", (2, "USD"): "1501/1000", (1, "EUR"): "8/5", (1, "KWD"): "1/2"}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"end_reason": "Moved away"}, "stated"),
        ({"end_reason": ""}, ""),
        ({"end_reason": "Merged", "end_reason_family": "unavoidable"}, "unavoidable"),
    ],
)
def test_why_a_line_ended(filled: Any, values: dict[str, Any], reason: str) -> None:
    assert _line(filled.book, filled.account, amount=5, **values)["reason"] == reason


@pytest.mark.parametrize("charge", [Charge.ONE_OFF, Charge.USAGE])
def test_only_recurring_charges_are_spans(filled: Any, charge: Charge) -> None:
    assert _line(filled.book, filled.account, amount=5, charge=charge) == {}


def test_every_interval_is_exact(filled: Any) -> None:
    amounts = {interval: 10_000_019 * interval + 7 for interval in range(1, 121)}
    with filled.book.step(StepName.IMPORT) as step:
        common = {"account_id": filled.account, "starts_on": date(2024, 1, 1)}
        lines = step.insert_many(
            Kind.CONTRACT, [{**common, "amount": a, "interval_months": i} for i, a in amounts.items()]
        )
    spans = frames(filled.book).spans.set_index("line")["mrr"]
    assert [spans[line] for line in lines] == [monthly_ticks(a, i) for i, a in amounts.items()]


def test_dates_and_flags_of_a_line(filled: Any) -> None:
    plain = _line(filled.book, filled.account, amount=1)
    assert all(plain[name] is pd.NaT for name in ("end", "term_end", "discount_end"))
    assert not any(plain[name] for name in ("opening", "day_after", "paused", "past_due"))
    assert (plain["account"], plain["product"]) == (filled.account, -1)
    full = _line(
        filled.book, filled.account, amount=1, product_id=filled.product, ended_on=date(2024, 12, 31),
        term_ends_on=date(2025, 1, 31), discount_ends_on=date(2024, 6, 30), start_known=False,
        end_reading=EndReading.DAY_AFTER, status=LineStatus.PAUSED,
    )  # fmt: skip
    days = [full[name].date().isoformat() for name in ("start", "end", "term_end", "discount_end")]
    assert days == ["2024-01-01", "2024-12-31", "2025-01-31", "2024-06-30"]
    assert (full["opening"], full["day_after"], full["paused"], full["past_due"]) == (True, True, True, False)
    assert full["product"] == filled.product
    assert _line(filled.book, filled.account, amount=1, status=LineStatus.PAST_DUE)["past_due"]


KNOWN = {"known_until": date(2025, 9, 30)}
ONE_OFF = {"charge": Charge.ONE_OFF.value}


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        ([KNOWN, {"known_until": date(2025, 3, 31)}], "2025-09-30"),
        ([KNOWN, {"ended_on": date(2024, 5, 31)}], "2025-09-30"),
        ([KNOWN, {"ended_on": date(2026, 1, 15)}], "2026-01-15"),
        ([{"ended_on": date(2024, 5, 31), **KNOWN}], "2025-09-30"),
        ([KNOWN, ONE_OFF], "2025-09-30"),
        ([KNOWN, {"ended_on": date(2026, 1, 15), **ONE_OFF}], "2025-09-30"),
        ([KNOWN, {}], None),
        ([KNOWN, {"term_ends_on": date(2024, 12, 31)}], None),
        ([{"ended_on": date(2024, 5, 31)}], None),
        ([], None),
    ],
)
def test_known_until_is_the_last_day_that_any_line_is_known_to(
    book: Book, lines: list[dict[str, Any]], last: str | None
) -> None:
    """Where months of a sheet are among the lines, and no recurring line goes on without a known end."""
    with book.step(StepName.IMPORT) as step:
        common = {"account_id": step.insert(Kind.ACCOUNT, {"name": "A"}), "starts_on": date(2024, 1, 1)}
        for line in lines:
            step.insert(Kind.CONTRACT, common | line)
    assert frames(book).known_until == (None if last is None else np.datetime64(last, "s"))


def test_frames_follow_every_change_and_are_the_callers_own(filled: Any, reopened: Callable[..., Book]) -> None:
    book, other = filled.book, reopened()
    first = frames(book)
    first.spans["mrr"] = 0
    first.accounts.loc[:, "name"] = ""
    again = frames(book)
    assert again.spans["mrr"].tolist() == [12_000 * TICKS]
    assert "見本商事" in set(again.accounts["name"])
    with other.step(StepName.EDIT_CONTRACT) as step:
        step.update(Kind.CONTRACT, filled.contract, {"amount": 13_000})
        step.update(Kind.PERSON, filled.person, {"name": "Renamed"})
    assert frames(book).spans["mrr"].tolist() == [13_000 * TICKS]
    assert "Renamed" in set(frames(book).accounts["owner"])
    book.undo()
    assert frames(book).spans["mrr"].tolist() == [12_000 * TICKS]
    assert "Mina Sample" in set(frames(book).accounts["owner"])
