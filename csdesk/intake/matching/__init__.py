"""Matching: what a found table is, which field each column feeds, and its rows as clean records."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from csdesk.intake.fields import SKIP
from csdesk.intake.matching.fields.columns import ASK_BELOW
from csdesk.intake.matching.fields.marks import day_of_sheet
from csdesk.intake.matching.fields.price_parts import other_totals
from csdesk.intake.matching.meaning.endings import end_findings
from csdesk.intake.matching.meaning.gaps import gaps
from csdesk.intake.matching.meaning.monthly import by_months
from csdesk.intake.matching.meaning.movement_findings import movement_findings
from csdesk.intake.matching.meaning.net import Net, net_findings
from csdesk.intake.matching.meaning.styles import Home, Styles, styles
from csdesk.intake.matching.meaning.years import of_months
from csdesk.intake.matching.records.blocks import Blocks, is_by_block, is_long, sampled, unpacked
from csdesk.intake.matching.records.by_survey import as_told, asked_of
from csdesk.intake.matching.records.cleaning import Cleaned, clean, place_of
from csdesk.intake.matching.records.cost_blocks import blocks_of
from csdesk.intake.matching.records.expenses import expenses
from csdesk.intake.matching.records.figure_rows import FigureRows
from csdesk.intake.matching.records.filled_down import block_fields, filled_down, said_once
from csdesk.intake.matching.records.kept_own import without_many
from csdesk.intake.matching.records.rate_rows import RateRows
from csdesk.intake.matching.records.rules import RowRules, is_on_scale, is_vital, told_once
from csdesk.intake.matching.records.second_columns import said_beside
from csdesk.intake.matching.records.unfolding import billed_ahead, by_month, not_filled, without_negatives
from csdesk.intake.matching.tables.figure_column import other_figures, rows_of_figures
from csdesk.intake.matching.tables.recognising import Recognised, recognise
from csdesk.intake.matching.tables.rows import SCORES
from csdesk.intake.matching.tables.turned import turned
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import plain_hits
from csdesk.intake.own.reading import match_own
from csdesk.intake.own.recognising import own_tables
from csdesk.intake.packed import Joined, PackedRows
from csdesk.intake.records import RecordsByColumn
from csdesk.intake.shapes import (
    Choice,
    Column,
    Finding,
    FoundTable,
    MatchedTable,
    Matching,
    Progress,
    Record,
    TableKind,
    part_of,
    silent,
)
from csdesk.intake.values.reading import as_text
from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.models.problems import Place, Problem, Reason

__all__ = ["ASK_BELOW", "by_months", "match_tables", "shape_of"]

_FIGURES: dict[TableKind, type[FigureRows | RateRows]] = {TableKind.FIGURES: FigureRows, TableKind.RATES: RateRows}
_TURNABLE = frozenset({TableKind.UNKNOWN, TableKind.COSTS})
_SAID = {
    Choice.END_DATE: ("contract.end", Reason.END_DATE_TAKEN),
    Choice.DATE_ORDER: ("", Reason.DATE_ORDER_TAKEN),
    Choice.UNIT: ("", Reason.CENTS_TAKEN),
    Choice.MOVES: ("movement.amount", Reason.CHANGE_TAKEN),
}


def match_tables(
    found: Sequence[FoundTable],
    matchings: Sequence[Matching] = (),
    *,
    language: Language,
    currency: str,
    fiscal_start: int = 1,
    as_of: date | None = None,
    progress: Progress = silent,
) -> tuple[MatchedTable, ...]:
    """Each table matched and cleaned. `matchings` go with the tables in order; where they end, evidence decides.

    `language` and `currency` settle what a table leaves open (4/1/2024, a bare `$`), `fiscal_start` the months of
    'FY2024 Q1', `as_of` the year of past days that tell none. `progress` is told rows done and in all, and may raise to
    stop.
    """
    home = Home(language, currency, fiscal_start, as_of)
    chosen = [*matchings[: len(found)], *(Matching() for _ in found[len(matchings) :])]
    whole, done, matched = sum(len(table.rows) for table in found), 0, []
    for table, one, own in zip(found, chosen, own_tables(found, chosen), strict=True):
        told = part_of(progress, done, whole)
        matched.append(match_own(table, own, told) if own else match_table(table, one, home, told))
        done += len(table.rows)
    progress(whole, whole)
    return tuple(matched)


def shape_of(table: FoundTable) -> str:
    """A digest of the table's folded headings: files of one shape are matched as the last one was."""
    headings = "\x1f".join(fold_words(column.heading) for column in table.columns)
    return hashlib.sha256(headings.encode()).hexdigest()[:32]


def match_table(table: FoundTable, chosen: Matching, home: Home, progress: Callable[[int], object]) -> MatchedTable:
    """One table matched and cleaned; `progress` is told how many rows are done."""
    progress(0)
    known = None if isinstance(table.rows, PackedRows) else recognise(table, chosen)
    progress(0)
    if is_long(table) and (matched := _long_use(table, known, chosen, home, progress)) is not None:
        return matched
    if known is None:
        table = unpacked(table)
        progress(0)
        known = recognise(table, chosen)
    if known.kind in _TURNABLE and chosen.kind is None and (upright := turned(table)):
        table = upright
        known = recognise(table, chosen)
    progress(0)
    return _at_once(table, known, styles(table, known, chosen, home), chosen, home, progress)


def _long_use(
    table: FoundTable, known: Recognised | None, chosen: Matching, home: Home, progress: Callable[[int], object]
) -> MatchedTable | None:
    """A long table of use by blocks of its rows, recognised by a sample; None where it is nothing of the kind."""
    if known and known.kind is not TableKind.USE:
        return None
    sample = sampled(table)
    progress(0)
    known = known or recognise(sample, chosen)
    if known.kind is not TableKind.USE:
        return None
    progress(0)
    known, left = without_many(table, known)
    settled = styles(sample, known, chosen, home)
    if not is_by_block(table, known):
        return None
    done = _by_block(table, sample, known, settled, chosen, progress, home=home)
    return replace(done, problems=Joined(left, done.problems)) if left else done


def _at_once(
    table: FoundTable,
    known: Recognised,
    settled: Styles,
    chosen: Matching,
    home: Home,
    progress: Callable[[int], object],
) -> MatchedTable:
    """A table cleaned as a whole."""
    done = clean(table, known, settled.readings, progress, day_of_sheet(table) or home.as_of)
    progress(len(table.rows))
    findings = (
        *settled.findings,
        *end_findings(known, done.records, chosen),
        *movement_findings(known.kind, known.columns, done.records, chosen),
        *net_findings(table, known, chosen, home.currency),
    )
    answers = {finding.choice: finding.answer for finding in findings}
    progress(len(table.rows))
    net = Net(table, known, answers, Currency(answers.get(Choice.CURRENCY, home.currency)))
    told = _eased(known.kind, done.problems, done.records)
    errors = {problem.place for problem in told if problem.reason is Reason.ERROR_CELL}
    found = [problem for problem in _found(table, known) if problem.place not in errors]
    cleaned: Sequence[Record] = as_told(done.records, known.kind, known.positions)
    if blocks := blocks_of(table, known):
        cleaned, told = list(blocks.of(cleaned)), blocks.told(told)
    down = filled_down(table, known, cleaned, once := block_fields(table, known, cleaned))
    records, problems = _checked(table, known, net.of(down), answers, _refused([*found, *told]))
    records, more = _unfolded(table, known, records, home)
    said = [
        *found,
        *_said(table, known, findings),
        *_of_columns(table, known, chosen, once, answers),
        *told_once([*told, *net.problems, *problems]),
        *more,
    ]
    kept = records if isinstance(records, RecordsByColumn) else tuple(records)
    return MatchedTable(table, known.kind, known.confidence, known.columns, findings, kept, tuple(said))


def _of_columns(
    table: FoundTable, known: Recognised, chosen: Matching, once: Sequence[str], answers: Mapping[Choice, str]
) -> list[Problem]:
    """What is to be said of whole columns; `once` are the fields that are told once for a block of rows."""
    return [
        *gaps(table, known, chosen),
        *of_months(table, known, monthly=answers.get(Choice.PERIOD) == "month"),
        *other_totals(table, known.positions),
        *said_once(table, known, once),
        *said_beside(table, known),
        *expenses(table, known),
    ]


def _unfolded(
    table: FoundTable, known: Recognised, records: Sequence[Record], home: Home
) -> tuple[Sequence[Record], list[Problem]]:
    """The records of tables whose rows hold several: a month, a figure or a rate each; and what is to be said."""
    if known.kind in _FIGURES:
        figures = _FIGURES[known.kind](table, known, home)
        return figures.records(), figures.problems
    if known.kind is TableKind.MATRIX:
        records, negative = without_negatives(table, records, known, home.fiscal_start)
        said = [
            *negative,
            *other_figures(table, known.columns),
            *rows_of_figures(table, known.columns),
            *not_filled(table, records, known, home.fiscal_start),
            *billed_ahead(table, records, known, home.fiscal_start),
        ]
        return by_month(table, records, known, home.fiscal_start), said
    return records, []


def _by_block(
    table: FoundTable,
    sample: FoundTable,
    known: Recognised,
    settled: Styles,
    chosen: Matching,
    progress: Callable[[int], object],
    *,
    home: Home,
) -> MatchedTable:
    """A long list of use, whose records are made when they are looked at."""
    answers = {finding.choice: finding.answer for finding in settled.findings}
    read = {match.column.letter for match in known.columns if match.field not in {"", SKIP}}
    # Errors in cells that are read are told as these are cleaned.
    found = [
        one for one in _found(sample, known) if one.reason is not Reason.ERROR_CELL or one.place.column not in read
    ]

    def check(part: FoundTable, done: Cleaned) -> tuple[Sequence[Record], list[Problem]]:
        return _checked(part, known, done.records, answers, _refused([*found, *done.problems]))

    blocks = Blocks(table, known, settled.readings, check, day_of_sheet(table) or home.as_of)
    blocks.read(progress)
    said = [
        *found,
        *_said(sample, known, settled.findings),
        *gaps(sample, known, chosen),
        *of_months(sample, known, monthly=answers.get(Choice.PERIOD) == "month"),
    ]
    return MatchedTable(
        table,
        known.kind,
        known.confidence,
        known.columns,
        settled.findings,
        blocks.records,
        Joined(said, blocks.problems),
    )


def _found(table: FoundTable, known: Recognised) -> list[Problem]:
    """What was met when the table was read. A formula never calculated hides a value, as an error does: in a column
    that a row cannot do without it refuses the row."""
    fields = {match.column.letter: match.field or _named(match.column, table, known) for match in known.columns}
    return [
        replace(one, field=field, refuses=is_vital(known.kind, field))
        if one.reason is Reason.NOT_CALCULATED and (field := fields.get(one.place.column))
        else one
        for one in table.problems
    ]


def _named(column: Column, table: FoundTable, known: Recognised) -> str:
    """The field that the heading of a column without any value plainly names, where no other column feeds it."""
    at = table.columns.index(column)
    if any(as_text(row[at]) for row in table.rows):
        return ""
    return next((hit.field.id for hit in plain_hits(column.heading) if hit.field.id not in known.positions), "")


def _eased(kind: TableKind, problems: Sequence[Problem], records: Sequence[Record]) -> list[Problem]:
    """The problems, where a score that cannot be read does not refuse what the same row answers to another question."""
    if kind is not TableKind.ANSWERS:
        return list(problems)
    answered = {
        record.line
        for record in records
        for name in SCORES
        if isinstance(score := record.values.get(name), int | float) and is_on_scale(name, score)
    }
    return [
        replace(one, refuses=False) if one.field in SCORES and one.place.row in answered else one for one in problems
    ]


def _refused(problems: Sequence[Problem]) -> dict[int, set[str]]:
    """Fields already found faulty, by line."""
    found: dict[int, set[str]] = {}
    for problem in problems:
        if problem.refuses:
            found.setdefault(problem.place.row, set()).add(problem.field)
    return found


def _checked(
    table: FoundTable,
    known: Recognised,
    records: Sequence[Record],
    answers: dict[Choice, str],
    refused: dict[int, set[str]],
) -> tuple[Sequence[Record], list[Problem]]:
    """The records held against the rules of their kind, each fault once; scores off every scale are emptied alone."""
    positions = known.positions
    rules = RowRules(known.kind, frozenset(positions) | asked_of(records), answers)
    rows: dict[int, int] = {}
    emptied, problems = {}, []
    doubted = (
        rules.doubtful(records.columns, len(records)) if isinstance(records, RecordsByColumn) else range(len(records))
    )
    for nth in doubted:
        record = records[nth]
        faults = [] if record.head else rules.faults(record.values)
        rows = rows or ({line: at for at, line in enumerate(table.lines)} if faults else {})
        bad = set()
        for fault in faults:
            if fault.field in refused.get(record.line, ()):
                continue
            at = positions.get(fault.field)
            seen = "" if at is None else as_text(table.rows[rows[record.line]][at])
            place = table.place(record.line) if at is None else place_of(table, rows[record.line], at)
            problems.append(Problem(place, fault.field, seen, fault.reason, fault.refuses))
            if not fault.refuses:
                bad.add(fault.field)
        if bad:
            emptied[nth] = replace(record, values={**record.values, **dict.fromkeys(bad)})
    return [emptied.get(nth, record) for nth, record in enumerate(records)] if emptied else records, problems


def _said(table: FoundTable, known: Recognised, findings: Sequence[Finding]) -> list[Problem]:
    """A word on every default that was taken for want of evidence, at the heading it concerns."""
    said = []
    for finding in findings:
        if finding.certain or finding.choice not in _SAID:
            continue
        if finding.choice is Choice.UNIT and finding.answer != "hundredth":
            continue
        field, reason = _SAID[finding.choice]
        at = known.positions.get(field)
        row = max(table.lines[0] - 1, 1) if table.lines else 1
        place, heading = Place(table.file, table.sheet, 0 if table.stands else row), finding.answer
        if at is not None:
            column = table.columns[at]
            place, heading = replace(place, column=column.letter, cell=table.heading_place(column).cell), column.heading
        said.append(Problem(place, field, heading, reason, refuses=False))
    return said
