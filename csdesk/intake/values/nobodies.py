"""What stands where a customer's name should and names none: words of tools for no value, and rows that say they were
made to try something out."""

import re
from collections.abc import Iterable

from csdesk.intake.values.text import folded

_NONE = frozenset(
    {"undefined", "null", "none", "nan", "(not set)", "(none)", "(empty)", "(blank)", "(undefined)", "(unknown)",
     "$undefined"}
)  # fmt: skip
_TRIED = re.compile(
    r".*\b(?:please )?(?:ignore|delete) (?:this|me)\b.*|.*\bplease (?:ignore|delete)\b.*|"
    r"(?:test|dummy|sample) (?:row|record|data|entry)|"
    r".*(?:無視|削除)してください.*|(?:テスト|ダミー|サンプル)(?:行|データ|レコード)"
)

_HINTS = ("undefined", "null", "none", "nan", "(", "ignore", "delete", "test", "dummy", "sample")
"""One of these is in every such name of plain letters."""


def of_nobody(names: Iterable[str]) -> frozenset[str]:
    """Those of many names that are of no customer: 'undefined', 'TEST - please ignore', テストデータ."""
    told = list(names)
    whole = "\n".join(told)
    small = whole.lower()
    if whole.isascii() and not any(hint in small for hint in _HINTS):
        return frozenset()
    return frozenset(name for name in told if (word := folded(name)) in _NONE or _TRIED.fullmatch(word))
