"""Days that every row needs, from a second column that plainly says the same where the first is empty."""

from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.shapes import FoundTable, MatchedTable, Matching, Plan
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

Read = Callable[..., MatchedTable]
SUBSCRIPTIONS = (
    "subscription.id|customer.company|status|subscription.start_date|trial_start|subscription.started_at|term_end|mrr",
    "A1|Alder Loop|active|||03-May-2024 10:00|03-Jun-2026 10:00|49.00",
    "A2|Birch|future|01-Aug-2026 10:00||||98.00",
    "A3|Cedar|in_trial||01-Jun-2026 10:00|||98.00",
    "A4|Dane|active|||||98.00",
    "A5|Elm|active|||soon||98.00",
)


def starts(matched: MatchedTable) -> list[date | None]:
    return [day_of(record.values.get("contract.start")) for record in matched.records]


def said(matched: MatchedTable, reason: Reason) -> list[tuple[str, int, bool]]:
    return [(one.seen, one.place.row, one.refuses) for one in matched.problems if one.reason is reason]


def test_a_second_column_of_starts_fills_the_first_and_says_so(read: Read) -> None:
    matched = read(*SUBSCRIPTIONS)
    assert starts(matched) == [date(2024, 5, 3), date(2026, 8, 1), None, None, None]
    assert said(matched, Reason.FILLED_BESIDE) == [("subscription.started_at", 1, False)]
    assert said(matched, Reason.MISSING) == [("", 5, True), ("", 6, True)], "a trial starts when it began"
    assert matched.records[0].custom["subscription.started_at"] == "03-May-2024 10:00", "kept as it stands, too"


def test_what_starts_later_and_what_is_on_trial_is_planned(
    table: Callable[..., FoundTable], planned: Callable[..., Plan]
) -> None:
    headings, *rows = [line.split("|") for line in SUBSCRIPTIONS]
    plan = planned(table(headings, rows))
    lines = [draft.values for draft in plan.drafts if draft.kind is Kind.CONTRACT]
    assert [(line["external_id"], line["starts_on"], line["status"]) for line in lines] == [
        ("A1", date(2024, 5, 3), "active"),
        ("A2", date(2026, 8, 1), "active"),
        ("A3", date(2026, 6, 1), "trial"),
    ]


def test_a_file_matched_as_last_time_is_filled_as_well(
    match: Callable[..., MatchedTable], table: Callable[..., FoundTable]
) -> None:
    headings, *rows = [line.split("|") for line in SUBSCRIPTIONS]
    first = match(table(headings, rows))
    kept = Matching(kind=first.kind, fields={one.column.heading: one.field for one in first.columns})
    again = match(table(headings, rows), kept)
    assert starts(again) == starts(first)
    skipped = Matching(kind=first.kind, fields={**kept.fields, "subscription.started_at": "skip"})
    assert starts(match(table(headings, rows), skipped))[0] is None


def test_japanese_headings(read: Read) -> None:
    matched = read("会社名|契約開始日|契約締結日|月額", "A社|2024/4/1|2024/3/20|100", "B社||2024年5月1日|200")
    assert starts(matched) == [date(2024, 4, 1), date(2024, 5, 1)]
    assert said(matched, Reason.FILLED_BESIDE) == [("契約締結日", 1, False)]


def test_what_only_might_be_the_day_fills_nothing(read: Read) -> None:
    matched = read("Company|Contract start|Signed up|MRR", "Elm|2024-01-01|2023-12-01|100", "Fir||2023-12-05|200")
    assert starts(matched) == [date(2024, 1, 1), None]
    assert not said(matched, Reason.FILLED_BESIDE)


def test_nothing_is_said_where_nothing_is_empty(read: Read) -> None:
    matched = read("Company|Start date|Started at|MRR", "Elm|2024-01-01|2023-12-01|100", "Fir|2024-02-01||200")
    assert starts(matched) == [date(2024, 1, 1), date(2024, 2, 1)]
    assert not said(matched, Reason.FILLED_BESIDE)


@pytest.mark.parametrize(("status", "start"), [("trialing", "2024-01-01"), ("lead", "")])
def test_the_start_of_a_trial_that_nobody_needs_stays_a_column_of_its_own(status: str, start: str, read: Read) -> None:
    head = "Subscription ID|Customer|Status|Start|Trial Start|MRR"
    matched = read(head, f"S1|Elm|{status}|{start}|2024-01-01|100", "S2|Fir|active|2024-02-01||200")
    assert [column.field for column in matched.columns][3:5] == ["contract.start", ""]
    assert matched.records[0].custom == {"Trial Start": "2024-01-01"}
    assert "contract.trial_start" in [one.field for one in read(head, "S1|Elm|trialing||2024-01-01|100").columns]
