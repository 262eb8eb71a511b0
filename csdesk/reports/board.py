"""The board workbook: figures, movements, retention, cohorts, health, renewals, and all that they are made of."""

from functools import partial
from pathlib import Path

from csdesk.intake.shapes import Progress
from csdesk.reports.content import BoardContent
from csdesk.reports.inks import font
from csdesk.reports.pack import Pack, Sheet
from csdesk.reports.sheets.cohorts import write_cohorts
from csdesk.reports.sheets.figures import write_figures
from csdesk.reports.sheets.health import write_health
from csdesk.reports.sheets.lists import write_accounts, write_definitions, write_moves, write_renewals, write_sources
from csdesk.reports.sheets.movements import write_movements
from csdesk.reports.sheets.reconciliation import Places, write_reconciliation
from csdesk.reports.sheets.restatement import write_restatement
from csdesk.reports.sheets.retention import write_retention
from csdesk.reports.sheets.summary import Charted, write_summary
from csdesk.reports.workbooks import workbook_at

__all__ = ["SHEETS", "BoardContent", "write_board"]

SHEETS = (
    "summary", "figures", "movements", "moves", "retention", "cohorts", "health", "renewals", "accounts", "definitions",
    "cohort_cells", "sources", "reconciliation",
)  # fmt: skip
"""The tabs from left to right; `wording.reports` names them."""


def sheets_of(content: BoardContent) -> tuple[str, ...]:
    """The tabs of a content: before all others a restatement, where a pack that is written again is no longer the
    same."""
    return ("restatement", *SHEETS) if content.restatement else SHEETS


def write_board(content: BoardContent, path: Path, progress: Progress, password: str = "") -> None:
    """Write the workbook, every text in the content's language; the same content gives the same bytes.

    Figures are formulas over the sheets that hold their parts, with their values stored beside them. Raises
    ReportRefused when the file cannot be put there, and lets Cancelled through from `progress`; both leave the
    place as it was.
    """
    shown = len(sheets_of(content))
    packing = partial(progress, shown, shown)
    look = font(content.language)
    with workbook_at(path, created=content.as_of, font=look, password=password, pulse=packing) as book:
        _Board(Pack(book, content), progress).write()


class _Board:
    """The sheets, written in the order in which each finds the cells it refers to."""

    def __init__(self, pack: Pack, progress: Progress) -> None:
        self._content = pack.content
        self._sheets = {key: pack.sheet(key) for key in sheets_of(pack.content)}
        self._progress = progress
        self._taken: set[str] = set()

    def write(self) -> None:
        """Parts first, then what is made of them."""
        take, content = self._take, self._content
        if content.restatement:
            write_restatement(take("restatement"), content.restatement)
        movements = write_movements(take("movements"))
        write_moves(take("moves"))
        rates = write_retention(take("retention"))
        write_cohorts(take("cohorts"), take("cohort_cells"))
        health = write_health(take("health"))
        write_renewals(take("renewals"))
        accounts = write_accounts(take("accounts"))
        write_definitions(take("definitions"))
        sources = write_sources(take("sources"))
        figures = write_figures(take("figures"), movements.live)
        places = Places(movements, health, accounts, sources, figures)
        reconciled = write_reconciliation(take("reconciliation"), places)
        charted = Charted(
            movements.block if content.movements else None,
            rates if content.rates else None,
            health.bands if content.health else None,
        )
        write_summary(take("summary"), figures, charted, reconciled)
        self._progress(len(self._sheets), len(self._sheets))

    def _take(self, key: str) -> Sheet:
        """The sheet about to be written, and how many were before it; this is where the person may stop."""
        self._progress(len(self._taken), len(self._sheets))
        self._taken.add(key)
        return self._sheets[key]
