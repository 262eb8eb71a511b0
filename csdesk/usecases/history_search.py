"""Finding steps in the whole history by words, person and days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from csdesk.usecases.history import Telling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from csdesk.book.file import Book
    from csdesk.book.history import HistoryItem, StepItem
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.history import HistoryLine, StepLine

STEPS_AT_ONCE = 200
"""Steps told at once; older ones are fetched as they are wanted."""
_LETTERS = (range(0x20, 0x250), range(0x3041, 0x3100), range(0x4E00, 0xA000), range(0xFF01, 0xFFA0))
_VOICED = "ﾞﾟ"


@dataclass(frozen=True, slots=True)
class StepsWanted:
    """What to find: words in any order, a person, moments from `since` and before `before`."""

    text: str = ""
    who: str = ""
    since: datetime | None = None
    before: datetime | None = None


def history_steps(
    book: Book,
    wanted: StepsWanted,
    currency: Currency,
    language: Language,
    *,
    limit: int = STEPS_AT_ONCE,
    older_than: int | None = None,
) -> tuple[StepLine, ...]:
    """The steps of the whole book that fit, newest first; `older_than` names the last that is known already."""
    from csdesk.book.searching import Search, Sought, steps
    from csdesk.intake.folding import squeeze

    telling = Telling(currency, language)

    def step_words(item: StepItem) -> str:
        return f"{item.who} {telling.what(item)}"

    def change_words(item: HistoryItem) -> str:
        line = telling.line(item)
        return f"{line.row} {line.field} {line.before} {line.after}"

    words = squeeze(wanted.text).split()
    search = Search(
        fold=squeeze,
        step_words=step_words,
        change_words=change_words,
        words=[Sought(word, _pattern(word, language)) for word in words],
        who=wanted.who,
        since=wanted.since,
        before=wanted.before,
    )
    return tuple(telling.step_line(item) for item in steps(book, search, limit=limit, older_than=older_than))


def history_people(book: Book) -> tuple[str, ...]:
    """Everyone who has done a step."""
    from csdesk.book.searching import people

    return tuple(people(book))


def lines_with(lines: Iterable[HistoryLine], text: str) -> list[HistoryLine]:
    """The changes whose words hold every word typed, whatever its width, case or kana."""
    from csdesk.intake.folding import squeeze

    words = squeeze(text).split()

    def said(line: HistoryLine) -> str:
        return squeeze(f"{line.item.who} {line.what} {line.row} {line.field} {line.before} {line.after}")

    return [line for line in lines if all(word in said(line) for word in words)]


def _pattern(word: str, language: Language) -> str:
    """Matches text of the log as it is written there, which is never folded: that would take too long."""
    from csdesk.intake.folding import squeeze
    from csdesk.wording.history import written_forms

    spelt = "".join(_spellings().get(letter, re.escape(letter)) for letter in word)
    return "|".join([spelt, *(re.escape(form) for form in written_forms(word, squeeze, language))])


@cache
def _spellings() -> dict[str, str]:
    """By folded letter a pattern of all letters that are folded to it, such as half-width kana with its voicing."""
    from csdesk.intake.folding import squeeze

    found: dict[str, list[str]] = {}
    for letters in _LETTERS:
        for letter in map(chr, letters):
            forms = [letter, *(letter + mark for mark in _VOICED)] if letter >= "ｦ" else [letter]
            for form in forms:
                found.setdefault(squeeze(form), []).append(form)
    return {plain: _any_of(forms) for plain, forms in found.items() if len(plain) == 1 and forms != [plain]}


def _any_of(forms: list[str]) -> str:
    """A set of letters is looked for several times faster than a choice of texts."""
    single = "[" + "".join(re.escape(form) for form in forms if len(form) == 1) + "]"
    pairs = [re.escape(form) for form in forms if len(form) > 1]
    return "(?:" + "|".join([*pairs, single]) + ")" if pairs else single
