"""Every word in a widget has its Japanese, and the compiled file holds what the source file says."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

Message: TypeAlias = tuple[str, str, str]
TOOL = "import sys; from PySide6.scripts.pyside_tool import {0}; sys.exit({0}())"


def messages(path: Path) -> Iterator[tuple[Message, ET.Element]]:
    """Context, source text and disambiguation of each message, and its translation."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            translation = message.find("translation")
            assert translation is not None
            yield key, translation


def is_finished(translation: ET.Element) -> bool:
    """Whether it is there, in every number it needs, and nobody marked it otherwise."""
    forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
    return "type" not in translation.attrib and all(text and text.strip() for text in forms)


@pytest.fixture(scope="module")
def japanese(top: Path) -> Path:
    return top / "resources" / "i18n" / "csdesk_ja.ts"


def test_every_widget_word_is_translated(
    top: Path, japanese: Path, modules: dict[str, Path], run_python: Callable[..., str], tmp_path: Path
) -> None:
    fresh = tmp_path / "csdesk_ja.ts"
    sources = [str(path.relative_to(top)) for name, path in modules.items() if name.startswith("csdesk.ui")]
    run_python("-c", TOOL.format("lupdate"), *sources, "-ts", str(fresh))
    asked = {key for key, _ in messages(fresh)}
    answered = {key for key, translation in messages(japanese) if is_finished(translation)}
    assert asked
    assert asked - answered == set(), "without Japanese"
    assert {key for key, _ in messages(japanese)} - asked == set(), "no longer in any widget"


def test_places_to_fill_are_the_same_in_both_languages(japanese: Path) -> None:
    def places(text: str) -> list[str]:
        return sorted(part.partition("}")[0] for part in text.split("{")[1:])

    wrong = {
        key
        for key, translation in messages(japanese)
        for text in [form.text for form in translation.iter("numerusform")] or [translation.text]
        if places(key[1]) != places(text or "")
    }
    assert not wrong


def test_the_compiled_translation_is_that_of_the_source_file(
    japanese: Path, run_python: Callable[..., str], tmp_path: Path
) -> None:
    compiled = tmp_path / "csdesk_ja.qm"
    run_python("-c", TOOL.format("lrelease"), str(japanese), "-qm", str(compiled))
    assert compiled.read_bytes() == japanese.with_suffix(".qm").read_bytes()
