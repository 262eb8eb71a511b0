"""What a table lacks and yet may hold: columns that were not taken, though they look like what is missing."""

# ruff: noqa: PLR2004 - shares and limits are the evidence itself, told where they are weighed

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from csdesk.intake.fields import PRICES, WHO, base_of, is_month_field
from csdesk.intake.matching.fields.averages import RANGES, are_averages
from csdesk.intake.matching.fields.kinds import MEASURES
from csdesk.intake.matching.tables.items import may_be_item
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.words.evidence import Profile, looks_like_names
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import How, hits, plain_hits
from csdesk.intake.matching.words.heads import is_stamp
from csdesk.intake.matching.words.neighbours import Seen, is_key, is_of_all_years
from csdesk.intake.matching.words.prices import is_with_tax
from csdesk.intake.shapes import ColumnMatch, FoundTable, Matching, TableKind
from csdesk.models.problems import Problem, Reason

_END = ("contract.end", "contract.canceled_at", "contract.renewal", "contract.period", "contract.close_date")
_BEGINS = re.compile(r"\b(?:start(?:s|ed)?|began|begins?|since)\b|開始")
"""What begins on a day has not ended on it."""
_START = ("contract.start", "contract.period", "contract.close_date", "contract.created_at")
_SUMS = ("invoice.total", "invoice.amount_due", "invoice.subtotal", "invoice.amount_paid")


def _is_day(seen: Profile) -> bool:
    return seen.is_dated


def _is_sum(seen: Profile) -> bool:
    return seen.number > 0.8 and seen.date < 0.5 and not seen.sequence and seen.high > 12


_Looks = Callable[[Profile], bool]
_ESSENTIAL: dict[TableKind, tuple[tuple[tuple[str, ...], _Looks], ...]] = {
    TableKind.ACCOUNTS: ((WHO, looks_like_names),),
    TableKind.CONTACTS: ((WHO, looks_like_names),),
    TableKind.CONTRACTS: ((WHO, looks_like_names), (PRICES, _is_sum), (_START, _is_day), (_END, _is_day)),
    TableKind.MATRIX: ((WHO, looks_like_names),),
    TableKind.TOUCHES: ((WHO, looks_like_names),),
    TableKind.USE: (
        (("contact.email", "contact.name", *WHO), looks_like_names),
        (("usage.date", "usage.login_at", "usage.last_seen"), _is_day),
    ),
    TableKind.TICKETS: (
        (("contact.email", *WHO), looks_like_names),
        (("ticket.opened_at",), _is_day),
        (("ticket.closed_at",), _is_day),
    ),
    TableKind.ANSWERS: ((("contact.email", *WHO), looks_like_names), (("nps.responded_at",), _is_day)),
    TableKind.INVOICES: (
        (WHO, looks_like_names),
        (_SUMS, _is_sum),
        (("invoice.date",), _is_day),
    ),
}
"""What figures from a table of each kind rest on, and what the values of such a column look like."""


def gaps(table: FoundTable, known: Recognised, chosen: Matching) -> list[Problem]:
    """A word at the heading of every column that may be what the table lacks, and of every one that was taken for want
    of another."""
    asked = [column.column.heading not in chosen.fields for column in known.columns]
    said = [
        _told(table, known.columns[at], known.columns[at].field, Reason.COLUMN_TAKEN)
        for at in sorted(known.sole)
        if known.columns[at].field and asked[at]
    ]
    free = [
        (match, seen)
        for match, seen, open_ in zip(known.columns, known.profiles, asked, strict=True)
        if open_ and not match.field and not seen.is_empty
    ]
    said += [_told(table, match, field, Reason.NOT_MATCHED) for match, field in _further(known, free)]
    said += [_told(table, match, field, Reason.AVERAGES) for match, field in _averages(table, known, free)]
    return [*said, *_missing(table, known, free)]


def _further(known: Recognised, free: Sequence[tuple[ColumnMatch, Profile]]) -> Iterator[tuple[ColumnMatch, str]]:
    """Columns that may be a further item of costs across, or a further part of the price, with their field."""
    given = set(known.positions)
    across = known.kind is TableKind.COSTS and "cost.month" in given and any(map(is_month_field, given))
    for match, seen in free:
        heading = match.column.heading
        if across and may_be_item(Seen(heading, seen)):
            yield match, "cost.amount"
        if (given & set(PRICES) or _prices_in(known)) and _is_sum(seen) and not _is_beside(heading):
            fields = [hit.field.id for hit in hits(heading) if hit.how is How.SAYS and hit.field.id in PRICES]
            if fields:
                yield match, fields[0]


def _is_beside(heading: str) -> bool:
    """Whether an amount is the price told in another way: with tax, or for all years together."""
    return is_with_tax(heading) or is_of_all_years(heading)


def _averages(
    table: FoundTable, known: Recognised, free: Sequence[tuple[ColumnMatch, Profile]]
) -> Iterator[tuple[ColumnMatch, str]]:
    """Columns of averages in lists of customers, with the survey that their heading names."""
    for match, _ in free if known.kind in {TableKind.ACCOUNTS, TableKind.CONTRACTS} else ():
        at, heading = table.columns.index(match.column), match.column.heading
        field = next((hit.field.id for hit in plain_hits(heading) if hit.field.id in RANGES), "")
        if field and are_averages(field, heading, [row[at] for row in table.rows]):
            yield match, field


def _missing(table: FoundTable, known: Recognised, free: Sequence[tuple[ColumnMatch, Profile]]) -> Iterator[Problem]:
    """What figures rest on and the table lacks, at every column that may be it."""
    given, needs = {*known.positions, *_prices_in(known)}, _ESSENTIAL.get(known.kind, ())
    by_month = any(is_month_field(field) and field.startswith("usage") for field in given)
    if known.kind is TableKind.ACCOUNTS and given & {*PRICES, "contract.end"}:
        needs = _ESSENTIAL[TableKind.CONTRACTS]
    if known.kind is TableKind.ACCOUNTS and given & MEASURES:
        needs = (*needs, _ESSENTIAL[TableKind.USE][1])
    for fields, looks in needs:
        if given & set(fields) or (by_month and fields[0].startswith("usage")):
            continue
        if "account.name" in fields and known.kind is not TableKind.ANSWERS:
            yield _nobody(table)
        for match, seen in free:
            words = fold_words(match.column.heading)
            if fields is _END and (is_stamp(words) or _BEGINS.search(words)):
                continue
            named = any(hit.field.id in fields and hit.how is How.SAYS for hit in hits(match.column.heading))
            if named or (looks(seen) and not (looks is _is_day and is_key(match.column.heading))):
                field = "account.name" if "account.name" in fields else fields[0]
                yield _told(table, match, field, Reason.NOT_MATCHED)


def _prices_in(known: Recognised) -> set[str]:
    """The fields of prices that columns of single products feed."""
    return {base_of(field) for field in known.positions} & set(PRICES)


def _nobody(table: FoundTable) -> Problem:
    """That no column names the customer, at the row of the headings; answers may be nobody's."""
    place = replace(table.heading_place(table.columns[0]), column="")
    return Problem(place, "account.name", "", Reason.NO_CUSTOMER, refuses=False)


def _told(table: FoundTable, match: ColumnMatch, field: str, reason: Reason) -> Problem:
    """A word at the heading's own cell."""
    place = table.heading_place(match.column)
    return Problem(place, field, match.column.heading, reason, refuses=False)
