"""Who was asked and did not answer, in sheets of survey answers that tell when people were asked."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import Plan, Verdict
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

from .conftest import HeldBook, drafted

Planned = Callable[..., Plan]
SENT = "Company,Email,Survey sent,NPS,Responded at,Comment"
ROWS = "Acme,ann@acme.example,2026-09-01,9,2026-09-03,Good|Acme,bob@acme.example,2026-09-01,,,|Bolt,,2026-09-02,,,"


@pytest.mark.parametrize(
    "heads", [SENT, "会社名,メールアドレス,依頼日,NPS,回答日,コメント", SENT.replace("Survey sent", "Invited on")]
)
def test_an_empty_score_of_somebody_asked_is_kept(planned: Planned, book: HeldBook, heads: str) -> None:
    plan = planned(f"{heads}|{ROWS}")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW] * 3
    (answer,) = drafted(plan, Kind.ANSWER)
    assert answer["score"] == 9
    asked = drafted(plan, Kind.INVITATION)
    assert [(row["survey"], str(row["asked_on"]), row["asked"]) for row in asked] == [
        ("nps", "2026-09-01", 1), ("nps", "2026-09-01", 1), ("nps", "2026-09-02", 1),
    ]  # fmt: skip
    assert [row.get("contact_id") is None for row in asked] == [False, False, True]
    book.apply(plan)
    again = planned(f"{heads}|{ROWS}")
    assert not again.drafts, "the same sheet again changes nothing"


def test_without_a_day_of_asking_an_empty_score_is_refused(planned: Planned) -> None:
    plan = planned("Company,NPS,Responded at,Comment|Acme,9,2026-09-03,Good|Bolt,,2026-09-04,Slow")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED]
    assert not drafted(plan, Kind.INVITATION)


def test_an_answer_that_lacks_its_score_is_refused_all_the_same(planned: Planned) -> None:
    plan = planned(f"{SENT}|Acme,,2026-09-01,9,2026-09-03,|Bolt,,2026-09-01,,2026-09-04,Slow|Cole,,2026-09-01,11,,")
    assert [row.verdict for row in plan.tables[0].rows] == [Verdict.NEW, Verdict.REFUSED, Verdict.REFUSED]
    reasons = {problem.reason for row in plan.tables[0].rows for problem in row.problems}
    assert Reason.MISSING in reasons
    assert len(reasons) == 2, "eleven is not on the scale, and says so"


def test_each_survey_of_a_sheet_was_asked(planned: Planned) -> None:
    plan = planned("Company,Survey sent,NPS,CSAT|Acme,2026-09-01,9,4|Bolt,2026-09-01,,")
    asked = [row["survey"] for row in drafted(plan, Kind.INVITATION)]
    assert sorted(asked) == ["csat", "csat", "nps", "nps"]
