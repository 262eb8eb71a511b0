"""How accounts are."""

from csdesk.metrics.engine.lacks import Lack
from csdesk.metrics.entries.entry import LINES, Better, Entry, Source
from csdesk.metrics.health_figures import health_mean
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId

HEALTH: tuple[Entry, ...] = (
    Entry(
        MetricId.HEALTH_MEAN,
        Unit.SCORE,
        Better.UP,
        Source.CONTRACTS,
        health_mean,
        LINES,
        needs=(Lack.CONTACT, Lack.TOUCH),
    ),
)
