"""Files of one import that contradict each other: what the book has taken of the first stays, and the same files again
change nothing."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.intake.matching import match_tables
from csdesk.intake.planning import plan
from csdesk.intake.shapes import MatchedTable, Matching, Plan, TableKind, Verdict
from csdesk.models.kinds import Language
from tests.thorough import examples

from .conftest import MemoryBook, found

AS_OF = date(2026, 6, 30)
FIELDS = {
    "Account": "account.name", "Account id": "account.external_id", "Industry": "account.industry",
    "Owner": "account.owner", "Colour": "", "Person": "contact.name", "Mail": "contact.email",
    "Title": "contact.title", "Line": "contract.external_id", "Product": "contract.product", "MRR": "contract.mrr",
    "ARR": "contract.arr", "Currency": "contract.currency", "From": "contract.start", "Until": "contract.end",
    "Renews": "contract.renewal", "Seats": "contract.quantity", "Ticket": "ticket.external_id",
    "Subject": "ticket.subject", "Opened": "ticket.opened_at", "Priority": "ticket.priority",
    "Day": "touch.date", "Note": "touch.note", "Number": "invoice.number", "Billed": "invoice.date",
    "Total": "invoice.total",
}  # fmt: skip
DAYS = [f"2026-0{month}-01" for month in range(1, 5)]
CELLS = {
    "Account": ["Anvil", "Anvil Ltd", "anvil", "Bellows", "Bellows Inc"], "Account id": ["", "1"],
    "Industry": ["", "Retail", "Mining"], "Owner": ["", "Ilse Varga", "Bo Lind"], "Colour": ["", "red", "blue"],
    "Person": ["", "Ada Roe", "Kim Poe"], "Mail": ["", "a@anvil.example", "A@anvil.example", "b@bellows.example"],
    "Title": ["", "CEO", "CFO"], "Line": ["", "C-1", "C-2"], "Product": ["", "Base", "Extra"],
    "MRR": ["", "100", "120"], "ARR": ["", "1200", "1500", "12"], "Currency": ["", "EUR", "USD"], "From": ["", *DAYS],
    "Until": ["", *DAYS, "2026-12-31"], "Renews": ["", "2026-12-31", "2027-01-31"], "Seats": ["", "3", "5"],
    "Ticket": ["", "T-1", "T-2"], "Subject": ["Broken", "Slow"], "Opened": DAYS[:2], "Priority": ["", "high", "low"],
    "Day": DAYS[:2], "Note": ["", "Called", "Met"], "Number": ["", "R-1", "R-2"], "Billed": DAYS[:2],
    "Total": ["100", "120"],
}  # fmt: skip
IDS = {"A": "K-001", "B": "K-002"}
OF_ALL = ("Account", "Account id", "Industry", "Owner", "Colour", "Person", "Mail", "Title")
SHEETS = {
    TableKind.ACCOUNTS: OF_ALL,
    TableKind.CONTACTS: OF_ALL,
    TableKind.CONTRACTS: ("Account", "Account id", "Industry", "Owner", "Colour", "Line", "Product", "MRR", "ARR",
        "Currency", "From", "Until", "Renews", "Seats"),
    TableKind.TICKETS: (*OF_ALL, "Ticket", "Subject", "Opened", "Priority"),
    TableKind.TOUCHES: ("Account", "Colour", "Person", "Mail", "Day", "Note"),
    TableKind.INVOICES: ("Account", "Account id", "Industry", "Colour", "Number", "Billed", "Total", "Currency"),
}  # fmt: skip
NEEDED = {
    TableKind.ACCOUNTS: {"Account"}, TableKind.CONTACTS: {"Account", "Person"},
    TableKind.CONTRACTS: {"Account", "From"},
    TableKind.TICKETS: {"Account", "Subject", "Opened"}, TableKind.TOUCHES: {"Account", "Day"},
    TableKind.INVOICES: {"Account", "Billed", "Total"},
}  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn, kind: TableKind | None = None) -> MatchedTable:
    """A small table, its rows told much alike."""
    kind = kind or draw(st.sampled_from(list(SHEETS)))
    headings = [name for name in SHEETS[kind] if name in NEEDED[kind] or draw(st.booleans())]
    rows = draw(st.lists(st.tuples(*(st.sampled_from(CELLS[name]) for name in headings)), min_size=1, max_size=4))
    if "Account id" in headings:
        at = headings.index("Account id")
        rows = [(*row[:at], row[at] and IDS[row[0][:1].upper()], *row[at + 1 :]) for row in rows]
    wish = Matching(kind, {name: FIELDS[name] for name in headings})
    return match_tables([found(headings, rows)], [wish], language=Language.EN, currency="JPY")[0]


def changes(made: Plan) -> list[object]:
    return (
        [
            (table.matched.table.file, row.line, row.verdict, row.changes)
            for table in made.tables
            for row in table.rows
            if row.verdict in {Verdict.NEW, Verdict.CHANGED}
        ]
        + [(one.kind, one.id, dict(one.values), dict(one.custom)) for one in made.drafts]
        + [dict(block.columns) for block in made.blocks]
    )


@given(st.lists(sheets(), min_size=2, max_size=2), st.sampled_from([1, 10**9]))
@settings(deadline=None, max_examples=examples(150), suppress_health_check=[HealthCheck.too_slow])
def test_contradicting_files_again_change_nothing(tables: list[MatchedTable], long_from: int) -> None:
    book = MemoryBook()
    with pytest.MonkeyPatch.context() as small:
        small.setattr("csdesk.intake.planning.long_lists.MANY", long_from)
        book.apply(plan(tables, book.known, currency="JPY", as_of=AS_OF))
        again = plan(tables, book.known, currency="JPY", as_of=AS_OF)
    assert changes(again) == []


def table(kind: TableKind, *lines: str) -> MatchedTable:
    headings, *rows = [line.split(",") for line in lines]
    wish = Matching(kind, {name: FIELDS[name] for name in headings})
    return match_tables([found(headings, rows)], [wish], language=Language.EN, currency="JPY")[0]


A, C = TableKind.ACCOUNTS, TableKind.CONTRACTS
TWO = {
    "a name that only an id corrects": (
        (table(A, "Account", "Anvil"), table(A, "Account,Account id", "Anvil Ltd,K-001", "Anvil,K-001")),
        [Verdict.SAME, Verdict.CHANGED],
    ),
    "a person whose name was only an address": (
        (
            table(TableKind.TOUCHES, "Account,Day,Mail", "Anvil,2026-01-01,a@anvil.example"),
            table(TableKind.TICKETS, "Account,Subject,Opened,Person,Mail", "Anvil,Slow,2026-01-01,Ada,a@anvil.example"),
        ),
        [Verdict.NEW],
    ),
    "what the first leaves open of a contract": (
        (
            table(C, "Account,From,MRR", "Anvil,2026-01-01,100"),
            table(C, "Account,From,Line,Renews,Seats", "Anvil,2026-01-01,C-1,2026-12-31,5", "Anvil,2026-02-01,C-1,,"),
        ),
        [Verdict.CHANGED, Verdict.CONFLICT],
    ),
    "a price where the first has none": (
        (
            table(C, "Account,From,Seats", "Anvil,2026-01-01,5"),
            table(C, "Account,From,ARR", "Anvil,2026-01-01,1000", "Anvil,2026-01-01,1100"),
        ),
        [Verdict.CHANGED, Verdict.CONFLICT],
    ),
    "as many minor units of another currency": (
        (
            table(C, "Account,From,MRR", "Anvil,2026-01-01,9050"),
            table(C, "Account,From,MRR,Currency", "Anvil,2026-01-01,90.50,EUR"),
        ),
        [Verdict.CONFLICT],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tables", "verdicts"), TWO.values(), ids=TWO)
def test_the_second_file_adds_what_the_first_leaves_open(
    tables: tuple[MatchedTable, ...], verdicts: list[Verdict]
) -> None:
    book = MemoryBook()
    made = plan(tables, book.known, currency="JPY", as_of=AS_OF)
    assert [row.verdict for row in made.tables[1].rows] == verdicts
    book.apply(made)
    assert changes(plan(tables, book.known, currency="JPY", as_of=AS_OF)) == []


def test_contracts_without_a_start_are_found_among_those_of_the_other_files() -> None:
    """The list of renewals stands first, and speaks of the line that the list behind it begins."""
    renewals = table(C, "Account,ARR,Renews", "Anvil,1500,2026-12-31")
    tables, book = (renewals, table(C, "Account,From,MRR", "Anvil,2026-01-01,100")), MemoryBook()
    made = plan(tables, book.known, currency="JPY", as_of=AS_OF)
    assert [table.rows[0].verdict for table in made.tables] == [Verdict.CONFLICT, Verdict.NEW]
    book.apply(made)
    assert changes(plan(tables, book.known, currency="JPY", as_of=AS_OF)) == []
