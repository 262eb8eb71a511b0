"""How lines end, and which of them are blank."""

from random import Random

from tests.intake_pollution.clean import clean
from tests.intake_pollution.polluted import Polluted, kind, polluted
from tests.intake_pollution.writing import with_texts, written


@kind
def ends_crlf(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows, end="\r\n"), rows)


@kind
def ends_cr(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows, end="\r"), rows)


@kind
def ends_cr_with_line_breaks_in_quotes(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "first line\nsecond line")
    return polluted(written(rows, end="\r"), rows)


@kind
def ends_mixed(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted("".join(written([row], end=dice.choice(("\n", "\r\n", "\r"))) for row in rows), rows)


@kind
def ends_cr_cr_lf(dice: Random) -> Polluted:
    """A program put a CR before each end that already had one."""
    rows = clean(dice)
    return polluted(written(rows, end="\r\r\n"), rows)


@kind
def ends_lf_cr(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows, end="\n\r"), rows)


@kind
def last_end_missing(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows).rstrip("\n"), rows)


@kind
def lone_cr_in_a_cell(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "first line\rsecond line")
    return polluted(written(rows), [[cell.replace("\r", "\n") for cell in row] for row in rows])


@kind
def line_separators_in_cells(dice: Random) -> Polluted:
    """Characters that some programs take for line ends (NEL, LS, vertical tab)."""
    rows = with_texts(dice, clean(dice), "one\u2028two", "one\x0btwo", "one\x85two")
    return polluted(written(rows), rows)


@kind
def control_z_at_the_end(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows) + "\x1a", rows)


@kind
def blank_lines_between_all(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows, end="\n\n"), rows)


@kind
def blank_lines_here_and_there(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted("".join(written([row]) + "\n" * dice.choice((0, 0, 0, 1, 2)) for row in rows), rows)


@kind
def blank_lines_first(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted("\n" * dice.randint(1, 5) + written(rows), rows)


@kind
def blank_lines_last(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows) + "\n" * dice.randint(2, 8), rows)


@kind
def lines_of_separators(dice: Random) -> Polluted:
    """As spreadsheets write blank rows."""
    rows = clean(dice)
    blank = "," * (len(rows[0]) - 1) + "\n"
    text = "".join(written([row]) + blank * dice.choice((0, 0, 0, 1)) for row in rows)
    return polluted(text + blank * dice.randint(1, 20), rows)


@kind
def lines_of_spaces(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted("".join(written([row]) + dice.choice(("", "", "   \n")) for row in rows), rows)


@kind
def a_rule_below_the_headings(dice: Random) -> Polluted:
    rows = clean(dice)
    rule = ",".join("-" * len(cell) for cell in rows[0])
    text = written(rows[:1]) + rule + "\n" + written(rows[1:])
    return polluted(text, rows, beside=[rule.replace(",", "")])
