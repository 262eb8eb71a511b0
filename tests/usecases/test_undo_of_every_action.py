"""Every action of the use cases, undone and redone, leaves the same book."""

import ast
import importlib
import pkgutil
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

import csdesk.usecases
from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.health.profile import HOUSE_PROFILE
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.rules import Rules
from csdesk.metrics.signals.found import HOUSE_SETTINGS, Found, RuleSetting
from csdesk.metrics.users.activity import Judged
from csdesk.models.drafts import Changes
from csdesk.models.kinds import ChangeKind, Kind, Language, ReasonFamily, StepName, Survey, TouchType
from csdesk.models.levels import Level
from csdesk.models.months import Month, PeriodKind
from csdesk.models.signals import Helped, Signal
from csdesk.usecases import (
    accounts,
    answer_rows,
    answers,
    books,
    completing,
    costs,
    definitions,
    drafts,
    due_answers,
    growth,
    health,
    health_override,
    health_profile,
    invitations,
    joining,
    kept_figures,
    known_layouts,
    markers,
    maturity,
    measures,
    packs,
    plays,
    rates,
    reports,
    risks,
    serving,
    settings,
    signal_rules,
    signals,
    targets,
    tasks,
    team,
    tickets,
    touches,
    views,
    work_rows,
)
from csdesk.usecases import bin as binned
from csdesk.usecases.due import DueItem, DueReason, DueWhy, Points
from csdesk.usecases.hygiene import Finding, Lack
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.rows import delete_row
from csdesk.usecases.scope import Scope
from tests.thorough import THOROUGH

from .merging_once import merge_copy

DAY = date(2026, 1, 5)
Action = Callable[[Book, int, date], Changes]
BEGINNINGS = frozenset({StepName.NEW_BOOK, StepName.DEMO, StepName.RESCUE})
"""How a book came to be; there is no going back before it."""
FOR_GOOD = frozenset({StepName.ERASE})
"""What is asked for once, because nothing brings it back."""
PASTED = "顧客名\tプラン\t月額\t開始日\t解約日\n新しい見本商店\tA\t12,000円\t2025/04/01\t\n"
OTHERS = "Customer\tPlan\tMRR\tStart\nSample Works\tA\t120\t2025-04-01\n"


_WORK: dict[Kind, dict[str, str]] = {
    Kind.GOAL: {"statement": "Sooner"},
    Kind.MILESTONE: {"title": "Kickoff"},
    Kind.DEAL: {"name": "More seats"},
    Kind.FEEDBACK: {"title": "Export"},
    Kind.INTERVIEW: {"stated_reason": "Price"},
    Kind.MAILING: {"name": "News"},
    Kind.RISK: {"title": "New owner"},
    Kind.WIN: {"title": "Month end in two days"},
}
"""Rows of the work with an account, with what each needs."""


_DAYS = {Kind.RISK: {"first_signal_on": DAY, "logged_on": DAY}, Kind.WIN: {"on_date": DAY}}


def _work_with(book: Book, account: int, times: int = 1) -> None:
    with book.step(StepName.IMPORT) as step:
        for kind, values in _WORK.items():
            step.insert_many(kind, [{"account_id": account, **values, **_DAYS.get(kind, {})}] * times)


def _work_saved(book: Book, kind: Kind, account: int, row: int | None = None) -> Changes:
    given: dict[str, work_rows.Given] = dict.fromkeys(_WORK[kind], "another word")
    given |= _DAYS.get(kind, {})
    return work_rows.save_work(book, work_rows.WorkDraft(kind, account, given, row))


def _imported(book: Book, _account: int, today: date, text: str = PASTED) -> Changes:
    found = read_pasted(text, "pasted")
    plan = plan_import(book, match_tables(found, (), settings.book_settings(book)), today)
    return apply_plan(book, plan)


def _recorded(book: Book, _account: int, today: date) -> Changes:
    content = reports.board_content(book, Scope.at(today, PeriodKind.QUARTER), Language.JA)
    return packs.record_pack(book, content, "Q1.xlsx", "Board")


def _layout(book: Book) -> known_layouts.KnownLayout:
    return known_layouts.known_layouts(book)[0]


def _first(book: Book, kind: Kind, account: int) -> int:
    return int(str(rows(book, kind, where={"account_id": account})[0]["id"]))


def _any(book: Book, kind: Kind) -> int:
    return int(str(rows(book, kind)[0]["id"]))


def _merged(book: Book, account: int, today: date) -> Changes:
    copy = books.backup_book(book, book.path.with_name(f"colleague {book.clock():%H%M%S}.csdesk"))
    with books.open_book(copy, who="colleague", clock=book.clock) as other:
        touches.log_touch(other, touches.TouchDraft(account, TouchType.CALL, today, note="over there"))
    changes = merge_copy(book, copy, {})
    copy.unlink()
    assert changes is not None
    return changes


def _lacking(lack: Lack, account: int, row: int) -> Finding:
    return Finding(lack, account, "Sample", row, "", Fraction(0), None)


def _due(account: int) -> DueItem:
    reasons = (DueReason(DueWhy.HEALTH_RED), DueReason(DueWhy.SIGNAL, signal=Signal.NO_TOUCH))
    return DueItem(account, "Sample", "", Fraction(0), Points(0, 0, 0, 0), reasons)


def _another(book: Book, account: int) -> int:
    """An account with contacts and touches that is not this one."""
    touched = [row["account_id"] for row in rows(book, Kind.TOUCH)]
    return next(int(str(other)) for other in touched if other != account)


def _last_taken_back(book: Book) -> Changes:
    last = books.undo_state(book).undo
    assert last is not None
    changes = books.take_back(book, last.step)
    assert changes is not None
    return changes


ACTIONS: dict[str, Action] = {
    "add account": lambda book, _a, _t: accounts.add_account(book, "株式会社追加見本"),
    "edit cells": lambda book, a, _t: accounts.edit_accounts(
        book,
        [
            accounts.CellEdit(a, "name", "Renamed sample"),
            accounts.CellEdit(a, "tier", "ハイタッチ"),
            accounts.CellEdit(a, "owner", "Somebody new"),
            accounts.CellEdit(a, "sentiment", "４"),
            accounts.CellEdit(a, "custom:Own", "value"),
        ],
    ),
    "delete account": lambda book, a, _t: accounts.delete_accounts(book, [a]),
    "log touch": lambda book, a, t: touches.log_touch(
        book, touches.TouchDraft(a, TouchType.CALL, t, 20, "=1+1", next_step="call again", next_due=t)
    ),
    "edit touch": lambda book, a, t: touches.edit_touch(
        book, _first(book, Kind.TOUCH, a), touches.TouchDraft(a, TouchType.VISIT, t, 5, "other")
    ),
    "delete touch": lambda book, a, _t: delete_row(book, Kind.TOUCH, _first(book, Kind.TOUCH, a)),
    "edit contact": lambda book, a, _t: drafts.save_contact(
        book, drafts.ContactDraft(a, "Contact Y", executive=True, id=_first(book, Kind.CONTACT, a))
    ),
    "edit contract": lambda book, a, t: drafts.save_contract(
        book, drafts.ContractDraft(a, t, 240_000, 12, "Other", id=_first(book, Kind.CONTRACT, a))
    ),
    "edit task": lambda book, a, t: tasks.save_task(book, tasks.TaskDraft("other", a, t, id=_any(book, Kind.TASK))),
    "edit task whole": lambda book, _a, t: tasks.save_task(
        book,
        replace(
            tasks.task_draft(book, _any(book, Kind.TASK)), title="new", due_on=None, owner="Somebody new", done_on=t
        ),
    ),
    "delete task": lambda book, _a, _t: delete_row(book, Kind.TASK, _any(book, Kind.TASK)),
    "add task": lambda book, a, t: tasks.save_task(book, tasks.TaskDraft("write", a, t)),
    "finish task": lambda book, _a, t: tasks.finish_task(book, _any(book, Kind.TASK), t),
    "finish task that repeats": lambda book, a, t: tasks.save_task(
        book, tasks.TaskDraft("report", a, t, repeat_days=7, done_on=t)
    ),
    "link file": lambda book, _a, _t: tasks.link_file(book, _any(book, Kind.TASK), "case.pdf"),
    "snooze task": lambda book, _a, t: tasks.snooze_task(book, _any(book, Kind.TASK), t + timedelta(days=3)),
    "add contact": lambda book, a, _t: drafts.save_contact(book, drafts.ContactDraft(a, "Contact Z")),
    "delete contact": lambda book, a, _t: delete_row(book, Kind.CONTACT, _first(book, Kind.CONTACT, a)),
    "add contract": lambda book, a, t: drafts.save_contract(book, drafts.ContractDraft(a, t, 120_000, 12, "New")),
    "delete contract": lambda book, a, _t: delete_row(book, Kind.CONTRACT, _first(book, Kind.CONTRACT, a)),
    "add person": lambda book, _a, _t: team.save_person(book, None, name="Member X"),
    "edit person": lambda book, _a, _t: team.save_person(book, team.team(book)[0], name="Member Y", role="lead"),
    "settings": lambda book, _a, _t: settings.change_settings(book, settings.BookSettings("USD", 1)),
    "hand value": lambda book, a, t: health.set_health_value(book, a, "independence", 4.0, t),
    "hand values": lambda book, a, t: health.set_health_values(
        book, [health.FactorEdit(a, "independence", "40"), health.FactorEdit(a, "outcome", "")], t
    ),
    "score by hand": lambda book, a, t: health_override.override_health(book, a, 30, "Frozen budget", t, None),
    "end of it": health_override.end_override,
    "health model": lambda book, _a, _t: health_profile.change_profile(
        book, replace(HOUSE_PROFILE, green=80.0, factors=HOUSE_PROFILE.factors[1:])
    ),
    "rules": lambda book, _a, _t: settings.change_rules(book, Rules.parse("ltv_window=12,gross_margin=4/5")),
    "definitions agreed": lambda book, _a, t: settings.change_rules(
        book, Rules(), definitions.Sheet(agreed_by="Sample lead", agreed_on=t)
    ),
    "definitions signed": lambda book, _a, t: settings.change_rules(
        book, definitions.versions(book)[0].rules, definitions.Sheet(note="Signed", agreed_on=t)
    ),
    "what if": lambda book, _a, _t: growth.suppose(book, 7),
    "maturity": lambda book, _a, _t: maturity.tell_level(book, Level.MANAGED),
    "measures": lambda book, _a, _t: measures.judge_measures(
        book, {_any(book, Kind.MEASURE): Judged(qualifies=False, least=2.5)}
    ),
    "why MRR changed": lambda book, a, t: drafts.save_contract(
        book, drafts.ContractDraft(a, t, 1_000, auto_renew=True, change=ChangeKind.ADD_ON)
    ),
    "add costs": lambda book, _a, _t: costs.add_costs(book, [costs.CostTexts("2026-01", "Web", amount="1,000")]),
    "edit costs": lambda book, _a, _t: costs.edit_costs(
        book, [costs.CostEdit(costs.cost_rows(book)[0].id, "amount", "7")]
    ),
    "add marker": lambda book, _a, _t: markers.add_marker(
        book, markers.MarkerTexts("2026/1/5", "価格改定", "New prices")
    ),
    "edit markers": lambda book, _a, _t: markers.edit_markers(
        book, [markers.MarkerEdit(_any(book, Kind.MARKER), "title", "Version 6")]
    ),
    "delete markers": lambda book, _a, _t: markers.delete_markers(book, [_any(book, Kind.MARKER)]),
    "delete costs": lambda book, _a, _t: costs.delete_costs(book, [row.id for row in costs.cost_rows(book)[:3]]),
    "delete figures": lambda book, _a, _t: kept_figures.delete_figures(
        book, [row.id for row in kept_figures.kept_figures(book).figures]
    ),
    "add exchange rates": lambda book, _a, _t: rates.add_rates(book, [rates.RateTexts("2026-01", "EUR", rate="150.5")]),
    "edit exchange rates": lambda book, _a, _t: rates.edit_rates(
        book, [rates.RateEdit(kept_figures.kept_figures(book).rates[0].id, "rate", "7")]
    ),
    "delete exchange rates": lambda book, _a, _t: rates.delete_rates(
        book, [row.id for row in kept_figures.kept_figures(book).rates]
    ),
    "add invitation": lambda book, _a, t: invitations.add_invitation(
        book, invitations.InvitationDraft(Survey.NPS, 40, t, name="Spring")
    ),
    "delete invitations": lambda book, _a, _t: invitations.delete_invitations(book, (_any(book, Kind.INVITATION),)),
    "delete answers": lambda book, _a, _t: answer_rows.delete_answers(book, [_any(book, Kind.ANSWER)]),
    "tell back": lambda book, _a, t: answer_rows.tell_back(book, _any(book, Kind.FEEDBACK), t),
    "edit rates": lambda book, _a, _t: serving.edit_rates(book, [(_any(book, Kind.PERSON), "5,000")]),
    "add answer": lambda book, a, t: answers.save_answer(book, answers.AnswerDraft(a, Survey.NPS, 9, t)),
    "edit answer": lambda book, _a, t: answers.save_answer(
        book, replace(answers.answer_draft(book, _any(book, Kind.ANSWER)), on=t, comment="new")
    ),
    "delete answer": lambda book, _a, _t: delete_row(book, Kind.ANSWER, _any(book, Kind.ANSWER)),
    **{f"delete {kind}": lambda book, _a, _t, kind=kind: delete_row(book, kind, _any(book, kind)) for kind in _WORK},
    **{f"add {kind}": lambda book, a, _t, kind=kind: _work_saved(book, kind, a) for kind in _WORK},
    **{f"edit {kind}": lambda book, a, _t, kind=kind: _work_saved(book, kind, a, _any(book, kind)) for kind in _WORK},
    "save view": lambda book, _a, _t: views.save_view(book, "accounts", "Mine", views.View(filter="x")),
    "note cause": lambda book, _a, _t: tickets.note_cause(book, _any(book, Kind.TICKET), "Nobody was trained"),
    "delete play": lambda book, _a, _t: delete_row(book, Kind.PLAY, _any(book, Kind.PLAY)),
    "delete view": lambda book, _a, _t: views.delete_view(book, views.saved_views(book, "accounts")[0].id),
    "give owner": lambda book, a, _t: completing.give_owner(book, [_lacking(Lack.OWNER, a, a)], "Somebody new"),
    "give reason": lambda book, a, _t: completing.give_reason(
        book, [_lacking(Lack.REASON, a, _first(book, Kind.CONTRACT, a))], ReasonFamily.GAP
    ),
    "give day": lambda book, a, _t: completing.give_day(
        book, [_lacking(Lack.START, a, _first(book, Kind.CONTRACT, a))], date(2020, 1, 1)
    ),
    "leave as it is": lambda book, a, _t: completing.leave_as_is(book, [_lacking(Lack.OWNER, a, a)]),
    "dismiss signals": lambda book, a, t: signals.dismiss(book, [Found(a, Signal.NO_TOUCH, t, ())], t),
    "rules of danger": lambda book, _a, _t: signal_rules.change_signal_rules(
        book, {**HOUSE_SETTINGS, Signal.NO_TOUCH: RuleSetting(on=True, limits=(45.0,))}
    ),
    "log signals": lambda book, a, t: risks.log_signals(book, [Found(a, Signal.NO_TOUCH, t, ())], t),
    "add play": lambda book, _a, _t: plays.save_play(book, plays.plays(book, Language.EN)[-1]),
    "edit play": lambda book, _a, _t: plays.save_play(
        book, replace(plays.plays(book, Language.EN)[0], name="Other", steps=(plays.PlayStep("Ask", 1),))
    ),
    "start play": lambda book, a, t: plays.start_play(book, a, plays.plays(book, Language.EN)[-1], t),
    "end play": lambda book, _a, t: plays.end_play(book, _any(book, Kind.PLAY_RUN), Helped.YES, t, "enough"),
    "set target": lambda book, _a, t: targets.set_target(
        book, targets.TargetDraft(MetricId.LOGO_CHURN, PeriodKind.QUARTER, Month.of(t), "2.5", "Last year's best")
    ),
    "delete target": lambda book, _a, _t: delete_row(book, Kind.TARGET, _any(book, Kind.TARGET)),
    "record pack": _recorded,
    "note pack": lambda book, _a, _t: packs.note_pack(book, _any(book, Kind.PACK), "For the bank"),
    "delete pack": lambda book, _a, _t: delete_row(book, Kind.PACK, _any(book, Kind.PACK)),
    "settle a line of today": lambda book, a, t: due_answers.settle(book, _due(a), t),
    "put off a line of today": lambda book, a, t: due_answers.put_off(book, _due(a), t),
    "list again": lambda book, _a, _t: completing.bring_back(book, [_lacking(Lack.START, 1, 1)]),
    "join accounts": lambda book, a, _t: joining.join_accounts(book, a, _another(book, a), {"name", "notes"}),
    "take back": lambda book, _a, _t: _last_taken_back(book),
    "put back": lambda book, _a, _t: binned.put_back(book, [binned.bin_lines(book, Language.EN)[0].number]),
    "import": _imported,
    "correct a layout": lambda book, _a, _t: known_layouts.change_layout(book, _layout(book), "Plan", ""),
    "rename a layout": lambda book, _a, _t: known_layouts.rename_layout(book, _layout(book), "Ours"),
    "forget a layout": lambda book, _a, _t: known_layouts.forget_layouts(book, [_layout(book)]),
    "merge": _merged,
}


@pytest.fixture(scope="module")
def viewed_file(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo book with something in the bin, something left as it is, and a step on top that can be taken back."""
    path = Path(shutil.copy(demo_file, tmp_path_factory.mktemp("viewed") / "demo.csdesk"))
    with Book.open(path, who="sample", clock=lambda: datetime(2026, 3, 18, 3, tzinfo=UTC)) as book:
        _see(book, date(2026, 3, 18))
    return path


def _see(book: Book, today: date) -> None:
    with book.step(StepName.IMPORT) as step:
        step.insert(Kind.EXCHANGE_RATE, {"month": "2026-01", "currency": "CHF", "base": "JPY", "rate": 170.25})
        days = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 1, 31)}
        step.insert(Kind.PERIOD_FIGURE, {**days, "name": "Leads", "value": 12.0})
        said = {"score": 20.0, "reason": "Sold", "set_on": date(2026, 1, 1), "who": "sample"}
        step.insert(Kind.HEALTH_OVERRIDE, {"account_id": int(str(rows(book, Kind.TOUCH)[0]["account_id"])), **said})
    delete_row(book, Kind.TASK, _any(book, Kind.TASK))
    _work_with(book, int(str(rows(book, Kind.TOUCH)[0]["account_id"])))
    plays.save_play(book, plays.plays(book, Language.EN)[0])
    plays.start_play(book, _any(book, Kind.ACCOUNT), plays.plays(book, Language.EN)[0], today)
    completing.leave_as_is(book, [_lacking(Lack.START, 1, 1)])
    ACTIONS["set target"](book, 0, today)
    _recorded(book, 0, today)
    _imported(book, 0, today, OTHERS)
    views.save_view(book, "accounts", "Kept", views.View(filter="y"))


@pytest.fixture
def viewed(viewed_file: Path, tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Book]:
    """Such a book of the test's own."""
    with Book.open(Path(shutil.copy(viewed_file, tmp_path / "demo.csdesk")), who="sample", clock=clock) as opened:
        yield opened


def test_every_step_that_a_person_takes_is_among_the_actions(viewed: Book, today: date) -> None:
    account = int(str(rows(viewed, Kind.TOUCH)[0]["account_id"]))
    taken = set()
    for action in ACTIONS.values():
        taken.add(action(viewed, account, today).name)
        books.undo(viewed)
    assert taken == set(StepName) - BEGINNINGS - FOR_GOOD


def _writers() -> Iterator[tuple[str, str]]:
    """Module and name of every use case that begins a step, those aside that make a book."""
    for found in pkgutil.iter_modules(csdesk.usecases.__path__):
        path = importlib.import_module(f"csdesk.usecases.{found.name}").__file__
        if found.ispkg or path is None:
            continue
        tree = ast.parse(Path(path).read_text(encoding="utf-8"))
        for function in tree.body:
            if isinstance(function, ast.FunctionDef) and any(
                isinstance(node, ast.Attribute) and node.attr in {"step", "taken_back", "merge"}
                for call in ast.walk(function)
                if isinstance(call, ast.Call)
                for node in [call.func]
            ):
                yield path, function.name


def test_every_use_case_that_writes_is_among_the_actions(viewed: Book, today: date) -> None:
    account = int(str(rows(viewed, Kind.TOUCH)[0]["account_id"]))
    called = set()

    def note(frame: object, event: str, _argument: object) -> None:
        if event == "call":
            code = frame.f_code  # type: ignore[attr-defined]
            called.add((code.co_filename, code.co_name))

    for action in ACTIONS.values():
        before = sys.getprofile()
        sys.setprofile(note)
        try:
            action(viewed, account, today)
        finally:
            sys.setprofile(before)
        books.undo(viewed)
    writers = set(_writers())
    assert len(writers) > 15
    assert writers - called == set()


STEPS = 200 if THOROUGH else 50
_WITH_THE_DELETION_LAST = (*(name for name in ACTIONS if name not in {"delete account", "merge"}), "delete account")


def test_many_steps_of_every_kind_across_restarts(demo_file: Path, tmp_path: Path, today: date) -> None:
    """Every action in turn on one account after another; looked at wherever the book is closed and opened again."""
    path = tmp_path / "long.csdesk"
    path.write_bytes(demo_file.read_bytes())
    clock = Clock()

    def opened() -> Book:
        clock.moment += timedelta(hours=1)
        return books.open_book(path, who="sample", clock=clock)

    with opened() as book:
        accounts_ = [
            int(str(number))
            for number in dict.fromkeys(row["account_id"] for row in rows(book, Kind.TOUCH))
            if rows(book, Kind.CONTACT, where={"account_id": number})
            and rows(book, Kind.CONTRACT, where={"account_id": number})
        ]
        _work_with(book, accounts_[-1], times=8)
    dumps, done = [], 0
    for account in accounts_[:8]:
        if done >= STEPS:
            break
        with opened() as book:
            dumps.append((done, dump(book)))
            for name in _WITH_THE_DELETION_LAST:
                clock.moment += timedelta(minutes=1)
                done += ACTIONS[name](book, account, today).rows > 0
    with opened() as book:
        dumps.append((done, dump(book)))
    assert done >= STEPS
    for walk, way in ((books.undo, dumps[-2::-1]), (books.redo, dumps[1:]), (books.undo, dumps[-2::-1])):
        at = dumps[-1][0] if walk is books.undo else dumps[0][0]
        for number, expected in way:
            with opened() as book:
                for _ in range(abs(number - at)):
                    assert walk(book) is not None
                assert dump(book) == expected
            at = number
    with opened() as book:
        assert books.check_book(book) == ()


class Clock:
    """Moves on as the steps do."""

    moment = datetime(2026, 3, 18, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


@pytest.mark.parametrize("name", ACTIONS)
def test_undo_and_redo_give_the_same_book(name: str, viewed: Book, today: date) -> None:
    account = int(str(rows(viewed, Kind.TOUCH)[0]["account_id"]))
    before = dump(viewed)
    changes = ACTIONS[name](viewed, account, today)
    after = dump(viewed)
    assert changes.rows > 0
    assert after != before
    assert books.undo(viewed) is not None
    assert dump(viewed) == before
    assert books.redo(viewed) is not None
    assert dump(viewed) == after
    assert books.check_book(viewed) == ()


def test_a_refused_edit_writes_nothing(demo: Book) -> None:
    account = int(str(rows(demo, Kind.ACCOUNT)[0]["id"]))
    before = dump(demo)
    with pytest.raises(books.Refused):
        accounts.edit_accounts(
            demo, [accounts.CellEdit(account, "name", "fine"), accounts.CellEdit(account, "sentiment", "9")]
        )
    assert dump(demo) == before


def test_editing_a_cell_to_what_it_holds_is_no_step(demo: Book) -> None:
    row = rows(demo, Kind.ACCOUNT)[0]
    state = books.undo_state(demo)
    changes = accounts.edit_accounts(demo, [accounts.CellEdit(int(str(row["id"])), "name", str(row["name"]))])
    assert changes.rows == 0
    assert books.undo_state(demo) == state
