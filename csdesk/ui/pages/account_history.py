"""The columns of an account's history: who changed what, when, from what to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.ui.rows import Column, Tone
from csdesk.wording.kinds import ACCOUNT_FIELDS, name_of_kind
from csdesk.wording.speech import Words, look_up, moment

if TYPE_CHECKING:
    from csdesk.models.kinds import Language
    from csdesk.usecases.books import HistoryItem

_WHEN, _WHO = Words("When", "日時"), Words("Who", "変更者")
_WHAT, _FIELD = Words("What", "対象"), Words("Field", "項目")
_BEFORE, _AFTER = Words("Before", "変更前"), Words("After", "変更後")


def history_columns(language: Language) -> tuple[Column[HistoryItem], ...]:
    """When (local time), who, what, which field, before, after."""
    return (
        Column(
            "at",
            _WHEN.say(language),
            lambda item: item.at.timestamp(),
            lambda item: moment(item.at, language),
            tone=lambda _item: Tone.QUIET,
        ),
        Column("who", _WHO.say(language), lambda item: item.who, lambda item: item.who),
        Column(
            "kind", _WHAT.say(language), lambda item: str(item.kind), lambda item: name_of_kind(item.kind, language)
        ),
        Column(
            "field",
            _FIELD.say(language),
            lambda item: item.field,
            lambda item: look_up(ACCOUNT_FIELDS, item.field, language),
        ),
        Column("before", _BEFORE.say(language), lambda item: item.before, lambda item: item.before),
        Column("after", _AFTER.say(language), lambda item: item.after, lambda item: item.after),
    )
