"""Setting up happens once, again when a lock changes, anew when it was cut short; and every refusal is a sentence."""

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


def test_the_script_is_read_by_old_pythons_and_needs_nothing_installed(start: ModuleType) -> None:
    tree = ast.parse(Path(start.__file__ or "").read_text(encoding="utf-8"), feature_version=(3, 8))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= set(sys.stdlib_module_names)


def test_an_old_python_is_told_so(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], done: list[str]
) -> None:
    monkeypatch.setattr("sys.version_info", (3, 8, 10))
    monkeypatch.setattr("sys.version", "3.8.10 (default)")
    assert start.main([]) == 3
    assert capsys.readouterr().err == "csdesk needs Python 3.11 or newer; this is Python 3.8.10.\n"
    assert done == []


def test_the_second_run_sets_nothing_up(start: ModuleType, done: list[str], ran: list[tuple[str, ...]]) -> None:
    assert start.main(["--version"]) == 0
    assert [("venv" in step, "pip" in step) for step in done] == [(True, False), (True, True)]
    assert "--require-hashes" in done[1]
    assert "--no-deps" in done[1], "an old pip would look past the lock at newer releases"
    done.clear()
    assert start.main(["--version"]) == 0
    assert done == []
    assert ran == [("-P", "-m", "csdesk", "--version")] * 2


def test_a_changed_lock_is_installed_into_the_environment_there_is(start: ModuleType, done: list[str]) -> None:
    start.set_up(start.TO_RUN)
    done.clear()
    start.TO_RUN.write_text("other==2\n", encoding="utf-8")
    start.set_up(start.TO_RUN)
    (only,) = done
    assert only.endswith(str(start.TO_RUN))
    assert start.is_stamped(start.TO_RUN)


def test_what_tests_need_serves_the_app_as_well(start: ModuleType, done: list[str]) -> None:
    start.set_up(start.TO_TEST)
    done.clear()
    start.set_up(start.TO_RUN)
    assert done == []


def test_a_set_up_that_was_cut_short_begins_anew(
    start: ModuleType, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = start.quietly

    def cut_short(command: list[str], failure: str) -> None:
        whole(command, failure)
        if "pip" in command:
            raise start.TroubleError(failure)

    monkeypatch.setattr(start, "quietly", cut_short)
    with pytest.raises(start.TroubleError):
        start.set_up(start.TO_RUN)
    monkeypatch.setattr(start, "quietly", whole)
    done.clear()
    start.set_up(start.TO_RUN)
    assert "--clear" in done[0]


def test_a_vanished_python_is_made_anew(start: ModuleType, done: list[str]) -> None:
    start.set_up(start.TO_RUN)
    start.PYTHON.unlink()
    done.clear()
    start.set_up(start.TO_RUN)
    assert "--clear" in done[0]


@pytest.mark.parametrize(
    ("talk", "word"),
    [
        ("WARNING: Retrying ... NewConnectionError\nERROR: No matching distribution found for numpy", "network"),
        ("E: Temporary failure resolving\nE: Could not resolve 'mirror'", "network"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "tested with"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "this version of Python"),
        ("[Errno 13] Permission denied: '/opt/csdesk/.venv'", "may not be written"),
        ("one\ntwo\nsomething else entirely", "something else entirely"),
    ],
)
def test_reasons_are_put_in_plain_words(start: ModuleType, talk: str, word: str) -> None:
    assert word in start.plain_words(talk)


def test_a_program_that_fails_is_a_sentence_and_one_that_lacks_as_well(start: ModuleType) -> None:
    failing = [sys.executable, "-c", "import sys; print('No space left on device'); sys.exit(1)"]
    with pytest.raises(start.TroubleError, match=r"^It failed: the disk is full\."):
        start.quietly(failing, "It failed")
    with pytest.raises(start.TroubleError, match=r"^It failed: "):
        start.quietly([str(Path(sys.executable).parent / "no-such-program")], "It failed")
    start.quietly([sys.executable, "-c", "print('No space left on device')"], "It failed")


def test_trouble_is_told_without_a_traceback(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_lock: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(start, "set_up", full)
    assert start.main([]) == 3
    assert capsys.readouterr().err == (
        "csdesk could not be set up: the disk is full. Free about 1 GB and start again.\n"
    )


def test_root_installs_what_a_bare_linux_lacks(
    start: ModuleType, done: list[str], monkeypatch: pytest.MonkeyPatch, on_linux: Callable[..., None]
) -> None:
    on_linux(user=0)
    monkeypatch.setattr(start, "is_loadable", lambda name: name != "libxcb-cursor.so.0")
    start.bring_libraries()
    update, install = done
    assert update.endswith("apt-get -qq --yes update")
    assert install.endswith("install --no-install-recommends libxcb-cursor0")
    assert "sudo" not in install


def test_ci_installs_with_sudo_that_never_asks(
    start: ModuleType, done: list[str], on_linux: Callable[..., None]
) -> None:
    on_linux(CI="true")
    start.bring_packages(["libgl1"], "to open a window")
    assert all(step.startswith("sudo --non-interactive ") for step in done)


def test_elsewhere_the_one_line_is_told(
    start: ModuleType, done: list[str], monkeypatch: pytest.MonkeyPatch, on_linux: Callable[..., None]
) -> None:
    on_linux()
    monkeypatch.setattr(start, "is_loadable", lambda name: "xcb" not in name)
    with pytest.raises(start.TroubleError, match=r"sudo apt-get install libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1"):
        start.bring_libraries()
    assert done == []


@pytest.mark.parametrize(("answer", "taken"), [("", True), ("y", True), ("n", False), ("later", False)])
def test_at_a_terminal_it_asks(
    start: ModuleType,
    done: list[str],
    monkeypatch: pytest.MonkeyPatch,
    on_linux: Callable[..., None],
    answer: str,
    *,
    taken: bool,
) -> None:
    on_linux()
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _question: answer)
    if taken:
        start.bring_packages(["libgl1"], "to open a window")
        assert done[1].startswith("sudo env ")
    else:
        with pytest.raises(start.TroubleError):
            start.bring_packages(["libgl1"], "to open a window")


def test_a_linux_without_apt_is_told_and_goes_on(
    start: ModuleType,
    done: list[str],
    monkeypatch: pytest.MonkeyPatch,
    on_linux: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    on_linux()
    monkeypatch.setattr("shutil.which", lambda _name: None)
    start.bring_packages(["libgl1"], "to open a window")
    assert "libgl1" in capsys.readouterr().out
    assert done == []


def test_the_script_runs_where_there_is_no_home_and_no_language(start: ModuleType) -> None:
    line = [sys.executable, "-I", "-c", f"import runpy; runpy.run_path({start.__file__!r}, run_name='start')"]
    done = subprocess.run(line, env={}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
