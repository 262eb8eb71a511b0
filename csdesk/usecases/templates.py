"""What somebody begins with who has no spreadsheet yet: an empty workbook to fill in, and an example to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.wording.speech import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from csdesk.models.kinds import Language

    Progress = Callable[[int, int], None]

SHEETS: tuple[tuple[Words, dict[str, Words]], ...] = (
    (
        Words("Accounts", "顧客"),
        {
            "account.name": Words("Customer", "顧客名"),
            "account.external_id": Words("Customer ID", "顧客ID"),
            "account.domain": Words("Domain", "ドメイン"),
            "account.industry": Words("Industry", "業種"),
            "account.segment": Words("Segment", "セグメント"),
            "account.owner": Words("Account owner", "CS担当"),
            "account.notes": Words("Account notes", "顧客メモ"),
        },
    ),
    (
        Words("Contracts", "契約"),
        {
            "account.name": Words("Customer", "顧客名"),
            "contract.product": Words("Product", "製品"),
            "contract.plan": Words("Plan", "プラン"),
            "contract.mrr": Words("MRR", "月額"),
            "contract.start": Words("Start date", "契約開始日"),
            "contract.renewal": Words("Renewal date", "更新日"),
            "contract.end": Words("Churned on", "解約日"),
            "contract.churn_reason": Words("Churn reason", "解約理由"),
        },
    ),
    (
        Words("Touches", "対応履歴"),
        {
            "account.name": Words("Customer", "顧客名"),
            "touch.date": Words("Touch date", "対応日"),
            "touch.type": Words("Touch type", "対応種別"),
            "touch.by": Words("Handled by", "対応者"),
            "touch.note": Words("Note", "対応内容"),
        },
    ),
)
"""The sheets of the template, with the field that each heading is read as."""

_SAMPLE = (
    (Words("Blue Heron Books", "あおさぎ書店"), "Basic", 120, "2024-04-01", "", ""),
    (Words("Fennel Kitchen", "ういきょう食堂"), "Pro", 300, "2024-04-15", "", ""),
    (Words("Quartz Dental", "石英デンタル"), "Pro", 280, "2024-05-01", "2024-11-30", Words("Price", "価格")),
    (Words("Rowan Logistics", "ななかまど運輸"), "Basic", 90, "2024-06-01", "", ""),
    (Words("Alder Studio", "はんの木工房"), "Basic", 110, "2024-06-10", "", ""),
    (Words("Sorrel Travel", "すかんぽ旅行"), "Pro", 340, "2024-08-01", "2025-01-31", Words("No use", "利用なし")),
)
_YEN = 100
_HEADINGS = ("account.name", "contract.plan", "contract.mrr", "contract.start", "contract.end", "contract.churn_reason")


def save_template(path: Path, language: Language, progress: Progress) -> None:
    """Write the empty workbook. Raises ReportRefused."""
    from csdesk.reports.tables import Table, write_tables

    tables = [
        Table(name.say(language), tuple(heading.say(language) for heading in headings.values()), ())
        for name, headings in SHEETS
    ]
    write_tables(tables, path, progress, language)


def example(language: Language) -> str:
    """A small sheet of contracts of customers that nobody has, as if it had been copied from a spreadsheet."""
    from csdesk.models.kinds import Language as Of

    headings = {**SHEETS[0][1], **SHEETS[1][1]}
    lines = [[headings[field].say(language) for field in _HEADINGS]]
    for name, plan, mrr, start, end, why in _SAMPLE:
        paid = mrr * _YEN if language is Of.JA else mrr
        reason = why.say(language) if isinstance(why, Words) else ""
        lines.append([name.say(language), plan, f"{paid:,}", start, end, reason])
    return "\n".join("\t".join(cells) for cells in lines) + "\n"
