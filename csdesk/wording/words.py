"""A phrase in both languages; nothing else, for the window's frame needs it at once."""

from collections.abc import Mapping
from typing import NamedTuple

from csdesk.models.kinds import Language
from csdesk.models.text import visible


class Words(NamedTuple):
    """One phrase in both languages; `{name}` places are filled by `say`."""

    en: str
    ja: str

    def say(self, language: Language, **values: object) -> str:
        """The phrase in that language with its places filled."""
        text = self.ja if language is Language.JA else self.en
        if not values:
            return text
        return text.format(**{name: visible(of) if isinstance(of, str) else of for name, of in values.items()})


def look_up(table: Mapping[str, Words], key: str, language: Language, **values: object) -> str:
    """The phrase for a key; the key itself where there is none, so that a gap is seen and never crashes."""
    words = table.get(key)
    return words.say(language, **values) if words else key
