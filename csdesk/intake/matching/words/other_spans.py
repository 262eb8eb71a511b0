"""Prices whose cells say for what time they are, or that they are those of a seat."""

import re

from csdesk.intake.fields import base_of
from csdesk.intake.shapes import Finding

_BY_MONTH = (
    r"(?:/|per )\s*(?:月|か月|ヶ月|months?|mo)\b|(?:/|per )\s*(?:月|か月|ヶ月)|毎月|monthly"
    r"|^月(?=\s*[¥\d])|^月額|^月々"
)
_BY_YEAR = (
    r"(?:/|per )\s*(?:years?|yr|annum)\b|(?:/|per )\s*年|毎年|annually|yearly|\bp\.?a\.?$|^年(?=\s*[¥\d])|^年額|^年間"
)
_BY_SEAT = r"(?:/|per )\s*(?:users?|seats?|licen[cs]es?|名|人|id|席|ライセンス|ユーザー)"
A_MONTH, A_YEAR = re.compile(_BY_MONTH), re.compile(_BY_YEAR)
_REFUSED = {
    "contract.mrr": re.compile(f"{_BY_YEAR}|{_BY_SEAT}"),
    "contract.arr": re.compile(f"{_BY_MONTH}|{_BY_SEAT}"),
    "contract.amount": re.compile(_BY_SEAT),
}


def refused(field_id: str, period: Finding | None) -> re.Pattern[str] | None:
    """What a cell of a price must not say: another time than that of its column, or the price of a seat."""
    base = base_of(field_id)
    if base == "contract.amount" and period is not None:
        base = {"month": "contract.mrr", "year": "contract.arr"}.get(period.answer, base)
    return _REFUSED.get(base)
