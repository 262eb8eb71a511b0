"""Fields that the book's own export has beside those of other people's spreadsheets; no heading of theirs names one."""

from csdesk.intake.vocabulary.entry import ValueType, entry

TEAM = (
    entry("person.name", ValueType.NAME, "Alda Fenwick"),
    entry("person.email", ValueType.EMAIL, "alda.fenwick@northwindkettle.example"),
    entry("person.role", ValueType.TEXT, "CSM"),
    entry("person.active", ValueType.YES_NO, "Yes"),
    entry("person.hourly_rate", ValueType.MONEY, "4000"),
)

PRODUCTS = (
    entry("product.name", ValueType.NAME, "Base"),
    entry("product.external_id", ValueType.IDENTIFIER, "P-1"),
    entry("product.family", ValueType.TEXT, "Core"),
    entry("measure.code", ValueType.IDENTIFIER, "logins"),
    entry("measure.name", ValueType.NAME, "Logins"),
    entry("measure.unit", ValueType.TEXT, "times"),
    entry("measure.qualifies", ValueType.YES_NO, "Yes"),
    entry("measure.least", ValueType.NUMBER, "1"),
    entry("measure.key_feature", ValueType.YES_NO, "Yes"),
)

FURTHER = (
    entry("contact.relationship", ValueType.COUNT, "4"),
    entry("contact.notes", ValueType.TEXT, "Prefers the phone"),
    entry("contract.start_known", ValueType.YES_NO, "Yes"),
    entry("contract.end_reading", ValueType.WORD, "last_day"),
    entry("contract.end_reason_family", ValueType.WORD, "price"),
    entry("contract.known_until", ValueType.DATE, "2025-03-31"),
    entry("contract.sales_rep", ValueType.NAME, "Bram Oosterling"),
    entry("contract.channel", ValueType.TEXT, "Partner"),
    entry("contract.notes", ValueType.TEXT, "Signed by post"),
    entry("touch.candour", ValueType.COUNT, "3"),
    entry("usage.grain", ValueType.WORD, "month"),
    entry("answer.survey", ValueType.WORD, "nps"),
    entry("answer.score", ValueType.NUMBER, "9"),
    entry("answer.relation", ValueType.WORD, "relational"),
    entry("answer.direction", ValueType.WORD, "high_is_easy"),
)

DEFINITIONS = (
    entry("definition.made_at", ValueType.DATETIME, "2024-09-10T09:00:00Z"),
    entry("definition.made_by", ValueType.NAME, "Alda Fenwick"),
    entry("definition.rules", ValueType.TEXT, "house"),
    entry("definition.agreed_by", ValueType.TEXT, "Alda Fenwick"),
    entry("definition.agreed_on", ValueType.DATE, "2024-09-12"),
    entry("definition.method", ValueType.TEXT, "MRR at month ends"),
    entry("definition.periods", ValueType.TEXT, "Every month"),
    entry("definition.forecast", ValueType.TEXT, "90 days ahead"),
    entry("definition.risk", ValueType.TEXT, "Notice given is imminent"),
    entry("definition.reporting", ValueType.TEXT, "To the board"),
    entry("definition.note", ValueType.TEXT, "First version"),
)

VALUES = (
    entry("health.factor", ValueType.TEXT, "independence"),
    entry("health.value", ValueType.NUMBER, "90"),
    entry("health.date", ValueType.DATE, "2026-11-17"),
    entry("health.mark", ValueType.TEXT, "72"),
    entry("health.note", ValueType.TEXT, "Runs its own training"),
    entry("health_day.date", ValueType.DATE, "2026-11-17"),
    entry("health_day.score", ValueType.NUMBER, "71.2"),
    entry("health_day.band", ValueType.WORD, "green"),
    entry("health_day.coverage", ValueType.NUMBER, "0.62"),
    entry("health_day.factors", ValueType.TEXT, "[]"),
)

RISKS = (
    entry("risk.signal", ValueType.WORD, "low_adoption"),
    entry("risk.title", ValueType.TEXT, "The new head of finance prefers another vendor"),
    entry("risk.level", ValueType.WORD, "suspected"),
    entry("risk.first_signal_on", ValueType.DATE, "2026-10-05"),
    entry("risk.logged_on", ValueType.DATE, "2026-10-12"),
    entry("risk.response", ValueType.TEXT, "Show the new head what the team has gained"),
    entry("risk.owner", ValueType.NAME, "Alda Fenwick"),
    entry("risk.outcome", ValueType.WORD, "open"),
    entry("risk.closed_on", ValueType.DATE, "2026-12-18"),
    entry("risk.mrr_saved", ValueType.MONEY, "1200"),
    entry("risk.mrr_lost", ValueType.MONEY, "0"),
    entry("risk.notes", ValueType.TEXT, "Heard from their controller"),
    entry("risk.external_id", ValueType.IDENTIFIER, "R-7"),
    entry("override.score", ValueType.NUMBER, "40"),
    entry("override.reason", ValueType.TEXT, "Their budget is frozen"),
    entry("override.expires_on", ValueType.DATE, "2026-12-31"),
    entry("override.set_on", ValueType.DATE, "2026-11-17"),
    entry("override.who", ValueType.NAME, "Alda Fenwick"),
)

PLAYS = (
    entry("play.name", ValueType.TEXT, "Raise adoption"),
    entry("play.signal", ValueType.WORD, "low_adoption"),
    entry("play.off", ValueType.YES_NO, "No"),
    entry("play.notes", ValueType.TEXT, "For teams of up to 50"),
    entry("play_step.place", ValueType.COUNT, "1"),
    entry("play_step.title", ValueType.TEXT, "Analyse what they need"),
    entry("play_step.customer_side", ValueType.YES_NO, "No"),
    entry("play_step.owner", ValueType.NAME, "Alda Fenwick"),
    entry("play_step.due_days", ValueType.COUNT, "7"),
    entry("play_step.repeat_days", ValueType.COUNT, "7"),
    entry("play_step.repeat_for", ValueType.COUNT, "60"),
    entry("play_step.material", ValueType.WORD, "file"),
    entry("play_step.material_file", ValueType.TEXT, "cases/warehouse.pdf"),
    entry("play_run.play", ValueType.TEXT, "Raise adoption"),
    entry("play_run.started_on", ValueType.DATE, "2026-10-12"),
    entry("play_run.ended_on", ValueType.DATE, "2026-12-01"),
    entry("play_run.helped", ValueType.WORD, "yes"),
    entry("task.skipped_reason", ValueType.TEXT, "They did it themselves"),
    entry("task.repeat_days", ValueType.COUNT, "7"),
    entry("task.repeat_until", ValueType.DATE, "2026-12-31"),
    entry("task.material", ValueType.WORD, "use"),
    entry("task.material_file", ValueType.TEXT, "cases/warehouse.pdf"),
)

REPORTING = (
    entry("target.metric", ValueType.IDENTIFIER, "net_revenue_retention"),
    entry("target.period_kind", ValueType.WORD, "quarter"),
    entry("target.since", ValueType.TEXT, "2026-10"),
    entry("target.value", ValueType.NUMBER, "1.02"),
    entry("target.reason", ValueType.TEXT, "Two large renewals fell through"),
    entry("target.set_at", ValueType.DATETIME, "2026-10-05T09:00:00Z"),
    entry("target.who", ValueType.NAME, "Alda Fenwick"),
    entry("pack.file", ValueType.TEXT, "Northwind Kettle 2026-Q3.xlsx"),
    entry("pack.period_kind", ValueType.WORD, "quarter"),
    entry("pack.first_month", ValueType.TEXT, "2026-07"),
    entry("pack.as_of", ValueType.DATE, "2026-09-30"),
    entry("pack.language", ValueType.WORD, "en"),
    entry("pack.redacted", ValueType.YES_NO, "No"),
    entry("pack.note", ValueType.TEXT, "Board of October"),
    entry("pack.made_at", ValueType.DATETIME, "2026-10-05T09:00:00Z"),
    entry("pack.made_by", ValueType.NAME, "Alda Fenwick"),
    entry("pack.made_with", ValueType.IDENTIFIER, "0.1.0"),
    entry("pack.rules", ValueType.TEXT, "house"),
    entry("pack.definition", ValueType.COUNT, "2"),
    entry("pack.fingerprint", ValueType.IDENTIFIER, "9f2c41d07b5e"),
    entry("pack.figures", ValueType.TEXT, "{}"),
    entry("win.on_date", ValueType.DATE, "2026-11-12"),
    entry("win.title", ValueType.TEXT, "Month end in two days"),
    entry("win.text", ValueType.TEXT, "Was five days before"),
    entry("win.kind", ValueType.WORD, "outcome"),
    entry("win.owner", ValueType.NAME, "Alda Fenwick"),
)

HOUSE = (
    entry("setting.key", ValueType.IDENTIFIER, "currency"),
    entry("setting.value", ValueType.TEXT, '"JPY"'),
    entry("view.page", ValueType.IDENTIFIER, "accounts"),
    entry("view.name", ValueType.NAME, "Renewals in the north"),
    entry("view.definition", ValueType.TEXT, "{}"),
    entry("matching.shape", ValueType.IDENTIFIER, "0f3c"),
    entry("matching.kind", ValueType.WORD, "contracts"),
    entry("matching.columns", ValueType.TEXT, "{}"),
    entry("matching.choices", ValueType.TEXT, "{}"),
    entry("column.sheet", ValueType.TEXT, "Contract lines"),
    entry("column.letter", ValueType.IDENTIFIER, "C"),
    entry("column.heading", ValueType.TEXT, "Start"),
    entry("column.field", ValueType.IDENTIFIER, "contract.start"),
    entry("column.holds", ValueType.TEXT, "Start, for example 2024-01-15"),
)

REFERENCES = tuple(
    entry(f"own.{name}", ValueType.IDENTIFIER, "cs-0400000000018")
    for name in (
        "account", "person", "contact", "product", "contract", "invoice", "cost", "touch", "task", "use", "ticket",
        "answer", "goal", "milestone", "deal", "feedback", "interview", "mailing", "invitation", "marker",
        "definition", "health_value",
        "period_figure", "exchange_rate",
        "health_day", "risk", "play", "play_step", "play_run", "health_override",
        "target", "pack", "win",
        "of_account", "of_contact", "of_touch", "of_goal", "of_risk", "of_play", "of_run",
    )
)  # fmt: skip
"""Rows of the book by reference: its own (`own.contract`), and the row it belongs to (`own.of_account`)."""
