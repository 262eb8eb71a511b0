"""Which fields a table of each kind may hold, and which kind a table is."""

from collections.abc import Collection
from dataclasses import dataclass

from csdesk.intake.matching.fields import work_kinds
from csdesk.intake.matching.fields.work_kinds import PEOPLE, WHO
from csdesk.intake.matching.words.headings import Hit, How
from csdesk.intake.matching.words.whose import OF_PERSON
from csdesk.intake.shapes import TableKind
from csdesk.intake.vocabulary.entry import Field

_SCORES = frozenset({"nps.score", "csat.score", "ces.score"})
_FACTS = frozenset(
    {"account.owner", "account.segment", "account.industry", "account.tier", "account.region", "account.size"}
)
MEASURES = frozenset(
    {"usage.active_users", "usage.logins", "usage.sessions", "usage.events", "usage.minutes", "usage.days_active",
     "usage.engagement_rate"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """What a kind of table holds: its own owners in full, others' fields, and fields of its own that it never has."""

    main: frozenset[str]
    also: frozenset[str]
    never: frozenset[str] = frozenset()

    def share(self, field: Field) -> float:
        """1 for the table's own fields, 0.9 for those that may stand beside them, 0 for all others."""
        if field.id in self.never:
            return 0.0
        if field.entity in self.main:
            return 1.0
        return 0.9 if field.entity in self.also or field.id in self.also else 0.0


def _role(main: str, also: Collection[str], never: str = "") -> Role:
    return Role(frozenset(main.split()), frozenset(also), frozenset(never.split()))


ROLES: dict[TableKind, Role] = {
    TableKind.ACCOUNTS: _role(
        "account health",
        {
            "contract",
            "contact",
            "touch",
            "task.due",
            "renewal",
            "nps.responded_at",
            "usage.first_seen",
            "usage.last_seen",
            *_SCORES,
            *MEASURES,
        },
        "touch.external_id touch.by touch.purpose touch.minutes contract.created_at contract.close_date contract.stage "
        "contact.left_on",
    ),
    TableKind.CONTACTS: _role(
        "contact",
        {
            *WHO,
            *_FACTS,
            "nps.score",
            "touch.last_at",
            "account.tags",
            "account.notes",
            "account.kana",
            "account.postal_code",
            "account.prefecture",
            "account.address",
            "account.phone",
        },
    ),
    TableKind.CONTRACTS: _role(
        "contract",
        {
            "account",
            *PEOPLE,
            *OF_PERSON,
            "contact.phone",
            "touch.last",
            *_SCORES,
            "health.score",
            "health.band",
            "invoice.date",
            "touch.last_at",
            "touch.next",
            "task.due",
            "deal",
            "renewal",
        },
        "account.status account.created_at",
    ),
    TableKind.MATRIX: _role(
        "matrix", {"account", "contact.email", "contract.plan", "contract.product", "contract.start"}
    ),
    TableKind.MOVEMENTS: _role(
        "movement",
        {
            *WHO,
            *_FACTS,
            "contract.product",
            "contract.plan",
            "contract.currency",
            "contract.churn_reason",
            "contract.change",
        },
    ),
    TableKind.TOUCHES: _role("touch", {*WHO, *PEOPLE, *OF_PERSON, "account.owner"}, "touch.last_at touch.last"),
    TableKind.USE: _role("usage", {*WHO, *PEOPLE, "account.owner", "contact.phone"}),
    TableKind.TICKETS: _role("ticket", {*WHO, *PEOPLE, *OF_PERSON, "contact.phone", "account.owner"}),
    TableKind.ANSWERS: _role("nps csat ces", {*WHO, *PEOPLE, *OF_PERSON, "contact.phone", *_FACTS}),
    TableKind.INVOICES: _role(
        "invoice",
        {
            *WHO,
            *PEOPLE,
            "account.owner",
            "account.address",
            "account.postal_code",
            "account.prefecture",
            "contact.department",
            "contact.title",
            "contract.external_id",
            "account.phone",
        },
    ),
    TableKind.COSTS: _role("cost", set()),
    **{kind: _role(main, work_kinds.BESIDE[kind]) for kind, main in work_kinds.MAIN.items()},
    TableKind.FIGURES: _role("figure", set()),
    TableKind.RATES: _role("rate", set()),
    TableKind.HEALTH: _role("health", {*WHO, "account.owner"}),
}

_WEIGHT = {How.SAYS: 1.0, How.OWNED: 1.0, How.PATTERN: 1.0, How.PART: 0.5, How.TYPO: 0.7, How.HINT: 0.35, How.BARE: 0.4}
_ALSO = 0.35
_ASKED = _SCORES | {"interview.stated_reason"}
_QUESTION = 3.0
"""What a question to a respondent adds: no other kind of table asks one."""
_TELLING = {
    TableKind.TICKETS: {
        "ticket.priority": 0.8,
        "ticket.subject": 0.5,
        "ticket.assignee": 0.3,
        "ticket.first_response_hours": 0.8,
        "ticket.resolution_hours": 0.8,
        "ticket.first_response_at": 0.8,
        "ticket.external_id": 0.6,
    },
    TableKind.INVOICES: {
        "invoice.due": 1.0,
        "invoice.number": 0.8,
        "invoice.tax": 0.8,
        "invoice.amount_due": 0.8,
        "invoice.subtotal": 0.6,
    },
    TableKind.ANSWERS: {
        "nps.score": 1.2,
        "csat.score": 1.2,
        "ces.score": 1.2,
        "nps.comment": 0.4,
    },
    TableKind.USE: {
        **dict.fromkeys(MEASURES, 0.5),
        "usage.measure": 0.5,
        "usage.login_at": 1.0,
        "usage.last_seen": 0.3,
    },
    TableKind.COSTS: {
        "cost.item": 0.3,
        "cost.amount": 0.3,
    },
    TableKind.TOUCHES: {
        "touch.type": 0.4,
        "touch.note": 0.4,
        "touch.date": 0.4,
    },
    TableKind.CONTRACTS: {
        "contract.end": 0.8,
        "contract.canceled_at": 0.8,
        "contract.start": 0.3,
        "contract.stage": 1.0,
        "contract.close_date": 0.6,
        "contract.quantity": 0.4,
        "contract.unit_amount": 0.4,
        "contract.interval_count": 0.4,
        "contract.product": 0.4,
        "contract.external_id": 0.8,
        # Rates beside an amount stand in lists of accounts and deals as well.
        "contract.discount_rate": -1.0,
        "contract.tax_rate": -1.0,
    },
    TableKind.ACCOUNTS: {},
    TableKind.CONTACTS: {
        "contact.first_name": 0.5,
        "contact.last_name": 0.5,
        "contact.title": 0.5,
        "contact.department": 0.5,
        "contact.email": 0.4,
    },
    **work_kinds.TELLING,
}
_NEEDS: dict[TableKind, tuple[frozenset[str], ...]] = {
    TableKind.ACCOUNTS: (WHO | {"account.legal_name", "account.short_name"},),
    TableKind.CONTACTS: (
        PEOPLE - {"contact.external_id"},
        WHO | {"contact.email", "contact.phone", "contact.external_id", "account.phone"},
    ),
    TableKind.CONTRACTS: (
        frozenset(
            {
                "contract.start",
                "contract.mrr",
                "contract.arr",
                "contract.amount",
                "contract.unit_amount",
                "contract.unit_amount_cents",
                "contract.period",
                "contract.renewal",
                "contract.close_date",
            }
        ),
    ),
    TableKind.MOVEMENTS: (frozenset({"movement.date"}), WHO),
    TableKind.TOUCHES: (
        frozenset({"touch.date"}),
        frozenset({"touch.type", "touch.note", "touch.minutes"}),
    ),
    TableKind.USE: (MEASURES | {"usage.measure", "usage.login_at"}, WHO | PEOPLE),
    TableKind.TICKETS: (
        frozenset({"ticket.subject", "ticket.external_id", "ticket.opened_at", "ticket.type"}),
        frozenset({"ticket.status", "ticket.priority", "ticket.assignee", "ticket.closed_at", "ticket.opened_at"}),
    ),
    TableKind.ANSWERS: (frozenset({"nps.score", "csat.score", "ces.score", "nps.average"}),),
    TableKind.INVOICES: (
        WHO | {"invoice.number", "invoice.external_id", "invoice.due", "contact.email", "contact.name"},
        frozenset({"invoice.number", "invoice.external_id", "invoice.date", "invoice.due"}),
        frozenset({"invoice.total", "invoice.amount_due", "invoice.amount_paid", "invoice.subtotal"}),
    ),
    TableKind.COSTS: (frozenset({"cost.month"}), frozenset({"cost.amount"})),
    **work_kinds.NEEDS,
    # Told by their whole layout, never by single headings.
    TableKind.FIGURES: (frozenset(),),
    TableKind.RATES: (frozenset(),),
    TableKind.HEALTH: (frozenset(),),
}


def _is_any_id(hit: Hit) -> bool:
    """Whether an id may be of anything: a bare 'id' tells no invoice."""
    return hit.field.id == "invoice.external_id" and hit.how is How.BARE


_PLAIN = frozenset({How.SAYS, How.OWNED, How.PATTERN})


def standing_for(kind: TableKind, taken: Collection[Hit]) -> float:
    """How much speaks for a kind, given the fields its columns would be; 0 where what it cannot be without is
    missing."""
    fields = {hit.field.id for hit in taken if not _is_any_id(hit)}
    if not all(fields & needed for needed in _NEEDS.get(kind, ())):
        return 0.0
    least, telltale = work_kinds.NAMED.get(kind, (0, frozenset()))
    least = 0 if work_kinds.LISTS.get(kind, frozenset({""})) <= fields else least
    # A form that asks why somebody leaves, and for points, asks nobody else.
    why = any(hit.how is How.PATTERN and hit.field.id == "interview.stated_reason" for hit in taken)
    least = 0 if why and fields & _SCORES else least
    if sum(hit.how in _PLAIN and hit.field.id in telltale for hit in taken) < least:
        return 0.0
    role, telling = ROLES[kind], _TELLING.get(kind, {})
    points = 0.0
    for hit in taken:
        if role.share(hit.field) == 1.0:
            named = hit.how in _PLAIN
            points += _WEIGHT[hit.how] + (telling.get(hit.field.id, 0.0) if named else 0.0)
            points += _QUESTION if hit.how is How.PATTERN and hit.field.id in _ASKED else 0.0
        else:
            points += _ALSO * _WEIGHT[hit.how]
    return points
