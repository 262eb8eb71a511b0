"""What the rows of a table say of its kind: who comes again, what they tell of each, how they were met."""

# ruff: noqa: PLR2004 - shares and weights are the evidence itself, told where they are weighed

from collections.abc import Mapping, Sequence

from csdesk.intake.matching.fields.columns import Taken
from csdesk.intake.matching.tables.strangers import lists_callers
from csdesk.intake.matching.tables.telling import (
    are_answers,
    are_any_list,
    are_notes_of_days,
    are_numbered,
    are_risks,
    is_calendar,
    listed_name,
    of_people,
    tell_contracts,
)
from csdesk.intake.matching.words.evidence import Profile
from csdesk.intake.matching.words.folds import date_stem, fold_words
from csdesk.intake.matching.words.headings import Hit, How, hits, plain_hits
from csdesk.intake.matching.words.neighbours import Seen, all_named
from csdesk.intake.shapes import Cell, ColumnMatch, TableKind
from csdesk.intake.values.work_words import survey_named
from csdesk.models.kinds import Survey

SCORES = ("nps.score", "csat.score", "ces.score")
_PRICED = frozenset({"contract.start", "contract.mrr", "contract.arr", "contract.amount", "contract.unit_amount"})
_LINES = frozenset(
    {
        "contract.external_id",
        "contract.quantity",
        "contract.stage",
        "contract.interval",
        "contract.interval_count",
        "contract.product",
        "contract.close_date",
        "contract.name",
    }
)
"""Fields of single contract lines, which lists of accounts do not have."""
_FACTS = frozenset(
    {
        "account.owner",
        "account.created_at",
        "account.status",
        "account.notes",
        "account.tags",
        "account.industry",
        "account.segment",
        "account.tier",
        "account.region",
        "account.phone",
        "account.address",
        "account.domain",
        "account.at_risk",
        "account.employees",
        "account.size",
        "contact.name",
        "contact.email",
        "contact.names",
        "health.band",
        "health.score",
        "touch.last_at",
    }
)
_OF_BILLED = frozenset({"account.channel", "account.total_paid", "usage.last_seen"})
"""What billing tools tell of each customer beside them."""


_AT = frozenset({"account.postal_code", "account.address"})
_OF_PERSONS, _OF_BILLS = 4.0, 5.0
_OF_TICKETS = "ticket.external_id"
"""What no list of accounts has: each comes with many."""
_OF_EVERY_LIST = frozenset(
    {
        "ticket.subject",
        "ticket.status",
        "ticket.type",
        "ticket.assignee",
        "ticket.opened_at",
        "ticket.updated_at",
        "ticket.tags",
        "ticket.external_id",
    }
)
"""Fields of tickets whose headings ('Name', 'Status', 'Category', 'Owner', 'Created at') every list has."""
_OF_LEAVERS = frozenset({"interview.rival", "interview.would_have_stayed"})
"""What nobody but those who leave is asked, beside why they do."""


def rows_speak(kind: TableKind, seen: Sequence[Seen], taken: Sequence[Taken]) -> float:
    """What rows say for or against a kind; much against one whose headings lists of anything have."""
    if kind is TableKind.TICKETS and (are_risks(seen) or is_calendar(seen)):
        return -3 * _OF_PERSONS
    any_list = kind is TableKind.TICKETS and are_any_list(taken, seen)
    if any_list or (kind is TableKind.CONTRACTS and not tell_contracts(taken, seen)):
        return -_OF_PERSONS
    return _rows_say(kind, seen, taken)


def _rows_say(kind: TableKind, seen: Sequence[Seen], taken: Sequence[Taken]) -> float:
    """Accounts that come again and again are lines of contracts, and with types of touches touches; a list of accounts
    tells more of each than its contract, and has each once."""
    fields = {one.hit.field.id: seen[one.position].profile for one in taken}
    who = fields.get("account.name") or listed_name(kind, seen, taken) or fields.get("account.external_id")
    if kind is TableKind.CONTACTS:
        told = _are_paying(seen) or tells_touches(seen) or _are_partners(taken, seen)
        return -_OF_PERSONS if told else of_people(taken, seen) or _of_others(taken, seen)
    if surely := _by_fields(kind, fields, seen):
        return surely
    if kind is TableKind.TOUCHES:
        return _as_log(fields, who, taken, seen)
    if who is None or kind not in {TableKind.CONTRACTS, TableKind.ACCOUNTS}:
        return _of_others(taken, seen)
    if kind is TableKind.ACCOUNTS and lists_callers(seen, taken):
        return 0.5
    return _who_again(kind, who, seen, taken)


def _by_fields(kind: TableKind, fields: Mapping[str, Profile], seen: Sequence[Seen]) -> float:
    """What fields that stand together say for answers to a survey, for interviews and for
    events."""
    if kind is TableKind.ANSWERS and _ask_leavers(seen):
        return -_OF_PERSONS
    if kind is TableKind.ANSWERS and are_answers(fields):
        return 3.0 if any(one.profile.surveys for one in seen) else 1.5
    if kind is TableKind.MILESTONES and _are_steps(fields):
        return 6.0
    if kind is TableKind.INTERVIEWS and "interview.stated_reason" in fields and fields.keys() & _OF_LEAVERS:
        return 2.5
    return 2.5 if kind is TableKind.USE and _are_streamed(fields, seen) else 0.0


def _are_steps(fields: Mapping[str, Profile]) -> bool:
    """Whether rows are steps to goals that are written once for several of them."""
    goal, step = fields.get("goal.statement"), fields.get("milestone.title")
    return goal is not None and step is not None and goal.filled < step.filled


def survey_told(columns: Sequence[ColumnMatch], seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> str:
    """The survey that a column beside the score tells: 'NPS' in every row, or promoters and detractors; '' for none."""
    at = next((at for at, match in enumerate(columns) if match.field == "nps.kind"), None)
    if at is None:
        return ""
    if seen[at].profile.promoters:
        return Survey.NPS.value
    told = {survey_named(cell) for cell in set(cells[at]) if isinstance(cell, str) and cell.strip()}
    survey = told.pop() if len(told) == 1 else None
    return survey.value if survey else ""


def _ask_leavers(seen: Sequence[Seen]) -> bool:
    """Whether a question asks all why they leave, whatever else they are asked."""
    rows = max(one.profile.filled for one in seen)
    asked = (one for one in seen if any(_is_of_leaving(hit) for hit in hits(one.heading)))
    return any(one.profile.filled > 0.5 * rows for one in asked)


def _is_of_leaving(hit: Hit) -> bool:
    return hit.field.id == "interview.stated_reason" and hit.how is How.PATTERN


def _are_streamed(fields: Mapping[str, Profile], seen: Sequence[Seen]) -> bool:
    """Whether rows are events as an app sends them: what happened to whom, by several clocks."""
    clocks = sum(one.profile.is_dated for one in seen)
    return clocks > 1 and {"usage.measure", "contact.external_id", "usage.date"} <= fields.keys()


def _are_paying(seen: Sequence[Seen]) -> bool:
    """Whether companies, each once, stand beside what they pay, whoever else is told of them."""
    priced = any(
        one.profile.number > 0.8
        and {hit.field.id for hit in plain_hits(one.heading)} & {"contract.mrr", "contract.arr"}
        for one in seen
    )
    companies = (one for one in seen if any(hit.field.id == "account.name" for hit in plain_hits(one.heading)))
    return priced and any(one.profile.again < 0.05 for one in companies)


def _are_partners(taken: Sequence[Taken], seen: Sequence[Seen]) -> bool:
    """Whether companies, each once under a code of its own, stand beside their addresses: a list of those who are
    billed, whoever is to be written to there."""
    fields = {one.hit.field.id: seen[one.position].profile for one in taken}
    once = all(field in fields and fields[field].again == 0 for field in ("account.external_id", "account.name"))
    numbered = fields.get("account.external_id")
    several = numbered is not None and numbered.filled >= 6
    return once and several and fields.keys() >= _AT and "contact.external_id" not in fields


def _who_again(kind: TableKind, who: Profile, seen: Sequence[Seen], taken: Sequence[Taken]) -> float:
    fields = {one.hit.field.id for one in taken}
    again = who.filled >= 6 and who.again > 0.1
    if kind is TableKind.ACCOUNTS:
        given = {one.position for one in taken}
        if are_numbered(taken, seen):
            return -_OF_PERSONS
        if tells_touches(seen) and "contract.start" not in all_named(seen):
            return -_OF_PERSONS
        if _OF_TICKETS in all_named(seen) or are_notes_of_days([one for at, one in enumerate(seen) if at not in given]):
            return -2.0
        answered = bool(fields & set(SCORES)) and any(
            one.profile.is_dated for at, one in enumerate(seen) if at not in given
        )
        return -2.5 if again else -1.5 if answered else 0.0
    if again and _PRICED & fields and not (_PRICED & fields == {"contract.amount"} and _bills(seen)):
        return 1.5
    named = all_named(seen)
    # Billing tools tell of each customer's price what lists by hand seldom do.
    against = _OF_BILLS if "contract.interval" in named else 3.5
    return -against if who.again < 0.05 and _is_told_of(named) else 0.0


def _is_told_of(named: set[str]) -> bool:
    """Whether headings tell more of each account than its contract: seats and how it is billed may stand among many
    facts of it."""
    lines = _LINES & named
    if not lines:
        return len(_FACTS & named) > 1
    return lines <= {"contract.quantity", "contract.interval"} and len((_FACTS | _OF_BILLED) & named) > 2 + (
        "contract.quantity" in lines
    )


def are_touches(column: Seen) -> bool:
    """Whether a column says how the customer was met: a log of touches, whatever else was noted in it."""
    return column.profile.touch > 0.8 and any(hit.field.id == "touch.type" for hit in hits(column.heading))


def tells_touches(seen: Sequence[Seen]) -> bool:
    """Whether columns say how customers were met, on which day, and what was said, whatever else is told of them."""
    days = (one for one in seen if one.profile.is_dated and not _is_making(one.heading))
    met = any(hit.field.id == "touch.date" for one in days for hit in hits(one.heading))
    said = {"touch.note", "touch.purpose"} & {hit.field.id for one in seen for hit in plain_hits(one.heading)}
    return met and bool(said) and any(map(are_touches, seen))


def _is_making(heading: str) -> bool:
    """Whether a day is the one a row was made on."""
    return date_stem(fold_words(heading)) in {"created", "create", "作成", "登録"}


def _logs_work(taken: Sequence[Taken], seen: Sequence[Seen]) -> bool:
    """Whether who did it stands in a column that cannot be the account's owner: 対応者, 'Logged by'."""
    by = next(seen[one.position] for one in taken if one.hit.field.id == "touch.by")
    return not any(hit.field.id == "account.owner" for hit in hits(by.heading))


def _as_log(fields: Mapping[str, Profile], who: Profile | None, taken: Sequence[Taken], seen: Sequence[Seen]) -> float:
    """What speaks for a log of touches, or against one: who did each, how, or no day but its row's own."""
    if {"touch.by", "touch.date", "touch.note"} <= fields.keys() and _logs_work(taken, seen):
        return 1.0
    if _is_only_made(taken, seen):
        return -2.0
    told = fields.get("touch.type")
    if who and told:
        return 1.0 if told.touch > 0.8 and told.filled == who.filled else 0.0
    return _of_others(taken, seen)


def _of_others(taken: Sequence[Taken], seen: Sequence[Seen]) -> float:
    return -1.0 if _are_names(taken, seen) else 0.0


def _is_only_made(taken: Sequence[Taken], seen: Sequence[Seen]) -> bool:
    """Whether touches would have no day but the one their row was made on, and nobody who did them."""
    told = {one.hit.field.id: seen[one.position].heading for one in taken}
    made = _is_making(told.get("touch.date", ""))
    met = any(one.hit.field.id == "touch.type" and seen[one.position].profile.touch > 0.3 for one in taken)
    return made and not met and not {"touch.by", "touch.minutes"} & told.keys()


def _are_names(taken: Sequence[Taken], seen: Sequence[Seen]) -> bool:
    """Whether tickets would be told by a bare 'Name' and by what every list has beside it."""
    told = {one.hit.field.id: one for one in taken if one.hit.field.entity == "ticket"}
    if not told.keys() <= _OF_EVERY_LIST or "ticket.subject" not in told:
        return False
    subject = told["ticket.subject"]
    return subject.hit.how is How.BARE and any(
        hit.field.id == "account.name" for hit in hits(seen[subject.position].heading)
    )


def _bills(seen: Sequence[Seen]) -> bool:
    """Whether a heading plainly speaks of an invoice, or of its payment."""
    return any(hit.field.entity == "invoice" for one in seen for hit in plain_hits(one.heading))
