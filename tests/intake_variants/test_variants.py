"""Whatever the samples are written like, their figures come out, or the trouble is told; none is wrong in silence."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.intake_variants.stories import all_stories
from tests.intake_variants.verdicts import Judge, Verdict, plain
from tests.thorough import THOROUGH

STORIES = [story.name for story in all_stories("en")]
EACH = 4 if THOROUGH else 1
RIGHT = 0.95


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return Judge(tmp_path_factory.mktemp("variants"))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_no_variant_is_silently_wrong_and_nearly_all_are_right(lang: str, judge: Judge) -> None:
    seen: Counter[Verdict] = Counter()
    wrong = []
    for place, story in enumerate(all_stories(lang)):
        for turn in range(EACH):
            outcome, notes, _ = judge.judge(story, lang, Random(1000 * place + turn))
            seen[outcome.verdict] += 1
            if outcome.verdict is Verdict.SILENT:
                wrong.append((*notes, outcome.why))
    assert wrong == []
    assert seen[Verdict.RIGHT] >= RIGHT * seen.total()


@pytest.mark.parametrize("name", STORIES)
def test_told_plainly_a_story_says_all_it_has(name: str, tmp_path: Path) -> None:
    """Else nothing would be compared with nothing."""
    story = next(one for one in all_stories("en") if one.name == name)
    says = plain(story, tmp_path)
    if story.figures:
        assert any(figure[-1] for figure in says)
    else:
        counted = sum(value is not None for row in story.rows for key, value in row.items() if key[:4].isdigit())
        per_row = {"use, wide": 2}.get(name, 1)
        assert len(says) == (counted if story.grid else per_row * len(story.rows))
