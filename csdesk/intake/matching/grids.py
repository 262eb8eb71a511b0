"""What the month columns of a table hold: marks or amounts of logos, figures of use, costs; or nothing of ours."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
import unicodedata
from collections.abc import Sequence

from csdesk.intake.fields import FIELDS, with_month
from csdesk.intake.matching.columns import Seen
from csdesk.intake.matching.evidence import Profile
from csdesk.intake.matching.headings import fold_words, hits
from csdesk.intake.matching.kinds import MEASURES
from csdesk.intake.matching.months import MonthHeading, month_headings
from csdesk.intake.shapes import FoundTable
from csdesk.intake.values.words import cost_purpose

_KPI = re.compile(
    r"\b(mrr|arr|nrr|grr|churn|ltv|cac|nps|arpa|arpu|revenue|new customers|active customers|headcount|runway|conversion)\b"
    r"|解約率|売上|新規(顧客|獲得|契約)?数|顧客数|継続率|単価|件数|利益"
)
_COST_WORDS = re.compile(r"\b(cost|costs|spend|expense|expenses|budget)\b|費用|経費|コスト|支出|広告費|獲得費")
_OTHER_WORDS = re.compile(r"\b(nps|csat|ces|health|tickets?)\b|満足度|推奨度|ヘルス|問い合わせ|チケット")
_PAYING = frozenset(
    {
        "mrr",
        "arr",
        "revenue",
        "amount",
        "sales",
        "fee",
        "売上",
        "金額",
        "月額",
        "請求額",
        "利用料",
        "売上高",
        "請求",
        "入金",
    }
)


def month_fields(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[object]]) -> dict[int, str]:
    """The field of every month column: marks or amounts of a logo x month matrix, a measure of use, or costs."""
    about = f"{table.context} {table.sheet} {table.file}"
    months = month_headings([one.heading for one in seen], about)
    if not months or _is_dashboard(seen, cells, {m.position for m in months}):
        return {}
    found: dict[int, str] = {}
    for month in months:
        field = _measured(month, about, seen, cells, months)
        if field and with_month(field, str(month.month)) not in found.values():
            found[month.position] = with_month(field, str(month.month))
    kinds = {field.partition("@")[0].partition(".")[0] for field in found.values()}
    return found if len(kinds) == 1 else {}


def _measured(
    month: MonthHeading,
    about: str,
    seen: Sequence[Seen],
    cells: Sequence[Sequence[object]],
    months: Sequence[MonthHeading],
) -> str:
    """What a month column holds, '' where it is nothing the book has a place for."""
    if month.rest and month.rest not in _PAYING:
        named = [hit.field.id for hit in hits(month.rest) if hit.field.id in MEASURES or hit.field.id == "contract.mrr"]
        if named and named[0] in MEASURES:
            return named[0]
        if _COST_WORDS.search(month.rest):
            return "cost.amount"
        return "matrix" if named else ""
    words = fold_words(about)
    labels = _labels(seen, cells, {m.position for m in months})
    if _COST_WORDS.search(words) or (
        labels and sum(cost_purpose(text) is not None for text in labels) > len(labels) / 2
    ):
        return "cost.amount"
    measure = _measure_in(words)
    marks = all(seen[m.position].profile.mark > 0.9 for m in months if not seen[m.position].profile.is_empty)
    if measure and not marks:
        return measure
    if _OTHER_WORDS.search(words) and not marks:
        return ""
    figures = [seen[m.position].profile for m in months if not seen[m.position].profile.is_empty]
    return "matrix" if all(max(p.number, p.mark) > 0.5 for p in figures) else ""


def _measure_in(words: str) -> str:
    """A measure of use that a title or file name speaks of."""
    for field_id in sorted(MEASURES):
        for word in FIELDS[field_id].says:
            folded = fold_words(word)
            if len(folded) >= 4 and ((f" {folded} " in f" {words} ") if folded.isascii() else folded in words):
                return field_id
    return ""


def _labels(seen: Sequence[Seen], cells: Sequence[Sequence[object]], months: set[int]) -> list[str]:
    """The first column of text beside the months."""
    for at, one in enumerate(seen):
        if at not in months and not one.profile.is_empty and one.profile.number < 0.5:
            return [text for cell in cells[at] if isinstance(cell, str) and (text := cell.strip())]
    return []


def _is_dashboard(seen: Sequence[Seen], cells: Sequence[Sequence[object]], months: set[int]) -> bool:
    """Whether the lines are figures (MRR, churn rate, new customers) rather than accounts."""
    labels = [unicodedata.normalize("NFKC", text).casefold() for text in _labels(seen, cells, months)]
    return bool(labels) and sum(_KPI.search(text) is not None for text in labels) >= max(2, len(labels) * 0.4)
