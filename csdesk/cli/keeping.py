"""Commands that keep a book safe and whole: damage, copies, history, the bin, what is missing, steps taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.cli import jsons
from csdesk.cli.opened import account_named, reading, who, writing
from csdesk.cli.output import progress_line, say_error, show_json, show_table
from csdesk.cli.passwords import asked, refuse_file
from csdesk.cli.status import Status
from csdesk.usecases import books, sealing
from csdesk.usecases.sealing import is_sealed_name
from csdesk.usecases.settings import book_settings
from csdesk.wording.bin import EMPTY as BIN_EMPTY
from csdesk.wording.command import COMPLETE, HEADINGS, SOUND
from csdesk.wording.speech import money

if TYPE_CHECKING:
    from argparse import Namespace

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.hygiene import Finding
    from csdesk.usecases.merging import MergePlan


def check(options: Namespace) -> int:
    """`csdesk check`."""
    from csdesk.usecases.rescue import may_be_rescued
    from csdesk.usecases.sentences import damage_sentence

    try:
        with reading(options) as book:
            damages = books.check_book(book)
    except books.BookError as error:
        if not may_be_rescued(error):
            raise
        say_error(error, options.lang)
        _say_ways(options)
        return Status.UNUSABLE
    for damage in damages:
        print(damage_sentence(damage, options.lang))
    if not damages:
        print(SOUND.say(options.lang))
        return Status.DONE
    _say_ways(options)
    return Status.PROBLEMS


def _say_ways(options: Namespace) -> None:
    """What can be done about a damaged book."""
    import shlex

    from csdesk.usecases.rescue import newest_sound_backup
    from csdesk.wording.rescuing import ways_words

    found = newest_sound_backup(options.book, clock=options.clock)
    for line in ways_words(
        options.lang,
        book=shlex.quote(str(options.book)),
        backup=shlex.quote(str(found.path)) if found else "",
        at=found.at if found else None,
        held={"account": found.accounts, "contract": found.contracts, "touch": found.touches} if found else {},
    ):
        print(line)


def rescue(options: Namespace) -> int:
    """`csdesk rescue`."""
    from csdesk.usecases.rescue import rescue_book
    from csdesk.usecases.sentences import loss_lines, rescue_sentence

    progress = progress_line(str(options.new))
    done = rescue_book(options.book, options.new, who=who(), clock=options.clock, progress=progress)
    print(rescue_sentence(done, options.lang))
    for line in loss_lines(done.losses, options.lang):
        print(line)
    return Status.PROBLEMS if done.losses else Status.DONE


def backup(options: Namespace) -> int:
    """`csdesk backup`."""
    if options.out is not None and is_sealed_name(options.out):
        password = asked(options, options.out, anew=True)
        with reading(options) as book:
            content = sealing.content_of(book)
        sealing.seal(content, options.out, password)
        print(options.out)
        return Status.DONE
    refuse_file(options, options.out or options.book)
    with reading(options) as book:
        print(books.backup_book(book, options.out))
    return Status.DONE


def restore(options: Namespace) -> int:
    """`csdesk restore`."""
    password = asked(options, options.copy) if sealing.is_sealed(options.copy) else ""
    kept = books.restore_book(
        options.book, options.copy, clock=options.clock, machine=options.machine, password=password
    )
    print(kept or options.book)
    return Status.DONE


def history(options: Namespace) -> int:
    """`csdesk history`."""
    from csdesk.usecases.history import history, history_lines
    from csdesk.usecases.history_search import lines_with

    with reading(options) as book:
        account = account_named(book, options.account) if options.account else None
        items, currency = history(book, account=account, limit=-1), book_settings(book).money
    lines = history_lines(items, currency, options.lang)
    if options.search:
        lines = lines_with(lines, options.search)
    if options.json:
        show_json([jsons.history_line(line) for line in lines])
        return Status.DONE
    show_table(
        HEADINGS["history"][options.lang],
        (
            (str(i.item.step), i.at, i.item.who, i.what, i.row, i.field, _from_to(i.before, i.after), i.fate)
            for i in lines
        ),
    )
    return Status.DONE


def hygiene(options: Namespace) -> int:
    """`csdesk hygiene`."""
    from csdesk.usecases.hygiene import hygiene_page
    from csdesk.wording.hygiene import about_words, lack_words

    with reading(options) as book:
        page, currency = hygiene_page(book, options.as_of), book_settings(book).money
    if options.json:
        show_json([jsons.finding(found, currency) for found in page.findings])
        return Status.DONE
    show_table(
        HEADINGS["hygiene"][options.lang],
        (
            (
                lack_words(found.lack, options.lang),
                found.account_name,
                about_words(found.about, _other(found), found.why, options.lang),
                money(found.mrr, currency, options.lang),
                str(found.since or ""),
            )
            for found in page.open
        ),
    )
    if not page.open:
        print(COMPLETE.say(options.lang))
    return Status.DONE


def _other(found: Finding) -> str:
    """The other account of a pair."""
    return found.other_name if found.other_account != found.account else ""


def _from_to(before: str, after: str) -> str:
    return f"{before} → {after}".strip() if before or after else ""


def bin_(options: Namespace) -> int:
    """`csdesk bin`."""
    from csdesk.usecases import bin as binned

    deed = options.put_back or options.erase or options.empty
    with (writing if deed else reading)(options) as book:
        if options.put_back:
            print(binned.put_back_sentence(binned.put_back(book, options.put_back), options.lang))
            return Status.DONE
        lines = binned.bin_lines(book, options.lang, options.search)
        lines = binned.before(lines, options.clock(), options.older_than) if options.older_than else lines
        if options.erase or (options.empty and lines):
            numbers = options.erase or [line.number for line in lines]
            print(binned.erased_sentence(binned.erase(book, numbers), options.lang))
            return Status.DONE
    if options.json:
        show_json([jsons.bin_line(line) for line in lines])
    elif lines:
        told = ((str(line.number), line.at, line.who, line.what, line.account, line.goes_with) for line in lines)
        show_table(HEADINGS["bin"][options.lang], told)
    else:
        print(BIN_EMPTY.say(options.lang))
    return Status.DONE


def undo(options: Namespace) -> int:
    """`csdesk undo`. What of a step stays is told row by row."""
    from csdesk.usecases.sentences import kept_sentence, undone_sentence
    from csdesk.wording.taking_back import stayed_words

    kept: tuple[books.Kept, ...] = ()
    with writing(options) as book:
        if options.step is None:
            changes = books.undo(book)
        else:
            changes, plan = books.taken_back(book, options.step)
            kept = plan.stays
    print(undone_sentence(changes, options.lang))
    if kept:
        print(stayed_words(len(kept), options.lang))
    for row in kept:
        print(f"  {kept_sentence(row, options.lang)}")
    return Status.PROBLEMS if kept else Status.DONE


def merge(options: Namespace) -> int:
    """`csdesk merge`. What is asked is answered by --prefer, else so that nothing is lost, and told either way."""
    from csdesk.usecases.merging import CopyBeside, answers_of, settled

    with reading(options) if options.dry_run else writing(options) as book:
        copy = CopyBeside(book, options.other)  # closed with the book
        plan = settled(copy, options.prefer)
        if not options.dry_run:
            copy.merge(answers_of(plan))
        currency = book_settings(book).money
    if options.json:
        show_json(jsons.merge_plan(plan))
    else:
        _show_merge(plan, currency, options.lang)
    return Status.PROBLEMS if plan.questions and not options.prefer else Status.DONE


def _show_merge(plan: MergePlan, currency: Currency, language: Language) -> None:
    from csdesk.usecases.merging import plan_lines, question_line, step_lines
    from csdesk.wording.merging import NOTHING_NEW, question_words

    for line in (*step_lines(plan, language), *plan_lines(plan, language)):
        print(line)
    for question in plan.questions:
        told = question_line(question, currency, language)
        what = " · ".join(filter(None, (told.what, told.field)))
        print(question_words(question.asked, what, told.mine, told.theirs, question.answer, language))
    if plan.brings_nothing:
        print(NOTHING_NEW.say(language))
