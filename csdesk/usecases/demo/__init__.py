"""The demo book: about sixty invented accounts over the three years up to today, the same for the same day."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from csdesk.models.kinds import Language, StepName
from csdesk.models.money import Currency
from csdesk.usecases.demo.abroad import add_abroad
from csdesk.usecases.demo.dangers import add_dangers
from csdesk.usecases.demo.definitions import add_definitions
from csdesk.usecases.demo.life import Stage, account_life, add_surprises, cast_accounts
from csdesk.usecases.demo.reporting import add_reporting
from csdesk.usecases.demo.signals import add_signals
from csdesk.usecases.demo.surroundings import add_surroundings, add_team
from csdesk.usecases.demo.terms import add_terms
from csdesk.usecases.demo.users import add_users
from csdesk.usecases.demo.voices import add_voices
from csdesk.usecases.demo.work import add_work
from csdesk.usecases.settings import BookSettings, change_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from csdesk.book.file import Book

SEED = 20240401
DEMO_BASE = 1


def fill_demo(path: Path, *, who: str, clock: Callable[[], datetime], language: Language) -> Book:
    """Make a book and fill it. Same day and language, same rows. Raises BookError where the file cannot be made."""
    from csdesk.book.file import Book

    today = clock().date()
    return Book.make(path, lambda book: _fill(book, today, language), who=who, clock=clock, base=DEMO_BASE)


def _fill(book: Book, today: date, language: Language) -> None:
    japanese = language is Language.JA
    company = "見本クラウド株式会社" if japanese else "Sample Cloud Ltd."
    currency = "JPY" if japanese else "USD"
    change_settings(book, BookSettings(currency, 4 if japanese else 1, language, company), name=StepName.NEW_BOOK)
    with book.step(StepName.DEMO, subject=company) as step:
        stage = Stage(step, Random(SEED), today, language)
        team = add_team(stage)
        accounts = cast_accounts(stage, team)
        lives = [account_life(stage, account) for account in accounts]
        add_surprises(stage, lives)
        add_abroad(stage, lives, Currency(currency))
        add_terms(stage, lives)
        add_signals(stage, lives, team)
        add_surroundings(stage, lives)
        add_work(stage, lives, team)
        add_definitions(stage)
        add_voices(stage, lives)
        add_users(stage, lives)
        add_dangers(book, stage, lives)
        add_reporting(stage, lives, team[0])
