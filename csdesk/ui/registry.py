"""The list of pages: what the rail, the menu and the palette show before any page is loaded."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from csdesk.wording.window import PAGES
from csdesk.wording.words import look_up

if TYPE_CHECKING:
    from csdesk.models.kinds import Language
    from csdesk.ui.page import Page


class Entry(NamedTuple):
    """A page as the rail lists it, before its module is loaded. `rail` False keeps it out of the rail (an account),
    `low` puts it at the rail's foot, `bookless` pages need no book."""

    name: str
    icon: str
    module: str
    page: str
    rail: bool = True
    low: bool = False
    bookless: bool = False

    def title(self, language: Language) -> str:
        """The page's name on the rail and in the palette."""
        return look_up(PAGES, self.name, language)

    def load(self) -> type[Page]:
        """The page's class."""
        found: type[Page] = getattr(import_module(f"csdesk.ui.pages.{self.module}"), self.page)
        return found


ENTRIES = (
    Entry("today", "today", "today", "TodayPage"),
    Entry("overview", "overview", "overview", "OverviewPage"),
    Entry("accounts", "accounts", "accounts", "AccountsPage"),
    Entry("account", "account", "account", "AccountPage", rail=False),
    Entry("revenue", "revenue", "revenue", "RevenuePage"),
    Entry("retention", "retention", "retention", "RetentionPage"),
    Entry("cohorts", "cohorts", "cohorts", "CohortsPage"),
    Entry("users", "people", "users", "UsersPage"),
    Entry("deeper", "deeper", "deeper", "DeeperPage"),
    Entry("health", "health", "health", "HealthPage"),
    Entry("signals", "warning", "signals", "SignalsPage"),
    Entry("voice", "survey", "voice", "VoicePage"),
    Entry("growth", "growth", "growth", "GrowthPage"),
    Entry("forecast", "forecast", "forecast", "ForecastPage"),
    Entry("reports", "reports", "reports", "ReportsPage"),
    Entry("import", "import", "import_page", "ImportPage"),
    Entry("definitions", "note", "definitions", "DefinitionsPage", rail=False),
    Entry("bin", "trash", "bin", "BinPage", rail=False),
    Entry("history", "undo", "history", "HistoryPage", rail=False),
    Entry("start", "start", "start", "StartPage", low=True, bookless=True),
    Entry("settings", "settings", "settings", "SettingsPage", low=True),
    Entry("hygiene", "hygiene", "hygiene", "HygienePage", low=True),
)
"""Every page there is, in the rail's order."""


def entry_named(name: str) -> Entry | None:
    """The page of that name."""
    return next((entry for entry in ENTRIES if entry.name == name), None)
