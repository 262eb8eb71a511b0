"""An address in several columns: where the street stands apart, city, street and building become one address, in the
order in which they stand. Beside an address that is one already, they stay columns of the team's own."""

import re
from collections.abc import Mapping, Sequence

from csdesk.intake.fields import with_month
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.neighbours import Seen

ADDRESS = "account.address"
_FEWEST = 2
_PART = re.compile(
    r"(?:billing |company |hq |office )?"
    r"(?:city|town|street|street address|address(?: line)? ?[12]|suite|building|country)|"
    r"(?:住所|所在地)?(?:市区町村名?|市区郡|市町村|区市町村|町名|町域|番地|町名番地|丁目番地|以降の住所|建物名?|"
    r"ビル名?|ビル名階数|方書|国)|住所[12]"
)
_STREET = re.compile(
    r"(?:billing |company |hq |office )?(?:street(?: address)?|street ?1|address line ?1)|"
    r"(?:住所|所在地)?(?:町名|町域|番地|町名番地|丁目番地|以降の住所)"
)
"""The part that tells where in a town: no address without it."""


def address_fields(seen: Sequence[Seen], given: Mapping[int, tuple[str, float]]) -> dict[int, str]:
    """The field of every free column that is part of an address, by position: 'account.address@City'; none beside a
    whole address, and none where no street is told."""
    parts = [at for at, one in enumerate(seen) if _may_be_part(at, one, given)]
    further = [at for at in parts if at not in given]
    streets = {at for at in parts if _STREET.fullmatch(fold_words(seen[at].heading))}
    whole = set(parts) - set(further) - streets
    if len(parts) < _FEWEST or whole or not streets:
        return {}
    return {at: with_month(ADDRESS, seen[at].heading.strip()) for at in further}


def _may_be_part(at: int, column: Seen, given: Mapping[int, tuple[str, float]]) -> bool:
    own = at in given and given[at][0] == ADDRESS
    values = column.profile
    plain = max(values.date, values.yes_no, values.mark) < 1
    return own or (
        at not in given and not values.is_empty and plain and bool(_PART.fullmatch(fold_words(column.heading)))
    )


def joined(parts: Sequence[str]) -> str:
    """The parts of an address as one, each once."""
    told: list[str] = []
    for part in parts:
        if part and not any(part in other for other in told):
            told.append(part)
    return (", " if "".join(told).isascii() else "").join(told)
