"""Sheets of costs with months down and a column for each item or channel, or with months across."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
from collections.abc import Collection, Sequence

from csdesk.intake.fields import FIELDS, with_month
from csdesk.intake.matching.fields.columns import Taken
from csdesk.intake.matching.tables.grids import COST_WORDS
from csdesk.intake.matching.words.evidence import looks_like_names
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import Hit, How, hits, plain_hits
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.shapes import FoundTable, TableKind
from csdesk.intake.values.words import cost_purpose

_NO_ITEM = re.compile(
    r"合計|小計|総計|^計$|累計|数$|件$|率|人$|予算|計画|目標|前年|差|税|売上|利益|金額|"
    r"\b(?:totals?|sum|subtotal|number|count|leads?|logos|customers?(?! success)|clicks|impressions|signups?|mqls?|"
    r"sqls?|rate|cac|ltv|"
    r"roi|roas|mrr|arr|revenue|budget|plan|target|forecast|variance|last year|tax|vat|amount|users?)\b|%"
)
"""Headings of figures beside costs that are none, or would count them twice."""
_OF_ROWS = frozenset({"account.name", "account.external_id", "cost.item", "cost.channel"})


def item_fields(table: FoundTable, seen: Sequence[Seen]) -> dict[int, str]:
    """The field of every column that holds one item's costs, by position: 'cost.amount@展示会'. None where the rows are
    no months, or name accounts or items themselves."""
    if not any(_is_month(one) for one in seen) or any(_names_rows(one) for one in seen):
        return {}
    totals = " ".join(one.heading for one in seen if not may_be_item(one))
    titled = bool(COST_WORDS.search(fold_words(f"{table.context} {table.sheet} {table.file} {totals}")))
    items = {
        at: with_month("cost.amount", one.heading.strip())
        for at, one in enumerate(seen)
        if may_be_item(one) and (titled or _is_item(one.heading))
    }
    return items if len(items) > 1 and len(set(items.values())) == len(items) else {}


def with_item(taken: list[Taken], kind: TableKind, seen: Sequence[Seen], months: Collection[int]) -> list[Taken]:
    """Of costs with months across, the first column of words is their item where none is plainly the item or channel:
    its heading is a title ('Acquisition spend') or none at all."""
    fields = {one.hit.field.id for one in taken}
    if kind is not TableKind.COSTS or not months or fields & {"cost.item", "cost.channel", "cost.month"}:
        return taken
    given = {one.position for one in taken} | set(months)
    free = [at for at, one in enumerate(seen) if at not in given and looks_like_names(one.profile)]
    return [*taken, Taken(free[0], Hit(FIELDS["cost.item"], How.HINT, 0.7), 0.7)] if free else taken


def _is_month(column: Seen) -> bool:
    return column.profile.date > 0.6 and any(hit.field.id == "cost.month" for hit in hits(column.heading))


def _names_rows(column: Seen) -> bool:
    """Whether a column of words says whose or what each row is."""
    named = {hit.field.id for hit in plain_hits(column.heading)}
    return column.profile.number < 0.5 and bool(named & _OF_ROWS)


def may_be_item(column: Seen) -> bool:
    """Whether a column of figures may be what one item costs."""
    words, values = fold_words(column.heading), column.profile
    return values.number > 0.5 and values.date < 0.5 and bool(words) and not _NO_ITEM.search(words)


def _is_item(heading: str) -> bool:
    words = fold_words(heading)
    return cost_purpose(words) is not None or bool(COST_WORDS.search(words))
