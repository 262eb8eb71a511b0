"""A figure of users taken apart by what its users are: by account, or by role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.measure import Measure, Unit, count, count_rate

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping


def apart(measure: Measure, groups: Mapping[int, Hashable]) -> dict[Hashable, Measure]:
    """The count or rate of each group among the users behind a figure; users without a group are of group ''."""
    evidence = measure.evidence
    places: dict[Hashable, list[int]] = {}
    for place, user in enumerate(evidence.ids.tolist()):
        places.setdefault(groups.get(user, ""), []).append(place)
    found: dict[Hashable, Measure] = {}
    for group, mine in places.items():
        ids, part, whole = evidence.ids[mine], evidence.part[mine], evidence.whole[mine]
        if measure.unit is Unit.COUNT and measure.period is not None:
            own = count(measure.metric, measure.period, ids, part.astype(np.int64))
        else:
            own = count_rate(measure.metric, measure.period, ids, part > 0, whole > 0)
        kept = replace(own.evidence, of=evidence.of)
        found[group] = replace(own, evidence=kept, between=measure.between, why=measure.why)
    return found
