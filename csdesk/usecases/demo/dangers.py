"""What the demo's team knows to be at risk, the plays it works by, and a score that it said by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from csdesk.book.read import rows
from csdesk.models.kinds import Kind, Tier
from csdesk.models.months import Month
from csdesk.models.signals import Helped, RiskLevel, RiskOutcome, Signal
from csdesk.usecases.demo import cast
from csdesk.usecases.rows import one_row
from csdesk.wording.plays import STARTERS, StarterStep
from csdesk.wording.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.book.file import Book
    from csdesk.models.drafts import Value
    from csdesk.usecases.demo.life import Actor, Stage

_COLD = 0.4
"""Below this temper the demo's first contact has left."""
_DOUBTED, _WON, _LEAVING, _COMPARING = 82, 6, 20, 11
"""Days ago that somebody thought of leaving, and stayed; that a sponsor was missed; that the team heard of a rival."""
_SAID, _HOLDS = 45.0, 30
"""The score said by hand, and for how many days to come."""

_SUCCESSOR = Words(
    "Win the successor over: goals and results so far, then an offer", "後任者に目標と成果を引き継ぎ、更新を提案"
)
_COMPARES = Words("Compares us with another product", "他社製品と比較検討中")
_DOUBTS = Words("The new head thinks of leaving", "新しい責任者が解約を検討")
_RETURN = Words("Show the new head the return", "新しい責任者に投資対効果を示す")
_STAYS = Words("The new head wants to stay.", "新しい責任者から継続の意向を確認できた。")
_FADED = Words("Training for the second team", "2つ目のチームへのトレーニング")
_LEFT = Words("The training came too late.", "トレーニングの実施が間に合わなかった。")
_SCORE = Words(
    "Told us on the phone: they compare products.",
    "電話で他社製品との比較検討を伝えられた。",
)
_OWN_PLAY = Words("Answer the doubts", "解約の検討に対応する")
_OWN_STEPS = (
    StarterStep(Words("Ask what is in doubt, and who decides", "懸念点と決裁者を確認する"), 3),
    StarterStep(Words("Work out the return together", "投資対効果を一緒に算出する"), 14, customer_side=True),
    StarterStep(Words("Agree what will be different", "今後の改善点に合意する"), 30),
)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where the risks are written: the book is read for who owns an account and what it pays."""

    book: Book
    stage: Stage

    def day(self, ago: int) -> date:
        return self.stage.today - timedelta(days=ago)

    def owner(self, actor: Actor) -> int | None:
        owner: int | None = one_row(self.book, Kind.ACCOUNT, actor.id)["owner_id"]
        return owner

    def mrr(self, actor: Actor, on: date) -> int:
        """What its lines bring a month on a day; whole, as the demo's amounts are."""
        lines: list[dict[str, Any]] = rows(self.book, Kind.CONTRACT, where={"account_id": actor.id})
        running = [line for line in lines if line["starts_on"] <= on and (line["ended_on"] or on) >= on]
        return sum(line["amount"] // line["interval_months"] for line in running)

    def risk(self, actor: Actor, first: int, logged: int, **more: Value) -> int:
        """A risk, seen and logged so many days ago."""
        dated: dict[str, Value] = {"first_signal_on": self.day(first), "logged_on": self.day(logged)}
        return self.stage.step.insert(
            Kind.RISK, {"account_id": actor.id, "owner_id": self.owner(actor), **dated, **more}
        )

    def run(
        self,
        actor: Actor,
        risk: int,
        play: Words,
        steps: Sequence[StarterStep],
        begun: int,
        **ended: Value,
    ) -> None:
        """A play begun so many days ago: its steps are next steps, done on their day where that has come."""
        said: dict[str, Value] = {"account_id": actor.id, "risk_id": risk, "play": self.stage.say(play)}
        run = self.stage.step.insert(Kind.PLAY_RUN, {**said, "started_on": self.day(begun), **ended})
        for one in steps:
            on = self.day(begun - one.due_days)
            self.stage.step.insert(
                Kind.TASK,
                {
                    "account_id": actor.id,
                    "run_id": run,
                    "owner_id": self.owner(actor),
                    "title": self.stage.say(one.title),
                    "due_on": on,
                    "done_on": on if on < self.stage.today else None,
                    "customer_side": one.customer_side,
                    "material": one.material and one.material.value,
                },
            )


def add_dangers(book: Book, stage: Stage, actors: Sequence[Actor]) -> None:
    """Write two open risks, one with a play under way; one averted by a play of the team's own, one that came true; and
    a score said by hand. Nothing is left to chance, so that all else in the demo is as it would be without it."""
    desk = _Desk(book, stage)
    known = Month.of(stage.today) + -12
    staying = [
        actor
        for actor in actors
        if actor.ended_on is None and actor.tier is not Tier.TECH and actor.currency is None and actor.starts <= known
    ]
    staying.sort(key=lambda actor: (actor.temper, actor.id))
    cold = [actor for actor in staying if actor.temper < _COLD] or staying[:1]
    calm = [actor for actor in staying if actor not in cold]
    _leaving(desk, max(cold, key=lambda actor: (actor.price, actor.id)))
    doubting, *others = [actor for actor in calm if not _renews_now(stage, actor)]
    _won_back(desk, doubting)
    _comparing(desk, others[len(others) // 2])
    left = [(actor.ended_on, actor.id, actor) for actor in actors if actor.ended_on and actor.tier is not Tier.TECH]
    for on, _, actor in sorted(left)[-1:]:
        _lost(desk, actor, on)


def _renews_now(stage: Stage, actor: Actor) -> bool:
    """Whether a term of it begins this month, be it renewed or not."""
    return (Month.of(stage.today) - actor.starts) % 12 == 0


def _leaving(desk: _Desk, actor: Actor) -> None:
    """The sponsor has gone, and the customer has said what that means: steps towards the successor are under way."""
    starter = STARTERS[Signal.SPONSOR_LEFT]
    risk = desk.risk(
        actor,
        _LEAVING,
        _LEAVING - 11,
        signal=Signal.SPONSOR_LEFT.value,
        level=RiskLevel.IMMINENT.value,
        response=desk.stage.say(_SUCCESSOR),
    )
    desk.run(actor, risk, starter.name, starter.steps, _LEAVING - 14)


def _won_back(desk: _Desk, actor: Actor) -> None:
    """It thought of leaving until the team's own play had come to its end."""
    play = desk.stage.step.insert(Kind.PLAY, {"name": desk.stage.say(_OWN_PLAY)})
    for place, one in enumerate(_OWN_STEPS, 1):
        step: dict[str, Value] = {"play_id": play, "place": place, "due_days": one.due_days}
        said: dict[str, Value] = {"title": desk.stage.say(one.title), "customer_side": one.customer_side}
        desk.stage.step.insert(Kind.PLAY_STEP, step | said)
    won = desk.day(_WON)
    risk = desk.risk(
        actor,
        _DOUBTED,
        _DOUBTED - 4,
        title=desk.stage.say(_DOUBTS),
        response=desk.stage.say(_RETURN),
        outcome=RiskOutcome.AVERTED.value,
        closed_on=won,
        mrr_saved=desk.mrr(actor, won),
        notes=desk.stage.say(_STAYS),
    )
    desk.run(actor, risk, _OWN_PLAY, _OWN_STEPS, _DOUBTED - 6, ended_on=won, helped=Helped.YES.value)


def _comparing(desk: _Desk, actor: Actor) -> None:
    """Something that no figure tells: a risk in words of its own that nobody has a plan against, and a lower score."""
    desk.risk(actor, _COMPARING, _COMPARING - 1, title=desk.stage.say(_COMPARES))
    desk.stage.step.insert(
        Kind.HEALTH_OVERRIDE,
        {
            "account_id": actor.id,
            "score": _SAID,
            "reason": desk.stage.say(_SCORE),
            "set_on": desk.day(_COMPARING - 1),
            "expires_on": desk.stage.today + timedelta(days=_HOLDS),
            "who": desk.stage.say(cast.TEAM[0][0]),
        },
    )


def _lost(desk: _Desk, actor: Actor, left_on: date) -> None:
    """Use had faded before it left, which was seen late."""
    ago = (desk.stage.today - left_on).days
    desk.risk(
        actor,
        ago + 90,
        ago + 40,
        signal=Signal.LOW_ADOPTION.value,
        level=RiskLevel.IMMINENT.value,
        response=desk.stage.say(_FADED),
        outcome=RiskOutcome.LOST.value,
        closed_on=left_on,
        mrr_lost=desk.mrr(actor, left_on),
        notes=desk.stage.say(_LEFT),
    )
