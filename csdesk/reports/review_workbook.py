"""The account review as a workbook: the same content as its pages, with live sums and native charts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from csdesk.intake.shapes import Progress
from csdesk.models.money import Currency
from csdesk.reports.inks import ACCENT, LOOKS, TEXT, Look, Show, font, number_format
from csdesk.reports.pack import write_text
from csdesk.reports.review_content import NextStep, Part, ReviewContent
from csdesk.reports.text import width
from csdesk.reports.workbooks import Workbook, Worksheet, area, cell, on_sheet, workbook_at
from csdesk.wording.charts import period_name
from csdesk.wording.review import about_review, part_name, review_word, score_of, survey_word, touch_word

_CURRENCY = Currency("JPY")
"""No amount of money stands in a review; the number formats only want one."""
_FIRST_ROW = 3
_NARROW, _WIDE = 9.0, 60.0
_CHART = {"width": 560, "height": 240}
_ROWS_HIGH = 13


@dataclass(frozen=True, slots=True)
class _Live:
    """A formula and its value now."""

    formula: str
    value: float | str


_Cell: TypeAlias = str | float | date | _Live | None


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    show: Show = Show.TEXT


def write_review_workbook(content: ReviewContent, path: Path, progress: Progress) -> None:
    """Write the review as a workbook, whole or not at all. Raises ReportRefused; lets Stopped through, leaving
    nothing."""
    whole, done = len(content.parts) + 1, 0

    def pulse() -> None:
        progress(done, whole)

    with workbook_at(path, created=content.as_of, font=font(content.language), pulse=pulse) as book:
        sheets = _Sheets(book, content)
        writers: dict[Part, Callable[[], None]] = {
            Part.GOALS: sheets.goals,
            Part.USE: sheets.use,
            Part.TICKETS: sheets.tickets,
            Part.VOICE: sheets.voice,
            Part.TOGETHER: sheets.together,
            Part.ROADMAP: sheets.roadmap,
            Part.STEPS: sheets.steps,
            Part.CONTRACT: sheets.contract,
        }
        shown = content.parts | ({Part.USE} if Part.VALUE in content.parts else set())
        for part in Part:
            if part in shown and part in writers:
                done += 1
                pulse()
                writers[part]()
    progress(whole, whole)


class _Sheets:
    """The workbook while it is written."""

    def __init__(self, book: Workbook, content: ReviewContent) -> None:
        self.book, self.content = book, content
        self._inks: dict[tuple[Look, Show], object] = {}

    def say(self, key: str, **values: object) -> str:
        """A word in the customer's language."""
        return review_word(key, self.content.language, **values)

    def ink(self, look: Look, show: Show = Show.TEXT) -> object:
        """The format of a role and a kind of value, made once."""
        if (look, show) not in self._inks:
            code = {} if show is Show.TEXT else {"num_format": number_format(show, _CURRENCY, self.content.language)}
            side = {"align": "left" if show is Show.TEXT else "right", "indent": 1}
            base = {"font_color": TEXT, "valign": "top", **font(self.content.language)}
            wrap = {"text_wrap": True} if look is Look.BODY and show is Show.TEXT else {}
            self._inks[look, show] = self.book.add_format({**base, **side, **code, **LOOKS[look], **wrap})
        return self._inks[look, show]

    def goals(self) -> None:
        """A row a goal, then a row a milestone; progress by the figures is live."""
        leaf = _Leaf(self, Part.GOALS)
        heads = ("goal", "victory_short", "baseline", "current", "target", "unit", "progress", "due_on", "reached")
        shows = (Show.TEXT, Show.TEXT, Show.PLAIN, Show.PLAIN, Show.PLAIN, Show.TEXT, Show.SHARE, Show.DATE, Show.DATE)
        columns = [_Column(self.say(key), show) for key, show in zip(heads, shows, strict=True)]
        goals = [goal for goal in self.content.goals if goal.statement]
        rows: list[list[_Cell]] = []
        for row, goal in enumerate(goals, _FIRST_ROW + 1):
            start, now, aim = (cell(row, column) for column in (2, 3, 4))
            by_figures = goal.reached_on is None and None not in {goal.target, goal.current}
            progress: _Cell = goal.progress
            if by_figures and goal.progress is not None and goal.target != (goal.baseline or 0):
                progress = _Live(f"=MAX(0,MIN(1,({now}-{start})/({aim}-{start})))", goal.progress)
            rows.append([goal.statement, goal.victory, goal.baseline, goal.current, goal.target, goal.unit, progress,
                         goal.due_on, goal.reached_on])  # fmt: skip
        after = leaf.table(columns, rows, "no_goals")
        steps = [(goal.statement, step) for goal in self.content.goals for step in goal.milestones]
        if steps:
            keys = (("milestone", Show.TEXT), ("goal", Show.TEXT), ("who", Show.TEXT), ("due_on", Show.DATE),
                    ("done_on", Show.DATE))  # fmt: skip
            told: list[list[_Cell]] = [[s.title, of, self._side(s), s.due_on, s.done_on] for of, s in steps]
            leaf.table([_Column(self.say(key), show) for key, show in keys], told, at=after + 2)
        leaf.finish()

    def use(self) -> None:
        """A row a measure, a column a month; sums of the period and their change are live, and a chart a measure."""
        content, leaf = self.content, _Leaf(self, Part.USE)
        months = [period_name(month, content.language) for month in content.months]
        tail = (("now", Show.PLAIN), ("before", Show.PLAIN), ("change", Show.GROWTH), ("ever", Show.PLAIN))
        columns = [_Column(self.say("measure")), _Column(self.say("unit")), *(_Column(m, Show.PLAIN) for m in months),
                   *(_Column(self.say(key), show) for key, show in tail)]  # fmt: skip
        rows: list[list[_Cell]] = []
        for row, line in enumerate(content.use, _FIRST_ROW + 1):
            now, before = len(months) + 2, len(months) + 3
            growth = line.now / line.before - 1 if content.complete and line.now is not None and line.before else None
            change = f'=IF(N({cell(row, before)})=0,"",{cell(row, now)}/{cell(row, before)}-1)'
            rows.append([line.name, line.unit, *line.amounts, self._sum(row, line.now),
                         line.before, None if growth is None else _Live(change, growth), line.ever])  # fmt: skip
        if content.users:
            held = content.users
            rows.append([self.say("users"), "", *map(float, held.by_month), float(held.now), held.before, None, None])
        after = leaf.table(columns, rows, "no_use")
        for place in range(len(rows)):
            leaf.chart(after + 1 + place // 2 * _ROWS_HIGH, place % 2, _FIRST_ROW + 1 + place, (2, len(months) + 1))
        leaf.finish()

    def _sum(self, row: int, now: float | None) -> _Cell:
        content = self.content
        at = [place for place, month in enumerate(content.months, 2) if month.first in content.period.months]
        return now if now is None or not at else _Live(f"=SUM({cell(row, at[0])}:{cell(row, at[-1])})", now)

    def tickets(self) -> None:
        """By month with a live sum; below, those that wait."""
        leaf, tickets = _Leaf(self, Part.TICKETS), self.content.tickets
        columns = [_Column(self.say("month")), *(_Column(self.say(key), Show.COUNT) for key in ("opened", "solved"))]
        rows: list[list[_Cell]] = [] if tickets is None else [
            [period_name(one.month, self.content.language), one.opened, one.solved] for one in tickets.months
        ]  # fmt: skip
        if tickets is not None:
            last = _FIRST_ROW + len(rows)
            sums = [f"=SUM({cell(_FIRST_ROW + 1, column)}:{cell(last, column)})" for column in (1, 2)]
            rows.append([self.say("total"), _Live(sums[0], tickets.opened), _Live(sums[1], tickets.solved)])
        after = leaf.table(columns, rows, "no_tickets")
        if tickets is not None:
            note = self.say("mean_of", n=tickets.timed) if tickets.timed else self.say("none_solved")
            leaf.put(after + 1, 0, f"{self.say('days_to_solve')} ({note})")
            leaf.put(after + 1, 1, tickets.days, Show.SCORE)
            if tickets.waiting:
                waiting: list[list[_Cell]] = [[one.subject, one.opened_on] for one in tickets.waiting]
                leaf.table(
                    [_Column(self.say("waiting")), _Column(self.say("opened"), Show.DATE)], waiting, at=after + 4
                )
        leaf.finish()

    def voice(self) -> None:
        """A row an answer."""
        leaf, language = _Leaf(self, Part.VOICE), self.content.language
        rows: list[list[_Cell]] = [
            [one.on, survey_word(one.survey, language), score_of(one.survey, one.score, language), one.comment]
            for one in self.content.answers
        ]
        heads = (("day", Show.DATE), ("survey", Show.TEXT), ("score", Show.TEXT), ("comment", Show.TEXT))
        leaf.table([_Column(self.say(key), show) for key, show in heads], rows, "no_answers")
        leaf.finish()

    def together(self) -> None:
        """A row a meeting."""
        leaf, language = _Leaf(self, Part.TOGETHER), self.content.language
        rows: list[list[_Cell]] = [[o.on, touch_word(o.type, language), o.person] for o in self.content.meetings]
        heads = (("day", Show.DATE), ("kind", Show.TEXT), ("with", Show.TEXT))
        leaf.table([_Column(self.say(key), show) for key, show in heads], rows, "no_meetings")
        leaf.finish()

    def roadmap(self) -> None:
        """What was typed for it."""
        leaf = _Leaf(self, Part.ROADMAP)
        for row, line in enumerate(self.content.roadmap.splitlines(), _FIRST_ROW):
            leaf.put(row, 0, line)
        leaf.finish()

    def steps(self) -> None:
        """A row a step."""
        leaf = _Leaf(self, Part.STEPS)
        rows: list[list[_Cell]] = [[step.title, self._side(step), step.due_on] for step in self.content.steps]
        heads = (("what", Show.TEXT), ("who", Show.TEXT), ("due_on", Show.DATE))
        leaf.table([_Column(self.say(key), show) for key, show in heads], rows, "no_steps")
        leaf.finish()

    def contract(self) -> None:
        """A row a running line."""
        leaf, automatic = _Leaf(self, Part.CONTRACT), {True: self.say("yes"), False: self.say("no"), None: ""}
        rows: list[list[_Cell]] = [
            [o.product, o.plan, o.seats, o.starts_on, o.renews_on, o.notice_by, automatic[o.auto_renew]]
            for o in self.content.contract
        ]
        heads = (("product", Show.TEXT), ("plan", Show.TEXT), ("seats", Show.COUNT), ("since", Show.DATE),
                 ("renews_on", Show.DATE), ("notice_by", Show.DATE), ("auto_renew", Show.TEXT))  # fmt: skip
        leaf.table([_Column(self.say(key), show) for key, show in heads], rows, "no_contract")
        leaf.finish()

    def _side(self, step: NextStep) -> str:
        return self.say("you") if step.theirs else self.content.company or self.say("us")


class _Leaf:
    """One sheet: its title, what it is about, and tables from the fourth row down."""

    def __init__(self, sheets: _Sheets, part: Part) -> None:
        content = self.content = sheets.content
        self._sheets = sheets
        self.name = part_name(part, content.language)
        self.page: Worksheet = sheets.book.add_worksheet(self.name)
        self._widths: dict[int, float] = {}
        self._last = 0
        self.page.hide_gridlines(2)
        self.page.set_row(0, 28)
        write_text(self.page, 0, 0, self.name, sheets.ink(Look.TITLE))
        about = about_review(content.period, content.as_of, content.language)
        told = " · ".join(filter(None, (content.customer, sheets.say("title"), about, content.company)))
        write_text(self.page, 1, 0, told, sheets.ink(Look.SUBTITLE))

    def table(
        self, columns: Sequence[_Column], rows: Sequence[Sequence[_Cell]], empty: str = "", at: int = _FIRST_ROW
    ) -> int:
        """Headings and rows from a row down; the row after the last."""
        for place, column in enumerate(columns):
            write_text(self.page, at, place, column.heading, self._sheets.ink(Look.HEAD, column.show))
            self._widen(place, column.heading)
        for down, cells in enumerate(rows, at + 1):
            for place, (column, value) in enumerate(zip(columns, cells, strict=True)):
                self.put(down, place, value, column.show)
        if not rows and empty:
            write_text(self.page, at + 1, 0, self._sheets.say(empty), self._sheets.ink(Look.NOTE))
        self._last = max(self._last, len(columns) - 1)
        return at + 1 + max(1, len(rows))

    def put(self, row: int, column: int, value: _Cell, show: Show = Show.TEXT) -> None:
        """Write one cell; text always as text."""
        number = value.value if isinstance(value, _Live) else value
        if show is Show.PLAIN and isinstance(number, int | float) and float(number).is_integer():
            show = Show.COUNT
        ink = self._sheets.ink(Look.BODY, show)
        if value is None:
            self.page.write_blank(row, column, None, ink)
        elif isinstance(value, _Live):
            self.page.write_formula(row, column, value.formula, ink, value.value)
        elif isinstance(value, str):
            write_text(self.page, row, column, value, ink)
            self._widen(column, value)
        elif isinstance(value, date):
            self.page.write_datetime(row, column, value, ink)
            self._widen(column, "2024/04/18 ")
        else:
            self.page.write_number(row, column, float(value), ink)
            self._widen(column, f"{value:,.1f}")

    def chart(self, at: int, side: int, row: int, columns: tuple[int, int]) -> None:
        """A line of one row's months, under the heading of its first cell."""
        drawn = self._sheets.book.add_chart({"type": "line"})
        first, last = columns
        series = {"line": {"color": ACCENT, "width": 2}, "marker": {"type": "circle", "size": 4},
                  "name": "=" + on_sheet(self.name, area(row, 0, row, 0).partition(":")[0])}  # fmt: skip
        series["categories"] = "=" + on_sheet(self.name, area(_FIRST_ROW, first, _FIRST_ROW, last))
        series["values"] = "=" + on_sheet(self.name, area(row, first, row, last))
        drawn.add_series(series)
        drawn.set_legend({"none": True})
        drawn.set_y_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D9DEE5"}}})
        drawn.set_size(_CHART)
        self.page.insert_chart(at, 0, drawn, {"object_position": 2, "x_offset": side * (_CHART["width"] + 8)})

    def finish(self) -> None:
        """Widths, and one page wide on paper."""
        for column, wide in self._widths.items():
            self.page.set_column(column, column, wide)
        self.page.set_paper(9)
        self.page.set_landscape()
        self.page.fit_to_pages(1, 0)

    def _widen(self, column: int, text: str) -> None:
        self._widths[column] = max(self._widths.get(column, _NARROW), min(width(text) + 3.0, _WIDE))
