"""Rows of a sheet taken for labels with their values, titles, or rows of a table below them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from csdesk.intake.fields import FIELDS
from csdesk.intake.reading.cells import is_typed, is_word
from csdesk.intake.reading.grid import Grid, Row, Spot, filled, is_blank
from csdesk.intake.reading.labels import NAMES, folded_label, meanings, named
from csdesk.intake.reading.totals import names_total
from csdesk.intake.shapes import Cell
from csdesk.intake.vocabulary.entry import ValueType

LOOK: Final = 60
"""Rows and columns in which the columns of labels are looked for."""
OF_ACCOUNTS: Final = frozenset({"account", "contract", "contact", "health"})
_MOSTLY: Final = 0.6
_TOLD: Final = re.compile(r"\s*([^:：]{1,30}?)\s*[:：]\s*(\S.*)", re.DOTALL)
"""A label and its value in one cell."""
_MARKED: Final = re.compile(r"[■□●○◆◇▼▽【〔《＜<※#*・]")
"""What a title begins with."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label with its value, and the line and column of each in the sheet."""

    label: str
    labelled: Spot
    value: Cell
    stands: Spot

    @property
    def key(self) -> str:
        """The label, folded."""
        return folded_label(self.label)


@dataclass(slots=True)
class Card:
    """What a sheet tells of one account: its pairs, the titles among them, and the rows below that are no pairs."""

    grid: Grid
    pairs: list[Pair] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    below: list[int] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    """All labels, folded."""
    extras: int = 0
    """Values in more cells than one, and rows without a label."""

    @property
    def name(self) -> Pair | None:
        """Who the card is of."""
        named_so = (pair for pair in self.pairs if meanings(pair.label) & NAMES and _names(pair))
        return next(named_so, None)

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been filled in."""
        return all(is_blank(pair.value) for pair in self.pairs)


def label_in(cell: Cell) -> str:
    """The label a cell is, or begins with."""
    if not isinstance(cell, str):
        return ""
    told = _TOLD.fullmatch(cell)
    return told[1] if told and named(told[1]) else cell


def _is_free(label: str) -> bool:
    """Whether a label asks for free text."""
    ids = meanings(label)
    return bool(ids) and all(FIELDS[one].type is ValueType.TEXT for one in ids)


def _names(pair: Pair) -> bool:
    return is_word(pair.value) and not named(str(pair.value))


class Form:
    """Rows of one sheet taken for pairs, titles, or rows of a table below, one after another."""

    def __init__(self, grid: Grid, columns: Sequence[int], is_card: Callable[[Card], bool]) -> None:
        self._grid, self._columns, self._is_card = grid, columns, is_card
        self._cards: list[Card] = []
        self._titles: list[str] = []
        self._section = ""
        self._open = True
        """Whether pairs may follow; a row of headings ends that until the next card."""

    def cards(self) -> list[Card]:
        """All cards; none where a table stands first."""
        index = 0
        while index < len(self._grid.rows):
            row = self._grid.rows[index]
            if index == LOOK and not (self._cards and self._is_card(self._cards[0])):
                return []
            if self._is_band(index):
                self._take_band(index)
                index += 1
            elif self._heads_table(index) or self._is_record(row):
                if not self._cards:
                    return []
                self._open = False
                self._cards[-1].below.append(index)
            elif not self._take(index, row):
                self._leave(index, row)
            index += 1
        return self._cards

    def _leave(self, index: int, row: Row) -> None:
        """A row without a label: a title, a value that runs on, or part of a table below."""
        if self._cards and not self._open:
            self._cards[-1].below.append(index)
            return
        text = " ".join(str(row[at]).strip() for at in filled(row))
        if self._cards and len(filled(row)) > 1:
            self._cards[-1].below.append(index)
            self._cards[-1].extras += 1
            return
        if self._runs_on(index, row, text):
            return
        self._section = text
        (self._cards[-1].titles if self._cards else self._titles).append(text)

    def _runs_on(self, index: int, row: Row, text: str) -> bool:
        """Whether a lone text goes on with the value above it, or is that of the label above it, and is taken so."""
        if not self._cards or not self._follows(index) or len(filled(row)) > 1:
            return False
        pairs, line = self._cards[-1].pairs, self._grid.lines[index - 1]
        column, position = self._grid.left + filled(row)[0], filled(row)[0]
        for at, pair in enumerate(pairs):
            more = pair.stands == (line, column) and position not in self._columns and isinstance(pair.value, str)
            under = pair.labelled[0] == line and pair.value is None and pair is pairs[-1] and _is_free(pair.label)
            if more or (under and pair.labelled[1] <= column and not _MARKED.match(text)):
                value, stands = (f"{pair.value}\n{text}", pair.stands) if more else (text, (line + 1, column))
                pairs[at] = Pair(pair.label, pair.labelled, value, stands)
                return True
        return False

    def _take(self, index: int, row: Row) -> bool:
        """The pairs of a row, if it has any."""
        spans = [(at, end, row[at]) for at, end in self._spans(len(row)) if at < len(row) and not is_blank(row[at])]
        labels = [(at, end, cell) for at, end, cell in spans if isinstance(cell, str)]
        if not labels or not self._may_take(labels[0][2]) or names_total(row):
            return False
        lone = len(filled(row)) == 1
        if lone and not self._stands_alone(index, labels[0][0], labels[0][2]):
            return False
        for at, end, cell in labels:
            told = _TOLD.fullmatch(cell)
            values = [place for place in filled(row[:end]) if place > at]
            if told and named(told[1]) and not values:
                self._add(told[1], (index, at), told[2], (index, at))
            elif len(values) > 1:
                self._add(cell, (index, at), " ".join(str(row[place]).strip() for place in values), (index, values[0]))
                self._cards[-1].extras += 1
            else:
                behind = values[0] if values else self._behind(index, at)
                self._add(cell, (index, at), row[behind] if values else None, (index, behind))
        return True

    def _stands_alone(self, index: int, at: int, cell: str) -> bool:
        """Whether the only text of a row is a label all the same: one with its value in the same cell, one whose value
        was never calculated, or one of free text, which may follow below. Any other is a title."""
        label = label_in(cell)
        uncalculated = (self._grid.lines[index], self._grid.left + self._behind(index, at))
        is_told = label != cell or uncalculated in self._grid.facts.uncalculated
        return bool(meanings(label)) and not _MARKED.match(cell) and (is_told or _is_free(label))

    def _may_take(self, label: str) -> bool:
        """Whether a row that begins so belongs to a card: any does in one that is open."""
        if not self._cards:
            return bool(meanings(label_in(label)))
        return self._open or folded_label(label_in(label)) == self._cards[-1].pairs[0].key

    def _add(self, label: str, labelled: Spot, value: Cell, stands: Spot) -> None:
        label = " ".join(label.split()).rstrip(":： ")
        if not self._cards or (self._cards[-1].pairs and folded_label(label) == self._cards[-1].pairs[0].key):
            self._cards.append(Card(self._grid, titles=self._titles))
            self._titles, self._open = [], True
        card = self._cards[-1]
        if folded_label(label) in card.keys and self._section:
            label = f"{self._section} {label}"
        spots = [(self._grid.lines[index], self._grid.left + at) for index, at in (labelled, stands)]
        card.pairs.append(Pair(label, spots[0], value, spots[1]))
        card.keys.add(card.pairs[-1].key)

    def _spans(self, width: int) -> list[tuple[int, int]]:
        """Each column of labels with the end of the cells that are its values."""
        return list(zip(self._columns, [*self._columns, width][1:], strict=True))

    def _behind(self, index: int, at: int) -> int:
        """Where the value of a label would stand: right of it and of all cells merged with it."""
        line, column = self._grid.lines[index], self._grid.left + at
        wide = (one.right for one in self._grid.facts.merges if (one.top, one.left) == (line, column))
        return next(wide, column) + 1 - self._grid.left

    def _is_band(self, index: int) -> bool:
        """Whether a row of labels has its values in one row right below, and no second one."""
        if not self._is_headed(index) or not self._follows(index + 1) or self._is_log(index):
            return False
        below = self._grid.rows[index + 1]
        if not set(filled(below)) <= set(filled(self._grid.rows[index])) or self._labels(below):
            return False
        return not self._follows(index + 2) or self._is_headed(index + 2)

    def _take_band(self, index: int) -> None:
        row, below = self._grid.rows[index], self._grid.rows[index + 1]
        for at in filled(row):
            value = below[at] if at < len(below) else None
            self._add(str(row[at]), (index, at), value, (index + 1, at))

    def _heads_table(self, index: int) -> bool:
        """Whether a row is one of headings, with rows of a table under it."""
        row = self._grid.rows[index]
        words = [is_word(row[at]) for at in filled(row)]
        if len(words) < 2 or not all(words):  # noqa: PLR2004 - one word is a title
            return False
        below = self._grid.rows[index + 1] if self._follows(index + 1) else ()
        if below and self._labels(row) and self._is_record(below):
            return True
        if not self._is_headed(index):
            return False
        echoes = [at for at in self._labels(row) if at not in self._columns]
        if len(echoes) > max(1, len(self._columns)):
            return True
        led = bool(below) and self._columns and self._columns[0] in self._labels(below)
        return not led if below else len(echoes) > 1

    def _is_headed(self, index: int) -> bool:
        """Whether a row is of words that are known mostly, two of them side by side."""
        row = self._grid.rows[index]
        at = filled(row)
        known = self._labels(row)
        beside = any(one in known and two in known and two not in self._columns for one, two in pairwise(at))
        return beside and all(is_word(row[place]) for place in at) and len(known) >= _MOSTLY * len(at)

    def _is_log(self, index: int) -> bool:
        """Whether a heading is the day of something that happens to accounts, rather than of an account."""
        row = self._grid.rows[index]
        found = (meanings(str(row[at])) for at in filled(row))
        days = (ids for ids in found if any(FIELDS[one].type.is_date for one in ids))
        return any(not any(one.partition(".")[0] in OF_ACCOUNTS for one in ids) for ids in days)

    def _is_record(self, row: Row) -> bool:
        """Whether a value stands where labels do."""
        main = self._columns[0] if self._columns else -1
        return 0 <= main < len(row) and is_typed(row[main]) and not is_word(row[main])

    def _labels(self, row: Row) -> list[int]:
        return [at for at in filled(row) if isinstance(cell := row[at], str) and meanings(cell)]

    def _follows(self, index: int) -> bool:
        lines = self._grid.lines
        return index < len(lines) and lines[index] == lines[index - 1] + 1
