"""The command line calls groups as the window does; JSON keeps their keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
MONTH = ("--from", "2024-03", "--to", "2024-03")
DAY = ("--as-of", "2024-04-18")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from csdesk import cli

    path = tmp_path_factory.mktemp("groups") / "demo.csdesk"
    assert cli.run(["demo", str(path)]) == 0
    return path


@pytest.mark.parametrize(
    ("language", "good", "unknown"), [("en", "Good fit", "(not known)"), ("ja", "適合", "（不明）")]
)
def test_groups_are_told_in_words(command: Command, book: Path, language: str, good: str, unknown: str) -> None:
    split = (*DAY, "--by", "fit", "--lang", language)
    for words in (
        ("metrics", book, "--metric", "mrr", *MONTH),
        ("cohorts", book, "--kind", "logo"),
        ("survival", book),
    ):
        status, said = command(*words, *split)
        assert (status, good in said, unknown in said) == (0, True, True), said[:600]


def test_json_keeps_the_keys_of_groups(command: Command, book: Path) -> None:
    _, found = command("metrics", book, "--metric", "mrr", *MONTH, *DAY, "--by", "tier", "--json")
    assert {record["group"] for record in found} == {"high", "low", "tech"}
    assert {record["dimension"] for record in found} == {"tier"}


def test_figures_of_all_have_no_group(command: Command, book: Path) -> None:
    _, said = command("metrics", book, "--metric", "mrr", *MONTH, *DAY, "--lang", "en")
    assert "(" not in said.splitlines()[1]
