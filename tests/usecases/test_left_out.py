"""Every account that a figure leaves out is told, with the reason that is true of it."""

from dataclasses import replace
from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.metrics.measure import Measure
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.triangles import Cohort
from csdesk.models.kinds import Language, LineStatus, Survey
from csdesk.models.months import Month, Period
from csdesk.usecases.accounts import CellEdit, add_account, edit_accounts
from csdesk.usecases.answers import AnswerDraft, save_answer
from csdesk.usecases.cohorts import Asked, cohort_measure
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.explain import explain
from csdesk.usecases.figures import figures_between
from csdesk.usecases.left_out import WhyOut
from csdesk.usecases.scope import Scope
from csdesk.usecases.snapshot import snapshot_of
from csdesk.wording.figures import LEFT_OUT, left_out_text

NOVEMBER = Period(Month.parse("2025-11"))
AS_OF = date(2025, 12, 31)


@pytest.fixture
def mixed(book: Book) -> Book:
    """Stays, leaves in November, left in June, comes in December, comes in November, pauses from July, never signed."""
    lines: dict[str, list[ContractDraft]] = {
        "stays": [ContractDraft(0, date(2025, 1, 1), 1000)],
        "leaves": [ContractDraft(0, date(2025, 1, 1), 1000, ended_on=date(2025, 11, 9))],
        "left": [ContractDraft(0, date(2025, 1, 1), 1000, ended_on=date(2025, 6, 30))],
        "later": [ContractDraft(0, date(2025, 12, 5), 1000)],
        "comes": [ContractDraft(0, date(2025, 11, 5), 1000)],
        "pauses": [
            ContractDraft(0, date(2025, 1, 1), 1000, ended_on=date(2025, 6, 30)),
            ContractDraft(0, date(2025, 7, 1), 1000, status=LineStatus.PAUSED),
        ],
        "unsigned": [],
    }
    for name, drafts in lines.items():
        (account,) = add_account(book, name).accounts
        for draft in drafts:
            save_contract(book, replace(draft, account=account))
        if name == "stays":
            save_answer(book, AnswerDraft(account, Survey.NPS, 9, date(2025, 11, 3)))
    return book


def reasons(book: Book, metric: MetricId, by: str = "", group: str | None = None) -> dict[WhyOut, tuple[str, ...]]:
    figures = figures_between(
        book, AS_OF, first=NOVEMBER.first, last=NOVEMBER.last, kind=NOVEMBER.kind, by=by, ids=(metric,)
    )
    (figure,) = (figure for figure in figures if figure.group == group)
    return told(book, figure)


def told(book: Book, figure: Measure) -> dict[WhyOut, tuple[str, ...]]:
    opened = explain(book, figure, Scope(AS_OF, NOVEMBER))
    names = {row.name for row in opened.rows} | {name for out in opened.left_out for name in out.accounts}
    assert len(names) == 7, "nobody is missing, in or out"
    return {out.why: out.accounts for out in opened.left_out}


def test_a_rate_leaves_out_who_did_not_pay_at_its_start(mixed: Book) -> None:
    out = {WhyOut.NO_CONTRACT: ("unsigned",), WhyOut.NOT_YET: ("comes", "later"), WhyOut.LEFT: ("left",)}
    assert reasons(mixed, MetricId.LOGO_CHURN) == out, "who is paused is a logo still"
    assert reasons(mixed, MetricId.NET_REVENUE_RETENTION) == out | {WhyOut.PAUSED: ("pauses",)}


def test_a_sum_leaves_out_who_does_not_pay_at_its_end(mixed: Book) -> None:
    assert reasons(mixed, MetricId.MRR) == {
        WhyOut.NO_CONTRACT: ("unsigned",),
        WhyOut.NOT_YET: ("later",),
        WhyOut.LEFT: ("leaves", "left"),
        WhyOut.PAUSED: ("pauses",),
    }


def test_who_pays_and_did_not_move_is_told_apart_from_who_pays_nothing(mixed: Book) -> None:
    assert reasons(mixed, MetricId.NEW_MRR)[WhyOut.NOTHING] == ("stays",)


def test_a_figure_of_answers_leaves_out_who_gave_none(mixed: Book) -> None:
    assert list(reasons(mixed, MetricId.NPS)) == [WhyOut.NO_ANSWER]


def test_paying_accounts_without_a_score_are_told(mixed: Book) -> None:
    assert set(reasons(mixed, MetricId.HEALTH_MEAN)[WhyOut.NO_SCORE]) == {"stays", "comes"}


@pytest.fixture
def sorted_out(mixed: Book) -> Book:
    """The same, 'stays' and 'left' in segment A, all others in B; 'comes' has a second product from December."""
    ids = {name: account for account, name in snapshot_of(mixed).names.items()}
    edit_accounts(
        mixed, [CellEdit(ids[name], "segment", "A" if name in {"stays", "left"} else "B") for name in sorted(ids)]
    )
    save_contract(mixed, ContractDraft(ids["comes"], date(2025, 12, 1), 500, product="Extra"))
    return mixed


def test_a_groups_figure_leaves_out_the_other_groups_as_such(sorted_out: Book) -> None:
    others = ("comes", "later", "leaves", "pauses", "unsigned")
    assert reasons(sorted_out, MetricId.MRR, "segment", "A") == {WhyOut.OTHER_GROUP: others, WhyOut.LEFT: ("left",)}
    assert reasons(sorted_out, MetricId.NPS, "segment", "A") == {
        WhyOut.OTHER_GROUP: others,
        WhyOut.NO_ANSWER: ("left",),
    }
    assert "stays" in reasons(sorted_out, MetricId.NPS, "segment", "B")[WhyOut.OTHER_GROUP], "it did answer"


def test_by_product_each_contract_counts_for_its_own(sorted_out: Book) -> None:
    out = reasons(sorted_out, MetricId.MRR, "product", "Extra")
    assert out[WhyOut.NOT_YET] == ("comes",), "it pays for the other product already"
    assert out[WhyOut.OTHER_GROUP] == ("later", "leaves", "left", "pauses", "stays")
    assert out[WhyOut.NO_CONTRACT] == ("unsigned",)


def test_what_was_paid_at_the_start_leaves_out_who_came_later(mixed: Book) -> None:
    assert reasons(mixed, MetricId.START_MRR)[WhyOut.NOT_YET] == ("comes", "later")


def test_a_cohort_leaves_out_other_cohorts_other_groups_and_who_never_paid(sorted_out: Book) -> None:
    (waits,) = add_account(sorted_out, "waits").accounts
    save_contract(sorted_out, ContractDraft(waits, date(2026, 3, 1), 1000))
    january, scope = Cohort(Period(Month.parse("2025-01")), 0, ()), Scope(AS_OF, NOVEMBER)
    whole = explain(sorted_out, cohort_measure(sorted_out, scope, Asked(), (january,), 1), scope)
    assert {out.why: out.accounts for out in whole.left_out} == {
        WhyOut.OTHER_COHORT: ("comes", "later"),
        WhyOut.NO_CONTRACT: ("unsigned",),
        WhyOut.NOT_YET: ("waits",),
    }
    part = cohort_measure(sorted_out, replace(scope, by="segment"), Asked(), (january,), 1, ("segment", "A"))
    assert {out.why for out in explain(sorted_out, part, scope).left_out} == {WhyOut.OTHER_GROUP}


@pytest.mark.parametrize("language", Language)
def test_every_reason_is_said(language: Language) -> None:
    assert set(LEFT_OUT) == set(WhyOut)
    assert all(left_out_text(why, language) for why in WhyOut)
