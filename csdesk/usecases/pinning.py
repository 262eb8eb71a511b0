"""What a board workbook is pinned by, and what it says of targets and wins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from csdesk.metrics.targets import aim_of
from csdesk.reports.content import BoardContent, Pinned
from csdesk.reports.lines import TargetLine, WinLine
from csdesk.usecases.wins import wins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from csdesk.book.file import Book


__all__ = ["BoardContent"]


def pinned(book: Book, content: BoardContent) -> BoardContent:
    """The content with what it is a function of: day, data, definitions, csdesk."""
    from csdesk import __version__
    from csdesk.reports.fingerprint import fingerprint
    from csdesk.usecases.definitions import version_in_force
    from csdesk.usecases.settings import book_settings
    from csdesk.wording.definition_sheet import version_text

    rules, version = book_settings(book).rules, version_in_force(book)
    number, made_at = (version.number, version.made_at) if version else (None, None)
    told = f"{rules} · {version_text(number or 0, made_at, content.language)}"
    return replace(content, pinned=Pinned(content.as_of, fingerprint(content), rules, number, told, __version__))


def with_work(book: Book, content: BoardContent) -> BoardContent:
    """The content with the wins of its period, the latest first, and what figures are aimed at in it, in the order of
    the catalogue."""
    won = wins(book, content.period.first.first_day, content.as_of)
    lines = (WinLine(win.on, win.title, win.account_name, win.text, win.owner, win.account or 0) for win in won)
    return replace(content, wins=tuple(lines), targets=tuple(_targets(book, content)))


def _targets(book: Book, content: BoardContent) -> Iterator[TargetLine]:
    from csdesk.metrics.catalogue import CATALOGUE
    from csdesk.usecases.snapshot import snapshot_of

    targets = snapshot_of(book).frames.targets
    for metric, entry in CATALOGUE.items():
        target = targets.of(metric, content.period)
        if target is not None and target.value is not None:
            yield TargetLine(metric.value, aim_of(target.value, entry.unit, content.currency))
