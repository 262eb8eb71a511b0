"""The bin as people read it; and every way in which they delete leads there."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.deletions import DELETIONS
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, Language, StepName, Survey
from csdesk.models.months import Month, PeriodKind
from csdesk.usecases import accounts, answers, books, costs, health, kept_figures, markers, packs, rates, views
from csdesk.usecases import bin as binned
from csdesk.usecases.answers import AnswerDraft
from csdesk.usecases.reports import board_content
from csdesk.usecases.rows import delete_row
from csdesk.usecases.scope import Scope
from csdesk.usecases.sentences import error_sentence
from csdesk.usecases.targets import TargetDraft, set_target

Way = Callable[[Book, int], Changes]
TODAY = date(2026, 3, 18)


def first(book: Book, kind: Kind, account: int) -> int:
    return int(str(rows(book, kind, where={"account_id": account})[0]["id"]))


def by_row(kind: Kind) -> Way:
    return lambda book, account: delete_row(book, kind, first(book, kind, account))


WAYS: dict[str, Way] = {
    "an account": lambda book, a: accounts.delete_accounts(book, [a]),
    "many accounts": lambda book, _a: accounts.delete_accounts(
        book, [int(str(row["id"])) for row in rows(book, Kind.ACCOUNT)[:5]]
    ),
    "costs": lambda book, _a: costs.delete_costs(book, [row.id for row in costs.cost_rows(book)[:3]]),
    "one cost": lambda book, _a: delete_row(book, Kind.COST, costs.cost_rows(book)[0].id),
    "markers": lambda book, _a: markers.delete_markers(book, [row.id for row in markers.markers(book)[:2]]),
    "figures": lambda book, _a: kept_figures.delete_figures(
        book, [row.id for row in kept_figures.kept_figures(book).figures]
    ),
    "rates": lambda book, _a: rates.delete_rates(book, [row.id for row in kept_figures.kept_figures(book).rates]),
    "a play": lambda book, _a: delete_row(book, Kind.PLAY, int(str(rows(book, Kind.PLAY)[0]["id"]))),
    "a view": lambda book, _a: views.delete_view(book, views.saved_views(book, "accounts")[0].id),
    "a typed health value": lambda book, a: health.set_health_values(
        book, [health.FactorEdit(a, "independence", "")], TODAY
    ),
    "a target": lambda book, _a: delete_row(book, Kind.TARGET, targets_in(book)[0]),
    "a pack": lambda book, _a: delete_row(book, Kind.PACK, packs.packs(book)[0].id),
    **{
        str(kind): by_row(kind)
        for kind in (
            Kind.CONTACT,
            Kind.CONTRACT,
            Kind.TOUCH,
            Kind.TASK,
            Kind.ANSWER,
            Kind.HEALTH_VALUE,
            Kind.GOAL,
            Kind.MILESTONE,
            Kind.DEAL,
            Kind.FEEDBACK,
            Kind.INTERVIEW,
            Kind.MAILING,
            Kind.INVITATION,
            Kind.RISK,
            Kind.WIN,
        )
    },
}


@pytest.fixture(scope="module")
def lived_in_file(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo book with one row of each kind that a person deletes, of one account."""
    path = Path(shutil.copy(demo_file, tmp_path_factory.mktemp("lived_in") / "demo.csdesk"))
    with Book.open(path, who="sample", clock=lambda: datetime(2026, 3, 18, 3, tzinfo=UTC)) as book:
        _live(book)
    return path


def _live(book: Book) -> None:
    account = with_everything(book)
    answers.save_answer(book, AnswerDraft(account, Survey.NPS, 3, TODAY, comment="slow"))
    health.set_health_value(book, account, "independence", 40, TODAY)
    views.save_view(book, "accounts", "Mine", views.View(filter="x"))
    with book.step(StepName.IMPORT) as step:
        goal = step.insert(Kind.GOAL, {"account_id": account, "statement": "Sooner"})
        step.insert(Kind.MILESTONE, {"account_id": account, "goal_id": goal, "title": "Kickoff"})
        step.insert(Kind.DEAL, {"account_id": account, "name": "More seats"})
        step.insert(Kind.FEEDBACK, {"account_id": account, "title": "Export"})
        step.insert(Kind.INTERVIEW, {"account_id": account, "stated_reason": "Price"})
        step.insert(Kind.MAILING, {"account_id": account, "name": "News"})
        risk = {"signal": "no_value", "first_signal_on": TODAY, "logged_on": TODAY}
        step.insert(Kind.RISK, {"account_id": account, **risk})
        step.insert(Kind.INVITATION, {"account_id": account, "survey": "nps"})
        step.insert(Kind.WIN, {"account_id": account, "on_date": TODAY, "title": "Month end in two days"})
        step.insert(Kind.EXCHANGE_RATE, {"month": "2026-01", "currency": "CHF", "base": "JPY", "rate": 170.25})
        step.insert(Kind.PERIOD_FIGURE, {"starts_on": TODAY, "ends_on": TODAY, "name": "Leads", "value": 12.0})
    set_target(book, TargetDraft(MetricId.LOGO_CHURN, PeriodKind.QUARTER, Month.of(TODAY), "2", "Can be done"))
    scope = Scope.at(TODAY, PeriodKind.QUARTER)
    packs.record_pack(book, board_content(book, scope, Language.EN), "2026-Q1.xlsx", "Board")


@pytest.fixture
def lived_in(lived_in_file: Path, tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Book]:
    """Such a book of the test's own."""
    with Book.open(Path(shutil.copy(lived_in_file, tmp_path / "demo.csdesk")), who="sample", clock=clock) as opened:
        yield opened


def targets_in(book: Book) -> list[int]:
    return [int(str(row["id"])) for row in rows(book, Kind.TARGET)]


def with_everything(book: Book) -> int:
    owners = [
        {row["account_id"] for row in rows(book, kind)} for kind in (Kind.CONTACT, Kind.CONTRACT, Kind.TOUCH, Kind.TASK)
    ]
    return min(int(str(account)) for account in set.intersection(*owners) if account)


@pytest.mark.parametrize("way", WAYS)
def test_what_a_person_deletes_comes_back_from_the_bin_of_the_book_opened_again(lived_in: Book, way: str) -> None:
    account = with_everything(lived_in)
    before = dump(lived_in)
    WAYS[way](lived_in, account)
    assert dump(lived_in) != before
    lived_in.close()
    with books.open_book(lived_in.path, who="another", clock=lived_in.clock) as book:
        lines = binned.bin_lines(book, Language.EN)
        assert lines
        binned.put_back(book, [line.number for line in lines])
        assert binned.bin_lines(book, Language.EN) == ()
        assert dump(book) == before
        assert books.check_book(book) == ()


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (Kind.GOAL, "Goal: Sooner"),
        (Kind.MILESTONE, "Milestone: Kickoff"),
        (Kind.FEEDBACK, "Feedback: Export"),
        (Kind.INTERVIEW, "Exit interview: Price"),
        (Kind.MAILING, "Mail result: News"),
        (Kind.RISK, "Risk: No business value seen"),
        (Kind.WIN, "Win: Month end in two days (18 Mar 2026)"),
    ],
)
def test_the_work_with_an_account_goes_by_what_it_is_about(lived_in: Book, kind: Kind, what: str) -> None:
    mine = rows(lived_in, kind, where={"account_id": with_everything(lived_in)})
    delete_row(lived_in, kind, int(str(mine[-1]["id"])))
    assert [line.what for line in binned.bin_lines(lived_in, Language.EN)] == [what]


def test_every_deletion_is_among_these_ways(lived_in: Book) -> None:
    account = with_everything(lived_in)
    met = set()
    for way in WAYS.values():
        way(lived_in, account)
        met |= {line.item.kind for line in binned.bin_lines(lived_in, Language.EN)}
        books.undo(lived_in)
    assert met == set(DELETIONS)


@pytest.mark.parametrize(
    ("language", "what", "with_it", "moved", "back"),
    [
        (
            Language.EN,
            "Account: 見本商事",
            "Contacts 1, Touches 2",
            "Deletion of 見本商事 (4 rows): moved to the bin",
            "Put back: 見本商事",
        ),
        (
            Language.JA,
            "アカウント: 見本商事",
            "担当者 1、タッチ 2",
            "見本商事の削除（4行）（ゴミ箱に移動しました）",
            "復元しました: 見本商事",
        ),
    ],
)
def test_an_account_in_words(book: Book, language: Language, what: str, with_it: str, moved: str, back: str) -> None:
    account = account_with_two_touches(book)
    changes = accounts.delete_accounts(book, [account])
    (line,) = binned.bin_lines(book, language)
    assert (line.what, line.account, line.who, line.goes_with, line.rows) == (what, "", "sample", with_it, 4)
    assert binned.moved_sentence(changes, language) == moved
    assert binned.put_back_sentence(binned.put_back(book, [line.number]), language) == back


def test_what_could_not_be_as_it_was_is_told(book: Book) -> None:
    account = account_with_two_touches(book)
    touch, contact = first(book, Kind.TOUCH, account), first(book, Kind.CONTACT, account)
    delete_row(book, Kind.TOUCH, touch)
    delete_row(book, Kind.CONTACT, contact)
    accounts.delete_accounts(book, [account])
    touches = {line.item.kind: line for line in binned.bin_lines(book, Language.EN)}
    assert touches[Kind.TOUCH].what == "Touch: saw Kei (1 Mar 2026)"
    assert touches[Kind.TOUCH].account == "見本商事"
    said = binned.put_back_sentence(binned.put_back(book, [touches[Kind.TOUCH].number]), Language.EN)
    assert said == ("Put back: saw Kei, with its account 見本商事. References to what is gone, left empty: 1")
    delete_row(book, Kind.TOUCH, touch)
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.delete(Kind.ACCOUNT, account)
    with pytest.raises(books.BookError) as refused:
        binned.put_back(book, [line.number for line in binned.bin_lines(book, Language.EN)])
    assert error_sentence(refused.value, Language.EN).startswith("This cannot be put back: its account")


def account_with_two_touches(book: Book) -> int:
    with book.step(StepName.IMPORT) as step:
        account = step.insert(Kind.ACCOUNT, {"name": "見本商事"})
        contact = step.insert(Kind.CONTACT, {"account_id": account, "name": "Kei"})
        for day in (1, 2):
            touch = {"account_id": account, "contact_id": contact, "on_date": date(2026, 3, day), "note": "saw Kei"}
            step.insert(Kind.TOUCH, touch)
    return account


def test_what_stays_out_is_told(book: Book) -> None:
    account = account_with_two_touches(book)
    with book.step(StepName.IMPORT) as step:
        measure = step.insert(Kind.MEASURE, {"code": "logins", "name": "Logins"})
        use = {"account_id": account, "measure_id": measure, "on_date": TODAY, "amount": 1}
        step.insert_many(Kind.USE, [use, use])
    accounts.delete_accounts(book, [account])
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.delete(Kind.MEASURE, measure)
    (line,) = binned.bin_lines(book, Language.JA)
    said = binned.put_back_sentence(binned.put_back(book, [line.number]), Language.JA)
    assert said == "復元しました: 見本商事。属する項目がない2行は復元できません"


def test_found_by_words_and_by_age(book: Book) -> None:
    account = account_with_two_touches(book)
    delete_row(book, Kind.TOUCH, first(book, Kind.TOUCH, account))
    accounts.delete_accounts(book, [account])
    assert len(binned.bin_lines(book, Language.EN)) == 2
    for words, count in (("ｓａｗ KEI", 1), ("見本", 2), ("sample", 2), ("nobody", 0)):
        assert len(binned.bin_lines(book, Language.EN, words)) == count, words
    lines = binned.bin_lines(book, Language.EN)
    assert binned.before(lines, book.clock()) == ()
    assert binned.before(lines, book.clock() + timedelta(days=91)) == lines


def test_what_is_deleted_for_good_is_counted(book: Book) -> None:
    account = account_with_two_touches(book)
    accounts.delete_accounts(book, [account])
    changes = binned.erase(book, [line.number for line in binned.bin_lines(book, Language.EN)])
    assert binned.erased_sentence(changes, Language.EN) == "Deleted for good: 4 rows"
    assert binned.erased_sentence(changes, Language.JA) == "完全に削除しました: 4行"
