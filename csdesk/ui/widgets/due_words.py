"""The columns of the day's list, and a line of it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.models.signals import Signal
from csdesk.ui.rows import Column, Look, Tone
from csdesk.usecases.due import DueWhy
from csdesk.wording.due import all_whys, due_what, due_why, points_sentence
from csdesk.wording.materials import step_words
from csdesk.wording.speech import day, money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.due import DueItem, DueReason, Points


def why_text(reason: DueReason, language: Language) -> str:
    """Why, in a few words."""
    return due_why(reason.why, reason.days, language, reason.signal)


def what_text(reason: DueReason, language: Language) -> str:
    """What it asks for, or the figures that say so."""
    told = (reason.signal, reason.figures) if reason.signal else None
    title = step_words(reason.title, reason.repeat_days, reason.material, language)
    return due_what((reason.why, title, reason.factor), language, customers=reason.customers, told=told)


def points_text(points: Points, language: Language) -> str:
    """How pressing, and why."""
    return points_sentence((points.mrr, points.late, points.renewal, points.danger), language)


def due_columns(words: Mapping[str, str], currency: Currency, language: Language) -> tuple[Column[Any], ...]:
    """Account, why, what, MRR, day, owner and points, under these headings by key."""

    def whys(item: DueItem) -> str:
        return all_whys([why_text(one, language) for one in item.reasons], language)

    def each(item: DueItem) -> str:
        said = ((why_text(one, language), what_text(one, language)) for one in item.reasons)
        return "\n".join(": ".join(filter(None, pair)) for pair in said)

    def what(item: DueItem) -> str:
        return what_text(item.lead, language)

    def on(item: DueItem) -> str:
        return day(item.on, language) if item.on else ""

    def mrr(item: DueItem) -> str:
        return money(item.mrr, currency, language) if item.account else ""

    return (
        Column("account", words["account"], lambda i: i.account_name, lambda i: i.account_name, Look.NAME, width=150),
        Column("why", words["why"], whys, whys, width=250, tone=_tone, tip=each),
        Column("title", words["title"], what, what, width=150, tip=each),
        Column("mrr", words["mrr"], lambda i: i.mrr, mrr, Look.NUMBER),
        Column("on", words["on"], lambda i: i.on, on),
        Column(
            "points",
            words["points"],
            lambda i: i.points.total,
            lambda i: str(i.points.total),
            Look.NUMBER,
            tip=lambda i: points_text(i.points, language),
        ),
        Column("owner", words["owner"], lambda i: i.owner, lambda i: i.owner),
    )


def _tone(item: DueItem) -> Tone:
    if any(one.why is DueWhy.HEALTH_RED or one.signal is Signal.SCORE_DROP for one in item.reasons):
        return Tone.BAD
    late = any(one.late is not None and one.late > 0 for one in item.reasons)
    told = any(one.why in {DueWhy.SIGNAL, DueWhy.UNDECIDED} for one in item.reasons)
    return Tone.WARN if late or told else Tone.PLAIN
