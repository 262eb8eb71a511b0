"""What a figure is computed from: the frames and the ledger as of one day, under one set of rules."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np

from csdesk.metrics.engine.bands import bands_of
from csdesk.metrics.engine.changes import Parts, parts_of
from csdesk.metrics.engine.days import SPREAD, Flags, Ints, day_numbers, totals
from csdesk.metrics.engine.doings import Doings, Uses
from csdesk.metrics.engine.lacks import Lacks, lacks_of
from csdesk.metrics.engine.ledger import Ledger, Spell, Standing, Standings, ledger_of
from csdesk.metrics.engine.movements import Effects, Moves, effects_of, moves_of
from csdesk.metrics.engine.partings import Partings, partings_of
from csdesk.metrics.engine.splice import Splice, touched_abroad, touched_accounts
from csdesk.metrics.engine.told import Told, stir_of
from csdesk.metrics.health.model import Profile
from csdesk.metrics.health.profile import HOUSE_PROFILE
from csdesk.metrics.health.scores import AccountHealth, account_healths
from csdesk.metrics.measure import Why
from csdesk.metrics.rules import HOUSE_RULES, Rules
from csdesk.metrics.shapes import Answers, Costs, Deals, Frames, Spans
from csdesk.models.months import Month, Period

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")


class Dimension(StrEnum):
    """What figures can be split by; a book's own columns as well, as `custom:NAME`."""

    TIER = "tier"
    SEGMENT = "segment"
    INDUSTRY = "industry"
    SIZE = "size"
    REGION = "region"
    CHANNEL = "channel"
    OWNER = "owner"
    SALES_REP = "sales_rep"
    USE_CASE = "use_case"
    FIT = "fit"
    STAGE = "stage"
    ARR = "arr"
    PRODUCT = "product"
    PLAN = "plan"


OF_LINES = (Dimension.PRODUCT, Dimension.PLAN)
"""What is said of a contract line and not of its account."""
OF_ONE = "account:"
"""What the dimension of one account alone begins with; its id follows."""


@dataclass(frozen=True)
class Context:
    """Frames, ledger, rules and as-of date, for the whole book or for one group of a dimension.

    What is costly is made when first asked for, once. Make it with `context_of`, and groups with `split`.
    """

    frames: Frames
    ledger: Ledger
    as_of: date
    rules: Rules
    profile: Profile
    uses: Uses
    dimension: str | None = None
    group: str | None = None
    members: Ints | None = None
    """Accounts of the group; None for the whole book."""
    book: "Context | None" = None
    """The whole book, for a group."""

    @property
    def whole(self) -> "Context":
        """The whole book."""
        return self.book or self

    @cached_property
    def moves(self) -> Moves:
        """Every movement."""
        return moves_of(self.ledger)

    @cached_property
    def effects(self) -> Effects:
        """What exchange rates alone have made of MRR."""
        return effects_of(self.ledger)

    @cached_property
    def parts(self) -> Parts:
        """Every expansion and contraction by kind of change."""
        return parts_of(self.ledger, self.frames.spans, self.moves)

    @cached_property
    def partings(self) -> Partings:
        """Every churn with its reason."""
        return partings_of(self.ledger, self.frames.spans, self.moves)

    @cached_property
    def _standings(self) -> Standings:
        return Standings(self.ledger)

    def standing(self, month: Month) -> Standing:
        """Every account in a month, which ends one period and is what the next starts from."""
        return self._standings.at(month)

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for this context."""
        if key not in self._made:
            self._made[key] = make()
        return cast("T", self._made[key])

    @cached_property
    def told(self) -> Told:
        """Figures that are kept by what they read."""
        return Told()

    @cached_property
    def _spells(self) -> dict[Period, Spell]:
        return {}

    def spell(self, period: Period) -> Spell:
        """The period's start and end, account by account."""
        if period not in self._spells:
            self._spells[period] = self._read(period)
        return self._spells[period]

    def _read(self, period: Period) -> Spell:
        ledger, size = self.ledger, len(self.ledger.accounts)
        came = self.kept("came", lambda: np.flatnonzero(ledger.entered_lines))
        inside = came[(ledger.month[came] >= period.first.ordinal) & (ledger.month[came] <= period.last.ordinal)]
        owner = ledger.owner[inside]
        start, after = period.first + -1, self.standing(period.last)
        before = begun = self.standing(start)
        if len(inside):
            paying = before.paying.copy()
            paying[owner] = True
            begun = replace(before, mrr=before.mrr + totals(owner, ledger.entered[inside], size), paying=paying)
        end = min(period.last, ledger.last).ordinal
        kept = after.mrr if ledger.exchange is None else ledger.exchange.held(after.mrr, end, start.ordinal)
        return Spell(before, begun, after, kept)

    def moves_in(self, period: Period) -> Moves:
        """The movements of a period's months."""
        return self.kept(("moves", period), lambda: self.moves.between(period.first, period.last))

    def unseen(self, period: Period) -> Why | None:
        """Why the records say nothing of the period; None when they do."""
        if period.first.ordinal > self.ledger.last.ordinal:
            return Why.NOT_YET
        return Why.NO_HISTORY if period.last.ordinal < self.ledger.first.ordinal else None

    @cached_property
    def amounts_known(self) -> bool:
        """False where accounts are known to pay but no amount is."""
        segments = self.ledger.segments
        return not len(segments.owner) or bool(((segments.mrr > 0) | segments.paused).any())

    def stirred_by(self, last: Month) -> Month | None:
        """First month with a movement after the month in which the first accounts appear, up to the last.

        A list of customers that was started with one date for all tells nothing about churn until something moves.
        """
        months, begun = self.moves.month, self.ledger.month
        later = months[(months > begun.min()) & (months <= last.ordinal)] if len(begun) else months
        return Month(int(later[0])) if len(later) else None

    @cached_property
    def answers(self) -> Answers:
        """Answers of the group's accounts."""
        return Answers(self.of_group(self.frames.answers, "on"))

    def of_group(self, frame: "pd.DataFrame", day: str) -> "pd.DataFrame":
        """Rows of the group's accounts. By product or plan, rows of accounts that had it on the row's day, or have it
        as of the end where the row has none: what an account says of itself counts for all that it has."""
        if self.members is None:
            return frame
        if self.dimension not in OF_LINES:
            return frame[frame["account"].isin(self.members)]
        days = np.minimum(day_numbers(frame[day]), self.ledger.cutoff)
        return frame[self._had(frame["account"].to_numpy(dtype=np.int64), days)]

    def _had(self, accounts: Ints, days: Ints) -> Flags:
        """Whether each account was in service by the group's own lines on a day."""
        runs, known = self.ledger.segments.runs, self.ledger.accounts
        if not len(runs.owner):
            return np.zeros(len(accounts), dtype=np.bool_)
        owner = np.minimum(np.searchsorted(known, accounts), len(known) - 1)
        at = np.searchsorted(runs.owner * SPREAD + runs.start, owner * SPREAD + days, side="right") - 1
        within = (runs.owner[at] == owner) & (runs.start[at] <= days) & (days <= runs.end[at])
        return np.asarray(within & (known[owner] == accounts))

    @property
    def doings(self) -> Doings:
        """Who has done what on which day, of the whole book."""
        return self.uses.doings

    @cached_property
    def costs(self) -> Costs:
        """Costs of the group: those of its channel; other dimensions have none of their own."""
        costs = self.frames.costs
        if self.dimension is None:
            return costs
        return Costs(costs[costs["channel"] == self.group] if self.dimension == Dimension.CHANNEL else costs.iloc[:0])

    @cached_property
    def lacks(self) -> Lacks:
        """What is not known of the group's accounts and contract lines."""
        if not self.book:
            return lacks_of(self.frames, self.ledger, self.rules)
        found = self.book.lacks
        return found.where(self._of_the_group(found))

    def _of_the_group(self, lacks: Lacks) -> Flags:
        if self.dimension in OF_LINES:
            spans = self.frames.spans
            lines = np.isin(lacks.row, spans["line"].to_numpy(dtype=np.int64))
            whole = (lacks.row == lacks.account) & np.isin(lacks.account, spans["account"].to_numpy(dtype=np.int64))
            return np.asarray(lines | whole, dtype=np.bool_)
        return np.asarray(np.isin(lacks.account, [] if self.members is None else self.members), dtype=np.bool_)

    def healths(self, day: date) -> Mapping[int, AccountHealth]:
        """Health of every account of the book at the end of a day, by account."""
        if self.book:
            return self.book.healths(day)
        made = account_healths
        return self.kept(("health", day), lambda: {h.account: h for h in made(self.frames, self.profile, day)})


def context_of(
    frames: Frames,
    *,
    as_of: date,
    rules: Rules = HOUSE_RULES,
    profile: Profile = HOUSE_PROFILE,
    known: Context | None = None,
    uses: Uses | None = None,
) -> Context:
    """The whole book as of the end of a day. Of a book that was `known` as of that day, and has changed in the contract
    lines of a few accounts since, what rests on the lines of all others is taken from there. `uses` are those of the
    same frames, where they have been made."""
    use = uses or Uses(frames)

    def made(spans: Spans) -> Context:
        day = frames.known_until
        until = None if day is None else day.astype("datetime64[D]").astype(date)
        ledger = ledger_of(spans, rules, as_of=as_of, known_until=until, currencies=frames.currencies)
        return Context(replace(frames, spans=spans), ledger, as_of, rules, profile, use)

    if known is None or not _goes_on(known, frames, as_of, rules):
        return made(frames.spans)
    touched = np.union1d(touched_accounts(known.frames.spans, frames.spans), touched_abroad(known.frames, frames))
    if len(touched) > _FEW:
        return made(frames.spans)
    if not len(touched):
        return _carried(Context(frames, known.ledger, as_of, rules, profile, use), known)
    part = made(Spans(frames.spans.take(np.flatnonzero(np.isin(frames.spans["account"].to_numpy(), touched)))))
    splice = Splice.of(known.ledger, part.ledger, touched, known.frames.spans, frames.spans)
    context = Context(frames, splice.ledger(known.ledger, part.ledger), as_of, rules, profile, use)
    found = {name: splice.rows(getattr(known, name), getattr(part, name)) for name in _SPLICED if name in vars(known)}
    vars(context).update(found)  # where cached properties are kept
    moves = ((vars(known)[name], vars(part)[name]) for name in ("moves", "parts") if name in found)
    vars(context)["told"] = known.told.but_for(stir_of(known.ledger, part.ledger, touched, moves))
    return context


_FEW = 500
"""Accounts; to make all anew takes less than to follow more of them."""
_SPLICED = ("moves", "parts", "partings", "effects")
_OF_THE_LEDGER = (*_SPLICED, "_standings", "_spells", "told")
"""What rests on the ledger and the contract lines alone."""


def _goes_on(known: Context, frames: Frames, as_of: date, rules: Rules) -> bool:
    """Whether all that a ledger rests on beside the lines is the same. Exchange rates touch every account."""
    before, now = known.frames.currencies, frames.currencies
    same_rates = before is now if before is None or now is None else before.rates.equals(now.rates)
    others = (frames.known_until, as_of, rules)
    return same_rates and others == (known.frames.known_until, known.as_of, known.rules)


def _carried(context: Context, known: Context) -> Context:
    vars(context).update({name: vars(known)[name] for name in _OF_THE_LEDGER if name in vars(known)})
    return context


def split(context: Context, by: str) -> tuple[Context, ...]:
    """One context a group of a dimension, by name, the group without a name last.

    Groups share out the accounts, so sums over groups are the total. A channel that costs name is a group of its own,
    even where no account came by it, so that costs add up too. By product or plan they share out the contract lines:
    MRR adds up under every rule, but an account with two products is in both, and a swap shows in both. The names of
    products are their ids. By ARR, accounts are quarters of them. ValueError when there is no such dimension.
    """
    if by in OF_LINES:
        named = {*context.frames.spans[by].tolist(), *context.frames.deals[by].tolist()}
        found = sorted(named, key=lambda value: (value in {-1, ""}, value))
        return tuple(_of_lines(context, Dimension(by), value) for value in found)
    names, members = _names(context, by), dict[str, list[int]]()
    for account in {*context.frames.accounts["account"].tolist(), *context.ledger.accounts.tolist()}:
        members.setdefault(names.get(account, ""), []).append(account)
    for channel in context.frames.costs["channel"].unique().tolist() if by == Dimension.CHANNEL else ():
        members.setdefault(channel, [])
    groups = sorted(members, key=lambda name: (not name, name))
    return tuple(_of_group(context, by, name, np.array(members[name], dtype=np.int64)) for name in groups)


def alone(context: Context, account: int, name: str) -> Context:
    """One account as a group of its own, called by its name."""
    return _of_group(context, f"{OF_ONE}{account}", name, np.array([account], dtype=np.int64))


def _names(context: Context, by: str) -> dict[int, str]:
    """The group of each account."""
    accounts = context.frames.accounts
    if by == Dimension.ARR:
        return bands_of(context.ledger)
    if by not in accounts.columns or not (by in set(Dimension) or by.startswith("custom:")):
        raise ValueError(by)
    return dict(zip(accounts["account"].tolist(), accounts[by].astype(object).fillna("").tolist(), strict=True))


def _of_group(context: Context, by: str, name: str, members: Ints) -> Context:
    ledger = context.ledger.among(members)
    return replace(context, ledger=ledger, dimension=by, group=name, members=members, book=context.whole)


def _of_lines(context: Context, by: Dimension, value: int | str) -> Context:
    spans, deals = context.frames.spans, context.frames.deals
    lines = (spans[by] == value).to_numpy(dtype=np.bool_)
    return replace(
        context,
        frames=replace(context.frames, spans=Spans(spans[lines]), deals=Deals(deals[deals[by] == value])),
        ledger=context.ledger.of_lines(lines),
        dimension=by,
        group="" if value == -1 else str(value),
        members=np.empty(0, dtype=np.int64),
        book=context.whole,
    )
