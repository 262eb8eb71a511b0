"""Targets, packs that were sent and wins as tables of the book's own."""

from csdesk.intake.own.columns import Holds, OwnTable
from csdesk.intake.own.parts import account, days, key, named, plain, table, words
from csdesk.intake.shapes import TableKind
from csdesk.models.kinds import Kind
from csdesk.wording.reporting import WIN_KINDS
from csdesk.wording.window import LANGUAGES, PERIODS

REPORTING_TABLES: tuple[OwnTable, ...] = (
    table(
        Kind.TARGET, TableKind.TARGETS, "own.target",
        plain("target", "metric", needed=True),
        words("target.period_kind", "period_kind", PERIODS, needed=True),
        plain("target", "since", holds=Holds.MONTH, needed=True),
        plain("target", "value", holds=Holds.DECIMAL),
        plain("target", "reason"),
        plain("target", "set_at", holds=Holds.MOMENT, needed=True),
        plain("target", "who", needed=True),
        key("own.target"),
        found=(("metric", "period_kind", "since", "set_at"),), title=("target.metric", "target.since"),
    ),
    table(
        Kind.PACK, TableKind.PACKS, "own.pack",
        plain("pack", "file", needed=True),
        words("pack.period_kind", "period_kind", PERIODS, needed=True),
        plain("pack", "first_month", holds=Holds.MONTH, needed=True),
        days("pack", "as_of", needed=True),
        words("pack.language", "language", LANGUAGES, needed=True),
        plain("pack", "redacted", holds=Holds.FLAG),
        plain("pack", "note"),
        plain("pack", "made_at", holds=Holds.MOMENT, needed=True),
        plain("pack", "made_by", "made_with", "rules", needed=True),
        plain("pack", "definition", holds=Holds.WHOLE),
        plain("pack", "fingerprint", "figures", needed=True),
        key("own.pack"),
        found=(("file", "made_at"),), title=("pack.file",),
    ),
    table(
        Kind.WIN, TableKind.WINS, "own.win",
        account(),
        days("win", "on_date", needed=True),
        plain("win", "title", needed=True),
        plain("win", "text"),
        words("win.kind", "kind", WIN_KINDS),
        named("win.owner", "owner_id", Kind.PERSON),
        key("own.win"),
        found=(("account_id", "on_date", "title"),), title=("win.title",),
    ),
)  # fmt: skip
