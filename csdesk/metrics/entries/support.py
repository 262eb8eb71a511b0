"""How support answers: figures of tickets, kept apart from those of success."""

from csdesk.metrics.entries.entry import Better, Entry, other
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.voice import support

SUPPORT: tuple[Entry, ...] = (
    other(MetricId.TICKET_FIRST_RESPONSE, Unit.HOURS, support.first_response, Better.DOWN),
    other(MetricId.TICKET_RESOLUTION, Unit.FRACTION, support.resolution),
    other(MetricId.TICKET_HANDLING, Unit.DAYS, support.handling, Better.DOWN),
)
