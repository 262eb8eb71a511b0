"""What is to be said of month columns: that the title gave their year, that they have none, or no meaning."""

from collections.abc import Iterator

from csdesk.intake.fields import is_month_field
from csdesk.intake.matching.months import bare_months, month_headings
from csdesk.intake.matching.recognising import Recognised
from csdesk.intake.shapes import FoundTable, TableKind
from csdesk.models.problems import Place, Problem, Reason

_LISTS = frozenset({TableKind.ACCOUNTS, TableKind.UNKNOWN})


def of_months(table: FoundTable, known: Recognised) -> Iterator[Problem]:
    """A word at the first month of a table, where there is one to say."""
    headings = [match.column.heading for match in known.columns]
    bare = bare_months(headings)
    months = [one.position for one in month_headings(headings, f"{table.context} {table.sheet} {table.file}")]
    taken = [at for at, match in enumerate(known.columns) if is_month_field(match.field)]
    if bare and not months and known.kind in _LISTS:
        yield _told(table, known, bare[0], Reason.MONTHS_WITHOUT_YEAR)
    elif bare and set(bare) <= set(taken):
        yield _told(table, known, bare[0], Reason.YEAR_OF_TITLE)
    elif len(months) > 1 and not taken and known.kind in _LISTS and _are_figures(known, months):
        yield _told(table, known, months[0], Reason.MONTHS_OF_WHAT)


def _are_figures(known: Recognised, months: list[int]) -> bool:
    """Whether month columns hold figures, and are nothing else by choice."""
    filled = [known.profiles[at] for at in months if not known.profiles[at].is_empty]
    free = all(not known.columns[at].field for at in months)
    return bool(filled) and free and all(one.number > 0.5 for one in filled)  # noqa: PLR2004 - most of them


def _told(table: FoundTable, known: Recognised, at: int, reason: Reason) -> Problem:
    column = known.columns[at].column
    return Problem(
        Place(table.file, table.sheet, column.line, column.letter), "", column.heading, reason, refuses=False
    )
