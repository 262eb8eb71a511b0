"""The risk register: signals logged, risks raised by hand, closed with what came of them; nothing told twice."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.signals.found import Found
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language, ReasonFamily, StepName
from csdesk.models.money import Currency
from csdesk.models.months import PeriodKind
from csdesk.models.problems import Reason
from csdesk.models.signals import RiskLevel, RiskOutcome, Signal
from csdesk.usecases.explain import explain
from csdesk.usecases.explain_records import ExplainedRecord
from csdesk.usecases.owners import owners_page
from csdesk.usecases.risks import log_signals, mrr_to_propose, reason_to_propose, risk_figures, risk_register
from csdesk.usecases.scope import Scope
from csdesk.usecases.signals import signals_page
from csdesk.usecases.stopped import Refused
from csdesk.usecases.work_rows import Given, InWords, WorkDraft, save_work, work_form

TODAY = date(2025, 6, 30)
SEEN = date(2025, 6, 1)


def _put(book: Book, kind: Kind, **values: Value) -> int:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        return step.insert(kind, values)


@pytest.fixture
def account(book: Book) -> int:
    """An account that pays 100 a month, has an owner, and was last touched at the beginning of the year."""
    owner = _put(book, Kind.PERSON, name="Mina Sample")
    account = _put(book, Kind.ACCOUNT, name="Sample Works", owner_id=owner)
    _put(book, Kind.CONTRACT, account_id=account, amount=100, interval_months=1, starts_on=date(2024, 1, 1))
    _put(book, Kind.TOUCH, account_id=account, on_date=date(2025, 1, 1))
    return account


def _saved(book: Book, account: int, row: int | None = None, **given: Given) -> int:
    save_work(book, WorkDraft(Kind.RISK, account, given, row))
    return max(int(str(one["id"])) for one in rows(book, Kind.RISK))


def _close(book: Book, account: int, outcome: RiskOutcome, on: date = TODAY, **given: Given) -> None:
    (row,) = rows(book, Kind.RISK)
    _saved(book, account, int(str(row["id"])), outcome=outcome.value, closed_on=on, **given)


def test_a_logged_signal_stands_in_the_register_alone_until_it_is_closed_and_begins_anew(
    book: Book, account: int
) -> None:
    (signal,) = signals_page(book, TODAY).rows
    changes = log_signals(book, [signal.found, signal.found], TODAY)
    assert (changes.name, changes.subject, changes.rows) == (StepName.ADD_RISK, "Sample Works", 1)
    assert signals_page(book, TODAY).rows == ()
    register = risk_register(book, TODAY)
    (row,) = register.rows
    assert (register.open, register.at_stake, register.without_plan) == (1, 100, 1)
    assert (row.risk.signal, row.risk.level, row.risk.owner) == (Signal.NO_TOUCH, RiskLevel.SUSPECTED, "Mina Sample")
    assert (row.risk.first_signal_on, row.risk.logged_on) == (signal.found.since, TODAY)
    assert log_signals(book, [signal.found], TODAY).rows == 0, "an open risk is not logged twice"

    _close(book, account, RiskOutcome.AVERTED, mrr_saved="100")
    closed = risk_register(book, TODAY)
    assert (closed.open, closed.at_stake) == (0, 0)
    assert (closed.rows[0].risk.outcome, closed.rows[0].risk.mrr_saved) == (RiskOutcome.AVERTED, 100)
    assert signals_page(book, TODAY).rows == (), "what began before it was closed is answered"
    _put(book, Kind.TOUCH, account_id=account, on_date=date(2025, 7, 10))
    (again,) = signals_page(book, date(2025, 10, 1)).rows
    assert again.found.since > TODAY


def test_a_good_moment_is_no_risk(book: Book, account: int) -> None:
    assert log_signals(book, [Found(account, Signal.PEAK, SEEN, (90, 9))], TODAY).rows == 0
    assert risk_register(book, TODAY).rows == ()


def test_risks_raised_by_hand_stand_imminent_ones_first_and_are_undone(book: Book, account: int) -> None:
    days = {"first_signal_on": SEEN, "logged_on": TODAY}
    _saved(book, account, title="They ask for the contract", **days)
    _saved(book, account, signal=Signal.ACQUIRED.value, level=RiskLevel.IMMINENT.value, response="Call the top", **days)
    register = risk_register(book, TODAY)
    assert [row.risk.level for row in register.rows] == [RiskLevel.IMMINENT, RiskLevel.SUSPECTED]
    assert (register.open, register.at_stake, register.without_plan) == (2, 100, 1)
    book.undo()
    assert [row.risk.title for row in risk_register(book, TODAY).rows] == ["They ask for the contract"]


@pytest.mark.parametrize(
    ("given", "field", "reason"),
    [
        ({}, "risk.title", Reason.MISSING),
        ({"title": "x", "first_signal_on": None}, "risk.first_signal_on", Reason.MISSING),
        ({"title": "x", "logged_on": date(2025, 5, 31)}, "risk.logged_on", Reason.OUT_OF_RANGE),
        ({"title": "x", "outcome": "averted"}, "risk.closed_on", Reason.MISSING),
        ({"title": "x", "closed_on": TODAY}, "risk.closed_on", Reason.OUT_OF_RANGE),
        ({"title": "x", "outcome": "lost", "closed_on": SEEN}, "risk.closed_on", Reason.OUT_OF_RANGE),
        ({"title": "x", "outcome": "dismissed", "closed_on": TODAY}, "risk.notes", Reason.MISSING),
        ({"title": "x", "mrr_saved": "much"}, "risk.mrr_saved", Reason.NOT_MONEY),
    ],
)
def test_what_a_risk_cannot_be_is_refused(
    book: Book, account: int, given: dict[str, Given], field: str, reason: Reason
) -> None:
    with pytest.raises(Refused) as caught:
        _saved(book, account, **{"first_signal_on": SEEN, "logged_on": date(2025, 6, 8), **given})
    problem = caught.value.problem
    assert (problem.field, problem.reason) == (field, reason)
    assert rows(book, Kind.RISK) == []


def test_what_an_account_pays_is_proposed(book: Book, account: int) -> None:
    assert mrr_to_propose(book, account, TODAY) == "100"
    assert mrr_to_propose(book, account + 1, TODAY) == ""


def test_who_was_acquired_leaves_for_a_reason_that_nobody_can_help(book: Book, account: int) -> None:
    """An exit interview begins with it; a risk that was none proposes nothing."""

    def begins_with() -> Given:
        form = work_form(book, Kind.INTERVIEW, account, None, InWords(Currency("USD"), Language.EN))
        return next(field.held for field in form.fields if field.column == "reason_family")

    assert (reason_to_propose(book, account), begins_with()) == (None, None)
    row = _saved(book, account, signal="acquired", first_signal_on=SEEN, logged_on=SEEN)
    assert reason_to_propose(book, account) is begins_with() is ReasonFamily.UNAVOIDABLE
    _saved(book, account, row, outcome="dismissed", closed_on=TODAY, notes="It was another company")
    assert reason_to_propose(book, account) is None


def test_figures_open_down_to_the_risks_also_by_owner(book: Book, account: int) -> None:
    _saved(book, account, title="They ask for the contract", first_signal_on=SEEN, logged_on=date(2025, 6, 11))
    _close(book, account, RiskOutcome.AVERTED, mrr_saved="80")
    _put(book, Kind.TOUCH, account_id=account, on_date=date(2025, 6, 20))
    scope = Scope.at(TODAY, PeriodKind.MONTH)
    figures = [tile.measure for tile in risk_figures(book, scope)]
    assert [figure.value for figure in figures] == [10, 19, None, 1, 80]
    told = [figure for figure in figures if figure.value is not None]
    logged = date(2025, 6, 11)
    for figure, on in zip(told, (logged, logged, TODAY, TODAY), strict=True):
        (row,) = explain(book, figure, scope).rows
        (line,) = row.lines
        assert isinstance(line, ExplainedRecord)
        assert (row.name, line.what, line.on) == ("Sample Works", "They ask for the contract", on)
    (owner,) = owners_page(book, scope).rows
    assert (owner.owner, [figure.value for figure in owner.risks]) == ("Mina Sample", [10, 1, 80])
