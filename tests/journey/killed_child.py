"""Run as a process of its own: forks a child for each piece of work it is told to do, and kills it when told to.

All libraries are loaded once, here, so that a child begins with the work itself. A line of JSON in (`work`, `folder`,
`seconds` until the kill or null), a line of JSON out (`told`: what the child had said by then; `seconds` it took;
`status` it ended with). A child says `begin` when the work proper begins, from which the time is taken, and a word
after everything that it takes to be done for good.
"""

import json
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from csdesk import cli
from csdesk.book.file import Book
from csdesk.usecases import books, importing
from csdesk.usecases.accounts import CellEdit, edit_accounts
from csdesk.usecases.settings import book_settings
from csdesk.usecases.touches import account_names

Say = Callable[[object], None]
TIMES = 24
"""How often a work that repeats itself does so."""
EDITED = 3


def clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - what the command line does


def opened(folder: Path) -> Book:
    return books.open_book(folder / "b.csdesk", who="w", clock=clock)


def command(*words: object) -> None:
    status = cli.run([str(word) for word in words])
    if status:
        raise SystemExit(status)


def importing_a_sheet(folder: Path, say: Say) -> None:
    found = importing.read_pasted((folder / "sheet.csv").read_text("utf-8"), "sheet.csv")
    with opened(folder) as book:
        matched = importing.match_tables(found, (), book_settings(book))
        plan = importing.plan_import(book, matched, date(2024, 12, 31))
        say("begin")
        importing.apply_plan(book, plan)
        say("imported")


def editing(folder: Path, say: Say) -> None:
    """Touches with their next steps, and three accounts at a time, in turn."""
    with opened(folder) as book:
        accounts = account_names(book)[:EDITED]
    say("begin")
    for number in range(TIMES):
        if number % 2:
            with opened(folder) as book:
                edit_accounts(book, [CellEdit(account.id, "segment", str(number)) for account in accounts])
        else:
            command("touch", folder / "b.csdesk", accounts[0].name, "--note", f"n {number}", "--next", "call")
        say(number)


def walking(folder: Path, say: Say) -> None:
    """Every step undone and done again, over and over."""
    with opened(folder) as book:
        say("begin")
        for number in range(TIMES // 2):
            move = books.redo if number % 2 else books.undo
            while move(book):
                say("moved")


def taking_back(folder: Path, say: Say) -> None:
    """A step from the middle of the history, by the command line; then that is undone, and so on."""
    say("begin")
    for _ in range(TIMES // 6):
        command("undo", folder / "b.csdesk", "4")
        say("taken back")
        command("undo", folder / "b.csdesk")
        say("undone")


def migrating(folder: Path, say: Say) -> None:
    say("begin")
    command("check", folder / "b.csdesk")
    say("opened")


def backing_up(folder: Path, say: Say) -> None:
    with opened(folder) as book:
        say("begin")
        for _ in range(TIMES // 6):
            say(books.backup_book(book))


def restoring(folder: Path, say: Say) -> None:
    say("begin")
    for number in range(TIMES // 6):
        command("restore", folder / "b.csdesk", folder / f"{number % 2}.csdesk")
        say(number)


def reporting(folder: Path, say: Say) -> None:
    say("begin")
    command("report", folder / "b.csdesk", folder / "out.xlsx")
    say("written")


def exporting(folder: Path, say: Say) -> None:
    say("begin")
    command("export", folder / "b.csdesk", folder / "out.xlsx")
    say("written")


def exporting_text(folder: Path, say: Say) -> None:
    say("begin")
    command("export", folder / "b.csdesk", folder / "out.csv")
    say("written")


def making(folder: Path, say: Say) -> None:
    say("begin")
    command("new", folder / "b.csdesk", "--currency", "CHF")
    say("made")


def making_the_demo(folder: Path, say: Say) -> None:
    say("begin")
    command("demo", folder / "b.csdesk")
    say("made")


WORKS: dict[str, Callable[[Path, Say], None]] = {
    "import": importing_a_sheet,
    "edits": editing,
    "undo and redo": walking,
    "taking back": taking_back,
    "migration": migrating,
    "backup": backing_up,
    "restore": restoring,
    "report": reporting,
    "export": exporting,
    "export of text": exporting_text,
    "new": making,
    "demo": making_the_demo,
}


def _work(name: str, folder: Path, to: int) -> None:
    """In the child, which never comes back from here."""
    status = 1
    try:
        with os.fdopen(to, "w", encoding="utf-8", buffering=1) as lines:
            WORKS[name](folder, lambda word: print(word, file=lines))
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the child ends here
        traceback.print_exc()
    finally:
        os._exit(status)


def _round(work: str, folder: str, seconds: float | None) -> dict[str, object]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work(work, Path(folder), writing)
    os.close(writing)
    heard = b""
    began = ends = time.perf_counter()
    kill_at = None
    while True:
        left = None if kill_at is None else max(0.0, kill_at - time.perf_counter())
        if not select.select([reading], [], [], left)[0]:
            os.kill(child, signal.SIGKILL)
            kill_at = None
            continue
        some = os.read(reading, 65536)
        if not some:
            break
        if not heard:
            began = time.perf_counter()
            kill_at = None if seconds is None else began + seconds
        heard += some
        ends = time.perf_counter()
    os.close(reading)
    _, status = os.waitpid(child, 0)
    told = heard.decode().splitlines()[1:]
    return {"told": told, "seconds": ends - began, "status": os.waitstatus_to_exitcode(status)}


def _here(work: str, folder: str) -> None:
    """Do the work without a child, so that what is loaded late is loaded before the next one is forked."""
    WORKS[work](Path(folder), lambda _: None)


def main() -> None:
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", buffering=1) as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        for line in sys.stdin:
            asked = json.loads(line)
            if asked.pop("here", False):
                _here(asked["work"], asked["folder"])
                print("{}", file=answers)
            else:
                print(json.dumps(_round(**asked)), file=answers)


if __name__ == "__main__":
    main()
