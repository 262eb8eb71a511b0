"""What each command takes; the one list that --help and the README's table follow."""

from __future__ import annotations

import argparse
import os
from datetime import date
from enum import StrEnum
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from csdesk import __version__
from csdesk.cli import commands, keeping, outgoing
from csdesk.models.kinds import Language, TouchType
from csdesk.models.months import Month, PeriodKind
from csdesk.usecases.touches import LONGEST_TOUCH

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T", bound=StrEnum)
_PERIODS = "{" + ",".join(PeriodKind) + "}"
"""How help names them; what else is asked for is refused in the language of the command, with the reason."""
_WITH_WEEKS = "{" + ",".join((*PeriodKind, "week")) + "}"
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
_CODE = 3


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} ({self.prog} --help)\n")


def parser() -> argparse.ArgumentParser:
    """The whole command line. Wrong usage ends with status 2, as argparse does."""
    top = _Parser(prog="csdesk", description="Customer success on your own machine, without a window.")
    top.add_argument("--version", action="version", version=f"csdesk {__version__}")
    commands_of = top.add_subparsers(required=True, metavar="COMMAND")
    _book_commands(commands_of)
    _keeping_commands(commands_of)
    _import_commands(commands_of)
    _figure_commands(commands_of)
    _work_commands(commands_of)
    _outgoing_commands(commands_of)
    return top


def _command(
    group: argparse._SubParsersAction[_Parser],
    name: str,
    does: commands.Command,
    about: str,
) -> argparse.ArgumentParser:
    made = group.add_parser(name, help=about, description=about)
    made.add_argument("book", metavar="BOOK", type=Path)
    made.set_defaults(command=does)
    _common(made)
    return made


def _common(made: argparse.ArgumentParser) -> None:
    made.add_argument("--lang", type=_one_of(Language), default=_system_language(), choices=list(Language))
    made.add_argument("--as-of", type=_day, default=None, metavar="YYYY-MM-DD")


def _password(made: argparse.ArgumentParser) -> None:
    about = "its first line is the password; so is the variable CSDESK_PASSWORD"
    made.add_argument("--password-file", type=Path, default=None, metavar="FILE", help=about)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day like 2025-03-31") from None
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise argparse.ArgumentTypeError(f"{text} is not between {_FIRST_DAY} and {_LAST_DAY}")
    return day


def _month(text: str) -> Month:
    try:
        month = Month.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no month like 2025-03") from None
    _day(month.first_day.isoformat())
    return month


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= LONGEST_TOUCH):
        raise argparse.ArgumentTypeError(f"{text} is no number from 0 to {LONGEST_TOUCH:,}")
    return int(text)


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text} is no whole number")
    return int(text)


def _least(text: str) -> float:
    try:
        amount = float(text)
    except ValueError:
        amount = 0.0
    if not 0 < amount < inf:
        raise argparse.ArgumentTypeError(f"{text} is no number above 0")
    return amount


def _one_of(words: type[T]) -> Callable[[str], T]:
    def read(text: str) -> T:
        if text not in set(words):
            raise argparse.ArgumentTypeError(f"{text} is none of {', '.join(words)}")
        return words(text)

    return read


def _currency(text: str) -> str:
    if not (len(text) == _CODE and text.isascii() and text.isalpha()):
        raise argparse.ArgumentTypeError(f"{text} is no ISO code of three letters")
    return text


def _system_language() -> Language:
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return Language.JA if spoken.startswith("ja") else Language.EN


def _book_commands(group: argparse._SubParsersAction[_Parser]) -> None:
    new = _command(group, "new", commands.new, "make an empty book")
    new.add_argument("--currency", type=_currency, default=None, help="ISO code; JPY in Japanese, else USD")
    new.add_argument("--fiscal-start", type=_whole, default=None, choices=range(1, 13), metavar="MONTH")
    _command(group, "demo", commands.demo, "make the demo book")


def _keeping_commands(group: argparse._SubParsersAction[_Parser]) -> None:
    _command(group, "check", keeping.check, "look for damage")
    rescue = _command(group, "rescue", keeping.rescue, "put what can be read of a damaged book into a new one")
    rescue.add_argument("new", metavar="NEW", type=Path)
    backup = _command(group, "backup", keeping.backup, "save a checked copy")
    backup.add_argument("out", metavar="OUT", nargs="?", type=Path, help="encrypted where it ends in .age")
    _password(backup)
    restore = _command(group, "restore", keeping.restore, "put a copy in the book's place; the book is kept")
    restore.add_argument("copy", metavar="BACKUP", type=Path)
    _password(restore)
    history = _command(group, "history", keeping.history, "who changed what")
    history.add_argument("--account", metavar="NAME")
    history.add_argument("--search", metavar="TEXT")
    history.add_argument("--json", action="store_true")
    hygiene = _command(group, "hygiene", keeping.hygiene, "what is missing or doubled, by the MRR that hangs on it")
    hygiene.add_argument("--json", action="store_true")
    merge = _command(group, "merge", keeping.merge, "bring a colleague's copy in")
    merge.add_argument("other", metavar="OTHER", type=Path)
    merge.add_argument("--dry-run", action="store_true")
    merge.add_argument("--prefer", choices=["mine", "theirs"], help="what to take where both changed the same")
    merge.add_argument("--json", action="store_true")
    binned = _command(group, "bin", keeping.bin_, "what was deleted: list it, put it back, delete it for good")
    binned.add_argument("--search", metavar="TEXT", default="")
    binned.add_argument("--older-than", metavar="DAYS", type=_whole, default=0)
    deed = binned.add_mutually_exclusive_group()
    deed.add_argument("--put-back", metavar="NUMBER", nargs="+", type=_whole)
    deed.add_argument("--erase", metavar="NUMBER", nargs="+", type=_whole, help="delete for good: nothing undoes it")
    deed.add_argument("--empty", action="store_true", help="delete all that is listed for good")
    binned.add_argument("--json", action="store_true")
    undo = _command(group, "undo", keeping.undo, "take a step back, by default the last")
    undo.add_argument("step", metavar="STEP", nargs="?", type=_whole)


def _import_commands(group: argparse._SubParsersAction[_Parser]) -> None:
    read = group.add_parser("read", help="what the importer sees in a file, without a book")
    read.add_argument("files", metavar="FILE", nargs="+", type=Path)
    read.add_argument("--sheet")
    read.add_argument("--matched", action="store_true", help="columns matched and values as they would be taken")
    read.add_argument("--json", action="store_true")
    read.set_defaults(command=commands.read)
    _common(read)
    fields = group.add_parser("fields", help="what a column of a spreadsheet may be taken for")
    fields.add_argument("--markdown", action="store_true", help="as the page of the documentation")
    fields.set_defaults(command=commands.fields)
    _common(fields)
    importing = _command(group, "import", commands.import_files, "import spreadsheets")
    importing.add_argument("files", metavar="FILE", nargs="+", type=Path)
    importing.add_argument("--sheet")
    importing.add_argument("--as", dest="kind", metavar="KIND", choices=commands.TABLE_KINDS)
    importing.add_argument("--map", type=Path, metavar="FILE.json", help="fields by heading, and choices")
    importing.add_argument("--dry-run", action="store_true")
    importing.add_argument("--json", action="store_true")
    export = _command(group, "export", commands.export, "write everything, one sheet a kind")
    about = "a workbook; a folder (or OUT.csv, for a folder OUT) takes one CSV file a kind"
    export.add_argument("out", metavar="OUT.xlsx", type=Path, help=about)
    _password(export)


def _figure_commands(group: argparse._SubParsersAction[_Parser]) -> None:
    metrics = _command(group, "metrics", commands.metrics, "figures by period")
    metrics.add_argument("--from", dest="first", type=_month, metavar="M")
    metrics.add_argument("--to", dest="last", type=_month, metavar="M")
    metrics.add_argument("--period", default=PeriodKind.MONTH, metavar=_PERIODS)
    metrics.add_argument("--by", default="", metavar="DIMENSION")
    metrics.add_argument("--metric", nargs="+", action="extend", metavar="ID")
    metrics.add_argument("--rules", default="", metavar="RULES")
    metrics.add_argument("--json", action="store_true")
    cohorts = _command(group, "cohorts", commands.cohorts, "retention triangles")
    cohorts.add_argument("--kind", default="logo", choices=["logo", "revenue", "gross", "users"])
    cohorts.add_argument("--period", default=PeriodKind.MONTH, metavar=_WITH_WEEKS)
    cohorts.add_argument("--activity", default="login", choices=["login", "value"], help="what makes a user active")
    cohorts.add_argument("--measure", default="", metavar="CODE", help="or so much of one measure in each period")
    cohorts.add_argument("--least", type=_least, default=1.0, metavar="N")
    cohorts.add_argument("--by", default="", metavar="DIMENSION")
    cohorts.add_argument("--rules", default="", metavar="RULES")
    cohorts.add_argument("--json", action="store_true")
    survival = _command(group, "survival", commands.survival, "how long customers stay (Kaplan-Meier)")
    survival.add_argument("--by", default="", metavar="DIMENSION")
    survival.add_argument("--rules", default="", metavar="RULES")
    survival.add_argument("--json", action="store_true")
    health = _command(group, "health", commands.health, "scores, coverage, factors")
    health.add_argument("--account", metavar="NAME")
    health.add_argument("--json", action="store_true")
    report = _command(group, "report", commands.report, "write the board workbook")
    report.add_argument("out", metavar="OUT.xlsx", type=Path)
    report.add_argument("--redact", action="store_true")
    way = report.add_mutually_exclusive_group()
    way.add_argument("--template", type=Path, metavar="T.xlsx", help="a workbook of your own, filled in by its names")
    way.add_argument("--starter", action="store_true", help="a template with every name, to begin with")
    report.add_argument("--sent", metavar="NOTE", help="note the workbook among the packs sent, with whom it is for")
    report.add_argument("--period", type=_one_of(PeriodKind), default=PeriodKind.QUARTER, choices=list(PeriodKind))
    _password(report)


def _work_commands(group: argparse._SubParsersAction[_Parser]) -> None:
    today = _command(group, "today", commands.today, "the work list")
    today.add_argument("--person", default="", metavar="NAME")
    today.add_argument("--json", action="store_true")
    touch = _command(group, "touch", commands.touch, "log a touch")
    touch.add_argument("account", metavar="ACCOUNT")
    touch.add_argument("--type", type=_one_of(TouchType), default=TouchType.NOTE, choices=list(TouchType))
    touch.add_argument("--note", default="")
    touch.add_argument("--date", type=_day, default=None, metavar="YYYY-MM-DD")
    touch.add_argument("--minutes", type=_minutes, default=None)
    touch.add_argument("--next", default="", help="a next step, kept as a task")
    touch.add_argument("--due", type=_day, default=None, metavar="YYYY-MM-DD")


def _outgoing_commands(group: argparse._SubParsersAction[_Parser]) -> None:
    review = _command(group, "review", outgoing.review, "write the review of an account, for its customer")
    review.add_argument("account", metavar="ACCOUNT")
    review.add_argument("out", metavar="OUT.pdf", type=Path, help="a PDF, or a workbook where it ends in .xlsx")
    review.add_argument("--period", type=_one_of(PeriodKind), default=PeriodKind.QUARTER, choices=list(PeriodKind))
    calendar = _command(group, "calendar", outgoing.calendar, "write renewals and next steps as a calendar")
    calendar.add_argument("out", metavar="OUT.ics", type=Path)
    calendar.add_argument("--person", default="", metavar="NAME")
