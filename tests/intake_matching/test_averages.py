"""Scores beside customers: whole ones are answers, averages are a column of the team's own, and it is said."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("CSAT", ("4.5", "3")),
        ("CSAT (1-5)", ("4.2", "")),
        ("NPS", ("45", "-12")),
        ("CSAT", ("92%", "71%")),
        ("CES (average)", ("5", "6")),
        ("満足度（平均）", ("4", "3")),
        ("顧客満足度", ("4.5", "5.0")),
    ],
)
def test_averages_are_no_answers(
    heading: str, cells: tuple[str, str], csv_table: Csv, match: Match, planned: Planning
) -> None:
    rows = "\n".join(f"C{at} Ltd,Kim,500,2024-01-01,{cell}" for at, cell in enumerate(cells))
    table = csv_table(f"Customer,CSM,MRR,Start,{heading}\n{rows}")
    plan = planned(table)
    assert not [draft for draft in plan.drafts if draft.kind is Kind.ANSWER]
    assert [d.custom[heading] for d in plan.drafts if heading in d.custom] == [cell for cell in cells if cell]
    told = [one for one in match(table).problems if one.reason is Reason.AVERAGES]
    assert [(one.place.column, one.seen, one.refuses) for one in told] == [("E", heading, False)]


@pytest.mark.parametrize(("heading", "cells"), [("NPS", "9|6|55"), ("CSAT", "4|5|3"), ("CES", "7|1|2")])
def test_whole_scores_are_answers(heading: str, cells: str, csv_table: Csv, match: Match, planned: Planning) -> None:
    rows = "\n".join(f"C{at} Ltd,Kim,500,2024-01-01,{cell}" for at, cell in enumerate(cells.split("|")))
    table = csv_table(f"Customer,CSM,MRR,Start,{heading}\n{rows}")
    found = [draft.values["score"] for draft in planned(table).drafts if draft.kind is Kind.ANSWER]
    assert found == [float(cell) for cell in cells.split("|") if cell != "55"]
    told = {one.reason for one in match(table).problems}
    assert told == ({Reason.OUT_OF_RANGE} if "55" in cells else set())


def test_an_average_among_answers_is_told_as_one(csv_table: Csv, match: Match) -> None:
    text = "Date,Company,CSAT (1-5),Comment\n2026-10-01,A Ltd,4.5,good\n2026-10-02,B Ltd,5,fine\n2026-10-03,C Ltd,9,hm"
    reasons = {one.place.row: one.reason for one in match(csv_table(text)).problems if one.refuses}
    assert reasons == {2: Reason.NOT_ONE_ANSWER, 4: Reason.OUT_OF_RANGE}
