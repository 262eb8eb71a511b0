"""Everything the importer may say has words in both languages."""

import pytest

from csdesk.intake.fields import FIELDS, SKIP, base_of, field_of, month_of, with_month
from csdesk.intake.matching.words.folds import fold_heading
from csdesk.intake.matching.words.headings import hits
from csdesk.intake.shapes import Choice, Refusal, TableKind, Verdict
from csdesk.models.kinds import Language
from csdesk.models.problems import Reason
from csdesk.wording import intake as words


@pytest.mark.parametrize(
    ("keys", "table"),
    [
        (Reason, words.REASONS),
        (Refusal, words.REFUSALS),
        (TableKind, words.KINDS),
        (Verdict, words.VERDICTS),
        (Choice, words.CHOICES),
        ([*FIELDS, SKIP], words.FIELDS),
    ],
)
def test_nothing_lacks_words(keys: list[str], table: dict[str, words.Words]) -> None:
    assert set(map(str, keys)) <= set(table)
    assert all(entry.en and entry.ja for entry in table.values())


def test_words_of_month_columns_and_own_measures() -> None:
    assert words.field_words("matrix@2025-09", Language.JA) == "稼働 2025-09"
    assert words.field_words("usage.logins@2025-09", Language.EN) == "Logins 2025-09"
    assert words.field_words("usage.reports", Language.EN) == "reports"
    assert words.field_words("custom:好きな色", Language.EN) == "好きな色"
    assert words.refusal_words("empty", "a.csv", Language.JA) == "a.csv は空です。"
    assert words.answer_words("renewal", Language.EN).startswith("Renewal date")
    assert words.answer_words("USD", Language.JA) == "USD"


def test_ids_of_month_columns() -> None:
    assert (base_of("matrix@2025-09"), month_of("matrix@2025-09")) == ("matrix", "2025-09")
    assert with_month("usage.logins", "2025-09") == "usage.logins@2025-09"
    assert field_of("usage.reports").entity == "usage"
    with pytest.raises(KeyError):
        field_of("nothing.of_ours")


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.id)
def test_every_heading_of_the_dictionary_finds_its_field(field: object) -> None:
    from csdesk.intake.vocabulary.entry import Field

    assert isinstance(field, Field)
    lost = [word for word in (*field.says, *field.hints) if field.id not in {hit.field.id for hit in hits(word)}]
    assert [word for word in lost if fold_heading(word).full] == []
