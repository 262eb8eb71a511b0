"""What is typed for an account's review, kept in own columns of the account: seen, exported and erased with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, Language
from csdesk.reports.review_content import NextStep

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes
    from csdesk.usecases.snapshot import Snapshot

ROADMAP = "レビュー：今後の予定 / Review: roadmap"
STEPS = "レビュー：次のステップ / Review: next steps"
LANGUAGE = "言語 / Language"
_THEIRS, _OURS, _UNDATED, _BETWEEN = "customer", "us", "-", " | "
_LANGUAGE_HEADINGS = {LANGUAGE.casefold(), "language", "言語", "customer language", "顧客の言語"}
_LANGUAGES = {"en": Language.EN, "english": Language.EN, "英語": Language.EN, "ja": Language.JA, "jp": Language.JA,
              "japanese": Language.JA, "日本語": Language.JA}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReviewStart:
    """What a review begins with: whose it is, its language, what was typed last, and the steps that could be added.

    `steps` are those kept, else those the customer knows of: its open milestones and what it has to do itself.
    `offered` are the open next steps of our side, which nobody shows without having looked at them.
    """

    customer: str
    language: Language
    roadmap: str
    steps: tuple[NextStep, ...]
    offered: tuple[NextStep, ...]


def review_start(book: Book, account: int, language: Language | None = None) -> ReviewStart:
    """The customer's own language, where its account tells, goes before the wanted one and that of the book's reports.
    Raises Gone where the account has been deleted."""
    from csdesk.usecases.rows import Gone
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    if account not in snapshot.names:
        raise Gone(Kind.ACCOUNT.value)
    own = snapshot.custom.get(account, {})
    kept = tuple(filter(None, map(_step, own.get(STEPS, "").splitlines())))
    theirs, ours = _open_steps(book, snapshot, account)
    spoken = _language(own) or language or snapshot.settings.language
    return ReviewStart(snapshot.names[account], spoken, own.get(ROADMAP, ""), kept or theirs, ours)


def keep_review(book: Book, account: int, language: Language, roadmap: str, steps: Sequence[NextStep]) -> Changes:
    """Keep what was typed with the account, as one step. Raises Gone where the account has been deleted."""
    from csdesk.usecases.accounts import CUSTOM, CellEdit, edit_accounts
    from csdesk.usecases.snapshot import snapshot_of

    own = snapshot_of(book).custom.get(account, {})
    edits = [
        CellEdit(account, f"{CUSTOM}{ROADMAP}", roadmap),
        CellEdit(account, f"{CUSTOM}{STEPS}", "\n".join(map(_line, steps))),
    ]
    if _language(own) is not language:
        heading = next((name for name in own if name.casefold() in _LANGUAGE_HEADINGS), LANGUAGE)
        edits.append(CellEdit(account, f"{CUSTOM}{heading}", {Language.EN: "English", Language.JA: "日本語"}[language]))
    return edit_accounts(book, edits)


def _language(own: Mapping[str, str]) -> Language | None:
    said = [text for heading, text in own.items() if heading.casefold() in _LANGUAGE_HEADINGS]
    return next((_LANGUAGES[text.strip().casefold()] for text in said if text.strip().casefold() in _LANGUAGES), None)


def _open_steps(book: Book, snapshot: Snapshot, account: int) -> tuple[tuple[NextStep, ...], tuple[NextStep, ...]]:
    """Those the customer knows of, and ours; the steps of plays are in neither."""
    from csdesk.book.read import rows

    stones = [row for row in rows(book, Kind.MILESTONE, where={"account_id": account}) if row["done_on"] is None]
    tasks = [
        row
        for row in snapshot.tasks
        if row["account_id"] == account and row["done_on"] is None and row["run_id"] is None
    ]
    known = [*stones, *(row for row in tasks if row["customer_side"])]
    ours = [row for row in tasks if not row["customer_side"]]
    return _in_order(known), _in_order(ours)


def _in_order(found: Sequence[Mapping[str, object]]) -> tuple[NextStep, ...]:
    steps = [
        NextStep(str(row["title"]), bool(row["customer_side"]), due if isinstance(due := row["due_on"], date) else None)
        for row in found
    ]
    return tuple(sorted(steps, key=lambda step: (step.due_on is None, step.due_on or date.max, step.title)))


def _line(step: NextStep) -> str:
    """`2024-05-31 | customer | Name an administrator`."""
    due, who = (step.due_on or _UNDATED), _THEIRS if step.theirs else _OURS
    return _BETWEEN.join((str(due), who, " ".join(step.title.split())))


def _step(line: str) -> NextStep | None:
    """The step a line tells of, also where a person has typed it into the column as they liked."""
    due, _, rest = line.partition(_BETWEEN)
    who, _, title = rest.partition(_BETWEEN)
    try:
        on = None if due.strip() == _UNDATED else date.fromisoformat(due.strip())
    except ValueError:
        return NextStep(line.strip()) if line.strip() else None
    return NextStep(title.strip(), who.strip() == _THEIRS, on) if title.strip() else None
