"""What stands around a cell, and how the same character comes to stand inside."""

from random import Random

from tests.intake_pollution.clean import clean
from tests.intake_pollution.polluted import Polluted, kind, polluted
from tests.intake_pollution.writing import with_texts, written

_SAID = ('said "yes" at once', 'the "gold" plan', '"maybe", then no')


@kind
def all_quoted(dice: Random) -> Polluted:
    rows = clean(dice)
    return polluted(written(rows, all_quoted=True), rows)


@kind
def doubled_quotes(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), *_SAID)
    return polluted(written(rows), rows)


@kind
def escaped_quotes(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), *_SAID)
    return polluted(written(rows, escape="\\"), rows)


@kind
def escaped_quotes_all_quoted(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), *_SAID)
    return polluted(written(rows, escape="\\", all_quoted=True), rows)


@kind
def escaped_separators(dice: Random) -> Polluted:
    """A backslash before a comma in cells without quotes."""
    rows = with_texts(dice, clean(dice), "late, but paid", "one, two, three")
    return polluted("".join(",".join(cell.replace(",", "\\,") for cell in row) + "\n" for row in rows), rows)


@kind
def backslashes_that_escape_nothing(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), r"C:\files\new", "a\\b, c", heading="Folder")
    return polluted(written(rows), rows)


@kind
def backslash_before_the_closing_quote(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "C:\\files\\", "D:\\data\\", heading="Folder")
    return polluted(written(rows, all_quoted=True), rows)


@kind
def single_quotes(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "late, but paid", "one, two, three")
    return polluted(written(rows, quote="'", all_quoted=True), rows)


@kind
def single_quotes_where_needed(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "late, but paid", "one, two, three")
    return polluted(written(rows, ";" if dice.random() < 0.5 else ",", quote="'"), rows)


@kind
def single_quotes_doubled(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "it's late, again", "don't call", heading="Memo")
    return polluted(written(rows, quote="'", all_quoted=True), rows)


@kind
def apostrophes_in_texts(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "it's late", "don't call", "O'Example's office")
    return polluted(written(rows), rows)


@kind
def inches_in_plain_cells(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), '24" screen', 'wants 5" and 7"', heading="Screen")
    return polluted("".join(",".join(row) + "\n" for row in rows), rows)


@kind
def quotes_in_the_middle_of_plain_cells(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), 'the "gold" plan', 'aka "north" site')
    return polluted("".join(",".join(row) + "\n" for row in rows), rows)


@kind
def quotes_not_doubled_in_quoted_cells(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), 'the "gold" plan', 'aka "north" site')
    return polluted("".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows), rows)


@kind
def text_behind_the_closing_quote(dice: Random) -> Polluted:
    """A nickname in quotes at the start of a plain cell."""
    rows = with_texts(dice, clean(dice), '"gold" plan', '"north" site')
    return polluted("".join(",".join(row) + "\n" for row in rows), rows)


@kind
def unclosed_quote(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), '"never closed')
    place = next(at for at, row in enumerate(rows) if row[-1])
    rows = [row if at == place or not at else [*row[:-1], ""] for at, row in enumerate(rows)]
    return polluted("".join(",".join(row) + "\n" for row in rows), rows)


@kind
def unclosed_quotes_far_apart(dice: Random) -> Polluted:
    rows = clean(dice)
    rows = [[*rows[0], "Memo", "Done"], *([*row, "", "1"] for row in rows[1:])]
    rows[1][-2], rows[-1][-2] = '"never closed', '"nor this one'
    return polluted("".join(",".join(row) + "\n" for row in rows), rows)


@kind
def line_breaks_in_quotes(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "first line\nsecond line", "one\n\ntwo", "ends with\n- a list\n- of two")
    return polluted(written(rows), rows)


@kind
def line_breaks_in_quotes_after_crlf(dice: Random) -> Polluted:
    """Excel writes LF inside cells and CRLF between rows."""
    rows = with_texts(dice, clean(dice), "first line\nsecond line", "one\n\ntwo")
    return polluted(written(rows, end="\r\n"), rows)


@kind
def line_breaks_in_headings(dice: Random) -> Polluted:
    rows = clean(dice)
    rows[0][-1] = f"{rows[0][-1]}\n(planned)"
    return polluted(written(rows, all_quoted=True), rows)


@kind
def typographic_quotes(dice: Random) -> Polluted:
    """They are ordinary characters."""
    rows = with_texts(dice, clean(dice), "the “gold” plan", "「北」拠点")
    return polluted(written(rows), rows)


@kind
def quoted_empty_cells(dice: Random) -> Polluted:
    rows = with_texts(dice, clean(dice), "ok", "good")
    text = written(rows).replace(",\n", ',""\n')
    return polluted(text, rows)


@kind
def whole_lines_in_quotes(dice: Random) -> Polluted:
    """Each line went through a writer twice."""
    rows = with_texts(dice, clean(dice), "late, but paid")
    lines = written(rows).splitlines()
    return polluted("".join('"' + line.replace('"', '""') + '"\n' for line in lines), rows)
