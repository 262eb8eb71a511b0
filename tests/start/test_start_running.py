"""What is run once all is set up."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.mark.parametrize(
    ("platform", "variables", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
        ("win32", {"QT_QPA_PLATFORM": "minimal:enable_fonts"}, False),
    ],
)
def test_a_screen_is_known_by_its_signs(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], *, seen: bool
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert start.has_screen() is seen


def test_with_a_screen_the_window_opens_on_the_demo_book(
    start: ModuleType, done: list[str], ran: list[tuple[str, ...]], on_linux: Callable[..., None], tmp_path: Path
) -> None:
    on_linux(DISPLAY=":0")
    book = tmp_path / "demo.csdesk"
    assert start.main([]) == 0
    assert [line[3:] for line in ran] == [("demo", str(book)), (str(book),)]
    assert len(done) == 2
    book.touch()
    ran.clear()
    assert start.main([]) == 0
    assert [line[3:] for line in ran] == [(str(book),)], "the demo book that is there is kept"


@pytest.mark.usefixtures("done")
def test_without_a_screen_the_same_job_is_done_in_the_terminal(
    start: ModuleType,
    ran: list[tuple[str, ...]],
    on_linux: Callable[..., None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    on_linux()
    assert start.main([]) == 0
    assert [line[3] for line in ran] == ["new", "import", "metrics", "report"] * 2
    samples = [Path(line[5]) for line in ran if line[3] == "import"]
    assert [sample.name for sample in samples] == ["contracts_renewals.csv", "契約.xlsx"]
    assert all(sample.is_file() for sample in samples)
    said = capsys.readouterr().out
    assert "No screen was found" in said
    assert str(tmp_path) in said


@pytest.mark.usefixtures("done")
def test_a_step_that_fails_ends_the_tour_with_its_status(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, on_linux: Callable[..., None]
) -> None:
    on_linux()
    steps: list[str] = []

    def refuse_import(*arguments: str) -> int:
        steps.append(arguments[0])
        return 3 if arguments[0] == "import" else 0

    monkeypatch.setattr(start, "csdesk", refuse_import)
    assert start.main([]) == 3
    assert steps == ["new", "import"]


@pytest.mark.usefixtures("done")
@pytest.mark.parametrize("failing", ["ruff", "mypy", "pytest", ""])
def test_one_failing_check_fails_the_whole_and_all_are_run(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    ran: list[str] = []

    def python(*arguments: str, **_variables: object) -> int:
        ran.append(arguments[1])
        return int(arguments[1] == failing)

    monkeypatch.setattr(start, "python", python)
    assert start.main(["test"]) == (1 if failing else 0)
    assert ran == ["ruff", "ruff", "mypy", "pytest", "pytest"]


@pytest.mark.usefixtures("done")
def test_tests_run_offscreen_in_the_checkout(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[tuple[str, ...], object, dict[str, str]]] = []

    def call(command: list[str], *, cwd: object, env: dict[str, str]) -> int:
        calls.append((tuple(command), cwd, env))
        return 0

    monkeypatch.setattr("subprocess.call", call)
    assert start.main(["test", "tests/book"]) == 0
    tests = [command for command, _, _ in calls if command[1:3] == ("-m", "pytest")]
    assert [command[-1] for command in tests] == ["tests/book"]
    _, folder, variables = calls[-1]
    assert (folder, variables["QT_QPA_PLATFORM"]) == (start.HERE, "offscreen")
    assert variables["PYTHONPATH"] == str(start.HERE)


@pytest.mark.usefixtures("done")
@pytest.mark.parametrize(("named", "least"), [((), 1), (("tests/book",), 0)])
def test_only_all_tests_of_the_core_must_cover_enough(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, named: tuple[str, ...], least: int
) -> None:
    runs: list[tuple[str, ...]] = []
    monkeypatch.setattr(start, "python", lambda *words, **_more: runs.append(words) or 0)
    assert start.main(["test", *named]) == 0
    asked = [words for words in runs if any(word.startswith("--cov-fail-under") for word in words)]
    assert len(asked) == least
    assert all("--ignore=tests/ui" in words for words in asked)


@pytest.mark.usefixtures("done")
@pytest.mark.parametrize(
    ("ended", "status"),
    [
        ((0, 0, 0, 0, 0), 0),
        ((0, 1, 0, 0, 0), 1),
        ((0, 0, 0, 1, 0), 1),
        ((0, 0, 0, 0, 5), 5),
        ((2, 0, 0, 5, 1), 5),
    ],
)
def test_what_fails_first_or_last_fails_the_whole(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, ended: tuple[int, ...], status: int
) -> None:
    runs = iter(ended)
    monkeypatch.setattr(start, "python", lambda *_words, **_more: next(runs))
    assert start.main(["test"]) == status


def test_the_program_takes_the_place_of_the_script_where_it_can(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    class BecomeError(Exception):
        pass

    def execve(program: Path, arguments: list[str], variables: dict[str, str]) -> None:
        raise BecomeError(program, arguments, variables["PYTHONPATH"])

    monkeypatch.setattr("os.name", "posix")
    monkeypatch.setattr("os.execve", execve)
    with pytest.raises(BecomeError) as become:
        start.hand_over("check", "a book.csdesk")
    line = [str(start.PYTHON), "-P", "-m", "csdesk", "check", "a book.csdesk"]
    assert become.value.args == (start.PYTHON, line, str(start.HERE))


@pytest.mark.parametrize(
    ("platform", "ending"),
    [("linux", ".local/share/csdesk"), ("darwin", "Library/Application Support/csdesk")],
)
def test_the_demo_lives_in_the_persons_own_folder(
    monkeypatch: pytest.MonkeyPatch, start_file: ModuleType, tmp_path: Path, platform: str, ending: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert start_file.own_folder() == tmp_path / ending
    assert (tmp_path / ending).is_dir()
