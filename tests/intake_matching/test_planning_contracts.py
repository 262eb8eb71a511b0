"""Contract rows as contract lines: amounts, dates, standing; found again, changed, in conflict."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from csdesk.intake.shapes import Choice, FoundTable, Matching, Plan, TableKind, Verdict
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

from .conftest import MemoryBook

Csv = Callable[..., FoundTable]
Planned = Callable[..., Plan]


def lines(plan: Plan) -> list[dict[str, Value]]:
    return [dict(draft.values) for draft in plan.drafts if draft.kind is Kind.CONTRACT]


def verdicts(plan: Plan) -> list[Verdict]:
    return [row.verdict for row in plan.tables[0].rows]


def reasons(plan: Plan) -> list[Reason]:
    return [problem.reason for problem in plan.tables[0].problems]


@pytest.mark.parametrize(
    ("heading", "row", "currency", "amount", "months"),
    [
        ("MRR", "100", "JPY", 100, 1),
        ("MRR", "$49.50", "USD", 4950, 1),
        ("ARR", "1200", "JPY", 1200, 12),
        ("年額", "120万", "JPY", 1_200_000, 12),
        ("月額(千円)", "30", "JPY", 30_000, 1),
        ("MRR,Billing months", "33900,12", "JPY", 33_900, 1),
        ("Amount,Billing months", "120000,12", "JPY", 120_000, 12),
        ("Amount,Billing months", "30000,3", "JPY", 30_000, 3),
        ("Amount,Billing interval", "500,quarterly", "JPY", 500, 3),
        ("契約金額,支払サイクル", "600000,年払い", "JPY", 600_000, 12),
        ("Unit price,Quantity,Interval", "10,5,month", "USD", 5000, 1),
        ("Quantity,Interval,Amount", "3,year,20.00", "USD", 6000, 12),
        ("plan_amount,plan_interval,plan_interval_count", "4900,month,3", "USD", 4900, 3),
        ("plan_amount,plan_interval,subscription_quantity", "4900,year,2", "JPY", 9800, 12),
        ("MRR", "8333.33", "JPY", 100_000, 12),
        ("MRR", "166.67", "JPY", 2000, 12),
        ("MRR", "100.4", "JPY", 502, 5),
        ("MRR", "100.25", "JPY", 1203, 12),
        ("MRR", "83.33333333", "USD", 100_000, 12),
        ("MRR", "0", "JPY", 0, 1),
        ("Contract value", "1200/year", "JPY", 1200, 12),
    ],
)
def test_amounts_are_whole_minor_units_for_an_interval(
    heading: str, row: str, currency: str, amount: int, months: int, csv_table: Csv, planned: Planned
) -> None:
    plan = planned(csv_table(f"Account,Start,{heading}\nA,2024-01-01,{row}"), currency=currency)
    (line,) = lines(plan)
    assert (line["amount"], line["interval_months"]) == (amount, months)
    assert "currency" not in line


def test_a_wide_sheet_gives_several_kinds(csv_table: Csv, planned: Planned) -> None:
    plan = planned(
        csv_table(
            "会社名,担当,業種,製品,月額,契約開始日,担当者氏名,担当者メールアドレス,NPS\nA社,見本,IT,Base,30000,2024-04-01,架空,a@a.example,9"
        )
    )
    assert [draft.kind for draft in plan.drafts] == [
        Kind.PERSON,
        Kind.PRODUCT,
        Kind.ACCOUNT,
        Kind.CONTACT,
        Kind.CONTRACT,
        Kind.ANSWER,
    ]
    assert verdicts(plan) == [Verdict.NEW]


def test_ends_are_the_last_day_of_service(csv_table: Csv, planned: Planned) -> None:
    text = "Account,MRR,Start,End\nA,1,2024-01-01,2024-02-01\nA,1,2024-02-01,2024-03-01\nB,2,2024-01-01,"
    assert [(line.get("ended_on"), line["end_reading"]) for line in lines(planned(csv_table(text)))] == [
        (date(2024, 1, 31), "day_after"),
        (date(2024, 2, 29), "day_after"),
        (None, "day_after"),
    ]
    chosen = Matching(choices={Choice.END_DAY: "last_day"})
    assert lines(planned(csv_table(text), chosen=chosen))[0]["ended_on"] == date(2024, 2, 1)


def test_a_renewal_is_no_end(csv_table: Csv, planned: Planned) -> None:
    text = (
        "顧客名,月額,開始日,終了日,状態\n"
        "A,1,2024-04-01,2025-03-31,契約中\n"
        "B,1,2024-04-01,2025-03-31,契約中\n"
        "C,1,2024-04-01,2025-03-31,解約"
    )
    found = [(line.get("term_ends_on"), line.get("ended_on")) for line in lines(planned(csv_table(text)))]
    end = date(2025, 3, 31)
    assert found == [(end, None), (end, None), (end, end)]


def test_discounts_are_kept_beside_the_amount(csv_table: Csv, planned: Planned) -> None:
    text = "Account,Start,MRR,List price,Discount amount,Discount end\nA,2024-01-01,80,100,20,2024-12-31"
    (line,) = lines(planned(csv_table(text)))
    assert (line["amount"], line["list_amount"], line["discount_amount"], line["discount_ends_on"]) == (
        80,
        100,
        20,
        date(2024, 12, 31),
    )


def test_an_amount_for_the_whole_term(csv_table: Csv, planned: Planned) -> None:
    one = csv_table(
        "Account,Contract value,Start,Renewal date\nA,3600,2024-01-01,2026-12-31\nB,1200,2024-04-01,2025-04-01"
    )
    plan = planned(one, chosen=Matching(choices={Choice.PERIOD: "term"}))
    assert [(line["amount"], line["interval_months"]) for line in lines(plan)] == [(3600, 36), (1200, 12)]
    once = planned(one, chosen=Matching(choices={Choice.PERIOD: "one_off"}))
    assert {line["charge"] for line in lines(once)} == {"one_off"}


def test_periods_as_ranges_give_start_and_term(csv_table: Csv, planned: Planned) -> None:
    (line,) = lines(planned(csv_table("顧客名,月額,契約期間\nA,100,2024/4/1～2025/3/31")))
    assert (line["starts_on"], line["term_ends_on"]) == (date(2024, 4, 1), date(2025, 3, 31))


def test_an_amount_of_unknown_period_and_start_is_no_line(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("会社名,業種,担当,契約金額\nA,IT,見本,100"))
    assert lines(plan) == []
    assert [(p.reason, p.refuses) for p in plan.tables[0].problems] == [(Reason.PERIOD_UNKNOWN, False)]


def test_terms_notice_and_renewal(csv_table: Csv, planned: Planned) -> None:
    text = (
        "Account,ARR,Start,Contract period,Notice period (days),Auto-renew,Seats\n"
        "A,1200,2024-01-31,12ヶ月,30,Yes,25\n"
        "B,1200,2024-04-01,1年,,No,"
    )
    first, second = lines(planned(csv_table(text)))
    assert (first["term_ends_on"], first["notice_by"], first["auto_renew"], first["seats"]) == (
        date(2025, 1, 30),
        date(2024, 12, 31),
        True,
        25,
    )
    assert (second["term_ends_on"], second.get("notice_by"), second["auto_renew"]) == (date(2025, 3, 31), None, False)


@pytest.mark.parametrize(
    ("status", "stored"),
    [
        ("active", "active"),
        ("trialing", "trial"),
        ("past_due", "past_due"),
        ("休止中", "paused"),
        ("解約予定", "active"),
        ("水色", "active"),
    ],
)
def test_the_standing_of_a_line(status: str, stored: str, csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table(f"契約ID,顧客名,月額,開始日,状態\n1,A,1,2024-01-01,{status}"))
    assert lines(plan)[0]["status"] == stored
    assert (Reason.UNKNOWN_WORD in reasons(plan)) is (status == "水色")


def test_an_unknown_status_is_kept_in_words(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("契約ID,顧客名,月額,開始日,状態\n1,A,1,2024-01-01,水色"))
    assert plan.drafts[-1].custom == {"状態": "水色"}


def test_a_line_that_has_ended_with_no_day_is_left_out_and_told(csv_table: Csv, planned: Planned) -> None:
    plan = planned(
        csv_table(
            "会社名,担当,業種,月額,契約開始日,ステータス\nA,見本,IT,1,2024-01-01,解約\nB,見本,IT,1,2024-01-01,契約中"
        )
    )
    assert len(lines(plan)) == 1
    assert [(p.field, p.reason, p.refuses) for p in plan.tables[0].problems] == [
        ("contract.end", Reason.MISSING, False)
    ]
    assert verdicts(plan) == [Verdict.NEW, Verdict.NEW]


def test_a_term_that_has_passed_ends_a_line_that_is_over(csv_table: Csv, planned: Planned) -> None:
    text = (
        "Subscription ID,Account,MRR,Start,Current term end,Status\n"
        "1,A,1,2024-01-01,2024-12-31,Cancelled\n"
        "2,B,1,2024-01-01,2027-01-01,non_renewing\n"
        "3,C,1,2024-01-01,2027-01-01,active"
    )
    found = [(line["term_ends_on"], line.get("ended_on")) for line in lines(planned(csv_table(text)))]
    assert found == [
        (date(2024, 12, 31), date(2024, 12, 31)),
        (date(2027, 1, 1), date(2027, 1, 1)),
        (date(2027, 1, 1), None),
    ]


def test_a_cancellation_waits_for_the_end_of_the_paid_term(csv_table: Csv, planned: Planned) -> None:
    text = (
        "id,Customer ID,Amount,Quantity,Interval,Status,Start,Current Period End,Canceled At,Ended At\n"
        "s1,c1,10,1,month,active,2024-01-01,2026-11-05,2026-10-20,\n"
        "s2,c2,10,1,month,canceled,2024-01-01,2026-11-05,2026-10-20,2026-10-25"
    )
    assert [line["ended_on"] for line in lines(planned(csv_table(text)))] == [date(2026, 11, 5), date(2026, 10, 25)]


def test_only_deals_that_are_won_are_contracts(sample: Callable[[str], FoundTable], planned: Planned) -> None:
    plan = planned(sample("exports/hubspot/deals.csv"), currency="USD")
    assert plan.tables[0].count(Verdict.REFUSED) == 0
    assert len(lines(plan)) == 6
    assert len([d for d in plan.drafts if d.kind is Kind.ACCOUNT]) == 6
    first = lines(plan)[0]
    assert (first["starts_on"], first.get("amount")) == (date(2026, 4, 15), None)
    assert {Reason.PERIOD_UNKNOWN, Reason.START_TAKEN} <= set(reasons(plan))
    assert all(draft.custom["Amount"] for draft in plan.drafts if draft.kind is Kind.CONTRACT)
    outcomes = Counter(draft.values["outcome"] for draft in plan.drafts if draft.kind is Kind.DEAL)
    assert outcomes == {"won": 6, "open": 3, "lost": 3}


def test_the_period_of_deals_is_told_by_the_person(sample: Callable[[str], FoundTable], planned: Planned) -> None:
    plan = planned(
        sample("exports/hubspot/deals.csv"), currency="USD", chosen=Matching(choices={Choice.PERIOD: "year"})
    )
    assert {(line["interval_months"]) for line in lines(plan)} == {12}
    assert lines(plan)[0]["amount"] == 120_000


def test_won_deals_to_come(sample: Callable[[str], FoundTable], planned: Planned) -> None:
    plan = planned(sample("metrics/source_examples/input/f_deals.csv"))
    assert [(line["starts_on"], line["amount"]) for line in lines(plan)] == [
        (date(2024, 5, 1), 120_000),
        (date(2024, 6, 1), 80_000),
    ]


def test_one_off_and_usage_charges(csv_table: Csv, planned: Planned) -> None:
    text = (
        "契約番号,顧客名,金額,請求区分,受注日\n"
        "1,A,500000,一括請求,2024-04-01\n"
        "2,B,1000,従量課金,2024-04-01\n"
        "3,C,1000,月払い,2024-04-01"
    )
    assert [line["charge"] for line in lines(planned(csv_table(text)))] == ["one_off", "usage", "recurring"]


def test_amounts_without_any_start_run_from_this_month(csv_table: Csv, planned: Planned, book: MemoryBook) -> None:
    one = csv_table("Company,CSM,Industry,MRR\nA,Al,IT,100\nB,Al,IT,")
    plan = planned(one, book)
    (line,) = lines(plan)
    assert (line["starts_on"], line["start_known"]) == (date(2026, 10, 1), False)
    book.apply(plan)
    later = planned(csv_table("Company,CSM,Industry,MRR\nA,Al,IT,120"), book, as_of=date(2027, 2, 1))
    assert lines(later) == [{"amount": 120}]


def test_another_currency_is_kept_and_told(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("Account,MRR,Start\nA,$49.50,2024-01-01"))
    assert (lines(plan)[0]["amount"], lines(plan)[0]["currency"]) == (4950, "USD")
    assert [(p.reason, p.refuses) for p in plan.tables[0].problems] == [(Reason.OTHER_CURRENCY, False)]


def test_lines_are_found_by_id_or_by_account_product_and_start(
    csv_table: Csv, planned: Planned, book: MemoryBook
) -> None:
    book.apply(
        planned(
            csv_table("Contract ID,Account,Product,MRR,Start,End\n1,A,Base,100,2024-01-01,\n2,A,Add-on,50,2024-01-01,"),
            book,
        )
    )
    by_id = planned(csv_table("Contract ID,Account,Product,MRR,Start,End\n1,A,Base,120,2024-02-01,"), book)
    assert verdicts(by_id) == [Verdict.CHANGED]
    assert by_id.tables[0].rows[0].changes == (
        ("contract.amount", 100, 120),
        ("contract.start", date(2024, 1, 1), date(2024, 2, 1)),
    )
    by_start = planned(
        csv_table("Account,Product,MRR,Start,End\nA,Base,100,2024-01-01,2024-06-30\nA,Base,100,2024-07-01,"), book
    )
    assert verdicts(by_start) == [Verdict.CHANGED, Verdict.NEW]


def test_each_amount_of_a_change_is_told_in_its_own_currency(
    csv_table: Csv, planned: Planned, book: MemoryBook
) -> None:
    """Yen have no cents: 12,000 of them are not 120 because the new amount is in euros."""
    yen = csv_table("Account,Contract ID,MRR (¥),Start\nA,C1,12000,2024-01-01")
    euros = csv_table("Account,Contract ID,MRR (€),Start\nA,C1,90.50,2024-01-01")
    book.apply(planned(yen, book, currency="JPY"))
    changes = (("contract.amount", 12_000, 90.5), ("contract.currency", "JPY", "EUR"))
    assert planned(euros, book, currency="JPY").tables[0].rows[0].changes == changes
    book.apply(planned(euros, book, currency="JPY"))
    back = tuple((field, new, old) for field, old, new in changes)
    assert planned(yen, book, currency="JPY").tables[0].rows[0].changes == back


def test_an_empty_end_erases_nothing(csv_table: Csv, planned: Planned, book: MemoryBook) -> None:
    book.apply(planned(csv_table("Account,MRR,Start,End\nA,100,2024-01-01,2024-06-30"), book))
    assert verdicts(planned(csv_table("Account,MRR,Start,End\nA,,2024-01-01,"), book)) == [Verdict.SAME]


def test_equal_lines_are_told_and_contradicting_ones_are_a_conflict(
    csv_table: Csv, planned: Planned, book: MemoryBook
) -> None:
    one = csv_table(
        "Account,Product,MRR,Start\nA,Base,100,2024-01-01\nA,Base,100,2024-01-01\nA,Base,150,2024-01-01\nA,Add-on,5,2024-01-01"
    )
    plan = planned(one, book)
    assert verdicts(plan) == [Verdict.NEW, Verdict.SAME, Verdict.CONFLICT, Verdict.NEW]
    assert reasons(plan) == [Reason.DUPLICATE, Reason.CONFLICT]
    book.apply(plan)
    again = planned(one, book)
    assert verdicts(again) == [Verdict.SAME, Verdict.SAME, Verdict.CONFLICT, Verdict.SAME]
    assert again.drafts == ()


def test_refused_rows_write_nothing(sample: Callable[[str], FoundTable], planned: Planned) -> None:
    plan = planned(sample("metrics/edge_cases/input/subscriptions_with_bad_rows.csv"))
    clean = planned(sample("metrics/edge_cases/input/subscriptions.csv"))
    assert plan.tables[0].count(Verdict.REFUSED) == 7
    assert [draft.values for draft in plan.drafts] == [draft.values for draft in clean.drafts]
    assert len({draft.values["name"] for draft in plan.drafts if draft.kind is Kind.ACCOUNT}) == 21


def test_full_width_ids_are_one_account(sample: Callable[[str], FoundTable], planned: Planned) -> None:
    plan = planned(sample("metrics/edge_cases/input/契約.xlsx"))
    assert len([draft for draft in plan.drafts if draft.kind is Kind.ACCOUNT]) == 21


def test_drafts_tell_where_they_come_from(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("Account,MRR,Start\nA,1,2024-01-01\nB,1,2024-01-01", sheet="契約"))
    assert [(d.kind, d.place.sheet, d.place.row) for d in plan.drafts if d.place] == [
        (Kind.ACCOUNT, "契約", 2),
        (Kind.ACCOUNT, "契約", 3),
        (Kind.CONTRACT, "契約", 2),
        (Kind.CONTRACT, "契約", 3),
    ]


def test_tables_of_one_plan_find_each_others_rows(
    csv_table: Csv, match: Callable[..., object], book: MemoryBook
) -> None:
    from csdesk.intake.planning import plan

    accounts = match(csv_table("会社名,業種,担当\n株式会社A,IT,見本"))
    contracts = match(csv_table("契約ID,顧客名,月額,開始日\n1,（株）A,100,2024-01-01"))
    both = plan([accounts, contracts], book.known, currency="JPY", as_of=date(2026, 1, 1))  # type: ignore[list-item]
    assert len([d for d in both.drafts if d.kind is Kind.ACCOUNT]) == 1


def test_what_a_sheet_does_not_name_is_meant_as_before(csv_table: Csv, planned: Planned, book: MemoryBook) -> None:
    """Neither the months of an amount nor the reading of an end is changed by a sheet that has no such column."""
    known = "amount", "interval_months", "ended_on", "end_reading", "plan"
    book.apply(
        planned(
            csv_table(
                "Account,Contract ID,Annual fee,Start date,End date\n"
                "A Co,K1,12000,2024-01-01,2024-02-01\nA Co,K2,24000,2024-02-01,2024-03-01\nB Co,K3,36000,2024-01-01,"
            ),
            book,
        )
    )
    before = [[row.get(column) for column in known[:-1]] for row in book.rows(Kind.CONTRACT)]
    assert before == [
        [12000, 12, date(2024, 1, 31), "day_after"],
        [24000, 12, date(2024, 2, 29), "day_after"],
        [36000, 12, None, "day_after"],
    ]
    plans = (
        "Account,Contract ID,Plan,Start date\nA Co,K1,Gold,2024-01-01\nA Co,K2,Gold,2024-02-01\nB Co,K3,Gold,2024-01-01"
    )
    book.apply(planned(csv_table(plans), book, chosen=Matching(kind=TableKind.CONTRACTS)))
    after = [[row.get(column) for column in known] for row in book.rows(Kind.CONTRACT)]
    assert after == [[*row, "Gold"] for row in before]


def test_a_day_of_cancelling_is_kept_beside_the_end_of_service(csv_table: Csv, planned: Planned) -> None:
    text = (
        "Customer,MRR,Started,Service end,Cancelled at\n"
        "A,1,2024-04-01,2025-03-31,2025-02-10\n"
        "B,1,2024-04-01,,\n"
        "C,1,2024-04-01,2025-01-31,"
    )
    found = [(line.get("ended_on"), line.get("cancelled_on")) for line in lines(planned(csv_table(text)))]
    assert found == [(date(2025, 3, 31), date(2025, 2, 10)), (None, None), (date(2025, 1, 31), None)]


def test_a_day_of_cancelling_alone_is_the_end_of_service(csv_table: Csv, planned: Planned) -> None:
    text = "顧客名,月額,契約開始日,解約申込日\nA,1,2024-04-01,2025-02-10\nB,1,2024-04-01,"
    found = [(line.get("ended_on"), line.get("cancelled_on")) for line in lines(planned(csv_table(text)))]
    assert found == [(date(2025, 2, 10), None), (None, None)]


def test_what_runs_on_by_its_status_was_not_ended_by_a_request_to_leave(csv_table: Csv, planned: Planned) -> None:
    plan = planned(
        csv_table(
            "会社名,月額,契約開始日,解約申出日,解約日,ステータス\n"
            "A社,100,2025-01-01,2025-07-03,2025-08-31,解約済\nB社,100,2025-01-01,2025-07-07,,継続\n"
            "C社,100,2025-01-01,2025-07-11,,解約済\nD社,100,2025-01-01,,,期限切れ\n"
        )
    )
    assert [line.get("ended_on") for line in lines(plan)][:3] == [date(2025, 8, 31), None, date(2025, 7, 11)]
    assert Reason.UNKNOWN_WORD not in reasons(plan)
