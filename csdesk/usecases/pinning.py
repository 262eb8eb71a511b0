"""What a board workbook is pinned by, and what it says of targets and wins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from csdesk.metrics.targets import aim_of
from csdesk.reports.content import Pinned
from csdesk.reports.lines import TargetLine, WinLine
from csdesk.usecases.wins import wins

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.models.money import Currency
    from csdesk.models.months import Period
    from csdesk.reports.content import BoardContent


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


def win_lines(book: Book, period: Period, as_of: date) -> Iterator[WinLine]:
    """The wins of a period up to a day, the latest first."""
    for win in wins(book, period.first.first_day, as_of):
        yield WinLine(win.on, win.title, win.account_name, win.text, win.owner, win.account or 0)


def target_lines(context: Context, period: Period, currency: Currency) -> Iterator[TargetLine]:
    """What every figure that has a target for the period is aimed at, in the order of the catalogue."""
    from csdesk.metrics.catalogue import CATALOGUE

    for metric, entry in CATALOGUE.items():
        target = context.frames.targets.of(metric, period)
        if target is not None and target.value is not None:
            yield TargetLine(metric.value, aim_of(target.value, entry.unit, currency))
