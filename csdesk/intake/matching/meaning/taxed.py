"""Prices whose cells say that tax is in them: '¥11,000（税込）'."""

from csdesk.intake.fields import PRICES, base_of
from csdesk.intake.matching.tables.movements import AMOUNTS
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.words.prices import is_with_tax
from csdesk.intake.shapes import FoundTable
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.text import is_nothing

TAXED = frozenset({*PRICES, "contract.list_amount", "contract.discount_amount", *AMOUNTS})
"""Fields of prices that the book keeps without tax."""


def told_with_tax(table: FoundTable, known: Recognised) -> frozenset[str]:
    """The prices every cell of which says that tax is in it; where only some do, what the others are is not known, and
    those that say so are refused."""
    priced = {name: at for name, at in known.positions.items() if base_of(name) in {*TAXED, "matrix"}}
    return frozenset(name for name, at in priced.items() if _all_say(table, at))


def _all_say(table: FoundTable, at: int) -> bool:
    said = False
    for row in table.rows:
        text = as_text(row[at])
        if is_nothing(text, figures=True):
            continue
        if not is_with_tax(text):
            return False
        said = True
    return said
