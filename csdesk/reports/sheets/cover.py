"""Cover: the five figures that matter, what changed in words, the largest movements, and what to rely on."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from csdesk.metrics.engine.movements import Movement
from csdesk.metrics.metric_ids import MetricId
from csdesk.reports.content import MoveLine
from csdesk.reports.inks import OF_UNIT, Look, Show
from csdesk.reports.pack import Block, Cell, Column, Live, Pack, Sheet, Style
from csdesk.reports.sheets.figures import FigureCells, change_shown, colour_change
from csdesk.reports.sheets.lists import MOVE_MRR, risk_sentence
from csdesk.reports.sheets.reconciliation import colour_result
from csdesk.reports.sheets.segments import top_sentence
from csdesk.reports.sheets.work import risk_words
from csdesk.reports.text import lines
from csdesk.wording.charts import period_name
from csdesk.wording.figures import change_text, figure_text, note_text
from csdesk.wording.movements import MOVEMENTS
from csdesk.wording.reports import TITLES
from csdesk.wording.speech import day, look_up, money

ON_COVER = (
    MetricId.MRR,
    MetricId.ACCOUNTS,
    MetricId.NET_REVENUE_RETENTION,
    MetricId.GROSS_REVENUE_RETENTION,
    MetricId.LOGO_CHURN,
)
_TILE_WIDTH, _FIRST_TILE = 27.0, 3
_MOVES = (
    ("account", Show.TEXT), ("movement", Show.TEXT), ("why", Show.TEXT), ("product", Show.TEXT), ("mrr", Show.MONEY),
)  # fmt: skip
_LARGEST, _NAMED = 5, 3


def write_cover(sheet: Sheet, figures: Mapping[str, FigureCells], moves: Block, reconciled: Live) -> None:
    """One printed page."""
    for column in range(len(ON_COVER)):
        sheet.fix_width(column, _TILE_WIDTH)
    write_title(sheet)
    for column, metric in enumerate(name for name in ON_COVER if name in figures):
        _write_tile(sheet, column, figures[metric])
    row = _write_largest(sheet, _write_sentences(sheet, figures) + 2, moves) + 2
    sheet.put(row, 0, reconciled, look=Look.SENTENCE)
    colour_result(sheet, row, 0, ("all_agree", "some_differ"))
    sheet.page.activate()
    sheet.finish(row, len(ON_COVER) - 1, pages_high=1)


def write_title(sheet: Sheet) -> None:
    """The company and what this is; from when to when."""
    pack, content = sheet.pack, sheet.pack.content
    sheet.page.set_row(0, 30)
    title = TITLES[sheet.key].say(pack.language)
    sheet.put(0, 0, "  ".join(filter(None, (content.company, title))), look=Look.TITLE)
    name = period_name(content.period, pack.language)
    first, last = (day(on, pack.language) for on in (content.period.first.first_day, content.period.last.last_day))
    span = pack.phrase("span", period=name, first=first, last=last)
    sheet.put(1, 0, pack.about().replace(name, span, 1), look=Look.SUBTITLE)


def _write_tile(sheet: Sheet, column: int, cells: FigureCells) -> None:
    """Name, figure, change, the figures it is held against, and what it rests on, one under the other."""
    pack, now = sheet.pack, cells.figure.now
    show, row = OF_UNIT[now.unit], _FIRST_TILE
    for offset, height in enumerate((20, 32, 16, 16, 16, 16)):
        sheet.page.set_row(row + offset, height)
    sheet.put(row, column, pack.content.name_of(now.metric), look=Look.TILE_NAME)
    shown: Cell = cells.now or figure_text(now, pack.content.currency, pack.language)
    sheet.put(row + 1, column, shown, show, Look.TILE_FIGURE)
    sheet.put(row + 2, column, cells.change, change_shown(now.unit), Look.TILE_CHANGE)
    colour_change(sheet, row + 2, column, cells.figure)
    sheet.put_as(row + 3, column, cells.before, Style(show, Look.TILE_CHANGE, pack.phrase("previous")))
    held, words = (cells.target, "of_target") if cells.target else (cells.year_ago, "of_year")
    sheet.put_as(row + 4, column, held, Style(show, Look.TILE_CHANGE, pack.phrase(words)))
    sheet.put(row + 5, column, note_text(now, pack.language, pack.content.currency), look=Look.TILE_NOTE)


def _write_sentences(sheet: Sheet, figures: Mapping[str, FigureCells]) -> int:
    """What changed, a line a sentence; the last row written."""
    first, last = _FIRST_TILE + 7, len(ON_COVER) - 1
    said = _sentences(sheet.pack, figures)
    sheet.put(first, 0, sheet.pack.phrase("what_changed"), look=Look.SECTION)
    for row, sentence in enumerate(said, first + 1):
        sheet.put_over(row, 0, last, sentence, Look.PARAGRAPH)
        sheet.page.set_row(row, 4 + 14 * lines(sentence, sheet.columns(0, last)))
    return first + len(said)


def _sentences(pack: Pack, figures: Mapping[str, FigureCells]) -> list[str]:
    content = pack.content
    said = [_mrr_sentence(pack, figures), *_moved(pack)]
    if content.bridge and content.committed:
        cmrr = money(content.bridge[-1].value, content.currency, pack.language)
        said.append(pack.phrase("ahead", cmrr=cmrr, days=content.committed_days))
    said += [top_sentence(pack), risk_sentence(pack)]
    if content.risks and not content.redacted:
        said.append(risk_words(pack))
    return [sentence for sentence in said if sentence]


def _mrr_sentence(pack: Pack, figures: Mapping[str, FigureCells]) -> str:
    content = pack.content
    figure = figures[MetricId.MRR].figure if MetricId.MRR in figures else None
    if figure is None or figure.before is None or figure.now.value is None or figure.before.value is None:
        return ""
    risen = figure.now.value - figure.before.value
    now, before = (money(m.value, content.currency, pack.language) for m in (figure.now, figure.before))
    change = change_text(figure.now, figure.before, content.currency, pack.language)
    key = "mrr_rose" if risen > 0 else "mrr_fell" if risen < 0 else "mrr_same"
    return pack.phrase(key, before=before, now=now, change=change)


def _moved(pack: Pack) -> list[str]:
    """Who came, grew, shrank and left, the largest by name; that nobody left is worth saying."""
    told = {
        "came": (Movement.NEW, Movement.REACTIVATION),
        "grew": (Movement.EXPANSION,),
        "shrank": (Movement.CONTRACTION,),
        "left": (Movement.CHURN,),
    }
    found = {key: [line for line in pack.content.moves if line.movement in kinds] for key, kinds in told.items()}
    said = [_party(pack, key, moves) for key, moves in found.items() if moves]
    return said if found["left"] or not pack.content.accounts else [*said, pack.phrase("nobody_left")]


def _party(pack: Pack, key: str, moves: Sequence[MoveLine]) -> str:
    amounts: dict[int, Fraction] = {}
    for line in moves:
        amounts[line.account] = amounts.get(line.account, Fraction(0)) + line.mrr
    whose = {line.account: line for line in moves}
    ordered = sorted(amounts, key=lambda account: (-abs(amounts[account]), whose[account].name))
    named = pack.phrase("joined").join(_named(pack, whose[account]) for account in ordered[:_NAMED])
    if len(ordered) > _NAMED:
        named = pack.phrase("and_more", names=named, n=len(ordered) - _NAMED)
    total = money(abs(sum(amounts.values(), Fraction(0))), pack.content.currency, pack.language)
    return pack.phrase(key, n=len(ordered), mrr=total, names=named)


def _named(pack: Pack, line: MoveLine) -> str:
    return pack.phrase("named_why", name=line.name, why=line.why) if line.why else line.name


def _write_largest(sheet: Sheet, row: int, moves: Block) -> int:
    """The largest gains and losses, each amount the cell of the list of movements; the last row written."""
    pack = sheet.pack
    listed = enumerate(pack.content.moves, moves.first)
    numbered = sorted((item for item in listed if item[1].movement is not Movement.FX), key=lambda item: item[1].mrr)
    losses = [item for item in numbered if item[1].mrr < 0][:_LARGEST]
    gains = [item for item in reversed(numbered) if item[1].mrr > 0][:_LARGEST]
    if not (gains or losses):
        return row - 1
    sheet.put(row, 0, pack.phrase("largest"), look=Look.SECTION)
    sheet.heads(row + 1, [Column(pack.heading(key), show) for key, show in _MOVES])
    for at, (source, line) in enumerate((*gains, *losses), row + 2):
        kind = look_up(MOVEMENTS, line.movement, pack.language)
        amount = Live(f"={moves.cell(source, MOVE_MRR)}", pack.main(line.mrr))
        cells: tuple[Cell, ...] = (line.name, kind, line.why, line.product, amount)
        for column, ((_, show), value) in enumerate(zip(_MOVES, cells, strict=True)):
            sheet.put(at, column, value, show)
    return row + 1 + len(gains) + len(losses)
