"""The board workbook by a template of the user's own: filled in by its names, and a template to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from csdesk.models.kinds import Language
    from csdesk.reports.content import BoardContent
    from csdesk.reports.template.filling import Filled

    Progress = Callable[[int, int], None]


def fill_template(content: BoardContent, template: Path, path: Path, progress: Progress, password: str = "") -> Filled:
    """Write the template to `path` with every name filled in that is known; all else of it stays as it was. Raises
    ReportRefused when the template cannot be filled in, or the file cannot be put there."""
    from csdesk.reports.template.filling import fill_template as fill

    _refuse_other(path)
    return fill(content, template, path, progress, password)


def write_starter(content: BoardContent, path: Path, progress: Progress) -> None:
    """Write a template with every name, its cells empty. Raises ReportRefused."""
    from csdesk.reports.template.starter import write_starter as write

    _refuse_other(path)
    write(content, path, progress)


def told(filled: Filled, language: Language) -> str:
    """What came of a template's names."""
    from csdesk.wording.template import filled_words

    return filled_words(filled.filled, filled.unknown, filled.nowhere, filled.cut, language)


def _refuse_other(path: Path) -> None:
    from csdesk.reports.delivery import Hindrance, ReportRefused

    if path.suffix.casefold() != ".xlsx":
        raise ReportRefused(Hindrance.NO_WORKBOOK, path)
