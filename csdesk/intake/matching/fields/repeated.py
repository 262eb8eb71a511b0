"""Columns that tell one more of what a row has already: 'Last call' and 'Last visit', 'Next step' and 'Next QBR'."""

from collections.abc import Collection, Sequence

from csdesk.intake.fields import with_month
from csdesk.intake.matching.fields.columns import Taken
from csdesk.intake.matching.words.agreement import agreement
from csdesk.intake.matching.words.headings import plain_hits
from csdesk.intake.matching.words.neighbours import Seen

_AGAIN = frozenset({"touch.last_at", "touch.next"})
_MOST = 0.8


def repeated_fields(seen: Sequence[Seen], taken: Sequence[Taken], skip: Collection[int]) -> dict[int, str]:
    """The field of each such column by position: 'touch.next@Next QBR'."""
    given, fields = {one.position for one in taken}, {one.hit.field.id for one in taken}
    return {
        at: with_month(hit.field.id, one.heading.strip())
        for at, one in enumerate(seen)
        if at not in given and at not in skip and not one.profile.is_empty
        for hit in plain_hits(one.heading)[:1]
        if hit.field.id in _AGAIN & fields and agreement(hit.field, one.profile) >= _MOST
    }
