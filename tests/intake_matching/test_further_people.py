"""Several people of a customer in one row: each becomes a contact, with the address and the role that are his."""

from collections.abc import Callable

import pytest

from csdesk.intake.shapes import FoundTable, MatchedTable, Plan, Verdict
from csdesk.models.kinds import Kind
from tests.intake_matching.conftest import MemoryBook

Csv = Callable[..., FoundTable]
Match = Callable[..., MatchedTable]
Planning = Callable[..., Plan]

_ROWS = {
    "Contact,Email,Contact 2,Email": "Jo,jo@a.example,Pat,pat@a.example",
    "Main contact,Contact email,Billing contact,Billing contact email": "Jo,jo@a.example,Pat,pat@a.example",
    "Contact 1,Contact 1 email,Contact 2,Contact 2 email": "Jo,jo@a.example,Pat,pat@a.example",
    "Contact,Contact email,Exec sponsor,Exec sponsor's e-mail": "Jo,jo@a.example,Pat,pat@a.example",
    "先方担当者,メール,担当者2,メール2": "見本,jo@a.example,例示,pat@a.example",
    "先方担当者,先方メール,請求先担当者,請求先担当者メール": "見本,jo@a.example,例示,pat@a.example",
    "先方担当者名,メールアドレス,決裁者名,決裁者メールアドレス": "見本,jo@a.example,例示,pat@a.example",
    "窓口,窓口メール,経営層窓口,経営層窓口メール": "見本,jo@a.example,例示,pat@a.example",
}


def people(plan: Plan) -> list[tuple[object, ...]]:
    rows = [draft.values for draft in plan.drafts if draft.kind is Kind.CONTACT]
    return [(row["name"], row.get("email"), row.get("title")) for row in rows]


@pytest.mark.parametrize("headings", _ROWS)
def test_each_person_has_his_own_address(headings: str, csv_table: Csv, planned: Planning) -> None:
    names = _ROWS[headings].split(",")[::2]
    plan = planned(csv_table(f"Company,CSM,{headings},MRR,Start\nA Ltd,Kim,{_ROWS[headings]},500,2024-01-01"))
    assert [one[:2] for one in people(plan)] == [(names[0], "jo@a.example"), (names[1], "pat@a.example")]


def test_an_address_without_a_word_is_the_first_persons(csv_table: Csv, match: Match) -> None:
    text = "Customer,Primary contact,Contact 2,Email,Phone,MRR\nA Ltd,Jo,Pat,jo@a.example,+1 555 0100,500"
    fields = {one.column.heading: one.field for one in match(csv_table(text)).columns}
    assert fields["Email"] == "contact.email"
    assert fields["Contact 2"] == "contact.name@Contact 2"


@pytest.mark.parametrize(
    ("heading", "flags"),
    [
        ("Exec sponsor", (None, True)),
        ("Decision maker", (True, None)),
        ("Billing contact", (None, None)),
        ("決裁者", (True, None)),
        ("先方役員", (None, True)),
    ],
)
def test_the_column_says_what_a_person_is(
    heading: str, flags: tuple[bool | None, ...], csv_table: Csv, planned: Planning
) -> None:
    plan = planned(csv_table(f"Company,CSM,Primary contact,{heading},MRR,Start\nA Ltd,Kim,Jo,Pat,500,2024-01-01"))
    pat = next(d.values for d in plan.drafts if d.kind is Kind.CONTACT and d.values["name"] == "Pat")
    assert (pat.get("decision_maker"), pat.get("executive")) == flags
    assert pat["title"] == heading


@pytest.mark.parametrize(
    ("text", "field"),
    [
        # Yes and no are a mark of the person, and figures nobody's name.
        ("Company,Contact,Decision maker,MRR\nA Ltd,Jo,yes,500\nB Ltd,Al,no,300", "contact.decision_maker"),
        ("Company,Contact,Contact 2,MRR\nA Ltd,Jo,12,500\nB Ltd,Al,14,300", ""),
        ("Company,Champion,MRR\nA Ltd,Jo,500\nB Ltd,Al,300", "contact.name"),
        ("Company,Contact,AP contact,MRR\nA,Jo,ap@a.example,5\nB,Al,ap@b.example,3", "contact.email@AP contact"),
        ("会社名,担当者,決裁者メール,月額\nA社,例,a@a.example,5\nB社,見本,b@b.example,3", "contact.email@決裁者"),
        ("Company,Contact,Contact 2,Contact 2 phone,MRR\nA,Jo,Pat,n/a?,5\nB,Al,Pit,later,3", ""),
    ],
)  # fmt: skip
def test_values_bear_a_heading_out(text: str, field: str, csv_table: Csv, match: Match) -> None:
    column = text.partition("\n")[0].split(",")[-2]
    assert next(one.field for one in match(csv_table(text)).columns if one.column.heading == column) == field


def test_the_same_sheet_again_changes_nothing(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    text = (
        "会社名,CS担当,先方担当者,請求先担当者,決裁者,決裁者役職,月額,契約開始日\n"
        "株式会社甲,見本,例示 花子,例示 花子,標本 次郎,部長,10000,2024/4/1\n"
        "株式会社乙,見本,雛形 一,,,,20000,2024/5/1"
    )
    plan = planned(csv_table(text))
    assert people(plan) == [
        ("例示 花子", None, "請求先担当者"),
        ("標本 次郎", None, "部長"),
        ("雛形 一", None, None),
    ]
    book.apply(plan)
    again = planned(csv_table(text), book)
    assert again.drafts == ()
    assert again.tables[0].count(Verdict.SAME) == 2
    # Whose title is known keeps it.
    moved = planned(csv_table(text.replace("請求先担当者", "経理窓口")), book)
    assert moved.drafts == ()


def test_whose_account_is_asked_about_has_no_people_yet(csv_table: Csv, planned: Planning, book: MemoryBook) -> None:
    book.apply(planned(csv_table("Company,Owner\nA Ltd,Kim\nA Ltd,Kim")))
    plan = planned(csv_table("Company,Contact,Contact 2,Email\n,,Pat,"), book)
    assert people(plan) == []
