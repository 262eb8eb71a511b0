"""A line of the day's list as the command line shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.cli.jsons import plain
from csdesk.wording.due import all_whys, due_what, due_why

if TYPE_CHECKING:
    from csdesk.models.kinds import Language
    from csdesk.usecases.due import DueItem


def due_json(item: DueItem) -> dict[str, Any]:
    """One line of the day's list: its most pressing reason, all of them, and how pressing it is."""
    lead = item.lead
    return {
        "why": lead.why.value,
        "account_name": item.account_name,
        "title": lead.title,
        "on": plain(item.on),
        "days": lead.days,
        "mrr": plain(item.mrr),
        "owner": item.owner,
        "factor": lead.factor,
        "reasons": [one.code for one in item.reasons],
        "points": item.points.total,
    }


def due_line(item: DueItem, language: Language) -> tuple[str, ...]:
    """Why, what, account, day and owner."""
    lead = item.lead
    told = (lead.signal, lead.figures) if lead.signal else None
    whys = [due_why(one.why, one.days, language, one.signal) for one in item.reasons]
    what = due_what((lead.why, lead.title, lead.factor), language, customers=lead.customers, told=told)
    return (all_whys(whys, language), what, item.account_name, str(item.on or ""), item.owner)
