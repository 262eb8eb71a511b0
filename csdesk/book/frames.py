"""The named frames that numbers are made from, straight from SQL; each is read again only after its rows change."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection

from csdesk.book import tally
from csdesk.book.arrays import Ints, selected, selected_lines, ticks_of
from csdesk.book.columns import read_moment
from csdesk.book.errors import damage_told
from csdesk.book.foreign import foreign_columns, rates
from csdesk.book.frame_queries import DEALS, LINE_COLUMNS, LINES, OWN_COLUMNS, QUERIES
from csdesk.book.store import Store
from csdesk.book.touched import Mark, touched
from csdesk.metrics.engine.currencies import at_last_rates
from csdesk.metrics.shapes import (
    SHAPES,
    Accounts,
    Answers,
    Contacts,
    Costs,
    Currencies,
    Deals,
    Feedback,
    Foreign,
    Frames,
    Goals,
    HandValues,
    Invitations,
    Invoices,
    Mailings,
    Measures,
    Overrides,
    Rates,
    Risks,
    Spans,
    Tickets,
    Touches,
    Use,
    checked,
)
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, PeriodKind
from csdesk.models.targets import Target, Targets

_DIMENSIONS = tuple(name for name in SHAPES["Accounts"] if name not in {"account", "name", "owner"})


def frames(book: Store) -> Frames:
    """Everything a number may be made from, as it stands at one moment. The frames are the caller's own."""
    with book.reading() as connection, damage_told(book.path):
        reader = _Reader(book, connection)
        deals = Deals(reader.kept("Deals", _deals, Kind.DEAL, Kind.CONTRACT, Kind.SETTING))
        spans, currencies = reader.lines(deals)
        return Frames(
            accounts=Accounts(reader.kept("Accounts", _accounts, *_OF_ACCOUNTS)),
            spans=spans,
            touches=Touches(reader.plain("Touches")),
            use=Use(reader.kept("Use", _use, Kind.USE, Kind.MEASURE)),
            measures=Measures(reader.plain("Measures")),
            tickets=Tickets(reader.plain("Tickets")),
            answers=Answers(reader.plain("Answers")),
            costs=Costs(reader.plain("Costs")),
            contacts=Contacts(reader.plain("Contacts")),
            invoices=Invoices(reader.plain("Invoices")),
            hand_values=HandValues(reader.plain("HandValues")),
            overrides=Overrides(reader.plain("Overrides")),
            invitations=Invitations(reader.plain("Invitations")),
            feedback=Feedback(reader.plain("Feedback")),
            goals=Goals(reader.plain("Goals")),
            mailings=Mailings(reader.plain("Mailings")),
            risks=Risks(reader.plain("Risks")),
            deals=deals,
            known_until=_known_until(spans),
            targets=_targets(connection),
            currencies=currencies,
        )


def _targets(connection: Connection) -> Targets:
    found = connection.exec_driver_sql("SELECT id, metric, period_kind, since, value, reason, set_at, who FROM target")
    return Targets(
        tuple(
            Target(row, metric, PeriodKind(kind), Month.parse(since), None if value is None else Fraction(repr(value)),
                   reason or "", read_moment(set_at), who)
            for row, metric, kind, since, value, reason, set_at, who in found
        )
    )  # fmt: skip


_OF_ACCOUNTS = (Kind.ACCOUNT, Kind.PERSON, Kind.CUSTOM_FIELD, Kind.CUSTOM_VALUE)


@dataclass(frozen=True, slots=True)
class _Held:
    """A frame as it was read last, and the tallies it was made from: of the kind whose rows it has, then of others."""

    frame: pd.DataFrame
    mark: Mark
    others: tuple[tuple[int, int], ...]


_kept: WeakKeyDictionary[Store, dict[str, _Held]] = WeakKeyDictionary()


class _Reader:
    """Frames by name, made anew where the tally of a kind they are made from is another than last time, and of their
    shape or refused. Of contract lines only those that have changed are read again."""

    def __init__(self, book: Store, connection: Connection) -> None:
        self._book, self._connection, self._now = book, connection, tally.kept(connection)
        self._frames = _kept.setdefault(book, {})

    def plain(self, shape: str) -> pd.DataFrame:
        sql, kinds = QUERIES[shape]
        return self.kept(shape, lambda book: _frame(book, shape, sql), *kinds)

    def lines(self, deals: Deals) -> tuple[Spans, Currencies | None]:
        """The contract lines, and what is to know of those, and of deals, in other currencies."""
        spans = Spans(self.by_line("Spans", _span_columns, Kind.CONTRACT, Kind.PRODUCT, Kind.SETTING))
        if not spans["foreign"].any() and not (deals["currency"] != "").any():
            return spans, None
        foreign = Foreign(self.by_line("Foreign", foreign_columns, Kind.CONTRACT, Kind.SETTING))
        currencies = Currencies(foreign, Rates(self.kept("Rates", rates, Kind.EXCHANGE_RATE, Kind.SETTING)))
        return at_last_rates(spans, currencies), currencies

    def by_line(self, shape: str, read: "_Reads", *kinds: Kind) -> pd.DataFrame:
        return self.kept(shape, lambda book: pd.DataFrame(read(book, None), copy=False), *kinds, again=read)

    def kept(
        self, shape: str, make: Callable[[Store], pd.DataFrame], *kinds: Kind, again: "_Reads | None" = None
    ) -> pd.DataFrame:
        now, *others = (self._now[kind] for kind in kinds)
        held = self._frames.get(shape)
        if held is not None and held.mark.tally == now and held.frame.empty:
            return held.frame.copy(deep=False)  # no row of its own kind has come: whatever the others are, it has none
        if held is None or (held.mark.tally, held.others) != (now, tuple(others)):
            mark = Mark.now(self._connection, kinds[0], now)
            known = held if held is not None and held.others == tuple(others) else None
            made = self._spliced(known, mark, again) if known and again else None
            made = make(self._book) if made is None else made
            self._frames[shape] = held = _Held(checked(shape, made), mark, tuple(others))
        return held.frame.copy(deep=False)

    def _spliced(self, held: _Held, mark: Mark, again: "_Reads") -> pd.DataFrame | None:
        rows = touched(self._connection, held.mark, mark)
        return None if rows is None else _spliced(held.frame, rows, again(self._book, rows))


_Reads: TypeAlias = Callable[[Store, Collection[int] | None], Mapping[str, NDArray[Any]]]
"""Reads the columns of all contract lines or of those of some ids, in order of id."""


def _spliced(known: pd.DataFrame, rows: Collection[int], again: Mapping[str, NDArray[Any]]) -> pd.DataFrame:
    """Contract lines as they were known, but for some that were read again, wherever these are still there."""
    held, read = known["line"].to_numpy(), again["line"]
    at, place = np.flatnonzero(np.isin(held, [*rows])), np.flatnonzero(np.isin(read, held))
    added = np.setdiff1d(np.arange(len(read)), place)
    if len(at) == len(place) and (not len(held) or (read[added] > held[-1]).all()):
        # Nothing is gone and what is new stands last, as after most edits: all else stays where it is.
        return _with_rows(known, at, {name: (new[place], new[added]) for name, new in again.items()})
    stays = np.ones(len(held) + len(read), dtype=np.bool_)
    stays[at] = False
    order = np.flatnonzero(stays)
    order = order[np.argsort(np.concatenate([held, read])[order], kind="stable")]
    columns = {name: np.concatenate([known[name].to_numpy(), new])[order] for name, new in again.items()}
    return pd.DataFrame(columns, copy=False)


def _with_rows(known: pd.DataFrame, at: Ints, columns: Mapping[str, tuple[NDArray[Any], NDArray[Any]]]) -> pd.DataFrame:
    """A frame with other values in some rows, and more rows at its end."""
    found = {}
    for name, (values, added) in columns.items():
        before = known[name]
        column, text = before.to_numpy(), before.dtype == "str"
        if not len(added) and column[at].tolist() == values.tolist():
            continue
        column = np.concatenate([column, added])
        column[at] = values
        # Told the dtype, pandas does not look through every text for what it might be.
        found[name] = pd.Series(column, dtype=before.dtype, copy=False) if text else column
    return known.assign(**found) if len(found) < len(columns) else pd.DataFrame(found, copy=False)


def _frame(book: Store, shape: str, sql: str) -> pd.DataFrame:
    wanted = SHAPES[shape]
    return pd.DataFrame(dict(zip(wanted, selected(book, sql, *wanted.values()), strict=True)), copy=False)


def _accounts(book: Store) -> pd.DataFrame:
    names = ", ".join(f"ifnull(a.{name}, '')" for name in _DIMENSIONS)
    sql = f"SELECT a.id, a.name, ifnull(p.name, ''), {names} FROM account a LEFT JOIN person p ON p.id = owner_id"
    columns = ("account", "name", "owner", *_DIMENSIONS)
    arrays = selected(book, sql, "int64", *["text"] * (len(columns) - 1))
    frame = pd.DataFrame(dict(zip(columns, arrays, strict=True)), copy=False)
    return frame.assign(**_custom_columns(book, arrays[0]))


def _custom_columns(book: Store, accounts: Ints) -> dict[str, NDArray[np.object_]]:
    """Own columns of accounts as dimensions."""
    sql = (
        "SELECT f.name, row_id, value FROM custom_field f LEFT JOIN custom_value ON field_id = f.id "
        "WHERE f.kind = 'account' ORDER BY f.id"
    )
    place = {account: at for at, account in enumerate(accounts.tolist())}
    columns: dict[str, NDArray[np.object_]] = {}
    for name, account, value in book.driver.execute(sql):
        column = columns.setdefault(f"custom:{name}", np.full(len(accounts), "", dtype=object))
        if account in place:
            column[place[account]] = value
    return columns


def _span_columns(book: Store, rows: Collection[int] | None) -> dict[str, NDArray[Any]]:
    """The columns of every line that recurs, in order of id, or of some of them."""
    types = [(SHAPES["Spans"] | OWN_COLUMNS)[name] for name in LINE_COLUMNS]
    columns = dict(zip(LINE_COLUMNS, selected_lines(book, LINES, *types, ids=rows), strict=True))
    for money in ("mrr", "gross"):
        columns[money] = ticks_of(columns[money], columns["interval"])
    columns["logo"] |= columns["mrr"] > 0
    return columns


def _deals(book: Store) -> pd.DataFrame:
    wanted = {**SHAPES["Deals"], "interval": "int64"}
    columns = dict(zip(wanted, selected(book, DEALS, *wanted.values()), strict=True))
    columns["mrr"] = ticks_of(columns["mrr"], columns.pop("interval"))
    return pd.DataFrame(columns, copy=False)


def _use(book: Store) -> pd.DataFrame:
    ids, codes = selected(book, "SELECT id, code FROM measure ORDER BY id", "int64", "text")
    sql = "SELECT account_id, ifnull(contact_id, -1), on_date, grain = 'month', amount, measure_id FROM use"
    account, contact, on, monthly, amount, of = selected(
        book, sql, "int64", "int64", "datetime64[s]", "bool", "float64", "int64"
    )
    measure = pd.Categorical.from_codes(np.searchsorted(ids, of), categories=pd.Index(codes.tolist(), dtype="str"))
    columns = {
        "account": account, "contact": contact, "measure": measure, "on": on, "monthly": monthly, "amount": amount,
    }  # fmt: skip
    return pd.DataFrame(columns, copy=False)


def _known_until(spans: Spans) -> np.datetime64 | None:
    """The last day that anything is known of, where a sheet of months is among the sources and nothing goes on for
    longer than is known: its last day, or the last on which another line ends."""
    end, known = spans["end"].to_numpy(), spans["known_until"].to_numpy()
    days = np.fmax(end, known)
    if np.isnat(known).all() or np.isnat(days).any():
        return None
    return np.datetime64(days.max(), "s")
