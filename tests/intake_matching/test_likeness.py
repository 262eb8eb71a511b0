"""Which accounts may be one: by number, ID, name, domain, or nearly by name; never more than a proposal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from csdesk.intake.folding import digits_of
from csdesk.intake.likeness import Alike, Identity, Likeness, alike
from csdesk.intake.near_names import near_names

ONE, OTHER = "1234567890123", "9876543210987"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (Identity(1, ("A",), ONE), Identity(2, ("B",), "1-2345-6789-0123"), Likeness.NUMBER),
        (Identity(1, ("A",), external_id="C-1"), Identity(2, ("B",), external_id="Ｃ-1"), Likeness.ID),
        (Identity(1, ("株式会社見本商事",)), Identity(2, ("見本商事 ㈱",)), Likeness.NAME),
        (Identity(1, ("見本商事",)), Identity(2, ("別名", "ミホン", "見本商事")), Likeness.NAME),
        (Identity(1, ("Sample Works",)), Identity(2, ("SAMPLE WORKS Inc.",)), Likeness.NAME),
        (
            Identity(1, ("A",), domain="sample.example"),
            Identity(2, ("B",), domain="www.Sample.example"),
            Likeness.DOMAIN,
        ),
        (Identity(1, ("Sample Logistics",)), Identity(2, ("Sample Logistcs",)), Likeness.NEARLY),
        (Identity(1, ("Sample Logistics",), ONE), Identity(2, ("Sample Logistics",), OTHER), None),
        (Identity(1, ("株式会社見本商事",)), Identity(2, ("合同会社見本商事",)), None),
        (Identity(1, ("Sample Logistics 1",)), Identity(2, ("Sample Logistics 2",)), None),
        (Identity(1, ("Able",)), Identity(2, ("Ablé s",)), None),
        (Identity(1, ("A",), domain="gmail.com"), Identity(2, ("B",), domain="gmail.com"), None),
        (Identity(1, ("A",)), Identity(2, ("B",)), None),
    ],
)
def test_what_makes_two_accounts_alike(one: Identity, other: Identity, why: Likeness | None) -> None:
    assert alike([one, other]) == ((Alike(1, 2, why),) if why else ())


def test_the_surest_sign_is_told_and_the_elder_stands_first() -> None:
    twins = [Identity(9, ("Sample Works",), ONE), Identity(3, ("Sample Works",), ONE, domain="s.example")]
    assert alike(twins) == (Alike(9, 3, Likeness.NUMBER),)


def test_a_domain_of_many_tells_nothing() -> None:
    assert alike([Identity(number, (letter,), domain="group.example") for number, letter in enumerate("ABCD")]) == ()


names = st.lists(st.text("abcdé会社12", min_size=1, max_size=9), max_size=12)


@given(names, names, st.sampled_from([60.0, 90.0, 95.0]))
def test_near_names_are_all_of_those_that_begin_or_end_alike(one: list[str], more: list[str], least: float) -> None:
    def begins_or_ends(name: str, other: str) -> bool:
        return name[:2] == other[:2] or name[-2:] == other[-2:]

    found, among = near_names(one, [*one, *more], least), dict.fromkeys([*one, *more])
    for name in one:
        expected = {
            other
            for other in among
            if other != name and min(len(name), len(other)) >= 5 and begins_or_ends(name, other)
            and digits_of(name) == digits_of(other) and fuzz.ratio(name, other) >= least
        }  # fmt: skip
        assert set(found.get(name, ())) == expected
        scores = [fuzz.ratio(name, other) for other in found.get(name, ())]
        assert scores == sorted(scores, reverse=True)


def test_where_very_many_begin_and_end_alike_likeness_tells_nothing() -> None:
    letters = [chr(ord("a") + at) for at in range(21)]
    many = [f"sample {one}{other} works" for one in letters for other in letters]
    assert near_names(many[:400], many[:400], 90)
    assert near_names(many, many, 90) == {}
