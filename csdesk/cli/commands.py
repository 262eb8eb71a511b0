"""One function a command: options in, exit status out."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from csdesk.cli import jsons
from csdesk.cli.opened import account_named, reading, who, writing
from csdesk.cli.output import group_text, progress_line, show_figures, show_json, show_table
from csdesk.cli.passwords import given
from csdesk.cli.status import Status
from csdesk.models.kinds import Language
from csdesk.usecases import books, importing
from csdesk.usecases.health_words import said_score
from csdesk.usecases.settings import BookSettings, book_settings
from csdesk.usecases.stopped import UnknownWord
from csdesk.wording.command import HEADINGS, OR_BEFORE, READ, UNKNOWN
from csdesk.wording.health import profile_name
from csdesk.wording.speech import look_up, percent
from csdesk.wording.window import BANDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.metrics.retention.survival import Step
    from csdesk.usecases.books import Book

Command = Callable[[Namespace], int]

_NOT_CHOSEN = {importing.TableKind.UNKNOWN, importing.TableKind.COLUMNS}
TABLE_KINDS = tuple(kind.value for kind in importing.TableKind if kind not in _NOT_CHOSEN)
_MAP_PARTS = {"kind", "fields", "choices"}


def new(options: Namespace) -> int:
    """`csdesk new`."""
    japanese = options.lang is Language.JA
    settings = BookSettings(
        currency=(options.currency or ("JPY" if japanese else "USD")).upper(),
        fiscal_start=options.fiscal_start or (4 if japanese else 1),
        language=options.lang,
    )
    books.new_book(options.book, settings, who=who(), clock=options.clock).close()
    print(options.book)
    return Status.DONE


def demo(options: Namespace) -> int:
    """`csdesk demo`."""
    books.demo_book(options.book, who=who(), clock=options.clock, language=options.lang).close()
    print(options.book)
    return Status.DONE


def read(options: Namespace) -> int:
    """`csdesk read`."""
    found = importing.read_files(options.files, progress_line("read"), sheet=options.sheet)
    if options.matched:
        matched = importing.match_tables(found, (), BookSettings(language=options.lang))
        records = [jsons.matched_table(table) for table in matched]
    else:
        records = [jsons.found_table(table) for table in found]
    if options.json:
        show_json(records)
    else:
        for record in records:
            print(f"{record['file']} {record['sheet']} {record['range']}: {', '.join(record['columns'])}")
            counts = {key: f"{len(record[key]):,}" for key in ("rows", "problems")}
            print(f"  {READ.say(options.lang, **counts)}")
    return (
        Status.PROBLEMS
        if any(trouble["refused"] for record in records for trouble in record["problems"])
        else Status.DONE
    )


def fields(options: Namespace) -> int:
    """`csdesk fields`."""
    from csdesk.usecases import dictionary

    if options.markdown:
        print(dictionary.as_markdown(), end="")
    else:
        show_table(*dictionary.as_table(options.lang))
    return Status.DONE


def import_files(options: Namespace) -> int:
    """`csdesk import`."""
    found = importing.read_files(options.files, progress_line("read"), sheet=options.sheet)
    with reading(options) if options.dry_run else writing(options) as book:
        matchings = _matchings(options, book, found)
        matched = importing.match_tables(found, matchings, book_settings(book), as_of=options.as_of)
        taken = [table for table in matched if options.sheet or not table.table.hidden]
        plan = importing.plan_import(book, taken, options.as_of)
        if not options.dry_run:
            importing.apply_plan(book, plan)
    tables = (*plan.tables, *(importing.left_hidden(table) for table in matched if table not in taken))
    records = [jsons.planned_table(planned) for planned in tables]
    if options.json:
        show_json(records)
    else:
        _show_plan(tables, options.lang)
    nothing = tables and all(planned.matched.kind is importing.TableKind.UNKNOWN for planned in tables)
    troubled = any(record["refused"] or record["conflict"] for record in records)
    return Status.PROBLEMS if nothing or troubled else Status.DONE


def export(options: Namespace) -> int:
    """`csdesk export`."""
    from csdesk.usecases.export import export_content, export_place, write_export
    from csdesk.usecases.sentences import problem_sentence

    password = given(options)
    with reading(options) as book:
        content = export_content(book, options.lang)
    problems = write_export(content, options.out, progress_line("write"), password)
    print(export_place(options.out))
    for problem in problems:
        print(f"  {problem_sentence(problem, options.lang)}")
    return Status.PROBLEMS if problems else Status.DONE


def metrics(options: Namespace) -> int:
    """`csdesk metrics`."""
    from csdesk.usecases.figures import figures_between, period_kind
    from csdesk.usecases.targets import targets_of

    kind = period_kind(options.period)
    with reading(options) as book:
        settings = book_settings(book)
        found = figures_between(
            book,
            options.as_of,
            first=options.first,
            last=options.last,
            kind=kind,
            by=options.by,
            ids=options.metric,
            rules=options.rules or settings.rules,
        )
        aims = targets_of(book, found)
    if options.json:
        show_json([jsons.measure(item, settings.money, target) for item, target in zip(found, aims, strict=True)])
    else:
        show_figures(found, settings.money, options.lang)
    return Status.DONE


def cohorts(options: Namespace) -> int:
    """`csdesk cohorts`."""
    from csdesk.usecases.cohorts import asked_for, cohort_triangles

    asked = asked_for(options.kind, options.period, options.activity, options.measure, options.least)
    with reading(options) as book:
        settings = book_settings(book)
        found = cohort_triangles(book, options.as_of, asked, by=options.by, rules=options.rules or settings.rules)
    if options.json:
        show_json([record for triangle in found for record in jsons.triangle(triangle, settings.money)])
        return Status.DONE
    for triangle in found:
        ages = max((len(cohort.cells) for cohort in triangle.cohorts), default=0)
        print(group_text(triangle.dimension, triangle.group, options.lang))
        show_table(
            (*HEADINGS["cohorts"][options.lang], *(str(age) for age in range(ages))),
            (
                (
                    OR_BEFORE.say(options.lang, period=c.start) if c.opening else str(c.start),
                    str(c.size),
                    *(percent(cell.value, 0) for cell in c.cells),
                    *[""] * (ages - len(c.cells)),
                )
                for c in triangle.cohorts
            ),
        )
    return Status.DONE


def survival(options: Namespace) -> int:
    """`csdesk survival`."""
    from csdesk.usecases.survival import survival_of
    from csdesk.wording.survival import shared_sentence, verdict_sentence

    with reading(options) as book:
        rules = options.rules or book_settings(book).rules
        found = survival_of(book, options.as_of, by=options.by, rules=rules)
    if options.json:
        show_json(jsons.survival(found))
        return Status.DONE
    lines = [
        (
            group_text(of.dimension, of.group, options.lang),
            *(f"{n}" for n in (step.time, step.at_risk, step.events, step.censored)),
            *_band(step),
        )
        for of in found.curves
        for step in of.curve.steps
    ]
    show_table(HEADINGS["survival"][options.lang], lines)
    if found.test is not None:
        print(verdict_sentence(found.test, options.lang))
    if found.shared:
        print(shared_sentence(options.lang))
    return Status.DONE


def _band(step: Step) -> tuple[str, str]:
    return percent(step.value), "" if step.low is None else f"{percent(step.low)}–{percent(step.high)}"


def health(options: Namespace) -> int:
    """`csdesk health`."""
    from csdesk.usecases.health import health_page

    with reading(options) as book:
        page = health_page(book, options.as_of)
        wanted = account_named(book, options.account) if options.account else None
    rows = [row for row in page.rows if wanted in {None, row.account}]
    if options.json:
        show_json([jsons.account_health(row.name, row.health) for row in rows])
        return Status.DONE
    several = bool(page.profile.special)
    show_table(
        HEADINGS["health_by_profile" if several else "health"][options.lang],
        (
            (
                row.name,
                said_score(row.health, options.lang),
                look_up(BANDS, row.health.band, options.lang),
                percent(row.health.coverage, 0),
                *((profile_name(row.health.profile, options.lang),) if several else ()),
            )
            for row in rows
        ),
    )
    return Status.DONE


def report(options: Namespace) -> int:
    """`csdesk report`."""
    from csdesk.usecases.board_templates import fill_template, told, write_starter
    from csdesk.usecases.packs import record_pack
    from csdesk.usecases.reports import board_content, write_board
    from csdesk.usecases.scope import Scope

    password = given(options)
    with reading(options) as book:
        settings = book_settings(book)
        scope = Scope.at(options.as_of, options.period, settings.fiscal_start)
        content = board_content(book, scope, options.lang, redact=options.redact)
    progress = progress_line("write")
    if options.starter:
        write_starter(content, options.out, progress)
    elif options.template:
        filled = fill_template(content, options.template, options.out, progress, password)
        sys.stderr.write(f"{told(filled, options.lang)}\n")
    else:
        write_board(content, options.out, progress, password)
    if options.sent is not None and not options.starter:
        with writing(options) as book:
            record_pack(book, content, options.out.name, options.sent)
    print(options.out)
    return Status.DONE


def today(options: Namespace) -> int:
    """`csdesk today`."""
    from csdesk.cli.due import due_json, due_line
    from csdesk.usecases.due import due_list

    with reading(options) as book:
        items = due_list(book, options.as_of, options.person)
    if options.json:
        show_json([due_json(item) for item in items])
    else:
        show_table(HEADINGS["today"][options.lang], (due_line(item, options.lang) for item in items))
    return Status.DONE


def touch(options: Namespace) -> int:
    """`csdesk touch`."""
    from csdesk.usecases.touches import TouchDraft, log_touch

    with writing(options) as book:
        account = account_named(book, options.account)
        draft = TouchDraft(
            account,
            options.type,
            options.date or options.as_of,
            minutes=options.minutes,
            note=options.note,
            next_step=options.next,
            next_due=options.due,
        )
        log_touch(book, draft)
    return Status.DONE


def _matchings(
    options: Namespace, book: Book, found: tuple[importing.FoundTable, ...]
) -> tuple[importing.Matching, ...]:
    if options.map is None and options.kind is None:
        return importing.remembered(book, found)
    try:
        given = json.loads(options.map.read_text(encoding="utf-8")) if options.map else {}
        fields = dict(given.get("fields", {}))
        _refuse_unknown({*given} - _MAP_PARTS)
        _refuse_unknown({*fields} - {column.heading for table in found for column in table.columns})
        _refuse_unknown({field for field in fields.values() if not importing.knows_field(str(field))})
        kind = importing.TableKind(options.kind or given["kind"]) if options.kind or "kind" in given else None
        choices = {importing.Choice(key): value for key, value in given.get("choices", {}).items()}
        _refuse_unknown({str(answer) for key, answer in choices.items() if not importing.knows_answer(key, answer)})
        return (importing.Matching(kind, fields, choices),) * len(found)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        raise UnknownWord(str(options.map)) from None


def _refuse_unknown(words: set[str]) -> None:
    if words:
        raise UnknownWord(min(words))


def _show_plan(tables: Sequence[importing.PlannedTable], language: Language) -> None:
    from csdesk.usecases.sentences import plan_sentence, problem_lines

    for planned in tables:
        print(plan_sentence(planned, language))
        if planned.matched.kind is importing.TableKind.UNKNOWN:
            print(f"  {UNKNOWN.say(language)}")
        for line in problem_lines(planned.problems, language):
            print(f"  {line}")
