"""Cohorts as the page and the command line ask for them: of accounts and of users, split, opened to their rows."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from csdesk.book.file import Book
from csdesk.metrics.engine.doings import Activity, Doing
from csdesk.metrics.triangles import CohortKind, CohortPeriod
from csdesk.metrics.users.activity import Judged
from csdesk.models.kinds import Kind, StepName
from csdesk.models.months import PeriodKind
from csdesk.usecases.accounts import CellEdit, add_account, edit_accounts
from csdesk.usecases.cohorts import Asked, asked_for, cohort_measure, cohort_page, cohort_triangles
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.explain import explain
from csdesk.usecases.explain_records import ExplainedRecord
from csdesk.usecases.explain_users import ExplainedUser
from csdesk.usecases.left_out import WhyOut
from csdesk.usecases.measures import judge_measures
from csdesk.usecases.scope import Scope
from csdesk.usecases.stopped import NotByWeek, UnknownWord

AS_OF = date(2026, 3, 29)
MONDAY = date(2026, 3, 2)
WEEKLY = asked_for("users", "week")
SCOPE = Scope.at(AS_OF, PeriodKind.MONTH)


@pytest.fixture
def used(book: Book) -> Book:
    """Two accounts by two channels; Ann and Ben of the first, Cy of the second log in; Ann makes reports as well."""
    accounts = [add_account(book, name).accounts for name in ("first", "second")]
    (first,), (second,) = accounts
    edit_accounts(book, [CellEdit(first, "channel", "Web"), CellEdit(second, "channel", "Fair")])
    for account in (first, second):
        save_contract(book, ContractDraft(account, date(2026, 1, 1), 1000))
    with book.step(StepName.IMPORT) as step:
        logins, reports = (
            step.insert(Kind.MEASURE, {"code": code, "name": code.title()}) for code in ("logins", "reports")
        )
        people = [
            step.insert(Kind.CONTACT, {"account_id": account, "name": name})
            for account, name in ((first, "Ann"), (first, "Ben"), (second, "Cy"))
        ]
        rows = [(0, logins, week, 1.0) for week in (0, 1, 3)] + [(1, logins, 0, 1.0), (2, logins, 1, 1.0)]
        rows += [(0, reports, 1, 3.0), (2, logins, 3, 1.0)]
        for who, measure, week, amount in rows:
            step.insert(
                Kind.USE,
                {
                    "account_id": second if who == 2 else first,
                    "contact_id": people[who],
                    "measure_id": measure,
                    "on_date": MONDAY + timedelta(weeks=week, days=who),
                    "grain": "day",
                    "amount": amount,
                },
            )
        step.insert(
            Kind.USE,
            {"account_id": first, "measure_id": logins, "on_date": MONDAY, "grain": "day", "amount": 5.0},
        )
    return book


def shown(triangle: object) -> dict[str, list[int]]:
    return {str(c.start): [cell.part for cell in c.cells] for c in triangle.cohorts}  # type: ignore[attr-defined]


def test_the_page_of_users_by_the_week(used: Book) -> None:
    page = cohort_page(used, SCOPE, WEEKLY)
    assert shown(page.whole) == {"2026-W10": [2, 1, 0, 1], "2026-W11": [1, 0, 1]}
    assert (page.of, page.nameless, page.monthly, page.holds) == (Kind.CONTACT, 1, 0, True)
    assert page.measures == (("logins", "Logins"), ("reports", "Reports"))
    assert (page.groups, page.features, page.markers) == ((), (), ())


def test_users_by_the_channel_that_won_their_account(used: Book) -> None:
    page = cohort_page(used, replace(SCOPE, by="channel"), WEEKLY)
    assert {one.group: shown(one) for one in page.groups} == {
        "Web": {"2026-W10": [2, 1, 0, 1]},
        "Fair": {"2026-W11": [1, 0, 1]},
    }
    assert {one.dimension for one in page.groups} == {"channel"}
    gone = cohort_page(used, replace(SCOPE, by="custom:gone"), WEEKLY)
    assert (gone.scope.by, gone.groups) == ("", ()), "a column the book no longer has splits nothing"


def test_users_of_a_plan_are_those_of_accounts_that_ever_had_it(used: Book) -> None:
    (plan,) = cohort_page(used, replace(SCOPE, by="plan"), WEEKLY).groups
    assert shown(plan) == {"2026-W10": [2, 1, 0, 1], "2026-W11": [1, 0, 1]}


def test_users_by_what_they_are_in_the_product(used: Book) -> None:
    assert cohort_page(used, SCOPE, WEEKLY).roles == (), "no role is known"
    people = {row["name"]: int(str(row["id"])) for row in _rows(used, Kind.CONTACT)}
    with used.step(StepName.IMPORT) as step:
        step.update(Kind.CONTACT, people["Ann"], {"role": "admin"})
    page = cohort_page(used, replace(SCOPE, by="channel"), WEEKLY)
    wanted = {"admin": {"2026-W10": [1, 1, 0, 1]}, "": {"2026-W10": [1, 0, 0, 0], "2026-W11": [1, 0, 1]}}
    assert {one.group: shown(one) for one in page.roles} == wanted
    assert {one.dimension for one in page.roles} == {"role"}
    assert [one.group for one in page.groups] == ["Fair", "Web"], "beside the split of accounts"
    assert {one.group: shown(one) for one in cohort_triangles(used, AS_OF, WEEKLY, by="role")} == wanted
    cell = cohort_measure(used, SCOPE, WEEKLY, page.roles[1].cohorts, 0, ("role", ""))
    told = explain(used, cell, SCOPE)
    assert (cell.value, cell.dimension, cell.group) == (1, "role", "")
    assert [row.name for row in told.rows] == ["Ben · first", "Cy · second"]
    assert [(out.why, out.accounts) for out in told.left_out] == [(WhyOut.OTHER_COHORT_OR_GROUP, ("Ann",))]
    with pytest.raises(UnknownWord):
        cohort_triangles(used, AS_OF, asked_for("logo", "month"), by="role")


def test_value_threshold_and_features(used: Book) -> None:
    asked = replace(WEEKLY, activity=Activity(Doing.THRESHOLD, "reports", 3.0))
    assert shown(cohort_page(used, SCOPE, asked).whole)["2026-W10"] == [0, 1, 0, 0]
    measures = {row["code"]: int(str(row["id"])) for row in _rows(used, Kind.MEASURE)}
    judge_measures(used, {measures["logins"]: Judged(qualifies=False)})
    value = replace(WEEKLY, activity=Activity(Doing.VALUE))
    assert shown(cohort_page(used, SCOPE, value).whole)["2026-W10"] == [0, 1, 0, 0]
    page = cohort_page(used, SCOPE, replace(WEEKLY, features=True))
    assert [(one.group, shown(one)["2026-W10"]) for one in page.features] == [
        ("Logins", [2, 1, 0, 1]), ("Reports", [0, 1, 0, 0])
    ]  # fmt: skip
    with pytest.raises(UnknownWord):
        cohort_page(used, SCOPE, replace(WEEKLY, activity=Activity(Doing.THRESHOLD, "clicks")))


def _rows(book: Book, kind: Kind) -> list[dict[str, object]]:
    from csdesk.book.read import rows

    return [dict(row) for row in rows(book, kind)]


def test_a_cell_of_users_opens_to_their_records(used: Book) -> None:
    cohort = cohort_page(used, SCOPE, WEEKLY).whole.cohorts[0]
    told = explain(used, cohort_measure(used, SCOPE, WEEKLY, (cohort,), 1), SCOPE)
    assert [(row.name, row.part, row.whole, len(row.lines)) for row in told.rows] == [
        ("Ann · first", 1, 1, 2), ("Ben · first", 0, 1, 0)
    ]  # fmt: skip
    ann = told.rows[0]
    assert isinstance(ann, ExplainedUser)
    assert {(line.what, line.on, line.amount) for line in ann.lines if isinstance(line, ExplainedRecord)} == {
        ("Logins", MONDAY + timedelta(weeks=1), 1.0), ("Reports", MONDAY + timedelta(weeks=1), 3.0)
    }  # fmt: skip
    assert [(out.why, out.accounts) for out in told.left_out] == [(WhyOut.OTHER_COHORT, ("Cy",))]
    month = asked_for("users", "month")
    whole = cohort_page(used, Scope.at(date(2026, 4, 1), PeriodKind.MONTH), month).whole.cohorts[0]
    later = Scope.at(date(2026, 4, 1), PeriodKind.MONTH)
    everybody = explain(used, cohort_measure(used, later, month, (whole,), 0), later)
    assert [len(row.lines) for row in everybody.rows] == [4, 1, 2]
    assert everybody.left_out == ()


def test_the_mean_and_a_group_open(used: Book) -> None:
    scope = replace(SCOPE, by="channel")
    page = cohort_page(used, scope, WEEKLY)
    mean = cohort_measure(used, scope, WEEKLY, page.whole.cohorts, 1)
    assert (mean.value, mean.n, mean.group) == (Fraction(1, 3), 3, None)
    web = next(one for one in page.groups if one.group == "Web")
    cell = cohort_measure(used, scope, WEEKLY, web.cohorts, 0, ("channel", "Web"))
    assert (cell.value, cell.n, cell.dimension, cell.group) == (1, 2, "channel", "Web")


@pytest.mark.parametrize("kind", [CohortKind.LOGO, CohortKind.REVENUE, CohortKind.GROSS])
def test_accounts_age_by_months_quarters_and_years_never_weeks(used: Book, kind: CohortKind) -> None:
    for period in ("month", "quarter", "year"):
        (found,) = cohort_triangles(used, date(2026, 12, 31), asked_for(kind, period))
        assert [cell.value for cell in found.cohorts[0].cells][:1] == [1]
    with pytest.raises(NotByWeek):
        cohort_triangles(used, AS_OF, asked_for(kind, "week"))


def test_words_that_mean_nothing_are_refused() -> None:
    for words in (("clicks", "month"), ("logo", "decade"), ("users", "week", "dancing")):
        with pytest.raises(UnknownWord):
            asked_for(*words)
    assert asked_for("users", "week", "value").activity == Activity(Doing.VALUE)
    assert asked_for("users", "week", measure="logins", least=2.0).activity == Activity(Doing.THRESHOLD, "logins", 2.0)
    assert asked_for("logo", "month") == Asked(CohortKind.LOGO, CohortPeriod.MONTH)


def test_an_empty_book_holds_nothing(book: Book) -> None:
    assert not cohort_page(book, SCOPE, Asked()).holds
    assert cohort_page(book, SCOPE, WEEKLY).whole.cohorts == ()


def test_a_row_typed_in_has_no_source_and_one_without_a_contact_is_no_user(used: Book) -> None:
    cohort = cohort_page(used, SCOPE, WEEKLY).whole.cohorts[1]
    (row,) = explain(used, cohort_measure(used, SCOPE, WEEKLY, (cohort,), 0), SCOPE).rows
    assert [line.source for line in row.lines] == [""]
