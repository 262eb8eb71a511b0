"""What a board workbook is pinned by, and what it says of targets and wins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.targets import aim_of
from csdesk.reports.content import Pinned, TargetLine, WinLine
from csdesk.usecases.targets import compared
from csdesk.usecases.wins import wins
from csdesk.wording.reporting import WIN_KINDS
from csdesk.wording.speech import look_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.models.kinds import Language
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


def win_lines(book: Book, period: Period, as_of: date, language: Language) -> Iterator[WinLine]:
    """The wins of a period up to a day, the latest first."""
    for win in wins(book, period.first.first_day, as_of):
        kind = look_up(WIN_KINDS, win.kind, language) if win.kind else ""
        yield WinLine(win.on, win.title, win.text, kind, win.account_name, win.owner, win.account or 0)


def target_lines(context: Context, period: Period, currency: Currency) -> Iterator[TargetLine]:
    """Every figure that has a target for the period, in the order of the catalogue."""
    from csdesk.metrics.catalogue import figure

    for metric in MetricId:
        target = context.frames.targets.of(metric, period)
        if target is None or target.value is None:
            continue
        now = figure(context, metric, period)
        found = compared(now, target, currency)
        yield TargetLine(
            now,
            aim_of(target.value, now.unit, currency),
            found.met if found else None,
            found.certain if found else False,
            replace(period, first=target.since),
            target.set_at.date(),
            target.who,
            target.reason,
        )
