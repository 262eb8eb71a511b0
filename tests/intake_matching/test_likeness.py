"""Which accounts may be one: by number, ID, name, domain, or nearly by name; never more than a proposal."""

import pytest

from csdesk.intake.likeness import Alike, Likeness, Party, alike

ONE, OTHER = "1234567890123", "9876543210987"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (Party(1, ("A",), ONE), Party(2, ("B",), "1-2345-6789-0123"), Likeness.NUMBER),
        (Party(1, ("A",), external_id="C-1"), Party(2, ("B",), external_id="Ｃ-1"), Likeness.ID),
        (Party(1, ("株式会社見本商事",)), Party(2, ("見本商事 ㈱",)), Likeness.NAME),
        (Party(1, ("見本商事",)), Party(2, ("別名", "ミホン", "見本商事")), Likeness.NAME),
        (Party(1, ("Sample Works",)), Party(2, ("SAMPLE WORKS Inc.",)), Likeness.NAME),
        (Party(1, ("A",), domain="sample.example"), Party(2, ("B",), domain="www.Sample.example"), Likeness.DOMAIN),
        (Party(1, ("Sample Logistics",)), Party(2, ("Sample Logistcs",)), Likeness.NEARLY),
        (Party(1, ("Sample Logistics",), ONE), Party(2, ("Sample Logistics",), OTHER), None),
        (Party(1, ("株式会社見本商事",)), Party(2, ("合同会社見本商事",)), None),
        (Party(1, ("Sample Logistics 1",)), Party(2, ("Sample Logistics 2",)), None),
        (Party(1, ("Able",)), Party(2, ("Ablé s",)), None),
        (Party(1, ("A",), domain="gmail.com"), Party(2, ("B",), domain="gmail.com"), None),
        (Party(1, ("A",)), Party(2, ("B",)), None),
    ],
)
def test_what_makes_two_accounts_alike(one: Party, other: Party, why: Likeness | None) -> None:
    assert alike([one, other]) == ((Alike(1, 2, why),) if why else ())


def test_the_surest_sign_is_told_and_the_elder_stands_first() -> None:
    twins = [Party(9, ("Sample Works",), ONE), Party(3, ("Sample Works",), ONE, domain="s.example")]
    assert alike(twins) == (Alike(9, 3, Likeness.NUMBER),)


def test_a_domain_of_many_tells_nothing() -> None:
    assert alike([Party(number, (letter,), domain="group.example") for number, letter in enumerate("ABCD")]) == ()
