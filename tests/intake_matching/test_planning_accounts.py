"""Accounts and people: found by what identifies them best, never joined by likeness alone."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, Plan, Verdict
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

from .conftest import MemoryBook

Csv = Callable[..., FoundTable]
Planned = Callable[..., Plan]


def names(book: MemoryBook) -> list[object]:
    return [row["name"] for row in book.rows(Kind.ACCOUNT)]


def verdicts(plan: Plan) -> list[Verdict]:
    return [row.verdict for row in plan.tables[0].rows]


def reasons(plan: Plan) -> list[Reason]:
    return [problem.reason for problem in plan.tables[0].problems]


@pytest.fixture
def held(book: MemoryBook, csv_table: Csv, planned: Planned) -> MemoryBook:
    book.apply(
        planned(
            csv_table(
                "取引先コード,会社名,法人番号,ドメイン,業種\n"
                "C-1,株式会社みどり書房,1000000000001,midori.example,小売\n"
                "C-2,有限会社あおば,1000000000002,aoba.example,製造\n"
                "C-3,株式会社あおば,,,IT\n"
                "C-4,Acme Inc,,acme.example,IT"
            )
        )
    )
    return book


@pytest.mark.parametrize(
    "row",
    [
        "C-1,みどり書房2号店,,",
        "Ｃ-１,,,",
        ",違う名前,1000000000001,",
        ",違う名前,,midori.example",
        ",株式会社みどり書房,,",
        ",㈱みどり書房,,",
        ",みどり書房（株）,,",
        ",ﾐﾄﾞﾘ書房株式会社,,",
        ",みどり書房,,",
    ],
)
def test_an_account_is_found(row: str, held: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table(f"取引先コード,会社名,法人番号,ドメイン,セグメント\n{row},SMB"), held)
    changed = [draft for draft in plan.drafts if draft.kind is Kind.ACCOUNT]
    assert [draft.id for draft in changed] == [held.rows(Kind.ACCOUNT)[0]["id"]]
    assert changed[0].values["segment"] == "SMB"


def test_a_domain_that_a_person_typed_is_the_one_of_a_file(book: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    book.apply(planned(csv_table("Company,Domain,Industry\nOld name,acme.example,IT")))
    (row,) = book.rows(Kind.ACCOUNT)
    row["domain"] = " WWW.Acme.example"  # type: ignore[index]
    plan = planned(csv_table("Company,Domain,Industry\nNew name,https://acme.example/,Retail"), book)
    assert [draft.id for draft in plan.drafts if draft.kind is Kind.ACCOUNT] == [row["id"]]


@pytest.mark.parametrize("name", ["みどり文具", "株式会社みどり書店", "合同会社みどり書房", "株式会社みどり書房2"])
def test_an_account_is_not_found_by_likeness(name: str, held: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    held.apply(planned(csv_table(f"会社名,業種,担当\n{name},小売,見本"), held))
    assert names(held)[-1] == name
    assert len(names(held)) == 5


def test_two_legal_forms_stay_apart_and_are_told(held: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("会社名,業種,担当\n合同会社みどり書房,小売,見本"), held)
    assert verdicts(plan) == [Verdict.NEW]
    assert reasons(plan) == [Reason.LIKELY_SAME]


def test_a_legal_form_on_one_side_alone_overwrites_nothing_and_is_told(
    held: MemoryBook, csv_table: Csv, planned: Planned
) -> None:
    one = csv_table("会社名,業種,地域\nみどり書房,製造,東\nＡＣＭＥ,小売,\n㈱みどり書房,小売,東\nみどり書房,IT,")
    plan = planned(one, held)
    assert verdicts(plan) == [Verdict.CHANGED, Verdict.SAME, Verdict.SAME, Verdict.CONFLICT]
    assert [(p.field, p.seen, p.reason) for p in plan.tables[0].problems] == [
        ("account.industry", "製造", Reason.LIKELY_SAME),
        ("account.name", "みどり書房", Reason.LIKELY_SAME),
        ("account.industry", "小売", Reason.LIKELY_SAME),
        ("account.name", "ＡＣＭＥ", Reason.LIKELY_SAME),
        ("", "㈱みどり書房", Reason.DUPLICATE),
        ("account.industry", "IT", Reason.CONFLICT),
    ]
    held.apply(plan)
    assert [row["industry"] for row in held.rows(Kind.ACCOUNT)] == ["小売", "製造", "IT", "IT"]
    assert held.rows(Kind.ACCOUNT)[0]["region"] == "東"
    assert planned(one, held).drafts == ()


def test_contracts_find_an_account_without_its_form_and_overwrite_nothing(
    held: MemoryBook, csv_table: Csv, planned: Planned
) -> None:
    plan = planned(csv_table("契約ID,顧客名,業種,地域,月額,開始日\n1,みどり書房,製造,東,1000,2024-01-01"), held)
    assert [dict(d.values) for d in plan.drafts if d.kind is Kind.ACCOUNT] == [{"region": "東"}]
    assert [(p.field, p.seen, p.reason) for p in plan.tables[0].problems] == [
        ("account.industry", "製造", Reason.LIKELY_SAME),
        ("account.name", "みどり書房", Reason.LIKELY_SAME),
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Northwind Kettle Workz", True),
        ("Northwind Kettle Works 2", False),
        ("Southwind Kettle Works", False),
        ("Nortwind Kettle Works", True),
    ],
)
def test_likeness_is_a_suggestion_only(
    name: str, *, told: bool, csv_table: Csv, planned: Planned, book: MemoryBook
) -> None:
    book.apply(planned(csv_table("Company,Industry,CSM\nNorthwind Kettle Works,IT,Al"), book))
    plan = planned(csv_table(f"Company,Industry,CSM\n{name},IT,Al"), book)
    assert verdicts(plan) == [Verdict.NEW]
    assert (Reason.LIKELY_SAME in reasons(plan)) is told


def test_a_name_that_several_may_bear_is_refused(held: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("会社名,業種,担当\nあおば,小売,見本"), held)
    assert verdicts(plan) == [Verdict.REFUSED]
    assert reasons(plan) == [Reason.AMBIGUOUS_ACCOUNT]
    assert plan.drafts == ()


def test_two_ids_of_one_file_are_two_accounts_whatever_their_name(
    book: MemoryBook, csv_table: Csv, planned: Planned
) -> None:
    plan = planned(csv_table("Customer ID,Customer name,Industry,Phone\nc_1,Acme,IT,1\nc_2,Acme,IT,2"), book)
    assert len([d for d in plan.drafts if d.kind is Kind.ACCOUNT]) == 2
    assert Reason.LIKELY_SAME in reasons(plan)


def test_of_two_namesakes_the_one_whose_person_is_named(book: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    customers = (
        "Customer ID,Customer name,Email,Industry,Phone\nc_1,Acme,al@acme.example,IT,1\nc_2,Acme,bo@acme.example,IT,2"
    )
    book.apply(planned(csv_table(customers), book))
    use = (
        "date,company,email,feature,count\n"
        "2026-01-01,Acme,bo@acme.example,export,3\n"
        "2026-01-01,Acme,who@x.example,export,3"
    )
    plan = planned(csv_table(use), book)
    assert verdicts(plan) == [Verdict.NEW, Verdict.REFUSED]
    second = book.rows(Kind.ACCOUNT)[1]["id"]
    assert [d.values["account_id"] for d in plan.drafts if d.kind is Kind.USE] == [second]


def test_another_tools_id_is_no_other_account(held: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    one = csv_table("Record ID,Company name,Phone number,Industry\n9001,Acme,555-0100,Software")
    plan = planned(one, held)
    assert verdicts(plan) == [Verdict.CHANGED]
    assert reasons(plan) == [Reason.LIKELY_SAME] * 2  # the industry that it does not overwrite, and the name
    held.apply(plan)
    assert held.rows(Kind.ACCOUNT)[3]["external_id"] == "C-4"
    assert verdicts(planned(one, held)) == [Verdict.SAME]


def test_an_id_of_the_same_system_is_another_account(held: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("Customer ID,Company name,Phone,Industry\nC-9,Acme Inc,555-0100,Software"), held)
    assert verdicts(plan) == [Verdict.NEW]
    assert reasons(plan) == [Reason.LIKELY_SAME]


def test_equal_figures_of_two_systems_are_not_one_id(book: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    book.apply(
        planned(
            csv_table("Account ID,Account name,Industry,Region\n1,Acme,IT,West\n2,Bolt,IT,West\n3,Cedar,IT,East"), book
        )
    )
    other = csv_table("レコード番号,顧客名,業種,担当\n1,みどり書房,小売,見本\n2,あおば,製造,見本\n3,Acme,IT,見本")
    plan = planned(other, book)
    assert verdicts(plan) == [Verdict.NEW, Verdict.NEW, Verdict.CHANGED]
    book.apply(plan)
    assert names(book) == ["Acme", "Bolt", "Cedar", "みどり書房", "あおば"]
    assert verdicts(planned(other, book)) == [Verdict.SAME] * 3
    renamed = planned(
        csv_table("Account ID,Account name,Industry,Region\n1,Acme,IT,West\n2,Bolts,IT,West\n3,Cedar,IT,East"), book
    )
    assert verdicts(renamed) == [Verdict.SAME, Verdict.CHANGED, Verdict.SAME]


def test_changes_are_told_and_empty_cells_erase_nothing(held: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    plan = planned(
        csv_table(
            "取引先コード,会社名,業種,担当\nC-1,株式会社みどり書房,,見本\nC-2,有限会社あおば,IT,\nC-4,Acme Inc,IT,"
        ),
        held,
    )
    assert verdicts(plan) == [Verdict.CHANGED, Verdict.CHANGED, Verdict.SAME]
    assert plan.tables[0].rows[0].changes == (("account.owner", None, "見本"),)
    assert plan.tables[0].rows[1].changes == (("account.industry", "製造", "IT"),)
    held.apply(plan)
    assert held.rows(Kind.ACCOUNT)[0]["industry"] == "小売"


def test_a_name_is_corrected_by_id_alone(held: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    by_id = planned(csv_table("取引先コード,会社名,業種\nC-1,株式会社みどり書店,小売"), held)
    assert by_id.tables[0].rows[0].changes == (
        ("account.name", "株式会社みどり書房", "株式会社みどり書店"),
        ("custom:別名 / Also called", None, "株式会社みどり書房"),
    )
    by_name = planned(csv_table("会社名,業種,担当\n（株）みどり書房,小売,"), held)
    assert verdicts(by_name) == [Verdict.SAME]


def test_equal_rows_are_told_and_contradicting_ones_are_a_conflict(
    book: MemoryBook, csv_table: Csv, planned: Planned
) -> None:
    plan = planned(csv_table("会社名,業種,担当\nA社,IT,見本\nA社,IT,見本\nB社,IT,見本\nB社,小売,見本"), book)
    assert verdicts(plan) == [Verdict.NEW, Verdict.SAME, Verdict.NEW, Verdict.CONFLICT]
    assert reasons(plan) == [Reason.DUPLICATE, Reason.CONFLICT]
    book.apply(plan)
    assert [row["industry"] for row in book.rows(Kind.ACCOUNT)] == ["IT", "IT"]


def test_rows_that_differ_in_an_own_column_are_a_conflict(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("会社名,業種,座席の色\nA社,IT,紺\nA社,IT,茶"))
    assert verdicts(plan) == [Verdict.NEW, Verdict.CONFLICT]


def test_contracts_that_tell_an_account_two_ways_keep_the_first(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("契約ID,顧客名,業種,月額,開始日\n1,A,IT,1,2024-01-01\n2,A,小売,1,2024-01-01"))
    assert verdicts(plan) == [Verdict.NEW, Verdict.NEW]
    assert [(p.field, p.seen, p.reason) for p in plan.tables[0].problems] == [
        ("account.industry", "小売", Reason.CONFLICT)
    ]
    assert next(d for d in plan.drafts if d.kind is Kind.ACCOUNT).values["industry"] == "IT"


def test_words_for_touch_models_and_fit(csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("会社名,業種,ティア,適合度\nA,IT,ハイタッチ,適合\nB,IT,Enterprise,?"))
    found = [(d.values["tier"], d.values.get("fit")) for d in plan.drafts if d.kind is Kind.ACCOUNT]
    assert found == [("high", "good"), ("Enterprise", None)]


def test_owners_become_people_once(book: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    book.apply(planned(csv_table("会社名,業種,担当\nA社,IT,架空 一郎\nB社,IT,架空一郎\nC社,IT,見本花子"), book))
    assert [row["name"] for row in book.rows(Kind.PERSON)] == ["架空 一郎", "見本花子"]
    owners = [row["owner_id"] for row in book.rows(Kind.ACCOUNT)]
    assert owners[0] == owners[1] != owners[2]


def test_own_columns_are_kept_and_compared(book: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    one = csv_table("会社名,業種,好きな色\nA社,IT,赤\nB社,IT,")
    plan = planned(one, book)
    assert [dict(draft.custom) for draft in plan.drafts] == [{"好きな色": "赤"}, {}]
    book.apply(plan)
    assert verdicts(planned(one, book)) == [Verdict.SAME, Verdict.SAME]
    changed = planned(csv_table("会社名,業種,好きな色\nA社,IT,青"), book)
    assert changed.tables[0].rows[0].changes == (("custom:好きな色", "赤", "青"),)


def test_without_the_books_own_columns_those_of_its_rows_are_left_alone(
    book: MemoryBook, csv_table: Csv, planned: Planned
) -> None:
    one = csv_table("会社名,業種,好きな色\nA社,IT,赤")
    book.apply(planned(one, book))
    known = {kind: rows for kind, rows in book.known.items() if kind not in {Kind.CUSTOM_FIELD, Kind.CUSTOM_VALUE}}
    from csdesk.intake.planning import plan

    again = plan([planned(one).tables[0].matched], known, currency="JPY", as_of=__import__("datetime").date(2026, 1, 1))
    assert again.drafts == ()


def test_contacts_by_mail_and_by_name_within_their_account(book: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    book.apply(
        planned(csv_table("First Name,Last Name,Email,Company\nAlda,Fenwick,alda@a.example,A\n太郎,架空,,B社"), book)
    )
    assert [row["name"] for row in book.rows(Kind.CONTACT)] == ["Alda Fenwick", "架空 太郎"]
    plan = planned(
        csv_table(
            "Full name,Email,Job title,Company\nAlda F.,ALDA@a.example,CEO,A\n架空太郎,t@b.example,,B社\n"
            "Alda Fenwick,,,C"
        ),
        book,
    )
    assert verdicts(plan) == [Verdict.CHANGED, Verdict.CHANGED, Verdict.NEW]
    book.apply(plan)
    assert [row.get("email") for row in book.rows(Kind.CONTACT)] == ["alda@a.example", "t@b.example", None]


PERSONS = "Email,First name,Last name,Job title,Company\na@oak.example,Ann,Oak,CFO,Oak"


@pytest.mark.parametrize(
    ("kind", "headings", "row"),
    [
        (Kind.ANSWER, "Email,NPS score,Comment,Date", "a@oak.example,9,good,2026-05-01"),
        (Kind.TICKET, "Requester email,Subject,Opened at", "a@oak.example,Slow,2026-05-01"),
        (Kind.FEEDBACK, "Email,Date,Feedback,Category", "a@oak.example,2026-05-01,Please sort,UI"),
    ],
)
def test_what_a_person_said_before_his_account_was_known_is_given_it_and_comes_once(
    kind: Kind, headings: str, row: str, book: MemoryBook, csv_table: Csv, planned: Planned
) -> None:
    book.apply(planned(csv_table(f"{headings}\n{row}"), book))
    assert book.rows(Kind.CONTACT)[0].get("account_id") is None
    named = planned(csv_table(PERSONS), book)
    assert verdicts(named) == [Verdict.CHANGED]
    book.apply(named)
    again = planned(csv_table(f"{headings}\n{row}"), book)
    assert verdicts(again) == [Verdict.CHANGED]
    book.apply(again)
    assert [one["account_id"] for one in book.rows(kind)] == [one["id"] for one in book.rows(Kind.ACCOUNT)]
    assert not planned(csv_table(f"{headings}\n{row}"), book).drafts


def test_a_row_that_names_the_account_of_a_person_at_last_is_the_same_row(
    book: MemoryBook, csv_table: Csv, planned: Planned
) -> None:
    book.apply(planned(csv_table("Email,NPS score,Comment,Date\na@oak.example,9,good,2026-05-01"), book))
    text = (
        "Email,NPS score,Comment,Date,Company\na@oak.example,9,good,2026-05-01,Oak\na@oak.example,8,good,2026-05-01,Oak"
    )
    told = planned(csv_table(text), book)
    assert verdicts(told) == [Verdict.CHANGED, Verdict.NEW]
    book.apply(told)
    assert len(book.rows(Kind.CONTACT)) == 1
    assert [one["score"] for one in book.rows(Kind.ANSWER)] == [9, 8]


def test_names_listed_in_one_cell_are_people(book: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    book.apply(
        planned(
            csv_table(
                'Name,Status,Owner,MRR,Contacts\nA,Active,Al,$1,"Bo (https://x.example/1), Cy (https://x.example/2)"'
            ),
            book,
        )
    )
    assert [row["name"] for row in book.rows(Kind.CONTACT)] == ["Bo", "Cy"]


def test_a_ticket_finds_its_account_by_the_person(held: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    held.apply(planned(csv_table("Full name,Email,Company,Job title\nBo,bo@acme.example,Acme Inc,CEO"), held))
    tickets = csv_table(
        "Ticket ID,Subject,Status,Priority,Created,Requester email\n1,x,open,high,2026-01-01 10:00,bo@acme.example\n"
        "2,y,open,high,2026-01-01 10:00,new@acme.example\n3,z,open,high,2026-01-01 10:00,who@gmail.com"
    )
    plan = planned(tickets, held)
    acme = held.rows(Kind.ACCOUNT)[3]["id"]
    assert [d.values.get("account_id") for d in plan.drafts if d.kind is Kind.TICKET] == [acme, acme, None]


def test_use_of_nobody_known_is_refused(book: MemoryBook, csv_table: Csv, planned: Planned) -> None:
    plan = planned(csv_table("date,email,feature,count\n2026-01-01,who@x.example,export,3"), book)
    assert verdicts(plan) == [Verdict.REFUSED]
    assert reasons(plan) == [Reason.UNKNOWN_ACCOUNT]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("会社名,担当,業種\nA社,佐藤,IT\nA社,鈴木,IT", Kind.PERSON, ["佐藤"]),
        ("日付,会社名,担当,内容\n2026/5/7,A社,佐藤,x\n2026/5/8,,鈴木,x\n五月,B社,高橋,x", Kind.PERSON, ["佐藤"]),
        ("契約ID,会社名,商品,月額,開始日\n1,A社,基本,10,2024/1/1\n1,A社,拡張,20,2024/2/1", Kind.PRODUCT, ["基本"]),
    ],
)
def test_whom_only_a_row_not_taken_names_is_not_added(
    text: str, kind: Kind, wanted: list[str], csv_table: Csv, planned: Planned
) -> None:
    plan = planned(csv_table(text))
    assert {Verdict.CONFLICT, Verdict.REFUSED} & set(verdicts(plan))
    assert [draft.values["name"] for draft in plan.drafts if draft.kind is kind] == wanted
