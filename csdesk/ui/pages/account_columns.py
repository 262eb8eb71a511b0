"""The columns of the accounts table."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from csdesk.models.kinds import Band
from csdesk.ui.rows import Column, Look, Tone
from csdesk.usecases.accounts import CUSTOM, AccountRow
from csdesk.wording.days import distance
from csdesk.wording.health import banded_text
from csdesk.wording.kinds import ACCOUNT_FIELDS, FITS, TIERS
from csdesk.wording.speech import day, look_up, money, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from csdesk.models.kinds import Language
    from csdesk.ui.page import Frame
    from csdesk.wording.speech import Words

_SOON, _SILENT = 30, 60
_FREE = (
    "segment",
    "industry",
    "region",
    "size",
    "channel",
    "stage",
    "fit_reason",
    "referred_by",
    "external_id",
    "domain",
    "notes",
)


def account_columns(
    frame: Frame, custom: Sequence[str], owners: Sequence[str] = (), as_of: date | None = None
) -> tuple[Column[AccountRow], ...]:
    """Name, health, money and dates first, then what people type, then the book's own columns."""
    at = as_of or frame.scope.as_of
    return (*_figures(frame, at), *_typed(frame.language, owners), *(_own(heading) for heading in custom))


def _figures(frame: Frame, as_of: date) -> tuple[Column[AccountRow], ...]:
    language, currency = frame.language, frame.settings.money
    head = partial(_heading, language=language)

    def summed(total: float, _count: int) -> str:
        return money(Fraction(round(total)), currency, language)

    return (
        Column("name", head("name"), attrgetter("name"), attrgetter("name"), Look.NAME, typed=attrgetter("name")),
        Column(
            "score",
            head("score"),
            attrgetter("score"),
            lambda row: _health(row, language),
            Look.BAND,
            width=104,
            band=attrgetter("band"),
            tip=lambda row: percent(row.coverage, 0),
        ),
        Column(
            "mrr",
            head("mrr"),
            attrgetter("mrr"),
            lambda row: money(row.mrr, currency, language),
            Look.NUMBER,
            sums=summed,
            tone=lambda row: Tone.PLAIN if row.paying else Tone.QUIET,
        ),
        Column("trend", head("trend"), attrgetter("trend"), lambda _row: "", Look.SPARK, width=96),
        Column(
            "renewal_on",
            head("renewal_on"),
            attrgetter("renewal_on"),
            lambda row: distance(row.renewal_on, as_of, language),
            tone=lambda row: _renewal_tone(row, as_of),
            tip=lambda row: day(row.renewal_on, language),
        ),
        Column(
            "last_touch_on",
            head("last_touch_on"),
            attrgetter("last_touch_on"),
            lambda row: distance(row.last_touch_on, as_of, language),
            tone=lambda row: _touch_tone(row, as_of),
            tip=lambda row: day(row.last_touch_on, language),
        ),
    )


def _typed(language: Language, owners: Sequence[str]) -> tuple[Column[AccountRow], ...]:
    head = partial(_heading, language=language)
    free = [
        Column(key, head(key), attrgetter(key), attrgetter(key), typed=attrgetter(key), hidden=True) for key in _FREE
    ]
    return (
        Column(
            "owner",
            head("owner"),
            attrgetter("owner"),
            attrgetter("owner"),
            typed=attrgetter("owner"),
            choices=tuple(owners),
        ),
        _listed("tier", TIERS, language),
        Column("next_step", head("next_step"), attrgetter("next_step"), attrgetter("next_step")),
        Column(
            "next_due",
            head("next_due"),
            attrgetter("next_due"),
            lambda row: day(row.next_due, language) if row.next_due else "",
        ),
        *free[:2],
        _listed("fit", FITS, language),
        Column(
            "sentiment",
            head("sentiment"),
            attrgetter("sentiment"),
            lambda row: str(row.sentiment or ""),
            Look.NUMBER,
            typed=lambda row: str(row.sentiment or ""),
            hidden=True,
        ),
        *free[2:],
    )


def _listed(key: str, words: Mapping[str, Words], language: Language) -> Column[AccountRow]:
    def say(row: AccountRow) -> str:
        value = str(getattr(row, key))
        return look_up({str(name): word for name, word in words.items()}, value, language) if value else ""

    choices = tuple(word.say(language) for word in words.values())
    return Column(key, _heading(key, language), say, say, typed=say, choices=choices, hidden=key == "fit")


def _own(heading: str) -> Column[AccountRow]:
    say: Callable[[AccountRow], str] = lambda row: row.custom.get(heading, "")  # noqa: E731 - one line, said thrice
    return Column(f"{CUSTOM}{heading}", heading, say, say, typed=say, hidden=True)


def _heading(key: str, language: Language) -> str:
    return look_up(ACCOUNT_FIELDS, key, language)


def _health(row: AccountRow, language: Language) -> str:
    score = None if row.band is Band.UNKNOWN else row.score
    return banded_text(score, row.band, language, by_hand=row.by_hand)


def _renewal_tone(row: AccountRow, as_of: date) -> Tone:
    if row.renewal_on is None or not row.paying:
        return Tone.QUIET
    if row.renewal_undecided:
        return Tone.BAD
    return Tone.WARN if 0 <= (row.renewal_on - as_of).days <= _SOON else Tone.PLAIN


def _touch_tone(row: AccountRow, as_of: date) -> Tone:
    silent = row.last_touch_on is not None and (as_of - row.last_touch_on).days > _SILENT
    return Tone.WARN if silent and row.paying else Tone.PLAIN
