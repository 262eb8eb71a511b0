"""The book as it stands at one moment, read once and kept until it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast
from weakref import WeakKeyDictionary

from csdesk.metrics.rules import Rules
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.engine.doings import Uses
    from csdesk.metrics.engine.ledger import Ledger
    from csdesk.metrics.health.model import Profile
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.metrics.shapes import Frames
    from csdesk.usecases.settings import BookSettings


T = TypeVar("T")

_FEW = 3
"""Days and rules of which the contexts outlive a change."""


class Snapshot:
    """Frames, settings and names of a book at one version; what is computed from them is kept with them. Of the version
    before, what is known of contract lines that have not changed is taken over."""

    def __init__(self, book: Book, before: Snapshot | None = None) -> None:
        from csdesk.book.frames import frames
        from csdesk.book.kept import kept
        from csdesk.book.read import custom_values, rows
        from csdesk.usecases.health_profile import profile_of
        from csdesk.usecases.settings import book_settings

        with book.reading():  # all of one moment
            self.frames: Frames = frames(book)
            self.settings: BookSettings = book_settings(book)
            self.rules = Rules.parse(self.settings.rules)
            self.profile: Profile = profile_of(book)
            self.accounts: tuple[Mapping[str, Any], ...] = kept(
                book, "accounts", lambda: tuple(rows(book, Kind.ACCOUNT)), Kind.ACCOUNT
            )
            self.people: Mapping[object, str] = {row["id"]: str(row["name"]) for row in rows(book, Kind.PERSON)}
            self.products: Mapping[str, str] = {str(row["id"]): str(row["name"]) for row in rows(book, Kind.PRODUCT)}
            self.custom: Mapping[int, Mapping[str, str]] = kept(
                book,
                "custom",
                lambda: custom_values(book, Kind.ACCOUNT),
                Kind.CUSTOM_FIELD,
                Kind.CUSTOM_VALUE,
                Kind.ACCOUNT,
            )
            self.tasks: tuple[Mapping[str, Any], ...] = kept(
                book, "tasks", lambda: tuple(rows(book, Kind.TASK)), Kind.TASK
            )
            self.names: dict[int, str] = kept(
                book, "names", lambda: {int(row["id"]): str(row["name"]) for row in self.accounts}, Kind.ACCOUNT
            )
        self._kept: dict[Hashable, object] = {}
        self._contexts: dict[tuple[date, Rules], Context] = {}
        self._earlier = before.latest_contexts() if before else {}

    @property
    def custom_columns(self) -> tuple[str, ...]:
        """Headings of the book's own account columns."""
        return tuple(sorted({name for values in self.custom.values() for name in values}))

    @property
    def owners(self) -> tuple[str, ...]:
        """Names of the team, in order."""
        return tuple(sorted(self.people.values()))

    def context(self, as_of: date, rules: Rules | None = None) -> Context:
        """What metrics are computed from as of a day; kept, as its parts are computed when first needed."""
        from csdesk.metrics.context import context_of

        wanted = (as_of, rules or self.rules)
        if wanted not in self._contexts:
            known = self._earlier.pop(wanted, None)
            self._contexts[wanted] = context_of(
                self.frames, as_of=as_of, rules=wanted[1], profile=self.profile, known=known, uses=self.uses()
            )
        return self._contexts[wanted]

    def latest_contexts(self) -> dict[tuple[date, Rules], Context]:
        """The few that were asked for last, here or before."""
        return dict([*self._earlier.items(), *self._contexts.items()][-_FEW:])

    def uses(self) -> Uses:
        """The use of the book by user, which is the same on every day."""
        from csdesk.metrics.engine.doings import Uses

        return self.kept("uses", lambda: Uses(self.frames))

    def ledger(self, as_of: date) -> Ledger:
        """What every account paid, as of a day."""
        return self.context(as_of).ledger

    def health(self, as_of: date) -> Mapping[int, AccountHealth]:
        """Every account's score as of a day, by account. It needs no ledger, and none is made for it alone."""
        held = self._contexts.get((as_of, self.rules)) or next(iter(self._contexts.values()), None)
        return (held or self.context(as_of)).healths(as_of)

    def health_by(self, profile: Profile, as_of: date) -> Mapping[int, AccountHealth]:
        """Every account's score as of a day by a profile of its own."""
        from csdesk.metrics.health.scores import account_healths

        if profile == self.profile:
            return self.health(as_of)
        return {one.account: one for one in account_healths(self.frames, profile, as_of)}

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for this snapshot."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])

    def open_tasks(self) -> Mapping[int, Mapping[str, Any]]:
        """The next open task of each account: the earliest due, undated ones last."""
        waiting = [task for task in self.tasks if task["done_on"] is None and task["account_id"] is not None]
        waiting.sort(key=lambda task: (task["due_on"] is None, task["due_on"] or 0), reverse=True)
        return {int(task["account_id"]): task for task in waiting}


_kept: WeakKeyDictionary[Book, tuple[object, Snapshot]] = WeakKeyDictionary()


def snapshot_of(book: Book) -> Snapshot:
    """The present snapshot; read anew after any change, by this process or another."""
    held = _kept.get(book)
    if held is None or held[0] != book.version:
        held = (book.version, Snapshot(book, held and held[1]))
        _kept[book] = held
    return held[1]
