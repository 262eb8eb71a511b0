"""Names folded for candidates: what may be one company, and what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.intake.folding import digits_of, fold_id, fold_name, fold_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社みどり書房", "みどり書房株式会社"),
        ("㈱みどり書房", "（株）みどり書房"),
        ("株式会社みどり書房", "みどり書房"),
        ("カブシキガイシャ・ラピス", "株式会社ラピス"),
        ("有限会社　やまびこ運送", "(有)やまびこ運送"),
        ("株式会社ＸＹＺ物産", "株式会社XYZ物産"),
        ("株式会社髙島﨑商店", "株式会社高島崎商店"),
        ("ﾐﾄﾞﾘ書房", "みどり書房"),
        ("Acme, Inc.", "ACME Inc"),
        ("Acme Inc", "Acme"),
        ("Ünal Textil GmbH", "Unal Textil GmbH"),
        ("Pebble & Finch", "Pebble and Finch"),
        ("Quill-feather Ltd", "Quillfeather Limited"),
        ("サンプル・ホールディングス株式会社", "サンプルホールディングス"),
    ],
)
def test_may_be_one_company(one: str, other: str) -> None:
    assert fold_name(one).may_be(fold_name(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社みどり", "有限会社みどり"),
        ("Acme Inc", "Acme Ltd"),
        ("Acme GmbH", "Acme AG"),
        ("Account 1", "Account 11"),
        ("第一工業", "第二工業"),
        ("一般社団法人ほし", "医療法人ほし"),
        ("Acme", "Acne"),
    ],
)
def test_is_never_one_company(one: str, other: str) -> None:
    assert not fold_name(one).may_be(fold_name(other))


@pytest.mark.parametrize("name", ["Texaco", "Cisco", "Co", "Inc", "Oslo", "AB", "KK"])
def test_a_name_is_not_eaten_by_its_ending(name: str) -> None:
    assert fold_name(name).base == name.casefold()
    assert fold_name(name).form == ""


def test_ids_keep_case_and_zeros() -> None:
    assert fold_id(" Ｅ０６ ") == "E06"
    assert fold_id("007") != fold_id("7")
    assert fold_id("a1") != fold_id("A1")


def test_people_by_name_without_spaces_and_honorifics() -> None:
    assert fold_person("架空　一郎 様") == fold_person("架空一郎")
    assert fold_person("Alda FENWICK") == fold_person("alda fenwick")


@given(st.text(max_size=30))
def test_folding_is_stable_and_keeps_digits(name: str) -> None:
    folded = fold_name(name)
    assert folded == fold_name(name)
    assert folded.may_be(folded)
    assert set(digits_of(folded.base)) <= set(digits_of(name))
