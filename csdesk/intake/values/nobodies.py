"""What stands where a customer's name should and names none: words of tools for no value, and rows that say they were
made to try something out."""

import re

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


def names_nobody(name: str) -> bool:
    """Whether a name is that of no customer: 'undefined', 'TEST - please ignore', テストデータ."""
    word = folded(name)
    return word in _NONE or _TRIED.fullmatch(word) is not None
