"""Who changed what and when, told in words: of one account, of one step, or of the whole book."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from csdesk.book.file import Book
    from csdesk.book.history import HistoryItem, StepItem
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency

HISTORY_ROWS = 200
"""Changes told at once; older ones are fetched as they are wanted."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change as people read it, in their own zone; `stands` is False once it was taken back or is gone for good."""

    item: HistoryItem
    at: str
    what: str
    row: str
    field: str
    before: str
    after: str
    fate: str
    stands: bool


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as people read it; `may_go` where it can still be taken back."""

    item: StepItem
    at: str
    what: str
    fate: str
    stands: bool
    may_go: bool


def history(
    book: Book,
    *,
    account: int | None = None,
    step: int | None = None,
    limit: int = HISTORY_ROWS,
    older_than: int | None = None,
) -> tuple[HistoryItem, ...]:
    """Who changed which field when, before and after, and what was taken back; newest first. `older_than` names the
    last change (`HistoryItem.change`) that is known already."""
    from csdesk.book.history import history as read_history

    return tuple(read_history(book, account=account, step=step, limit=limit, older_than=older_than))


class Telling:
    """Puts many changes into words; what several have in common is said once."""

    def __init__(self, currency: Currency, language: Language) -> None:
        from csdesk.wording.history import row_words

        self._currency, self._language = currency, language
        self._steps: dict[tuple[int, str], StepLine] = {}
        self._row_words: Callable[..., str] = lru_cache(4096)(row_words)

    def what(self, item: StepItem) -> str:
        """What was done."""
        from csdesk.wording.book import step_words

        return step_words(item.step_name, self._language, subject=item.subject, count=item.rows)

    def step_line(self, item: StepItem) -> StepLine:
        """The words for one step."""
        key = (item.step, item.fate)
        known = self._steps.get(key)
        if known is None:
            known = self._steps[key] = self._step(item)
        return known

    def _step(self, item: StepItem) -> StepLine:
        from csdesk.book.history import Fate
        from csdesk.book.undo import BEGINNINGS
        from csdesk.models.kinds import StepName
        from csdesk.wording.history import fate_words
        from csdesk.wording.speech import moment

        stands = item.fate not in {Fate.TAKEN_BACK, Fate.ERASED}
        return StepLine(
            item=item,
            at=moment(item.at, self._language),
            what=self.what(item),
            fate=fate_words(item.fate, item.turned_at, item.turned_by, self._language),
            stands=stands,
            may_go=stands and item.step_name not in BEGINNINGS | {StepName.ERASE},
        )

    def line(self, item: HistoryItem) -> HistoryLine:
        """The words for one change; money is in the row's own currency, else in the book's."""
        from csdesk.models.money import Currency
        from csdesk.wording.history import column_words, value_words

        kind, language, step = item.kind or "", self._language, self.step_line(item)
        paid_in = Currency(item.currency) if item.currency else self._currency
        before, after = (
            value_words(kind, item.field, value, paid_in, language) if kind else ""
            for value in (item.before, item.after)
        )
        return HistoryLine(
            item=item,
            at=step.at,
            what=step.what,
            row=self._row_words(kind, item.name, item.account, language) if kind else "",
            field=column_words(item.field, language) if item.field else "",
            before=before,
            after=after,
            fate=step.fate,
            stands=step.stands,
        )


def history_lines(items: Sequence[HistoryItem], currency: Currency, language: Language) -> list[HistoryLine]:
    """The words for many changes."""
    telling = Telling(currency, language)
    return [telling.line(item) for item in items]


def step_line(book: Book, step: int, currency: Currency, language: Language) -> StepLine | None:
    """The words for one step; None where nothing of it is known any more."""
    items = history(book, step=step, limit=1)
    return Telling(currency, language).step_line(items[0]) if items else None


def history_line(item: HistoryItem, currency: Currency, language: Language) -> HistoryLine:
    """The words for one change."""
    return Telling(currency, language).line(item)
