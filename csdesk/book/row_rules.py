"""What must hold of every row beyond what its table enforces: closed lists, real days, limits, references, JSON."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from sqlalchemy import Boolean, CheckConstraint, Connection, Float, UniqueConstraint

from csdesk.book.columns import layout
from csdesk.book.damage import Damage, DamageKind
from csdesk.models.kinds import (
    Band,
    ChangeKind,
    Charge,
    CostPurpose,
    DealOutcome,
    DealReview,
    EffortDirection,
    EndReading,
    FeedbackKind,
    Kind,
    Language,
    LineStatus,
    MarkerKind,
    Priority,
    ReasonFamily,
    Survey,
    SurveyRelation,
    TouchType,
    UseGrain,
)
from csdesk.models.months import PeriodKind
from csdesk.models.reporting import FigureKind, WinKind
from csdesk.models.signals import Helped, RiskLevel, RiskOutcome, Signal
from csdesk.models.steps import Material
from csdesk.models.tables import metadata

CLOSED_LISTS: Mapping[Kind, Mapping[str, type[StrEnum]]] = {
    Kind.CONTRACT: {
        "status": LineStatus,
        "charge": Charge,
        "end_reading": EndReading,
        "end_reason_family": ReasonFamily,
        "change": ChangeKind,
    },
    Kind.TOUCH: {"type": TouchType},
    Kind.USE: {"grain": UseGrain},
    Kind.TICKET: {"priority": Priority},
    Kind.ANSWER: {"survey": Survey, "relation": SurveyRelation, "direction": EffortDirection},
    Kind.COST: {"purpose": CostPurpose},
    Kind.MARKER: {"kind": MarkerKind},
    Kind.HEALTH_DAY: {"band": Band},
    Kind.DEAL: {"outcome": DealOutcome, "review": DealReview},
    Kind.FEEDBACK: {"kind": FeedbackKind},
    Kind.INTERVIEW: {"reason_family": ReasonFamily},
    Kind.PERIOD_FIGURE: {"kind": FigureKind},
    Kind.INVITATION: {"survey": Survey, "relation": SurveyRelation},
    Kind.RISK: {"signal": Signal, "level": RiskLevel, "outcome": RiskOutcome},
    Kind.PLAY: {"signal": Signal},
    Kind.PLAY_STEP: {"material": Material},
    Kind.PLAY_RUN: {"helped": Helped},
    Kind.TASK: {"material": Material},
    Kind.TARGET: {"period_kind": PeriodKind},
    Kind.PACK: {"period_kind": PeriodKind, "language": Language},
    Kind.WIN: {"kind": WinKind},
    Kind.CUSTOM_FIELD: {"kind": Kind},
    Kind.SOURCE: {"kind": Kind},
}
"""Columns that hold the text of one of an enum's values, or nothing where they may. A team may name its tiers, and
what fits, otherwise."""

_JSON: Mapping[Kind, tuple[str, ...]] = {
    Kind.SETTING: ("value",),
    Kind.SAVED_VIEW: ("definition",),
    Kind.MATCHING: ("columns", "choices"),
    Kind.BATCH: ("tables", "counts"),
    Kind.HEALTH_DAY: ("factors",),
    Kind.MERGE: ("steps", "answers", "same"),
    Kind.PACK: ("figures",),
}
_MONTHS = {
    Kind.COST: ("month",),
    Kind.EXCHANGE_RATE: ("month",),
    Kind.TARGET: ("since",),
    Kind.PACK: ("first_month",),
}
_MOST_REAL = 1.7976931348623157e308
RowFinder = Callable[[Connection], Iterator[Damage]]
Acceptable = Callable[[str, str], bool]
"""Whether a setting of a key may hold a text."""


def _references(connection: Connection) -> Iterator[Damage]:
    columns = {kind: _columns_of_keys(connection, kind) for kind in Kind}
    for table, row, target, key in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        if table in columns:
            details = {"kind": Kind(table), "row": row, "target": Kind(target), "column": columns[Kind(table)][key]}
            yield Damage(DamageKind.REFERENCE, details)


def _columns_of_keys(connection: Connection, kind: Kind) -> dict[int, str]:
    return {key[0]: key[3] for key in connection.exec_driver_sql(f'PRAGMA foreign_key_list("{kind}")')}


def _lost_rows(connection: Connection) -> Iterator[Damage]:
    """Own columns and sources name their row without a foreign key, as it may be of any kind."""
    for kind in Kind:
        for wanted, of in (
            (
                "SELECT custom_value.id, row_id FROM custom_value JOIN custom_field f ON f.id = field_id",
                Kind.CUSTOM_VALUE,
            ),
            ("SELECT id, row_id FROM source", Kind.SOURCE),
        ):
            sql = f'{wanted} WHERE kind = ? AND NOT EXISTS (SELECT 1 FROM "{kind}" AS r WHERE r.id = row_id)'
            for row, lost in connection.exec_driver_sql(sql, (str(kind),)):
                yield Damage(DamageKind.LOST_ROW, {"kind": of, "row": row, "target": kind, "lost": lost})


def _values(connection: Connection) -> Iterator[Damage]:
    """Values that no csdesk writes into their column."""
    for kind in Kind:
        for what, column, wrong in _wrong(kind):
            sql = f'SELECT id, CAST("{column}" AS BLOB) FROM "{kind}" WHERE {wrong}'
            for row, seen in connection.exec_driver_sql(sql):
                text = (seen or b"").decode("utf-8", "replace")
                yield Damage(what, {"kind": kind, "row": row, "column": column, "seen": text})


def _wrong(kind: Kind) -> Iterator[tuple[DamageKind, str, str]]:
    """What would be wrong with a column, and the condition of rows in which it is."""
    for column, form in layout(kind).dates.items():
        yield DamageKind.DATE, column, no_real_moment(column, form)
    for column in _MONTHS.get(kind, ()):
        yield DamageKind.DATE, column, no_real_moment(column, "%Y-%m", f"\"{column}\" || '-01'")
    for column, words in CLOSED_LISTS.get(kind, {}).items():
        listed = ", ".join(f"'{word}'" for word in words)
        yield DamageKind.WORD, column, f'"{column}" NOT IN ({listed})'
    for column in _JSON.get(kind, ()):
        yield DamageKind.JSON, column, f'NOT json_valid("{column}")'
    table = metadata.tables[kind]
    for name, of in table.columns.items():
        for check in of.constraints:
            if isinstance(check, CheckConstraint):
                yield DamageKind.RANGE, name, f"NOT ({check.sqltext})"
        if isinstance(of.type, Boolean):
            yield DamageKind.RANGE, name, f'"{name}" NOT IN (0, 1)'
        elif isinstance(of.type, Float):
            yield DamageKind.RANGE, name, f'abs("{name}") > {_MOST_REAL!r}'


def no_real_moment(column: str, form: str, as_day: str = "") -> str:
    """The condition of rows whose day or moment is none. Without a modifier SQLite gives the thirtieth of February back
    as it is."""
    held = as_day or f'"{column}"'
    return f"\"{column}\" <> ifnull(strftime('{form}', {held}, '+0 days'), '')"


def _twice(connection: Connection) -> Iterator[Damage]:
    """Rows that an index which has itself come to harm let in beside their like: the later of each."""
    for kind in Kind:
        for columns in _unique(kind):
            listed = ", ".join(f'"{column}"' for column in columns)
            sql = f'SELECT max(id) FROM "{kind}" NOT INDEXED GROUP BY {listed} HAVING count(*) > 1'
            for (row,) in connection.exec_driver_sql(sql):
                yield Damage(DamageKind.TWICE, {"kind": kind, "row": row})


def _unique(kind: Kind) -> Iterator[tuple[str, ...]]:
    for constraint in metadata.tables[kind].constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(column.name for column in constraint.columns)


def _spans(connection: Connection) -> Iterator[Damage]:
    """A line may end the day before it starts: it was called off, and its source named the day after."""
    sql = "SELECT id, starts_on, ended_on FROM contract WHERE ended_on < date(starts_on, '-1 day')"
    for row, start, end in connection.exec_driver_sql(sql):
        yield Damage(DamageKind.ENDS_BEFORE_START, {"kind": Kind.CONTRACT, "row": row, "start": start, "end": end})


def settings_finder(acceptable: Acceptable) -> RowFinder:
    """Finds settings that can be read but hold what no csdesk can use."""

    def find(connection: Connection) -> Iterator[Damage]:
        for row, key, value in connection.exec_driver_sql("SELECT id, key, value FROM setting WHERE json_valid(value)"):
            if not acceptable(key, value):
                details = {"kind": Kind.SETTING, "row": row, "column": "value", "seen": value}
                yield Damage(DamageKind.SETTING, details)

    return find


ROW_FINDERS: tuple[RowFinder, ...] = (_references, _lost_rows, _values, _twice, _spans)
