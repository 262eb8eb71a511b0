"""The question of the Users page, and figures of users opened down to files and rows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows, sources
from csdesk.metrics.measure import Why
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.usecases.behaviour import behaviour, marker_effects
from csdesk.usecases.books import undo
from csdesk.usecases.explain import explain
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_files
from csdesk.usecases.left_out import WhyOut
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import book_settings
from csdesk.usecases.users import over, users_page
from csdesk.wording.users import finding_text, lead_text

HEADINGS = "Company,User,E-mail,Date,Event,Count\n"


@pytest.fixture
def scope(today: date) -> Scope:
    return Scope(today, Period.holding(Month.of(today), PeriodKind.MONTH))


def test_groups_and_roles_add_up(demo: Book, scope: Scope) -> None:
    page = users_page(demo, Scope(scope.as_of, scope.period, by="tier"))
    now = page.rows[-1]
    assert sum(int(group.monthly.value or 0) for group in page.groups) == now.monthly.value
    assert sum(int(group.monthly.value or 0) for group in page.roles) == now.monthly.value
    lost = next(tile.measure for tile in page.tiles if tile.measure.metric == "user_attrition")
    assert sum(int(account.attrition.part or 0) for account in page.accounts) == lost.part
    assert sum(int(group.attrition.whole or 0) for group in page.groups) == lost.whole
    assert (now.complete, page.rows[-2].complete) == (False, True)
    assert page.lead is not None
    assert page.only_login
    assert page.rising == tuple(sorted(page.rising, key=lambda row: (-row.mrr, row.name)))
    assert all(row.late.value > row.before.value for row in page.rising)


def test_every_user_of_a_figure_opens(demo: Book, scope: Scope) -> None:
    row = users_page(demo, scope).rows[-2]
    for measure in (row.monthly, row.attrition):
        found = explain(demo, measure, scope)
        assert len(found.rows) == len(measure.evidence.ids)
        assert sum(row.part for row in found.rows) == measure.part
        assert measure.between is not None
        first, last = measure.between
        assert all(first <= use.on <= last for row in found.rows for use in row.lines)
        told = {account for row in found.rows for account in [row.account]}
        assert len(told) + sum(len(left.accounts) for left in found.left_out) == len(rows(demo, Kind.ACCOUNT))
    of_group = users_page(demo, Scope(scope.as_of, scope.period, by="tier")).groups[0].monthly
    assert WhyOut.OTHER_GROUP in {left.why for left in explain(demo, of_group, scope).left_out}


def test_a_list_of_use_with_users_opens_to_its_rows(book: Book, tmp_path: Path, apply_sheet: Any) -> None:
    apply_sheet(book, tmp_path, _sheet())
    contacts = {row["name"]: row["id"] for row in rows(book, Kind.CONTACT)}
    assert set(contacts) == {"User A", "User B"}
    assert {row["contact_id"] for row in rows(book, Kind.USE)} == set(contacts.values())
    scope = Scope(date(2026, 2, 28), Period(Month.parse("2026-02")))
    page = users_page(book, scope)
    assert [(str(row.period), row.monthly.value) for row in page.rows] == [("2026-01", 2), ("2026-02", 1)]
    assert page.rows[-1].attrition.value == pytest.approx(0.5)
    found = explain(book, page.rows[-1].monthly, scope)
    assert [(row.name, len(row.lines)) for row in found.rows] == [("User A · Acme", 4)]
    assert [use.source for use in found.rows[0].lines] == [f"use.csv, {line}" for line in (9, 8, 7, 6)]
    assert (page.lead, page.rising) == (None, ())
    assert (page.groups, page.roles) == ((), ())


def _sheet() -> str:
    lines = [f"Acme,User A,a@acme.example,2026-0{month}-{day},export,2" for month in (1, 2) for day in (12, 15, 20, 26)]
    lines += [f"Acme,User B,b@acme.example,2026-01-{day},export,1" for day in (12, 20)]
    return HEADINGS + "\n".join(lines) + "\n"


@pytest.fixture
def apply_sheet() -> Callable[[Book, Path, str], None]:
    def run(book: Book, folder: Path, text: str) -> None:
        path = folder / "use.csv"
        path.write_text(text, encoding="utf-8")
        matched = match_tables(read_files([path], lambda *_: None), (), book_settings(book))
        apply_plan(book, plan_import(book, matched, date(2026, 3, 1)))

    return run


def test_groups_by_use_begin_with_key_features(demo: Book, scope: Scope) -> None:
    found = behaviour(demo, scope)
    assert found.chosen in {"dashboards", "shares"}
    assert [name.code for name in found.measures][:2] == ["dashboards", "shares"] or found.measures
    assert behaviour(demo, scope, "no such measure").chosen == found.chosen
    assert over(demo, scope) == scope.period.previous


def test_a_book_without_use(book: Book, scope: Scope) -> None:
    page = users_page(book, scope)
    assert (page.rows, page.accounts, page.only_login, page.nameless) == ((), (), (), 0)
    assert {tile.measure.why for tile in page.tiles} == {Why.NO_USE}
    assert behaviour(book, scope).found is Why.NO_USE
    assert marker_effects(book, scope) == ()


def test_markers_up_to_the_day(demo: Book, scope: Scope) -> None:
    found = marker_effects(demo, scope)
    assert found == tuple(sorted(found, key=lambda row: row.on, reverse=True))
    with demo.step(StepName.DEMO) as step:
        step.insert(Kind.MARKER, {"on_date": date(2027, 1, 1), "kind": "release", "title": "Later"})
    assert [row.id for row in marker_effects(demo, scope)] == [row.id for row in found]


@pytest.mark.parametrize("language", Language)
def test_what_leads_is_said_with_its_intervals(language: Language) -> None:
    interval = (0.1, 0.4)
    said = {
        lead_text((3, n, interval), (2, 40, interval), difference, language)
        for n, difference in ((12, (0.1, 0.3)), (12, (-0.3, -0.1)), (12, (-0.1, 0.1)), (5, (0.1, 0.3)))
    }
    assert len(said) == 4
    unknown = lead_text((0, 0, None), (1, 2, interval), None, language)
    assert unknown not in said
    assert "0" in unknown
    assert "−5.0" in finding_text("supports", -0.05, -0.01, language)


EVENTS = "Company,E-mail,Time,Event,Count\n" + "".join(
    f"Acme {n % 2},user{n % 3}@acme.example,2026-01-{10 + n // 12:02} {8 + n % 12:02}:00:00,export,1\n"
    for n in range(48)
)


@pytest.mark.parametrize("many", [10, 20_000])
def test_each_row_of_use_opens_to_every_line_it_is_the_sum_of(
    book: Book, tmp_path: Path, apply_sheet: Any, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """Two events of each person in each account of a day are one row of use, of two lines of the file; all lines are
    told once. A second file leaves the first's rows as they are; taking it back leaves no place behind."""
    monkeypatch.setattr("csdesk.intake.matching.records.blocks.MANY", many)
    apply_sheet(book, tmp_path, EVENTS)
    held = rows(book, Kind.USE)
    places = sources(book, Kind.USE, [int(str(row["id"])) for row in held])
    assert len(places) == len(held) == 24
    lines = EVENTS.splitlines()
    for row in held:
        place = places[int(str(row["id"]))]
        own = [lines[line - 1] for line in (place.line, *place.others)]
        assert len(own) == row["amount"] == 2
        assert all(str(row["on_date"]) in line for line in own)
        assert len({line.split(",")[1] for line in own}) == 1
    told = [line for place in places.values() for line in (place.line, *place.others)]
    assert sorted(told) == list(range(2, 50))
    apply_sheet(book, tmp_path, EVENTS.replace("2026-01-13", "2026-01-14"))
    both = sources(book, Kind.USE, [int(str(row["id"])) for row in rows(book, Kind.USE)])
    assert len(both) == 30
    assert {row: both[row] for row in places} == places
    undo(book)
    undo(book)
    assert sources(book, Kind.USE, list(both)) == {}


@pytest.mark.parametrize(
    "tables", ["[3]", '[{"use": 1, "sheet": ""}]', '[{"sheet": "", "use": ["!", "", ""]}]', '{"use": 1}',
               '[{"sheet": "", "use": ["eJxjYGBgAAAABAAB", "eJxjYGBgAAAABAAB", ""]}]'],
)  # fmt: skip
def test_places_that_cannot_be_read_are_passed_over(book: Book, tmp_path: Path, apply_sheet: Any, tables: str) -> None:
    apply_sheet(book, tmp_path, _sheet())
    held = [int(str(row["id"])) for row in rows(book, Kind.USE)]
    with book.step(StepName.DEMO) as step:
        (batch,) = rows(book, Kind.BATCH)
        step.update(Kind.BATCH, int(str(batch["id"])), {"tables": tables})
    assert sources(book, Kind.USE, held) == {}
