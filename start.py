"""Sets csdesk up and runs it, on Linux, macOS and Windows, with nothing but Python 3.11 or newer.

python3 start.py              sets up, then opens the window on the demo book (without a screen: a tour in the terminal)
python3 start.py test         sets up, then runs every check and every test
python3 start.py COMMAND ...  sets up, then runs `csdesk COMMAND ...`; `csdesk --help` tells which there are
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
DONE_WITH_PROBLEMS = 1
"""What csdesk ends with when it did what was asked and has problems to tell of."""
CORE = ("tests", "--ignore=tests/ui", "--cov", "--cov-report=term:skip-covered", "--cov-fail-under=95")
"""The tests outside the window, and the percent of the lines and branches outside it that they must reach."""
WINDOW = ("tests/ui",)
ROOM = 2 * 10**9
"""Bytes that a disk in memory must have free for the tests to use it."""
TO_RUN = HERE / "requirements.txt"
TO_TEST = HERE / "requirements-dev.txt"
"""Holds everything of TO_RUN as well, in the same versions."""

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What Qt needs of a Linux system, and the Debian package that brings it; the packages bring the rest along."""

CHECKS = {
    "ruff check": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "mypy": ("mypy",),
}

FIGURES = (
    *("mrr", "arr", "accounts", "arpa", "new_mrr", "reactivation_mrr", "expansion_mrr", "contraction_mrr"),
    *("churned_mrr", "net_revenue_retention", "gross_revenue_retention", "logo_churn"),
)


class TroubleError(Exception):
    """Something the person can put right; the message says what."""


def main(arguments: list[str]) -> int:
    """Exit status of what was asked for; 3 with one plain sentence where it could not be set up."""
    if sys.version_info < OLDEST:
        needed, present = ".".join(map(str, OLDEST)), sys.version.split()[0]
        print(f"csdesk needs Python {needed} or newer; this is Python {present}.", file=sys.stderr)
        return 3
    try:
        return run(arguments)
    except TroubleError as trouble:
        print(trouble, file=sys.stderr)
        return 3
    except OSError as error:
        print(f"csdesk could not be set up: {plain_words(str(error))}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Set up what the arguments need, then do it."""
    if arguments[:1] == ["test"]:
        set_up(TO_TEST)
        bring_libraries()
        return test(arguments[1:])
    set_up(TO_RUN)
    if has_screen():
        bring_libraries()
    if arguments:
        return hand_over(*arguments)
    return open_demo(own_folder() / "demo.csdesk") if has_screen() else tour(own_folder())


# The virtual environment


def set_up(lock: Path) -> None:
    """Bring `.venv` to what the lock file says; nothing to do when its stamp is the lock file's own hash."""
    if PYTHON.exists() and is_stamped(lock):
        return
    if not (PYTHON.exists() and any(ENVIRONMENT.glob("*.sha256"))):
        make_environment()
    say(f"Installing what csdesk needs into {ENVIRONMENT} (once)")
    install(lock)
    for done in {lock, TO_RUN}:
        stamp(done).write_text(fingerprint(done), encoding="ascii")


def stamp(lock: Path) -> Path:
    """Where the hash of an installed lock file is kept."""
    return ENVIRONMENT / f"{lock.name}.sha256"


def fingerprint(lock: Path) -> str:
    """Hash of a lock file."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def is_stamped(lock: Path) -> bool:
    """Whether exactly this lock file was installed to the end."""
    return stamp(lock).is_file() and stamp(lock).read_text(encoding="ascii") == fingerprint(lock)


def make_environment() -> None:
    """Make `.venv` anew; what an interrupted set-up left there goes."""
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian and Ubuntu keep it in a package of its own
    except ImportError:
        bring_packages([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"], "to make its environment")
    quietly([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], "The virtual environment could not be made")


def install(lock: Path) -> None:
    """Install exactly the files whose hashes the lock file holds; nothing is compiled, no other version is taken.

    The lock file is whole, so nothing is left to resolve: older pips, asked to, look past it at newer releases.
    """
    quietly(
        [
            *(str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"),
            *("--retries", "2", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(lock)),
        ],
        "The libraries could not be installed",
    )


# What a bare Linux lacks


def bring_libraries() -> None:
    """See that the system libraries Qt loads are there."""
    if sys.platform.startswith("linux"):
        missing = [package for name, package in LIBRARIES.items() if not is_loadable(name)]
        if missing:
            bring_packages(missing, "to open a window")


def is_loadable(library: str) -> bool:
    """Whether the system's loader finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def bring_packages(packages: list[str], purpose: str) -> None:
    """Install Debian packages: by itself as root or in CI, after a yes at a terminal, else say the one line to run."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        say(f"csdesk needs what Debian calls {names} {purpose}; if it fails, install them with your system's tool.")
        return
    line = f"sudo apt-get install {names}"
    is_root = os.geteuid() == 0
    if not (is_root or os.environ.get("CI") or agrees(f"csdesk needs {names} {purpose}. Run '{line}' now?")):
        raise TroubleError(f"csdesk needs some system packages {purpose}. Run this line, then start again:\n  {line}")
    say(f"Installing {names}")
    rights = [] if is_root else ["sudo", *(["--non-interactive"] if os.environ.get("CI") else [])]
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "--yes"]
    failure = f"The system packages could not be installed. Run this line, then start again:\n  {line}\nThe reason"
    quietly([*apt, "update"], failure)
    quietly([*apt, "install", "--no-install-recommends", *packages], failure)


def agrees(question: str) -> bool:
    """Ask at a terminal; elsewhere the answer is no."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return input(f"{question} [Y/n] ").strip().lower() in {"", "y", "yes"}


# Running


def has_screen() -> bool:
    """Whether a window would be seen."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal"}:
        return False
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def own_folder() -> Path:
    """Make the person's folder for csdesk's demo, outside the checkout."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    folder = Path(base) / "csdesk"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


PROGRAM = ("-P", "-m", "csdesk")
"""As Python's arguments; -P keeps files that happen to lie in the person's working folder from being imported."""


def csdesk(*arguments: str) -> int:
    """Run the program in the person's own working folder, and wait for it."""
    return python(*PROGRAM, *arguments)


def hand_over(*arguments: str) -> int:
    """Become the program, so that signals reach it; Windows cannot, and waits."""
    if os.name != "nt":
        os.execve(PYTHON, [str(PYTHON), *PROGRAM, *arguments], surroundings())
    return csdesk(*arguments)


def python(*arguments: str, folder: Path | None = None, **variables: str) -> int:
    """Run Python in the environment, and wait for it."""
    return subprocess.call([str(PYTHON), *arguments], cwd=folder, env={**surroundings(), **variables})


def surroundings() -> dict[str, str]:
    """The person's environment variables, with csdesk importable."""
    return {**os.environ, "PYTHONPATH": str(HERE)}


def open_demo(book: Path) -> int:
    """Open the window on the demo book, which is made the first time."""
    if not book.exists():
        say(f"Making the demo book {book}")
        status = csdesk("demo", str(book))
        if status:
            return status
    return hand_over(str(book))


def tour(folder: Path) -> int:
    """Do the same job without a window: samples in, figures out, board workbooks written, each step a line to copy."""
    say("No screen was found, so here is the same job on the command line.\n")
    for name, sample in (("renewals", "contracts_renewals.csv"), ("keiyaku", "契約.xlsx")):
        book, board = str(folder / f"{name}.csdesk"), str(folder / f"{name}-board.xlsx")
        steps = [
            ["import", book, str(HERE / "resources" / "samples" / sample)],
            ["metrics", book, "--from", "2024-12", "--to", "2024-12", "--metric", *FIGURES],
            ["report", book, board, "--period", "quarter", "--as-of", "2024-12-31"],
        ]
        if not Path(book).exists():
            steps.insert(0, ["new", book, "--currency", "JPY"])
        for step in steps:
            say(f"$ python3 start.py {shlex.join(step)}")
            status = csdesk(*step)
            if status > DONE_WITH_PROBLEMS:
                return status
            say("")
    say(f"The books and board workbooks are in {folder}. With a screen, `python3 start.py` opens the window.")
    return 0


def test(arguments: list[str]) -> int:
    """Every check, then every test (or those the arguments name), without a screen; not 0 when any of them failed."""
    failed = [name for name, command in CHECKS.items() if report(name, python("-m", *command, folder=HERE))]
    if failed:
        say(f"Failed: {', '.join(failed)}. The tests follow.")
    runs = [tuple(arguments)] if arguments else [CORE, WINDOW]
    return max([pytest(*run) for run in runs]) or (1 if failed else 0)


def pytest(*arguments: str) -> int:
    """Run tests in two processes, offscreen; the thousands of books they sync go to a disk in memory that has room.

    Each process takes half of the files, so that what the tests of a file share is made once, and then helps the other.
    """
    memory = Path("/dev/shm")  # noqa: S108 - pytest makes folders of its own in it, for its user alone
    fast = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM
    variables = {"QT_QPA_PLATFORM": "offscreen"} | ({"PYTEST_DEBUG_TEMPROOT": str(memory)} if fast else {})
    return python("-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", *arguments, folder=HERE, **variables)


def report(name: str, status: int) -> int:
    """Say how a check ended, and hand its status on."""
    say(f"{name}: {'ok' if status == 0 else 'FAILED'}")
    return status


def say(words: str) -> None:
    """Print at once, in order with what the programs run from here print."""
    print(words, flush=True)


def quietly(command: list[str], failure: str) -> None:
    """Run a program without its talk, counting seconds at a terminal; raises TroubleError with its reason."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as talk:
        started = time.monotonic()
        try:
            running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=talk, stderr=subprocess.STDOUT)
        except OSError as error:
            raise TroubleError(f"{failure}: {plain_words(str(error))}") from None
        while running.poll() is None:
            wait_a_moment(running)
            tell_seconds(time.monotonic() - started)
        talk.seek(0)
        if running.returncode:
            raise TroubleError(f"{failure}: {plain_words(talk.read())}")


def tell_seconds(passed: float) -> None:
    """Show that something still happens, on a line that the next words write over."""
    if sys.stdout.isatty():
        print(f"\r  {passed:.0f} s\r", end="", flush=True)


def wait_a_moment(running: subprocess.Popen[bytes]) -> None:
    """Until it ends, at most half a second."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        running.wait(0.5)


REASONS = (
    ("no space left", "the disk is full. Free about 1 GB and start again."),
    ("permission denied", "this folder may not be written to. Put csdesk where you may write, and start again."),
    ("read-only file system", "this folder may not be written to. Put csdesk where you may write, and start again."),
    ("do not match the hashes", "a downloaded file is not the one csdesk was tested with, so it was not used."),
    *(
        (sign, "the network could not be reached. Look at the connection and start again.")
        for sign in ("connection", "name resolution", "unreachable", "timed out", "could not resolve", "getaddrinfo")
    ),
    ("no matching distribution", "there is no ready-made package for this computer and this version of Python."),
)
"""What a program says, and what it means; the first that fits holds, for a later one can follow from it."""


def plain_words(talk: str) -> str:
    """Put the reason in a program's talk into a sentence; its last lines where the reason is not a known one."""
    known = (sentence for sign, sentence in REASONS if sign in talk.lower())
    return next(known, "\n".join(talk.strip().splitlines()[-5:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
