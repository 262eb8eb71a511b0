"""Tables about the work with customers: which fields each kind may hold, what tells it, and what it must have."""

from csdesk.intake.shapes import TableKind

PEOPLE = frozenset({"contact.name", "contact.first_name", "contact.last_name", "contact.email", "contact.external_id"})
WHO = frozenset({"account.name", "account.external_id", "account.domain", "account.corporate_number"})

MAIN = {
    TableKind.GOALS: "goal",
    TableKind.MILESTONES: "milestone",
    TableKind.FEEDBACK: "feedback",
    TableKind.INTERVIEWS: "interview",
    TableKind.MAILINGS: "mailing",
    TableKind.TASKS: "task",
    TableKind.INVITATIONS: "invitation",
    TableKind.MARKERS: "marker",
}
"""The owners whose fields a table of the kind has in full."""
_NAMED_BY = (WHO - {"account.domain"}) | PEOPLE
"""Whose a row is. Addresses of pages in such lists are of posts and tickets, seldom of the customer."""
BESIDE = {
    TableKind.GOALS: _NAMED_BY,
    TableKind.MILESTONES: _NAMED_BY | {"goal.statement", "goal.victory", "goal.metric"},
    TableKind.FEEDBACK: _NAMED_BY,
    TableKind.INTERVIEWS: _NAMED_BY | {"contact.title", "contact.department", "nps.score", "csat.score", "ces.score"},
    TableKind.MAILINGS: _NAMED_BY,
    TableKind.TASKS: _NAMED_BY - PEOPLE,
    TableKind.INVITATIONS: _NAMED_BY,
    TableKind.MARKERS: frozenset(),
}
"""The fields that may stand beside them."""

TELLING = {
    TableKind.GOALS: {"goal.statement": 1.5, "goal.victory": 0.5, "goal.target": 0.5},
    TableKind.MILESTONES: {"milestone.title": 2.0},
    TableKind.FEEDBACK: {"feedback.title": 2.0, "feedback.text": 2.0, "feedback.votes": 0.8, "feedback.topic": 2.0},
    TableKind.INTERVIEWS: {
        "interview.stated_reason": 1.0,
        "interview.would_have_stayed": 2.0,
        "interview.root_cause": 1.0,
        "interview.on_date": 0.5,
    },
    TableKind.MAILINGS: {"mailing.opened": 0.8, "mailing.clicked": 0.8, "mailing.name": 0.4},
    TableKind.TASKS: {"task.title": 1.5, "task.external_id": 1.5, "task.due": 0.3},
    TableKind.INVITATIONS: {"invitation.asked": 1.5, "invitation.date": 0.5, "invitation.survey": 0.5},
}

_COUNTS = frozenset(
    {"mailing.sent", "mailing.delivered", "mailing.opened", "mailing.clicked", "mailing.downloaded", "mailing.bounced"}
)
NEEDS = {
    TableKind.GOALS: (frozenset({"goal.statement"}), _NAMED_BY),
    TableKind.MILESTONES: (frozenset({"milestone.title"}), _NAMED_BY),
    TableKind.FEEDBACK: (
        frozenset({"feedback.title", "feedback.text"}),
        _NAMED_BY | {"feedback.votes", "feedback.status", "feedback.given_on"},
    ),
    TableKind.INTERVIEWS: (
        frozenset({"interview.stated_reason", "interview.root_cause"}),
        _NAMED_BY,
    ),
    TableKind.MAILINGS: (
        frozenset({"mailing.opened", "mailing.clicked", "mailing.downloaded"}),
        _NAMED_BY | {"mailing.name", "mailing.external_id"},
    ),
    TableKind.TASKS: (frozenset({"task.title"}), frozenset({"task.due", "task.done_on", "task.status"})),
    TableKind.INVITATIONS: (
        frozenset({"invitation.date"}),
        _NAMED_BY | {"invitation.asked"},
        frozenset({"invitation.survey", "invitation.name"}),
    ),
    # Told by what stands in them, never by single headings.
    TableKind.MARKERS: (frozenset(),),
}
"""Groups of fields of each of which a table has one."""
NAMED = {
    TableKind.GOALS: (1, frozenset({"goal.statement"})),
    TableKind.MILESTONES: (1, frozenset({"milestone.title"})),
    TableKind.FEEDBACK: (1, frozenset({"feedback.title", "feedback.text", "feedback.votes", "feedback.topic"})),
    TableKind.INTERVIEWS: (
        1,
        frozenset(
            {"interview.would_have_stayed", "interview.quote", "interview.root_cause", "interview.initiative",
             "interview.rival", "interview.on_date", "interview.by"}
        ),
    ),
    TableKind.MAILINGS: (2, _COUNTS | {"mailing.name", "mailing.on_date"}),
    TableKind.TASKS: (1, frozenset({"task.title", "task.external_id"})),
    TableKind.INVITATIONS: (1, frozenset({"invitation.asked", "invitation.date"})),
}  # fmt: skip
"""How many of which fields a heading must name by itself: their bare words ('Title', 'Status', 担当) every list has."""
LISTS = {
    TableKind.MILESTONES: frozenset(
        {"account.name", "milestone.title", "milestone.due", "milestone.done_on", "milestone.status"}
    ),
}
"""Fields that tell a kind together where no heading names one of them by itself."""
