"""Costs by month in blocks: what rows of a block were spent for, as the row above them or the table's title says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from csdesk.intake.fields import base_of
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.shapes import Clean, FoundTable, Record
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.words import cost_purpose
from csdesk.models.problems import Problem, Reason

_WORDS = ("cost.item", "cost.channel")


@dataclass(frozen=True, slots=True)
class CostBlocks:
    """The blocks of one table with months across: the rows that name them, and those that repeat the headings."""

    names: Mapping[int, str]
    repeats: frozenset[int]
    title: str

    def told(self, problems: Sequence[Problem]) -> list[Problem]:
        """Problems without those of headings that stand again."""
        return [one for one in problems if one.place.row not in self.repeats]

    def of(self, records: Sequence[Record]) -> Iterator[Record]:
        """The records of costs with what they were spent for: their own word, a word above that is not said again for
        each row, the block's, or the title's where the row's own words say nothing."""
        block = above = ""
        marks = sorted(self.names)
        for record in records:
            while marks and marks[0] <= record.line:
                block, above = self.names[marks.pop(0)], ""
            values = record.values
            if record.line in self.names or not any(base_of(name) == "cost.amount" for name in _filled(values)):
                continue
            above = str(values.get("cost.purpose") or above)
            own = any(cost_purpose(str(values[name])) for name in _WORDS if values.get(name))
            purpose = above or (block if cost_purpose(block) else "" if own else self.title)
            yield replace(record, values={**values, "cost.purpose": purpose}) if purpose else record


def _filled(values: Mapping[str, Clean]) -> Iterator[str]:
    return (name for name, value in values.items() if value is not None)


def blocks_of(table: FoundTable, known: Recognised) -> CostBlocks | None:
    """The blocks of a table of costs with months across; None for other tables."""
    months = [at for field, at in known.positions.items() if base_of(field) == "cost.amount" and "@" in field]
    if not months or "cost.month" in known.positions:
        return None
    rest = [at for at in range(len(table.columns)) if at not in months]
    names = {
        one.place.row: one.seen.strip("【】[]■▼〔〕《》＜＞<> ")
        for one in table.problems
        if one.reason is Reason.NOTE_ROW
    }
    repeats = set()
    for line, row in zip(table.lines, table.rows, strict=True):
        labels = [text for at in rest if (text := as_text(row[at]))]
        again = [at for at in months if as_text(row[at]) == table.columns[at].heading]
        if len(again) > 1:
            repeats.add(line)
        if labels and (len(again) > 1 or not any(as_text(row[at]) for at in months)):
            names[line] = labels[0]
    names = {line: fold_words(text) for line, text in names.items()}
    heading = known.columns[rest[0]].column.heading if rest else ""
    title = next((text for text in (heading, table.context) if cost_purpose(text)), "")
    return CostBlocks(names, frozenset(repeats), title)
