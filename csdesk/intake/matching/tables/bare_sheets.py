"""The barest lists of customers: a name, what it pays and since when, in two or three words or under none at all."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
from collections.abc import Collection, Sequence

from csdesk.intake.fields import FIELDS
from csdesk.intake.matching.fields.columns import Taken, assign
from csdesk.intake.matching.fields.fallbacks import are_companies, may_be_account
from csdesk.intake.matching.tables.strangers import is_stranger
from csdesk.intake.matching.words.evidence import looks_like_names, sample_of
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import Hit, How
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.matching.words.phrases import speaks_of_another
from csdesk.intake.shapes import Cell, TableKind
from csdesk.intake.values.numbers import currency_of
from csdesk.intake.values.reading import as_text
from csdesk.models.text import fold_case

CONFIDENCE = 0.62
_MOST_COLUMNS = 10
_WHO = frozenset({"who", "whom", "誰", "どこ", "相手"})
_RUNNING = frozenset({"contract.mrr", "contract.arr"})
_A_MONTH = re.compile(r"(?:/|per |a )\s*(?:month|mo|m)\b|/\s*月|月額|毎月")
_A_YEAR = re.compile(r"(?:/|per |a )\s*(?:year|yr|y)\b|/\s*年|年額|毎年")


def bare_contracts(
    seen: Sequence[Seen], cells: Sequence[Sequence[Cell]], skip: Collection[int]
) -> tuple[list[Taken], frozenset[int]]:
    """What the columns of such a list are, with those that no word tells; none where it is no such list."""
    if len(seen) > _MOST_COLUMNS or skip or is_stranger(seen, cells):
        return [], frozenset()
    if not any(one.heading.strip() for one in seen):
        return _without_headings(seen, cells)
    taken = assign(seen, TableKind.CONTRACTS)
    fields = {one.hit.field.id for one in taken}
    if not fields & _RUNNING or not fields & {"contract.start", "contract.end", "contract.period"}:
        return [], frozenset()
    if "account.name" in fields:
        return taken, frozenset()
    given = {one.position for one in taken}
    names = [at for at, one in enumerate(seen) if at not in given and _may_be_customers(one)]
    told = [at for at in names if may_be_account(seen[at])] or [at for at in names if seen[at].profile.distinct == 1.0][
        :1
    ]
    return ([*taken, _as("account.name", told[0])], frozenset(told)) if len(told) == 1 else ([], frozenset())


def _may_be_customers(column: Seen) -> bool:
    words = fold_words(column.heading)
    named = words in _WHO or may_be_account(column)
    return looks_like_names(column.profile) and column.profile.again < 0.1 and (named or not speaks_of_another(words))


def _without_headings(seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> tuple[list[Taken], frozenset[int]]:
    """Of columns without any heading: names of companies that never come twice, money in a currency, and days."""
    names = [at for at, one in enumerate(seen) if looks_like_names(one.profile) and one.profile.distinct == 1.0]
    money = [at for at in range(len(seen)) if seen[at].profile.date < 0.3 and _are_money(cells[at])]
    days = [at for at, one in enumerate(seen) if one.profile.date > 0.8 and at not in money]
    if len(money) != 1 or not 1 <= len(days) <= 2 or not names or not are_companies(cells[names[0]]):
        return [], frozenset()
    ends = {"contract.end": days[1]} if len(days) > 1 else {}
    found = {"account.name": names[0], _price(cells[money[0]]): money[0], "contract.start": days[0], **ends}
    return [_as(field, at) for field, at in found.items()], frozenset(found.values())


def _are_money(cells: Sequence[Cell]) -> bool:
    told = sample_of(cells)
    return bool(told) and sum(bool(currency_of(as_text(cell), "")) for cell in told) > 0.5 * len(told)


def _price(cells: Sequence[Cell]) -> str:
    told = [fold_case(as_text(cell)) for cell in sample_of(cells)]
    for field, span in (("contract.mrr", _A_MONTH), ("contract.arr", _A_YEAR)):
        if all(map(span.search, told)):
            return field
    return "contract.amount"


def _as(field: str, at: int) -> Taken:
    return Taken(at, Hit(FIELDS[field], How.HINT, CONFIDENCE), CONFIDENCE)
