"""Answers by the role of the people who gave them; those who decide stand apart."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import Answers
from csdesk.metrics.voice.answers import answers_in, ces_of, csat_of, nps_of
from csdesk.models.kinds import Survey

if TYPE_CHECKING:
    import pandas as pd

    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Period


class Who(StrEnum):
    """Whose answers, beside the roles in the product that a book knows, which go by their own words."""

    DECIDE = "decide"
    OTHERS = "others"
    NOT_SAID = "not_said"


class OfRole(NamedTuple):
    """The figures of one role."""

    name: str
    nps: Measure
    csat: Measure
    ces: Measure


def by_role(context: Context, period: Period) -> tuple[OfRole, ...]:
    """Decision makers, others who are known, answers of nobody known; then roles in the product by name. Only those
    that have answered in the period."""
    found = {survey: answers_in(context, survey, period) for survey in Survey}
    roles = sorted({role for answers in found.values() for role in answers["role"].tolist() if role})
    return tuple(_of(who, found, period) for who in (*Who, *roles) if any(len(_rows(a, who)) for a in found.values()))


def _of(who: str, found: dict[Survey, Answers], period: Period) -> OfRole:
    mine = {survey: Answers(_rows(answers, who)) for survey, answers in found.items()}
    return OfRole(
        str(who),
        nps_of(MetricId.NPS, period, mine[Survey.NPS]),
        csat_of(MetricId.CSAT, period, mine[Survey.CSAT]),
        ces_of(period, mine[Survey.CES]),
    )


def _rows(answers: Answers, who: str) -> pd.DataFrame:
    if who is Who.DECIDE:
        return answers[answers["decision_maker"]]
    if who is Who.OTHERS:
        return answers[~answers["decision_maker"] & (answers["contact"] > 0)]
    return answers[answers["contact"] <= 0] if who is Who.NOT_SAID else answers[answers["role"] == who]
