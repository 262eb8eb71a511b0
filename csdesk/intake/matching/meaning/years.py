"""What is to be said of columns of time: that the title gave their year, that they have none, that some are missing,
what was made of quarters and years, or that nothing was."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from csdesk.intake.fields import base_of, is_month_field, month_of
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.words.activity import are_once
from csdesk.intake.matching.words.months import bare_months, month_headings
from csdesk.intake.matching.words.span_amounts import is_span
from csdesk.intake.matching.words.spans import bare_spans, counted, ranges, span_headings
from csdesk.intake.shapes import FoundTable, TableKind
from csdesk.intake.values.periods import is_fiscal, months_of_span
from csdesk.models.problems import Place, Problem, Reason

_LISTS = frozenset({TableKind.ACCOUNTS, TableKind.UNKNOWN})


def of_months(table: FoundTable, known: Recognised, *, monthly: bool) -> Iterator[Problem]:
    """A word at the first column of time of a table, where there is one to say; `monthly` tells that amounts are what
    is paid in a month, however long their columns are."""
    headings = [match.column.heading for match in known.columns]
    around = f"{table.context} {table.sheet} {table.file}"
    taken = [at for at, match in enumerate(known.columns) if is_month_field(match.field)]
    bare = bare_months(headings) or bare_spans(headings)
    if taken:
        yield from _of_taken(table, known, bare, taken, monthly=monthly)
    elif known.kind in _LISTS:
        months = [one.position for one in month_headings(headings, around)]
        spans = [one.position for one in span_headings(headings, around)]
        yield from _of_open(table, known, bare or counted(headings), months or spans or ranges(headings))


def _of_taken(
    table: FoundTable, known: Recognised, bare: Sequence[int], taken: Sequence[int], *, monthly: bool
) -> Iterator[Problem]:
    """What was made of columns of time."""
    if bare and set(bare) <= set(taken):
        yield _told(table, known, bare[0], Reason.YEAR_OF_TITLE)
    grid = [at for at in taken if base_of(known.columns[at].field) == "matrix"]
    if fiscal := [at for at in grid if is_fiscal(month_of(known.columns[at].field))]:
        yield _told(table, known, fiscal[0], Reason.FISCAL_TAKEN)
    if known.amounts and not monthly and (spans := [at for at in grid if is_span(known.columns[at].field)]):
        yield _told(table, known, spans[0], Reason.SPREAD_EVENLY)
    if (late := _behind_gap(known, grid)) is not None:
        yield _told(table, known, late, Reason.MONTH_MISSING)


def _behind_gap(known: Recognised, grid: Sequence[int]) -> int | None:
    """The first column of a matrix before which a period is missing."""
    spans = sorted((months_of_span(month_of(known.columns[at].field), 1), at) for at in grid)
    return next((at for ((_, last), _), ((first, _), at) in pairwise(spans) if first != last + 1), None)


def _of_open(table: FoundTable, known: Recognised, bare: Sequence[int], dated: Sequence[int]) -> Iterator[Problem]:
    """What is to be said of columns of time of which nothing was made."""
    if len(dated) > 1 and _are_filled(known, dated):
        once = are_once([[row[at] for row in table.rows] for at in dated])
        yield _told(table, known, dated[0], Reason.MARKED_ONCE if once else Reason.MONTHS_OF_WHAT)
    elif len(dated) > 1 and all(known.profiles[at].is_empty for at in dated):
        yield _told(table, known, dated[0], Reason.MONTHS_EMPTY)
    elif bare and not dated and _are_filled(known, bare):
        yield _told(table, known, bare[0], Reason.MONTHS_WITHOUT_YEAR)


def _are_filled(known: Recognised, places: Sequence[int]) -> bool:
    """Whether columns hold anything, and are nothing else by choice."""
    return any(not known.profiles[at].is_empty for at in places) and all(not known.columns[at].field for at in places)


def _told(table: FoundTable, known: Recognised, at: int, reason: Reason) -> Problem:
    column = known.columns[at].column
    return Problem(
        Place(table.file, table.sheet, column.line, column.letter), "", column.heading, reason, refuses=False
    )
