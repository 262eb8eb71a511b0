"""A grid of customers by month whose rows are of several figures (MRR, users): which of them are what is paid."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from csdesk.intake.by_column import cells_of
from csdesk.intake.fields import WHO
from csdesk.intake.matching.fields.columns import Taken
from csdesk.intake.matching.fields.kinds import MEASURES
from csdesk.intake.matching.tables.grids import COST_WORDS, COUNTED, NOT_YET, OTHER_WORDS, PAYING
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.headings import plain_hits
from csdesk.intake.shapes import Cell, ColumnMatch, FoundTable, TableKind
from csdesk.intake.values.reading import as_text
from csdesk.models.problems import Problem, Reason
from csdesk.models.text import fold_case

_MOST = 12
"""Figures that the rows of one customer may be of."""
_OF_ALL = re.compile(
    r"(?:(?:mom|yoy|qoq|monthly|net|mrr|arr|revenue|total|customer|logo|new|active|churned|lost|average|avg|no of|"
    r"number of|of)\s?)*"
    r"(?:growth|change|total|totals|sum|average|avg|count|customers?|accounts?|logos?|churn|retention|arpa|arpu|nrr|grr|mrr|arr|revenue)"
    r"(?: rate| count| mrr| arr| revenue| customers| total)?|"
    r"(?:前月|前年|前期|前四半期)(?:比|差|同月比|比率)|(?:売上)?(?:成長|増減|伸び)(?:率|額)?|"
    r"(?:契約|稼働|有効|新規|解約|継続)?(?:顧客|社|件|契約|企業|アカウント|会社)数|"
    r"(?:解約|継続|更新)率|(?:顧客|客)?単価|平均.*|.*合計|.*小計|総計|累計|計|mrr|arr"
)
"""Names of rows below all customers."""
_AIMED_AT = re.compile(
    r"(?:(?:mrr|arr|revenue|sales|monthly|vs|to|of|%)\s?)*"
    r"(?:targets?|goals?|budget|plan|forecast|prior year|last year|previous year|variance|gap|difference|attainment)"
    r"(?: mrr| arr| revenue)?|"
    r"(?:売上|月次|月額|対)?(?:目標|予算|計画|見込み?|予測)(?:値|額|比|差|達成率)?|(?:前年|昨年|前期)(?:実績|同月|度)?|達成率|差異|差額"
)
"""Names of rows below a total, with which it is compared; above one a customer may be called so."""
_PRICES = frozenset({"contract.mrr", "contract.arr", "contract.amount"})


def without_figures(taken: Sequence[Taken], kind: TableKind, cells: Sequence[Sequence[Cell]]) -> list[Taken]:
    """The fields of a grid's columns without that of the column that names the figure of each row, which tells nothing
    of the customer."""
    return [one for one in taken if kind is not TableKind.MATRIX or not _names_figures(cells[one.position])]


def other_figures(table: FoundTable, columns: Sequence[ColumnMatch]) -> Iterator[Problem]:
    """A refusal of every row of a grid that is of another figure than what is paid."""
    for at, match in enumerate(columns):
        cells = cells_of(table.rows, at)
        if match.field in WHO or not _names_figures(cells):
            continue
        for line, cell in zip(table.lines, cells, strict=True):
            if not _is_paid(text := as_text(cell)):
                place = table.place(line, match.column.letter)
                yield Problem(place, match.field, text, Reason.OTHER_FIGURE)


def rows_of_figures(table: FoundTable, columns: Sequence[ColumnMatch]) -> Iterator[Problem]:
    """A refusal of the last rows of a grid, where they sum up or compare the rows above: growth, counts, targets."""
    names = next((at for at, match in enumerate(columns) if match.field == "account.name"), None)
    if names is None or not table.lines:
        return
    rows = zip(reversed(table.rows), reversed(table.lines), strict=True)
    texts = ((as_text(row[names]), line) for row, line in rows)
    total = min((one.place.row for one in table.problems if one.reason is Reason.TOTAL_ROW), default=table.lines[-1])
    for text, line in takewhile(lambda told: _is_of_all(told[0]) or (told[1] > total and _is_aim(told[0])), texts):
        yield Problem(table.place(line, columns[names].column.letter), "account.name", text, Reason.OTHER_FIGURE)


def _is_of_all(text: str) -> bool:
    return _OF_ALL.fullmatch(fold_case(text).strip()) is not None


def _is_aim(text: str) -> bool:
    return _AIMED_AT.fullmatch(fold_case(text).strip()) is not None


def _names_figures(cells: Sequence[Cell]) -> bool:
    """Whether all words of a column name figures, some of which are what is paid and others not."""
    words = {as_text(cell) for cell in cells}
    if not 1 < len(words) <= _MOST or "" in words:
        return False
    paid = {word for word in words if _is_paid(word)}
    return bool(paid) and paid != words and all(map(_is_other, words - paid))


def _is_paid(text: str) -> bool:
    word = fold_words(text)
    named = {hit.field.id for hit in plain_hits(text)} & _PRICES
    return not NOT_YET.search(word) and (word in PAYING or bool(named))


def _is_other(text: str) -> bool:
    word = fold_words(text)
    told = (COUNTED, OTHER_WORDS, NOT_YET, COST_WORDS)
    return any(words.search(word) for words in told) or any(hit.field.id in MEASURES for hit in plain_hits(text))
