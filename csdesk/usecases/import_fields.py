"""The fields that a column of a spreadsheet may be taken for, in the order in which a person looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.intake.shapes import TableKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.intake.shapes import ColumnMatch

OWN_COLUMN, LEFT_OUT = "", "skip"
"""Not a field of the dictionary: kept as a column of the book's own, or left out of the import."""

_LIKELY = 3
"""Other fields a column looks like that come before the ways of not taking it."""

_GROUPS: dict[TableKind, tuple[str, ...]] = {
    TableKind.ACCOUNTS: ("account",),
    TableKind.CONTACTS: ("contact",),
    TableKind.CONTRACTS: ("contract", "deal", "renewal"),
    TableKind.MATRIX: ("account", "contract"),
    TableKind.MOVEMENTS: ("movement", "contract"),
    TableKind.TOUCHES: ("touch",),
    TableKind.USE: ("usage",),
    TableKind.TICKETS: ("ticket",),
    TableKind.ANSWERS: ("nps", "csat", "ces"),
    TableKind.INVOICES: ("invoice",),
    TableKind.COSTS: ("cost",),
    TableKind.FIGURES: ("figure",),
    TableKind.RATES: ("rate",),
    TableKind.TEAM: ("person",),
    TableKind.PRODUCTS: ("product",),
    TableKind.TASKS: ("task",),
    TableKind.GOALS: ("goal",),
    TableKind.MILESTONES: ("milestone", "goal"),
    TableKind.DEALS: ("deal", "contract"),
    TableKind.FEEDBACK: ("feedback",),
    TableKind.INTERVIEWS: ("interview",),
    TableKind.MAILINGS: ("mailing",),
    TableKind.MEASURES: ("measure",),
    TableKind.MARKERS: ("marker",),
    TableKind.INVITATIONS: ("invitation",),
    TableKind.DEFINITIONS: ("definition",),
    TableKind.RISKS: ("risk",),
    TableKind.PLAYS: ("play",),
    TableKind.PLAY_STEPS: ("play_step",),
    TableKind.PLAY_RUNS: ("play_run",),
    TableKind.HEALTH_OVERRIDES: ("override",),
    TableKind.TARGETS: ("target",),
    TableKind.PACKS: ("pack",),
    TableKind.WINS: ("win",),
    TableKind.HEALTH: ("health",),
    TableKind.HEALTH_DAYS: ("health_day",),
    TableKind.SETTINGS: ("setting",),
    TableKind.VIEWS: ("view",),
    TableKind.MATCHINGS: ("matching",),
}
_FOR_PROGRAMS = frozenset(
    {"own", "column", "setting", "view", "matching", "health_day", "definition", "risk", "play", "play_step",
     "play_run", "override", "target", "pack", "win"}
)  # fmt: skip
"""Groups that only the book's own export has: offered for its tables alone."""


def fields_offered(match: ColumnMatch, kind: TableKind) -> tuple[str, ...]:
    """Every field a column may be taken for.

    What it is taken for now comes first, then what else it looks like most, the two ways of not taking it, and the
    whole dictionary with the fields of the table's own kind and of accounts ahead.
    """
    from csdesk.intake.fields import FIELDS

    first = (*_GROUPS.get(kind, ()), "account")
    offered = (field for field in FIELDS if field.partition(".")[0] not in _FOR_PROGRAMS - {*first})
    ranked = sorted(offered, key=lambda field: _rank(field, first))
    likely, others = match.alternatives[:_LIKELY], match.alternatives[_LIKELY:]
    return tuple(dict.fromkeys((match.field, *likely, OWN_COLUMN, LEFT_OUT, *others, *ranked)))


def as_remembered(heading: str, field: str) -> ColumnMatch:
    """A column of no table at hand, with the field that it was taken for."""
    from csdesk.intake.shapes import Column, ColumnMatch

    return ColumnMatch(Column(heading, "", ""), field, 1.0, ())


def rivals(columns: Sequence[ColumnMatch]) -> dict[str, tuple[str, str]]:
    """By letter, each column that is kept as an own one though its heading names a field: the field, and the heading
    of the column that it is taken from."""
    from csdesk.intake.matching.words.headings import plain_hits

    taken = {match.field: match.column.heading for match in columns if match.field not in (OWN_COLUMN, LEFT_OUT)}
    found: dict[str, tuple[str, str]] = {}
    for match in columns:
        if match.field == OWN_COLUMN:
            named = next((hit.field.id for hit in plain_hits(match.column.heading) if hit.field.id in taken), None)
            if named is not None:
                found[match.column.letter] = named, taken[named]
    return found


def _rank(field: str, first: tuple[str, ...]) -> int:
    group = field.partition(".")[0]
    return first.index(group) if group in first else len(first)
