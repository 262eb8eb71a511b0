"""Answers to several surveys in one table: a column beside the score tells of each row which was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from csdesk.intake.matching.records.inner_lines import with_lines
from csdesk.intake.matching.records.invoice_items import with_items
from csdesk.intake.matching.tables.rows import SCORES
from csdesk.intake.records import RecordsByColumn, column_of
from csdesk.intake.shapes import Record, TableKind
from csdesk.intake.values.work_words import survey_named


def as_told(records: Sequence[Record], kind: TableKind, positions: Mapping[str, int]) -> Sequence[Record]:
    """The records of a table, where one of its rows tells how another is meant: a line of a contract by the record it
    stands in, an item by its invoice, a score by the survey."""
    return with_items(with_surveys(with_lines(records, kind), kind, positions), kind, positions)


def with_surveys(records: Sequence[Record], kind: TableKind, positions: Mapping[str, int]) -> Sequence[Record]:
    """The records, each score as that of the survey its row names: a 5 of CSAT is none of NPS. As they are where the
    table asks several questions, or every row names the same."""
    scores = [field for field in SCORES if field in positions]
    if kind is not TableKind.ANSWERS or len(scores) != 1 or "nps.kind" not in positions:
        return records
    named = {word: survey_named(word) for word in set(column_of(records, "nps.kind")) if isinstance(word, str)}
    surveys = {survey for survey in named.values() if survey}
    if len(surveys) < 2:  # noqa: PLR2004 - one alone is that of the whole column
        return records
    told = [f"{survey.value}.score" for survey in surveys]
    return [_moved(one, scores[0], named.get(str(one.values.get("nps.kind"))), told) for one in records]


def asked_of(records: Sequence[Record]) -> frozenset[str]:
    """The scores that records have beside those of their table's columns."""
    return (
        frozenset()
        if isinstance(records, RecordsByColumn) or not records
        else frozenset(SCORES) & records[0].values.keys()
    )


def _moved(record: Record, score: str, survey: object, told: Sequence[str]) -> Record:
    to = f"{survey}.score" if survey else score
    values = {**dict.fromkeys(told), **record.values}
    value = values.pop(score, None)
    return replace(record, values={**values, score: None, to: value})
