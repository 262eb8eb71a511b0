"""What a column must show before it is taken: papers that are no invoices, hours, days of something else, kinds in
figures; and words that are read for one field alone."""

from collections.abc import Callable

import pytest

from csdesk.intake.matching.words.headings import hits
from csdesk.intake.matching.words.months import month_headings
from csdesk.intake.shapes import FoundTable, MatchedTable, TableKind
from csdesk.intake.values.currencies import named_currency
from csdesk.intake.values.words import read_auto
from csdesk.intake.values.work_words import was_held

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]


@pytest.fixture
def fields(csv_table: Csv, match: Match) -> Callable[..., tuple[TableKind, dict[str, str]]]:
    """Match lines of text: the kind, and the field of each heading."""

    def make(*lines: str) -> tuple[TableKind, dict[str, str]]:
        matched = match(csv_table("\n".join(lines)))
        return matched.kind, {one.column.heading: one.field for one in matched.columns}

    return make


@pytest.mark.parametrize(
    "lines",
    [
        ("Credit Note Number,Company,Date,Total", "CN-1,Elm,2026-02-03,40", "CN-2,Fir,2026-02-09,12"),
        ("id,Charge ID,Disputed Amount,Status,Customer Email", "dp_1,ch_1,20,won,a@b.example"),
        ("納品書番号,納品日,取引先,品目,数量,単価,金額", "N1,2026/3/1,A社,基本,1,200,200"),
        ("見積番号,見積日,取引先,件名,金額", "Q1,2026/3/1,A社,増席,200"),
        ("Ticket ID,Company,Agent,Date,Hours,Billable", "7,Elm,Kim,2026-03-01,0.5,Yes"),
    ],
)
def test_papers_that_nobody_was_billed_by_and_hours_are_left_to_the_person(
    lines: tuple[str, ...], fields: Callable[..., tuple[TableKind, dict[str, str]]]
) -> None:
    assert fields(*lines)[0] is TableKind.UNKNOWN


def test_a_deal_may_tell_the_number_of_its_quote(
    fields: Callable[..., tuple[TableKind, dict[str, str]]],
) -> None:
    told = fields("見積番号,取引先,案件名,フェーズ,受注予定日,金額", "Q1,A社,増席,受注,2026/3/1,200")
    assert told[0] is TableKind.CONTRACTS


def test_a_kind_in_figures_is_none(fields: Callable[..., tuple[TableKind, dict[str, str]]]) -> None:
    kind, told = fields(
        "Date,Customer,Type,Movement (MRR),Movement (ARR)",
        "2026-01-09,Holly,New business,200,2400",
        "2026-03-30,Holly,Churn,-200,-2400",
    )
    assert kind is TableKind.MOVEMENTS
    assert told["Type"] == "movement.type"
    assert (told["Movement (MRR)"], told["Movement (ARR)"]) == ("movement.amount", "")


@pytest.mark.parametrize("heading", ["満足度評価日", "Renewal discussed", "次回確認"])
def test_the_one_day_of_something_else_is_not_the_day_of_a_ticket(
    heading: str, fields: Callable[..., tuple[TableKind, dict[str, str]]]
) -> None:
    kind, told = fields(
        f"Ticket ID,Company,Subject,Priority,{heading}", "7,Elm,Slow,High,2026-03-01", "8,Fir,Lost,Low,2026-03-02"
    )
    assert kind is TableKind.TICKETS
    assert told[heading] != "ticket.opened_at"


def test_an_id_that_every_answer_shares_is_not_its_own(
    fields: Callable[..., tuple[TableKind, dict[str, str]]],
) -> None:
    lines = [f"s-1,2026-09-0{n},Elm,{n},fine" for n in range(1, 5)]
    kind, told = fields("Survey ID,Submitted,Company,How likely are you to recommend us?,Why?", *lines)
    assert kind is TableKind.ANSWERS
    assert told["Survey ID"] == ""


def test_steps_with_due_day_done_day_and_status_are_milestones(
    fields: Callable[..., tuple[TableKind, dict[str, str]]],
) -> None:
    kind, told = fields(
        "Step,Customer,Assignee,Status,Due date,Completed on,Notes",
        "Data import,Elm,Kim,Done,2026-03-03,2026-03-02,",
        "Training,Elm,Rae,Open,2026-03-20,,Waiting",
    )
    assert kind is TableKind.MILESTONES
    assert told["Due date"] == "milestone.due"
    assert told["Completed on"] == "milestone.done_on"


def test_scores_on_a_day_with_every_account_once_are_health(
    fields: Callable[..., tuple[TableKind, dict[str, str]]],
) -> None:
    kind, told = fields(
        "Account,Scored on,Usage (0-10),Overall score,RAG,Comment",
        "Elm,2026-09-01,8,80,Green,ok",
        "Fir,2026-09-01,3,40,Red,quiet",
    )
    assert kind is TableKind.HEALTH
    assert told["Scored on"] == "health.date"
    assert told["Usage (0-10)"] == "health.mark@Usage (0-10)"
    assert told["RAG"] == "health.mark@RAG"


def test_where_a_tool_has_a_property_from_is_no_part_of_its_name() -> None:
    assert hits("salesforce.ARR")[0].field.id == "contract.arr"
    assert hits("agent.salesforce.Account_Owner")[0].field.id == "account.owner"


def test_who_is_asked_for_is_asked_for_whatever_else_such_words_ask() -> None:
    assert {hit.field.id for hit in hits("貴社名をお聞かせください")} == {"account.name"}


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        (("顧客名", "2025年度 4月", "2025年度 12月", "2025年度 1月"), ["2025-04", "2025-12", "2026-01"]),
        (("Logo", "FY25 Oct", "FY25 Nov", "FY26 Apr"), ["2025-10", "2025-11", "2026-04"]),
        (("顧客名", "令和7年度 4月", "令和7年度 5月", "令和7年度 6月"), ["2025-04", "2025-05", "2025-06"]),
        # January of which calendar year?
        (("顧客名", "2025年度 1月", "2025年度 2月", "2025年度 3月"), []),
    ],
)
def test_months_under_a_fiscal_year(headings: tuple[str, ...], wanted: list[str]) -> None:
    assert [month.key for month in month_headings(headings, "")] == wanted


def test_months_of_the_titles_year_under_one_word_after_another() -> None:
    words = [f"{word} {month}月" for word in ("ログイン数", "利用ID数") for month in (11, 12, 1)]
    found = month_headings(["企業名", *words], "2025年 利用状況")
    assert [month.key for month in found] == ["2025-11", "2025-12", "2026-01"] * 2
    assert [month.rest for month in found] == ["ログイン数"] * 3 + ["利用id数"] * 3


@pytest.mark.parametrize(
    ("text", "code"),
    [("United States Dollar - USD", "USD"), ("日本円 (JPY)", "JPY"), ("EUR", "EUR"), ("Basic EUR", ""), ("ドル", "")],
)
def test_a_currency_by_its_name(text: str, code: str) -> None:
    assert named_currency(text) == code


@pytest.mark.parametrize(
    ("text", "renews"),
    [("自動更新", True), ("手動更新", False), ("自動", True), ("都度", False), ("Auto-renew", True), ("Manual", False),
     ("yes", True), ("なし", False), ("2027/3/31", None)],
)  # fmt: skip
def test_whether_a_contract_renews_by_itself(text: str, renews: bool | None) -> None:  # noqa: FBT001
    assert read_auto(text) is renews


def test_a_column_of_how_contracts_renew_is_no_day(
    fields: Callable[..., tuple[TableKind, dict[str, str]]],
) -> None:
    _, told = fields(
        "顧客名,月額,契約開始日,契約満了日,自動更新",
        "A社,100,2025/4/1,2027/3/31,自動更新",
        "B社,50,2025/4/1,2027/3/31,手動更新",
    )
    assert (told["契約満了日"], told["自動更新"]) == ("contract.renewal", "contract.auto_renew")


@pytest.mark.parametrize(
    ("text", "heading", "held"),
    [
        ("NO_SHOW", "Meeting outcome", False), ("Completed", "Meeting outcome", True), ("Yes", "Canceled", False),
        ("No", "Canceled", True), ("2026-01-02", "Canceled at", False), ("No", "Attended", False),
        ("中止", "実施状況", False), ("実施済", "実施状況", True), ("キャンセル", "予約ステータス", False),
    ],
)  # fmt: skip
def test_whether_a_meeting_took_place(text: str, heading: str, held: bool) -> None:  # noqa: FBT001
    assert was_held(text, heading) is held
