"""What customers do, from the files people have to the pages that tell of it: taken in, kept, taken back again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.measures import MeasuresDialog
from csdesk.ui.dialogs.take_back import TakeBack
from csdesk.ui.pages.account import AccountPage
from csdesk.usecases.importing import TableKind, Verdict
from tests.thorough import rarely
from tests.ui.uses.conftest import Program, Start

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Words(NamedTuple):
    """What the files of a language say."""

    events: str
    logins: str
    answers: str
    features: str
    login: str
    created: str
    counted: Mapping[str, list[float]]
    """What the account page tells of the features."""


EVENTS = (
    "Aoba,mina,2024-12-02,{login},1",
    "Aoba,mina,2024-12-03,{created},2",
    "Aoba,jun,2024-12-03,{created},1",
    "Birch,kim,2024-12-05,{login},4",
    "Cedar,lou,2024-11-05,{created},5",
    "Cedar,lou,2024-12-06,{created},1",
)
LOGINS = (
    "Aoba,mina@aoba.example,2024-12-02 09:00,2024-12-02 09:30",
    "Aoba,mina@aoba.example,2024-12-02 13:00,2024-12-02 13:15",
    "Aoba,jun@aoba.example,2024-12-20 10:00,2024-12-20 11:00",
)
ANSWERS = ("Aoba,2024-12-03,9,Fine", "Birch,2024-12-04,3,Slow")
FEATURES = ("Aoba,2024-11,4,30", "Aoba,2024-12,6,45", "Birch,2024-12,1,2")
SAID = {
    Language.EN: Words(
        "Account,User,Date,Event,Amount",
        "Account,User email,Logged in at,Logged out at",
        "Account,Responded at,NPS score,Comment",
        "Account,Month,Reports created,API calls",
        "login",
        "report created",
        {"Reports created": [4.0, 6.0], "API calls": [30.0, 45.0]},
    ),
    Language.JA: Words(
        "会社名,ユーザー,日付,イベント,回数",
        "会社名,メールアドレス,ログイン日時,ログアウト日時",
        "会社名,回答日,NPS,コメント",
        "会社名,年月,レポート作成数,API呼び出し数",
        "ログイン",
        "レポート作成",
        {"レポート作成数": [4.0, 6.0], "API呼び出し数": [30.0, 45.0]},
    ),
}


@pytest.fixture(params=[rarely(Language.EN), Language.JA], ids=str)
def said(request: pytest.FixtureRequest) -> tuple[Language, Words]:
    return request.param, SAID[request.param]


def written(folder: Path, name: str, heading: str, rows: tuple[str, ...]) -> Path:
    path = folder / f"{name}.csv"
    path.write_text("\n".join((heading, *rows)) + "\n", encoding="utf-8")
    return path


def take_in(program: Program, *paths: Path) -> list[TableKind]:
    """Drop files, look at what they are taken for, and apply."""
    page = program.window.open_page("import")
    program.rest()
    page.take_files(list(paths))
    program.rest()
    assert page.flow.counts[Verdict.REFUSED] == 0
    assert page.flow.counts[Verdict.CONFLICT] == 0
    kinds = [candidate.matched.kind for candidate in page.flow.candidates]
    page._bar.apply.click()
    program.rest()
    assert page.flow.plan is None
    return kinds


def take_back(program: Program) -> None:
    """Take the newest of the earlier imports back; what was edited since stays."""
    page = program.window.open_page("import")
    program.rest()
    assert page._history._model.rowCount() > 0
    page._history.back.click()
    program.rest()
    stays = program.window.findChildren(TakeBack)
    for dialog in stays:
        dialog.accept()
    program.rest()
    assert page._history._model.rowCount() == len(stays)


def again(start: Start, program: Program, language: Language) -> Program:
    """Close the program and start it anew."""
    program.close()
    return start(language)


def account(program: Program, name: str) -> Any:
    """What the page of an account shows; None where there is no such account."""
    page = program.window.open_page("accounts")
    program.rest()
    number = next((row.id for row in page.model.rows_shown() if row.name == name), None)
    if number is None:
        return None
    program.window.open_account(number)
    program.rest()
    return program.window.findChild(AccountPage)


def used(page: AccountPage) -> dict[str, list[float]]:
    """The measures of an account's use with the sums of its months, as far as they are known."""
    assert page._answer is not None
    return {one.measure: [amount for amount in one.amounts if amount is not None] for one in page._answer.use}


def measures(program: Program) -> MeasuresDialog:
    page = program.window.open_page("settings")
    program.rest()
    named = {"What counts as use", "活用とみなす指標", "利用とみなす指標"}
    buttons = [one for one in page.findChildren(QPushButton) if one.text() in named]
    assert buttons, [one.text() for one in page.findChildren(QPushButton)]
    buttons[0].click()
    program.rest()
    return page.findChildren(MeasuresDialog)[-1]


def active(dialog: MeasuresDialog) -> tuple[int, int]:
    """Accounts of the last month that came, and those that did what counts."""
    grid = dialog._months
    labels = [grid.itemAtPosition(row, grid.columnCount() - 1).widget() for row in (1, 2)]
    came, did = (int(label.text()) for label in labels if isinstance(label, QLabel))
    return came, did


def test_events_of_who_did_what_when_are_judged_by_what_counts(
    start: Start, said: tuple[Language, Words], tmp_path: Path
) -> None:
    language, words = said
    program = start(language)
    rows = tuple(row.format(login=words.login, created=words.created) for row in EVENTS)
    assert take_in(program, written(tmp_path, "events", words.events, rows)) == [TableKind.USE]
    page = account(program, "Aoba")
    assert sorted(sum(amounts) for amounts in used(page).values()) == [1.0, 3.0]
    assert {person.name for person in page._answer.people} == {"mina", "jun"}
    dialog = measures(program)
    assert active(dialog) == (3, 3)
    names = {box.text(): number for number, box in dialog.counts.items()}
    login, created = (
        names[next(name for name in names if word in name.lower())] for word in (words.login, words.created)
    )
    dialog.counts[login].setChecked(False)
    dialog.least[created].setValue(2)
    program.rest()
    assert active(dialog) == (3, 1)
    dialog.main.click()
    program.rest()

    program = again(start, program, language)
    dialog = measures(program)
    assert active(dialog) == (3, 1)
    assert dialog.said.text().endswith("Birch, Cedar") or dialog.said.text().endswith("Birch、Cedar")
    dialog.close()
    take_back(program)
    assert account(program, "Aoba") is None


def test_a_log_of_logins_tells_how_often_and_how_long(
    start: Start, said: tuple[Language, Words], tmp_path: Path
) -> None:
    language, words = said
    program = start(language)
    assert take_in(program, written(tmp_path, "log", words.logins, LOGINS)) == [TableKind.USE]
    for _ in range(2):
        page = account(program, "Aoba")
        assert sorted(used(page).values()) == [[3.0], [105.0]]
        days = {person.email: (str(person.used.last_on), person.used.days) for person in page._answer.people}
        assert days == {"mina@aoba.example": ("2024-12-02", 1), "jun@aoba.example": ("2024-12-20", 1)}
        program = again(start, program, language)
    take_back(program)
    assert account(program, "Aoba") is None


def test_answers_logins_and_features_come_in_together(
    start: Start, said: tuple[Language, Words], tmp_path: Path
) -> None:
    language, words = said
    program = start(language)
    files = (
        written(tmp_path, "answers", words.answers, ANSWERS),
        written(tmp_path, "log", words.logins, LOGINS),
        written(tmp_path, "features", words.features, FEATURES),
    )
    assert take_in(program, *files) == [TableKind.ANSWERS, TableKind.USE, TableKind.USE]
    for _ in range(2):
        page = account(program, "Aoba")
        told = used(page)
        assert {name: told[name] for name in words.counted} == words.counted
        assert [3.0] in told.values()
        assert [item.score for item in page._answer.timeline if item.score is not None] == [9.0]
        program = again(start, program, language)
    take_back(program)
    assert account(program, "Aoba") is None
