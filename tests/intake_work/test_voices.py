"""Feedback and exit interviews in a plan."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import Plan, Verdict
from csdesk.intake.values.work_words import feedback_kind, reason_family
from csdesk.models.kinds import FeedbackKind, Kind, ReasonFamily
from csdesk.models.problems import Reason

from .conftest import HeldBook, drafted

Planned = Callable[..., Plan]
EXITS = "Account,Interview date,Stated reason,Root cause,What would have changed your mind,Competitor"


def test_feedback_with_its_votes_and_its_kind(planned: Planned, book: HeldBook) -> None:
    plan = planned(
        "要望ID,受付日,顧客名,要望内容,区分,件数,ステータス,担当|R1,2026/10/1,楓社,CSVで出力したい,機能追加,3,検討中,青木|R2,2026/10/3,柳社,検索が遅い,不具合,,対応済,白井"
    )
    first, second = drafted(plan, Kind.FEEDBACK)
    assert (first["external_id"], first["given_on"], first["text"]) == ("R1", date(2026, 10, 1), "CSVで出力したい")
    assert (first["votes"], first["status"], first.get("kind"), second["kind"]) == (3, "検討中", None, "failure")
    book.apply(plan)
    assert book.own(Kind.FEEDBACK) == [("区分", "機能追加")]


def test_feedback_keeps_the_health_of_its_day(planned: Planned, book: HeldBook) -> None:
    account = book.add(Kind.ACCOUNT, name="Acme")
    for on, score in ((date(2026, 9, 1), 71.5), (date(2026, 10, 2), 40.0)):
        book.add(Kind.HEALTH_DAY, account_id=account, on_date=on, score=score)
    text = "Date,Account,Feature request|2026-10-01,Acme,Export|2026-08-01,Acme,SSO|,Acme,API|2026-10-01,Bolt,Export"
    plan = planned(text)
    assert [row.get("health") for row in drafted(plan, Kind.FEEDBACK)] == [71.5, None, None, None]
    book.apply(plan)
    book.add(Kind.HEALTH_DAY, account_id=account, on_date=date(2026, 9, 30), score=60.0)
    assert not planned(text).drafts


def test_feedback_is_found_again_by_its_id(planned: Planned, book: HeldBook) -> None:
    book.apply(planned("要望ID,受付日,顧客名,要望内容,ステータス|R1,2026/10/1,楓社,CSVで出力したい,検討中"))
    plan = planned("要望ID,受付日,顧客名,要望内容,ステータス|R1,2026/10/1,楓社,CSVで出力したい,リリース済")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.CHANGED]
    assert [row["status"] for row in drafted(plan, Kind.FEEDBACK)] == ["リリース済"]


def test_feedback_without_a_word_is_refused(planned: Planned) -> None:
    plan = planned("Date,Account,Feature request,Votes|2026-10-01,Acme,Export,3|2026-10-02,Acme,,4")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED]


def test_an_exit_interview_keeps_what_was_said_and_ends_nothing(planned: Planned, book: HeldBook) -> None:
    account = book.add(Kind.ACCOUNT, name="Acme")
    book.add(Kind.CONTRACT, account_id=account, starts_on=date(2025, 1, 1), ended_on=None, amount=100)
    gone = book.add(Kind.ACCOUNT, name="Bolt")
    book.add(Kind.CONTRACT, account_id=gone, starts_on="2025-01-01", ended_on="2026-08-31", amount=100)
    plan = planned(
        f"{EXITS}|Acme,2026-09-01,Too expensive,,A cheaper plan,Tallybarn"
        "|Bolt,2026-09-10,Price,Missing features,SSO,None"
    )
    first, second = drafted(plan, Kind.INTERVIEW)
    assert (first["stated_reason"], first["would_have_stayed"]) == ("Too expensive", "A cheaper plan")
    assert (first["rival"], first["reason_family"]) == ("Tallybarn", ReasonFamily.PRICE.value)
    assert (second.get("rival"), second["reason_family"]) == (None, ReasonFamily.GAP.value)
    assert not drafted(plan, Kind.CONTRACT)
    assert [p.place.row for p in plan.tables[0].problems if p.reason is Reason.STILL_LIVE] == [2]
    book.apply(plan)
    assert book.own(Kind.INTERVIEW) == [("Competitor", "None")]


def test_the_kind_of_reason_is_taken_as_its_column_says(planned: Planned) -> None:
    plan = planned(
        "顧客名,ヒアリング日,解約理由,理由カテゴリ|楓社,2026/9/1,予算の都合,関係性|柳社,2026/9/2,予算の都合,価格|桐社,2026/9/3,いろいろ,他"
    )
    families = [row.get("reason_family") for row in drafted(plan, Kind.INTERVIEW)]
    assert families == [ReasonFamily.RELATIONSHIP.value, ReasonFamily.PRICE.value, None]


@pytest.mark.parametrize("row", [",2026-09-01,Price,,,", "Acme,2026-09-01,,,,"])
def test_an_interview_of_nobody_or_nothing_is_refused(row: str, planned: Planned) -> None:
    plan = planned(f"{EXITS}|Bolt,2026-09-02,Price,,,|{row}")
    assert [one.verdict for one in plan.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Too expensive for us", ReasonFamily.PRICE),
        ("価格が高い", ReasonFamily.PRICE),
        ("Switched to another tool", ReasonFamily.RIVAL),
        ("他社へ乗り換え", ReasonFamily.RIVAL),
        ("The company was acquired", ReasonFamily.UNAVOIDABLE),
        ("廃業のため", ReasonFamily.UNAVOIDABLE),
        ("機能不足", ReasonFamily.GAP),
        ("missing features", ReasonFamily.GAP),
        ("Nobody was using it: low usage", ReasonFamily.ADOPTION),
        ("現場で定着せず", ReasonFamily.ADOPTION),
        ("担当者の異動", ReasonFamily.RELATIONSHIP),
        ("No longer needed", ReasonFamily.FIT),
        ("価格と機能不足", None),
        ("Personal reasons", None),
        ("諸事情", None),
    ],
)
def test_plain_words_tell_the_family_of_a_reason(text: str, family: ReasonFamily | None) -> None:
    assert reason_family(text) is family


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Bug", FeedbackKind.FAILURE), ("クレーム", FeedbackKind.FAILURE), ("質問", FeedbackKind.QUESTION),
     ("Power user", FeedbackKind.STRETCH), ("Feature request", None), ("要望", None)],
)  # fmt: skip
def test_a_wish_alone_is_neither_success_nor_failure(text: str, kind: FeedbackKind | None) -> None:
    assert feedback_kind(text) is kind
