"""One account's page: figures, contracts, timeline, people, next steps, health."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, TimelineEvent
from csdesk.models.months import Month, months_between
from csdesk.models.steps import Material
from csdesk.usecases.account_work import AccountWork, account_work, dated_events
from csdesk.usecases.contract_rows import ContractRow, contract_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.book.history import HistoryItem
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.usecases.accounts import AccountRow
    from csdesk.usecases.snapshot import Snapshot

MRR_MONTHS = 24
USE_MONTHS = 24
_BEFORE_DAYS = 30
_ACTIVE_DAYS = 30

FACTS = (
    "legal_name",
    "short_name",
    "kana",
    "corporate_number",
    "external_id",
    "domain",
    "segment",
    "industry",
    "size",
    "employees",
    "region",
    "postal_code",
    "address",
    "phone",
    "channel",
    "sales_rep",
    "use_case",
    "stage",
    "fit",
    "fit_reason",
    "referred_by",
    "tags",
    "notes",
    "created_on",
)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One of the customer's people."""

    id: int
    name: str
    title: str
    department: str
    email: str
    phone: str
    decision_maker: bool
    executive: bool
    left_on: date | None
    used: PersonUse | None = None
    """None where the use of this account is not known by person."""


@dataclass(frozen=True, slots=True)
class PersonUse:
    """When somebody was last active, None for never; and on how many of the last 30 days."""

    last_on: date | None
    days: int


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """Anything dated on the account; `id` is the row's, `kind` says which dialog opens it."""

    kind: Kind
    id: int
    on: date
    what: str
    """The type of a touch, the survey of an answer, else a `TimelineEvent`."""
    who: str
    text: str
    minutes: int | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A next step."""

    id: int
    account: int | None
    account_name: str
    title: str
    due_on: date | None
    owner: str
    done_on: date | None
    repeat_days: int | None = None
    material: Material | None = None


@dataclass(frozen=True, slots=True)
class UseSeries:
    """Monthly sums of one measure: months as YYYY-MM, oldest first. None: before the account's first record, or after
    the last one that any account has. `code` tells measures apart that are called alike."""

    measure: str
    months: tuple[str, ...]
    amounts: tuple[float | None, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class AccountPage:
    """Everything the page of one account shows."""

    row: AccountRow
    arr: Fraction
    since: date | None
    health: AccountHealth
    score_before: float | None
    """The health score 30 days before, by the profile of that day."""
    contracts: tuple[ContractRow, ...]
    people: tuple[PersonRow, ...]
    timeline: tuple[TimelineItem, ...]
    tasks: tuple[TaskRow, ...]
    mrr: tuple[Fraction, ...]
    """By month, oldest first."""
    use: tuple[UseSeries, ...]
    history: tuple[HistoryItem, ...]
    work: AccountWork
    fields: Mapping[str, str]
    """The remaining facts by column (see FACTS), then the book's own columns by heading."""


def account_page(book: Book, account: int, as_of: date) -> AccountPage:
    """One account as of a day. Raises Gone where it has been deleted."""
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.health_change import score_on
    from csdesk.usecases.history import history
    from csdesk.usecases.rows import Gone
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    row = next((row for row in rows_at(snapshot, as_of).rows if row.id == account), None)
    if row is None:
        raise Gone(Kind.ACCOUNT.value)
    contracts = contract_rows(book, snapshot, account, as_of)
    work = account_work(book, account, snapshot.people)
    return AccountPage(
        row=row,
        arr=row.mrr * 12,
        since=min((line.starts_on for line in contracts), default=None),
        health=snapshot.health(as_of)[account],
        score_before=score_on(book, snapshot, account, as_of - timedelta(days=_BEFORE_DAYS)),
        contracts=contracts,
        people=_people(book, snapshot, account, as_of),
        timeline=_timeline(book, snapshot, account, contracts, work),
        tasks=_tasks(snapshot, account),
        mrr=_mrr_by_month(snapshot, account, as_of),
        use=use_by_month(book, snapshot, account, as_of),
        history=history(book, account=account),
        work=work,
        fields=_facts(snapshot, account),
    )


def _people(book: Book, snapshot: Snapshot, account: int, as_of: date) -> tuple[PersonRow, ...]:
    from csdesk.book.read import rows

    used = _use_by_person(snapshot, account, as_of)
    never = PersonUse(None, 0) if used else None
    found = [
        PersonRow(
            row["id"],
            row["name"],
            row["title"] or "",
            row["department"] or "",
            row["email"] or "",
            row["phone"] or "",
            bool(row["decision_maker"]),
            bool(row["executive"]),
            row["left_on"],
            used.get(row["id"], never),
        )
        for row in _rows(rows(book, Kind.CONTACT, where={"account_id": account}))
    ]
    return tuple(sorted(found, key=lambda p: (p.left_on is not None, not p.executive, not p.decision_maker, p.name)))


def _use_by_person(snapshot: Snapshot, account: int, as_of: date) -> dict[int, PersonUse]:
    import numpy as np

    use = snapshot.frames.use
    mine = use[(use["account"] == account) & (use["contact"] >= 0) & (use["on"] <= np.datetime64(as_of))]
    since = np.datetime64(as_of - timedelta(days=_ACTIVE_DAYS))
    last = mine.groupby("contact")["on"].max()
    often = mine[mine["on"] > since].groupby("contact")["on"].nunique().to_dict()
    return {
        contact: PersonUse(day, int(often.get(contact, 0)))
        for contact, day in zip(last.index.tolist(), last.dt.date.tolist(), strict=True)
    }


def _rows(found: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - values of a row have its columns' types
    return list(found)


def _timeline(
    book: Book, snapshot: Snapshot, account: int, contracts: tuple[ContractRow, ...], work: AccountWork
) -> tuple[TimelineItem, ...]:
    items = [
        *_touch_items(book, snapshot, account),
        *_signal_items(book, account),
        *_score_items(book, account),
        *_contract_items(contracts),
    ]
    items += [TimelineItem(*event) for event in dated_events(work)]
    return tuple(sorted(items, key=lambda item: (item.on, item.id), reverse=True))


def _touch_items(book: Book, snapshot: Snapshot, account: int) -> Iterator[TimelineItem]:
    from csdesk.book.read import rows

    for row in _rows(rows(book, Kind.TOUCH, where={"account_id": account})):
        who = snapshot.people.get(row["person_id"], "")
        yield TimelineItem(
            Kind.TOUCH, row["id"], row["on_date"], row["type"], who, row["note"] or "", row["minutes"], row["sentiment"]
        )


def _signal_items(book: Book, account: int) -> Iterator[TimelineItem]:
    from csdesk.book.read import rows

    for row in _rows(rows(book, Kind.ANSWER, where={"account_id": account})):
        if row["answered_on"]:
            yield TimelineItem(
                Kind.ANSWER, row["id"], row["answered_on"], row["survey"], "", row["comment"] or "", None, row["score"]
            )
    for row in _rows(rows(book, Kind.TICKET, where={"account_id": account})):
        if row["opened_at"]:
            opened = row["opened_at"].date()
            yield TimelineItem(
                Kind.TICKET, row["id"], opened, TimelineEvent.TICKET, row["assignee"] or "", row["subject"] or ""
            )
    for row in _rows(rows(book, Kind.INVOICE, where={"account_id": account})):
        if row["issued_on"]:
            yield TimelineItem(
                Kind.INVOICE, row["id"], row["issued_on"], TimelineEvent.INVOICE, "", row["number"] or ""
            )


def _score_items(book: Book, account: int) -> Iterator[TimelineItem]:
    """Scores that came from elsewhere, which none of csdesk's own is made of."""
    from csdesk.book.read import rows
    from csdesk.metrics.health.inputs.ids import FactorId

    for row in _rows(rows(book, Kind.HEALTH_VALUE, where={"account_id": account})):
        if row["factor"] not in set(FactorId):
            text = " ".join(filter(None, (f"{row['factor']}: {row['value']:g}", row["note"])))
            yield TimelineItem(Kind.HEALTH_VALUE, row["id"], row["on_date"], TimelineEvent.SCORE, "", text)


def _contract_items(contracts: tuple[ContractRow, ...]) -> Iterator[TimelineItem]:
    starts = {line.starts_on for line in contracts}
    for line in contracts:
        words = " ".join(filter(None, (line.product, line.plan)))
        yield TimelineItem(Kind.CONTRACT, line.id, line.starts_on, TimelineEvent.CONTRACT_START, "", words)
        if line.ended_on and not any(0 <= (start - line.ended_on).days <= 1 for start in starts):
            text = " ".join(filter(None, (words, line.end_reason)))
            yield TimelineItem(Kind.CONTRACT, line.id, line.ended_on, TimelineEvent.CONTRACT_END, "", text)


def _tasks(snapshot: Snapshot, account: int) -> tuple[TaskRow, ...]:
    found = [
        TaskRow(
            task["id"],
            account,
            snapshot.names[account],
            task["title"],
            task["due_on"],
            snapshot.people.get(task["owner_id"], ""),
            task["done_on"],
            task["repeat_days"],
            Material(task["material"]) if task["material"] else None,
        )
        for task in snapshot.tasks
        if task["account_id"] == account
    ]
    return tuple(sorted(found, key=lambda task: (task.done_on is not None, task.due_on is None, str(task.due_on))))


def _mrr_by_month(snapshot: Snapshot, account: int, as_of: date) -> tuple[Fraction, ...]:
    import numpy as np

    from csdesk.models.money import from_ticks

    ledger = snapshot.ledger(as_of)
    place = int(np.searchsorted(ledger.accounts, account))
    if place == len(ledger.accounts) or ledger.accounts[place] != account:
        return ()
    months = months_between(ledger.last + (1 - MRR_MONTHS), ledger.last)
    return tuple(from_ticks(int(ledger.standing(month).mrr[place])) for month in months)


def use_by_month(book: Book, snapshot: Snapshot, account: int, as_of: date) -> tuple[UseSeries, ...]:
    """What the account used, a series a measure, for two years up to the day's month."""
    from csdesk.book.read import rows

    frame = snapshot.frames.use
    mine = frame[frame["account"] == account]
    if mine.empty:
        return ()
    names = {str(row["code"]): str(row["name"]) for row in rows(book, Kind.MEASURE)}
    now = Month.of(as_of)
    months = tuple(map(str, months_between(now + (1 - USE_MONTHS), now)))
    sums = mine.groupby([mine["measure"].astype(str), mine["on"].dt.strftime("%Y-%m")])["amount"].sum()
    ends = snapshot.kept("last use", lambda: frame.groupby("measure", observed=True)["on"].max().dt.strftime("%Y-%m"))
    found = []
    for code in dict.fromkeys(sums.index.get_level_values(0)):
        own = sums[code]
        known = own.index.min(), ends[code]
        amounts = tuple(float(own.get(month, 0.0)) if known[0] <= month <= known[1] else None for month in months)
        if any(amount is not None for amount in amounts):
            found.append(UseSeries(names.get(code, code), months, amounts, code))
    return tuple(found)


def _facts(snapshot: Snapshot, account: int) -> dict[str, str]:
    values = next(row for row in snapshot.accounts if row["id"] == account)
    known = {name: str(values[name]) for name in FACTS if values[name] not in {None, ""}}
    return known | dict(snapshot.custom.get(account, {}))
