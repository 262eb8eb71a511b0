"""The JSON shapes of the command line: a stable contract; a change is a new key, never another meaning."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from csdesk.metrics.measure import Unit
from csdesk.metrics.rules import Denominator
from csdesk.models.months import Month
from csdesk.usecases.figures import part_units

if TYPE_CHECKING:
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.triangles import Triangle
    from csdesk.models.money import Currency
    from csdesk.models.problems import Problem
    from csdesk.models.targets import Target
    from csdesk.usecases.bin import BinLine
    from csdesk.usecases.history import HistoryLine
    from csdesk.usecases.hygiene import Finding
    from csdesk.usecases.importing import FoundTable, MatchedTable, PlannedTable
    from csdesk.usecases.merging import MergePlan
    from csdesk.usecases.survival import Survival


def measure(figure: Measure, currency: Currency, target: Target | None = None) -> dict[str, Any]:
    """One figure; money in the currency's main unit, null with a `why` where it cannot be had. `target` is what it is
    aimed at."""

    def plain(value: float | Fraction | None, unit: Unit | None = figure.unit) -> float | int | None:
        return _number(currency.main_units(Fraction(value)) if value is not None and unit is Unit.MONEY else value)

    part_unit, whole_unit = part_units(figure)
    record: dict[str, Any] = {
        "metric": str(figure.metric),
        "period": str(figure.period) if figure.period else None,
        "dimension": figure.dimension,
        "group": figure.group,
        "value": plain(figure.value),
        "part": plain(figure.part, part_unit),
        "whole": plain(figure.whole, whole_unit),
        "n": figure.n,
        "low": plain(figure.low),
        "high": plain(figure.high),
        "unit": figure.unit.value,
        "incomplete": figure.incomplete,
    }
    if figure.kinds:
        record["kinds"] = {change.value: plain(amount) for change, amount in figure.kinds}
    if figure.base is not Denominator.START:
        record["base"] = figure.base.value
    if figure.over:
        record["over"] = [str(month) for month in figure.over]
    if figure.scale:
        record["scale"] = figure.scale.value
    if figure.too_few:
        record["too_few"] = True
    if target is not None and target.value is not None:
        record["target"] = _number(target.value)
    return record | {"why": figure.why.value} if figure.why else record


def triangle(found: Triangle, currency: Currency) -> list[dict[str, Any]]:
    """One record a cell that has been observed."""
    from csdesk.metrics.triangles import OF_MONEY

    def amount(value: Fraction | int) -> float | int | None:
        return _number(currency.main_units(Fraction(value)) if found.kind in OF_MONEY else value)

    return [
        {
            "cohort": str(cohort.start),
            "age": cell.age,
            "value": _number(cell.value),
            "part": amount(cell.part),
            "whole": amount(cell.whole),
            "dimension": found.dimension,
            "group": found.group,
            "opening": cohort.opening,
        }
        for cohort in found.cohorts
        for cell in cohort.cells
    ]


def survival(found: Survival) -> list[dict[str, Any]]:
    """One record a time at which somebody left or was seen last, and one at 0, where every curve begins."""
    return [
        {
            "time": step.time,
            "unit": "months",
            "at_risk": step.at_risk,
            "events": step.events,
            "censored": step.censored,
            "value": float(step.value),
            "low": step.low,
            "high": step.high,
            "group": of.group,
        }
        for of in found.curves
        for step in of.curve.steps
    ]


def _said_by_hand(health: AccountHealth) -> dict[str, Any]:
    """What a person said in the place of the computed score, and this."""
    hand, model = health.hand, health.by_model
    assert hand is not None
    return {
        "score": hand.score,
        "since": hand.since.isoformat(),
        "until": hand.until.isoformat() if hand.until else None,
        "reason": hand.reason,
        "who": hand.who,
        "computed": model.score,
        "computed_band": model.band.value,
    }


def account_health(name: str, health: AccountHealth) -> dict[str, Any]:
    """One account's score with its factors."""
    return {
        "account": name,
        "profile": health.profile or "house",
        "score": health.score,
        "band": health.band.value,
        "by_hand": None if health.hand is None else _said_by_hand(health),
        "coverage": health.coverage,
        "oldest_input_days": health.oldest_input_days,
        "factors": [
            {
                "factor": factor.factor,
                "raw": factor.raw,
                "value": factor.value,
                "weight": factor.weight,
                "contribution": factor.contribution,
                "as_of": factor.as_of.isoformat() if factor.as_of else None,
                "state": factor.state.value,
            }
            for factor in health.factors
        ],
    }


def found_table(table: FoundTable) -> dict[str, Any]:
    """A table as it stands in its file."""
    return {
        "file": table.file,
        "sheet": table.sheet,
        "hidden": table.hidden,
        "range": table.range,
        "encoding": table.encoding,
        "separator": table.separator,
        "columns": [column.heading for column in table.columns],
        "rows": [[plain(cell) for cell in row] for row in table.rows],
        "problems": [problem(trouble) for trouble in table.problems],
    }


def matched_table(table: MatchedTable) -> dict[str, Any]:
    """A table with its kind, fields and values as they would be taken."""
    return found_table(table.table) | {
        "kind": table.kind.value,
        "fields": {match.column.heading: match.field for match in table.columns},
        "records": [{field: taken(value) for field, value in record.values.items()} for record in table.records],
        "custom": [dict(record.custom) for record in table.records],
        "findings": [
            {"choice": finding.choice.value, "answer": finding.answer, "certain": finding.certain}
            for finding in table.findings
        ],
        "problems": [problem(trouble) for trouble in table.problems],
    }


def planned_table(planned: PlannedTable) -> dict[str, Any]:
    """What an import of one table does."""
    from csdesk.usecases.importing import Verdict

    table = planned.matched.table
    return {
        "file": table.file,
        "sheet": table.sheet,
        "range": table.range,
        "kind": planned.matched.kind.value,
        "encoding": table.encoding,
        "columns": [
            {
                "heading": match.column.heading,
                "cell": match.column.cell,
                "field": match.field or "ignore",
                "confidence": round(match.confidence, 3),
            }
            for match in planned.matched.columns
        ],
        **{verdict.value: planned.count(verdict) for verdict in Verdict},
        "findings": [
            {"choice": finding.choice.value, "answer": finding.answer, "certain": finding.certain}
            for finding in planned.matched.findings
        ],
        "problems": [problem(trouble) for trouble in planned.problems],
    }


def history_line(line: HistoryLine) -> dict[str, Any]:
    """One change; `before` and `after` as the book holds them, ids as names."""
    item = line.item
    return {
        "step": item.step,
        "at": plain(item.at),
        "who": item.who,
        "step_name": item.step_name,
        "kind": item.kind,
        "row": item.row,
        "field": item.field,
        "before": _held(item.before),
        "after": _held(item.after),
        "what": line.what,
        "name": item.name,
        "account": item.account,
        "fate": item.fate,
        "turned_at": plain(item.turned_at),
        "turned_by": item.turned_by,
    }


def merge_plan(plan: MergePlan) -> dict[str, Any]:
    """What merging a copy does: rows by kind, what was asked with the answer taken, and the steps of the copy."""
    counted = ("added", "changed", "deleted", "both_added", "left_out", "unasked")
    return {
        **{part: dict(getattr(plan, part)) for part in counted},
        "conflicts": [
            {
                **{name: getattr(one, name) for name in ("asked", "kind", "row", "field", "name", "account")},
                "before": _held(one.before),
                "mine": _held(one.mine.value),
                "theirs": _held(one.theirs.value),
                "mine_by": one.mine.who,
                "theirs_by": one.theirs.who,
                "mine_at": plain(one.mine.at),
                "theirs_at": plain(one.theirs.at),
                "answer": one.answer,
            }
            for one in plan.questions
        ],
        "steps": [
            {
                "at": plain(s.at),
                "who": s.who,
                "step_name": s.name,
                "what": s.subject,
                "rows": s.rows,
                "stands": s.stands,
            }
            for s in plan.steps
        ],
    }


def bin_line(line: BinLine) -> dict[str, Any]:
    """One thing in the bin, with the number by which it is put back or deleted for good."""
    item = line.item
    return {
        "number": item.number,
        "kind": item.kind,
        "row": item.row,
        "name": item.title,
        "on": item.on,
        "account": item.account_name,
        "at": plain(item.at),
        "who": item.who,
        "step": item.step,
        "goes_with": {kind.value: count for kind, count in item.goes_with.items()},
        "what": line.what,
    }


def finding(found: Finding, currency: Currency) -> dict[str, Any]:
    """One thing to complete; `left` where a person has left it as it is."""
    return {
        "lack": found.lack.value,
        "account": found.account_name,
        "about": found.about,
        "mrr": _number(currency.main_units(found.mrr)),
        "since": plain(found.since),
        "other": found.other_name,
        "why": found.why,
        "left": found.left,
    }


def _held(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def problem(trouble: Problem) -> dict[str, Any]:
    """One cell or row that needs a person."""
    from csdesk.models.kinds import Language
    from csdesk.wording.intake import reason_words

    return {
        "cell": str(trouble.place),
        "field": trouble.field,
        "seen": trouble.seen,
        "reason": reason_words(trouble.reason, Language.EN, trouble.field),
        "refused": trouble.refuses,
    }


def taken(value: object) -> object:
    """A cleaned value: money as a number, a period as two days, moments as 2024-01-15 09:30:00."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [taken(part) for part in value]
    return value.isoformat(" ") if isinstance(value, datetime) else plain(value)


def plain(value: object) -> object:
    """Dates and months as ISO text; everything else as it is."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Month):
        return str(value)
    if isinstance(value, Fraction):
        return _number(value)
    return value if isinstance(value, str | int | float | bool | type(None)) else str(value)


def _number(value: float | Fraction | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
