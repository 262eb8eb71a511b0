"""A whole journey on the command line, and no process of it so much as makes a socket."""

import json
import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]
WATCH = """
import os, sys

seen = os.open(os.environ["CSDESK_SEEN"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)

def watch(event, _arguments):
    # A computer's own name is read from the system, not from a network.
    if event.startswith("socket.") and event != "socket.gethostname":
        os.write(seen, f"{event}\\n".encode())

os.write(seen, b"watched child\\n" if "csdesk.intake.reading.child" in sys.orig_argv else b"watched\\n")
sys.addaudithook(watch)
"""
JOURNEY = (
    "import json, sys\nfrom csdesk import cli\nfor words in json.loads(sys.argv[1]): assert cli.run(words) < 2, words"
)


def watched(folder: Path, code: str, *arguments: str) -> list[str]:
    """Processes that were begun by the code, itself first, and what each of them did with sockets."""
    (folder / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    seen = folder / "seen.txt"
    subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(folder), str(TOP))), "CSDESK_SEEN": str(seen)},
        cwd=folder,
        stdout=subprocess.DEVNULL,
        check=True,
        timeout=100,
    )
    return seen.read_text(encoding="utf-8").splitlines()


def test_no_command_makes_a_socket(samples: Path, tmp_path: Path) -> None:
    book, sheets = str(tmp_path / "b.csdesk"), samples / "edge_cases" / "input"
    copy = str(tmp_path / "copy.csdesk")
    journey = [
        ["new", book, "--currency", "JPY"],
        ["import", book, str(sheets / "契約.xlsx")],
        ["metrics", book, "--as-of", "2025-01-31"],
        ["report", book, str(tmp_path / "board.xlsx"), "--as-of", "2025-01-31"],
        ["backup", book, copy],
        ["export", book, str(tmp_path / "all.xlsx")],
        ["import", book, str(tmp_path / "all.xlsx")],
        *(["touch", one, "E01", "--note", "n"] for one in (book, copy)),
        ["merge", book, copy],
        ["undo", book],
        ["undo", book, "2"],
        *([word, book] for word in ("today", "health", "cohorts", "history", "bin", "hygiene", "check")),
        ["rescue", book, str(tmp_path / "rescued.csdesk")],
        ["restore", book, copy],
        ["demo", str(tmp_path / "demo.csdesk")],
    ]
    assert set(watched(tmp_path, JOURNEY, json.dumps(journey))) == {"watched", "watched child"}


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    assert watched(tmp_path, "import socket\nsocket.socket().close()") == ["watched", "socket.__new__"]
