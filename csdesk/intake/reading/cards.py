"""Sheets that describe an account each: labels beside or above their values, as customer cards have them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from csdesk.intake.reading.cells import is_period, is_typed, is_word
from csdesk.intake.reading.forms import LOOK, OF_ACCOUNTS, Card, Form, Pair, label_in
from csdesk.intake.reading.grid import Grid, Row, Spot, filled, is_blank
from csdesk.intake.reading.labels import NAMES, folded_label, meanings, named
from csdesk.intake.reading.totals import might_be_total
from csdesk.intake.shapes import Cell
from csdesk.intake.values.text import is_nothing

_LEAST: Final = 3
_HALF: Final = 0.5
_MOSTLY: Final = 0.6
_FEW: Final = 0.34
_VALUE: Final = re.compile(r"\W*\d")
_GENERIC: Final = re.compile(r"\W*(?:sheet|シート|テーブル|table|ページ|page|コピー|copy)\W*\d*\W*", re.IGNORECASE)
_SAMPLE: Final = re.compile(
    r"記入例|入力例|記載例|サンプル|テンプレ|雛形|ひな形|原紙|template|example|sample", re.IGNORECASE
)
_DAYS: Final = frozenset({"contract.start", "contract.end", "contract.renewal", "contract.canceled_at"})


def cards_of(grid: Grid) -> list[Card]:
    """The cards of a sheet from top to bottom; none where its words don't speak for cards beyond doubt.

    Labels must be known in their majority and stand in at least two lines, and values must not be labels themselves. A
    row of headings above the first pair makes the sheet a table.
    """
    columns = _label_columns(grid)
    if columns is None:
        return []
    if _is_unfilled(grid, columns):
        return [_unfilled(grid)]
    cards = Form(grid, columns, _is_card).cards()
    named_so = [card for card in cards if not card.is_blank]
    if not cards or not _is_card(cards[0]) or (len(named_so) > 1 and any(card.name is None for card in named_so)):
        return []
    first = cards[0].keys
    alike = all(len(card.keys & first) >= _HALF * len(card.keys | first) for card in cards[1:])
    return cards if alike else []


def _is_unfilled(grid: Grid, columns: Sequence[int]) -> bool:
    """Whether a sheet holds labels alone, as a form does that nobody has filled in."""
    if len(grid.rows) > LOOK or not columns or any(set(filled(row)) - set(columns) for row in grid.rows):
        return False
    labels = [pair.label for pair in _unfilled(grid).pairs]
    known = [label for label in labels if _is_of_accounts(label)]
    lines = sum(len(row) > columns[0] and not is_blank(row[columns[0]]) for row in grid.rows)
    return lines >= _LEAST and len(known) >= _MOSTLY * len(labels) and any(meanings(label) & NAMES for label in known)


def _unfilled(grid: Grid) -> Card:
    card = Card(grid)
    for line, row in zip(grid.lines, grid.rows, strict=True):
        for at in filled(row):
            spot = (line, grid.left + at)
            card.pairs.append(Pair(str(row[at]).strip().rstrip(":："), spot, None, spot))
            card.keys.add(card.pairs[-1].key)
    return card


def figures_of(card: Card) -> list[bool]:
    """For each label of a day or an amount that has a value, whether that looks like one."""
    known = ((pair, named(pair.label)) for pair in card.pairs if not _is_nothing(pair.value))
    return [
        is_typed(pair.value) or is_period(pair.value) or _VALUE.match(str(pair.value)) is not None
        for pair, meant in known
        if meant and (meant.type.is_number or meant.type.is_date)
    ]


def tells_of_sheet(card: Card) -> bool:
    """Whether a card without a name may be of the account that its sheet is called by: days of contracts or people
    stand in it, as in no list of figures."""
    sheet = card.grid.sheet
    ids = {one for pair in card.pairs if not is_blank(pair.value) for one in meanings(pair.label)}
    told = any(one.startswith("contact.") or (one in _DAYS) for one in ids)
    return told and is_word(sheet) and not is_period(sheet) and not _GENERIC.fullmatch(sheet)


def named_by_sheet(card: Card) -> Card:
    """A card without a name with that of its sheet."""
    first = card.pairs[0]
    label = "Company" if first.label.isascii() else "会社名"
    return replace(card, pairs=[Pair(label, first.labelled, card.grid.sheet, first.labelled), *card.pairs])


def is_sample(card: Card) -> bool:
    """Whether the sheet says that it only shows how a card is filled in."""
    return _SAMPLE.search(card.grid.sheet) is not None


def _is_card(card: Card) -> bool:
    known = [pair for pair in card.pairs if _is_of_accounts(pair.label)]
    many, lines = len(card.pairs), {pair.labelled[0] for pair in known}
    if len({pair.key for pair in known}) < _LEAST or len(known) < _HALF * many or len(lines) < 2:  # noqa: PLR2004 - a row
        return False
    if max(many - len(card.keys), card.extras) > _FEW * many:
        return False
    echoes = sum(isinstance(pair.value, str) and named(pair.value) is not None for pair in card.pairs)
    return echoes <= _FEW * len(card.pairs)


def _is_of_accounts(label: str) -> bool:
    return not might_be_total(label) and any(one.partition(".")[0] in OF_ACCOUNTS for one in meanings(label))


def _is_nothing(value: Cell) -> bool:
    return is_blank(value) or (isinstance(value, str) and is_nothing(value))


def _label_columns(grid: Grid) -> list[int] | None:
    """Positions of the columns that hold labels, the main one first; [] where labels stand above their values alone,
    None where too few words are known or none of them is an account's name."""
    spots = {
        (index, position): label
        for index, row in enumerate(grid.rows[:LOOK])
        for position, cell in enumerate(row[:LOOK])
        if (label := label_in(cell)) and meanings(label)
    }
    if len({folded_label(label) for label in spots.values()}) < _LEAST:
        return None
    words: dict[int, set[str]] = {}
    for (_, position), label in spots.items():
        words.setdefault(position, set()).add(folded_label(label))
    main = max(sorted(words), key=lambda position: len(words[position]))
    if len(words[main]) < 2:  # noqa: PLR2004 - a column of labels has more than one
        return []
    others = {
        position
        for index, position in spots
        if position > main and _has_pair_before(grid.rows[index], main, position, spots, index)
    }
    return [main, *sorted(others)]


def _has_pair_before(row: Row, main: int, position: int, spots: dict[Spot, str], index: int) -> bool:
    """Whether a label of the main column and its value stand before a label in the same row."""
    between = [at for at in filled(row[:position]) if at > main]
    return (index, main) in spots and bool(between) and (index, between[-1]) not in spots
