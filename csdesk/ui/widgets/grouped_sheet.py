"""A list of accounts that follows what the page's figures are split by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.usecases.belonging import Belonging
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import dimension_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from csdesk.models.kinds import Language

_WIDTH = 130


class GroupedSheet(FigureSheet):
    """Beside the account of each row, where figures are split, stands the group it is in. Rows have an `account`."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        name: str,
        language: Language,
        *,
        identity: Callable[[Any], object],
        most: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        self._alone, self._language, self._belonging = columns, language, Belonging()
        super().__init__(columns, name, identity=identity, most=most, parent=parent)

    def show_grouped(self, rows: Iterable[Any], belonging: Belonging) -> None:
        """Show rows with their groups, or as they are where nothing is split."""
        self._belonging = belonging
        if belonging.by:
            heading = dimension_name(belonging.by, self._language)
            account, *others = self._alone
            self.show_rows(rows, [account, Column("group", heading, self._group, self._group, width=_WIDTH), *others])
        else:
            self.show_rows(rows, self._alone)

    def _group(self, row: Any) -> str:  # noqa: ANN401 - rows of any kind
        found = self._belonging.groups.get(row.account, ())
        return ", ".join(group_name(self._belonging.by, group, self._language) for group in found)
