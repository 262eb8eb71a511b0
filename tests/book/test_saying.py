"""The steps of a book in words."""

import pytest

from csdesk.models.kinds import Language, StepName
from csdesk.wording.book import STEPS, step_words


@pytest.mark.parametrize("name", StepName)
def test_every_step_has_its_words(name: StepName) -> None:
    assert set(STEPS) == set(StepName)
    for subject in ("", "A [b|c] {d} 社"):
        said = {step_words(name, language, subject=subject, count=3) for language in Language}
        assert len(said) == 2
        for text in said:
            assert not set("[]{}|") & set(text.replace(subject, ""))
            assert text == text.strip()


@pytest.mark.parametrize(
    ("name", "subject", "count", "en", "ja"),
    [
        (StepName.IMPORT, "a.csv", 14_322, "Import of a.csv (14,322 rows)", "a.csvの取り込み（14,322行）"),
        (StepName.EDIT_ACCOUNTS, "", 12, "Edit of accounts (12 rows)", "アカウントの編集（12行）"),
        (StepName.EDIT_ACCOUNTS, "見本", 1, "Edit of 見本", "見本の編集"),
        (StepName.LOG_TOUCH, "見本", 2, "Touch with 見本", "見本へのタッチの記録"),
    ],
)
def test_steps_in_words(name: StepName, subject: str, count: int, en: str, ja: str) -> None:
    assert step_words(name, Language.EN, subject=subject, count=count) == en
    assert step_words(name, Language.JA, subject=subject, count=count) == ja
