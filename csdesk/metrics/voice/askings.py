"""Which asking an answer answers: people are asked in one quarter and answer in the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import OPEN, SPREAD, Flags, Ints, day_numbers

if TYPE_CHECKING:
    from csdesk.metrics.shapes import Answers, Invitations

_NONE = -1


def asking_of(answers: Answers, invitations: Invitations, days: int) -> Ints:
    """The place among the invitations, all to one survey, of each answer's asking: the latest one in so many `days`
    up to its day that may have been meant for its person, the one that names most where several came on a day; -1 where
    there is none. Answers and invitations without a day have none."""
    found = np.full(len(answers), _NONE, dtype=np.int64)
    came, asked = day_numbers(answers["on"]), day_numbers(invitations["on"])
    day = np.full(len(answers), -OPEN, dtype=np.int64)
    for whose, meant, rows, among in _pairings(answers, invitations):
        at = _latest(whose, came, meant, asked, among & (asked != OPEN))
        on = np.where(at == _NONE, -OPEN, asked[at]) if len(asked) else day
        better = rows & (came != OPEN) & (at != _NONE) & (on >= came - days) & (on >= day)
        found[better], day[better] = at[better], on[better]
    return found


def _pairings(answers: Answers, invitations: Invitations) -> list[tuple[Ints, Ints, Flags, Flags]]:
    """By what an answer may be matched with an asking, the vaguest first: ids of both, which answers, which askings."""
    person, account = (answers[name].to_numpy(dtype=np.int64) for name in ("contact", "account"))
    who, whom = (invitations[name].to_numpy(dtype=np.int64) for name in ("contact", "account"))
    unnamed, anyone = who <= 0, (who <= 0) & (whom <= 0)
    everyone = np.ones(len(answers), dtype=np.bool_)
    nobody, none = np.zeros(len(answers), dtype=np.int64), np.zeros(len(invitations), dtype=np.int64)
    return [
        (nobody, none, everyone, anyone),
        (account, whom, (account > 0) & (person <= 0), whom > 0),
        (account, whom, account > 0, unnamed & (whom > 0)),
        (person, who, person > 0, ~unnamed),
    ]


def _latest(whose: Ints, came: Ints, meant: Ints, asked: Ints, among: Flags) -> Ints:
    """The place of the last asking with the answer's id up to its day; -1 where there is none."""
    places = np.flatnonzero(among)
    key = meant[places] * SPREAD + asked[places]
    order = np.argsort(key, kind="stable")
    at = np.searchsorted(key[order], whose * SPREAD + came, side="right") - 1
    last = np.where(at < 0, _NONE, places[order][at]) if len(places) else np.full(len(whose), _NONE, dtype=np.int64)
    return np.where((last != _NONE) & (meant[last] == whose), last, _NONE) if len(meant) else last
