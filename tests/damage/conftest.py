"""A book in which there is something of everything, and ways to harm a copy of it behind csdesk's back."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from csdesk.book.check import check
from csdesk.book.damage import Damage
from csdesk.book.file import Book
from csdesk.book.rescue import Rescue
from csdesk.book.steps import Step
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.usecases.books import check_book
from csdesk.usecases.rescue import rescue_book
from csdesk.usecases.settings import BookSettings, change_settings
from csdesk.usecases.views import View, save_view

PAGE = 4096


def clock() -> datetime:
    return datetime(2026, 3, 18, 3, 0, tzinfo=UTC)


BATCH = {"at": clock(), "who": "w", "file": "use.csv", "sha256": "", "tables": "[]", "counts": "{}"}


def silent(_done: int, _whole: int) -> None:
    """Nobody is told."""


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book: some rows of every kind, from an import that stands and from hands, and an import that is undone."""
    path = tmp_path_factory.mktemp("whole") / "whole.csdesk"
    with Book.create(path, who="sample", clock=clock, base=5) as book:
        change_settings(book, BookSettings("JPY", 4, Language.EN, "Sample"), name=StepName.NEW_BOOK)
        _add_some_of_all(book)
        _add_work(book)
        save_view(book, "accounts", "Mine", View(filter="x"))
        _undo_an_import(book)
        assert check(book) == ()
        with book.reading() as connection:
            for kind in Kind:
                assert connection.exec_driver_sql(f'SELECT count(*) FROM "{kind}"').scalar(), kind
    return path


def _add_some_of_all(book: Book) -> None:
    """Some rows of every kind but views."""
    day = date(2026, 1, 1)
    with book.step(StepName.IMPORT, "rest.csv") as step:
        owner = step.insert(Kind.PERSON, {"name": "Mina Sample", "hourly_rate": 5_000})
        product = step.insert(Kind.PRODUCT, {"name": "Core"})
        measure = step.insert(Kind.MEASURE, {"code": "logins", "name": "Logins", "least": 1.0})
        accounts = step.insert_many(Kind.ACCOUNT, [{"name": f"Sample {n}", "owner_id": owner} for n in range(60)])
        of = [{"account_id": account} for account in accounts]
        contacts = step.insert_many(Kind.CONTACT, [{**each, "name": "Kei", "left_on": day} for each in of])
        line = {"product_id": product, "amount": 12_000, "starts_on": day, "name": "Core", "list_amount": 13_000}
        step.insert_many(Kind.CONTRACT, [{**each, **line} for each in of])
        touch = {"contact_id": contacts[0], "person_id": owner, "on_date": day, "note": "=1+1 長い話" * 9}
        touches = step.insert_many(Kind.TOUCH, [{**each, **touch} for each in of])
        task = {"owner_id": owner, "title": "call again", "due_on": day}
        step.insert_many(Kind.TASK, [{**each, **task, "touch_id": met} for each, met in zip(of, touches, strict=True)])
        step.insert_many(Kind.INVOICE, [{**each, "amount": 12_000, "issued_on": day} for each in of])
        answer = {"contact_id": contacts[0], "survey": "nps", "score": 9.0, "answered_on": day}
        step.insert_many(Kind.ANSWER, [{**each, **answer} for each in of])
        step.insert_many(
            Kind.HEALTH_VALUE, [{**each, "factor": "outcome", "value": 4.0, "on_date": day} for each in of]
        )
        scores = {"score": 71.5, "band": "green", "coverage": 0.75, "factors": "{}", "on_date": day}
        step.insert_many(Kind.HEALTH_DAY, [{**each, **scores} for each in of])
        step.insert_many(Kind.COST, [{"month": f"2025-{month:02}", "amount": 7} for month in range(1, 13)])
        step.insert(Kind.MARKER, {"on_date": day, "kind": "release", "title": "New"})
        field = step.insert(Kind.CUSTOM_FIELD, {"kind": "account", "name": "地区"})
        step.insert_many(
            Kind.CUSTOM_VALUE, [{"field_id": field, "row_id": account, "value": "東"} for account in accounts]
        )
        use = {"contact_id": contacts[0], "measure_id": measure}
        step.insert_many(
            Kind.USE,
            [{**use, **each, "on_date": day + timedelta(n), "amount": n / 7} for each in of for n in range(12)],
        )
        tickets = step.insert_many(Kind.TICKET, [{**each, "opened_at": clock(), "priority": "high"} for each in of])
        batch = step.insert(Kind.BATCH, BATCH)
        place = {"batch_id": batch, "kind": "ticket", "sheet": "S"}
        step.insert_many(Kind.SOURCE, [{**place, "row_id": row, "line": line} for line, row in enumerate(tickets)])
        step.insert(Kind.MATCHING, {"shape": "s", "kind": "tickets", "columns": "{}", "choices": "{}"})
        copy = {"at": clock(), "who": "w", "file": "f", "steps": "[]", "answers": "{}", "same": "[]"}
        step.insert(Kind.MERGE, copy)


def _add_work(book: Book) -> None:
    """Goals and milestones, deals, feedback, exit interviews, mailings, rates, figures of periods."""
    day = date(2026, 1, 1)
    with book.reading() as connection:
        account, contact = connection.exec_driver_sql("SELECT min(account_id), min(id) FROM contact").one()
    of = {"account_id": account}
    with book.step(StepName.IMPORT, "work.csv") as step:
        goal = step.insert(Kind.GOAL, {**of, "statement": "Close sooner", "target": 5.0, "due_on": day})
        step.insert(Kind.MILESTONE, {**of, "goal_id": goal, "title": "Data in", "done_on": day})
        step.insert(Kind.DEAL, {**of, "name": "Seats", "amount": 7, "probability": 0.5, "review": "cleared"})
        step.insert(Kind.FEEDBACK, {**of, "contact_id": contact, "text": "More", "kind": "stretch", "given_on": day})
        step.insert(Kind.INTERVIEW, {**of, "on_date": day, "stated_reason": "Budget", "reason_family": "price"})
        step.insert(Kind.MAILING, {**of, "contact_id": contact, "name": "News", "sent": 1, "opened": 0})
        step.insert(Kind.EXCHANGE_RATE, {"month": "2026-01", "currency": "USD", "base": "JPY", "rate": 150.25})
        step.insert(Kind.INVITATION, {**of, "contact_id": contact, "survey": "nps", "asked_on": day, "asked": 3})
        made = {"made_at": datetime(2026, 1, 1, 9, tzinfo=UTC), "made_by": "sample", "rules": "house", "agreed_on": day}
        step.insert(Kind.DEFINITION, made)
        _add_risks(step, account, day)
        _add_reporting(step, account, day)
        step.insert(
            Kind.PERIOD_FIGURE, {"starts_on": day, "ends_on": date(2026, 1, 31), "name": "Leads", "value": 12.0}
        )


def _add_risks(step: Step, account: int, day: date) -> None:
    """A risk, a play with a step, a play at work with its task, a score by hand."""
    of = {"account_id": account}
    begun = {"first_signal_on": day, "logged_on": day}
    risk = step.insert(Kind.RISK, {**of, **begun, "signal": "no_value", "mrr_saved": 12_000})
    play = step.insert(Kind.PLAY, {"name": "Raise use", "signal": "no_value"})
    step.insert(Kind.PLAY_STEP, {"play_id": play, "place": 1, "title": "Ask", "due_days": 7, "material": "use"})
    run = step.insert(Kind.PLAY_RUN, {**of, "risk_id": risk, "play": "Raise use", "started_on": day, "helped": "no"})
    step.insert(Kind.TASK, {**of, "run_id": run, "title": "Ask", "skipped_reason": "Has been asked", "done_on": day})
    again = {"repeat_days": 7, "repeat_until": day, "material": "file", "material_file": "case.pdf"}
    step.insert(Kind.TASK, {**of, "run_id": run, "title": "Send progress", "due_on": day, **again})
    step.insert(Kind.HEALTH_OVERRIDE, {**of, "score": 40.0, "reason": "Frozen", "set_on": day, "who": "sample"})


def _add_reporting(step: Step, account: int, day: date) -> None:
    """A target, a pack that was sent, a win."""
    at = {"set_at": datetime(2026, 1, 1, 9, tzinfo=UTC), "who": "sample"}
    step.insert(Kind.TARGET, {"metric": "nps", "period_kind": "quarter", "since": "2026-01", "value": 30.0, **at})
    pack = {"file": "Q4.xlsx", "period_kind": "quarter", "first_month": "2025-10", "as_of": day, "language": "ja"}
    made = {"made_at": at["set_at"], "made_by": "sample", "made_with": "0.1.0", "rules": "house", "fingerprint": "9f"}
    step.insert(Kind.PACK, {**pack, **made, "figures": "{}"})
    step.insert(Kind.WIN, {"account_id": account, "on_date": day, "title": "Sooner", "kind": "outcome"})


def _undo_an_import(book: Book) -> None:
    with book.reading() as connection:
        account, measure = connection.exec_driver_sql("SELECT min(account_id), min(measure_id) FROM use").one()
    with book.step(StepName.IMPORT, "use.csv") as step:
        number = step.insert(Kind.BATCH, BATCH)
        use = {"account_id": account, "measure_id": measure, "on_date": date(2026, 1, 1)}
        ids = step.insert_many(Kind.USE, [{**use, "amount": amount / 7} for amount in range(40)])
        place = {"batch_id": number, "kind": "use", "sheet": "S"}
        step.insert_many(Kind.SOURCE, [{**place, "row_id": row, "line": line} for line, row in enumerate(ids)])
    book.undo()


@pytest.fixture
def damaged(whole: Path, tmp_path: Path) -> Path:
    """A copy of the book to harm."""
    path = tmp_path / "damaged.csdesk"
    path.write_bytes(whole.read_bytes())
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Where a rescued book is to be."""
    return tmp_path / "new.csdesk"


@pytest.fixture
def rescued(damaged: Path, new: Path) -> Callable[[], Rescue]:
    """Rescues the damaged book."""
    return lambda: rescue_book(damaged, new, who="w", clock=clock, progress=silent)


def by_sql(path: Path, *statements: str) -> None:
    """Changes that go past csdesk, with all of SQLite's own guards down."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def root_of(path: Path, name: str) -> int:
    """The first page of a table or an index."""
    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    connection.close()
    return int(root)


def overwrite(path: Path, page: int, content: bytes = bytes(PAGE)) -> None:
    """What a bad disk does to a page."""
    held = bytearray(path.read_bytes())
    held[(page - 1) * PAGE : page * PAGE] = content
    path.write_bytes(held)


def checked(path: Path) -> tuple[Damage, ...]:
    """What a check finds, settings included."""
    with Book.open(path, who="w", clock=clock, read_only=True) as book:
        return check_book(book)
