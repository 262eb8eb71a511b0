"""Goals, milestones, deals, feedback, exit interviews and mail results as they are typed in."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import DealOutcome, Kind, Language, ReasonFamily, StepName
from csdesk.models.money import Currency
from csdesk.models.problems import Reason
from csdesk.models.tables import metadata
from csdesk.usecases.rows import Gone
from csdesk.usecases.stopped import Refused
from csdesk.usecases.work_rows import COLUMNS, WORK_STEPS, Entry, InWords, WorkDraft, WorkField, save_work, work_form

WORDS = InWords(Currency("JPY"), Language.EN)
GIVEN_BY_THE_BOOK = {"id", "account_id", "external_id", "currency", "prospect", "health"}
"""Columns that no person fills in: what tells the row apart, whose it is, and what was so on a day."""


@pytest.fixture
def account(demo: Book) -> int:
    return int(str(rows(demo, Kind.CONTACT)[0]["account_id"]))


def fields(
    book: Book, kind: Kind, account: int, row: int | None = None, words: InWords = WORDS
) -> dict[str, WorkField]:
    return {field.column: field for field in work_form(book, kind, account, row, words).fields}


def saved(book: Book, kind: Kind, account: int, row: int | None = None, **given: str | int | date | None) -> int:
    save_work(book, WorkDraft(kind, account, given, row))
    return row or max(int(str(found["id"])) for found in rows(book, kind))


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_form_asks_for_every_column_that_a_person_fills_in(kind: Kind) -> None:
    columns = {column.name for column in metadata.tables[kind].columns}
    assert set(COLUMNS[kind]) == columns - GIVEN_BY_THE_BOOK
    assert set(WORK_STEPS) == set(COLUMNS)


def test_how_each_field_is_given_follows_from_what_the_book_holds(demo: Book, account: int) -> None:
    deal, goal = fields(demo, Kind.DEAL, account), fields(demo, Kind.GOAL, account)
    assert {column: deal[column].entry for column in ("name", "notes", "close_on", "amount", "probability")} == {
        "name": Entry.LINE, "notes": Entry.TEXT, "close_on": Entry.DAY, "amount": Entry.MONEY,
        "probability": Entry.SHARE,
    }  # fmt: skip
    assert deal["amount"].name == "Amount (JPY)"
    assert deal["probability"].name == "Probability (%)"
    assert (deal["interval_months"].entry, deal["interval_months"].held) == (Entry.COUNT, "1")
    assert goal["target"].entry is Entry.NUMBER
    assert fields(demo, Kind.MILESTONE, account)["customer_side"].entry is Entry.TICK


def test_what_can_be_chosen(demo: Book, account: int) -> None:
    deal = fields(demo, Kind.DEAL, account)
    assert deal["outcome"].choices == (("open", "Open"), ("won", "Won"), ("lost", "Lost"))
    assert deal["outcome"].held == "open"
    assert deal["review"].choices[0] == (None, "")
    assert len(deal["owner_id"].choices) == len(rows(demo, Kind.PERSON)) + 1
    mine = {str(row["name"]) for row in rows(demo, Kind.CONTACT, where={"account_id": account})}
    assert {word for _, word in fields(demo, Kind.MAILING, account)["contact_id"].choices} == {"", *mine}


def test_what_stands_there_can_be_kept_though_it_is_not_offered(demo: Book, account: int) -> None:
    other = next(row for row in rows(demo, Kind.CONTACT) if row["account_id"] != account)
    with demo.step(StepName.IMPORT) as step:
        row = step.insert(Kind.MAILING, {"account_id": account, "contact_id": other["id"], "name": "News"})
        word = step.insert(Kind.FEEDBACK, {"account_id": account, "title": "Export", "kind": "wish"})
    assert fields(demo, Kind.MAILING, account, row)["contact_id"].choices[-1] == (other["id"], other["name"])
    assert fields(demo, Kind.FEEDBACK, account, word)["kind"].choices[-1] == ("wish", "wish")


def test_a_deal_as_typed(demo: Book, account: int) -> None:
    row = saved(
        demo, Kind.DEAL, account, name=" More seats ", outcome=DealOutcome.LOST, probability="６０％",
        amount="１２万円",
        interval_months="12", close_on=date(2026, 4, 1), notes="", owner_id=None,
    )  # fmt: skip
    (deal,) = rows(demo, Kind.DEAL, where={"id": row})
    told = ("name", "outcome", "probability", "amount", "interval_months", "close_on", "notes")
    assert [deal[column] for column in told] == ["More seats", "lost", 0.6, 120_000, 12, date(2026, 4, 1), None]
    held = {column: field.held for column, field in fields(demo, Kind.DEAL, account, row).items()}
    assert (held["probability"], held["amount"], held["interval_months"]) == ("60", "120,000", "12")


def test_fields_that_are_not_given_stay(demo: Book, account: int) -> None:
    row = saved(demo, Kind.GOAL, account, statement="Sooner", target="0.1", notes="ours")
    saved(demo, Kind.GOAL, account, row, statement="Much sooner")
    (goal,) = rows(demo, Kind.GOAL, where={"id": row})
    assert (goal["statement"], goal["target"], goal["notes"]) == ("Much sooner", 0.1, "ours")
    assert fields(demo, Kind.GOAL, account, row)["target"].held == "0.1"


def test_a_milestone_is_ticked_and_belongs_to_a_goal(demo: Book, account: int) -> None:
    goal = saved(demo, Kind.GOAL, account, statement="Sooner")
    row = saved(demo, Kind.MILESTONE, account, title="Kickoff", goal_id=goal, customer_side=1)
    shown = fields(demo, Kind.MILESTONE, account, row)
    assert (goal, "Sooner") in shown["goal_id"].choices
    assert shown["customer_side"].held == 1
    assert fields(demo, Kind.MILESTONE, account)["customer_side"].held == 0


def test_an_amount_stays_in_the_currency_of_its_deal(demo: Book, account: int) -> None:
    with demo.step(StepName.IMPORT) as step:
        row = step.insert(Kind.DEAL, {"account_id": account, "name": "Abroad", "amount": 12_345, "currency": "USD"})
    shown = fields(demo, Kind.DEAL, account, row)["amount"]
    assert (shown.name, shown.held) == ("Amount (USD)", "123.45")
    saved(demo, Kind.DEAL, account, row, amount="$200.50")
    assert rows(demo, Kind.DEAL, where={"id": row})[0]["amount"] == 20_050
    with pytest.raises(Refused) as refused:
        saved(demo, Kind.DEAL, account, row, amount="¥200")
    assert refused.value.problem.reason is Reason.MIXED_CURRENCY


@pytest.mark.parametrize(
    ("kind", "column", "text", "reason"),
    [
        (Kind.GOAL, "statement", " ", Reason.MISSING),
        (Kind.GOAL, "target", "many", Reason.NOT_A_NUMBER),
        (Kind.DEAL, "amount", "dear", Reason.NOT_MONEY),
        (Kind.DEAL, "amount", "-", Reason.NOT_MONEY),
        (Kind.DEAL, "amount", "9" * 15, Reason.TOO_LARGE),
        (Kind.DEAL, "probability", "101", Reason.OUT_OF_RANGE),
        (Kind.DEAL, "interval_months", "0", Reason.OUT_OF_RANGE),
        (Kind.MAILING, "sent", "-1", Reason.OUT_OF_RANGE),
        (Kind.MAILING, "sent", "1.5", Reason.NOT_A_NUMBER),
        (Kind.FEEDBACK, "votes", "-", Reason.NOT_A_NUMBER),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    demo: Book, account: int, kind: Kind, column: str, text: str, reason: Reason
) -> None:
    before = len(rows(demo, kind))
    with pytest.raises(Refused) as refused:
        saved(demo, kind, account, **{column: text})
    assert refused.value.problem.reason is reason
    assert len(rows(demo, kind)) == before


def test_an_exit_interview_goes_by_its_account(demo: Book, account: int) -> None:
    changes = save_work(
        demo,
        WorkDraft(Kind.INTERVIEW, account, {"stated_reason": "=1+1", "reason_family": ReasonFamily.GAP}),
    )
    (name,) = (row["name"] for row in rows(demo, Kind.ACCOUNT, where={"id": account}))
    assert (changes.name, changes.subject) == (StepName.ADD_INTERVIEW, name)
    assert rows(demo, Kind.INTERVIEW)[-1]["stated_reason"] == "=1+1"


def test_what_is_gone_is_said(demo: Book, account: int) -> None:
    with pytest.raises(Gone):
        work_form(demo, Kind.DEAL, account, 1, WORDS)
    with pytest.raises(Gone):
        saved(demo, Kind.DEAL, account, 1, name="x")
    with pytest.raises(Gone):
        saved(demo, Kind.DEAL, -1, name="x")
