"""Questions that words and values of a table answer, or leave open and say so."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from csdesk.intake.matching import shape_of
from csdesk.intake.shapes import Choice, Finding, FoundTable, MatchedTable, Matching, TableKind
from csdesk.models.kinds import Language
from csdesk.models.problems import Reason

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]


def finding(matched: MatchedTable, choice: Choice) -> Finding | None:
    return next((one for one in matched.findings if one.choice is choice), None)


def answer(matched: MatchedTable, choice: Choice) -> tuple[str, bool] | None:
    one = finding(matched, choice)
    return (one.answer, one.certain) if one else None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("edge_cases/input/subscriptions.csv", "last_day"),
        ("edge_cases/input/契約.xlsx", "last_day"),
        ("synthetic_1k/input/contracts_periods.csv", "day_after"),
        ("synthetic_1k/input/contracts_renewals.csv", "day_after"),
        ("source_examples/input/h_negative_churn.csv", "last_day"),
    ],
)
def test_chains_tell_which_day_an_end_is(
    name: str, day: str, sample: Callable[[str], FoundTable], match: Match
) -> None:
    matched = match(sample(f"metrics/{name}"))
    assert answer(matched, Choice.END_DAY) == (day, True)
    assert answer(matched, Choice.END_DATE) == ("service", True)


def test_without_chains_an_end_is_the_last_day(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Account,MRR,Start,Churned on\nA,1,2024-01-01,2024-06-30\nB,1,2024-01-01,"))
    assert answer(matched, Choice.END_DAY) == ("last_day", False)
    assert answer(matched, Choice.END_DATE) == ("service", True)


def test_a_plain_end_without_evidence_is_the_end_of_service_and_says_so(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Account,MRR,Start,End date\nA,1,2024-01-01,2024-06-30\nB,1,2024-01-01,2025-06-30"))
    assert answer(matched, Choice.END_DATE) == ("service", False)
    said = [problem for problem in matched.problems if problem.reason is Reason.END_DATE_TAKEN]
    assert [(str(problem.place), problem.refuses) for problem in said] == [("D1", False)]


@pytest.mark.parametrize(
    ("statuses", "meaning"),
    [
        (["契約中", "契約中", "契約中"], "renewal"),
        (["契約中", "解約", "解約"], "service"),
        (["Active", "Active", "Churned"], "renewal"),
    ],
)
def test_the_status_tells_what_a_plain_end_means(
    statuses: list[str], meaning: str, csv_table: Csv, match: Match
) -> None:
    rows = "\n".join(f"社{n},1,2024-0{n + 1}-01,2025-0{n + 1}-28,{status}" for n, status in enumerate(statuses))
    matched = match(csv_table(f"顧客名,月額,開始日,終了日,状態\n{rows}"))
    one = finding(matched, Choice.END_DATE)
    assert one is not None
    assert one.answer == meaning


def test_a_renewal_heading_is_never_an_end(csv_table: Csv, match: Match) -> None:
    for heading in ("契約満了日", "更新日", "Renewal date", "Term end"):
        matched = match(csv_table(f"顧客名,月額,開始日,{heading}\nA,1,2024-01-01,2025-01-01"))
        assert matched.columns[3].field == "contract.renewal"
        assert finding(matched, Choice.END_DATE) is None


def test_a_person_switches_a_choice(csv_table: Csv, match: Match) -> None:
    one = csv_table("Account,MRR,Start,End date\nA,1,2024-01-01,2024-06-30")
    chosen = Matching(choices={Choice.END_DATE: "renewal", Choice.UNIT: "thousand"})
    matched = match(one, chosen)
    assert answer(matched, Choice.END_DATE) == ("renewal", True)
    assert matched.records[0].values["contract.mrr"] == 1000


@pytest.mark.parametrize(
    ("cells", "language", "currency", "order", "certain"),
    [
        (["1/15/2024", "2/3/2024"], Language.JA, "JPY", "mdy", True),
        (["15/1/2024", "2/3/2024"], Language.EN, "USD", "dmy", True),
        (["1/2/2024", "3/4/2024"], Language.EN, "USD", "mdy", False),
        (["1/2/2024", "3/4/2024"], Language.EN, "GBP", "dmy", False),
        (["24/4/1", "24/5/2"], Language.JA, "JPY", "ymd", True),
        (["24/04/01", "24/05/02"], Language.JA, "JPY", "ymd", False),
    ],
)
def test_the_order_of_small_dates(
    cells: list[str], language: Language, currency: str, order: str, *, certain: bool, csv_table: Csv, match: Match
) -> None:
    rows = "\n".join(f"A{n},1,{cell}" for n, cell in enumerate(cells))
    matched = match(csv_table(f"Account,MRR,Start\n{rows}"), language=language, currency=currency)
    assert answer(matched, Choice.DATE_ORDER) == (order, certain)
    assert any(problem.reason is Reason.DATE_ORDER_TAKEN for problem in matched.problems) is not certain


def test_one_column_settles_the_order_of_all(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Account,MRR,Start,Renewal\nA,1,1/2/2024,25/2/2025\nB,1,3/4/2024,3/4/2025"))
    assert matched.records[0].values["contract.start"] == date(2024, 2, 1)


def test_a_person_says_order_and_currency(csv_table: Csv, match: Match) -> None:
    one = csv_table("Account,MRR,Start\nA,$1,1/2/2024")
    chosen = Matching(choices={Choice.DATE_ORDER: "dmy", Choice.CURRENCY: "CAD"})
    matched = match(one, chosen)
    assert matched.records[0].values["contract.start"] == date(2024, 2, 1)
    assert answer(matched, Choice.CURRENCY) == ("CAD", True)


def test_hours_by_the_headings_unit(csv_table: Csv, match: Match) -> None:
    head = "Ticket ID,Subject,Status,Priority"
    one = match(csv_table(f"{head},First response time (minutes)\n1,x,open,high,90"))
    assert one.records[0].values["ticket.first_response_hours"] == 1.5
    two = match(csv_table(f"{head},First response time (seconds)\n1,x,open,high,5400"))
    assert two.records[0].values["ticket.first_response_hours"] == 1.5


def test_a_price_with_tax_alone_is_asked(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("契約ID,顧客名,月額（税込）,開始日\n1,A,33000,2024-01-01"))
    assert matched.columns[2].field == "contract.mrr"
    assert answer(matched, Choice.TAX) == ("unknown", False)
    assert matched.records[0].values["contract.mrr"] is None
    assert [(str(p.place), p.reason, p.refuses) for p in matched.problems] == [("C2", Reason.TAX_UNKNOWN, False)]


def test_months_are_those_of_the_kind_a_person_chose(csv_table: Csv, match: Match) -> None:
    one = csv_table("Account,2025-01,2025-02,2025-03\nA,1,0,1\nB,3,2,5", context="Monthly logins")
    assert match(one).columns[1].field == "usage.logins@2025-01"
    assert match(one, Matching(TableKind.MATRIX)).columns[1].field == "matrix@2025-01"
    assert match(one, Matching(TableKind.ACCOUNTS)).columns[1].field == ""


def test_iso_dates_ask_nothing(csv_table: Csv, match: Match) -> None:
    assert finding(match(csv_table("Account,MRR,Start\nA,1,2024-01-02")), Choice.DATE_ORDER) is None


@pytest.mark.parametrize(
    ("heading", "context", "cell", "value"),
    [
        ("月額(千円)", "", "30", 30_000),
        ("月額（万円）", "", "3.5", 35_000),
        ("MRR (k$)", "", "1.5", 1500),
        ("MRR ($M)", "", "1.5", 1_500_000),
        ("月額", "単位：千円", "30", 30_000),
        ("MRR", "unit: thousand yen", "30", 30_000),
        ("月額（百万円）", "", "2", 2_000_000),
        ("月額", "", "30", 30),
        ("月額", "千円会議の記録", "30", 30),
    ],
)
def test_units_of_headings_and_titles(
    heading: str, context: str, cell: str, value: int, csv_table: Csv, match: Match
) -> None:
    matched = match(csv_table(f"顧客名,{heading},開始日\nA,{cell},2024-01-01", context=context))
    assert matched.records[0].values["contract.mrr"] == value
    assert (answer(matched, Choice.UNIT) is not None) is (value != 30)


def test_one_column_in_thousands_leaves_the_other_alone(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("顧客名,月額,年額(千円),開始日\nA,30000,360,2024-01-01"))
    assert matched.records[0].values["contract.mrr"] == 30_000
    assert matched.records[0].values["contract.arr"] == 360_000


def test_another_currency_is_found(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Account,MRR,Start\nA,$49.00,2024-01-01\nB,$99.00,2024-01-01"))
    assert answer(matched, Choice.CURRENCY) == ("USD", True)
    assert finding(match(csv_table("Account,MRR,Start\nA,¥49,2024-01-01")), Choice.CURRENCY) is None
    home = match(csv_table("Account,MRR,Start\nA,$49.00,2024-01-01"), currency="CAD")
    assert finding(home, Choice.CURRENCY) is None


def test_european_numbers_by_the_columns_evidence(csv_table: Csv, match: Match) -> None:
    matched = match(
        csv_table(
            'Kunde,MRR,Start\nA,"1.234,50 €",01.04.2024\nB,"99,00 €",02.04.2024\nC,"1.000 €",03.04.2024',
        ),
        currency="EUR",
    )
    amounts = [
        record.values["contract.mrr"]
        for record in match(
            csv_table('Customer,MRR,Start\nA,"1.234,50 €",01.04.2024\nB,"99,00 €",02.04.2024\nC,"1.000 €",03.04.2024'),
            currency="EUR",
        ).records
    ]
    assert amounts == [Decimal("1234.50"), Decimal("99.00"), Decimal(1000)]
    assert matched.table.columns[0].heading == "Kunde"


def test_yearly_cells_are_refused_in_a_monthly_column(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Account,MRR,Start\nA,100,2024-01-01\nB,1200/year,2024-01-01"))
    assert [(p.seen, p.reason) for p in matched.problems if p.refuses] == [("1200/year", Reason.NOT_MONEY)]


def test_the_period_of_an_amount_is_asked(csv_table: Csv, match: Match) -> None:
    plain = match(csv_table("Account,Contract value,Start\nA,1200,2024-01-01"))
    assert answer(plain, Choice.PERIOD) == ("unknown", False)
    said = match(csv_table("Account,Contract value,Start\nA,1200/month,2024-01-01"))
    assert answer(said, Choice.PERIOD) == ("month", True)
    assert finding(match(csv_table("Account,Amount,Billing months,Start\nA,1200,12,2024-01-01")), Choice.PERIOD) is None


@pytest.mark.parametrize(
    ("context", "span"),
    [
        ("# Start date: 20261001\n# End date: 20261031", "2026-10"),
        ("2026年10月", "2026-10"),
        ("2026-10-05 - 2026-11-01", "2026-10-05/2026-11-01"),
        ("Report", "unknown"),
    ],
)
def test_the_time_that_figures_of_use_cover(context: str, span: str, csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Company ID,Active users,Sessions\nc1,3,10\nc2,4,12", context=context))
    assert answer(matched, Choice.PERIOD) == (span, span != "unknown")


def test_a_plain_score_is_looked_at(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("回答ID,顧客名,スコア,コメント\n1,A,9,x\n2,B,10,y\n3,C,3,z"))
    assert answer(matched, Choice.SURVEY) == ("nps", False)
    chosen = match(matched.table, Matching(choices={Choice.SURVEY: "ces"}))
    assert chosen.columns[2].field == "ces.score"


def test_a_matching_overrides_kind_and_fields(csv_table: Csv, match: Match) -> None:
    one = csv_table("Firma,Wert,Beginn\nA,100,2024-01-01\nB,200,2024-02-01")
    assert match(one).kind is TableKind.UNKNOWN
    fields = {"Firma": "account.name", "Wert": "contract.mrr", "Beginn": "contract.start"}
    matched = match(one, Matching(TableKind.CONTRACTS, fields))
    assert matched.kind is TableKind.CONTRACTS
    assert [column.confidence for column in matched.columns] == [1.0, 1.0, 1.0]
    assert matched.records[1].values["contract.mrr"] == 200


def test_a_chosen_field_takes_it_from_the_column_that_had_it(csv_table: Csv, match: Match) -> None:
    one = csv_table("Account,MRR,New MRR,Start\nA,100,200,2024-01-01")
    matched = match(one, Matching(fields={"New MRR": "contract.mrr"}))
    assert [column.field for column in matched.columns] == ["account.name", "", "contract.mrr", "contract.start"]
    assert matched.records[0].custom == {"MRR": "100"}


def test_a_column_left_out_is_gone(csv_table: Csv, match: Match) -> None:
    one = csv_table("Account,MRR,Start,Colour\nA,100,2024-01-01,red")
    assert match(one).records[0].custom == {"Colour": "red"}
    assert match(one, Matching(fields={"Colour": "skip"})).records[0].custom == {}


def test_two_columns_never_feed_one_field(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Account,Start date,Start,MRR\nA,2024-01-01,2024-02-01,5"))
    fields = [column.field for column in matched.columns]
    assert fields.count("contract.start") == 1
    loser = matched.columns[fields.index("")]
    assert "contract.start" in loser.alternatives
    assert matched.records[0].custom == {loser.column.heading: loser.samples[0]}


def test_what_was_matched_once_is_matched_again(sample: Callable[[str], FoundTable], match: Match) -> None:
    """The fields of every column, own ones too, are what a file of the same shape is remembered by."""
    for name in (
        "exports/stripe/subscriptions.csv",
        "exports/kintone/accounts.csv",
        "exports/logo_matrix_jp/logo_matrix.xlsx",
    ):
        first = match(sample(name))
        kept = Matching(first.kind, {column.column.heading: column.field for column in first.columns})
        again = match(sample(name), kept)
        assert [column.field for column in again.columns] == [column.field for column in first.columns]
        assert again.records == first.records


def test_equal_headings_are_remembered_by_the_first(csv_table: Csv, match: Match) -> None:
    one = csv_table("Account,Start,Start,MRR\nA,2024-01-01,2025-01-01,5")
    first = match(one)
    kept = Matching(first.kind, {column.column.heading: column.field for column in first.columns})
    assert [c.field for c in match(one, kept).columns] == [c.field for c in first.columns]


def test_the_shape_of_a_file_is_its_headings(csv_table: Csv) -> None:
    one = shape_of(csv_table("Account,ＭＲＲ,Start date\nA,1,2024-01-01"))
    assert one == shape_of(csv_table("account,MRR,start_date\nB,2,2025-01-01"))
    assert one != shape_of(csv_table("Account,MRR,End date\nA,1,2024-01-01"))


@pytest.mark.parametrize(
    ("signing", "start"),
    [
        ("契約締結日", "利用開始日"),
        ("契約日", "サービス開始日"),
        ("申込日", "契約開始日"),
        ("受注日", "課金開始日"),
        ("Signed date", "Start date"),
        ("Signed", "Go-live date"),
        ("Order date", "Subscription start"),
    ],
)
@pytest.mark.parametrize("last", [True, False])
def test_a_contract_starts_when_service_starts_not_when_it_is_signed(
    signing: str, start: str, *, last: bool, csv_table: Csv, match: Match
) -> None:
    pairs = [(signing, "2024/3/15"), (start, "2024/4/1")]
    headings, days = zip(*(pairs if last else pairs[::-1]), strict=True)
    matched = match(csv_table(f"顧客名,月額,{','.join(headings)}\n見本社,1000,{','.join(days)}"))
    assert matched.records[0].values["contract.start"] == date(2024, 4, 1)


@pytest.mark.parametrize("heading", ["契約締結日", "契約日", "申込日", "受注日", "Signed date"])
def test_a_day_of_signing_alone_is_the_start(heading: str, csv_table: Csv, match: Match) -> None:
    matched = match(csv_table(f"顧客名,月額,{heading}\n見本社,1000,2024/3/15"))
    assert matched.records[0].values["contract.start"] == date(2024, 3, 15)


@pytest.mark.parametrize(
    ("amounts", "taken", "refused"),
    [
        (["¥10000", "¥20000", "$300", "400円", "500"], ["10000", "20000", None, "400", "500"], ["$300"]),
        (["$100", "EUR 200", "£300", "$50", "60"], ["100", None, None, "50", "60"], ["EUR 200", "£300"]),
        (["$100", "¥200", "US$300"], ["100", None, "300"], ["¥200"]),
        (["€100", "¥200"], [None, "200"], ["€100"]),
    ],
)
def test_an_amount_in_another_currency_than_its_column_is_refused_by_name(
    amounts: list[str], taken: list[str | None], refused: list[str], csv_table: Csv, match: Match
) -> None:
    rows = "\n".join(f"社{n},{amount},2024-01-01" for n, amount in enumerate(amounts))
    matched = match(csv_table(f"顧客名,月額,契約開始日\n{rows}"))
    expected = [None if amount is None else Decimal(amount) for amount in taken]
    assert [record.values["contract.mrr"] for record in matched.records] == expected
    said = [problem for problem in matched.problems if problem.reason is Reason.MIXED_CURRENCY]
    assert [(problem.seen, problem.refuses) for problem in said] == [(seen, True) for seen in refused]


def test_a_currency_column_speaks_for_each_amount(csv_table: Csv, match: Match) -> None:
    matched = match(csv_table("Customer,MRR,Currency,Start\nA,$100,USD,2024-01-01\nB,€200,EUR,2024-01-01"))
    assert [record.values["contract.mrr"] for record in matched.records] == [Decimal(100), Decimal(200)]
