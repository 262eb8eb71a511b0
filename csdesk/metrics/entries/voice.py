"""What customers answer."""

from csdesk.metrics.entries.entry import Better, Entry, other
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.voice import answers

_M = MetricId

VOICE: tuple[Entry, ...] = (
    other(_M.NPS, Unit.POINTS, answers.nps),
    other(_M.CSAT, Unit.FRACTION, answers.csat),
    other(_M.CSAT_MEAN, Unit.SCORE, answers.csat_mean),
    other(_M.CSAT_TRANSACTIONAL, Unit.FRACTION, answers.csat_transactional),
    other(_M.CSAT_RELATIONAL, Unit.FRACTION, answers.csat_relational),
    other(_M.CES, Unit.SCORE, answers.ces, Better.NONE),
    other(_M.CES_EASY, Unit.FRACTION, answers.ces_easy),
)
