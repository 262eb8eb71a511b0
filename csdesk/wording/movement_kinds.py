"""What the parts of a movement and of growth are called."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.wording.metrics import METRICS, metric_name
from csdesk.wording.metrics_movements import REASONS
from csdesk.wording.movements import CHANGES, MOVEMENTS
from csdesk.wording.speech import Words, look_up

VIEWS: Mapping[str, Words] = {
    "expansion": Words("Expansion by kind of change", "拡大の内訳（種類別）"),
    "contraction": Words("Contraction by reason", "縮小の内訳（理由別）"),
    "churn": Words("Churn by reason", "解約の内訳（理由別）"),
    "growth": Words("Net growth: new and existing customers", "純増MRRの内訳（新規・既存）"),
    "renewals": Words("MRR up for renewal, by what became of it", "更新対象MRRの内訳（結果別）"),
}
"""What is looked at, by `KindView`."""

_GROWTH: Mapping[str, Words] = {
    "new": MOVEMENTS["new"],
    "existing": Words("Existing customers, net", "既存顧客（純増減）"),
}
_NAMES = {"churn": REASONS, "growth": _GROWTH}


def view_name(view: str, language: Language) -> str:
    """What is looked at."""
    return look_up(VIEWS, view, language)


def part_name(view: str, key: str, language: Language) -> str:
    """One kind of change, reason or part of growth; a metric by its own name."""
    if key in METRICS:
        return metric_name(key, language)
    return look_up(_NAMES.get(view, CHANGES), key, language)
