"""What customers answer, and what came of risks."""

from functools import partial

from csdesk.metrics.entries.entry import Better, Entry, other
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.signals import register
from csdesk.metrics.voice import accounts, answers, response

_M = MetricId

VOICE: tuple[Entry, ...] = (
    other(_M.NPS, Unit.POINTS, answers.nps),
    other(_M.CSAT, Unit.FRACTION, answers.csat),
    other(_M.CSAT_MEAN, Unit.SCORE, answers.csat_mean),
    other(_M.CSAT_TRANSACTIONAL, Unit.FRACTION, answers.csat_transactional),
    other(_M.CSAT_RELATIONAL, Unit.FRACTION, answers.csat_relational),
    other(_M.CES, Unit.SCORE, answers.ces, Better.NONE),
    other(_M.CES_EASY, Unit.FRACTION, answers.ces_easy),
    other(_M.NPS_DECISION_MAKERS, Unit.POINTS, answers.nps_decision_makers),
    other(_M.NPS_WEIGHTED, Unit.POINTS, answers.nps_weighted),
    *(
        other(rate, Unit.FRACTION, partial(response.response_rate, survey), options=("answer_days",))
        for survey, rate in response.RESPONSE_RATES.items()
    ),
    other(_M.NEGATIVE_ACCOUNTS, Unit.COUNT, accounts.negative_accounts, Better.DOWN),
    other(_M.LOOP_CLOSED, Unit.FRACTION, response.loop_closed),
    other(_M.RISK_DETECTION, Unit.DAYS, register.detection, Better.DOWN),
    other(_M.RISK_FIRST_TOUCH, Unit.DAYS, register.first_touch, Better.DOWN),
    other(_M.RISKS_BEFORE_NOTICE, Unit.FRACTION, register.before_notice),
    other(_M.RISKS_AVERTED, Unit.FRACTION, register.averted),
    other(_M.RISK_MRR_SAVED, Unit.MONEY, register.mrr_saved),
)
