"""The field dictionary in the documentation is the one in the code."""

from pathlib import Path
from typing import Any

from csdesk import cli
from csdesk.intake.fields import FIELDS
from csdesk.intake.shapes import TableKind
from csdesk.intake.vocabulary.entry import ValueType
from csdesk.models.kinds import Language
from csdesk.usecases.dictionary import as_markdown, as_table, field_dictionary
from csdesk.usecases.import_fields import _FOR_PROGRAMS
from csdesk.wording.dictionary import GROUPS, VALUE_TYPES

PAGE = Path(__file__).parents[2] / "docs" / "fields.md"


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == as_markdown(), "csdesk fields --markdown > docs/fields.md"


def test_every_field_that_a_column_can_be_taken_for_is_told() -> None:
    told = {one.id for one in field_dictionary()}
    assert {field for field in FIELDS if field.partition(".")[0] not in _FOR_PROGRAMS | {"answer"}} == told
    assert {one.group for one in field_dictionary()} == {*GROUPS}


def test_a_field_is_told_with_its_names_what_it_holds_and_its_headings() -> None:
    (line,) = (line for line in as_markdown().splitlines() if line.startswith("| `contract.mrr` |"))
    for word in ("MRR（月額）", "money", "月額", "monthly recurring revenue"):
        assert word in line
    kinds = as_markdown().partition("## Accounts")[0]
    assert all(f"`{kind}`" in kinds for kind in TableKind if kind is not TableKind.UNKNOWN)


def test_what_a_field_holds_has_words() -> None:
    assert {*VALUE_TYPES} == {*ValueType}


def test_the_command_prints_the_dictionary_in_both_languages(capsys: Any) -> None:
    assert cli.run(["fields", "--lang", "ja"]) == 0
    printed = capsys.readouterr().out
    assert "contract.mrr" in printed
    assert "MRR（月額）" in printed
    assert cli.run(["fields", "--markdown"]) == 0
    assert capsys.readouterr().out == as_markdown()
    for language in Language:
        headings, rows = as_table(language)
        assert {len(row) for row in rows} == {len(headings)}
