"""Texts that differ within an account are of its contract lines, not of the account, which can have but one."""

from datetime import date

import pytest

from csdesk.intake.matching import match_tables
from csdesk.intake.planning import plan
from csdesk.intake.reading import read_text
from csdesk.intake.shapes import MatchedTable, Plan
from csdesk.models.kinds import Kind, Language


def matched(text: str) -> MatchedTable:
    (table,) = match_tables(read_text(text, "lines.csv"), language=Language.EN, currency="USD")
    return table


def planned(text: str) -> Plan:
    return plan([matched(text)], {}, currency="USD", as_of=date(2026, 6, 30))


def fields(text: str) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched(text).columns}


def lines(*rows: tuple[str, str], heading: str = "Note") -> str:
    """Contract lines of accounts, each with a text."""
    told = [f"{account},C-{n},{100 + n},2025-0{1 + n}-01,{text}" for n, (account, text) in enumerate(rows)]
    return "\n".join([f"Account,Contract ID,MRR,Start date,{heading}", *told]) + "\n"


DIFFERENT = (
    ("Anvil", "by post"),
    ("Anvil", "by fax"),
    ("Bellows", "by hand"),
    ("Bellows", "by mail"),
    ("Crucible", ""),
)
ALIKE = (("Anvil", "by post"), ("Anvil", "by post"), ("Bellows", "by hand"), ("Bellows", "by hand"))


@pytest.mark.parametrize("heading", ["Note", "Notes", "備考"])
def test_notes_that_differ_within_an_account_are_of_the_contract(heading: str) -> None:
    text = lines(*DIFFERENT, heading=heading)
    assert fields(text)[heading] == "contract.notes"
    made = planned(text)
    assert not made.tables[0].problems
    notes = [one.values.get("notes") for one in made.drafts if one.kind is Kind.CONTRACT]
    assert notes == ["by post", "by fax", "by hand", "by mail", None]
    assert not any("notes" in one.values for one in made.drafts if one.kind is Kind.ACCOUNT)


def test_notes_that_are_the_same_on_every_line_are_of_the_account() -> None:
    text = lines(*ALIKE)
    assert fields(text)["Note"] == "account.notes"
    assert [one.values["notes"] for one in planned(text).drafts if one.kind is Kind.ACCOUNT] == ["by post", "by hand"]


def test_one_slip_is_told_rather_than_taken_for_many_texts() -> None:
    text = lines(*ALIKE, ("Anvil", "by fax"))
    assert fields(text)["Note"] == "account.notes"
    assert [problem.field for problem in planned(text).tables[0].problems] == ["account.notes"]


@pytest.mark.parametrize(
    ("heading", "field", "column"),
    [("Sales rep", "contract.sales_rep", "sales_rep"), ("Channel", "contract.channel", "channel")],
)
def test_what_a_contract_has_a_place_for_goes_there(heading: str, field: str, column: str) -> None:
    text = lines(*DIFFERENT, heading=heading)
    assert fields(text)[heading] == field
    assert next(one.values.get(column) for one in planned(text).drafts if one.kind is Kind.CONTRACT) == "by post"


def test_other_facts_become_columns_of_the_team_s_own_contracts() -> None:
    text = lines(
        ("Anvil", "Retail"), ("Anvil", "Mining"), ("Bellows", "Retail"), ("Bellows", "Rail"), heading="Industry"
    )
    assert fields(text)["Industry"] == ""
    customs = [dict(one.custom) for one in planned(text).drafts if one.kind is Kind.CONTRACT]
    assert customs == [{"Industry": word} for word in ("Retail", "Mining", "Retail", "Rail")]


def test_a_list_of_accounts_keeps_its_notes() -> None:
    rows = "".join(f"Account {n},Retail,{n}@example.com,note {n}\n" for n in range(8))
    assert fields(f"Account,Industry,Email,Note\n{rows}")["Note"] == "account.notes"
