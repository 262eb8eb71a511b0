"""The Health page: distribution, board by band, and the model; and values set by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Band, Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.rows import name_of
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.metrics.health.model import Profile
    from csdesk.metrics.health.quarters import Quarter
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.retention.outlook import Outlook
    from csdesk.metrics.shapes import Accounts
    from csdesk.models.drafts import Changes, Value


@dataclass(frozen=True, slots=True)
class HealthRow:
    """One paying account on the board."""

    account: int
    name: str
    owner: str
    mrr: Fraction
    health: AccountHealth
    sentiment: int | None = None
    """What its customer success manager feels, 1 to 5."""

    @property
    def disagrees(self) -> bool:
        """Whether the feeling and the score say opposite things: 4 or 5 at red, 1 or 2 at green."""
        if self.sentiment is None:
            return False
        well, ill = self.sentiment >= _WELL, self.sentiment <= _ILL
        return (well and self.health.band is Band.RED) or (ill and self.health.band is Band.GREEN)

    @property
    def quarter(self) -> Quarter | None:
        """By outcome and experience, each good from 50 on; None where either is not known."""
        from csdesk.metrics.health.quarters import quarter_of

        return quarter_of(self.health)


_WELL, _ILL = 4, 2


@dataclass(frozen=True, slots=True)
class HealthPage:
    """Rows of every paying account, the mean score, and the profile in force."""

    rows: tuple[HealthRow, ...]
    mean: Measure
    profile: Profile
    owners: tuple[str, ...]
    measures: tuple[tuple[str, str], ...] = ()
    """Code and name of every measure of use the book has."""
    accounts: Accounts | None = None
    """What these accounts are, of which it depends which profile each is scored by."""

    @property
    def profiles(self) -> Mapping[str, int]:
        """How many accounts each profile scores, by name in the order in which they are tried, '' last."""
        held = Counter(row.health.profile for row in self.rows)
        return {name: held[name] for name in (*(one.name for one in self.profile.special), "")}


def health_page(book: Book, as_of: date) -> HealthPage:
    """Every paying account's health as of a day, lowest first, unknown last."""
    from csdesk.book.read import rows
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.metrics.shapes import Accounts
    from csdesk.models.months import Month, Period
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    scores = snapshot.health(as_of)
    found = sorted(
        (
            HealthRow(row.id, row.name, row.owner, row.mrr, scores[row.id], row.sentiment)
            for row in rows_at(snapshot, as_of).rows
            if row.paying and row.id in scores
        ),
        key=lambda row: (row.health.score is None, row.health.score or 0.0, row.name),
    )
    mean = figure(snapshot.context(as_of), MetricId.HEALTH_MEAN, Period(Month.of(as_of)))
    owners = tuple(sorted({row.owner for row in found if row.owner}))
    measures = tuple((str(row["code"]), str(row["name"])) for row in rows(book, Kind.MEASURE))
    accounts = snapshot.frames.accounts
    paying = Accounts(accounts[accounts["account"].isin([row.account for row in found])])
    return HealthPage(tuple(found), mean, snapshot.profile, owners, measures, paying)


def outlooks_of(book: Book, as_of: date) -> tuple[Outlook, ...]:
    """What became within a year of accounts by where they stood, as of a day."""
    from csdesk.metrics.retention.outlook import outlooks
    from csdesk.usecases.snapshot import snapshot_of

    return outlooks(snapshot_of(book).context(as_of))


@dataclass(frozen=True, slots=True)
class HandValue:
    """A factor's value, 0-100, as a person set it on a day."""

    id: int
    factor: str
    value: float
    on: date
    note: str


@dataclass(frozen=True, slots=True)
class HandSheet:
    """What setting values by hand starts from: an account's health, its profile, and the latest value set by hand of
    each factor that has one."""

    name: str
    health: AccountHealth
    profile: Profile
    values: Mapping[str, HandValue]


def hand_sheet(book: Book, account: int, as_of: date) -> HandSheet:
    """One account's health as of a day, to be judged by hand. Raises Gone where the account has been deleted."""
    from csdesk.book.read import rows
    from csdesk.usecases.snapshot import snapshot_of

    name = name_of(book, Kind.ACCOUNT, account)
    snapshot = snapshot_of(book)
    found: list[dict[str, Any]] = rows(book, Kind.HEALTH_VALUE, where={"account_id": account})
    past = sorted((row for row in found if row["on_date"] <= as_of), key=lambda row: row["on_date"])
    values = {
        row["factor"]: HandValue(row["id"], row["factor"], row["value"], row["on_date"], row["note"] or "")
        for row in past
    }
    health = snapshot.health(as_of)[account]
    return HandSheet(name, health, snapshot.profile.named(health.profile), values)


@dataclass(frozen=True, slots=True)
class FactorEdit:
    """A factor's value of one account as typed; an empty text takes the value by hand away."""

    account: int
    factor: str
    text: str


def set_health_values(book: Book, edits: Sequence[FactorEdit], on: date) -> Changes:
    """Set factors of one or many accounts by hand, from a day on, as one step. Raises Refused on the first text that is
    no number from 0 to 100; then nothing is set."""
    from csdesk.usecases.books import save_before

    save_before(book, len(edits))
    subject = name_of(book, Kind.ACCOUNT, edits[0].account) if len({edit.account for edit in edits}) == 1 else ""
    with book.step(StepName.SET_HEALTH, subject=subject) as step:
        for edit in edits:
            _set_typed(book, step, edit, on)
    return step.changes


def _set_typed(book: Book, step: Step, edit: FactorEdit, on: date) -> None:
    from csdesk.book.read import rows

    if edit.text.strip():
        _put_value(book, step, edit.account, edit.factor, on, {"value": _points(edit.text)})
        return
    for held in rows(book, Kind.HEALTH_VALUE, where={"account_id": edit.account, "factor": edit.factor}):
        step.delete(Kind.HEALTH_VALUE, int(str(held["id"])))


def _put_value(book: Book, step: Step, account: int, factor: str, on: date, told: dict[str, Value]) -> None:
    """A day holds one value a factor: it is changed where there is one, and keeps what is not told anew."""
    from csdesk.book.read import rows

    held = rows(book, Kind.HEALTH_VALUE, where={"account_id": account, "factor": factor, "on_date": on})
    if held:
        step.update(Kind.HEALTH_VALUE, int(str(held[-1]["id"])), told)
    else:
        step.insert(Kind.HEALTH_VALUE, {"account_id": account, "factor": factor, "on_date": on, **told})


def _points(text: str) -> float:
    import unicodedata

    plain = unicodedata.normalize("NFKC", text).strip()
    try:
        value = float(plain)
    except ValueError:
        raise Refused(Problem(Place(), "health.value", text, Reason.NOT_A_NUMBER)) from None
    return _within(value, text)


def _within(value: float, seen: str) -> float:
    """A value by hand from 0 to 100. Raises Refused with what was seen for any other."""
    if not 0 <= value <= 100:  # noqa: PLR2004 - values run from 0 to 100
        raise Refused(Problem(Place(), "health.value", seen, Reason.OUT_OF_RANGE))
    return value


def set_health_value(book: Book, account: int, factor: str, value: float, on: date, note: str = "") -> Changes:
    """Set a factor's value, 0-100, by hand, from that day until something fresher; a day holds one value a factor.

    Raises Refused for a value outside 0-100.
    """
    _within(value, f"{value:g}")
    with book.step(StepName.SET_HEALTH, subject=name_of(book, Kind.ACCOUNT, account)) as step:
        _put_value(book, step, account, factor, on, {"value": value, "note": note.strip() or None})
    return step.changes
