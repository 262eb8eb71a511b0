"""Which tables are long lists, planned by column rather than row by row."""

from csdesk.intake.fields import is_month_field
from csdesk.intake.planning.deals import Deals
from csdesk.intake.planning.doings import Doings
from csdesk.intake.planning.lines import lists_products
from csdesk.intake.planning.meaning import STARTS
from csdesk.intake.planning.source import TableView
from csdesk.intake.records import have_heads, lines_of
from csdesk.intake.shapes import TableKind

MANY = 2000
"""Records from which a list of contracts is long."""


def is_long_list(view: TableView, doings: Doings) -> bool:
    """Whether a table is a long list of contracts and of nothing else, whose rows tell their start."""
    matched = view.matched
    if view.kind is not TableKind.CONTRACTS or len(matched.records) < MANY or matched.table.stands:
        return False
    if not view.fields & STARTS or view.meaning.tracks_renewals or Deals.is_pipeline(view):
        return False
    if any(map(is_month_field, view.fields)) or lists_products(view):
        return False
    if any(field.startswith("deal.") for field in view.fields) or not doings.takes_nothing:
        return False
    lines = lines_of(matched.records)
    return all(map(int.__lt__, lines, lines[1:])) and not have_heads(matched.records)
