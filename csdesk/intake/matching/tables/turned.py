"""A logo x month sheet turned on its side: months down, an account over each column."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

import re
from dataclasses import replace

from csdesk.intake.matching.fields.fallbacks import are_companies
from csdesk.intake.matching.tables.grids import COST_WORDS
from csdesk.intake.matching.words.evidence import profile
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import plain_hits
from csdesk.intake.matching.words.months import month_headings
from csdesk.intake.matching.words.spans import span_headings
from csdesk.intake.shapes import Column, FoundTable
from csdesk.intake.values.currencies import pair_of
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.words import cost_purpose
from csdesk.intake.vocabulary.metrics import ANY_METRIC
from csdesk.models.problems import column_of

_ACCOUNT = "Account"
_MONEY = re.compile(
    r"(?<![a-z])(?:mrr|arr|revenue|sales|customers?|accounts?|logos?)(?![a-z])|売上|月額|顧客|請求|"
    r"契約"
)
_COHORT = re.compile(r"cohort|コホート|獲得月|入会月|契約月別")
_NO_ACCOUNT = re.compile(r"合計|小計|総計|^計$|累計|平均|(?<![a-z])(?:totals?|sum|average|count|number)(?![a-z])")


def turned(table: FoundTable) -> FoundTable | None:
    """The table with rows and columns exchanged, an account in each row; None where it is no such sheet."""
    if len(table.columns) < 3 or len(table.rows) < 2:
        return None
    cells = list(zip(*table.rows, strict=True))
    texts = [as_text(cell) for cell in cells[0]]
    around = f"{table.context} {table.sheet} {table.file}"
    months = month_headings(texts, around) or span_headings(texts, around)
    accounts = [at for at in range(1, len(cells)) if not _NO_ACCOUNT.search(fold_words(table.columns[at].heading))]
    headings = [table.columns[at].heading for at in accounts]
    if len(months) < len(texts) or any(month.rest for month in months) or len(set(headings)) < max(2, len(headings)):
        return None
    figured = all(one.is_empty or max(one.number, one.mark) > 0.8 for one in (profile(cells[at]) for at in accounts))
    told = are_companies(headings) or bool(_MONEY.search(fold_words(around)))
    spent = COST_WORDS.search(fold_words(" ".join((around, *(column.heading for column in table.columns)))))
    cohorts = _COHORT.search(fold_words(" ".join((around, *headings))))
    if spent or cohorts or not figured or not told or not all(map(_may_be_account, headings)):
        return None
    first = table.columns[0]
    columns = [Column(_ACCOUNT, first.cell, str(first.line))]
    columns += [Column(text, f"{first.letter}{line}", str(line)) for text, line in zip(texts, table.lines, strict=True)]
    rows = tuple((table.columns[at].heading, *cells[at]) for at in accounts)
    lines = tuple(column_of(table.columns[at].letter) + 1 for at in accounts)
    return replace(table, columns=tuple(columns), rows=rows, lines=lines, formats={})


def _may_be_account(heading: str) -> bool:
    """Whether a heading may be an account's name: it is none of a figure, a cost, a currency, or a field."""
    words = fold_words(heading)
    known = ANY_METRIC.search(words) or cost_purpose(words) or pair_of(heading) or plain_hits(heading)
    return bool(words) and not known and not words.isdecimal()
