"""What may be lost and what is done against it: risks, plays, their steps and runs; health set by hand."""

from sqlalchemy import CheckConstraint, Column, Float, Integer, Text

from csdesk.models.steps import LONGEST_PLAY
from csdesk.models.tables.base import day, flag, material, money, needed, reference, repeating, table, words

risk = table(
    "risk",
    reference("account_id", "account", required=True, cascade=True),
    # A Signal; NULL where it was raised by hand in the words of `title`.
    Column("signal", Text),
    Column("title", Text),
    words("level", "suspected"),
    day("first_signal_on", required=True),
    day("logged_on", required=True),
    # What is planned against it.
    Column("response", Text),
    reference("owner_id", "person"),
    words("outcome", "open"),
    day("closed_on"),
    # A month, in the book's currency.
    money("mrr_saved"),
    money("mrr_lost"),
    Column("notes", Text),
    Column("external_id", Text),
)

# A list of steps against a signal. Those that csdesk begins with are kept once they are edited or switched off.
play = table(
    "play",
    needed("name", Text()),
    Column("signal", Text),
    flag("off", default=False),
    Column("notes", Text),
)

play_step = table(
    "play_step",
    reference("play_id", "play", required=True, cascade=True),
    needed("place", Integer()),
    needed("title", Text()),
    flag("customer_side", default=False),
    # NULL: the owner of the account.
    reference("owner_id", "person"),
    # Days from the start of a run to the day the step is due.
    needed("due_days", Integer()),
    repeating(),
    # Days from the start of a run after which it repeats no more; NULL: as long as the play and its risk are open.
    Column("repeat_for", Integer, CheckConstraint(f"repeat_for BETWEEN 1 AND {LONGEST_PLAY}")),
    *material(),
)

# A play at work for one account; its steps are tasks.
play_run = table(
    "play_run",
    reference("account_id", "account", required=True, cascade=True),
    reference("risk_id", "risk"),
    # The name of the play on the day it was started.
    needed("play", Text()),
    day("started_on", required=True),
    day("ended_on"),
    # A Helped, said at the end.
    Column("helped", Text),
)

# A score that stands in for the calculated one until a day.
health_override = table(
    "health_override",
    reference("account_id", "account", required=True, cascade=True),
    needed("score", Float()),
    needed("reason", Text()),
    day("expires_on"),
    day("set_on", required=True),
    needed("who", Text()),
)
