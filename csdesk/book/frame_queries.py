"""What frames are read by: one SELECT each, in the order of the columns of their shape."""

from collections.abc import Mapping

from csdesk.metrics.shapes import STATED
from csdesk.models.kinds import Kind

_SETTLED = ", ".join(
    f"'{word}'"
    for word in (
        "paid", "settled", "closed", "void", "voided", "canceled", "cancelled", "refunded", "draft",
        "入金済", "入金済み", "支払済", "支払済み", "決済済", "決済済み", "消込済", "消込済み", "回収済", "回収済み",
        "取消", "無効", "下書き",
    )
)  # fmt: skip
"""What is said of an invoice of which nothing is owed, whatever amounts were told with it."""

QUERIES: Mapping[str, tuple[str, tuple[Kind, ...]]] = {
    "Touches": (
        """
        SELECT t.id, account_id, ifnull(person_id, -1), ifnull(contact_id, -1), on_date, type, minutes, sentiment,
            candour, ifnull(hourly_rate, -1)
        FROM touch t LEFT JOIN person p ON p.id = person_id
        """,
        (Kind.TOUCH, Kind.PERSON),
    ),
    "Measures": ("SELECT code, qualifies, least, key_feature FROM measure ORDER BY id", (Kind.MEASURE,)),
    "Tickets": (
        """
        SELECT id, ifnull(account_id, -1), ifnull(opened_at, 'NaT'), ifnull(closed_at, 'NaT'),
            ifnull(first_response_at, 'NaT'), ifnull(priority, '')
        FROM ticket
        """,
        (Kind.TICKET,),
    ),
    "Answers": (
        """
        SELECT a.id, ifnull(a.account_id, -1), ifnull(contact_id, -1), survey, ifnull(relation, ''),
            ifnull(direction, ''), score, ifnull(answered_on, 'NaT'), ifnull(decision_maker, 0), ifnull(role, '')
        FROM answer a LEFT JOIN contact c ON c.id = contact_id
        """,
        (Kind.ANSWER, Kind.CONTACT),
    ),
    "Invitations": (
        """
        SELECT id, ifnull(account_id, -1), ifnull(contact_id, -1), survey, ifnull(relation, ''),
            ifnull(asked_on, 'NaT'), asked
        FROM invitation
        """,
        (Kind.INVITATION,),
    ),
    "Feedback": (
        """
        SELECT id, ifnull(account_id, -1), ifnull(given_on, 'NaT'), coalesce(resolved_on, told_on, 'NaT'),
            ifnull(told_on, 'NaT'), ifnull(kind, '')
        FROM feedback
        """,
        (Kind.FEEDBACK,),
    ),
    "Goals": ("SELECT account_id, ifnull(due_on, 'NaT'), ifnull(reached_on, 'NaT') FROM goal", (Kind.GOAL,)),
    "Mailings": (
        """
        SELECT account_id, on_date, coalesce(delivered, sent), opened, clicked, downloaded FROM mailing
        WHERE account_id IS NOT NULL AND on_date IS NOT NULL AND coalesce(delivered, sent) > 0
        """,
        (Kind.MAILING,),
    ),
    "Risks": (
        """
        SELECT account_id, first_signal_on, logged_on, ifnull(closed_on, 'NaT'), outcome, ifnull(mrr_saved, 0),
            ifnull(mrr_lost, 0)
        FROM risk WHERE outcome <> 'dismissed'
        """,
        (Kind.RISK,),
    ),
    "Costs": (
        """
        SELECT id, substr(month, 1, 4) * 12 + substr(month, 6) - 1, purpose, ifnull(channel, ''), amount FROM cost
        """,
        (Kind.COST,),
    ),
    "Contacts": (
        """
        SELECT id, ifnull(account_id, -1), decision_maker, executive, relationship, ifnull(left_on, 'NaT'),
            ifnull(role, '')
        FROM contact
        """,
        (Kind.CONTACT,),
    ),
    "Invoices": (
        f"""
        SELECT id, ifnull(account_id, -1), ifnull(issued_on, 'NaT'), ifnull(due_on, 'NaT'), ifnull(paid_on, 'NaT'),
            ifnull(amount, 0),
            CASE WHEN lower(trim(status)) IN ({_SETTLED}) THEN ifnull(amount, 0) ELSE ifnull(paid_amount, 0) END
        FROM invoice
        """,
        (Kind.INVOICE,),
    ),
    "Overrides": (
        """
        SELECT account_id, score, set_on, ifnull(expires_on, 'NaT'), reason, who FROM health_override
        ORDER BY set_on, id
        """,
        (Kind.HEALTH_OVERRIDE,),
    ),
    "HandValues": ("SELECT account_id, factor, value, on_date FROM health_value", (Kind.HEALTH_VALUE,)),
}
"""Frames that are one SELECT with the columns of their shape in order, and the kinds they are made from."""

_EXTRAS = (" add-on", " addon", " add on", " option", "アドオン", "オプション")
"""What a line calls itself that is no product of its own: no 'adoption' among them."""

GROSS = "coalesce(list_amount, amount + discount_amount, amount)"
"""What a contract line costs without its discount."""
COSTS_ONCE = f"max(amount, {GROSS})"
"""The most that it costs now or once its discount ends; NULL where nothing is said of what is paid."""

# Trials are free whatever is to be paid later; a list price without an amount says nothing about what is paid; and an
# amount in another currency is not known in the book's own, which is better than a sum of yen and dollars.
LINES = f"""
    WITH house AS (SELECT max(json_extract(value, '$')) AS currency FROM setting WHERE key = 'currency')
    SELECT c.id, account_id, ifnull(product_id, -1), starts_on, ifnull(ended_on, 'NaT'),
        ifnull(cancelled_on, 'NaT'), ifnull(term_ends_on, 'NaT'),
        CASE WHEN status = 'trial' OR c.currency <> house.currency THEN 0 ELSE ifnull(amount, 0) END,
        CASE WHEN status = 'trial' OR c.currency <> house.currency THEN 0
            ELSE ifnull({GROSS}, 0) END,
        ifnull(discount_ends_on, 'NaT'),
        status <> 'trial' AND (amount IS NULL OR (amount > 0 AND ifnull(c.currency <> house.currency, FALSE))),
        NOT start_known, end_reading = 'day_after', status = 'paused', status = 'past_due',
        coalesce(end_reason_family, CASE WHEN end_reason <> '' THEN '{STATED}' END, ''), interval_months,
        ifnull(auto_renew, FALSE), ifnull(plan, ''), ifnull(seats, -1),
        {" OR ".join(f"said LIKE '%%{word}%%'" for word in _EXTRAS)},
        ifnull(change, ''), ifnull(known_until, 'NaT'),
        ifnull(
            c.currency <> house.currency AND status <> 'trial'
            AND {COSTS_ONCE} > 0, FALSE
        )
    FROM (
        SELECT c.*, ' ' || ifnull(p.name, '') || ' ' || ifnull(plan, '') || ' ' || ifnull(c.name, '') AS said
        FROM contract c LEFT JOIN product p ON p.id = product_id WHERE charge = 'recurring' AND %s
    ) c, house ORDER BY c.id
"""
LINE_COLUMNS = (
    "line", "account", "product", "start", "end", "cancelled", "term_end", "mrr", "gross", "discount_end", "logo",
    "opening", "day_after", "paused", "past_due", "reason", "interval", "auto_renew", "plan", "seats", "extra",
    "change", "known_until", "foreign",
)  # fmt: skip

OWN_COLUMNS = {"known_until": "datetime64[s]", "foreign": "bool"}
"""Columns beyond the shape: how far the source of each line tells, and whether its amount is in another currency."""

# What is vetoed, or merely likely, is nobody's commitment.
DEALS = """
    WITH house AS (SELECT max(json_extract(value, '$')) AS currency FROM setting WHERE key = 'currency')
    SELECT d.id, account_id, ifnull(product_id, -1), ifnull(plan, ''), ifnull(name, ''), starts_on,
        ifnull(close_on, 'NaT'), ifnull(amount, 0), CASE WHEN d.currency <> house.currency THEN d.currency ELSE '' END,
        EXISTS (SELECT 1 FROM contract c WHERE c.external_id = d.external_id AND c.account_id = d.account_id),
        ifnull(interval_months, 1)
    FROM deal d, house
    WHERE outcome = 'won' AND review IS NOT 'vetoed' AND account_id IS NOT NULL AND starts_on IS NOT NULL
"""
