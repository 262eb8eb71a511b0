"""What there is to say of a metric."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from csdesk.wording.speech import Words


@dataclass(frozen=True, slots=True)
class MetricWords:
    """A metric's name, what it means, and how it is made.

    The formula has a place {part} after what stands above the line, {whole} after what stands below, {value} at its
    end, as far as the metric has them. `others` are the formulas of other ways to make it, by the name of the way.
    """

    name: Words
    sentence: Words
    formula: Words
    others: Mapping[str, Words] = field(default_factory=dict)
