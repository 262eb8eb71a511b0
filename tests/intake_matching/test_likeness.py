"""Which accounts may be one: by number, ID, name, domain, or nearly by name; never more than a proposal."""

import pytest

from csdesk.intake.likeness import Alike, Identity, Likeness, alike

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
