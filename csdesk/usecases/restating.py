"""A pack written again: the same workbook where nothing has changed, else with a restatement that says what and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName
from csdesk.reports.restating import ChangeLine, RestatedLine, Restatement
from csdesk.usecases.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from csdesk.book.file import Book
    from csdesk.book.history import StepItem
    from csdesk.metrics.context import Context
    from csdesk.reports.content import BoardContent
    from csdesk.usecases.packs import Pack

__all__ = ["ChangeLine", "RestatedLine", "Restatement"]

_STEPS, _CHANGES, _NAMED = 200, 60, 4
"""Steps told, changes of each looked through for accounts, accounts named."""
_NO_MATTER = frozenset(
    {StepName.WRITE_PACK, StepName.EDIT_PACK, StepName.DELETE_PACK, StepName.SAVE_VIEW, StepName.DELETE_VIEW}
)
"""Steps that change nothing in a workbook."""


@dataclass(frozen=True, slots=True)
class WrittenAgain:
    """A pack, and what a workbook of the same day, language and redaction says now; it holds the restatement where it
    is not the same."""

    pack: Pack
    content: BoardContent
    restatement: Restatement


def written_again(book: Book, pack: int) -> WrittenAgain:
    """The content of a pack as it is now, with what is other than it was stated. Raises Gone where the pack has been
    deleted."""
    from csdesk.usecases.packs import one_pack
    from csdesk.usecases.reports import board_content

    said = one_pack(book, pack)
    content = board_content(book, Scope(said.as_of, said.period), said.language, redact=said.redacted)
    restated = _restated(book, said, content)
    return WrittenAgain(said, content if restated.same else replace(content, restatement=restated), restated)


def _restated(book: Book, pack: Pack, content: BoardContent) -> Restatement:
    from csdesk.usecases.definitions import rules_of
    from csdesk.usecases.snapshot import snapshot_of
    from csdesk.wording.definition_sheet import changed_text
    from csdesk.wording.restating import pinned_text

    snapshot, pinned, language = snapshot_of(book), content.pinned, content.language
    assert pinned is not None
    then = rules_of(pack.rules)
    changed = snapshot.rules.differing(then) if then else ()
    newer = pack.made_with != pinned.made_with
    return Restatement(
        file=pack.file,
        made_on=pack.made_at.date(),
        lines=tuple(_lines(pack, content, snapshot.context(pack.as_of, then) if then else None)),
        definitions=changed_text(changed, then.spelled, snapshot.rules.spelled, language) if then and changed else "",
        changes=tuple(_changes(book, pack)),
        newer=newer,
        same=pinned.fingerprint == pack.fingerprint and not changed and not newer,
        then=pinned_text(_version_of(book, pack), pack.made_with, language),
        now=pinned_text(pinned.definitions, pinned.made_with, language),
    )


def _lines(pack: Pack, content: BoardContent, then: Context | None) -> Iterator[RestatedLine]:
    """The headline figures beside what was stated; `then` counts by the definitions of then, where they are known."""
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.metric_ids import MetricId

    for now in (one.now for one in content.headline):
        by_then = figure(then, MetricId(now.metric), pack.period).value if then else None
        stated, name = pack.figures.get(now.metric), content.name_of(now.metric)
        yield RestatedLine(now.metric, name, now.unit, stated, now.value, by_then, now.metric in pack.figures)


def _version_of(book: Book, pack: Pack) -> str:
    from csdesk.usecases.definitions import versions
    from csdesk.wording.definition_sheet import version_text

    made_at = next((one.made_at for one in versions(book) if one.number == pack.definition), None)
    return f"{pack.rules} · {version_text(pack.definition or 0, made_at, pack.language)}"


def _changes(book: Book, pack: Pack) -> Iterator[ChangeLine]:
    """The steps that stand and were done since the pack was made, those aside that change no workbook; without names
    of customers where the pack has none."""
    from csdesk.usecases.history import Telling
    from csdesk.usecases.history_search import StepsWanted, history_steps
    from csdesk.usecases.settings import book_settings

    currency, language = book_settings(book).money, pack.language
    telling = Telling(currency, language)
    since = StepsWanted(since=pack.made_at)
    for line in history_steps(book, since, currency, language, limit=_STEPS):
        item = line.item
        if item.step_name is StepName.WRITE_PACK and (item.at, item.subject) == (pack.made_at, pack.file):
            return  # done in the same second, but before
        if line.stands and item.step_name not in _NO_MATTER:
            told = replace(item, subject="") if pack.redacted else item
            names = "" if pack.redacted else _accounts(book, item, pack)
            what = telling.what(told)
            yield ChangeLine(item.at.date(), item.who, what, "" if names in what else names)


def _accounts(book: Book, item: StepItem, pack: Pack) -> str:
    """The accounts that a step touched, a few by name."""
    from csdesk.usecases.history import history
    from csdesk.wording.restating import names_text

    found = history(book, step=item.step, limit=_CHANGES)
    names = dict.fromkeys(one.name if one.kind is Kind.ACCOUNT else one.account for one in found)
    told = [name for name in names if name]
    return names_text(told[:_NAMED], max(0, len(told) - _NAMED), pack.language)
