"""What a table lacks and yet may hold: columns that were not taken, though they look like what is missing."""

# ruff: noqa: PLR2004 - shares and limits are the evidence itself, told where they are weighed

from collections.abc import Callable

from csdesk.intake.fields import PRICES, WHO, is_month_field
from csdesk.intake.matching.evidence import Profile, looks_like_names
from csdesk.intake.matching.headings import How, hits
from csdesk.intake.matching.items import may_be_item
from csdesk.intake.matching.neighbours import Seen
from csdesk.intake.matching.recognising import Recognised
from csdesk.intake.shapes import ColumnMatch, FoundTable, Matching, TableKind
from csdesk.models.problems import Place, Problem, Reason

_END = ("contract.end", "contract.canceled_at", "contract.renewal", "contract.period", "contract.close_date")
_START = ("contract.start", "contract.period", "contract.close_date", "contract.created_at", "contract.months")
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
    given = set(known.positions)
    said = [
        Problem(_place(table, known.columns[at]), known.columns[at].field, known.columns[at].column.heading,
                Reason.COLUMN_TAKEN, refuses=False)
        for at in sorted(known.sole)
        if known.columns[at].field and known.columns[at].column.heading not in chosen.fields
    ]  # fmt: skip
    if known.kind is TableKind.COSTS and "cost.month" in given and any(map(is_month_field, given)):
        said += [
            Problem(_place(table, one), "cost.amount", one.column.heading, Reason.NOT_MATCHED, refuses=False)
            for one, seen in zip(known.columns, known.profiles, strict=True)
            if not one.field and one.column.heading not in chosen.fields and may_be_item(Seen(one.column.heading, seen))
        ]
    needs, by_month = _ESSENTIAL.get(known.kind, ()), any(map(is_month_field, given))
    if known.kind is TableKind.ACCOUNTS and given & {*PRICES, "contract.end"}:
        needs = _ESSENTIAL[TableKind.CONTRACTS]
    for fields, looks in needs:
        if given & set(fields) or (by_month and fields[0].startswith("usage")):
            continue
        if "account.name" in fields and known.kind is not TableKind.ANSWERS:
            said.append(_nobody(table))
        for match, seen in zip(known.columns, known.profiles, strict=True):
            named = any(hit.field.id in fields and hit.how is How.SAYS for hit in hits(match.column.heading))
            if match.field or match.column.heading in chosen.fields or seen.is_empty or not (looks(seen) or named):
                continue
            field = "account.name" if "account.name" in fields else fields[0]
            said.append(Problem(_place(table, match), field, match.column.heading, Reason.NOT_MATCHED, refuses=False))
    return said


def _nobody(table: FoundTable) -> Problem:
    """That no column names the customer, at the row of the headings; answers may be nobody's."""
    first = table.columns[0]
    row = int(first.cell.removeprefix(first.letter) or 0)
    return Problem(Place(table.file, table.sheet, row), "account.name", "", Reason.NO_CUSTOMER, refuses=False)


def _place(table: FoundTable, match: ColumnMatch) -> Place:
    """The heading's own cell."""
    row = int(match.column.cell.removeprefix(match.column.letter) or 0)
    return Place(table.file, table.sheet, row, match.column.letter)
