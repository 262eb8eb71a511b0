"""What a table lacks and yet may hold: columns that were not taken, though they look like what is missing."""

# ruff: noqa: PLR2004 - shares and limits are the evidence itself, told where they are weighed

from collections.abc import Callable

from csdesk.intake.matching.evidence import Profile
from csdesk.intake.matching.recognising import Recognised
from csdesk.intake.shapes import FoundTable, Matching, TableKind
from csdesk.models.problems import Place, Problem, Reason

_WHO = ("account.name", "account.external_id", "account.domain", "account.corporate_number", "account.legal_name")
_PRICE = ("contract.mrr", "contract.arr", "contract.amount", "contract.unit_amount", "contract.unit_amount_cents")
_END = ("contract.end", "contract.canceled_at", "contract.renewal", "contract.period", "contract.close_date")
_START = ("contract.start", "contract.period", "contract.close_date", "contract.created_at", "contract.months")
_SUMS = ("invoice.total", "invoice.amount_due", "invoice.subtotal", "invoice.amount_paid")


def _is_day(seen: Profile) -> bool:
    return seen.date > 0.6


def _is_sum(seen: Profile) -> bool:
    return seen.number > 0.8 and seen.date < 0.5 and not seen.sequence and seen.high > 12


def _is_name(seen: Profile) -> bool:
    plain = max(seen.number, seen.date, seen.yes_no, seen.mark, seen.email, seen.currency, seen.interval) < 0.3
    return plain and seen.distinct > 0.3 and 1 < seen.length <= 40


_Looks = Callable[[Profile], bool]
_ESSENTIAL: dict[TableKind, tuple[tuple[tuple[str, ...], _Looks], ...]] = {
    TableKind.ACCOUNTS: ((_WHO, _is_name),),
    TableKind.CONTACTS: ((_WHO, _is_name),),
    TableKind.CONTRACTS: ((_WHO, _is_name), (_PRICE, _is_sum), (_START, _is_day), (_END, _is_day)),
    TableKind.MATRIX: ((_WHO, _is_name),),
    TableKind.TOUCHES: ((_WHO, _is_name),),
    TableKind.USE: (
        (("contact.email", "contact.name", *_WHO), _is_name),
        (("usage.date", "usage.login_at", "usage.last_seen"), _is_day),
    ),
    TableKind.TICKETS: (
        (("contact.email", *_WHO), _is_name),
        (("ticket.opened_at",), _is_day),
        (("ticket.closed_at",), _is_day),
    ),
    TableKind.ANSWERS: ((("contact.email", *_WHO), _is_name), (("nps.responded_at",), _is_day)),
    TableKind.INVOICES: (
        (_WHO, _is_name),
        (_SUMS, _is_sum),
        (("invoice.date",), _is_day),
    ),
}
"""What figures from a table of each kind rest on, and what the values of such a column look like."""


def gaps(table: FoundTable, known: Recognised, chosen: Matching) -> list[Problem]:
    """A word at the heading of every column that may be what the table lacks; nothing is taken for it."""
    given = set(known.positions)
    said = []
    for fields, looks in _ESSENTIAL.get(known.kind, ()):
        if given & set(fields) or any("@" in field for field in given if fields[0].startswith("usage")):
            continue
        for match, seen in zip(known.columns, known.profiles, strict=True):
            if match.field or match.column.heading in chosen.fields or seen.is_empty or not looks(seen):
                continue
            row = int(match.column.cell.removeprefix(match.column.letter) or 0)
            place = Place(table.file, table.sheet, row, match.column.letter)
            field = "account.name" if "account.name" in fields else fields[0]
            said.append(Problem(place, field, match.column.heading, Reason.NOT_MATCHED, refuses=False))
    return said
