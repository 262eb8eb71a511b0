"""The risk register: what may be lost, since when it was seen, what is done against it and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind, ReasonFamily, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.models.signals import RiskLevel, RiskOutcome, Signal
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.metrics.signals.found import Answered, Found
    from csdesk.models.drafts import Changes, Value
    from csdesk.usecases.revenue import Tile
    from csdesk.usecases.scope import Scope

RISK_METRICS = (MetricId.RISK_DETECTION, MetricId.RISKS_AVERTED, MetricId.RISK_MRR_SAVED)
"""What is told of each owner's risks."""
REGISTER_METRICS = (
    MetricId.RISK_DETECTION,
    MetricId.RISK_FIRST_TOUCH,
    MetricId.RISKS_BEFORE_NOTICE,
    MetricId.RISKS_AVERTED,
    MetricId.RISK_MRR_SAVED,
)


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk. `signal` is None where it was raised in words of its own; amounts in minor units of the book's currency,
    a month."""

    id: int
    account: int
    signal: Signal | None
    title: str
    level: RiskLevel
    first_signal_on: date
    logged_on: date
    response: str
    owner: str
    outcome: RiskOutcome
    closed_on: date | None
    mrr_saved: int | None
    mrr_lost: int | None

    @property
    def is_open(self) -> bool:
        """Whether it still stands."""
        return self.outcome is RiskOutcome.OPEN


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A risk with its account's name and MRR, in minor units a month."""

    risk: RiskRow
    account_name: str
    mrr: Fraction


@dataclass(frozen=True, slots=True)
class Register:
    """Every risk: open ones first, imminent before suspected, then by MRR; closed ones by when, the latest first."""

    rows: tuple[RegisterRow, ...]
    open: int
    at_stake: Fraction
    """MRR of all accounts with an open risk, each once."""
    without_plan: int
    """Open risks that nobody has said what to do about."""


def risk_register(book: Book, as_of: date) -> Register:
    """The register as of a day, with what accounts pay then."""
    from fractions import Fraction

    from csdesk.book.read import rows
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    known = {row.id: row for row in rows_at(snapshot, as_of).rows}
    risks = [_risk(dict(row), snapshot.people) for row in rows(book, Kind.RISK)]
    told = [RegisterRow(one, row.name, row.mrr) for one in risks if (row := known.get(one.account)) is not None]
    standing = [row for row in told if row.risk.is_open]
    standing.sort(key=lambda row: (row.risk.level is not RiskLevel.IMMINENT, -row.mrr, row.account_name, row.risk.id))
    over = sorted(
        (row for row in told if not row.risk.is_open),
        key=lambda row: (str(row.risk.closed_on or ""), row.risk.id),
        reverse=True,
    )
    at_stake = sum({row.risk.account: row.mrr for row in standing}.values(), Fraction(0))
    return Register((*standing, *over), len(standing), at_stake, sum(not row.risk.response for row in standing))


def imminent_risks(book: Book) -> Mapping[int, str]:
    """The accounts with an open risk that is imminent: its signal, or the words it was raised in."""
    from csdesk.book.read import rows

    where = {"outcome": RiskOutcome.OPEN.value, "level": RiskLevel.IMMINENT.value}
    found: list[dict[str, Any]] = [dict(row) for row in rows(book, Kind.RISK, where=where)]
    return {row["account_id"]: row["signal"] or row["title"] or "" for row in found}


def risk_figures(book: Book, scope: Scope) -> tuple[Tile, ...]:
    """How soon risks are seen and answered, how many come to nothing, and what that saves: of the quarter where the
    scope's periods are months, for few are closed in a month."""
    from csdesk.usecases.figures import slow
    from csdesk.usecases.revenue import tiles
    from csdesk.usecases.snapshot import snapshot_of

    return tiles(snapshot_of(book).context(scope.as_of), REGISTER_METRICS, slow(scope.period))


def risks_of(found: Sequence[Mapping[str, Any]], people: Mapping[object, str]) -> tuple[RiskRow, ...]:
    """Rows of one account's risks: open ones first, imminent before suspected, then the latest; `people` are the
    team's names by id."""
    risks = [_risk(row, people) for row in found]
    return tuple(sorted(risks, key=_most_pressing))


def _most_pressing(risk: RiskRow) -> tuple[bool, bool, int, int]:
    return not risk.is_open, risk.level is not RiskLevel.IMMINENT, -risk.logged_on.toordinal(), risk.id


def log_signals(book: Book, signals: Sequence[Found], on: date) -> Changes:
    """Take signals that a rule has found into the register, as one step: suspected, first seen when the signal began,
    with the account's owner in charge. Good moments are no risks, and an open risk is not logged twice."""
    from csdesk.book.read import rows

    accounts: dict[Any, Any] = {row["id"]: row for row in rows(book, Kind.ACCOUNT)}
    standing = {
        (row["account_id"], row["signal"]) for row in rows(book, Kind.RISK, where={"outcome": RiskOutcome.OPEN.value})
    }
    new = [
        one
        for one in dict.fromkeys(signals)
        if one.signal is not Signal.PEAK and one.account in accounts and (one.account, one.signal) not in standing
    ]
    of = {str(accounts[one.account]["name"]) for one in new}
    with book.step(StepName.ADD_RISK, subject=of.pop() if len(of) == 1 else "") as step:
        step.insert_many(Kind.RISK, [_logged(one, accounts[one.account]["owner_id"], on) for one in new])
    return step.changes


def risk_against(book: Book, step: Step, found: Found, owner: int | None, on: date) -> int | None:
    """The open risk that a signal stands as, logged where there is none; None for a good moment."""
    from csdesk.book.read import rows

    if found.signal is Signal.PEAK:
        return None
    where: dict[str, str | int] = {
        "account_id": found.account,
        "signal": found.signal.value,
        "outcome": RiskOutcome.OPEN.value,
    }
    standing = rows(book, Kind.RISK, where=where)
    return int(str(standing[0]["id"])) if standing else step.insert(Kind.RISK, _logged(found, owner, on))


def _logged(found: Found, owner: int | None, on: date) -> dict[str, Value]:
    return {
        "account_id": found.account,
        "signal": found.signal.value,
        "first_signal_on": min(found.since, on),
        "logged_on": on,
        "owner_id": owner,
    }


def answered_by_risks(book: Book) -> Iterator[Answered]:
    """What the register says of signals: an open risk answers its signal, a closed one until the day it was closed."""
    from csdesk.book.read import rows
    from csdesk.metrics.signals.found import Answered

    found: list[dict[str, Any]] = [dict(row) for row in rows(book, Kind.RISK)]
    for row in found:
        if row["signal"] is not None:
            open_ = row["outcome"] == RiskOutcome.OPEN
            until = None if open_ else row["closed_on"] or row["logged_on"]
            yield Answered(row["account_id"], Signal(row["signal"]), until)


def mrr_to_propose(book: Book, account: int, as_of: date) -> str:
    """What an account pays a month on a day, as a person would type it; '' where it pays nothing."""
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    mrr = next((round(row.mrr) for row in rows_at(snapshot, as_of).rows if row.id == account), 0)
    currency = snapshot.settings.money
    return f"{float(currency.main_units(mrr)):,.{currency.digits}f}" if mrr else ""


def reason_to_propose(book: Book, account: int) -> ReasonFamily | None:
    """Why an account would leave, as its risks tell: nobody can help that it was acquired. None where they do not."""
    from csdesk.book.read import rows

    found = rows(book, Kind.RISK, where={"account_id": account, "signal": Signal.ACQUIRED.value})
    told = any(row["outcome"] != RiskOutcome.DISMISSED for row in found)
    return ReasonFamily.UNAVOIDABLE if told else None


def refuse_unsound(risk: Mapping[str, Any]) -> None:
    """Raise Refused where a risk says neither signal nor words, or ends without a day; where its days are out of order,
    and where it is said to have been none, but not why."""
    outcome = RiskOutcome(risk.get("outcome") or RiskOutcome.OPEN)
    first, logged, closed = (risk.get(name) for name in ("first_signal_on", "logged_on", "closed_on"))
    if not risk.get("signal") and not risk.get("title"):
        raise _refused("title", "", Reason.MISSING)
    if first and logged and logged < first:
        raise _refused("logged_on", logged, Reason.OUT_OF_RANGE)
    if (closed is None) != (outcome is RiskOutcome.OPEN):
        raise _refused("closed_on", closed or "", Reason.OUT_OF_RANGE if closed else Reason.MISSING)
    if closed and logged and closed < logged:
        raise _refused("closed_on", closed, Reason.OUT_OF_RANGE)
    if outcome is RiskOutcome.DISMISSED and not risk.get("notes"):
        raise _refused("notes", "", Reason.MISSING)


def _refused(column: str, seen: object, reason: Reason) -> Refused:
    return Refused(Problem(Place(), f"risk.{column}", str(seen), reason))


def _risk(row: Mapping[str, Any], people: Mapping[object, str]) -> RiskRow:
    return RiskRow(
        row["id"],
        row["account_id"],
        Signal(row["signal"]) if row["signal"] else None,
        row["title"] or "",
        RiskLevel(row["level"]),
        row["first_signal_on"],
        row["logged_on"],
        row["response"] or "",
        people.get(row["owner_id"], ""),
        RiskOutcome(row["outcome"]),
        row["closed_on"],
        row["mrr_saved"],
        row["mrr_lost"],
    )
