"""Inputs from what customers say: surveys, mail, community, advocacy, goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import OPEN, day_numbers
from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.metrics.health.inputs.reading import HALF_YEAR, QUARTER, YEAR, AccountBook, Reading
from csdesk.models.kinds import Survey

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _survey_score(book: AccountBook) -> Reading:
    answers = book.frames.answers
    rows, at, days = book.rows(answers[answers["survey"] == Survey.NPS], "on")
    return book.recent_mean(at, days, rows["score"].to_numpy(), QUARTER)


def _survey_reply(book: AccountBook) -> Reading:
    _, at, days = book.rows(book.frames.answers, "on")
    recent = days > book.day - YEAR
    if not recent.any():
        return Reading(book.nothing(), book.every(0))
    return Reading((book.counts(at[recent]) > 0).astype(np.float64), book.every(int(days.max())))


def _of_mail(column: str) -> Callable[[AccountBook], Reading]:
    """A share of the mails that reached the account in the last 180 days; 12 opened of 40 is 0.3."""

    def read(book: AccountBook) -> Reading:
        mailings = book.frames.mailings
        rows, at, days = book.rows(mailings[mailings[column].notna()], "on")
        recent = days > book.day - HALF_YEAR
        at, days = at[recent], days[recent]
        reached = book.sums(at, rows["reached"].to_numpy()[recent])
        share = book.sums(at, rows[column].to_numpy()[recent]) / np.where(reached > 0, reached, 1)
        return Reading(np.where(reached > 0, np.minimum(share, 1), np.nan), book.latest(at, days))

    return read


def _community(book: AccountBook) -> Reading:
    """Questions, wishes and other words on the product given in the last 180 days, in books that record any."""
    _, at, days = book.rows(book.frames.feedback, "given")
    if not len(days):
        return Reading(book.nothing(), book.every(0))
    recent = days > book.day - HALF_YEAR
    return Reading(book.counts(at[recent]).astype(np.float64), book.every(int(days.max())))


def _referrals(book: AccountBook) -> Reading:
    """Customers in service by the day that name the account as who brought them, in books that record any."""
    accounts, spans = book.frames.accounts, book.frames.spans
    start = np.full(len(book.accounts), OPEN, dtype=np.int64)
    whose = book.positions(spans["account"])
    np.minimum.at(start, whose[whose >= 0], day_numbers(spans["start"])[whose >= 0])
    place = {name: at for at, name in enumerate(accounts["name"].tolist())}
    brought = (accounts["referred_by"] != "").to_numpy() & (start <= book.day)
    if not brought.any():
        return Reading(book.nothing(), book.every(0))
    by = [place[name] for name in accounts["referred_by"][brought].tolist() if name in place]
    counts = book.counts(np.array(by, dtype=np.int64)).astype(np.float64)
    return Reading(counts, book.every(int(start[brought].max())))


def _goals(book: AccountBook) -> Reading:
    """Of the goals that were reached, or fell due, in the last year: the share that is reached; 2 of 3 is 0.67."""
    goals = book.frames.goals
    reached = day_numbers(goals["reached"])
    days = np.where(reached <= book.day, reached, day_numbers(goals["due"]))
    at = book.positions(goals["account"])
    counts = (at >= 0) & (days <= book.day) & (days > book.day - YEAR)
    n = book.counts(at[counts])
    share = book.counts(at[counts & (reached <= book.day)]) / np.maximum(n, 1)
    return Reading(np.where(n > 0, share, np.nan), book.latest(at[counts], days[counts]))


OF_VOICE: Mapping[str, Callable[[AccountBook], Reading]] = {
    FactorId.SURVEY_SCORE: _survey_score,
    FactorId.SURVEY_REPLY: _survey_reply,
    FactorId.MAIL_OPENS: _of_mail("opened"),
    FactorId.MAIL_CLICKS: _of_mail("clicked"),
    FactorId.MAIL_DOWNLOADS: _of_mail("downloaded"),
    FactorId.COMMUNITY: _community,
    FactorId.REFERRALS: _referrals,
    FactorId.GOALS: _goals,
}
