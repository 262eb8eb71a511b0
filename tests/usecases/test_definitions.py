"""Versions of the definitions are kept with who and when and survive; what other rules change is by account."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from csdesk.book.file import Book
from csdesk.book.merging.questions import Answer
from csdesk.book.undo import redo, undo
from csdesk.metrics.catalogue import CATALOGUE
from csdesk.metrics.measure import Unit
from csdesk.metrics.rules import ChurnDate, Denominator, Rules
from csdesk.metrics.vendors import Vendor
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.months import PeriodKind
from csdesk.usecases import books
from csdesk.usecases.accounts import add_account
from csdesk.usecases.contract_rows import contract_rows
from csdesk.usecases.counting import compare_vendors, differences
from csdesk.usecases.definitions import Sheet, version_in_force, versions
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.merging import answers_of
from csdesk.usecases.reports import board_content
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import book_settings, change_rules
from csdesk.usecases.snapshot import snapshot_of
from csdesk.wording.definition_sheet import SECTIONS, changed_text, section_text, vendor_text, version_text

from .merging_once import look_at_copy, merge_copy

STRIPE = Rules.parse("stripe")


def test_a_change_of_rules_is_a_version_in_the_same_step(book: Book) -> None:
    assert (versions(book), version_in_force(book)) == ((), None)
    changes = change_rules(book, STRIPE)
    version = version_in_force(book)
    assert version is not None
    assert changes.name is StepName.CHANGE_DEFINITIONS
    assert (version.number, version.made_by, version.rules) == (1, "sample", STRIPE)
    assert version.made_at.date() == date(2026, 3, 18)
    assert version.changed == ("churn_date", "ltv_window", "denominator", "discounts")
    undo(book)
    assert (versions(book), book_settings(book).rules) == ((), "house")
    redo(book)
    assert version_in_force(book) == version
    assert book_settings(book).rules == STRIPE.text


def test_versions_survive_a_restart_and_one_that_comes_back_is_a_new_one(
    book: Book, clock: Callable[[], datetime]
) -> None:
    for rules in (STRIPE, Rules(), STRIPE):
        change_rules(book, rules)
    assert change_rules(book, STRIPE).rows == 0
    path = book.path
    book.close()
    again = Book.open(path, who="other", clock=clock)
    found = versions(again)
    assert [(one.number, one.rules, one.in_force) for one in found] == [
        (3, STRIPE, True),
        (2, Rules(), False),
        (1, STRIPE, False),
    ]
    again.close()


def test_what_is_agreed_is_kept_with_its_version_and_not_with_the_next(book: Book) -> None:
    sheet = Sheet("By month end", "Quarters", "90 days", "Notice", "Board", "Sample lead", date(2026, 3, 1), "Agreed")
    change_rules(book, Rules(), sheet)
    held = version_in_force(book)
    assert held is not None
    assert (held.number, held.sheet) == (1, sheet)
    signed = replace(sheet, note="Agreed again")
    assert change_rules(book, Rules(), signed).name is StepName.SIGN_DEFINITIONS
    assert [one.sheet for one in versions(book)] == [signed]
    assert change_rules(book, Rules(), signed).rows == 0
    change_rules(book, STRIPE)
    now = versions(book)[0]
    assert now.sheet == Sheet(periods="Quarters", risk="Notice", reporting="Board")
    change_rules(book, Rules(gap_days=3), sheet)
    assert [one.number for one in versions(book)] == [3, 2, 1]
    assert book_settings(book).rules == "house,gap_days=3"


def test_a_version_of_a_later_csdesk_keeps_its_number(book: Book) -> None:
    with book.step(StepName.CHANGE_DEFINITIONS) as step:
        moment = datetime(2026, 3, 1, tzinfo=UTC)
        step.insert(Kind.DEFINITION, {"made_at": moment, "made_by": "sample", "rules": "house,mood=good"})
    change_rules(book, STRIPE)
    assert [one.number for one in versions(book)] == [2]


def test_both_versions_stay_when_copies_are_merged(demo: Book) -> None:
    copy = books.backup_book(demo, demo.path.with_name("aki.csdesk"))
    with books.open_book(copy, who="aki", clock=demo.clock) as other:
        change_rules(other, STRIPE)
    change_rules(demo, Rules(gap_days=3))
    asked = answers_of(look_at_copy(demo, copy, {}))
    merge_copy(demo, copy, dict.fromkeys(asked, Answer.THEIRS))
    found = versions(demo)
    assert {(one.made_by, one.rules) for one in found[:2]} == {("aki", STRIPE), ("sample", Rules(gap_days=3))}
    assert len(found) == 4
    assert [one.rules for one in found if one.in_force] == [STRIPE]


@pytest.mark.parametrize("rules", ["stripe", "snapshot=overlap,discounts=gross"])
def test_differences_sum_up_by_account(demo: Book, today: date, rules: str) -> None:
    found = differences(demo, Scope.at(today, PeriodKind.MONTH), Rules.parse(rules))
    assert found
    for one in found:
        assert one.now.value != one.then.value
        if one.of and one.now.part is not None and one.then.part is not None:
            parts = sum(share.then.part - share.now.part for share in one.of)
            assert parts == one.then.part - one.now.part
            assert one.accounts == tuple(sorted(share.name for share in one.of))
        else:
            assert one.now.unit is not Unit.FRACTION


def test_a_shorter_time_to_answer_shows_which_response_rates_it_changes(demo: Book, today: date) -> None:
    found = differences(demo, Scope.at(today, PeriodKind.QUARTER), Rules.parse("answer_days=1"))
    assert found
    assert {one.now.metric for one in found} <= {"response_rate_nps", "response_rate_csat"}
    assert all((one.then.value or 0) < (one.now.value or 0) and one.of for one in found)


def test_all_vendors_side_by_side(demo: Book, today: date) -> None:
    scope = Scope.at(today, PeriodKind.MONTH)
    rows = {row.now.metric: dict(row.by) for row in compare_vendors(demo, scope)}
    churn = rows["logo_churn"]
    assert set(churn) == set(Vendor)
    assert churn[Vendor.HOUSE].of == ()
    assert churn[Vendor.STRIPE].then.base is Denominator.START_AND_NEW
    new = [one for one in churn[Vendor.STRIPE].of if one.then.whole - one.now.whole == 1]
    assert len(new) == churn[Vendor.STRIPE].then.whole - churn[Vendor.STRIPE].now.whole
    costs = rows["cac"][Vendor.HOUSE].now
    assert costs.value, "no month has enough new customers to divide a cost by: a quarter has"
    assert costs.period is not None
    assert costs.period.kind is PeriodKind.QUARTER


def test_the_board_workbook_defines_what_it_shows_and_no_more(demo: Book, today: date) -> None:
    content = board_content(demo, Scope.at(today, PeriodKind.QUARTER), Language.EN)
    defined = [one.metric for one in content.definitions]
    shown = {figure.now.metric for figure in content.headline}
    assert shown | {"new_mrr", "net_mrr_churn", "new_accounts"} <= set(defined)
    assert defined == [metric for metric in CATALOGUE if metric in defined]
    assert len(defined) < 30


@pytest.mark.parametrize("language", list(Language))
def test_versions_in_words(language: Language) -> None:
    said = {section: section_text(section, STRIPE.spelled, language) for section in SECTIONS}
    assert len(set(said.values())) == 5
    assert "{" not in "".join(said.values())
    assert "90" in said["forecast"]
    assert vendor_text(STRIPE.vendor, language) == "Stripe Billing"
    assert vendor_text(Rules(reactivation_offsets=True, ltv_window=2).vendor, language)
    assert "2026" in version_text(3, datetime(2026, 3, 1, tzinfo=UTC), language)
    assert version_text(0, None, language)
    text = changed_text(STRIPE.differing(Rules()), Rules().spelled, STRIPE.spelled, language)
    assert "6 → 1" in text
    assert changed_text((), {}, {}, language)


def test_a_line_that_was_cancelled_is_no_renewed_one(book: Book, today: date) -> None:
    (account,) = add_account(book, "Sample").accounts
    save_contract(book, ContractDraft(account, date(2025, 1, 1), 1000, cancelled_on=date(2026, 2, 10)))
    for rules, active in ((Rules(), True), (Rules(churn_date=ChurnDate.CANCELLED), False)):
        change_rules(book, rules)
        (line,) = contract_rows(book, snapshot_of(book), account, today)
        assert (line.cancelled_on, line.active, line.renewed_until) == (date(2026, 2, 10), active, None)
