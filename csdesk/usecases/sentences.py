"""Whole sentences about what happened: errors, refusals, plans, steps. For the window and the command line alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, Language
from csdesk.models.problems import Reason
from csdesk.usecases.stopped import Stopped
from csdesk.wording.book import step_words, trouble_words, undo_refused_words
from csdesk.wording.damages import damage_words
from csdesk.wording.intake import answer_words, field_words, kind_words, reason_words, refusal_words, verdict_words
from csdesk.wording.passwords import password_words
from csdesk.wording.reports import report_refusal_words
from csdesk.wording.rescuing import loss_words, more_words, rescue_words
from csdesk.wording.sharing import also_open_words, conflict_words, elsewhere_words
from csdesk.wording.speech import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from csdesk.book.damage import Damage
    from csdesk.book.errors import BookElsewhere, UndoRefused
    from csdesk.book.patient import Loss
    from csdesk.book.presence import Presence
    from csdesk.book.rescue import Rescue
    from csdesk.book.taken import Kept
    from csdesk.book.undo import StepLabel
    from csdesk.models.drafts import Changes
    from csdesk.models.problems import Problem
    from csdesk.usecases.importing import PlannedTable
    from csdesk.usecases.stopped import FirstAfterLast

_NOTHING_TO_UNDO = Words("There is nothing to undo.", "取り消す操作はありません。")
_UNDONE = Words("Undone: {what}", "取り消しました: {what}")
_REDONE = Words("Done again: {what}", "やり直しました: {what}")
_UNEXPECTED = Words(
    "Something unexpected happened ({what}). What was saved is safe.",
    "予期しないエラーが発生しました（{what}）。保存済みのデータは無事です。",
)
_MISTAKE = Words(
    "csdesk made a mistake ({what}). What was saved before is safe.",
    "csdeskの内部でエラーが発生しました（{what}）。それまでに保存したデータは無事です。",
)
_DETAILS = Words("Details, without customer data: {log}", "詳細（顧客データは含みません）: {log}")
_UNKNOWN_WORD = Words('"{word}" is not known here.', "「{word}」は使えません。")
_NOT_BY_WEEK = Words(
    "Accounts are counted by month, quarter or year: contracts run by months, and a week says nothing about them.",
    "アカウントの指標は月・四半期・年で集計します。契約は月単位で続くため、週単位の率には意味がありません。",
)
_NO_TEXT = Words(
    "“{word}” is not Unicode text. Nothing was changed. Write it anew, or give the file another name.",
    "「{word}」は文字として読み取れません（Unicodeではありません）。変更は行っていません。"
    "入力し直すか、ファイル名を変更してください。",
)
_FIRST_AFTER_LAST = Words(
    "The first month asked for, {first}, comes after the last, {last}.",
    "開始月 {first} が終了月 {last} より後になっています。",
)
_GONE = Words("This row has been deleted meanwhile.", "この行はすでに削除されています。")
_NAME_NEEDED = Words("A name is needed.", "名前を入力してください。")
_NEEDED = Words("{field}: a value is needed.", "{field}を入力してください。")
_THERE = Words("{seen}: {said}", "{seen}：{said}")
_FEW = 3
"""Remarks of one kind that are told one by one."""
_MORE = Words("and {count} more: {what}", "ほか{count}件: {what}")
_MOST_ALIKE = 100
"""Losses of one sort that are told one by one."""
_MORE_STAY = Words("and {count} more rows", "ほか{count}件")
_PLAN = Words("{file}{sheet}: {kind} - {counts}", "{file}{sheet}: {kind}　{counts}")


def error_sentence(error: Exception, language: Language) -> str:
    """One plain sentence for anything that can be refused: what happened, what is safe, what to do."""
    for kind, say in _sayings():
        if isinstance(error, kind):
            return say(error, language)
    return _UNEXPECTED.say(language, what=getattr(error, "strerror", None) or type(error).__name__)


def mistake_sentence(error: BaseException, log: Path | None, language: Language) -> str:
    """That csdesk itself has failed, and where the details are, for whoever has no window."""
    sentence = _MISTAKE.say(language, what=type(error).__name__)
    return sentence if log is None else f"{sentence} {_DETAILS.say(language, log=log)}"


def is_mistake(error: Exception) -> bool:
    """Whether an error is ours, rather than something that is refused or that the system cannot do."""
    return not isinstance(error, OSError | Stopped) and not any(isinstance(error, kind) for kind, _ in _sayings())


def _sayings() -> tuple[tuple[type[Exception], Callable[[Any, Language], str]], ...]:
    from csdesk.book.errors import BookElsewhere, BookError, UndoRefused
    from csdesk.usecases.importing import FileRefused
    from csdesk.usecases.reports import ReportRefused
    from csdesk.usecases.rows import Gone
    from csdesk.usecases.stopped import FirstAfterLast, NotByWeek, NoText, PasswordRefused, Refused, UnknownWord

    return (
        (UndoRefused, _undo_refused),
        (BookElsewhere, _elsewhere),
        (BookError, lambda error, language: trouble_words(error.trouble, str(error.path), language)),
        (FileRefused, lambda error, language: refusal_words(error.args[0], error.args[1], language, *error.args[2:])),
        (Refused, lambda error, language: problem_sentence(error.problem, language)),
        (ReportRefused, lambda error, language: report_refusal_words(error.reason, str(error.path), language)),
        (PasswordRefused, lambda error, language: password_words(error.trouble, str(error.path), language)),
        (NotByWeek, lambda _error, language: _NOT_BY_WEEK.say(language)),
        (FirstAfterLast, _first_after_last),
        (NoText, lambda error, language: _NO_TEXT.say(language, word=error.args[0])),
        (UnknownWord, lambda error, language: _UNKNOWN_WORD.say(language, word=error.args[0])),
        (Gone, lambda _error, language: _GONE.say(language)),
    )


def _first_after_last(error: FirstAfterLast, language: Language) -> str:
    first, last = error.args
    return _FIRST_AFTER_LAST.say(language, first=first, last=last)


def _undo_refused(error: UndoRefused, language: Language) -> str:
    if error.kind is not None and error.title:
        return undo_refused_words(error.kind, error.title, language)
    return trouble_words(error.trouble, str(error.path), language)


def _elsewhere(error: BookElsewhere, language: Language) -> str:
    seen = error.presence
    return elsewhere_words(
        error.standing,
        error.path,
        language,
        computer=seen.machine.name,
        who=seen.who,
        since=seen.since,
        ago=error.silent_for,
        record=seen.record.name,
    )


def also_open_sentence(other: Presence, language: Language) -> str:
    """That another computer has come to the open book."""
    return also_open_words(language, computer=other.machine.name, who=other.who, since=other.since)


def conflicts_sentence(copies: Iterable[Path], language: Language) -> str:
    """What second versions of the book lie beside it."""
    return conflict_words((copy.name for copy in copies), language)


def problem_sentence(problem: Problem, language: Language) -> str:
    """Where, which field, what was seen, why: 'Sheet1!C14 Start "2024-02-30": not a date'."""
    words = (
        answer_words(problem.seen, language)
        if problem.reason in {Reason.DATE_ORDER_TAKEN, Reason.CENTS_TAKEN}
        else problem.seen
    )
    seen = f'"{words}"' if words else ""
    if language is Language.JA and words:
        seen = f"「{words}」"
    if problem.reason is Reason.MISSING and not str(problem.place):
        needed = _NAME_NEEDED if problem.field.endswith(".name") else _NEEDED
        said = needed.say(language, field=field_words(problem.field, language))
        return _THERE.say(language, seen=seen, said=said) if words.strip() else said
    parts = (str(problem.place), field_words(problem.field, language), seen)
    return f"{' '.join(filter(None, parts))}: {reason_words(problem.reason, language, problem.field)}"


def problem_lines(problems: Iterable[Problem], language: Language) -> Iterator[str]:
    """A sentence for every refused cell; of remarks that say the same of many cells the first few, then how many more
    there are."""
    met: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        alike = (problem.reason, problem.field)
        met[alike] += not problem.refuses
        if problem.refuses or met[alike] <= _FEW:
            yield problem_sentence(problem, language)
    for (reason, field), count in met.items():
        if count > _FEW:
            what = " ".join(filter(None, (field_words(field, language), reason_words(reason, language, field))))
            yield _MORE.say(language, count=f"{count - _FEW:,}", what=what)


def plan_sentence(planned: PlannedTable, language: Language) -> str:
    """What an import of one table does, in counts."""
    from csdesk.usecases.importing import Verdict

    table = planned.matched.table
    counts = "  ".join(
        f"{verdict_words(verdict, language)} {planned.count(verdict):,}"
        for verdict in Verdict
        if planned.count(verdict) or verdict in {Verdict.NEW, Verdict.SAME}
    )
    sheet = f" {table.sheet}" if table.sheet else ""
    kind = kind_words(planned.matched.kind, language)
    return _PLAN.say(language, file=table.file, sheet=sheet, kind=kind, counts=counts)


def damage_sentence(damage: Damage, language: Language) -> str:
    """One damage that `check` found."""
    return damage_words(damage.what, language, **damage.details)


def rescue_sentence(rescue: Rescue, language: Language) -> str:
    """What the new book holds, and whether its history could be kept."""
    rows = {str(kind): count for kind, count in rescue.rows.items()}
    return rescue_words(str(rescue.book), rows, language, losses=len(rescue.losses), history_kept=rescue.history_kept)


def loss_lines(losses: Iterable[Loss], language: Language) -> Iterator[str]:
    """A sentence for all that the new book lacks; of losses of one sort the first, then how many more there are."""
    met: Counter[tuple[str, Kind]] = Counter()
    for loss in losses:
        met[loss.what, loss.kind] += 1
        if met[loss.what, loss.kind] <= _MOST_ALIKE:
            yield loss_words(
                loss.what, loss.kind, language, row=loss.row, name=loss.name, account=loss.account,
                column=loss.column, seen=loss.seen, count=loss.count,
            )  # fmt: skip
    for (what, kind), count in met.items():
        if count > _MOST_ALIKE:
            yield more_words(what, kind, language, count=count - _MOST_ALIKE)


def step_sentence(step: Changes | StepLabel, language: Language) -> str:
    """What a step did: 'Import of contracts.csv', 'Edit of 12 accounts'."""
    return step_words(step.name, language, subject=step.subject, count=step.rows)


def undone_sentence(changes: Changes | None, language: Language) -> str:
    """What was taken back."""
    if changes is None:
        return _NOTHING_TO_UNDO.say(language)
    return _UNDONE.say(language, what=step_sentence(changes, language))


def kept_sentences(stays: Sequence[Kept], language: Language, *, most: int) -> Iterator[str]:
    """The rows that stay, so many of them one by one."""
    yield from (kept_sentence(kept, language) for kept in stays[:most])
    if len(stays) > most:
        yield _MORE_STAY.say(language, count=f"{len(stays) - most:,}")


def kept_sentence(kept: Kept, language: Language) -> str:
    """A row that taking back leaves as it is, and why."""
    from csdesk.wording.history import row_words
    from csdesk.wording.taking_back import kept_words

    what = row_words(kept.kind, kept.title, kept.account, language)
    cause = (str(kept.cause or ""), kept.cause_title)
    return kept_words(what, kept.reason, kept.fields, cause, language)


def redone_sentence(changes: Changes | None, language: Language) -> str:
    """What was done again."""
    if changes is None:
        return _NOTHING_TO_UNDO.say(language)
    return _REDONE.say(language, what=step_sentence(changes, language))
