"""Every kind of damage that can be known, planted once for every column that it may befall, is found by its name."""

from pathlib import Path

import pytest
from sqlalchemy import Boolean, CheckConstraint, Float, Text, UniqueConstraint

from csdesk.book.columns import layout, money_columns
from csdesk.book.damage import DamageKind
from csdesk.book.row_rules import CLOSED_LISTS
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.tables import metadata
from csdesk.usecases.sentences import damage_sentence
from csdesk.wording.damages import DAMAGES
from tests.damage.conftest import by_sql, checked, overwrite, root_of

_D = DamageKind


def first(kind: str, which: str = "") -> str:
    return f'(SELECT min(id) FROM "{kind}" {which})'


def _set(kind: str, column: str, value: str) -> str:
    return f'UPDATE "{kind}" SET "{column}" = {value} WHERE id = {first(kind)}'


def _of_every_column() -> dict[str, tuple[DamageKind, Kind, tuple[str, ...]]]:
    found: dict[str, tuple[DamageKind, Kind, tuple[str, ...]]] = {}
    for kind in Kind:
        table = metadata.tables[kind]
        for column in layout(kind).dates:
            no_day = "'2024-02-30T10:00:00'" if str(table.columns[column].type) == "DATETIME" else "'2024-02-30'"
            found[f"{kind}.{column}: no day"] = (_D.DATE, kind, (_set(kind, column, no_day),))
        for column in CLOSED_LISTS.get(kind, {}):
            found[f"{kind}.{column}: no word"] = (_D.WORD, kind, (_set(kind, column, "'bogus'"),))
        for column, of in table.columns.items():
            if isinstance(of.type, Boolean):
                found[f"{kind}.{column}: neither"] = (_D.RANGE, kind, (_set(kind, column, "2"),))
            elif isinstance(of.type, Float):
                found[f"{kind}.{column}: endless"] = (_D.RANGE, kind, (_set(kind, column, "9e999"),))
            elif any(isinstance(rule, CheckConstraint) for rule in of.constraints) and not isinstance(of.type, Text):
                beyond = {"DATE": "'1850-01-01'"}.get(str(of.type), "20000000000000")
                found[f"{kind}.{column}: beyond"] = (_D.RANGE, kind, (_set(kind, column, beyond),))
        for column, target in layout(kind).references.items():
            found[f"{kind}.{column}: of nothing"] = (_D.REFERENCE, kind, (_set(kind, column, "77"),))
            assert target in set(Kind)
        found[f"{kind}: row gone"] = (_D.ROWS, kind, (f'DELETE FROM "{kind}" WHERE id = {first(kind)}',))
        text = next(name for name, of in table.columns.items() if isinstance(of.type, Text) and not of.foreign_keys)
        found[f"{kind}: value altered"] = (_D.DIGEST, kind, (_set(kind, text, "'altered'"),))
    return found


JSON = (
    ("setting", "value"), ("saved_view", "definition"), ("matching", "columns"), ("matching", "choices"),
    ("batch", "tables"), ("batch", "counts"), ("health_day", "factors"), ("merge", "steps"), ("merge", "answers"),
    ("merge", "same"),
)  # fmt: skip
ENTRY = "(SELECT min(id) FROM change WHERE kind = 'contract' AND after IS NOT NULL)"
PACKED = "(SELECT id FROM change WHERE packed IS NOT NULL AND kind = 'use')"
PLANTED: dict[str, tuple[DamageKind, Kind | None, tuple[str, ...]]] = {
    **_of_every_column(),
    **{f"{kind}.{column}: no JSON": (_D.JSON, Kind(kind), (_set(kind, column, "'{'"),)) for kind, column in JSON},
    "cost.month: no month": (_D.DATE, Kind.COST, (_set("cost", "month", "'2024-13'"),)),
    "setting: of no use": (_D.SETTING, Kind.SETTING, ("UPDATE setting SET value = '5' WHERE key = 'currency'",)),
    "setting: no month": (_D.SETTING, Kind.SETTING, ("UPDATE setting SET value = '13' WHERE key = 'fiscal_start'",)),
    "contract: ends first": (
        _D.ENDS_BEFORE_START, Kind.CONTRACT,
        (f"UPDATE contract SET ended_on = date(starts_on, '-2 days') WHERE id = {first('contract')}",),
    ),
    "own value: of no row": (_D.LOST_ROW, Kind.CUSTOM_VALUE, (_set("custom_value", "row_id", "12"),)),
    "own value: of a row gone": (
        _D.LOST_ROW, Kind.CUSTOM_VALUE, ("DELETE FROM account WHERE id = (SELECT min(row_id) FROM custom_value)",),
    ),
    "source: of no row": (_D.LOST_ROW, Kind.SOURCE, (_set("source", "row_id", "12"),)),
    "log: no JSON": (_D.LOG, None, (f"UPDATE change SET after = '{{' WHERE id = {ENTRY}",)),
    "log: of another row": (_D.LOG, None, (f"UPDATE change SET row_id = 7 WHERE id = {ENTRY}",)),
    "log: of another account": (_D.LOG, None, (f"UPDATE change SET account_id = 7 WHERE id = {ENTRY}",)),
    "log: out of order": (_D.LOG, None, (f"UPDATE change SET step_id = 3 WHERE id = {ENTRY}",)),
    "log: packed altered": (
        _D.LOG, None, (f"UPDATE change SET packed = replace(packed, '2026-01-01', '2026-01-02') WHERE id = {PACKED}",),
    ),
    "log: packed of no form": (_D.LOG, None, (f"UPDATE change SET packed = '[]' WHERE id = {PACKED}",)),
    "log: of no step": (_D.LOG_STRAY, None, ("DELETE FROM step WHERE id = (SELECT max(id) FROM step)",)),
    "log: entry gone": (_D.STEP, None, (f"DELETE FROM change WHERE id = {ENTRY}",)),
    "log: of no kind": (_D.STEP, None, (f"UPDATE change SET kind = 'tusk' WHERE id = {ENTRY}",)),
    "log: text altered": (
        _D.LOG_SUM, Kind.CONTRACT, (f"UPDATE change SET after = json_set(after, '$.amount', 7) WHERE id = {ENTRY}",),
    ),
    "log: block altered": (
        _D.LOG_SUM, Kind.USE,
        ("UPDATE change SET after = json_set(after, '$.digest', 1) WHERE kind = 'use' AND packed IS NULL",),
    ),
    "tally: gone": (_D.ROWS, Kind.TOUCH, ("DELETE FROM tally WHERE kind = 'touch'",)),
    "tally: of no kind": (_D.ROWS, Kind.TOUCH, ("UPDATE tally SET kind = 'tusk' WHERE kind = 'touch'",)),
    "step: of no name": (_D.STEP_TEXT, None, ("UPDATE step SET name = 'bogus' WHERE id = 1",)),
    "step: of no state": (_D.STEP_TEXT, None, ("UPDATE step SET state = 'bogus' WHERE id = 1",)),
    "step: at no time": (_D.STEP_TEXT, None, ("UPDATE step SET at = '2024-02-30T10:00:00' WHERE id = 1",)),
    "step: turned at no time": (_D.STEP_TEXT, None, ("UPDATE step SET turned_at = 'noon' WHERE id = 1",)),
    "step: takes back a later one": (_D.STEP_TEXT, None, ("UPDATE step SET takes_back = 3 WHERE id = 2",)),
    "step: undone before one that stands": (_D.STEP_ORDER, None, ("UPDATE step SET state = 'undone' WHERE id = 2",)),
    "step: rows": (_D.STEP, None, ("UPDATE step SET rows = rows + 1 WHERE id = 2",)),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_planted_damage_is_found_and_said(damaged: Path, name: str) -> None:
    what, kind, statements = PLANTED[name]
    by_sql(damaged, *statements)
    found = checked(damaged)
    assert what in {damage.what for damage in found if kind in {None, damage.details.get("kind")}}
    for damage in found:
        said = {damage_sentence(damage, language) for language in Language}
        assert len(said) == 2
        assert not any("{" in text or "}" in text for text in said if damage.what is not _D.SETTING)


def test_a_finding_names_the_row_and_its_account(damaged: Path) -> None:
    by_sql(
        damaged,
        f"UPDATE contract SET name = 'Core', status = 'bogus' WHERE id = {first('contract')}",
        "UPDATE account SET name = 'Sample Ltd' WHERE id = (SELECT account_id FROM contract ORDER BY id LIMIT 1)",
    )
    (word,) = [damage for damage in checked(damaged) if damage.what is _D.WORD]
    assert damage_sentence(word, Language.EN) == (
        "Contract line: Core (Sample Ltd): Status holds “bogus”, which csdesk does not know."
    )
    assert damage_sentence(word, Language.JA) == (
        "契約明細: Core（Sample Ltd）: ステータスの値「bogus」は、csdeskで使われていない値です。"
    )


@pytest.mark.parametrize("kind", [kind for kind in Kind if any(
    isinstance(rule, UniqueConstraint) for rule in metadata.tables[kind].constraints
)])  # fmt: skip
def test_a_row_that_a_broken_index_let_in_twice_is_found(damaged: Path, kind: Kind) -> None:
    columns = ", ".join(f'"{name}"' for name in layout(kind).names if name != "id")
    index = root_of(damaged, f"sqlite_autoindex_{kind}_1")
    overwrite(damaged, index, b"\x0a\x00\x00\x00\x00\x10\x00\x00" + bytes(4088))  # an empty one
    by_sql(damaged, f'INSERT INTO "{kind}" ({columns}) SELECT {columns} FROM "{kind}" WHERE id = {first(kind)}')
    found = {damage.what for damage in checked(damaged)}
    assert {_D.TWICE, _D.FILE} <= found


def test_every_kind_of_damage_has_its_planting_and_its_words() -> None:
    planted = {what for what, _, _ in PLANTED.values()} | {_D.TWICE, _D.FILE}
    assert planted == set(DamageKind) == set(DAMAGES)


def test_every_closed_list_and_sum_of_money_is_looked_at() -> None:
    for kind in Kind:
        for column in money_columns(kind):
            assert f"{kind}.{column}: beyond" in PLANTED
    assert StepName.RESCUE in set(StepName)
