"""The account review as pages of A4, for printing and sending."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from csdesk.charts.lines import draw_use
from csdesk.charts.pages import SMALL, TITLE, PageColumn, Pages, PageTile, page_picture, write_pages
from csdesk.charts.records import Draw, Point, UseLine
from csdesk.intake.shapes import Progress
from csdesk.models.text import visible
from csdesk.reports.delivery import delivered
from csdesk.reports.review_content import GoalLine, MeasureLine, Part, ReviewContent
from csdesk.reports.review_sheet import ReviewSheet
from csdesk.wording.charts import period_name
from csdesk.wording.review import (
    about_review,
    amount,
    change,
    days_taken,
    part_name,
    review_word,
    score_of,
    survey_word,
    touch_word,
)
from csdesk.wording.speech import NOTHING, day, percent, whole

_MOST_CHARTS = 8
_INDENT = 12


def write_review_pdf(content: ReviewContent, path: Path, progress: Progress) -> None:
    """Write the review as a PDF, whole or not at all. Raises ReportRefused; lets Stopped through, leaving nothing."""
    with delivered(path) as handle:
        pages = review_pages(content)
        title = f"{content.customer} – {review_word('title', content.language)}"
        write_pages(pages, handle, title=title, author=content.company, on=content.as_of, progress=progress)


def review_picture(content: ReviewContent, scale: float) -> tuple[int, int, bytes]:
    """The first page as it will be printed: width, height and rows of RGBA, `scale` pixels for each point."""
    return page_picture(review_pages(content), scale)


def review_pages(content: ReviewContent) -> Pages:
    """The review set on its pages."""
    sheet = ReviewSheet(content)
    _opening(sheet)
    for part in Part:
        if part in content.parts:
            sheet.pages.heading(part_name(part, content.language), 136 if part is Part.USE else 60)
            _SET[part](sheet)
    return sheet.finish()


def _opening(sheet: ReviewSheet) -> None:
    """Whose review it is, of which time, by whom; and the few figures on top."""
    content, pages, palette = sheet.content, sheet.pages, sheet.pages.style.palette
    pages.text(sheet.say("title"), 12, palette.accent)
    pages.space(2)
    pages.text(sheet.say("customer", customer=visible(content.customer)), TITLE)
    about = about_review(content.period, content.as_of, content.language)
    company = sheet.say("for", company=visible(content.company)) if content.company else ""
    pages.text(" · ".join(filter(None, (about, company))), ink=palette.muted)
    pages.space(12)
    pages.tiles(tuple(_tiles(sheet)))


def _tiles(sheet: ReviewSheet) -> list[PageTile]:
    content = sheet.content
    tiles: list[PageTile] = []
    goals = [goal for goal in content.goals if goal.statement]
    if goals:
        reached = sum(goal.reached_on is not None for goal in goals)
        tiles.append(PageTile(sheet.say("goals_reached"), sheet.say("of", part=reached, whole=len(goals))))
    counting = [line for line in content.use if line.counts and line.now is not None]
    if counting:
        value = max(counting, key=lambda line: line.ever)
        tiles.append(PageTile(visible(value.name), amount(value.now, value.unit, content.language),
                              sheet.than_before(value.now, value.before)))  # fmt: skip
    if content.users:
        now, before = content.users.now, content.users.before
        tiles.append(PageTile(sheet.say("users"), whole(now), sheet.than_before(now, before)))
    if content.tickets:
        taken = content.tickets.days
        note = "" if taken is None else sheet.say("taken", days=days_taken(taken))
        tiles.append(PageTile(sheet.say("tickets_solved"), whole(content.tickets.solved), note))
    return tiles


def _goals(sheet: ReviewSheet) -> None:
    if not sheet.content.goals:
        sheet.pages.text(sheet.say("no_goals"))
    for goal in sheet.content.goals:
        _goal(sheet, goal)


def _goal(sheet: ReviewSheet, goal: GoalLine) -> None:
    content, pages, muted = sheet.content, sheet.pages, sheet.pages.style.palette.muted
    pages.keep(80)
    pages.text(visible(goal.statement) or sheet.say("milestones"), 10.5)
    language, unit = content.language, visible(goal.unit)
    when = sheet.say("reached_on", day=day(goal.reached_on, language)) if goal.reached_on else (
        sheet.say("due", day=day(goal.due_on, language)) if goal.due_on else "")  # fmt: skip
    levels = (("baseline", goal.baseline), ("current", goal.current), ("target", goal.target))
    known = [f"{sheet.say(key)} {amount(value, unit, language)}" for key, value in levels if value is not None]
    told = [*known, percent(goal.progress, 0) if goal.progress is not None else "", when]
    if any(told):
        pages.text("   ·   ".join(filter(None, told)), SMALL, muted)
    if goal.victory:
        pages.text(sheet.say("victory", text=visible(goal.victory)), SMALL, muted)
    if goal.progress is not None:
        pages.share(goal.progress)
    if goal.milestones:
        columns = (("milestone", 5.0), ("who", 3.0), ("due_on", 2.0), ("done_on", 2.0))
        rows = [(visible(s.title), sheet.side(s), sheet.day(s.due_on), sheet.day(s.done_on)) for s in goal.milestones]
        sheet.table(columns, rows, indent=_INDENT)
    pages.space(6)


def _value(sheet: ReviewSheet) -> None:
    counting = [line for line in sheet.content.use if line.counts]
    if not counting:
        sheet.pages.text(sheet.say("no_use"))
        return
    _measures(sheet, counting)


def _use(sheet: ReviewSheet) -> None:
    content = sheet.content
    draws = [_chart(sheet, line) for line in content.use[:_MOST_CHARTS]]
    if content.users:
        points = tuple(
            Point(month, number, complete=sheet.over(month))
            for month, number in zip(content.months, content.users.by_month, strict=True)
        )
        draws.insert(0, partial(draw_use, line=UseLine(sheet.say("user_month"), points)))
    if not draws:
        sheet.pages.text(sheet.say("no_use"))
        return
    sheet.pages.charts(draws)
    if Part.VALUE not in content.parts or any(not line.counts for line in content.use):
        _measures(sheet, [line for line in content.use if Part.VALUE not in content.parts or not line.counts])


def _measures(sheet: ReviewSheet, lines: Sequence[MeasureLine]) -> None:
    content = sheet.content
    now = sheet.say("now") if content.complete else f"{sheet.say('now')} ({sheet.say('so_far')})"
    columns = [PageColumn(sheet.say("measure"), 4), PageColumn(now, 2.4, right=True),
               PageColumn(sheet.say("before"), 2, right=True), PageColumn(sheet.say("change"), 1.4, right=True),
               PageColumn(sheet.say("ever"), 2.6, right=True)]  # fmt: skip
    rows = [
        (
            visible(line.name),
            *(amount(value, visible(line.unit), content.language) for value in (line.now, line.before)),
            change(line.now, line.before) if content.complete else NOTHING,
            amount(line.ever, visible(line.unit), content.language),
        )
        for line in lines
    ]
    sheet.rows(columns, rows)


def _chart(sheet: ReviewSheet, line: MeasureLine) -> Draw:
    points = tuple(
        Point(month, value, complete=sheet.over(month))
        for month, value in zip(sheet.content.months, line.amounts, strict=True)
    )
    return partial(draw_use, line=UseLine(visible(line.name), points))


def _tickets(sheet: ReviewSheet) -> None:
    tickets, language = sheet.content.tickets, sheet.content.language
    if tickets is None:
        sheet.pages.text(sheet.say("no_tickets"))
        return
    columns = [PageColumn(sheet.say("month"), 4), PageColumn(sheet.say("opened"), 2, right=True),
               PageColumn(sheet.say("solved"), 2, right=True)]  # fmt: skip
    rows = [(period_name(one.month, language), whole(one.opened), whole(one.solved)) for one in tickets.months]
    sheet.rows(columns, [*rows, (sheet.say("total"), whole(tickets.opened), whole(tickets.solved))])
    note = sheet.say("mean_of", n=tickets.timed) if tickets.timed else sheet.say("none_solved")
    sheet.pages.text(sheet.say("days_line", days=days_taken(tickets.days), note=note))
    if tickets.waiting:
        sheet.pages.space(8)
        sheet.pages.text(sheet.say("waiting"), SMALL, sheet.pages.style.palette.muted)
        rows_of = [(visible(one.subject), sheet.day(one.opened_on)) for one in tickets.waiting]
        sheet.table((("subject", 8.0), ("opened", 2.0)), rows_of)


def _voice(sheet: ReviewSheet) -> None:
    language = sheet.content.language
    rows = [
        (
            sheet.day(one.on),
            survey_word(one.survey, language),
            score_of(one.survey, one.score, language),
            visible(one.comment),
        )
        for one in sheet.content.answers
    ]
    sheet.table((("day", 2.0), ("survey", 1.6), ("score", 2.0), ("comment", 6.4)), rows, "no_answers")


def _together(sheet: ReviewSheet) -> None:
    language = sheet.content.language
    rows = [(sheet.day(one.on), touch_word(one.type, language), visible(one.person)) for one in sheet.content.meetings]
    sheet.table((("day", 2.0), ("kind", 4.0), ("with", 4.0)), rows, "no_meetings")


def _roadmap(sheet: ReviewSheet) -> None:
    sheet.pages.text(visible(sheet.content.roadmap))


def _steps(sheet: ReviewSheet) -> None:
    rows = [(visible(one.title), sheet.side(one), sheet.day(one.due_on)) for one in sheet.content.steps]
    sheet.table((("what", 6.4), ("who", 2.4), ("due_on", 2.0)), rows, "no_steps")


def _contract(sheet: ReviewSheet) -> None:
    automatic = {True: sheet.say("yes"), False: sheet.say("no"), None: NOTHING}
    rows = [
        (
            " ".join(filter(None, (visible(one.product), visible(one.plan)))) or NOTHING,
            NOTHING if one.seats is None else whole(one.seats),
            sheet.day(one.starts_on),
            sheet.day(one.renews_on),
            sheet.day(one.notice_by),
            automatic[one.auto_renew],
        )
        for one in sheet.content.contract
    ]
    shares = (("product", 3.4), ("seats", 1.3), ("since", 1.8), ("renews_on", 1.8), ("notice_by", 1.8),
              ("auto_renew", 1.7))  # fmt: skip
    sheet.table(shares, rows, "no_contract")


_SET: dict[Part, Callable[[ReviewSheet], None]] = {
    Part.GOALS: _goals,
    Part.VALUE: _value,
    Part.USE: _use,
    Part.TICKETS: _tickets,
    Part.VOICE: _voice,
    Part.TOGETHER: _together,
    Part.ROADMAP: _roadmap,
    Part.STEPS: _steps,
    Part.CONTRACT: _contract,
}
