"""The board workbook: figures, movements, retention, cohorts, health, renewals, and all that they are made of."""

from functools import partial
from pathlib import Path

from csdesk.intake.shapes import Progress
from csdesk.reports.content import BoardContent
from csdesk.reports.inks import font
from csdesk.reports.pack import Pack, Sheet
from csdesk.reports.sheets.cohorts import write_cohorts
from csdesk.reports.sheets.committed import write_committed
from csdesk.reports.sheets.cover import write_cover
from csdesk.reports.sheets.economics import write_economics
from csdesk.reports.sheets.figures import write_figures
from csdesk.reports.sheets.health import write_health
from csdesk.reports.sheets.lists import write_accounts, write_definitions, write_moves, write_renewals, write_sources
from csdesk.reports.sheets.movements import write_movements
from csdesk.reports.sheets.reasons import write_reasons
from csdesk.reports.sheets.reconciliation import Further, Places, write_reconciliation
from csdesk.reports.sheets.restatement import write_restatement
from csdesk.reports.sheets.retention import write_retention
from csdesk.reports.sheets.segments import write_concentration, write_segments
from csdesk.reports.sheets.summary import Charted, write_summary
from csdesk.reports.sheets.survival import write_survival
from csdesk.reports.sheets.work import write_actions, write_risks, write_wins
from csdesk.reports.workbooks import workbook_at

__all__ = ["SHEETS", "BoardContent", "write_board"]

SHEETS = (
    "restatement", "cover", "summary", "figures", "movements", "moves", "committed", "retention", "cohorts", "survival",
    "economics", "segments", "concentration", "health", "risks", "renewals", "reasons", "wins", "actions", "accounts",
    "definitions", "cohort_cells", "sources", "reconciliation",
)  # fmt: skip
"""The tabs from left to right; `wording.reports` names them. Before all others a restatement, where a
pack that is written again is no longer the same."""
_SHOWN_WITH = {
    "committed": "bridge", "survival": "survival", "economics": "worth", "segments": "groups",
    "concentration": "accounts", "risks": "risks", "reasons": "reasons", "wins": "wins", "actions": "actions",
    "restatement": "restatement",
}  # fmt: skip
"""Sheets that are left out where the content has none of the lines they are about."""


def sheets_of(content: BoardContent) -> tuple[str, ...]:
    """The tabs that a content has something to say on."""
    return tuple(key for key in SHEETS if key not in _SHOWN_WITH or getattr(content, _SHOWN_WITH[key]))


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
        write_sheets(Pack(book, content), progress)


def write_sheets(pack: Pack, progress: Progress) -> None:
    """Write every sheet of the content, in the order in which each finds the cells it refers to."""
    _Board(pack, progress).write()


class _Board:
    """The sheets: parts first, then what is made of them."""

    def __init__(self, pack: Pack, progress: Progress) -> None:
        self._content = pack.content
        self._sheets = {key: pack.sheet(key) for key in sheets_of(pack.content)}
        self._progress = progress
        self._taken: set[str] = set()

    def write(self) -> None:
        take, content = self._take, self._content
        if content.restatement:
            write_restatement(take("restatement"), content.restatement)
        movements, moves = write_movements(take("movements")), write_moves(take("moves"))
        rates = write_retention(take("retention"))
        write_cohorts(take("cohorts"), take("cohort_cells"))
        health = write_health(take("health"))
        write_renewals(take("renewals"))
        accounts, sources = write_accounts(take("accounts")), write_sources(take("sources"))
        write_definitions(take("definitions"))
        further = self._write_further()
        figures = write_figures(take("figures"), movements.live)
        places = Places(movements, health, accounts, sources, figures, moves, rates, further)
        reconciled = write_reconciliation(take("reconciliation"), places)
        charted = Charted(
            movements.block if content.movements else None,
            rates if content.rates else None,
            health.bands if content.health else None,
        )
        write_summary(take("summary"), figures, charted)
        write_cover(take("cover"), figures, moves, reconciled)
        self._progress(len(self._sheets), len(self._sheets))

    def _write_further(self) -> Further:
        """The sheets that a workbook may go without."""
        for key, write in _ALONE.items():
            if key in self._sheets:
                write(self._take(key))
        return Further(
            cmrr=write_committed(self._take("committed")) if "committed" in self._sheets else None,
            ranks=write_concentration(self._take("concentration")) if "concentration" in self._sheets else None,
            segments=write_segments(self._take("segments")) if "segments" in self._sheets else {},
            reasons=write_reasons(self._take("reasons")) if "reasons" in self._sheets else None,
        )

    def _take(self, key: str) -> Sheet:
        """The sheet about to be written, and how many were before it; this is where the person may stop."""
        self._progress(len(self._taken), len(self._sheets))
        self._taken.add(key)
        return self._sheets[key]


_ALONE = {
    "survival": write_survival, "economics": write_economics, "risks": write_risks, "wins": write_wins,
    "actions": write_actions,
}  # fmt: skip
"""Sheets that no other refers to."""
