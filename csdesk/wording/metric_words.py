"""What there is to say of a metric."""

from dataclasses import dataclass

from csdesk.wording.speech import Words


@dataclass(frozen=True, slots=True)
class MetricWords:
    """A metric's name, what it means, and how it is made.

    The formula has a place {part} after what stands above the line, {whole} after what stands below, {value} at its
    end, as far as the metric has them.
    """

    name: Words
    sentence: Words
    formula: Words
