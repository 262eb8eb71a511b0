"""What stands between two cells."""

from random import Random

from tests.intake_pollution.clean import ENGLISH, Clean, clean
from tests.intake_pollution.polluted import Polluted, kind, polluted
from tests.intake_pollution.writing import with_texts, written


def _simple(dice: Random, separator: str) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows, separator), rows)


@kind
def commas(dice: Random) -> Polluted:
    return _simple(dice, ",")


@kind
def semicolons(dice: Random) -> Polluted:
    return _simple(dice, ";")


@kind
def tabs(dice: Random) -> Polluted:
    return _simple(dice, "\t")


@kind
def bars(dice: Random) -> Polluted:
    return _simple(dice, "|")


@kind
def colons(dice: Random) -> Polluted:
    return _simple(dice, ":")


@kind
def carets(dice: Random) -> Polluted:
    return _simple(dice, "^")


@kind
def tildes(dice: Random) -> Polluted:
    return _simple(dice, "~")


@kind
def double_bars(dice: Random) -> Polluted:
    return _simple(dice, "||")


@kind
def double_colons(dice: Random) -> Polluted:
    return _simple(dice, "::")


@kind
def double_semicolons(dice: Random) -> Polluted:
    return _simple(dice, ";;")


@kind
def comma_and_space(dice: Random) -> Polluted:
    return _simple(dice, ", ")


@kind
def comma_and_space_before_quotes(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "late, but paid", "new office, two floors")
    return polluted(written(rows, ", "), rows)


@kind
def bars_with_spaces(dice: Random) -> Polluted:
    return _simple(dice, " | ")


@kind
def bars_at_both_edges(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted("".join(f"| {' | '.join(row)} |\n" for row in rows), rows)


@kind
def drawn_with_a_rule(dice: Random) -> Polluted:
    """As a database's shell prints a table."""
    rows = clean(dice, ENGLISH)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    rule = "-+-".join("-" * width for width in widths)
    return polluted("\n".join([lines[0], rule, *lines[1:], ""]), rows, beside=[rule.replace("+", "")])


@kind
def space_runs(dice: Random) -> Polluted:
    """Columns lined up with at least two spaces."""
    rows = clean(dice, ENGLISH)
    return polluted(_lined_up(rows), rows)


def _lined_up(rows: Clean) -> str:
    widths = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    lines = ("".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join([*lines, ""])


@kind
def single_spaces(dice: Random) -> Polluted:
    rows = [[cell.replace(" ", "_") for cell in row] for row in clean(dice, ENGLISH)]
    return polluted(written(rows, " "), rows)


@kind
def semicolons_and_decimal_commas(dice: Random) -> Polluted:
    rows = clean(dice)
    rows = [[*rows[0], "Hours"], *([*row, f"{dice.randint(1, 99)},{dice.randint(0, 9)}"] for row in rows[1:])]
    return polluted(written(rows, ";"), rows)


@kind
def tabs_and_commas_in_texts(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "late, but paid", "one, two, three", "see page 4, 5")
    return polluted(written(rows, "\t"), rows)


@kind
def bars_and_thousands_commas(dice: Random) -> Polluted:
    rows = clean(dice)
    amounts = [f"{dice.randint(1_000, 9_999_999):,}" for _ in rows[1:]]
    rows = [[*rows[0], "Amount"], *([*row, amount] for row, amount in zip(rows[1:], amounts, strict=True))]
    return polluted(written(rows, "|"), rows)


@kind
def thousands_commas_between_commas(dice: Random) -> Polluted:
    """Quoted, as they must be."""
    rows = clean(dice)
    amounts = [f"{dice.randint(1_000, 9_999_999):,}" for _ in rows[1:]]
    rows = [[*rows[0], "Amount"], *([*row, amount] for row, amount in zip(rows[1:], amounts, strict=True))]
    return polluted(written(rows), rows)


@kind
def semicolons_inside_lists(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "red;blue;green", "blue;green", "red;green", heading="Tags")
    return polluted(written(rows), rows)


@kind
def told_separator(dice: Random) -> Polluted:
    """Excel's first line `sep=;`."""
    rows = clean(dice)
    separator = dice.choice(";|,\t")
    return polluted(f"sep={separator}\r\n" + written(rows, separator, end="\r\n"), rows)


@kind
def told_separator_in_quotes(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted('"sep=;"\n' + written(rows, ";"), rows)


@kind
def full_width_commas_in_texts(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "東京、大阪", "週次,月次", "第1・第3金曜")
    return polluted(written(rows), rows)
