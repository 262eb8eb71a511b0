"""What exports of tools have that lists by hand have not: paths and keys, codes, cents, ledgers, users, forms."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from csdesk.intake.matching.words.headings import hits
from csdesk.intake.matching.words.spellings import plain_spelling
from csdesk.intake.shapes import Choice, Finding, FoundTable, MatchedTable, Matching, TableKind
from csdesk.models.problems import Reason

Make = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]


@pytest.fixture
def read(table: Make, match: Match) -> Callable[..., MatchedTable]:
    """A table matched, from lines whose cells are parted by bars."""

    def make(*lines: str, **chosen: Matching) -> MatchedTable:
        headings, *rows = [line.split("|") for line in lines]
        return match(table(headings, rows), **chosen)

    return make


def fields(matched: MatchedTable) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched.columns if one.field}


def unit(matched: MatchedTable) -> Finding | None:
    return next((one for one in matched.findings if one.choice is Choice.UNIT), None)


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        ("subscription[start_date]", "subscription start_date"),
        ("subscription_items[unit_price][0]", "subscription_items unit_price"),
        ("customer[id]", "customer id"),
        ("MRR[USD]", "MRR[USD]"),
        ("月額[税抜]", "月額[税抜]"),
        ("person_properties.Company", "Company"),
        ("custom_attributes.csm", "csm"),
        ("organization_fields.plan", "plan"),
        ("groups.company", "company"),
        ("Renewal_Date__c", "Renewal_Date"),
        ("Fields of work", "Fields of work"),
    ],
)
def test_what_only_tells_where_a_tool_keeps_a_field_is_left_out(heading: str, plain: str) -> None:
    assert plain_spelling(heading) == plain


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("LASTACTIVITYDATE", "touch.last_at"),
        ("CREATEDDATE", "account.created_at"),
        ("dealname", "contract.name"),
        ("ISWON", "deal.won"),
        ("associatedcompanyid", "account.external_id"),
        ("subscription_items[quantity][0]", "contract.quantity"),
    ],
)
def test_words_that_were_run_together_are_read_apart(heading: str, field: str) -> None:
    assert field in {hit.field.id for hit in hits(heading)}


@pytest.mark.parametrize("heading", ["update", "candidate", "weekdate"])
def test_words_are_not_parted_where_nothing_known_comes_of_it(heading: str) -> None:
    assert not [hit for hit in hits(heading) if hit.field.type.is_date and hit.field.entity == "contract"]


INVOICES = "id|customer|customer_name|created|amount_due|total|currency|status"


def test_whole_amounts_beside_unix_times_are_cents_until_a_person_says_otherwise(
    read: Callable[..., MatchedTable],
) -> None:
    lines = (
        INVOICES,
        "in_1|cus_1|Acme|1705311000|13200|13200|usd|paid",
        "in_2|cus_2|Bolt|1709388300|5390|5390|eur|open",
    )
    matched = read(*lines)
    assert [record.values["invoice.total"] for record in matched.records] == [Decimal("132.00"), Decimal("53.90")]
    told = unit(matched)
    assert told is not None
    assert (told.answer, told.certain) == ("hundredth", False)
    assert [one.seen for one in matched.problems if one.reason is Reason.CENTS_TAKEN] == ["hundredth"]
    plain = read(*lines, chosen=Matching(choices={Choice.UNIT: "one"}))
    assert [record.values["invoice.total"] for record in plain.records] == [Decimal(13200), Decimal(5390)]


@pytest.mark.parametrize(
    "row",
    [
        "in_1|cus_1|Acme|1705311000|13200|13200|jpy|paid",
        "in_1|cus_1|Acme|1705311000|132.00|132.00|usd|paid",
        "in_1|cus_1|Acme|2024-01-15|13200|13200|usd|paid",
        "in_1|cus_1|Acme|1705311000|13200|13200||paid",
    ],
)
def test_amounts_are_no_cents_without_all_of_that(read: Callable[..., MatchedTable], row: str) -> None:
    matched = read(INVOICES, row)
    assert unit(matched) is None
    assert matched.records[0].values["invoice.total"] in {Decimal(13200), Decimal(132)}


def test_cents_that_a_heading_names_are_sure(read: Callable[..., MatchedTable]) -> None:
    matched = read("Invoice number|Customer|Date|Total (cents)", "1|Acme|2026-01-05|4990", "2|Bolt|2026-01-06|900")
    told = unit(matched)
    assert told is not None
    assert (told.answer, told.certain) == ("hundredth", True)
    assert matched.records[0].values["invoice.total"] == Decimal("49.90")
    assert not [one for one in matched.problems if one.reason is Reason.CENTS_TAKEN]


def test_two_units_in_one_table_are_told_without_a_word_on_cents(read: Callable[..., MatchedTable]) -> None:
    matched = read("Company|MRR (k$)|ARR ($M)|Start", "Acme|1|0.012|2024-01-01", "Bolt|2|0.024|2024-02-01")
    told = unit(matched)
    assert told is not None
    assert not told.certain
    assert not [one for one in matched.problems if one.reason is Reason.CENTS_TAKEN]


def test_a_customer_called_by_a_key_is_told_by_it(read: Callable[..., MatchedTable]) -> None:
    matched = read("id|customer|status|start_date|plan.amount", "sub_1a|cus_4fG2Hx|active|2024-01-05|4900")
    assert fields(matched)["customer"] == "account.external_id"


@pytest.mark.parametrize(
    "lines",
    [
        (
            "取引日|勘定科目|補助科目|借方金額|貸方金額|摘要",
            "2026/3/2|売掛金|楓社|33000||利用料",
            "2026/3/6|売掛金|楓社||33000|入金",
        ),
        ("Date|Account|Description|Debit|Credit", "2026-03-02|Sales|Acme|120|", "2026-03-06|Bank|Acme||120"),
        (
            "収支区分|発生日|取引先|勘定科目|金額",
            "収入|2026-03-02|楓社|売上高|33000",
            "支出|2026-03-06|広告社|広告費|9000",
        ),
        ("id|Type|Amount|Fee|Net|Created (UTC)", "txn_1|charge|120.00|3.78|116.22|2026-01-15 09:30:00"),
    ],
)
def test_a_ledger_is_not_taken_for_invoices_or_costs(read: Callable[..., MatchedTable], lines: tuple[str, ...]) -> None:
    assert read(*lines).kind is TableKind.UNKNOWN


def test_what_is_left_after_fees_is_no_amount_before_tax(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "Invoice number|Customer name|Date|Total|Fee|Net",
        "INV-1|Acme|2026-01-15|120.00|3.78|116.22",
        "INV-2|Bolt|2026-01-16|49.00|1.72|47.28",
    )
    assert matched.kind is TableKind.INVOICES
    assert "Net" not in fields(matched)
    untaxed = read("Invoice number|Customer name|Date|Total|Net", "INV-1|Acme|2026-01-15|132.00|120.00")
    assert fields(untaxed)["Net"] == "invoice.subtotal"


def test_an_id_of_anything_makes_no_invoices(read: Callable[..., MatchedTable]) -> None:
    assert read("id|date|total", "a1|2026-01-15|120.00", "a2|2026-01-16|49.00").kind is not TableKind.INVOICES


USERS = "Id|Name|Email|Role|Organization|Created at|Suspended"


def test_users_of_companies_are_people(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        USERS, "1|Al Bo|al@acme.example|end-user|Acme|2024-01-15|false", "2|Cy Du|cy@bolt.example|admin|Bolt||false"
    )
    assert matched.kind is TableKind.CONTACTS
    told = fields(matched)
    assert (told["Id"], told["Name"], told["Organization"]) == ("contact.external_id", "contact.name", "account.name")
    assert not {"Role", "Created at", "Suspended"} & told.keys()


def test_users_with_figures_of_use_are_use(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "Name|Email|User ID|Company name|Company ID|First seen|Last seen|Web sessions|Plan|Tags",
        "Al Bo|al@acme.example|u_1|Acme|c_1|2024-01-15|2026-10-02|210|Basic|vip",
        "Cy Du|cy@bolt.example|u_2|Bolt|c_2|2024-03-02|2026-09-12|12|Basic|",
    )
    assert matched.kind is TableKind.USE
    assert fields(matched)["Web sessions"] == "usage.sessions"


def test_respondents_with_ids_and_names_are_answers(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "回答者 ID|開始日|終了日|メールアドレス|名|姓|御社名|弊社を友人や同僚に薦める可能性はどのくらいありますか？",
        "1|2026/03/01 10:00|2026/03/01 10:04|a@b.example|遥|青木|楓社|9",
        "2|2026/03/04 17:13|2026/03/04 17:17|c@d.example|誠|桐谷|梓社|7",
    )
    assert matched.kind is TableKind.ANSWERS
    assert fields(matched)["終了日"] == "nps.responded_at"
    assert "開始日" not in fields(matched)


def test_a_name_that_is_the_company_again_is_no_person(read: Callable[..., MatchedTable]) -> None:
    lines = ("Name|Company|Email|MRR", "Acme|Acme|al@acme.example|12", "Bolt|Bolt|cy@bolt.example|30")
    assert "contact.name" not in fields(read(*lines)).values()


def test_pages_of_one_tool_are_not_the_sites_of_customers(read: Callable[..., MatchedTable]) -> None:
    lines = (
        "Company|URL|Phone|Industry",
        "Acme|https://{0}/1|03-0000-0001|Retail",
        "Bolt|https://{1}/2|03-0000-0002|Food",
    )
    same = read(*(line.format("app.tool.example", "app.tool.example") for line in lines))
    own = read(*(line.format("acme.example", "bolt.example") for line in lines))
    assert "URL" not in fields(same)
    assert fields(own)["URL"] == "account.domain"


def test_codes_for_standing_and_urgency_are_not_guessed(read: Callable[..., MatchedTable]) -> None:
    coded = read("id|subject|status|priority|created_at", "1|Login|5|4|2026-03-02", "2|Export|2|1|2026-03-06")
    words = read("id|subject|status|priority|created_at", "1|Login|closed|4|2026-03-02", "2|Export|open|1|2026-03-06")
    assert not {"status", "priority"} & fields(coded).keys()
    assert fields(words)["priority"] == "ticket.priority"


def test_a_day_on_which_a_deal_was_lost_ends_no_contract(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "Deal title|Organization|Stage|Value|Lost time|Lost reason",
        "More|Acme|Lost|1200|2026-03-01|Price",
        "New|Bolt|Won|900||",
    )
    assert "Lost time" not in fields(matched)


@pytest.mark.parametrize(
    ("names", "field"),
    [("Acme kick-off meeting|Bolt weekly call", "touch.purpose"), ("Al Bo|Cy Du", "")],
)
def test_a_bare_name_in_a_log_is_what_its_words_are(read: Callable[..., MatchedTable], names: str, field: str) -> None:
    one, other = names.split("|")
    matched = read(
        "Name|Company|Meeting date|Type|Notes",
        f"{one}|Acme|2026-10-02|Call|Asked for a quote",
        f"{other}|Bolt|2026-10-03|Email|All is well there",
    )
    assert matched.kind is TableKind.TOUCHES
    assert fields(matched).get("Name", "") == field


def test_a_bare_name_beside_an_address_is_a_person_met(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "Name|Email|Company|Meeting date|Type|Meeting notes|Logged by",
        "Al Bo|al@acme.example|Acme|2026-10-02|Call|Asked for a quote|Nora",
        "Cy Du|cy@bolt.example|Bolt|2026-10-03|Email|All is well there|Nora",
    )
    assert matched.kind is TableKind.TOUCHES
    assert fields(matched)["Name"] == "contact.name"


def test_rows_with_no_day_but_their_own_are_no_touches(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "id|score|comment|reason|created_at|ticket_id",
        "1|good|Quick help||2026-03-02|20001",
        "2|bad||Took too long to resolve|2026-03-06|20002",
    )
    assert matched.kind is not TableKind.TOUCHES


def test_averages_are_no_sums(read: Callable[..., MatchedTable]) -> None:
    matched = read("Company|Date|Active users|Session length avg", "Acme|2026-10-01|12|3.2", "Bolt|2026-10-01|3|1.1")
    assert "Session length avg" not in fields(matched)


def test_completed_and_partial_are_no_groups_of_answers(read: Callable[..., MatchedTable]) -> None:
    answers = "How likely are you to recommend us to a friend?|Company|Submitted at|Response Type"
    done = read(answers, "9|Acme|2026-03-01|completed", "3|Bolt|2026-03-02|partial")
    told = read(answers, "9|Acme|2026-03-01|Promoter", "3|Bolt|2026-03-02|Detractor")
    assert "Response Type" not in fields(done)
    assert fields(told)["Response Type"] == "nps.kind"


def test_measures_down_and_months_across_are_not_counted_as_one_each(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "company|Event|2026-05-01T00:00:00|2026-06-01T00:00:00|2026-07-01T00:00:00",
        "Acme|Report viewed|12|15|9",
        "Bolt|Export|3|1|2",
    )
    assert matched.kind is not TableKind.USE or any("@" in field for field in fields(matched).values())


def test_a_key_is_not_offered_as_the_day_that_is_missing(read: Callable[..., MatchedTable]) -> None:
    matched = read("company|mrr|hubspot_owner_id|paid until", "Acme|12|45010|", "Bolt|30|45020|")
    assert not [one for one in matched.problems if one.seen == "hubspot_owner_id" and one.reason is Reason.NOT_MATCHED]


def test_an_own_key_of_a_database_gives_way_to_the_id_of_the_team(read: Callable[..., MatchedTable]) -> None:
    matched = read("_id|Company|External ID|Owner|Phase", "61a01|Acme|c_1|Ann|Live", "61a02|Bolt|c_2|Bo|Live")
    assert fields(matched)["External ID"] == "account.external_id"
    assert "_id" not in fields(matched)


@pytest.mark.parametrize("heading", ["姓カナ", "名(カナ)", "姓フリガナ"])
def test_how_half_a_name_is_read_is_not_how_it_is(heading: str) -> None:
    assert not hits(heading)


def test_the_end_of_a_meeting_is_no_contracts_end() -> None:
    assert "contract.end" not in {hit.field.id for hit in hits("ミーティングの終了日時")}


def test_customers_that_are_numbered_are_called_so(read: Callable[..., MatchedTable]) -> None:
    matched = read("Customer|MRR|Start date", "Customer_1|12|2024-01-05", "Customer_02|30|2024-02-05")
    assert fields(matched)["Customer"] == "account.name"


def test_what_people_are_in_their_company_is_their_title_whatever_apps_call_so(
    read: Callable[..., MatchedTable],
) -> None:
    matched = read("Full name|Title|Email|Company", "Al Bo|Owner|a@b.example|Acme", "Cy Du|Owner|c@d.example|Bolt")
    assert fields(matched)["Title"] == "contact.title"


def test_people_beside_what_is_paid_are_those_of_accounts(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "Name|Email|Company|Contract amount|Billing interval|Start date",
        "Al Bo|a@b.example|Acme|1200|year|2024-01-05",
        "Cy Du|c@d.example|Bolt|300|year|2024-02-05",
    )
    assert matched.kind is not TableKind.CONTACTS


def test_a_list_of_deals_by_their_status_has_days_on_which_they_close(read: Callable[..., MatchedTable]) -> None:
    lines = ("title|org_name|value|status|expected_close_date|add_time", "More|Acme|1200|{0}|2026-10-01|2026-01-02")
    matched = read(*(line.format("won") for line in lines))
    assert fields(matched)["expected_close_date"] == "contract.close_date"


@pytest.mark.parametrize(("moment", "told"), [("2026-01-05T03:04:05Z", "49"), ("2026-01-05", "4900")])
def test_a_log_that_a_program_wrote_in_capitals_is_in_cents(
    read: Callable[..., MatchedTable], moment: str, told: str
) -> None:
    matched = read(
        "DATE|CUSTOMER_NAME|MRR_MOVEMENT|MRR|MOVEMENT_TYPE|CURRENCY_CODE",
        f"{moment}|Acme|4900|4900|new_biz|USD",
        f"{moment.replace('05', '12')}|Acme|15000|19900|expansion|USD",
        f"{moment.replace('05', '19')}|Acme|-5000|14900|contraction|USD",
    )
    assert matched.kind is TableKind.MOVEMENTS
    assert matched.records[0].values["movement.amount"] == Decimal(told)


def test_what_went_out_is_refused_where_a_person_takes_books_for_invoices(read: Callable[..., MatchedTable]) -> None:
    lines = (
        "収支区分|管理番号|発生日|決済期日|取引先|勘定科目|金額",
        "収入|A-1|2026-03-02|2026-04-30|楓社|売上高|33000",
        "支出|A-2|2026-03-06||広告社|広告費|9000",
        "収入|A-3|2026-03-09|2026-04-30|柊社|売上高|22000",
    )
    assert read(*lines).kind is TableKind.UNKNOWN
    matched = read(*lines, chosen=Matching(kind=TableKind.INVOICES))
    refused = [(one.place.row, one.seen) for one in matched.problems if one.reason is Reason.IS_EXPENSE and one.refuses]
    assert refused == [(3, "支出")]
