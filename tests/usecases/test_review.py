"""The account review: what it tells, what it never tells, and that it is written whole or not at all."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
import sqlalchemy as sql

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.book.steps import Step
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.months import PeriodKind
from csdesk.models.tables import metadata
from csdesk.reports.delivery import ReportRefused
from csdesk.usecases.account_rows import accounts_table
from csdesk.usecases.accounts import CellEdit, add_account, edit_accounts
from csdesk.usecases.books import undo
from csdesk.usecases.review import (
    NextStep,
    Part,
    ReviewChoice,
    ReviewContent,
    first_page,
    review_content,
    review_period,
    write_review,
)
from csdesk.usecases.review_kept import LANGUAGE, ROADMAP, keep_review, review_start
from csdesk.usecases.stopped import Stopped
from tests.pdf_text import fonts_of, pages_of, text_of

PLANT, NUMBER = "Zq", 773193
TOLD = {
    "account.name", "contact.name", "goal.statement", "goal.victory", "goal.unit", "milestone.title", "measure.name",
    "measure.unit", "ticket.subject", "answer.comment", "product.name", "contract.plan",
}  # fmt: skip
"""Texts that a customer knows anyway: its own people, goals, tickets and words, and what it has bought."""
CUSTOMERS_STEP = "task.title"
STRUCTURED = {
    "setting", "definition", "batch", "matching", "saved_view", "merge", "step", "change", "tally", "exchange_rate",
    "custom_field", "period_figure", "source", "health_day",
    "contract.charge", "contract.status", "contract.end_reading", "contract.end_reason_family", "contract.change",
    "contract.currency", "invoice.currency", "deal.currency", "deal.outcome", "deal.review", "touch.type",
    "answer.survey", "answer.relation", "answer.direction", "use.grain", "measure.code", "cost.month", "cost.purpose",
    "risk.signal", "risk.level", "risk.outcome", "play.signal", "play_run.helped", "invitation.survey",
    "invitation.relation", "marker.kind", "feedback.kind", "interview.reason_family", "target.metric",
    "target.period_kind", "target.since", "pack", "win.kind",
}  # fmt: skip
"""What csdesk reads as something else than words."""
NUMBERS = {
    "account": ["sentiment", "employees"], "contact": ["relationship"], "touch": ["minutes", "sentiment", "candour"],
    "person": ["hourly_rate"], "contract": ["amount", "list_amount", "discount_amount"], "deal": ["amount"],
    "invoice": ["amount", "paid_amount"], "risk": ["mrr_saved", "mrr_lost"], "health_override": ["score"],
    "health_value": ["value"], "feedback": ["votes", "health"], "cost": ["amount"],
}  # fmt: skip


def words_columns() -> Iterator[tuple[str, str]]:
    for table in metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, sql.Text) and not {table.name, f"{table.name}.{column.name}"} & STRUCTURED:
                yield table.name, column.name


@pytest.fixture(scope="module")
def planted(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo book with a word of its own in every text, and a number in every figure that is nobody's business."""
    path = tmp_path_factory.mktemp("planted") / "demo.csdesk"
    path.write_bytes(demo_file.read_bytes())
    engine = sql.create_engine(f"sqlite:///{path}", poolclass=sql.NullPool)
    with engine.begin() as book:
        for place, (table, column) in enumerate(words_columns()):
            mark = f"'{PLANT}{place}'" + (" || '_' || id" if table == "account" else "")
            book.exec_driver_sql(f'UPDATE "{table}" SET "{column}" = {mark}')
        book.exec_driver_sql("UPDATE task SET done_on = NULL, run_id = NULL, customer_side = id % 2")
        for table, columns in NUMBERS.items():
            for column in columns:
                book.exec_driver_sql(f'UPDATE "{table}" SET "{column}" = {NUMBER}')
    return path


def opened(path: Path) -> Book:
    return Book.open(path, who="sample", clock=lambda: datetime(2026, 3, 18, 3, 0, tzinfo=UTC), read_only=True)


def fullest(book: Book) -> int:
    """The account with most kinds of what a review tells of, and an open step of ours."""
    held: dict[int, set[Kind]] = {}
    for kind in (Kind.GOAL, Kind.MILESTONE, Kind.TICKET, Kind.ANSWER, Kind.CONTACT, Kind.TASK, Kind.RISK):
        for row in rows(book, kind):
            held.setdefault(row["account_id"], set()).add(kind)
    return max(held, key=lambda account: len(held[account]))


def silent(_done: int, _whole: int) -> None:
    pass


def told_by(path: Path) -> str:
    """Everything a file says: all pages, or all parts of a workbook."""
    if path.suffix == ".pdf":
        return text_of(path).replace("\n", " ")
    with ZipFile(path) as packed:
        return " ".join(packed.read(part).decode("utf-8", "replace") for part in packed.namelist())


@pytest.mark.parametrize(("ending", "language"), [(".pdf", Language.EN), (".xlsx", Language.JA)])
def test_nothing_internal_is_told(planted: Path, tmp_path: Path, language: Language, ending: str) -> None:
    with closing(opened(planted)) as book:
        account, today = fullest(book), date(2026, 3, 18)
        start = review_start(book, account, language)
        period = review_period(today, PeriodKind.YEAR, 1)
        choice = ReviewChoice(period, language, roadmap="Coming", steps=start.steps)
        content = review_content(book, account, today, choice)
        assert start.offered
        content = replace(content, company="Example Software")
        others = [row["id"] for row in rows(book, Kind.ACCOUNT) if row["id"] != account]
    assert content.goals and content.use and content.meetings and content.contract  # noqa: PT018 - one question
    path = tmp_path / f"review{ending}"
    write_review(content, path, silent)
    told = told_by(path)
    names = [".".join(names) for names in words_columns()]
    marks = {names[int(found)] for found in re.findall(rf"{PLANT}(\d+)", told)}
    assert marks - {CUSTOMERS_STEP} <= TOLD
    assert {"account.name", "goal.statement", "measure.name", "product.name", "contact.name"} <= marks
    assert (CUSTOMERS_STEP in marks) == any(names.index(CUSTOMERS_STEP) == mark_of(step) for step in content.steps)
    assert str(NUMBER) not in told.replace(",", "").replace(".", "")
    assert not any(f"_{other}" in told for other in others)
    for word in ("ealth", "isk", "MRR", "ヘルス", "リスク", "解約率", "Tier", "ティア", "entiment", "hurn"):
        assert word not in told, word


def mark_of(step: NextStep) -> int:
    return int(step.title.removeprefix(PLANT)) if step.theirs else -1


@pytest.fixture
def account(book: Book) -> int:
    """An account with two quarters of use, tickets, answers, touches, goals and steps."""
    add_account(book, "Sample Works")
    account = int(rows(book, Kind.ACCOUNT)[0]["id"])
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        fill(step, account)
    return account


def fill(step: Step, account: int) -> None:
    mine: dict[str, Any] = {"account_id": account}
    ann = step.insert(Kind.CONTACT, {**mine, "name": "Ann"})
    bo = step.insert(Kind.CONTACT, {**mine, "name": "Bo"})
    reports = step.insert(Kind.MEASURE, {"code": "reports", "name": "Reports", "unit": "pages", "qualifies": True})
    logins = step.insert(Kind.MEASURE, {"code": "logins", "name": "Logins", "qualifies": False})
    for measure, month, who, amount in (
        (reports, 9, ann, 4), (reports, 10, ann, 6), (reports, 11, ann, 5), (reports, 12, bo, 7), (logins, 12, bo, 3),
    ):  # fmt: skip
        use = {"measure_id": measure, "contact_id": who, "on_date": date(2025, month, 5), "grain": "day"}
        step.insert(Kind.USE, {**mine, **use, "amount": float(amount)})
    goal = {"statement": "Half the questions", "baseline": 40.0, "target": 20.0, "current": 30.0, "unit": "a month"}
    aim = step.insert(Kind.GOAL, {**mine, **goal, "status": "at risk", "notes": "they bluff"})
    step.insert(Kind.MILESTONE, {**mine, "goal_id": aim, "title": "Kickoff", "done_on": date(2025, 10, 1)})
    step.insert(Kind.MILESTONE, {**mine, "goal_id": aim, "title": "Training", "due_on": date(2026, 4, 1)})
    step.insert(Kind.TASK, {**mine, "title": "Name an administrator", "customer_side": True})
    step.insert(Kind.TASK, {**mine, "title": "Ask sales whether they will leave"})
    for kind, on in (("meeting", 10), ("note", 11), ("email", 11), ("qbr", 12), ("call", 9)):
        step.insert(Kind.TOUCH, {**mine, "type": kind, "on_date": date(2025, on, 8), "note": "secret"})
    for opened_on, closed_on in ((1, 3), (5, 11), (20, None)):
        at = datetime(2025, 11, opened_on, tzinfo=UTC).replace(tzinfo=None)
        closed = at.replace(day=closed_on) if closed_on else None
        step.insert(Kind.TICKET, {**mine, "subject": f"T{opened_on}", "opened_at": at, "closed_at": closed})
    for month, score in ((9, 4.0), (12, 9.0)):
        answer = {"survey": "nps", "score": score, "answered_on": date(2025, month, 9), "comment": f"Said {score:g}"}
        step.insert(Kind.ANSWER, {**mine, "contact_id": ann, **answer})


def content_of(book: Book, account: int, today: date, **wanted: Any) -> ReviewContent:
    start = review_start(book, account)
    choice = ReviewChoice(review_period(today, PeriodKind.QUARTER, 1), Language.EN, steps=start.steps)
    return review_content(book, account, today, replace(choice, **wanted))


def test_figures_by_hand(book: Book, account: int) -> None:
    content = content_of(book, account, date(2026, 1, 20))
    assert str(content.period) == "2025-Q4"
    reports, logins = content.use
    assert (reports.name, reports.now, reports.before, reports.ever, reports.counts) == ("Reports", 18, None, 22, True)
    assert (logins.now, logins.counts) == (3, False)
    assert reports.amounts[-4:] == (4, 6, 5, 7)
    assert content.users is not None
    assert (content.users.now, content.users.before) == (2, None)
    tickets = content.tickets
    assert tickets is not None
    assert (tickets.opened, tickets.solved, tickets.days, tickets.timed) == (3, 2, 4.0, 2)
    assert [one.subject for one in tickets.waiting] == ["T20"]
    assert [(one.score, one.comment) for one in content.answers] == [(9, "Said 9")]
    assert [one.type for one in content.meetings] == ["qbr", "meeting"]
    (goal,) = content.goals
    assert (goal.progress, len(goal.milestones)) == (0.5, 2)
    assert {step.title for step in content.steps} == {"Training", "Name an administrator"}


def test_a_part_that_is_not_wanted_is_not_read(book: Book, account: int) -> None:
    content = content_of(book, account, date(2026, 1, 20), parts=frozenset({Part.STEPS}))
    assert not any((content.goals, content.use, content.users, content.tickets, content.answers, content.meetings))
    assert content.steps


def test_what_is_typed_is_kept_with_the_account_and_undone(book: Book, account: int) -> None:
    before = review_start(book, account)
    assert before.language is Language.EN
    assert [step.title for step in before.offered] == ["Ask sales whether they will leave"]
    steps = (NextStep("Read | this", theirs=True, due_on=date(2026, 2, 1)), NextStep("And that"))
    keep_review(book, account, Language.JA, "New reports\nin June", steps)
    after = review_start(book, account, Language.EN)
    assert (after.steps, after.roadmap, after.language) == (steps, "New reports\nin June", Language.JA)
    undo(book)
    assert review_start(book, account) == before


@pytest.mark.parametrize(("said", "language"), [("日本語", Language.JA), ("english", Language.EN), ("?", Language.EN)])
def test_the_customers_language_is_that_of_its_account(book: Book, account: int, said: str, language: Language) -> None:
    edit_accounts(book, [CellEdit(account, f"custom:{LANGUAGE}", said), CellEdit(account, f"custom:{ROADMAP}", "x")])
    assert review_start(book, account).language is language


def test_sums_of_the_workbook_are_live_and_agree(book: Book, account: int, tmp_path: Path) -> None:
    content = content_of(book, account, date(2026, 1, 20))
    path = tmp_path / "review.xlsx"
    write_review(content, path, silent)
    live, stored = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    formulas = [cell for page in live for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert {cell.value.split("(")[0] for cell in formulas} == {"=SUM", "=MAX"}
    for cell in formulas:
        page = stored[cell.parent.title]
        if cell.value.startswith("=SUM"):
            first, last = cell.value[5:-1].split(":")
            added = sum(one.value or 0 for row in page[first:last] for one in row)
            assert added == page[cell.coordinate].value, cell.coordinate
    assert len(live["How you use it"]._charts) == len(content.use) + 1


def test_pages_are_searchable_carry_their_font_and_are_numbered(book: Book, account: int, tmp_path: Path) -> None:
    path, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    content = content_of(book, account, date(2026, 1, 20), language=Language.JA, roadmap="来月、新機能を公開します。")
    for place in (path, again):
        write_review(content, place, silent)
    pages = pages_of(path)
    assert path.read_bytes() == again.read_bytes()
    assert "Sample Works 御中" in pages[0]
    assert "来月、新機能を公開します。" in text_of(path)
    assert [f"{n} / {len(pages)}" in page for n, page in enumerate(pages, 1)] == [True] * len(pages)
    described, carried = fonts_of(path)
    assert described == carried > 0
    width, height, pixels = first_page(content, 0.5)
    assert (width, height, len(pixels)) == (297, 420, 297 * 420 * 4)


def test_long_words_and_odd_letters_are_all_there(book: Book, account: int, tmp_path: Path) -> None:
    """A comment that fills pages, a formula between dollar signs, direction marks, a letter no font has."""
    content = content_of(book, account, date(2026, 1, 20))
    long = " ".join(f"word{n}" for n in range(700))
    odd = ("=1+1 $x_1$ {a} \\frac", "\u202ereversed", "長い" * 200)
    answers = [replace(content.answers[0], comment=text) for text in (long, *odd)]
    content = replace(content, answers=tuple(answers), roadmap="$a$ $b$")
    for ending in (".pdf", ".xlsx"):
        path = tmp_path / f"odd{ending}"
        write_review(content, path, silent)
        told = told_by(path)
        assert "word0" in told and "word699" in told  # noqa: PT018 - one question
        assert "=1+1 $x_1$ {a} \\frac" in told
    assert told_by(tmp_path / "odd.pdf").replace(" ", "").count("長い") == 200
    assert "<U+202E>reversed" in told_by(tmp_path / "odd.pdf")


def test_refused_or_stopped_nothing_is_left(book: Book, account: int, tmp_path: Path) -> None:
    content = content_of(book, account, date(2026, 1, 20))
    with pytest.raises(ReportRefused) as refused:
        write_review(content, tmp_path / "review.doc", silent)
    assert refused.value.reason == "no_review"

    def stop(done: int, _whole: int) -> None:
        if done:
            raise Stopped

    for ending in (".pdf", ".xlsx"):
        with pytest.raises(Stopped):
            write_review(content, tmp_path / f"review{ending}", stop)
        (tmp_path / f".~lock.held{ending}#").touch()
        (tmp_path / f"held{ending}").write_bytes(b"older")
        with pytest.raises(ReportRefused, match="open_elsewhere"):
            write_review(content, tmp_path / f"held{ending}", silent)
        assert (tmp_path / f"held{ending}").read_bytes() == b"older"
    assert not list(tmp_path.glob("review*"))


def test_an_account_with_nothing_says_so_in_both_languages(book: Book, tmp_path: Path, today: date) -> None:
    add_account(book, "Sample Line")
    account = accounts_table(book, today).rows[0].id
    for place in ("en.pdf", "ja.pdf", "ja.xlsx"):
        write_review(content_of(book, account, today, language=Language(place[:2])), tmp_path / place, silent)
    assert "No goals have been agreed yet." in text_of(tmp_path / "en.pdf")
    assert "What is coming" not in text_of(tmp_path / "en.pdf"), "nobody has written of it"
    assert "お問い合わせはありませんでした。" in text_of(tmp_path / "ja.pdf")
    assert "お問い合わせはありませんでした。" in told_by(tmp_path / "ja.xlsx")
