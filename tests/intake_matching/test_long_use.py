"""A long list of use is planned by column, and comes to the same as one that is planned row by row."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain

import pytest

from csdesk.intake.matching import match_tables
from csdesk.intake.matching.records.blocks import is_list_of_use
from csdesk.intake.planning import plan
from csdesk.intake.reading import read_text
from csdesk.intake.shapes import Known, MatchedTable, Plan, Verdict
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language
from csdesk.models.problems import Place, Problem, Reason
from csdesk.models.uses import columns_of

AS_OF = date(2026, 6, 30)
EVENTS = ("Logged in", "Report created", "Exported")
Figure = tuple[Value, ...]


def events(rows: int, seed: int, *, amounts: bool = True, timed: bool = True, spoil: bool = True) -> str:
    """A list of events, with a share of rows that cannot be taken."""
    chance = random.Random(seed)
    lines = ["Account,User email,Timestamp,Event" + (",Amount" if amounts else "")]
    for _ in range(rows):
        account, user = chance.randrange(6), chance.randrange(3)
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=chance.randrange(4 * 1440) if timed else 0)
        day = at if timed else at + timedelta(days=chance.randrange(90))
        when = f"{day:%Y-%m-%d %H:%M:%S}" if timed else day.date().isoformat()
        email, amount = f"user{user}@account{account}.example", str(chance.randrange(1, 9) / 4)
        if spoil and chance.random() < 0.1:
            when = chance.choice(("soon", "2026-02-30", when))
            amount = chance.choice(("many", "-3", amount))
            email = chance.choice(("", email))
        lines.append(f"Account {account},{email},{when},{chance.choice(EVENTS)}" + (f",{amount}" if amounts else ""))
    return "\n".join(lines) + "\n"


def measures(rows: int, seed: int) -> str:
    """A row for each account and day, with a column a measure: known ones, the team's own, and gaps."""
    chance = random.Random(seed)
    lines = ["Account,Date,Logins,Reports created,Widgets spun"]
    for _ in range(rows):
        figures = (str(chance.choice((*range(120), "", "2.5", "many"))) for _ in range(3))
        lines.append(f"Account {chance.randrange(6)},2026-01-{chance.randrange(28) + 1:02},{','.join(figures)}")
    return "\n".join(lines) + "\n"


def grid(rows: int, seed: int) -> str:
    """Months of use across, a row for each person; some stand twice."""
    chance = random.Random(seed)
    lines = ["Account,User email," + ",".join(f"Logins 2026-{month:02}" for month in range(1, 7))]
    for _ in range(rows):
        account, user = chance.randrange(9), chance.randrange(9)
        figures = (str(chance.choice((*range(20), "", "-2", "many"))) for _ in range(6))
        email = f"user{user}@account{account}.example" if chance.random() < 0.9 else ""
        lines.append(f"Account {account},{email},{','.join(figures)}")
    return "\n".join(lines) + "\n"


def seen(rows: int, seed: int) -> str:
    """People with what they did so far, and when they were last seen."""
    chance = random.Random(seed)
    lines = ["Account,User email,Logins,Reports created,Last seen"]
    for _ in range(rows):
        account, user = chance.randrange(9), chance.randrange(9)
        day = f"2026-03-{chance.randrange(28) + 1:02}"
        when = chance.choice(("", "soon", *[day] * 40))
        who = f"Account {account},user{user}@account{account}.example"
        lines.append(f"{who},{chance.randrange(40)},{chance.randrange(9)},{when}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def by_column(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Few rows are many enough."""
    with monkeypatch.context() as small:
        small.setattr("csdesk.intake.reading.csvs._PACKED_FROM", 1)
        small.setattr("csdesk.intake.reading.csvs.CHUNK_ROWS", 16)
        small.setattr("csdesk.intake.matching.records.blocks.MANY", 40)
        yield small


def matched(*texts: str) -> tuple[MatchedTable, ...]:
    found = [table for nth, text in enumerate(texts) for table in read_text(text, f"use{nth}.csv")]
    return match_tables(found, language=Language.EN, currency="USD", as_of=AS_OF)


def planned(tables: tuple[MatchedTable, ...], known: Known) -> Plan:
    return plan(tables, known, currency="USD", as_of=AS_OF)


def written(made: Plan, known: Known) -> Counter[Figure]:
    """The rows of use that a plan adds or changes, people and measures by name."""
    names: dict[tuple[Kind, Value], Value] = {(Kind.CONTACT, None): None}
    for kind, column in ((Kind.ACCOUNT, "name"), (Kind.CONTACT, "email"), (Kind.MEASURE, "code")):
        names |= {(kind, row["id"]): row[column] for row in known.get(kind, ())}
        names |= {
            (kind, one.id): one.values[column] for one in made.drafts if one.kind is kind and column in one.values
        }
    new = [one.values for one in made.drafts if one.kind is Kind.USE and one.id < 0]
    for block in made.blocks:
        new += [dict(zip(block.columns, row, strict=True)) for row in zip(*block.columns.values(), strict=True)]
    figures = Counter(
        (
            names[Kind.ACCOUNT, row["account_id"]],
            names[Kind.CONTACT, row.get("contact_id")],
            names[Kind.MEASURE, row["measure_id"]],
            row["on_date"],
            row["grain"],
            round(float(str(row["amount"])), 9),
        )
        for row in new
    )
    changed = [one for one in made.drafts if one.kind is Kind.USE and one.id > 0]
    return figures + Counter((one.id, round(float(str(one.values["amount"])), 9)) for one in changed)


def told(made: Plan) -> list[object]:
    """The whole preview, and what is said of its cells in no particular order."""
    said = [Counter((str(one.place), one.field, one.reason, one.refuses) for one in t.problems) for t in made.tables]
    return [
        *([(r.line, r.verdict, r.title, set(r.changes)) for r in t.rows] for t in made.tables),
        *([Counter((p.reason, p.field, p.place.column) for p in r.problems) for r in t.rows] for t in made.tables),
        *([t.count(verdict) for verdict in Verdict] for t in made.tables),
        *([[r.line for r in t.rows_of(verdict)] for verdict in Verdict] for t in made.tables),
        *said,
    ]


def book_after(made: Plan, known: Known) -> Known:
    """What the book holds once a plan is written."""
    ids: dict[Value, int] = {None: 0}
    rows: dict[Kind, dict[int, dict[str, Value]]] = {
        kind: {int(str(row["id"])): dict(row) for row in held} for kind, held in known.items()
    }
    free = max((number for held in rows.values() for number in held), default=0) + 1
    blocks = (
        (Kind.USE, None, dict(zip(block.columns, row, strict=True)))
        for block in made.blocks
        for row in zip(*block.columns.values(), strict=True)
    )
    drafts = ((one.kind, one.id, one.values) for one in made.drafts)
    for kind, number, values in chain(drafts, blocks):
        if number is None or number < 0:
            ids[number], free = free, free + 1
            held: dict[str, Value] = {"id": ids[number]}
        else:
            ids[number], held = number, rows[kind][number]
        turned = {c: ids[v] if c.endswith("_id") and isinstance(v, int) and v < 0 else v for c, v in values.items()}
        rows.setdefault(kind, {})[ids[number]] = {**held, **turned}
    return {kind: tuple(held.values()) for kind, held in rows.items()}


def same_either_way(by_column: pytest.MonkeyPatch, texts: list[str]) -> None:
    """Files one after another and together, by column and by row."""
    columns = [matched(text) for text in texts]
    both = matched(*texts)
    by_column.undo()
    rows = [matched(text) for text in texts]
    assert all(is_list_of_use(table) for (table,) in columns)
    assert not any(is_list_of_use(table) for (table,) in rows)
    for (one,), (other,) in zip(columns, rows, strict=True):
        assert list(one.records) == list(other.records)
        assert one.records[-1] == other.records[-1]
        assert [(c.field, c.confidence) for c in one.columns] == [(c.field, c.confidence) for c in other.columns]
        assert (one.kind, one.findings) == (other.kind, other.findings)
    known: Known = {}
    for one, other in zip(columns, rows, strict=True):
        first, second = planned(one, known), planned(other, known)
        assert told(first) == told(second)
        assert written(first, known) == written(second, known)
        known = book_after(first, known)
        again = planned(one, {**known, Kind.USE: columns_of(known[Kind.USE])})
        assert not again.drafts
        assert not again.blocks
    together = planned(both, {})
    apart = planned(matched(*texts), {})
    assert told(together) == told(apart)
    assert written(together, {}) == written(apart, {})


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("amounts", "timed"), [(True, True), (False, True), (True, False), (False, False)])
def test_by_column_comes_to_the_same_as_by_row(
    by_column: pytest.MonkeyPatch, seed: int, *, amounts: bool, timed: bool
) -> None:
    texts = [events(150, seed, amounts=amounts, timed=timed), events(120, seed + 99, amounts=amounts, timed=timed)]
    same_either_way(by_column, texts)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("make", [measures, grid, seen])
def test_so_do_lists_with_a_column_for_each_measure_or_month(
    by_column: pytest.MonkeyPatch, seed: int, make: Callable[[int, int], str]
) -> None:
    same_either_way(by_column, [make(150, seed), make(120, seed + 99)])


def test_a_long_list_keeps_so_many_cells_of_own_columns_and_says_what_it_leaves_out(
    by_column: pytest.MonkeyPatch,
) -> None:
    head, *rows = events(150, 1, spoil=False).splitlines()
    text = "\n".join([f"{head},Browser,Nothing,Plan", *(f"{row},Chrome,,Pro" for row in rows)])
    (kept,) = matched(text)
    assert kept.records[0].custom == {"Browser": "Chrome", "Plan": "Pro"}
    assert not is_list_of_use(kept)
    by_column.setattr("csdesk.intake.matching.records.kept_own.MOST", 299)
    (left,) = matched(text)
    assert is_list_of_use(left)
    assert not any(record.custom for record in left.records)
    said = [(one.seen, str(one.place), one.refuses) for one in left.problems if one.reason is Reason.TOO_MANY_OWN]
    assert said == [("Browser", "F1", False), ("Plan", "H1", False)]
    assert [one.field for one in left.columns[-3:]] == ["", "", ""], "as remembered for a shorter file"


@pytest.mark.parametrize(
    ("last", "whole", "expected"),
    [("3/14", "", 2026), ("8月14日", "", 2025), ("3/14", "2024-02-01", 2024), ("3月14日", "", 2026)],
    ids=["past", "last year", "years further down", "日本語"],
)
def test_days_without_a_year_are_read_as_in_a_short_list(
    by_column: pytest.MonkeyPatch, last: str, whole: str, expected: int
) -> None:
    """In whole blocks without any year, before and after those that tell it."""
    days = (last if n < 32 or 64 <= n < 96 else whole for n in range(150))
    rows = [f"Account {n % 5},2026-01-01,{n},{day}" for n, day in enumerate(days)]
    text = "\n".join(["Account,Date,Logins,Last seen", *rows])
    (one,) = matched(text)
    assert is_list_of_use(one)
    by_column.undo()
    (other,) = matched(text)
    seen = one.records[1].values["usage.last_seen"]
    assert isinstance(seen, date)
    assert seen.year == expected
    assert {problem.reason for problem in one.problems} == {Reason.YEAR_TAKEN}
    assert list(one.records) == list(other.records)
    assert list(one.problems) == list(other.problems)


def test_a_list_from_a_workbook_is_planned_by_column_too(by_column: pytest.MonkeyPatch) -> None:
    found = read_text(events(150, 3, spoil=False), "use.xlsx")[0]
    rows = [
        [account, email, datetime.fromisoformat(at), event, float(n)] for account, email, at, event, n in found.rows
    ]
    rows[20][4], rows[31][2], rows[40][4] = "#REF!", None, "many"
    problems = (
        Problem(Place("use.xlsx", "", found.lines[20], "E"), "", "#REF!", Reason.ERROR_CELL, refuses=False),
        Problem(Place("use.xlsx", "", found.lines[31], "C"), "", "=NOW()", Reason.NOT_CALCULATED, refuses=False),
    )
    typed = replace(found, rows=tuple(map(tuple, rows)), lines=tuple(found.lines), problems=problems)
    (one,) = match_tables([typed], language=Language.EN, currency="USD")
    by_column.undo()
    (other,) = match_tables([typed], language=Language.EN, currency="USD")
    assert is_list_of_use(one)
    assert not is_list_of_use(other)
    assert list(one.records) == list(other.records)
    first, second = planned((one,), {}), planned((other,), {})
    assert told(first) == told(second)
    assert written(first, {}) == written(second, {})
    assert first.tables[0].count(Verdict.REFUSED) == 3
