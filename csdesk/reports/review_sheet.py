"""A review while it is set on pages: its words, days and tables in the customer's language."""

from collections.abc import Sequence
from datetime import date

from csdesk.charts.fonts import shipped_font
from csdesk.charts.pages import SMALL, PageColumn, Pages
from csdesk.charts.style import Style
from csdesk.models.money import Currency
from csdesk.models.months import Period
from csdesk.models.text import visible
from csdesk.reports.review_content import NextStep, ReviewContent
from csdesk.wording.charts import period_name
from csdesk.wording.review import change, review_word
from csdesk.wording.speech import NOTHING, day, whole

_MOST_ROWS = 40
"""Rows of a table; of what goes beyond, it is said how much."""


class ReviewSheet:
    """What every part of the review is set with."""

    def __init__(self, content: ReviewContent) -> None:
        self.content = content
        style = Style(content.language, Currency("JPY"), family=shipped_font(), small=7.5, title=9.0)
        self.pages = Pages(style)

    def say(self, key: str, **values: object) -> str:
        """A word in the customer's language."""
        return review_word(key, self.content.language, **values)

    def finish(self) -> Pages:
        """The pages, with their feet."""
        content = self.content
        period = period_name(content.period, content.language)
        foot = " · ".join((visible(content.customer), self.say("title"), period))
        self.pages.finish(foot, lambda page, pages: self.say("page", page=page, pages=pages))
        return self.pages

    def table(
        self, columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]], empty: str = "", indent: float = 0
    ) -> None:
        """A table under headings by their keys; or, without rows, what is said then."""
        if rows:
            self.rows([PageColumn(self.say(key), share) for key, share in columns], rows, indent)
        elif empty:
            self.pages.text(self.say(empty))

    def rows(self, columns: Sequence[PageColumn], rows: Sequence[Sequence[str]], indent: float = 0) -> None:
        """A table, as far as anybody reads; of the rest it is said how many."""
        self.pages.table(columns, rows[:_MOST_ROWS], indent)
        if len(rows) > _MOST_ROWS:
            self.pages.text(self.say("and_more", n=len(rows) - _MOST_ROWS), SMALL, self.pages.style.palette.muted)

    def side(self, step: NextStep) -> str:
        """Whose a step is."""
        if step.theirs:
            return self.say("you")
        return visible(self.content.company) or self.say("us")

    def day(self, on: date | None) -> str:
        """A day as the customer writes it."""
        return day(on, self.content.language)

    def than_before(self, now: float | None, before: float | None) -> str:
        """What it was before; a period that still runs is not held against a whole one."""
        """A period that still runs is not held against a whole one."""
        if not self.content.complete:
            return self.say("so_far")
        told = change(now, before)
        return "" if told == NOTHING else self.say("than_before", figure=whole(before or 0), change=told)

    def over(self, month: Period) -> bool:
        """Whether a month is over, the last one may not be."""
        return self.content.complete or month != self.content.months[-1]
