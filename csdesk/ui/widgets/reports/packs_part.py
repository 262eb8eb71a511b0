"""Packs sent: every board workbook that was written, when, of what and for whom; each opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.reports.list_part import ListPart
from csdesk.usecases.packs import packs
from csdesk.wording.charts import period_name
from csdesk.wording.speech import day, moment
from csdesk.wording.window import LANGUAGES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.packs import Pack

SHORT = 12
"""Digits of a fingerprint that tell one from another."""


class PacksPart(ListPart):
    """The latest first."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.lay_out(
            self.tr("Packs sent"),
            "",
            self.tr(
                "Every board workbook you write is listed here with its figures. Write it again next quarter: it is "
                "the same, or says which figures are others now, and why."
            ),
            self._of_packs(),
        )

    def refresh(self) -> None:
        """Ask again."""
        self.desk.ask(self, packs, self.show_rows)

    def _of_packs(self) -> tuple[Column[Pack], ...]:
        language = self.frame.language
        hidden = self.tr("without names")

        def redacted(row: Pack) -> str:
            return hidden if row.redacted else ""

        def told(row: Pack) -> str:
            return moment(row.made_at, language)

        def tongue(row: Pack) -> str:
            return LANGUAGES[row.language].say(language)

        return (
            Column("made", self.tr("Written"), lambda r: r.made_at, told, width=140),
            Column("file", self.tr("File"), lambda r: r.file, lambda r: r.file, Look.TITLE, 210),
            Column("period", self.tr("Period"), lambda r: r.period.first,
                   lambda r: period_name(r.period, language), width=125),
            Column("as_of", self.tr("As of"), lambda r: r.as_of, lambda r: day(r.as_of, language), width=100),
            Column("note", self.tr("For whom"), lambda r: r.note, lambda r: r.note, width=150),
            Column("redacted", self.tr("Names"), redacted, redacted, width=110),
            Column("language", self.tr("Language"), tongue, tongue, width=80),
            Column("by", self.tr("By"), lambda r: r.made_by, lambda r: r.made_by, width=100),
            Column("fingerprint", self.tr("Fingerprint"), lambda r: r.fingerprint,
                   lambda r: r.fingerprint[:SHORT], width=110, tip=lambda r: r.fingerprint),
        )  # fmt: skip
