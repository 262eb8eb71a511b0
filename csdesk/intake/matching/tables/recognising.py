"""What a found table seems to be: its kind, and the field of every column."""

# ruff: noqa: PLR2004 - shares and weights are the evidence itself, told where they are weighed

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from csdesk.intake.by_column import columns_of
from csdesk.intake.fields import FIELDS, PRICES, SKIP, base_of, is_field, month_of, with_month
from csdesk.intake.matching.fields import work_kinds
from csdesk.intake.matching.fields.address_parts import address_fields
from csdesk.intake.matching.fields.averages import are_averages
from csdesk.intake.matching.fields.belonging import of_their_own
from csdesk.intake.matching.fields.columns import Taken, assign, left_out, offered
from csdesk.intake.matching.fields.fallbacks import (
    with_account,
    with_day,
    with_due,
    with_listed,
    with_person,
    with_price,
    with_sole,
    without_idle_trials,
    without_namesakes,
    without_shared_ids,
)
from csdesk.intake.matching.fields.further_ids import further_ids
from csdesk.intake.matching.fields.further_people import people_fields
from csdesk.intake.matching.fields.kinds import ROLES, standing_for
from csdesk.intake.matching.fields.marks import mark_fields
from csdesk.intake.matching.fields.of_lines import with_line_texts
from csdesk.intake.matching.fields.own_measures import CONFIDENCE, with_own_measures
from csdesk.intake.matching.fields.price_parts import part_fields, with_own_price
from csdesk.intake.matching.fields.repeated import repeated_fields
from csdesk.intake.matching.fields.several_people import with_several
from csdesk.intake.matching.fields.tenure import without_tenure
from csdesk.intake.matching.fields.twins import of_twins
from csdesk.intake.matching.tables.bare_sheets import CONFIDENCE as BARE
from csdesk.intake.matching.tables.bare_sheets import bare_contracts
from csdesk.intake.matching.tables.figure_column import without_figures
from csdesk.intake.matching.tables.figures import FigureSheet, figure_fields
from csdesk.intake.matching.tables.grids import month_fields
from csdesk.intake.matching.tables.items import item_fields, with_item
from csdesk.intake.matching.tables.markers import lists_markers
from csdesk.intake.matching.tables.movements import log_speaks, with_levels
from csdesk.intake.matching.tables.rates import rate_fields
from csdesk.intake.matching.tables.rows import SCORES, are_touches, rows_speak, survey_told
from csdesk.intake.matching.tables.scores import score_fields
from csdesk.intake.matching.tables.steps import step_fields
from csdesk.intake.matching.tables.strangers import are_accounts, are_of_accounts, is_stranger
from csdesk.intake.matching.tables.titles import kinds_in_title, title_speaks
from csdesk.intake.matching.tables.trackers import lists_deals, tracks_renewals
from csdesk.intake.matching.words.dimensions import is_of_others, speaks_of_customers
from csdesk.intake.matching.words.evidence import Profile, profile
from csdesk.intake.matching.words.inner_tables import own_headings
from csdesk.intake.matching.words.months import month_headings
from csdesk.intake.matching.words.neighbours import Seen, is_row_number
from csdesk.intake.shapes import Cell, Choice, Column, ColumnMatch, FoundTable, Matching, TableKind
from csdesk.intake.values.reading import as_text
from csdesk.models.problems import Reason

_SAMPLES = 3
_SURE = 0.9
"""Confidence of what several columns tell together."""
_BY_LAYOUT = frozenset({TableKind.MATRIX, TableKind.MARKERS})
"""Kinds that single headings never tell."""
_WIDE = frozenset({TableKind.ACCOUNTS, TableKind.CONTRACTS})
"""Kinds whose rows may tell of several people and products of a customer."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table's kind and columns, before any value is read."""

    kind: TableKind
    confidence: float
    columns: tuple[ColumnMatch, ...]
    numbering: frozenset[int] = frozenset()
    """Positions of columns that only count the rows."""
    amounts: frozenset[str] = frozenset()
    """Month columns of a matrix that hold amounts rather than marks."""
    profiles: tuple[Profile, ...] = ()
    """What the values of each column look like."""
    sole: frozenset[int] = frozenset()
    """Positions of columns taken because no other could be what the table must have."""

    @property
    def positions(self) -> dict[str, int]:
        """Column position by field."""
        return {match.field: at for at, match in enumerate(self.columns) if match.field not in {"", SKIP}}


def recognise(table: FoundTable, chosen: Matching) -> Recognised:
    """The kind with the most evidence and each column's field; what the person chose stands above both."""
    if chosen.kind is TableKind.DEALS:
        # Other people's lists of deals are lists of the contracts that they become.
        chosen = replace(chosen, kind=TableKind.CONTRACTS)
    if chosen.kind is None and any(problem.reason is Reason.LABEL_PAIRS for problem in table.problems):
        chosen = replace(chosen, kind=TableKind.UNKNOWN)
    cells: list[Sequence[Cell]] = columns_of(table.rows) if table.rows else [()] * len(table.columns)
    headings = own_headings([column.heading for column in table.columns])
    seen = [Seen(heading, profile(values)) for heading, values in zip(headings, cells, strict=True)]
    figures = _sheet_of_figures(table, seen, cells, chosen)
    months = {} if figures else _months(table, seen, cells, chosen)
    told = (figures.kind, _SURE, []) if figures else _kind_of(table, seen, cells, chosen, months, people_fields(seen))
    sure = figures.fields if figures else {**months, **(people_fields(seen) if told[0] in _WIDE else {})}
    aside, open_ = frozenset() if figures else frozenset(sure), chosen.kind is None and not figures
    kind, confidence, taken, own = with_own_measures(table, seen, told, aside, open_=open_)
    placed = _placed(taken, kind, seen, cells, (months, aside))
    paid = any(seen[at].profile.high > 1 for at in months)
    headed = kind is not TableKind.MATRIX or not paid or speaks_of_customers(table)
    placed = with_listed(placed, kind, seen, table.context)
    taken, sole = with_sole(placed, kind, seen, cells, aside, headed=headed)
    if kind is TableKind.UNKNOWN and open_ and (bare := bare_contracts(seen, cells, months))[0]:
        (taken, sole), kind, confidence = bare, TableKind.CONTRACTS, BARE
    # A total beside its parts would count them twice.
    parts = {base_of(field) for field in months.values()} & {"cost.amount", "usage.amount"}
    taken = [one for one in with_several(taken, cells) if one.hit.field.id not in parts]
    found = _fields(taken, kind, seen, cells, sure)
    found |= {at: (field, CONFIDENCE) for at, field in own.items() if at not in found}
    found |= {at: (field, 1.0) for at, field in _by_hand(table, chosen, found).items()}
    columns = tuple(
        _matched(column, *found.get(at, ("", 0.0)), _samples(cells[at]), _others(at, seen, kind))
        for at, column in enumerate(table.columns)
    )
    numbering = frozenset(at for at, one in enumerate(seen) if one.profile.sequence and is_row_number(one.heading))
    columns = _each_once(_as_survey(columns, kind, chosen, survey_told(columns, seen, cells)))
    return Recognised(
        kind, confidence, columns, numbering, _amounts(columns, seen), tuple(one.profile for one in seen), sole
    )


def _placed(
    taken: list[Taken],
    kind: TableKind,
    seen: Sequence[Seen],
    cells: Sequence[Sequence[Cell]],
    apart: tuple[Mapping[int, str], frozenset[int]],
) -> list[Taken]:
    """The columns as what stands beside each makes of it; `apart` are those of months, and all told already."""
    months, aside = apart
    taken = without_shared_ids(with_day(with_due(taken, seen), kind, seen, aside), kind, cells)
    taken = with_person(with_account(taken, kind, seen), kind, seen, aside)
    taken = with_item(without_figures(without_namesakes(taken, cells), kind, cells), kind, seen, months)
    taken = of_twins(of_their_own(taken, kind, seen), kind, seen, cells)
    taken = with_line_texts(without_tenure(taken, seen, cells), kind, cells)
    priced = with_levels(with_own_price(with_price(taken, seen), seen, cells), kind, seen, cells)
    return without_idle_trials(priced, cells)


def _fields(
    taken: Sequence[Taken],
    kind: TableKind,
    seen: Sequence[Seen],
    cells: Sequence[Sequence[Cell]],
    sure: Mapping[int, str],
) -> dict[int, tuple[str, float]]:
    """The field of each column and how sure it is: by its own words and values, then what columns of lists of customers
    and contracts tell together."""
    parts = part_fields(seen, cells, taken) if kind in _WIDE else {}
    found = {one.position: (one.hit.field.id, round(one.confidence, 2)) for one in taken}
    found = {at: one for at, one in found.items() if not parts or one[0] not in PRICES}
    if kind in _WIDE:
        found = {
            at: one
            for at, one in found.items()
            if one[0] not in SCORES or not are_averages(one[0], seen[at].heading, cells[at])
        }
    found |= {at: (field, _SURE) for at, field in {**sure, **parts}.items()}
    if kind in _WIDE:
        again = {**repeated_fields(seen, taken, found), **mark_fields(seen, cells, found), **further_ids(seen, found)}
        again |= address_fields(seen, found)
        found |= {at: (field, _SURE) for at, field in again.items()}
    return found


def _matched(
    column: Column, field: str, confidence: float, samples: tuple[str, ...], others: tuple[str, ...]
) -> ColumnMatch:
    return ColumnMatch(column, field, confidence, samples, tuple(other for other in others if other != field))


_SHEETS = {TableKind.RATES: rate_fields, TableKind.FIGURES: figure_fields, TableKind.HEALTH: score_fields}
"""Kinds told by their whole layout, and how their columns are found."""


def _sheet_of_figures(
    table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]], chosen: Matching
) -> FigureSheet | None:
    """A sheet of figures by period, exchange rates or scores, unless the person says that it is something else."""
    for kind, fields_of in _SHEETS.items():
        if chosen.kind in {None, kind} and (fields := fields_of(table, seen, cells)):
            return FigureSheet(kind, fields)
    return None


def _months(
    table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]], chosen: Matching
) -> dict[int, str]:
    """The fields of columns that each hold one of many: months, items of costs, steps."""
    months = _months_of_kind(month_fields(table, seen, cells), chosen)
    if chosen.kind is None and months and _kind_by_months(months) is TableKind.MATRIX and is_of_others(table, seen):
        months = {}
    if not months and chosen.kind in {None, TableKind.COSTS}:
        months = item_fields(table, seen)
    if not months and chosen.kind in {None, TableKind.MILESTONES}:
        months = step_fields(seen, cells)
    return months


def _months_of_kind(months: dict[int, str], chosen: Matching) -> dict[int, str]:
    """Month columns as the kind that the person chose would have them; kinds without months have none."""
    kind = chosen.kind
    if kind is None or not months or _kind_by_months(months) is kind:
        return months
    return (
        {at: with_month("matrix", month_of(field)) for at, field in months.items()} if kind is TableKind.MATRIX else {}
    )


def _by_hand(table: FoundTable, chosen: Matching, found: Mapping[int, tuple[str, float]]) -> dict[int, str]:
    """The fields a person chose, by position. Of several columns under one heading only one can be meant: the one that
    evidence gives that field, else the first."""
    places: dict[str, list[int]] = {}
    for at, column in enumerate(table.columns):
        places.setdefault(column.heading, []).append(at)
    picked: dict[int, str] = {}
    for heading, field in chosen.fields.items():
        positions = places.get(heading, [])
        if positions and (is_field(field) or (field == "" and len(positions) == 1)):
            likely = [at for at in positions if found.get(at, ("",))[0] == field]
            picked[(likely or positions)[0]] = field
    return picked


def _samples(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(text for cell in cells[:50] if (text := as_text(cell)))[:_SAMPLES]


def _others(at: int, seen: Sequence[Seen], kind: TableKind) -> tuple[str, ...]:
    """What else a column may be, the likeliest first, then everything that a table of the kind may hold."""
    if kind is TableKind.UNKNOWN:
        return ()
    likely = [offer.hit.field.id for offer in offered(at, seen[at], kind, seen)]
    holds = [field.id for field in FIELDS.values() if ROLES[kind].share(field)]
    return tuple(dict.fromkeys((*likely, *holds, SKIP)))


def _as_survey(
    columns: tuple[ColumnMatch, ...], kind: TableKind, chosen: Matching, told: str
) -> tuple[ColumnMatch, ...]:
    """The one column of scores as the survey that the person chose, or that another column has told."""
    wanted = f"{chosen.choices.get(Choice.SURVEY) or told}.score"
    scores = [match for match in columns if match.field in SCORES]
    if kind is not TableKind.ANSWERS or wanted not in SCORES or len(scores) != 1:
        return columns
    sure = replace(scores[0], field=wanted, confidence=max(scores[0].confidence, _SURE))
    return tuple(sure if match is scores[0] else match for match in columns)


def _amounts(columns: Sequence[ColumnMatch], seen: Sequence[Seen]) -> frozenset[str]:
    """All month columns of a matrix where any holds a figure other than 0 and 1."""
    months = {match.field: seen[at].profile for at, match in enumerate(columns) if base_of(match.field) == "matrix"}
    figures = [p for p in months.values() if not p.is_empty and p.number > 0.3 and p.high > 1]
    return frozenset(months) if figures else frozenset()


def _kind_of(
    table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]], chosen: Matching,
    months: Mapping[int, str], people: Mapping[int, str],
) -> tuple[TableKind, float, list[Taken]]:  # fmt: skip
    """The table's kind, how sure that is, and the fields of its columns: as chosen, by its months, or by evidence."""
    skip = {kind: frozenset(months) | (people.keys() if kind in _WIDE else frozenset()) for kind in ROLES}
    if chosen.kind is TableKind.UNKNOWN:
        return TableKind.UNKNOWN, 1.0, []
    if chosen.kind is not None:
        return chosen.kind, 1.0, assign(seen, chosen.kind, skip.get(chosen.kind, frozenset(months)))
    kind_told = _kind_by_months(months) if months else _kind_told(table, seen, cells)
    strange = kind_told is TableKind.UNKNOWN
    if kind_told is not None and not strange:
        return kind_told, 0.9, assign(seen, kind_told, skip[kind_told])
    log, titled = any(map(are_touches, seen)), kinds_in_title(table)
    options: list[tuple[float, TableKind, list[Taken]]] = [(0.0, TableKind.UNKNOWN, [])]
    for kind in (TableKind.MOVEMENTS,) if strange else ROLES:
        taken = (
            []
            if kind in _BY_LAYOUT or (kind is TableKind.COSTS and are_of_accounts(seen))
            else assign(seen, kind, skip[kind])
        )
        points = standing_for(kind, [one.hit for one in taken])
        if points:
            points += rows_speak(kind, seen, taken) + log_speaks(kind, taken, seen)
            points += title_speaks(kind, titled) - 0.8 * left_out(seen, taken, skip[kind])
            points -= 2.0 if log and kind in work_kinds.MAIN else 0.0
        options.append((points, kind, taken))
    options.sort(key=lambda option: -option[0])
    (best, kind, taken), (second, _, _) = options[0], options[1]
    if best < 1.0 or (kind is TableKind.ACCOUNTS and not are_accounts(seen, taken, cells)):
        return TableKind.UNKNOWN, 0.0, []
    if kind is TableKind.USE and _is_unread_grid(seen, taken):
        return TableKind.UNKNOWN, 0.0, []
    return kind, round(min(0.99, 0.5 + 0.5 * (best - second) / best + 0.03 * min(len(taken), 8)), 2), taken


def _is_unread_grid(seen: Sequence[Seen], taken: Sequence[Taken]) -> bool:
    """Whether measures stand down and figures under months across that nobody reads: not each line is one event."""
    fields = {one.hit.field.id for one in taken}
    once = "usage.measure" in fields and not fields & {"usage.amount", "usage.date", "usage.login_at"}
    return once and bool(month_headings([one.heading for one in seen], ""))


def _kind_told(table: FoundTable, seen: Sequence[Seen], cells: Sequence[Sequence[Cell]]) -> TableKind | None:
    """The kind that a table plainly is: none of ours, or a tracker of renewals; None where the evidence decides."""
    renewals = tracks_renewals(table, seen, cells)
    if (is_stranger(seen, cells) and not renewals) or is_of_others(table, seen):
        return TableKind.UNKNOWN
    if lists_markers(table, seen, cells):
        return TableKind.MARKERS
    return TableKind.CONTRACTS if renewals or lists_deals(seen) else None


def _kind_by_months(months: Mapping[int, str]) -> TableKind:
    field = next(iter(months.values()))
    if field.startswith("matrix"):
        return TableKind.MATRIX
    if field.startswith("milestone"):
        return TableKind.MILESTONES
    return TableKind.COSTS if field.startswith("cost") else TableKind.USE


def _each_once(columns: Sequence[ColumnMatch]) -> tuple[ColumnMatch, ...]:
    """The columns with each field once: the surest column keeps it (what a person chose is surest), the first of
    equals."""
    keeper: dict[str, int] = {}
    for at in sorted(range(len(columns)), key=lambda at: -columns[at].confidence):
        keeper.setdefault(columns[at].field, at)
    return tuple(
        match if match.field in {"", SKIP} or keeper[match.field] == at else replace(match, field="", confidence=0.0)
        for at, match in enumerate(columns)
    )
