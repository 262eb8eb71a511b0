"""Plays: lists of steps against a danger signal; started for an account as its next steps, ended with a word on
whether they helped, and compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.models.signals import DECIDED, Helped, RiskOutcome, Signal
from csdesk.models.steps import LONGEST_PLAY, Material
from csdesk.usecases.materials import refuse_unsound_file
from csdesk.usecases.repeating import refuse_unsound_repeat
from csdesk.usecases.rows import one_row
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from csdesk.book.file import Book
    from csdesk.metrics.signals.found import Found
    from csdesk.models.drafts import Changes, Value
    from csdesk.models.kinds import Language

AFTER_DAYS = 60
"""Health this long after a start is held against health on the day of it."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlayStep:
    """One step, due so many days after the start; `owner` None is the owner of the account. With `repeat_days` it comes
    again every so many days, for `repeat_for` days after the start or, without, until the play or its risk is closed;
    `file` is what a file it carries is linked by, '' as long as none has been chosen."""

    title: str
    due_days: int
    customer_side: bool = False
    owner: int | None = None
    repeat_days: int | None = None
    repeat_for: int | None = None
    material: Material | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Play:
    """A play as it is kept or edited. `id` None: one that csdesk begins with, not in the book yet, or a new one."""

    id: int | None
    name: str
    signal: Signal | None
    steps: tuple[PlayStep, ...]
    off: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PlayResults:
    """What came of a play: runs begun and ended, those of which it was said that they helped, or not; of those against
    a risk that is closed, how many were averted; and the mean change of health in 60 days, of the runs of which it is
    known."""

    begun: int = 0
    ended: int = 0
    helped: int = 0
    not_helped: int = 0
    averted: int = 0
    closed: int = 0
    change: float | None = None
    changes: int = 0


@dataclass(frozen=True, slots=True)
class PlayRun:
    """A play at work for an account, or one that has ended: its steps, how many are settled and how many skipped."""

    id: int
    account: int
    play: str
    started_on: date
    ended_on: date | None
    helped: Helped | None
    steps: int
    done: int
    skipped: int


def plays(book: Book, language: Language) -> tuple[Play, ...]:
    """The book's plays by name, then those that csdesk begins with: of each of the ten dangers and of some further
    signals, as long as the book has none against it."""
    from csdesk.book.read import rows

    steps: dict[int, list[Row]] = {}
    listed: list[Row] = [dict(row) for row in rows(book, Kind.PLAY_STEP)]
    for one in sorted(listed, key=lambda row: (row["place"], row["id"])):
        steps.setdefault(one["play_id"], []).append(one)
    kept: list[Row] = [dict(row) for row in rows(book, Kind.PLAY)]
    own = [
        Play(
            row["id"],
            row["name"],
            Signal(row["signal"]) if row["signal"] else None,
            tuple(map(_step, steps.get(row["id"], ()))),
            row["off"],
            row["notes"] or "",
        )
        for row in kept
    ]
    return (*sorted(own, key=lambda one: one.name), *_starters({one.signal for one in own}, language))


def _step(row: Row) -> PlayStep:
    return PlayStep(
        row["title"],
        row["due_days"],
        row["customer_side"],
        row["owner_id"],
        row["repeat_days"],
        row["repeat_for"],
        Material(row["material"]) if row["material"] else None,
        row["material_file"] or "",
    )


def _starters(known: set[Signal | None], language: Language) -> tuple[Play, ...]:
    from csdesk.wording.plays import STARTERS

    return tuple(
        Play(
            None,
            starter.name.say(language),
            signal,
            tuple(
                PlayStep(
                    one.title.say(language),
                    one.due_days,
                    one.customer_side,
                    repeat_days=one.repeat_days,
                    material=one.material,
                )
                for one in starter.steps
            ),
        )
        for signal, starter in STARTERS.items()
        if signal not in known
    )


def save_play(book: Book, play: Play, beside: Sequence[Play] = ()) -> Changes:
    """Keep a play, new or changed, as one step; with `beside` it those that csdesk begins with against the same signal,
    which would be out of sight otherwise. Raises Refused where it has no name or no step, or a step cannot be so."""
    _refuse_unsound(play)
    with book.step(StepName.EDIT_PLAY if play.id else StepName.ADD_PLAY, subject=play.name.strip()) as step:
        for one in (play, *beside):
            values: dict[str, Value] = {
                "name": one.name.strip(),
                "signal": one.signal.value if one.signal else None,
                "off": one.off,
                "notes": one.notes.strip() or None,
            }
            kept = one.id
            if kept is None:
                kept = step.insert(Kind.PLAY, values)
            else:
                step.update(Kind.PLAY, kept, values)
            _keep_steps(book, step, kept, one.steps)
    return step.changes


def _keep_steps(book: Book, step: Any, play: int, wanted: Sequence[PlayStep]) -> None:  # noqa: ANN401 - a Step
    """Steps that stay in their place are changed, further ones added, the rest deleted."""
    from csdesk.book.read import rows

    held: list[Row] = [dict(row) for row in rows(book, Kind.PLAY_STEP, where={"play_id": play})]
    held.sort(key=lambda row: (row["place"], row["id"]))
    told: list[dict[str, Value]] = [
        {
            "place": place,
            "title": one.title.strip(),
            "customer_side": one.customer_side,
            "owner_id": one.owner,
            "due_days": one.due_days,
            "repeat_days": one.repeat_days,
            "repeat_for": one.repeat_for if one.repeat_days else None,
            **_carried(one),
        }
        for place, one in enumerate(wanted, 1)
    ]
    step.update_many(Kind.PLAY_STEP, [(row["id"], values) for row, values in zip(held, told, strict=False)])
    step.insert_many(Kind.PLAY_STEP, [{"play_id": play, **values} for values in told[len(held) :]])
    step.delete_many(Kind.PLAY_STEP, [row["id"] for row in held[len(told) :]])


def _carried(step: PlayStep) -> dict[str, Value]:
    """What a step carries, in the columns of steps and of tasks alike."""
    return {
        "material": step.material.value if step.material else None,
        "material_file": (step.file or None) if step.material is Material.FILE else None,
    }


def _refuse_unsound(play: Play) -> None:
    if not play.name.strip():
        raise Refused(Problem(Place(), "play.name", play.name, Reason.MISSING))
    if not play.steps or not all(one.title.strip() for one in play.steps):
        raise Refused(Problem(Place(), "play_step.title", "", Reason.MISSING))
    far = next((one for one in play.steps if not 0 <= one.due_days <= LONGEST_PLAY), None)
    if far is not None:
        raise Refused(Problem(Place(), "play_step.due_days", str(far.due_days), Reason.OUT_OF_RANGE))
    for one in play.steps:
        refuse_unsound_repeat(one.repeat_days, "play_step.repeat_days")
        refuse_unsound_file(one.file, "play_step.material_file")
        if one.repeat_for is not None and not 1 <= one.repeat_for <= LONGEST_PLAY:
            raise Refused(Problem(Place(), "play_step.repeat_for", str(one.repeat_for), Reason.OUT_OF_RANGE))


def start_play(
    book: Book, account: int, play: Play, on: date, risk: int | None = None, found: Found | None = None
) -> Changes:
    """Begin a play for an account, against a risk or without one: its steps become next steps, due so many days after
    `on`, of those they name, else of the account's owner. A signal that was `found` is answered with it: as a risk,
    against which the play then is, or quiet where it is a good moment. Raises Gone where the account has been
    deleted."""
    from csdesk.usecases.risks import risk_against
    from csdesk.usecases.signals import answer_good_moment

    _refuse_unsound(play)
    owner = one_row(book, Kind.ACCOUNT, account)["owner_id"]
    with book.step(StepName.START_PLAY, subject=play.name) as step:
        if found is not None:
            risk = risk_against(book, step, found, owner, on)
            answer_good_moment(book, step, found, on)
        begun: dict[str, Value] = {"account_id": account, "risk_id": risk, "play": play.name, "started_on": on}
        run = step.insert(Kind.PLAY_RUN, begun)
        step.insert_many(
            Kind.TASK,
            [
                {
                    "account_id": account,
                    "run_id": run,
                    "title": one.title,
                    "due_on": on + timedelta(days=one.due_days),
                    "owner_id": one.owner if one.owner is not None else owner,
                    "customer_side": one.customer_side,
                    "repeat_days": one.repeat_days,
                    "repeat_until": on + timedelta(days=one.repeat_for) if one.repeat_for else None,
                    **_carried(one),
                }
                for one in play.steps
            ],
        )
    return step.changes


def end_play(book: Book, run: int, helped: Helped, on: date, reason: str = "") -> Changes:
    """Say whether a play helped; steps that are still open are skipped for that reason. Raises Refused where some are
    and there is none."""
    from csdesk.book.read import rows

    before = one_row(book, Kind.PLAY_RUN, run)
    open_ = [int(str(row["id"])) for row in rows(book, Kind.TASK, where={"run_id": run}) if row["done_on"] is None]
    why = _reason(reason) if open_ else ""
    with book.step(StepName.END_PLAY, subject=before["play"]) as step:
        step.update(Kind.PLAY_RUN, run, {"ended_on": max(on, before["started_on"]), "helped": helped.value})
        step.update_many(Kind.TASK, [(task, {"done_on": on, "skipped_reason": why}) for task in open_])
    return step.changes


def _reason(reason: str) -> str:
    if not reason.strip():
        raise Refused(Problem(Place(), "task.skipped_reason", reason, Reason.MISSING))
    return reason.strip()


def runs_of(found: Sequence[Mapping[str, Any]], tasks: Sequence[Mapping[str, Any]]) -> tuple[PlayRun, ...]:
    """Rows of plays at work with their tasks: those still at work first, then the latest."""
    runs = [_run(row, [task for task in tasks if task["run_id"] == row["id"]]) for row in found]
    return tuple(sorted(runs, key=lambda one: (one.ended_on is not None, -one.started_on.toordinal(), one.id)))


def _run(row: Mapping[str, Any], tasks: Sequence[Mapping[str, Any]]) -> PlayRun:
    skipped = sum(task["skipped_reason"] is not None for task in tasks)
    done = sum(task["done_on"] is not None for task in tasks) - skipped
    helped = Helped(row["helped"]) if row["helped"] else None
    return PlayRun(
        row["id"], row["account_id"], row["play"], row["started_on"], row["ended_on"], helped, len(tasks), done, skipped
    )


def play_results(book: Book, as_of: date) -> Mapping[str, PlayResults]:
    """What came of each play, by its name: of the runs begun up to a day."""
    from csdesk.book.read import rows
    from csdesk.usecases.snapshot import snapshot_of

    context = snapshot_of(book).context(as_of)
    outcomes: dict[Any, Any] = {row["id"]: row["outcome"] for row in rows(book, Kind.RISK)}
    runs: dict[str, list[Row]] = {}
    found: list[Row] = [dict(row) for row in rows(book, Kind.PLAY_RUN)]
    for run in found:
        if run["started_on"] <= as_of:
            runs.setdefault(run["play"], []).append(run)

    def change(run: Row) -> float | None:
        after = run["started_on"] + timedelta(days=AFTER_DAYS)
        if after > as_of:
            return None
        healths = (context.healths(day).get(run["account_id"]) for day in (run["started_on"], after))
        begun, then = (health.score if health else None for health in healths)
        return then - begun if begun is not None and then is not None else None

    return {name: _results(mine, outcomes, [change(run) for run in mine]) for name, mine in runs.items()}


def _results(runs: Sequence[Row], outcomes: Mapping[Any, Any], changes: Sequence[float | None]) -> PlayResults:
    ends = [outcomes.get(run["risk_id"]) for run in runs]
    known = [one for one in changes if one is not None]
    return PlayResults(
        begun=len(runs),
        ended=sum(run["ended_on"] is not None for run in runs),
        helped=sum(run["helped"] == Helped.YES for run in runs),
        not_helped=sum(run["helped"] == Helped.NO for run in runs),
        averted=sum(end == RiskOutcome.AVERTED for end in ends),
        closed=sum(end in DECIDED for end in ends),
        change=sum(known) / len(known) if known else None,
        changes=len(known),
    )
