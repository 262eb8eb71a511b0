"""What stands above, between and below the rows of tables."""

from random import Random

from tests.intake_pollution.clean import ENGLISH, JAPANESE, Clean, clean, english_accounts, english_tickets
from tests.intake_pollution.polluted import Polluted, kind, polluted
from tests.intake_pollution.writing import with_texts, written


def _around(rows: Clean, above: list[str], below: list[str], *, filled_up: bool = False) -> Polluted:
    tail = "," * (len(rows[0]) - 1) if filled_up else ""

    def lines(texts: list[str]) -> str:
        return "".join(text + (tail if text else "") + "\n" for text in texts)

    return polluted(lines(above) + written(rows) + lines(below), rows, beside=[text for text in above + below if text])


@kind
def title(dice: Random) -> Polluted:
    return _around(clean(dice, ENGLISH), ["Customer list"], [])


@kind
def title_and_blank_line(dice: Random) -> Polluted:
    return _around(clean(dice, JAPANESE), ["顧客一覧", ""], [])


@kind
def title_filled_up_with_separators(dice: Random) -> Polluted:
    return _around(clean(dice, ENGLISH), ["Customer list", "Spring edition"], [], filled_up=True)


@kind
def title_with_a_comma(dice: Random) -> Polluted:
    rows = clean(dice, ENGLISH)
    text = '"Customers, as of spring"\n\n' + written(rows)
    return polluted(text, rows, beside=["Customers, as of spring"])


@kind
def long_preamble(dice: Random) -> Polluted:
    above = [
        *("Report: Customers", "Department: Success", "Period: 2024", "Currency: JPY", "Filter: none", ""),
        *("This list holds all customers that were active in the period.", "Please do not pass it on.", ""),
    ]
    return _around(clean(dice, ENGLISH), above, [])


@kind
def preamble_of_pairs(dice: Random) -> Polluted:
    rows = clean(dice, ENGLISH)
    pairs = [["Report", "Customers"], ["Made by", "Success team"], ["Period", "2024"]]
    return polluted(written(pairs) + "\n" + written(rows), rows, beside=["".join(pair) for pair in pairs])


@kind
def comments_above(dice: Random) -> Polluted:
    return _around(clean(dice), ["# customers", "# made for the spring review", "#"], [])


@kind
def comments_with_separators_above(dice: Random) -> Polluted:
    rows = clean(dice)
    above = ["# fields: id, name, plan, and more, all as text", "# source: billing, weekly"]
    text = "\n".join(above) + "\n" + written(rows)
    return polluted(text, rows, beside=[line.replace(",", "") for line in above])


@kind
def comments_between(dice: Random) -> Polluted:
    rows = clean(dice)
    place = dice.randrange(2, len(rows))
    text = written(rows[:place]) + "# from here on by hand\n" + written(rows[place:])
    return polluted(text, rows, beside=["# from here on by hand"])


@kind
def footer(dice: Random) -> Polluted:
    return _around(clean(dice, ENGLISH), [], ["", "Source: billing system", "Confidential"])


@kind
def footer_in_japanese(dice: Random) -> Polluted:
    return _around(clean(dice, JAPANESE), [], ["", "※金額は税抜です", "出典: 販売管理システム"])


@kind
def count_of_rows_below(dice: Random) -> Polluted:
    rows = clean(dice, ENGLISH)
    return _around(rows, [], [f"({len(rows) - 1} rows)"])


@kind
def total_below(dice: Random) -> Polluted:
    rows = english_accounts(dice, dice.randint(6, 30))
    total = ["Total", "", "", str(sum(int(row[3]) for row in rows[1:])), ""]
    return polluted(written([*rows, total]), rows, beside=["".join(total)])


@kind
def total_below_in_japanese(dice: Random) -> Polluted:
    rows = clean(dice, JAPANESE[:1])
    total = ["合計", "", "", str(sum(int(row[3]) for row in rows[1:])), ""]
    return polluted(written([*rows, total]), rows, beside=["".join(total)])


@kind
def repeated_headings(dice: Random) -> Polluted:
    """As when pages or months were put one below the other."""
    rows = clean(dice)
    place = dice.randrange(3, len(rows) - 1)
    return polluted(written([*rows[:place], rows[0], *rows[place:]]), rows, beside=["".join(rows[0])])


@kind
def headings_twice_on_top(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written([rows[0], *rows]), rows, beside=["".join(rows[0])])


@kind
def two_tables(dice: Random) -> Polluted:
    one, other = english_accounts(dice, dice.randint(5, 12)), english_tickets(dice, dice.randint(5, 12))
    return polluted(written(one) + "\n" + written(other), one, other)


@kind
def two_tables_with_titles(dice: Random) -> Polluted:
    one, other = english_accounts(dice, dice.randint(5, 12)), english_tickets(dice, dice.randint(5, 12))
    text = "Customers\n" + written(one) + "\n\nTickets\n" + written(other)
    return polluted(text, one, other, beside=["Customers", "Tickets"])


@kind
def two_tables_without_a_gap(dice: Random) -> Polluted:
    one, other = english_accounts(dice, dice.randint(5, 12)), english_tickets(dice, dice.randint(5, 12))
    return polluted(written(one) + written(other), one, other)


@kind
def two_tables_of_equal_width_without_a_gap(dice: Random) -> Polluted:
    one, other = clean(dice, JAPANESE[:1]), clean(dice, JAPANESE[1:])
    return polluted(written(one) + written(other), one, other)


@kind
def three_tables(dice: Random) -> Polluted:
    tables = [english_accounts(dice, 6), english_tickets(dice, 7), clean(dice, JAPANESE[1:])]
    return polluted("\n".join(map(written, tables)), *tables)


@kind
def two_tables_filled_up(dice: Random) -> Polluted:
    """A spreadsheet's two tables: every line as wide as the widest."""
    one, other = english_accounts(dice, dice.randint(5, 12)), english_tickets(dice, dice.randint(5, 12))
    lines = [*([*row, ""] for row in one), [""] * 6, *other]
    return polluted(written(lines), one, other)


@kind
def two_tables_of_two_separators(dice: Random) -> Polluted:
    """Two files put into one; a person sees that the second has its own separator."""
    one, other = english_accounts(dice, dice.randint(5, 12)), english_tickets(dice, dice.randint(5, 12))
    return polluted(written(one) + "\n" + written(other, ";"), one, other)


@kind
def table_and_small_legend(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice, ENGLISH), "A", "B", "C", heading="Rank")
    legend = ["A: large", "B: middle", "C: small"]
    return _around(rows, [], ["", "Legend:", *legend])


@kind
def code_fence(dice: Random) -> Polluted:
    """Copied from a chat or a wiki."""
    return _around(clean(dice), ["```csv"], ["```"])
