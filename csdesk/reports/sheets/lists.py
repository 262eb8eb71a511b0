"""Movements, renewals, accounts, contract lines and definitions: the lists, with live totals of the rows shown."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from csdesk.models.kinds import Band
from csdesk.reports.content import AccountLine, RenewalLine
from csdesk.reports.inks import Look, Show
from csdesk.reports.pack import FIRST_ROW, Block, Cell, Column, Live, Pack, Sheet, Style
from csdesk.reports.sheets.health import band_word, colour_bands
from csdesk.reports.text import lines, width
from csdesk.reports.workbooks import area, cell, fixed
from csdesk.wording.charts import period_name
from csdesk.wording.movements import MOVEMENTS
from csdesk.wording.speech import look_up

AS_OF_ROW, _TOTAL_ROW = FIRST_ROW, FIRST_ROW
LIST_HEAD = FIRST_ROW + 1
RENEWALS = (
    ("renewal", Show.DATE), ("days", Show.COUNT), ("account", Show.TEXT), ("mrr", Show.MONEY), ("band", Show.TEXT),
    ("owner", Show.TEXT), ("standing", Show.TEXT),
)  # fmt: skip
ACCOUNTS = (
    ("number", Show.COUNT), ("account", Show.TEXT), ("mrr", Show.MONEY), ("share", Show.PERCENT), ("band", Show.TEXT),
    ("since", Show.DATE), ("renewal", Show.DATE), ("owner", Show.TEXT), ("tier", Show.TEXT), ("segment", Show.TEXT),
    ("industry", Show.TEXT), ("region", Show.TEXT), ("employees", Show.TEXT), ("channel", Show.TEXT),
    ("stage", Show.TEXT),
)  # fmt: skip
SOURCES = (
    ("number", Show.COUNT), ("account", Show.TEXT), ("product", Show.TEXT), ("service_start", Show.DATE),
    ("service_end", Show.DATE), ("mrr", Show.MONEY), ("file", Show.TEXT), ("sheet", Show.TEXT), ("row", Show.COUNT),
)  # fmt: skip
MOVES = (
    ("month", Show.TEXT), ("account", Show.TEXT), ("movement", Show.TEXT), ("why", Show.TEXT), ("product", Show.TEXT),
    ("mrr", Show.MONEY),
)  # fmt: skip
_ALL = len(ACCOUNTS) + 1
NUMBER, ACCOUNT_MRR, SOURCE_MRR, MOVE_MRR = 0, 2, 5, 5


def risk_sentence(pack: Pack) -> str:
    """How many terms end in the days ahead, and how many of them are at high risk."""
    due = [line for line in pack.content.renewals if not line.undecided]
    if not due:
        return pack.phrase("no_renewals", days=pack.content.renewal_days)
    at_risk = sum(line.band is Band.RED for line in due)
    return pack.phrase("renewals", n=len(due), k=at_risk, days=pack.content.renewal_days)


def write_renewals(sheet: Sheet) -> Block:
    """Terms that end within the days ahead, soonest first, with the days left counted from the as-of cell."""
    pack, renewals = sheet.pack, sorted(sheet.pack.content.renewals, key=lambda line: (line.on, line.name))
    sheet.opening(risk_sentence(pack), days=pack.content.renewal_days)
    rows = (_renewal(pack, LIST_HEAD + 1 + n, line) for n, line in enumerate(renewals))
    block = listed(sheet, RENEWALS, rows, 3, [line.mrr for line in renewals])
    sheet.put(AS_OF_ROW, 0, pack.phrase("as_of"), look=Look.TOTAL)
    sheet.put(AS_OF_ROW, 1, pack.content.as_of, Show.DATE, Look.TOTAL)
    sheet.widen(1, 12)
    colour_bands(sheet, block, 4)
    sheet.finish(max(block.last, block.first), len(RENEWALS) - 1, repeat=LIST_HEAD)
    return block


def put_day(sheet: Sheet) -> None:
    """The as-of day in the cell that days left are counted from."""
    sheet.put(AS_OF_ROW, 0, sheet.pack.phrase("as_of"), look=Look.TOTAL)
    sheet.put(AS_OF_ROW, 1, sheet.pack.content.as_of, Show.DATE, Look.TOTAL)
    sheet.widen(1, 12)


def write_moves(sheet: Sheet) -> Block:
    """Every movement of the reported period by account; their sum is the period's net change."""
    pack, moves = sheet.pack, sheet.pack.content.moves
    sheet.opening()
    rows = (
        (period_name(line.month, pack.language), line.name, look_up(MOVEMENTS, line.movement, pack.language), line.why,
         line.product, pack.main(line.mrr))
        for line in moves
    )  # fmt: skip
    block = listed(sheet, MOVES, rows, MOVE_MRR, [line.mrr for line in moves])
    sheet.finish(max(block.last, block.first), len(MOVES) - 1, repeat=LIST_HEAD)
    return block


def write_accounts(sheet: Sheet) -> Block:
    """Every account in the order given, with its share of the whole."""
    pack, accounts = sheet.pack, sheet.pack.content.accounts
    sheet.opening()
    total = sum((line.mrr for line in accounts), Fraction(0))
    mrr = area(LIST_HEAD + 1, ACCOUNT_MRR, LIST_HEAD + max(1, len(accounts)), ACCOUNT_MRR)
    # beside the page, for the sum above the rows is of those shown, and one in every row takes long among thousands
    sheet.put(_TOTAL_ROW, _ALL, Live(f"=SUM({mrr})", pack.main(total)), Show.MONEY, Look.NOTE)
    rows = (_account(pack, n, line, total) for n, line in enumerate(accounts))
    block = listed(sheet, ACCOUNTS, rows, ACCOUNT_MRR, [line.mrr for line in accounts])
    colour_bands(sheet, block, 4)
    sheet.finish(max(block.last, block.first), len(ACCOUNTS) - 1, repeat=LIST_HEAD)
    return block


def write_sources(sheet: Sheet) -> Block:
    """Contract lines behind the accounts' MRR, with file, sheet and row."""
    pack = sheet.pack
    sheet.opening()
    known = {line.account: (number, line.name) for number, line in enumerate(pack.content.accounts, 1)}
    rows = (
        (*known[line.account], line.product, line.starts_on, line.ended_on, pack.main(line.mrr), line.file, line.sheet,
         line.row or None)
        for line in pack.content.sources
    )  # fmt: skip
    block = listed(sheet, SOURCES, rows, SOURCE_MRR, [line.mrr for line in pack.content.sources])
    sheet.finish(max(block.last, block.first), len(SOURCES) - 1, repeat=LIST_HEAD)
    return block


def write_definitions(sheet: Sheet) -> None:
    """Each figure's name, meaning, formula and rules, wrapped."""
    pack = sheet.pack
    sheet.opening()
    keys, widths = ("metric", "meaning", "formula", "rules"), (26, 52, 52, 26)
    columns = [Column(pack.heading(key), look=Look.WRAPPED) for key in keys]
    rows = [(d.name, d.sentence, d.formula, d.rules) for d in pack.content.definitions]
    block = sheet.table(FIRST_ROW, columns, rows)
    for row, texts in enumerate(rows, block.first):
        high = max(lines(text, wide - 2) for text, wide in zip(texts, widths, strict=True))
        sheet.page.set_row(row, 6 + 14 * high)
    sheet.page.freeze_panes(FIRST_ROW + 1, 1)
    for number, wide in enumerate(widths):
        sheet.fix_width(number, wide)
    sheet.finish(max(block.last, FIRST_ROW + 1), len(keys) - 1, repeat=FIRST_ROW)


def listed(
    sheet: Sheet,
    heads: Sequence[tuple[str, Show]],
    rows: Iterable[Sequence[Cell]],
    mrr: int,
    amounts: Sequence[Fraction],
) -> Block:
    """A filtered list under frozen headings; above them the count and MRR of the rows that are shown."""
    pack = sheet.pack
    block = sheet.table(LIST_HEAD, [Column(pack.heading(key), show) for key, show in heads], rows)
    for column in range(len(heads)):
        sheet.put(_TOTAL_ROW, column, None, look=Look.TOTAL)
    words = pack.phrase("shown_rows")
    count = Live(f"=SUBTOTAL(103,{block.here(mrr)})", len(amounts))
    sheet.put_as(_TOTAL_ROW, mrr - 1, count, Style(Show.COUNT, Look.TOTAL, words))
    sheet.widen(mrr - 1, width(words) + 5)
    sum_now = Live(f"=SUBTOTAL(109,{block.here(mrr)})", pack.main(sum(amounts, Fraction(0))))
    sheet.put(_TOTAL_ROW, mrr, sum_now, Show.MONEY, Look.TOTAL)
    sheet.widen(mrr, sheet.width_of(sum_now, Show.MONEY))
    sheet.name_table(block, len(heads) - 1)
    last = max(block.last, LIST_HEAD + 1)
    sheet.page.autofilter(LIST_HEAD, 0, last, len(heads) - 1)
    sheet.page.freeze_panes(LIST_HEAD + 1, 2)
    return block


def _renewal(pack: Pack, row: int, line: RenewalLine) -> list[Cell]:
    left = Live(f"={cell(row, 0)}-{fixed(AS_OF_ROW, 1)}", (line.on - pack.content.as_of).days)
    standing = pack.heading("undecided" if line.undecided else "due")
    return [line.on, left, line.name, pack.main(line.mrr), band_word(pack, line.band), line.owner, standing]


def _account(pack: Pack, number: int, line: AccountLine, total: Fraction) -> list[Cell]:
    row = LIST_HEAD + 1 + number
    share = Live(f"={cell(row, ACCOUNT_MRR)}/{fixed(_TOTAL_ROW, _ALL)}", float(line.mrr / total)) if total else None
    return [
        number + 1, line.name, pack.main(line.mrr), share, band_word(pack, line.band), line.since, line.renewal_on,
        line.owner, line.tier, line.segment, line.industry, line.region, line.size, line.channel, line.stage,
    ]  # fmt: skip
