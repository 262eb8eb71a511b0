"""Characters that programs put in cells or around them."""

from random import Random

from tests.intake_pollution.clean import clean
from tests.intake_pollution.polluted import Polluted, kind, polluted
from tests.intake_pollution.writing import with_texts, written


@kind
def nul_bytes(dice: Random) -> Polluted:
    """Fixed fields of a database, filled up with NUL."""
    rows = clean(dice)
    padded = [[cell + "\0" * dice.randint(0, 2) for cell in row] for row in rows]
    return polluted(written(padded), rows)


@kind
def nul_bytes_at_the_end(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows) + "\0" * dice.randint(1, 600), rows)


@kind
def excel_text_marks(dice: Random) -> Polluted:
    """="0012" keeps Excel from making a number of it."""
    rows = clean(dice)
    marked = [rows[0], *([f'="{row[0]}"', *row[1:]] for row in rows[1:])]
    return polluted("".join(",".join(row) + "\n" for row in marked), rows)


@kind
def excel_text_marks_in_quotes(dice: Random) -> Polluted:
    rows = clean(dice)
    marked = [rows[0], *([f'="{row[0]}"', *row[1:]] for row in rows[1:])]
    return polluted(written(marked), rows)


@kind
def excel_text_marks_everywhere(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted("".join(",".join(f'="{cell}"' for cell in row) + "\n" for row in rows), rows)


@kind
def apostrophes_before_signs(dice: Random) -> Polluted:
    """A writer that keeps spreadsheets from taking texts for formulas."""
    rows = with_texts(dice, clean(dice), "=1+1", "-later", "@home")
    safe = [[f"'{cell}" if cell[:1] in {"=", "-", "@"} and cell[1:] else cell for cell in row] for row in rows]
    return polluted(written(safe), rows)


@kind
def tabs_before_cells(dice: Random) -> Polluted:
    """Many web systems write a tab before numbers, so that Excel keeps them as they are."""
    rows = clean(dice)
    return polluted(written([rows[0], *(["\t" + row[0], *row[1:]] for row in rows[1:])]), rows)


@kind
def leading_spaces(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted("".join(",".join(" " * dice.randint(0, 4) + cell for cell in row) + "\n" for row in rows), rows)


@kind
def trailing_spaces(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted("".join(",".join(cell + " " * dice.randint(0, 4) for cell in row) + "\n" for row in rows), rows)


@kind
def spaces_between_quotes_and_separators(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "late, but paid", "one, two")
    return polluted("".join(" , ".join(f'"{cell}"' for cell in row) + "\n" for row in rows), rows)


@kind
def full_width_spaces(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written([[f"\u3000{cell}\u3000" for cell in row] for row in rows]), rows)


@kind
def no_break_spaces(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written([[f"\xa0{cell}" for cell in row] for row in rows]), rows)


@kind
def spellings_of_nothing(dice: Random) -> Polluted:
    """NA and null are texts until somebody knows better."""
    rows = with_texts(dice, clean(dice), "NA", "null", "N/A", "None", "nan", heading="State")
    return polluted(written(rows), rows)


@kind
def long_numbers(dice: Random) -> Polluted:
    rows = clean(dice)
    numbers = [str(dice.randrange(10**18, 10**22)) for _ in rows[1:]]
    rows = [[*rows[0], "Number"], *([*row, number] for row, number in zip(rows[1:], numbers, strict=True))]
    return polluted(written(rows), rows)


@kind
def numbers_as_written(dice: Random) -> Polluted:
    """007, 1.50, +81 and 1e5 stay what they are."""
    rows = with_texts(dice, clean(dice), "007", "1.50", "+81", "1e5", heading="Code")
    return polluted(written(rows), rows)


@kind
def emoji_and_joined_characters(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "👍 fine", "カ\u3099ス会社", "e\u0301clair")
    return polluted(written(rows), rows)


@kind
def html_entities(dice: Random) -> Polluted:
    """They hold a semicolon each, and are no separators."""
    rows = with_texts(dice, clean(dice), "Salt &amp; Pepper", "a &lt; b", "R&amp;D")
    return polluted(written(rows), rows)


@kind
def record_and_unit_separators(dice: Random) -> Polluted:
    """The control characters that were made for it."""
    rows = clean(dice)
    return polluted(written(rows, "\x1f", end="\x1e"), rows)
