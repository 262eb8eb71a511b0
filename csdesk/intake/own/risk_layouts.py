"""Risks, plays, their steps and runs, and scores set by hand as tables of the book's own."""

from csdesk.intake.own.columns import Holds, OwnColumn, OwnTable
from csdesk.intake.own.parts import account, days, key, named, plain, table, words
from csdesk.intake.shapes import TableKind
from csdesk.models.kinds import Kind
from csdesk.wording.materials import MATERIALS
from csdesk.wording.risks import HELPED, RISK_LEVELS, RISK_OUTCOMES
from csdesk.wording.signals import SIGNALS

RISK_TABLES: tuple[OwnTable, ...] = (
    table(
        Kind.RISK, TableKind.RISKS, "own.risk",
        account(needed=True),
        words("risk.signal", "signal", SIGNALS),
        plain("risk", "title"),
        words("risk.level", "level", RISK_LEVELS),
        days("risk", "first_signal_on", "logged_on", needed=True),
        plain("risk", "response"),
        named("risk.owner", "owner_id", Kind.PERSON),
        words("risk.outcome", "outcome", RISK_OUTCOMES),
        days("risk", "closed_on"),
        plain("risk", "mrr_saved", "mrr_lost", holds=Holds.MONEY),
        plain("risk", "notes", "external_id"),
        key("own.risk"),
        found=(("account_id", "external_id"), ("account_id", "signal", "title", "first_signal_on")),
        title=("account.name", "risk.title", "risk.signal"),
    ),
    table(
        Kind.PLAY, TableKind.PLAYS, "own.play",
        plain("play", "name", needed=True),
        words("play.signal", "signal", SIGNALS),
        plain("play", "off", holds=Holds.FLAG),
        plain("play", "notes"),
        key("own.play"),
        found=(("name",),), title=("play.name",),
    ),
    table(
        Kind.PLAY_STEP, TableKind.PLAY_STEPS, "own.play_step",
        (OwnColumn("play.name", "play_id", Holds.ASIDE, Kind.PLAY),),
        plain("play_step", "place", holds=Holds.WHOLE, needed=True),
        plain("play_step", "title", needed=True),
        plain("play_step", "customer_side", holds=Holds.FLAG),
        named("play_step.owner", "owner_id", Kind.PERSON),
        plain("play_step", "due_days", holds=Holds.WHOLE, needed=True),
        plain("play_step", "repeat_days", "repeat_for", holds=Holds.WHOLE),
        words("play_step.material", "material", MATERIALS),
        plain("play_step", "material_file"),
        (OwnColumn("own.of_play", "play_id", Holds.BELONGS, Kind.PLAY, needed=True),),
        key("own.play_step"),
        found=(("play_id", "place", "title"),), title=("play_step.title",),
    ),
    table(
        Kind.PLAY_RUN, TableKind.PLAY_RUNS, "own.play_run",
        account(needed=True),
        plain("play_run", "play", needed=True),
        days("play_run", "started_on", needed=True),
        days("play_run", "ended_on"),
        words("play_run.helped", "helped", HELPED),
        (OwnColumn("own.of_risk", "risk_id", Holds.BELONGS, Kind.RISK),),
        key("own.play_run"),
        found=(("account_id", "play", "started_on"),), title=("account.name", "play_run.play"),
    ),
    table(
        Kind.HEALTH_OVERRIDE, TableKind.HEALTH_OVERRIDES, "own.health_override",
        account(needed=True),
        plain("override", "score", holds=Holds.DECIMAL, needed=True),
        plain("override", "reason", needed=True),
        days("override", "set_on", needed=True),
        days("override", "expires_on"),
        plain("override", "who", needed=True),
        key("own.health_override"),
        found=(("account_id", "set_on", "reason"),), title=("account.name", "override.reason"),
    ),
)  # fmt: skip
"""Each stands before those that refer to it."""
