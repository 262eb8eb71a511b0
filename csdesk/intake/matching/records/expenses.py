"""Books with money of both directions in one column: what went out is no invoice to a customer."""

from collections.abc import Iterator

from csdesk.intake.by_column import cells_of
from csdesk.intake.matching.records.cleaning import place_of
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.tables.strangers import OUT, tells_sides
from csdesk.intake.shapes import FoundTable, TableKind
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.text import folded
from csdesk.models.problems import Problem, Reason


def expenses(table: FoundTable, known: Recognised) -> Iterator[Problem]:
    """Every row of a table of invoices of which a column says that money went out: it is refused."""
    if known.kind is not TableKind.INVOICES:
        return
    for at in range(len(table.columns)):
        cells = cells_of(table.rows, at)
        if not tells_sides(cells):
            continue
        for nth, text in enumerate(map(as_text, cells)):
            if folded(text) in OUT:
                yield Problem(place_of(table, nth, at), "invoice.total", text, Reason.IS_EXPENSE, refuses=True)
