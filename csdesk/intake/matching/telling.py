"""What columns tell together of a table's kind: people, answers, notes of days, lists of customers by name."""

# ruff: noqa: PLR2004 - shares and weights are the evidence itself, told where they are weighed

from collections.abc import Mapping, Sequence

from csdesk.intake.matching.columns import Taken
from csdesk.intake.matching.evidence import Profile
from csdesk.intake.matching.fallbacks import may_be_account
from csdesk.intake.matching.headings import How, hits
from csdesk.intake.matching.neighbours import Seen, all_named
from csdesk.intake.shapes import TableKind

_SCORES = ("nps.score", "csat.score", "ces.score")
_KEPT = frozenset({"contract.mrr", "contract.arr", "contract.renewal"})
"""Fields that lists of customers have, and lists of deals have not."""
_PROSE = 12
"""Letters from which texts are sentences rather than names."""


def are_notes_of_days(free: Sequence[Seen]) -> bool:
    """Whether days and prose stand in columns that no list of accounts has: what was talked about, and when."""
    days = any(one.profile.is_dated and any(hit.field.id == "touch.date" for hit in hits(one.heading)) for one in free)
    return days and any(one.profile.length > _PROSE and one.profile.distinct > 0.8 for one in free)


def listed_name(kind: TableKind, seen: Sequence[Seen], taken: Sequence[Taken]) -> Profile | None:
    """A bare 'Name' beside recurring amounts or renewals, which is the account's and not the contract's."""
    if kind is not TableKind.CONTRACTS or not all_named(seen) & _KEPT:
        return None
    return next(
        (
            seen[one.position].profile
            for one in taken
            if one.hit.field.id == "contract.name" and one.hit.how is How.BARE and may_be_account(seen[one.position])
        ),
        None,
    )


def are_people(taken: Sequence[Taken]) -> bool:
    """Whether a bare 'Name' stands beside the address and the role that people have."""
    told = {one.hit.field.id: one.hit.how for one in taken}
    return told.get("contact.name") is How.BARE and {"contact.email", "contact.title"} <= told.keys()


def are_answers(fields: Mapping[str, Profile]) -> bool:
    """Whether points of a survey's scale stand beside a comment and a day."""
    scores = [fields[field] for field in _SCORES if field in fields]
    points = any(one.number > 0.8 and one.low >= 0 and one.high <= 10 for one in scores)
    return points and {"nps.comment", "nps.responded_at"} <= fields.keys()
