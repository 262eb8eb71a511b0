"""Danger signals of the book's accounts: those not answered yet, and answering them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName
from csdesk.models.signals import Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.metrics.signals.found import Answered, Found, RuleSettings, Signals, Tried
    from csdesk.models.drafts import Changes
    from csdesk.usecases.snapshot import Snapshot

DISMISSED_PAGE = "signals"
"""The page of the saved views that are no views: signals that were dismissed, until when."""


@dataclass(frozen=True, slots=True)
class SignalRow:
    """A signal of a paying account, with what is at stake, in minor units a month."""

    found: Found
    account_name: str
    owner: str
    mrr: Fraction
    next_step: str

    @property
    def is_good(self) -> bool:
        """Whether it is a good moment, not a danger."""
        return self.found.signal is Signal.PEAK


@dataclass(frozen=True, slots=True)
class SignalsPage:
    """Signals, the largest MRR first; good moments last. No accounts: the empty state."""

    rows: tuple[SignalRow, ...]
    at_stake: Fraction
    """MRR of all accounts in danger, each once."""
    in_danger: int
    accounts: int


def signals_page(book: Book, as_of: date) -> SignalsPage:
    """Every signal as of a day that has neither been dismissed since it began nor stands among the risks."""
    from fractions import Fraction

    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.signal_rules import rule_settings
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    known = {row.id: row for row in rows_at(snapshot, as_of).rows}
    found = _signals(book, snapshot, as_of).found(rule_settings(book), _answered(book))
    rows = [
        SignalRow(one, row.name, row.owner, row.mrr, row.next_step)
        for one in found
        if (row := known.get(one.account)) is not None
    ]
    rows.sort(key=lambda row: (row.is_good, -row.mrr, row.account_name))
    danger = {row.found.account: row.mrr for row in rows if not row.is_good}
    return SignalsPage(tuple(rows), sum(danger.values(), Fraction(0)), len(danger), len(known))


def signals_now(book: Book, snapshot: Snapshot, as_of: date) -> tuple[Found, ...]:
    """The same without looking back since when each has held, which a page that is asked after every change does not
    wait for."""
    from csdesk.usecases.signal_rules import rule_settings

    return _signals(book, snapshot, as_of).found(rule_settings(book), _answered(book), dated=False)


@dataclass(frozen=True, slots=True)
class Trials:
    """The rules on the past year, those that flagged most of the accounts that left first; how many left, and how many
    of these no rule had flagged. Good moments are no dangers, and not among them."""

    rows: tuple[Tried, ...]
    left: int
    missed: int


def signals_tried(book: Book, as_of: date, settings: RuleSettings | None = None) -> Trials:
    """Whom each rule would have flagged at the 12 month ends before a day, and who of them left; with other settings
    than the team's, where they are given."""
    from csdesk.usecases.signal_rules import rule_settings
    from csdesk.usecases.snapshot import snapshot_of

    signals = _signals(book, snapshot_of(book), as_of)
    rows = [row for row in signals.tried(settings or rule_settings(book)) if row.signal is not Signal.PEAK]
    rows.sort(key=lambda row: (-len(row.left), len(row.flagged), row.signal))
    left = frozenset[int]().union(*(row.all_left for row in rows))
    caught = frozenset[int]().union(*(row.left for row in rows))
    return Trials(tuple(rows), len(left), len(left - caught))


def dismiss(book: Book, signals: Sequence[Found], on: date) -> Changes:
    """Say that these signals are none, as one step: each is given again only where its rule fires for something that
    began after that day."""
    from csdesk.book.read import rows

    names = {int(str(row["id"])): str(row["name"]) for row in rows(book, Kind.ACCOUNT)}
    of = {names.get(one.account, "") for one in signals}
    with book.step(StepName.DISMISS_SIGNAL, subject=of.pop() if len(of) == 1 else "") as step:
        keep_quiet(book, step, DISMISSED_PAGE, [(one.account, one.signal) for one in signals], on)
    return step.changes


def answer_good_moment(book: Book, step: Step, found: Found, on: date) -> None:
    """Keep a good moment quiet that is made use of; dangers are answered by their risk."""
    if found.signal is Signal.PEAK:
        keep_quiet(book, step, DISMISSED_PAGE, [(found.account, found.signal)], on)


def keep_quiet(book: Book, step: Step, page: str, what: Iterable[tuple[int, str]], until: date) -> None:
    """Write among the saved views that these codes of these accounts are quiet on a page until a day."""
    from csdesk.book.read import rows

    held = {str(row["name"]): int(str(row["id"])) for row in rows(book, Kind.SAVED_VIEW, where={"page": page})}
    text = json.dumps({"until": until.isoformat()})
    for name in dict.fromkeys(f"{account}:{code}" for account, code in what):
        if name in held:
            step.update(Kind.SAVED_VIEW, held[name], {"definition": text})
        else:
            step.insert(Kind.SAVED_VIEW, {"page": page, "name": name, "definition": text})


def kept_quiet(book: Book, page: str) -> Iterator[tuple[int, str, date]]:
    """What is quiet on a page until which day; what a later csdesk, or a spreadsheet, put there and is not understood
    counts as nothing."""
    from csdesk.book.read import rows

    for row in rows(book, Kind.SAVED_VIEW, where={"page": page}):
        account, _, code = str(row["name"]).partition(":")
        try:
            yield int(account), code, date.fromisoformat(json.loads(str(row["definition"]))["until"])
        except (ValueError, TypeError, KeyError):
            continue


def _signals(book: Book, snapshot: Snapshot, as_of: date) -> Signals:
    from csdesk.metrics.signals.found import Signals
    from csdesk.usecases.behaviour import plans_of

    return snapshot.kept(("signals", as_of), lambda: Signals(snapshot.context(as_of), plans_of(book)))


def _answered(book: Book) -> Iterator[Answered]:
    """What has been dismissed, and what stands among the risks."""
    from csdesk.metrics.signals.found import Answered
    from csdesk.usecases.risks import answered_by_risks

    yield from answered_by_risks(book)
    for account, code, until in kept_quiet(book, DISMISSED_PAGE):
        if code in set(Signal):
            yield Answered(account, Signal(code), until)
