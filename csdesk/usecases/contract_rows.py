"""Contract lines of an account as people read them, with their MRR and their source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from csdesk.models.kinds import ChangeKind, Charge, Kind, LineStatus, ReasonFamily
from csdesk.models.money import from_ticks, monthly_ticks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

    from csdesk.book.file import Book
    from csdesk.book.read import Source
    from csdesk.models.drafts import Value
    from csdesk.usecases.snapshot import Snapshot

K = TypeVar("K", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract line with its MRR as of the day (minor units) and where it came from ('contracts.csv, line 14').
    `renews_on` is the end of the term in force, which of lines that renew themselves is a later one than the first; a
    line that another one renews has none: it serves up to `renewed_until`. `currency` is the line's own, '' where it is
    the book's: amounts and `own_mrr` are in it, `mrr` is at the rate of the day's month."""

    id: int
    product: str
    plan: str
    amount: int | None
    interval_months: int
    currency: str
    mrr: Fraction
    own_mrr: Fraction
    starts_on: date
    term_ends_on: date | None
    ended_on: date | None
    cancelled_on: date | None
    end_reason: str
    reason_family: ReasonFamily | None
    seats: int | None
    auto_renew: bool | None
    renews_on: date | None
    renewed_until: date | None
    notice_by: date | None
    list_amount: int | None
    discount_ends_on: date | None
    change: ChangeKind | None
    charge: str
    status: str
    active: bool
    undecided: bool
    source: str


def contract_rows(book: Book, snapshot: Snapshot, account: int, as_of: date) -> tuple[ContractRow, ...]:
    """The account's lines, running ones first, then by start, latest first."""
    from csdesk.book.read import rows

    lines = list(rows(book, Kind.CONTRACT, where={"account_id": account}))
    products = {row["id"]: str(row["name"]) for row in rows(book, Kind.PRODUCT)}
    places = sources_of(book, Kind.CONTRACT, [int(str(line["id"])) for line in lines])
    standing = _standing(snapshot, account, as_of)
    home = snapshot.settings.currency
    for line in lines:
        line["currency"] = "" if line["currency"] in {None, home} else line["currency"]
    found = [_contract_row(line, products, places, standing.get(int(str(line["id"]))), as_of) for line in lines]
    return tuple(sorted(found, key=lambda row: (row.active, row.starts_on), reverse=True))


def line_to_renew(book: Book, account: int, on: date | None, as_of: date) -> ContractRow | None:
    """The account's line whose renewal falls on a day; None where there is none any more."""
    from csdesk.usecases.snapshot import snapshot_of

    lines = contract_rows(book, snapshot_of(book), account, as_of)
    return next((line for line in lines if on is not None and line.renews_on == on), None)


def sources_of(book: Book, kind: Kind, lines: Sequence[int]) -> dict[int, str]:
    """Where each row of a kind came from: 'contracts.csv, Sheet1, 14', and of a row of use that several lines make
    'use.csv, 14 + 20 + 31'."""
    from csdesk.book.read import sources

    return {
        row: ", ".join(filter(None, (place.file, place.sheet, _lines(place))))
        for row, place in sources(book, kind, lines).items()
    }


def _lines(place: Source) -> str:
    shown = " + ".join(map(str, (place.line, *place.others[: _LINES - 1])))
    more = len(place.others) - _LINES + 1
    return f"{shown} + … ({more:,})" if more > 0 else shown


_LINES = 6
"""Lines that are named of a row that is the sum of several."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a line stands as of a day: its last day of service, the end of the term in force, whether it waits for a
    decision, its MRR in ticks of the book's currency."""

    end: int
    term: int
    undecided: bool
    mrr: int


def _standing(snapshot: Snapshot, account: int, as_of: date) -> dict[int, _Standing]:
    """How each recurring line of the account stands, renewals taken into account."""
    from csdesk.metrics.engine.currencies import at_last_rates
    from csdesk.metrics.engine.days import day_number, day_numbers
    from csdesk.metrics.engine.segments import service_ends
    from csdesk.metrics.engine.terms import terms_of, waits
    from csdesk.models.months import Month

    frames, today = snapshot.frames, day_number(as_of)
    spans = at_last_rates(frames.spans, frames.currencies, Month.of(as_of))
    mine = spans[spans["account"] == account]
    ends, terms = service_ends(mine, snapshot.rules), terms_of(mine)
    undecided = waits(terms, day_numbers(mine["start"]), ends, today)
    columns = (mine["line"].tolist(), ends.tolist(), terms.at(today, ends).tolist())
    others = (undecided.tolist(), mine["mrr"].tolist())
    return {line: _Standing(*stands) for line, *stands in zip(*columns, *others, strict=True)}


def _contract_row(
    line: dict[str, Any],
    products: Mapping[Value, str],
    places: dict[int, str],
    standing: _Standing | None,
    as_of: date,
) -> ContractRow:
    from csdesk.metrics.engine.days import OPEN, as_date

    end, term, own = standing.end if standing else OPEN, line["term_ends_on"], _mrr(line)
    renewed = _is_renewed(line, end)
    return ContractRow(
        id=line["id"],
        product=products.get(line["product_id"], ""),
        plan=line["plan"] or "",
        amount=line["amount"],
        interval_months=line["interval_months"],
        currency=line["currency"],
        mrr=_at_home(own, standing) if line["currency"] else own,
        own_mrr=own,
        starts_on=line["starts_on"],
        term_ends_on=term,
        ended_on=line["ended_on"],
        cancelled_on=line["cancelled_on"],
        end_reason=line["end_reason"] or "",
        reason_family=_known(ReasonFamily, line["end_reason_family"]),
        seats=line["seats"],
        auto_renew=line["auto_renew"],
        renews_on=None if renewed else term if standing is None or standing.term == OPEN else as_date(standing.term),
        renewed_until=as_date(end) if renewed else None,
        notice_by=line["notice_by"],
        list_amount=line["list_amount"],
        discount_ends_on=line["discount_ends_on"],
        change=_known(ChangeKind, line["change"]),
        charge=line["charge"],
        status=line["status"],
        active=line["starts_on"] <= as_of and (end == OPEN or as_date(end) >= as_of),
        undecided=standing is not None and standing.undecided,
        source=places.get(line["id"], ""),
    )


def _is_renewed(line: dict[str, Any], end: int) -> bool:
    """Whether it ends because another line goes on in its place: not because it ended, or was cancelled the day after
    where churn is dated so."""
    from csdesk.metrics.engine.days import OPEN, as_date

    if end == OPEN or line["ended_on"] is not None:
        return False
    cancelled: date | None = line["cancelled_on"]
    return cancelled is None or (cancelled - as_date(end)).days != 1


def _known(kinds: type[K], word: str | None) -> K | None:
    """The kind that a word of the book stands for; None where this csdesk knows none such."""
    return kinds(word) if word in set(kinds) else None


def _at_home(own: Fraction, standing: _Standing | None) -> Fraction:
    """What a line in another currency is worth, where it counts at all."""
    return from_ticks(standing.mrr) if standing and own else Fraction(0)


def _mrr(line: dict[str, Any]) -> Fraction:
    counts = line["charge"] == Charge.RECURRING and line["status"] not in {LineStatus.TRIAL, LineStatus.PAUSED}
    return from_ticks(monthly_ticks(line["amount"] or 0, line["interval_months"]) if counts else 0)
