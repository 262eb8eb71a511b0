"""What is at risk and planned, what went well, and what is to be done."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from csdesk.reports.inks import BAD, Look, Show
from csdesk.reports.lines import ActionLine
from csdesk.reports.pack import FIRST_ROW, Block, Cell, Column, Live, Pack, Sheet
from csdesk.reports.sheets.lists import AS_OF_ROW, LIST_HEAD, put_day
from csdesk.reports.text import lines
from csdesk.reports.workbooks import cell, fixed
from csdesk.wording.speech import money

_Heads: TypeAlias = tuple[tuple[str, Show, int], ...]
_RISKS: _Heads = (
    ("account", Show.TEXT, 26), ("risk", Show.TEXT, 34), ("level", Show.TEXT, 12), ("since_day", Show.DATE, 13),
    ("mrr", Show.MONEY, 14), ("owner", Show.TEXT, 18), ("plan", Show.TEXT, 46),
)  # fmt: skip
_RISK_MRR, _ONCE = 4, 8
"""Beside the page: 1 where an account is counted, 0 where a row before has counted it."""
_WINS: _Heads = (
    ("on", Show.DATE, 13), ("win", Show.TEXT, 34), ("account", Show.TEXT, 26), ("achieved", Show.TEXT, 50),
    ("owner", Show.TEXT, 18),
)  # fmt: skip
_ACTIONS: _Heads = (
    ("due_on", Show.DATE, 13), ("days", Show.COUNT, 14), ("action", Show.TEXT, 56), ("account", Show.TEXT, 30),
    ("owner", Show.TEXT, 18),
)  # fmt: skip


def risk_words(pack: Pack) -> str:
    """How many risks stand, what their accounts pay, and how many have no plan."""
    content = pack.content
    without = sum(not line.plan for line in content.risks)
    return pack.phrase(
        "open_risks", n=len(content.risks), mrr=money(at_stake(pack), content.currency, pack.language), k=without
    )


def at_stake(pack: Pack) -> Fraction:
    """MRR of all accounts with an open risk, each once."""
    return sum({line.account: line.mrr for line in pack.content.risks}.values(), Fraction(0))


def write_risks(sheet: Sheet) -> None:
    """The open risks; the MRR that hangs on them, each account once, stands above."""
    pack, found = sheet.pack, sheet.pack.content.risks
    sheet.opening("" if pack.content.redacted else risk_words(pack))
    head = FIRST_ROW + 1
    rows = [(o.name, o.risk, o.level, o.since, pack.main(o.mrr), o.owner, o.plan) for o in found]
    block = _write_wrapped(sheet, head, _RISKS, rows)
    seen = set[int]()
    for row, line in enumerate(found, block.first):
        sheet.put(row, _ONCE, int(line.account not in seen), Show.COUNT, Look.NOTE)
        seen.add(line.account)
    mrr, once = block.here(_RISK_MRR), block.here(_ONCE)
    total = Live(f"=SUMPRODUCT({mrr},{once})", pack.main(at_stake(pack)))
    for column in range(len(_RISKS)):
        sheet.put(FIRST_ROW, column, None, look=Look.TOTAL)
    sheet.put(FIRST_ROW, 0, pack.phrase("each_once"), look=Look.TOTAL)
    sheet.put(FIRST_ROW, _RISK_MRR, total, Show.MONEY, Look.TOTAL)
    pack.name("risk_mrr", sheet, FIRST_ROW, _RISK_MRR)
    sheet.page.freeze_panes(head + 1, 1)
    sheet.finish(block.last, len(_RISKS) - 1, repeat=head)


def write_wins(sheet: Sheet) -> None:
    """What there is to celebrate, the latest first."""
    sheet.opening()
    found = sorted(sheet.pack.content.wins, key=lambda line: line.on, reverse=True)
    rows = [(line.on, line.title, line.name, line.achieved, line.owner) for line in found]
    block = _write_wrapped(sheet, FIRST_ROW, _WINS, rows)
    sheet.finish(block.last, len(_WINS) - 1, repeat=FIRST_ROW)


def _write_wrapped(sheet: Sheet, head: int, heads: _Heads, rows: Sequence[tuple[Cell, ...]]) -> Block:
    """A table of columns of set widths, in which long texts wrap."""
    columns = [Column(sheet.pack.heading(key), show, Look.WRAPPED) for key, show, _ in heads]
    block = sheet.table(head, columns, rows)
    sheet.name_table(block, len(heads) - 1)
    for number, (*_, wide) in enumerate(heads):
        sheet.fix_width(number, wide)
    for row, cells in enumerate(rows, block.first):
        told = ((text, wide) for text, (*_, wide) in zip(cells, heads, strict=True) if isinstance(text, str))
        sheet.page.set_row(row, 6 + 14 * max((lines(text, wide - 2) for text, wide in told), default=1))
    return block


def write_actions(sheet: Sheet) -> None:
    """Next steps that are open, with the days left counted from the as-of cell."""
    pack, found = sheet.pack, sheet.pack.content.actions
    overdue = sum(line.due_on is not None and line.due_on < pack.content.as_of for line in found)
    sheet.opening(pack.phrase("overdue", n=len(found), k=overdue))
    rows = [_action(pack, row, line) for row, line in enumerate(found, LIST_HEAD + 1)]
    block = _write_wrapped(sheet, LIST_HEAD, _ACTIONS, rows)
    put_day(sheet)
    late = {"type": "cell", "criteria": "<", "value": 0, "format": pack.colour(BAD)}
    sheet.page.conditional_format(block.first, 1, max(block.first, block.last), 1, late)
    sheet.page.freeze_panes(LIST_HEAD + 1, 0)
    sheet.finish(max(block.last, block.first), len(_ACTIONS) - 1, repeat=LIST_HEAD)


def _action(pack: Pack, row: int, line: ActionLine) -> tuple[Cell, ...]:
    days = None if line.due_on is None else (line.due_on - pack.content.as_of).days
    left = None if days is None else Live(f"={cell(row, 0)}-{fixed(AS_OF_ROW, 1)}", days)
    return line.due_on, left, line.what, line.name, line.owner
