"""Rows of unequal width, columns nobody needs, headings that are odd, and sizes that are."""

from random import Random

from tests.intake_pollution.clean import Clean, clean
from tests.intake_pollution.polluted import Polluted, kind, polluted
from tests.intake_pollution.writing import with_texts, written


def _sparse(dice: Random) -> Clean:
    """The last two columns are empty in many rows."""
    rows = clean(dice)
    rows = with_texts(dice, rows, "call back", "ok", heading="Memo")
    return with_texts(dice, rows, "A", "B", heading="Rank")


@kind
def short_rows(dice: Random) -> Polluted:
    """Empty cells at the end are left out, with their separators."""
    rows = _sparse(dice)
    return polluted("".join(written([row]).rstrip(",\n") + "\n" for row in rows), rows)


@kind
def short_headings(dice: Random) -> Polluted:
    """The last columns have no heading."""
    rows = with_texts(dice, clean(dice), "x", "y", heading="")
    return polluted(written([rows[0][:-1], *rows[1:]]), rows)


@kind
def long_rows(dice: Random) -> Polluted:
    """A few rows hold one cell more than there are headings."""
    rows = clean(dice)
    longer = dice.sample(range(1, len(rows)), 2)
    rows = [[*row, "extra"] if at in longer else [*row, ""] for at, row in enumerate(rows)]
    return polluted("".join(written([row if row[-1] else row[:-1]]) for row in rows), rows)


@kind
def a_separator_behind_each_row(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows, end=",\n"), rows)


@kind
def a_separator_behind_each_row_but_the_headings(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows[:1]) + written(rows[1:], end=",\n"), rows)


@kind
def a_separator_before_each_row(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted("".join("," + written([row]) for row in rows), rows)


@kind
def many_separators_behind_each_row(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows, end="," * 30 + "\n"), rows)


@kind
def empty_columns_between(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written([row[0], "", row[1], "", "", *row[2:]] for row in rows), rows)


@kind
def headings_over_nothing(dice: Random) -> Polluted:
    rows = [[*row, ""] for row in clean(dice)]
    rows[0][-1] = "Comment"
    return polluted(written(rows), rows)


@kind
def equal_headings(dice: Random) -> Polluted:
    rows = clean(dice)
    rows = [[*rows[0], rows[0][1]], *([*row, row[1][::-1]] for row in rows[1:])]
    return polluted(written(rows), rows)


@kind
def headings_of_two_rows(dice: Random) -> Polluted:
    """Groups above their parts."""
    rows = clean(dice)
    rows = [[*row, *(str(dice.randint(10, 99)) for _ in range(4))] for row in rows]
    groups = [*rows[0][:-4], "2024", "", "2025", ""]
    parts = [*[""] * (len(rows[0]) - 4), "Q1", "Q2", "Q1", "Q2"]
    joined = [*rows[0][:-4], "2024 Q1", "2024 Q2", "2025 Q1", "2025 Q2"]
    return polluted(written([groups, parts, *rows[1:]]), [joined, *rows[1:]])


@kind
def no_headings(dice: Random) -> Polluted:
    """Nothing but values: no row is taken for headings."""
    rows = clean(dice)
    return polluted(written(rows[1:]), [[""] * len(rows[0]), *rows[1:]])


@kind
def one_row(dice: Random) -> Polluted:
    rows = clean(dice)[:2]
    return polluted(written(rows, dice.choice(",;\t|")), rows)


@kind
def one_column(dice: Random) -> Polluted:
    rows = [[row[1]] for row in clean(dice)]
    return polluted(written(rows), rows)


@kind
def two_columns(dice: Random) -> Polluted:
    rows = [row[1:3] for row in clean(dice)]
    return polluted(written(rows, dice.choice(",;\t|")), rows)


@kind
def many_columns(dice: Random) -> Polluted:
    rows = clean(dice)
    heads = [f"Measure {n}" for n in range(400)]
    rows = [rows[0] + heads, *([*row, *(str(dice.randint(0, 99)) for _ in heads)] for row in rows[1:])]
    return polluted(written(rows), rows)


@kind
def many_rows(dice: Random) -> Polluted:
    rows = clean(dice)
    longer = [[*row[:-1], f"{row[-1]}"] for _ in range(200) for row in rows[1:]]
    return polluted(written([rows[0], *longer]), [rows[0], *longer])


@kind
def a_huge_cell(dice: Random) -> Polluted:
    """Beyond the limit of Python's own reader, or of a buffer."""
    rows = with_texts(dice, clean(dice), "word " * 6_000 + "end")
    return polluted(written(rows), rows)


@kind
def late_long_texts(dice: Random) -> Polluted:
    """Short cells in the part that is looked at for evidence, and unlike ones behind."""
    rows = with_texts(dice, clean(dice), "ok", "good")
    many = [rows[0], *(row for _ in range(120) for row in rows[1:])]
    many += [[*row[:-1], 'said "no, thanks"; call | later\nthen again'] for row in rows[1:]]
    return polluted(written(many), many)
