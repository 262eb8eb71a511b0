"""Cards of accounts as tables: a row for each card of one layout, and the tables below them with their account."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from csdesk.intake.reading.cards import cards_of, figures_of, is_sample, named_by_sheet, tells_of_sheet
from csdesk.intake.reading.forms import Card, Pair
from csdesk.intake.reading.found import find_tables
from csdesk.intake.reading.gathering import Gathered, address, gathered, one_context, with_column
from csdesk.intake.reading.grid import Grid, Spot, filled
from csdesk.intake.reading.labels import NAMES, meanings
from csdesk.intake.shapes import Cell, Column, FoundTable, Progress
from csdesk.models.problems import Place, Problem, Reason, letters

_ALIKE: Final = 0.5
_HALF: Final = 0.5
_LONGEST_SEEN: Final = 200
_Source = tuple[str, str]


@dataclass(slots=True)
class CardFile:
    """The cards of one layout in a file; blank ones and samples are among `others`."""

    hidden: bool
    cards: list[Card] = field(default_factory=list)
    others: list[Card] = field(default_factory=list)

    def holds(self, card: Card) -> bool:
        """Whether a card shares its labels with those that are here, and is no list of what to fill in."""
        keys = (self.cards or self.others)[0].keys
        alike = len(keys & card.keys) >= _ALIKE * min(len(keys), len(card.keys))
        fitting = figures_of(card)
        return alike and self.hidden is card.grid.hidden and (len(fitting) < 2 or any(fitting))  # noqa: PLR2004 - one may be missing

    def take(self, card: Card) -> None:
        """One more card."""
        (self.others if card.is_blank or is_sample(card) else self.cards).append(card)

    def settled(self) -> "CardFile":
        """The same, where samples are cards if there is nothing else."""
        samples = [card for card in self.others if not card.is_blank]
        return self if self.cards else CardFile(self.hidden, samples, [card for card in self.others if card.is_blank])

    @property
    def is_borne_out(self) -> bool:
        """Whether days and amounts are such, and leave no doubt about a card that is the only one. Cards without a name
        are of the accounts that their sheets are called by."""
        fitting = [fits for card in self.cards for fits in figures_of(card)]
        if sum(fitting) < _HALF * len(fitting):
            return False
        if not self.cards:
            return True
        nameless = [card for card in self.cards if card.name is None]
        alone = len(self.cards) < 2  # noqa: PLR2004 - a second one bears it out
        if len(nameless) == len(self.cards):
            return not alone and all(map(tells_of_sheet, nameless))
        return not alone or any(fitting)


def card_files(grids: Sequence[Grid]) -> list[CardFile]:
    """The cards of all sheets by their layout."""
    files: list[CardFile] = []
    for grid in grids:
        for card in cards_of(grid):
            home = next((one for one in files if one.holds(card)), None)
            if home is None:
                files.append(home := CardFile(grid.hidden))
            home.take(card)
    return [one.settled() for one in files if one.settled().is_borne_out]


def tables_of(file: CardFile, source: _Source, progress: Progress) -> Iterator[FoundTable]:
    """The cards as one table, and the tables that stand below them, each kind of them as one."""
    loose = [problem for card in file.others if not card.is_blank for problem in _sample_told(card, source[0])]
    cards = file.cards if any(card.name for card in file.cards) else [named_by_sheet(card) for card in file.cards]
    below: dict[tuple[str, ...], list[FoundTable]] = {}
    for card in cards:
        rest = _rest(card)
        tables = find_tables(rest, *source, progress) if rest.rows else ()
        if rest.rows and not tables:
            loose += _told(rest, source[0])
        for table in tables:
            owned = _owned(table, card)
            below.setdefault(tuple(column.heading for column in owned.columns), []).append(owned)
    if cards:
        whole = _whole(cards, source)
        yield replace(whole, problems=(*whole.problems, *loose))
    for tables_alike in below.values():
        yield gathered(tables_alike)


def _sample_told(card: Card, file: str) -> Iterator[Problem]:
    place = Place(file, card.grid.sheet, 0, "", str(card.grid.lines[0]))
    yield Problem(place, "", card.grid.sheet, Reason.JUNK_ROW, refuses=False)


def _rest(card: Card) -> Grid:
    rows, lines = [card.grid.rows[at] for at in card.below], [card.grid.lines[at] for at in card.below]
    return replace(card.grid, rows=rows, lines=lines)


def _told(rest: Grid, file: str) -> Iterator[Problem]:
    """Rows below a card that are no table."""
    for row, line in zip(rest.rows, rest.lines, strict=True):
        seen = " ".join(str(row[at]).strip() for at in filled(row))[:_LONGEST_SEEN]
        yield Problem(Place(file, rest.sheet, 0, "", str(line)), "", seen, Reason.NOTE_ROW, refuses=False)


def _owned(table: FoundTable, card: Card) -> FoundTable:
    """A table below a card with the card's account in each row, unless its rows name one themselves."""
    name = card.name
    if name is None or any(meanings(column.heading) & NAMES for column in table.columns):
        return table
    cell = address(name.stands)
    return with_column(table, name.label, address(name.labelled), name.value, (table.sheet, cell))


def _whole(cards: Sequence[Card], source: _Source) -> FoundTable:
    """All cards as one table whose columns are their labels."""
    heads = _heads(cards)
    columns = [Column(pair.label, address(pair.labelled), letters(at)) for at, pair in enumerate(heads.values())]
    whole = Gathered(columns)
    spots: dict[tuple[str, Spot], tuple[int, str]] = {}
    for card in cards:
        found = _by_key(card)
        top = min(pair.labelled[0] for pair in card.pairs)
        cells = [_cell(found.get(key)) for key in heads]
        addresses = [address(found[key].stands) if key in found else str(top) for key in heads]
        number = whole.add(cells, card.grid.sheet, top, addresses)
        for column, key in zip(columns, heads, strict=True):
            if key in found:
                spots[card.grid.sheet, found[key].stands] = (number, column.letter)
    for grid in {id(card.grid): card.grid for card in cards}.values():
        whole.problems += _troubles(grid, source[0], spots)
    grids = [card.grid for card in cards]
    like = FoundTable(
        source[0], source[1], "", grids[0].hidden, _range(cards[0]), grids[0].encoding, grids[0].separator,
        (), (), (), formats=_formats(grids, spots, columns),
    )  # fmt: skip
    context = one_context("\n".join(card.titles) for card in cards)
    return whole.table(like, [grid.sheet for grid in grids], context)


def _by_key(card: Card) -> dict[tuple[str, int], Pair]:
    """The pairs by label; one that comes again in a card is another column."""
    times: Counter[str] = Counter()
    found = {}
    for pair in card.pairs:
        found[pair.key, times[pair.key]] = pair
        times[pair.key] += 1
    return found


def _heads(cards: Sequence[Card]) -> dict[tuple[str, int], Pair]:
    """A pair for each column, in the order of the cards; a label that only a later card has goes behind the one it
    follows there."""
    order: list[tuple[str, int]] = []
    heads: dict[tuple[str, int], Pair] = {}
    for card in cards:
        last = -1
        for key, pair in _by_key(card).items():
            if key not in heads:
                order.insert(last + 1, key)
                heads[key] = pair
            last = order.index(key)
    return {key: heads[key] for key in order}


def _cell(pair: Pair | None) -> Cell:
    return pair.value if pair else None


def _range(card: Card) -> str:
    spots = [spot for pair in card.pairs for spot in (pair.labelled, pair.stands)]
    lines, columns = [line for line, _ in spots], [column for _, column in spots]
    return f"{address((min(lines), min(columns)))}:{address((max(lines), max(columns)))}"


def _formats(
    grids: Sequence[Grid], spots: dict[tuple[str, Spot], tuple[int, str]], columns: Sequence[Column]
) -> dict[int, str]:
    """The most frequent number format of each column's values."""
    counts: dict[str, Counter[str]] = {}
    for grid in {id(grid): grid for grid in grids}.values():
        for spot, text in grid.facts.formats.items():
            if text and (at := spots.get((grid.sheet, spot))):
                counts.setdefault(at[1], Counter())[text] += 1
    return {
        at: counts[column.letter].most_common(1)[0][0] for at, column in enumerate(columns) if column.letter in counts
    }


def _troubles(grid: Grid, file: str, spots: dict[tuple[str, Spot], tuple[int, str]]) -> Iterator[Problem]:
    """Values that are errors, formulas never calculated, cut, or hidden."""
    facts = grid.facts
    hidden_lines, hidden_columns = set(facts.hidden_lines), set(facts.hidden_columns)
    for (sheet, spot), (number, letter) in spots.items():
        if sheet != grid.sheet:
            continue
        place = Place(file, sheet, number, letter, address(spot))
        for told, reason in ((facts.errors, Reason.ERROR_CELL), (facts.uncalculated, Reason.NOT_CALCULATED)):
            if spot in told:
                yield Problem(place, "", told[spot], reason, refuses=False)
        if spot in facts.cut:
            yield Problem(place, "", "", Reason.TOO_LONG, refuses=False)
        if spot[0] in hidden_lines or spot[1] in hidden_columns:
            yield Problem(place, "", address(spot), Reason.HIDDEN, refuses=False)
