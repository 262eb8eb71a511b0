"""Finding steps in the whole log: by words, person and days, newest first."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from csdesk.book import bundles
from csdesk.book.columns import layout, written_moment
from csdesk.book.errors import damage_told
from csdesk.book.history import _CHANGE, _KINDS, _STEP, HistoryItem, StepItem, Telling
from csdesk.book.log import Entry
from csdesk.book.names import title
from csdesk.book.store import Store
from csdesk.book.tally import driver_rows
from csdesk.models.kinds import Kind

_NAMED = (Kind.PERSON, Kind.CONTACT, Kind.PRODUCT, Kind.MEASURE, Kind.CUSTOM_FIELD)
"""Kinds that others refer to by id, beside accounts."""
_MOST_NAMES = 100


@dataclass(frozen=True, slots=True)
class Sought:
    """A word to be found, folded; how the log may have it, as a pattern over its text as it is written there."""

    folded: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Search:
    """What steps are wanted. `telling` gives a step's or a change's words, `fold` what is compared of any text."""

    fold: Callable[[str], str]
    step_words: Callable[[StepItem], str]
    change_words: Callable[[HistoryItem], str]
    words: Sequence[Sought] = ()
    who: str = ""
    since: datetime | None = None
    before: datetime | None = None


def steps(book: Store, search: Search, *, limit: int = 200, older_than: int | None = None) -> list[StepItem]:
    """At most so many steps that fit, newest first."""
    conditions = [
        ("s.id < ?", older_than),
        ("s.who = ?", search.who or None),
        ("s.at >= ?", search.since and written_moment(search.since)),
        ("s.at < ?", search.before and written_moment(search.before)),
    ]
    where = " AND ".join(["TRUE", *(condition for condition, value in conditions if value is not None)])
    asked = tuple(value for _, value in conditions if value is not None)
    found: list[StepItem] = []
    with book.reading() as connection, damage_told(book.path):
        telling = Telling(connection)
        finding = _Finding(connection, search, telling)
        rows = connection.exec_driver_sql(f"SELECT {_STEP} FROM step s WHERE {where} ORDER BY s.id DESC", asked)
        for row in driver_rows(rows):
            if finding.fits(row):
                found.append(telling.step(row))
                if len(found) == limit:
                    break
    return found


def people(book: Store) -> list[str]:
    """Everyone who has done a step."""
    with book.reading() as connection:
        return [who for (who,) in connection.exec_driver_sql("SELECT DISTINCT who FROM step ORDER BY who")]


class _Finding:
    """Whether a step fits: each word is in its own words, or all others in those of one change."""

    def __init__(self, connection: Connection, search: Search, telling: Telling) -> None:
        self._connection, self._search, self._telling = connection, search, telling
        self._words = [(word.folded, self._pattern(word), self._accounts(word)) for word in search.words]

    def fits(self, step: Sequence[Any]) -> bool:
        said = self._search.fold(self._search.step_words(self._telling.step(step)))
        missing = [word for word in self._words if word[0] not in said]
        return not missing or any(self._has(step, change, missing, said) for change in self._candidates(step, missing))

    def _candidates(self, step: Sequence[Any], missing: Sequence[Any]) -> Iterator[Entry]:
        """First all changes of the step are searched as one text: most steps are done with by that."""
        which = f"FROM change c WHERE c.step_id = {step[0]:d} AND c.kind IN ({_KINDS})"
        whole = (
            f"SELECT group_concat(ifnull(after, '') || ifnull(before, ''), '\n') {which} AND c.last_id IS NULL "
            f"UNION ALL SELECT packed {which} AND {bundles.IS_BUNDLE}"
        )
        single, *packed = self._connection.exec_driver_sql(whole).scalars()
        texts = [single or "", *map(bundles.unpacked, packed)]
        if not all(accounts or any(map(pattern, texts)) for _, pattern, accounts in missing):
            return
        rows = driver_rows(self._connection.exec_driver_sql(f"SELECT {_CHANGE} {which} ORDER BY c.id DESC"))
        for change in bundles.spread(self._connection, map(Entry._make, rows), latest_first=True):
            if change.last_id is None and all(
                change.account_id in accounts or pattern(change.after or "") or pattern(change.before or "")
                for _, pattern, accounts in missing
            ):
                yield change

    def _has(self, step: Sequence[Any], change: Entry, missing: Sequence[Any], said: str) -> bool:
        """A row that was added or deleted is found by all it holds, one that was changed by its name, whose it is and
        what changed."""
        _, kind, _, _, account, before, after = change
        if before is None or after is None:
            return True
        was, now = json.loads(before), json.loads(after)
        changed = [name for name in {*was, *now} if was.get(name) != now.get(name)]
        sides = ({name: side[name] for name in changed if name in side} for side in (was, now))
        held = (json.dumps(side, ensure_ascii=False, separators=(",", ":")) for side in sides)
        text = " ".join([title(Kind(kind), now), *held])
        if not all(account in accounts or pattern(text) for _, pattern, accounts in missing):
            return False
        items = list(self._telling.told(step, change))
        told = self._search.fold(
            " ".join(f"{self._search.change_words(item)} {item.before} {item.after}" for item in items)
        )
        return all(folded in told or folded in said for folded, _, _ in missing)

    def _pattern(self, word: Sought) -> Callable[[str], object]:
        """Also as the id of a row that is called so."""
        named = [
            f'_id":{row}\\b'
            for kind in _NAMED
            for row, name in self._named(kind)
            if word.folded in self._search.fold(name)
        ]
        return re.compile("|".join([word.pattern, *named[:_MOST_NAMES]])).search

    def _accounts(self, word: Sought) -> frozenset[int]:
        return frozenset(row for row, name in self._named(Kind.ACCOUNT) if word.folded in self._search.fold(name))

    def _named(self, kind: Kind) -> Iterator[tuple[int, str]]:
        assert "name" in layout(kind).names
        return driver_rows(self._connection.exec_driver_sql(f'SELECT id, name FROM "{kind}"'))
